"""A room's process: it has run a notebook's cells once, and each kernel that goes on from there is forked from it.

Until it is forked it has neither a kernel nor an event loop, so cells that need one fail in it, and cells that start
threads or open connections make it unfit: then it says so and leaves, and kernels run the notebook themselves.
Linux only.
"""

import gc
import json
import os
import socket
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from workshoplib.engines.kernels.child import live, take_on
from workshoplib.engines.kernels.forks import Forks, settle
from workshoplib.engines.kernels.launch import Launch, read_json, receive
from workshoplib.engines.shell import Message, Shell, bind_figures
from workshoplib.engines.warming import can_fork, show_figures_inline

_NOT_SHARED = ("socket:", "pipe:", "anon_inode:")
"""What the names of open files begin with that two processes cannot both go on with."""


class RoomShell(Shell):
    """A shell that keeps what its cells show, by cell, and what is to be called in each kernel when it starts."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], object]] = []
        self.shown: list[tuple[str, Message]] = []
        self._cell = ""
        super().__init__(lambda message: self.shown.append((self._cell, message)))

    def run_all(self, cells: Mapping[str, str]) -> str:
        """The error of the first cell that fails, after which none is run; or nothing."""
        with self.speaking():
            for self._cell, source in cells.items():
                reply = self.run(source).content
                if reply["status"] != "ok":
                    return f"{reply['ename']}: {reply['evalue']}"
        return ""


def keep_room(control: socket.socket, files: Sequence[int]) -> None:
    """Runs the cells, tells how that went, and then forks a kernel for each connection that comes over the control."""
    launch, asked, record = Launch.read(files[0]), read_json(files[1]), files[2]
    os.setsid()
    take_on(launch, out=files[3], err=files[4])
    show_figures_inline()
    before = _open_files()
    shell: RoomShell = RoomShell.instance()
    bind_figures()
    why = shell.run_all(asked["cells"]) or _unfit(before)
    RoomShell.clear_instance()
    with open(record, "w", encoding="utf-8") as told:  # noqa: PTH123
        json.dump(shell.shown, told)
    control.send(json.dumps({"why": why}).encode())
    if not why:
        _serve(control, shell)


def _serve(control: socket.socket, shell: RoomShell) -> None:
    gc.collect()
    gc.freeze()
    life = Forks(control, _next, partial(_go_on, shell)).serve()
    if life:
        life()


def _unfit(before: set[str]) -> str:
    settle()
    if not can_fork():
        return "A cell started a thread."
    if _open_files() - before:
        return "A cell opened a connection."
    return ""


def _open_files() -> set[str]:
    names = set()
    for file in Path("/proc/self/fd").iterdir():
        try:
            names.add(str(file.readlink()))
        except FileNotFoundError:  # the one that lists the folder
            continue
    return {name for name in names if name.startswith(_NOT_SHARED)}


def _next(control: socket.socket) -> socket.socket | None:
    word, files = receive(control)
    return socket.socket(fileno=files[0]) if word else None


def _go_on(shell: RoomShell, connection: socket.socket, _word: bytes, files: list[int]) -> None:
    def begin(kernel: Any) -> None:
        kernel.shell.execution_count = shell.execution_count
        for call in shell.waiting:
            call()

    live(connection, files, begin, user_ns=shell.user_ns)
