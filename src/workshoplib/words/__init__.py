"""Words: every sentence, number, date and amount that a user meets, in the user's language.

A message is written in English where it is said, and is at the same time the key of its translation::

    say = words("nb")
    say("Saved {time}", time=moment.time())
    say.plural("{n} goal", "{n} goals", len(goals))
    say.money(12500, "NOK")

Places in a message are ``{named}``. What is put into them is only ever text: a value with braces of its own stays as it
is. A place that gets no value stays visible as ``{name}``, because a room full of people is helped more by an odd word
than by a traceback; a test reads every call in this package and names those that forget one.
"""

import datetime as dt
import gettext
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from workshoplib.errors import N_, WorkshopError
from workshoplib.words.reading import Reader, Unreadable

if TYPE_CHECKING:
    from workshoplib.words.formats import Formats

__all__ = ["LANGUAGES", "UnknownLanguage", "Unreadable", "Words", "words"]

LANGUAGES: Mapping[str, str] = {"en": "en_GB", "nb": "nb_NO", "sv": "sv_SE", "da": "da_DK"}
"""Each language with its locale. The territory matters: Babel's bare ``nb`` counts weeks as the United States do."""

DOMAIN = "workshoplib"
LOCALE_FOLDER = Path(__file__).parent / "locale"

PLACE = re.compile(r"\{([a-z_][a-z0-9_]*)\}")
"""A place in a message: ``{deadline}``."""

_PLACE_AND_STOP = re.compile(PLACE.pattern + r"(\.?)")


class UnknownLanguage(WorkshopError):
    """Somebody asked for a language that there is no catalogue for."""


@cache
def words(language: str) -> "Words":
    """The words of a language: ``en``, ``nb``, ``sv`` or ``da``; UnknownLanguage for any other."""
    if language not in LANGUAGES:
        raise UnknownLanguage(
            N_("There is no language “{language}” here. Choose one of {known}."),
            language=language,
            known=", ".join(LANGUAGES),
        )
    return Words(language)


class Words:
    """Says things in one language: called with a message it translates, its methods write and read values."""

    def __init__(self, language: str, folder: Path = LOCALE_FOLDER) -> None:
        self.language = language
        self.locale = LANGUAGES[language]
        self._catalogue = gettext.translation(DOMAIN, folder, [self.locale], fallback=True)

    def __repr__(self) -> str:
        return f"words({self.language!r})"

    def __call__(self, message: str, /, **values: object) -> str:
        """The message in this language with ``values`` in its places; in English where a translation is missing.

        Dates, times, floats, decimals and lists are written as the language writes them. A whole number is written as
        it is, since it may be a year or a line; give ``say.number(n)`` for an amount.
        """
        if not message:
            return ""  # to gettext the empty message is the catalogue's header
        return self._filled(self._catalogue.gettext(message), values)

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The form of the message that fits ``n`` things; ``{n}`` is the number, grouped as the language does."""
        return self._filled(self._catalogue.ngettext(one, many, n), {"n": self.number(n), **values})

    def error(self, error: WorkshopError) -> str:
        """What an error says, in this language."""
        return self(error.message, **error.values)

    def number(self, value: float | Decimal, decimals: int | None = None) -> str:
        """A number, halves rounded up: with exactly ``decimals`` decimals, or with as many as it has, up to three."""
        return self._formats.number(value, decimals)

    def percent(self, value: float | Decimal, decimals: int | None = None) -> str:
        """A share as people say it: 30 is "30 %". With as many decimals as it has, up to one, unless told."""
        return self._formats.percent(value, decimals)

    def money(self, value: float | Decimal, currency: str | None) -> str:
        """An amount with its currency (``NOK``), without decimals where it is whole; without currency where none is."""
        return self._formats.money(value, currency)

    def date(self, day: dt.date) -> str:
        """A date with the month's name: "6. januar 2027"."""
        return self._formats.date(day)

    def short_date(self, day: dt.date) -> str:
        """A date in digits: "06.01.2027", "2027-01-06" in Swedish."""
        return self._formats.short_date(day)

    def weekday(self, number: int) -> str:
        """The name of a day of the week, Monday is 0."""
        return self._formats.weekday(number)

    def short_weekday(self, number: int) -> str:
        """The short name of a day of the week, Monday is 0."""
        return self._formats.short_weekday(number)

    def month(self, number: int) -> str:
        """The name of a month, January is 1."""
        return self._formats.month(number)

    def short_month(self, number: int) -> str:
        """The short name of a month, January is 1."""
        return self._formats.short_month(number)

    def time(self, clock: dt.time) -> str:
        """A time of day in hours and minutes: "14:30", "14.30" in Danish."""
        return self._formats.time(clock)

    def moment(self, moment: dt.datetime) -> str:
        """A date with its time of day, in the time zone that ``moment`` is given in."""
        return self(N_("{date} at {time}"), date=moment.date(), time=moment.time())

    def list(self, things: Iterable[str], *, either: bool = False) -> str:
        """The things one after the other, with "and" before the last; "or" where ``either`` of them is meant."""
        return self._formats.list(things, either=either)

    def read_number(self, typed: str) -> Decimal:
        """The number that somebody typed, in this language's way of writing or plainly; Unreadable if it is none."""
        return self._reader.number(typed)

    def read_date(self, typed: str) -> dt.date:
        """The date that somebody typed, in digits or with the month's name; Unreadable if it is none."""
        return self._reader.date(typed)

    def read_time(self, typed: str) -> dt.time:
        """The time of day that somebody typed; Unreadable if it is none."""
        return self._reader.time(typed)

    @cached_property
    def _formats(self) -> "Formats":
        from workshoplib.words.formats import Formats  # here, because Babel takes long to import

        return Formats(self.locale)

    @cached_property
    def _reader(self) -> Reader:
        return Reader(self._formats)

    def _filled(self, message: str, values: Mapping[str, object]) -> str:
        # One pass and no str.format: neither a value with braces nor a message such as "{x.y}" is ever evaluated.
        def shown(place: re.Match[str]) -> str:
            name, stop = place[1], place[2]
            if name not in values:
                return place[0]
            text = self._shown(values[name])
            return text if stop and text.endswith((".", "?")) else text + stop  # "64.042 kr." ends a sentence as it is

        return _PLACE_AND_STOP.sub(shown, message)

    def _shown(self, value: object) -> str:
        match value:
            case str():
                return value
            case WorkshopError():
                return self.error(value)
            case dt.datetime():
                return self.moment(value)
            case dt.date():
                return self.date(value)
            case dt.time():
                return self.time(value)
            case float() | Decimal():
                return self.number(value)
            case list() | tuple():
                return self.list([self._shown(thing) for thing in value])
            case _:
                return str(value)
