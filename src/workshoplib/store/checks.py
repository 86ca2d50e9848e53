"""Is everything in order? What a doctor looks at."""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path

from workshoplib.errors import N_, WorkshopError
from workshoplib.store import chain, journal
from workshoplib.store.entries import ERASURE, Entry, Head
from workshoplib.store.fold import Fold
from workshoplib.store.medium import Medium
from workshoplib.store.sqlite import SqliteFile, checkpoints_safely

SYNCED_FOLDERS = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "my drive",
    "cloudstorage",
    "mobile documents",
    "icloud",
    "nextcloud",
    "owncloud",
    "pcloud",
    "syncthing",
)
"""Beginnings of folder names, in small letters, whose files a program copies to and fro behind our back."""

NETWORK_FILE_SYSTEMS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "fuse.sshfs", "davfs"}

LOW_SPACE = 100_000_000
"""Bytes that should be free."""

_MOUNTS = Path("/proc/mounts")


class Severity(IntEnum):
    ERROR = 0
    WARNING = 1
    NOTE = 2


@dataclass(frozen=True)
class Finding:
    severity: Severity
    message: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.message.format(**self.values)


def findings(medium: Medium, fold: Fold, *, full: bool) -> tuple[Finding, ...]:
    """What is wrong or unusual about a store, the worst first."""
    found = [*_journal(medium), *_misfits(fold)]
    if isinstance(medium, SqliteFile):
        found += [*_pages(medium, full=full), *_head(medium, fold.head), *_surroundings(medium.path)]
    return tuple(sorted(found, key=lambda finding: finding.severity))


def sqlite_notes(version: tuple[int, ...]) -> Iterator[Finding]:
    """What there is to know about this version of SQLite."""
    if not checkpoints_safely(version):
        yield Finding(
            Severity.NOTE,
            N_(
                "SQLite {version} has a known fault when several programs write at once. Workshops are guarded by "
                "a lock, so open them only with this program; SQLite 3.51.3 and later are free of it."
            ),
            {"version": ".".join(map(str, version))},
        )


def folder_warnings(path: Path, mounts: str) -> Iterator[Finding]:
    """Whether a file lies where sync programs or networks get between the writers; ``mounts`` as Linux lists them."""
    for folder in path.parts[:-1]:
        if folder.lower().startswith(SYNCED_FOLDERS):
            yield Finding(
                Severity.WARNING,
                N_(
                    "The workshop lies in {folder}, which is copied to and fro by a sync program. That can damage it "
                    "while it is in use: keep it in an ordinary folder, and put backups there instead."
                ),
                {"folder": folder},
            )
    if str(path).startswith("\\\\") or _file_system(path, mounts) in NETWORK_FILE_SYSTEMS:
        yield Finding(
            Severity.WARNING,
            N_(
                "The workshop lies on a network drive, where locks are not always kept. Keep it on this machine's own "
                "disk, or use PostgreSQL."
            ),
        )


def _journal(medium: Medium) -> Iterator[Finding]:
    try:
        with medium.reading() as connection:
            yield from _chain(journal.after(connection, 0))
    except WorkshopError as error:
        yield Finding(Severity.ERROR, error.message, error.values)


def _chain(entries: Iterable[Entry]) -> Iterator[Finding]:
    before, broken = chain.START, []
    emptied: dict[str, int] = {}
    for entry in entries:
        if not chain.holds(entry, before):
            broken.append(entry.seq)
        before = chain.head_of(entry)
        if entry.kind == ERASURE:
            emptied.pop(entry.owner, None)
        elif chain.is_erased(entry):
            emptied.setdefault(entry.owner, entry.seq)
    broken += emptied.values()
    if broken:
        yield Finding(
            Severity.ERROR,
            N_(
                "{count} entries are not as they were written, the first is number {first}. "
                "Restore the latest backup, or rescue the rest with: workshop doctor"
            ),
            {"count": len(broken), "first": min(broken)},
        )


def _misfits(fold: Fold) -> Iterator[Finding]:
    misfits = fold.misfits()
    if misfits:
        yield Finding(
            Severity.WARNING,
            N_(
                "{count} answers have no place in this version's strategy. They are kept, but not shown; "
                "the first is entry {first}."
            ),
            {"count": len(misfits), "first": min(misfits)},
        )


def _pages(medium: SqliteFile, *, full: bool) -> Iterator[Finding]:
    try:
        with medium.raw() as raw:
            told = raw.execute("PRAGMA integrity_check(5)" if full else "PRAGMA quick_check(5)").fetchall()
    except sqlite3.Error as error:
        told = [(str(error),)]
    if told != [("ok",)]:
        yield Finding(
            Severity.ERROR,
            N_(
                "The file's pages are damaged ({what}). Restore the latest backup, or rescue what can be read with: "
                "workshop doctor"
            ),
            {"what": "; ".join(str(row[0]) for row in told)},
        )


def _head(medium: SqliteFile, head: Head) -> Iterator[Finding]:
    known = medium.known_head()
    if known is None or known == head:
        return
    if known.seq > head.seq:
        yield Finding(
            Severity.ERROR,
            N_(
                "The last {count} saves are missing: an older copy of the workshop may have been put in its place, "
                "or its {log} file was deleted. Look for a newer copy."
            ),
            {"count": known.seq - head.seq, "log": f"{medium.path.name}-wal"},
        )
    elif known.seq == head.seq:
        yield Finding(
            Severity.ERROR,
            N_(
                "This is not the workshop that was saved here last, though it has as many entries. "
                "Look for another copy."
            ),
        )


def _surroundings(path: Path) -> Iterator[Finding]:
    yield from folder_warnings(path, _MOUNTS.read_text(encoding="utf-8") if _MOUNTS.exists() else "")
    free = shutil.disk_usage(path.parent).free
    if free < LOW_SPACE:
        yield Finding(
            Severity.WARNING,
            N_("The disk is almost full: {megabytes} MB are free. Make space before the workshop."),
            {"megabytes": free // 1_000_000},
        )
    yield from sqlite_notes(sqlite3.sqlite_version_info)


def _file_system(path: Path, mounts: str) -> str:
    """The kind of file system that a path lies on; empty where nobody knows."""
    known = [(Path(words[1]), words[2]) for words in map(str.split, mounts.splitlines()) if len(words) > 2]
    over = [(len(mount.parts), kind) for mount, kind in known if path.is_relative_to(mount)]
    return max(over, default=(0, ""))[1]
