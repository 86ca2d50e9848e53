"""From a damaged file, a new one with all that can still be read and proved."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from workshoplib.store import chain, formats, journal, people
from workshoplib.store.entries import FACILITATOR, SALVAGE, Address, Entry, Head, Person
from workshoplib.store.placing import whole
from workshoplib.store.refusals import AlreadyThere
from workshoplib.store.sqlite import SqliteFile, looking_into, read_note, recognise, spoken

_SMALLEST_ENTRY = 200
"""Bytes: two hashes, a date and an op_id. It bounds how many entries a file can hold, whatever its pages claim."""

_AT_ONCE = 100


@dataclass(frozen=True)
class Rescued:
    """How many entries a new file has, and how many are known to have been in the old one and could not be read."""

    kept: int
    lost: int


def rescue(damaged: Path, to: Path, at: datetime, random: Callable[[int], bytes]) -> Rescued:
    """Writes what can be read and proved into a new store; the damaged file stays as it is."""
    recognise(damaged)
    if to.exists():
        raise AlreadyThere(str(to))
    with looking_into(damaged) as source:
        kept = list(_proved(_readable(source, _most(damaged))))
        known_people = _people(source)
    noted = read_note(damaged)
    last = max([entry.seq for entry in kept] + ([noted.seq] if noted else [0]))
    rescued = Rescued(len(kept), last - len(kept))
    with spoken(str(to)), whole(to, replace=False) as fresh:
        new = SqliteFile.made(fresh)
        with new.writing() as target:
            formats.make(target)
            head = _append(target, kept)
            journal.append(target, [_told(rescued, at, random, head)])
            for person in known_people:
                people.add(target, person)
        new.close()
    return rescued


def _most(path: Path) -> int:
    files = [file for file in (path, Path(f"{path}-wal")) if file.exists()]
    return sum(file.stat().st_size for file in files) // _SMALLEST_ENTRY + 1


def _readable(source: Connection, most: int) -> Iterator[Entry]:
    for first in range(1, most + 1, _AT_ONCE):
        last = first + _AT_ONCE - 1
        try:
            yield from journal.between(source, first, last)
        except DBAPIError:
            for seq in range(first, last + 1):
                yield from _one(source, seq)


def _one(source: Connection, seq: int) -> list[Entry]:
    try:
        return journal.between(source, seq, seq)
    except DBAPIError:
        return []


def _proved(entries: Iterator[Entry]) -> Iterator[Entry]:
    """Those that are as they were written; after a gap, where the link before is lost, those whose value is."""
    before: Head | None = chain.START
    for entry in entries:
        follows = before is not None and before.seq + 1 == entry.seq
        if chain.holds(entry, before) if follows and before else chain.has_its_value(entry):
            yield entry
        before = chain.head_of(entry)


def _append(target: Connection, entries: list[Entry]) -> Head:
    head, renewed = chain.START, []
    for entry in entries:
        renewed.append(chain.relinked(entry, head))
        head = chain.head_of(renewed[-1])
    journal.append(target, renewed)
    return head


def _told(rescued: Rescued, at: datetime, random: Callable[[int], bytes], head: Head) -> Entry:
    entry = Entry(
        seq=head.seq + 1,
        op_id=random(16).hex(),
        at=at,
        author=FACILITATOR,
        owner="",
        kind=SALVAGE,
        address=Address("", ""),
        action="rescue",
        text=chain.canonical({"kept": rescued.kept, "lost": rescued.lost}),
        base=0,
        salt=None,
        digest="",
        chain="",
    )
    return chain.sealed(entry, random(16).hex(), head)


def _people(source: Connection) -> tuple[Person, ...]:
    try:
        return people.everybody(source)
    except (DBAPIError, ValueError):
        return ()
