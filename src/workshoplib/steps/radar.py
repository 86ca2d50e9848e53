"""What is decided, tried and watched, as blocks: open decisions, experiments and the trend radar."""

from collections.abc import Iterable

from workshoplib.analysis import learning
from workshoplib.errors import N_
from workshoplib.steps.answers import name_of, title_of
from workshoplib.steps.blocks import Block, Callout, Card, Cards, Column, Table
from workshoplib.steps.gaps import named
from workshoplib.steps.view import View
from workshoplib.strategy.review import Experiment, ExperimentStatus, ReviewDecision, Stance, Trend

_STANCES = {Stance.ACT: N_("We act on"), Stance.WATCH: N_("We watch"), Stance.IGNORE: N_("We leave alone")}


def decisions(view: View) -> Iterable[Block]:
    """The decisions that nobody has carried out yet, those past their day marked; nothing where none is open."""
    say, waiting = view.say, learning.open_decisions(view.strategy.review)
    if waiting:
        headings = (say("Decision"), say("Insight"), say("Owner"), say("Due"))
        yield Table(
            say("Decisions still open"),
            tuple(map(Column, headings)),
            tuple(_decision(decision, view) for decision in waiting),
        )


def _decision(decision: ReviewDecision, view: View) -> tuple[str, ...]:
    say = view.say
    owner = name_of("organisation.people", decision.owner, view)
    if decision.due and decision.due < view.today:
        return decision.decision, decision.insight, owner, say("{day}, overdue", day=say.short_date(decision.due))
    return decision.decision, decision.insight, owner, say.short_date(decision.due) if decision.due else ""


def experiments(view: View) -> Iterable[Block]:
    """The experiments, running ones first, then by value for the effort; nothing before there is one."""
    say, found = view.say, learning.ranked(view.strategy.review.experiments)
    if found:
        headings = (say("Experiment"), say("What we believe"), say("Value"), say("Effort"), say("Ends"), say("State"))
        yield Table(
            say("Experiments"),
            tuple(Column(heading, numeric=number in {2, 3}) for number, heading in enumerate(headings)),
            tuple(_experiment(one, view) for one in found),
        )


def _experiment(one: Experiment, view: View) -> tuple[str, ...]:
    say = view.say
    caps = (
        say.short_date(one.last_day) if one.last_day else "",
        say("{n} hours at most", n=say.number(one.hours_cap)) if one.hours_cap is not None else "",
    )
    return (
        title_of(one, view),
        one.hypothesis,
        say.number(one.value) if one.value else "",
        say.number(one.effort) if one.effort else "",
        " · ".join(filter(None, caps)),
        say(one.verdict.label if one.verdict else one.status.label),
    )


def trends(view: View) -> Iterable[Block]:
    """The trends on three cards: act, watch, leave alone; nothing before a stance is taken."""
    say, found = view.say, view.strategy.review.trends
    sorted_in = {stance: learning.with_stance(found, stance) for stance in Stance}
    if any(sorted_in.values()):
        yield Cards(
            tuple(
                Card(say(_STANCES[stance]), tuple(_trend(one, view) for one in chosen), say.number(len(chosen)))
                for stance, chosen in sorted_in.items()
            )
        )
    if sorted_in[Stance.IGNORE] and len(sorted_in[Stance.IGNORE]) == len(found):
        yield Callout(
            say("You leave every trend alone. That saves time, and now and then somebody passes you on a new road."),
            "warning",
        )


def _trend(one: Trend, view: View) -> tuple[str, str]:
    say = view.say
    until = say("look again by {day}", day=say.short_date(one.expires)) if one.expires else ""
    return title_of(one, view), " · ".join(filter(None, (one.note, until))) or "–"


def gaps(view: View) -> Iterable[str]:
    """Experiments without an end, and trends that wait for a stance or a second look, in sentences."""
    say, part = view.say, view.strategy.review
    endless = [one for one in part.experiments if one.status is ExperimentStatus.RUNNING and one.last_day is None]
    for sentence, items in (
        (N_("Experiments that run without a stop date: {names}."), endless),
        (N_("Trends that are due for a second look: {names}."), learning.expired(part.trends, view.today)),
        (N_("Trends without a stance: {names}."), learning.with_stance(part.trends, None)),
    ):
        if items:
            yield say(sentence, names=named(items, view))
