"""Readiness: hours, skills and comfort that a team has, and whether to do the work in the house."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from workshoplib.strategy.choices import Platform
from workshoplib.strategy.organisation import Message, Organisation, Person, Place, Skill

ABLE = 2
"""Skill or comfort from which somebody can work alone, on the scale of 0 to 3."""

ENOUGH = 3
"""The middle of the scale of 1 to 5: from here time, money or skill is counted as there."""


class Advice(StrEnum):
    """Who should do the work; a suggestion, not a verdict."""

    IN_HOUSE = "in_house"
    TAUGHT = "taught"
    LEARNING = "learning"
    SHARED = "shared"
    AGENCY = "agency"
    SMALLER = "smaller"


def advice(organisation: Organisation) -> Advice | None:
    """What time, money and skill together suggest; None until all three are judged."""
    judged = (organisation.enough_time, organisation.enough_money, organisation.enough_skill)
    time, money, skill = (None if answer is None else answer >= ENOUGH for answer in judged)
    if time is None or money is None or skill is None:
        return None
    if time:
        return Advice.IN_HOUSE if skill else Advice.TAUGHT if money else Advice.LEARNING
    if not money:
        return Advice.SMALLER
    return Advice.SHARED if skill else Advice.AGENCY


def hours_granted(people: Iterable[Person]) -> float:
    """The hours a week that have been granted to all of them together."""
    return sum(person.hours_a_week or 0 for person in people)


def level(person: Person, platform: Platform) -> int | None:
    """The person's best skill on a platform, whichever the format; None where nobody has judged it."""
    return max((skill.skill for skill in _on(person, platform) if skill.skill is not None), default=None)


def comfort(person: Person, platform: Platform) -> int | None:
    """The person's best comfort on a platform; None where nobody has judged it."""
    return max((skill.comfort for skill in _on(person, platform) if skill.comfort is not None), default=None)


def _on(person: Person, platform: Platform) -> Iterable[Skill]:
    return (skill for skill in person.skills if skill.platform is platform)


def judged_platforms(people: Sequence[Person]) -> tuple[Platform, ...]:
    """The platforms for which somebody's skill or comfort is known, in the order of the list."""
    named = {
        skill.platform for person in people for skill in person.skills if (skill.skill, skill.comfort) != (None, None)
    }
    return tuple(platform for platform in Platform if platform in named)


def best_level(people: Iterable[Person], platform: Platform) -> int | None:
    """The best skill that anybody has on a platform; None where nobody's was judged."""
    return _best(level(person, platform) for person in people)


def best_comfort(people: Iterable[Person], platform: Platform) -> int | None:
    """The best comfort that anybody has on a platform; None where nobody's was judged."""
    return _best(comfort(person, platform) for person in people)


def _best(levels: Iterable[int | None]) -> int | None:
    return max((level for level in levels if level is not None), default=None)


def skill_gaps(people: Sequence[Person]) -> tuple[Platform, ...]:
    """Platforms whose skill was judged and on which nobody can make a post alone."""
    best = ((platform, best_level(people, platform)) for platform in judged_platforms(people))
    return tuple(platform for platform, skill in best if skill is not None and skill < ABLE)


def uneasy(people: Sequence[Person]) -> tuple[tuple[Platform, int], ...]:
    """Platforms with the number of people who have the skill for them and would rather not appear there."""
    counts = ((platform, sum(_is_uneasy(person, platform) for person in people)) for platform in Platform)
    return tuple((platform, n) for platform, n in counts if n)


def _is_uneasy(person: Person, platform: Platform) -> bool:
    skill, felt = level(person, platform), comfort(person, platform)
    return skill is not None and felt is not None and skill >= ABLE > felt


def ranked(messages: Iterable[Message]) -> tuple[Message, ...]:
    """The messages whose effect and effort were judged, most effect for the effort (effect / effort) first."""
    judged = [(message.effect / message.effort, message) for message in messages if message.effect and message.effort]
    return tuple(message for _, message in sorted(judged, key=lambda pair: -pair[0]))


def lonely(places: Sequence[Place], led_to: Iterable[str]) -> tuple[Place, ...]:
    """Places that lead nowhere and that nothing leads to; ``led_to`` are the places that channels point to."""
    reached = {target for place in places for target in place.leads_to_places} | set(led_to)
    return tuple(
        place
        for place in places
        if not place.leads_to_places and not place.leads_to_channels and place.id not in reached
    )
