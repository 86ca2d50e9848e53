"""What a kernel is started with, and how that crosses from one process to another.

A request is one packet on a Unix socket: a word, and open files. The first file holds the rest as JSON, so that neither
a large environment nor a long notebook meets the limit of a packet.
"""

import json
import os
import signal
import socket
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol

KERNEL = b"kernel"
"""The word that asks for a kernel; with it go the launch, standard output and standard error."""
ROOM = b"room"
"""The word that asks for a room; with it go the launch, the cells, a file to write to what they show, and streams."""
_WORD_BYTES = 64
_MAX_FILES = 5
_UNTOLD = 1
"""The exit status of a kernel that nobody was left to ask about."""


class NotForked(Exception):
    """No kernel could be forked; a stock launch will do."""


def can_be_forked(environment: Mapping[str, str]) -> bool:
    """Whether kernels may be forked: on Linux, unless WORKSHOP_FORK is "off" in their environment or in ours."""
    off = "off" in (environment.get("WORKSHOP_FORK"), os.environ.get("WORKSHOP_FORK"))
    return hasattr(os, "pidfd_open") and hasattr(os, "memfd_create") and not off


@dataclass(frozen=True)
class Launch:
    """What follows ``python -m ipykernel_launcher``, the kernel's environment and folder, and who asks."""

    arguments: tuple[str, ...]
    environment: Mapping[str, str]
    folder: str
    manager: int

    @classmethod
    def read(cls, file: int) -> "Launch":
        """The launch that a request's first file holds."""
        told: dict[str, Any] = read_json(file)
        return cls(**{**told, "arguments": tuple(told["arguments"])})

    def written(self) -> int:
        """A file in memory that holds the launch; who asked for it closes it."""
        return write_json({**vars(self), "environment": dict(self.environment)})


class Forked:
    """A forked kernel in the shape of subprocess.Popen, as far as Jupyter's provisioners look at it."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int, connection: socket.socket) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._connection = connection

    def poll(self) -> int | None:
        """The exit status, as soon as there is one. It must be asked before signals go to the number."""
        if self.returncode is None:
            try:
                told = self._connection.recv(64, socket.MSG_DONTWAIT)
            except BlockingIOError:
                return None
            except OSError:
                told = b""
            self.returncode = int(told) if told else _UNTOLD
            self._connection.close()
        return self.returncode

    def wait(self) -> int:
        """The exit status of a process that has ended."""
        while self.poll() is None:
            self._connection.settimeout(None)
            self._connection.recv(1, socket.MSG_PEEK)
        return self.returncode or 0

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


class Source(Protocol):
    """What kernels are forked from."""

    async def fork(self, launch: Launch, out: int, err: int) -> Forked:
        """A kernel whose sockets are bound, as far as provisioners look at it. Raises NotForked, and OSError."""


def send(connection: socket.socket, word: bytes, files: Sequence[int]) -> None:
    """Sends a request; the files stay open here, and are open there too."""
    socket.send_fds(connection, [word], list(files))


def receive(connection: socket.socket) -> tuple[bytes, list[int]]:
    """A request's word and files; no word means that the other side has left."""
    with suppress(ConnectionError):
        word, files, _flags, _address = socket.recv_fds(connection, _WORD_BYTES, _MAX_FILES)
        return word, files
    return b"", []


def write_json(content: object) -> int:
    """A file in memory that holds the content."""
    file = os.memfd_create("request", os.MFD_CLOEXEC)
    with open(file, "w", encoding="utf-8", errors="surrogateescape", closefd=False) as text:
        json.dump(content, text)
    os.lseek(file, 0, os.SEEK_SET)
    return file


def read_json(file: int) -> Any:
    """What the file holds; it is closed."""
    with open(file, encoding="utf-8", errors="surrogateescape") as text:
        return json.load(text)
