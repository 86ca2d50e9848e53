"""The live server: Voilà's standalone application with one notebook, our own routes, and the desk beside it."""

import asyncio
import logging
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.ioloop import PeriodicCallback
from tornado.netutil import bind_sockets
from tornado.web import Application
from traitlets.config import Config
from voila.app import Voila
from voila.configuration import VoilaConfiguration
from voila.paths import collect_static_paths, collect_template_paths

from workshoplib.errors import N_, WorkshopError
from workshoplib.live import addresses, private, rendering
from workshoplib.live.assets import Shelf
from workshoplib.live.codes import Clock, Links, key_beside
from workshoplib.live.desk import Desk
from workshoplib.live.door import Door
from workshoplib.live.handlers import Channels, routes
from workshoplib.live.identity import Identity, OwnersOnly
from workshoplib.live.kernels import LiveKernels, Start, launched
from workshoplib.live.limits import Limits
from workshoplib.live.roster import Roster
from workshoplib.live.seats import SEATS, Seats
from workshoplib.live.status import KIND, SECONDS_BETWEEN, Attendance, Status, StatusFile
from workshoplib.store import Store

HERE = Path(__file__).parent
NOTEBOOK = HERE / "participant.ipynb"
LARGEST_MESSAGE = 1024 * 1024
"""Bytes that a page may send at once; the longest answer has 20,000 characters."""

SECONDS_BETWEEN_LOOKS = 0.25

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
    notebook: Path = NOTEBOOK
    start: Start = launched
    clock: Clock = field(default=lambda: datetime.now(UTC))
    ticks: Callable[[], float] = time.monotonic


class LiveServer(Voila):
    """One workshop, served until it is told to stop.

    It reads neither the command line nor anybody's Jupyter configuration: a setting that loosens what is held here
    must not come in by a file in some folder.
    """

    def __init__(self, store: Store, settings: Settings) -> None:
        super().__init__(base_url="/", ip=settings.ip, port=settings.port, log_level=logging.WARNING)
        self.store = store
        self.how = settings
        self.links = Links(key_beside(private.beside(store.where, "key")), settings.clock)
        self.door = Door(store)
        self._attendance = Attendance()
        self._status = StatusFile(private.beside(store.where, KIND))
        self._started = settings.clock().isoformat(timespec="seconds")

    async def serve(self, told: Callable[["LiveServer"], None]) -> None:
        """Serves until cancelled; ``told`` is called once, when people can come."""
        await asyncio.to_thread(self.door.look)
        self._configure()
        self.settings = self.init_settings()
        desk = Desk(self.store, self.roster, self.how.clock)
        self.kernel_manager.desk = await desk.open()
        self.kernel_manager.on_bound = desk.greet
        self.kernel_manager.on_gone = self.seats.gone
        http = self._listening()
        watching = PeriodicCallback(self._tell_who_is_in, SECONDS_BETWEEN * 1000)
        try:
            self._tell_who_is_in()
            watching.start()
            told(self)
            await self._watch(desk)
        finally:
            watching.stop()
            http.stop()
            await self._let_everybody_go(desk)
            self._status.remove()
            shutil.rmtree(self.connection_dir, ignore_errors=True)

    @property
    def address(self) -> str:
        """Where people find the workshop."""
        return addresses.reached_at(self.how.ip, self.port, self.how.public)

    @property
    def projector(self) -> str:
        """The facilitator's address of the page for the wall."""
        host = self.address if not addresses.is_loopback(self.how.ip) else f"http://127.0.0.1:{self.port}"
        return f"{host}/projector?t={self.links.for_facilitator()}"

    def init_settings(self) -> dict[str, Any]:
        """What Voilà sets, and what its own way of starting leaves no place for."""
        settings: dict[str, Any] = super().init_settings()
        self.identity_provider.set_trait("links", self.links)
        self.identity_provider.set_trait("door", self.door)
        kernels: LiveKernels = self.kernel_manager
        self.roster = Roster(self.door, kernels, self.how.language)
        self.seats = Seats(kernels, self.how.start, self._rendered, self.how.ticks, self.how.seats)
        kernels.initialize_culler()
        return {
            **settings,
            "door": self.door,
            "limits": Limits(self.how.ticks),
            "roster": self.roster,
            "seats": self.seats,
            "sockets": set[Channels](),
            "hosts": addresses.names(self.how.ip, self.how.public),
            "title": self.how.title,
            "language": self.how.language,
            "here": lambda: len(self._connected()),
            "clock": self.how.ticks,
            "compress_response": True,
            "websocket_max_message_size": LARGEST_MESSAGE,
            "log_function": _log_request,
        }

    def _configure(self) -> None:
        self._init_asyncio_patch()
        self.connection_dir = tempfile.mkdtemp(prefix="workshop-kernels-")  # for its owner alone
        # Over TCP every account of this machine could listen to the kernels; sockets lie in the folder above.
        transport = {"KernelManager": {"transport": "ipc"}} if hasattr(asyncio, "start_unix_server") else {}
        dead_at_once = {"KernelRestarter": {"restart_limit": 0, "time_to_dead": 1.0}}
        self.config = Config({**transport, **dead_at_once})
        self.voila_configuration = VoilaConfiguration(
            parent=self,
            template=rendering.TEMPLATE,
            allow_template_override="NO",
            allow_theme_override="NO",
            file_allowlist=[],
            show_tracebacks=False,
            extension_allowlist=rendering.extensions(),
            multi_kernel_manager_class=LiveKernels,
        )
        self.identity_provider_class = Identity
        self.authorizer_class = OwnersOnly
        self.template_paths = [str(HERE / "template"), *collect_template_paths(["voila", "nbconvert"], "lab")]
        self.static_paths = [str(HERE / "template" / "static"), *collect_static_paths(["voila", "nbconvert"], "lab")]

    def _listening(self) -> HTTPServer:
        static = Shelf([Path(path) for path in (*self.static_paths, self.static_root)])
        extensions = Shelf([Path(path) for path in self.labextensions_path])
        self.app = Application(routes(static, extensions), **self.settings)
        http = HTTPServer(self.app, max_body_size=64 * 1024, max_header_size=32 * 1024, idle_connection_timeout=120)
        try:
            sockets = bind_sockets(self.how.port, self.how.ip or None)
        except OSError as problem:
            raise PortTaken(
                N_("Nothing can listen on {ip}, port {port} ({reason}). Choose another one with --port."),
                ip=self.how.ip,
                port=self.how.port,
                reason=problem.strerror or str(problem),
            ) from problem
        http.add_sockets(sockets)
        self.port = sockets[0].getsockname()[1]
        return http

    async def _rendered(self, kernel_id: str) -> str:
        person = self.kernel_manager.person_of(kernel_id)
        return await rendering.rendered(self, self.how.notebook, kernel_id, self.roster.language(person))

    async def _watch(self, desk: Desk) -> None:
        """Looks at the store, and hangs up on whoever may not be here any more."""
        while True:
            await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
            try:
                changed = await asyncio.to_thread(self.door.look)
            except WorkshopError as problem:  # the store is busy or away for a moment; what was last seen holds
                log.warning("The workshop could not be looked at: %s", problem)
                continue
            if changed:
                await self._clear_out(desk)

    async def _clear_out(self, desk: Desk) -> None:
        for kernel_id, person in self.kernel_manager.owners().items():
            try:
                self.door.admit(person)
            except WorkshopError:
                for socket in tuple(self.settings["sockets"]):
                    if socket.kernel_id == kernel_id:
                        socket.end()
                desk.dismiss(person)
                await self.kernel_manager.shutdown_kernel(kernel_id, now=True)

    async def _let_everybody_go(self, desk: Desk) -> None:
        for socket in tuple(self.settings["sockets"]):
            socket.end()
        await self.seats.close()
        await desk.close()
        await self.kernel_manager.shutdown_all(now=True)

    def _tell_who_is_in(self) -> None:
        present = self._attendance.present(self._connected(), self.how.clock(), self.door.room.step)
        try:
            self._status.write(Status(self.address, self.links.code(), self._started, present))
        except WorkshopError as problem:
            log.warning("%s", problem)

    def _connected(self) -> set[str]:
        kernels: LiveKernels = self.kernel_manager
        return {person for kernel_id, person in kernels.owners().items() if kernels.connections(kernel_id)}


def _log_request(handler: Any) -> None:
    """Logs what was answered; never an address's query, a name, or where somebody comes from."""
    status = handler.get_status()
    level = logging.DEBUG if status < 500 else logging.ERROR
    log.log(level, "%d %s %s", status, handler.request.method, handler.request.path)
