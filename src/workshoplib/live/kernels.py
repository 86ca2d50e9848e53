"""Participants' kernels: which is whose, and nothing that anybody else could do to them."""

import asyncio
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager, ServerKernelManager
from tornado.web import HTTPError
from traitlets import Unicode

from workshoplib.engines.kernels.provisioner import Forking
from workshoplib.live import wire

MESSAGES = ("comm_open", "comm_close", "comm_msg", "comm_info_request", "kernel_info_request")
"""What a page may say to its kernel. No code, and no shutting down: another device of the same person may be on it."""

CULL_AFTER = 15 * 60
"""Seconds after the last device has left a kernel in which it waits; then it goes, and its person gets another."""

_PASSED_ON = frozenset(
    {"PATH", "HOME", "USER", "LOGNAME", "LANG", "LANGUAGE", "TZ", "TMPDIR", "TEMP", "TMP", "VIRTUAL_ENV", "IPYTHONDIR"}
    | {"SYSTEMROOT", "WINDIR", "COMSPEC", "PATHEXT", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "SYSTEMDRIVE"}
)
_PASSED_ON_GROUPS = ("LC_", "PYTHON", "CONDA_", "LD_LIBRARY_", "DYLD_", "WORKSHOP_FORK")


class SeatKernelManager(Forking, ServerKernelManager):
    """One kernel's manager, which forks it where that can be, and tells nobody what happens to it: nobody listens, and
    to be ready to tell costs as much as the fork."""

    def emit(self, schema_id: object, data: object) -> None:
        """Keeps it to itself."""


class LiveKernels(AsyncMappingKernelManager):
    """The kernels of a live workshop. Each belongs to one person, or, before it is taken, to nobody."""

    kernel_manager_class = f"{__name__}.SeatKernelManager"
    desk = Unicode(help="Where kernels find the desk.")

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)  # type: ignore[no-untyped-call]
        self._owners: dict[str, str] = {}
        self.on_bound: Callable[[str], None] = lambda _: None
        self.on_gone: Callable[[str], None] = lambda _: None
        self.allowed_message_types = list(MESSAGES)
        self.allow_tracebacks = False
        self.cull_idle_timeout = CULL_AFTER
        self.cull_interval = 30

    def bind(self, kernel_id: str, person: str) -> None:
        """Makes a kernel a person's; a kernel never changes hands."""
        if self._owners.setdefault(kernel_id, person) != person:
            raise HTTPError(403)
        self.on_bound(kernel_id)

    def person_of(self, kernel_id: str) -> str | None:
        """Whose kernel it is; None for one that is nobody's or not there."""
        return self._owners.get(kernel_id)

    def kernel_of(self, person: str) -> str | None:
        """The kernel that a person has now."""
        return next((kernel_id for kernel_id, owner in self._owners.items() if owner == person), None)

    def owners(self) -> dict[str, str]:
        """The owner of each kernel that has one."""
        return dict(self._owners)

    def session_key_of(self, kernel_id: str) -> bytes | None:
        """The key by which a kernel proves which one it is; None for one that is not there."""
        with suppress(KeyError, HTTPError):
            key: bytes = self.get_kernel(kernel_id).session.key
            return key
        return None

    def connections(self, kernel_id: str) -> int:
        """How many devices are on a kernel now."""
        return int(self._kernel_connections.get(kernel_id, 0))

    def environment(self) -> dict[str, str]:
        """What a kernel may know of the machine: where programs and folders are, and where the desk is."""
        return {**_public(os.environ), wire.ADDRESS: self.desk}

    def start_watching_activity(self, kernel_id: str) -> None:
        """Takes a kernel for one that is at work. Jupyter reads all that a kernel says to know when it said
        something last, which costs the server as much as passing it on; here it counts when somebody was there last.
        """
        kernel: Any = self.get_kernel(kernel_id)
        kernel.reason, kernel.execution_state, kernel.last_activity = "", "idle", datetime.now(UTC)

    def notify_disconnect(self, kernel_id: str) -> None:
        """Notes when a device left a kernel."""
        super().notify_disconnect(kernel_id)  # type: ignore[no-untyped-call]
        if kernel_id in self:
            kernel: Any = self.get_kernel(kernel_id)
            kernel.last_activity = datetime.now(UTC)

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """Ends a kernel that its person has left; those that wait for somebody are idle by nature."""
        if kernel_id in self._owners:
            await super().cull_kernel_if_idle(kernel_id)  # type: ignore[no-untyped-call]

    async def end_all(self) -> None:
        """Ends all kernels at once, also those that are only just starting."""
        await asyncio.gather(*self._pending_kernels.values(), return_exceptions=True)
        ending = [self.shutdown_kernel(one, now=True) for one in self.list_kernel_ids()]  # type: ignore[no-untyped-call]
        await asyncio.gather(*ending, return_exceptions=True)

    def remove_kernel(self, kernel_id: str) -> Any:
        """Takes a kernel that has ended off the list, and tells."""
        removed = super().remove_kernel(kernel_id)
        if self._owners.pop(kernel_id, None) is not None:
            self.on_gone(kernel_id)
        return removed


def _public(environment: Mapping[str, str]) -> dict[str, str]:
    return {
        name: value
        for name, value in environment.items()
        if name.upper() in _PASSED_ON or name.upper().startswith(_PASSED_ON_GROUPS)
    }
