"""Kernels on stand-by: started before somebody asks, in the fastest way that there is here."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from jupyter_core.utils import ensure_async

from workshoplib.engines.kernels.launch import NotForked, can_be_forked

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from workshoplib.engines.kernels.room import Room

_KERNEL = "python3"
_log = logging.getLogger(__name__)


class Managed(Protocol):
    """What is needed of the multi kernel manager that has the kernels."""

    def __contains__(self, kernel_id: str) -> bool: ...
    def is_alive(self, kernel_id: str) -> Any: ...
    def shutdown_kernel(self, kernel_id: str, now: bool = ...) -> Any: ...


@dataclass(frozen=True)
class Ready:
    """A kernel, and the notebook with its outputs if it has run in it already; if none has, the page has to run it."""

    kernel_id: str
    notebook: "NotebookNode | None" = None


class Kernels:
    """Gives kernels to whoever comes, and starts others in their place.

    They go on from a room if one is open, else they are forked from a warm process; where nothing can be forked, they
    are launched as usual, and import in advance what they are told. Whoever takes one need not know which it is.
    """

    def __init__(
        self,
        manager: Managed,
        start: Callable[..., Awaitable[str]],
        *,
        standby: int,
        preload: Sequence[str],
        environment: Mapping[str, str],
        folder: str,
        pause: float = 1.0,
    ) -> None:
        """``start`` is the manager's own ``start_kernel``. New kernels are started when for the seconds of the pause
        nobody has taken one, so that those who come together are not kept waiting by starts in advance."""
        self._manager = manager
        self._start = start
        self._standby = standby
        self._preload = tuple(preload)
        self._environment = dict(environment)
        self._folder = folder
        self._pause = pause
        self._room: Room | None = None
        self._waiting: deque[Ready] = deque()
        self._wanted = 0
        self._later: asyncio.TimerHandle | None = None
        self._filling: asyncio.Task[None] | None = None

    @property
    def waiting(self) -> frozenset[str]:
        """The ids of the kernels that nobody has taken yet; they are idle, and must not be culled for it."""
        return frozenset(ready.kernel_id for ready in self._waiting)

    @property
    def notebook(self) -> "NotebookNode | None":
        """What the room's cells show; None where there is no room."""
        return self._room.notebook if self._room else None

    async def open_room(self, notebook: "NotebookNode") -> str:
        """Runs the notebook once for all kernels to come. Returns why that cannot be, or nothing: then
        ``take().notebook`` holds what it shows. Either way kernels can be had; none waits before the next ``fill``."""
        await self.close()
        if not can_be_forked(self._environment):
            return "Nothing can be forked here, or shall be."
        from workshoplib.engines.kernels.room import Room
        from workshoplib.engines.kernels.source import WarmProcess

        try:
            self._room = await Room.open(notebook, WarmProcess(self._preload), self._environment, self._folder)
        except (NotForked, OSError) as error:
            return str(error)
        return ""

    async def fill(self, first: int = 0) -> None:
        """Starts as many kernels as shall wait; from then on others take the place of those that are taken.

        ``first``: how many more may wait for the beginning, when many come together.
        """
        self._wanted = max(first, self._standby)
        await self._fill()
        self._wanted = min(self._wanted, self._standby)

    async def take(self) -> Ready:
        """A kernel that nobody else gets; at once, if one waits."""
        try:
            while self._waiting:
                ready = self._waiting.popleft()
                if await self._lives(ready.kernel_id):
                    return ready
                await self._end(ready.kernel_id)
            return await self._started()
        finally:
            self._fill_soon()

    async def close(self) -> None:
        """Ends the kernels that wait, and the room; those that were taken go on."""
        self._wanted = 0
        if self._later:
            self._later.cancel()
        if self._filling:
            await asyncio.wait({self._filling})  # a start that was cancelled would leave its kernel to nobody
        while self._waiting:
            await self._end(self._waiting.popleft().kernel_id)
        self._close_room()

    def _fill_soon(self) -> None:
        if self._later:
            self._later.cancel()
        self._later = asyncio.get_running_loop().call_later(self._pause, self._begin_to_fill)

    def _begin_to_fill(self) -> None:
        if self._filling is None or self._filling.done():
            self._filling = asyncio.create_task(self._fill())

    async def _fill(self) -> None:
        while len(self._waiting) < self._wanted:
            self._waiting.append(await self._started())

    async def _lives(self, kernel_id: str) -> bool:
        return kernel_id in self._manager and bool(await ensure_async(self._manager.is_alive(kernel_id)))

    async def _end(self, kernel_id: str) -> None:
        if kernel_id in self._manager:
            await ensure_async(self._manager.shutdown_kernel(kernel_id, now=True))

    async def _started(self) -> Ready:
        launch: dict[str, Any] = {"kernel_name": _KERNEL, "cwd": self._folder, "env": dict(self._environment)}
        if self._room and not self._room.is_open():
            _log.warning("The room is closed, for its process has ended.")
            self._close_room()
        if room := self._room:
            return Ready(await self._start(**launch, room=room), room.notebook)
        if can_be_forked(self._environment):
            return Ready(await self._start(**launch, preload=self._preload))
        return Ready(await self._start(**launch, extra_arguments=[_import(module) for module in self._preload]))

    def _close_room(self) -> None:
        if self._room:
            self._room.close()
            self._room = None


def _import(module: str) -> str:
    """The argument that lets a kernel import a module when it starts, without a name for it."""
    return f"--IPKernelApp.exec_lines=__import__({module!r});"
