"""What a notebook's code may ask of the kernel that it runs in."""

from collections.abc import Callable

from IPython.core.getipython import get_ipython


def on_start(call: Callable[[], object]) -> None:
    """Calls at once in a kernel. In a room's process, whose cells are run once for many kernels, it calls in each of
    these when it starts. What belongs to one person or one process is done so: connections, ids, times, randomness.
    """
    waiting: list[Callable[[], object]] | None = getattr(get_ipython(), "waiting", None)
    if waiting is None:
        call()
    else:
        waiting.append(call)


def is_room() -> bool:
    """Whether this is a room's process, of which each kernel is a copy."""
    return hasattr(get_ipython(), "waiting")
