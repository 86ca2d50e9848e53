"""The round of the step: how far it is, the moves that it may make now, and the timer."""

from datetime import datetime, timedelta
from functools import partial

from workshoplib.forms.widgets import BoundedIntText, Button, Text
from workshoplib.live.control import html
from workshoplib.live.control.moves import Move
from workshoplib.live.control.pieces import (
    Answer,
    Hands,
    Pick,
    Written,
    button,
    focus,
    fold,
    labelled,
    row,
    section,
    tick,
    unfold,
    visible,
)
from workshoplib.live.control.state import Panel
from workshoplib.store import State
from workshoplib.store.rounds import DOTS

_MINUTES = 10
_MOST_DOTS = 20


class RoundBox:
    """The round's section."""

    def __init__(self, hands: Hands) -> None:
        say = hands.say
        self._hands = hands
        self._about = Written("wc-about")
        self._answer = Answer(hands)
        self._moves: tuple[Move, ...] | None = None
        self._onward = {state: button("", "", partial(self._go_on, state)) for state in State}
        self._nameless = tick(say("Show proposals without names"))
        self._dots = labelled(BoundedIntText, say("Dots for each person"), min=1, max=_MOST_DOTS, value=DOTS)
        self._dots.add_class("wc-wide")
        self._to = Pick(say("Back to"))
        self._reason: Text = labelled(Text, say("Reason"), placeholder=say("So that everybody can follow"))
        back = button(say("Go back"), say("Takes the round back to the stage chosen beside"), self._go_back)
        self._back = row(self._to.widget, self._reason, back)
        self._timer = Timing(hands, self._answer)
        self.widget = section(
            "wc-round",
            say("The round"),
            self._about.widget,
            self._timer.widget,
            self._nameless,
            row(self._dots, row(*self._onward.values())),
            self._back,
            self._answer.widget,
        )

    def show(self, panel: Panel) -> None:
        """Brings it up to date."""
        self._about.put(html.about(panel))
        self._timer.show(panel)
        if panel.moves != self._moves:
            self._moves = panel.moves
            self._offer(panel.moves)

    def _offer(self, moves: tuple[Move, ...]) -> None:
        onward = [move for move in moves if not move.is_back]
        back = [move for move in moves if move.is_back]
        states = {move.to for move in onward}
        fold(*self._onward.values())
        for move in onward:
            self._show(self._onward[move.to], self._hands.say(move.label), main=move is onward[0])
        self._to.offer([(self._hands.say(move.label), move) for move in back])
        self._to.choose_first()
        visible(State.OPEN in states, self._nameless)
        visible(State.VOTING in states, self._dots)
        visible(bool(back), self._back)

    def _show(self, made: Button, label: str, *, main: bool) -> None:
        # a button that was there before can take the keyboard at once; a new one would first have to be drawn
        made.description = made.tooltip = label
        made.remove_class("wf-quiet" if main else "wf-main")
        made.add_class("wf-main" if main else "wf-quiet")
        unfold(made)

    def _go_on(self, to: State) -> None:
        move = next((move for move in self._hands.panel.moves if move.to is to and not move.is_back), None)
        if move:  # else another facilitator was faster, and the button goes
            self._move(move)

    def _go_back(self) -> None:
        if self._move(self._to.value):
            self._reason.value = ""

    def _move(self, move: Move) -> bool:
        panel, deeds = self._hands.panel, self._hands.deeds
        done = self._answer.does(
            lambda: deeds.move(
                panel.part,
                panel.round,
                move.to,
                reason=self._reason.value if move.is_back else "",
                dots=self._dots.value if move.to is State.VOTING and not move.is_back else None,
                anonymous=self._nameless.value if panel.round is None else None,
            )
        )
        onward = [move for move in self._hands.panel.moves if not move.is_back]
        # the button that was pressed is gone, and the keyboard with it
        focus(self._onward[onward[0].to] if onward else self._to.widget)
        return done


class Timing:
    """The timer: set, and while it runs prolonged or stopped; when it is over nothing happens but that all see it."""

    def __init__(self, hands: Hands, answer: Answer) -> None:
        say = hands.say
        self._hands, self._answer = hands, answer
        self._clock = Written("wc-time")
        self._minutes = labelled(BoundedIntText, say("Minutes"), min=1, max=240, value=_MINUTES)
        self._begin = button(say("Start the timer"), say("Everybody sees the time left"), self._start)
        self._more = [
            button(say.plural("+{n} minute", "+{n} minutes", n), say("Adds to the time left"), partial(self._add, n))
            for n in (1, 5)
        ]
        self._stop = button(say("Stop the timer"), say("Takes the timer away"), self._end, "wf-quiet")
        self.widget = row(self._clock.widget, self._minutes, self._begin, *self._more, self._stop)
        self.widget.add_class("wc-timing")

    def show(self, panel: Panel) -> None:
        """Lets the clock tick."""
        self._clock.put(html.clock(panel.timer))
        visible(panel.timer is None, self._minutes, self._begin)
        visible(panel.timer is not None, *self._more, self._stop)
        visible(panel.round is not None and panel.round.state is not State.CLOSED and not panel.ended, self.widget)

    def _start(self) -> None:
        if self._set(self._hands.now() + timedelta(minutes=self._minutes.value)):
            focus(self._stop)  # the button that was pressed is gone, and the keyboard with it

    def _end(self) -> None:
        if self._set(None):
            focus(self._begin)

    def _set(self, ends: datetime | None) -> bool:
        round = self._hands.panel.round
        return round is not None and self._answer.does(lambda: self._hands.deeds.time(round, ends))

    def _add(self, minutes: int) -> None:
        round = self._hands.panel.round
        if round:
            more = timedelta(minutes=minutes)
            self._answer.does(lambda: self._hands.deeds.more_time(round, self._hands.now(), more))
