"""What the server answers about a person's kernel: whether it lives, and the line between it and the page."""

import asyncio
import logging
import struct
from typing import Any

from jupyter_server.services.kernels.handlers import KernelHandler
from tornado.iostream import StreamBufferFullError
from tornado.web import HTTPError
from tornado.websocket import WebSocketClosedError
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from workshoplib.live.gate import Gate
from workshoplib.live.pacing import Pace

log = logging.getLogger(__name__)

AT_ONCE = 1000
"""Messages that all devices of a person together may send in a hurry. A page whose kernel is slow asks for each of its
widgets by itself: 30 to 90 in an empty form, some hundreds in one that is filled in."""

A_SECOND = 100
"""Messages of one person that are heard in a second after that; what comes faster waits where it comes from."""

MOST_UNREAD = 4 * 1024 * 1024
"""Bytes that a device may leave unread before it is taken for one that does not read."""

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

    async def open(self, kernel_id: str) -> None:
        self.settings["sockets"].add(self)
        self.set_nodelay(True)  # else the word that something is saved waits 40 ms for the one before it to be received
        self.ws_connection.stream.max_write_buffer_size = MOST_UNREAD
        await super().open(kernel_id)

    def send_ping(self) -> None:
        """Leaves it to tornado, which asks first and then waits. Jupyter looks for the last answer before it asks, and
        where it may wait no longer than between two questions, which is all that tornado allows, it cuts the line."""
        self.ping_callback.stop()

    async def on_message(self, ws_message: str | bytes) -> None:
        """Hands a message on; nothing more is read from the connection until it is its turn.

        What no page of ours would say ends the connection.
        """
        pace: Pace = self.settings["paces"].setdefault(self.current_user.username, Pace(AT_ONCE, A_SECOND))
        if wait := pace.wait(self.settings["ticks"]()):
            await asyncio.sleep(wait)
        if self.ws_connection is None:
            return  # closed from this side; what was under way must not be read by another protocol's rules
        if isinstance(ws_message, bytes) and not is_sound(ws_message, v1=bool(self.selected_subprotocol)):
            self.close(1007, "not a message")
            return
        try:
            self.connection.handle_incoming_message(ws_message)
        except _NO_MESSAGE:
            self.close(1007, "not a message")

    def write_message(self, message: bytes | dict[str, Any], binary: bool = False) -> Any:
        """Sends on what a kernel says; ends a connection whose other end does not read."""
        try:
            return super().write_message(message, binary)
        except StreamBufferFullError:
            self.ws_connection.stream.close()  # a farewell would only be one more thing that nobody reads
            return None

    def on_close(self) -> None:
        self.settings["sockets"].discard(self)
        if self.connection is not None:
            super().on_close()

    def end(self) -> None:
        """Ends the connection from this side, at once."""
        try:
            self.close(1008, "no longer let in")
        except (WebSocketClosedError, StreamBufferFullError):
            log.debug("a connection was closed already, or nobody reads what comes over it")


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
