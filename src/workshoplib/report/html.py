"""The report as one HTML file: nbconvert with a template of our own.

The file holds no script and asks nobody for anything; a policy in it forbids browsers to do otherwise.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape
from nbconvert.exporters import TemplateExporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat import NotebookNode
from nbformat.v4 import new_notebook

from workshoplib import __version__
from workshoplib.errors import N_
from workshoplib.facts import Fact
from workshoplib.report.sections import Section
from workshoplib.steps.render import once_each, origin, source, style
from workshoplib.words import Words

_TEMPLATES = Path(__file__).parent / "templates"
_SOURCES = re.compile(r'<ul class="ws-sources">.*?</ul>', re.DOTALL)
_FACT = re.compile(r'<li data-fact="([^"]*)">')
_CONFIDENCE: Mapping[str, str] = {
    "high": N_("well supported"),
    "medium": N_("fairly well supported"),
    "low": N_("weakly supported"),
}
_LANGUAGES: Mapping[str, str] = {"en": N_("English"), "nb": N_("Norwegian"), "sv": N_("Swedish"), "da": N_("Danish")}


@dataclass(frozen=True)
class About:
    """What a report is about and made from; what is not known stays empty."""

    organisation: str
    made_on: date
    workshop: str = ""
    """The workshop's file name."""
    first: date | None = None
    last: date | None = None
    """The period that the strategy is for."""
    revision: int | None = None
    chain_head: str = ""
    """The store's last revision and the head of its chain of hashes: which answers these are, to the letter."""
    data_until: date | None = None
    """The last day of the results in it."""


def document(sections: Sequence[Section], about: About, say: Words) -> str:
    """The report: cover, parameters, contents, a section for each step, and the sources, each once."""
    facts = [fact for section in sections for fact in section.facts]
    sources = once_each(facts)
    numbers = {origin(fact): number for number, fact in enumerate(sources, start=1)}
    shown = {
        "about": about,
        "say": say,
        "period": _period(about, say),
        "parameters": _parameters(about, say),
        "sections": sections,
        "sources": [_source(fact, say) for fact in sources],
        "style": Markup(style() + _own_style(about.organisation)),  # noqa: S704 - style sheets of ours
    }
    notebook = new_notebook(cells=[cell for section in sections for cell in _cells(section)])
    exporter = _Exporter({fact.id: numbers[origin(fact)] for fact in facts}, say)
    html, _ = exporter.from_notebook_node(notebook, {"report": shown})
    return str(html)


class _Exporter(TemplateExporter):
    """nbconvert with our template, without preprocessors, and with everything escaped that is not marked as HTML."""

    output_mimetype = "text/html"

    def __init__(self, numbers: Mapping[str, int], say: Words) -> None:
        super().__init__(  # type: ignore[no-untyped-call]
            template_name="workshop",
            template_file="index.html.j2",
            extra_template_basedirs=[str(_TEMPLATES)],
            default_preprocessors=[],
            exclude_input=True,
        )
        self._numbers = numbers
        self._say = say

    def default_filters(self) -> Iterable[tuple[str, Any]]:
        """What the template may call; ``filter_data_type`` is the base template's, and ``sections`` left one type."""
        return (("markdown", _markdown), ("blocks", self._blocks), ("filter_data_type", _types))

    def _create_environment(self) -> Any:
        environment = super()._create_environment()  # type: ignore[no-untyped-call]
        environment.autoescape = True
        return environment

    def _blocks(self, html: str) -> Markup:
        deeper = html.replace("<h2>", "<h3>").replace("</h2>", "</h3>")
        return Markup(_SOURCES.sub(self._references, deeper))  # noqa: S704 - made, and escaped, by steps.render

    def _references(self, found: re.Match[str]) -> str:
        numbers = sorted(self._numbers[unescape(name)] for name in _FACT.findall(found[0]))
        links = ", ".join(f'<a href="#source-{number}">{number}</a>' for number in numbers)
        return f'<p class="ws-sources">{escape(self._say("Sources"))}: {links}</p>' if links else ""


class _Renderer(IPythonRenderer):
    """Markdown without HTML, pictures or diagrams, its headings one level below the section's."""

    def __init__(self) -> None:
        super().__init__(escape=True, allow_harmful_protocols=False, exclude_anchor_links=True)

    def heading(self, text: str, level: int, **_: Any) -> str:
        return f"<h{min(level + 1, 6)}>{text}</h{min(level + 1, 6)}>\n"

    def image(self, text: str, url: str, title: str | None = None) -> str:  # noqa: ARG002 - the signature is mistune's
        return str(escape(text))

    def block_mermaidjs(self, code: str) -> str:  # noqa: ARG002 - the signature is nbconvert's
        return ""


def _types(data: Mapping[str, str]) -> list[str]:
    return list(data)


def _markdown(source: str) -> Markup:
    return Markup(MarkdownWithMath(renderer=_Renderer()).render(source))  # noqa: S704 - the renderer escapes


def _cells(section: Section) -> Iterable[NotebookNode]:
    """The section's cells; the first and the last say so, for the template to open and close the section."""
    for number, cell in enumerate(section.cells):
        cell.metadata["opens"] = section.name if number == 0 else ""
        cell.metadata["title"] = section.title
        cell.metadata["closes"] = number == len(section.cells) - 1
        yield cell


def _period(about: About, say: Words) -> str:
    if about.first and about.last:
        return say("{first} to {last}", first=about.first, last=about.last)
    return say("from {first}", first=about.first) if about.first else ""


def _parameters(about: About, say: Words) -> list[tuple[str, str]]:
    rows = [
        (say("Workshop"), about.workshop),
        (say("Report made on"), say.date(about.made_on)),
        (say("Language"), say(_LANGUAGES[say.language])),
        (say("Revision of the answers"), "" if about.revision is None else say.number(about.revision)),
        (say("Check sum of the answers"), about.chain_head),
        (say("Results until"), say.date(about.data_until) if about.data_until else ""),
        (say("Version of the kit"), __version__),
    ]
    return [(name, value) for name, value in rows if value]


def _source(fact: Fact, say: Words) -> Markup:
    confidence = _CONFIDENCE.get(fact.confidence)
    return Markup(source(fact, say(confidence) if confidence else ""))  # noqa: S704 - source escapes


def _own_style(organisation: str) -> str:
    sheet = (_TEMPLATES / "workshop" / "report.css").read_text(encoding="utf-8")
    # As numbers, so that no letter of a name can end the string or the style sheet.
    name = "".join(letter if letter.isalnum() else f"\\{ord(letter):x} " for letter in organisation)
    return sheet.replace("{organisation}", name)
