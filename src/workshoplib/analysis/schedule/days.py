"""The days and hours of a plan: which are open, which exist, and when who is there."""

from collections.abc import Iterator, Mapping, Sequence
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


def closed(holidays: Mapping[date, str], own: Sequence[OwnDate]) -> frozenset[date]:
    """Days on which nothing goes out by plan: quiet ones, and public holidays that are no own date."""
    quiet = {day for one in own if one.quiet for day in days_of(one)}
    loud = {day for one in own if not one.quiet for day in days_of(one) if len(days_of(one)) <= _LONGEST_OCCASION}
    return frozenset(quiet | (set(holidays) - loud))


def days_of(own: OwnDate) -> tuple[date, ...]:
    """All days of an own date; none until it has a first day."""
    return _run(own.first_day, own.last_day or own.first_day) if own.first_day else ()


def _run(first: date, last: date | None) -> tuple[date, ...]:
    return tuple(first + timedelta(n) for n in range(((last or first) - first).days + 1))


def occasions(
    own: Sequence[OwnDate], themes: Sequence[ThemeDay], country: Country | None, language: str, days: Sequence[date]
) -> tuple[Occasion, ...]:
    """Own dates and the country's theme days (trade and culture, single days) that fall on some days."""
    within = frozenset(days)
    found = [Occasion(one.name, frozenset(days_of(one)) & within, OWN_DATE) for one in own if not one.quiet]
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
