"""Campaigns as blocks: what each is for, when its phases run, and how the money is shared among them."""

from collections.abc import Iterable, Sequence
from datetime import date

from workshoplib.analysis import money
from workshoplib.charts.timeline import Span, timeline
from workshoplib.steps.answers import name_of, title_of
from workshoplib.steps.blocks import Block, Column, Picture, Table
from workshoplib.steps.channels import name_by_id
from workshoplib.steps.costs import amount
from workshoplib.steps.view import View
from workshoplib.strategy.budget import Campaign

_MOST_DAYS = 366 * 5
"""A longer stretch is a slip of the keyboard; drawn, it would squeeze all others to nothing."""


def campaigns(view: View) -> Iterable[Block]:
    """A table of the campaigns and a timeline of their phases."""
    say, planned = view.say, view.strategy.budget.campaigns
    if not planned:
        return
    yield Table(
        say("Paid campaigns"),
        (
            Column(say("Campaign")),
            Column(say("Goal")),
            Column(say("Channel")),
            Column(say("Budget"), numeric=True),
            Column(say("In the first phase"), numeric=True),
            Column(say("Tracking source")),
        ),
        tuple(
            (
                title_of(campaign, view),
                name_of("goals.goals", campaign.goal, view),
                name_by_id(campaign.channel, view),
                amount(campaign.budget, view),
                _first_phase(campaign, view),
                campaign.tracking,
            )
            for campaign in planned
        ),
    )
    spans = [span for campaign in planned for span in _spans(campaign, view)]
    if _can_be_drawn(spans):
        yield Picture(
            timeline(spans, say=say, title=say("Campaigns and their phases"), today=view.today),
            say("When each phase runs; the dashed line is today, where it falls within."),
        )


def _can_be_drawn(spans: Sequence[Span]) -> bool:
    if not spans:
        return False
    first, last = min(span.first for span in spans), max(span.last for span in spans)
    # A drawing ends on the day after, and the calendar's last year has none.
    return (last - first).days <= _MOST_DAYS and last.year < date.max.year


def _first_phase(campaign: Campaign, view: View) -> str:
    share = money.first_phase_share(campaign)
    return "" if share is None else view.say.percent(100 * share, 0)


def _spans(campaign: Campaign, view: View) -> Iterable[Span]:
    say, name = view.say, title_of(campaign, view)
    phases = money.dated(campaign.phases)
    for phase, first, last in phases:
        kind = say(phase.kind.label) if phase.kind else say("Phase")
        yield Span(f"{name}: {kind}", first, last, kind)
    if not phases and campaign.first_day and campaign.last_day:
        yield Span(name, campaign.first_day, campaign.last_day, say("Whole campaign"))
