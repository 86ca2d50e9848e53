"""The proposals on the table: read, merge, park, and agree on them as they are or in other words."""

from collections.abc import Callable
from typing import Any

from workshoplib.forms.widgets import Text, VBox
from workshoplib.live.control import html
from workshoplib.live.control.cardbox import CardBox
from workshoplib.live.control.cards import ProposalCard, worded_anew
from workshoplib.live.control.deeds import Told
from workshoplib.live.control.pieces import Answer, Hands, Pick, Written, button, labelled, row, section, tick, visible
from workshoplib.live.control.state import Panel
from workshoplib.store import Ref


class Proposals:
    """The section of the cards, and of what can be done to those that are ticked."""

    def __init__(self, hands: Hands) -> None:
        say = hands.say
        self._hands = hands
        self._cards: dict[Ref, CardBox] = {}
        self._lead = Written("wc-lead")
        self._answer = Answer(hands)
        self._peek = tick(say("Show me the running totals"))
        self._peek.observe(lambda _: hands.look(), "value")
        self._grid = VBox()
        self._grid.add_class("wc-cards")
        self._sorting = Sorting(hands, self._answer, self._chosen, self._let_go)
        self.widget = section(
            "wc-proposals",
            say("Proposals"),
            self._lead.widget,
            self._peek,
            self._sorting.widget,
            self._answer.widget,
            self._grid,
        )

    @property
    def peeks(self) -> bool:
        """Whether the facilitator asked for the running totals."""
        return bool(self._peek.value)

    def show(self, panel: Panel) -> None:
        """Brings it up to date; a card that is still there keeps its tick."""
        self._lead.put(html.lead(panel.lead))
        visible(panel.is_voting, self._peek)
        if not panel.is_voting:
            self._peek.value = False
        self._cards = {shown.ref: self._box(shown, panel) for shown in panel.cards}
        boxes = tuple(box.widget for box in self._cards.values())
        if boxes != self._grid.children:
            self._grid.children = boxes
        visible(panel.can_sort, self._sorting.widget)
        self._offer()

    def _box(self, shown: ProposalCard, panel: Panel) -> CardBox:
        box = self._cards.get(shown.ref) or CardBox(
            self._hands.say, shown, self._agree, self._take_apart, changed=self._offer
        )
        box.show(shown, can_sort=panel.can_sort)
        return box

    def _chosen(self) -> list[ProposalCard]:
        return [box.shown for box in self._cards.values() if box.is_chosen]

    def _let_go(self) -> None:
        for box in self._cards.values():
            box.let_go()
        for box in [*self._cards.values()][:1]:
            box.take_keyboard()  # what was pressed goes with the last tick

    def _offer(self) -> None:
        self._sorting.offer()

    def _agree(self, shown: ProposalCard, wording: str | None) -> bool:
        say, sight = self._hands.say, self._hands.sight
        if wording is not None and not wording.strip():
            self._answer.say(say("Write down first what the group agrees on."))
            return False
        value = self._reworded(shown, wording)
        return self._answer.does(lambda: self._hands.deeds.agree(sight, shown.ref, value))

    def _reworded(self, shown: ProposalCard, wording: str | None) -> Any:
        """The value to agree on; None where it stays as it is."""
        if wording is None or wording == shown.wording:
            return None
        proposed = next(one.value for one in self._hands.sight.candidates if one.ref == shown.ref)
        return worded_anew(shown.ref.address, proposed, wording)

    def _take_apart(self, ref: Ref) -> None:
        self._answer.does(lambda: self._hands.deeds.take_apart([ref]))


class Sorting:
    """Merge and park: what is done to the proposals that are ticked."""

    def __init__(
        self, hands: Hands, answer: Answer, chosen: Callable[[], list[ProposalCard]], let_go: Callable[[], None]
    ) -> None:
        say = hands.say
        self._hands, self._answer, self._chosen, self._let_go = hands, answer, chosen, let_go
        self._hint = Written("wc-hint")
        self._hint.put(html.lead(say("Tick proposals to merge or park them.")))
        self._into = Pick(say("The one that stays"))
        merge = button(say("Merge the ticked ones"), say("One stands for all of them; nothing is lost"), self._merge)
        self._merging = row(self._into.widget, merge)
        self._reason: Text = labelled(Text, say("Reason to park"), placeholder=say("For whom, until when?"))
        park = button(say("Park the ticked ones"), say("Puts them aside, with the reason beside them"), self._park)
        self._parking = row(self._reason, park)
        unpark = button(say("Put back on the table"), say("Takes the ticked ones back"), self._put_back)
        self._undoing = row(unpark)
        self.widget = VBox([self._hint.widget, self._merging, self._parking, self._undoing])
        self.widget.add_class("wc-sorting")

    def offer(self) -> None:
        """Offers what can be done to those that are ticked now."""
        say, chosen = self._hands.say, self._chosen()
        on_the_table = [card for card in chosen if not card.parked]
        self._into.offer([(say("Proposal {n}", n=say.number(card.number)), card.ref) for card in on_the_table])
        visible(not chosen, self._hint.widget)
        visible(len(on_the_table) > 1, self._merging)
        visible(bool(on_the_table), self._parking)
        visible(any(card.parked for card in chosen), self._undoing)

    def _merge(self) -> None:
        into = self._into.value
        others = [card.ref for card in self._chosen() if not card.parked and card.ref != into]
        self._does(lambda: self._hands.deeds.merge(into, others))

    def _park(self) -> None:
        refs = [card.ref for card in self._chosen() if not card.parked]
        if self._does(lambda: self._hands.deeds.park(refs, self._reason.value)):
            self._reason.value = ""

    def _put_back(self) -> None:
        refs = [card.ref for card in self._chosen() if card.parked]
        self._does(lambda: self._hands.deeds.unpark(refs))

    def _does(self, deed: Callable[[], Told]) -> bool:
        done = self._answer.does(deed)
        if done:
            self._let_go()
        return done
