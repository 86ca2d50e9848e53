"""A store in one SQLite file.

All writers and all checkpoints queue at one short file lock. It gives them their turn (SQLite's own waiting is a
lottery in which some starve), and it keeps checkpoints away from writes: in SQLite before 3.51.3 the two together can
corrupt the file (https://sqlite.org/wal.html#the_wal_reset_bug). The lock is ``NAME.workshop-lock``, beside SQLite's
own ``NAME.workshop-wal`` and ``-shm``, so whoever moves, ignores or deletes ``NAME.workshop-*`` meets them all.
"""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, QueuePool, StaticPool, create_engine, event
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from workshoplib.errors import WorkshopError
from workshoplib.store import journal
from workshoplib.store.entries import Head
from workshoplib.store.medium import PATIENCE
from workshoplib.store.refusals import (
    AlreadyThere,
    Busy,
    Damaged,
    DiskFull,
    Moved,
    NotAWorkshop,
    NoWorkshop,
    OutOfReach,
    ReadOnly,
    StillReadable,
)
from workshoplib.store.turns import turn

SUFFIX = ".workshop"
APPLICATION_ID = 0x57_6B_73_70
"""Marks SQLite files as ours, in their header: "Wksp"."""

_ENTRIES_PER_CHECKPOINT = 500

_PRAGMAS = ("PRAGMA secure_delete = ON", "PRAGMA foreign_keys = ON")
_PRAGMAS_OF_WRITERS = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA wal_autocheckpoint = 0")

_KINDS: dict[int, type[Busy | DiskFull | ReadOnly | Damaged | NotAWorkshop]] = {
    sqlite3.SQLITE_BUSY: Busy,
    sqlite3.SQLITE_LOCKED: Busy,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_READONLY: ReadOnly,
    sqlite3.SQLITE_PERM: ReadOnly,
    sqlite3.SQLITE_CORRUPT: Damaged,
    sqlite3.SQLITE_NOTADB: NotAWorkshop,
}
"""What SQLite's primary result codes mean to people."""

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


class SqliteFile:
    """A workshop's file, open."""

    def __init__(self, path: Path, *, patience: float = PATIENCE) -> None:
        self.where = str(path)
        # the real path: writers who came by a link must meet at the same lock
        self.path = real(path)
        self.refusal: WorkshopError | None = None
        self._patience = patience
        self._batch: int | None = None
        recognise(self.path)
        if not _is_writable(self.path):
            self.refusal = ReadOnly(self.where)
        self.engine = self._engine()
        with self._spoken():
            self._files = self._opened()

    @classmethod
    def made(cls, path: Path) -> "SqliteFile":
        """A new file that SQLite and we recognise, without tables."""
        with closing(sqlite3.connect(path)) as fresh:
            fresh.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        return cls(path)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state."""
        with self._spoken(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that no other writer and no checkpoint runs beside."""
        if self.refusal:
            raise self.refusal
        with self._spoken(), self.locked():
            with self.engine.connect().execution_options(writes=True) as connection:
                self._still_there()
                with connection.begin():
                    yield connection
                    head = journal.head(connection)
                    self._still_there()
            self._after(head)

    def is_sound(self) -> bool:
        """Whether SQLite finds its pages in order."""
        with self._spoken(), self.raw() as raw:
            return bool(raw.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))

    def scrub(self) -> None:
        """Writes the log back into the file and empties it: old pages, with what was erased, are gone then."""
        with self._spoken(), self.locked(), self.raw() as raw:
            busy, _, _ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise StillReadable(self.where)

    def close(self) -> None:
        """Writes the log back into the file and lets go of it."""
        if self.refusal is None and _identity(self.path) == self._files[0]:
            with suppress(DBAPIError, sqlite3.Error, OSError), self.locked():
                with self.raw() as raw:
                    raw.execute("PRAGMA wal_checkpoint(PASSIVE)")
                self.engine.dispose()  # the last one to close checkpoints by itself: under the lock, too
        self.engine.dispose()

    def locked(self) -> AbstractContextManager[None]:
        """The turn to write."""
        return turn(lock_of(self.path), self._patience)

    @contextmanager
    def raw(self) -> Iterator[sqlite3.Connection]:
        """SQLite's own connection, outside any transaction."""
        connection = self.engine.raw_connection()
        try:
            assert isinstance(connection.driver_connection, sqlite3.Connection)  # noqa: S101 - tells the type checker
            yield connection.driver_connection
        finally:
            connection.close()

    def known_head(self) -> Head | None:
        """The last head that was saved under this name, from a note beside the file; None where there is no note."""
        return read_note(self.path)

    def _engine(self) -> Engine:
        # one connection, kept: the locks that it holds on the file are its user's place in the building
        engine = create_engine("sqlite://", creator=self._connect, poolclass=QueuePool, pool_size=1, max_overflow=0)
        event.listen(engine, "begin", _begin)
        return engine

    def _connect(self) -> sqlite3.Connection:
        if self.refusal is not None:
            return _prepared(_reader(self.path), _PRAGMAS)
        connection = sqlite3.connect(
            f"{self.path.as_uri()}?mode=rw",  # never makes a file that is not there
            uri=True,
            timeout=self._patience,
            isolation_level=None,
            check_same_thread=False,
        )
        return _prepared(connection, (*_PRAGMAS, *_PRAGMAS_OF_WRITERS))

    def _opened(self) -> tuple[object, object]:
        """Connects, and remembers which files these are."""
        with nullcontext() if self.refusal else self.locked(), self.raw() as raw:
            raw.execute("SELECT count(*) FROM sqlite_schema").fetchall()
            return self._identities()

    def _identities(self) -> tuple[object, object]:
        return _identity(self.path), _identity(Path(f"{self.path}-wal"))

    def _still_there(self) -> None:
        """Refuses to write into a file that no longer bears the workshop's name: SQLite would not notice."""
        if self._identities() != self._files:
            raise Moved(self.where)

    def _after(self, head: Head) -> None:
        """What can wait until the change is safe. The change is saved whether or not this succeeds."""
        with suppress(OSError):
            write_note(self.path, head)
        batch, self._batch = self._batch, head.seq // _ENTRIES_PER_CHECKPOINT
        if batch not in (None, self._batch):
            with suppress(sqlite3.Error), self.raw() as raw:
                raw.execute("PRAGMA wal_checkpoint(PASSIVE)")

    @contextmanager
    def _spoken(self) -> Iterator[None]:
        with spoken(self.where):
            yield


@contextmanager
def spoken(where: str) -> Iterator[None]:
    """Turns what SQLite, the lock and the file system say into sentences about ``where``."""
    try:
        yield
    except TimeoutError as error:
        raise Busy(where) from error
    except sqlite3.Error as error:
        raise _sentence(where, error) from error
    except DBAPIError as error:
        raise _sentence(where, error.orig) from error
    except SQLAlchemyError as error:
        raise OutOfReach(where, str(error)) from error
    except FileExistsError as error:
        raise AlreadyThere(where) from error
    except OSError as error:
        raise _os_sentence(where, error) from error


def _sentence(where: str, error: BaseException | None) -> WorkshopError:
    code = getattr(error, "sqlite_errorcode", 0)
    if code & 0xFF in _KINDS:
        return _KINDS[code & 0xFF](where)
    if "UTF-8" in str(error):
        return Damaged(where)
    return OutOfReach(where, str(error))


def _os_sentence(where: str, error: OSError) -> WorkshopError:
    if error.errno in _FULL:
        return DiskFull(where)
    if error.errno in _FORBIDDEN:
        return ReadOnly(where)
    return OutOfReach(where, error.strerror or str(error))


def recognise(path: Path) -> None:
    """Refuses what is no workshop, before SQLite opens it and leaves its own files beside it."""
    with spoken(str(path)):
        if not path.exists():
            raise NoWorkshop(str(path))
        if not path.is_file():
            raise NotAWorkshop(str(path))
    # Read by SQLite, not by us: whoever closes a file lets go of all locks that the process holds on it, also of those
    # of a store that is open already (https://sqlite.org/howtocorrupt.html, section 2.2).
    with spoken(str(path)), closing(_untouched(path)) as raw:
        (application_id,) = raw.execute("PRAGMA application_id").fetchone()
    if application_id != APPLICATION_ID:
        raise NotAWorkshop(str(path))


@contextmanager
def looking_into(path: Path) -> Iterator[Connection]:
    """A look into a file that is not opened as a workshop: a copy, or something to rescue. Nothing is changed."""
    with spoken(str(path)):
        raw = _reader(path)
        engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
        try:
            with engine.connect() as connection:
                yield connection
        finally:
            engine.dispose()
            raw.close()


def _reader(path: Path) -> sqlite3.Connection:
    raw = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None, check_same_thread=False)
    try:
        raw.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    except sqlite3.OperationalError:
        # SQLite makes its shared memory beside the file even to read; where it may not, nobody else writes either
        raw.close()
        raw = _untouched(path)
    return raw


def _untouched(path: Path) -> sqlite3.Connection:
    """A connection that takes no locks and makes no files; it sees what is in the file itself, not in its log."""
    uri = path.resolve().as_uri()
    return sqlite3.connect(f"{uri}?immutable=1", uri=True, isolation_level=None, check_same_thread=False)


def real(path: Path) -> Path:
    """The absolute path that links lead to; of links in a circle the path where they close."""
    return Path(os.path.realpath(path))


def lock_of(path: Path) -> Path:
    """Where the writers of a file queue."""
    return Path(f"{path}-lock")


def write_note(path: Path, head: Head) -> None:
    """Notes the head beside the file. A file that lost its end, or its log, is whole in itself: only this tells."""
    # overwritten in place, always as long: a file system may wait for the disk when one is cut short and written anew
    descriptor = os.open(f"{path}-head", os.O_WRONLY | os.O_CREAT, 0o644)
    try:
        os.write(descriptor, f"{head.seq:12} {head.chain:64}\n".encode("ascii"))
    finally:
        os.close(descriptor)


def read_note(path: Path) -> Head | None:
    """The head that was noted beside the file."""
    try:
        seq, link = Path(f"{path}-head").read_text(encoding="ascii").split()
        return Head(int(seq), link)
    except (OSError, ValueError):
        return None


def checkpoints_safely(version: tuple[int, ...]) -> bool:
    """Whether this SQLite may checkpoint beside a writer; the file lock makes sure of it for those that may not."""
    if version < (3, 7, 0):
        return True
    repaired: dict[tuple[int, ...], int] = {(3, 44): 6, (3, 50): 7}
    patch = repaired.get(version[:2])
    return version >= (3, 51, 3) or (patch is not None and version[2] >= patch)


def _prepared(connection: sqlite3.Connection, pragmas: tuple[str, ...]) -> sqlite3.Connection:
    try:
        for pragma in pragmas:
            connection.execute(pragma).fetchall()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _begin(connection: Connection) -> None:
    # immediate: a transaction that starts as a reader and then writes is refused at once when another one writes
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _identity(path: Path) -> object:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
