"""A goal as blocks: its card, its five letters with what would mend them, and the path to its target."""

from collections.abc import Iterable, Mapping, Sequence

from workshoplib.analysis import progress
from workshoplib.analysis.digits import two_digits
from workshoplib.analysis.smart import (
    Letter,
    Path,
    Remark,
    Verdict,
    amount_a_month,
    letters,
    milestones,
    own_milestones,
    own_trend,
    path,
    percent_a_month,
)
from workshoplib.charts.lines import Line, lines
from workshoplib.errors import N_
from workshoplib.steps.answers import name_of, title_of, worded
from workshoplib.steps.blocks import Block, Card, Column, Picture, Table
from workshoplib.steps.view import View
from workshoplib.strategy.fields import question
from workshoplib.strategy.goals import Goal, GoalStatus

_MARKS = {Verdict.MET: "✓", Verdict.PARTLY: "~", Verdict.MISSING: "–"}
_YEAR = 366
_WORDS = {Verdict.MET: N_("Met"), Verdict.PARTLY: N_("Partly"), Verdict.MISSING: N_("Missing")}


def card(goal: Goal, view: View, chance: float | None = None) -> Card:
    """The goal with its figures, its letters, what it lacks and how fast it must grow."""
    say, way = view.say, path(goal)
    pairs = (
        (say("Business goal"), name_of("organisation.business_goals", goal.business_goal, view)),
        (say("Metric"), goal.metric),
        (say("From and to"), _ends(goal, view)),
        (say("Deadline"), say.date(goal.deadline) if goal.deadline else ""),
        (say("Needed fall") if way and way.target < way.baseline else say("Needed growth"), _needed(way, view)),
        (say("SMART"), " · ".join(f"{one.letter} {_MARKS[one.verdict]}" for one in judged(goal, view, chance))),
        (say("Missing"), lacks(goal, view)),
        (say("Worth when reached"), worded(question(Goal, "value"), goal.value, view)),
    )
    return Card(title_of(goal, view), tuple((label, answer) for label, answer in pairs if answer), _badge(goal, view))


def judged(goal: Goal, view: View, chance: float | None = None) -> tuple[Letter, ...]:
    """The goal's five letters, with the trend of its own metric where a KPI has figures for it.

    ``chance`` is the probability, 0 to 1, that the plan reaches the goal; None where nobody has computed it.
    """
    kpi = progress.kpi_of(goal, view.strategy.kpis.kpis)
    trend = own_trend(progress.figures(kpi), down=progress.is_down(kpi)) if kpi else None
    return letters(goal, trend=trend, chance=chance, today=view.today)


def letters_table(goals: Sequence[Goal], chances: Mapping[str, float], view: View) -> Iterable[Block]:
    """Each letter that is not met, and how achievable each goal is: why, and what would mend it.

    ``chances`` are those of the goals that could be simulated, by their ids.
    """
    say = view.say
    rows = tuple(
        (title_of(goal, view), say(one.name), say(_WORDS[one.verdict]), _why(one, view), _mend(one, view))
        for goal in goals
        for one in judged(goal, view, chances.get(goal.id))
        if one.verdict is not Verdict.MET or one.letter == "A"
    )
    if rows:
        headings = (say("Goal"), say("Letter"), say("Verdict"), say("Why"), say("What would mend it"))
        yield Table(say("What the five letters say"), tuple(map(Column, headings)), rows)


def _why(letter: Letter, view: View) -> str:
    return " ".join(_remark(letter, one, view) for one in (letter.why, letter.beside) if one)


def _mend(letter: Letter, view: View) -> str:
    return _remark(letter, letter.mend, view) if letter.mend else ""


def _remark(letter: Letter, remark: Remark, view: View) -> str:
    return view.say(remark.message, **{**remark.values, "fields": _labels(letter.missing, view)})


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
    name, fields = view.say(letter.name), _labels(letter.missing, view)
    return name if fields == name else f"{name} ({fields})"


def _labels(fields: Iterable[str], view: View) -> str:
    return view.say.list([view.say(question(Goal, name).label) for name in fields])


def _needed(way: Path | None, view: View) -> str:
    return needed_growth(way, view) if way else ""


def needed_growth(way: Path, view: View) -> str:
    """What must be gained each month, or lost where the figure has to fall: an amount, and a percentage where one can.

    A loss has no sign: its sentence says which way.
    """
    say = view.say
    if way.baseline == way.target:
        return say("None: the figure should stay as it is.")
    gain, share = amount_a_month(way), percent_a_month(way)
    amount = _size(abs(gain), view)
    if gain < 0:
        if share is None:
            return say("{amount} less each month.", amount=amount)
        return say(
            "{amount} less each month, or {percent} less a month.", amount=amount, percent=say.percent(-share, 1)
        )
    if share is None:
        return say("{amount} each month.", amount=f"+{amount}")
    return say("{amount} each month, or {percent} a month.", amount=f"+{amount}", percent=f"+{say.percent(share, 1)}")


def _size(size: float, view: View) -> str:
    return view.say.number(round(size) if size >= 20 else two_digits(size))


def path_to_target(goal: Goal, view: View) -> Iterable[Block]:
    """The path as a drawing, with the figures so far, and its milestones as a table; nothing until it is known.

    Milestones that the group has set are drawn as they are; else those that lead there by quarters.
    """
    say, way = view.say, path(goal)
    if way is None:
        return
    own, name = own_milestones(goal), title_of(goal, view)
    computed = milestones(way, goal.growth)
    planned = Line(say("Path to the target"), ((way.first, way.baseline), *(own or computed)), planned=True)
    yield Picture(
        lines([planned, *_so_far(goal, way, view)], say=say, title=name),
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


def _so_far(goal: Goal, way: Path, view: View) -> Iterable[Line]:
    """The goal's own figures, from a year before its first day on."""
    kpi = progress.kpi_of(goal, view.strategy.kpis.kpis)
    known = progress.figures(kpi) if kpi else ()
    near = tuple((day, value) for day, value in known if (day - way.first).days >= -_YEAR and day <= way.last)
    if near and all(abs(value) <= progress.COUNTABLE for _, value in near):
        yield Line(view.say("Figures so far"), near)


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
