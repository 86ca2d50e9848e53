"""A participant's page in one language: it follows what the desk lets this person see, and says what is saved."""

import re
from collections.abc import Callable, Iterable
from datetime import datetime

from ipywidgets import Widget

from workshoplib.forms.control import labelled
from workshoplib.forms.html import style
from workshoplib.forms.widgets import Dropdown, Text, VBox
from workshoplib.live import html, wire
from workshoplib.live.line import Line
from workshoplib.live.sections import Section, section
from workshoplib.live.sentences import NAMES, sentences
from workshoplib.words import Words

Later = Callable[[float, Callable[[], None]], object]
"""Calls after so many seconds."""

_SECONDS_TO_SEND_TYPED = 1.5
"""How long the page waits with a change of step for what a browser has not sent yet."""

_BEAT = re.compile(r"([a-z0-9]{1,12}):([0-9]{1,9}):([0-9]{1,9})")
_MOST_DEVICES = 8


class Page:
    """What one person sees. ``widget`` is to be displayed; the script in the template reads and answers it."""

    def __init__(self, line: Line, guest: wire.Guest, say: Words, later: Later, speak: Callable[[str], None]) -> None:
        self._line = line
        self._guest = guest
        self._say = say
        self._later = later
        self._seen: wire.Seen | None = None
        self._on_screen: wire.Seen | None = None
        self._shown: tuple[object, ...] = ()
        self._section: Section | None = None
        self._forms: dict[str, Section] = {}
        self._up = True
        self._saved: datetime | None = None
        self._heard: dict[str, int] = {}
        self._turns = 0
        self._turning = False
        self._facts, self._state = html.told("page"), html.told("state")
        self._beat = Text(continuous_update=True)
        self._beat.add_class("wl-beat")
        self._beat.observe(lambda change: self._answer(change["new"]), "value")
        self._main = VBox()
        self._main.add_class("wl-main")
        language = labelled(Dropdown, say("Language"), options=[(name, code) for code, name in NAMES.items()])
        language.value = guest.language
        language.observe(lambda change: speak(change["new"]), "value")
        foot = VBox([language])
        foot.add_class("workshop-form")
        foot.add_class("wl-foot")
        self.widget: Widget = VBox([style(), self._facts, self._state, self._beat, self._main, foot])
        self.widget.add_class("wl-page")
        self._tell()

    def show(self, seen: wire.Seen) -> None:
        """Shows what is to be seen now. Before a form goes, browsers are asked for what was typed in it."""
        self._seen = seen
        if self._place(seen) == self._shown:
            self._on_screen = seen
            if self._section:
                self._section.show(seen)
        elif self._section and not self._turning and self._shown[-1] == "open":
            self._turning = True
            self._turns += 1
            turn = self._turns
            self._later(_SECONDS_TO_SEND_TYPED, lambda: self._turn(turn))
        elif not self._turning:
            self._turn(self._turns)
        self._tell()

    def is_up(self, up: bool) -> None:
        """Says whether the desk can be reached, and when it can again, saves what could not be saved."""
        self._up = up
        if up:
            for one in self._sections():
                one.send_again()
        self._tell()

    def refuse(self, sentence: str) -> None:
        """Shows nothing but why there is nothing to see."""
        self._section, self._shown = None, ("refused",)
        self._main.children = (html.announcement(sentence),)
        self._tell()

    def _place(self, seen: wire.Seen) -> tuple[object, ...]:
        return seen.ended, seen.step, seen.round.reason if seen.round else "", seen.round.state if seen.round else ""

    def _turn(self, turn: int) -> None:
        """Shows the step and the state that the room is in now, unless that has been done already."""
        if self._seen is None or turn != self._turns or (self._shown == self._place(self._seen) and not self._turning):
            return
        self._turning = False
        self._on_screen = seen = self._seen
        self._shown = self._place(seen)
        self._keep_saved()
        self._section = section(self._line, seen, self._say, self._tell)
        title = seen.title or self._say("Welcome, {name}", name=self._guest.name)
        self._main.children = (html.introduction(title, _texts(seen), self._more(seen)), self._section.widget)
        if self._shown[-1] == "open":
            # A form that is gone from the page goes on saving what a browser sends late.
            self._forms[seen.part] = self._section
        self._tell()

    def _more(self, seen: wire.Seen) -> str:
        """The word behind which the rest of the introduction waits while people write; "" where it stands open."""
        return self._say("More") if seen.round else ""

    def _sections(self) -> Iterable[Section]:
        others = [one for one in self._forms.values() if one is not self._section]
        return [*others, self._section] if self._section else others

    def _answer(self, beat: str) -> None:
        """Answers a browser that asks whether all that it sent has been dealt with."""
        read = _BEAT.fullmatch(beat)
        if read is None:
            return
        device, number, turn = read[1], int(read[2]), int(read[3])
        others = {one: heard for one, heard in self._heard.items() if one != device}
        self._heard = dict([*others.items(), (device, number)][-_MOST_DEVICES:])
        if self._turning and turn == self._turns:
            self._turn(turn)
        self._tell()

    def _keep_saved(self) -> None:
        if self._section and self._section.saved:
            self._saved = self._section.saved

    def _tell(self) -> None:
        self._keep_saved()
        html.tell(
            self._state,
            {
                "up": self._up,
                "heard": self._heard,
                "unsaved": sorted(list(place) for one in self._sections() for place in one.unsaved),
                "saved": f"{self._saved:%H:%M:%S}" if self._saved else "",
                "turn": self._turns,
                "now": datetime.now().astimezone().isoformat(timespec="milliseconds"),
            },
        )
        # What is on the screen, not what comes next: what a browser still sends belongs to the form that is there.
        seen = self._on_screen or wire.Seen(now=datetime.now().astimezone())
        html.tell(
            self._facts,
            {
                "person": self._guest.person,
                "name": self._guest.name,
                "language": self._guest.language,
                "sentences": sentences(self._say),
                "step": seen.step,
                "part": seen.part,
                "title": seen.title,
                "place": seen.place,
                "steps": seen.steps,
                "ended": seen.ended,
                "state": seen.round.state if seen.round else "",
                "ends": seen.round.ends.isoformat() if seen.round and seen.round.ends else "",
            },
        )


def _texts(seen: wire.Seen) -> list[wire.Text]:
    """What the step says of itself; from the reveal on its question alone, for the proposals come first then."""
    early = seen.round is None or seen.round.state == "open"
    return [text for text in seen.texts if early or text.kind == "question"]
