"""A part of a strategy as a form, made from nothing but the questions that its model asks."""

import secrets
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from ipywidgets import Widget

from workshoplib.forms.change import Change, Outcome
from workshoplib.forms.control import Setting
from workshoplib.forms.html import style
from workshoplib.forms.kinds import CONTROLS
from workshoplib.forms.known import Known
from workshoplib.forms.lists import ItemList
from workshoplib.forms.sheet import Sheet
from workshoplib.forms.widgets import VBox
from workshoplib.strategy.fields import Part, Question
from workshoplib.words import Words

P = TypeVar("P", bound=Part)


class Form(Generic[P]):
    """A form on the screen: ``widget`` to display, ``refresh`` to bring it up to date."""

    def __init__(self, value: P, setting: Setting, on_change: Callable[[Change], Outcome]) -> None:
        self._known = Known(value)
        self._lists: dict[str, ItemList] = {}

        def item_list(asked: Question) -> Widget:
            self._lists[asked.name] = ItemList(asked, self._known, setting, on_change)
            return self._lists[asked.name].widget

        self._sheet = Sheet(self._known, setting, on_change, item_list)
        self.widget = VBox([style(), self._sheet.widget])
        self.widget.add_class("workshop-form")

    @property
    def unsaved(self) -> frozenset[tuple[str, str]]:
        """The field and item ("" for a plain field) of each answer on the screen that is not saved."""
        items = {(field, item) for field, found in self._lists.items() for item in found.unsaved}
        return frozenset({(field, "") for field in self._sheet.unsaved} | items)

    def send_again(self) -> None:
        """Tries once more to save what could not be saved: when the one who keeps the answers is back."""
        self._sheet.send_again()
        for found in self._lists.values():
            found.send_again()

    def refresh(self, value: P) -> frozenset[tuple[str, str]]:
        """Shows what others have changed meanwhile, and never calls ``on_change``.

        Returns the field and item ("" for a plain field) of each answer that was left as it is because something stands
        there which is not saved: whoever keeps revisions must not take those as seen.
        """
        self._known.part = value
        left = {(field, "") for field in self._sheet.refresh()}
        for field, items in self._lists.items():
            left |= {(field, item) for item in items.refresh()}
        return frozenset(left)


def form(
    model: type[P],
    value: P,
    on_change: Callable[[Change], Outcome],
    *,
    say: Words,
    options: Callable[[str], Sequence[tuple[str, str]]],
    currency: str = "",
    below: Callable[[int], int] = secrets.randbelow,
) -> Form[P]:
    """The form of a part, filled in with ``value``.

    ``on_change`` is called with each answer that has changed and makes sense, when the person leaves the field; what it
    returns is what the person is told. ``options("personas.personas")`` gives the id and the name of each item that a
    reference may point to. ``below(n)`` is a random whole number from 0 to n - 1, for the ids of new items.
    """
    assert isinstance(value, model)  # noqa: S101 - a mistake of the programmer, not of a person
    return Form(value, Setting(say, options, currency, below, CONTROLS), on_change)
