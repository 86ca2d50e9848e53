"""Phases as blocks: how each campaign tests, learns and scales, and what must be true before it goes on."""

from collections.abc import Iterable

from workshoplib.analysis.campaign_part import Part
from workshoplib.analysis.campaign_phases import Step, steps_of
from workshoplib.analysis.campaign_split import Split
from workshoplib.analysis.digits import two_digits
from workshoplib.analysis.result_costs import FEWEST
from workshoplib.steps.answers import title_of
from workshoplib.steps.blocks import Block, Column, Table
from workshoplib.steps.costs import rounded
from workshoplib.steps.view import View
from workshoplib.strategy.budget import PhaseKind


def phases(found: Split, view: View) -> Iterable[Block]:
    """The phases of each campaign that is part of the split, with the money and the gate of each."""
    say = view.say
    rows = tuple(
        _row(part, step, view)
        for part, spend in zip(found.parts, found.best.spend, strict=True)
        for step in steps_of(part, part.ads(float(spend)), view.strategy)
    )
    if rows:
        headings = (say("Campaign"), say("Phase"), say("Days"), say("For ads"), say("Share"), say("Go on if"))
        yield Table(
            say("Test, learn, scale"),
            tuple(Column(heading, numeric=number in (3, 4)) for number, heading in enumerate(headings)),
            rows,
        )


def _row(part: Part, step: Step, view: View) -> tuple[str, ...]:
    say, stretch = view.say, step.stretch
    phase = say(stretch.kind.label)
    return (
        title_of(part.campaign, view),
        phase if step.is_own else say("{phase} (proposed)", phase=phase),
        f"{say.short_date(stretch.first)} – {say.short_date(stretch.last)}",
        rounded(stretch.amount, view),
        say.percent(step.percent),
        _gate(part, step, view),
    )


def _gate(part: Part, step: Step, view: View) -> str:
    say = view.say
    if step.is_too_small:
        return say(
            "too small to tell: it buys about {expected} results, and it takes {n}",
            expected=say.number(two_digits(step.expected)),
            n=say.number(FEWEST),
        )
    if step.needed is None:
        return say("each further result costs {worth} at most", worth=rounded(part.worth, view))
    if step.stretch.kind is PhaseKind.TEST:
        return say("{n} results or more, so that they pay", n=say.number(step.needed))
    return say("{n} results or more, as the plan assumes", n=say.number(step.needed))
