"""One proposal's card: a tick, what it says, what it stands for, and the way into the strategy."""

from collections.abc import Callable
from functools import partial

from workshoplib.forms.widgets import Textarea, VBox
from workshoplib.live.control import html
from workshoplib.live.control.cards import Duplicate, ProposalCard
from workshoplib.live.control.pieces import (
    Written,
    button,
    focus,
    fold,
    is_folded,
    labelled,
    row,
    tick,
    unfold,
    visible,
)
from workshoplib.store import Ref
from workshoplib.words import Words

Agree = Callable[[ProposalCard, str | None], bool]
"""Takes a proposal into the strategy, in other words where there are any; whether that was done."""


class CardBox:
    """A card on the screen; ``changed`` hears of each tick."""

    def __init__(
        self,
        say: Words,
        shown: ProposalCard,
        agree: Agree,
        take_apart: Callable[[Ref], None],
        *,
        changed: Callable[[], None],
    ) -> None:
        self._say, self._agree, self._take_apart = say, agree, take_apart
        self.shown = shown
        self._told = Written("wc-card-text")
        self._tick = tick("")
        self._tick.observe(lambda _: changed(), "value")
        self._merged = VBox()
        self._merged.add_class("wc-merged")
        self._wording: Textarea = labelled(Textarea, "", rows=2)
        self._button = button("", say("Takes it into the strategy"), self._take)
        self._edit = button("", say("Opens a box with its words"), self._open, "wf-quiet")
        self._ways = row(self._button, self._edit)
        self._duplicates: tuple[Duplicate, ...] = ()
        self.widget = VBox([self._tick, self._told.widget, self._merged, self._wording, self._ways])
        self.widget.add_class("wc-card")
        fold(self._wording)

    def show(self, shown: ProposalCard, *, can_sort: bool) -> None:
        """Shows the proposal as it is now; the number may have changed with those before it."""
        say, self.shown = self._say, shown
        number = say.number(shown.number)
        self._tick.description = say("Proposal {n}", n=number)
        self._button.description = say("Agree on {n}", n=number)
        self._edit.description = say("Reword {n} first", n=number)
        self._wording.description = say("Agree on {n} in these words", n=number)
        self._told.put(html.card(shown, say))
        can_agree = not shown.parked and not shown.is_agreed
        if not can_agree:
            fold(self._wording)
        visible(can_agree, self._ways)
        visible(shown.wording is not None and is_folded(self._wording), self._edit)
        (self.widget.add_class if shown.parked else self.widget.remove_class)("wc-parked")
        if shown.duplicates != self._duplicates:
            self._duplicates = shown.duplicates
            self._merged.children = [self._duplicate(one) for one in shown.duplicates]
        visible(bool(shown.duplicates), self._merged)
        for duplicate in self._merged.children:
            visible(can_sort, duplicate.children[-1])

    @property
    def is_chosen(self) -> bool:
        """Whether it is ticked."""
        return bool(self._tick.value)

    def let_go(self) -> None:
        """Takes the tick away."""
        self._tick.value = False

    def take_keyboard(self) -> None:
        """Takes the keyboard to its tick."""
        focus(self._tick)

    def _duplicate(self, one: Duplicate) -> VBox:
        say, told = self._say, Written("wc-duplicate")
        told.put(html.duplicate(one, say))
        name = say("Take {n} apart", n=say.number(one.number))
        apart = button(name, say("Lets it stand for itself again"), partial(self._part_with, one.ref), "wf-quiet")
        return VBox([told.widget, apart])

    def _part_with(self, ref: Ref) -> None:
        self._take_apart(ref)
        self.take_keyboard()  # the button that was pressed is gone, and the keyboard with it

    def _open(self) -> None:
        self._wording.value = self.shown.wording or ""
        unfold(self._wording)
        fold(self._edit)
        focus(self._wording)

    def _take(self) -> None:
        if self._agree(self.shown, None if is_folded(self._wording) else self._wording.value):
            self.take_keyboard()  # as above
