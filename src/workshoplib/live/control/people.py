"""The people of the workshop: who is in, who has no device, and who is out."""

from collections.abc import Callable
from functools import partial

from ipywidgets import Widget

from workshoplib.errors import WorkshopError
from workshoplib.forms.widgets import BoundedIntText, Text, VBox
from workshoplib.live.control import html
from workshoplib.live.control.cards import ProposalCard
from workshoplib.live.control.invitations import personal_link
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
    unfold,
    visible,
)
from workshoplib.live.control.state import Panel
from workshoplib.store import Ref

LONGEST_NAME = 80


class PeopleBox:
    """The section about people. ``form_for`` makes a person's own form of a part, filled in by the facilitator."""

    def __init__(self, hands: Hands, form_for: Callable[[str, str], Widget]) -> None:
        say = hands.say
        self._hands = hands
        self._table = Written("wc-people-table")
        self._answer = Answer(hands)
        self._name: Text = labelled(Text, say("Name or nickname"))
        add = button(say("Add somebody without a device"), say("Puts the name on the list"), self._add)
        self._who = Pick(say("Person"))
        out = button(say("Take access away"), say("The link stops working at once"), self._revoke, "wf-danger")
        self._instead = Instead(hands, form_for, self._who)
        self._out = Pick(say("Without access"))
        back = button(say("Let in again"), say("The link works again"), self._readmit)
        self._link = PersonalLink(hands, self._answer, self._who)
        self._one = row(self._who.widget, *self._instead.buttons, self._link.button, out)
        self._revoked = row(self._out.widget, back)
        self.widget = section(
            "wc-people",
            say("People"),
            self._table.widget,
            row(self._name, add),
            self._one,
            self._link.widget,
            self._revoked,
            self._answer.widget,
            self._instead.widget,
        )

    def show(self, panel: Panel) -> None:
        """Brings it up to date."""
        self._table.show(panel.people)
        self._who.offer(panel.persons)
        self._out.offer(panel.revoked)
        visible(bool(panel.persons), self._one)
        visible(bool(panel.revoked), self._revoked)
        self._instead.show(panel)
        self._link.show(panel)

    def _add(self) -> None:
        if self._answer.does(lambda: self._hands.deeds.add_person(self._name.value)):
            self._name.value = ""

    def _revoke(self) -> None:
        self._answer.does(lambda: self._hands.deeds.revoke(self._who.value, self._who.name))

    def _readmit(self) -> None:
        self._answer.does(lambda: self._hands.deeds.readmit(self._out.value, self._out.name))


class PersonalLink:
    """A link for one person, shown when it is asked for and gone with the next choice."""

    def __init__(self, hands: Hands, answer: Answer, who: Pick) -> None:
        say = hands.say
        self._hands, self._answer, self._who = hands, answer, who
        self.button = button(say("Show their link"), say("For somebody who lost it"), self._open)
        self.widget: Text = labelled(Text, say("Personal link: give it to this person only"))
        who.listen(self._forget)
        self._forget()

    def show(self, panel: Panel) -> None:
        """Offers it while people can come in."""
        visible(panel.is_live, self.button)
        if not panel.is_live:
            self._forget()

    def _open(self) -> None:
        sight, say = self._hands.sight, self._hands.say
        if sight.live is None:
            return
        try:
            self.widget.value = personal_link(
                sight.where, sight.live.address, self._who.value, say.language, self._hands.now()
            )
        except WorkshopError as error:
            self._answer.say(say.error(error))
            return
        unfold(self.widget)
        focus(self.widget)

    def _forget(self) -> None:
        self.widget.value = ""
        fold(self.widget)


class Instead:
    """What the facilitator enters for a person who has no device: proposals in a form, dots one by one."""

    def __init__(self, hands: Hands, form_for: Callable[[str, str], Widget], who: Pick) -> None:
        say = hands.say
        self._hands, self._form_for, self._who = hands, form_for, who
        self._write = button(say("Enter their proposals"), say("Shows this person’s form"), self._open_form)
        self._vote = button(say("Enter their dots"), say("Shows this person’s votes"), self._open_votes)
        self._close = button(say("Done"), say("Takes the form away"), self._fold, "wf-main")
        self._heading = Written("wc-instead-head")
        self._answer = Answer(hands)
        self._place = VBox()
        who.listen(self._look)
        self._at: tuple[str, str] | None = None
        """The step and the stage of the round that what is open belongs to."""
        self.buttons = (self._write, self._vote)
        self.widget = VBox([self._heading.widget, self._place, self._answer.widget, self._close])
        self.widget.add_class("wc-instead")
        self._fold()

    def show(self, panel: Panel) -> None:
        """Offers what can be entered now; what was open for another stage of the round is folded away."""
        is_alone = self._who.value not in panel.connected
        visible(is_alone and panel.can_propose, self._write)
        visible(is_alone and panel.is_voting and bool(panel.cards), self._vote)
        if self._at and self._at != _stage(panel):
            self._fold()

    def _look(self) -> None:
        """Another person was chosen: what is open belongs to the one before."""
        self._fold()
        self.show(self._hands.panel)

    def _open_form(self) -> None:
        panel, person = self._hands.panel, self._who.value
        self._open(self._hands.say("Proposals of {name}", name=self._who.name), [self._form_for(panel.part, person)])

    def _open_votes(self) -> None:
        panel, person = self._hands.panel, self._who.value
        given = self._hands.sight.votes.get(person, {})
        rows = [
            self._dots(person, card, given.get(card.ref, 0), panel.round.dots if panel.round else 0)
            for card in panel.cards
            if not card.parked
        ]
        self._open(self._hands.say("Dots of {name}", name=self._who.name), rows)

    def _open(self, title: str, widgets: list[Widget]) -> None:
        self._heading.put(html.subheading(title))
        self._place.children = widgets
        self._at = _stage(self._hands.panel)
        self._answer.say("")
        unfold(self.widget)

    def _fold(self) -> None:
        self._at = None
        self._place.children = ()
        fold(self.widget)

    def _dots(self, person: str, card: ProposalCard, given: int, most: int) -> Widget:
        say = self._hands.say
        label = say("Dots for proposal {n}", n=say.number(card.number))
        box = labelled(BoundedIntText, label, min=0, max=most, value=given)
        box.add_class("wc-wide")
        box.observe(lambda change: self._give(person, card.ref, change["new"], box), "value")
        told = Written("wc-for")
        told.put(html.lead(card.title))
        return row(box, told.widget)

    def _give(self, person: str, ref: Ref, dots: int, box: BoundedIntText) -> None:
        given = self._hands.sight.votes.get(person, {}).get(ref, 0)
        if dots != given and not self._answer.does(partial(self._hands.deeds.vote, person, ref, dots)):
            box.value = given


def _stage(panel: Panel) -> tuple[str, str]:
    return panel.part, panel.round.state.value if panel.round else ""
