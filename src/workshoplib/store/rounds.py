"""The rounds of a live workshop, and the room they are played in: what the journal's entries about them add up to.

A part is gone through in a round: people write proposals of their own (open), all see them (revealed), they give dots
(voting), the group decides (agreed), and it is done (closed). Each step is an entry by a facilitator; nothing moves by
itself, also not when a round's time is over: ``ends`` is there to be shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from workshoplib.store import chain
from workshoplib.store.entries import ACCESS, ROOM, ROUND, Entry

DOTS = 3
"""Dots that each voter has in a part where nobody said otherwise."""


class State(StrEnum):
    """How far a round is, in this order."""

    OPEN = "open"
    REVEALED = "revealed"
    VOTING = "voting"
    AGREED = "agreed"
    CLOSED = "closed"

    def is_before(self, other: "State") -> bool:
        """Whether a round comes to this state first."""
        order = tuple(State)
        return order.index(self) < order.index(other)


@dataclass(frozen=True)
class Round:
    """Where a part stands: in this state ``since``, as ``author`` last set it ``at``.

    ``revealed``: all see the proposals. A round that was closed before the reveal hides them still. ``begun`` is the
    revision of the part's first move: what is newer was agreed in the workshop, what is older was there before.
    """

    part: str
    state: State
    since: datetime
    at: datetime
    ends: datetime | None = None
    dots: int = DOTS
    anonymous: bool = False
    reason: str = ""
    revision: int = 0
    author: str = ""
    revealed: bool = False
    begun: int = 0

    def left(self, now: datetime) -> timedelta | None:
        """The time that is left, negative when it is over; None without a timer. The round goes on all the same."""
        return self.ends - now if self.ends else None


@dataclass(frozen=True)
class Asked:
    """What a facilitator wants a round to be; None keeps what was set before."""

    state: State
    reason: str = ""
    ends: datetime | None = None
    dots: int | None = None
    anonymous: bool | None = None

    @property
    def text(self) -> str:
        """As JSON, the same for the same wish: what is kept is decided by the fold."""
        ends = self.ends.astimezone(UTC).isoformat() if self.ends else None
        return chain.canonical({"anonymous": self.anonymous, "dots": self.dots, "ends": ends, "reason": self.reason})


@dataclass(frozen=True)
class Room:
    """The step that all pages follow, the rounds by part, and who may no longer come in.

    ``revision`` is that of the step; each round has one of its own. ``author`` chose the step.
    """

    step: str = ""
    since: datetime | None = None
    ended: bool = False
    rounds: Mapping[str, Round] = field(default_factory=dict)
    revoked: frozenset[str] = frozenset()
    revision: int = 0
    author: str = ""

    def after(self, entry: Entry) -> "Room":
        """The room that an entry leads to; itself where the entry is about something else."""
        if entry.kind == ROUND:
            return self._moved(entry)
        if entry.kind == ROOM:
            return self._gone(entry)
        return self._let(entry) if entry.kind == ACCESS else self

    def without(self, people: set[str]) -> "Room":
        """The room that has forgotten these people."""
        return replace(self, revoked=self.revoked - people) if self.revoked & people else self

    def _moved(self, entry: Entry) -> "Room":
        part = entry.address.part
        moved = _round(self.rounds.get(part), part, entry)
        return replace(self, rounds={**self.rounds, part: moved}) if moved else self

    def _gone(self, entry: Entry) -> "Room":
        if entry.action == "go":
            return replace(self, step=entry.value, since=entry.at, revision=entry.seq, author=entry.author)
        return replace(self, ended=entry.action == "end")

    def _let(self, entry: Entry) -> "Room":
        one = {entry.owner}
        return replace(self, revoked=self.revoked - one if entry.action == "readmit" else self.revoked | one)


def _round(before: Round | None, part: str, entry: Entry) -> Round | None:
    """The round as an entry leaves it; ``before`` where it names a state that this version does not know."""
    if entry.action not in tuple(State):
        return before
    state, told = State(entry.action), entry.value
    return Round(
        part=part,
        state=state,
        since=before.since if before and before.state is state else entry.at,
        at=entry.at,
        ends=datetime.fromisoformat(told["ends"]) if told["ends"] else None,
        dots=_kept(told["dots"], before.dots if before else DOTS),
        anonymous=_kept(told["anonymous"], before.anonymous if before else False),
        reason=told["reason"],
        revision=entry.seq,
        author=entry.author,
        revealed=_is_revealed(state, before),
        begun=before.begun if before else entry.seq,
    )


def _is_revealed(state: State, before: Round | None) -> bool:
    if state is State.CLOSED:
        return before is not None and before.revealed
    return state is not State.OPEN


def _kept(wanted: Any, before: Any) -> Any:
    return before if wanted is None else wanted
