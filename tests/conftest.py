"""What tests of several files are given: a browser, and rooms for people to be in."""

from collections.abc import Iterator

import pytest
import zmq
from playwright.sync_api import Browser

from chromium import chromium
from live_room import Room, Rooms, live


@pytest.fixture(scope="session", autouse=True)
def contexts_end_with_their_process() -> Iterator[None]:
    """Keeps the garbage collector from waiting for ever. Servers of tests live and end in this process. A context of
    theirs that is collected together with its sockets waits for these, whose turn comes after it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(zmq.Context, "__del__")
        yield


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium. A file's own, for while it runs nothing else can run an event loop in this process."""
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def rooms(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rooms]:
    """A room for each of a file's tests that ask for one of their own."""
    asking = [
        one
        for one in request.session.items
        if isinstance(one, pytest.Function) and one.path == request.path and "room" in one.fixturenames
    ]
    made = Rooms(tmp_path_factory.mktemp("rooms"), len(asking))
    try:
        yield made
    finally:
        made.close()


@pytest.fixture
def room(rooms: Rooms) -> Iterator[Room]:
    """A room of one's own, at the step of the goals."""
    with rooms.one() as made:
        made.go("goals")
        yield made


@pytest.fixture(scope="module")
def shared_room(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """Ended before the browser, for it has devices there."""
    with live(tmp_path_factory.mktemp("room") / "kyst.workshop") as made:
        made.go("goals")
        made.move("goals", "open")
        yield made


@pytest.fixture
def writing(shared_room: Room) -> Iterator[Room]:
    """A room in which people write goals. Others were in it, who have left nothing; the round is to stay open."""
    yield shared_room
    shared_room.forget_everybody()
