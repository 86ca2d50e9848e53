"""Where the KPIs stand, as blocks: actual figures beside the path that leads to their targets."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from workshoplib.analysis import progress
from workshoplib.analysis.progress import Standing, Status
from workshoplib.charts.lines import Line, lines
from workshoplib.errors import N_
from workshoplib.steps.answers import title_of
from workshoplib.steps.blocks import Block, Column, Picture, Table
from workshoplib.steps.gaps import named
from workshoplib.steps.view import View
from workshoplib.strategy.kpis import Kpi

STATUS = {Status.REACHED: N_("Reached"), Status.ON_TRACK: N_("On track"), Status.BEHIND: N_("Behind plan")}

_MOST_PICTURES = 3
_FINEST = 1e-6
_YEARS = 50


def standings(view: View) -> tuple[Standing, ...]:
    """Where each KPI that has figures stands."""
    return progress.standings(view.strategy.kpis.kpis, view.strategy.goals.goals)


def with_unit(value: float | None, kpi: Kpi, view: View) -> str:
    """A KPI's figure with its unit, as it was typed; empty for none."""
    return "" if value is None else f"{view.say.number(value)} {kpi.unit}".strip()


def _computed(value: float | None, kpi: Kpi, view: View) -> str:
    return "" if value is None else f"{_rounded(view)(value)} {kpi.unit}".strip()


def _rounded(view: View) -> Callable[[float], str]:
    """How computed figures are written: whole from a hundred on, with up to two decimals below."""
    return lambda value: view.say.number(round(value, 0 if abs(value) >= 100 else 2))


def table(found: Sequence[Standing], view: View) -> Table:
    """The newest figure of each KPI beside what its path expected on that day."""
    say = view.say
    return Table(
        say("Newest figures against the plan"),
        (
            Column(say("KPI")),
            Column(say("Date")),
            Column(say("Figure"), numeric=True),
            Column(say("Planned for that day"), numeric=True),
            Column(say("Status")),
        ),
        tuple(
            (
                title_of(one.kpi, view),
                say.short_date(one.day),
                with_unit(one.value, one.kpi, view),
                _computed(one.expected, one.kpi, view),
                say(STATUS[one.status]) if one.status else say("No path yet"),
            )
            for one in found
        ),
    )


def pictures(found: Iterable[Standing], view: View) -> Iterable[Block]:
    """A chart for each of the first three KPIs, those behind plan first: the path to the target and the figures."""
    ranked = sorted(found, key=lambda one: one.status is not Status.BEHIND)
    drawn = [(one.kpi, drawable) for one in ranked if (drawable := _lines(one.kpi, view))]
    for kpi, series in drawn[:_MOST_PICTURES]:
        name = title_of(kpi, view)
        yield Picture(
            lines(series, say=view.say, title=name, write=_rounded(view)),
            view.say("{name}: the figures so far, and the straight path to the target.", name=name),
        )


def _lines(kpi: Kpi, view: View) -> tuple[Line, ...]:
    """The planned and the actual line; none where one of them is missing or holds what cannot be drawn."""
    path = progress.path(kpi, progress.goal_of(kpi, view.strategy.goals.goals))
    measured = progress.figures(kpi)
    if path is None or not measured:
        return ()
    planned = ((path.first, path.baseline), (path.last, path.target))
    if not _can_be_drawn((*planned, *measured), view.today):
        return ()
    return Line(view.say("Straight path"), planned, planned=True), Line(view.say("Figures so far"), measured)


def _can_be_drawn(points: Sequence[tuple[date, float]], today: date) -> bool:
    """Not with a year or a figure that can only be a typing error: it would squeeze all else into a corner."""
    values = [value for _, value in points]
    apart = max(values) - min(values)
    return (
        all(abs(day.year - today.year) <= _YEARS for day, _ in points)
        and max(map(abs, values)) <= progress.COUNTABLE
        and (apart == 0 or apart > _FINEST)
    )


def sentences(found: Sequence[Standing], view: View) -> Iterable[str]:
    """How many KPIs are where they should be, and by how much the others are short."""
    say = view.say
    counted = [one for one in found if one.status]
    if counted:
        yield say(
            "KPIs with figures: {reached} at the target, {on} on track, {behind} behind plan.",
            reached=say.number(sum(one.status is Status.REACHED for one in counted)),
            on=say.number(sum(one.status is Status.ON_TRACK for one in counted)),
            behind=say.number(sum(one.status is Status.BEHIND for one in counted)),
        )
    for one in found:
        if one.status is Status.BEHIND and one.expected is not None:
            yield say(
                "{name}: {value} on {day}; a straight path would be at {expected}.",
                name=title_of(one.kpi, view),
                value=with_unit(one.value, one.kpi, view),
                day=one.day,
                expected=_computed(one.expected, one.kpi, view),
            )


def overdue(view: View) -> str:
    """A sentence that names the KPIs whose newest figure is older than their period; empty where none is."""
    late = [kpi for kpi in view.strategy.kpis.kpis if progress.is_overdue(kpi, view.today)]
    return view.say("Figures older than one period: {names}.", names=named(late, view)) if late else ""
