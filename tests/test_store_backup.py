"""Copies, the way back, and what a doctor finds and rescues."""

import shutil
import sqlite3
from pathlib import Path
from threading import Event, Thread

import pytest

from storing import VISION, Ticking, created, goal, goals, opened, put, putting
from workshoplib.store import FACILITATOR, AlreadyThere, Moved, NotAWorkshop, Severity, Store, Unsound, restore, salvage
from workshoplib.store.checks import folder_warnings, sqlite_notes


def _filled(folder: Path, goals: int = 10) -> Store:
    store = created(folder)
    store.add_person("Kari")
    fields = [{"text": f"goal {number}", "resources": "x" * 500} for number in range(goals)]
    store.save(FACILITATOR, *(putting(goal(f"k{number}"), value) for number, value in enumerate(fields)))
    return store


def test_a_backup_holds_all_of_it_in_one_file(tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir()
    with _filled(tmp_path) as store:
        head = store.backup(tmp_path / "backups" / "copy.workshop")
        assert head == store.chain_head()
        assert [file.name for file in (tmp_path / "backups").iterdir()] == ["copy.workshop"]
        with opened(tmp_path / "backups", "copy") as copy:
            assert (copy.entries(), copy.people()) == (store.entries(), store.people())


def test_a_backup_replaces_the_one_before(tmp_path: Path) -> None:
    with _filled(tmp_path) as store:
        store.backup(tmp_path / "copy.workshop")
        put(store, VISION, "newer")
        store.backup(tmp_path / "copy.workshop")
    with opened(tmp_path, "copy") as copy:
        assert copy.strategy().organisation.vision == "newer"


def test_a_backup_never_replaces_a_workshop_that_is_open(tmp_path: Path) -> None:
    with _filled(tmp_path) as store, created(tmp_path, "other"):
        for taken in ("kyst", "other"):
            with pytest.raises(AlreadyThere):
                store.backup(tmp_path / f"{taken}.workshop")


def test_a_backup_made_while_others_save_holds_all_that_was_saved_before(tmp_path: Path) -> None:
    with _filled(tmp_path) as store, opened(tmp_path) as writer:
        stop = Event()

        def write() -> None:
            base = 0
            while not stop.is_set():
                base = put(writer, VISION, str(base), base).revision

        thread = Thread(target=write)
        thread.start()
        try:
            for _ in range(3):
                before = store.head()
                assert store.backup(tmp_path / "copy.workshop").seq >= before
        finally:
            stop.set()
            thread.join()


def test_a_plain_copy_of_an_open_file_is_found_to_miss_saves(tmp_path: Path) -> None:
    with _filled(tmp_path) as store:
        shutil.copy(tmp_path / "kyst.workshop", tmp_path / "copy.workshop")
        shutil.copy(tmp_path / "kyst.workshop-head", tmp_path / "copy.workshop-head")
        assert store.head() == 10
    with opened(tmp_path, "copy") as copy:
        assert "The last 10 saves are missing" in str(copy.check()[0])


def test_a_restored_workshop_is_the_one_that_was_backed_up(tmp_path: Path) -> None:
    with _filled(tmp_path) as store:
        head, strategy = store.backup(tmp_path / "copy.workshop"), store.strategy()
    for file in tmp_path.glob("kyst.workshop*"):
        file.unlink()
    assert restore(tmp_path / "copy.workshop", tmp_path / "kyst.workshop") is None
    with opened(tmp_path) as again:
        assert (again.chain_head(), again.strategy()) == (head, strategy)


def test_restoring_keeps_what_was_there_and_stops_those_who_have_it_open(tmp_path: Path) -> None:
    with _filled(tmp_path) as store:
        store.backup(tmp_path / "copy.workshop")
        put(store, VISION, "after the backup")
        aside = restore(tmp_path / "copy.workshop", tmp_path / "kyst.workshop", clock=Ticking())
        with pytest.raises(Moved):
            put(store, VISION, "too late", base=11)
    assert aside == tmp_path / "kyst.before-restore-20270106T090001Z.workshop"
    with opened(tmp_path) as again, opened(tmp_path, aside.stem) as kept:
        assert again.strategy().organisation.vision == ""
        assert kept.strategy().organisation.vision == "after the backup"
        assert [found for found in again.check(full=True) if found.severity < Severity.NOTE] == []


def test_a_damaged_backup_is_not_restored(tmp_path: Path) -> None:
    with _filled(tmp_path) as store:
        store.backup(tmp_path / "copy.workshop")
    with sqlite3.connect(tmp_path / "copy.workshop") as other:
        other.execute("UPDATE entries SET value = '{}' WHERE seq = 3")
    other.close()
    with pytest.raises(Unsound):
        restore(tmp_path / "copy.workshop", tmp_path / "kyst.workshop")
    with opened(tmp_path) as store:
        assert store.head() == 10


def test_what_is_no_backup_is_not_restored(tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("Dear all")
    with pytest.raises(NotAWorkshop):
        restore(tmp_path / "letter", tmp_path / "kyst.workshop")


def test_a_sound_workshop_gives_no_finding_worse_than_a_note(tmp_path: Path) -> None:
    with _filled(tmp_path) as store:
        assert [found for found in store.check(full=True) if found.severity < Severity.NOTE] == []


@pytest.mark.parametrize(
    "folder", ["OneDrive - Kyst AS", "Dropbox", "Google Drive", "Mobile Documents", "Nextcloud", "iCloud Drive"]
)
def test_a_synced_folder_is_warned_of(folder: str) -> None:
    (found,) = folder_warnings(Path("/home/kari") / folder / "kyst.workshop", "")
    assert found.severity is Severity.WARNING
    assert found.values["folder"] == folder


def test_a_network_drive_is_warned_of() -> None:
    mounts = "/dev/sda / ext4 rw 0 0\nserver:/home /home nfs4 rw 0 0\n"
    assert len(list(folder_warnings(Path("/home/kari/kyst.workshop"), mounts))) == 1
    assert list(folder_warnings(Path("/srv/kyst.workshop"), mounts)) == []


def test_a_version_of_sqlite_with_the_fault_is_noted() -> None:
    assert [found.values["version"] for found in sqlite_notes((3, 40, 1))] == ["3.40.1"]
    assert list(sqlite_notes((3, 51, 3))) == []


def test_an_answer_that_this_version_has_no_place_for_is_kept_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with created(tmp_path) as store:
        put(store, VISION, "Here")
        put(store, goal("k1"), {"text": "More"})
    monkeypatch.setattr("workshoplib.store.shape.questions", lambda _: ())
    with opened(tmp_path) as store:
        assert "2 answers have no place" in str(store.check()[0])
        assert store.answer(VISION).value == "Here"


# rescue


def test_rescue_brings_back_what_can_be_read_and_nothing_wrong(tmp_path: Path) -> None:
    with _filled(tmp_path, goals=25) as store:
        head = store.head()
    content = bytearray((tmp_path / "kyst.workshop").read_bytes())
    pages = len(content) // 4096
    trashed = pages // 2
    content[trashed * 4096 : (trashed + 1) * 4096] = b"\xaa" * 4096
    (tmp_path / "kyst.workshop").write_bytes(content)
    rescued = salvage(tmp_path / "kyst.workshop", tmp_path / "new.workshop")
    with opened(tmp_path, "new") as new:
        assert all(text == f"goal {id[1:]}" for id, text in goals(new))
        assert (len(goals(new)), head - len(goals(new))) == (rescued.kept, rescued.lost)
        assert rescued.kept >= 10
        assert [found for found in new.check(full=True) if found.severity < Severity.NOTE] == []


def test_rescue_leaves_out_an_edited_answer(tmp_path: Path) -> None:
    _filled(tmp_path).close()
    with sqlite3.connect(tmp_path / "kyst.workshop") as other:
        other.execute("UPDATE entries SET value = '{}' WHERE seq = 3")
        other.execute("UPDATE entries SET author = 'x' WHERE seq = 5")
    other.close()
    rescued = salvage(tmp_path / "kyst.workshop", tmp_path / "new.workshop")
    assert (rescued.kept, rescued.lost) == (8, 2)
    with opened(tmp_path, "new") as new:
        assert [id for id, _ in goals(new)] == ["k0", "k1", "k3", "k5", "k6", "k7", "k8", "k9"]
        assert [person.name for person in new.people()] == ["Kari"]
        assert new.entries()[-1].value == {"kept": 8, "lost": 2}


def test_rescue_keeps_erased_people_erased(tmp_path: Path) -> None:
    with _filled(tmp_path) as store:
        kari = store.people()[0].id
        put(store, VISION, "Hers", author=kari, owner=kari)
        store.erase(kari)
    salvage(tmp_path / "kyst.workshop", tmp_path / "new.workshop")
    with opened(tmp_path, "new") as new:
        assert (new.proposals(), new.people()) == ((), ())
        assert [found for found in new.check(full=True) if found.severity < Severity.NOTE] == []


def test_rescue_writes_over_nothing(tmp_path: Path) -> None:
    with _filled(tmp_path), pytest.raises(AlreadyThere):
        salvage(tmp_path / "kyst.workshop", tmp_path / "kyst.workshop")
