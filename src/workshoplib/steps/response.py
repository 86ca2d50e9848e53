"""Roles and responses: who answers whom, how fast, and who decides what."""

from collections.abc import Iterable

from workshoplib.analysis import coverage
from workshoplib.errors import N_
from workshoplib.facts import Cadence
from workshoplib.steps import roles
from workshoplib.steps.answering import channel_plans, hours, kept, levels, tone
from workshoplib.steps.blocks import Block, Bullets, Callout, Heading, Paragraph, Sources
from workshoplib.steps.gaps import named
from workshoplib.steps.step import Step
from workshoplib.steps.still_open import still_open
from workshoplib.steps.view import View
from workshoplib.strategy.response import AlertLevel

_MEASURES = {
    "reasonable waiting time according to most consumers": N_("Most people find up to {high} hours reasonable"),
    "share expecting a reply within 24 hours": N_("{share} expect an answer within 24 hours"),
    "share expecting a reply within 60 minutes": N_("{share} expect an answer within an hour"),
    "average time until a brand replies": N_("Companies answered after {high} hours on average"),
    "average time until a business replies": N_("Companies answered after {high} hours on average"),
    "share of messages answered": N_("Companies answered {share} of the messages"),
}
"""What the table of facts measures, in the reader's words; other measures are not shown."""

_KINDS = {"response expectation", "response observed"}


def show(view: View) -> Iterable[Block]:
    """How soon people expect an answer, and which channels nobody answers on yet."""
    yield from _expectations(view)
    say, channels = view.say, view.strategy.platforms.channels
    bare = coverage.unanswered(channels, view.strategy.response.channels)
    if not coverage.running(channels):
        yield Callout(say("No channel has been chosen yet, so nobody can be named for one."))
    elif bare:
        yield Callout(say("Channels that nobody answers on yet: {names}.", names=named(bare, view)), "warning")
    else:
        yield Callout(say("Every channel that you run has somebody who answers."), "good")


def _expectations(view: View) -> Iterable[Block]:
    say = view.say
    rows = [row for row in view.facts.cadence if _is_usable(row)]
    if not rows:
        yield Paragraph(say("No survey about response times is sure enough to be shown here."))
        return
    yield Heading(say("How soon people expect an answer"))
    yield Bullets(tuple(_expectation(row, view) for row in rows))
    yield Paragraph(
        say(
            "These surveys are old or do not tell their year, and none asked in the Nordic countries. "
            "Your own customers’ patience is the better measure."
        )
    )
    yield Sources(tuple(row.fact for row in rows))


def _is_usable(row: Cadence) -> bool:
    # A row without the page it was seen on was written from memory; see the README of the facts.
    seen = row.fact.confidence != "low" and bool(row.fact.seen_at)
    return seen and row.kind in _KINDS and row.measure in _MEASURES


def _expectation(row: Cadence, view: View) -> str:
    say = view.say
    year = str(row.data_year) if row.data_year else say("year not told")
    told = say(_MEASURES[row.measure], high=row.high, share=say.percent(row.high or 0))
    return f"{told} ({row.fact.source_publisher}, {year})."


def recap(view: View) -> Iterable[Block]:
    """Who answers, whether the hours fit, what happens when it burns, and who does what."""
    yield from channel_plans(view)
    yield from hours(view)
    yield from kept(view)
    yield from levels(view)
    yield from tone(view)
    yield from roles.duties(view)
    yield from roles.policy(view)
    yield from still_open(_gaps(view), view)


def _gaps(view: View) -> Iterable[str]:
    say, strategy = view.say, view.strategy
    part = strategy.response
    bare = coverage.unanswered(strategy.platforms.channels, part.channels)
    if bare:
        yield say("Channels without a responder: {names}.", names=named(bare, view))
    if not part.channels and not bare:
        yield say("Nobody has been named to answer on a channel.")
    red = [level for level in part.levels if level.level is AlertLevel.RED and level.owner]
    if not red:
        yield say("Nobody has been named for a red day.")
    lonely = [plan for plan in part.channels if plan.responder and not plan.stand_in]
    if lonely:
        yield say("Channels without a stand-in: {names}.", names=named(lonely, view))
    hurried = [plan for plan in part.channels if plan.target_minutes is None]
    if hurried:
        yield say("Channels without a promised time: {names}.", names=named(hurried, view))
    yield from roles.gaps(view)
    if not part.tone and not part.tone_samples:
        yield say("The tone has not been agreed on.")


STEP = Step("response", "response", "08-response", 35, N_("Roles and responses"), show, recap)
