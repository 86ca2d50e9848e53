"""All addresses of the live server: what is not here is not there."""

import asyncio
from typing import Any, ClassVar

from workshoplib.live.assets import Shelf
from workshoplib.live.channels import Channels, Goodbye, Kernel
from workshoplib.live.gate import Gate, NotThere, Who
from workshoplib.live.handlers import Here, Join, Leave, Page, Projector, Seat, Welcome

ASSETS_KEPT = "private, max-age=3600"
"""Scripts and styles of the installed packages: the same for everybody, and 1 MB that no reload should cost twice."""

SECONDS_TO_READ = 120.0
"""How long somebody may take to read a file: 1 MB comes over the slowest of Wi-Fis in that time."""


class Assets(Gate):
    """Scripts and styles of Voilà, of the widgets and of our template."""

    def initialize(self, shelf: Shelf) -> None:
        self._shelf = shelf

    async def get(self, name: str) -> None:
        asset = self._shelf.find(name)
        if asset is None:
            self.refuse(NotThere())
            return
        self.set_header("Cache-Control", ASSETS_KEPT)
        self.set_header("Content-Type", asset.kind)
        self.set_header("Etag", asset.tag)
        self.set_header("Vary", "Accept-Encoding")
        if self.request.headers.get("If-None-Match") == asset.tag:
            self.set_status(304)
            self.finish()
        elif asset.shrunk and "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            await self._sent(asset.shrunk)
        else:
            await self._sent(asset.content)

    async def _sent(self, content: bytes) -> None:
        """Returns when all has been taken; hangs up on somebody who asks for much and reads nothing."""
        try:
            async with asyncio.timeout(SECONDS_TO_READ):
                await self.finish(content)
        except TimeoutError:
            self.detach().close()


class Nothing(Gate):
    """Every other address."""

    who: ClassVar[Who] = Who.ANYBODY

    def get(self, _: str) -> None:
        self.refuse(NotThere())


KERNEL = r"(?P<kernel_id>\w+-\w+-\w+-\w+-\w+)"


def routes(page: Shelf, extensions: Shelf) -> list[tuple[Any, ...]]:
    """The whole table, each route with its handler; ``page`` and ``extensions`` hold the files."""
    return [
        (r"/", Page),
        (r"/seat", Seat),
        (r"/join", Join),
        (r"/welcome", Welcome),
        (r"/leave", Leave),
        (r"/projector", Projector),
        (r"/projector/here", Here),
        (rf"/api/kernels/{KERNEL}", Kernel),
        (rf"/api/kernels/{KERNEL}/channels", Channels),
        (rf"/voila/api/shutdown/{KERNEL}", Goodbye),
        (r"/voila/static/(.*)", Assets, {"shelf": page}),
        (r"/voila/templates/[\w-]+/static/(.*)", Assets, {"shelf": page}),
        (r"/voila/labextensions/((?:@jupyter-widgets|@voila-dashboards)/.*)", Assets, {"shelf": extensions}),
        (r"/(.*)", Nothing),
    ]
