"""What a person may ask for: all that is kept about them, and that it be gone."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, or_, select, update

from workshoplib.store.entries import ERASURE, Entry, Person
from workshoplib.store.tables import entries as table


@dataclass(frozen=True)
class PersonalData:
    """All that the store keeps about a person: their name, and every entry that they wrote or own."""

    person: Person
    entries: tuple[Entry, ...]


def blank(connection: Connection, person: str) -> int:
    """Takes the values (and their salts) from all that a person owns; how many there were."""
    left = or_(table.c.value.is_not(None), table.c.salt.is_not(None))
    mine = (table.c.owner == person) & (table.c.kind != ERASURE) & left
    return connection.execute(update(table).where(mine).values(value=None, salt=None)).rowcount


def was_erased(connection: Connection, person: str) -> bool:
    """Whether this person has been erased before."""
    asked = select(func.count()).where(table.c.owner == person, table.c.kind == ERASURE)
    return bool(connection.execute(asked).scalar())
