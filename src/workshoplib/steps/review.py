"""The review: what the figures say against the plan, what was learned, and what changes because of it."""

from collections.abc import Iterable

from workshoplib.analysis import learning
from workshoplib.errors import N_
from workshoplib.steps import radar, standing, trying
from workshoplib.steps.blocks import Block, Bullets, Callout, Card, Cards, Column, Figures, Heading, Table
from workshoplib.steps.gaps import named
from workshoplib.steps.step import Step
from workshoplib.steps.still_open import still_open
from workshoplib.steps.view import View

_CHANGES = 5


def show(view: View) -> Iterable[Block]:
    """How old strategy and review are, and where the figures stand against the plan."""
    yield from _ages(view)
    found = standing.standings(view)
    if found:
        yield standing.table(found, view)
        yield from standing.pictures(found, view)
        yield Bullets(tuple(standing.sentences(found, view)))
    else:
        yield Callout(view.say("No KPI has a figure yet. Read them now, or say today when you will."), "warning")
    late = standing.overdue(view)
    if late:
        yield Callout(late, "warning")


def _ages(view: View) -> Iterable[Block]:
    say, strategy = view.say, view.strategy
    start, last = strategy.organisation.start, learning.last_review(strategy.review)
    ages = [(start, say("days since the strategy began")), (last, say("days since the last review"))]
    figures = [((view.today - day).days, name) for day, name in ages if day and day <= view.today]
    if figures:
        yield Figures(tuple((say.number(days), name) for days, name in figures))
    if learning.is_stale(strategy.review, start, view.today):
        yield Callout(
            say(
                "Nobody has reviewed this strategy for more than {days} days. What worked then may not work now.",
                days=learning.STALE_AFTER,
            ),
            "warning",
        )


def recap(view: View) -> Iterable[Block]:
    """What was learned, what changes, what is tried next, and when you look again."""
    yield from _learned(view)
    yield from radar.decisions(view)
    yield from radar.experiments(view)
    yield from trying.tests(view)
    yield from radar.trends(view)
    yield from _changed_around_us(view)
    yield from _next(view)
    yield from still_open(_gaps(view), view)


def _learned(view: View) -> Iterable[Block]:
    say, review = view.say, learning.newest(view.strategy.review)
    if review is None:
        return
    told = (
        (say("What we learned"), review.learned),
        (say("What we change"), review.change),
        (say("Departments"), say.list([say(department.label) for department in review.departments])),
    )
    held = say.date(review.held) if review.held else ""
    yield Cards((Card(review.name or say("Newest review"), tuple(pair for pair in told if pair[1]), held),))
    if review.next_steps:
        yield Table(
            say("Next steps"),
            (Column(say("What")), Column(say("Next step")), Column(say("Reason"))),
            tuple((row.what, say(row.step.label) if row.step else "", row.reason) for row in review.next_steps),
        )


def _changed_around_us(view: View) -> Iterable[Block]:
    say = view.say
    changes = [one for one in view.strategy.review.triggers if one.what][-_CHANGES:]
    if changes:
        yield Heading(say("What changed around us"))
        yield Bullets(
            tuple(
                " · ".join(filter(None, (say.short_date(one.day) if one.day else "", one.what, one.effect)))
                for one in changes
            )
        )


def _next(view: View) -> Iterable[Block]:
    day = view.strategy.review.next_review
    if day and day >= view.today:
        days = (day - view.today).days
        yield Callout(
            view.say.plural(
                "The next review is on {day}, in {n} day.", "The next review is on {day}, in {n} days.", days, day=day
            ),
            "good",
        )


def _gaps(view: View) -> Iterable[str]:
    say, part = view.say, view.strategy.review
    if part.next_review is None:
        yield say("No day has been booked for the next review.")
    elif part.next_review < view.today:
        yield say("The review booked for {day} has not been held, or not been noted.", day=part.next_review)
    if learning.is_late(part, view.today) and part.cadence:
        yield say("The last review is longer ago than your rhythm: {rhythm}.", rhythm=say(part.cadence.label))
    waiting = learning.open_decisions(part)
    late = [decision for decision in waiting if decision.due and decision.due < view.today]
    for sentence, decisions in (
        (N_("Decisions past their day: {names}."), late),
        (N_("Decisions without an owner: {names}."), [decision for decision in waiting if not decision.owner]),
    ):
        if decisions:
            yield say(sentence, names=named(decisions, view))
    if not part.reviews:
        yield say("No review has been written down.")
    yield from radar.gaps(view)


STEP = Step("review", "review", "09-review", 30, N_("Review and learn"), show, recap)
