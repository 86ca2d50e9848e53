"""An IPython shell that tells what its cells show in the words of Jupyter's messages, and speaks with nobody else."""

import builtins
import getpass
import io
import json
import os
import sys
import threading
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from datetime import date
from numbers import Integral, Real
from typing import Any, NamedTuple, NoReturn

from ipykernel.compiler import XCachingCompiler
from IPython.core import page
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.error import StdinNotImplementedError, UsageError
from IPython.core.interactiveshell import InteractiveShell
from traitlets import Type
from traitlets.config import Config


class Message(NamedTuple):
    """What a kernel would have sent: a kind and a content of Jupyter's messaging protocol, fit for JSON."""

    kind: str
    content: dict[str, Any]


Tell = Callable[[Message], None]
Tail = Callable[[], str]
"""What others than Python have written to a stream since it was asked last."""

_AS_IN_A_TERMINAL = {
    "TERM": "xterm-color",
    "CLICOLOR": "1",
    "FORCE_COLOR": "1",
    "CLICOLOR_FORCE": "1",
    "PAGER": "cat",
    "GIT_PAGER": "cat",
}
"""What kernels set for the programs that cells start."""


class Stream(io.TextIOBase):
    """Standard output or standard error of cells: told in one piece when something else is shown, or a cell ends."""

    encoding = "UTF-8"

    def __init__(self, name: str, tell: Tell, tail: Tail) -> None:
        super().__init__()
        self.name = name
        self._tell = tell
        self._tail = tail
        self._written: list[str] = []
        self._alone = threading.RLock()  # cells may print from threads

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text)}")
        with self._alone:
            self._written += (self._tail(), text)
        return len(text)

    def writable(self) -> bool:
        return True

    def flush(self) -> None:
        with self._alone:
            text = "".join((*self._written, self._tail()))
            self._written.clear()
        if text:
            self._tell(Message("stream", {"name": self.name, "text": text}))


class _Results(DisplayHook):
    """Tells a cell's last expression."""

    shell: "Shell"

    def write_output_prompt(self) -> None:
        """The result tells its own number."""

    def write_format_data(self, format_dict: dict[str, Any], md_dict: dict[str, Any] | None = None) -> None:
        content = {"data": format_dict, "metadata": md_dict or {}, "execution_count": self.prompt_count}
        self.shell.tell("execute_result", content)

    def finish_displayhook(self) -> None:
        self._is_active = False


class _Displays(DisplayPublisher):
    """Tells what cells display."""

    shell: "Shell"

    def publish(  # type: ignore[override]
        self,
        data: dict[str, Any],
        metadata: dict[str, Any] | None = None,
        *,
        transient: dict[str, Any] | None = None,
        update: bool = False,
        **_others: object,
    ) -> None:
        self._validate_data(data, metadata or {})  # type: ignore[no-untyped-call]
        content = {"data": data, "metadata": metadata or {}, "transient": transient or {}}
        self.shell.tell("update_display_data" if update else "display_data", content)

    def clear_output(self, wait: bool = False) -> None:
        self.shell.tell("clear_output", {"wait": wait})


class Shell(InteractiveShell):
    """A shell for one notebook. Nothing of it stays on the disk: neither a history nor the user's own settings.

    It has no kernel, so there is nobody to open a widget's channel or to answer a question.
    """

    displayhook_class = Type(_Results)
    display_pub_class = Type(_Displays)
    compiler_class = Type(XCachingCompiler)  # names cells as kernels do, so that errors are told alike

    def __init__(self, tell: Tell, tails: tuple[Tail, Tail] = (str, str)) -> None:
        self._out = Stream("stdout", tell, tails[0])
        self._err = Stream("stderr", tell, tails[1])
        self._tell = tell
        self._traceback: list[str] = []
        self._could_not_show = False
        # The history would be kept by a thread of its own.
        super().__init__(config=Config({"HistoryManager": {"enabled": False}}))  # type: ignore[no-untyped-call]

    def tell(self, kind: str, content: dict[str, Any]) -> None:
        """Tells something after all that was printed before it; raises TypeError for what JSON cannot hold."""
        self._out.flush()
        self._err.flush()
        self._tell(Message(kind, json.loads(json.dumps(content, default=_plain))))

    def run(self, source: str) -> Message:
        """The reply to a cell, after everything that it shows was told."""
        self._traceback = []
        self._could_not_show = False
        self.tell("status", {"execution_state": "busy"})
        self.tell("execute_input", {"code": source, "execution_count": self.execution_count})
        result = self.run_cell(source, store_history=True)  # type: ignore[no-untyped-call]
        self.tell("status", {"execution_state": "idle"})
        error = result.error_in_exec if result.error_before_exec is None else result.error_before_exec
        reply: dict[str, Any] = {"status": "ok", "execution_count": self.execution_count - 1}
        if not result.success or self._could_not_show:
            told = {"ename": type(error).__name__, "evalue": str(error), "traceback": self._traceback}
            reply |= {"status": "error", **told}
        return Message("execute_reply", reply)

    @contextmanager
    def speaking(self) -> Iterator[None]:
        """Lets what is printed be told, and what asks a question fail, as long as it lasts."""
        asked = builtins.input, getpass.getpass
        builtins.input, getpass.getpass = _no_answer("raw_input"), _no_answer("getpass")
        try:
            with redirect_stdout(self._out), redirect_stderr(self._err):
                yield
        finally:
            builtins.input, getpass.getpass = asked

    def init_environment(self) -> None:
        os.environ.update(_AS_IN_A_TERMINAL)

    def init_virtualenv(self) -> None:
        """Cells run in the environment that the process runs in."""

    def init_hooks(self) -> None:
        super().init_hooks()  # type: ignore[no-untyped-call]
        pager = page.as_hook(lambda *_args, **_kwargs: None)  # type: ignore[no-untyped-call]
        self.set_hook("show_in_pager", pager, 99)  # type: ignore[no-untyped-call]

    def enable_gui(self, gui: str | None = None) -> None:
        if gui is not None:
            raise UsageError(f"There is no window system where notebooks run headless: {gui}")

    def _showtraceback(self, etype: type[BaseException], evalue: BaseException, stb: list[str]) -> None:
        self._traceback = stb
        self._could_not_show = self._could_not_show or self.displayhook.is_active
        self.tell("error", {"ename": etype.__name__, "evalue": str(evalue), "traceback": stb})


def open_shell(tell: Tell, tails: tuple[Tail, Tail] = (str, str)) -> Shell:
    """The process's shell, a fresh one; matplotlib, if it is there already, shows its figures in it."""
    shell: Shell = Shell.instance(tell, tails)
    bind_figures()
    return shell


def bind_figures() -> None:
    """Lets matplotlib, if it was there before the process's shell, show its figures in it."""
    figures = sys.modules.get("matplotlib_inline.backend_inline")
    if figures:
        figures.InlineBackend.clear_instance()
        figures.configure_inline_support.current_backend = "unset"
        figures._enable_matplotlib_integration()


def _plain(value: object) -> object:
    """What Jupyter sends for a value that JSON does not know."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    if isinstance(value, Iterable):
        return list(value)
    if isinstance(value, Integral):
        return int(value)
    if isinstance(value, Real):
        return float(value)
    raise TypeError(f"{value!r} is not JSON serializable")


def _no_answer(asked: str) -> Callable[..., NoReturn]:
    def refuse(*_args: object, **_kwargs: object) -> NoReturn:
        raise StdinNotImplementedError(f"{asked} was called, but this frontend does not support input requests.")

    return refuse
