"""The facilitator's room: agenda against the clock, how far each part has come, and what happens next."""

from collections.abc import Iterable

from workshoplib.analysis import agenda, headway
from workshoplib.charts.bars import bars
from workshoplib.errors import N_
from workshoplib.steps import agendas, radar
from workshoplib.steps.answers import name_of
from workshoplib.steps.blocks import Block, Bullets, Callout, Column, Figures, Heading, Paragraph, Picture, Table
from workshoplib.steps.gaps import named
from workshoplib.steps.step import Step
from workshoplib.steps.still_open import still_open
from workshoplib.steps.view import View
from workshoplib.strategy.choices import Department
from workshoplib.strategy.facilitation import FirstAction

_FIRST_ACTIONS = 5
_WANTED = (Department.MARKETING, Department.SALES, Department.CUSTOMER_SERVICE)
"""Departments whose absence is felt: those who post, those who sell and those who hear the complaints."""


def show(view: View) -> Iterable[Block]:
    """The agenda, who is in, and how far the group has come."""
    yield from agendas.against_the_clock(view)
    yield from _room(view)
    yield from _headway(view)
    yield from _checklist(view)


def _room(view: View) -> Iterable[Block]:
    say, part = view.say, view.strategy.facilitation
    yield Heading(say("In the room"))
    if not part.attendees:
        yield Paragraph(say("Nobody has been noted yet."))
        return
    found = {attendee.department for attendee in part.attendees if attendee.department}
    yield Figures(
        ((say.number(len(part.attendees)), say("people in the room")), (say.number(len(found)), say("departments")))
    )
    hours = agenda.hours_in_the_room(part.meetings, len(part.attendees))
    weeks = agenda.weeks_of_work(hours, view.strategy.organisation.people)
    if hours and weeks is not None:
        yield Paragraph(
            say(
                "Together you spend {hours} hours here. The team has as many for social media in {weeks} weeks.",
                hours=say.number(hours, 0),
                weeks=say.number(weeks, 1),
            )
        )
    absent = [say(department.label) for department in _WANTED if department not in found]
    if absent:
        yield Callout(say("Nobody is here from: {names}.", names=say.list(absent)), "warning")


def _headway(view: View) -> Iterable[Block]:
    say = view.say
    found = headway.parts(view.strategy)
    yield Heading(say("How far you have come"))
    yield Picture(
        bars(
            [(say(agendas.titles()[one.part]), one.whole.percent) for one in found],
            say=say,
            title=say("Essential questions answered"),
            write=lambda percent: say.percent(percent, 0),
        ),
        say("The share of the essential questions that have an answer. Nobody needs all of them today."),
    )
    rows = [
        (say(one.label), say.number(one.items), say.percent(one.within.percent, 0))
        for part in found
        for one in part.lists
    ]
    if rows:
        headings = (Column(say("List")), Column(say("How many"), numeric=True), Column(say("Filled in"), numeric=True))
        yield Table(say("List by list"), headings, tuple(rows))


def _checklist(view: View) -> Iterable[Block]:
    say, points = view.say, headway.checklist(view.strategy)
    standing = sum(point.stands for point in points)
    yield Table(
        say("{n} of 8 points are in place", n=say.number(standing)),
        (Column(say("Point")), Column(say("In place"))),
        tuple((say(point.name), say("Yes") if point.stands else say("Not yet")) for point in points),
    )


def recap(view: View) -> Iterable[Block]:
    """The first 30 days, what the gaps suggest, what is undecided, and how the strategy was retold."""
    say, part = view.say, view.strategy.facilitation
    if part.first_actions:
        headings = (say("Action"), say("Owner"), say("By"), say("State"))
        yield Table(
            say("First 30 days"),
            tuple(map(Column, headings)),
            tuple(_first_action(action, view) for action in part.first_actions),
        )
    suggested = [say(point.action) for point in headway.checklist(view.strategy) if not point.stands][:_FIRST_ACTIONS]
    if suggested:
        yield Heading(say("First actions that the gaps suggest"))
        yield Bullets(tuple(suggested))
    yield from radar.decisions(view)
    yield from _faults(view)
    yield from _retold(view)
    if part.learning:
        yield Heading(say("What we learned"))
        yield Paragraph(part.learning)
    yield from still_open(_gaps(view), view)


def _first_action(action: FirstAction, view: View) -> tuple[str, ...]:
    say = view.say
    state = say("Done") if action.done else say("Accepted") if action.accepted else say("Waits for a yes")
    due = say.short_date(action.due) if action.due else ""
    return action.action, name_of("organisation.people", action.owner, view), due, state


def _retold(view: View) -> Iterable[Block]:
    say, rows = view.say, view.strategy.facilitation.read_back
    if rows:
        yield Table(
            say("How it was retold"),
            (Column(say("Who")), Column(say("In their words")), Column(say("What we change"))),
            tuple((row.alias, row.retold, row.change) for row in rows),
        )


def _faults(view: View) -> Iterable[Block]:
    say = view.say
    votes = [
        (say(row.fault.label), row.votes) for row in view.strategy.facilitation.fault_votes if row.fault and row.votes
    ]
    if votes:
        ranked = sorted(votes, key=lambda vote: -vote[1])
        yield Picture(
            bars([(name, float(n)) for name, n in ranked], say=say, title=say("Which fault fits us?")),
            say("What the room voted at the start. Does the strategy answer the longest bar?"),
        )


def _gaps(view: View) -> Iterable[str]:
    say, part = view.say, view.strategy.facilitation
    undecided = [channel for channel in view.strategy.platforms.channels if channel.decision is None]
    if undecided:
        yield say("Channels without a decision: {names}.", names=named(undecided, view))
    if not part.first_actions:
        yield say("No action for the first 30 days has been written down.")
    unclaimed = sum(not action.accepted and not action.done for action in part.first_actions)
    if unclaimed:
        yield say.plural("{n} action waits for its owner’s yes.", "{n} actions wait for their owner’s yes.", unclaimed)
    if not part.read_back:
        yield say("Nobody has retold the strategy in their own words.")


STEP = Step("facilitator", "facilitation", "facilitator", 15, N_("The facilitator’s room"), show, recap)
