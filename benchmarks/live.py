"""How soon a room is in: ``workshop live`` beside plain Voilà on the same notebook, in one run.

    python benchmarks/live.py 1 10 30

For each number of people who open their page in the same moment: the seconds until the page can be used (page loaded,
line to the kernel open, the kernel's widgets told), for half of them and for 95 of 100; the processor seconds that they
cost; and all memory six seconds later, divided among them (proportional set size; server and kernels on stand-by are
counted in). Then what a first visit weighs on the wire, in Chromium.
"""

import asyncio
import json
import os
import re
import secrets
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import monotonic, perf_counter
from typing import Any

import httpx
import psutil
from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from workshoplib.live import private
from workshoplib.live.codes import Links, key_beside
from workshoplib.live.server import NOTEBOOK
from workshoplib.store import Store
from workshoplib.workshops import sample

PATIENCE = 300.0
_SECONDS_TO_SETTLE = 6.0
"""Between the server's start and the first visit: its kernels on stand-by are there then, as in a room."""

_KERNEL = re.compile(r'"kernelId":\s*"([0-9a-f-]+)"')
_MARK = "PYTHON_ROOM_OF_THE_BENCHMARK"
"""An environment variable that all processes of one server bear: kernels may leave the family that they come from."""

_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


@dataclass(frozen=True)
class Crowd:
    """What it cost to let so many in at once: seconds for each; processor seconds and bytes of memory for all."""

    seconds: tuple[float, ...]
    cpu: float
    memory: int

    def told(self) -> str:
        people = len(self.seconds)
        half, most = percentile(self.seconds, 50), percentile(self.seconds, 95)
        each = f"{self.cpu / people:6.2f} s CPU each {self.memory / people / 2**20:6.1f} MB each"
        return f"p50 {half:6.2f} s  p95 {most:6.2f} s  {each}"


@dataclass(frozen=True)
class Running:
    mark: str
    address: str
    cookies: tuple[dict[str, str], ...]


def percentile(seconds: Sequence[float], percent: int) -> float:
    """The time that so many of 100 did not exceed."""
    return quantiles(seconds, n=100, method="inclusive")[percent - 1] if len(seconds) > 1 else seconds[0]


@asynccontextmanager
async def ours(folder: Path, people: int) -> AsyncIterator[Running]:
    """``workshop live`` on a sample, with a signed cookie for each of so many people."""
    path = folder / "room.workshop"
    with Store.create(path, strategy=sample("kystbrygg")) as store:
        persons = [store.add_person(f"Person {number}").id for number in range(people)]
    links = Links(key_beside(private.beside(str(path), "key")), lambda: datetime.now(UTC))
    cookies = tuple({f"workshop-{links.mark}": links.for_person(person, "nb")} for person in persons)
    command = [
        str(Path(sys.executable).with_name("workshop")),
        "live",
        str(path),
        "--port",
        "0",
        "--seats",
        str(people),
    ]
    async with _served(command) as (mark, address):
        yield Running(mark, address, cookies)


@asynccontextmanager
async def plain(_: Path, people: int) -> AsyncIterator[Running]:
    """Voilà as it comes, on the same notebook; everybody is nobody there."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "voila", str(NOTEBOOK), "--no-browser", "--Voila.ip=127.0.0.1", f"--port={port}"]
    async with _served(command) as (mark, address):
        yield Running(mark, address, ({},) * people)


@asynccontextmanager
async def _served(command: Sequence[str]) -> AsyncIterator[tuple[str, str]]:
    mark = secrets.token_hex(8)
    environment = {**os.environ, _MARK: mark}
    piped = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    server = subprocess.Popen(command, env=environment, **piped)  # type: ignore[call-overload]  # noqa: S603
    try:
        assert server.stdout  # noqa: S101 - asked for above
        told = ""
        while not (found := _ADDRESS.search(told)) and server.poll() is None:
            told += await asyncio.to_thread(server.stdout.readline)
        if not found:
            raise SystemExit(told)
        drain = asyncio.create_task(asyncio.to_thread(server.stdout.read))
        await asyncio.sleep(_SECONDS_TO_SETTLE)
        yield mark, found[0]
        server.terminate()
        await drain
    finally:
        if server.poll() is None:
            server.kill()
        server.wait(30)


async def visit(running: Running, cookies: dict[str, str]) -> float:
    """The seconds until one person's page can be used."""
    began = perf_counter()
    async with browsing(running, cookies) as browser:
        kernel = await kernel_for(browser)
        request = line_to(running, kernel, {**cookies, **dict(browser.cookies)})
    line = await websocket_connect(request)
    asked = message("comm_info_request", {"target_name": "jupyter.widget"})
    await line.write_message(json.dumps(asked))
    while True:
        answer = json.loads(await line.read_message() or "null")
        if answer is None:
            raise SystemExit("The line to a kernel was cut.")
        if answer["parent_header"].get("msg_id") == asked["header"]["msg_id"] and answer["msg_type"].endswith("reply"):
            return perf_counter() - began


def browsing(running: Running, cookies: dict[str, str]) -> httpx.AsyncClient:
    """A person's browser. It reads no certificates: they cost 64 ms a person that are not the room’s."""
    return httpx.AsyncClient(base_url=running.address, cookies=cookies, timeout=PATIENCE, verify=False)  # noqa: S501


def line_to(running: Running, kernel: str, cookies: dict[str, str]) -> HTTPRequest:
    """What a page asks for to have a line to its kernel."""
    place = f"{running.address.replace('http', 'ws')}/api/kernels/{kernel}/channels?session_id={secrets.token_hex(8)}"
    sent = "; ".join(f"{name}={value}" for name, value in cookies.items())
    return HTTPRequest(place, headers={"Origin": running.address, "Cookie": sent}, connect_timeout=PATIENCE)


async def kernel_for(browser: httpx.AsyncClient) -> str:
    """The kernel that the page is for, asked again while its seat is not ready yet."""
    deadline = monotonic() + PATIENCE
    while monotonic() < deadline:
        page = await browser.get("/", follow_redirects=True)
        if found := _KERNEL.search(page.text):
            return found[1]
        await asyncio.sleep(0.25)
    raise SystemExit("A page did not come.")


def message(kind: str, content: dict[str, Any]) -> dict[str, Any]:
    """What a page says to its kernel."""
    header = {"msg_id": secrets.token_hex(8), "msg_type": kind, "username": "", "session": "b", "version": "5.3"}
    header["date"] = datetime.now(UTC).isoformat()
    return {
        "header": header,
        "parent_header": {},
        "metadata": {},
        "content": content,
        "channel": "shell",
        "buffers": [],
    }


def _processes(mark: str) -> list[psutil.Process]:
    """The server and all that it started, also what has left its family since."""
    found = []
    for one in psutil.process_iter():
        with suppress(psutil.Error):
            if one.environ().get(_MARK) == mark:
                found.append(one)
    return found


def _cpu(mark: str) -> float:
    """Processor seconds of all processes, with those of their children that have ended."""
    used = 0.0
    for one in _processes(mark):
        with suppress(psutil.Error):
            times = one.cpu_times()
            used += times.user + times.system + times.children_user + times.children_system
    return used


def _memory(mark: str) -> int:
    """Proportional set size of all processes: what they share is counted once."""
    total = 0
    for one in _processes(mark):
        with suppress(psutil.Error):
            total += one.memory_full_info().pss
    return total


async def crowd(serve: Any, people: int) -> Crowd:
    """Lets so many in at once."""
    with TemporaryDirectory() as folder:
        async with serve(Path(folder), people) as running:
            cpu = _cpu(running.mark)
            seconds = await asyncio.gather(*(visit(running, cookies) for cookies in running.cookies))
            await asyncio.sleep(_SECONDS_TO_SETTLE)
            cpu, memory = _cpu(running.mark) - cpu, _memory(running.mark)
    return Crowd(tuple(seconds), cpu, memory)


async def weight(serve: Any) -> tuple[int, int, float]:
    """Bytes on the wire and requests of a first visit in Chromium, and the seconds until something can be used."""
    from playwright.async_api import async_playwright

    with TemporaryDirectory() as folder:
        async with serve(Path(folder), 1) as running, async_playwright() as playwright:
            path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
            browser = await playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
            context = await browser.new_context()
            pairs = running.cookies[0].items()
            await context.add_cookies([{"name": name, "value": text, "url": running.address} for name, text in pairs])
            page = await context.new_page()
            network = await context.new_cdp_session(page)
            await network.send("Network.enable")
            sizes: list[int] = []
            network.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
            began = perf_counter()
            await page.goto(running.address)
            await page.locator(".jupyter-widgets").first.wait_for(timeout=PATIENCE * 1000, state="attached")
            seconds = perf_counter() - began
            await page.wait_for_load_state("networkidle")
            await browser.close()
    return sum(sizes), len(sizes), seconds


async def main(counts: Sequence[int]) -> None:
    """Prints a line for each way and number of people, and how they compare."""
    print(f"{os.cpu_count()} processors, Python {sys.version.split()[0]}, {NOTEBOOK.name}")
    for people in counts:
        voila, kit = await crowd(plain, people), await crowd(ours, people)
        print(f"people at once: {people}")
        print(f"  plain Voilà    {voila.told()}")
        print(f"  workshop live  {kit.told()}")
        faster = percentile(voila.seconds, 95) / percentile(kit.seconds, 95)
        leaner = f"CPU {voila.cpu / kit.cpu:.1f}  memory {voila.memory / kit.memory:.1f}"
        print(f"  ratio          p95 {faster:.1f}  {leaner}")
    if find_spec("playwright"):
        for name, serve in (("plain Voilà", plain), ("workshop live", ours)):
            size, requests, seconds = await weight(serve)
            print(f"first visit, {name}: {size / 1e6:.2f} MB in {requests} requests, widgets after {seconds:.1f} s")


if __name__ == "__main__":
    asyncio.run(main([int(count) for count in sys.argv[1:]] or [1, 10, 30]))
