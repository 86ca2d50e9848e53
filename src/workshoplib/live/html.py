"""The participant's page as HTML: all that comes in is text, and is escaped here. Its look is in the template."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from workshoplib.forms.widgets import HTML
from workshoplib.live.wire import Text

_SHOWN = 4
"""Answers on a card that are read at once; the others wait behind a word."""


@dataclass(frozen=True)
class Card:
    """One proposal, or one thing that the group agreed on: its title, who says so, and its answers."""

    title: str
    pairs: tuple[tuple[str, str], ...] = ()
    by: str = ""
    mine: bool = False


@dataclass(frozen=True)
class Bar:
    """A candidate's dots: how many, said in words too."""

    title: str
    dots: int
    told: str


def told(name: str) -> HTML:
    """A place for what the script is to know; nobody sees it."""
    return _html(f"wl-told-{name}")


def tell(place: HTML, document: Mapping[str, object]) -> None:
    """Gives the script another document to know."""
    place.value = f'<i data-told="{escape(json.dumps(document, default=str, sort_keys=True))}"></i>'


def introduction(title: str, texts: Sequence[Text], more: str = "") -> HTML:
    """The step's heading, its question, and what it leads to; with a word for ``more`` that opens from the question."""
    heading = f'<h1 tabindex="-1">{escape(title)}</h1>' if title else ""
    question = " ".join(escape(text.text) for text in texts if text.kind == "question")
    rest = "".join(f"<p>{escape(text.text)}</p>" for text in texts if text.kind == "paragraph")
    points = "".join(f"<li>{escape(text.text)}</li>" for text in texts if text.kind == "point")
    rest += f"<ul>{points}</ul>" if points else ""
    if more and rest:
        told = f'<span class="wl-question">{question}</span> <span class="wl-more">{escape(more)}</span>'
        return _html("wl-introduction", f"{heading}<details><summary>{told}</summary>{rest}</details>")
    asked = f'<p class="wl-question">{question}</p>' if question else ""
    return _html("wl-introduction", heading + asked + rest)


def heading(text: str) -> HTML:
    """A heading within the page."""
    return _html("wl-heading", f"<h2>{escape(text)}</h2>")


def small_heading(text: str) -> HTML:
    """A heading within a section."""
    return _html("wl-heading", f"<h3>{escape(text)}</h3>")


def announcement(text: str) -> HTML:
    """What there is to do now; a screen reader says it when it changes."""
    return _html("wl-announcement", f'<div role="status">{_lines(text)}</div>')


def alert(text: str) -> HTML:
    """What went wrong just now, or nothing."""
    place = _html("wl-alert")
    alarm(place, text)
    return place


def alarm(place: HTML, text: str) -> None:
    """Puts another sentence into an alert."""
    place.value = f'<div role="alert">{_lines(text)}</div>' if text else ""


def count(text: str) -> HTML:
    """A number that changes under one's hands."""
    place = _html("wl-count")
    recount(place, text)
    return place


def recount(place: HTML, text: str) -> None:
    """Puts another number in."""
    place.value = f'<div role="status">{_lines(text)}</div>'


def cards(cards: Iterable[Card], more: str, yours: str) -> HTML:
    """Cards as a list; ``more`` opens what has no room, ``yours`` marks one's own."""
    return _html("wl-cards", f"<ul>{''.join(f'<li>{_card(one, more, yours)}</li>' for one in cards)}</ul>")


def card(one: Card, more: str, yours: str) -> HTML:
    """A card alone."""
    return _html("wl-card", _card(one, more, yours))


def bars(caption: str, bars: Sequence[Bar]) -> HTML:
    """A bar chart that is a table: each line a name, a bar and the number in words."""
    most = max((bar.dots for bar in bars), default=0) or 1
    lines = "".join(
        f'<tr><th scope="row">{escape(bar.title)}</th>'
        f'<td>{_bar(bar.dots / most)}<span class="wl-told-dots">{escape(bar.told)}</span></td></tr>'
        for bar in bars
    )
    return _html("wl-bars", f"<table><caption>{escape(caption)}</caption><tbody>{lines}</tbody></table>")


def _bar(share: float) -> str:
    return f'<span class="wl-bar" style="width:{share:.1%}"></span>' if share else ""


def _card(one: Card, more: str, yours: str) -> str:
    badge = f' <span class="wl-yours">{escape(yours)}</span>' if one.mine else ""
    by = f'<p class="wl-by">{_lines(one.by)}</p>' if one.by else ""
    title = f'<p class="wl-title"><strong>{_lines(one.title)}</strong>{badge}</p>'
    first, rest = one.pairs[:_SHOWN], one.pairs[_SHOWN:]
    folded = f"<details><summary>{escape(more)}</summary>{_pairs(rest)}</details>" if rest else ""
    return f"{title}{by}{_pairs(first)}{folded}"


def _pairs(pairs: Sequence[tuple[str, str]]) -> str:
    lines = "".join(f"<div><dt>{escape(name)}</dt><dd>{_lines(text)}</dd></div>" for name, text in pairs)
    return f"<dl>{lines}</dl>" if pairs else ""


def _html(name: str, value: str = "") -> HTML:
    widget = HTML(value, tooltip="")  # an unset tooltip reads "null" in the browser
    widget.add_class(name)
    return widget


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
