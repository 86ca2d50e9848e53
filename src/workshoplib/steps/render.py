"""Blocks as HTML and as plain text: the one place where a step's words meet markup, and so where they are escaped."""

import base64
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from html import escape
from importlib.resources import files
from typing import Any

from workshoplib.charts import Chart
from workshoplib.facts import Fact
from workshoplib.steps.blocks import (
    Block,
    Bullets,
    Callout,
    Card,
    Cards,
    Cell,
    Column,
    Entry,
    Figures,
    Grid,
    Heading,
    Paragraph,
    Picture,
    Sources,
    Table,
)

SOURCES_MIME = "application/vnd.workshop.sources+json"
"""Beside ``text/html``, an output carries under this type the facts that it leans on; a report lists them."""

OPENING = '<div class="ws-blocks mathjax_ignore">'
"""How HTML made here begins, so that a report knows it from other output.

JupyterLab's MathJax keeps its hands off: a line such as "from $5 to $10" is money, no formula.
"""

_LONG = 90
"""Characters: a cell with more is a text rather than a figure or a name."""

_ICONS = {"note": "i", "warning": "!", "good": "✓"}


def style() -> str:
    """The style sheet that belongs to the HTML of ``html``."""
    return files("workshoplib.steps").joinpath("blocks.css").read_text(encoding="utf-8")


def bundle(blocks: Iterable[Block]) -> dict[str, Any]:
    """What a notebook displays for these blocks, by MIME type."""
    shown = tuple(blocks)
    return {
        "text/html": html(shown),
        "text/plain": plain(shown),
        SOURCES_MIME: [asdict(fact) for fact in _facts(shown)],
    }


def html(blocks: Iterable[Block]) -> str:
    """The blocks as one HTML element, without its style sheet; every text in them escaped."""
    return "\n".join([OPENING, *map(_html, blocks), "</div>"])


def plain(blocks: Iterable[Block]) -> str:
    """The blocks as text for a terminal or a mail, an empty line between two."""
    return "\n\n".join(map(_plain, blocks))


def once_each(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The first fact from each source: many figures come from one table."""
    found: dict[tuple[str, ...], Fact] = {}
    for fact in facts:
        found.setdefault(origin(fact), fact)
    return tuple(found.values())


def origin(fact: Fact) -> tuple[str, ...]:
    """What facts from one source have in common."""
    return fact.source_title, fact.source_publisher, fact.source_year, fact.source_url, fact.confidence


def source(fact: Fact, *more: str) -> str:
    """A fact's source in one line of HTML, its title a link where it is on the web; ``more`` is added in brackets."""
    told = [word for word in (fact.source_publisher, fact.source_year, *more) if word not in ("", "n/a")]
    title, url = fact.source_title or fact.id, fact.source_url
    named = escape(title)
    if url.startswith(("https://", "http://")):
        named = f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{named}</a>'
    return f"{named} ({escape(', '.join(told))})" if told else named


def _html(block: Block) -> str:
    match block:
        case Paragraph(text):
            return f"<p>{escape(text)}</p>"
        case Heading(text):
            return f"<h2>{escape(text)}</h2>"
        case Bullets(lines):
            return _list("ws-bullets", map(escape, lines))
        case Callout(text, tone):
            icon = f'<span class="ws-icon" aria-hidden="true">{_ICONS[tone]}</span>'
            return f'<div class="ws-callout ws-{tone}" role="note">{icon}<p>{escape(text)}</p></div>'
        case Figures(pairs):
            # The number comes first to the eye; in the source its name does, as a description list wants it.
            return f'<dl class="ws-figures">{_pairs(pairs, name_first=False)}</dl>'
        case Card():
            return f'<div class="ws-card">{_card(block)}</div>'
        case Cards(cards):
            return _list("ws-cards", map(_card, cards), item="ws-card")
        case Table(caption, columns, rows):
            return _table(caption, columns, rows)
        case Grid():
            return _grid(block)
        case Picture(chart, caption):
            return _picture(chart, caption)
        case Sources(facts):
            return _sources(facts)


def _list(name: str, lines: Iterable[str], item: str = "") -> str:
    attribute = f' class="{item}"' if item else ""
    return f'<ul class="{name}">' + "".join(f"<li{attribute}>{line}</li>" for line in lines) + "</ul>"


def _pairs(pairs: Iterable[tuple[str, str]], *, name_first: bool) -> str:
    named = pairs if name_first else ((name, value) for value, name in pairs)
    return "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in named)


def _card(card: Card) -> str:
    badge = f' <span class="ws-badge">{escape(card.badge)}</span>' if card.badge else ""
    answers = f"<dl>{_pairs(card.pairs, name_first=True)}</dl>" if card.pairs else ""
    return f'<p class="ws-card-title"><strong>{escape(card.title)}</strong>{badge}</p>{answers}'


def _table(caption: str, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f'<th scope="col"{_numeric(column)}>{escape(column.title)}</th>' for column in columns)
    body = "".join(f"<tr>{_row(columns, row)}</tr>\n" for row in rows)
    title = f"<caption>{escape(caption)}</caption>" if caption else ""
    # A table wider than a phone scrolls by itself, and then it must be reachable by keyboard and have a name.
    name = f' role="region" aria-label="{escape(caption)}"' if caption else ""
    table = f"<table>{title}<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody></table>"
    return f'<div class="ws-scroll" tabindex="0"{name}>{table}</div>'


def _row(columns: Sequence[Column], row: Sequence[str]) -> str:
    cells = [f"<td{_kind(column, cell)}>{escape(cell)}</td>" for column, cell in zip(columns, row, strict=True)]
    if cells:
        cells[0] = f'<th scope="row"{_numeric(columns[0])}>{escape(row[0])}</th>'
    return "".join(cells)


def _kind(column: Column, cell: str) -> str:
    """The class of a cell: numbers stand to the right, and long texts need room on a phone."""
    return _numeric(column) or (' class="ws-long"' if len(cell) > _LONG else "")


def _numeric(column: Column) -> str:
    return ' class="ws-number"' if column.numeric else ""


def _grid(grid: Grid) -> str:
    # Laid out as blocks on a phone, a table is none to a screen reader unless its roles are written down.
    named = [grid.heading] if grid.heading else []
    columns = "".join(f'<th scope="col" role="columnheader">{escape(name)}</th>' for name in (*named, *grid.columns))
    body = "".join(
        f'<tr role="row">{_row_name(name) if named else ""}{"".join(map(_cell, cells))}</tr>\n'
        for name, cells in grid.rows
    )
    return (
        f'<table class="ws-grid{"" if named else " ws-board"}" role="table"><caption>{escape(grid.caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{columns}</tr></thead>\n<tbody role="rowgroup">\n{body}</tbody></table>'
    )


def _row_name(name: str) -> str:
    return f'<th scope="row" role="rowheader">{escape(name)}</th>'


def _cell(cell: Cell) -> str:
    names = [
        name for name, holds in (("ws-off", cell.quiet), ("ws-none", not cell.entries and not cell.notes)) if holds
    ]
    attribute = f' class="{" ".join(names)}"' if names else ""
    label = f'<span class="ws-day">{escape(cell.label)}</span>' if cell.label else ""
    notes = "".join(f'<span class="ws-note">{escape(note)}</span>' for note in cell.notes)
    entries = f"<ul>{''.join(map(_entry, cell.entries))}</ul>" if cell.entries else ""
    return f'<td role="cell"{attribute}>{label}{notes}{entries}</td>'


def _entry(entry: Entry) -> str:
    first, *rest = entry.lines
    told = "".join(f"<span>{escape(line)}</span>" for line in rest)
    return f'<li class="ws-lane-{entry.lane}"><b>{escape(first)}</b>{told}</li>'


def _picture(chart: Chart, caption: str) -> str:
    # As an image the drawing can neither run a script nor load anything, whatever a label in it says.
    data = base64.b64encode(chart.svg.encode()).decode()
    image = f'<img alt="{escape(chart.alt)}" src="data:image/svg+xml;base64,{data}">'
    return f"<figure>{image}<figcaption>{escape(caption)}</figcaption></figure>"


def _sources(facts: Iterable[Fact]) -> str:
    # The id lets a report put the number of the source in the place of its title.
    lines = "".join(f'<li data-fact="{escape(fact.id)}">{source(fact)}</li>' for fact in once_each(facts))
    return f'<ul class="ws-sources">{lines}</ul>'


def _facts(blocks: Iterable[Block]) -> Iterable[Fact]:
    found = (fact for block in blocks if isinstance(block, Sources) for fact in block.facts)
    return {fact.id: fact for fact in found}.values()


def _plain(block: Block) -> str:
    match block:
        case Paragraph(text):
            return text
        case Heading(text):
            return f"{text}\n{'-' * len(text)}"
        case Bullets(lines):
            return "\n".join(f"- {line}" for line in lines)
        case Callout(text, tone):
            return f"[{_ICONS[tone]}] {text}"
        case Figures(pairs):
            return "\n".join(f"{name}: {value}" for value, name in pairs)
        case Card(title, pairs, badge):
            first = f"{title} ({badge})" if badge else title
            return "\n".join([first, *(f"  {name}: {value}" for name, value in pairs)])
        case Cards(cards):
            return "\n\n".join(map(_plain, cards))
        case Table(caption, columns, rows):
            titles = " | ".join(column.title for column in columns)
            return "\n".join(filter(None, (caption, titles, *map(" | ".join, rows))))
        case Grid(caption, rows=rows):
            return "\n".join([caption, *(line for name, cells in rows for line in _plain_row(name, cells))])
        case Picture(chart, caption):
            return "\n".join(filter(None, (caption, chart.alt)))
        case Sources(facts):
            return "\n".join(
                f"- {fact.source_title} ({fact.source_publisher}, {fact.source_year})" for fact in once_each(facts)
            )


def _plain_row(name: str, cells: Iterable[Cell]) -> Iterable[str]:
    """The cells of a grid's row that hold something, a line each."""
    for cell in cells:
        told = [*cell.notes, *(", ".join(entry.lines) for entry in cell.entries)]
        if told:
            yield " | ".join(filter(None, (name, cell.label, "; ".join(told))))
