"""A checker of calendars that knows only what a request says, and a search that tries every calendar there is.

It shares no code with the model: what is wanted, what is allowed and what a calendar is worth are written here anew.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from fractions import Fraction
from itertools import combinations, product
from math import floor
from typing import Any

from workshoplib.analysis.schedule import Plan, Planned
from workshoplib.analysis.schedule.request import Bond, Job, Line, Option, Person, Request, Slot

MONDAY = date(2027, 3, 1)
TINY = 1e-6


def day(n: int) -> date:
    return MONDAY + timedelta(n)


def line(id: str = "insta", rate: float = 1, weeks: int = 2, **other: Any) -> Line:
    """A channel with two formats, one maker and a slot on Tuesday and Friday of each week."""
    given: dict[str, Any] = {
        "gap": 1,
        "at_once": 1,
        "effort": {"image": 1.0, "video": 3.0, "": 2.0},
        "makers": {"image": ("ann",), "video": ("ann",), "": ("ann",)},
        "slots": tuple(Slot(day(7 * w + n), time(12), "hanne", 50) for w in range(weeks) for n in (1, 4)),
        "open_days": (7,) * weeks,
        "personas": {"hanne": 1.0},
        "owner": "ann",
    }
    return Line(id, rate, **{**given, **other})


def request(*lines: Line, weeks: int = 2, **other: Any) -> Request:
    return Request(MONDAY, weeks, lines or (line(weeks=weeks),), **{"people": (Person("ann", 20, 20),), **other})


def weekly(one: Line) -> list[int]:
    """Posts wanted in each week: the sum so far is the rate times the open weeks so far, halves rounded up."""
    so_far = [
        floor(
            Fraction(one.rate) * sum(min(Fraction(1), Fraction(days, 5)) for days in one.open_days[: w + 1])
            + Fraction(1, 2)
        )
        for w in range(len(one.open_days))
    ]
    return [later - earlier for earlier, later in zip([0, *so_far], so_far, strict=False)]


def blocks_of(asked: Request) -> list[range]:
    return [range(first, min(first + 4, asked.weeks)) for first in range(0, asked.weeks, 4)]


def week(asked: Request, on: date) -> int:
    return (on - asked.monday).days // 7


def number_wanted(asked: Request, one: Line, block: range) -> int:
    certain = [
        job for job in asked.jobs if job.bond is not Bond.EARLIER and job.line == one.id
        and week(asked, job.options[0].day) in block
    ]  # fmt: skip
    return max(sum(weekly(one)[w] for w in block), len(certain))


def shared_out(shares: Mapping[str, float], numbers: Sequence[int]) -> list[dict[str, int]]:
    """One at a time to whoever is furthest behind: larger shares first among equals, then by name."""
    got, rounds = dict.fromkeys(sorted(shares), 0), []
    for number in numbers:
        this = dict.fromkeys(got, 0)
        for _ in range(number if sum(shares.values()) else 0):
            n = sum(got.values()) + 1
            behind = {k: round(shares[k] / sum(shares.values()) * n - got[k], 9) for k in got}
            first = sorted(got, key=lambda k: (-behind[k], -shares[k], k))[0]
            got[first] += 1
            this[first] += 1
        rounds.append(this)
    return rounds


def worth(asked: Request, posts: Sequence[Planned], *, supported: int | None = None) -> float:
    """What a calendar is worth by the formula in the model's docstring."""
    gain = float(sum(post.attention for post in posts))
    gain += sum(one.gain for one in asked.occasions if any(post.day in one.days for post in posts))
    gain += 80 * (sum(bool(post.drive) for post in posts) if supported is None else supported)
    free = [post for post in posts if post.bond is None]
    owners = {one.id: one.owner for one in asked.lines}
    strengths = {person.id: person.strengths for person in asked.people}
    gain += sum(5 * (post.maker == owners[post.line]) for post in free)
    gain += sum(5 * (post.format in strengths.get(post.maker, ())) for post in free)
    return gain - sum(weight * missed for weight, missed in _misses(asked, posts))


def _misses(asked: Request, posts: Sequence[Planned]) -> Iterator[tuple[int, float]]:
    flexible = {job.id for job in asked.jobs if job.flexible}
    formats = {job.id: job.format for job in asked.jobs}
    is_open = {id(post): post.id in flexible or (post.format == "" and post.bond is None) for post in posts}
    numbers = {
        (one.id, b): number_wanted(asked, one, block) for one in asked.lines for b, block in enumerate(blocks_of(asked))
    }
    ids = sorted(one.id for one in asked.lines)
    opens, due, given = {}, 0.0, 0
    for b, _ in enumerate(blocks_of(asked)):
        due += asked.flexible * sum(numbers[i, b] for i in ids)
        now = floor(due + 0.5 + 1e-9) - given
        given += now
        (dealt,) = shared_out({i: float(numbers[i, b]) for i in ids}, [now])
        opens |= {(i, b): min(dealt[i], numbers[i, b]) for i in ids}
    settled = [sum(numbers[i, b] - opens[i, b] for i in ids) for b, _ in enumerate(blocks_of(asked))]
    for one in asked.lines:
        mine = [post for post in posts if post.line == one.id]
        for w, wanted in enumerate(weekly(one)):
            yield 80, abs(sum(week(asked, post.day) == w for post in mine) - wanted)
        parts = range(len(blocks_of(asked)))
        by_format = shared_out(
            {f: 1.0 for f in one.effort if f}, [numbers[one.id, b] - opens[one.id, b] for b in parts]
        )
        by_persona = shared_out(one.personas, [numbers[one.id, b] for b in parts])
        for b, block in enumerate(blocks_of(asked)):
            here = [post for post in mine if week(asked, post.day) in block]
            yield 60, abs(sum(is_open[id(post)] for post in here) - opens[one.id, b])
            for f, wanted in by_format[b].items():
                has = sum(not is_open[id(post)] and (post.format or formats.get(post.id)) == f for post in here)
                yield 20, abs(has - wanted)
            for persona, wanted in by_persona[b].items():
                yield 40, abs(sum(post.persona == persona for post in here) - wanted)
    for block, dealt in zip(blocks_of(asked), shared_out(asked.pillars, settled), strict=True):
        here = [post for post in posts if week(asked, post.day) in block and not is_open[id(post)]]
        for pillar, wanted in dealt.items():
            yield 60, abs(sum(post.pillar == pillar for post in here) - wanted)


def broken(asked: Request, posts: Sequence[Planned]) -> list[str]:
    """The limits that a calendar does not keep."""
    return [
        *_jobs_broken(asked, posts),
        *_lines_broken(asked, posts),
        *_hours_broken(asked, posts),
        *_leave_broken(asked, posts),
    ]


def _jobs_broken(asked: Request, posts: Sequence[Planned]) -> Iterator[str]:
    for job in asked.jobs:
        done = [
            post for post in posts
            if post.bond is job.bond and post.line == job.line
            and (post.id == job.id if job.bond is not Bond.SERIES else post.source == job.source)
            and any((post.day, post.at, post.maker) == (way.day, way.at, way.maker) for way in job.options)
        ]  # fmt: skip
        if not done and job.bond is not Bond.EARLIER:
            yield f"{job.id} is missing"


def _lines_broken(asked: Request, posts: Sequence[Planned]) -> Iterator[str]:
    for one in asked.lines:
        mine = [post for post in posts if post.line == one.id]
        for block in blocks_of(asked):
            if sum(week(asked, post.day) in block for post in mine) != number_wanted(asked, one, block):
                yield f"{one.id} has another number of posts than was wanted"
        free = [post for post in mine if post.bond is None]
        for w, wanted in enumerate(weekly(one)):
            if sum(week(asked, post.day) == w for post in free) > wanted + 1:
                yield f"{one.id} is crowded in week {w}"
        slots = {(slot.day, slot.at, slot.persona) for slot in one.slots}
        if any((post.day, post.at, post.persona) not in slots for post in free):
            yield f"{one.id} has a post outside its slots"
        if any(post.maker not in one.makers[post.format] for post in free):
            yield f"{one.id} has a post by somebody who cannot make it"
        yield from _gaps_broken(asked, one, mine)


def _gaps_broken(asked: Request, one: Line, mine: Sequence[Planned]) -> Iterator[str]:
    for first in range(7 * asked.weeks):
        window = {asked.monday + timedelta(first + n) for n in range(one.gap)}
        inside = [post for post in mine if post.day in window]
        loose = [post for post in inside if post.bond in (None, Bond.EARLIER)]
        if loose and len(inside) > one.at_once:
            yield f"{one.id} has posts too close to each other"
            return


def _hours_broken(asked: Request, posts: Sequence[Planned]) -> Iterator[str]:
    teams = [
        ({person.id}, [person.hours * _there(asked, person, w) for w in range(asked.weeks)]) for person in asked.people
    ]
    pool = [sum(p.for_content * _there(asked, p, w) for p in asked.people) for w in range(asked.weeks)]
    teams.append(({person.id for person in asked.people}, pool))
    for ids, limits in teams:
        later = 0.0
        for w in reversed(range(asked.weeks)):
            here = [post for post in posts if week(asked, post.day) == w and post.maker in ids]
            work = sum(post.hours for post in here if post.bond is not Bond.KEPT)
            kept = sum(post.hours for post in here if post.bond is Bond.KEPT)
            later = max(0.0, work + later - max(0.0, limits[w] - kept))
            if later > work + TINY or (w == 0 and later > TINY):
                yield f"{sorted(ids)} have too much to do in week {w}"
                break


def _there(asked: Request, person: Person, w: int) -> float:
    monday = asked.monday + timedelta(weeks=w)
    return sum(monday + timedelta(n) not in person.away for n in range(5)) / 5


def _leave_broken(asked: Request, posts: Sequence[Planned]) -> Iterator[str]:
    away = {person.id: person.away for person in asked.people}
    for post in posts:
        if post.bond is None and post.day in away.get(post.maker, ()):
            yield f"{post.maker} is away on {post.day}"


@dataclass(frozen=True)
class Best:
    posts: tuple[Planned, ...]
    worth: float


def every_calendar(asked: Request) -> Iterator[tuple[Planned, ...]]:
    """All calendars that keep the limits, pillars left out; for requests of a few posts."""
    jobs = [
        [*(_done(job, way) for way in job.options), *([None] if job.bond is Bond.EARLIER else [])] for job in asked.jobs
    ]
    for known in product(*jobs):
        there = [post for post in known if post]
        counts = [
            sum(number_wanted(asked, one, block) for block in blocks_of(asked))
            - sum(post.line == one.id for post in there)
            for one in asked.lines
        ]
        if min(counts, default=0) >= 0:
            ways = (_ways(asked, one, n) for one, n in zip(asked.lines, counts, strict=True))
            for choice in product(*map(list, ways)):
                posts = (*there, *(post for some in choice for post in some))
                if not broken(asked, posts):
                    yield posts


def _done(job: Job, way: Option) -> Planned:
    id, f = "" if job.bond is Bond.SERIES else job.id, "" if job.flexible else job.format
    return Planned(
        id, job.line, way.day, way.at, f, way.maker, job.pillar, job.persona, job.hours, way.attention, job.bond,
        job.source,
    )  # fmt: skip


def _ways(asked: Request, one: Line, number: int) -> Iterator[tuple[Planned, ...]]:
    work = [(f, maker) for f in one.effort for maker in one.makers[f]]
    for slots in combinations(one.slots, number):
        if len({(slot.day, slot.at) for slot in slots}) == number:
            for made in product(work, repeat=number):
                yield tuple(
                    Planned("", one.id, slot.day, slot.at, f, maker, "", slot.persona, one.effort[f], slot.attention)
                    for slot, (f, maker) in zip(slots, made, strict=True)
                )


def best(asked: Request) -> Best | None:
    """The most valuable calendar of all, by trying each; None where there is none."""
    found: Best | None = None
    for bare in every_calendar(asked):
        open_to = [n for n, post in enumerate(bare) if post.bond is None and post.format]
        for pillars in product(sorted(asked.pillars) or [""], repeat=len(open_to)):
            posts = list(bare)
            for n, pillar in zip(open_to, pillars, strict=True):
                posts[n] = replace(posts[n], pillar=pillar)
            value = worth(asked, posts, supported=_supported(asked, posts))
            if found is None or value > found.worth:
                found = Best(tuple(posts), value)
    return found


def _supported(asked: Request, posts: Sequence[Planned]) -> int:
    """As many weeks as campaigns can have a post beside them."""
    weeks = {
        (drive.line, week(asked, post.day))
        for drive in asked.drives
        for post in posts
        if post.bond is None and post.format and post.line == drive.line and post.day in drive.days
    }
    selling = sum(job.promotes for job in asked.jobs)
    wanted = sum(number_wanted(asked, one, block) for one in asked.lines for block in blocks_of(asked))
    most = max(floor(asked.promotion * wanted + TINY), selling)
    return min(len(weeks), most - selling)


def kept_job(id: str, on: int, one: str = "insta", **other: Any) -> Job:
    given = {"format": "image", "hours": 1.0, "maker": "ann", "at": time(12), "bond": Bond.KEPT, **other}
    way = Option(day(on), given.pop("at"), given.pop("maker"))
    return Job(id, one, given.pop("bond"), (way,), given.pop("format"), given.pop("hours"), **given)


def as_told(plan: Plan) -> list[tuple[Any, ...]]:
    """A plan in a form that can be compared."""
    return [(post.line, post.day, post.at, post.format, post.maker, post.pillar, post.persona) for post in plan.posts]
