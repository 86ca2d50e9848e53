"""When it cannot be done: which limits clash, and the least that would have to give.

Computed by the same programme with one kind of limit made loose, at a cost: (a) each channel may have a lower rate, in
steps of half a post a week, and a series may pause; the posts a week that are given up are made as few as can be.
(b) each person may have more hours, in steps of half an hour a week; the hours are made as few as can be.
"""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from enum import StrEnum
from math import inf

from workshoplib.analysis.schedule.model import Model, ways
from workshoplib.analysis.schedule.program import Program, Solution, total
from workshoplib.analysis.schedule.request import Bond, Line, Request
from workshoplib.analysis.schedule.targets import blocks, quotas, targets

STEP = 0.5
"""Posts a week, and hours a week."""

_MOST_HOURS = 168


class Limit(StrEnum):
    """What may stand in the way; each alone, or all together."""

    HOURS = "hours"
    GAPS = "gaps"
    DAYS = "days"


@dataclass(frozen=True)
class Fewer:
    """New rates, by line, where they change, and series that pause."""

    rates: dict[str, float]
    paused: tuple[str, ...]


@dataclass(frozen=True)
class Longer:
    """Extra hours a week, by person."""

    hours: dict[str, float]

    @property
    def total(self) -> float:
        return sum(self.hours.values())


@dataclass(frozen=True)
class Clash:
    """Why there is no calendar, and the smallest ways out of it."""

    limits: tuple[Limit, ...]
    there: float
    """Hours a week that the team has for making posts, in a week with all at work."""
    fewer: Fewer | None
    longer: Longer | None

    @property
    def needed(self) -> float | None:
        """Hours a week that would be enough; None where hours are not what is missing."""
        return self.there + self.longer.total if self.longer else None


def clash(request: Request, seconds: float) -> Clash:
    """What stands in the way of a request that cannot be met, and the smallest repairs of each kind."""
    bound = replace(request, jobs=tuple(job for job in request.jobs if job.bond is not Bond.EARLIER))
    longer = _longer(bound, seconds)
    without_gaps = _possible(bound, seconds, gaps=False)
    limits = [Limit.HOURS] * bool(longer) + [Limit.GAPS] * without_gaps
    if not limits:
        limits = [Limit.HOURS, Limit.GAPS] if _possible(bound, seconds, gaps=False, hours=False) else [Limit.DAYS]
    there = sum(person.for_content for person in request.people)
    return Clash(tuple(limits), there, _fewer(bound, seconds), longer)


def fewer_posts(request: Request, repair: Fewer) -> Request:
    """The request with lower rates and without the series that pause."""
    lines = tuple(replace(line, rate=repair.rates.get(line.id, line.rate)) for line in request.lines)
    return replace(request, lines=lines, jobs=tuple(job for job in request.jobs if not _pauses(job.source, repair)))


def longer_hours(request: Request, repair: Longer) -> Request:
    """The request with more hours."""
    people = tuple(
        replace(one, hours=one.hours + more, for_content=one.for_content + more)
        for one in request.people
        for more in (repair.hours.get(one.id, 0.0),)
    )
    return replace(request, people=people)


def _pauses(source: str, repair: Fewer) -> bool:
    return bool(source) and source in repair.paused


def _possible(request: Request, seconds: float, *, gaps: bool = True, hours: bool = True) -> bool:
    model = Model(request, targets(request))
    model.limits(gaps=gaps, hours=hours)
    model.cadence()
    model.program.gains({})
    return model.program.solve(seconds) is not None


def _longer(request: Request, seconds: float) -> Longer | None:
    if not request.people:
        return None
    model = Model(request, targets(request))
    steps = {person.id: model.program.number(("more", person.id), _MOST_HOURS / STEP) for person in model.people}
    model.limits(hours=False)
    model.hours(steps)
    model.cadence()
    model.program.gains(dict.fromkeys(steps.values(), -STEP))
    solution = model.program.solve(seconds)
    if solution is None:
        return None
    return Longer({id: STEP * solution[key] for id, key in steps.items() if solution[key]})


def _fewer(request: Request, seconds: float) -> Fewer | None:
    model = Model(request, targets(request))
    program = model.program
    series = sorted({job.source for job in request.jobs if job.bond is Bond.SERIES})
    pauses = {id: program.number(("pause", id)) for id in series}
    for job in model.jobs:
        pause = {pauses[job.source]: 1.0} if job.bond is Bond.SERIES else {}
        program.row({**total(ways(job)), **pause}, 1, 1)
    model.limits(jobs=False)
    costs: dict[Hashable, float] = {
        key: -sum(job.source == id for job in request.jobs) / request.weeks for id, key in pauses.items()
    }
    rates = {line.id: _rates(line) for line in model.lines}
    for line in model.lines:
        costs |= _choice_of_rate(model, line, rates[line.id])
    program.gains(costs)
    solution = program.solve(seconds)
    if solution is None:
        return None
    chosen = {line.id: _chosen(solution, line, rates[line.id]) for line in model.lines}
    lower = {line.id: chosen[line.id] for line in model.lines if chosen[line.id] != line.rate}
    return Fewer(lower, tuple(id for id, key in pauses.items() if solution[key]))


def _rates(line: Line) -> tuple[float, ...]:
    """The rate and all steps below it."""
    steps = int(line.rate / STEP)
    return (line.rate, *(STEP * step for step in range(steps, -1, -1) if STEP * step < line.rate))


def _choice_of_rate(model: Model, line: Line, rates: tuple[float, ...]) -> dict[Hashable, float]:
    """Writes that one of the rates is chosen and its posts are there; what is given up with each."""
    program: Program = model.program
    choice = [program.number(("rate", line.id, place)) for place in range(len(rates))]
    program.row(total(choice), 1, 1)
    weekly = [quotas(rate, line.open_days) for rate in rates]
    for weeks in blocks(model.request.weeks):
        wanted = {key: -float(sum(quota[week] for week in weeks)) for key, quota in zip(choice, weekly, strict=True)}
        program.row({**model.posts(line, weeks), **wanted}, 0, inf)
    for week in range(model.request.weeks):
        most = {key: -float(quota[week]) for key, quota in zip(choice, weekly, strict=True)}
        program.row({**total(model.free(line, [week])), **most}, high=1)
    return {key: rate - line.rate for key, rate in zip(choice, rates, strict=True)}


def _chosen(solution: Solution, line: Line, rates: tuple[float, ...]) -> float:
    return next(rate for place, rate in enumerate(rates) if solution["rate", line.id, place])
