"""What may be written: decisions from the present state, without touching a file."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from workshoplib.errors import WorkshopError
from workshoplib.store import chain, shape
from workshoplib.store.entries import AGREED, ANSWER, FACILITATOR, Address, Entry, Person, Role, Write
from workshoplib.store.fold import Fold
from workshoplib.store.refusals import (
    InUse,
    Malformed,
    NoSuchItem,
    NoSuchPerson,
    NothingThere,
    NotYours,
    OnlyFacilitators,
    OpIdTaken,
    Stale,
)
from workshoplib.strategy import Strategy, references
from workshoplib.strategy.fields import Part, Row, questions
from workshoplib.strategy.problems import Path
from workshoplib.strategy.text import clean

LARGEST_VALUE = 500_000
"""Characters of one value as JSON; texts and lists have tighter limits of their own."""

_DEEPEST = 12
_MOST_BITS = 4096
_OP_ID = re.compile(r"[!-~]{1,80}")


@dataclass(frozen=True)
class Ready:
    """A write whose value fits its place, as JSON text; None for a removal."""

    write: Write
    text: str | None
    dropped: int = 0


def ready(write: Write) -> Ready:
    """The write with its texts cleaned and its value validated."""
    if not _OP_ID.fullmatch(write.op_id):
        raise Malformed("op_id")
    if type(write.base) is not int or write.base < 0:
        raise Malformed("base")
    if write.action == "remove":
        shape.label(write.address)
        return Ready(write, None)
    if write.action != "put":
        raise Malformed("action")
    value, dropped = _cleaned(write.value)
    return Ready(write, _text(shape.fit(write.address, value).plain), dropped)


def may_write(author: str, person: Person | None, writes: Iterable[Write]) -> None:
    """Refuses what this author may not change: another's proposals, and for participants what the group agreed."""
    if person is None and author != FACILITATOR:
        raise NoSuchPerson(author)
    for write in writes:
        if write.owner not in (AGREED, author):
            raise NotYours
        if write.owner != AGREED and person is None:
            raise NoSuchPerson(author)
        if write.owner == AGREED and person is not None and person.role is not Role.FACILITATOR:
            raise OnlyFacilitators


def is_repeat(author: str, wanted: Ready, earlier: Entry | None) -> bool:
    """Whether this very change was saved before; OpIdTaken where another one bears its number."""
    if earlier is None:
        return False
    write = wanted.write
    same = (earlier.author, earlier.owner, earlier.address, earlier.action) == (
        author,
        write.owner,
        write.address,
        write.action,
    )
    if not same or (not chain.is_erased(earlier) and earlier.text != wanted.text):
        raise OpIdTaken(write.op_id)
    return True


def not_stale(fold: Fold, writes: Iterable[Write], called: Callable[[str], object]) -> None:
    """Refuses writes whose author has not seen what stands there now, or that remove what is not there."""
    for write in writes:
        now = fold.answer(write.address, write.owner)
        there = fold.is_there(write.address, write.owner)
        if write.base != now.revision and (write.base or there):
            raise Stale(write, now, called(now.author))
        if write.action == "remove" and not there:
            raise NothingThere(write.address)


def entries(fold: Fold, author: str, changes: Sequence[Ready], at: datetime, salts: Iterable[str]) -> tuple[Entry, ...]:
    """The entries that these changes become, sealed to the end of the chain."""
    head, made = fold.head, []
    for change, salt in zip(changes, salts, strict=True):
        write = change.write
        entry = Entry(
            seq=head.seq + 1,
            op_id=write.op_id,
            at=at,
            author=author,
            owner=write.owner,
            kind=ANSWER,
            address=write.address,
            action=write.action,
            text=change.text,
            base=write.base,
            salt=None,
            digest="",
            chain="",
        )
        made.append(chain.sealed(entry, salt, head))
        head = chain.head_of(made[-1])
    return tuple(made)


def fits_together(before: Fold, after: Fold, changes: Iterable[Write]) -> None:
    """Refuses changes that leave a part contradicting itself, or a reference pointing to nothing."""
    changed = tuple(changes)
    for owner, part in {(write.owner, write.address.part) for write in changed}:
        _ = after.parts[owner, part].part
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
