"""What is kept about a person, and that it can be taken out."""

from pathlib import Path

import pytest

from storing import VISION, created, goal, opened, put, putting, remove
from workshoplib.store import FACILITATOR, NoSuchPerson, StillReadable, Store

CANARIES = [f"canary{number}singing" for number in range(40)]
NAME = "Kanari Fuglesang"


def _canaries_in(folder: Path) -> int:
    content = b"".join(file.read_bytes() for file in folder.iterdir())
    return sum(text.encode() in content for text in [*CANARIES, NAME])


def _with_canaries(store: Store) -> str:
    """Forty proposals of one person, some edited or removed; the person's id."""
    kari = store.add_person(NAME).id
    store.save(
        kari, *(putting(goal(f"k{number % 20}"), {"text": text}, owner=kari) for number, text in enumerate(CANARIES))
    )
    remove(store, goal("k3"), store.answer(goal("k3"), kari).revision, author=kari, owner=kari)
    return kari


def test_after_erasing_no_file_holds_a_word_of_the_person(tmp_path: Path) -> None:
    with created(tmp_path) as store:
        kari = _with_canaries(store)
        assert _canaries_in(tmp_path) == 41
        assert store.erase(kari) == 41
        assert _canaries_in(tmp_path) == 0


def test_after_erasing_the_chain_still_holds(tmp_path: Path) -> None:
    with created(tmp_path) as store:
        store.erase(_with_canaries(store))
        put(store, VISION, "on we go")
    with opened(tmp_path) as store:
        assert [found for found in store.check(full=True) if "SQLite" not in found.message] == []
        assert store.strategy().organisation.vision == "on we go"


def test_after_erasing_every_open_store_forgets_the_person(tmp_path: Path) -> None:
    with created(tmp_path) as store, opened(tmp_path) as other:
        kari = _with_canaries(store)
        assert len(other.proposals()) == 19
        store.erase(kari)
        for each in (store, other):
            assert each.proposals() == ()
            assert each.people() == ()
            assert [entry.value for entry in each.entries() if entry.owner == kari and entry.value] == []


def test_an_erased_person_saves_nothing_more(tmp_path: Path) -> None:
    with created(tmp_path) as store:
        kari = _with_canaries(store)
        store.erase(kari)
        with pytest.raises(NoSuchPerson):
            put(store, VISION, "back", author=kari, owner=kari)


def test_what_the_group_agreed_stays_when_its_author_is_erased(tmp_path: Path) -> None:
    with created(tmp_path) as store:
        kari = _with_canaries(store)
        store.agree(FACILITATOR, kari, goal("k1"))
        store.erase(kari)
        assert [found.text for found in store.strategy().goals.goals] == ["canary21singing"]


def test_a_value_that_vanished_without_an_erasure_is_damage(tmp_path: Path) -> None:
    with created(tmp_path) as store:
        _with_canaries(store)
        with store._medium.raw() as raw:  # type: ignore[attr-defined]
            raw.execute("UPDATE entries SET value = NULL, salt = NULL WHERE seq = 7")
        assert "1 entries are not as they were written, the first is number 7" in str(store.check()[0])


def test_erasing_says_when_another_program_keeps_the_traces_and_can_be_done_again(tmp_path: Path) -> None:
    created(tmp_path).close()
    with opened(tmp_path, patience=0.1) as store, opened(tmp_path) as reader:
        kari = _with_canaries(store)
        with reader._medium.reading() as connection:  # type: ignore[attr-defined]
            connection.exec_driver_sql("SELECT count(*) FROM entries").fetchall()
            with pytest.raises(StillReadable):
                store.erase(kari)
        store.erase(kari)
        assert _canaries_in(tmp_path) == 0


def test_a_stranger_cannot_be_erased(tmp_path: Path) -> None:
    with created(tmp_path) as store, pytest.raises(NoSuchPerson):
        store.erase("stranger")


def test_mydata_holds_the_name_and_all_that_the_person_wrote(tmp_path: Path) -> None:
    with created(tmp_path) as store:
        put(store, VISION, "the group's")
        kari = _with_canaries(store)
        told = store.mydata(kari)
        assert told.person.name == NAME
        assert [entry.value["text"] for entry in told.entries if entry.action == "put"] == CANARIES


def test_a_stranger_has_no_data(tmp_path: Path) -> None:
    with created(tmp_path) as store, pytest.raises(NoSuchPerson):
        store.mydata("stranger")
