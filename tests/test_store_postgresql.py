"""The same store in PostgreSQL, against a server of our own."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import create_engine

from rounding import move, people, propose
from storing import ORDER, VISION, Ticking, created, goal, goals, opened, put, putting, remove
from workshoplib.store import (
    FACILITATOR,
    AlreadyThere,
    Busy,
    Damaged,
    MovedOn,
    NewerWorkshop,
    NotAWorkshop,
    OutOfReach,
    Severity,
    Stale,
    State,
    Store,
    Total,
    restore,
)

pytestmark = pytest.mark.postgres

_names = count(1)


def _programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    if not found and not on_path:
        pytest.skip("PostgreSQL's programs are not installed here")
    return found[-1].parent if found else Path(str(on_path)).parent


def _as_somebody() -> list[str]:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return []
    if shutil.which("runuser") is None:
        pytest.skip("PostgreSQL does not run as root, and there is no runuser")
    return ["runuser", "-u", "postgres", "--"]


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server's own database; the server lives as long as this module's tests."""
    programs, prefix = _programs(), _as_somebody()
    with TemporaryDirectory(prefix="workshoplib-pg-") as name:
        folder = Path(name)
        if prefix:
            shutil.chown(folder, "postgres")
        data, port = folder / "data", _free_port()
        _run(
            prefix,
            programs / "initdb",
            "-D",
            data,
            "-U",
            "kari",
            "-A",
            "trust",
            "--no-sync",
            "-E",
            "UTF8",
            "--no-locale",
        )
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c synchronous_commit=off"
        _run(prefix, programs / "pg_ctl", "-D", data, "-o", options, "-l", folder / "log", "-w", "start")
        try:
            yield f"postgresql://kari@127.0.0.1:{port}/postgres"
        finally:
            _run(prefix, programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


def _run(prefix: list[str], *command: object) -> None:
    subprocess.run([*prefix, *map(str, command)], check=True, stdout=subprocess.DEVNULL, cwd="/")


@pytest.fixture
def url(server: str) -> Iterator[str]:
    """The address of an empty database."""
    name = f"kyst{next(_names)}"
    admin = create_engine(server.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    admin.dispose()
    yield f"{server.removesuffix('postgres')}{name}"


def test_a_strategy_is_kept_as_in_a_file(url: str) -> None:
    with Store.create(url) as store:
        put(store, VISION, "Here 💚")
        for id in ("k1", "k2"):
            put(store, goal(id), {"text": id})
        put(store, ORDER, ["k2", "k1"])
        remove(store, goal("k1"), 2)
    with Store.open(url) as store:
        assert store.strategy().organisation.vision == "Here 💚"
        assert goals(store) == [("k2", "k2")]
        assert [found for found in store.check(full=True) if found.severity < Severity.NOTE] == []


def test_commits_wait_for_the_disk_whatever_the_server_is_set_to(url: str) -> None:
    with Store.create(url) as store, store._medium.reading() as connection:  # type: ignore[attr-defined]
        assert connection.exec_driver_sql("SHOW synchronous_commit").scalar() == "on"


def test_a_workshop_is_not_made_twice_in_one_database(url: str) -> None:
    with Store.create(url), pytest.raises(AlreadyThere):
        Store.create(url)


def test_two_workshops_share_a_database_in_schemas_of_their_own(url: str) -> None:
    with Store.create(url) as one, one._medium.engine.begin() as connection:  # type: ignore[attr-defined]
        connection.exec_driver_sql("CREATE SCHEMA second")
    with Store.create(f"{url}?options=-csearch_path%3Dsecond") as two, Store.open(url) as one:
        put(two, VISION, "two")
        assert (one.head(), two.head()) == (0, 1)


def test_a_database_without_a_workshop_is_refused(url: str) -> None:
    with pytest.raises(NotAWorkshop):
        Store.open(url)


def test_a_server_that_is_not_there_is_named_without_its_password() -> None:
    with pytest.raises(OutOfReach) as told:
        Store.open(f"postgresql://kari:secret@127.0.0.1:{_free_port()}/none")
    assert "secret" not in str(told.value)
    assert "127.0.0.1" in str(told.value)


def test_a_repeat_answers_the_first_answer_and_a_stale_write_is_refused(url: str) -> None:
    with Store.create(url) as one, Store.open(url) as other:
        write = putting(VISION, "Here")
        first, again = one.save(FACILITATOR, write), other.save(FACILITATOR, write)
        assert (again.revision, again.at, again.repeated) == (first.revision, first.at, True)
        with pytest.raises(Stale):
            put(other, VISION, "There")


def test_no_acknowledged_edit_is_lost_among_several_writers(url: str) -> None:
    with Store.create(url) as store, ThreadPoolExecutor(4) as pool:
        put(store, goal("sum"), {"baseline": 0})
        writers = [Store.open(url) for _ in range(4)]
        kept = sum(pool.map(_add_ten, writers))
        for writer in writers:
            writer.close()
        assert store.strategy().goals.goals[0].baseline == kept


def _add_ten(store: Store) -> int:
    kept = 0
    for _ in range(10):
        seen = store.answer(goal("sum"))
        try:
            put(store, goal("sum"), {"baseline": seen.value["baseline"] + 1}, seen.revision)
            kept += 1
        except Stale:
            continue
    return kept


def test_a_writer_that_waits_too_long_for_its_turn_says_so(url: str) -> None:
    with Store.create(url) as one, Store.open(url, patience=0.2) as other:
        with one._medium.writing(), pytest.raises(Busy):  # type: ignore[attr-defined]
            put(other, VISION, "Here")
        put(other, VISION, "Here")


def test_a_newer_format_is_read_but_not_written(url: str) -> None:
    with Store.create(url) as store, store._medium.writing() as connection:  # type: ignore[attr-defined]
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0999'")
    with Store.open(url) as store, pytest.raises(NewerWorkshop):
        put(store, VISION, "Here")


def test_an_edited_entry_is_found(url: str) -> None:
    with Store.create(url) as store:
        put(store, VISION, "We brew")
        with store._medium.writing() as connection:  # type: ignore[attr-defined]
            connection.exec_driver_sql("UPDATE entries SET value = '\"We grow\"'")
    with Store.open(url) as store:
        assert "not as they were written" in str(store.check()[0])
        with pytest.raises(Damaged):
            put(store, goal("k1"), {})


def test_an_erased_person_is_gone_and_the_chain_holds(url: str) -> None:
    with Store.create(url) as store:
        kari = store.add_person("Kari").id
        put(store, VISION, "Hers", author=kari, owner=kari)
        assert len(store.mydata(kari).entries) == 1
        assert store.erase(kari) == 1
        assert (store.people(), store.proposals()) == ((), ())
        assert [found for found in store.check() if found.severity < Severity.NOTE] == []


def test_a_backup_is_a_file_and_can_be_restored_into_another_database(url: str, tmp_path: Path) -> None:
    with Store.create(url) as store:
        store.add_person("Kari")
        put(store, VISION, "Here")
        head = store.backup(tmp_path / "copy.workshop")
        with store._medium.writing() as connection:  # type: ignore[attr-defined]
            connection.exec_driver_sql("DROP TABLE entries, people, alembic_version")
    restore(tmp_path / "copy.workshop", url)
    with Store.open(url) as again, opened(tmp_path, "copy") as copy:
        assert head == again.chain_head() == copy.chain_head()
        assert again.people() == copy.people()


def test_a_backup_is_not_restored_over_a_workshop(url: str, tmp_path: Path) -> None:
    with created(tmp_path) as store:
        store.backup(tmp_path / "copy.workshop")
    with Store.create(url, clock=Ticking()), pytest.raises(AlreadyThere):
        restore(tmp_path / "copy.workshop", url)


def test_a_round_is_played_as_in_a_file_and_another_store_sees_the_same(url: str) -> None:
    with Store.create(url) as store, Store.open(url) as other:
        kari, ola = people(store, "Kari", "Ola")
        store.go(FACILITATOR, "goals", base=0)
        move(store, State.OPEN, anonymous=True)
        hers, his = propose(store, kari), propose(other, ola)
        for state in (State.REVEALED, State.VOTING):
            move(other, state)
        other.vote(kari, other.seen_by(kari, "goals").candidates[0].ref, 2)
        store.vote(ola, hers, 1)
        store.merge(FACILITATOR, hers, his)
        move(store, State.AGREED)
        assert other.seen_by(ola, "goals").tally[0].dots == 3
        assert store.tally("goals") == other.tally("goals") == (Total(hers, 3, 2),)
        store.erase(ola)
        assert store._now() == other._now()
        with Store.open(url) as again:
            assert again._now() == store._now()
        assert [found for found in store.check() if found.severity < Severity.NOTE] == []


def test_of_two_facilitators_who_move_a_round_at_once_one_is_refused(url: str) -> None:
    with Store.create(url) as one, Store.open(url) as other, ThreadPoolExecutor(2) as pool:
        move(one, State.OPEN)
        base = one.room().rounds["goals"].revision
        told = list(pool.map(lambda store: _moved(store, base), (one, other)))
        assert sorted(told) == [False, True]


def _moved(store: Store, base: int) -> bool:
    try:
        store.move(FACILITATOR, "goals", State.REVEALED, base=base)
    except MovedOn:
        return False
    return True
