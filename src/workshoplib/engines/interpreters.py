"""Where a notebook's cells are run: in a forked child, or, where nothing can be forked, in this very process."""

import _thread
import atexit
import json
import os
import signal
import sys
import threading
from abc import ABC, abstractmethod
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from tempfile import TemporaryFile
from time import monotonic
from types import TracebackType
from typing import IO, Self

from workshoplib.engines.shell import Message, Shell, Tail, Tell, open_shell
from workshoplib.engines.warming import show_figures_inline

_SECONDS_BETWEEN_LOOKS = 1.0
_SECONDS_TO_LEAVE = 10.0


class Died(RuntimeError):
    """The child that ran the cells has ended before them."""


class Interpreter(ABC):
    """Runs the cells of one notebook, one after the other."""

    @abstractmethod
    def run(self, source: str, tell: Tell, seconds: float | None) -> Message:
        """The reply to a cell; what it shows is told before. Raises Died, and TimeoutError after the seconds."""

    @abstractmethod
    def __enter__(self) -> Self: ...

    @abstractmethod
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class Child(Interpreter):
    """A process forked from this one, which must be single-threaded. A pipe leads to it, and back."""

    def __enter__(self) -> Self:
        self._pipe, theirs = Pipe()
        self._process = get_context("fork").Process(target=_live, args=(theirs, self._pipe))
        self._process.start()
        theirs.close()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pipe.close()
        if kind is None:
            self._process.join(_SECONDS_TO_LEAVE)
        # The child is reaped by is_alive only, so that its number cannot be another's yet.
        if self._process.is_alive():
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid or 0, signal.SIGKILL)
            self._process.kill()
            self._process.join()
        self._process.close()

    def run(self, source: str, tell: Tell, seconds: float | None) -> Message:
        deadline = monotonic() + seconds if seconds else None
        try:
            self._pipe.send(source)
            while True:
                self._await_message(deadline)
                message = Message(*json.loads(self._pipe.recv_bytes()))
                if message.kind == "execute_reply":
                    return message
                tell(message)
        except (EOFError, ConnectionError):
            raise Died("The process that ran the cells has ended.") from None

    def _await_message(self, deadline: float | None) -> None:
        # A child's end does not close the pipe while a process that it forked holds the other end: so look.
        while not self._pipe.poll(_SECONDS_BETWEEN_LOOKS if deadline is None else _until(deadline)):
            if deadline is not None and monotonic() >= deadline:
                raise TimeoutError
            if not self._process.is_alive() and not self._pipe.poll():
                raise Died("The process that ran the cells has ended.")


class Here(Interpreter):
    """This process, with a fresh shell and namespace. What cells do to imported modules stays."""

    def __enter__(self) -> Self:
        self._tell: Tell = lambda _message: None
        with ExitStack() as stack:
            stack.enter_context(_environment_kept())
            show_figures_inline()
            self._shell = open_shell(lambda message: self._tell(message))
            stack.callback(_forget, self._shell)
            stack.enter_context(self._shell.speaking())
            self._leave = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._leave.close()

    def run(self, source: str, tell: Tell, seconds: float | None) -> Message:
        self._tell = tell
        with _interrupted_after(seconds) as was_interrupted:
            reply = self._shell.run(source)
        if was_interrupted():
            raise TimeoutError
        return reply


def _until(deadline: float) -> float:
    return max(0.0, min(_SECONDS_BETWEEN_LOOKS, deadline - monotonic()))


def _live(pipe: Connection, parents: Connection) -> None:
    """A child's life. It leaves without the parent's exit handlers, which belong to the parent."""
    status = 1
    try:
        parents.close()
        os.setsid()  # an interrupt from the keyboard is the parent's; and its programs can be ended with it
        _answer(pipe)
        status = 0
    finally:
        os._exit(status)


def _answer(pipe: Connection) -> None:
    alone = threading.Lock()  # cells may show something from threads

    def tell(message: Message) -> None:
        with alone:
            pipe.send_bytes(json.dumps(message).encode())

    show_figures_inline()
    numpy = sys.modules.get("numpy")
    if numpy:
        numpy.random.seed()  # Python's own generator does so itself
    shell = open_shell(tell, _own_descriptors())
    with shell.speaking():
        while True:
            try:
                source = pipe.recv()
            except EOFError:
                break
            tell(shell.run(source))
        shell.user_ns.clear()  # closes the files that cells left open


def _own_descriptors() -> tuple[Tail, Tail]:
    """Gives standard input, output and error to this process alone; what programs write there can be asked for."""
    with Path(os.devnull).open("rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    return _written_to(1), _written_to(2)


def _written_to(descriptor: int) -> Tail:
    file: IO[bytes] = TemporaryFile()  # noqa: SIM115 - it lives as long as the process
    os.dup2(file.fileno(), descriptor)
    decode = getincrementaldecoder("utf-8")("replace").decode
    seen = 0

    def tail() -> str:
        nonlocal seen
        read = b""
        while new := os.pread(file.fileno(), 1 << 16, seen):
            seen += len(new)
            read += new
        return decode(read)

    return tail


@contextmanager
def _environment_kept() -> Iterator[None]:
    before = dict(os.environ)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _forget(shell: Shell) -> None:
    shell.user_ns.clear()
    shell.restore_sys_module_state()  # type: ignore[no-untyped-call]
    Shell.clear_instance()
    atexit.unregister(shell.atexit_operations)


@contextmanager
def _interrupted_after(seconds: float | None) -> Iterator[Callable[[], bool]]:
    """Interrupts this thread, as a keyboard does, when the time is over; tells afterwards whether it was."""
    over = threading.Event()

    def interrupt() -> None:
        over.set()
        if hasattr(signal, "pthread_kill"):
            signal.pthread_kill(here, signal.SIGINT)  # ends a sleep too
        else:
            _thread.interrupt_main()

    here = threading.get_ident()
    timer = threading.Timer(seconds or 0, interrupt)
    timer.daemon = True
    if seconds:
        timer.start()
    try:
        yield over.is_set
    finally:
        timer.cancel()
