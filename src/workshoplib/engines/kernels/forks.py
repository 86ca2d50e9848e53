"""The life of a process that is forked for kernels. Linux only.

It stays single-threaded, and has neither an event loop of asyncio's nor a ZeroMQ context: those do not survive a fork.
Each kernel has a connection to who asked for it. Over it the kernel tells that it is ready, and its parent, this
process, how it ended; its other end closes when the manager has heard that, or has died itself.
"""

import os
import signal
import socket
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from selectors import EVENT_READ, DefaultSelector
from typing import Any, Protocol

from workshoplib.engines.kernels.launch import KERNEL, receive
from workshoplib.engines.warming import can_fork

Life = Callable[[], None]
"""What a child does with its life; it begins when all calls of its parent's have returned."""
Become = Callable[[socket.socket, bytes, list[int]], None]
"""What a child is to become that somebody asked for: by which connection, which word, and with which files."""


class _Open(Protocol):
    def close(self) -> None: ...


@dataclass
class _Kernel:
    pid: int
    watched: int
    connection: socket.socket
    ended: bool = False
    left: bool = False


class Forks:
    """Takes requests, forks for each, tells how children end, and ends those whose manager has gone."""

    def __init__(
        self,
        door: socket.socket,
        accept: Callable[[socket.socket], socket.socket | None],
        become: Become,
        *,
        patience: float | None = None,
        belongings: Iterable[_Open] = (),
    ) -> None:
        """``accept`` gives the next connection, or None when there will be none; without kernels, the process waits
        for the seconds of its patience and then leaves. ``belongings`` are files that no child must keep open."""
        self._accept = accept
        self._become = become
        self._patience = patience
        self._belongings = tuple(belongings)
        self._door: socket.socket | None = door
        self._kernels: dict[int, _Kernel] = {}
        self._selector = DefaultSelector()
        self._selector.register(door, EVENT_READ, self._knocked)

    def serve(self) -> Life | None:
        """Returns in each child with its life, and in this process with nothing when it is no longer needed."""
        while self._door or self._kernels:
            ready = self._selector.select(None if self._kernels else self._patience)
            if not ready and not self._kernels:
                break
            for key, _events in ready:
                life: Life | None = key.data()
                if life:
                    return life
        return None

    def _knocked(self) -> None:
        if self._door is None:
            return
        connection = self._accept(self._door)
        if connection:
            self._selector.register(connection, EVENT_READ, partial(self._asked, connection))
        else:
            self._selector.unregister(self._door)
            self._door.close()
            self._door = None

    def _asked(self, connection: socket.socket) -> Life | None:
        word, files = receive(connection)
        self._selector.unregister(connection)
        if not word or not can_fork():
            connection.close()  # who asked starts a kernel without us
            return self._close(files)
        try:
            pid = os.fork()
        except OSError:
            connection.close()
            return self._close(files)
        if not pid:
            self._let_go()
            return partial(self._become, connection, word, files)
        self._close(files)
        self._watch(pid, connection, word)
        return None

    def _watch(self, pid: int, connection: socket.socket, word: bytes) -> None:
        kernel = _Kernel(pid, os.pidfd_open(pid), connection)
        self._kernels[pid] = kernel
        self._selector.register(kernel.watched, EVENT_READ, partial(self._ended, kernel))
        if word == KERNEL:
            self._selector.register(connection, EVENT_READ, partial(self._left, kernel))
        else:  # more will come over it than its end, and that is the child's to read
            connection.close()
            kernel.left = True

    def _ended(self, kernel: _Kernel) -> None:
        """Tells how, but keeps the kernel's number taken until its manager knows and can signal nobody else."""
        self._selector.unregister(kernel.watched)
        os.close(kernel.watched)
        kernel.ended = True
        if kernel.left:
            self._bury(kernel)
        else:
            with suppress(OSError):
                kernel.connection.send(str(_exit_code(kernel.pid)).encode())

    def _left(self, kernel: _Kernel) -> None:
        """The manager has gone, or has nothing more to do with the kernel: in either case nobody can reach it."""
        self._selector.unregister(kernel.connection)
        kernel.connection.close()
        kernel.left = True
        if kernel.ended:
            self._bury(kernel)
        else:
            end(kernel.pid)

    def _bury(self, kernel: _Kernel) -> None:
        os.waitpid(kernel.pid, 0)
        del self._kernels[kernel.pid]

    def _let_go(self) -> None:
        """Closes in a child what is its parent's: else nobody would see when a connection's other end closes."""
        for key in list(self._selector.get_map().values()):
            if isinstance(key.fileobj, int):
                os.close(key.fileobj)
            else:
                key.fileobj.close()  # type: ignore[attr-defined]
        self._selector.close()
        for belonging in self._belongings:
            belonging.close()

    @staticmethod
    def _close(files: Iterable[int]) -> None:
        for file in files:
            os.close(file)


def settle() -> None:
    """Forks once for nothing: libraries for linear algebra put their threads away before a fork, until their next use.

    Other threads stay, and keep the process from being forked.
    """
    pid = os.fork()
    if not pid:
        os._exit(0)
    os.waitpid(pid, 0)


def end(pid: int) -> None:
    """Ends a child of this process and all that it has started itself."""
    with suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)  # it may not have come to lead a group yet


def _exit_code(pid: int) -> int:
    told: Any = os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    return int(told.si_status) if told.si_code == os.CLD_EXITED else -int(told.si_status)
