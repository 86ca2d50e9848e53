"""Theme days: a small rule language that gives the dates of any year (described in ``data/facts/README.md``)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from workshoplib.facts.rows import Fact

_WEEKDAYS = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")


@dataclass(frozen=True)
class ThemeDay:
    fact: Fact
    kind: str
    country: str
    name_nb: str
    name_sv: str
    name_da: str
    name_en: str
    rule_type: str
    rule: str
    relevance: str

    def name(self, language: str) -> str:
        """The day's name in one of the kit's languages."""
        return {"nb": self.name_nb, "sv": self.name_sv, "da": self.name_da}.get(language, self.name_en)

    def countries(self) -> tuple[str, ...]:
        """The countries that keep the day."""
        return tuple(self.country.split(";"))

    def span(self, year: int) -> tuple[date, date] | None:
        """The first and last day in a year (the same day for most); None in a year without it."""
        return _SPANS[self.rule_type](self.rule, year)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature, 20 April 1876)."""
    century, place = divmod(year, 100)
    lunar = year % 19
    epact = (19 * lunar + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (place // 4) - epact - place % 4) % 7
    shift = (lunar + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _month_day(text: str, year: int) -> date:
    month, day = text.split("-")
    return date(year, int(month), int(day))


def _fixed(rule: str, year: int) -> tuple[date, date]:
    day = _month_day(rule, year)
    return day, day


def _date_range(rule: str, year: int) -> tuple[date, date]:
    first, last = (_month_day(end, year) for end in rule.split(".."))
    return first, last if last >= first else last.replace(year=year + 1)


def _nth_weekday(rule: str, year: int) -> tuple[date, date]:
    place, weekday, rest = rule.split(":")
    month, _, shift = rest.partition("+")
    day = _weekday_of_month(int(place), _WEEKDAYS.index(weekday), int(month), year) + timedelta(int(shift or 0))
    return day, day


def _weekday_of_month(place: int, weekday: int, month: int, year: int) -> date:
    if place > 0:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.weekday()) % 7 + 7 * (place - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
    return last - timedelta((last.weekday() - weekday) % 7 + 7 * (-place - 1))


def _easter_offset(rule: str, year: int) -> tuple[date, date]:
    day = easter(year) + timedelta(int(rule))
    return day, day


def _weekday_between(rule: str, year: int) -> tuple[date, date]:
    weekday, window = rule.split(":")
    first, _ = _date_range(window, year)
    day = first + timedelta((_WEEKDAYS.index(weekday) - first.weekday()) % 7)
    return day, day


def _weekday_between_every(rule: str, year: int) -> tuple[date, date] | None:
    window, first_year, step = rule.rsplit(":", 2)
    return None if (year - int(first_year)) % int(step) else _weekday_between(window, year)


def _iso_week(rule: str, year: int) -> tuple[date, date]:
    first, _, last = rule.partition("..")
    return date.fromisocalendar(year, int(first), 1), date.fromisocalendar(year, int(last or first), 5)


_SPANS: Mapping[str, Callable[[str, int], tuple[date, date] | None]] = {
    "fixed": _fixed,
    "date_range": _date_range,
    "nth_weekday": _nth_weekday,
    "easter_offset": _easter_offset,
    "weekday_between": _weekday_between,
    "weekday_between_every": _weekday_between_every,
    "iso_week": _iso_week,
}
