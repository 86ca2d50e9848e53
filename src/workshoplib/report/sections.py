"""What of the executed notebooks is meant for readers, and what it leans on."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

from workshoplib.facts import Fact
from workshoplib.report.run import Chapter
from workshoplib.steps.render import OPENING, SOURCES_MIME, html

_TAG = "report"
_TITLE = re.compile(r"\A\s*# +(?P<title>.+?)[ #]*(?:\n|\Z)")
_NOTHING = html(())
_MARKS = re.compile(r"[*_`]+")


@dataclass(frozen=True)
class Section:
    """A step's part of the report: prose and output as notebook cells, and the facts behind them."""

    name: str
    title: str
    cells: tuple[NotebookNode, ...]
    facts: tuple[Fact, ...]


def sections(executed: Iterable[tuple[Chapter, NotebookNode]]) -> tuple[Section, ...]:
    """A section for each notebook that has something for readers: the cells tagged ``report``.

    Of their outputs only the HTML of our own blocks stays; widgets, scripts, diagrams and what was printed do not.
    """
    found = (_section(chapter.name, notebook) for chapter, notebook in executed)
    return tuple(section for section in found if section.cells)


def _section(name: str, notebook: NotebookNode) -> Section:
    chosen = [cell for cell in notebook.cells if _TAG in cell.metadata.get("tags", ())]
    facts = {fact.id: fact for cell in chosen for fact in _facts(cell)}
    return Section(name, _title(notebook) or name, tuple(_kept(name, chosen)), tuple(facts.values()))


def _title(notebook: NotebookNode) -> str:
    for cell in notebook.cells:
        found = _TITLE.match(cell.source) if cell.cell_type == "markdown" else None
        if found:
            return _MARKS.sub("", found["title"])
    return ""


def _kept(name: str, cells: Iterable[NotebookNode]) -> Iterable[NotebookNode]:
    for number, cell in enumerate(cells):
        place = f"{name}-{number}"  # instead of a random id, so that two runs are alike
        if cell.cell_type == "markdown":
            prose = _TITLE.sub("", cell.source).strip()
            if prose:
                yield new_markdown_cell(prose, id=place)
        elif cell.cell_type == "code":
            outputs = [new_output("display_data", {"text/html": shown}) for shown in _ours(cell)]
            if outputs:
                yield new_code_cell(outputs=outputs, id=place)


def _ours(cell: NotebookNode) -> Iterable[str]:
    for output in cell.outputs:
        shown = output.get("data", {}).get("text/html", "")
        if shown.startswith(OPENING) and shown != _NOTHING:
            yield shown


def _facts(cell: NotebookNode) -> Iterable[Fact]:
    for output in cell.get("outputs", ()):
        for fact in output.get("data", {}).get(SOURCES_MIME, ()):
            yield Fact(**fact)
