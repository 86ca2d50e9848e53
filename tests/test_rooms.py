"""Rooms: a notebook is run once, and each kernel goes on from there alone. And kernels on stand-by, of all kinds."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager, ServerKernelManager
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from forking import SECONDS, is_forked, is_running, own_warm_process, parent, private_memory, soon_async
from workshoplib.engines.kernels.pool import Kernels
from workshoplib.engines.kernels.provisioner import Forking

forked_only = pytest.mark.skipif(sys.platform != "linux", reason="nothing is forked here")

PRELOAD = ("numpy", "ipywidgets")
FORM = """
import os, random
import ipywidgets as widgets
from workshoplib.engines.kernels.forked import on_start

count = widgets.IntText(3)
button = widgets.Button(description="More")
button.on_click(lambda _: setattr(count, "value", count.value + 1))
started = []
on_start(lambda: started.append(os.getpid()))
widgets.VBox([count, button])
"""


class SeatManager(Forking, ServerKernelManager):
    """As a server mixes it."""


class Server(AsyncMappingKernelManager):
    """As a server has it, with kernels on stand-by."""

    def __init__(self, standby: int, environment: dict[str, str], folder: str) -> None:
        super().__init__(kernel_manager_class=f"{__name__}.SeatManager", root_dir=folder, connection_dir=folder)
        self.kernels = Kernels(
            self,
            super().start_kernel,
            standby=standby,
            preload=PRELOAD,
            environment=environment,
            folder=folder,
            pause=0.05,
        )

    def pid(self, kernel_id: str) -> int:
        return int(self.get_kernel(kernel_id).provisioner.pid)


Serve = Callable[..., Any]


@pytest.fixture
def serve(tmp_path: Any) -> Serve:
    @asynccontextmanager
    async def serve(standby: int = 0, environment: dict[str, str] | None = None) -> AsyncIterator[Server]:
        server = Server(standby, environment or dict(os.environ), str(tmp_path))
        try:
            yield server
        finally:
            await server.kernels.close()
            await server.shutdown_all(now=True)

    return serve


def notebook(*sources: str) -> NotebookNode:
    return new_notebook(cells=[new_markdown_cell("# Prose"), *(new_code_cell(source) for source in sources)])


@asynccontextmanager
async def client_of(server: Server, kernel_id: str) -> AsyncIterator[AsyncKernelClient]:
    client = server.get_kernel(kernel_id).client()
    client.start_channels()
    try:
        await client.wait_for_ready(SECONDS)
        yield client
    finally:
        client.stop_channels()


async def printed(server: Server, kernel_id: str, source: str) -> str:
    texts: list[str] = []

    def hear(message: dict[str, Any]) -> None:
        content = message["content"]
        if message["msg_type"] == "stream":
            texts.append(content["text"])
        if message["msg_type"] == "error":
            texts.append(f"{content['ename']}: {content['evalue']}")

    async with client_of(server, kernel_id) as client:
        await client.execute_interactive(source, timeout=SECONDS, output_hook=hear)
    return "".join(texts)


async def click(server: Server, kernel_id: str, model: str) -> list[dict[str, Any]]:
    """Clicks a button as a page does, and gives the states that come back."""
    states = []
    async with client_of(server, kernel_id) as client:
        data = {"method": "custom", "content": {"event": "click"}}
        message = client.session.msg("comm_msg", {"comm_id": model, "data": data})
        client.shell_channel.send(message)
        while True:
            heard = await client.get_iopub_msg(timeout=SECONDS)
            if heard["parent_header"].get("msg_id") != message["header"]["msg_id"]:
                continue
            if heard["msg_type"] == "comm_msg":
                states.append(heard["content"]["data"]["state"])
            if heard["content"].get("execution_state") == "idle":
                return states


def run(test: Awaitable[None]) -> None:
    asyncio.run(asyncio.wait_for(test, 6 * SECONDS))


@forked_only
def test_a_page_that_is_made_once_shows_what_the_cells_show(serve: Serve) -> None:
    async def test() -> None:
        async with serve() as server:
            sources = (FORM, "print('one')", "import matplotlib.pyplot as plt\nplt.plot([1, 2]);")
            assert await server.kernels.open_room(notebook(*sources)) == ""
            ready = await server.kernels.take()
            _prose, form, text, figure = ready.notebook.cells
            assert "application/vnd.jupyter.widget-view+json" in form.outputs[0].data
            assert (text.outputs[0].text, text.execution_count) == ("one\n", 2)
            assert "image/png" in figure.outputs[0].data

    run(test())


@forked_only
def test_five_kernels_of_a_room_share_its_state_and_nothing_that_comes_after(
    serve: Serve, record_property: Callable[[str, object], None]
) -> None:
    async def test() -> None:
        async with serve() as server:
            assert await server.kernels.open_room(notebook(FORM)) == ""
            ids = [(await server.kernels.take()).kernel_id for _ in range(5)]
            assert len(set(ids)) == 5
            look = "print(os.getpid(), *started, random.random(), __import__('numpy').random.random(), count.value)"
            told = [(await printed(server, kernel_id, look)).split() for kernel_id in ids]
            assert [line[0] for line in told] == [str(server.pid(kernel_id)) for kernel_id in ids]
            assert [line[0] for line in told] == [line[1] for line in told]
            assert len({line[2] for line in told} | {line[3] for line in told}) == 10
            assert {line[4] for line in told} == {"3"}
            record_property("private MB", [round(private_memory(server.pid(kernel_id))) for kernel_id in ids])

    run(test())


@forked_only
def test_a_click_in_one_kernel_changes_nothing_in_another(serve: Serve) -> None:
    async def test() -> None:
        async with serve() as server:
            assert await server.kernels.open_room(notebook(FORM)) == ""
            one, other = [(await server.kernels.take()).kernel_id for _ in range(2)]
            button = (await printed(server, one, "print(button.model_id)")).strip()
            assert (await printed(server, other, "print(button.model_id)")).strip() == button
            assert await click(server, one, button) == [{"value": 4}]
            assert await click(server, one, button) == [{"value": 5}]
            assert await printed(server, other, "print(count.value)") == "3\n"

    run(test())


@forked_only
def test_a_page_can_ask_a_kernel_for_all_its_widgets(serve: Serve) -> None:
    async def test() -> None:
        async with serve() as server:
            assert await server.kernels.open_room(notebook(FORM)) == ""
            kernel_id = (await server.kernels.take()).kernel_id
            async with client_of(server, kernel_id) as client:
                asked = client.comm_info("jupyter.widget")
                while (reply := await client.get_shell_msg(timeout=SECONDS))["parent_header"]["msg_id"] != asked:
                    pass
                widgets = (await printed(server, kernel_id, "print(len(widgets.widgets.widget._instances))")).strip()
                assert len(reply["content"]["comms"]) == int(widgets) > 5

    run(test())


@forked_only
def test_figures_are_shown_in_kernels_of_a_room_as_they_were_in_its_cells(serve: Serve) -> None:
    async def test() -> None:
        async with serve() as server:
            plot = "import matplotlib.pyplot as plt\nplt.figure(figsize=(2, 1)).gca().plot([1, 2]);"
            assert await server.kernels.open_room(notebook(plot)) == ""
            ready = await server.kernels.take()
            (there,) = ready.notebook.cells[1].outputs
            here: list[str] = []
            async with client_of(server, ready.kernel_id) as client:
                await client.execute_interactive(
                    plot, output_hook=lambda m: here.append(m["content"].get("data", {}).get("image/png"))
                )
            assert there.data["image/png"].strip() in [image and image.strip() for image in here]

    run(test())


@forked_only
def test_what_is_to_be_done_at_the_start_finds_an_event_loop(serve: Serve) -> None:
    async def test() -> None:
        async with serve() as server:
            source = (
                "import asyncio\nfrom workshoplib.engines.kernels.forked import on_start\n"
                "async def work():\n    global done\n    await asyncio.sleep(0.01)\n    done = 'done'\n"
                "def begin():\n    global task\n    task = asyncio.get_running_loop().create_task(work())\n"
                "on_start(begin)"
            )
            assert await server.kernels.open_room(notebook(source)) == ""
            kernel_id = (await server.kernels.take()).kernel_id
            assert await printed(server, kernel_id, "await task\nprint(done)") == "done\n"

    run(test())


def test_in_a_kernel_that_runs_what_is_to_be_done_at_the_start_is_done_at_once(serve: Serve) -> None:
    async def test() -> None:
        async with serve() as server:
            kernel_id = (await server.kernels.take()).kernel_id
            source = (
                "from workshoplib.engines.kernels.forked import on_start\non_start(lambda: print('now'))\nprint('then')"
            )
            assert await printed(server, kernel_id, source) == "now\nthen\n"

    run(test())


UNFIT = {
    "a failing cell": ("1 / 0", "ZeroDivisionError: division by zero"),
    "a thread": (
        "import threading, time\nthreading.Thread(target=time.sleep, args=(60,), daemon=True).start()",
        "A cell started a thread.",
    ),
    "a connection": ("import socket\nkept = socket.socket()", "A cell opened a connection."),
    "a task": ("import asyncio\nasyncio.create_task(asyncio.sleep(1))", "RuntimeError: no running event loop"),
}


@forked_only
@pytest.mark.parametrize(("source", "why"), UNFIT.values(), ids=UNFIT)
def test_a_notebook_that_cannot_be_shared_is_left_to_each_kernel(serve: Serve, source: str, why: str) -> None:
    async def test() -> None:
        async with serve() as server:
            assert await server.kernels.open_room(notebook(source)) == why
            ready = await server.kernels.take()
            assert ready.notebook is None
            assert is_forked(server.get_kernel(ready.kernel_id))
            assert await printed(server, ready.kernel_id, "print('kept' in globals())") == "False\n"

    run(test())


@forked_only
def test_linear_algebra_makes_no_notebook_unfit(serve: Serve) -> None:
    async def test() -> None:
        async with serve() as server:
            source = "import numpy\nproduct = numpy.ones((500, 500)) @ numpy.ones((500, 500))"
            assert await server.kernels.open_room(notebook(source)) == ""
            kernel_id = (await server.kernels.take()).kernel_id
            again = "print((product @ numpy.ones((500, 500)))[0, 0])"
            assert await printed(server, kernel_id, again) == "250000.0\n"

    run(test())


@pytest.mark.parametrize("fork", ["on", "off"])
def test_those_who_come_get_kernels_that_wait_and_others_take_their_place(serve: Serve, fork: str) -> None:
    async def test() -> None:
        async with serve(standby=2, environment={**os.environ, "WORKSHOP_FORK": fork}) as server:
            await server.kernels.fill()
            waiting = server.kernels.waiting
            taken = [(await server.kernels.take()).kernel_id for _ in range(3)]
            assert set(taken[:2]) == waiting
            assert taken[2] not in waiting
            assert await soon_async(lambda: len(server.kernels.waiting) == 2)
            assert server.kernels.waiting.isdisjoint(taken)

    run(test())


def test_a_kernel_that_waits_has_imported_what_it_was_told_where_nothing_is_forked(serve: Serve) -> None:
    async def test() -> None:
        async with serve(environment={**os.environ, "WORKSHOP_FORK": "off"}) as server:
            assert await server.kernels.open_room(notebook(FORM)) != ""
            ready = await server.kernels.take()
            assert (ready.notebook, is_forked(server.get_kernel(ready.kernel_id))) == (None, False)
            look = "import sys; print('ipywidgets' in sys.modules, 'ipywidgets' in globals())"
            assert await printed(server, ready.kernel_id, look) == "True False\n"

    run(test())


def test_a_kernel_that_died_while_it_waited_is_given_to_nobody(serve: Serve) -> None:
    async def test() -> None:
        async with serve(standby=1) as server:
            await server.kernels.fill()
            (waiting,) = server.kernels.waiting
            server.get_kernel(waiting).stop_restarter()
            process = server.get_kernel(waiting).provisioner.process
            process.kill()
            assert await soon_async(lambda: process.poll() is not None)
            taken = (await server.kernels.take()).kernel_id
            assert taken != waiting
            assert await printed(server, taken, "print('here')") == "here\n"

    run(test())


@forked_only
def test_when_a_room_dies_its_kernels_go_on_and_new_ones_are_forked_from_the_warm_process(serve: Serve) -> None:
    async def test() -> None:
        async with serve(environment=own_warm_process()) as server:
            assert await server.kernels.open_room(notebook(FORM)) == ""
            first = (await server.kernels.take()).kernel_id
            room = parent(server.pid(first))
            os.kill(room, signal.SIGKILL)
            assert await soon_async(lambda: not is_running(room))
            second = await server.kernels.take()
            assert (second.notebook, is_forked(server.get_kernel(second.kernel_id))) == (None, True)
            assert await printed(server, first, "print(count.value)") == "3\n"

    run(test())


@forked_only
def test_a_kernel_of_a_room_is_restarted_as_it_was_when_it_came(serve: Serve) -> None:
    async def test() -> None:
        async with serve() as server:
            assert await server.kernels.open_room(notebook(FORM)) == ""
            kernel_id = (await server.kernels.take()).kernel_id
            await printed(server, kernel_id, "count.value = 8")
            await server.restart_kernel(kernel_id)
            assert await printed(server, kernel_id, "print(count.value, len(started))") == "3 1\n"

    run(test())


@forked_only
def test_a_room_is_gone_when_it_was_closed_and_its_last_kernel_has_ended(serve: Serve) -> None:
    async def test() -> None:
        async with serve() as server:
            assert await server.kernels.open_room(notebook(FORM)) == ""
            kernel_id = (await server.kernels.take()).kernel_id
            room = parent(server.pid(kernel_id))
            await server.kernels.close()
            assert await printed(server, kernel_id, "print(count.value)") == "3\n"
            assert is_running(room)
            await server.shutdown_kernel(kernel_id)
            assert await soon_async(lambda: not is_running(room))

    run(test())
