"""One notebook, run by papermill in an empty folder of its own. Errors are such as can be sent between processes."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from workshoplib.engines import ENGINE

_KERNEL = "python3"
_START_SECONDS = 120


class CellFailed(Exception):
    """A cell ended with an error: its class, and what it said."""

    def __init__(self, kind: str, said: str) -> None:
        super().__init__(kind, said)
        self.kind = kind
        self.said = said


class CellTookTooLong(Exception):
    """A cell was ended, because it took longer than it may."""


class NotebookDied(Exception):
    """What ran the cells ended before them, twice."""


@dataclass(frozen=True)
class Job:
    """A notebook as text, what it is run with, how long a cell may take, and whether it gets a kernel of its own."""

    notebook: str
    parameters: Mapping[str, str]
    environment: Mapping[str, str]
    cell_seconds: int
    kernel: bool = False


def execute(job: Job) -> str:
    """The executed notebook as text. Raises CellFailed, CellTookTooLong and NotebookDied."""
    from nbclient.exceptions import CellTimeoutError
    from papermill.exceptions import PapermillExecutionError

    try:
        with _environment(job.environment):
            return _executed(job)
    except PapermillExecutionError as error:
        raise CellFailed(error.ename, error.evalue) from None
    except CellTimeoutError:
        raise CellTookTooLong from None
    except RuntimeError as error:
        raise NotebookDied(str(error)) from None


def _executed(job: Job) -> str:
    try:
        return _papermill(job, None if job.kernel else ENGINE)
    except RuntimeError:
        # A child may die of what it inherited, and a kernel at its start: on Windows two of them may want the same
        # port. A notebook only reads when nobody sits before it, so it may run again.
        return _papermill(job, None)


def _papermill(job: Job, engine: str | None) -> str:
    import papermill
    from nbformat import reads, writes
    from traitlets.config import Config

    with TemporaryDirectory(prefix="workshop-") as folder:
        empty = Path(folder, "empty")
        empty.mkdir()
        executed = papermill.execute_notebook(
            reads(job.notebook, as_version=4),
            None,
            dict(job.parameters),
            engine_name=engine,
            kernel_name=_KERNEL,
            language="python",
            progress_bar=False,
            start_timeout=_START_SECONDS,
            execution_timeout=job.cell_seconds,
            cwd=empty,
            config=Config({"KernelManager": _channel(Path(folder, "kernel"))}),
            # What a kernel has to say to its operator would stand between its caller's own lines on the screen.
            extra_arguments=["--IPKernelApp.log_level=CRITICAL"],
        )
        return str(writes(executed))


def _channel(place: Path) -> dict[str, str]:
    """How to talk to a kernel: by files that only we may open, where there are such; else by ports."""
    return {"transport": "ipc", "ip": str(place)} if os.name == "posix" else {}


@contextmanager
def _environment(wanted: Mapping[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(wanted)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
