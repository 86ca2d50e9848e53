"""A live server under load and abuse: what one person does too much of is that person's, and everybody else goes on.

Sizes are small here; ``benchmarks/saving.py`` and ``benchmarks/live.py`` take larger ones.
"""

import json
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
import websocket

from at_the_desk import Workshop, at_work, writing
from serving import Live, kernel_message, live, wait_for
from workshoplib.live import channels, routes, server
from workshoplib.live.assets import Asset
from workshoplib.live.line import Credentials, Line
from workshoplib.live.pacing import Pace
from workshoplib.store import FACILITATOR, Address, State

PATIENT = 30.0
"""Seconds that a save may take here before it counts as refused: how fast it is, is for a benchmark to say."""


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    with live(tmp_path_factory.mktemp("live"), seats=3) as running:
        running.store.go(FACILITATOR, "goals", base=running.store.room().revision)
        running.store.move(FACILITATOR, "goals", State.OPEN, base=0)
        yield running


@pytest.fixture(scope="module")
def kari(workshop: Live) -> str:
    """Somebody who has a seat."""
    person = workshop.store.add_person("Kari").id
    workshop.seated(workshop.guest(person))
    return person


def saves(workshop: Live, person: str, item: str) -> int:
    """The revision of a goal that somebody saves now, over the line of their kernel."""
    kernel = workshop.kernels.kernel_of(person)
    line = Line(workshop.kernels.desk, Credentials(kernel, workshop.kernels.session_key_of(kernel)), PATIENT)
    try:
        return int(line.ask("save", writes=[writing("Meanwhile", item=item)])["revisions"][0])
    finally:
        line.close()


# Thirty who type


def _types(room: Workshop, person: str, saves: int) -> list[int]:
    line, base, kept = room.line(person, patience=PATIENT), 0, []
    for number in range(saves):
        base = line.ask("save", writes=[writing(f"Version {number}", item=f"of-{person}", base=base)])["revisions"][0]
        kept.append(base)
    line.close()
    return kept


def test_thirty_who_save_twenty_times_at_once_have_600_saves(tmp_path: Path) -> None:
    with at_work(tmp_path / "kyst.workshop") as room, ThreadPoolExecutor(30) as pool:
        people = [room.store.add_person(f"Person {number}").id for number in range(30)]
        room.go("goals")
        room.move("goals", "open")
        kept = [one for all_of in pool.map(lambda one: _types(room, one, 20), people) for one in all_of]
        stored = [room.store.history(Address("goals", "goals", f"of-{one}"), one) for one in people]
    assert (len(set(kept)), [len(one) for one in stored]) == (600, [20] * 30)


# Pages that nobody looks at


def test_sixty_loads_start_no_more_kernels_than_there_are_seats(workshop: Live, kari: str) -> None:
    people = [workshop.store.add_person(f"Person {number}").id for number in range(20)]
    most = []
    with ThreadPoolExecutor(8) as pool:
        loads = [pool.submit(workshop.guest(one).get, "/") for one in people * 3]
        revision = saves(workshop, kari, "loads001")
        while not all(load.done() for load in loads) or not most:
            most.append(len(workshop.kernels.owners()))
            time.sleep(0.05)
    assert ({200}, 3, True) == ({load.result().status_code for load in loads}, max(most), revision > 0)


# A flood


def test_a_person_s_messages_wait_for_their_turn_and_are_heard() -> None:
    turns = Pace(at_once=10, a_second=5)
    assert [turns.wait(1.0) for _ in range(12)] == [0.0] * 10 + [0.2, 0.4]


def test_who_was_made_to_wait_is_heard_at_once_after_a_pause() -> None:
    turns = Pace(at_once=10, a_second=5)
    waits = [turns.wait(at) for at in [1.0] * 12 + [4.0]]
    assert waits[-1] == 0.0


def _flood(workshop: Live, person: str, messages: int, seconds: float) -> int:
    """How many of a person's messages the kernel has answered after some seconds."""
    guest = workshop.guest(person)
    connection = workshop.channel(workshop.seated(guest), guest)
    threading.Thread(target=_sends, args=(connection, messages, "kari"), daemon=True).start()
    answered, end = 0, time.monotonic() + seconds
    connection.settimeout(1)
    while time.monotonic() < end and answered < messages:
        try:
            answered += "comm_info_reply" in connection.recv()
        except websocket.WebSocketTimeoutException:
            continue
    connection.close()
    return answered


def _sends(connection: websocket.WebSocket, messages: int, name: str) -> None:
    """Asks again and again; each answer holds the name under which it was asked for."""
    try:
        for _ in range(messages):
            asked = {**kernel_message("comm_info_request"), "channel": "shell"}
            asked["header"]["username"] = name
            connection.send(json.dumps(asked))
    except (OSError, websocket.WebSocketException):
        return


@pytest.mark.parametrize(("at_once", "heard"), [(20, range(20, 60)), (10**9, range(300, 301))], ids=["held", "control"])
def test_a_flood_is_held_back_and_others_save_meanwhile(
    workshop: Live, kari: str, monkeypatch: pytest.MonkeyPatch, at_once: int, heard: range
) -> None:
    monkeypatch.setattr(channels, "AT_ONCE", at_once)
    monkeypatch.setattr(channels, "A_SECOND", 5)
    workshop.server._voila.settings["paces"].clear()
    with ThreadPoolExecutor(1) as pool:
        flooded = pool.submit(_flood, workshop, kari, 300, 4.0 if at_once == 20 else PATIENT)
        revision = saves(workshop, kari, f"flood-{at_once}")
        assert (flooded.result() in heard, revision > 0) == (True, True), flooded.result()


# Those who never finish what they began


@pytest.fixture
def asked_often(workshop: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ws_ping_interval", "ws_ping_timeout"):
        monkeypatch.setitem(workshop.server._voila.app.settings, name, 1.5)


@pytest.mark.usefixtures("asked_often")
def test_a_connection_that_answers_whether_it_is_there_stays(workshop: Live, kari: str) -> None:
    guest = workshop.guest(kari)
    kernel = workshop.seated(guest)
    connection = workshop.channel(kernel, guest, timeout=0.1)
    end = time.monotonic() + 5
    while time.monotonic() < end:
        with suppress(websocket.WebSocketTimeoutException):
            connection.recv()
    still = workshop.kernels.connections(kernel)
    connection.close()
    wait_for(lambda: not workshop.kernels.connections(kernel))
    assert still == 1


@pytest.mark.usefixtures("asked_often")
def test_a_connection_that_does_not_answer_whether_it_is_there_is_closed(workshop: Live, kari: str) -> None:
    guest = workshop.guest(kari)
    kernel = workshop.seated(guest)
    silent = workshop.channel(kernel, guest)
    wait_for(lambda: workshop.kernels.connections(kernel) == 1)
    wait_for(lambda: workshop.kernels.connections(kernel) == 0)
    silent.close()


HALF_OPEN = (
    b"",
    b"GET /join HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ",
    b"POST /join HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 60\r\n\r\ncode=",
)


def test_requests_that_never_end_are_hung_up_on_and_others_are_answered_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "_SECONDS_IDLE", 2)
    monkeypatch.setattr(server, "_SECONDS_FOR_A_FORM", 2)
    with live(tmp_path) as running:
        hanging = [_half_open(running, begun) for begun in HALF_OPEN * 33]
        answered = running.visitor().get("/join").status_code
        assert (answered, sum(_is_closed(one) for one in hanging)) == (200, 99)


def _half_open(running: Live, begun: bytes) -> socket.socket:
    name, port = running.host.split(":")
    connection = socket.create_connection((name, int(port)), timeout=PATIENT)
    connection.sendall(begun)
    return connection


def _is_closed(connection: socket.socket) -> bool:
    """Whether the server hangs up; what it says before that is passed over."""
    with connection:
        try:
            while connection.recv(4096):
                pass
        except ConnectionError:
            pass
        except TimeoutError:
            return False
        return True


@pytest.mark.parametrize(("seconds", "whole"), [(0.5, False), (PATIENT, True)], ids=["impatient", "control"])
def test_a_file_that_nobody_reads_is_not_sent_for_ever(
    workshop: Live, kari: str, monkeypatch: pytest.MonkeyPatch, seconds: float, whole: bool
) -> None:
    large = Asset(bytes(16 << 20), b"", "text/plain", "mark")
    monkeypatch.setattr(workshop.server._voila.shelf, "find", lambda _: large)
    monkeypatch.setattr(routes, "SECONDS_TO_READ", seconds)
    cookie = f"{workshop.cookie}={workshop.links.for_person(kari, 'en')}"
    asked = f"GET /voila/static/x HTTP/1.1\r\nHost: {workshop.host}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n"
    with _half_open(workshop, asked.encode()) as slow:
        time.sleep(2)
        read = 0
        with suppress(ConnectionError):
            while piece := slow.recv(1 << 20):
                read += len(piece)
    assert whole == (read > len(large.content))


def test_a_device_that_reads_nothing_of_what_its_kernel_says_is_hung_up_on(
    workshop: Live, kari: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(channels, "MOST_UNREAD", 64 * 1024)
    workshop.server._voila.settings["paces"][kari] = Pace(at_once=10**9)
    guest = workshop.guest(kari)
    kernel = workshop.seated(guest)
    deaf = workshop.channel(kernel, guest, sockopt=[(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)])
    wait_for(lambda: workshop.kernels.connections(kernel) == 1)
    threading.Thread(target=_sends, args=(deaf, 20_000, "kari" * 500), daemon=True).start()
    wait_for(lambda: not workshop.kernels.connections(kernel))
    assert saves(workshop, kari, "deaf0001") > 0
    deaf.close()
