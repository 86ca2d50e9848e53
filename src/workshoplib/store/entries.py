"""What goes into a store and what comes out of it."""

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal

Action = Literal["put", "remove"]

FACILITATOR = "facilitator"
"""The author who need not be among the people: whoever holds the workshop's file and works in its notebooks."""

AGREED = ""
"""The owner of what the group decided."""

ANSWER = "answer"
ERASURE = "erasure"
SALVAGE = "salvage"
ROOM = "room"
ROUND = "round"
ACCESS = "access"
VOTE = "vote"
MERGE = "merge"
PARK = "park"
NOTE = "note"
"""Kinds of entries. Answers make the strategy; from ``ROOM`` on they tell how a live workshop went."""


class Role(StrEnum):
    FACILITATOR = "facilitator"
    PARTICIPANT = "participant"


@dataclass(frozen=True, order=True)
class Address:
    """Where an answer belongs: a field of a part, or one item of a field that holds items.

    Such a field's own address (no item) holds the order of its items, as a list of ids.
    """

    part: str
    field: str
    item: str = ""

    def __str__(self) -> str:
        return ".".join(name for name in (self.part, self.field, self.item) if name)


@dataclass(frozen=True)
class Write:
    """One change that somebody wants.

    ``base`` is the revision of the address that the author saw (0: nothing was there). ``op_id`` is made once for each
    change and sent again when the store's answer got lost on the way.
    """

    op_id: str
    address: Address
    action: Action
    value: Any = None
    base: int = 0
    owner: str = AGREED


@dataclass(frozen=True)
class Saved:
    """The store's word that a change is on the disk.

    ``revisions`` are those of the writes in their order, ``revision`` is the last. ``dropped`` counts the characters
    that had to go because they break file formats. ``repeated``: all of it had been saved before, at ``at``.
    ``let_go`` are the labels of the fields whose references had to go, because the group has not agreed on what they
    lead to.
    """

    revision: int
    at: datetime
    repeated: bool = False
    dropped: int = 0
    revisions: tuple[int, ...] = ()
    let_go: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """What stands at an address. Where it was removed the value is None, and the rest tells of the removal."""

    value: Any = None
    revision: int = 0
    author: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class Proposal:
    """An answer of one participant, not (yet) the group's."""

    owner: str
    address: Address
    answer: Answer


@dataclass(frozen=True)
class Person:
    id: str
    name: str
    role: Role
    since: datetime


@dataclass(frozen=True)
class Head:
    """The journal's last entry: two stores with the same head hold the same entries."""

    seq: int
    chain: str


@dataclass(frozen=True)
class Entry:
    """One line of the journal. ``text`` is the value as JSON; an erased entry has lost it, and its salt."""

    seq: int
    op_id: str
    at: datetime
    author: str
    owner: str
    kind: str
    address: Address
    action: str
    text: str | None
    base: int
    salt: str | None
    digest: str
    chain: str

    @property
    def value(self) -> Any:
        """The value, as JSON knows it; None for a removal and where it was erased."""
        return None if self.text is None else json.loads(self.text)
