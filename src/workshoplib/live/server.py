"""The live server: people's pages and kernels, the desk, and a watch on who may be in."""

import asyncio
import logging
import shutil
import socket
import time
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from workshoplib.engines.kernels.pool import Kernels, Ready
from workshoplib.errors import N_, WorkshopError
from workshoplib.live import addresses, private, rendering
from workshoplib.live.application import LARGEST_BODY, LARGEST_HEADER, OURS, LiveVoila
from workshoplib.live.codes import Clock, Links, key_beside, turn_beside
from workshoplib.live.desk import Desk
from workshoplib.live.door import Door
from workshoplib.live.kernels import LiveKernels
from workshoplib.live.roster import Roster
from workshoplib.live.seats import SEATS, Seats
from workshoplib.live.status import KIND, Attendance, Status, StatusFile
from workshoplib.store import Store

NOTEBOOK = Path(__file__).parent / "participant.ipynb"

STANDBY = 8
"""Kernels that wait for somebody."""

FIRST = 30
"""Kernels that wait at the beginning, when all come together, where they are cheap: forked from a room."""

PRELOAD = ("workshoplib.live.seat", "workshoplib.live.page")
"""What a kernel imports for the page."""

SECONDS_BETWEEN_LOOKS = 0.25
SECONDS_BETWEEN_WORDS = 0.5
_SECONDS_IDLE = 120
_SECONDS_FOR_A_FORM = 20

log = logging.getLogger(__name__)


class PortTaken(WorkshopError):
    """The address cannot be listened on."""


@dataclass(frozen=True)
class Settings:
    """How a workshop is served. ``public`` is the address that people use where it is not this machine's own."""

    title: str
    language: str
    ip: str = "127.0.0.1"
    port: int = 8866
    public: str = ""
    seats: int = SEATS
    new_code: bool = False
    standby: int = STANDBY
    first: int = FIRST
    notebook: Path = NOTEBOOK
    clock: Clock = field(default=lambda: datetime.now(UTC))
    ticks: Callable[[], float] = time.monotonic


class LiveServer:
    """One workshop, served until it is told to stop."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self._how = settings
        turn = turn_beside(private.beside(store.where, "code"), fresh=settings.new_code)
        self._links = Links(key_beside(private.beside(store.where, "key")), settings.clock, turn)
        self._door = Door(store)
        self._attendance = Attendance()
        self._status = StatusFile(private.beside(store.where, KIND))
        self._started = settings.clock().isoformat(timespec="seconds")
        self._port = settings.port
        self._filling: asyncio.Task[None] | None = None

    async def serve(self, told: Callable[["LiveServer"], None]) -> None:
        """Serves until cancelled; ``told`` is called once, when people can come."""
        await asyncio.to_thread(self._door.look)
        async with AsyncExitStack() as closing:
            sockets = self._bound(closing)
            self._voila = LiveVoila(self._links, self._door)
            closing.callback(shutil.rmtree, self._voila.connection_dir, ignore_errors=True)
            self._kernels: LiveKernels = self._voila.kernel_manager
            closing.push_async_callback(self._kernels.end_all)
            self._kernels.initialize_culler()
            self._roster = Roster(self._door, self._kernels, self._how.language)
            self._desk = Desk(self._store, self._roster, self._how.clock)
            self._kernels.desk = await self._desk.open()
            closing.push_async_callback(self._desk.close)
            stock = await self._stock(closing)
            self._listen(sockets, closing)
            closing.callback(self._status.remove)
            self._tell_who_is_in()
            told(self)
            self._filling = asyncio.create_task(self._fill(stock))
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._watch())
                tasks.create_task(self._keep_telling())

    @property
    def address(self) -> str:
        """Where people find the workshop."""
        return addresses.reached_at(self._how.ip, self._port, self._how.public)

    @property
    def code(self) -> str:
        """The room's code, without its gap."""
        return self._links.code()

    @property
    def projector(self) -> str:
        """The facilitator's address of the page for the wall."""
        return f"{self.address}/projector?t={self._links.for_facilitator()}"

    def _bound(self, closing: AsyncExitStack) -> list[socket.socket]:
        try:
            sockets: list[socket.socket] = bind_sockets(self._how.port, self._how.ip)
        except OSError as problem:
            raise PortTaken(
                N_("Nothing can listen on {ip}, port {port} ({reason}). Choose another one with --port."),
                ip=self._how.ip,
                port=self._how.port,
                reason=problem.strerror or str(problem),
            ) from problem
        for one in sockets:
            closing.callback(one.close)
        self._port = sockets[0].getsockname()[1]
        return sockets

    async def _stock(self, closing: AsyncExitStack) -> Kernels:
        """Kernels that come fast: from a room, or forked, or at least started before somebody asks."""
        stock = Kernels(
            self._kernels,
            self._kernels.start_kernel,
            standby=min(self._how.standby, self._how.seats),
            preload=PRELOAD,
            environment=self._kernels.environment(),
            folder=str(OURS),
        )
        closing.push_async_callback(self._filled)
        closing.push_async_callback(stock.close)
        closing.push_async_callback(self._kernels.end_all)  # all at once; the stock would end them one by one
        pages = rendering.Pages(self._voila, self._how.notebook, self._how.title)
        if why_not := await stock.open_room(pages.notebook()):
            log.info("Kernels run the notebook themselves: %s", why_not)
        if stock.notebook:
            await pages.of_room(stock.notebook, self._how.language)  # now, and not while the first wait for it

        async def rendered(ready: Ready) -> str:
            return await pages.page(ready, self._roster.language(self._kernels.person_of(ready.kernel_id) or ""))

        self._seats = Seats(self._kernels, stock.take, rendered, self._how.ticks, self._how.seats)
        closing.push_async_callback(self._seats.close)
        self._kernels.on_bound = self._desk.greet
        self._kernels.on_gone = self._seats.gone
        return stock

    async def _fill(self, stock: Kernels) -> None:
        try:
            await stock.fill(min(self._how.first, self._how.seats) if stock.notebook else 0)
        except (OSError, RuntimeError) as problem:  # who comes has theirs started then, and is told if that fails
            log.warning("No kernels could be started in advance: %s", problem)

    async def _filled(self) -> None:
        """Returns when no kernel is being started in advance: one whose start is cancelled would be nobody's."""
        if self._filling:
            await self._filling

    def _listen(self, sockets: list[socket.socket], closing: AsyncExitStack) -> None:
        application = self._voila.application(
            self._how.ticks,
            roster=self._roster,
            seats=self._seats,
            hosts=addresses.names(self._how.ip, self._how.public),
            address=self.address,
            public=self._how.public.rstrip("/"),
            title=self._how.title,
            language=self._how.language,
            here=lambda: len(self._connected()),
        )
        closing.callback(self._hang_up)
        http = HTTPServer(
            application,
            max_body_size=LARGEST_BODY,
            max_header_size=LARGEST_HEADER,
            idle_connection_timeout=_SECONDS_IDLE,
            body_timeout=_SECONDS_FOR_A_FORM,
        )
        http.add_sockets(sockets)
        closing.callback(http.stop)

    async def _watch(self) -> None:
        """Looks at the store, and hangs up on whoever may not be here any more."""
        while True:
            await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
            try:
                changed = await asyncio.to_thread(self._door.look)
            except WorkshopError as problem:  # the store is busy or away for a moment; what was last seen holds
                log.warning("The workshop could not be looked at: %s", problem)
                continue
            if changed:
                await asyncio.gather(*(self._clear_out(*one) for one in self._kernels.owners().items()))

    async def _clear_out(self, kernel_id: str, person: str) -> None:
        try:
            self._door.admit(person)
        except WorkshopError:
            self._hang_up(kernel_id)
            self._desk.dismiss(person)
            await self._kernels.shutdown_kernel(kernel_id, now=True)  # type: ignore[no-untyped-call]

    def _hang_up(self, kernel_id: str = "") -> None:
        for line in tuple(self._voila.settings["sockets"]):
            if kernel_id in {"", line.kernel_id}:
                line.end()

    async def _keep_telling(self) -> None:
        while True:
            await asyncio.sleep(SECONDS_BETWEEN_WORDS)
            self._tell_who_is_in()

    def _tell_who_is_in(self) -> None:
        present = self._attendance.present(self._connected(), self._how.clock(), self._door.room.step)
        try:
            self._status.write(Status(self.address, self.code, self._started, present))
        except WorkshopError as problem:
            log.warning("%s", problem)

    def _connected(self) -> set[str]:
        return {person for kernel_id, person in self._kernels.owners().items() if self._kernels.connections(kernel_id)}
