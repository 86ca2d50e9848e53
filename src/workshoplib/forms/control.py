"""What every kind of answer has in common: a widget that shows an answer and from which one is read."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from ipywidgets import Widget
from pydantic import ValidationError

from workshoplib.forms.widgets import Button
from workshoplib.strategy.fields import Kind, Question
from workshoplib.strategy.problems import problems_in
from workshoplib.words import Words

_SECONDS_TO_DRAW = 0.3


@dataclass(frozen=True)
class Setting:
    """What a form is filled in with: the language, the currency, what references may point to, and chance for ids."""

    say: Words
    options: Callable[[str], Sequence[tuple[str, str]]]
    currency: str
    below: Callable[[int], int]
    controls: "Mapping[Kind, Builder]" = field(repr=False)

    def label(self, asked: Question) -> str:
        """The question's label with its unit; it becomes the accessible name of the box."""
        units = {Kind.PERCENT: "%", Kind.MONEY: self.currency}
        label, unit = self.say(asked.label), units.get(asked.kind) or self.say(asked.unit)
        return label if unit.casefold() in label.casefold() else f"{label} ({unit})"

    def objections(self, error: ValidationError) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """What a model found wrong: the path to each place, and the sentence in the person's language."""
        for problem in problems_in(error):
            yield problem.path, self.say(problem.message, **problem.values)


class Control(ABC):
    """Shows an answer and reads one. A change by the person is heard; one by the program is not."""

    widget: Widget
    labelled = True
    """Whether the widget bears the question's label itself; a group of boxes does not."""

    def __init__(self, asked: Question, setting: Setting, empty: object) -> None:
        self.asked = asked
        self.setting = setting
        self.empty = empty
        self.touched = False
        """Whether the person has changed something that has not been shown back since, as it is after saving."""
        self._heard: Callable[[], None] = lambda: None
        self._showing = False

    def listen(self, heard: Callable[[], None]) -> None:
        """Calls ``heard`` after each change by the person."""
        self._heard = heard

    def show(self, answer: object) -> None:
        """Puts an answer on the screen in place of what is there."""
        with self._quietly():
            self._put(answer)
        self.touched = False

    @abstractmethod
    def read(self) -> object:
        """The answer on the screen, as the model takes it; a WorkshopError where it cannot be read."""

    def focus(self) -> None:
        """Takes the keyboard there."""
        focus(self.widget)

    def renew(self) -> None:  # noqa: B027 - most controls have nothing that changes but their answer
        """Brings up to date what can be chosen."""

    def clear(self) -> None:  # noqa: B027 - only controls with fields of their own mark them
        """Takes away marks inside the control."""

    def mark(self, path: Sequence[str | int], sentence: str) -> bool:  # noqa: ARG002 - as above
        """Says what is wrong at a place inside the answer; False where there is no such place to say it at."""
        return False

    def settle(self) -> None:  # noqa: B027 - as above
        """Shows the marks inside the control as they are now."""

    @property
    def wrong(self) -> bool:
        """Whether something inside is marked as wrong."""
        return False

    @abstractmethod
    def _put(self, answer: object) -> None:
        """Sets the widgets."""

    def _watch(self, widget: Widget, trait: str = "value") -> None:
        widget.observe(lambda _: self._changed(), trait)

    def _changed(self) -> None:
        if not self._showing:
            self.touched = True
            self._heard()

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        before, self._showing = self._showing, True
        try:
            yield
        finally:
            self._showing = before


Builder = Callable[[Question, Setting, object], Control]
"""Makes the control of a question; the last argument is the answer that an empty box stands for."""


def button(text: str, tooltip: str, clicked: Callable[[], None], *names: str) -> Button:
    """A button that does something when it is pressed."""
    made = Button(description=text, tooltip=tooltip)
    for name in names:
        made.add_class(name)
    made.on_click(lambda _: clicked())
    return made


def labelled(widget_type: Callable[..., Any], label: str, **told: Any) -> Any:
    """A widget whose description is its ``<label>``, and so its accessible name."""
    return widget_type(description=label, tooltip="", **told)  # an unset tooltip reads "null" in the browser


def focus(widget: Widget) -> None:
    """Takes the keyboard to a widget that may only just have been put on the screen."""
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return  # without a kernel there is no screen
    loop.call_later(_SECONDS_TO_DRAW, widget.focus)
