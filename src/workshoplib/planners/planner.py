"""What a planner is: somewhere that posts go to, as files, with a word on what could not go."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from workshoplib.planners.posts import Planned
from workshoplib.strategy import Strategy
from workshoplib.words import Words


@dataclass(frozen=True)
class File:
    """A file to write: its name without a folder, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Note:
    """Something that whoever uploads the files should know: a catalogue message and its values."""

    message: str
    values: dict[str, object]


@dataclass(frozen=True)
class Export:
    files: tuple[File, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Context:
    """What an export needs besides the posts.

    ``strategy`` is what the posts stand in, ``now`` is aware of its zone. ``revisions`` tells how often each post was
    changed, by its id, so that a calendar knows the newer of two; empty for a strategy from a document.
    """

    name: str
    strategy: Strategy
    say: Words
    now: datetime
    revisions: dict[str, int]


@dataclass(frozen=True)
class Planner:
    """Somewhere that posts go to. ``checked`` is the day on which its format was last held against ``source``."""

    name: str
    title: str
    checked: date | None
    source: str
    export: Callable[[Sequence[Planned], Context], Export]
