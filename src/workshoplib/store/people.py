"""The people of a workshop: the one table from which a name can be deleted."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from workshoplib.store.entries import Person, Role
from workshoplib.store.tables import people as table


def everybody(connection: Connection) -> tuple[Person, ...]:
    """All people, in the order in which they came."""
    return _found(connection)


def find(connection: Connection, id: str) -> Person | None:
    """One person; None for a stranger."""
    return next(iter(_found(connection, table.c.id == id)), None)


def add(connection: Connection, person: Person) -> None:
    """Writes a person down."""
    connection.execute(
        insert(table).values(id=person.id, name=person.name, role=person.role.value, since=person.since.isoformat())
    )


def forget(connection: Connection, id: str) -> bool:
    """Deletes a person; whether there was one."""
    return connection.execute(delete(table).where(table.c.id == id)).rowcount > 0


def _found(connection: Connection, *conditions: ColumnElement[bool]) -> tuple[Person, ...]:
    rows = connection.execute(select(table).where(*conditions).order_by(table.c.since, table.c.id))
    return tuple(Person(row.id, row.name, Role(row.role), datetime.fromisoformat(row.since)) for row in rows)
