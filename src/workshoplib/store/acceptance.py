"""What may be written: decisions from the present state, without touching a file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from workshoplib.errors import WorkshopError
from workshoplib.store import chain, conduct, shape
from workshoplib.store.conduct import Find
from workshoplib.store.drafts import Draft, numbered
from workshoplib.store.entries import AGREED, ANSWER, Address, Write
from workshoplib.store.fold import Fold
from workshoplib.store.refusals import (
    InUse,
    Malformed,
    NoSuchItem,
    NoSuchPerson,
    NothingThere,
    NotYours,
    OnlyFacilitators,
    Stale,
    TooMany,
)
from workshoplib.store.rounds import Room
from workshoplib.strategy import Strategy, references
from workshoplib.strategy.fields import Part, Row, questions
from workshoplib.strategy.problems import Path
from workshoplib.strategy.text import clean

LARGEST_VALUE = 500_000
"""Characters of one value as JSON; texts and lists have tighter limits of their own."""

_DEEPEST = 12
_MOST_BITS = 4096
_MOST_PROPOSALS = 1000
"""Of one person in one part, those that were removed among them: nobody fills the workshop with rubbish."""


@dataclass(frozen=True)
class Ready:
    """A write whose value fits its place, as JSON text; None for a removal."""

    write: Write
    text: str | None
    dropped: int = 0

    @property
    def draft(self) -> Draft:
        """What the journal will say."""
        write = self.write
        return Draft(ANSWER, write.action, write.address, write.owner, self.text, write.base, write.op_id)


def ready(write: Write) -> Ready:
    """The write with its texts cleaned and its value validated."""
    numbered(write.op_id)
    if type(write.base) is not int or write.base < 0:
        raise Malformed("base")
    if write.action == "remove":
        shape.label(write.address)
        return Ready(write, None)
    if write.action != "put":
        raise Malformed("action")
    value, dropped = _cleaned(write.value)
    return Ready(write, _text(shape.fit(write.address, value).plain), dropped)


def may_write(room: Room, author: str, find: Find, writes: Iterable[Write]) -> None:
    """Refuses what this author may not change, or not now: for participants what the group agreed and what others own.

    Once a round has begun anywhere, proposals are written only where a part is open; by a facilitator, also for
    another person and also when it has been revealed.
    """
    leads = conduct.leads(room, author, find)
    for write in writes:
        if write.owner == AGREED:
            if not leads:
                raise OnlyFacilitators
            continue
        if write.owner != author and not (leads and room.rounds):
            raise NotYours
        if find(write.owner) is None:
            raise NoSuchPerson(write.owner)
        conduct.may_propose(room, write.address.part, leads=leads)


def not_stale(fold: Fold, writes: Iterable[Write], find: Find) -> None:
    """Refuses writes whose author has not seen what stands there now, or that remove what is not there."""
    for write in writes:
        now = fold.answer(write.address, write.owner)
        there = fold.is_there(write.address, write.owner)
        if write.base != now.revision and (write.base or there):
            raise Stale(write, now, conduct.called(now.author, find))
        if write.action == "remove" and not there:
            raise NothingThere(write.address)


def fits_together(before: Fold, after: Fold, changes: Iterable[Write]) -> None:
    """Refuses changes that leave a part contradicting itself, or a reference pointing to nothing."""
    changed = tuple(changes)
    for owner, part in {(write.owner, write.address.part) for write in changed}:
        _ = after.parts[owner, part].part
        if owner != AGREED and len(after.parts[owner, part].held) > _MOST_PROPOSALS:
            raise TooMany(_MOST_PROPOSALS)
    for owner in {write.owner for write in changed}:
        _references_hold(before, after, owner, [write for write in changed if write.owner == owner])


def _references_hold(before: Fold, after: Fold, owner: str, changes: Sequence[Write]) -> None:
    strategy = after.strategy(owner)
    pointers = references.pointers(strategy)
    if not pointers:
        return
    known = _ids(strategy) | _ids(after.strategy())
    lost = [pointer for pointer in pointers if (pointer.refers_to, pointer.id) not in known]
    removed = {(f"{place.part}.{place.field}", place.item): place for place in _places(changes, "remove")}
    put = set(_places(changes, "put"))
    for pointer in lost:
        target = (pointer.refers_to, pointer.id)
        if target in removed:
            users = {_place_of(strategy, found.path) for found in lost if (found.refers_to, found.id) == target}
            raise InUse(title(before, owner, removed[target]), title(after, owner, min(users)), len(users) - 1)
        if _place_of(strategy, pointer.path) in put:
            raise NoSuchItem(WorkshopError(_label_at(strategy, pointer.path)))


def title(fold: Fold, owner: str, address: Address) -> object:
    """What the thing at an address is called: an item's own name, or the field's label (to be said in any language)."""
    value = fold.answer(address, owner).value
    if address.item and isinstance(value, dict):
        return value.get(shape.shown_as(address)) or address.item
    return WorkshopError(shape.label(address))


def _places(changes: Iterable[Write], action: str) -> list[Address]:
    return [write.address for write in changes if write.action == action]


def _ids(strategy: Strategy) -> set[tuple[str, str]]:
    return {(name, id) for name, ids in references.ids(strategy).items() for id in ids}


def _place_of(strategy: Strategy, path: Path) -> Address:
    """The address of the answer that a path leads into."""
    part, field = str(path[0]), str(path[1])
    address = Address(part, field)
    if not shape.holds_items(address):
        return address
    return replace(address, item=getattr(getattr(strategy, part), field)[path[2]].id)


def _label_at(strategy: Strategy, path: Path) -> str:
    """The label of the innermost field on a path."""
    row: Any = strategy
    found = ""
    for step in path:
        if isinstance(step, str) and isinstance(row, Part | Row):
            found = next((asked.label for asked in questions(type(row)) if asked.name == step), found)
            row = getattr(row, step)
        elif isinstance(step, int) and not isinstance(row[step], str):
            row = row[step]
    return found


def _text(plain: Any) -> str:
    text = chain.canonical(plain)
    if len(text) > LARGEST_VALUE:
        raise Malformed("size")
    return text


def _cleaned(value: Any, depth: int = 0) -> tuple[Any, int]:
    """The value with its texts cleaned, and how many characters went; Malformed where it is not JSON."""
    if depth > _DEEPEST:
        raise Malformed("depth")
    if isinstance(value, str):
        kept = clean(value)
        return kept.text, kept.dropped
    if isinstance(value, list | tuple):
        pairs = [_cleaned(inner, depth + 1) for inner in value]
        return [kept for kept, _ in pairs], sum(dropped for _, dropped in pairs)
    if isinstance(value, dict) and all(isinstance(name, str) for name in value):
        inside = {name: _cleaned(inner, depth + 1) for name, inner in value.items()}
        return {name: kept for name, (kept, _) in inside.items()}, sum(dropped for _, dropped in inside.values())
    if value is None or isinstance(value, float) or (isinstance(value, int) and value.bit_length() < _MOST_BITS):
        return value, 0
    raise Malformed(type(value).__name__)
