"""The only place where the control room writes HTML: everything that comes in is text, and is escaped here."""

from collections.abc import Iterable
from functools import cache
from html import escape
from importlib.resources import files

from workshoplib.forms.widgets import HTML
from workshoplib.live.control.cards import Duplicate, ProposalCard
from workshoplib.live.control.state import Panel, Timer
from workshoplib.steps import render
from workshoplib.steps.blocks import Block
from workshoplib.words import Words

_KEPT_FROM_MATHJAX = "mathjax_ignore"
"""A line such as "from $5 to $10" is money, no formula."""


@cache
def _css() -> str:
    return files("workshoplib.live.control").joinpath("control.css").read_text(encoding="utf-8")


def style() -> HTML:
    """The look of the control room, to be put first into it, after that of forms."""
    return place("wf-style", f"<style>{_css()}{render.style()}</style>")


def place(name: str, value: str = "") -> HTML:
    """A widget for HTML made here."""
    widget = HTML(value, tooltip="")  # an unset tooltip reads "null" in the browser
    widget.add_class(name)
    return widget


def blocks(told: Iterable[Block]) -> str:
    """Blocks as a step shows them; nothing where there are none."""
    shown = tuple(told)
    return render.html(shown) if shown else ""


def heading(text: str) -> HTML:
    """The heading of a section."""
    return place("wc-heading", f"<h3>{escape(text)}</h3>")


def subheading(text: str) -> str:
    """The heading of something inside a section."""
    return f"<h4>{escape(text)}</h4>"


def head(panel: Panel) -> str:
    """Where the workshop is, and how people come in."""
    return f"<h2>{escape(panel.title)}</h2>{blocks([panel.live])}"


def about(panel: Panel) -> str:
    """How far the round is, and the figures that belong to it."""
    counts = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for value, name in panel.counts)
    return f'<p class="{_KEPT_FROM_MATHJAX}">{escape(panel.about)}</p><dl class="wc-counts">{counts}</dl>'


def lead(text: str) -> str:
    """A sentence that leads into what follows."""
    return f"<p>{escape(text)}</p>" if text else ""


def clock(timer: Timer | None) -> str:
    """The time left; its role keeps screen readers from saying every second."""
    if timer is None:
        return ""
    name = "wc-clock wc-over" if timer.is_over else "wc-clock"
    return (
        f'<div class="{name}" role="timer"><span aria-hidden="true">{escape(timer.shown)}</span>'
        f"<small>{escape(timer.said)}</small></div>"
    )


def card(shown: ProposalCard, say: Words) -> str:
    """A proposal: what it says, whose it is, and what was done with it."""
    signs = [
        say("Agreed") if shown.is_agreed else "",
        say.plural("{n} dot", "{n} dots", shown.dots) if shown.dots is not None else "",
        say("stands for {numbers} too", numbers=say.list(map(say.number, shown.also))) if shown.also else "",
    ]
    told = "".join(f'<span class="ws-badge">{escape(sign)}</span> ' for sign in signs if sign)
    parked = f'<p class="wc-why">{_lines(say("Parked: {reason}", reason=shown.parked))}</p>' if shown.parked else ""
    return (
        f'<div class="wc-told {_KEPT_FROM_MATHJAX}"><p class="wc-signs">{told}</p><h4>{escape(shown.title)}</h4>'
        f"{parked}{_pairs(shown.pairs)}{_by(shown.by)}</div>"
    )


def duplicate(shown: Duplicate, say: Words) -> str:
    """A proposal that was merged into another one: its number, what it says, and whose it is."""
    number = say("Proposal {n}", n=say.number(shown.number))
    return (
        f'<div class="wc-told {_KEPT_FROM_MATHJAX}"><h5>{escape(number)}</h5><p>{escape(shown.title)}</p>'
        f"{_pairs(shown.pairs)}{_by(shown.by)}</div>"
    )


def _pairs(pairs: Iterable[tuple[str, str]]) -> str:
    told = "".join(
        f"<div>{f'<dt>{escape(name)}</dt>' if name else ''}<dd>{_lines(value)}</dd></div>" for name, value in pairs
    )
    return f"<dl>{told}</dl>" if told else ""


def _by(name: str) -> str:
    return f'<p class="wc-by">{escape(name)}</p>' if name else ""


def notes(panel: Panel) -> str:
    """The notes of this step, the newest first."""
    lines = "".join(f"<li><time>{escape(at)}</time> {_lines(text)}</li>" for at, text in panel.notes)
    return f'<ul class="wc-notes {_KEPT_FROM_MATHJAX}">{lines}</ul>' if lines else ""


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
