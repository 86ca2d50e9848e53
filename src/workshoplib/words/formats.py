"""How a language writes numbers, amounts and dates, by Babel and the locale data of the Unicode consortium."""

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal, localcontext

from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, get_territory_currencies

NBSP = "\u00a0"
UNKNOWN = "–"
"""What is written for "not a number"."""

_DIGITS = 400
"""Enough for every float; with the usual 28 a long number is an error."""

_SIGNS_EVERYBODY_KNOWS = frozenset({"EUR", "GBP"})


class Formats:
    """Writes values as one locale does."""

    def __init__(self, locale: str) -> None:
        self.locale = Locale.parse(locale)
        self.decimal_sign = str(self.locale.number_symbols["latn"]["decimal"])
        self.group_sign = str(self.locale.number_symbols["latn"]["group"])
        self._minus = str(self.locale.number_symbols["latn"]["minusSign"])
        self.year_comes_first = str(self.locale.date_formats["short"].pattern).startswith("y")

    def number(self, value: float | Decimal, decimals: int | None = None) -> str:
        return self._number(value, _pattern(3, least=0) if decimals is None else _pattern(decimals))

    def percent(self, value: float | Decimal, decimals: int | None = None) -> str:
        share = self._number(value, _pattern(1, least=0) if decimals is None else _pattern(decimals))
        return str(self.locale.percent_formats[None].pattern).replace("#,##0", share)

    def money(self, value: float | Decimal, currency: str | None) -> str:
        amount = _rounded(value, 2)
        whole = amount == amount.to_integral_value()
        if not currency or not amount.is_finite():
            return self.number(amount, 0 if whole else 2)
        pattern = self._money_pattern(str(currency), _pattern(0 if whole else 2))
        return str(format_currency(amount, str(currency), pattern, self.locale, currency_digits=False))

    def date(self, day: dt.date) -> str:
        return str(format_date(day, "long", self.locale))

    def short_date(self, day: dt.date) -> str:
        return str(format_date(day, "short", self.locale))

    def weekday(self, number: int) -> str:
        return str(self.locale.days["stand-alone"]["wide"][number])

    def short_weekday(self, number: int) -> str:
        return str(self.locale.days["stand-alone"]["abbreviated"][number])

    def month(self, number: int) -> str:
        return str(self.locale.months["stand-alone"]["wide"][number])

    def short_month(self, number: int) -> str:
        return str(self.locale.months["stand-alone"]["abbreviated"][number])

    def time(self, clock: dt.time) -> str:
        return str(format_time(clock.replace(tzinfo=None), "short", locale=self.locale))

    def list(self, things: Iterable[str], *, either: bool = False) -> str:
        return str(format_list(tuple(things), "or" if either else "standard", self.locale))

    def months_by_name(self) -> Mapping[str, int]:
        """The months that a reader knows: the locale's own and the English ones, in small letters."""
        return {
            name.lower(): number
            for locale in (Locale.parse("en"), self.locale)
            for number, name in locale.months["format"]["wide"].items()
        }

    def weekday_names(self) -> tuple[str, ...]:
        """The days of the week that a reader knows: the locale's own and the English ones, in small letters."""
        return tuple(
            name.lower()
            for locale in (Locale.parse("en"), self.locale)
            for name in locale.days["format"]["wide"].values()
        )

    def _number(self, value: float | Decimal, pattern: str) -> str:
        number = _rounded(value, len(pattern.partition(".")[2]))
        if number.is_nan():
            return UNKNOWN
        with localcontext(prec=_DIGITS):
            # Babel writes the hyphen of a pattern as it is, whatever the locale's own minus
            return str(format_decimal(number, pattern, self.locale)).replace("-", self._minus)

    def _money_pattern(self, currency: str, amount: str) -> str:
        """The sign at home ("kr", "£") and for the euro and the pound, the three letters for all others."""
        at_home = currency in get_territory_currencies(str(self.locale.territory))
        sign = "¤" if at_home or currency in _SIGNS_EVERYBODY_KNOWS else "¤¤"
        if not self.locale.currency_formats["standard"].pattern.startswith("¤"):
            return f"{amount}{NBSP}{sign}"
        return f"{sign}{amount}" if sign == "¤" else f"{sign}{NBSP}{amount}"


def _pattern(decimals: int, least: int | None = None) -> str:
    """A number pattern with ``decimals`` decimals, of which ``least`` are always written."""
    always = decimals if least is None else least
    fraction = "0" * always + "#" * (decimals - always)
    return f"#,##0.{fraction}" if fraction else "#,##0"


def _rounded(value: float | Decimal, decimals: int) -> Decimal:
    """The value to so many decimals, halves away from zero as people do it, and never a negative zero."""
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    if not exact.is_finite():
        return exact
    with localcontext(prec=_DIGITS):
        rounded = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return rounded if rounded else abs(rounded)
