"""Where forked kernels come from, seen from the manager's side: a warm process, started when it is first needed.

Linux only.
"""

import asyncio
import hashlib
import json
import os
import resource
import socket
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic

from workshoplib.engines.kernels.launch import KERNEL, Forked, Launch, NotForked, send

_SHAPING = ("PYTHON", "LC_", "MPL", "OMP_", "OPENBLAS_", "MKL_", "NUMEXPR_", "LD_", "IPYTHON", "XDG_", "JUPYTER_")
"""What an environment variable begins with that may shape an interpreter when it starts and imports."""
_SHAPING_NAMES = frozenset({"LANG", "LANGUAGE", "HOME", "PATH", "USER", "LOGNAME", "TMPDIR", "VIRTUAL_ENV"})
_INHERITED = ("Uid", "Gid", "Groups", "Umask", "Cap", "NoNewPrivs", "Seccomp", "Cpus_allowed", "Mems_allowed")
"""What a process has from the one that started it, as /proc calls it."""
_SECONDS_TO_START = 60.0
_SECONDS_BETWEEN_LOOKS = 0.005


class WarmProcess:
    """The warm process for one interpreter, environment and list of modules; started when it is first asked."""

    def __init__(self, modules: Sequence[str]) -> None:
        self._modules = tuple(modules)

    async def fork(self, launch: Launch, out: int, err: int) -> Forked:
        """A kernel whose sockets are bound. Raises NotForked, and OSError."""
        return await fork(await self.connect(launch.environment), launch, out, err)

    async def connect(self, environment: Mapping[str, str]) -> socket.socket:
        """A connection to the warm process, for one request."""
        shaping = {name: text for name, text in environment.items() if _shapes(name)}
        path = _folder() / f"{_key(shaping, self._modules)}.socket"
        deadline = monotonic() + _SECONDS_TO_START
        while True:
            with suppress(FileNotFoundError, ConnectionRefusedError):
                return _connected(path)
            if monotonic() > deadline:
                raise NotForked("There is no warm process, and none starts.")
            await _start(path, self._modules, shaping)


async def fork(connection: socket.socket, launch: Launch, out: int, err: int) -> Forked:
    """The kernel that the process at the connection's other end forks. Raises NotForked, and OSError."""
    try:
        request = launch.written()
        try:
            send(connection, KERNEL, [request, out, err])
        finally:
            os.close(request)
        return Forked(int(await heard(connection)), connection)
    except BaseException:
        connection.close()  # whatever was begun ends with it
        raise


async def heard(connection: socket.socket) -> bytes:
    """The next packet. Raises NotForked when the other side has left, or takes too long."""
    loop = asyncio.get_running_loop()
    try:
        told = await asyncio.wait_for(loop.sock_recv(connection, 1 << 12), _SECONDS_TO_START)
    except TimeoutError:
        raise NotForked("The warm process does not answer.") from None
    if not told:
        raise NotForked("The warm process could not be forked.")
    return told


def _shapes(name: str) -> bool:
    return name in _SHAPING_NAMES or name.startswith(_SHAPING)


def _connected(path: Path) -> socket.socket:
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    connection.settimeout(0)
    try:
        connection.connect(str(path))
    except OSError:
        connection.close()
        raise
    return connection


async def _start(path: Path, modules: Sequence[str], shaping: Mapping[str, str]) -> None:
    command = [sys.executable, "-m", "workshoplib.engines.kernels.warm", str(path), *modules]
    nothing = subprocess.DEVNULL
    started = subprocess.Popen(command, env=dict(shaping), cwd="/", stdin=nothing, stdout=nothing, stderr=nothing)  # noqa: S603
    while started.poll() is None:
        await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)
    if started.returncode:
        raise NotForked("The warm process does not start.")


def _folder() -> Path:
    """A folder that only this user may enter; a path on a socket must be short. Raises NotForked for any other's."""
    folder = Path(tempfile.gettempdir(), f"warm-kernels-{os.getuid()}")
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if found.st_uid != os.getuid() or found.st_mode & 0o170077 != 0o040000:
        raise NotForked(f"{folder} is not for its user alone.")
    return folder


def _key(shaping: Mapping[str, str], modules: Sequence[str]) -> str:
    """One for all kernels that would be alike after their imports."""
    installed = sorted({Path(sysconfig.get_path(kind)) for kind in ("purelib", "platlib")})
    changed = [path.stat().st_mtime_ns for path in (*installed, *_sources(modules))]
    alike = [sys.executable, sys.version, sorted(shaping.items()), list(modules), changed, _inherited()]
    return hashlib.sha256(json.dumps(alike).encode()).hexdigest()[:24]


def _sources(modules: Sequence[str]) -> list[Path]:
    """Our own files, which may change where they lie: what forks, and what is imported before."""
    package = Path(__file__).parents[2]
    ours = any(module.split(".")[0] == package.name for module in modules)
    return sorted((package if ours else Path(__file__).parents[1]).rglob("*.py"))


def _inherited() -> list[object]:
    status = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    limits = [resource.getrlimit(getattr(resource, name)) for name in dir(resource) if name.startswith("RLIMIT_")]
    spaces = [os.readlink(f"/proc/self/ns/{name}") for name in sorted(os.listdir("/proc/self/ns"))]  # noqa: PTH115, PTH208
    groups = Path("/proc/self/cgroup").read_text(encoding="utf-8")
    return [[line for line in status if line.startswith(_INHERITED)], limits, spaces, groups]
