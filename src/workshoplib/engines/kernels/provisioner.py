"""A Jupyter kernel provisioner: forks kernels from a warm process, and launches them as usual where that cannot be.

Kernel specifications name it in their metadata, with what their kernels will most likely import::

    "kernel_provisioner": {"provisioner_name": "workshop-warm", "config": {"preload": ["numpy", "ipywidgets"]}}
"""

import asyncio
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.manager import KernelManager
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from traitlets import List, Unicode

from workshoplib.engines.kernels.launch import Launch, NotForked, Source, can_be_forked

_LAUNCHER = [sys.executable, "-m", "ipykernel_launcher"]
_UNDERSTOOD = {"cwd", "env", "extra_arguments", "independent", "kernel_id", "stderr", "stdin", "stdout"}
_SECONDS_TO_LEAVE = 2.0
_SECONDS_BETWEEN_LOOKS = 0.005


class WarmProvisioner(LocalProvisioner):
    """Provisions Python kernels of the interpreter that runs their manager.

    Others, and whatever goes wrong, are left to the stock launch: a kernel starts wherever it would start without us.
    """

    preload = List(Unicode(), help="Modules that the warm process imports.").tag(config=True)

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """The connection of a kernel.

        With ``room``, it goes on from there, and NotForked or OSError is raised where it cannot: nothing else would do.
        ``preload`` takes the place of the specification's.
        """
        room: Source | None = kwargs.pop("room", None)
        preload: Sequence[str] = kwargs.pop("preload", self.preload)
        if room:
            self.process = await self._forked(cmd, room, kwargs)
        else:
            try:
                self.process = await self._forked(cmd, _warm(preload, kwargs["env"]), kwargs)
            except (NotForked, OSError) as error:
                self.log.info("A kernel is launched as usual: %s", error)
                return await super().launch_kernel(cmd, **kwargs)
        self.pid = self.pgid = self.process.pid
        self.cwd = kwargs.get("cwd") or os.getcwd()  # noqa: PTH109
        return self.connection_info

    async def wait(self) -> int | None:
        """The exit status; looks often, for a forked kernel has few things to clear away."""
        await self._leaving(None)
        return await super().wait()

    async def shutdown_requested(self, restart: bool = False) -> None:
        """Waits a little, so that the manager, which looks ten times a second, finds the kernel gone at once."""
        await super().shutdown_requested(restart=restart)
        await self._leaving(_SECONDS_TO_LEAVE)

    async def kill(self, restart: bool = False) -> None:
        await super().kill(restart=restart)
        await self._leaving(_SECONDS_TO_LEAVE)

    async def _forked(self, cmd: list[str], source: Source, kwargs: Mapping[str, Any]) -> Any:
        if cmd[:3] != _LAUNCHER:
            raise NotForked("It is not a Python kernel of this interpreter.")
        if kwargs.keys() - _UNDERSTOOD or kwargs.get("independent") or kwargs.get("stdin"):
            raise NotForked("It is asked for more than a warm process can give.")
        out, err = _stream(kwargs.get("stdout"), 1), _stream(kwargs.get("stderr"), 2)
        manager = os.getpid()
        environment = {**kwargs["env"], "JPY_PARENT_PID": str(manager)}
        launch = Launch(tuple(cmd[3:]), environment, os.path.abspath(kwargs.get("cwd") or "."), manager)  # noqa: PTH100
        return await source.fork(launch, out, err)

    async def _leaving(self, seconds: float | None) -> None:
        async def gone() -> None:
            while self.process and await self.poll() is None:
                await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)

        try:
            await asyncio.wait_for(gone(), seconds)
        except TimeoutError:
            self.log.debug("Kernel %s takes its time to leave", self.kernel_id)


class Forking(KernelManager):
    """Mixed into a kernel manager, provisions its kernels so, whatever their specification names."""

    def __init__(self, *arguments: Any, **traits: Any) -> None:
        super().__init__(*arguments, **traits)
        self.provisioner = WarmProvisioner(kernel_spec=self.kernel_spec, parent=self)


def _warm(preload: Sequence[str], environment: Mapping[str, str]) -> Source:
    if not can_be_forked(environment):
        raise NotForked("Nothing can be forked here, or shall be.")
    from workshoplib.engines.kernels.source import WarmProcess

    return WarmProcess(preload)


def _stream(wanted: Any, own: int) -> int:
    """The descriptor of a stream as it is told to subprocess.Popen; the manager's own, if nothing is told."""
    if wanted is None:
        return own
    if wanted in (subprocess.PIPE, subprocess.STDOUT, subprocess.DEVNULL):
        raise NotForked("Its output goes to a pipe.")
    return int(wanted if isinstance(wanted, int) else wanted.fileno())
