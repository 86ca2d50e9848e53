"""How planning grows with weeks and channels, and what it is worth: ``python benchmarks/schedule.py``.

Each made-up team is planned three ways, and all are held to the same measure, the one in the model's docstring, by the
checker of the tests, which shares no code with the model:

- proven: the mixed integer programme, to the end
- greedy: post by post the best slot, then format, maker and pillar that add most, as long as a limit allows it
- rhythm: a spreadsheet's fixed weekdays, formats and pillars in turn, whoever owns the channel; it counts no hours

Other sizes may be asked for: ``python benchmarks/schedule.py 26x4`` (minutes, most of them for the greedy one).
What is missing tells how many wanted posts greedy could not place; broken limits how many a rhythm does not keep.
"""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from scheduling import blocks_of, broken, week, weekly, worth
from test_schedule import large
from workshoplib.analysis.schedule import Plan, Planned, Request, schedule
from workshoplib.analysis.schedule.request import Line, Slot

SIZES = ((4, 1), (12, 1), (12, 2), (12, 4), (12, 8), (4, 4), (8, 4), (26, 1))
MINUTES = 120.0


def greedy(asked: Request) -> tuple[Planned, ...]:
    """A calendar made post by post, never taking back what was decided."""
    posts: tuple[Planned, ...] = ()
    for line in asked.lines:
        alone = replace(asked, lines=(line,))  # what other channels already have cannot be broken by this one's posts
        for number, wanted in enumerate(weekly(line)):
            for _ in range(wanted):
                ways = sorted(_ways(asked, line, number), key=lambda post: (-post.attention, post.hours, post.day))
                best = next((post for post in ways if _fits(alone, (*posts, post))), None)
                posts = (*posts, best) if best else posts
    return _with_pillars(asked, posts)


def _ways(asked: Request, line: Line, number: int) -> Iterator[Planned]:
    for slot in line.slots:
        if week(asked, slot.day) == number:
            for f in line.effort:
                for maker in line.makers[f]:
                    yield _post(line, slot, f, maker)


def _post(line: Line, slot: Slot, f: str, maker: str) -> Planned:
    return Planned("", line.id, slot.day, slot.at, f, maker, "", slot.persona, line.effort[f], slot.attention)


def _fits(asked: Request, posts: tuple[Planned, ...]) -> bool:
    return not [limit for limit in broken(asked, posts) if "number of posts" not in limit]


def rhythm(asked: Request) -> tuple[Planned, ...]:
    """The same weekdays each week, noon or the first hour after, everything else in turn."""
    found = []
    for line in asked.lines:
        formats = cycle(sorted(f for f in line.effort if f))
        for number, wanted in enumerate(weekly(line)):
            slots = [slot for slot in line.slots if week(asked, slot.day) == number]
            days = sorted({slot.day for slot in slots})
            for place in range(wanted):
                day = days[place * len(days) // wanted]
                slot = max(
                    (slot for slot in slots if slot.day == day), key=lambda slot: (slot.at.hour >= 12, slot.persona)
                )
                found.append(_post(line, slot, next(formats), line.owner))
    return _with_pillars(asked, found)


def _with_pillars(asked: Request, posts: Iterable[Planned]) -> tuple[Planned, ...]:
    pillars = cycle(sorted(asked.pillars))
    ordered = sorted(posts, key=lambda post: (post.day, post.line))
    return tuple(replace(post, pillar=next(pillars)) if post.format else post for post in ordered)


def main(sizes: Iterable[tuple[int, int]]) -> None:
    """Prints a line for each size."""
    print("weeks channels  posts  seconds   gap   worth: proven  greedy  rhythm   missing  broken limits")
    for weeks, channels in sizes:
        asked = large(weeks, channels)
        began = perf_counter()
        plan = schedule(asked, MINUTES)
        seconds = perf_counter() - began
        assert isinstance(plan, Plan), plan  # noqa: S101 - these teams have hours enough
        assert not broken(asked, plan.posts)  # noqa: S101 - a calendar that breaks its limits is worth nothing
        by_greed, by_rhythm = greedy(asked), rhythm(asked)
        wanted = sum(weekly(line)[w] for line in asked.lines for block in blocks_of(asked) for w in block)
        print(
            f"{weeks:5} {channels:8} {len(plan.posts):6} {seconds:8.2f} {plan.gap:5.1%}"
            f" {worth(asked, plan.posts):14.0f} {worth(asked, by_greed):7.0f} {worth(asked, by_rhythm):7.0f}"
            f" {wanted - len(by_greed):9} {len(broken(asked, by_rhythm)):14}"
        )


if __name__ == "__main__":
    main([(int(w), int(c)) for w, c in (size.split("x") for size in sys.argv[1:])] or SIZES)
