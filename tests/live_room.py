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

from playwright.sync_api import Browser, Page

from workshoplib.live import private
from workshoplib.live.codes import Links, key_beside
from workshoplib.store import FACILITATOR, State, Store
from workshoplib.strategy import Strategy

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
QUIETLY = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1280, "height": 900}
PATIENCE = 180_000
"""Milliseconds that a slow machine may take where speed is not what a test is about."""

_MARK = "PYTHON_OF_THE_ROOM"
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


@dataclass
class Room:
    """A live workshop. The tests hold its store too, as the facilitator's notebook does."""

    store: Store
    server: subprocess.Popen[str]
    address: str
    port: int
    mark: str
    asked: list[str] = field(default_factory=list)

    def join(self, browser: Browser, name: str, language: str = "en", size: Any = None, **how: Any) -> Page:
        """A new person's page."""
        return self.open(browser, self.store.add_person(name).id, language, size, **how)

    def open(self, browser: Browser, person: str, language: str = "en", size: Any = None, **how: Any) -> Page:
        """A person's page on a device of its own."""
        context = browser.new_context(viewport=size or PHONE, **how)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("websocket", lambda connection: self.asked.append(connection.url))
        page.goto(f"{self.address}/?t={self.links.for_person(person, language)}")
        page.locator(".wl-announcement").first.wait_for()
        return page

    @property
    def links(self) -> Links:
        key = key_beside(private.beside(self.store.where, "key"))
        return Links(key, lambda: datetime.now(UTC))

    def go(self, step: str) -> None:
        self.store.go(FACILITATOR, step, base=self.store.room().revision)

    def move(self, part: str, state: str, **told: Any) -> None:
        """Moves a part's round on."""
        round = self.store.room().rounds.get(part)
        self.store.move(FACILITATOR, part, State(state), base=round.revision if round else 0, **told)

    def kernels(self) -> list[int]:
        """The processes of kernels: those below the server that lead a session of their own."""
        mark = f"{_MARK}={self.mark}\0".encode()
        return [
            pid for pid in _processes() if mark in _environment(pid) and pid not in (self.server.pid,) and _leads(pid)
        ]

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

    def end(self, with_signal: int = signal.SIGTERM) -> None:
        """Ends the server and waits until it is gone."""
        self.server.send_signal(with_signal)
        self.server.wait(30)

    def begin_again(self) -> None:
        """Starts the server anew, at the same address."""
        self.server, self.address, self.port = started(Path(self.store.where), self.mark, self.port)


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


def said(path: Path) -> Path:
    """Where all goes that a workshop's server says: a pipe that nobody reads would stop it once it is full."""
    return path.with_name(f"{path.name}.said")


def started(path: Path, mark: str, port: int = 0) -> tuple[subprocess.Popen[str], str, int]:
    """``workshop live``, when it has said where people find it; its processes bear a mark, to be told from others."""
    command = [str(Path(sys.executable).with_name("workshop")), "live", str(path), "--port", str(port)]
    with said(path).open("a", encoding="utf-8") as out:
        before = out.tell()
        environment = {**os.environ, _MARK: mark, "PYTHONUNBUFFERED": "1"}
        server = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, text=True, env=environment)
    deadline = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < deadline and server.poll() is None:
        if found := _ADDRESS.search(said(path).read_bytes()[before:].decode(errors="replace")):
            return server, found[0], int(found[0].rpartition(":")[2])
        time.sleep(0.05)
    raise AssertionError(said(path).read_text(encoding="utf-8"))


@contextmanager
def live(path: Path, strategy: Strategy | None = None) -> Iterator[Room]:
    """A room whose server is ended in the end."""
    with Store.create(path, strategy=strategy) as store:
        mark = secrets.token_hex(8)
        room = Room(store, *started(path, mark), mark)
        try:
            yield room
        finally:
            if room.server.poll() is None:
                room.server.terminate()
            room.server.wait(30)
            sys.stdout.write(said(path).read_text(encoding="utf-8"))  # pytest shows it where a test has failed
