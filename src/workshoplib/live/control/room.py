"""The control room on the screen: one panel that follows the store by itself."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from ipywidgets import Widget

from workshoplib.asking import Asking
from workshoplib.errors import WorkshopError
from workshoplib.forms import html as forms_html
from workshoplib.forms.widgets import VBox
from workshoplib.live.control import html
from workshoplib.live.control.deeds import Deeds
from workshoplib.live.control.ending import AgreedForm, Ending, Notes
from workshoplib.live.control.people import PeopleBox
from workshoplib.live.control.pieces import Hands, Written, section
from workshoplib.live.control.proposals import Proposals
from workshoplib.live.control.rounds import RoundBox
from workshoplib.live.control.sight import Looking
from workshoplib.live.control.state import panel
from workshoplib.live.control.top import Top
from workshoplib.steps.view import View
from workshoplib.store import Store

_SECONDS_BETWEEN_LOOKS = 0.5


class ControlRoom:
    """The panel: ``widget`` to display, ``follow`` to keep it in step with the store and the clock.

    ``view`` gives a fresh look at the strategy, ``asking`` the form of a part, the group's or one person's.
    """

    def __init__(
        self, store: Store, view: Callable[[], View], asking: Callable[[str, str], Asking], now: Callable[[], datetime]
    ) -> None:
        self._store, self._view, self._asking, self._now = store, view, asking, now
        self._looking = Looking(store)
        self._forms: dict[bool, Asking] = {}
        """The form of the group, and that of one person."""
        say = view().say
        self._hands = hands = Hands(Deeds(store, say), say, now, self.look)
        self._progress, self._agenda = Written("wc-table"), Written("wc-table")
        self._proposals = Proposals(hands)
        self._sections = (
            Top(hands),
            RoundBox(hands),
            self._proposals,
            AgreedForm(hands, self._form),
            PeopleBox(hands, self._form),
            Notes(hands),
            Ending(hands),
        )
        self.look()
        top, round, proposals, agreed, people, notes, ending = (one.widget for one in self._sections)
        tables = (
            section("wc-progress", say("Progress"), self._progress.widget),
            section("wc-agenda", say("The agenda against the clock"), self._agenda.widget),
        )
        style = (forms_html.style(), html.style())
        self.widget = VBox([*style, top, round, proposals, agreed, people, *tables, notes, ending])
        for name in ("workshop-form", "workshop-control"):
            self.widget.add_class(name)

    def look(self) -> None:
        """Shows what there is to see now."""
        now = self._now()
        self._hands.sight = sight = self._looking.look(now)
        self._hands.panel = shown = panel(sight, self._view(), now, peek=self._proposals.peeks)
        for one in self._sections:
            one.show(shown)
        self._progress.show(shown.progress)
        self._agenda.show(shown.agenda)

    async def follow(self) -> None:
        """Looks twice a second, for as long as the kernel lives."""
        head = self._store.head()
        while True:
            await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)
            # A workshop that cannot be read for a moment is tried again; who acts meanwhile is told by the answer.
            with suppress(WorkshopError):
                self.look()
                now = self._store.head()
                if now != head:
                    head = now
                    self._catch_up()

    def _catch_up(self) -> None:
        for asking in self._forms.values():
            asking.catch_up()

    def _form(self, part: str, owner: str) -> Widget:
        """A part's form, the group's or one person's, that follows the store while it is on the screen."""
        asking = self._forms[bool(owner)] = self._asking(part, owner)
        return asking.form.widget
