"""Whom a live workshop lets in, as its store had it when it was last looked at."""

from workshoplib.live.codes import NotALink
from workshoplib.store import Ended, Person, Revoked, Room, Store


class Door:
    """Asks the store seldom and answers often: every request and every open connection goes by it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._head = -1
        self._room = Room()
        self._people: dict[str, Person] = {}

    @property
    def room(self) -> Room:
        """The room as it was last seen."""
        return self._room

    def look(self) -> bool:
        """Whether anything has changed since the last look; may wait for the store."""
        head = self._store.head()
        if head == self._head:
            return False
        self._room, self._people, self._head = self._store.room(), self._everybody(), head
        return True

    def joined(self, name: str) -> Person:
        """A new person, let in from now on; Ended where nobody is any more."""
        if self._store.room().ended:
            raise Ended
        person = self._store.add_person(name)
        self._people = {**self._people, person.id: person}
        return person

    def open(self) -> None:
        """Returns while the workshop goes on; Ended afterwards."""
        if self._room.ended:
            raise Ended

    def admit(self, id: str) -> Person:
        """The person who may come in; Ended, Revoked, or NotALink for one that the workshop does not know."""
        self.open()
        if id in self._room.revoked:
            raise Revoked
        if id not in self._people:  # somebody whom another process wrote down, which leaves no trace in the journal
            self._people = self._everybody()
        if id not in self._people:
            raise NotALink
        return self._people[id]

    def person(self, id: str) -> Person | None:
        """Somebody by id, let in or not; None for a stranger."""
        return self._people.get(id)

    def _everybody(self) -> dict[str, Person]:
        return {person.id: person for person in self._store.people()}
