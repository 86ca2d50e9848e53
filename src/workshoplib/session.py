"""What a notebook holds: one workshop, one language, one person, and its verbs.

session = Session.open("kystbrygg.workshop", "nb")
session.show("goals")    # what the data say
session.ask("goals")     # the form; a table where nobody can fill it in
session.recap("goals")   # what was decided, and what it means

The calendar's notebook has one verb more: it computes a plan.

session.plan("calendar") # the panel that plans; a table where nobody can press a button

The facilitator's notebook has one verb more: it leads a live workshop.

session.run()            # the control room; tables where nobody can press a button
"""

import asyncio
import os
from collections.abc import Callable, Coroutine, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from workshoplib import places
from workshoplib.errors import N_, WorkshopError
from workshoplib.facts import Facts
from workshoplib.frames import frame
from workshoplib.steps import Step, render, step
from workshoplib.steps.answers import part_answers
from workshoplib.steps.blocks import Block, Callout
from workshoplib.steps.months import posts_as_table
from workshoplib.steps.view import View
from workshoplib.store import FACILITATOR, Store
from workshoplib.words import Words, words
from workshoplib.workshops import Opened, open_workshop

if TYPE_CHECKING:
    from IPython.display import DisplayHandle
    from pandas import DataFrame

    from workshoplib.asking import Asking
    from workshoplib.planning import Planning

FORMS_SWITCH = "WORKSHOP_FORMS"
"""Environment variable: ``on`` or ``off`` says whether forms are shown; where it is unset, the front end decides."""
TODAY_SWITCH = "WORKSHOP_TODAY"
"""Environment variable: the day that a report is made for, as 2027-01-31; where it is unset, today."""

_SECONDS_BETWEEN_LOOKS = 1.0

_CODE_STAYS_HIDDEN = ".jp-InputPlaceholder { display: none; }"
"""JupyterLab shows the first line of hidden code; people in a workshop need not see it."""


class Said(WorkshopError):
    """A sentence in the reader's language: what a notebook shows in place of a traceback."""

    def __init__(self, sentence: str) -> None:
        super().__init__("{sentence}", sentence=sentence)

    def _render_traceback_(self) -> list[str]:
        """What IPython prints for this error."""
        return [str(self)]


class Session:
    """One notebook's hold on a workshop."""

    def __init__(
        self, opened: Opened, say: Words, participant: str, *, fills_in: bool, today: Callable[[], date]
    ) -> None:
        self._opened = opened
        self._say = say
        self._participant = participant
        self._fills_in = fills_in
        self._today = today
        self._facts = Facts(places.data() / "facts")
        self._askings: dict[str, Asking] = {}
        self._recaps: dict[str, DisplayHandle] = {}
        self._planning: Planning | None = None
        self._following: asyncio.Task[None] | None = None

    @classmethod
    def open(cls, workshop: str, language: str = "en", participant: str = "") -> "Session":
        """A session on a workshop file, a database's address, or a strategy written as YAML or JSON.

        With a participant's id it is about that person's own proposals; without, about what the group agreed.
        """
        with _spoken(words("en")):
            say = words(language)
        with _spoken(say):
            opened = open_workshop(workshop)
        _publish({"text/html": f"<style>{render.style()}{_CODE_STAYS_HIDDEN}</style>", "text/plain": ""})
        return cls(opened, say, participant, fills_in=_front_end_fills_in(), today=_today)

    def show(self, name: str) -> None:
        """Displays what the data say about a step before anybody answers."""
        self._display(name, lambda found, view: found.show(view))

    def ask(self, name: str) -> None:
        """Displays the step's form; where nobody can fill it in, the answers."""
        with _spoken(self._say):
            found = step(name)
            if self._fills_in and self._opened.store is not None:
                self._display_form(self._opened.store, found.part)
                return
            if self._fills_in:
                _publish(render.bundle([Callout(self._say(_READ_ONLY), "warning")]))
        self._display(name, lambda found, view: part_answers(getattr(view.strategy, found.part), view))

    def recap(self, name: str) -> None:
        """Displays what was decided in a step, and what it means; beside a form, it follows what is filled in."""
        with _spoken(self._say):
            shown = self._recap(name)
        if self._is_live():
            from IPython.display import display

            self._recaps[name] = display(shown, raw=True, display_id=True)  # type: ignore[no-untyped-call]
        else:
            _publish(shown)

    def run(self) -> None:
        """Displays the control room of the live workshop, which follows it by itself.

        Where nobody can press a button: where the workshop is, who has saved what, and the agenda against the clock.
        """
        with _spoken(self._say):
            store = self._opened.store
            if store is None:
                _publish(render.bundle([Callout(self._say(_READ_ONLY), "warning")]))
            elif self._fills_in:
                self._display_control_room(store)
            else:
                from workshoplib.live.control import sight, state

                now = _now()
                _publish(render.bundle(state.blocks(sight.Looking(store).look(now), self.view(), now)))

    def plan(self, name: str) -> None:
        """Displays the panel that plans the calendar; where nobody can press a button, the posts as a table."""
        with _spoken(self._say):
            found = step(name)
            if self._is_live() and self._opened.store is not None:
                self._display_plan(self._opened.store)
                return
        self._display(found.name, lambda _, view: posts_as_table(view))

    def view(self) -> View:
        """A fresh look at the strategy."""
        return self._view_of(self._participant)

    def _view_of(self, owner: str) -> View:
        group = () if owner else tuple(one.platforms for one in self._opened.proposed("platforms"))
        return View(self._opened.strategy(owner), self._say, self._facts, self._today(), group)

    def frame(self, name: str) -> "DataFrame":
        """A list of the strategy as a pandas table: ``session.frame("content.posts")``."""
        with _spoken(self._say):
            return frame(self._opened.strategy(self._participant), name)

    def _display(self, name: str, blocks: Callable[[Step, View], Iterable[Block]]) -> None:
        with _spoken(self._say):
            _publish(render.bundle(blocks(step(name), self.view())))

    def _recap(self, name: str) -> dict[str, Any]:
        return render.bundle(step(name).recap(self.view()))

    def _is_live(self) -> bool:
        return self._fills_in and self._opened.store is not None

    def _display_form(self, store: Store, part: str) -> None:
        from IPython.display import display

        from workshoplib.asking import Asking

        author = self._participant or FACILITATOR
        self._askings[part] = Asking(store, part, author, self._participant, self.view)
        display(self._askings[part].form.widget)  # type: ignore[no-untyped-call]
        if self._following is None:
            self._following = self._kept_up(f"following {self._opened.name}", self._follow(store))

    def _display_plan(self, store: Store) -> None:
        from IPython.display import display

        from workshoplib.planning import Planning

        self._planning = Planning(store, self._participant or FACILITATOR, self._participant, self.view)
        display(self._planning.panel.widget)  # type: ignore[no-untyped-call]

    def _display_control_room(self, store: Store) -> None:
        from IPython.display import display

        from workshoplib.asking import Asking
        from workshoplib.live.control.room import ControlRoom

        def asking(part: str, owner: str) -> Asking:
            return Asking(store, part, FACILITATOR, owner, lambda: self._view_of(owner))

        room = ControlRoom(store, self.view, asking, _now)
        display(room.widget)  # type: ignore[no-untyped-call]
        self._kept_up(f"control room {self._opened.name}", room.follow())

    def _kept_up(self, name: str, following: Coroutine[None, None, None]) -> asyncio.Task[None] | None:
        """Follows the store in place of what did so before this notebook was run again."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            following.close()
            return None  # a plain interpreter has no loop: there the widgets work too, but do not follow others
        for task in asyncio.all_tasks(loop):
            if task.get_name() == name:
                task.cancel()
        return loop.create_task(following, name=name)

    async def _follow(self, store: Store) -> None:
        """Keeps forms and recaps in step with the store, for as long as the kernel lives."""
        seen = store.head()
        while True:
            await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)
            # A workshop that cannot be read for a moment is tried again; who saves meanwhile is told by the form.
            with suppress(WorkshopError):
                head = store.head()
                if head != seen:
                    seen = head
                    self._catch_up()

    def _catch_up(self) -> None:
        for asking in self._askings.values():
            asking.catch_up()
        if self._planning is not None:
            self._planning.catch_up()
        for name, handle in self._recaps.items():
            handle.update(self._recap(name), raw=True)  # type: ignore[no-untyped-call]


_READ_ONLY = N_(
    "This strategy comes from a document, so it cannot be changed here. Make a workshop of it with: workshop import."
)


@contextmanager
def _spoken(say: Words) -> Iterator[None]:
    try:
        yield
    except Said:
        raise
    except WorkshopError as error:
        raise Said(say.error(error)) from None


def _publish(bundle: dict[str, Any]) -> None:
    from IPython.display import publish_display_data

    publish_display_data(bundle)  # type: ignore[no-untyped-call]


def _today() -> date:
    given = os.environ.get(TODAY_SWITCH, "")
    return date.fromisoformat(given) if given else date.today()


def _now() -> datetime:
    return datetime.now().astimezone()


def _front_end_fills_in() -> bool:
    """Whether somebody sits before this notebook and can fill in forms.

    JupyterLab and its kin tell the kernel that it may ask for input; papermill, nbclient and nbval tell it that nobody
    will answer. Voilà, which runs a notebook that way too, names itself in the environment.
    """
    switch = os.environ.get(FORMS_SWITCH, "")
    if switch:
        return switch == "on"
    if find_spec("ipywidgets") is None:
        return False
    from IPython import get_ipython

    kernel = getattr(get_ipython(), "kernel", None)
    if kernel is None:
        return False
    served_by_voila = os.environ.get("SERVER_SOFTWARE", "").startswith("voila")
    return served_by_voila or bool(kernel.get_parent().get("content", {}).get("allow_stdin"))
