"""The days and hours of a plan: which are open, which exist, and when who is there."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from workshoplib.analysis.audience import how_often
from workshoplib.analysis.schedule.request import Occasion, Slot
from workshoplib.facts import PostTime, ThemeDay
from workshoplib.strategy.choices import Country, Platform
from workshoplib.strategy.content import Occasion as OwnDate
from workshoplib.strategy.personas import Persona

ZONES: Mapping[Country, str] = {
    Country.NORWAY: "Europe/Oslo",
    Country.SWEDEN: "Europe/Stockholm",
    Country.DENMARK: "Europe/Copenhagen",
    Country.UNITED_KINGDOM: "Europe/London",
}
NOON = 12
"""The hour of a post when nobody knows better."""

OWN_DATE, THEME_DAY = 200, 10
"""What a post on an own date and on a theme day weighs; see ``model``."""

_LONGEST_OCCASION = 3
"""Days. An own date this short is meant to be posted on, even if it is a public holiday."""
_SOUGHT_BY_THE_TABLES = 50
_USUAL_WEIGHT = 3
_WEEKDAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")
_THEMES = {"commercial", "cultural"}


def first_monday(start: date) -> date:
    """The Monday on or after a day."""
    return start + timedelta(-start.weekday() % 7)


def closed(days: Iterable[date], holidays: Container[date], own: Sequence[OwnDate]) -> frozenset[date]:
    """The days on which nothing goes out by plan: quiet ones, and public holidays that are no own date."""
    return frozenset(day for day in days if _is_closed(day, holidays, own))


def _is_closed(day: date, holidays: Container[date], own: Sequence[OwnDate]) -> bool:
    there = [one for one in own if covers(one, day)]
    if any(one.quiet for one in there):
        return True
    return day in holidays and not any(_length(one) <= _LONGEST_OCCASION for one in there)


def covers(own: OwnDate, day: date) -> bool:
    """Whether a day is one of an own date's."""
    return own.first_day is not None and own.first_day <= day <= (own.last_day or own.first_day)


def _length(own: OwnDate) -> int:
    return ((own.last_day or own.first_day) - own.first_day).days + 1 if own.first_day else 0


def occasions(
    own: Sequence[OwnDate], themes: Sequence[ThemeDay], country: Country | None, language: str, days: Sequence[date]
) -> tuple[Occasion, ...]:
    """Own dates and the country's theme days (trade and culture, single days) that fall on some days."""
    within = frozenset(days)
    loud = [one for one in own if not one.quiet]
    found = [Occasion(one.name, frozenset(day for day in days if covers(one, day)), OWN_DATE) for one in loud]
    for theme in themes:
        if country and country.value in theme.countries() and theme.kind in _THEMES:
            spans = (theme.span(year) for year in sorted({day.year for day in days}))
            single = frozenset(span[0] for span in spans if span and span[0] == span[1])
            found.append(Occasion(theme.name(language), single & within, THEME_DAY))
    return tuple(one for one in found if one.days)


def is_plain(day: date, hour: int, zone: ZoneInfo) -> bool:
    """Whether the hour comes exactly once on that day: not skipped and not repeated when the clocks change."""
    moment = datetime.combine(day, time(hour), zone)
    return moment.utcoffset() == moment.replace(fold=1).utcoffset()


class Presence:
    """Which personas are on a platform, when, and how much each counts there."""

    def __init__(self, personas: Sequence[Persona], platform: Platform | None) -> None:
        users = [persona for persona in personas if platform and how_often(persona, platform)]
        self.counts = {persona.id: float(_weight(persona, platform)) for persona in users if platform}
        self._hours = {persona.id: persona.hours_on(platform).days() for persona in users if platform}

    def attention(self, day: date, hour: int) -> int:
        """Out of 100 who matter, how many are there."""
        whole = sum(self.counts.values())
        there = sum(count for id, count in self.counts.items() if hour in self._hours[id][day.weekday()])
        return round(100 * there / whole) if whole else 0

    def slots(self, days: Sequence[date], zone: ZoneInfo, usual: Mapping[int, int]) -> Iterator[Slot]:
        """For each day and persona the hour when most are there with them; where no hours are known, a usual one."""
        known = any(hours for week in self._hours.values() for hours in week)
        for day in days:
            for id in sorted(self.counts) or [""]:
                hours = self._hours[id][day.weekday()] if known and id else (usual.get(day.weekday(), NOON),)
                fit = [hour for hour in hours if is_plain(day, hour, zone)]
                if fit:
                    best = max(fit, key=lambda hour: (self.attention(day, hour), -hour))
                    score = self.attention(day, best) if known else _SOUGHT_BY_THE_TABLES * (day.weekday() in usual)
                    yield Slot(day, time(best), id, score)


def _weight(persona: Persona, platform: Platform) -> int:
    return (persona.weight or _USUAL_WEIGHT) * (how_often(persona, platform) or 0)


def usual_hours(rows: Sequence[PostTime], platform: Platform | None) -> dict[int, int]:
    """By weekday the first hour of the window that others found best on a platform, or else on all."""
    best = [row for row in rows if row.kind == "best" and row.industry == "all" and row.start_local]
    own = [row for row in best if platform and row.platform == platform.value]
    chosen = own or [row for row in best if row.platform == "all"]
    return {_WEEKDAYS.index(row.day): int(row.start_local.partition(":")[0]) for row in reversed(chosen)}
