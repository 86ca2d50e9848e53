"""The kernel's end of the line to the desk: questions are answered at once or not at all, and news come by themselves.

A question waits for its answer, at most a few seconds, because a widget's callback must say what became of it. News are
read beside that on a second connection. Both connect again by themselves. Nothing here knows the store.
"""

import asyncio
import json
import socket
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

from workshoplib.errors import N_, WorkshopError
from workshoplib.live import wire

PATIENCE = 4.0
"""Seconds that a question waits for its answer."""

_SECONDS_BETWEEN_TRIES = 0.5
_LONGEST_NEWS = 16 * 1024


@dataclass(frozen=True)
class Credentials:
    """Which kernel this is, and the key that proves it."""

    kernel: str
    key: bytes


class Cut(WorkshopError):
    """No answer came. Whether the desk has done what was asked is not known."""

    def __init__(self) -> None:
        super().__init__(
            N_(
                "Not saved: the workshop does not answer. Leave this page open: "
                "what you typed stays here, and is saved as soon as the workshop is back."
            )
        )


class Refused(WorkshopError):
    """The desk said no. ``theirs`` is the value and the revision that somebody else has put in the same place."""

    def __init__(self, refused: Mapping[str, Any]) -> None:
        error = wire.error_in(refused)
        super().__init__(error.message, **error.values)
        self.theirs: Mapping[str, Any] | None = refused.get("theirs")


def own_credentials() -> Credentials:
    """Those of the kernel that this process is, from its connection file."""
    from ipykernel.connect import get_connection_file

    path = Path(get_connection_file())
    key = json.loads(path.read_text(encoding="utf-8"))["key"]
    return Credentials(path.stem.removeprefix("kernel-"), key.encode())


class Line:
    """A line to the desk at ``address``."""

    def __init__(self, address: str, credentials: Credentials, patience: float = PATIENCE) -> None:
        self._address = address
        self._credentials = credentials
        self._patience = patience
        self._socket: socket.socket | None = None
        self._unread = b""
        self._number = 0

    def ask(self, do: str, **told: Any) -> Any:
        """What the desk answers; Refused where it says no, Cut where nothing comes.

        The same question may arrive twice: whatever shall happen only once bears an ``op_id``.
        """
        self._number += 1
        request = wire.line({"id": self._number, "do": do, **told})
        deadline = monotonic() + self._patience
        fresh = self._socket is None
        try:
            return self._asked(request, deadline)
        except OSError:
            self.close()
            if fresh:
                raise Cut from None
        try:  # once more: a line that was cut since it was last used is only noticed by using it
            return self._asked(request, deadline)
        except OSError:
            self.close()
            raise Cut from None

    def close(self) -> None:
        """Hangs up; the next question connects again."""
        if self._socket:
            self._socket.close()
        self._socket, self._unread = None, b""

    async def follow(self, heard: Callable[[Mapping[str, Any]], None]) -> None:
        """Tells ``heard`` what the desk pushes, for ever.

        ``{"push": "up", "guest": …}`` and ``{"push": "down"}`` are the line's own; before each ``up`` something may
        have been missed.
        """
        was_up = False
        while True:
            with suppress(OSError, EOFError, asyncio.LimitOverrunError):
                reader, writer = await self._listening()
                try:
                    guest = await self._introduced(reader, writer)
                    was_up = True
                    heard({"push": "up", "guest": guest})
                    while True:
                        heard(await _next(reader))
                finally:
                    writer.close()
            if was_up:
                was_up = False
                heard({"push": "down"})
            await asyncio.sleep(_SECONDS_BETWEEN_TRIES)

    def _asked(self, request: bytes, deadline: float) -> Any:
        if self._socket is None:
            self._connect(deadline)
        return _ok(self._exchanged(request, deadline))

    def _connect(self, deadline: float) -> None:
        host, _, port = self._address.rpartition(":")
        if _is_path(self._address):
            self._socket = socket.socket(socket.AF_UNIX)
            self._socket.settimeout(_left(deadline))
            self._socket.connect(self._address)
        else:
            self._socket = socket.create_connection((host, int(port)), timeout=_left(deadline))
        nonce = self._read(deadline)["nonce"]
        _ok(self._exchanged(wire.line(self._hello(nonce, listens=False)), deadline))

    def _hello(self, nonce: str, *, listens: bool) -> dict[str, Any]:
        proof = wire.proof(self._credentials.key, nonce)
        return {"id": 0, "do": "hello", "kernel": self._credentials.kernel, "proof": proof, "listens": listens}

    def _exchanged(self, request: bytes, deadline: float) -> Mapping[str, Any]:
        assert self._socket  # noqa: S101 - connected just before; told to the type checker
        self._socket.settimeout(_left(deadline))
        self._socket.sendall(request)
        return self._read(deadline)

    def _read(self, deadline: float) -> Mapping[str, Any]:
        assert self._socket  # noqa: S101 - as above
        pieces = [self._unread]
        while b"\n" not in pieces[-1]:
            self._socket.settimeout(_left(deadline))
            pieces.append(self._socket.recv(64 * 1024))
            if not pieces[-1]:
                raise ConnectionError
        document, _, self._unread = b"".join(pieces).partition(b"\n")
        return _read(document)

    async def _listening(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if _is_path(self._address):
            return await asyncio.open_unix_connection(self._address, limit=_LONGEST_NEWS)
        host, _, port = self._address.rpartition(":")
        return await asyncio.open_connection(host, int(port), limit=_LONGEST_NEWS)

    async def _introduced(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> Any:
        nonce = (await _next(reader))["nonce"]
        writer.write(wire.line(self._hello(nonce, listens=True)))
        answer = await _next(reader)
        if "ok" not in answer:
            raise ConnectionError
        return answer["ok"]["guest"]


def _ok(answer: Mapping[str, Any]) -> Any:
    if "refused" in answer:
        raise Refused(answer["refused"])
    return answer["ok"]


async def _next(reader: asyncio.StreamReader) -> Mapping[str, Any]:
    return _read(await reader.readuntil(b"\n"))


def _read(document: bytes) -> Mapping[str, Any]:
    try:
        read: Mapping[str, Any] = json.loads(document)
    except ValueError:  # nothing that a desk says
        raise ConnectionError from None
    return read


def _is_path(address: str) -> bool:
    return not address.rpartition(":")[2].isdigit()


def _left(deadline: float) -> float:
    """The seconds that are left; TimeoutError where there are none."""
    left = deadline - monotonic()
    if left <= 0:
        raise TimeoutError
    return left
