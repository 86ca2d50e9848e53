"""Runs step notebooks headless with papermill, several at a time.

Each runs in a process of its own and in an empty folder: papermill changes the working directory of its process, so
that notebooks run in threads meet in each other's folders. The processes are forked from workers that have imported
already what notebooks need; where nothing can be forked, the workers run the notebooks themselves.
"""

import ast
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import nullcontext
from dataclasses import dataclass
from multiprocessing import get_context
from types import TracebackType
from typing import Self

from nbformat import NotebookNode, reads, writes

from workshoplib.engines import warm
from workshoplib.engines.headless import CellFailed, CellTookTooLong, Job, NotebookDied, execute
from workshoplib.errors import N_, WorkshopError

Progress = Callable[[str, int, int], None]
"""Told after each notebook: its chapter's name, how many are done, and how many there are."""

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,40}")
_CELL_SECONDS = 600


class UnknownParameter(WorkshopError):
    """A notebook was given a parameter that it does not declare."""


class NotebookFailed(WorkshopError):
    """A cell of a notebook ended with an error, or its kernel died."""


@dataclass(frozen=True)
class Chapter:
    """A step's notebook, in the report's language."""

    name: str
    notebook: NotebookNode


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
                job = Job(writes(chapter.notebook), dict(parameters), dict(environment), _CELL_SECONDS, self._kernels)
                jobs[self._pool.submit(execute, job)] = chapter
            for done, ran in enumerate(as_completed(jobs), start=1):
                name = jobs[ran].name
                _raise_for_failure(ran, name)
                if progress:
                    progress(name, done, len(jobs))
        except BrokenProcessPool as problem:
            self._pool.shutdown(wait=True)
            self._pool = self._fresh()
            raise NotebookFailed(
                N_("A process that ran notebooks was ended from outside, perhaps for want of memory. Try again.")
            ) from problem
        finally:
            for ran in jobs:
                ran.cancel()
        return tuple(_read(ran) for ran in jobs)

    def _fresh(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._most, get_context("spawn"), warm, (self._preload,))


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


def _raise_for_failure(ran: Future[str], notebook: str) -> None:
    try:
        ran.result()
    except (CellFailed, CellTookTooLong, NotebookDied) as error:
        raise _told(error, notebook) from None


def _told(error: Exception, notebook: str) -> NotebookFailed:
    """The sentence for what ended a notebook; an error that is not ours is told with its kind ("KeyError: 'reach'")."""
    if isinstance(error, CellTookTooLong):
        return NotebookFailed(
            N_("A cell of the notebook {notebook} took longer than {n} seconds."), notebook=notebook, n=_CELL_SECONDS
        )
    said = str(error)
    if isinstance(error, CellFailed):
        said = error.said if error.kind == "Said" else f"{error.kind}: {error.said}"
    return NotebookFailed(N_("The notebook {notebook} could not be run: {sentence}"), notebook=notebook, sentence=said)
