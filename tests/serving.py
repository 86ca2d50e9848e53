"""A live server for tests, in a thread of this process, and people with every kind of right to be there, or none."""

import asyncio
import contextlib
import http.client
import json
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import nbformat
import websocket

from workshoplib.live import private
from workshoplib.live.codes import Links, key_beside
from workshoplib.live.server import LiveServer, Settings
from workshoplib.store import Store

PATIENCE = 60.0
"""Seconds that a slow machine may take where speed is not what a test is about."""

PAGE = "import ipywidgets\ntyped = ipywidgets.Text(description='Here')\ntyped"
"""What the notebook of these tests shows: the page's own is tested where the page is."""


@dataclass
class Ticks:
    """A clock that tests move on."""

    ahead: float = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self.ahead


@dataclass
class Live:
    """A workshop that is live at ``address``. Its ``server`` may be looked into; what is asked of it goes by thread."""

    store: Store
    settings: Settings
    ticks: Ticks
    server: LiveServer = field(init=False)
    loop: asyncio.AbstractEventLoop = field(init=False)

    @property
    def address(self) -> str:
        return self.server.address

    @property
    def host(self) -> str:
        return self.address.removeprefix("http://")

    @property
    def links(self) -> Links:
        return self.links_of(0)

    @property
    def cookie(self) -> str:
        return f"workshop-{self.links.mark}"

    @property
    def kernels(self):
        return self.server._kernels

    def links_of(self, days_ago: float) -> Links:
        key = key_beside(private.beside(self.store.where, "key"))
        return Links(key, lambda: datetime.now(UTC) - timedelta(days=days_ago))

    def visitor(self, **cookies: str) -> httpx.Client:
        """Somebody's browser: with an origin, with cookies, following nothing by itself."""
        return httpx.Client(base_url=self.address, headers={"Origin": self.address}, cookies=cookies, timeout=PATIENCE)

    def guest(self, person: str, language: str = "en") -> httpx.Client:
        """A participant's browser, signed in."""
        return self.visitor(**{self.cookie: self.links.for_person(person, language)})

    def facilitator(self) -> httpx.Client:
        return self.visitor(**{f"{self.cookie}-facilitator": self.links.for_facilitator()})

    def seated(self, guest: httpx.Client) -> str:
        """The id of a participant's kernel, when their page is ready."""
        wait_for(lambda: guest.get("/seat").json()["ready"])
        return kernel_in(guest.get("/").text)

    def channel(self, kernel_id: str, guest: httpx.Client, **how: object) -> websocket.WebSocket:
        """A connection to a kernel, as a page opens it."""
        cookies = "; ".join(f"{name}={value}" for name, value in guest.cookies.items())
        told = {"origin": self.address, "cookie": cookies, "timeout": PATIENCE, **how}
        address = f"{self.address.replace('http', 'ws')}/api/kernels/{kernel_id}/channels?session_id={uuid.uuid4().hex}"
        return websocket.create_connection(address, **told)

    def begin(self) -> None:
        """Serves in a thread; returns when people can come."""
        self.server = LiveServer(self.store, self.settings)
        ready = threading.Event()
        self._thread = threading.Thread(target=self._serve, args=(ready,), daemon=True)
        self._thread.start()
        assert ready.wait(PATIENCE)

    def stop(self) -> None:
        """Stops it as Ctrl-C would."""
        self.loop.call_soon_threadsafe(self._serving.cancel)
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()

    def _serve(self, ready: threading.Event) -> None:
        async def serve() -> None:
            self.loop, self._serving = asyncio.get_running_loop(), asyncio.current_task()
            await self.server.serve(lambda _: ready.set())

        with contextlib.suppress(asyncio.CancelledError):
            asyncio.run(serve())


@contextmanager
def live(folder: Path, cell: str = PAGE, **settings: object) -> Iterator[Live]:
    """A live workshop in a folder."""
    notebook = folder / "page.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell)]), notebook)
    path = folder / "kystbrygg.workshop"
    ticks = Ticks()
    told = {
        "title": "Kystbrygg",
        "language": "nb",
        "port": 0,
        "standby": 1,
        "first": 1,
        "notebook": notebook,
        "ticks": ticks,
    }
    with Store.open(path) if path.exists() else Store.create(path) as store:
        running = Live(store, Settings(**{**told, **settings}), ticks)
        running.begin()
        try:
            yield running
        finally:
            running.stop()


def kernel_in(page: str) -> str:
    """The kernel that a page is for."""
    return str(json.loads(page.split('id="jupyter-config-data"')[1].split(">", 1)[1].split("</script>")[0])["kernelId"])


def kernel_message(kind: str, code: str = "") -> dict[str, Any]:
    """A message of Jupyter's protocol as a page sends it, but for its channel."""
    header = {
        "msg_id": uuid.uuid4().hex,
        "msg_type": kind,
        "session": "s",
        "username": "u",
        "version": "5.3",
        "date": "2026-11-22T00:00:00Z",
    }
    content = {"code": code, "silent": False, "store_history": False, "user_expressions": {}, "allow_stdin": False}
    return {"header": header, "parent_header": {}, "metadata": {}, "content": {**content, "restart": False}}


def wait_for(true: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Returns when something has become true."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "It did not come true."
        time.sleep(0.02)


def raw(live: Live, method: str, path: str, body: bytes | None = None, **headers: str) -> tuple[int, bytes]:
    """Status and content of a request that is sent as it is written, also where no browser would."""
    connection = http.client.HTTPConnection(live.host, timeout=PATIENCE)
    connection.putrequest(method, path, skip_host="Host" in headers, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    if body is not None:
        connection.putheader("Content-Length", str(len(body)))
    connection.endheaders(body)
    answer = connection.getresponse()
    return answer.status, answer.read()
