"""People that a store has met already: they are asked for many times a second, and change hardly ever."""

from collections.abc import Mapping

from sqlalchemy import Connection

from workshoplib.store import people
from workshoplib.store.entries import Person


class Acquaintance:
    """Remembers people. Nobody is renamed; those who are erased have left a word in the journal."""

    def __init__(self) -> None:
        self._known: dict[str, Person] = {}

    def find(self, connection: Connection, id: str, erased: frozenset[str]) -> Person | None:
        """One person; None for a stranger."""
        self._forget(erased)
        found = self._known.get(id) or people.find(connection, id)
        if found:
            self._known[id] = found
        return found

    def names(self, connection: Connection, ids: frozenset[str], erased: frozenset[str]) -> Mapping[str, str]:
        """The names of these people, as far as they are known."""
        self._forget(erased)
        if not ids <= self._known.keys():
            self._known = {person.id: person for person in people.everybody(connection)}
        return {id: self._known[id].name for id in ids if id in self._known}

    def _forget(self, erased: frozenset[str]) -> None:
        for id in erased & self._known.keys():
            del self._known[id]
