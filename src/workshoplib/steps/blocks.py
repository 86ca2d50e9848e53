"""What a step has to say, before anybody decides how it looks: a notebook, a report and a test read the same blocks.

All text in a block is plain text in the reader's language; ``render`` escapes it.
"""

from dataclasses import dataclass, field
from typing import Literal

from workshoplib.charts import Chart
from workshoplib.facts import Fact


@dataclass(frozen=True)
class Paragraph:
    text: str


@dataclass(frozen=True)
class Heading:
    """A heading inside a step's section."""

    text: str


@dataclass(frozen=True)
class Bullets:
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Callout:
    """A sentence that must not be overlooked."""

    text: str
    tone: Literal["note", "warning", "good"] = "note"


@dataclass(frozen=True)
class Figures:
    """A few large numbers side by side: (value with its unit, what it is)."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Card:
    """One item as label and answer pairs; the title names the item."""

    title: str
    pairs: tuple[tuple[str, str], ...]
    badge: str = ""


@dataclass(frozen=True)
class Cards:
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Column:
    title: str
    numeric: bool = False


@dataclass(frozen=True)
class Table:
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Entry:
    """A thing in a cell of a grid: its first line is what it is called; ``lane`` (0 to 7) gives it a colour."""

    lines: tuple[str, ...]
    lane: int = 0


@dataclass(frozen=True)
class Cell:
    """A day of a calendar, or a column of a board; ``quiet`` is one that lies outside or is closed."""

    label: str
    notes: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    quiet: bool = False


@dataclass(frozen=True)
class Grid:
    """A calendar or a board: a table whose cells hold lists. On a phone its cells stand below each other."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    """Each with its name; without a ``heading`` for the names there are none."""
    heading: str = ""


@dataclass(frozen=True)
class Picture:
    """A chart with the sentence that says what to see in it."""

    chart: Chart
    caption: str


@dataclass(frozen=True)
class Sources:
    """The facts that the blocks before it lean on; a report lists each once at its end."""

    facts: tuple[Fact, ...] = field(default=())


Block = Paragraph | Heading | Bullets | Callout | Figures | Card | Cards | Table | Grid | Picture | Sources
