"""A plan as posts of the strategy: what is new, what moves, what stays, what goes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workshoplib.analysis.ideas import Idea, ideas, pick
from workshoplib.analysis.schedule.answer import Plan, Planned
from workshoplib.analysis.schedule.marks import is_untouched, marked
from workshoplib.analysis.schedule.request import Bond
from workshoplib.strategy import Strategy
from workshoplib.strategy.choices import Format, ValueType
from workshoplib.strategy.content import Post, PostKind

_LONGEST_TITLE = 200


@dataclass(frozen=True)
class Proposed:
    """A post of the calendar as it would be, and as it is now: None for a new one."""

    post: Post
    planned: Planned
    before: Post | None

    @property
    def moved_from(self) -> date | None:
        """The day that it leaves; None for one that stays on it or is new."""
        return self.before.due if self.before and self.before.due != self.post.due else None


@dataclass(frozen=True)
class Proposal:
    posts: tuple[Proposed, ...]
    removed: tuple[Post, ...]
    """Posts of an earlier plan, touched by nobody, for which there is no place."""
    gap: float

    @property
    def new(self) -> tuple[Proposed, ...]:
        return tuple(one for one in self.posts if one.before is None)

    @property
    def changed(self) -> tuple[Proposed, ...]:
        return tuple(one for one in self.posts if one.before and one.before != one.post)

    @property
    def kept(self) -> tuple[Proposed, ...]:
        return tuple(one for one in self.posts if one.before == one.post)


def proposal(
    strategy: Strategy, plan: Plan, monday: date, weeks: int, *, today: date, kept_open: str, new_id: Callable[[], str]
) -> Proposal:
    """The posts that a plan means.

    Posts of an earlier plan that could not stay give their id and title to the nearest new post of their channel.
    ``kept_open`` is the title of a flexible post; other titles come from the strategy's own ideas.
    """
    last = monday + timedelta(weeks=weeks)
    now = {post.id: post for post in strategy.content.posts}
    here = {post.id for post in plan.posts if post.id}
    orphans = [
        post
        for post in strategy.content.posts
        if post.due and monday <= post.due < last and post.id not in here and is_untouched(post)
    ]
    writer = _Writer(strategy, today, kept_open, new_id)
    placed = [(planned, now.get(planned.id) or _adopted(planned, orphans)) for planned in plan.posts]
    return Proposal(
        tuple(Proposed(writer.post(planned, before), planned, before) for planned, before in placed),
        tuple(orphans),
        plan.gap,
    )


def _adopted(planned: Planned, orphans: list[Post]) -> Post | None:
    same = [post for post in orphans if post.channel == planned.line and post.series == planned.source]
    if not same:
        return None
    nearest = min(same, key=lambda post: abs(((post.due or planned.day) - planned.day).days))
    orphans.remove(nearest)
    return nearest


class _Writer:
    """Writes posts, and uses each idea once."""

    def __init__(self, strategy: Strategy, today: date, kept_open: str, new_id: Callable[[], str]) -> None:
        self._strategy = strategy
        self._today = today
        self._kept_open = kept_open
        self._new_id = new_id
        self._ideas = list(ideas(strategy))
        self._values: list[ValueType] = [post.value for post in strategy.content.posts if post.value]

    def post(self, planned: Planned, before: Post | None) -> Post:
        if before and planned.bond in (Bond.KEPT, Bond.EARLIER):
            return before
        placed = {
            "due": planned.day,
            "at": planned.at,
            "channel": planned.line,
            "format": Format(planned.format) if planned.format else None,
            "pillar": planned.pillar,
            "personas": (planned.persona,) if planned.persona else (),
            "owner": planned.maker,
            "kind": PostKind.FLEXIBLE if planned.flexible else PostKind.FIXED if planned.source else PostKind.PLANNED,
            "series": planned.source,
            "promotional": bool(planned.drive),
            "campaign": planned.drive,
            "goal": self._goal(planned),
            "hours": planned.hours if planned.flexible else None,
        }
        if before:
            if all(getattr(before, name) == value for name, value in placed.items()):
                return before
            return marked(before.model_copy(update=placed))
        idea = self._idea(planned)
        return marked(
            Post(
                id=self._new_id(),
                title=self._title(planned, idea)[:_LONGEST_TITLE],
                value=self._value(planned),
                stage=idea.stage if idea else None,
                story=idea.story if idea else "",
                created=self._today,
                **placed,
            )
        )

    def _idea(self, planned: Planned) -> Idea | None:
        if planned.flexible or planned.source:
            return None
        idea = pick(self._ideas, planned.persona)
        if idea:
            self._ideas.remove(idea)
        return idea

    def _title(self, planned: Planned, idea: Idea | None) -> str:
        if planned.flexible:
            return self._kept_open
        named = {
            **{series.id: series.name for series in self._strategy.content.series},
            **{pillar.id: pillar.topic for pillar in self._strategy.content.pillars},
        }
        return idea.topic if idea else named.get(planned.source or planned.pillar, "")

    def _goal(self, planned: Planned) -> str:
        named = {
            **{channel.id: channel.goal for channel in self._strategy.platforms.channels},
            **{campaign.id: campaign.goal for campaign in self._strategy.budget.campaigns if campaign.goal},
        }
        return named.get(planned.drive) or named.get(planned.line, "")

    def _value(self, planned: Planned) -> ValueType | None:
        series = {one.id: one.value for one in self._strategy.content.series}
        if planned.source:
            return series.get(planned.source)
        offered = [value for one in self._strategy.content.pillars if one.id == planned.pillar for value in one.values]
        value = min(offered, key=self._values.count, default=None)
        if value:
            self._values.append(value)
        return value


def changed_posts(found: Proposal) -> Iterator[Post]:
    """The posts that have to be written, new ones and changed ones."""
    return (one.post for one in found.posts if one.before != one.post)


def order_after(posts: Sequence[Post], found: Proposal) -> tuple[Post, ...]:
    """All posts of the strategy as they are once the proposal is kept."""
    gone = {post.id for post in found.removed}
    new = {one.post.id: one.post for one in found.posts}
    left = [new.pop(post.id, post) for post in posts if post.id not in gone]
    return (*left, *new.values())
