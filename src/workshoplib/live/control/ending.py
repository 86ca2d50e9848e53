"""Notes by step, the form of what the group agreed, the day's agenda, and the end."""

from collections.abc import Callable

from ipywidgets import Widget

from workshoplib.forms.widgets import Textarea, VBox
from workshoplib.live.control import html
from workshoplib.live.control.pieces import (
    Answer,
    Hands,
    Written,
    button,
    focus,
    fold,
    is_folded,
    labelled,
    row,
    section,
    unfold,
    visible,
)
from workshoplib.live.control.state import Panel


class Notes:
    """What the facilitator writes down about a step; participants do not see it."""

    def __init__(self, hands: Hands) -> None:
        say = hands.say
        self._hands = hands
        self._answer = Answer(hands)
        self._text: Textarea = labelled(Textarea, say("A note about this step"), rows=2)
        keep = button(say("Keep the note"), say("Only facilitators see it"), self._keep)
        self._list = Written("wc-list")
        self.widget = section(
            "wc-note", say("Your notes"), self._text, row(keep), self._answer.widget, self._list.widget
        )

    def show(self, panel: Panel) -> None:
        """Brings it up to date."""
        self._list.put(html.notes(panel))
        visible(bool(panel.part), self.widget)

    def _keep(self) -> None:
        if self._answer.does(lambda: self._hands.deeds.note(self._hands.panel.part, self._text.value)):
            self._text.value = ""


class AgreedForm:
    """The step's own form, folded away until it is wanted: there, what was agreed is edited."""

    def __init__(self, hands: Hands, form_for: Callable[[str, str], Widget]) -> None:
        say = hands.say
        self._hands, self._form_for = hands, form_for
        self._part = ""
        self._open = button(say("Edit what was agreed"), say("Shows the form of this step"), self._unfold)
        self._close = button(say("Fold the form away"), say("What was saved stays saved"), self._fold, "wf-quiet")
        self._place = VBox()
        self.widget = section("wc-agreed", say("In the strategy"), row(self._open, self._close), self._place)
        self._fold()

    def show(self, panel: Panel) -> None:
        """Brings it up to date; another step folds the form away."""
        if panel.part != self._part:
            self._part = panel.part
            self._fold()
        visible(bool(panel.part), self.widget)

    def _unfold(self) -> None:
        self._place.children = [self._form_for(self._part, "")]
        fold(self._open)
        unfold(self._close)

    def _fold(self) -> None:
        self._place.children = ()
        unfold(self._open)
        fold(self._close)


class Ending:
    """The end of the workshop, asked twice; the way back stands at the top, where the end is told."""

    def __init__(self, hands: Hands) -> None:
        say = hands.say
        self._hands = hands
        self._answer = Answer(hands)
        self._ask = button(say("End the workshop"), say("Asks once more first"), self._sure, "wf-danger")
        self._question = Written("wc-sure")
        self._question.put(html.lead(say("End it for everybody? Their pages close; all that was saved stays.")))
        self._yes = button(say("Yes, end it"), say("Ends the workshop for everybody"), self._end, "wf-danger")
        no = button(say("No, go on"), say("Nothing changes"), self._leave)
        self._asked = VBox([self._question.widget, row(self._yes, no)])
        self.widget = section("wc-end", say("The end"), self._ask, self._asked, self._answer.widget)
        fold(self._asked)

    def show(self, panel: Panel) -> None:
        """Brings it up to date."""
        is_asked = not is_folded(self._asked)
        visible(not is_asked, self._ask)
        visible(not panel.ended, self.widget)

    def _sure(self) -> None:
        unfold(self._asked)
        fold(self._ask)
        focus(self._yes)

    def _leave(self) -> None:
        fold(self._asked)
        unfold(self._ask)
        focus(self._ask)

    def _end(self) -> None:
        fold(self._asked)
        self._answer.does(self._hands.deeds.end)
