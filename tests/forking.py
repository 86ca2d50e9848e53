"""What the tests of forked kernels share: managers of them, and looks at the processes behind."""

import asyncio
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import KernelManager

from workshoplib.engines.kernels.launch import Forked
from workshoplib.engines.kernels.provisioner import Forking

SECONDS = 30


class WarmManager(Forking, KernelManager):
    """A manager of one kernel, which is forked where it can be."""


def is_forked(manager: KernelManager) -> bool:
    return isinstance(getattr(manager.provisioner, "process", None), Forked)


def own_warm_process() -> dict[str, str]:
    """An environment that no other test has, and so no other's warm process."""
    return {**os.environ, "LC_OF_THIS_TEST": uuid4().hex}


@contextmanager
def kernel(manager: KernelManager | None = None, **launch: Any) -> Iterator[tuple[KernelManager, BlockingKernelClient]]:
    """A running kernel and a client of it; it is shut down at the end, if it still runs."""
    manager = manager or WarmManager()
    manager.start_kernel(**launch)
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(SECONDS)
        yield manager, client
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def printed(client: BlockingKernelClient, source: str) -> str:
    """What a cell prints; an error is printed too."""
    texts: list[str] = []

    def hear(message: Mapping[str, Any]) -> None:
        content = message["content"]
        if message["msg_type"] == "stream":
            texts.append(content["text"])
        if message["msg_type"] == "error":
            texts.append(f"{content['ename']}: {content['evalue']}")

    client.execute_interactive(source, timeout=SECONDS, output_hook=hear)
    return "".join(texts)


def parent(pid: int) -> int:
    return int(_stat(pid)[1])


def is_running(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists() and _stat(pid)[0] != "Z"


def zombies_of(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(child) for child in children if _stat(int(child))[0] == "Z"]


def soon(holds: Callable[[], bool], seconds: float = SECONDS) -> bool:
    """Whether it comes to hold in time."""
    deadline = time.monotonic() + seconds
    while not holds() and time.monotonic() < deadline:
        time.sleep(0.02)
    return holds()


async def soon_async(holds: Callable[[], bool], seconds: float = SECONDS) -> bool:
    deadline = time.monotonic() + seconds
    while not holds() and time.monotonic() < deadline:
        await asyncio.sleep(0.02)
    return holds()


def private_memory(pid: int) -> float:
    """Megabytes that a process would free if it ended."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private")) / 1024


def _stat(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
