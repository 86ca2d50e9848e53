"""The people of a workshop: the one table from which a name can be deleted."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select

from workshoplib.store.entries import Person, Role
from workshoplib.store.tables import people as table

_IN_ORDER = select(table).order_by(table.c.since, table.c.id)
_BY_ID = _IN_ORDER.where(table.c.id == bindparam("id"))


def everybody(connection: Connection) -> tuple[Person, ...]:
    """All people, in the order in which they came."""
    return tuple(_person(row) for row in connection.execute(_IN_ORDER))


def find(connection: Connection, id: str) -> Person | None:
    """One person; None for a stranger."""
    row = connection.execute(_BY_ID, {"id": id}).first()
    return _person(row) if row else None


def add(connection: Connection, person: Person) -> None:
    """Writes a person down."""
    connection.execute(
        insert(table).values(id=person.id, name=person.name, role=person.role.value, since=person.since.isoformat())
    )


def forget(connection: Connection, id: str) -> bool:
    """Deletes a person; whether there was one."""
    return connection.execute(delete(table).where(table.c.id == id)).rowcount > 0


def _person(row: Row[Any]) -> Person:
    return Person(row.id, row.name, Role(row.role), datetime.fromisoformat(row.since))
