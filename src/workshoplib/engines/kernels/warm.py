"""The warm process: it has imported what kernels need, and is forked for each of them. Linux only.

It belongs to nobody, and serves all managers of one user whose interpreters would be alike (``source.py`` says which
are), until nobody has asked for some minutes. Who asks must be the same user: the socket lies in a folder that only
that user may enter, and each connection is asked for its owner besides.
"""

import fcntl
import gc
import json
import os
import socket
import struct
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

from workshoplib.engines.kernels.forks import Forks, Life, settle
from workshoplib.engines.kernels.launch import ROOM
from workshoplib.engines.warming import leave_out_address_grammar, show_figures_inline

PATIENCE = 120.0
"""Seconds after which a warm process leaves, if nobody needs it."""
_OURS = "workshoplib.engines.kernels.rooming"
_WAITING = 128


def main(path: Path, modules: Sequence[str]) -> None:
    """Returns at once where there is such a process; else it leaves one behind, which listens at the path."""
    lock = path.with_suffix(".lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return
    door = _listen(path)
    if os.fork():
        os._exit(0)  # who started us need not wait for us to end
    os.setsid()
    life = _serve(door, lock, modules)
    if life:
        life()
    else:
        path.unlink(missing_ok=True)


def is_own_user(connection: socket.socket, user: int) -> bool:
    """Whether the process at a connection's other end is the user's, as the kernel of the system says."""
    credentials = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    _process, theirs, _group = struct.unpack("3i", credentials)
    return bool(theirs == user)


def _listen(path: Path) -> socket.socket:
    path.unlink(missing_ok=True)
    door = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    before = os.umask(0o177)
    try:
        door.bind(str(path))
    finally:
        os.umask(before)
    door.listen(_WAITING)
    return door


def _serve(door: socket.socket, lock: IO[str], modules: Sequence[str]) -> Life | None:
    """Imports, and then forks for whoever asks; those who ask meanwhile wait at the door."""
    leave_out_address_grammar()
    show_figures_inline()
    _import((_OURS, *modules))
    _import(_rehearsed())
    settle()
    # What is there now stays: no collection looks at it again, and so no child copies the pages that it lies on.
    gc.collect()
    gc.freeze()
    return Forks(door, _accept, _become, patience=PATIENCE, belongings=[lock]).serve()


def _import(modules: Iterable[str]) -> None:
    for module in modules:
        with suppress(ImportError):  # a kernel that needs it will say so itself
            import_module(module)


def _rehearsed() -> list[str]:
    """What a kernel imports when it starts, in order, as found out by a child that is thrown away."""
    theirs, ours = os.pipe()
    pid = os.fork()
    if not pid:
        _rehearse(ours)
    os.close(ours)
    with open(theirs, encoding="utf-8") as told:  # noqa: PTH123
        names: list[str] = json.loads(told.read() or "[]")
    os.waitpid(pid, 0)
    return names


def _rehearse(ours: int) -> None:
    from workshoplib.engines.kernels.child import IPKernelApp

    try:
        before = set(sys.modules)
        with TemporaryDirectory() as folder:
            channel = {"transport": "ipc", "ip": f"{folder}/kernel", "connection_file": f"{folder}/kernel.json"}
            app: Any = IPKernelApp.instance(parent_handle=os.getppid(), **channel)
            app.initialize([])
            names = [name for name in sys.modules if name not in before and not name.startswith("__")]
        os.write(ours, json.dumps(names).encode())
    finally:
        os._exit(0)


def _accept(door: socket.socket) -> socket.socket | None:
    connection, _address = door.accept()
    if not is_own_user(connection, os.getuid()):
        connection.shutdown(socket.SHUT_RDWR)  # reads as somebody who left without asking
    return connection


def _become(connection: socket.socket, word: bytes, files: list[int]) -> None:
    from workshoplib.engines.kernels.child import live
    from workshoplib.engines.kernels.rooming import keep_room

    if word == ROOM:
        keep_room(connection, files)
    else:
        live(connection, files)


if __name__ == "__main__":
    del sys.path[0]  # the folder that we were started in: kernels put their own in its place
    main(Path(sys.argv[1]), sys.argv[2:])
