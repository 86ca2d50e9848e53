"""JupyterLab for tests: a server on a workshop's folder, and pages that are opened in it."""

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

from playwright.sync_api import Browser, Page

from chromium import LAPTOP
from workshoplib.lab import command, write_settings
from workshoplib.store import Store
from workshoplib.strategy.goals import Goal
from workshoplib.words import words

PATIENCE = 120_000
"""Milliseconds that a slow machine may take where speed is not what a test is about."""
SOON = 30_000
"""Milliseconds in which a change shows by itself. It takes one or two seconds; how fast is not for a test to say."""

_TOKEN = "for-these-tests"  # noqa: S105 - of a server that these tests start for themselves


@dataclass
class Lab:
    """JupyterLab on a workshop's folder, and all that pages have asked for since it started."""

    workshop: Path
    port: int
    asked: list[str] = field(default_factory=list)

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def ask(self, path: str, method: str = "GET") -> bytes:
        asked = Request(self.address(path), method=method, headers={"Authorization": f"token {_TOKEN}"})  # noqa: S310
        with urlopen(asked, timeout=30) as answer:  # noqa: S310 - an address of this machine
            content: bytes = answer.read()
        return content

    def answers(self) -> bool:
        with suppress(URLError, ConnectionError):
            return bool(self.ask("/api/status"))
        return False

    def end_kernel(self, notebook: str) -> None:
        """Ends the kernel of a notebook, as a crash or a night does."""
        for session in json.loads(self.ask("/api/sessions")):
            if session["path"] == notebook:
                self.ask(f"/api/sessions/{session['id']}", "DELETE")

    def goals(self) -> tuple[Goal, ...]:
        """The goals that the workshop's file holds."""
        with Store.open(self.workshop) as store:
            return store.strategy().goals.goals

    def goal(self, text: str) -> Goal:
        return next(goal for goal in self.goals() if goal.text == text)

    def page(self, browser: Browser, path: str) -> Page:
        page = browser.new_page(viewport=LAPTOP)
        page.set_default_timeout(PATIENCE)
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("websocket", lambda connection: self.asked.append(connection.url))
        page.goto(self.address(f"{path}?reset&token={_TOKEN}"))
        return page


@contextmanager
def jupyterlab(workshop: Path, root: Path, language: str = "nb") -> Iterator[Lab]:
    """JupyterLab on the folder that a workshop is in; what it keeps for itself is in ``root``."""
    place = workshop.parent
    write_settings(place / ".lab", words(language))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    for_tests = ["--allow-root", f"--IdentityProvider.token={_TOKEN}", "--ServerApp.port_retries=0"]
    own = {name: str(root / name.lower()) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")}
    log = root / "jupyterlab.log"
    with (
        log.open("w", encoding="utf-8") as told,
        subprocess.Popen(
            [*command(place, place / ".lab", browser=False, port=port), *for_tests],
            env=os.environ | own,
            stdout=told,
            stderr=subprocess.STDOUT,
        ) as server,
    ):
        made = Lab(workshop, port)
        try:
            until = time.monotonic() + PATIENCE / 1000
            while not made.answers():
                assert server.poll() is None and time.monotonic() < until, log.read_text(encoding="utf-8")
                time.sleep(0.1)
            yield made
        finally:
            server.terminate()  # ends its kernels too
            server.wait(30)
