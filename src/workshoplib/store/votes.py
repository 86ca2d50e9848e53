"""Proposals on the table, their duplicates, and the dots they are given: a fold of entries, and what follows from it.

Nothing here depends on whether a proposal is (still) there: the entries only say what people wanted. What is on the
table, and which dots count, is worked out from that and from the proposals of the moment. So a proposal that was
parked by mistake comes back with its dots, and an erased person leaves no holes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from typing import Any, TypeVar

from workshoplib.store.entries import MERGE, NOTE, PARK, ROUND, VOTE, Address, Answer, Entry
from workshoplib.store.rounds import Round, State

FOLDED = frozenset({VOTE, MERGE, PARK, NOTE, ROUND})
"""The kinds of entries that a board is made of."""

Made = TypeVar("Made")


@dataclass(frozen=True, order=True)
class Ref:
    """One proposal: whose, and where."""

    owner: str
    address: Address

    @property
    def plain(self) -> list[str]:
        """As JSON."""
        return [self.owner, self.address.part, self.address.field, self.address.item]


@dataclass(frozen=True)
class Candidate:
    """A proposal that the group looks at.

    ``merged`` are the duplicates that it stands for; ``parked`` says why it was put aside, "" while it is on the table.
    """

    ref: Ref
    value: Any
    revision: int
    merged: tuple[Ref, ...] = ()
    parked: str = ""


@dataclass(frozen=True)
class Total:
    """The dots that a candidate has, its duplicates' among them, and from how many people."""

    ref: Ref
    dots: int
    voters: int


@dataclass(frozen=True)
class Note:
    """What a facilitator wrote down about a part."""

    part: str
    text: str
    author: str
    at: datetime
    revision: int


@dataclass(frozen=True)
class Cast:
    """What one voter gave one proposal, and when."""

    dots: int
    revision: int


@dataclass(frozen=True)
class Board:
    """What facilitators and voters did with the proposals of one part.

    ``into`` leads from a duplicate to the proposal that stands for it, ``cast`` from voters to their dots. ``secret``
    is known to the journal alone; with it proposals get numbers and an order that do not tell whose they are.
    """

    into: Mapping[Ref, Ref] = field(default_factory=dict)
    parked: Mapping[Ref, str] = field(default_factory=dict)
    cast: Mapping[str, Mapping[Ref, Cast]] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    secret: str = ""

    def after(self, entry: Entry) -> "Board":
        """The board that an entry leads to."""
        folded = {VOTE: self._voted, MERGE: self._merged, PARK: self._parked, NOTE: self._noted, ROUND: self._moved}
        return folded[entry.kind](entry) if entry.kind in folded else self

    def without(self, people: set[str]) -> "Board":
        """The board that has forgotten these people: their votes, and what was said about their proposals."""
        return replace(
            self,
            cast={voter: given for voter, given in self.cast.items() if voter not in people},
            parked={ref: reason for ref, reason in self.parked.items() if ref.owner not in people},
        )

    def _voted(self, entry: Entry) -> "Board":
        ref, dots = Ref(entry.value["owner"], entry.address), entry.value["dots"]
        # dots given to its duplicates before they were merged are in what the voter gives now
        given = {old: cast for old, cast in self.cast.get(entry.owner, {}).items() if ref not in path(self.into, old)}
        if dots:
            given[ref] = Cast(dots, entry.seq)
        return replace(self, cast={**self.cast, entry.owner: given})

    def _merged(self, entry: Entry) -> "Board":
        others = [_ref(plain) for plain in entry.value["others"]]
        if entry.action == "unmerge":
            return replace(self, into={ref: to for ref, to in self.into.items() if ref not in others})
        to = _ref(entry.value["into"])
        # it stands by itself from now on: so no circle closes, not even where a salvaged journal lacks an entry
        kept = {ref: target for ref, target in self.into.items() if ref != to}
        return replace(self, into={**kept, **dict.fromkeys(others, to)})

    def _parked(self, entry: Entry) -> "Board":
        ref = Ref(entry.owner, entry.address)
        kept = {other: reason for other, reason in self.parked.items() if other != ref}
        return replace(self, parked={**kept, ref: entry.value} if entry.action == "park" else kept)

    def _noted(self, entry: Entry) -> "Board":
        note = Note(entry.address.part, entry.value, entry.author, entry.at, entry.seq)
        return replace(self, notes=(*self.notes, note))

    def _moved(self, entry: Entry) -> "Board":
        begun = self if self.secret else replace(self, secret=entry.salt or entry.chain)
        return replace(begun, cast={}) if entry.action == State.OPEN else begun


@dataclass(frozen=True)
class Layout:
    """How the proposals of a part lie: which stand for which, and which are put aside.

    With a ``secret`` they lie in an order, and have numbers, that do not tell whose they are.
    """

    proposed: Mapping[Ref, Answer]
    into: Mapping[Ref, Ref]
    parked: Mapping[Ref, str]
    secret: str
    _latest: dict[str, tuple[object, Any]] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """What the group looks at, in the order to show it."""
        duplicates: dict[Ref, list[Ref]] = {}
        for ref, root in self.roots.items():
            duplicates.setdefault(root, []).extend([ref] if ref != root else [])
        found = [self._candidate(ref, merged) for ref, merged in duplicates.items()]
        return tuple(sorted(found, key=lambda one: self.numbers[one.ref]) if self.secret else found)

    @cached_property
    def roots(self) -> dict[Ref, Ref]:
        """For each proposal the one that stands for it: the last on its path that is there."""
        return {ref: [step for step in path(self.into, ref) if step in self.proposed][-1] for ref in self.proposed}

    @cached_property
    def owners(self) -> frozenset[str]:
        """Those who propose something."""
        return frozenset(ref.owner for ref in self.proposed)

    @cached_property
    def numbers(self) -> dict[Ref, str]:
        """For each proposal a number that tells nothing without the secret, and is the same each time."""
        return {ref: _number(self.secret, ref) for ref in self.proposed}

    def find(self, ref: Ref) -> Candidate | None:
        """The candidate; None where there is none (any more), or where it is part of another one."""
        return self._by_ref.get(ref)

    def told(self, ref: Ref) -> Ref:
        """What participants call a proposal: where it has a number, that stands for the owner."""
        return replace(ref, owner=self.numbers[ref]) if self.secret else ref

    def meant(self, ref: Ref) -> Ref:
        """The proposal that a participant means; itself where the owner is named."""
        return self._by_number.get(ref, ref)

    def latest(self, name: str, of: object, make: Callable[[], Made]) -> Made:
        """What was made last under this name, if it was made of the same; else it is made anew and kept."""
        if name not in self._latest or self._latest[name][0] != of:
            self._latest[name] = of, make()
        made: Made = self._latest[name][1]
        return made

    @cached_property
    def _by_ref(self) -> dict[Ref, Candidate]:
        return {one.ref: one for one in self.candidates}

    @cached_property
    def _by_number(self) -> dict[Ref, Ref]:
        return {replace(ref, owner=number): ref for ref, number in self.numbers.items()}

    def _candidate(self, ref: Ref, merged: Iterable[Ref]) -> Candidate:
        answer = self.proposed[ref]
        return Candidate(ref, answer.value, answer.revision, tuple(merged), self.parked.get(ref, ""))


@dataclass(frozen=True)
class Table:
    """A part's proposals, and the dots that they have."""

    layout: Layout
    cast: Mapping[str, Mapping[Ref, Cast]]
    round: Round | None

    @cached_property
    def tally(self) -> tuple[Total, ...]:
        """The candidates on the table with their dots, most first."""
        counted = {one.ref: [0, 0] for one in self.layout.candidates if not one.parked}
        for voter in self.cast:
            for ref, dots in self.votes(voter).items():
                counted[ref][0] += dots
                counted[ref][1] += 1
        totals = [Total(ref, dots, voters) for ref, (dots, voters) in counted.items()]
        return tuple(sorted(totals, key=lambda total: -total.dots))

    def votes(self, voter: str) -> dict[Ref, int]:
        """The dots that a voter gave, by candidate: as far as these are on the table and the round gives so many.

        Where there are more (fewer dots are given than before, or a parked proposal came back) the newest count.
        """
        given = sorted(self.cast.get(voter, {}).items(), key=lambda one: -one[1].revision)
        left = self.round.dots if self.round else 0
        counted: dict[Ref, int] = {}
        for ref, cast in given:
            root = self.layout.roots.get(ref)
            dots = min(cast.dots, left)
            if root and root not in self.layout.parked and dots:
                counted[root] = counted.get(root, 0) + dots
                left -= dots
        return counted


def path(into: Mapping[Ref, Ref], ref: Ref) -> Iterator[Ref]:
    """The proposal, and those that were to stand for it, one for the other."""
    yield ref
    while ref in into:
        ref = into[ref]
        yield ref


def _ref(plain: list[str]) -> Ref:
    return Ref(plain[0], Address(*plain[1:]))


def _number(secret: str, ref: Ref) -> str:
    told = sha256("\n".join([secret, *ref.plain]).encode()).hexdigest()
    return f"#{int(told[:12], 16):015}"
