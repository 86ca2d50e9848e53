"""Reach: what the sourced tables know about who uses which platform daily in a country."""

import re
from collections.abc import Iterable, Iterator

from workshoplib.facts import Facts, Reach
from workshoplib.strategy.choices import Country, Platform

ANY = "any_social"
"""The table's name for social media as a whole."""

_BAND = re.compile(r"(\d+)(?:-(\d+)|\+)")
_YOUNG, _OLD = 18, 65
"""A base that reaches from at most the one to at least the other stands for a whole population."""


def ages(band: str) -> tuple[int, int | None] | None:
    """The youngest and the oldest age of a band such as "18-29" or "60+"; None for one that is told otherwise."""
    found = _BAND.fullmatch(band)
    return (int(found[1]), int(found[2]) if found[2] else None) if found else None


def is_everybody(row: Reach) -> bool:
    """Whether the row is about young and old together."""
    span = ages(row.age_band)
    return span is not None and span[0] <= _YOUNG and (span[1] is None or span[1] >= _OLD)


def everybody(facts: Facts, country: Country, platform: str = ANY) -> Reach | None:
    """The newest share of all ages together that use a platform, or any of them, daily; None where it is unknown."""
    return next(filter(is_everybody, facts.daily_use(country.value, platform)), None)


def daily(facts: Facts, country: Country) -> tuple[tuple[Platform, Reach], ...]:
    """Each platform with its newest share of all ages together, most used first."""
    known = ((platform, everybody(facts, country, platform.value)) for platform in Platform)
    found = [(platform, row) for platform, row in known if row is not None]
    return tuple(sorted(found, key=lambda pair: -(pair[1].value or 0)))


def by_age(facts: Facts, country: Country) -> tuple[tuple[Platform, Reach], ...]:
    """Each platform with its newest share in each age band that a source tells, youngest band first."""
    return tuple(
        (platform, row)
        for platform in Platform
        for row in sorted(_newest_bands(facts.daily_use(country.value, platform.value)), key=_youngest)
    )


def _newest_bands(rows: Iterable[Reach]) -> Iterator[Reach]:
    seen: set[str] = set()
    for row in rows:
        if ages(row.age_band) and not is_everybody(row) and row.age_band not in seen:
            seen.add(row.age_band)
            yield row


def _youngest(row: Reach) -> tuple[int, int]:
    low, high = ages(row.age_band) or (0, 0)
    return low, high or 999
