"""Voilà's standalone application as the live workshop uses it: one notebook, our own people, kernels and routes."""

import logging
import socket
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tornado.web import Application
from traitlets.config import Config
from voila.app import Voila
from voila.configuration import VoilaConfiguration
from voila.paths import collect_static_paths, collect_template_paths

from workshoplib.live import rendering
from workshoplib.live.assets import Shelf
from workshoplib.live.channels import Channels
from workshoplib.live.codes import Links
from workshoplib.live.door import Door
from workshoplib.live.identity import Identity, OwnersOnly
from workshoplib.live.kernels import LiveKernels
from workshoplib.live.limits import Limits
from workshoplib.live.pacing import Pace
from workshoplib.live.routes import routes

OURS = Path(__file__).parent / "template"
"""Our template. Kernels work in this folder, too: it has no Python modules that they could mistake for others."""

LARGEST_MESSAGE = 1024 * 1024
"""Bytes that a page may send at once; the longest answer has 20,000 characters."""

LARGEST_BODY = 64 * 1024
LARGEST_HEADER = 32 * 1024

_LONGEST_FOLDER = 50
"""Characters of the folder of the kernels' sockets: with their names they must stay below 104 on macOS."""

PING_EVERY = 30.0
"""Seconds between two questions to a connection whether it is still there, and the longest wait for the answer."""

_log = logging.getLogger(__name__)


class LiveVoila(Voila):  # type: ignore[misc]
    """Sets up what is served; listening, and everything that happens while it runs, is the server's.

    It reads neither the command line nor anybody's Jupyter configuration: a setting that loosens what is held here
    must not come in by a file in some folder.
    """

    def __init__(self, links: Links, door: Door) -> None:
        super().__init__(base_url="/", log_level=logging.WARNING)
        self._init_asyncio_patch()
        self.links = links
        self.door = door
        self.connection_dir = tempfile.mkdtemp(prefix="ws-")  # for its owner alone
        self.config = self._held()
        self.voila_configuration = VoilaConfiguration(
            parent=self,
            template=rendering.TEMPLATE,
            allow_template_override="NO",
            allow_theme_override="NO",
            file_allowlist=[],
            show_tracebacks=False,
            extension_allowlist=list(rendering.EXTENSIONS),
            multi_kernel_manager_class=LiveKernels,
        )
        self.identity_provider_class = Identity
        self.authorizer_class = OwnersOnly
        self.template_paths = [str(OURS), *collect_template_paths(["voila", "nbconvert"], "lab")]
        self.static_paths = [str(OURS / "static"), *collect_static_paths(["voila", "nbconvert"], "lab")]
        self.shelf = Shelf([Path(path) for path in (*self.static_paths, self.static_root)])
        self.assets = {file.name: self._address_of(file.name) for file in (OURS / "static").iterdir()}
        self.settings = self.init_settings()

    def init_settings(self) -> dict[str, Any]:
        """What Voilà sets, and what its own way of starting leaves no place for."""
        settings: dict[str, Any] = super().init_settings()
        self.identity_provider.set_trait("links", self.links)
        self.identity_provider.set_trait("door", self.door)
        return {
            **settings,
            "door": self.door,
            "sockets": set[Channels](),
            "paces": dict[str, Pace](),
            "compress_response": True,
            "websocket_max_message_size": LARGEST_MESSAGE,
            "ws_ping_interval": PING_EVERY,
            "ws_ping_timeout": PING_EVERY,
            "log_function": _log_request,
        }

    def application(self, ticks: Callable[[], float], **settings: Any) -> Application:
        """The tornado application with all our routes; ``settings`` are what handlers ask for by name."""
        extensions = Shelf([Path(path) for path in self.labextensions_path])
        self.settings |= {"limits": Limits(ticks), "ticks": ticks, **settings}
        self.app = Application(routes(self.shelf, extensions), **self.settings)
        return self.app

    def _address_of(self, name: str) -> str:
        """Where a file of the template is; elsewhere when it has changed, so that browsers notice."""
        asset = self.shelf.find(name)
        return f"/voila/templates/{rendering.TEMPLATE}/static/{name}?v={asset.mark}" if asset else ""

    def _held(self) -> Config:
        # A kernel that died is not started again behind its person's back: it would know nothing of their page.
        config = Config({"KernelRestarter": {"restart_limit": 0, "time_to_dead": 1.0}})
        if hasattr(socket, "AF_UNIX") and len(self.connection_dir) < _LONGEST_FOLDER:
            # Over TCP every account of this machine could talk to the kernels; sockets lie in the folder above.
            config.KernelManager.transport = "ipc"
        return config


def _log_request(handler: Any) -> None:
    """Logs what was answered; never an address's query, a name, or where somebody comes from."""
    status = handler.get_status()
    level = logging.DEBUG if status < 500 else logging.ERROR
    _log.log(level, "%d %s %s", status, handler.request.method, handler.request.path)
