"""KPIs: which figures show that the goals come closer, and where they stand."""

from collections.abc import Iterable, Sequence

from workshoplib.analysis import progress
from workshoplib.errors import N_
from workshoplib.steps import standing, yardsticks
from workshoplib.steps.answers import name_of, title_of
from workshoplib.steps.blocks import Block, Bullets, Callout, Column, Figures, Heading, Table
from workshoplib.steps.chances import will_it
from workshoplib.steps.gaps import named
from workshoplib.steps.step import Step
from workshoplib.steps.still_open import still_open
from workshoplib.steps.view import View
from workshoplib.strategy.goals import Goal, GoalStatus, GoalType
from workshoplib.strategy.kpis import Kpi, KpiKind

_MORE_THAN_FOLLOWERS = {GoalType.LEADS, GoalType.SALES, GoalType.RECRUITMENT, GoalType.TRAFFIC, GoalType.NEWSLETTER}
"""Goals that followers alone say little about."""

_VOICES = 5


def show(view: View) -> Iterable[Block]:
    """The goals that nothing measures yet, what the usual figures mean, and what others get."""
    yield from _unmeasured(view)
    yield from yardsticks.definitions(view)
    yield from yardsticks.benchmarks(view)


def _unmeasured(view: View) -> Iterable[Block]:
    goals = view.strategy.goals.goals
    bare = _without_kpi(view)
    if not goals:
        yield Callout(
            view.say("There are no goals yet. Choose them first: a figure that serves no goal is one too many.")
        )
    elif bare:
        yield Heading(view.say("Goals that nothing measures yet"))
        yield Bullets(tuple(title_of(goal, view) for goal in bare))
    else:
        yield Callout(view.say("Every goal has a KPI."), "good")


def _without_kpi(view: View) -> list[Goal]:
    measured = {kpi.goal for kpi in view.strategy.kpis.kpis}
    goals = [goal for goal in view.strategy.goals.goals if goal.status is not GoalStatus.DROPPED]
    return sorted((goal for goal in goals if goal.id not in measured), key=lambda goal: not goal.priority)


def recap(view: View) -> Iterable[Block]:
    """Which figure shows what, where it stands, and what is said beside it."""
    kpis = view.strategy.kpis.kpis
    if kpis:
        yield _counted(view)
        yield _table(kpis, view)
    found = standing.standings(view)
    if found:
        yield standing.table(found, view)
        yield from standing.pictures(found, view)
    findings = (*standing.sentences(found, view), *_fit(view))
    if findings:
        yield Bullets(findings)
    yield from will_it(view)
    yield from _voices(view)
    yield from still_open(_gaps(view), view)


def _counted(view: View) -> Figures:
    say, part = view.say, view.strategy.kpis
    complete = [kpi for kpi in part.kpis if kpi.baseline is not None and kpi.target is not None]
    return Figures(
        (
            (say.number(len(part.kpis)), say("KPIs")),
            (say.number(len(complete)), say("with baseline and target")),
            (say.number(len(part.measuring_slots)), say("fixed times to read them")),
        )
    )


def _table(kpis: Sequence[Kpi], view: View) -> Table:
    say = view.say
    headings = (say("KPI"), say("Goal"), say("Baseline"), say("Target value"), say("Benchmark"), say("Read"))
    return Table(
        say("Key figures"),
        tuple(Column(heading, numeric=2 <= number <= 4) for number, heading in enumerate(headings)),
        tuple(
            (
                title_of(kpi, view),
                name_of("goals.goals", kpi.goal, view),
                standing.with_unit(kpi.baseline, kpi, view),
                standing.with_unit(kpi.target, kpi, view),
                standing.with_unit(kpi.benchmark, kpi, view),
                _read(kpi, view),
            )
            for kpi in kpis
        ),
    )


def _read(kpi: Kpi, view: View) -> str:
    told = (
        name_of("kpis.tools", kpi.source, view),
        name_of("organisation.people", kpi.owner, view),
        view.say(kpi.frequency.label) if kpi.frequency else "",
    )
    return " · ".join(filter(None, told))


def _fit(view: View) -> Iterable[str]:
    for goal in view.strategy.goals.goals:
        kinds = {kpi.kind for kpi in view.strategy.kpis.kpis if kpi.goal == goal.id}
        if goal.type in _MORE_THAN_FOLLOWERS and kinds == {KpiKind.FOLLOWERS}:
            yield view.say(
                "“{goal}” is measured by followers alone, and they say little about {type}.",
                goal=title_of(goal, view),
                type=view.say(goal.type.label),
            )


def _voices(view: View) -> Iterable[Block]:
    quotes = [quote for quote in view.strategy.kpis.quotes if quote.said][-_VOICES:]
    if quotes:
        say = view.say
        yield Table(
            say("What people say, beside the figures"),
            (Column(say("Voice")), Column(say("Theme")), Column(say("Goal"))),
            tuple((quote.said, quote.theme, name_of("goals.goals", quote.goal, view)) for quote in quotes),
        )


def _gaps(view: View) -> Iterable[str]:
    say, part = view.say, view.strategy.kpis
    if not part.kpis:
        yield say("No KPI has been chosen.")
    elif _without_kpi(view):
        yield say("Goals without a KPI: {names}.", names=named(_without_kpi(view), view))
    missing = (
        (N_("KPIs without a goal: {names}."), [kpi for kpi in part.kpis if not kpi.goal]),
        (N_("KPIs without a baseline: {names}."), [kpi for kpi in part.kpis if kpi.baseline is None]),
        (N_("KPIs without a target: {names}."), [kpi for kpi in part.kpis if kpi.target is None]),
        (N_("KPIs without a source: {names}."), [kpi for kpi in part.kpis if not kpi.source]),
        (N_("KPIs without an owner: {names}."), [kpi for kpi in part.kpis if not kpi.owner]),
        (N_("Direction and target point apart: {names}."), list(filter(progress.contradicts_itself, part.kpis))),
    )
    yield from (say(sentence, names=named(kpis, view)) for sentence, kpis in missing if kpis)
    late = standing.overdue(view)
    if late:
        yield late
    if part.kpis and not part.measuring_slots:
        yield say("No time for reading the figures is in anybody’s diary.")


STEP = Step("kpis", "kpis", "07-kpis", 25, N_("Your key figures"), show, recap)
