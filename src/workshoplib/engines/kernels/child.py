"""What a forked child does to be a kernel like any other. Linux only."""

import os
import select
import signal
import socket
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from importlib.util import find_spec
from threading import Thread
from typing import Any

from ipykernel import kernelapp
from tornado.ioloop import IOLoop
from traitlets import Instance

from workshoplib.engines.kernels.launch import Launch
from workshoplib.engines.shell import bind_figures


class IPKernelApp(kernelapp.IPKernelApp):
    """A kernel whose parent is not its manager, so that it has to look for its manager's end in another place."""

    connection = Instance(socket.socket, allow_none=True)

    def init_poller(self) -> None:
        self.poller = Thread(target=_end_with, args=(self.connection,), name="manager", daemon=True)


def live(
    connection: socket.socket, files: Sequence[int], begin: Callable[[Any], object] | None = None, **traits: Any
) -> None:
    """Runs a kernel until it is shut down; ``begin`` is called with it when its shell and its event loop exist."""
    launch = Launch.read(files[0])
    os.setsid()
    take_on(launch, out=files[1], err=files[2])
    app: Any = IPKernelApp.instance(connection=connection, parent_handle=launch.manager, **traits)
    app.initialize()
    repeat_effects(app.kernel)
    if begin:
        _in_loop(partial(begin, app.kernel))
    connection.send(str(os.getpid()).encode())
    app.start()


def repeat_effects(kernel: Any) -> None:
    """Does again what libraries do in a kernel when they are imported, for those that were imported before it."""
    widgets = sys.modules.get("ipywidgets")
    if widgets:
        widgets.register_comm_target()
    for comm in kernel.comm_manager.comms.values():  # were opened before there was a kernel: widgets ask for it
        comm.kernel = kernel
    bind_figures()


def _in_loop(call: Callable[[], object]) -> None:
    async def called() -> None:
        call()

    IOLoop.current().run_sync(called)


def take_on(launch: Launch, *, out: int, err: int) -> None:
    """Makes this process what it would be if it had been launched so, as far as a fork leaves it undone."""
    os.chdir(launch.folder)
    os.environ.clear()
    os.environ.update(launch.environment)
    time.tzset()
    launcher = find_spec("ipykernel_launcher")
    sys.argv[:] = [(launcher and launcher.origin) or "ipykernel_launcher", *launch.arguments]
    _take_streams(out, err)
    random = sys.modules.get("numpy.random")
    if random:
        random.seed()  # Python's own generator does so itself


def _take_streams(out: int, err: int) -> None:
    nothing = os.open(os.devnull, os.O_RDONLY)
    for given, number in ((nothing, 0), (out, 1), (err, 2)):
        os.dup2(given, number)
        os.close(given)
    sys.stdin = sys.__stdin__ = open(0, closefd=False)  # type: ignore[misc]  # noqa: SIM115
    sys.stdout = sys.__stdout__ = open(1, "w", closefd=False)  # type: ignore[misc]  # noqa: SIM115
    sys.stderr = sys.__stderr__ = open(  # type: ignore[misc]  # noqa: SIM115
        2, "w", buffering=1, errors="backslashreplace", closefd=False
    )


def _end_with(connection: socket.socket) -> None:
    """Ends this process and all that it started when the manager has gone, also where the warm process has too."""
    watched = select.poll()
    watched.register(connection, select.POLLRDHUP)
    watched.poll()
    os.killpg(os.getpgrp(), signal.SIGKILL)
