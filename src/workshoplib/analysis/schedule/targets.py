"""Whole numbers out of rates and shares: how many posts a week, a block, a pillar should have."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import floor

from workshoplib.analysis.schedule.request import OPEN, WEEKS_IN_BLOCK, Bond, Job, Line, Request

WHOLE_WEEK = 5
"""A week with so many open days counts whole, one with fewer in proportion."""

_ROUNDING = 1e-9


def quotas(rate: float, open_days: Sequence[int]) -> tuple[int, ...]:
    """Posts for each week, so that their sum so far is always the rate times the open weeks so far, rounded."""
    due, given, found = 0.0, 0, []
    for days in open_days:
        due += rate * min(1.0, days / WHOLE_WEEK)
        found.append(floor(due + 0.5 + _ROUNDING) - given)
        given += found[-1]
    return tuple(found)


def deal(shares: Mapping[str, float], numbers: Sequence[int]) -> tuple[dict[str, int], ...]:
    """So many things in each round shared out by the shares: each thing goes to whoever is furthest behind so far.

    Ties go to the larger share, then to the first by name.
    """
    whole = sum(shares.values())
    got = dict.fromkeys(sorted(shares), 0)
    rounds = []
    for number in numbers:
        before = dict(got)
        for _ in range(number if whole > 0 else 0):
            dealt = sum(got.values()) + 1
            behind = {name: shares[name] / whole * dealt - count for name, count in got.items()}
            got[max(behind, key=lambda name: (round(behind[name], 9), shares[name]))] += 1
        rounds.append({name: got[name] - before[name] for name in got})
    return tuple(rounds)


def blocks(weeks: int) -> tuple[range, ...]:
    """The weeks of each block, the last one may be short."""
    return tuple(range(first, min(first + WEEKS_IN_BLOCK, weeks)) for first in range(0, weeks, WEEKS_IN_BLOCK))


@dataclass(frozen=True)
class Targets:
    """What each block should hold, by (line, block)."""

    weekly: Mapping[tuple[str, int], int]
    """By (line, week)."""
    posts: Mapping[tuple[str, int], int]
    formats: Mapping[tuple[str, int], Mapping[str, int]]
    """With ``OPEN`` for flexible posts."""
    personas: Mapping[tuple[str, int], Mapping[str, int]]
    pillars: tuple[Mapping[str, int], ...]
    """By block, over all lines."""


def targets(request: Request) -> Targets:
    """The whole numbers that a request means."""
    parts = blocks(request.weeks)
    weekly = {
        (line.id, week): quota for line in request.lines for week, quota in enumerate(quotas(line.rate, line.open_days))
    }
    posts = {
        (line.id, block): max(sum(weekly[line.id, week] for week in weeks), _bound(request, line, weeks))
        for line in request.lines
        for block, weeks in enumerate(parts)
    }
    lines = sorted(line.id for line in request.lines)
    flexible = _flexible(request, posts, lines, len(parts))
    formats = {}
    personas = {}
    for line in request.lines:
        numbers = [posts[line.id, block] for block in range(len(parts))]
        settled = [n - flexible[line.id, block] for block, n in enumerate(numbers)]
        wanted = deal(dict.fromkeys((f for f in line.effort if f != OPEN), 1.0), settled)
        meant = deal(line.personas, numbers)
        for block in range(len(parts)):
            formats[line.id, block] = {OPEN: flexible[line.id, block], **wanted[block]}
            personas[line.id, block] = meant[block]
    settled_in_all = [sum(posts[id, b] - flexible[id, b] for id in lines) for b in range(len(parts))]
    return Targets(weekly, posts, formats, personas, deal(request.pillars, settled_in_all))


def _bound(request: Request, line: Line, weeks: Iterable[int]) -> int:
    """The posts in these weeks that there will be whatever the rate says."""
    return sum(
        job.line == line.id and job.bond is not Bond.EARLIER and week_of(job, request) in weeks for job in request.jobs
    )


def week_of(job: Job, request: Request) -> int:
    """The week of a job; all its ways lie in one."""
    return request.week_of(job.options[0].day)


def _flexible(
    request: Request, posts: Mapping[tuple[str, int], int], lines: Sequence[str], parts: int
) -> dict[tuple[str, int], int]:
    """Flexible posts by line and block: the share of all posts, each where most are missing."""
    found: dict[tuple[str, int], int] = {}
    due, given = 0.0, 0
    for block in range(parts):
        sizes = {id: posts[id, block] for id in lines}
        due += request.flexible * sum(sizes.values())
        number = floor(due + 0.5 + _ROUNDING) - given
        given += number
        (dealt,) = deal(sizes, [number])
        found |= {(id, block): min(dealt.get(id, 0), sizes[id]) for id in lines}
    return found
