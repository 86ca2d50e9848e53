"""Answers that are picked: yes or no, one of a list, several of a list, a place on a scale."""

from collections.abc import Iterable

from ipywidgets import Widget

from workshoplib.forms.control import Control, Setting, labelled
from workshoplib.forms.html import prose
from workshoplib.forms.widgets import Box, Checkbox, Dropdown, RadioButtons, VBox
from workshoplib.strategy.fields import Kind, Question

_LONGEST_NAME = 90
"""Characters of an item's name that a box to tick shows."""

Options = list[tuple[object, str]]
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
    """One of several answers, from a list that opens."""

    def __init__(self, asked: Question, setting: Setting, empty: object) -> None:
        super().__init__(asked, setting, empty)
        self._answers: tuple[object, ...] = ()
        self._list = self._made()
        self.widget: Widget = self._list
        self._options = _offered(self)
        self._offer(empty)
        self._watch(self._list, "index")

    def read(self) -> object:
        index = self._list.index
        return self.empty if index is None else self._answers[index]

    def renew(self) -> None:
        if self.asked.kind is Kind.REFERENCE:
            with self._quietly():
                self._options = _offered(self)
                self._offer(self.read())

    def _made(self) -> Widget:
        return labelled(Dropdown, self.setting.label(self.asked))

    def _put(self, answer: object) -> None:
        self._offer(answer)

    def _offer(self, answer: object) -> None:
        options = _with_gone(self._options, [answer], self.setting)
        self._answers = tuple(one for one, _ in options)
        labels = tuple((label, place) for place, (_, label) in enumerate(options))
        if labels != tuple(self._list.options):
            self._list.options = labels
        self._list.index = self._answers.index(answer)


class Scale(OneOf):
    """A row of radio buttons under the names of its two ends.

    Not a slider: ipywidgets gives a slider's handle no accessible name, and a slider cannot stand nowhere.
    """

    labelled = False

    def __init__(self, asked: Question, setting: Setting, empty: object) -> None:
        super().__init__(asked, setting, empty)
        say = setting.say
        low, high = _ends(asked)
        ends = f"{low} – {say(asked.low_label)} · {high} – {say(asked.high_label)}"
        self.widget = VBox([prose(ends, "wf-named-ends"), self._list])

    def _made(self) -> Widget:
        return RadioButtons(orientation="horizontal", tooltip="")


class ManyOf(Control):
    """Any number of several answers, each with a box to tick."""

    labelled = False

    def __init__(self, asked: Question, setting: Setting, empty: object) -> None:
        super().__init__(asked, setting, empty)
        self._answer: tuple[object, ...] = ()
        self._boxes: dict[tuple[object, str], Checkbox] = {}
        self.widget = Box()
        self.widget.add_class("wf-many")
        self._options = _offered(self)
        self._offer(())

    def read(self) -> tuple[object, ...]:
        ticked = [answer for (answer, _), box in self._boxes.items() if box.value]
        # Their order may mean something to whoever wrote the file; so new ones are put behind those that were there.
        return (*(one for one in self._answer if one in ticked), *(one for one in ticked if one not in self._answer))

    def renew(self) -> None:
        if self.asked.kind is Kind.REFERENCES:
            with self._quietly():
                self._options = _offered(self)
                self._offer(self.read())

    def _put(self, answer: object) -> None:
        self._answer = answer if isinstance(answer, tuple) else ()
        self._offer(self._answer)

    def _offer(self, ticked: tuple[object, ...]) -> None:
        options = _with_gone(self._options, ticked, self.setting)
        if options != list(self._boxes) or not options:
            self._boxes = {option: self._box(option[1]) for option in options}
            nothing = prose(self.setting.say("There is nothing to choose from yet."), "wf-help")
            self.widget.children = tuple(self._boxes.values()) or (nothing,)
        for (answer, _), box in self._boxes.items():
            box.value = answer in ticked

    def _box(self, name: str) -> Checkbox:
        box: Checkbox = labelled(Checkbox, _caption(name), indent=False)
        self._watch(box)
        return box


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
    """A row of radio buttons."""
    return Scale(asked, setting, empty)


def _offered(control: Control) -> Options:
    asked, say = control.asked, control.setting.say
    match asked.kind:
        case Kind.REFERENCE | Kind.REFERENCES:
            offered: Iterable[tuple[object, str]] = control.setting.options(asked.refers_to)
        case Kind.SCALE:
            low, high = _ends(asked)
            offered = ((step, str(step)) for step in range(low, high + 1))
        case _:
            offered = ((option, say(option.label)) for option in asked.options or ())
    nothing: Options = [(control.empty, say("Not answered"))] if control.empty in (None, "") else []
    return [*offered, *nothing] if asked.kind is Kind.SCALE else [*nothing, *offered]


def _ends(asked: Question) -> tuple[int, int]:
    return int(asked.minimum or 0), int(asked.maximum or 0)


def _with_gone(options: Options, answers: Iterable[object], setting: Setting) -> Options:
    """The options, and behind them the answers that are none of them any more: they are kept until somebody decides."""
    known = [answer for answer, _ in options]
    gone = [(one, setting.say("(no longer there: {name})", name=str(one))) for one in answers if one not in known]
    return [*options, *gone]


def _caption(name: str) -> str:
    """A name as the label of a box: on one line, not too long, and never read as a formula.

    JupyterLab typesets what stands between two dollar signs, or behind a backslash, in a label.
    """
    plain = " ".join(name.split()).replace("\\", "\uff3c")
    plain = plain.replace("$", "\uff04") if plain.count("$") > 1 else plain
    return plain if len(plain) <= _LONGEST_NAME else plain[: _LONGEST_NAME - 1] + "…"
