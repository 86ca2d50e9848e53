"""Your goals: what social media shall change, how far it is, and what each goal still lacks."""

from collections.abc import Iterable, Sequence
from datetime import date

from workshoplib.analysis.goal_types import fitting
from workshoplib.analysis.smart import Path, is_smart
from workshoplib.errors import N_
from workshoplib.steps.answers import title_of
from workshoplib.steps.blocks import Block, Bullets, Callout, Card, Cards, Figures, Heading, Paragraph
from workshoplib.steps.goal_cards import card, lacks, letters_table, needed_growth, path_to_target
from workshoplib.steps.step import Step
from workshoplib.steps.still_open import still_open
from workshoplib.steps.view import View
from workshoplib.strategy.goals import Goal, GoalStatus
from workshoplib.strategy.organisation import BusinessGoal

_FEW = 3
"""Priorities that a team can keep; also how many paths are drawn."""

_STARTER_AIMS = (
    N_("Handle complaints before they grow."),
    N_("Solve problems where everybody can see it, so that the next one finds the answer."),
    N_("Clear up what people misunderstand about you."),
    N_("Collect new ideas from those who use what you make."),
    N_("Find your next colleague."),
)


def show(view: View) -> Iterable[Block]:
    """Two worked examples, the business goals that still wait for a goal, and the types of goals that fit."""
    say, organisation = view.say, view.strategy.organisation
    yield Heading(say("Two goals that hold"))
    yield Cards(tuple(_examples(view)))
    waiting = _unserved(view)
    if waiting:
        yield Heading(say("Business goals that no goal serves yet"))
        yield Bullets(tuple(title_of(goal, view) for goal in waiting))
    suggested = fitting(organisation.outcomes, organisation.uses)
    if suggested:
        kinds = say.list([say(kind.label) for kind in suggested])
        yield Paragraph(say("What you ticked in the first step suggests goals of these types: {types}.", types=kinds))
    elif not organisation.business_goals:
        yield Heading(say("No idea yet? Five places to begin"))
        yield Bullets(tuple(say(aim) for aim in _STARTER_AIMS))


def _examples(view: View) -> Iterable[Card]:
    say = view.say
    half_year = Path(date(2027, 1, 1), date(2027, 6, 30), 1000, 1300)
    quarter = Path(date(2027, 1, 1), date(2027, 3, 31), 0, 100)
    yield Card(
        say("30 % more visits to our website from LinkedIn in six months"),
        (
            (say("Metric"), say("Visits a month that come from LinkedIn")),
            (say("From and to"), f"{say.number(half_year.baseline)} → {say.number(half_year.target)}"),
            (say("Source of the figure"), say("Web analytics, visits by source")),
            (say("Needed growth"), needed_growth(half_year, view)),
        ),
        say("Example"),
    )
    yield Card(
        say("100 new leads from ads on Facebook and Instagram in a quarter"),
        (
            (say("Metric"), say("Forms sent in by people who came from an ad")),
            (say("From and to"), f"{say.number(quarter.baseline)} → {say.number(quarter.target)}"),
            (say("Source of the figure"), say("The ad tool, checked against the forms that arrived")),
            (say("Needed growth"), needed_growth(quarter, view)),
        ),
        say("Example"),
    )


def recap(view: View) -> Iterable[Block]:
    """A card for each goal with its five letters, the paths to the targets, and what is still open."""
    say, goals = view.say, _alive(view)
    if not goals:
        yield Callout(
            say("There is no goal yet. Without one, nobody can say whether the work was worth it."), "warning"
        )
    else:
        known = _chances(view)
        yield _figures(goals, view)
        yield Cards(tuple(card(goal, view, known.get(goal.id)) for goal in goals))
        yield from _too_many_priorities(goals, view)
        yield from letters_table(goals, known, view)
        yield from _paths(goals, view)
    dropped = sum(goal.status is GoalStatus.DROPPED for goal in view.strategy.goals.goals)
    if dropped:
        yield Paragraph(say.plural("{n} goal was dropped on the way.", "{n} goals were dropped on the way.", dropped))
    yield from still_open(_open(goals, view), view)


def _chances(view: View) -> dict[str, float]:
    """The chance of each goal that can be simulated, by its id."""
    # numpy takes its time to load, and a participant's page does without it
    from workshoplib.analysis.goal_chances import Chance, chances

    found = chances(view.strategy, view.facts, view.today)
    return {one.goal.id: one.attainment.probability for one in found if isinstance(one, Chance)}


def _alive(view: View) -> tuple[Goal, ...]:
    """The goals that were not dropped, those with priority first."""
    alive = (goal for goal in view.strategy.goals.goals if goal.status is not GoalStatus.DROPPED)
    return tuple(sorted(alive, key=lambda goal: not goal.priority))


def _figures(goals: Sequence[Goal], view: View) -> Block:
    say = view.say
    return Figures(
        (
            (say.number(len(goals)), say("goals")),
            (say.number(sum(goal.priority for goal in goals)), say("with priority")),
            (say.number(sum(map(is_smart, goals))), say("with all five letters of SMART")),
        )
    )


def _too_many_priorities(goals: Sequence[Goal], view: View) -> Iterable[Block]:
    first = sum(goal.priority for goal in goals)
    if first > _FEW:
        text = view.say("{n} goals have priority. Three at most can come first; which ones wait?", n=first)
        yield Callout(text, "warning")


def _paths(goals: Sequence[Goal], view: View) -> Iterable[Block]:
    drawn = [blocks for goal in goals if (blocks := tuple(path_to_target(goal, view)))][:_FEW]
    if drawn:
        yield Heading(view.say("The path to the target"))
        for blocks in drawn:
            yield from blocks


def _unserved(view: View) -> tuple[BusinessGoal, ...]:
    served = {goal.business_goal for goal in _alive(view)}
    return tuple(goal for goal in view.strategy.organisation.business_goals if goal.id not in served)


def _open(goals: Sequence[Goal], view: View) -> Iterable[str]:
    say = view.say
    for goal in goals:
        if goal.status is GoalStatus.OPEN and goal.deadline and goal.deadline < view.today:
            yield say("“{goal}” ended on {day}. Was it reached?", goal=title_of(goal, view), day=goal.deadline)
    for goal in goals:
        missing = lacks(goal, view)
        if missing:
            yield say("“{goal}” lacks: {fields}.", goal=title_of(goal, view), fields=missing)
    for waiting in _unserved(view):
        yield say("No goal serves the business goal “{goal}”.", goal=title_of(waiting, view))
    if len(goals) > 1 and not any(goal.priority for goal in goals):
        yield say("No goal has priority. Which one would you keep if you could keep only one?")
    for goal in goals:
        if goal.metric and not goal.source:
            yield say("Where is the figure of “{goal}” read? It has no source.", goal=title_of(goal, view))


STEP = Step("goals", "goals", "02-goals", 35, N_("Your goals"), show, recap)
