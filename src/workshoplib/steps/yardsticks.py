"""Yardsticks, as blocks: what the usual figures mean, and what others get."""

from collections.abc import Iterable

from workshoplib.analysis import engagement
from workshoplib.charts.bars import bars
from workshoplib.errors import N_
from workshoplib.steps.blocks import Block, Callout, Column, Heading, Paragraph, Picture, Sources, Table
from workshoplib.steps.view import View
from workshoplib.strategy.kpis import Denominator, KpiKind

_DEFINITIONS = (
    (KpiKind.REACH, N_("People who saw it at least once"), N_("Counted by the platform; each person once")),
    (
        KpiKind.IMPRESSIONS,
        N_("Times that it was shown"),
        N_("Counted by the platform; the same person may count often"),
    ),
    (
        KpiKind.ENGAGEMENT,
        N_("How many of those who could react did"),
        N_("Reactions + comments + shares + saves, divided by reach, impressions or followers"),
    ),
    (KpiKind.CLICK_RATE, N_("How many went on to your page"), N_("Clicks divided by impressions")),
    (
        KpiKind.CONVERSION_RATE,
        N_("How many did what you hoped for"),
        N_("Orders, sign-ups or applications, divided by clicks or visits"),
    ),
    (KpiKind.COST_PER_RESULT, N_("What one result cost"), N_("Money spent divided by results")),
    (KpiKind.ROI, N_("What came back for the money"), N_("(Value − cost) divided by cost")),
    (KpiKind.RESPONSE_TIME, N_("How long people waited"), N_("The middle one of all first answers, in minutes")),
)

_OUT_OF = {
    Denominator.FOLLOWERS: N_("Engagement rate out of followers, per post, {year}"),
    Denominator.IMPRESSIONS: N_("Engagement rate out of impressions, per post, {year}"),
}


def definitions(view: View) -> Iterable[Block]:
    """The usual figures, what they tell and how they are counted."""
    say = view.say
    yield Heading(say("What the usual figures mean"))
    yield Table(
        "",
        (Column(say("Figure")), Column(say("What it tells")), Column(say("How it is counted"))),
        tuple((say(kind.label), say(meaning), say(formula)) for kind, meaning, formula in _DEFINITIONS),
    )


def benchmarks(view: View) -> Iterable[Block]:
    """Published engagement rates, a chart for each way of counting; a sentence where none can be shown."""
    say = view.say
    found = engagement.comparisons(view.facts.benchmarks)
    if not found:
        yield Paragraph(say("No published engagement rates are sure enough to be shown here."))
        return
    yield Heading(say("What others get"))
    yield Callout(
        say(
            "Providers divide by different things: followers, reach or impressions. "
            "Compare only within one chart, and let your own figures of last year win."
        ),
        "warning",
    )
    for one in found:
        title = say(_OUT_OF[one.out_of], year=str(one.year))
        rates = [(say(platform.label), row.central or 0) for platform, row in one.rows]
        publisher = one.rows[0][1].fact.source_publisher
        yield Picture(
            bars(rates, say=say, title=title, write=lambda rate: say.percent(rate, 2)),
            say("{title}. Source: {publisher}, worldwide, all industries.", title=title, publisher=publisher),
        )
    yield Sources(tuple(one.rows[0][1].fact for one in found))
