"""Taking turns at a file.

Where the system has ``flock``, waiting costs nothing and those who came first go first. Polling, which ``filelock``
does (and which is left for Windows), burns the processor that the one whose turn it is needs, and some starve: thirty
writers on a busy machine waited for more than half a minute.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    from filelock import FileLock

    _POLL = 0.01

    @contextmanager
    def turn(path: Path, patience: float) -> Iterator[None]:
        """Holds the lock at ``path``; TimeoutError when it does not come in so many seconds."""
        with FileLock(path, timeout=patience).acquire(poll_interval=_POLL):
            yield

else:
    import fcntl
    from threading import Event, Lock, Thread

    @contextmanager
    def turn(path: Path, patience: float) -> Iterator[None]:
        """Holds the lock at ``path``; TimeoutError when it does not come in so many seconds."""
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            _Waiting(descriptor).wait(patience)
        except BaseException:
            os.close(descriptor)
            raise
        try:
            yield
        finally:
            os.close(descriptor)

    class _Waiting:
        """A wait that can be given up, which ``flock`` itself cannot: it blocks in a thread of its own."""

        def __init__(self, descriptor: int) -> None:
            self._descriptor = descriptor
            self._has_come = Event()
            self._is_given_up = False
            self._deciding = Lock()

        def wait(self, patience: float) -> None:
            """Returns when the lock is held; TimeoutError when it has not come, and then it never will."""
            Thread(target=self._block, daemon=True).start()
            try:
                self._has_come.wait(patience)
            finally:
                with self._deciding:
                    self._is_given_up = not self._has_come.is_set()
            if self._is_given_up:
                raise TimeoutError

        def _block(self) -> None:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX)
            with self._deciding:
                if self._is_given_up:
                    os.close(self._descriptor)
                else:
                    self._has_come.set()
