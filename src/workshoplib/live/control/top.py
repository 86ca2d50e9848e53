"""Where the workshop is, and how it goes on: the step that everybody's page follows."""

from workshoplib.forms.widgets import VBox
from workshoplib.live.control import html
from workshoplib.live.control.pieces import Answer, Hands, Pick, Written, button, focus, row, visible
from workshoplib.live.control.state import Panel
from workshoplib.steps import STEPS


class Top:
    """The head of the panel, with the ways to other steps."""

    def __init__(self, hands: Hands) -> None:
        say = hands.say
        self._hands = hands
        self._head = Written("wc-head")
        self._answer = Answer(hands)
        self._next = button("", say("Takes everybody to the next step"), self._on, "wf-main")
        self._at = ""
        self._is_over: bool | None = None
        self._steps = Pick(say("Step"))
        self._steps.offer([(f"{n} {say(step.title)}", step.name) for n, step in enumerate(STEPS, start=1)])
        go = button(say("Go to this step"), say("Takes everybody to the step chosen beside"), self._go)
        self._ways = row(self._next, row(self._steps.widget, go))
        self._resume = button(say("Let everybody in again"), say("As for a second day"), self._go_on)
        self.widget = VBox([self._head.widget, self._ways, self._resume, self._answer.widget])
        self.widget.add_class("wc-top")

    def show(self, panel: Panel) -> None:
        """Brings it up to date."""
        self._head.put(html.head(panel))
        visible(not panel.ended, self._ways)
        visible(panel.ended, self._resume)
        if panel.ended and self._is_over is False:
            focus(self._resume)  # what had the keyboard is gone
        self._is_over = panel.ended
        visible(panel.following is not None, self._next)
        if panel.step != self._at:
            self._at = panel.step
            self._steps.choose(panel.step)
        if panel.following:
            self._next.description = self._hands.say("Next: {step}", step=panel.following[1])

    def _on(self) -> None:
        if self._hands.panel.following:
            self._to(self._hands.panel.following[0])

    def _go(self) -> None:
        self._to(self._steps.value)

    def _go_on(self) -> None:
        if self._answer.does(self._hands.deeds.resume):
            focus(self._next if self._hands.panel.following else self._steps.widget)  # the button pressed is gone

    def _to(self, step: str) -> None:
        self._answer.does(lambda: self._hands.deeds.go(self._hands.sight, step))
