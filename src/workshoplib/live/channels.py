"""What the server answers about a person's kernel: whether it lives, and the line between it and the page."""

import logging
import struct

from jupyter_server.services.kernels.handlers import KernelHandler
from tornado.web import HTTPError
from tornado.websocket import WebSocketClosedError
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from workshoplib.live.gate import Gate

log = logging.getLogger(__name__)

BURST = 400
"""Messages that a device may send in a hurry; as many are forgiven in a second as half of that."""

_V1_WORD, _WORD = 8, 4
"""Bytes of a number in a binary message, in Jupyter's newer protocol and in the older one."""

_NO_MESSAGE = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError, struct.error)
"""What Jupyter's reading of messages raises where there is none."""


class Kernel(Gate, KernelHandler):
    """Whether a participant's own kernel is alive."""

    SUPPORTED_METHODS = ("GET",)


class Goodbye(Gate):
    """What a page says when it is closed. The kernel stays: it may be a reload, or another device is on it."""

    def post(self, kernel_id: str) -> None:
        if self.settings["kernel_manager"].person_of(kernel_id) != self.current_user.username:
            raise HTTPError(403)
        self.set_status(204)
        self.finish()


class Channels(Gate, VoilaKernelWebsocketHandler):  # type: ignore[misc]
    """The line between a participant's page and their own kernel."""

    _sent = 0.0
    _since = 0.0

    async def open(self, kernel_id: str) -> None:
        self.settings["sockets"].add(self)
        self.set_nodelay(True)  # else the word that something is saved waits 40 ms for the one before it to be received
        await super().open(kernel_id)

    def on_message(self, ws_message: str | bytes) -> None:
        """Hands a message on; a flood, or what no page of ours would say, ends the connection."""
        if self.ws_connection is None:
            return  # closed from this side; what was under way must not be read by another protocol's rules
        now = self.settings["ticks"]()
        self._sent = max(0.0, self._sent - (now - self._since) * BURST / 2) + 1
        self._since = now
        if self._sent > BURST:
            self.close(1008, "too many messages")
            return
        if isinstance(ws_message, bytes) and not is_sound(ws_message, v1=bool(self.selected_subprotocol)):
            self.close(1007, "not a message")
            return
        try:
            self.connection.handle_incoming_message(ws_message)
        except _NO_MESSAGE:
            self.close(1007, "not a message")

    def on_close(self) -> None:
        self.settings["sockets"].discard(self)
        if self.connection is not None:
            super().on_close()

    def end(self) -> None:
        """Ends the connection from this side, at once."""
        try:
            self.close(1008, "no longer let in")
        except WebSocketClosedError:
            log.debug("a connection was closed already")


def is_sound(message: bytes, *, v1: bool) -> bool:
    """Whether a binary message has room for as many parts as it says it has.

    Jupyter takes its word for it: four bytes that say "a hundred million parts" cost it 3 GB, eight never end.
    """
    if v1:
        return len(message) >= _V1_WORD and _V1_WORD * (int.from_bytes(message[:_V1_WORD], "little") + 1) <= len(
            message
        )
    parts = int.from_bytes(message[:_WORD], "big", signed=True)
    return len(message) >= _WORD and parts > 0 and _WORD * (parts + 1) <= len(message)
