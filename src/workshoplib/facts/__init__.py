"""Sourced tables: what is known about platforms, people and days, every figure with its origin.

A table is declared, a class each: its fields are the columns of the CSV file that it reads, ``fact`` is its source.
Definitions differ between sources (see ``data/facts/README.md``); compare only rows of one ``definition`` and country.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from pathlib import Path

from workshoplib.facts.days import ThemeDay
from workshoplib.facts.public_holidays import public_holidays
from workshoplib.facts.rows import (
    Benchmark,
    Cadence,
    ExchangeRate,
    Fact,
    FormatLimit,
    PlatformProfile,
    PostTime,
    Reach,
    Saturation,
    read,
)

__all__ = [
    "Benchmark",
    "Cadence",
    "ExchangeRate",
    "Fact",
    "Facts",
    "FormatLimit",
    "PlatformProfile",
    "PostTime",
    "Reach",
    "Saturation",
    "ThemeDay",
]


class Facts:
    """The tables of one folder, each read when first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def platforms(self) -> tuple[PlatformProfile, ...]:
        """A profile of each platform: whom it reaches, what it is good at."""
        return read(PlatformProfile, self._folder / "platforms.csv")

    @cached_property
    def reach(self) -> tuple[Reach, ...]:
        """Who uses which platform, by country, age and gender."""
        return read(Reach, self._folder / "reach.csv")

    @cached_property
    def cadence(self) -> tuple[Cadence, ...]:
        """How often people advise to post, and how soon people expect an answer."""
        return read(Cadence, self._folder / "cadence.csv")

    @cached_property
    def benchmarks(self) -> tuple[Benchmark, ...]:
        """Engagement and advertising prices that others have published."""
        return read(Benchmark, self._folder / "benchmarks.csv")

    @cached_property
    def days(self) -> tuple[ThemeDay, ...]:
        """Theme days and seasons, with the rule that gives their date in any year."""
        return read(ThemeDay, self._folder / "holidays_themes.csv")

    @cached_property
    def post_times(self) -> tuple[PostTime, ...]:
        """When others found posts to be seen most."""
        return read(PostTime, self._folder / "post_times.csv")

    @cached_property
    def formats(self) -> tuple[FormatLimit, ...]:
        """How long texts and videos may be, by platform and placement."""
        return read(FormatLimit, self._folder / "formats.csv")

    def holidays(self, country: str, years: Iterable[int], language: str = "") -> dict[date, str]:
        """The public holidays of a country, named in the language where that is known."""
        return public_holidays(country, years, language)

    @cached_property
    def saturation(self) -> tuple[Saturation, ...]:
        """What is known about how results grow with money."""
        return read(Saturation, self._folder / "saturation.csv")

    @cached_property
    def exchange_rates(self) -> tuple[ExchangeRate, ...]:
        """Yearly averages of what one currency cost in another."""
        return read(ExchangeRate, self._folder / "exchange_rates.csv")

    def exchange_rate(self, currency: str, per: str) -> ExchangeRate | None:
        """The newest rate: how much of ``currency`` one unit of ``per`` costs; None where the table has none."""
        found = [row for row in self.exchange_rates if (row.currency, row.per) == (currency, per) and row.value]
        return max(found, key=lambda row: row.data_year or 0, default=None)

    def daily_use(self, country: str, platform: str) -> tuple[Reach, ...]:
        """The shares that use a platform daily in a country, the newest first, all genders together."""
        found = [
            row
            for row in self.reach
            if (row.country, row.platform, row.frequency, row.gender, row.unit)
            == (country, platform, "daily", "all", "percent")
            and row.metric == "share using"
            and row.value is not None
        ]
        return tuple(sorted(found, key=lambda row: row.data_period, reverse=True))

    def profile(self, platform: str) -> PlatformProfile | None:
        """What is known about one platform; None for one that has no profile."""
        return next((row for row in self.platforms if row.fact.id == platform), None)

    def messages(self) -> Iterator[tuple[str, str]]:
        """The texts of the tables that users see, each with the place it comes from."""
        for row in self.platforms:
            yield row.typical_audience, f"data/facts/platforms.csv:{row.fact.id}"
            yield row.strengths, f"data/facts/platforms.csv:{row.fact.id}"
