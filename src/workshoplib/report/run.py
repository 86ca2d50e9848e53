"""Runs step notebooks headless with papermill, several at a time.

Each runs in a process of its own and in an empty folder: papermill changes the working directory of its process, so
that notebooks run in threads meet in each other's folders. The processes are forked from workers that have imported
already what notebooks need; where nothing can be forked, the workers run the notebooks themselves.
"""

import ast
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from nbformat import NotebookNode, reads, writes

from workshoplib.errors import N_, WorkshopError

Progress = Callable[[str, int, int], None]
"""Told after each notebook: its chapter's name, how many are done, and how many there are."""

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,40}")
_CELL_SECONDS = 600
_START_SECONDS = 120
_KERNEL = "python3"


class UnknownParameter(WorkshopError):
    """A notebook was given a parameter that it does not declare."""


class NotebookFailed(WorkshopError):
    """A cell of a notebook ended with an error, or its kernel died."""


@dataclass(frozen=True)
class Chapter:
    """A step's notebook, in the report's language."""

    name: str
    notebook: NotebookNode


@dataclass(frozen=True)
class _Task:
    """What a worker is sent."""

    name: str
    notebook: str
    parameters: Mapping[str, str]
    environment: Mapping[str, str]
    kernels: bool


class Workers:
    """Processes that run notebooks, for one report after another; as many as there are processors, unless told.

    They start when the first notebook comes. ``preload`` names the modules that notebooks will import. With
    ``kernels`` each notebook gets a stock kernel: slower, and for what only a kernel can do.
    """

    def __init__(self, most: int | None = None, *, preload: Sequence[str] = (), kernels: bool = False) -> None:
        self._most = most or os.cpu_count() or 1
        self._preload = () if kernels else tuple(preload)
        self._kernels = kernels
        self._pool = self._fresh()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def run(
        self,
        chapters: Sequence[Chapter],
        parameters: Mapping[str, str],
        environment: Mapping[str, str],
        progress: Progress | None,
    ) -> tuple[NotebookNode, ...]:
        """The executed notebooks, in the order of the chapters. After the first failure none is started any more."""
        jobs: dict[Future[str], Chapter] = {}
        try:
            for chapter in chapters:
                task = _Task(chapter.name, writes(chapter.notebook), dict(parameters), dict(environment), self._kernels)
                jobs[self._pool.submit(_execute, task)] = chapter
            for done, job in enumerate(as_completed(jobs), start=1):
                job.result()
                if progress:
                    progress(jobs[job].name, done, len(jobs))
        except BrokenProcessPool as problem:
            self._pool.shutdown(wait=True)
            self._pool = self._fresh()
            raise NotebookFailed(
                N_("A process that ran notebooks was ended from outside, perhaps for want of memory. Try again.")
            ) from problem
        finally:
            for job in jobs:
                job.cancel()
        return tuple(_read(job) for job in jobs)

    def _fresh(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._most, get_context("spawn"), _prepare, (self._preload,))


def run(
    chapters: Sequence[Chapter],
    parameters: Mapping[str, str],
    environment: Mapping[str, str],
    *,
    workers: Workers | None = None,
    progress: Progress | None = None,
) -> tuple[NotebookNode, ...]:
    """The executed notebooks, in the order of the chapters; with workers of their own, unless some are lent.

    The first failure ends the run: what has not started by then never does.
    """
    for chapter in chapters:
        _check(chapter, parameters)
    with nullcontext(workers) if workers else Workers() as hired:
        return hired.run(chapters, parameters, environment, progress)


def declared(notebook: NotebookNode) -> frozenset[str]:
    """The names that a notebook's parameters cell gives values to."""
    cells = (cell.source for cell in notebook.cells if "parameters" in cell.metadata.get("tags", ()))
    return frozenset(name for source in cells for name in _assigned(source))


def _check(chapter: Chapter, parameters: Mapping[str, str]) -> None:
    # papermill writes each name into code as it stands, so a name must be one, and one that the notebook knows.
    for name in parameters:
        if not _NAME.fullmatch(name) or name not in declared(chapter.notebook):
            raise UnknownParameter(
                N_("The notebook {notebook} has no parameter “{name}”. Its parameters are: {known}."),
                notebook=chapter.name,
                name=name,
                known=", ".join(sorted(declared(chapter.notebook))) or "–",
            )


def _assigned(source: str) -> Iterator[str]:
    for statement in ast.parse(source).body:
        targets = statement.targets if isinstance(statement, ast.Assign) else []
        yield from (target.id for target in targets if isinstance(target, ast.Name))


def _read(job: Future[str]) -> NotebookNode:
    notebook: NotebookNode = reads(job.result(), as_version=4)
    return notebook


def _prepare(preload: Sequence[str]) -> None:
    """Sets up a worker's process, which is ours alone."""
    # An optional checker of addresses that notebooks never use costs a second at each start of nbformat.
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    from workshoplib.engines import warm

    warm(preload)


def _execute(task: _Task) -> str:
    from nbclient.exceptions import CellTimeoutError
    from papermill.exceptions import PapermillExecutionError

    from workshoplib.engines import ENGINE

    try:
        with _environment(task.environment):
            try:
                return _papermill(task, None if task.kernels else ENGINE)
            except RuntimeError:
                # A child may die of what it inherited, and a kernel at its start: on Windows two of them may want the
                # same port. A notebook only reads when nobody sits before it, so it may run again.
                return _papermill(task, None)
    except PapermillExecutionError as error:
        raise NotebookFailed(
            N_("The notebook {notebook} could not be run: {sentence}"), notebook=task.name, sentence=_sentence(error)
        ) from None
    except CellTimeoutError:
        raise NotebookFailed(
            N_("A cell of the notebook {notebook} took longer than {n} seconds."), notebook=task.name, n=_CELL_SECONDS
        ) from None
    except RuntimeError as error:
        raise NotebookFailed(
            N_("The notebook {notebook} could not be run: {sentence}"), notebook=task.name, sentence=str(error)
        ) from None


@contextmanager
def _environment(wanted: Mapping[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(wanted)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _papermill(task: _Task, engine: str | None) -> str:
    import papermill
    from traitlets.config import Config

    with TemporaryDirectory(prefix="workshop-") as folder:
        empty = Path(folder, "empty")
        empty.mkdir()
        executed = papermill.execute_notebook(
            reads(task.notebook, as_version=4),
            None,
            dict(task.parameters),
            engine_name=engine,
            kernel_name=_KERNEL,
            language="python",
            progress_bar=False,
            start_timeout=_START_SECONDS,
            execution_timeout=_CELL_SECONDS,
            cwd=empty,
            config=Config({"KernelManager": _channel(Path(folder, "kernel"))}),
            # What a kernel has to say to its operator would stand between the report's own lines on the screen.
            extra_arguments=["--IPKernelApp.log_level=CRITICAL"],
        )
        return str(writes(executed))


def _channel(place: Path) -> dict[str, str]:
    """How to talk to a kernel: by files that only we may open, where there are such; else by ports."""
    return {"transport": "ipc", "ip": str(place)} if os.name == "posix" else {}


def _sentence(error: object) -> str:
    """What the cell's error says; the kind of an error that is not ours belongs to it ("KeyError: 'reach'")."""
    kind, said = getattr(error, "ename", ""), getattr(error, "evalue", "")
    return said if kind == "Said" else f"{kind}: {said}"
