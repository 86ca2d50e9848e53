"""Copies that are checked before anybody relies on them, and the way back from them."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from workshoplib.store import chain, formats, journal, people
from workshoplib.store.entries import Head
from workshoplib.store.medium import PATIENCE, Medium
from workshoplib.store.placing import whole
from workshoplib.store.refusals import AlreadyThere, Unsound
from workshoplib.store.sqlite import SUFFIX, SqliteFile, lock_of, looking_into, real, recognise, spoken, write_note
from workshoplib.store.tables import FORMAT
from workshoplib.store.turns import turn

_MOMENT = "%Y%m%dT%H%M%SZ"


def back_up(medium: Medium, to: Path, needed: Head) -> Head:
    """Copies a store into one file and puts it in place when it is proved to hold all up to ``needed``; its head."""
    if Path(f"{to}-wal").exists() or (isinstance(medium, SqliteFile) and real(to) == medium.path):
        raise AlreadyThere(str(to))  # somebody works in that file
    with spoken(str(to)), whole(to, replace=True) as fresh:
        _copy(medium, fresh)
        return proved(fresh, needed)


def keep_aside(medium: Medium, why: str, at: datetime) -> None:
    """Copies a file beside itself before it is changed as a whole. A server has an administrator who does."""
    if isinstance(medium, SqliteFile):
        with spoken(medium.where), whole(_aside(medium.path, why, at), replace=False) as fresh:
            _copy(medium, fresh)
            proved(fresh)


def restore_file(backup: Path, path: Path, at: datetime) -> Path | None:
    """Puts a copy of the backup in place; where the file that was there before is kept, if there was one."""
    recognise(backup)
    head = proved(backup)
    with spoken(str(path)), turn(lock_of(path), PATIENCE), whole(path, replace=True) as fresh:
        with looking_into(backup) as source, spoken(str(path)):  # a full disk is where the copy goes
            _copy_pages(_driver(source), fresh)
        proved(fresh, head)
        before = _move_aside(path, at)
        write_note(path, head)
    return before


def restore_into(backup: Path, medium: Medium) -> None:
    """Fills an empty database from a backup; AlreadyThere where it is not empty."""
    recognise(backup)
    proved(backup)
    with looking_into(backup) as source, medium.writing() as target:
        if formats.is_made(target):
            raise AlreadyThere(medium.where)
        formats.make(target)
        copy_rows(source, target)


def proved(copy: Path, needed: Head = chain.START) -> Head:
    """The head of a copy that is sound and holds all up to ``needed``; Unsound for any other."""
    with looking_into(copy) as connection:
        if _driver(connection).execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            raise Unsound(str(copy))
        if formats.found(connection) != FORMAT:
            return chain.START  # its chain is checked when it has been opened and upgraded
        head, has_needed = chain.START, needed == chain.START
        for entry in journal.after(connection, 0):
            if not chain.holds(entry, head):
                raise Unsound(str(copy))
            head = chain.head_of(entry)
            has_needed = has_needed or head == needed
    if not has_needed:
        raise Unsound(str(copy))
    return head


def copy_rows(source: Connection, target: Connection) -> None:
    """Copies all entries and people."""
    journal.append(target, journal.after(source, 0))
    for person in people.everybody(source):
        people.add(target, person)


def _copy(medium: Medium, fresh: Path) -> None:
    if isinstance(medium, SqliteFile):
        with medium.raw() as raw:
            _copy_pages(raw, fresh)
        return
    new = SqliteFile.made(fresh)
    with medium.reading() as source, new.writing() as target:
        formats.make(target)
        copy_rows(source, target)
    new.close()
    with closing(sqlite3.connect(fresh)) as file:
        _without_log(file)


def _copy_pages(source: sqlite3.Connection, fresh: Path) -> None:
    with closing(sqlite3.connect(fresh)) as target:
        source.backup(target)  # all pages in one go: page by page it would start again after each save
        _without_log(target)


def _without_log(file: sqlite3.Connection) -> None:
    file.execute("PRAGMA journal_mode = DELETE").fetchall()  # one file alone, readable from a read-only disk, too


def _move_aside(path: Path, at: datetime) -> Path | None:
    aside = _aside(path, "before-restore", at)
    for suffix in ("", "-wal", "-shm"):
        file = Path(f"{path}{suffix}")
        if file.exists():
            file.rename(f"{aside}{suffix}")
    return aside if aside.exists() else None


def _aside(path: Path, why: str, at: datetime) -> Path:
    return path.with_name(f"{path.stem}.{why}-{at.strftime(_MOMENT)}{SUFFIX}")


def _driver(connection: Connection) -> sqlite3.Connection:
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)  # noqa: S101 - tells the type checker
    return raw
