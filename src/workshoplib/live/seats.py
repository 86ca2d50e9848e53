"""Seats: each person's one kernel and the page that belongs to it. Their number is limited, and so is the haste."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

from workshoplib.engines.kernels.pool import Ready
from workshoplib.live.kernels import LiveKernels

SEATS = 60
"""Kernels at most. One needs 40 to 60 MB, so these fit a laptop with 8 GB."""

AT_ONCE = 4
"""Seats that are made ready at the same time: more would make everybody wait for everybody."""

GIVES_UP_AFTER = 15.0
"""Seconds without a question after which somebody who waits has left."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Seated:
    """A person's kernel runs, and this is its page."""

    kernel_id: str
    page: str


@dataclass(frozen=True)
class Waiting:
    """A person's seat is not ready. ``place``: how many wait for a free seat up to this person; 0: it is being made."""

    place: int = 0


class Seats:
    """Gives each person one seat, the same for every device, and a place in the queue while there is none."""

    def __init__(
        self,
        kernels: LiveKernels,
        take: Callable[[], Awaitable[Ready]],
        rendered: Callable[[Ready], Awaitable[str]],
        clock: Callable[[], float],
        seats: int = SEATS,
        at_once: int = AT_ONCE,
    ) -> None:
        self._kernels = kernels
        self._take = take
        self._rendered = rendered
        self._clock = clock
        self._free = seats
        self._at_once = asyncio.Semaphore(at_once)
        self._pages: dict[str, str] = {}
        self._being_made: dict[str, asyncio.Task[tuple[str, str]]] = {}
        self._asked: dict[str, float] = {}

    def seat(self, person: str) -> Seated | Waiting:
        """The person's seat, or how long it may take. Asked for the first time, it is made."""
        kernel_id = self._kernels.kernel_of(person)
        if kernel_id in self._pages:
            return Seated(kernel_id, self._pages[kernel_id])
        if person in self._being_made:
            return Waiting()
        place = self._place(person)
        if place > self._free - len(self._being_made) - len(self._pages):
            return Waiting(place)
        del self._asked[person]
        task = asyncio.create_task(self._made(person))
        self._being_made[person] = task
        task.add_done_callback(partial(self._is_made, person))
        return Waiting()

    async def soon(self, person: str, seconds: float) -> Seated | Waiting:
        """The same, but waits a moment for a seat that is being made."""
        found = self.seat(person)
        if isinstance(found, Waiting) and person in self._being_made:
            await asyncio.wait({self._being_made[person]}, timeout=seconds)
            found = self.seat(person)
        return found

    def gone(self, kernel_id: str) -> None:
        """Frees the seat of a kernel that has ended."""
        self._pages.pop(kernel_id, None)

    async def close(self) -> None:
        """Lets go of all seats that are being made."""
        making = list(self._being_made.values())
        for task in making:
            task.cancel()
        await asyncio.gather(*making, return_exceptions=True)

    def _place(self, person: str) -> int:
        now = self._clock()
        self._asked[person] = now
        self._asked = {one: at for one, at in self._asked.items() if at > now - GIVES_UP_AFTER}
        return list(self._asked).index(person) + 1

    def _is_made(self, person: str, task: asyncio.Task[tuple[str, str]]) -> None:
        del self._being_made[person]
        if task.cancelled():
            return
        if problem := task.exception():
            log.error("A seat could not be made ready; it is tried again when it is asked for", exc_info=problem)
            return
        kernel_id, page = task.result()
        if kernel_id in self._kernels:
            self._pages[kernel_id] = page

    async def _made(self, person: str) -> tuple[str, str]:
        async with self._at_once:
            ready = await self._take()
            self._kernels.bind(ready.kernel_id, person)
            try:
                page = await self._rendered(ready)
            except BaseException:
                await self._kernels.shutdown_kernel(ready.kernel_id, now=True)  # type: ignore[no-untyped-call]
                raise
            return ready.kernel_id, page
