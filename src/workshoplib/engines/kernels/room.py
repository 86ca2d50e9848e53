"""A room, seen from the manager's side: a notebook that was run once, and kernels that go on from there. Linux only."""

import json
import os
import socket
from collections.abc import Iterator, Mapping
from contextlib import suppress
from copy import deepcopy
from typing import Any, Self

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionComplete
from nbformat import NotebookNode

from workshoplib.engines.kernels.launch import ROOM, Forked, Launch, NotForked, read_json, send, write_json
from workshoplib.engines.kernels.source import WarmProcess, fork, heard

_KNOCK = b"knock"


class Room:
    """Kernels with the state that a notebook's cells have left. ``notebook`` holds what they showed: a page that is
    made of it once fits every kernel, for in all of them the widgets have the same ids."""

    def __init__(self, control: socket.socket, notebook: NotebookNode) -> None:
        self.notebook = notebook
        self._control = control

    @classmethod
    async def open(cls, notebook: NotebookNode, warm: WarmProcess, environment: Mapping[str, str], folder: str) -> Self:
        """Runs the notebook's cells in a process of their own.

        Raises NotForked, with the reason, for a notebook that fails or that no process can be forked after; and
        OSError.
        """
        launch = Launch((), environment, folder, os.getpid())
        control = await warm.connect(environment)
        try:
            return cls(control, await _run(control, launch, deepcopy(notebook)))
        except BaseException:
            control.close()
            raise

    async def fork(self, launch: Launch, out: int, err: int) -> Forked:
        """A kernel that goes on where the cells ended. Raises NotForked, and OSError."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.settimeout(0)
        try:
            with theirs:
                send(self._control, _KNOCK, [theirs.fileno()])
        except OSError:
            ours.close()
            raise
        return await fork(ours, launch, out, err)

    def is_open(self) -> bool:
        """Whether its process still lives."""
        try:
            return bool(self._control.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT))
        except BlockingIOError:
            return True
        except OSError:
            return False

    def close(self) -> None:
        """Lets the room's process go, as soon as its last kernel has ended."""
        self._control.close()


async def _run(control: socket.socket, launch: Launch, notebook: NotebookNode) -> NotebookNode:
    """The notebook with what its cells show."""
    request, cells = launch.written(), write_json({"cells": dict(_cells(notebook))})
    record = os.memfd_create("record", os.MFD_CLOEXEC)
    try:
        send(control, ROOM, [request, cells, record, 1, 2])
        why = json.loads(await heard(control))["why"]
        os.lseek(record, 0, os.SEEK_SET)
        shown = read_json(os.dup(record))
    finally:
        for file in (request, cells, record):
            os.close(file)
    if why:
        raise NotForked(why)
    return _filled_in(notebook, shown)


def _cells(notebook: NotebookNode) -> Iterator[tuple[str, str]]:
    for index, cell in enumerate(notebook.cells):
        if cell.cell_type == "code" and cell.source.strip() and "skip-execution" not in cell.metadata.get("tags", ()):
            yield str(index), cell.source


def _filled_in(notebook: NotebookNode, shown: list[Any]) -> NotebookNode:
    """Gives cells their outputs, as nbclient makes them of a kernel's messages."""
    client = NotebookClient(notebook, record_timing=False)
    client.reset_execution_trackers()
    for index, cell in enumerate(notebook.cells):
        if cell.cell_type == "code":
            cell.outputs = []
            client.clear_before_next_output = False
            for kind, content in (message for at, message in shown if at == str(index)):
                with suppress(CellExecutionComplete):
                    client.process_message(_message(kind, content), cell, index)
    return notebook


def _message(kind: str, content: dict[str, Any]) -> dict[str, Any]:
    return {"msg_type": kind, "header": {"msg_type": kind}, "parent_header": {}, "content": content}
