"""A goal as blocks: its card with the five letters, and the path to its target."""

from collections.abc import Iterable

from workshoplib.analysis.smart import Letter, Path, amount_a_month, letters, milestones, path, percent_a_month
from workshoplib.charts.lines import Line, lines
from workshoplib.steps.answers import name_of, title_of, worded
from workshoplib.steps.blocks import Block, Card, Column, Picture, Table
from workshoplib.steps.view import View
from workshoplib.strategy.fields import question
from workshoplib.strategy.goals import Goal, GoalStatus


def card(goal: Goal, view: View) -> Card:
    """The goal with its figures, its letters, what it lacks and how fast it must grow."""
    say, way = view.say, path(goal)
    pairs = (
        (say("Business goal"), name_of("organisation.business_goals", goal.business_goal, view)),
        (say("Metric"), goal.metric),
        (say("From and to"), _ends(goal, view)),
        (say("Deadline"), say.date(goal.deadline) if goal.deadline else ""),
        (say("Needed growth"), needed_growth(way, view) if way else ""),
        (say("SMART"), " · ".join(f"{letter.letter} {'–' if letter.missing else '✓'}" for letter in letters(goal))),
        (say("Missing"), lacks(goal, view)),
        (say("Worth when reached"), worded(question(Goal, "value"), goal.value, view)),
    )
    return Card(title_of(goal, view), tuple((label, answer) for label, answer in pairs if answer), _badge(goal, view))


def _badge(goal: Goal, view: View) -> str:
    if goal.status is not GoalStatus.OPEN:
        return view.say(goal.status.label)
    return view.say("Priority") if goal.priority else ""


def _ends(goal: Goal, view: View) -> str:
    if goal.baseline is None and goal.target is None:
        return goal.evidence
    ends = ("?" if end is None else view.say.number(end) for end in (goal.baseline, goal.target))
    return " ".join(filter(None, (" → ".join(ends), goal.unit)))


def lacks(goal: Goal, view: View) -> str:
    """The letters that have nothing to stand on, each with the fields that it waits for; empty where none does."""
    return "; ".join(_waiting(letter, view) for letter in letters(goal) if letter.missing)


def _waiting(letter: Letter, view: View) -> str:
    name = view.say(letter.name)
    fields = view.say.list([view.say(question(Goal, field).label) for field in letter.missing])
    return name if fields == name else f"{name} ({fields})"


def needed_growth(way: Path, view: View) -> str:
    """What must be gained each month, as an amount and where it can be as a percentage."""
    say = view.say
    if way.baseline == way.target:
        return say("None: the figure should stay as it is.")
    amount = _signed(amount_a_month(way), view)
    share = percent_a_month(way)
    if share is None:
        return say("{amount} each month.", amount=amount)
    sign = "+" if share > 0 else "−"
    return say(
        "{amount} each month, or {percent} a month.", amount=amount, percent=f"{sign}{say.percent(abs(share), 1)}"
    )


def _signed(amount: float, view: View) -> str:
    size = abs(amount)
    decimals = 0 if size >= 20 else 1 if size >= 2 else 2 if size >= 0.1 else None
    return f"{'+' if amount > 0 else '−'}{view.say.number(size, decimals)}"


def path_to_target(goal: Goal, view: View) -> Iterable[Block]:
    """The path as a drawing and its milestones as a table; nothing until the path is known."""
    say, way = view.say, path(goal)
    if way is None:
        return
    computed = milestones(way, goal.growth)
    name = title_of(goal, view)
    yield Picture(
        lines(
            [Line(say("Path to the target"), ((way.first, way.baseline), *computed), planned=True)], say=say, title=name
        ),
        say(
            "{goal}: from {baseline} to {target} by {day}. Needed: {growth}",
            goal=name,
            baseline=say.number(way.baseline),
            target=" ".join(filter(None, (say.number(way.target), goal.unit))),
            day=way.last,
            growth=needed_growth(way, view),
        ),
    )
    if goal.milestones:
        yield _own_milestones(goal, name, view)
    elif len(computed) > 1:
        columns = (Column(say("Date")), Column(say("Value"), numeric=True))
        rows = tuple((say.short_date(day), say.number(value)) for day, value in computed)
        yield Table(say("Milestones that would lead there: {goal}", goal=name), columns, rows)


def _own_milestones(goal: Goal, name: str, view: View) -> Table:
    say = view.say
    return Table(
        say("Milestones: {goal}", goal=name),
        (Column(say("Date")), Column(say("Value"), numeric=True), Column(say("Celebrate how"))),
        tuple(
            (
                say.short_date(row.due) if row.due else "",
                "" if row.value is None else say.number(row.value),
                row.celebrate,
            )
            for row in goal.milestones
        ),
    )
