"""Makes pages for nobody and throws them away: what the first page of a process costs is paid once for a whole room."""

from datetime import UTC, datetime
from typing import Any, NoReturn, get_args

from ipywidgets import Widget

from workshoplib.live import wire
from workshoplib.live.page import Page
from workshoplib.words import LANGUAGES, words

_PART = "goals"
"""Its form has most kinds of fields."""

_THEN = datetime(2000, 1, 1, tzinfo=UTC)


class _NoLine:
    """The line of a page that is nobody's: nothing is asked before somebody types."""

    def ask(self, do: str, **_: Any) -> NoReturn:
        raise NotImplementedError(do)


def rehearse() -> None:
    """Reads, imports and looks up what every participant's page needs. Closes all widgets of the process."""
    for language in LANGUAGES:
        page = _page(language)
        page.show(wire.Seen(now=_THEN))
        for state in get_args(wire.Round.model_fields["state"].annotation):
            page.show(wire.Seen(now=_THEN, step=_PART, part=_PART, round=wire.Round(state=state)))
    Widget.close_all()


def _page(language: str) -> Page:
    nobody = wire.Guest(person="", name="", language=language)
    return Page(_NoLine(), nobody, words(language), lambda *_: None, lambda _: None)  # type: ignore[arg-type]
