"""What a participant's notebook holds: an empty page that fills itself when the server says whose it is.

Nothing that belongs to one person or one process exists before the kernel runs by itself: no thread, no connection, no
name. So one process can run the notebook for a whole room, and each participant gets a fork of it.
"""

import asyncio
import os
from collections.abc import Mapping
from typing import Any

from workshoplib.engines.kernels.forked import is_room, on_start
from workshoplib.errors import N_, WorkshopError
from workshoplib.forms.widgets import VBox
from workshoplib.live import html, wire
from workshoplib.live.line import Cut, Line, Refused, own_credentials
from workshoplib.live.page import Page
from workshoplib.live.rehearsal import rehearse
from workshoplib.words import words

_SECONDS_BETWEEN_LOOKS = 1.0


class NoDesk(WorkshopError):
    def __init__(self) -> None:
        super().__init__(N_("This page is for participants of a live workshop. To begin one, run: workshop live"))


class Seat:
    """One participant's place in the workshop."""

    def __init__(self) -> None:
        self.widget = VBox()
        self.widget.add_class("wl-seat")
        self._line: Line | None = None
        self._guest: wire.Guest | None = None
        self._page: Page | None = None
        self._following: asyncio.Task[None] | None = None

    @classmethod
    def take(cls) -> "Seat":
        """Displays the page; from the moment that the kernel runs it follows the workshop."""
        from IPython.display import display

        if is_room():
            rehearse()
        seat = cls()
        display(seat.widget)  # type: ignore[no-untyped-call]
        on_start(seat.sit_down)
        return seat

    def sit_down(self) -> None:
        """Connects to the desk, in a kernel whose event loop runs."""
        if wire.ADDRESS not in os.environ:
            self.widget.children = (html.announcement(words("en").error(NoDesk())),)
            return
        self.follow(Line(os.environ[wire.ADDRESS], own_credentials()))

    def follow(self, line: Line) -> None:
        """Shows what comes over the line, for as long as the process lives."""
        self._line = line
        self._following = asyncio.get_running_loop().create_task(line.follow(self.hear))

    def hear(self, news: Mapping[str, Any]) -> None:
        """Takes in what the desk says by itself."""
        match news["push"]:
            case "up" | "bound":
                self._welcome(news["guest"])
                self._look()
                if self._page:
                    self._page.is_up(True)  # noqa: FBT003 - as its name says
            case "changed":
                self._look()
            case "down" if self._page:
                self._page.is_up(False)  # noqa: FBT003 - as above

    def _welcome(self, told: Mapping[str, Any] | None) -> None:
        """Makes the page of a guest, anew where the name or the language is another one."""
        guest = wire.Guest.model_validate(told) if told else None
        if guest and guest != self._guest and self._line:
            later = asyncio.get_running_loop().call_later
            self._page = Page(self._line, guest, words(guest.language), later, self._speak)
            self.widget.children = (self._page.widget,)
        self._guest = guest

    def _look(self) -> None:
        if not (self._line and self._page and self._guest):
            return
        try:
            self._page.show(wire.Seen.model_validate(self._line.ask("look")))
        except Cut:
            # The reader says when the line is up again; a desk that is only slow is asked again.
            asyncio.get_running_loop().call_later(_SECONDS_BETWEEN_LOOKS, self._look)
        except Refused as refused:
            self._page.refuse(words(self._guest.language).error(refused))

    def _speak(self, language: str) -> None:
        if self._line and self._page:
            try:
                self._line.ask("language", code=language)
            except Cut:
                self._page.is_up(False)  # noqa: FBT003 - as above
            except Refused as refused:
                self._page.refuse(words("en").error(refused))
