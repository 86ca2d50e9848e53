"""A row of a facts table as a typed value."""

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from workshoplib.errors import N_, WorkshopError


class BadTable(WorkshopError):
    """A facts table lacks a column, or holds what is no number where one belongs."""


@dataclass(frozen=True)
class Fact:
    """Where a figure comes from; ``confidence`` is high, medium or low (see the README of the facts)."""

    id: str
    source_title: str
    source_publisher: str
    source_year: str
    source_url: str
    seen_at: str
    confidence: str
    checked_on: str


@dataclass(frozen=True)
class PlatformProfile:
    fact: Fact
    name: str
    typical_audience: str
    b2b_fit: str
    b2c_fit: str
    strengths: str
    ad_tool: str
    min_daily_budget: float | None
    min_budget_currency: str


@dataclass(frozen=True)
class Reach:
    """A share in percent of ``base``, or minutes a day (see ``unit``)."""

    fact: Fact
    country: str
    platform: str
    metric: str
    frequency: str
    value: float | None
    unit: str
    approx: str
    """"<" where the source gave a limit, "~" where it gave a round figure, else empty."""
    age_band: str
    gender: str
    data_year: int | None
    data_period: str
    """The year, and where it is known the quarter: "2022-Q3"."""
    base: str


@dataclass(frozen=True)
class Cadence:
    """``low`` to ``high`` of ``measure`` in ``unit``; ``kind`` says whether it was advised, observed or expected."""

    fact: Fact
    kind: str
    platform: str
    content_type: str
    measure: str
    low: float | None
    high: float | None
    unit: str
    data_year: int | None


@dataclass(frozen=True)
class Benchmark:
    """A published figure; comparable only with rows of the same ``definition``."""

    fact: Fact
    kind: str
    platform: str
    region: str
    industry: str
    metric: str
    definition: str
    low: float | None
    central: float | None
    high: float | None
    unit: str
    currency: str
    data_year: int | None


@dataclass(frozen=True)
class PostTime:
    """A window of the day that somebody found good (``best``) or bad (``worst day``) for posts; local clock time."""

    fact: Fact
    platform: str
    """"all" where the source speaks of every network."""
    industry: str
    day: str
    """MON to SUN."""
    start_local: str
    end_local: str
    kind: str


@dataclass(frozen=True)
class FormatLimit:
    """What a platform takes in one placement; None where the source says nothing of it."""

    fact: Fact
    platform: str
    placement: str
    media: str
    max_seconds: float | None
    text_limit_chars: int | None
    hashtag_limit: int | None
    alt_text_limit_chars: int | None
    year: int | None


@dataclass(frozen=True)
class ExchangeRate:
    """How much of ``currency`` one unit of ``per`` cost, on average over a year."""

    fact: Fact
    currency: str
    per: str
    value: float | None
    data_year: int | None


@dataclass(frozen=True)
class Saturation:
    """How a response grows with money: an elasticity, or a default of a modelling tool (see ``evidence_type``)."""

    fact: Fact
    parameter: str
    channel: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    evidence_type: str


T = TypeVar("T")

_PARSERS: Mapping[object, Callable[[str], Any]] = {
    str: str,
    float | None: lambda cell: float(cell) if cell else None,
    int | None: lambda cell: int(cell) if cell else None,
}


def read(row: type[T], path: Path) -> tuple[T, ...]:
    """The rows of a CSV file, in its order; BadTable names the column that is missing or the cell that is no number."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(_row(row, cells, path.name, line) for line, cells in enumerate(csv.DictReader(file), start=2))


def _row(row: type[T], cells: Mapping[str, str], name: str, line: int) -> T:
    hints = get_type_hints(row)
    values: dict[str, Any] = {"fact": Fact(**{part.name: _cell(cells, part.name, name) for part in fields(Fact)})}
    for column, kind in hints.items():
        if column == "fact":
            continue
        cell = _cell(cells, column, name)
        try:
            values[column] = _PARSERS[kind](cell)
        except ValueError as problem:
            raise BadTable(
                N_("{name}, line {line}: the column {column} should hold a number and holds “{cell}”."),
                name=name,
                line=line,
                column=column,
                cell=cell,
            ) from problem
    return row(**values)


def _cell(cells: Mapping[str, str], column: str, name: str) -> str:
    if column not in cells:
        raise BadTable(
            N_("{name} has no column {column}. It has: {columns}."), name=name, column=column, columns=", ".join(cells)
        )
    return cells[column].strip()
