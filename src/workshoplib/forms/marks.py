"""What comes and goes beneath a box: what is wrong there, and the other version where two people met."""

from collections.abc import Callable

from ipywidgets import Widget

from workshoplib.forms.control import button
from workshoplib.forms.html import notice, versions
from workshoplib.forms.telling import Difference
from workshoplib.forms.widgets import HBox, VBox
from workshoplib.words import Words


class Marks:
    """The changing end of a box's children.

    It stands last because the front end draws anew all that follows a changed child, and what is drawn anew loses the
    keyboard. Sentences are gathered first and shown by ``settle``, so that one which still holds is not said twice.
    """

    def __init__(self, box: VBox) -> None:
        self._box = box
        self._always = tuple(box.children)
        self._sentences: tuple[str, ...] = ()
        self._shown: tuple[str, ...] = ()
        self._warning: tuple[Widget, ...] = ()
        self._panel: tuple[Widget, ...] = ()
        self._note: tuple[Widget, ...] = ()

    @property
    def wrong(self) -> bool:
        """Whether anything is wrong here."""
        return bool(self._sentences)

    def clear(self) -> None:
        self._sentences = ()

    def add(self, sentence: str) -> None:
        if sentence not in self._sentences:
            self._sentences = (*self._sentences, sentence)

    def attach(self, panel: Widget | None) -> None:
        """Shows a panel under the box, or takes it away."""
        self._panel = () if panel is None else (panel,)
        self._draw()

    def note(self, note: Widget | None) -> None:
        """Shows a short note beside the label, or takes it away."""
        if (note is not None) or self._note:
            self._note = () if note is None else (note,)
            self._draw()

    def settle(self) -> None:
        """Shows what is wrong now."""
        if self._sentences == self._shown:
            return
        self._shown = self._sentences
        self._warning = (notice("\n".join(self._shown), "wrong"),) if self._shown else ()
        (self._box.add_class if self._shown else self._box.remove_class)("wf-marked")
        self._draw()

    def _draw(self) -> None:
        self._box.children = (*self._always, *self._warning, *self._panel, *self._note)


def conflict(
    message: str, differences: list[Difference], say: Words, mine: Callable[[], None], theirs: Callable[[], None]
) -> Widget:
    """A panel that shows both versions and lets the person choose; nothing is decided by itself."""
    choice = HBox(
        [
            button(say("Keep mine"), say("Save my version in place of theirs"), mine, "wf-main"),
            button(say("Use theirs"), say("Take their version and let mine go"), theirs),
        ]
    )
    choice.add_class("wf-actions")
    panel = VBox([notice(message, "wrong"), versions(differences, say), choice])
    panel.add_class("wf-conflict")
    return panel
