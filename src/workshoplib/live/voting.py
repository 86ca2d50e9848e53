"""Dots: how many each candidate gets from this person, and how many are left."""

import secrets
from collections.abc import Callable
from datetime import datetime

from ipywidgets import Widget

from workshoplib.forms.control import button
from workshoplib.forms.widgets import HBox, VBox
from workshoplib.live import html, wire
from workshoplib.live.line import Cut, Line, Refused
from workshoplib.live.reading import Reading
from workshoplib.words import Words


class Ballot:
    """The candidates with a button for a dot more and one for a dot less.

    A vote whose answer got lost keeps its number and is sent again when the line is back.
    """

    def __init__(self, line: Line, say: Words, changed: Callable[[], None]) -> None:
        self._line = line
        self._say = say
        self._changed = changed
        self._dots = 0
        self._choices: dict[wire.Ref, Choice] = {}
        self._unanswered: dict[wire.Ref, tuple[str, int]] = {}
        self.saved: datetime | None = None
        self._left = html.count("")
        self._alert = html.alert("")
        self._list = VBox()
        self._list.add_class("wl-choices")
        purse = VBox([self._left, self._alert])
        purse.add_class("wl-purse")
        self.widget = VBox([purse, self._list])
        self.widget.add_class("wl-ballot")
        self.widget.add_class("workshop-form")

    @property
    def unsaved(self) -> frozenset[tuple[str, str]]:
        """The candidates with votes that nobody has confirmed."""
        return frozenset((ref.field, ref.item) for ref in self._unanswered)

    def show(self, seen: wire.Seen) -> None:
        """Shows the candidates and the dots as they are now; buttons that stay keep the keyboard."""
        reading = Reading(seen, self._say)
        self._dots = seen.round.dots if seen.round else 0
        on_the_table = [one for one in seen.candidates if not one.parked]
        before, choices = self._choices, {}
        for one in on_the_table:
            choices[one.ref] = before.get(one.ref) or Choice(one.ref, self._say, self._give)
            choices[one.ref].show(reading.proposal(one))
        self._choices = choices
        given = {one.ref: one.dots for one in seen.votes}
        for ref, choice in choices.items():
            if ref not in self._unanswered:
                choice.count(given.get(ref, 0))
        widgets = tuple(choice.widget for choice in choices.values())
        if widgets != self._list.children:
            self._list.children = widgets
        self._recount()

    def send_again(self) -> None:
        """Sends the votes that may have got lost."""
        for ref in tuple(self._unanswered):
            self._send(ref)

    def _give(self, ref: wire.Ref, dots: int) -> None:
        html.alarm(self._alert, "")
        if dots < 0:
            return
        if sum(choice.dots for choice in self._choices.values()) - self._choices[ref].dots + dots > self._dots:
            html.alarm(self._alert, self._say("You have no dots left. Take one back somewhere else first."))
            return
        self._choices[ref].count(dots)
        self._unanswered[ref] = (secrets.token_hex(16), dots)
        self._recount()
        self._send(ref)

    def _send(self, ref: wire.Ref) -> None:
        op_id, dots = self._unanswered[ref]
        try:
            kept = wire.Kept.model_validate(self._line.ask("vote", op_id=op_id, ref=ref.model_dump(), dots=dots))
        except Cut as cut:
            html.alarm(self._alert, self._say.error(cut))
        except Refused as refused:
            del self._unanswered[ref]
            html.alarm(self._alert, self._say.error(refused))
        else:
            del self._unanswered[ref]
            self.saved = kept.at.astimezone()
            html.alarm(self._alert, "")
        self._changed()

    def _recount(self) -> None:
        left = self._dots - sum(choice.dots for choice in self._choices.values())
        told = self._say.plural(
            "You have {n} dot left of {all}.", "You have {n} dots left of {all}.", left, all=self._dots
        )
        html.recount(self._left, told)


class Choice:
    """One candidate, its dots, and the two buttons that change them."""

    def __init__(self, ref: wire.Ref, say: Words, give: Callable[[wire.Ref, int], None]) -> None:
        self.dots = 0
        self._say = say
        self._card = html.card(html.Card(""), "", "")
        self._shown: html.Card | None = None
        self._count = html.count("")
        self._less = button("−", "", lambda: give(ref, self.dots - 1), "wl-named")
        self._more = button("+", "", lambda: give(ref, self.dots + 1), "wl-named")
        stepper = HBox([self._less, self._count, self._more])
        stepper.add_class("wl-stepper")
        self.widget: Widget = VBox([self._card, stepper])
        self.widget.add_class("wl-choice")

    def show(self, card: html.Card) -> None:
        """Shows the candidate."""
        if card != self._shown:
            self._shown = card
            self._card.value = html.card(card, self._say("More"), self._say("Yours")).value
            self._less.tooltip = self._say("One dot less for: {name}", name=card.title)
            self._more.tooltip = self._say("One dot more for: {name}", name=card.title)

    def count(self, dots: int) -> None:
        """Shows how many dots it has from this person."""
        self.dots = dots
        html.recount(self._count, self._say.plural("{n} dot", "{n} dots", dots))
