"""Disks, folders, files and programs that do what they should not."""

import os
import sqlite3
import struct
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from sqlalchemy import event

from storing import VISION, created, goal, goals, opened, put, putting
from workshoplib.errors import WorkshopError
from workshoplib.store import (
    FACILITATOR,
    Busy,
    Damaged,
    DiskFull,
    Moved,
    NewerWorkshop,
    NotAWorkshop,
    NoWorkshop,
    OutOfReach,
    ReadOnly,
    Stale,
    Store,
    restore,
)
from workshoplib.store.sqlite import checkpoints_safely, lock_of
from workshoplib.store.turns import turn


def _file(folder: Path) -> Path:
    return folder / "kyst.workshop"


@contextmanager
def _edited(folder: Path) -> Iterator[sqlite3.Connection]:
    """The file as another program opens it."""
    other = sqlite3.connect(_file(folder), isolation_level=None)
    try:
        yield other
    finally:
        other.close()


# what the connection is set to


def test_every_connection_is_as_durable_and_as_tidy_as_promised(tmp_path: Path) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "wal_autocheckpoint": 0,
        "busy_timeout": 30_000,
    }
    with created(tmp_path) as store, store._medium.raw() as raw:  # type: ignore[attr-defined]
        assert wanted == {name: raw.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 6, 23), True),
        ((3, 7, 0), False),
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 9), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 54, 1), True),
    ],
)
def test_versions_of_sqlite_that_corrupt_beside_a_checkpoint_are_known(version: tuple[int, ...], safe: bool) -> None:
    assert safe == checkpoints_safely(version)


def test_the_log_is_written_back_now_and_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workshoplib.store.sqlite._ENTRIES_PER_CHECKPOINT", 10)
    with created(tmp_path) as store:
        before = _file(tmp_path).stat().st_size
        for number in range(11):
            put(store, goal(f"k{number}"), {"resources": "x" * 900})
        assert _file(tmp_path).stat().st_size > before


# not a workshop


def test_a_missing_workshop_is_not_made_by_opening_it(tmp_path: Path) -> None:
    with pytest.raises(NoWorkshop):
        opened(tmp_path)
    assert list(tmp_path.iterdir()) == []


def _other_database(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE entries (seq INTEGER)")
    other.close()


@pytest.mark.parametrize(
    "make",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_text("a letter, and not a short one. " * 10),
        _other_database,
        Path.mkdir,
    ],
    ids=["empty", "text", "other database", "folder"],
)
def test_what_is_no_workshop_is_refused_and_left_alone(tmp_path: Path, make: Callable[[Path], object]) -> None:
    make(_file(tmp_path))
    with pytest.raises(NotAWorkshop, match="restore a backup"):
        opened(tmp_path)
    assert [_file(tmp_path)] == list(tmp_path.iterdir())


def test_a_store_of_a_newer_format_is_read_but_not_written(tmp_path: Path) -> None:
    with created(tmp_path) as store:
        put(store, VISION, "Here")
    with _edited(tmp_path) as other:
        other.execute("UPDATE alembic_version SET version_num = '0999'")
    with opened(tmp_path) as store:
        assert store.strategy().organisation.vision == "Here"
        with pytest.raises(NewerWorkshop, match=r"0999.*0001"):
            put(store, VISION, "There", base=1)


# damage


def test_an_edited_answer_is_found_though_sqlite_finds_nothing(tmp_path: Path) -> None:
    with created(tmp_path) as store:
        put(store, VISION, "We brew")
        put(store, goal("k1"), {"text": "More"})
    with _edited(tmp_path) as other:
        other.execute("UPDATE entries SET value = '\"We grow\"' WHERE seq = 1")
        assert other.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    with opened(tmp_path) as store:
        assert store.strategy().organisation.vision == ""
        assert goals(store) == [("k1", "More")]
        assert "1 entries are not as they were written, the first is number 1" in str(store.check()[0])
        with pytest.raises(Damaged):
            put(store, VISION, "New")


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE entries SET author = 'someone' WHERE seq = 2",
        "UPDATE entries SET at = '2031-01-01T00:00:00+00:00' WHERE seq = 2",
        "UPDATE entries SET at = 'nonsense' WHERE seq = 2",
        "UPDATE entries SET item = 'k9' WHERE seq = 2",
        "UPDATE entries SET chain = 'x' WHERE seq = 2",
        "UPDATE entries SET digest = 'x' WHERE seq = 2",
        "UPDATE entries SET salt = 'x' WHERE seq = 2",
        "UPDATE entries SET value = NULL, salt = NULL WHERE seq = 2",
        "UPDATE entries SET owner = 'x', value = NULL, salt = NULL WHERE seq = 2",
        "DELETE FROM entries WHERE seq = 2",
        "UPDATE entries SET seq = 99 WHERE seq = 3",
    ],
)
def test_any_tampering_with_an_entry_is_found(tmp_path: Path, damage: str) -> None:
    with created(tmp_path) as store:
        for number in range(3):
            put(store, goal(f"k{number}"), {})
    with _edited(tmp_path) as other:
        other.execute(damage)
    with opened(tmp_path) as store:
        assert "not as they were written" in str(store.check()[0])


def test_a_cut_tail_is_found_by_the_note_beside_the_file(tmp_path: Path) -> None:
    with created(tmp_path) as store:
        for number in range(3):
            put(store, goal(f"k{number}"), {})
    with _edited(tmp_path) as other:
        other.execute("DELETE FROM entries WHERE seq > 1")
    with opened(tmp_path) as store:
        assert "The last 2 saves are missing" in str(store.check()[0])


def test_trashed_pages_never_show_wrong_answers(tmp_path: Path) -> None:
    with created(tmp_path) as store:
        fields = [{"text": f"goal {number}", "resources": "x" * 900} for number in range(30)]
        store.save(FACILITATOR, *(putting(goal(f"k{number}"), value) for number, value in enumerate(fields)))
    content = bytearray(_file(tmp_path).read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = os.urandom(4096)
    _file(tmp_path).write_bytes(content)
    with pytest.raises(WorkshopError, match="doctor"), opened(tmp_path) as store:
        assert all(text == f"goal {id[1:]}" for id, text in goals(store))
        put(store, VISION, "x")


def test_a_file_whose_header_is_damaged_is_refused(tmp_path: Path) -> None:
    created(tmp_path).close()
    with _file(tmp_path).open("r+b") as file:
        file.seek(68)
        file.write(struct.pack(">I", 7))
    with pytest.raises(NotAWorkshop):
        opened(tmp_path)


# the file goes away


@pytest.mark.parametrize("what", ["", "-wal"])
def test_a_file_that_is_gone_takes_no_more_saves(tmp_path: Path, what: str) -> None:
    store = created(tmp_path)
    put(store, VISION, "Here")
    Path(f"{_file(tmp_path)}{what}").unlink()
    with pytest.raises(Moved):
        put(store, VISION, "There", base=1)
    assert store.strategy().organisation.vision == "Here"
    store.close()


def test_a_file_that_was_replaced_takes_no_more_saves(tmp_path: Path) -> None:
    with created(tmp_path) as store, created(tmp_path, "other") as other:
        put(store, VISION, "Here")
        put(other, VISION, "Elsewhere")
        other.backup(tmp_path / "copy.workshop")
        (tmp_path / "copy.workshop").replace(_file(tmp_path))
        with pytest.raises(Moved):
            put(store, VISION, "There", base=1)


# programs and disks


def test_nothing_is_acknowledged_or_kept_when_the_commit_fails(tmp_path: Path) -> None:
    with created(tmp_path) as store:

        def fail(connection: object) -> None:
            raise OSError(5, "no disk")

        event.listen(store._medium.engine, "commit", fail)  # type: ignore[attr-defined]
        with pytest.raises(WorkshopError, match="no disk"):
            put(store, VISION, "Here")
        event.remove(store._medium.engine, "commit", fail)  # type: ignore[attr-defined]
        assert store.strategy().organisation.vision == ""
        put(store, VISION, "There")
        assert store.strategy().organisation.vision == "There"


def test_a_file_that_another_program_keeps_locked_says_so_and_can_be_read(tmp_path: Path) -> None:
    created(tmp_path).close()
    with opened(tmp_path, patience=0.1) as store, _edited(tmp_path) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy, match="another program"):
            put(store, VISION, "Here")
        assert store.strategy().organisation.vision == ""
        other.execute("ROLLBACK")
        put(store, VISION, "Here")


def test_a_lock_that_is_never_given_back_says_so(tmp_path: Path) -> None:
    created(tmp_path).close()
    with opened(tmp_path, patience=0.1) as store, turn(lock_of(_file(tmp_path)), 1), pytest.raises(Busy):
        put(store, VISION, "Here")


@contextmanager
def _mounted(folder: Path, size: str) -> Iterator[None]:
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "workshoplib-test", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("may not mount a small disk here")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)  # noqa: S607


def test_a_full_disk_says_so_keeps_what_was_saved_and_goes_on_when_there_is_space(tmp_path: Path) -> None:
    with _mounted(tmp_path, "1m"):
        store = created(tmp_path)
        ballast = tmp_path / "ballast"
        ballast.write_bytes(b"x" * 500_000)
        kept = 0
        with pytest.raises(DiskFull):
            for number in range(1000):
                kept = put(store, VISION, f"{number} " + "x" * 150, base=kept).revision
        assert str(store.strategy().organisation.vision).startswith(f"{kept - 1} ")
        with pytest.raises(DiskFull):
            put(store, VISION, "x" * 200, base=kept)
        ballast.unlink()
        assert kept + 1 == put(store, VISION, "space", base=kept).revision
        assert [found for found in store.check(full=True) if "SQLite" not in found.message][1:] == []
        store.close()


def _save_until_refused(file: Path, told: Connection) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
    store, kept = Store.open(file), 0
    try:
        while True:
            kept = put(store, VISION, f"{kept} " + "x" * 150, base=kept).revision
    except WorkshopError as refused:
        told.send((type(refused), kept > 5, store.strategy().organisation.vision.startswith(f"{kept - 1} ")))


@pytest.mark.skipif(os.name != "posix", reason="needs a limit on file sizes")
def test_a_limit_on_file_sizes_says_so_and_the_store_can_be_read(tmp_path: Path) -> None:
    created(tmp_path).close()
    answers, told = Pipe(duplex=False)
    child = get_context("fork").Process(target=_save_until_refused, args=(_file(tmp_path), told))
    child.start()
    child.join()
    assert answers.recv() == (OutOfReach, True, True)


def _holding_a_vision(folder: Path) -> None:
    with created(folder) as store:
        put(store, VISION, "Here")


def test_a_read_only_disk_says_so_and_can_be_read(tmp_path: Path) -> None:
    with _mounted(tmp_path, "2m"):
        _holding_a_vision(tmp_path)
        subprocess.run(["mount", "-o", "remount,ro", str(tmp_path)], check=True)  # noqa: S607
        store = opened(tmp_path)
        assert store.strategy().organisation.vision == "Here"
        with pytest.raises(ReadOnly, match="Copy it"):
            put(store, VISION, "There", base=1)
        store.close()


def test_a_store_cannot_be_made_on_a_read_only_disk(tmp_path: Path) -> None:
    with _mounted(tmp_path, "2m"):
        subprocess.run(["mount", "-o", "remount,ro", str(tmp_path)], check=True)  # noqa: S607
        with pytest.raises(ReadOnly):
            created(tmp_path)


def test_a_restore_that_does_not_fit_names_the_disk_that_it_goes_to(tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    _holding_a_vision(tmp_path)
    with _mounted(small, "16k"), pytest.raises(DiskFull) as refused:
        restore(_file(tmp_path), _file(small))
    assert refused.value.values == {"where": str(_file(small))}


def test_a_stale_answer_is_told_even_after_a_failed_save(tmp_path: Path) -> None:
    with created(tmp_path) as store, opened(tmp_path) as other:
        put(store, VISION, "Here")
        with pytest.raises(Stale):
            put(other, VISION, "There")
        put(other, VISION, "There", base=1)
        assert store.strategy().organisation.vision == "There"
