"""A room for tests: ``workshop live`` on a workshop of its own, and people who open their links in Chromium."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
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
PATIENCE = 60_000
"""Milliseconds that a slow machine may take where speed is not what a test is about."""

_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


@dataclass
class Room:
    """A live workshop. The tests hold its store too, as the facilitator's notebook does."""

    store: Store
    server: subprocess.Popen[str]
    address: str
    port: int
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
        """The processes of participants' kernels that have a connection file: those that the server started."""
        asked = subprocess.run(["ps", "-e", "-o", "pid=,ppid="], capture_output=True, text=True, check=True)  # noqa: S607
        parents = {int(pid): int(parent) for pid, parent in map(str.split, asked.stdout.splitlines())}
        return sorted(pid for pid in parents if pid != self.server.pid and self.server.pid in _line_of(pid, parents))

    def kill_kernels(self) -> None:
        """Ends all kernels, as a machine without memory does."""
        for pid in self.kernels():
            os.kill(pid, signal.SIGKILL)

    def end(self, with_signal: int = signal.SIGTERM) -> None:
        """Ends the server and waits until it is gone."""
        self.server.send_signal(with_signal)
        self.server.wait(30)


def _line_of(pid: int, parents: dict[int, int]) -> set[int]:
    line = set()
    while pid in parents and pid not in line:
        line.add(pid)
        pid = parents[pid]
    return line


def started(path: Path, port: int = 0) -> tuple[subprocess.Popen[str], str, int]:
    """``workshop live``, when it has said where people find it."""
    command = [str(Path(sys.executable).with_name("workshop")), "live", str(path), "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert server.stdout
    told = ""
    deadline = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < deadline and server.poll() is None:
        told += server.stdout.readline()
        if found := _ADDRESS.search(told):
            return server, found[0], int(found[0].rpartition(":")[2])
    raise AssertionError(told)


@contextmanager
def live(path: Path, strategy: Strategy | None = None) -> Iterator[Room]:
    """A room whose server is ended in the end."""
    with Store.create(path, strategy=strategy) as store:
        server, address, port = started(path)
        try:
            yield Room(store, server, address, port)
        finally:
            if server.poll() is None:
                server.terminate()
            server.wait(30)
