"""What a schedule is made from, without any words: numbers, days and ids only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from enum import StrEnum

OPEN = ""
"""The format of a flexible post: whatever the day brings."""

NOBODY = ""
"""The maker of a post where nobody is known who could make it; has no hours that could run out."""

WORKDAYS = 5
WEEKS_IN_BLOCK = 4
"""Shares are kept over stretches of four weeks: nobody sees a year's average."""


class Bond(StrEnum):
    """How firmly a post that is known beforehand stands."""

    KEPT = "kept"
    """Somebody has written, changed or locked it: nothing moves it."""
    SERIES = "series"
    """Comes back by itself: on its day, or where that is closed on another one of the week."""
    EARLIER = "earlier"
    """An earlier plan proposed it and nobody has touched it: stays where it can."""


@dataclass(frozen=True)
class Slot:
    """A day and an hour on a channel, and the persona who is meant then ("" where none is known)."""

    day: date
    at: time
    persona: str
    attention: int
    """Out of 100 who matter on the channel, how many are there at that hour."""


@dataclass(frozen=True)
class Option:
    """One way to do a job: when, and by whom."""

    day: date
    at: time | None
    maker: str
    attention: int = 0


@dataclass(frozen=True)
class Job:
    """A post that is known beforehand; it is done in one of its ways."""

    id: str
    line: str
    bond: Bond
    options: tuple[Option, ...]
    format: str
    hours: float
    pillar: str = ""
    persona: str = ""
    promotes: bool = False
    source: str = ""
    """The series that it is one of."""
    flexible: bool = False
    was: str = ""
    """For one of a series: the post of an earlier plan that it takes the place of."""


@dataclass(frozen=True)
class Line:
    """What one channel wants."""

    id: str
    rate: float
    """Posts a week."""
    gap: int
    """Days from one post to the next, at least; within so many days there are at most ``at_once``."""
    at_once: int
    effort: Mapping[str, float]
    """Hours that a post takes by format, ``OPEN`` included."""
    makers: Mapping[str, tuple[str, ...]]
    """Who can make which format."""
    slots: tuple[Slot, ...]
    open_days: tuple[int, ...]
    """Days of each week on which a post may go out and somebody who could make it is there."""
    personas: Mapping[str, float]
    """How much each persona counts here."""
    owner: str = NOBODY


@dataclass(frozen=True)
class Person:
    id: str
    hours: float
    """Hours a week that the person has at most."""
    for_content: float
    """Hours a week that the person adds to those that the team has for making posts."""
    away: frozenset[date] = frozenset()
    strengths: frozenset[str] = frozenset()

    def presence(self, monday: date) -> float:
        """The share of a week's five working days on which the person is there."""
        return sum(monday + timedelta(day) not in self.away for day in range(WORKDAYS)) / WORKDAYS


@dataclass(frozen=True)
class Occasion:
    """Days on which one would like to post anything at all."""

    name: str
    days: frozenset[date]
    gain: int


@dataclass(frozen=True)
class Drive:
    """A campaign that wants a post beside it each week."""

    id: str
    line: str
    days: frozenset[date]


@dataclass(frozen=True)
class Request:
    """All that a schedule depends on. Weeks begin on ``monday``; the order of things in it makes no difference."""

    monday: date
    weeks: int
    lines: tuple[Line, ...]
    people: tuple[Person, ...] = ()
    pillars: Mapping[str, float] = field(default_factory=dict)
    """Wanted shares of pillars; any scale."""
    flexible: float = 0.0
    """Share of posts that are kept open, 0 to 1."""
    promotion: float = 1.0
    """Share of posts that may sell something, at most, 0 to 1."""
    jobs: tuple[Job, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    drives: tuple[Drive, ...] = ()
    """Campaigns, at most one for a channel and week."""

    def week_of(self, day: date) -> int:
        """The number of the day's week, the first is 0."""
        return (day - self.monday).days // 7

    def pool(self, week: int) -> float:
        """The hours that the team has for making posts in a week."""
        monday = self.monday + timedelta(weeks=week)
        return sum(person.for_content * person.presence(monday) for person in self.people)
