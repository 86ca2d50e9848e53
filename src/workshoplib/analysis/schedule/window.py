"""The stretch of days that is planned, with what a strategy says about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from statistics import fmean
from zoneinfo import ZoneInfo

from workshoplib.analysis.audience import living
from workshoplib.analysis.load import hours_of_formats
from workshoplib.analysis.presence import active
from workshoplib.analysis.schedule import days as calendar
from workshoplib.analysis.schedule.request import Person
from workshoplib.facts import Facts
from workshoplib.strategy import Strategy
from workshoplib.strategy import organisation as org
from workshoplib.strategy.choices import Country, Format
from workshoplib.strategy.content import Post
from workshoplib.strategy.platforms import Channel

_USUAL_HOURS = 1.0


@dataclass(frozen=True)
class Window:
    """So many weeks from a Monday on."""

    strategy: Strategy
    facts: Facts
    monday: date
    weeks: int

    @cached_property
    def country(self) -> Country | None:
        return self.strategy.organisation.country

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(calendar.ZONES[self.country]) if self.country else ZoneInfo("UTC")

    @cached_property
    def days(self) -> tuple[date, ...]:
        return tuple(self.monday + timedelta(n) for n in range(7 * self.weeks))

    @cached_property
    def open_days(self) -> frozenset[date]:
        years = sorted({day.year for day in self.days})
        holidays = self.facts.holidays(self.country.value, years) if self.country else {}
        return frozenset(self.days) - calendar.closed(self.days, holidays, self.strategy.content.occasions)

    @cached_property
    def rates(self) -> Mapping[str, float]:
        return {row.channel: row.posts_per_week for row in self.strategy.content.cadence if row.posts_per_week}

    @cached_property
    def channels(self) -> tuple[Channel, ...]:
        return tuple(channel for channel in active(self.strategy.platforms) if channel.id in self.rates)

    @cached_property
    def posts(self) -> tuple[Post, ...]:
        last = self.days[-1]
        return tuple(post for post in self.strategy.content.posts if post.due and self.monday <= post.due <= last)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        share = self.strategy.budget.content_percent
        return tuple(
            Person(
                one.id,
                one.hours_a_week,
                one.hours_a_week * (share if share is not None else 100.0) / 100,
                frozenset(day for day in self.days if is_away(one, day)),
                frozenset(strength.value for strength in one.strengths),
            )
            for one in self.strategy.organisation.people
            if one.hours_a_week
        )

    def effort(self, format: Format | None) -> float:
        """Hours that a format takes; the mean of those known where nobody has said."""
        usual = hours_of_formats(self.strategy.content)
        return usual.get(format, fmean(usual.values()) if usual else _USUAL_HOURS) if format else _USUAL_HOURS

    def presence(self, channel: Channel) -> calendar.Presence:
        return calendar.Presence(living(self.strategy.personas), channel.platform)

    def days_with(self, makers: frozenset[str]) -> tuple[int, ...]:
        """The open days of each week on which one of these people is there."""
        away = [one.away for one in self.people if one.id in makers]
        nobody_there = frozenset.intersection(*away) if away else frozenset()
        served = self.open_days - nobody_there
        return tuple(sum(day in served for day in self.days[7 * w : 7 * w + 7]) for w in range(self.weeks))

    def week_of(self, day: date) -> int:
        """The number of the day's week, the first is 0."""
        return (day - self.monday).days // 7

    def channel(self, id: str) -> Channel:
        return next(channel for channel in self.channels if channel.id == id)


def is_away(person: org.Person, day: date) -> bool:
    """Whether the person is on leave that day."""
    return any(one.start and one.start <= day <= (one.end or one.start) for one in person.leave)
