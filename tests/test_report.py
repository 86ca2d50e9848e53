"""Reports: notebooks are run, what is meant for readers is kept, and out comes a page that needs nothing but itself."""

import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from workshoplib import folders, places
from workshoplib.charts import Chart
from workshoplib.facts import Fact
from workshoplib.report import About, Chapter, make_report
from workshoplib.report.html import document
from workshoplib.report.run import NotebookFailed, UnknownParameter, Workers, declared, run
from workshoplib.report.sections import Section, sections
from workshoplib.steps import render, step
from workshoplib.steps.blocks import (
    Block,
    Callout,
    Card,
    Cards,
    Column,
    Figures,
    Heading,
    Paragraph,
    Picture,
    Sources,
    Table,
)
from workshoplib.words import words

SAMPLE = places.data() / "samples" / "kystbrygg.yaml"
GOLDEN = Path(__file__).parent / "golden" / "report.html"
SAY = words("en")
USE = Fact(
    "use", "Use of social media", "Norsk Statistikk", "2026", "https://example.org/use", "", "high", "2026-11-01"
)
COST = Fact("cost", "What reach costs", "Byrå & Co", "2025", "https://example.org/cost", "", "low", "2026-11-01")
ABOUT = About(
    "Kystbrygg AS",
    date(2027, 1, 6),
    workshop="kystbrygg.workshop",
    first=date(2027, 1, 1),
    last=date(2027, 12, 31),
    revision=1412,
    chain_head="9f86d081884c7d65",
)
GOALS: tuple[Block, ...] = (
    Callout("Goal 2 has no baseline.", "warning"),
    Figures((("3", "goals"), ("1 of 3", "with a baseline"))),
    Cards((Card("More visits to the brewery", (("Metric", "Visits a month"), ("Target", "12,500")), "priority"),)),
    Sources((USE,)),
)
BUDGET: tuple[Block, ...] = (
    Heading("Where the money goes"),
    Table("Budget lines", (Column("Line"), Column("Amount", numeric=True)), (("Ads", "120,000"), ("Photos", "30,000"))),
    Picture(
        Chart("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 3'/>", "Bars: ads are four times photos."),
        "Money",
    ),
    Sources((COST, USE)),
)


def output(*blocks: Block, **other: str) -> NotebookNode:
    return new_output("display_data", {**render.bundle(blocks), **other})


def shown(*blocks: Block) -> NotebookNode:
    return new_code_cell("session.recap()", outputs=[output(*blocks)], metadata={"tags": ["report"]})


def prose(text: str, *tags: str) -> NotebookNode:
    return new_markdown_cell(text, metadata={"tags": list(tags)})


def page(*cells: NotebookNode, about: About = ABOUT) -> str:
    return document(sections([(Chapter("goals", new_notebook()), new_notebook(cells=list(cells)))]), about, SAY)


def two_steps() -> tuple[Section, ...]:
    goals = [
        prose("# Your goals\n\n*For the room.*"),
        prose("What shall **change**, and by when.", "report"),
        shown(*GOALS),
    ]
    budget = [prose("# Your budget", "report"), shown(*BUDGET), prose("### The trap\n\nHours are money.", "report")]
    nobody = [prose("# Only for the room"), new_code_cell("session.ask()", outputs=[output(Paragraph("secret"))])]
    chapters = [Chapter(name, new_notebook()) for name in ("goals", "personas", "budget")]
    return sections(zip(chapters, (new_notebook(cells=cells) for cells in (goals, nobody, budget)), strict=True))


class Page(HTMLParser):
    """A page's tags with their attributes, in order, and its texts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, Mapping[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append(data.strip())

    def found(self, *tags: str) -> list[Mapping[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag in tags]


def test_a_small_report_looks_as_it_always_did() -> None:
    assert document(two_steps(), ABOUT, SAY) == GOLDEN.read_text(encoding="utf-8")


def test_a_page_loads_nothing_and_runs_nothing() -> None:
    found = Page(document(two_steps(), ABOUT, SAY))
    asked = [attributes["src"] for _, attributes in found.tags if "src" in attributes]
    assert not found.found("script", "link", "iframe", "object", "embed", "base", "form", "input", "video", "audio")
    assert [address.split(",")[0] for address in asked] == ["data:image/svg+xml;base64"]
    assert not [
        name for _, attributes in found.tags for name in attributes if name.startswith(("on", "srcset", "style"))
    ]
    assert not [word for word in ("url(", "@import") if word in document(two_steps(), ABOUT, SAY)]


def test_a_policy_forbids_browsers_to_load_anything() -> None:
    (policy,) = [meta["content"] for meta in Page(page()).found("meta") if "http-equiv" in meta]
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:;")


def test_only_sources_lead_out_of_the_page() -> None:
    links = [link["href"] for link in Page(document(two_steps(), ABOUT, SAY)).found("a")]
    assert [link for link in links if not link.startswith("#")] == [USE.source_url, COST.source_url]


def test_every_link_within_the_page_has_its_place() -> None:
    found = Page(document(two_steps(), ABOUT, SAY))
    places = [attributes["id"] for _, attributes in found.tags if "id" in attributes]
    assert len(places) == len(set(places))
    assert {link["href"][1:] for link in found.found("a") if link["href"].startswith("#")} <= set(places)


def test_a_source_is_listed_once_and_cited_by_its_number() -> None:
    html = document(two_steps(), ABOUT, SAY)
    assert html.count("Use of social media") == 1
    assert '<p class="ws-sources">Sources: <a href="#source-1">1</a>, <a href="#source-2">2</a></p>' in html


def test_many_figures_from_one_table_are_one_source() -> None:
    other = replace(USE, id="use-of-others")
    html = page(shown(Sources((USE, other))), shown(Sources((other, COST))))
    assert html.count("Use of social media") == 1
    assert 'Sources: <a href="#source-1">1</a></p>' in html
    assert 'Sources: <a href="#source-1">1</a>, <a href="#source-2">2</a></p>' in html


def test_a_step_that_has_nothing_to_say_has_no_section() -> None:
    assert not Page(page(shown())).found("section")


def test_headings_go_down_one_level_at_a_time() -> None:
    levels = [int(tag[1]) for tag, _ in Page(document(two_steps(), ABOUT, SAY)).tags if tag in ("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= level + 1 for level, later in pairwise(levels))


def test_a_page_says_its_language() -> None:
    assert Page(document((), ABOUT, words("nb"))).found("html") == [{"lang": "nb"}]


def test_the_report_says_what_it_was_made_from() -> None:
    texts = Page(page(shown(*GOALS))).texts
    assert {"kystbrygg.workshop", "1,412", "9f86d081884c7d65", "6 January 2027", "English"} <= set(texts)


def test_what_is_for_the_room_stays_in_the_room() -> None:
    html = document(two_steps(), ABOUT, SAY)
    assert not [text for text in ("secret", "For the room", "Only for the room") if text in html]


def test_a_workshop_without_answers_gives_a_page_as_well() -> None:
    assert Page(document((), ABOUT, SAY)).found("main")


def test_output_that_is_not_ours_is_left_out() -> None:
    foreign = new_code_cell(
        outputs=[
            output(Paragraph("kept"), **{"application/javascript": "alert(1)", "text/vnd.mermaid": "click alert(1)"}),
            new_output("display_data", {"text/html": "<script>alert(1)</script>"}),
            new_output("display_data", {"image/svg+xml": "<svg onload=alert(1)>"}),
            new_output("display_data", {"text/markdown": "<b>alert(1)</b>", "text/latex": "$alert(1)$"}),
            new_output("display_data", {"application/vnd.jupyter.widget-view+json": {"model_id": "alert(1)"}}),
            new_output("stream", name="stdout", text="alert(1)"),
        ],
        metadata={"tags": ["report"]},
    )
    html = page(foreign)
    assert "kept" in html
    assert "alert(1)" not in html


@pytest.mark.parametrize(
    "markdown",
    [
        "<script>alert(1)</script>",
        "text <img src=x onerror=alert(1)> text",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        '![x"onerror="alert(1)](//evil.example/x.png "x")',
        '[x](/x "onmouseover=alert(1)")',
        "```mermaid\nclick a alert(1)\n</pre><script>\n```",
        "```python\n</code><script>alert(1)</script>\n```",
        "$$</p><script>alert(1)</script>$$",
        "<!-- --><style>@import '//evil.example'</style>",
        "| a |\n|---|\n| <iframe src=//evil.example> |",
    ],
)
def test_prose_brings_no_live_markup(markdown: str) -> None:
    found = Page(page(prose(markdown, "report")))
    alive = [tag for tag, _ in found.tags if tag in ("script", "img", "iframe", "style", "svg")]
    assert alive == ["style"]  # the page's own
    assert not [name for _, attributes in found.tags for name in attributes if name.startswith("on")]
    assert all(link["href"].startswith(("#", "/x")) for link in found.found("a"))


@pytest.mark.parametrize(
    "name", ["</title><script>alert(1)</script>", '"; } body { display: none', "</style><b>", "Ærø \\"]
)
def test_a_name_is_only_ever_text(name: str) -> None:
    found = Page(page(about=About(name, date(2027, 1, 6))))
    assert name in found.texts
    assert not found.found("script", "b")
    assert "display: none }" not in found.texts[1]


def test_answers_are_text_in_the_report_too() -> None:
    assert "{{ 7 * 7 }} <b>{% raw %}" in Page(page(shown(Paragraph("{{ 7 * 7 }} <b>{% raw %}")))).texts


def test_the_parameters_of_a_notebook_are_read_from_its_code() -> None:
    cell = new_code_cell('workshop = "a=b"  # c = 1\nlanguage = "en"', metadata={"tags": ["parameters"]})
    assert declared(new_notebook(cells=[cell, new_code_cell("other = 1")])) == {"workshop", "language"}


@pytest.mark.parametrize("name", ["unknown", "x = __import__('os').getpid()\ny", "workshop\n", "a" * 42, ""])
def test_a_parameter_that_a_notebook_does_not_declare_is_refused(name: str) -> None:
    cell = new_code_cell('workshop = ""', metadata={"tags": ["parameters"]})
    with pytest.raises(UnknownParameter):
        run([Chapter("goals", new_notebook(cells=[cell]))], {name: ""}, {})


def notebook(code: str) -> NotebookNode:
    cells = [
        new_markdown_cell("# Your goals"),
        new_code_cell('workshop = ""', metadata={"tags": ["parameters"]}),
        new_code_cell(code, metadata={"tags": ["report"]}),
    ]
    return new_notebook(cells=cells)


@pytest.mark.slow
def test_notebooks_are_run_with_their_parameters_each_in_an_empty_folder() -> None:
    code = (
        "import os\n"
        "from IPython.display import display\n"
        "from workshoplib.steps.blocks import Paragraph\n"
        "from workshoplib.steps.render import bundle\n"
        "told = f\"{workshop} on {os.environ['WORKSHOP_TODAY']} in a folder of {len(os.listdir())} files\"\n"
        "display(bundle([Paragraph(told)]), raw=True)"
    )
    told: list[tuple[str, int, int]] = []
    html = make_report(
        [Chapter("goals", notebook(code)), Chapter("budget", notebook(code))],
        ABOUT,
        say=SAY,
        parameters={"workshop": "kyst'brygg\\.workshop"},
        environment={"WORKSHOP_TODAY": "2027-01-06", "PYTHONPATH": str(Path(render.__file__).parents[2])},
        progress=lambda name, done, of: told.append((name, done, of)),
    )
    assert html.count("<p>kyst&#x27;brygg\\.workshop on 2027-01-06 in a folder of 0 files</p>") == 2
    assert {(done, of) for _, done, of in told} == {(1, 2), (2, 2)}


@pytest.mark.slow
def test_a_cell_that_fails_is_told_with_its_notebook() -> None:
    with pytest.raises(NotebookFailed, match=r"The notebook budget could not be run: KeyError: 'reach'"):
        run([Chapter("budget", notebook('{}["reach"]'))], {}, {})


@pytest.mark.slow
@pytest.mark.parametrize("name", ["goals", "budget"])
def test_a_step_is_reported_alike_with_kernels_and_without(name: str) -> None:
    chapter = Chapter(name, folders.localised_notebook(step(name).notebook, words("nb")))

    def made(*, kernels: bool) -> str:
        with Workers(1, kernels=kernels) as workers:
            return make_report(
                [chapter],
                ABOUT,
                say=words("nb"),
                parameters={"workshop": str(SAMPLE), "language": "nb", "participant": ""},
                environment={"WORKSHOP_FORMS": "off", "WORKSHOP_TODAY": "2027-01-06"},
                workers=workers,
            )

    assert made(kernels=False) == made(kernels=True)


@pytest.mark.skipif(sys.platform != "linux", reason="the cell would end pytest where nothing is forked")
def test_workers_whose_process_was_ended_are_there_for_the_next_report() -> None:
    with Workers(1) as workers:
        with pytest.raises(NotebookFailed, match="ended from outside"):
            run(
                [Chapter("goals", notebook(f"import os; os.kill(os.getppid(), {signal.SIGTERM:d})"))],
                {},
                {},
                workers=workers,
            )
        assert run([Chapter("goals", notebook("1"))], {}, {}, workers=workers)


@pytest.mark.skipif(sys.platform == "win32", reason="no signals between processes")
def test_workers_leave_at_an_interrupt_without_a_traceback() -> None:
    code = (
        "import os, signal\n"
        "from workshoplib.engines import warm\n"
        "warm(())\n"
        "os.kill(os.getpid(), signal.SIGINT)\n"
        "signal.pause()"
    )
    ran = subprocess.run([sys.executable, "-c", code], stderr=subprocess.PIPE, check=False)
    assert (ran.returncode, ran.stderr) == (130, b"")


def test_a_report_is_laid_out_where_no_widgets_are_installed() -> None:
    code = "import sys; sys.modules['ipywidgets'] = None; import workshoplib.report, workshoplib.report.run"
    subprocess.run([sys.executable, "-c", code], check=True)
