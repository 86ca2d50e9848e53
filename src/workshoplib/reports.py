"""The report of a workshop: its step notebooks in a language, run for a day, as one HTML file."""

import os
from collections.abc import Callable, Collection
from datetime import date
from itertools import chain, count
from pathlib import Path

from workshoplib import folders, report
from workshoplib.session import FORMS_SWITCH, TODAY_SWITCH
from workshoplib.steps import STEPS
from workshoplib.store import Head
from workshoplib.strategy import Strategy
from workshoplib.strategy.text import clean
from workshoplib.words import Words, words
from workshoplib.workshops import Opened, opened, path_of, write_whole

KERNELS_SWITCH = "WORKSHOP_KERNELS"
"""Environment variable: ``on`` runs each notebook of a report in a kernel of its own, as papermill does by itself."""

_NOTEBOOKS_IMPORT = (
    "workshoplib.session",
    "workshoplib.words.formats",
    "matplotlib.figure",
    "matplotlib.backends.backend_svg",
)


def workers() -> report.Workers:
    """Processes that make one report after another; to be closed by a ``with``."""
    return report.Workers(preload=_NOTEBOOKS_IMPORT, kernels=os.environ.get(KERNELS_SWITCH, "") == "on")


def make(
    where: str,
    out: Path,
    *,
    language: str,
    today: date,
    workers: report.Workers,
    tell: Callable[[str], None],
    taken: Collection[Path] = (),
) -> Path:
    """The path of a workshop's report in a folder. Without a language, it is in the organisation's own, else English.

    ``tell`` hears, in the report's language, how far it is. A path that is ``taken`` by a report of this run gets a
    number, so that two clients' workshops of one name never share a file. The same workshop, language and day give the
    same bytes.
    """
    with opened(where) as workshop:
        strategy = workshop.strategy()
        say = words(language or (strategy.organisation.language or "en"))
        about = _about(workshop, strategy, where, today)
        place = "" if "://" in where else str(path_of(where))
        chapters = [report.Chapter(step.name, folders.localised_notebook(step.notebook, say)) for step in STEPS]
        html = report.make_report(
            chapters,
            about,
            say=say,
            parameters={"workshop": place or where, "language": say.language, "participant": ""},
            workers=workers,
            environment={FORMS_SWITCH: "off", TODAY_SWITCH: today.isoformat()},
            progress=lambda name, done, of: tell(_progress(say, workshop.name, name, done, of)),
        )
    path = _free(out / f"{workshop.name}-{say.language}.html", taken)
    write_whole(path, html)
    return path


def _free(path: Path, taken: Collection[Path]) -> Path:
    numbered = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return next(place for place in chain([path], numbered) if place not in taken)


def _progress(say: Words, workshop: str, name: str, done: int, of: int) -> str:
    title = next(step.title for step in STEPS if step.name == name)
    return say("{workshop}: {done} of {of}, {title}", workshop=workshop, done=done, of=of, title=say(title))


def _about(workshop: Opened, strategy: Strategy, where: str, today: date) -> report.About:
    head: Head | None = workshop.store.chain_head() if workshop.store else None
    organisation = strategy.organisation
    return report.About(
        organisation=organisation.name or clean(workshop.name).text,
        made_on=today,
        workshop=clean(Path(where).name).text,
        first=organisation.start,
        last=organisation.end,
        revision=head.seq if head else None,
        chain_head=head.chain if head else "",
        data_until=max(
            (end for kpi in strategy.kpis.kpis for actual in kpi.actuals if (end := actual.period_end)), default=None
        ),
    )
