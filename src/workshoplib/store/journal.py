"""Reading and appending entries, inside a transaction that somebody else holds."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select

from workshoplib.store import chain
from workshoplib.store.entries import Address, Entry, Head
from workshoplib.store.tables import entries as table

_AT_ONCE = 1000
_NEVER = datetime.min.replace(tzinfo=UTC)

# built once: to build a statement costs more than to run it
_IN_ORDER = select(table).order_by(table.c.seq)
_AFTER = _IN_ORDER.where(table.c.seq > bindparam("seq"))
_BETWEEN = _IN_ORDER.where(table.c.seq.between(bindparam("first"), bindparam("last")))
_BY_OP_ID = _IN_ORDER.where(table.c.op_id.in_(bindparam("op_ids", expanding=True)))
_OF_PERSON = _IN_ORDER.where((table.c.author == bindparam("person")) | (table.c.owner == bindparam("person")))
_AT = _IN_ORDER.where(
    table.c.part == bindparam("part"),
    table.c.field == bindparam("field"),
    table.c.item == bindparam("item"),
    table.c.owner == bindparam("owner"),
)
_HEAD = select(table.c.seq, table.c.chain).order_by(table.c.seq.desc()).limit(1)
_INSERT = insert(table)


def head(connection: Connection) -> Head:
    """The last entry's number and link."""
    row = connection.execute(_HEAD).first()
    return Head(row.seq, row.chain) if row else chain.START


def after(connection: Connection, seq: int) -> Iterator[Entry]:
    """The entries that follow ``seq``, in order."""
    # only the first reading is long
    options = {"yield_per": _AT_ONCE} if seq == 0 else {}
    return map(entry_of, connection.execute(_AFTER, {"seq": seq}, execution_options=options))


def between(connection: Connection, first: int, last: int) -> list[Entry]:
    """The entries from one number to another, both included."""
    return [entry_of(row) for row in connection.execute(_BETWEEN, {"first": first, "last": last})]


def at(connection: Connection, address: Address, owner: str) -> list[Entry]:
    """All that was ever written at an address, in order."""
    wanted = {"part": address.part, "field": address.field, "item": address.item, "owner": owner}
    return [entry_of(row) for row in connection.execute(_AT, wanted)]


def of_person(connection: Connection, person: str) -> list[Entry]:
    """All that a person wrote or owns, in order."""
    return [entry_of(row) for row in connection.execute(_OF_PERSON, {"person": person})]


def by_op_id(connection: Connection, op_ids: Sequence[str]) -> dict[str, Entry]:
    """The entries that bear one of these numbers."""
    return {row.op_id: entry_of(row) for row in connection.execute(_BY_OP_ID, {"op_ids": op_ids})}


def append(connection: Connection, entries: Iterable[Entry]) -> None:
    """Writes entries that are sealed already."""
    rows = [_row(entry) for entry in entries]
    if rows:
        connection.execute(_INSERT, rows)


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
