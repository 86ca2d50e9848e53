"""Headway: how much of each part has been answered, and which of eight points already stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workshoplib.analysis import coverage, smart
from workshoplib.errors import N_
from workshoplib.strategy import PARTS, Strategy
from workshoplib.strategy.fields import Kind, Question, Row, questions


@dataclass(frozen=True)
class Headway:
    """Answered out of asked, counting essential questions only."""

    answered: int
    asked: int

    @property
    def percent(self) -> float:
        return 100 * self.answered / self.asked if self.asked else 0


@dataclass(frozen=True)
class ListHeadway:
    """A list of a part: how many items it has, and how far they have been filled in."""

    label: str
    items: int
    within: Headway


@dataclass(frozen=True)
class PartHeadway:
    part: str
    whole: Headway
    """The part's own essential questions together with those of every item in its essential lists."""
    lists: tuple[ListHeadway, ...]


def parts(strategy: Strategy) -> tuple[PartHeadway, ...]:
    """How far each part has come, in the order of the document."""
    return tuple(_part(name, getattr(strategy, name)) for name, _ in PARTS)


def _part(name: str, part: Row) -> PartHeadway:
    own = _headway([part])
    lists = tuple(
        ListHeadway(asked.label, len(rows), _headway(rows))
        for asked in essential(type(part))
        if asked.kind is Kind.ITEMS and (rows := getattr(part, asked.name))
    )
    whole = Headway(
        own.answered + sum(one.within.answered for one in lists), own.asked + sum(one.within.asked for one in lists)
    )
    return PartHeadway(name, whole, lists)


def _headway(rows: Iterable[Row]) -> Headway:
    answered = [is_answered(row, asked) for row in rows for asked in essential(type(row))]
    return Headway(sum(answered), len(answered))


def essential(model: type[Row]) -> tuple[Question, ...]:
    """The essential questions of a model, all where none are named; not those that answer themselves.

    A flag means no until somebody says yes, and a choice may have a default: neither tells whether anybody has looked.
    """
    return tuple(
        asked
        for asked in questions(model)
        if (not model.essential or asked.name in model.essential) and not _answers_itself(model, asked)
    )


def _answers_itself(model: type[Row], asked: Question) -> bool:
    default = model.model_fields[asked.name].default
    return asked.kind is Kind.FLAG or (asked.kind is Kind.CHOICE and default is not None)


def is_answered(row: Row, asked: Question) -> bool:
    """Whether a question has an answer; a week counts once an hour is marked."""
    answer = getattr(row, asked.name)
    return any(answer.days()) if asked.kind is Kind.WEEK else answer not in (None, "", ())


@dataclass(frozen=True)
class Point:
    """One of the eight points, whether it stands, and the first thing to do about it where it does not."""

    name: str
    stands: bool
    action: str


def checklist(strategy: Strategy) -> tuple[Point, ...]:
    """Eight points that a strategy needs to be used on Monday, in the order of the steps."""
    return tuple(Point(name, stands, action) for (name, action), stands in zip(_POINTS, _stands(strategy), strict=True))


_POINTS = (
    (N_("A goal that is SMART"), N_("Finish one goal: figure, baseline, target, start and deadline.")),
    (N_("A persona and the platforms it uses"), N_("Describe one persona, and where it spends its time.")),
    (N_("A channel chosen for a reason"), N_("Choose one channel, and write down why.")),
    (N_("A post with date, channel and owner"), N_("Put the first post in the calendar, with a date and a name.")),
    (N_("A budget with an amount or hours"), N_("Write down what the first quarter may cost, in money or hours.")),
    (
        N_("A KPI with baseline, target, source and owner"),
        N_("Look up the baseline of one KPI, and name who reads it."),
    ),
    (N_("Somebody who answers on every channel"), N_("Name a responder for each channel that you run.")),
    (N_("A day for the next review"), N_("Book the first review in everyone’s diary.")),
)


def _stands(strategy: Strategy) -> Iterator[bool]:
    budget, channels = strategy.budget, strategy.platforms.channels
    yield any(smart.is_smart(goal) for goal in strategy.goals.goals)
    yield any(persona.platforms for persona in strategy.personas.personas)
    yield any(channel.reason for channel in coverage.running(channels))
    yield any(post.due and post.channel and post.owner for post in strategy.content.posts)
    yield budget.total is not None or any(line.amount or line.hours for line in budget.lines)
    yield any(
        kpi.baseline is not None and kpi.target is not None and kpi.source and kpi.owner for kpi in strategy.kpis.kpis
    )
    yield bool(coverage.running(channels)) and not coverage.unanswered(channels, strategy.response.channels)
    yield strategy.review.next_review is not None
