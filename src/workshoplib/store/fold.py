"""The present state: what the journal's entries add up to.

A fold is frozen and knows how far it has read; ``after`` gives the fold that further entries lead to, and copies only
the parts that they touch. So a store reads each entry once, and a change can be tried before it is written.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from workshoplib.errors import WorkshopError
from workshoplib.store import chain, shape
from workshoplib.store.entries import AGREED, ANSWER, ERASURE, Address, Answer, Entry, Head, Proposal
from workshoplib.store.loosening import Loose, loosened
from workshoplib.store.rounds import Room
from workshoplib.store.votes import FOLDED, Board, Layout, Ref, Table
from workshoplib.strategy import PARTS, Strategy, references
from workshoplib.strategy.fields import Item, Kind, Part

_NOTHING = Answer()
_BLANK = Board()

Name = TypeVar("Name")

Key = tuple[str, str]
"""Field and item."""


@dataclass(frozen=True)
class Held:
    """An answer, and what the models make of it; ``fits`` is None where it was removed or does not fit (any more)."""

    answer: Answer
    fits: shape.Fitting | None


@dataclass(frozen=True)
class PartState:
    """All answers of one owner in one part, in the order in which their places were first written to."""

    name: str
    held: Mapping[Key, Held]

    @cached_property
    def part(self) -> Part:
        """The part as a model; Invalid where the answers do not fit together."""
        return shape.build(self.name, self.values)

    @cached_property
    def proposed(self) -> Mapping[Address, Answer]:
        """The answers that propose something: neither the order of a list nor a field left as it was."""
        found = {Address(self.name, *key): held for key, held in self.held.items()}
        return {
            address: held.answer
            for address, held in found.items()
            if held.fits and (address.item or not shape.is_empty(address, held.fits.value))
        }

    @cached_property
    def values(self) -> Mapping[str, Any]:
        """The values of the fields that have been answered."""
        found: dict[str, Any] = {}
        for asked in shape.asked_in(self.name):
            held = self.held.get((asked.name, ""))
            if asked.kind is Kind.ITEMS:
                found[asked.name] = tuple(self._in_order(asked.name, held))
            elif held and held.fits:
                found[asked.name] = held.fits.value
        return found

    def _in_order(self, name: str, order: Held | None) -> Iterator[Item]:
        there = {
            item: held.fits.value for (field, item), held in self.held.items() if field == name and item and held.fits
        }
        named = order.fits.value if order and order.fits else ()
        for item in named:
            if item in there:
                yield there.pop(item)
        yield from there.values()


@dataclass(frozen=True)
class Fold:
    head: Head = chain.START
    parts: Mapping[tuple[str, str], PartState] = field(default_factory=dict)
    """By owner and name."""
    damaged: tuple[int, ...] = ()
    """Entries that are not as they were written; they count for nothing."""
    room: Room = field(default_factory=Room)
    boards: Mapping[str, Board] = field(default_factory=dict)
    """By part."""
    erased: frozenset[str] = frozenset()
    """People who were erased."""
    _tables: dict[str, Table] = field(default_factory=dict, compare=False, repr=False)
    """By part, those that have been worked out; a fold hands on to the next what that does not touch."""
    _layouts: dict[str, Layout] = field(default_factory=dict, compare=False, repr=False)
    """Likewise; votes do not touch them."""

    def after(self, entries: Iterable[Entry]) -> "Fold":
        """The fold that these further entries lead to."""
        head, damaged = self.head, list(self.damaged)
        newest: dict[str, dict[Address, Entry]] = {}
        gone: set[str] = set()
        room, boards = self.room, dict(self.boards)
        for entry in entries:
            intact, head = chain.holds(entry, head), chain.head_of(entry)
            if not intact:
                damaged.append(entry.seq)
            elif entry.kind == ERASURE:
                gone.add(entry.owner)
            elif chain.is_erased(entry):
                continue
            elif entry.kind == ANSWER:
                newest.setdefault(entry.owner, {})[entry.address] = entry
            else:
                room = room.after(entry)
                if entry.kind in FOLDED:
                    boards[entry.address.part] = boards.get(entry.address.part, _BLANK).after(entry)
        if head == self.head:
            return self
        parts = dict(self.parts)
        for owner, written in newest.items():
            _write(parts, owner, written)
        if gone:
            parts = {key: state for key, state in parts.items() if key[0] not in gone}
            room, boards = room.without(gone), {part: board.without(gone) for part, board in boards.items()}
        return self._next(Fold(head, parts, tuple(damaged), room, boards, self.erased | gone))

    def answer(self, address: Address, owner: str = AGREED) -> Answer:
        """What stands at an address."""
        state = self.parts.get((owner, address.part))
        held = state.held.get((address.field, address.item)) if state else None
        return held.answer if held else _NOTHING

    def answers(self, part: str, owner: str = AGREED) -> dict[Address, Answer]:
        """What stands in a part, with the removals."""
        state = self.parts.get((owner, part))
        return {Address(part, *key): held.answer for key, held in state.held.items()} if state else {}

    def is_there(self, address: Address, owner: str = AGREED) -> bool:
        """Whether something stands at an address (and was not removed)."""
        state = self.parts.get((owner, address.part))
        held = state.held.get((address.field, address.item)) if state else None
        return held is not None and held.fits is not None

    def strategy(self, owner: str = AGREED) -> Strategy:
        """The strategy that the answers make."""
        return Strategy(**{name: self._part(name, owner) for name, _ in PARTS})

    def proposals(self, part: str = "") -> Iterator[Proposal]:
        """What the participants propose, in one part or in all."""
        for (owner, name), state in self.parts.items():
            if owner != AGREED and part in ("", name):
                for key, held in state.held.items():
                    if held.fits:
                        yield Proposal(owner, Address(name, *key), held.answer)

    def table(self, part: str) -> Table:
        """The proposals of a part, and what was done with them; worked out once."""
        if part not in self._tables:
            self._tables[part] = self._laid(part)
        return self._tables[part]

    def misfits(self) -> tuple[int, ...]:
        """The revisions of answers that this version of the program has no place for; they are kept all the same."""
        return tuple(
            held.answer.revision
            for state in self.parts.values()
            for held in state.held.values()
            if held.fits is None and held.answer.value is not None
        )

    @cached_property
    def agreed_ids(self) -> frozenset[tuple[str, str]]:
        """What the group agreed on, by list and id: what everybody may refer to."""
        return frozenset((name, id) for name, ids in references.ids(self.strategy()).items() for id in ids)

    def loosened(self, address: Address, value: Any) -> Loose:
        """A value with those references only that everybody may follow: to what is agreed, and to itself."""
        itself = f"{address.part}.{address.field}", address.item
        return loosened(address, value, lambda *item: item == itself or item in self.agreed_ids)

    def _laid(self, part: str) -> Table:
        board, round = self.boards.get(part, _BLANK), self.room.rounds.get(part)
        secret = board.secret if round and round.anonymous else ""
        layout = Layout(self._proposed(part), board.into, board.parked, secret)
        before = self._layouts.get(part)
        self._layouts[part] = before if before == layout else layout
        return Table(self._layouts[part], board.cast, round)

    def _proposed(self, part: str) -> dict[Ref, Answer]:
        return {
            Ref(owner, address): answer
            for (owner, name), state in self._proposals.items()
            if name == part
            for address, answer in state.proposed.items()
        }

    def _next(self, fold: "Fold") -> "Fold":
        """That fold, with what this one worked out and that one does not change."""
        changed = {name for _, name in _differing(self._proposals, fold._proposals)}
        changed |= {*_differing(self.boards, fold.boards), *_differing(self.room.rounds, fold.room.rounds)}
        fold._layouts.update(self._layouts)
        fold._tables.update({part: table for part, table in self._tables.items() if part not in changed})
        return fold

    @property
    def _proposals(self) -> dict[tuple[str, str], PartState]:
        return {key: state for key, state in self.parts.items() if key[0] != AGREED}

    def _part(self, name: str, owner: str) -> Any:
        state = self.parts.get((owner, name))
        if state is None:
            return shape.empty(name)
        try:
            return state.part
        except WorkshopError:
            # each answer fits its own place, but another version of the program let them stand together
            return type(shape.empty(name)).model_construct(**state.values)


def _differing(before: Mapping[Name, object], after: Mapping[Name, object]) -> Iterator[Name]:
    """The names under which there is something else than before."""
    return (name for name in before.keys() | after.keys() if before.get(name) is not after.get(name))


def _write(parts: dict[tuple[str, str], PartState], owner: str, written: Mapping[Address, Entry]) -> None:
    touched: dict[str, dict[Key, Held]] = {}
    for address, entry in written.items():
        if address.part not in touched:
            before = parts.get((owner, address.part))
            touched[address.part] = dict(before.held) if before else {}
        touched[address.part][address.field, address.item] = _held(entry)
    for name, held in touched.items():
        parts[owner, name] = PartState(name, held)


def _held(entry: Entry) -> Held:
    answer = Answer(entry.value, entry.seq, entry.author, entry.at)
    if entry.action == "remove":
        return Held(answer, None)
    try:
        return Held(answer, shape.fit(entry.address, answer.value))
    except WorkshopError:
        return Held(answer, None)
