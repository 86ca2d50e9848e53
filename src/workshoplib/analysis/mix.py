"""Mix: what the posts of a calendar are made of, and where it has holes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from workshoplib.strategy.choices import Format, Stage, ValueType
from workshoplib.strategy.content import Content, Pillar, Post, PostKind


def percent_of(posts: Sequence[Post], holds: Callable[[Post], bool]) -> float:
    """Out of a hundred posts, how many hold; 0 where there are none."""
    return 100 * sum(map(holds, posts)) / len(posts) if posts else 0.0


@dataclass(frozen=True)
class PillarMix:
    """A pillar with the share of posts that it should have and the one that it has, in percent, None where unknown."""

    pillar: Pillar
    wanted: float | None
    actual: float | None
    posts: int


def by_pillar(content: Content) -> tuple[PillarMix, ...]:
    """Each pillar's share out of the posts that belong to one."""
    known = {pillar.id for pillar in content.pillars}
    sorted_in = [post for post in content.posts if post.pillar in known]
    counts = {pillar.id: sum(post.pillar == pillar.id for post in sorted_in) for pillar in content.pillars}
    return tuple(
        PillarMix(
            pillar, pillar.share, 100 * counts[pillar.id] / len(sorted_in) if sorted_in else None, counts[pillar.id]
        )
        for pillar in content.pillars
    )


def widest_miss(mix: Iterable[PillarMix]) -> tuple[PillarMix, float] | None:
    """The pillar whose share is furthest from what was wanted, and by how many points (too many is positive)."""
    misses = [(row, row.actual - row.wanted) for row in mix if row.wanted is not None and row.actual is not None]
    return max(misses, key=lambda miss: abs(miss[1]), default=None)


def by_value(posts: Iterable[Post]) -> tuple[tuple[ValueType, int], ...]:
    """The values that posts have, each with their number, in the order of the list."""
    told = [post.value for post in posts]
    return tuple((value, told.count(value)) for value in ValueType if value in told)


def by_format(posts: Iterable[Post]) -> tuple[tuple[Format, int], ...]:
    """The formats that posts have, each with their number, in the order of the list."""
    told = [post.format for post in posts]
    return tuple((format, told.count(format)) for format in Format if format in told)


def by_stage(posts: Iterable[Post]) -> tuple[tuple[Stage, int], ...]:
    """The stages of the journey that posts are for, each with their number, in order."""
    told = [post.stage for post in posts]
    return tuple((stage, told.count(stage)) for stage in Stage if stage in told)


def promotional(posts: Sequence[Post]) -> float:
    """Out of a hundred posts, how many sell something."""
    return percent_of(posts, lambda post: post.promotional)


def flexible(posts: Sequence[Post]) -> float:
    """Out of a hundred posts, how many are kept open."""
    return percent_of(posts, lambda post: post.kind is PostKind.FLEXIBLE)


@dataclass(frozen=True)
class Gap:
    """Two posts of a channel with none between them."""

    channel: str
    first: date
    last: date

    @property
    def days(self) -> int:
        """The days from one post to the next."""
        return (self.last - self.first).days


def longest_gap(posts: Iterable[Post]) -> Gap | None:
    """The longest time between two posts of the same channel, the earliest of equals; None until there are two."""
    days: dict[str, set[date]] = {}
    for post in posts:
        if post.due and post.channel:
            days.setdefault(post.channel, set()).add(post.due)
    gaps = (Gap(channel, *pair) for channel, on in days.items() for pair in pairwise(sorted(on)))
    return max(gaps, key=lambda gap: (gap.days, -gap.first.toordinal()), default=None)
