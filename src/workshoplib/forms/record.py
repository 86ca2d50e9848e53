"""The fields of a row, an item or a part on the screen, and reading them as one checked value."""

from collections.abc import Callable, Iterable, Sequence
from types import NoneType
from typing import Any, Generic, TypeVar, get_args

from ipywidgets import Widget
from pydantic import ValidationError

from workshoplib.errors import WorkshopError
from workshoplib.forms.control import Control, Setting, button
from workshoplib.forms.html import prose, rewrite
from workshoplib.forms.marks import Marks
from workshoplib.forms.widgets import HTML, VBox
from workshoplib.strategy.fields import Kind, Question, Row, questions

R = TypeVar("R", bound=Row)


class Field:
    """A question with its box, its help and its marks."""

    def __init__(self, asked: Question, control: Control, label: str, help_text: str) -> None:
        self.asked = asked
        self.control = control
        told = [prose(help_text, "wf-help")] if help_text else []
        # Under a single box, but above a group of them, which may be long.
        self.widget = VBox(
            [control.widget, *told] if control.labelled else [prose(label, "wf-legend"), *told, control.widget]
        )
        self.widget.add_class("wf-field")
        self.widget.add_class(f"wf-{asked.kind.replace('_', '-')}")
        self.widget.add_class(f"wf-at-{asked.name}")  # so that a page finds the box of an answer again
        self.marks = Marks(self.widget)

    @property
    def wrong(self) -> bool:
        """Whether the answer on the screen cannot be saved as it is."""
        return self.marks.wrong or self.control.wrong

    def clear(self) -> None:
        self.marks.clear()
        self.control.clear()

    def mark(self, path: Sequence[str | int], sentence: str) -> None:
        if not self.control.mark(path, sentence):
            self.marks.add(sentence)

    def settle(self) -> None:
        self.marks.settle()
        self.control.settle()


class Record(Generic[R]):
    """The fields of one value: the essential ones in the order that its model names them; the others are made when
    somebody asks for more.

    ``lists`` makes the widget of a list of items, which looks after its own answers. A ``compact`` record is a row of a
    table: all its fields, without help.
    """

    def __init__(
        self,
        value: R,
        setting: Setting,
        heard: Callable[[], None],
        *,
        lists: Callable[[Question], Widget] | None = None,
        compact: bool = False,
    ) -> None:
        self._value = value
        self._setting = setting
        self._heard = heard
        self._lists = lists
        self._compact = compact
        self._fields: dict[str, Field] = {}
        asked = {one.name: one for one in questions(type(value))}
        first = (type(value).essential if not compact else ()) or tuple(asked)
        self._waiting = tuple(one for name, one in asked.items() if name not in first)
        self._more = self._disclosure()
        self._rest = VBox()
        fields = VBox([self._made(asked[name]) for name in first])
        fields.add_class("wf-row" if compact else "wf-fields")
        self.widget = VBox([fields, *([self._more, self._rest] if self._waiting else [])])
        self._marks = Marks(self.widget)
        self._saved: HTML | None = None

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields that have been made."""
        return tuple(self._fields.values())

    @property
    def wrong(self) -> bool:
        """Whether anything is marked."""
        return self._marks.wrong or any(field.wrong for field in self.fields)

    @property
    def touched(self) -> bool:
        """Whether anything on the screen has been changed and not been saved since."""
        return any(field.control.touched for field in self.fields)

    def field(self, name: str) -> Field:
        """The field of a name; it is made where it was still waiting."""
        if name not in self._fields:
            self._open()
        return self._fields[name]

    def answers(self) -> dict[str, Any]:
        """What stands on the screen, field by field; what cannot be read is marked, and stands as it was before."""
        answers = {name: getattr(self._value, name) for name in type(self._value).model_fields}
        for field in self.fields:
            try:
                answers[field.asked.name] = field.control.read()
            except WorkshopError as error:
                field.mark((), self._setting.say.error(error))
        return answers

    def checked(self) -> R | None:
        """The value on the screen, or None where something is wrong with it, which is marked then."""
        self.clear()
        checked = None
        try:
            checked = type(self._value).model_validate(self.answers())
        except ValidationError as error:
            for path, sentence in self._setting.objections(error):
                self.mark(path, sentence)
        return None if self.wrong else checked

    def mark(self, path: Sequence[str | int], sentence: str) -> None:
        """Says what is wrong at the place that ``path`` leads to, or under the whole record."""
        asked = {one.name for one in questions(type(self._value)) if one.kind is not Kind.ITEMS}
        if path and path[0] in asked:
            self.field(str(path[0])).mark(path[1:], sentence)
        else:
            self._marks.add(sentence)

    def clear(self) -> None:
        self._marks.clear()
        for field in self.fields:
            field.clear()
            field.marks.note(None)

    def settle(self) -> None:
        """Shows the marks as they are now."""
        self._marks.settle()
        for field in self.fields:
            field.settle()

    def attach(self, panel: Widget | None) -> None:
        """Shows a panel under the record, or takes it away."""
        self._marks.attach(panel)

    def note(self, fields: Iterable[Field], text: str) -> None:
        """Writes beside the labels of these fields when they were saved; it goes with the next change."""
        if self._saved is None:  # one for all saves: a kernel never forgets a widget, nor does a page
            self._saved = prose(text, "wf-saved")
        rewrite(self._saved, text)
        for field in fields:
            field.marks.note(self._saved)

    def keep(self, value: R) -> None:
        """Takes a value over as saved, and leaves the screen alone."""
        self._value = value

    def show(self, value: R) -> None:
        """Puts a value on the screen in place of what is there."""
        self._value = value
        for field in self.fields:
            field.control.show(getattr(value, field.asked.name))

    def refresh(self, value: R) -> bool:
        """Puts a value on the screen wherever nothing unsaved stands; whether something unsaved was left alone."""
        self._value = value
        for field in self.fields:
            field.control.renew()
            if not field.control.touched:
                field.control.show(getattr(value, field.asked.name))
        return self.touched

    def _made(self, asked: Question) -> Widget:
        if asked.kind is Kind.ITEMS and self._lists:
            return self._lists(asked)
        control = self._setting.controls[asked.kind](asked, self._setting, _empty(type(self._value), asked.name))
        control.show(getattr(self._value, asked.name))
        control.listen(self._heard)
        field = Field(
            asked, control, self._setting.label(asked), "" if self._compact else self._setting.say(asked.help)
        )
        self._fields[asked.name] = field
        return field.widget

    def _disclosure(self) -> Widget:
        say, n = self._setting.say, len(self._waiting)
        text = say.plural("More: {n} question", "More: {n} questions", n)
        return button(text, say("Shows or hides the questions that can wait"), self._toggle, "wf-more")

    def _toggle(self) -> None:
        if not self._rest.children:
            self._open()
        elif "wf-folded" in self._rest._dom_classes:
            self._unfold()
        else:
            self._rest.add_class("wf-folded")
            self._more.remove_class("wf-open")

    def _open(self) -> None:
        if not self._rest.children:
            self._rest.add_class("wf-fields")
            self._rest.children = tuple(self._made(asked) for asked in self._waiting)
        self._unfold()

    def _unfold(self) -> None:
        self._rest.remove_class("wf-folded")
        self._more.add_class("wf-open")


def _empty(model: type[Row], name: str) -> object:
    """What an empty box stands for: nothing where the field allows it, else the field's default."""
    field = model.model_fields[name]
    return None if NoneType in get_args(field.annotation) else field.get_default()
