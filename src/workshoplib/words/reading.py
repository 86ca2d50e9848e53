"""What people type, read as the numbers, dates and times that they mean.

People write as their language does, and also as their bank, their phone or a spreadsheet taught them. So whatever can
only mean one thing is taken, in every language; what could mean two things is refused with both of them shown.

Numbers: spaces and apostrophes only ever group digits. Of "." and "," the last is the decimal sign where both occur,
and one that occurs twice groups. One that occurs once is the decimal sign, unless it could group as well, as in
"1.234". Then the language decides: its own decimal sign is one, its own group sign groups ("." in Danish, "," in
English). For "." in Norwegian and Swedish, which know it as neither, the person is asked to write the number otherwise.

Dates: the day comes before the month. A year of two digits belongs to this century.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, NoReturn

from workshoplib.errors import N_, WorkshopError

if TYPE_CHECKING:
    from workshoplib.words.formats import Formats

LONGEST = 60
"""Characters that anybody needs to write a number, a date or a time."""

EXAMPLE_NUMBER = Decimal("12500.5")
EXAMPLE_DAY = dt.date(2027, 1, 6)
EXAMPLE_TIME = dt.time(14, 30)

_MINUS_SIGNS = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2010": "-", "\u2011": "-", "\u2019": "'"})

_CURRENCY = r"(?:kr\.?|kroner|kronor|nok|sek|dkk|eur|gbp|€|£)"
_NUMBER = re.compile(
    rf"(?P<before>[+-]?) ?(?:{_CURRENCY} ?)?(?P<after>[+-]?) ?"
    rf"(?P<digits>[0-9., ']*[0-9])"
    rf"(?:[,.:]-)? ?(?:{_CURRENCY}|%)?",  # "500,-" and Swedish "500:-" are whole amounts
    re.IGNORECASE,
)
_GROUPED = re.compile(r"[0-9]{1,3}(?:([ ',.])[0-9]{3})(?:\1[0-9]{3})*")
_COULD_BE_GROUPED = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")

_YEAR_FIRST = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:\. ?|[ /-])(\d{1,2})(?:\. ?|[ /-])(\d{4}|\d{2})")
_SHORT_WITH_HYPHENS = re.compile(r"(\d{2})-(\d{2})-(\d{2})")
_NO_YEAR = re.compile(r"\d{1,2}[./-] ?\d{1,2}\.?")
_DAY_OF_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_YEAR = re.compile(r"\d{4}|\d{2}")
_YEARS = range(1900, 2200)
_CENTURY = 2000
_DAY_PARTS = ("den", "the", "of")

_TIME = re.compile(
    r"(?:(?:kl\.?|klokken|klokka|klockan|at) ?)?(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2})(?::00)?)?"
    r"(?: ?(?P<half>[ap])\.?m\.?)?",
    re.IGNORECASE,
)


class Unreadable(WorkshopError):
    """What somebody typed is not what was asked for, or could mean two things."""


class Reader:
    """Reads what people type in one locale."""

    def __init__(self, formats: "Formats") -> None:
        self._formats = formats
        self._decimal_sign, self._group_sign = formats.decimal_sign, formats.group_sign
        self._months = formats.months_by_name()
        self._weekdays = formats.weekday_names()

    def number(self, typed: str) -> Decimal:
        text = _tidied(typed)
        found = _NUMBER.fullmatch(text)
        if len(text) > LONGEST or not found or (found["before"] and found["after"]):
            self._refuse_number(text)
        plain = self._plain(text, found["digits"])
        return Decimal(plain) if "-" not in (found["before"], found["after"]) else -Decimal(plain)

    def date(self, typed: str) -> dt.date:
        text = _tidied(typed)
        if len(text) > LONGEST:
            self._refuse_date(text)
        if found := _YEAR_FIRST.fullmatch(text):
            year, month, day = (int(figure) for figure in found.groups())
            return self._day(text, year, month, day)
        if self._formats.year_comes_first and (found := _SHORT_WITH_HYPHENS.fullmatch(text)):
            return self._one_of_two_days(text, *(int(figure) for figure in found.groups()))
        if found := _DAY_FIRST.fullmatch(text):
            day, month, year = (int(figure) for figure in found.groups())
            return self._day(text, year, month, day)
        return self._day_with_name(text)

    def time(self, typed: str) -> dt.time:
        text = _tidied(typed)
        found = _TIME.fullmatch(text)
        if not found:
            self._refuse_time(text)
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
        if found["half"]:
            if not 1 <= hour <= 12:
                self._refuse_time(text)
            hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
        try:
            return dt.time(hour, minute)
        except ValueError:
            self._refuse_time(text)

    def _plain(self, text: str, digits: str) -> str:
        """The digits as a program writes them: no groups, and a point for the decimal sign."""
        sign = self._decimal_sign_in(text, digits)
        whole, _, fraction = digits.rpartition(sign) if sign else (digits, "", "")
        if not (whole == "" or whole.isdigit() or _GROUPED.fullmatch(whole)) or (sign and not fraction.isdigit()):
            self._refuse_number(text)
        return re.sub(r"[^0-9]", "", whole) + ("." + fraction if sign else "")

    def _decimal_sign_in(self, text: str, digits: str) -> str:
        """Which of "." and "," is the decimal sign in these digits; "" where none is."""
        signs = [character for character in digits if character in ".,"]
        if len(signs) != 1:
            return signs[-1] if len(set(signs)) == 2 else ""
        if signs[0] == self._decimal_sign or not _COULD_BE_GROUPED.fullmatch(digits):
            return signs[0]
        if signs[0] == self._group_sign:
            return ""
        whole, fraction = digits.split(signs[0])
        raise Unreadable(
            N_("“{typed}” can mean {large} or {small}. Write one of these."),
            typed=text,
            large=Decimal(whole + fraction),
            small=self._formats.number(Decimal(f"{whole}.{fraction}"), 3),
        )

    def _one_of_two_days(self, text: str, first: int, second: int, third: int) -> dt.date:
        """ "27-01-06" in Swedish: the year is more often written first, but who knows."""
        days = {day for day in (_day_or_none(first, second, third), _day_or_none(third, second, first)) if day}
        if len(days) == 2:
            early, late = sorted(days)
            raise Unreadable(
                N_("“{typed}” can mean {early} or {late}. Write the year with four digits."),
                typed=text,
                early=early,
                late=late,
            )
        return days.pop() if days else self._refuse_day(text)

    def _day_with_name(self, text: str) -> dt.date:
        """A date such as "onsdag den 6. januar 2027"."""
        said = [word for word in re.split(r"[ .,]+", text.lower()) if word and not self._says_nothing(word)]
        months = [month for word in said if (month := self._month(word))]
        figures = [word for word in said if not self._month(word)]
        days = [found for figure in figures[:1] if (found := _DAY_OF_MONTH.fullmatch(figure))]
        if (not months and _NO_YEAR.fullmatch(text)) or len(months) == len(days) == len(figures) == 1:
            self._refuse_missing_year(text)
        if len(months) != 1 or len(figures) != 2 or not days or not _YEAR.fullmatch(figures[1]):
            self._refuse_date(text)
        return self._day(text, int(figures[1]), months[0], int(days[0][1]))

    def _says_nothing(self, word: str) -> bool:
        return word in _DAY_PARTS or any(name.startswith(word) for name in self._weekdays if len(word) >= 3)

    def _month(self, word: str) -> int | None:
        if len(word) < 3:
            return None
        return next((number for name, number in self._months.items() if name.startswith(word)), None)

    def _day(self, text: str, year: int, month: int, day: int) -> dt.date:
        return _day_or_none(year, month, day) or self._refuse_day(text)

    def _refuse_number(self, text: str) -> NoReturn:
        example = self._formats.number(EXAMPLE_NUMBER, 2)
        if not text:
            raise Unreadable(N_("Nothing is written here. Write a number, for example {example}."), example=example)
        raise Unreadable(
            N_("“{typed}” is not a number. Write it in digits, for example {example}."),
            typed=_shortened(text),
            example=example,
        )

    def _refuse_date(self, text: str) -> NoReturn:
        if not text:
            raise Unreadable(
                N_("Nothing is written here. Write a date, for example {example}."), **self._example_of_day()
            )
        raise Unreadable(
            N_("“{typed}” is not a date. Write day, month and year, for example {example}."),
            typed=_shortened(text),
            **self._example_of_day(),
        )

    def _refuse_missing_year(self, text: str) -> NoReturn:
        raise Unreadable(
            N_("“{typed}” has no year. Write it with the year, for example {example}."),
            typed=text,
            **self._example_of_day(),
        )

    def _refuse_day(self, text: str) -> NoReturn:
        raise Unreadable(
            N_("There is no day “{typed}”. Write day, month and year, for example {example}."),
            typed=text,
            **self._example_of_day(),
        )

    def _refuse_time(self, text: str) -> NoReturn:
        example = self._formats.time(EXAMPLE_TIME)
        if not text:
            raise Unreadable(N_("Nothing is written here. Write a time, for example {example}."), example=example)
        raise Unreadable(
            N_("“{typed}” is not a time of day. Write hour and minutes, for example {example}."),
            typed=_shortened(text),
            example=example,
        )

    def _example_of_day(self) -> Mapping[str, str]:
        return {"example": self._formats.short_date(EXAMPLE_DAY)}


def _tidied(typed: str) -> str:
    """The text with plain spaces, one hyphen for all minus signs, and without marks that nobody sees."""
    seen = "".join(character for character in typed if unicodedata.category(character) != "Cf")
    return " ".join(seen.translate(_MINUS_SIGNS).split())


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def _day_or_none(year: int, month: int, day: int) -> dt.date | None:
    full = year if year > 99 else _CENTURY + year
    try:
        return dt.date(full, month, day) if full in _YEARS else None
    except ValueError:
        return None
