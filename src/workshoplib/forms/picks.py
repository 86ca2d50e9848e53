"""Answers that are picked: yes or no, one of a list, several of a list, a place on a scale."""

from collections.abc import Iterable, Sequence
from typing import Any

from ipywidgets import Box, Checkbox, Dropdown, RadioButtons

from workshoplib.forms.control import Control, Setting, labelled
from workshoplib.forms.html import prose
from workshoplib.strategy.fields import Kind, Question

_LONGEST_NAME = 90
"""Characters of an item's name that a box to tick shows."""

Options = Sequence[tuple[object, str]]
"""Answers with what they are called."""


class Flag(Control):
    """A box to tick."""

    def __init__(self, asked: Question, setting: Setting, empty: object) -> None:
        super().__init__(asked, setting, empty)
        self.widget = labelled(Checkbox, setting.label(asked), indent=False)
        self._watch(self.widget)

    def read(self) -> object:
        return self.widget.value

    def _put(self, answer: object) -> None:
        self.widget.value = bool(answer)


class OneOf(Control):
    """One of several answers; ``widget_type`` is how they are offered."""

    def __init__(self, asked: Question, setting: Setting, empty: object, widget_type: type[Any] = Dropdown) -> None:
        super().__init__(asked, setting, empty)
        self._answers: tuple[object, ...] = ()
        self.widget = labelled(widget_type, setting.label(asked))
        self._offer(_offered(self))
        self._watch(self.widget, "index")

    def read(self) -> object:
        index = self.widget.index
        return self.empty if index is None else self._answers[index]

    def renew(self) -> None:
        if self.asked.kind is Kind.REFERENCE:
            with self._quietly():
                answer = self.read()
                self._offer(_offered(self))
                self._put(answer)

    def _put(self, answer: object) -> None:
        if answer not in self._answers:
            gone = self.setting.say("(no longer there: {name})", name=str(answer))
            self._offer([*_offered(self), (answer, gone)])
        self.widget.index = self._answers.index(answer)

    def _offer(self, options: Options) -> None:
        answers = tuple(answer for answer, _ in options)
        labels = [(label, place) for place, (_, label) in enumerate(options)]
        if (answers, labels) != (self._answers, list(self.widget.options)):
            self._answers, self.widget.options = answers, labels


class ManyOf(Control):
    """Any number of several answers, each with a box to tick."""

    labelled = False

    def __init__(self, asked: Question, setting: Setting, empty: object) -> None:
        super().__init__(asked, setting, empty)
        self._answer: tuple[object, ...] = ()
        self._options: Options = ()
        self._boxes: tuple[Checkbox, ...] = ()
        self._list = Box()
        self._list.add_class("wf-many")
        self.widget = self._list
        self._offer(_offered(self))

    def read(self) -> object:
        ticked = [answer for (answer, _), box in zip(self._options, self._boxes, strict=True) if box.value]
        # Their order may mean something to whoever wrote the file; so new ones are put behind those that were there.
        return (*(one for one in self._answer if one in ticked), *(one for one in ticked if one not in self._answer))

    def renew(self) -> None:
        if self.asked.kind is Kind.REFERENCES:
            with self._quietly():
                ticked = self.read()
                self._offer(_offered(self))
                self._tick(ticked)

    def _put(self, answer: object) -> None:
        self._answer = answer if isinstance(answer, tuple) else ()
        self._tick(self._answer)

    def _tick(self, answer: object) -> None:
        chosen = answer if isinstance(answer, tuple) else ()
        known = [one for one, _ in self._options]
        gone = [(one, str(one)) for one in chosen if one not in known]
        if gone:
            say = self.setting.say
            self._offer([*self._options, *((one, say("(no longer there: {name})", name=name)) for one, name in gone)])
        for (one, _), box in zip(self._options, self._boxes, strict=True):
            box.value = one in chosen

    def _offer(self, options: Options) -> None:
        if self._boxes and options == self._options:
            return
        self._options = options
        self._boxes = tuple(labelled(Checkbox, _caption(name), indent=False) for _, name in options)
        for box in self._boxes:
            self._watch(box)
        nothing = prose(self.setting.say("There is nothing to choose from yet."), "wf-help")
        self._list.children = self._boxes or (nothing,)


def flag(asked: Question, setting: Setting, empty: object) -> Control:
    """A box to tick."""
    return Flag(asked, setting, empty)


def one(asked: Question, setting: Setting, empty: object) -> Control:
    """A list that opens, to pick one from."""
    return OneOf(asked, setting, empty)


def many(asked: Question, setting: Setting, empty: object) -> Control:
    """A box to tick for each answer."""
    return ManyOf(asked, setting, empty)


def scale(asked: Question, setting: Setting, empty: object) -> Control:
    """A row of radio buttons whose ends have names.

    Not a slider: ipywidgets gives a slider's handle no accessible name, and a slider cannot stand nowhere.
    """
    control = OneOf(asked, setting, empty, RadioButtons)
    control.widget.orientation = "horizontal"
    control.widget.add_class("wf-scale")
    return control


def _offered(control: Control) -> Options:
    asked, say = control.asked, control.setting.say
    match asked.kind:
        case Kind.REFERENCE | Kind.REFERENCES:
            offered: Iterable[tuple[object, str]] = control.setting.options(asked.refers_to)
        case Kind.SCALE:
            offered = _steps(asked, control.setting)
        case _:
            offered = ((option, say(option.label)) for option in asked.options or ())
    may_be_empty = control.empty in (None, "")
    return [*([(control.empty, say("Not answered"))] if may_be_empty else []), *offered]


def _steps(asked: Question, setting: Setting) -> Iterable[tuple[object, str]]:
    low, high = int(asked.minimum or 0), int(asked.maximum or 0)
    names = {low: setting.say(asked.low_label), high: setting.say(asked.high_label)}
    for step in range(low, high + 1):
        name = names.get(step)
        yield step, f"{step} – {name}" if name else f"{step}"


def _caption(name: str) -> str:
    """A name as the label of a box: on one line, not too long, and never read as a formula.

    JupyterLab typesets what stands between two dollar signs, or behind a backslash, in a label.
    """
    plain = " ".join(name.split()).replace("\\", "\uff3c")
    plain = plain.replace("$", "\uff04") if plain.count("$") > 1 else plain
    return plain if len(plain) <= _LONGEST_NAME else plain[: _LONGEST_NAME - 1] + "…"
