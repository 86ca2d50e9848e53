"""What a kernel with a form costs, by how it is started: ``python benchmarks/kernels.py [KERNELS]``.

Each way gets the same number of kernels, all asked for at once, and runs the same notebook in them. A kernel is ready
when it has run the notebook and answers. Processor time counts the kernels' processes and what they were forked from;
what is done before anybody asks (the warm process, the room, kernels on stand-by) is told apart. Memory is each
kernel's proportional share (PSS) of all that its processes have in common, with that of the warm process and the room
divided among the kernels.
"""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from jupyter_client.manager import AsyncKernelManager
from jupyter_client.multikernelmanager import AsyncMultiKernelManager
from nbformat.v4 import new_code_cell, new_notebook

from workshoplib.engines.kernels.pool import Kernels
from workshoplib.engines.kernels.provisioner import Forking

PRELOAD = ("ipywidgets", "pandas", "matplotlib.pyplot")
FORM = """
import ipywidgets, pandas, matplotlib.pyplot
fields = [kind(description=str(n)) for n in range(7) for kind in
          (ipywidgets.Text, ipywidgets.IntSlider, ipywidgets.Dropdown, ipywidgets.Textarea)]
ipywidgets.VBox(fields)
"""


class Manager(Forking, AsyncKernelManager):
    """A kernel's manager, as a server has it."""


class Server(AsyncMultiKernelManager):
    """The kernels of a way."""

    def __init__(self, standby: int, fork: str, folder: str) -> None:
        super().__init__(kernel_manager_class=f"{__name__}.Manager", connection_dir=folder)
        environment = {**os.environ, "WORKSHOP_FORK": fork}
        preload = PRELOAD if fork == "on" or standby else ()
        self.kernels = Kernels(
            self, self.start_kernel, standby=standby, preload=preload, environment=environment, folder=folder, pause=60
        )


@dataclass(frozen=True)
class Way:
    """How kernels are started: forked or not, from a room or not, on stand-by or not."""

    name: str
    fork: str
    room: bool = False
    standby: bool = False


@dataclass(frozen=True)
class Cost:
    """Seconds and megabytes: before anybody asks, until ready (the middle one and the last), and each kernel's."""

    before: float
    middle: float
    last: float
    cpu: float
    memory: float


WAYS = (
    Way("stock", "off"),
    Way("stock on stand-by", "off", standby=True),
    Way("warm", "on"),
    Way("room", "on", room=True),
    Way("room on stand-by", "on", room=True, standby=True),
)


async def cost(way: Way, count: int) -> Cost:
    """What a number of kernels cost that are asked for at once."""
    async with _server(way, count) as server:
        began = perf_counter()
        if way.room and (why := await server.kernels.open_room(new_notebook(cells=[new_code_cell(FORM)]))):
            raise SystemExit(why)
        if way.standby:
            await server.kernels.fill()
            await asyncio.gather(*(_answer(server, kernel_id) for kernel_id in server.kernels.waiting))
        asked = perf_counter()
        used = {process: _cpu(process) for process in Path("/proc").iterdir() if process.name.isdigit()}
        waited = await asyncio.gather(*(_ready(server, asked) for _ in range(count)))
        processes = _processes(server)
        cpu = sum(_cpu(process) - used.get(process, 0) for process in processes)
        memory = sum(map(_memory, processes))
        return Cost(asked - began, median(waited), max(waited), cpu / count, memory / count)


@asynccontextmanager
async def _server(way: Way, count: int) -> AsyncIterator[Server]:
    with TemporaryDirectory() as folder:
        server = Server(count if way.standby else 0, way.fork, folder)
        try:
            if way.fork == "on":  # the warm process is there before, as it is when people come
                first = (await server.kernels.take()).kernel_id
                await _answer(server, first)
                await server.shutdown_kernel(first, now=True)
            yield server
        finally:
            await server.kernels.close()
            await server.shutdown_all(now=True)


async def _ready(server: Server, asked: float) -> float:
    ready = await server.kernels.take()
    await _answer(server, ready.kernel_id, "" if ready.notebook else FORM)
    return perf_counter() - asked


async def _answer(server: Server, kernel_id: str, source: str = "") -> None:
    """Runs a cell, as soon as the kernel can; nbclient's and Jupyter's own waiting loops are left out."""
    client = server.get_kernel(kernel_id).client()
    client.start_channels(stdin=False, hb=False)
    try:
        asked = client.execute(source)
        while (await client.get_shell_msg(timeout=120))["parent_header"]["msg_id"] != asked:
            pass
    finally:
        client.stop_channels()


def _processes(server: Server) -> set[Path]:
    """The processes of the kernels, and those that they were forked from."""
    found = {Path("/proc", str(server.get_kernel(kernel_id).provisioner.pid)) for kernel_id in server.list_kernel_ids()}
    while True:
        parents = {Path("/proc", _read(one / "stat").rpartition(")")[2].split()[1]) for one in found}
        further = {one for one in parents if "engines.kernels.warm" in _read(one / "cmdline")} - found
        if not further:
            return found
        found |= further


def _cpu(process: Path) -> float:
    ticks = _read(process / "stat").rpartition(")")[2].split()[11:13]
    return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")


def _memory(process: Path) -> float:
    lines = _read(process / "smaps_rollup").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def _read(file: Path) -> str:
    try:
        return file.read_text()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def main(count: int) -> None:
    """Prints a line for each way, with how much faster and lighter it is than the stock launch."""
    print(f"{count} kernels at once, {os.cpu_count()} processors, Python {sys.version.split()[0]}")
    print(f"{'':18}{'before':>9}{'middle':>9}{'last':>9}{'CPU each':>10}{'MB each':>9}   faster, CPU, memory")
    stock: Cost | None = None
    for way in WAYS:
        one = asyncio.run(cost(way, count))
        stock = stock or one
        ratios = f"{stock.last / one.last:5.1f} × {stock.cpu / one.cpu:5.1f} × {stock.memory / one.memory:5.1f} ×"
        seconds = f"{one.before:7.2f} s{one.middle:7.2f} s{one.last:7.2f} s{one.cpu:8.2f} s"
        print(f"{way.name:18}{seconds}{one.memory:9.1f}   {ratios}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
