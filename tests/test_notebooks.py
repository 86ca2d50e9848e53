"""The notebooks: one for each step, all of one shape, and what they promise holds."""

import itertools
import json
import re
from pathlib import Path
from typing import Any

import nbformat
import pytest

from workshoplib.steps import FACILITATOR, STEPS, Step

FOLDER = Path(__file__).parents[1] / "notebooks"
ALL = (*STEPS, FACILITATOR)

PARAMETERS = 'workshop = "kystbrygg.workshop"\nlanguage = "en"\nparticipant = ""'
OPEN = "from workshoplib.session import Session\n\nsession = Session.open(workshop, language, participant)"

LINK = re.compile(r"\]\(([^)]+)\)")
CALL = re.compile(r'session\.(show|ask|plan|recap)\("(\w+)"\)')

each_notebook = pytest.mark.parametrize("step", ALL, ids=lambda step: step.notebook)
each_step = pytest.mark.parametrize("step", STEPS, ids=lambda step: step.notebook)


def cells(step: Step, kind: str = "") -> list[Any]:
    notebook = nbformat.read(FOLDER / f"{step.notebook}.ipynb", as_version=4)
    return [cell for cell in notebook.cells if kind in ("", cell.cell_type)]


def tags(cell: Any) -> list[str]:
    return list(cell.metadata.get("tags", []))


def sources(step: Step, kind: str) -> list[str]:
    return [cell.source for cell in cells(step, kind)]


def work(step: Step) -> list[str]:
    """The code cells after the two that every notebook begins with."""
    return [source for source in sources(step, "code") if source not in (PARAMETERS, OPEN)]


def test_each_step_has_a_notebook_and_each_notebook_a_step() -> None:
    named = {step.notebook for step in ALL}
    there = {path.stem for path in FOLDER.glob("*.ipynb")}

    assert (named - there, there - named) == (set(), set())


@each_notebook
def test_a_notebook_is_valid_and_of_the_version_whose_cells_have_ids(step: Step) -> None:
    notebook = json.loads((FOLDER / f"{step.notebook}.ipynb").read_text(encoding="utf-8"))
    nbformat.validate(notebook)

    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)


@each_notebook
def test_a_notebook_asks_for_a_kernel_that_every_installation_has(step: Step) -> None:
    notebook = nbformat.read(FOLDER / f"{step.notebook}.ipynb", as_version=4)

    assert (notebook.metadata.kernelspec.name, notebook.metadata.language_info.name) == ("python3", "python")


@each_notebook
def test_the_ids_of_cells_are_words_and_each_is_there_once(step: Step) -> None:
    ids = [cell.id for cell in cells(step)]

    assert [id for id in ids if not re.fullmatch(r"[a-z][a-z0-9-]*", id) or ids.count(id) > 1] == []


@each_notebook
def test_no_cell_has_been_run(step: Step) -> None:
    run = [cell.id for cell in cells(step, "code") if cell.outputs or cell.execution_count is not None]

    assert run == []


@each_notebook
def test_one_cell_holds_the_parameters_and_nothing_else(step: Step) -> None:
    tagged = [cell.source for cell in cells(step, "code") if "parameters" in tags(cell)]

    assert tagged == [PARAMETERS]


@each_notebook
def test_the_session_is_opened_right_after_the_parameters(step: Step) -> None:
    assert sources(step, "code")[:2] == [PARAMETERS, OPEN]


@each_notebook
def test_code_is_hidden_and_short(step: Step) -> None:
    shown = [cell.id for cell in cells(step, "code") if not cell.metadata.get("jupyter", {}).get("source_hidden")]
    long = [cell.id for cell in cells(step, "code") if len(cell.source.splitlines()) > 3]

    assert (shown, long) == ([], [])


@each_step
def test_a_step_is_shown_asked_and_summed_up_and_the_calendar_is_planned_too(step: Step) -> None:
    found = [CALL.fullmatch(source) for source in work(step)]
    asked = [(call[1], call[2]) if call else None for call in found]
    verbs = ("show", "ask", "plan", "recap") if step.name == "calendar" else ("show", "ask", "recap")

    assert [(verb, step.name) for verb in verbs] == asked


@each_notebook
def test_the_title_is_that_of_the_step(step: Step) -> None:
    assert f"# {step.title}" == cells(step)[0].source


@each_step
def test_the_question_tells_as_many_minutes_as_the_step_has(step: Step) -> None:
    line = cells(step)[1].source.splitlines()[0]
    told = re.fullmatch(r"\*[^*]+\?\* · (\d+) minutes · .+", line)

    assert told is not None, line
    assert step.minutes == int(told[1])


@each_step
def test_the_title_the_result_and_its_introduction_go_to_the_report_and_the_form_does_not(step: Step) -> None:
    reported = [cell for cell in cells(step) if "report" in tags(cell)]
    calls = [cell.source.split("(")[0] for cell in reported if cell.cell_type == "code"]
    texts = [cell for cell in reported if cell.cell_type == "markdown"]

    assert calls in (["session.recap"], ["session.show", "session.recap"])
    assert len(texts) >= 2


@each_notebook
def test_what_goes_to_the_report_leads_to_no_notebook(step: Step) -> None:
    texts = [cell.source for cell in cells(step, "markdown") if "report" in tags(cell)]

    assert [link for text in texts for link in LINK.findall(text)] == []


@each_notebook
def test_links_lead_to_files_that_a_facilitator_has(step: Step) -> None:
    links = [link for text in sources(step, "markdown") for link in LINK.findall(text)]
    known = {f"{other.notebook}.ipynb" for other in ALL}

    assert [link for link in links if not link.startswith("https://") and link not in known] == []


@pytest.mark.parametrize(("step", "following"), list(itertools.pairwise(STEPS)), ids=lambda step: step.name)
def test_a_notebook_ends_with_the_way_to_the_next(step: Step, following: Step) -> None:
    assert f"{following.notebook}.ipynb" in LINK.findall(cells(step)[-1].source)


@each_step
def test_the_prose_is_long_enough_to_help_and_short_enough_to_read(step: Step) -> None:
    words = sum(len(text.split()) for text in sources(step, "markdown"))

    assert 300 <= words <= 650


@each_notebook
def test_prose_holds_no_markup_that_a_translator_could_break(step: Step) -> None:
    assert [text for text in sources(step, "markdown") if re.search(r"</?[a-z]+[^>]*>", text)] == []


@each_step
def test_prose_tells_what_one_can_do_afterwards(step: Step) -> None:
    assert re.search(r"By the end you can ?…?:?\n\n- ", cells(step)[1].source)
