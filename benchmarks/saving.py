"""How soon a room's answers are safe while everybody types: ``workshop live``, and people by their pages' own protocol.

    python benchmarks/saving.py 30
    python benchmarks/saving.py 30 flood

Each person sends one text 20 times, a second and a half apart as pages do, each followed by what the page's script asks
then, and all at moments of their own. A save's time runs from when it was to be sent, however busy this program was,
until the kernel says that it has dealt with it: the desk has answered by then, and the text is on the disk. In the end
the journal is counted. With ``flood``, one more person's page sends questions as fast as a process of its own can,
and reads no answer.
"""

import asyncio
import json
import os
import secrets
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from jupyter_server.services.kernels.connection.base import deserialize_msg_from_ws_v1, serialize_msg_to_ws_v1
from live import Running, browsing, kernel_for, line_to, message, ours, percentile
from tornado.websocket import WebSocketClientConnection, websocket_connect

from workshoplib.store import FACILITATOR, Address, State, Store

SAVES = 20
SECONDS_BETWEEN = 1.5
PART = Address("organisation", "vision")

_SECONDS_TO_FILL = 0.5
"""Between two looks whether a page has its form."""


@dataclass
class Typist:
    """One person's page, as far as saving goes: a line to the kernel, and the box of one field."""

    line: WebSocketClientConnection
    box: str = ""
    beat: str = ""
    answered: dict[str, float] = field(default_factory=dict)

    async def find_boxes(self) -> None:
        """Returns when the page shows the field, and the one by which its script asks whether all is dealt with."""
        while not (self.box and self.beat):
            states = await self._states()
            for id, state in states.items():
                classes = state.get("_dom_classes", ())
                if "wl-beat" in classes:
                    self.beat = id
                elif f"wf-at-{PART.field}" in classes:
                    inside = [one.removeprefix("IPY_MODEL_") for one in state["children"]]
                    self.box = next(one for one in inside if states[one]["_model_name"] == "TextareaModel")
            await asyncio.sleep(_SECONDS_TO_FILL)

    async def listen(self) -> None:
        """Notes when the kernel has dealt with what it was sent, until the line is cut."""
        while heard := await self.line.read_message():
            told = read(heard)
            if told["content"].get("execution_state") == "idle":
                self.answered[told["parent_header"].get("msg_id", "")] = perf_counter()

    async def type(self, begin: float) -> list[tuple[float, str]]:
        """Sends all texts, and after each the page's question; when each was to be sent, and as which message."""
        sent = []
        for number in range(SAVES):
            planned = begin + number * SECONDS_BETWEEN
            await asyncio.sleep(planned - perf_counter())
            sent.append((planned, await self._put(self.box, f"What we see, version {number}")))
            await self._put(self.beat, f"benchmark:{number}:0")
        return sent

    async def ask(self) -> None:
        """Asks the kernel a small question."""
        await self._say("comm_info_request", {})

    async def _put(self, box: str, text: str) -> str:
        update = {"method": "update", "state": {"value": text}, "buffer_paths": []}
        return await self._say("comm_msg", {"comm_id": box, "data": update})

    async def _say(self, kind: str, content: dict[str, Any]) -> str:
        told = {**message(kind, content), "metadata": {"version": "1.0.0"}}
        parts = [json.dumps(told[part]).encode() for part in ("header", "parent_header", "metadata", "content")]
        await self.line.write_message(serialize_msg_to_ws_v1(parts, "shell"), binary=True)
        return str(told["header"]["msg_id"])

    async def _states(self) -> dict[str, Any]:
        """All widgets of the page, by id."""
        control = secrets.token_hex(16)
        await self._say("comm_open", {"comm_id": control, "target_name": "jupyter.widget.control", "data": {}})
        await self._say("comm_msg", {"comm_id": control, "data": {"method": "request_states"}})
        while heard := await self.line.read_message():
            told = read(heard)
            if "states" in told["content"].get("data", {}):
                return {id: model["state"] for id, model in told["content"]["data"]["states"].items()}
        raise SystemExit("The line to a kernel was cut.")


def read(heard: str | bytes) -> dict[str, Any]:
    """What a kernel says, from the protocol that browsers speak."""
    _, parts = deserialize_msg_from_ws_v1(heard)
    return {
        name: json.loads(part) for name, part in zip(("header", "parent_header", "", "content"), parts, strict=False)
    }


@asynccontextmanager
async def typist(running: Running, cookies: dict[str, str]) -> AsyncIterator[Typist]:
    """A person whose page is open and shows its form."""
    async with browsing(running, cookies) as browser:
        kernel = await kernel_for(browser)
    request = line_to(running, kernel, cookies)
    made = Typist(await websocket_connect(request, subprotocols=["v1.kernel.websocket.jupyter.org"]))
    await made.find_boxes()
    listening = asyncio.create_task(made.listen())
    yield made
    made.line.close()
    await listening


async def typed(typists: Sequence[Typist]) -> list[float]:
    """Lets all type at once; the seconds of each save."""
    random, begin = Random(1), perf_counter() + 1  # noqa: S311 - no secret
    sent = await asyncio.gather(*(one.type(begin + random.random() * SECONDS_BETWEEN) for one in typists))
    await asyncio.sleep(2 * SECONDS_BETWEEN)
    missing = [id for one, saves in zip(typists, sent, strict=True) for _, id in saves if id not in one.answered]
    if missing:
        raise SystemExit(f"{len(missing)} saves were not answered.")
    return [one.answered[id] - planned for one, saves in zip(typists, sent, strict=True) for planned, id in saves]


async def flood(address: str, cookie: str) -> None:
    """Asks a kernel without end, and says each second how often; for a process of its own."""
    running = Running("", address, ({},))
    name, value = cookie.split("=", 1)
    async with typist(running, {name: value}) as page:
        asked, since = 0, perf_counter()
        while True:
            await page.ask()
            asked += 1
            if perf_counter() - since > 1:
                print(asked, flush=True)
                asked, since = 0, perf_counter()


@asynccontextmanager
async def flooded(running: Running, cookies: dict[str, str]) -> AsyncIterator[list[int]]:
    """A page that floods meanwhile; in the end, how many messages it could send in each second."""
    cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
    command = [sys.executable, __file__, "flood", running.address, cookie]
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    sent: list[int] = []
    assert process.stdout  # noqa: S101 - asked for above
    await process.stdout.readline()  # it has begun
    try:
        yield sent
    finally:
        process.kill()
        sent += map(int, (await process.stdout.read()).split())
        await process.wait()


async def main(people: int, *, with_flood: bool) -> None:
    """Prints how many saves are kept, and how long they took: half of them, 99 of 100, and the slowest."""
    with TemporaryDirectory() as folder:
        async with ours(Path(folder), people + with_flood) as running, AsyncExitStack() as room:
            store = room.enter_context(Store.open(Path(folder, "room.workshop")))
            store.go(FACILITATOR, "welcome", base=store.room().revision)
            store.move(FACILITATOR, PART.part, State.OPEN, base=0)
            begun = perf_counter()
            coming = [typist(running, cookies) for cookies in running.cookies[:people]]
            typists = await asyncio.gather(*(room.enter_async_context(one) for one in coming))
            print(f"{os.cpu_count()} processors; {people} pages open after {perf_counter() - begun:.1f} s")
            flooding = [await room.enter_async_context(flooded(running, one)) for one in running.cookies[people:]]
            seconds = await typed(typists)
            kept = sum(len(store.history(PART, person.id)) for person in store.people())
    told = [f"{1000 * time:.0f} ms" for time in (percentile(seconds, 50), percentile(seconds, 99), max(seconds))]
    print(f"{kept} of {len(seconds)} saves are in the journal; p50 {told[0]}, p99 {told[1]}, slowest {told[2]}")
    for sent in flooding:
        print(f"meanwhile one page sent {max(sent, default=0)} messages a second at most, {sum(sent)} in all")


if __name__ == "__main__":
    if sys.argv[1:2] == ["flood"]:
        asyncio.run(flood(*sys.argv[2:]))
    else:
        asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 30, with_flood="flood" in sys.argv))
