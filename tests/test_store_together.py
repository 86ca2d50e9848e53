"""Several writers at once, and writers that die."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from storing import VISION, created, goal, goals, opened, put
from workshoplib.store import FACILITATOR, Stale, Store, Write
from workshoplib.store.turns import turn


def test_two_stores_on_one_file_see_each_others_saves(tmp_path: Path) -> None:
    with created(tmp_path) as one, opened(tmp_path) as other:
        put(one, VISION, "Here")
        assert other.strategy().organisation.vision == "Here"
        put(other, VISION, "There", base=1)
        assert one.strategy().organisation.vision == "There"


def test_a_file_that_is_open_twice_here_is_held_when_another_program_closes_it(tmp_path: Path) -> None:
    with created(tmp_path) as one, opened(tmp_path) as other:
        put(one, VISION, "Here")
        closing = "import sys; from workshoplib.store import Store; Store.open(sys.argv[1]).close()"
        subprocess.run([sys.executable, "-c", closing, tmp_path / "kyst.workshop"], check=True)
        put(other, VISION, "There", base=1)
        assert one.strategy().organisation.vision == "There"


def test_of_two_who_saw_the_same_only_the_first_is_saved(tmp_path: Path) -> None:
    with created(tmp_path) as one, opened(tmp_path) as other:
        seen = put(one, VISION, "Here").revision
        put(one, VISION, "Mine", seen)
        try:
            put(other, VISION, "Theirs", seen)
        except Stale as told:
            assert told.theirs.value == "Mine"
        assert other.strategy().organisation.vision == "Mine"


def _add(store: Store, times: int) -> int:
    """Adds one so many times; how often the store said saved."""
    kept = 0
    for _ in range(times):
        seen = store.answer(goal("sum"))
        try:
            put(store, goal("sum"), {"baseline": seen.value["baseline"] + 1}, seen.revision)
            kept += 1
        except Stale:
            continue
    return kept


def test_no_acknowledged_edit_of_the_same_item_is_lost(tmp_path: Path) -> None:
    with created(tmp_path) as store, ThreadPoolExecutor(4) as pool:
        put(store, goal("sum"), {"baseline": 0})
        writers = [opened(tmp_path) for _ in range(4)]
        kept = sum(pool.map(lambda writer: _add(writer, 15), writers))
        for writer in writers:
            writer.close()
        assert kept == store.strategy().goals.goals[0].baseline


def test_a_writer_who_claims_to_have_seen_the_newest_revision_does_lose_edits(tmp_path: Path) -> None:
    """The control of the test above: it is the revision that was seen which saves the edit."""
    with created(tmp_path) as one, opened(tmp_path) as other:
        put(one, goal("sum"), {"baseline": 0})
        mine, theirs = (store.answer(goal("sum")).value["baseline"] for store in (one, other))
        put(one, goal("sum"), {"baseline": mine + 1}, base=1)
        put(other, goal("sum"), {"baseline": theirs + 1}, base=other.answer(goal("sum")).revision)
        assert one.strategy().goals.goals[0].baseline == 1


def test_one_store_serves_many_threads(tmp_path: Path) -> None:
    with created(tmp_path) as store, ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: put(store, goal(f"k{number}"), {"text": str(number)}), range(24)))
        assert 24 == len(goals(store)) == store.head()


def test_two_facilitators_who_agree_at_once_agree_once(tmp_path: Path) -> None:
    with created(tmp_path) as one, opened(tmp_path) as other, ThreadPoolExecutor(2) as pool:
        kari = one.add_person("Kari")
        put(one, VISION, "Hers", author=kari.id, owner=kari.id)
        for _ in range(5):
            seen = one.answer(VISION).revision
            outcomes = list(pool.map(lambda store, base=seen: _agrees(store, kari.id, base), (one, other)))
            assert sorted(outcomes) == [False, True]
        assert one.head() == 6


def _agrees(store: Store, owner: str, base: int) -> bool:
    try:
        store.agree(FACILITATOR, owner, VISION, base=base)
    except Stale:
        return False
    return True


def _write_on(folder: Path, name: str, acknowledge: Connection) -> None:
    with opened(folder) as store:
        base = 0
        for number in count():
            write = Write(f"{name}-{number}", goal(name), "put", {"text": str(number)}, base)
            base = store.save(FACILITATOR, write).revision
            acknowledge.send(write.op_id)


def _killed_while_writing(folder: Path, names: list[str]) -> set[str]:
    """Writers, killed after fifteen saves each or a few more; what they had been told is saved."""
    ends = [Pipe(duplex=False) for _ in names]
    writers = [
        get_context("fork").Process(target=_write_on, args=(folder, name, told))
        for name, (_, told) in zip(names, ends, strict=True)
    ]
    for writer in writers:
        writer.start()
    acknowledged = {end.recv() for end, _ in ends for _ in range(15)}
    for writer in writers:
        writer.kill()
        writer.join()
    for end, _ in ends:
        while end.poll():
            acknowledged.add(end.recv())
    return acknowledged


def test_a_turn_that_was_given_up_is_never_taken(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with turn(lock, 1), pytest.raises(TimeoutError), turn(lock, 0.05):
        raise AssertionError("two have their turn")
    with turn(lock, 5):
        pass


def test_all_who_wait_get_their_turn(tmp_path: Path) -> None:
    waited: list[int] = []

    def take(number: int) -> None:
        with turn(tmp_path / "lock", 30):
            waited.append(number)

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(take, range(200)))
    assert sorted(waited) == list(range(200))


@pytest.mark.skipif(os.name != "posix", reason="needs processes that can be forked and killed")
def test_nothing_acknowledged_is_lost_when_writers_are_killed(tmp_path: Path) -> None:
    created(tmp_path).close()
    acknowledged: set[str] = set()
    for kill in range(4):
        acknowledged |= _killed_while_writing(tmp_path, [f"w{kill}-{number}" for number in range(3)])
        with opened(tmp_path) as store:
            assert acknowledged - {entry.op_id for entry in store.entries()} == set()
            assert [found for found in store.check(full=True) if "SQLite" not in found.message] == []
