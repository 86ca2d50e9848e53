"""One look at a workshop: all that the control room shows, read from the store at one moment."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from workshoplib.live.control.pace import Visit
from workshoplib.live.control.presence import Live, live
from workshoplib.steps import STEPS, Step
from workshoplib.store import Address, Answer, Candidate, Entry, Note, Person, Ref, Room, Store, Total, shape
from workshoplib.store.entries import ROOM
from workshoplib.strategy import Strategy


@dataclass(frozen=True)
class Work:
    """What one person has saved in one part: how many answers, the last of them when."""

    answers: int
    at: datetime


@dataclass(frozen=True)
class Sight:
    strategy: Strategy
    room: Room
    people: tuple[Person, ...]
    saved: Mapping[tuple[str, str], Work]
    """By person and part."""
    candidates: tuple[Candidate, ...]
    """Of the part that the room is at, as all that follows."""
    duplicates: Mapping[Ref, Any]
    """What those that were merged into candidates say."""
    agreed: Mapping[Address, Answer]
    totals: tuple[Total, ...]
    votes: Mapping[str, Mapping[Ref, int]]
    """Each voter's dots."""
    notes: tuple[Note, ...]
    visits: tuple[Visit, ...]
    live: Live | None
    where: str
    """The workshop's file."""


def step_of(room: Room) -> Step | None:
    """The step that the room is at; None before the first."""
    return next((step for step in STEPS if step.name == room.step), None)


class Looking:
    """Looks at a store again and again; what never changes is read once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._visits: tuple[Visit, ...] = ()
        self._read = 0
        self._last: Sight | None = None
        self._seen: tuple[object, ...] = ()

    def look(self, now: datetime) -> Sight:
        """What there is to see now; the same as before where nothing has happened since."""
        people, around = self._store.people(), live(self._store.where, now)
        seen = (self._store.head(), people, around)
        if self._last is None or seen != self._seen:
            self._last, self._seen = self._fresh(people, around), seen
        return self._last

    def _fresh(self, people: tuple[Person, ...], around: Live | None) -> Sight:
        store, room = self._store, self._store.room()
        step = step_of(room)
        part = step.part if step else ""
        candidates = store.candidates(part) if part else ()
        return Sight(
            strategy=store.strategy(),
            room=room,
            people=people,
            saved=self._saved(),
            candidates=candidates,
            duplicates=self._duplicates(candidates, part),
            agreed=store.answers(part) if part else {},
            totals=store.tally(part) if part else (),
            votes={person.id: store.votes(part, person.id) for person in people} if part else {},
            notes=store.notes(part) if part else (),
            visits=self._visits_until_now(),
            live=around,
            where=store.where,
        )

    def _duplicates(self, candidates: Iterable[Candidate], part: str) -> dict[Ref, Any]:
        merged = {ref for candidate in candidates for ref in candidate.merged}
        proposals = self._store.proposals(part) if merged else ()
        found = ((Ref(proposal.owner, proposal.address), proposal.answer.value) for proposal in proposals)
        return {ref: value for ref, value in found if ref in merged}

    def _saved(self) -> dict[tuple[str, str], Work]:
        saved: dict[tuple[str, str], Work] = {}
        for proposal in self._store.proposals():
            key, at = (proposal.owner, proposal.address.part), proposal.answer.at
            if at is None or _is_order(proposal.address):
                continue
            before = saved.get(key)
            saved[key] = Work(before.answers + 1, max(before.at, at)) if before else Work(1, at)
        return saved

    def _visits_until_now(self) -> tuple[Visit, ...]:
        fresh = self._store.entries(self._read)
        if fresh:
            self._read = fresh[-1].seq
            self._visits += tuple(_visit(entry) for entry in fresh if entry.kind == ROOM)
        return self._visits


def _visit(entry: Entry) -> Visit:
    return Visit(entry.value if entry.action == "go" else "", entry.at)


def _is_order(address: Address) -> bool:
    """Whether an address holds the order of items, which nobody fills in."""
    return not address.item and shape.holds_items(address)
