"""Planning that lives: it proposes a calendar for what the store holds, and writes what people decide about it."""

import secrets
from collections.abc import Callable, Iterable
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Literal

from workshoplib.analysis.schedule import Clash, schedule
from workshoplib.analysis.schedule.days import first_monday
from workshoplib.analysis.schedule.demand import FEWEST_WEEKS, MOST_WEEKS, demand
from workshoplib.analysis.schedule.proposal import Proposal, changed_posts, proposal
from workshoplib.errors import N_, WorkshopError
from workshoplib.steps import render
from workshoplib.steps.answers import title_of
from workshoplib.steps.blocks import Block
from workshoplib.steps.months import when
from workshoplib.steps.proposed import impossible, proposed
from workshoplib.steps.view import View
from workshoplib.store import Address, Store, Write
from workshoplib.strategy.choices import Format
from workshoplib.strategy.content import Post, PostKind, PostStatus
from workshoplib.strategy.ids import new_id

if TYPE_CHECKING:
    from workshoplib.forms.plan_panel import PostLine, Shown

SECONDS = 20.0
_USUAL_WEEKS = 8
_LONGEST_NAME = 60


class Changed(WorkshopError):
    """The calendar has been changed since the proposal was made."""


class Gone(WorkshopError):
    """The post is no longer there."""


class Planning:
    """The panel that plans, bound to the store."""

    def __init__(self, store: Store, author: str, owner: str, fresh_view: Callable[[], View]) -> None:
        from workshoplib.forms.plan_panel import Deeds, PlanPanel

        self._store, self._author, self._owner, self._fresh_view = store, author, owner, fresh_view
        self._found: Proposal | None = None
        self._seen = 0
        view = fresh_view()
        deeds = Deeds(self._plan, self._keep, self._move, self._lock, self._duplicate, self._split)
        self.panel: PlanPanel = PlanPanel(deeds, view.say, starts(view), weeks(view), (FEWEST_WEEKS, MOST_WEEKS))
        self.catch_up()

    def catch_up(self) -> None:
        """Offers the posts that are there now."""
        self.panel.offer(tuple(_lines(self._fresh_view())))

    def _plan(self, start: date, weeks: int) -> "Shown":
        from workshoplib.forms.plan_panel import Shown

        self._seen = self._store.head()
        view = self._fresh_view()
        self._found, blocks = planned(view, start, weeks, SECONDS)
        return Shown(render.html(blocks), self._found is not None)

    def _keep(self) -> str:
        found, say = self._found, self._fresh_view().say
        if found is None or self._store.head() != self._seen:
            raise Changed(N_("Somebody has changed the workshop since this was planned. Plan again, then keep it."))
        self._found = None
        written = tuple(changed_posts(found))
        self._save(*map(self._put, written), *map(self._removal, found.removed))
        return say.plural("{n} post has been written.", "{n} posts have been written.", len(written))

    def _move(self, id: str, due: date, at: time | None) -> str:
        post = self._post(id).model_copy(update={"due": due, "at": at})
        self._save(self._put(post))
        view = self._fresh_view()
        return view.say("Moved to {when}.", when=when(post, view))

    def _lock(self, id: str) -> str:
        before = self._post(id)
        self._save(self._put(before.model_copy(update={"locked": not before.locked})))
        say = self._fresh_view().say
        return say("The post may move again.") if before.locked else say("Locked: the post stays where it is.")

    def _duplicate(self, id: str) -> str:
        copy = self._copy(self._post(id), 1)
        self._save(self._put(copy))
        view = self._fresh_view()
        return view.say("A copy stands on {when}.", when=when(copy, view))

    def _split(self, id: str, pieces: int) -> str:
        long, say = self._post(id), self._fresh_view().say
        short = [
            self._copy(long, n).model_copy(
                update={
                    "title": say("{title}, part {n}", title=long.title, n=n),
                    "format": Format.SHORT_VIDEO,
                    "part_of": long.id,
                    "hours": None,
                    "seconds": None,
                    "text": "",
                }
            )
            for n in range(1, pieces + 1)
        ]
        self._save(*map(self._put, short))
        return say.plural("{n} short video was added.", "{n} short videos were added, a week apart.", pieces)

    def _copy(self, post: Post, later: int) -> Post:
        """A copy so many weeks later, which nobody has begun on."""
        due = post.due + timedelta(weeks=later) if post.due else None
        new = {
            "id": new_id(secrets.randbelow),
            "due": due,
            "status": PostStatus.IDEA,
            "locked": False,
            "checked": False,
            "kind": PostKind.PLANNED,
            "series": "",
            "planned": "",
            "created": self._fresh_view().today,
        }
        return post.model_copy(update=new)

    def _post(self, id: str) -> Post:
        for post in self._fresh_view().strategy.content.posts:
            if post.id == id:
                return post
        raise Gone(N_("This post is no longer there. Pick another one."))

    def _put(self, post: Post) -> Write:
        return self._write(post, "put", post.model_dump(mode="json"))

    def _removal(self, post: Post) -> Write:
        return self._write(post, "remove", None)

    def _write(self, post: Post, action: Literal["put", "remove"], value: object) -> Write:
        address = Address("content", "posts", post.id)
        base = self._store.answer(address, self._owner).revision
        return Write(secrets.token_hex(16), address, action, value, base, self._owner)

    def _save(self, *writes: Write) -> None:
        if writes:
            self._store.save(self._author, *writes)
        self.catch_up()


def planned(view: View, start: date, weeks: int, seconds: float) -> tuple[Proposal | None, tuple[Block, ...]]:
    """A proposal for so many weeks from the Monday on or after a day, and what there is to say about it.

    Without a proposal the blocks say which limits clash, and the smallest ways out.
    """
    monday = first_monday(start)
    outcome = schedule(demand(view.strategy, view.facts, monday, weeks, view.say.language), seconds)
    if isinstance(outcome, Clash):
        return None, tuple(impossible(outcome, view))
    found = proposal(
        view.strategy,
        outcome,
        monday,
        weeks,
        today=view.today,
        kept_open=view.say("Kept open"),
        new_id=lambda: new_id(secrets.randbelow),
    )
    return found, tuple(proposed(found, view))


def starts(view: View) -> date:
    """The day from which one would plan: the start that was decided while it lies ahead, else next Monday."""
    decided = view.strategy.content.plan_start
    return first_monday(decided if decided and decided > view.today else view.today)


def weeks(view: View) -> int:
    """The weeks that one would plan, within what can be planned."""
    return min(max(view.strategy.content.horizon_weeks or _USUAL_WEEKS, FEWEST_WEEKS), MOST_WEEKS)


def _lines(view: View) -> Iterable["PostLine"]:
    from workshoplib.forms.plan_panel import PostLine

    posts = [post for post in view.strategy.content.posts if post.status is not PostStatus.PUBLISHED]
    for post in sorted(posts, key=lambda post: (post.due is None, post.due or date.min, str(post.at))):
        name = ": ".join(filter(None, (when(post, view), title_of(post, view))))
        yield PostLine(post.id, name[:_LONGEST_NAME], post.due, post.at, post.locked, post.format is Format.LONG_VIDEO)
