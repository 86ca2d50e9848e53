"""Audience: what the personas say together, and what they still cannot know."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from workshoplib.strategy.choices import BrandValue, Frequency, Platform, Stage
from workshoplib.strategy.personas import Mention, Persona, Personas

STALE_AFTER = 365
"""Days after which a persona should be looked over again."""

PART_OF_DAY = 3
"""Hours."""

_OFTEN = {Frequency.DAILY: 3, Frequency.WEEKLY: 2, Frequency.RARELY: 1, Frequency.NEVER: 0}


def living(part: Personas) -> tuple[Persona, ...]:
    """The personas that are planned for: all that are not archived."""
    return tuple(persona for persona in part.personas if not persona.archived)


def used_platforms(personas: Iterable[Persona]) -> tuple[Platform, ...]:
    """The platforms of which somebody's use is known, in the order of the list."""
    named = {use.platform for persona in personas for use in persona.platforms if use.frequency}
    return tuple(platform for platform in Platform if platform in named)


def frequency(persona: Persona, platform: Platform) -> Frequency | None:
    """How often the persona uses a platform; the most frequent where it was answered twice."""
    told = [use.frequency for use in persona.platforms if use.platform is platform and use.frequency]
    return max(told, key=_OFTEN.__getitem__, default=None)


def how_often(persona: Persona, platform: Platform) -> int | None:
    """3 for daily, 2 for weekly, 1 for rarely, 0 for never; None where nobody has said."""
    told = frequency(persona, platform)
    return None if told is None else _OFTEN[told]


def daily_users(personas: Sequence[Persona], platform: Platform) -> tuple[Persona, ...]:
    """The personas that use a platform daily."""
    return tuple(persona for persona in personas if frequency(persona, platform) is Frequency.DAILY)


def parts_of_day() -> tuple[tuple[int, int], ...]:
    """The parts that a day is cut into, each from an hour up to another."""
    return tuple((hour, hour + PART_OF_DAY) for hour in range(0, 24, PART_OF_DAY))


def present(personas: Sequence[Persona]) -> tuple[tuple[int, ...], ...]:
    """For each day of the week and each part of it, how many personas are active in at least one of its hours."""
    return tuple(
        tuple(sum(_is_active(persona, day, start, end) for persona in personas) for start, end in parts_of_day())
        for day in range(7)
    )


def _is_active(persona: Persona, day: int, start: int, end: int) -> bool:
    weeks = [persona.active, *(use.active for use in persona.platforms)]
    return any(start <= hour < end for week in weeks for hour in week.days()[day])


def busiest(counts: Sequence[Sequence[int]]) -> tuple[tuple[int, int], int] | None:
    """The day and the part of it in which most personas are active, and how many; the first of equals."""
    filled = [((day, part), n) for day, row in enumerate(counts) for part, n in enumerate(row) if n]
    return max(filled, key=lambda cell: cell[1], default=None)


def is_assumption(persona: Persona) -> bool:
    """Whether nothing is told of how one knows."""
    return not any(row.method or row.finding for row in persona.evidence)


def is_stale(persona: Persona, part: Personas, today: date) -> bool:
    """Whether it was last looked over too long ago, or before the market changed; not where no day is known."""
    if persona.last_review is None:
        return False
    changed = part.market_changed is not None and persona.last_review < part.market_changed <= today
    return changed or (today - persona.last_review).days > STALE_AFTER


def told_stages(persona: Persona) -> tuple[Stage, ...]:
    """The stages of the journey about which something is known: a need or a question."""
    told = {step.stage for step in persona.journey if step.need or step.question}
    return tuple(stage for stage in Stage if stage in told)


def journey_gaps(persona: Persona) -> tuple[Stage, ...]:
    """The stages of the journey about which nothing is known."""
    return tuple(stage for stage in Stage if stage not in told_stages(persona))


def unshown_values(personas: Iterable[Persona], shown: Sequence[BrandValue]) -> tuple[tuple[BrandValue, int], ...]:
    """Values that personas look for and the organisation does not show, by how many look for them, most first."""
    sought = Counter(value for persona in personas for value in persona.looks_for if value not in shown)
    return tuple(sought.most_common())


def topics(mentions: Iterable[Mention], most: int = 5) -> tuple[tuple[str, int], ...]:
    """The topics heard most often, each as it was first written; capitals make no difference."""
    spelt: dict[str, str] = {}
    for mention in mentions:
        if mention.topic:
            spelt.setdefault(mention.topic.casefold(), mention.topic)
    counted = Counter(mention.topic.casefold() for mention in mentions if mention.topic)
    return tuple((spelt[topic], n) for topic, n in counted.most_common(most))
