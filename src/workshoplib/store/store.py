"""The store: keeps every answer that anybody gave, and says what stands now."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection

from workshoplib.store import (
    acceptance,
    backups,
    checks,
    conduct,
    drafts,
    formats,
    importing,
    journal,
    people,
    privacy,
    seeing,
    shape,
)
from workshoplib.store.acceptance import Ready
from workshoplib.store.acquaintance import Acquaintance
from workshoplib.store.checks import Finding
from workshoplib.store.conduct import Find
from workshoplib.store.drafts import Draft
from workshoplib.store.entries import (
    AGREED,
    ANSWER,
    ERASURE,
    FACILITATOR,
    Address,
    Answer,
    Entry,
    Head,
    Person,
    Proposal,
    Role,
    Saved,
    Write,
)
from workshoplib.store.fold import Fold
from workshoplib.store.leading import Deciding, Leading
from workshoplib.store.medium import PATIENCE, Medium
from workshoplib.store.placing import whole
from workshoplib.store.postgresql import PostgresqlDatabase
from workshoplib.store.privacy import PersonalData
from workshoplib.store.refusals import (
    AlreadyThere,
    Damaged,
    Malformed,
    Nameless,
    NewerWorkshop,
    NoSuchPerson,
    NoSuchPlace,
    NotAWorkshop,
    NothingThere,
    OpIdTaken,
)
from workshoplib.store.rescue import Rescued, rescue
from workshoplib.store.seeing import Seen
from workshoplib.store.sqlite import SqliteFile, spoken
from workshoplib.store.tables import FORMAT
from workshoplib.strategy import Strategy, references
from workshoplib.strategy.ids import new_id
from workshoplib.strategy.text import clean

Clock = Callable[[], datetime]
"""The time, aware of its zone."""

Random = Callable[[int], bytes]
"""So many random bytes."""

LONGEST_NAME = 80
_SALT = 16


def this_clock() -> datetime:
    """The time that this machine has."""
    return datetime.now(UTC)


class Store(Leading):
    """A workshop's answers. Safe for several threads; for several processes each opens its own."""

    def __init__(self, medium: Medium, clock: Clock, random: Random) -> None:
        self._medium = medium
        self._clock = clock
        self._random = random
        self._fold = Fold()
        self._met = Acquaintance()
        self._turn = RLock()

    @classmethod
    def create(
        cls,
        where: str | Path,
        *,
        strategy: Strategy | None = None,
        clock: Clock = this_clock,
        random: Random = secrets.token_bytes,
        patience: float = PATIENCE,
    ) -> Self:
        """A new store, empty or holding a strategy: a file, or by ``postgresql://`` an empty database.

        The file appears with all that is in it, or not at all; AlreadyThere where something bears its name.
        """
        if _is_address(where):
            store = cls(PostgresqlDatabase(str(where), patience=patience), clock, random)
            store._make(strategy)
            return store
        path = Path(where)
        with (
            spoken(str(path)),
            whole(path, replace=False) as fresh,
            cls(SqliteFile.made(fresh), clock, random) as store,
        ):
            store._make(strategy)
        return cls.open(path, clock=clock, random=random, patience=patience)

    @classmethod
    def open(
        cls,
        where: str | Path,
        *,
        clock: Clock = this_clock,
        random: Random = secrets.token_bytes,
        patience: float = PATIENCE,
    ) -> Self:
        """A store that is there: NoWorkshop or NotAWorkshop where it is not.

        One of an older format is backed up and upgraded. One that cannot be written (a newer format, a read-only
        folder, damage) opens all the same and can be read; saving is then refused with the reason.
        """
        store = cls(_medium(where, patience), clock, random)
        try:
            store._check_format()
            store._check_pages()
            store._now()
        except BaseException:
            store.close()
            raise
        return store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file or the server; all that was saved is safe before, too."""
        with self._turn:
            self._medium.close()

    @property
    def where(self) -> str:
        """The store's path, or its address without password."""
        return self._medium.where

    def save(self, author: str, *writes: Write) -> Saved:
        """Saves the writes, all or none. Returns when they are on the disk, else raises a WorkshopError that says why.

        Stale where somebody changed an address since the revision that a write is based on; Invalid where a value does
        not fit its field.
        """
        changes = [acceptance.ready(write) for write in writes]
        return self._saved(author, lambda _: changes)

    def import_strategy(self, author: str, strategy: Strategy) -> Saved:
        """Makes the agreed strategy equal to this one: puts what differs, removes what is gone."""
        for problem in references.broken(strategy):
            raise problem.sentence()
        return self._saved(
            author,
            lambda fold: [acceptance.ready(write) for write in importing.changes(fold, strategy, self._new_op_id)],
        )

    def agree(
        self,
        author: str,
        owner: str,
        address: Address,
        *,
        value: Any = None,
        base: int | None = None,
        op_id: str | None = None,
    ) -> Saved:
        """Makes a participant's proposal the group's, as it is or edited to this ``value``.

        References to what the group has not agreed on are let go; ``Saved.let_go`` names them. With a ``base``, only if
        that is still the agreed revision. RevealFirst while the proposal is private.
        """
        let_go: list[str] = []

        def copied(fold: Fold) -> list[Ready]:
            if not fold.is_there(address, owner):
                raise NothingThere(address)
            if owner != AGREED:
                conduct.may_agree(fold.room, address.part)
            seen = fold.answer(address).revision if base is None else base
            wanted, labels = fold.loosened(address, fold.answer(address, owner).value if value is None else value)
            let_go[:] = labels
            return [acceptance.ready(Write(op_id or self._new_op_id(), address, "put", wanted, seen))]

        return replace(self._saved(author, copied), let_go=tuple(let_go))

    def strategy(self, owner: str = AGREED) -> Strategy:
        """The strategy as it stands: what the group agreed, or one participant's own proposals."""
        return self._now().strategy(owner)

    def answer(self, address: Address, owner: str = AGREED) -> Answer:
        """What stands at an address, since when and by whom."""
        return self._now().answer(address, owner)

    def answers(self, part: str, owner: str = AGREED) -> dict[Address, Answer]:
        """What stands in a whole part, with what was removed from it."""
        return self._now().answers(part, owner)

    def proposals(self, part: str = "") -> tuple[Proposal, ...]:
        """What participants propose, in one part or in all. It is theirs until revealed: mind who gets to see it."""
        return tuple(self._now().proposals(part))

    def seen_by(self, person: str, part: str) -> Seen:
        """All that a participant may see of a part, and nothing else; refused to those who may not come in."""
        if not shape.is_part(part):
            raise NoSuchPlace(Address(part, ""))
        with self._turn, self._medium.reading() as connection:
            fold = self._caught_up(connection)
            conduct.may_look(fold.room, person, self._finding(connection, fold))
            return seeing.seen(fold, person, part, partial(self._met.names, connection, erased=fold.erased))

    def head(self) -> int:
        """The newest revision; 0 where nothing has been saved yet."""
        return self._now().head.seq

    def chain_head(self) -> Head:
        """The newest revision with its link: it stands for all that the journal holds."""
        return self._now().head

    def entries(self, since: int = 0) -> tuple[Entry, ...]:
        """All that was written after a revision, in order."""
        with self._turn, self._medium.reading() as connection:
            return tuple(journal.after(connection, since))

    def history(self, address: Address, owner: str = AGREED) -> tuple[Entry, ...]:
        """All answers that were ever written at an address, in order."""
        with self._turn, self._medium.reading() as connection:
            return tuple(entry for entry in journal.at(connection, address, owner) if entry.kind == ANSWER)

    def people(self) -> tuple[Person, ...]:
        """All people, in the order in which they came."""
        with self._turn, self._medium.reading() as connection:
            return people.everybody(connection)

    def add_person(self, name: str, role: Role = Role.PARTICIPANT) -> Person:
        """A new person with an id of their own; two may bear the same name."""
        plain = " ".join(clean(name).text.split())
        if not plain or len(plain) > LONGEST_NAME:
            raise Nameless(LONGEST_NAME)
        person = Person(new_id(self._below), plain, Role(role), self._time())
        with self._turn, self._medium.writing() as connection:
            people.add(connection, person)
        return person

    def erase(self, person: str) -> int:
        """Deletes a person's name and all values of their proposals; how many values there were.

        What the group agreed stays, and so does the journal's chain. Backups made before keep what they hold.
        """
        with self._turn:
            with self._medium.writing() as connection:
                fold = self._caught_up(connection)
                known = people.forget(connection, person)
                if not known and not privacy.was_erased(connection, person):
                    raise NoSuchPerson(person)
                blanked = privacy.blank(connection, person)
                erasure = Draft(ERASURE, "erase", owner=person, op_id=self._new_op_id())
                journal.append(connection, self._sealed([erasure], FACILITATOR, self._time(), fold.head))
            self._now()
            self._medium.scrub()
        return blanked

    def mydata(self, person: str) -> PersonalData:
        """All that is kept about a person."""
        with self._turn, self._medium.reading() as connection:
            found = people.find(connection, person)
            if found is None:
                raise NoSuchPerson(person)
            return PersonalData(found, tuple(journal.of_person(connection, person)))

    def backup(self, to: str | Path) -> Head:
        """Copies the store, people included, into one new file, and checks the copy; its head.

        People may go on saving meanwhile. A file that is there already is replaced at the end, whole.
        """
        with self._turn:
            needed = self._now().head
            return backups.back_up(self._medium, Path(to), needed)

    def check(self, *, full: bool = False) -> tuple[Finding, ...]:
        """What is wrong or unusual, the worst first; empty for a sound store in a good place.

        ``full`` also holds every index against its table, which takes about a second for 100,000 entries.
        """
        with self._turn:
            fold = self._now()
            return checks.findings(self._medium, fold, full=full)

    def _saved(self, author: str, changes_after: Callable[[Fold], Sequence[Ready]]) -> Saved:
        at = self._time()
        with self._turn:
            with self._medium.writing() as connection:
                before = self._caught_up(connection)
                changes = changes_after(before)
                earlier = self._earlier(connection, author, [change.draft for change in changes])
                fresh = [change for change in changes if change.write.op_id not in earlier]
                entries = self._accepted(connection, before, author, fresh, at)
                after = before.after(entries)
                acceptance.fits_together(before, after, [change.write for change in fresh])
                journal.append(connection, entries)
            self._fold = after
        return _told(changes, {**earlier, **{entry.op_id: entry for entry in entries}}, after.head, at, bool(fresh))

    def _act(self, author: str, op_id: str | None, drafting: Callable[[Fold], Draft], may: Deciding) -> Saved:
        at, number = self._time(), self._new_op_id() if op_id is None else op_id
        drafts.numbered(number)
        with self._turn:
            with self._medium.writing() as connection:
                before = self._caught_up(connection)
                draft = replace(drafting(before), op_id=number)
                for earlier in self._earlier(connection, author, [draft]).values():
                    return Saved(earlier.seq, earlier.at, repeated=True, revisions=(earlier.seq,))
                may(before, self._finding(connection, before))
                entries = self._sealed([draft], author, at, before.head)
                journal.append(connection, entries)
            self._fold = before.after(entries)
        return Saved(entries[0].seq, at, revisions=(entries[0].seq,))

    def _earlier(self, connection: Connection, author: str, wanted: Sequence[Draft]) -> dict[str, Entry]:
        """The entries of those drafts that were written before."""
        op_ids = [draft.op_id for draft in wanted]
        for place, op_id in enumerate(op_ids):
            if op_id in op_ids[:place]:
                raise OpIdTaken(op_id)
        known = journal.by_op_id(connection, op_ids)
        return {
            draft.op_id: known[draft.op_id] for draft in wanted if draft.was_written(author, known.get(draft.op_id))
        }

    def _accepted(
        self, connection: Connection, fold: Fold, author: str, changes: Sequence[Ready], at: datetime
    ) -> tuple[Entry, ...]:
        writes = [change.write for change in changes]
        find = self._finding(connection, fold)
        acceptance.may_write(fold.room, author, find, writes)
        acceptance.not_stale(fold, writes, find)
        return self._sealed([change.draft for change in changes], author, at, fold.head)

    def _finding(self, connection: Connection, fold: Fold) -> Find:
        return partial(self._met.find, connection, erased=fold.erased)

    def _sealed(self, wanted: Sequence[Draft], author: str, at: datetime, head: Head) -> tuple[Entry, ...]:
        return drafts.sealed(wanted, author, at, (self._salt() for _ in wanted), head)

    def _now(self) -> Fold:
        with self._turn, self._medium.reading() as connection:
            return self._caught_up(connection)

    def _caught_up(self, connection: Connection) -> Fold:
        self._fold = self._fold.after(journal.after(connection, self._fold.head.seq))
        if self._fold.damaged and self._medium.refusal is None:
            self._medium.refusal = Damaged(self._medium.where)
        if self._medium.refusal and connection.get_execution_options().get("writes"):
            raise self._medium.refusal
        return self._fold

    def _check_format(self) -> None:
        with self._medium.reading() as connection:
            found = formats.found(connection)
        if not found:
            raise NotAWorkshop(self._medium.where)
        if found > FORMAT:
            self._medium.refusal = NewerWorkshop(self._medium.where, found, FORMAT)
        elif found < FORMAT and self._medium.refusal is None:
            self._upgrade(found)

    def _check_pages(self) -> None:
        if self._medium.refusal is None and not self._medium.is_sound():
            self._medium.refusal = Damaged(self._medium.where)

    def _make(self, strategy: Strategy | None) -> None:
        with self._medium.writing() as connection:
            if formats.is_made(connection):
                raise AlreadyThere(self._medium.where)
            formats.make(connection)
        if strategy is not None:
            self.import_strategy(FACILITATOR, strategy)

    def _upgrade(self, found: str) -> None:
        backups.keep_aside(self._medium, f"format-{found}", self._time())
        with self._medium.writing() as connection:
            formats.upgrade(connection)

    def _time(self) -> datetime:
        at = self._clock()
        if at.tzinfo is None:
            raise Malformed("clock")
        return at.astimezone(UTC)

    def _new_op_id(self) -> str:
        return self._random(_SALT).hex()

    def _salt(self) -> str:
        return self._random(_SALT).hex()

    def _below(self, n: int) -> int:
        return int.from_bytes(self._random(8)) % n


def _medium(where: str | Path, patience: float) -> Medium:
    if _is_address(where):
        return PostgresqlDatabase(str(where), patience=patience)
    return SqliteFile(Path(where), patience=patience)


def _is_address(where: str | Path) -> bool:
    return isinstance(where, str) and "://" in where


def _told(changes: Sequence[Ready], written: dict[str, Entry], head: Head, at: datetime, is_new: bool) -> Saved:
    if not changes:
        return Saved(head.seq, at)
    entries = [written[change.write.op_id] for change in changes]
    return Saved(
        revision=entries[-1].seq,
        at=entries[-1].at,
        repeated=not is_new,
        dropped=sum(change.dropped for change in changes),
        revisions=tuple(entry.seq for entry in entries),
    )


def restore(
    backup: str | Path, to: str | Path, *, clock: Clock = this_clock, patience: float = PATIENCE
) -> Path | None:
    """Puts a copy of a backup in place, checked before and after; where the file that was there before is kept now.

    By a ``postgresql://`` address it fills an empty database.
    """
    if not _is_address(to):
        return backups.restore_file(Path(backup), Path(to).absolute(), clock())
    medium = PostgresqlDatabase(str(to), patience=patience)
    try:
        backups.restore_into(Path(backup), medium)
    finally:
        medium.close()
    return None


def salvage(
    damaged: str | Path, to: str | Path, *, clock: Clock = this_clock, random: Random = secrets.token_bytes
) -> Rescued:
    """Writes what can be read and proved of a damaged file into a new one; how much that is."""
    return rescue(Path(damaged), Path(to), clock(), random)
