"""The panel that plans a calendar: two questions and a button, the proposal, and a bench for single posts.

It knows nothing of strategies: what a button does is told to it, and what is shown comes as HTML made elsewhere.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, time

from ipywidgets import Widget

from workshoplib.errors import WorkshopError
from workshoplib.forms.control import button, labelled
from workshoplib.forms.html import notice, prose, style, tell
from workshoplib.forms.widgets import HTML, BoundedIntText, Box, Dropdown, Text, VBox
from workshoplib.words import Words

_FOLDED = "wf-folded"


@dataclass(frozen=True)
class PostLine:
    """A post as the bench offers it."""

    id: str
    name: str
    due: date | None
    at: time | None
    locked: bool
    is_long_video: bool


@dataclass(frozen=True)
class Shown:
    """A proposal as HTML, or why there is none; ``can_be_kept`` says which."""

    html: str
    can_be_kept: bool


@dataclass(frozen=True)
class Deeds:
    """What the buttons do; most return a sentence, and all raise a WorkshopError that says why not."""

    plan: Callable[[date, int], Shown]
    keep: Callable[[], str]
    move: Callable[[str, date, time | None], str]
    lock: Callable[[str], str]
    duplicate: Callable[[str], str]
    split: Callable[[str, int], str]


class PlanPanel:
    """Widgets on the screen: ``widget`` to display, ``offer`` to bring the list of posts up to date."""

    def __init__(self, deeds: Deeds, say: Words, start: date, weeks: int, limits: tuple[int, int]) -> None:
        self._deeds, self._say = deeds, say
        self._start = labelled(Text, say("Calendar starts"), value=say.short_date(start), continuous_update=False)
        self._weeks = labelled(BoundedIntText, say("Weeks to plan"), value=weeks, min=limits[0], max=limits[1])
        self._plan = button(
            say("Plan"), say("Computes a calendar and shows it; nothing is saved"), self._planned, "wf-main"
        )
        self._told = notice("", "good")
        self._proposal = HTML("", tooltip="")
        keep = button(say("Keep this plan"), say("Writes the posts into the calendar"), self._kept, "wf-main")
        leave = button(say("Leave it"), say("Forgets the proposal"), self._close, "wf-quiet")
        self._decide = _row("wf-actions", keep, leave)
        self._bench = _Bench(deeds, say)
        self.widget = VBox(
            [
                style(),
                prose(say("Plan the calendar"), "wf-title"),
                prose(say("Posts that you have written, changed or locked stay where they are."), "wf-help"),
                _row("wf-fields", _field(self._start, "wf-date"), _field(self._weeks, "wf-whole")),
                self._plan,
                self._told,
                self._decide,
                self._proposal,
                self._bench.widget,
            ]
        )
        self.widget.add_class("workshop-form")
        self.widget.add_class("wf-planner")
        self._close()

    def offer(self, posts: Sequence[PostLine]) -> None:
        """The posts that can be moved, locked, copied or split now."""
        self._bench.offer(posts)

    def _planned(self) -> None:
        self._close()
        self._plan.disabled = True
        tell(self._told, self._say("Planning takes a few seconds …"), "waiting")
        try:
            with _told(self._told, self._say):
                shown = self._deeds.plan(self._say.read_date(self._start.value), self._weeks.value)
                self._proposal.value = shown.html
                _fold(self._decide, away=not shown.can_be_kept)
                tell(self._told, "", "good")
        finally:
            self._plan.disabled = False

    def _kept(self) -> None:
        with _told(self._told, self._say):
            tell(self._told, self._deeds.keep(), "good")
            self._close()

    def _close(self) -> None:
        self._proposal.value = ""
        _fold(self._decide, away=True)


class _Bench:
    """One post at a time: its day and hour, and what can be done with it."""

    def __init__(self, deeds: Deeds, say: Words) -> None:
        self._deeds, self._say = deeds, say
        self._posts: dict[str, PostLine] = {}
        self._post = labelled(Dropdown, say("Post"), options=())
        self._due = labelled(Text, say("Date"), continuous_update=False)
        self._at = labelled(Text, say("Time"), continuous_update=False)
        self._pieces = labelled(BoundedIntText, say("Short videos"), value=3, min=2, max=10)
        self._told = notice("", "good")
        move = button(say("Move"), say("Puts the post on this day and hour"), self._move)
        self._lock = button(say("Lock"), say("A locked post stays where it is, whatever is planned"), self._lock_it)
        copy = button(say("Duplicate"), say("Adds a copy a week later"), self._copy)
        cut = button(say("Split"), say("Adds short videos that are cut from this one"), self._cut)
        self._cutting = _row("wf-actions wf-cut", _field(self._pieces, "wf-whole"), cut)
        self.widget = VBox(
            [
                prose(say("Move, lock, copy or split a post"), "wf-title"),
                _field(self._post, "wf-reference"),
                _row("wf-fields", _field(self._due, "wf-date"), _field(self._at, "wf-time")),
                _row("wf-actions", move, self._lock, copy),
                self._cutting,
                self._told,
            ]
        )
        self.widget.add_class("wf-bench")
        self._post.observe(lambda _: self._show(), "value")

    def offer(self, posts: Sequence[PostLine]) -> None:
        chosen = self._post.value
        self._posts = {post.id: post for post in posts}
        self._post.options = [(post.name, post.id) for post in posts]
        if posts:
            self._post.value = chosen if chosen in self._posts else posts[0].id
        _fold(self.widget, away=not posts)
        self._show()

    def _show(self) -> None:
        post = self._posts.get(self._post.value)
        if post:
            self._due.value = self._say.short_date(post.due) if post.due else ""
            self._at.value = self._say.time(post.at) if post.at else ""
            self._lock.description = self._say("Unlock") if post.locked else self._say("Lock")
        _fold(self._cutting, away=not (post and post.is_long_video))

    def _move(self) -> None:
        with _told(self._told, self._say):
            at = self._say.read_time(self._at.value) if self._at.value.strip() else None
            self._say_so(self._deeds.move(self._post.value, self._say.read_date(self._due.value), at))

    def _lock_it(self) -> None:
        with _told(self._told, self._say):
            self._say_so(self._deeds.lock(self._post.value))

    def _copy(self) -> None:
        with _told(self._told, self._say):
            self._say_so(self._deeds.duplicate(self._post.value))

    def _cut(self) -> None:
        with _told(self._told, self._say):
            self._say_so(self._deeds.split(self._post.value, self._pieces.value))

    def _say_so(self, sentence: str) -> None:
        tell(self._told, sentence, "good")


@contextmanager
def _told(told: HTML, say: Words) -> Iterator[None]:
    """Says what went wrong, in place of a traceback that nobody would see."""
    try:
        yield
    except WorkshopError as error:
        tell(told, say.error(error), "wrong")


def _field(control: Widget, name: str) -> Box:
    return _row(f"wf-field {name}", control)


def _row(names: str, *widgets: Widget) -> Box:
    made = Box(widgets)
    for name in names.split():
        made.add_class(name)
    return made


def _fold(widget: Widget, *, away: bool) -> None:
    (widget.add_class if away else widget.remove_class)(_FOLDED)
