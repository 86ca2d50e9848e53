"""Reading and appending entries, inside a transaction that somebody else holds."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, insert, select

from workshoplib.store import chain
from workshoplib.store.entries import Address, Entry, Head
from workshoplib.store.tables import entries as table

_AT_ONCE = 1000
_NEVER = datetime.min.replace(tzinfo=UTC)


def head(connection: Connection) -> Head:
    """The last entry's number and link."""
    row = connection.execute(select(table.c.seq, table.c.chain).order_by(table.c.seq.desc()).limit(1)).first()
    return Head(row.seq, row.chain) if row else chain.START


def after(connection: Connection, seq: int) -> Iterator[Entry]:
    """The entries that follow ``seq``, in order."""
    return _found(connection, table.c.seq > seq)


def between(connection: Connection, first: int, last: int) -> Iterator[Entry]:
    """The entries from one number to another, both included."""
    return _found(connection, table.c.seq.between(first, last))


def at(connection: Connection, address: Address, owner: str) -> Iterator[Entry]:
    """All that was ever written at an address, in order."""
    return _found(
        connection,
        table.c.part == address.part,
        table.c.field == address.field,
        table.c.item == address.item,
        table.c.owner == owner,
    )


def of_person(connection: Connection, person: str) -> Iterator[Entry]:
    """All that a person wrote or owns, in order."""
    return _found(connection, (table.c.author == person) | (table.c.owner == person))


def by_op_id(connection: Connection, op_ids: Sequence[str]) -> dict[str, Entry]:
    """The entries that bear one of these numbers."""
    return {entry.op_id: entry for entry in _found(connection, table.c.op_id.in_(op_ids))}


def append(connection: Connection, entries: Iterable[Entry]) -> None:
    """Writes entries that are sealed already."""
    rows = [_row(entry) for entry in entries]
    if rows:
        connection.execute(insert(table), rows)


def _found(connection: Connection, *conditions: ColumnElement[bool]) -> Iterator[Entry]:
    statement = select(table).where(*conditions).order_by(table.c.seq)
    found = connection.execute(statement, execution_options={"yield_per": _AT_ONCE})
    return (entry_of(row) for row in found)


def entry_of(row: Row[Any]) -> Entry:
    """The entry that a row of the table holds."""
    return Entry(
        row.seq,
        row.op_id,
        _moment(row.at),
        row.author,
        row.owner,
        row.kind,
        Address(row.part, row.field, row.item),
        row.action,
        row.value,
        row.base,
        row.salt,
        row.digest,
        row.chain,
    )


def _moment(text: Any) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except (TypeError, ValueError):
        return _NEVER  # damaged; the chain shows it


def _row(entry: Entry) -> dict[str, Any]:
    return {
        "seq": entry.seq,
        "op_id": entry.op_id,
        "at": entry.at.isoformat(),
        "author": entry.author,
        "owner": entry.owner,
        "kind": entry.kind,
        "part": entry.address.part,
        "field": entry.address.field,
        "item": entry.address.item,
        "action": entry.action,
        "value": entry.text,
        "base": entry.base,
        "salt": entry.salt,
        "digest": entry.digest,
        "chain": entry.chain,
    }
