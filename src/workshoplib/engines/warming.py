"""A process made ready to run notebooks, or to be forked for each of them."""

import gc
import os
import signal
import sys
import threading
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from types import FrameType

_FIGURES = "module://matplotlib_inline.backend_inline"
_WANTED_BY_SHELLS = ("IPython.core.interactiveshell", "IPython.core.completer", "nbclient.client", "papermill.engines")
_INTERRUPTED = 130
_THREAD_LIMITS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")


def warm(modules: Iterable[str]) -> None:
    """Imports what notebooks will import, in a process that exists to run them.

    Libraries for linear algebra start threads when they are imported, and a process with threads cannot be forked
    safely: so they are told to do with one, before anything is imported.

    A Ctrl-C reaches this process too. The one that people see answers it; this one leaves without a traceback.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    leave_out_address_grammar()
    os.environ.update(dict.fromkeys(_THREAD_LIMITS, "1"))
    show_figures_inline()
    for module in (*_WANTED_BY_SHELLS, *modules):
        import_module(module)
    # What is there now stays: no collection looks at it again, and so no child copies the pages that it lies on.
    gc.collect()
    gc.freeze()
    signal.signal(signal.SIGINT, _leave)


def leave_out_address_grammar() -> None:
    """Spares this process a second at the import of nbformat, which builds a grammar of addresses for optional checks.

    No format of notebooks asks for them. It must come before the import, and is only for a process of one's own.
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


def show_figures_inline() -> None:
    """Lets matplotlib, when it is imported, show figures as output, as it does in kernels."""
    os.environ.setdefault("MPLBACKEND", _FIGURES)


def _leave(_number: int, _frame: FrameType | None) -> None:
    """Leaves, and on the way ends the child that runs a notebook, which no Ctrl-C reaches."""
    raise SystemExit(_INTERRUPTED)


def can_fork() -> bool:
    """Whether this process may be forked safely: on Linux, while it has a single thread, Python's or another's."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return False
    return sum(1 for _thread in Path("/proc/self/task").iterdir()) == 1
