"""A table as a stack of rows that are edited where they stand."""

from collections.abc import Callable, Sequence

from workshoplib.forms.control import Control, Setting, button
from workshoplib.forms.html import explained
from workshoplib.forms.record import Record
from workshoplib.forms.widgets import VBox
from workshoplib.strategy.fields import Question, Row, questions


class Line:
    """One row on the screen, with the button that removes it."""

    def __init__(self, row: Row, asked: Question, setting: Setting, heard: Callable[[], None]) -> None:
        self.removed: Callable[[], None] = lambda: None
        self.record = Record(row, setting, heard, compact=True)
        self._blank = {name: getattr(type(row)(), name) for name in type(row).model_fields}
        tooltip = setting.say("Removes this line: {one}", one=setting.say(asked.one))
        remove = button(setting.say("Remove"), tooltip, lambda: self.removed(), "wf-quiet")
        self.widget = VBox([self.record.widget, remove])
        self.widget.add_class("wf-line")

    @property
    def blank(self) -> bool:
        """Whether nothing has been written in it yet; such a line is no answer."""
        return self.record.answers() == self._blank and not self.record.wrong


class Table(Control):
    """Rows in an order; one answer, saved whole."""

    labelled = False

    def __init__(self, asked: Question, setting: Setting, empty: object) -> None:
        super().__init__(asked, setting, empty)
        assert asked.rows is not None  # noqa: S101 - a table's type names its row; told to the type checker
        self._model = asked.rows
        self._lines: list[Line] = []
        self._answered: list[Line] = []
        self._stack = VBox()
        self._stack.add_class("wf-table-rows")
        say, one = setting.say, setting.say(asked.one)
        helps = [(setting.label(column), say(column.help)) for column in questions(self._model) if column.help]
        self.widget = VBox(
            [
                explained(say("What to write"), helps),
                self._stack,
                button(say("+ {one}", one=one), say("Adds an empty line at the end"), self._add),
            ]
        )

    @property
    def wrong(self) -> bool:
        return any(line.record.wrong for line in self._lines)

    def read(self) -> object:
        self._answered = [line for line in self._lines if not line.blank]
        return tuple(line.record.answers() for line in self._answered)

    def renew(self) -> None:
        with self._quietly():
            for line in self._lines:
                for field in line.record.fields:
                    field.control.renew()

    def clear(self) -> None:
        for line in self._lines:
            line.record.clear()

    def mark(self, path: Sequence[str | int], sentence: str) -> bool:
        if not path:
            return False
        self._answered[int(path[0])].record.mark(path[1:], sentence)
        return True

    def settle(self) -> None:
        for line in self._lines:
            line.record.settle()

    def _put(self, answer: object) -> None:
        rows = answer if isinstance(answer, tuple) else ()
        # Rows that stay are filled anew, not made anew: whoever is in one of them keeps the keyboard.
        answered = [line for line in self._lines if not line.blank]
        for line in answered[len(rows) :]:
            self._lines.remove(line)
        for line, row in zip(answered, rows, strict=False):
            line.record.show(row)
        self._lines += [self._line(row) for row in rows[len(answered) :]]
        self._stack_up()

    def _line(self, row: Row) -> Line:
        line = Line(row, self.asked, self.setting, self._changed)
        line.removed = lambda: self._remove(line)
        return line

    def _add(self) -> None:
        line = self._line(self._model())
        self._lines.append(line)
        self._stack_up()
        line.record.fields[0].control.focus()

    def _remove(self, line: Line) -> None:
        self._lines.remove(line)
        self._stack_up()
        self._changed()

    def _stack_up(self) -> None:
        widgets = tuple(line.widget for line in self._lines)
        if widgets != self._stack.children:
            self._stack.children = widgets


def table(asked: Question, setting: Setting, empty: object) -> Control:
    """A table whose rows are edited in place."""
    return Table(asked, setting, empty)
