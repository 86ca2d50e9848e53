"""Small pieces of the panel: what every section is put together from."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from ipywidgets import Widget

from workshoplib.forms.control import button, focus, labelled
from workshoplib.forms.html import notice, tell
from workshoplib.forms.widgets import Checkbox, Dropdown, HBox, VBox
from workshoplib.live.control import html
from workshoplib.live.control.deeds import Deeds, Told
from workshoplib.live.control.sight import Sight
from workshoplib.live.control.state import Panel
from workshoplib.steps.blocks import Block
from workshoplib.words import Words

_HIDDEN = "wf-folded"

Options = Sequence[tuple[str, Any]]


class Hands:
    """What a section acts with: the deeds, the language, the clock, and a fresh look after each deed."""

    def __init__(self, deeds: Deeds, say: Words, now: Callable[[], datetime], look: Callable[[], None]) -> None:
        self.deeds, self.say, self.now, self.look = deeds, say, now, look
        self.sight: Sight
        """What was seen when the panel was last drawn: deeds are based on it."""
        self.panel: Panel
        self.answered: Answer | None = None
        """Where the last deed was answered."""


class Answer:
    """The line beneath a section's buttons that says how a deed went, until the next one."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self.widget = notice("", "good")

    def does(self, deed: Callable[[], Told]) -> bool:
        """Does it, says how it went, and looks again; whether it was done."""
        before, self._hands.answered = self._hands.answered, self
        if before and before is not self:
            before.say("")
        told = deed()
        self.say(told.sentence, "good" if told.is_done else "wrong")
        self._hands.look()
        return told.is_done

    def say(self, sentence: str, tone: str = "wrong") -> None:
        """Says something that no deed has said."""
        tell(self.widget, sentence, tone)


class Written:
    """Blocks on the screen, drawn anew only when they have changed."""

    def __init__(self, name: str) -> None:
        self.widget = html.place(name)

    def show(self, told: Iterable[Block]) -> None:
        """Puts these blocks in place of those before."""
        self.put(html.blocks(told))

    def put(self, markup: str) -> None:
        """Puts HTML that ``html`` made in place of that before."""
        if self.widget.value != markup:
            self.widget.value = markup


class Pick:
    """A list to choose from whose options come and go; what is chosen stays as long as it is there."""

    def __init__(self, label: str) -> None:
        self.widget: Dropdown = labelled(Dropdown, label)
        self._heard: list[Callable[[], None]] = []
        self._is_offering = False
        self.widget.observe(lambda _: self._chosen(), "value")

    def listen(self, heard: Callable[[], None]) -> None:
        """Calls ``heard`` after each choice of something else."""
        self._heard.append(heard)

    def offer(self, options: Options) -> None:
        """Offers these options."""
        if tuple(self.widget.options) == tuple(options):
            return
        values, chosen = [value for _, value in options], self.widget.value
        self._is_offering = True
        self.widget.options = options
        if values:
            self.widget.value = chosen if chosen in values else values[0]
        self._is_offering = False
        if self.widget.value != chosen:
            self._chosen()

    def _chosen(self) -> None:
        if not self._is_offering:
            for heard in self._heard:
                heard()

    def choose(self, value: Any) -> None:
        """Chooses this option, where it is offered."""
        if value in [offered for _, offered in self.widget.options]:
            self.widget.value = value

    def choose_first(self) -> None:
        """Chooses the first option, where there is one."""
        if self.widget.options:
            self.widget.index = 0

    @property
    def name(self) -> str:
        """The option that is chosen, as it reads."""
        return str(self.widget.label or "")

    @property
    def value(self) -> Any:
        """The option that is chosen; None where there is none."""
        return self.widget.value


def tick(label: str) -> Checkbox:
    """A box to tick; its label is its accessible name."""
    made: Checkbox = labelled(Checkbox, label, indent=False)
    return made


def row(*children: Widget) -> HBox:
    """Pieces side by side, on the next line where there is no room."""
    made = HBox(children)
    made.add_class("wc-row")
    return made


def section(name: str, title: str, *children: Widget) -> VBox:
    """A part of the panel under its heading."""
    made = VBox([html.heading(title), *children])
    for one in ("wc-section", name):
        made.add_class(one)
    return made


def fold(*widgets: Widget) -> None:
    """Takes widgets off the screen and out of the keyboard's way."""
    for widget in widgets:
        widget.add_class(_HIDDEN)


def unfold(*widgets: Widget) -> None:
    """Puts widgets on the screen again."""
    for widget in widgets:
        widget.remove_class(_HIDDEN)


def is_folded(widget: Widget) -> bool:
    """Whether a widget is off the screen."""
    return _HIDDEN in widget._dom_classes


def visible(is_shown: bool, *widgets: Widget) -> None:
    """Unfolds widgets or folds them."""
    (unfold if is_shown else fold)(*widgets)


__all__ = [
    "Answer",
    "Hands",
    "Pick",
    "Written",
    "button",
    "focus",
    "fold",
    "is_folded",
    "labelled",
    "row",
    "section",
    "tick",
    "unfold",
    "visible",
]
