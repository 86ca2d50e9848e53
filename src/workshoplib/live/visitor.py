"""One connection of a kernel to the desk."""

import asyncio
from collections.abc import Mapping
from typing import Any

from workshoplib.live import wire
from workshoplib.live.pacing import Pace

_MOST_UNREAD = 64 * 1024
"""Bytes that a listener may leave unread."""


class Visitor:
    """Hears what a kernel asks, line by line, and tells it what it is told."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self.kernel = ""
        self.listens = False
        self.pace = Pace()

    async def hear(self) -> bytes | None:
        """The next line; None for one that is too long, which is read to its end and forgotten."""
        heard = await self._line()
        if heard is not None:
            return heard
        while await self._line() is None:
            pass
        return None

    async def _line(self) -> bytes | None:
        try:
            return await self._reader.readuntil(b"\n")
        except asyncio.LimitOverrunError as error:
            await self._reader.readexactly(error.consumed)
            return None

    def push(self, document: Mapping[str, Any]) -> None:
        """Sends a document, pushes to listeners only; hangs up on one that does not read."""
        if "push" in document and not self.listens:
            return
        if self._writer.transport.get_write_buffer_size() > _MOST_UNREAD:
            self.hang_up()
        if not self._writer.is_closing():
            self._writer.write(wire.line(document))

    async def drain(self) -> None:
        await self._writer.drain()

    def hang_up(self) -> None:
        self._writer.close()
