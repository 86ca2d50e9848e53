"""A room for tests: ``workshop live`` on a workshop of its own, and people who open their links in Chromium."""

import os
import re
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from chromium import PHONE
from workshoplib.live import private
from workshoplib.live.codes import Links, key_beside
from workshoplib.store import FACILITATOR, State, Store
from workshoplib.strategy import Strategy
from workshoplib.strategy.choices import Country, Currency, Language
from workshoplib.strategy.organisation import BusinessGoal, Organisation

PATIENCE = 180_000
"""Milliseconds that a slow machine may take where speed is not what a test is about."""

STRATEGY = Strategy(
    organisation=Organisation(
        name="Kystbrygg",
        language=Language.ENGLISH,
        country=Country.NORWAY,
        currency=Currency.NOK,
        business_goals=(BusinessGoal(id="shop1234", text="Sell more beans in the web shop"),),
    )
)
"""What is there before anybody comes."""

_SEATS = 4
"""More than tests need. A room for many begins with thirty kernels, which would take the machine from the pages."""
_MARK = "PYTHON_OF_THE_ROOM"
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


@dataclass
class Room:
    """A live workshop. The tests hold its store too, as the facilitator's notebook does."""

    store: Store
    address: str = ""
    asked: list[str] = field(default_factory=list)
    mark: str = field(default_factory=lambda: secrets.token_hex(8))
    _devices: list[tuple[BrowserContext, ViewportSize]] = field(default_factory=list)
    _left: list[tuple[BrowserContext, ViewportSize]] = field(default_factory=list)
    _heard: int = 0

    def join(self, browser: Browser, name: str, language: str = "en", size: ViewportSize = PHONE) -> Page:
        """A new person's page."""
        return self.open(browser, self.store.add_person(name).id, language, size)

    def open(self, browser: Browser, person: str, language: str = "en", size: ViewportSize = PHONE) -> Page:
        """A person's page on a device of its own."""
        page = self._device(browser, size).new_page()
        page.set_default_timeout(PATIENCE)
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("websocket", lambda connection: self.asked.append(connection.url))
        page.goto(f"{self.address}/?t={self.links.for_person(person, language)}")
        page.locator(".wl-announcement").first.wait_for()
        return page

    def _device(self, browser: Browser, size: ViewportSize) -> BrowserContext:
        """One that somebody has left, which need not load all scripts once more; else a new one."""
        left = [one for one, of_size in self._left if of_size == size]
        device = left[0] if left else browser.new_context(viewport=size)
        self._left = [one for one in self._left if one[0] is not device]
        self._devices.append((device, size))
        return device

    def forget_everybody(self) -> None:
        """Erases all people with what they wrote; their devices are left to others."""
        for device, _ in self._devices:
            for page in device.pages:
                page.close()
            device.clear_cookies()
            device.set_offline(False)
        self._left, self._devices = [*self._left, *self._devices], []
        for person in self.store.people():
            self.store.erase(person.id)

    @property
    def host(self) -> str:
        return self.address.removeprefix("http://")

    @property
    def links(self) -> Links:
        key = key_beside(private.beside(self.store.where, "key"))
        return Links(key, lambda: datetime.now(UTC))

    @property
    def projector(self) -> str:
        """The address of the page for the wall."""
        return f"{self.address}/projector?t={self.links.for_facilitator()}"

    @property
    def said(self) -> Path:
        """Where all goes that the server says: a pipe that nobody reads would stop it once it is full."""
        return Path(f"{self.store.where}.said")

    def go(self, step: str) -> None:
        self.store.go(FACILITATOR, step, base=self.store.room().revision)

    def move(self, part: str, state: str, **told: Any) -> None:
        """Moves a part's round on."""
        round = self.store.room().rounds.get(part)
        self.store.move(FACILITATOR, part, State(state), base=round.revision if round else 0, **told)

    def kernels(self) -> list[int]:
        """The processes of kernels: those below the server that lead a session of their own."""
        mark = f"{_MARK}={self.mark}\0".encode()
        return [pid for pid in _processes() if mark in _environment(pid) and pid != self.server.pid and _leads(pid)]

    def kill_kernels(self) -> None:
        """Ends all kernels, as a machine without memory does."""
        for pid in self.kernels():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    @contextmanager
    def frozen_kernels(self) -> Iterator[None]:
        """Kernels that are there and answer nothing, until the end of the block."""
        kernels = self.kernels()
        for pid in kernels:
            os.kill(pid, signal.SIGSTOP)
        try:
            yield
        finally:
            for pid in kernels:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGCONT)

    def begin(self, port: int = 0, seats: int = _SEATS) -> None:
        """Starts ``workshop live``; its processes bear a mark, to be told from others."""
        program, path = Path(sys.executable).with_name("workshop"), self.store.where
        command = [str(program), "live", str(path), "--port", str(port), "--seats", str(seats)]
        environment = {**os.environ, _MARK: self.mark, "PYTHONUNBUFFERED": "1"}
        with self.said.open("a", encoding="utf-8") as out:
            self._heard = out.tell()
            self.server = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, text=True, env=environment)

    def wait(self) -> None:
        """Returns when the server has said where people find it."""
        deadline = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < deadline and self.server.poll() is None:
            if found := _ADDRESS.search(self.said.read_bytes()[self._heard :].decode(errors="replace")):
                self.address = found[0]
                return
            time.sleep(0.05)
        raise AssertionError(self.said.read_text(encoding="utf-8"))

    def end(self, with_signal: int = signal.SIGTERM) -> None:
        """Ends the server and waits until it is gone."""
        self.server.send_signal(with_signal)
        self.server.wait(30)

    def begin_again(self) -> None:
        """Starts the server anew, at the same address."""
        self.begin(int(self.host.rpartition(":")[2]))
        self.wait()

    def leave(self) -> None:
        """Asks the server to end, which takes a second for which nobody has to wait, and closes all devices."""
        self.server.terminate()  # first, so that it ends also where a browser has failed
        for device, _ in [*self._devices, *self._left]:
            device.close()  # pages that were left open would look for their server
        sys.stdout.write(self.said.read_text(encoding="utf-8"))  # pytest shows it where a test has failed

    def close(self) -> None:
        """Waits until the server is gone."""
        self.server.wait(30)
        self.store.close()


def _processes() -> list[int]:
    return [int(folder.name) for folder in Path("/proc").iterdir() if folder.name.isdigit()]


def _environment(pid: int) -> bytes:
    with suppress(OSError):
        return Path(f"/proc/{pid}/environ").read_bytes()
    return b""


def _leads(pid: int) -> bool:
    with suppress(ProcessLookupError):
        return os.getsid(pid) == pid
    return False


@contextmanager
def live(path: Path, seats: int = _SEATS) -> Iterator[Room]:
    """A room whose server is ended in the end, with the workshop that is at the path or a new one."""
    room = Room(Store.open(path) if path.exists() else Store.create(path, strategy=STRATEGY))
    room.begin(seats=seats)
    try:
        room.wait()
        yield room
    finally:
        room.leave()
        room.close()


class Rooms:
    """Gives each test a room of its own. The next one starts while a test runs, and the last one ends meanwhile."""

    def __init__(self, folder: Path, needed: int) -> None:
        self._folder, self._needed = folder, needed
        self._taken = 0
        self._all: list[Room] = []

    @contextmanager
    def one(self) -> Iterator[Room]:
        """A room that nobody has been in."""
        self._begin(self._taken + 1)
        room = self._all[self._taken]
        self._taken += 1
        try:
            room.wait()
            self._begin(min(self._taken + 1, self._needed))
            yield room
        finally:
            room.leave()

    def _begin(self, rooms: int) -> None:
        while len(self._all) < rooms:
            room = Room(Store.create(self._folder / f"kyst{len(self._all)}.workshop", strategy=STRATEGY))
            self._all.append(room)
            room.begin()

    def close(self) -> None:
        """Ends a room that nobody has taken, and waits until all are gone."""
        for room in self._all[self._taken :]:
            room.wait()  # it ends cleanly once it has begun
            room.leave()
        for room in self._all:
            room.close()
