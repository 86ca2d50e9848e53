"""A step's blocks as HTML and text: what was typed is what is read, and nothing of it is alive."""

import base64
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from workshoplib.charts import Chart
from workshoplib.facts import Fact
from workshoplib.steps import render
from workshoplib.steps.blocks import (
    Bullets,
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

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><animate onbegin=alert(1) attributeName=x>",
    '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    "<object data=data:text/html;base64,PHNjcmlwdD4=>",
    "<base href=//evil.example>",
    '<meta http-equiv=refresh content="0;url=//evil.example">',
    "<link rel=stylesheet href=//evil.example>",
    "<style>@import '//evil.example'</style>",
    "<form action=//evil.example><input name=x>",
    "<details ontoggle=alert(1) open>",
    "<input autofocus onfocus=alert(1)>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "</p></td></table><script>alert(1)</script>",
    "</textarea></title></style></script><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "]]><script>alert(1)</script>",
    "{{7*7}} {% raw %} ${7*7}",
    "`onmouseover=alert(1)",
    "&lt;script&gt;alert(1)&lt;/script&gt; &amp;#60;",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "\u202e<b>gnp.exe</b>\u202c\u200b",
    "[x](javascript:alert(1))",
    "javascript:alert(1)",
    "JaVa\tScRiPt:alert(1)",
)


class Page(HTMLParser):
    """What a browser would find: tags, attributes, and texts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def found(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def a_fact(text: str = "Bruk av sosiale medier", url: str = "https://example.org/report") -> Fact:
    return Fact(text, text, text, "2026", url, "", "high", "2026-11-01")


def every_block(text: str) -> tuple[render.Block, ...]:
    return (
        Paragraph(text),
        Heading(text),
        Bullets((text, text)),
        Callout(text, "warning"),
        Figures(((text, text),)),
        Card(text, ((text, text),), text),
        Cards((Card(text, ((text, text),), text),)),
        Table(text, (Column(text), Column(text, numeric=True)), ((text, text),)),
        Picture(Chart("<svg/>", text), text),
        Sources((a_fact(text, url=text),)),
    )


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_that_was_typed_becomes_a_tag_or_an_attribute(payload: str) -> None:
    harmless = Page(render.html(every_block("harmless")))
    page = Page(render.html(every_block(payload)))
    assert [tag for tag, _ in harmless.tags] == [tag for tag, _ in page.tags]
    assert [attributes.keys() for _, attributes in harmless.tags] == [attributes.keys() for _, attributes in page.tags]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_was_typed_is_what_is_read(payload: str) -> None:
    page = Page(render.html((Paragraph(payload), Picture(Chart("<svg/>", payload), ""))))
    assert payload in page.texts
    assert [payload] == [image["alt"] for image in page.found("img")]


def test_only_a_web_address_becomes_a_link() -> None:
    addresses = ("https://example.org/?a=1&b=2", "javascript:alert(1)", "data:text/html,x", "//evil.example", "")
    page = Page(render.html([Sources(tuple(a_fact(url=url) for url in addresses))]))
    assert [link["href"] for link in page.found("a")] == ["https://example.org/?a=1&b=2"]


def test_a_picture_carries_its_drawing_within_itself() -> None:
    (image,) = Page(render.html([Picture(Chart("<svg>æøå</svg>", "Three bars"), "Hours")])).found("img")
    kind, data = str(image["src"]).split(",")
    assert (kind, base64.b64decode(data).decode()) == ("data:image/svg+xml;base64", "<svg>æøå</svg>")


def test_a_table_says_which_cells_are_headings() -> None:
    page = Page(
        render.html([Table("Channels", (Column("Channel"), Column("Hours", numeric=True)), (("TikTok", "4"),))])
    )
    assert [heading["scope"] for heading in page.found("th")] == ["col", "col", "row"]
    assert page.found("td") == [{"class": "ws-number"}]


def test_a_long_text_in_a_table_is_marked_so_that_a_phone_gives_it_room() -> None:
    rows = (("TikTok", "Because " * 20), ("Facebook", "Neighbours"))
    page = Page(render.html([Table("Channels", (Column("Channel"), Column("Reason")), rows)]))
    assert page.found("td") == [{"class": "ws-long"}, {}]


def test_a_row_with_too_few_cells_is_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        render.html([Table("Channels", (Column("Channel"), Column("Hours")), (("TikTok",),))])


@pytest.mark.parametrize("tone", ["note", "warning", "good"])
def test_a_callout_shows_its_tone_by_a_sign_and_not_by_colour_alone(tone: str) -> None:
    texts = [
        Page(render.html([Callout("Look", "note" if tone != "note" else "good")])).texts,
        Page(render.html([Callout("Look", tone)])).texts,  # type: ignore[arg-type]
    ]
    assert texts[0] != texts[1]


def test_an_output_carries_each_of_its_facts_once() -> None:
    bundle = render.bundle([Sources((a_fact("a"), a_fact("b"))), Sources((a_fact("a"),))])
    assert [fact["id"] for fact in bundle[render.SOURCES_MIME]] == ["a", "b"]


def test_a_source_of_several_facts_is_named_once() -> None:
    facts = (a_fact(), replace(a_fact(), id="other"), a_fact("Medievaner"))
    page = Page(render.html([Sources(facts)]))
    assert [line["data-fact"] for line in page.found("li")] == ["Bruk av sosiale medier", "Medievaner"]


def test_plain_text_holds_the_words_without_markup() -> None:
    text = render.plain(every_block("<b>"))
    assert "<b> | <b>" in text
    assert "<p>" not in text


def test_dollars_in_answers_are_left_alone_by_mathjax() -> None:
    (_, attributes), *_ = Page(render.html([Paragraph("from $5 to $10")])).tags
    assert "mathjax_ignore" in str(attributes["class"]).split()


def test_html_made_here_is_known_by_its_opening() -> None:
    assert render.html([]).startswith(render.OPENING)


def test_the_style_sheet_loads_nothing() -> None:
    assert [word for word in ("url(", "@import", "<") if word in render.style()] == []
