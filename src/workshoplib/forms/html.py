"""The only place where a form writes HTML: everything that comes in is text, and is escaped here."""

from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from importlib.resources import files

from workshoplib.forms.widgets import HTML
from workshoplib.words import Words


@cache
def _css() -> str:
    return files("workshoplib.forms").joinpath("form.css").read_text(encoding="utf-8")


def style() -> HTML:
    """The look of forms, to be put first into each."""
    return _html("wf-style", f"<style>{_css()}</style>")


def prose(text: str, name: str) -> HTML:
    """Text that is only read: a help, a legend."""
    return _html(name, _lines(text))


def rewrite(widget: HTML, text: str) -> None:
    """Puts another text in."""
    widget.value = _lines(text)


def notice(text: str, tone: str) -> HTML:
    """A sentence that a screen reader says at once; ``tone`` is ``good``, ``wrong`` or ``waiting``."""
    widget = _html("wf-notice")
    tell(widget, text, tone)
    return widget


def tell(widget: HTML, text: str, tone: str) -> None:
    """Puts another sentence into a notice."""
    role = "alert" if tone == "wrong" else "status"
    widget.value = f'<div class="wf-{tone}" role="{role}">{_lines(text)}</div>' if text else ""


def explained(title: str, pairs: Iterable[tuple[str, str]]) -> HTML:
    """Names with their explanations, folded away under a title."""
    told = "".join(f"<dt>{escape(name)}</dt><dd>{_lines(text)}</dd>" for name, text in pairs)
    return _html("wf-explained", f"<details><summary>{escape(title)}</summary><dl>{told}</dl></details>")


def versions(rows: Sequence[tuple[str, str, str]], say: Words) -> HTML:
    """Two versions side by side: for each question its label, mine and theirs."""
    empty = say("(empty)")
    body = "".join(
        f'<tr><th scope="row">{escape(label)}</th>'
        f'<td data-whose="{escape(say("Yours"))}">{_lines(mine or empty)}</td>'
        f'<td data-whose="{escape(say("Theirs"))}">{_lines(theirs or empty)}</td></tr>'
        for label, mine, theirs in rows
    )
    head = f"<thead><tr><td></td><th>{escape(say('Yours'))}</th><th>{escape(say('Theirs'))}</th></tr></thead>"
    return _html("wf-versions", f"<table>{head}<tbody>{body}</tbody></table>")


def week_picture(days: Iterable[tuple[str, Iterable[int]]]) -> str:
    """A week as seven rows of 24 cells; a picture of what stands in the boxes, so a screen reader skips it."""
    head = "".join(f"<i>{hour:02}</i>" for hour in range(0, 24, 3))
    rows = "".join(f"<b>{escape(name)}</b>{_day_picture(frozenset(hours))}" for name, hours in days)
    return f'<div class="wf-grid" aria-hidden="true"><b></b><div class="wf-hours">{head}</div>{rows}</div>'


def _day_picture(hours: frozenset[int]) -> str:
    cells = "".join(f'<s class="{"wf-on" if hour in hours else ""}"></s>' for hour in range(24))
    return f'<div class="wf-day">{cells}</div>'


def picture() -> HTML:
    """A place for a picture of an answer."""
    return _html("wf-picture")


def _html(name: str, value: str = "") -> HTML:
    widget = HTML(value, tooltip="")  # an unset tooltip reads "null" in the browser
    widget.add_class(name)
    return widget


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
