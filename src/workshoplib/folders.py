"""A facilitator's folder: an empty workshop, the notebooks in its language, and a page to start from."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbformat import NotebookNode

from workshoplib import places
from workshoplib.errors import N_, WorkshopError
from workshoplib.steps import FACILITATOR, STEPS, Step
from workshoplib.store import SUFFIX, Store
from workshoplib.strategy import Strategy
from workshoplib.strategy.choices import Country, Currency, Language
from workshoplib.strategy.fields import question
from workshoplib.strategy.organisation import Organisation
from workshoplib.words import Words, words
from workshoplib.words.notebooks import localised
from workshoplib.workshops import CannotWrite

START = "start.md"
"""The page that JupyterLab opens first."""

_HOME = {
    Language.ENGLISH: (Country.UNITED_KINGDOM, Currency.GBP),
    Language.NORWEGIAN: (Country.NORWAY, Currency.NOK),
    Language.SWEDISH: (Country.SWEDEN, Currency.SEK),
    Language.DANISH: (Country.DENMARK, Currency.DKK),
}


class FolderExists(WorkshopError):
    """A folder of that name is there already, with something in it."""


def empty_strategy(name: str, language: str) -> Strategy:
    """A strategy that knows only whose it is, and the country and currency that the language suggests."""
    spoken = Language(language)
    country, currency = _HOME[spoken]
    fitting = name[: question(Organisation, "name").max_length]
    return Strategy(organisation=Organisation(name=fitting, language=spoken, country=country, currency=currency))


def make_folder(folder: Path, strategy: Strategy, language: str) -> Path:
    """The path of the workshop in a new folder that holds it, its notebooks and a page to start from.

    FolderExists where the folder is there and not empty: nothing in it is touched.
    """
    say = words(language)
    workshop = f"{folder.name}{SUFFIX}"
    try:
        if folder.exists() and not _is_empty(folder):
            raise FolderExists(
                N_("{folder} is there already. Choose another name, or open it with “workshop lab {folder}”."),
                folder=str(folder),
            )
        workshop.encode()  # the notebooks name the workshop, and what they hold is UTF-8
        folder.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-", ignore_cleanup_errors=True) as made:
            _fill(Path(made) / "folder", strategy, workshop, say)
            if folder.exists():
                folder.rmdir()
            (Path(made) / "folder").rename(folder)
    except (OSError, UnicodeEncodeError) as problem:
        raise CannotWrite(
            N_("{path} could not be written ({reason}). Choose another place or make room, and try again."),
            path=str(folder),
            reason=problem.reason if isinstance(problem, UnicodeEncodeError) else problem.strerror or str(problem),
        ) from problem
    return folder / workshop


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())


def _fill(folder: Path, strategy: Strategy, workshop: str, say: Words) -> None:
    folder.mkdir()
    Store.create(folder / workshop, strategy=strategy).close()
    for step in (*STEPS, FACILITATOR):
        nbformat.write(notebook(step.notebook, say, workshop), folder / f"{step.notebook}.ipynb")
    (folder / START).write_text(start_page(strategy.organisation.name, say), encoding="utf-8")


def notebook(name: str, say: Words, workshop: str) -> NotebookNode:
    """A step's notebook in a language, its parameters set to a workshop in the same folder."""
    made = localised_notebook(name, say)
    for cell in made.cells:
        if "parameters" in cell.metadata.get("tags", []):
            cell.source = (
                f'workshop = {json.dumps(workshop, ensure_ascii=False)}\nlanguage = "{say.language}"\nparticipant = ""'
            )
    return made


def localised_notebook(name: str, say: Words) -> NotebookNode:
    """A step's notebook in a language, its parameters as they come."""
    source = nbformat.read(places.notebooks() / f"{name}.ipynb", as_version=4)
    made: NotebookNode = localised(source, say)
    return made


def start_page(name: str, say: Words) -> str:
    """The first page as Markdown: the steps in order, with their minutes and links."""
    rows = [_start_row(place, step, say) for place, step in enumerate(STEPS, start=1)]
    total = sum(step.minutes for step in STEPS)
    return "\n".join(
        [
            f"# {name}",
            "",
            say(
                "Welcome. This folder holds your social media strategy: a notebook for each step, and one file that "
                "keeps every answer the moment it is given."
            ),
            "",
            say(
                "Open a notebook, press “Run all” above it, and fill in what it asks. You can stop whenever you like "
                "and go on tomorrow."
            ),
            "",
            f"| | {say('Step')} | {say('Time')} |",
            "|---|---|---|",
            *rows,
            "",
            say("All steps together take about {hours} hours of conversation.", hours=say.number(round(total / 60, 1))),
            "",
            say(
                "You lead the workshop? [The facilitator’s notebook]({notebook}) shows who has answered what, and what "
                "is still open.",
                notebook=f"{FACILITATOR.notebook}.ipynb",
            ),
            "",
        ]
    )


def _start_row(place: int, step: Step, say: Words) -> str:
    minutes = say.plural("{n} minute", "{n} minutes", step.minutes)
    return f"| {place} | [{say(step.title)}]({step.notebook}.ipynb) | {minutes} |"
