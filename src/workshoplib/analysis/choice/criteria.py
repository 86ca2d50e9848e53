"""Criteria: what is known and what is thought about each platform, as scores between 0 and 1.

Every score is a range. Where several people judged, their lowest and highest answers are its ends; where nobody knows,
it reaches over all that is possible; where one figure is known, both ends are that figure.
"""

from collections.abc import Iterable, Sequence

from workshoplib.analysis import reach
from workshoplib.analysis.audience import how_often
from workshoplib.analysis.readiness import ABLE, hours_granted, level
from workshoplib.facts import Facts
from workshoplib.strategy.choices import Country, Platform
from workshoplib.strategy.organisation import Organisation, Person
from workshoplib.strategy.personas import Persona
from workshoplib.strategy.platforms import Channel

ANYTHING = (0.0, 1.0)
USUAL_WEIGHT = 3
"""The weight of a persona to whom nobody gave one: the middle of the scale."""

_DAILY = 3
_AT_MOST_RARELY = 1 / 3
_BEST_SKILL = 3

Span = tuple[float, float]


def audience(personas: Iterable[Persona], platform: Platform) -> Span | None:
    """How often personas use a platform, by their weights: 1 if all do daily, 0 if all never do.

    A persona that does not mention the platform uses it rarely at the most. None where no persona tells of any use.
    """
    told = [persona for persona in personas if any(use.frequency for use in persona.platforms)]
    uses = [(persona, how_often(persona, platform)) for persona in told]
    return _mean(
        (persona.weight or USUAL_WEIGHT, (0.0, _AT_MOST_RARELY) if use is None else (use / _DAILY, use / _DAILY))
        for persona, use in uses
    )


def population(facts: Facts, country: Country, personas: Sequence[Persona], platform: Platform) -> Span | None:
    """The share of people in the country that use a platform daily, in the ages of the personas, by their weights.

    Of ages in several bands the lowest and the highest share count. A platform that no source tells of is used by
    anything up to the least used one that is known. None where the country has no figures at all.
    """
    known = reach.daily(facts, country)
    if not known:
        return None
    unknown = (0.0, min(row.value or 0.0 for _, row in known) / 100)
    ages = [(persona.weight or USUAL_WEIGHT, persona.age) for persona in personas if persona.age]
    if not ages:
        return _share(facts, country, platform, None) or unknown
    return _mean((weight, _share(facts, country, platform, (age.low, age.high)) or unknown) for weight, age in ages)


def _share(facts: Facts, country: Country, platform: Platform, ages: tuple[int, int] | None) -> Span | None:
    everybody = reach.everybody(facts, country, platform.value)
    shares = [] if everybody is None or everybody.value is None else [everybody.value / 100]
    if ages:
        bands = [(row, reach.ages(row.age_band)) for found, row in reach.by_age(facts, country) if found is platform]
        within = [
            (row.value or 0.0) / 100
            for row, band in bands
            if band and band[0] <= ages[1] and (band[1] is None or ages[0] <= band[1])
        ]
        shares += within  # bands seldom cover all ages of a persona; for the rest, everybody's figure stands in
    return (min(shares), max(shares)) if shares else None


def capacity(organisation: Organisation, channel: Channel, readiness: Sequence[int]) -> Span | None:
    """Skill x formats x hours, and what people said about being ready; where these differ, everything between.

    The best skill there of those who have hours, out of 3; the share of the formats needed that somebody can make; the
    hours granted, out of those the channel takes. None where neither skill nor readiness is known.
    """
    said = [_from_scale(answer) for answer in readiness]
    known = [*said, *([] if (able := _able(organisation, channel)) is None else [able])]
    return (min(known), max(known)) if known else None


def _able(organisation: Organisation, channel: Channel) -> float | None:
    people = [person for person in organisation.people if person.hours_a_week != 0]
    platform = channel.platform
    skills = [found for person in people if platform and (found := level(person, platform)) is not None]
    if not skills:
        return None
    formats = _makeable(people, channel)
    granted, wanted = hours_granted(people), channel.hours_a_week
    hours = min(1.0, granted / wanted) if granted and wanted else 1.0
    return max(skills) / _BEST_SKILL * formats * hours


def _makeable(people: Sequence[Person], channel: Channel) -> float:
    """The share of the channel's formats that somebody makes well, or works with alone."""
    able = [row for person in people for row in person.skills if (row.skill or 0) >= ABLE]
    if not channel.formats or any(row.platform is channel.platform and row.format is None for row in able):
        return 1.0
    makes = {format for person in people for format in person.strengths} | {row.format for row in able}
    return len(makes & set(channel.formats)) / len(channel.formats)


def judged(answers: Iterable[int | None]) -> Span | None:
    """The range of answers on a scale of 1 to 5; None without any."""
    said = [_from_scale(answer) for answer in answers if answer is not None]
    return (min(said), max(said)) if said else None


def _from_scale(answer: int) -> float:
    return (answer - 1) / 4


def _mean(weighed: Iterable[tuple[float, Span]]) -> Span | None:
    rows = list(weighed)
    total = sum(weight for weight, _ in rows)
    if not total:
        return None
    low, high = (sum(weight * span[end] for weight, span in rows) / total for end in (0, 1))
    return low, high
