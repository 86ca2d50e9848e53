"""A solution as dated, timed posts, each with the reasons for its place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from workshoplib.analysis.schedule.model import Model, made, pillar, slot, support, ways
from workshoplib.analysis.schedule.program import Solution
from workshoplib.analysis.schedule.request import OPEN, Bond, Line, Slot


@dataclass(frozen=True)
class Planned:
    """A post of the plan. ``id`` is the one that it had before, or empty for a new one."""

    id: str
    line: str
    day: date
    at: time | None
    format: str
    maker: str
    pillar: str
    persona: str
    hours: float
    attention: int = 0
    bond: Bond | None = None
    """None for a post that the plan has placed freely."""
    source: str = ""
    """The series that it is one of."""
    drive: str = ""
    """The campaign that it supports."""
    occasions: tuple[str, ...] = ()

    @property
    def flexible(self) -> bool:
        return self.format == OPEN


@dataclass(frozen=True)
class Plan:
    """A calendar. ``gap`` is 0.0 where no better one is possible, else how much better one might be at most (0.1: a
    tenth)."""

    posts: tuple[Planned, ...]
    gain: float
    gap: float


def plan_of(model: Model, solution: Solution) -> Plan:
    """The posts of a solution, in order of time."""
    posts = [*_known(model, solution), *(post for line in model.lines for post in _free(model, line, solution))]
    posts.sort(key=lambda post: (post.day, post.at or time.min, post.line, post.id, post.persona))
    named = tuple(replace(post, occasions=_occasions(model, post.day)) for post in posts)
    return Plan(named, solution.gain, solution.gap)


def _known(model: Model, solution: Solution) -> Iterator[Planned]:
    for job in model.jobs:
        for key, way in zip(ways(job), job.options, strict=True):
            if solution[key]:
                id = job.was if job.bond is Bond.SERIES else job.id
                yield Planned(
                    id, job.line, way.day, way.at, OPEN if job.flexible else job.format, way.maker, job.pillar,
                    job.persona, job.hours, way.attention, job.bond, job.source,
                )  # fmt: skip


def _free(model: Model, line: Line, solution: Solution) -> Iterator[Planned]:
    for block, weeks in enumerate(model.blocks):
        left = {p: solution[pillar(line, block, p)] for p in sorted(model.request.pillars)}
        last = ""
        for week in weeks:
            chosen = sorted(
                (
                    one
                    for n, one in enumerate(line.slots)
                    if solution[slot(line, n)] and model.request.week_of(one.day) == week
                ),
                key=lambda one: (one.day, one.at),
            )
            drive = _drive(model, line, week) if solution[support(line, week)] else None
            for one, f, maker in _matched(model, line, week, chosen, solution):
                mine = ""
                if f != OPEN and any(left.values()):
                    mine = last = max(left, key=lambda p: (left[p] > 0, p != last, left[p]))
                    left[mine] -= 1
                promotes = drive if drive and f != OPEN and one.day in drive[1] else None
                drive = None if promotes else drive
                yield Planned(
                    "", line.id, one.day, one.at, f, maker, mine, one.persona, line.effort[f], one.attention,
                    drive=promotes[0] if promotes else "",
                )  # fmt: skip


def _matched(
    model: Model, line: Line, week: int, chosen: Sequence[Slot], solution: Solution
) -> Iterable[tuple[Slot, str, str]]:
    """Each slot with a format and a maker who is there that day; flexible posts as late in the week as can be."""
    away = {person.id: person.away for person in model.people}
    work = [
        (f, maker)
        for f in sorted(line.effort, key=lambda f: (f == OPEN, f))
        for maker in line.makers[f]
        for _ in range(solution[made(line, week, f, maker)])
    ]
    taken: dict[int, int] = {}  # work by slot

    def place(piece: int, seen: set[int]) -> bool:
        """Gives a piece of work a slot, moving others where needed (Kuhn's augmenting paths)."""
        for n, one in enumerate(chosen):
            if n not in seen and one.day not in away.get(work[piece][1], frozenset()):
                seen.add(n)
                if n not in taken or place(taken[n], seen):
                    taken[n] = piece
                    return True
        return False

    for piece in range(len(work)):
        place(piece, set())
    return [(one, *work[taken[n]]) for n, one in enumerate(chosen)]


def _drive(model: Model, line: Line, week: int) -> tuple[str, frozenset[date]]:
    within = (
        drive
        for drive in sorted(model.request.drives, key=lambda one: one.id)
        if drive.line == line.id and any(model.request.week_of(day) == week for day in drive.days)
    )
    drive = next(within)
    return drive.id, drive.days


def _occasions(model: Model, day: date) -> tuple[str, ...]:
    return tuple(sorted(one.name for one in model.request.occasions if day in one.days))
