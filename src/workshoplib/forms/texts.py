"""Answers that are typed: a box shows the answer written out, and reads it again only when the text was changed."""

from collections.abc import Callable
from functools import partial

from workshoplib.forms.control import Control, Setting, labelled
from workshoplib.forms.widgets import Text, Textarea
from workshoplib.strategy.fields import Question

_LONG = 200
"""Characters; a line of text that may have so many is asked for in a box that grows, so that all of it can be read."""


class Typed(Control):
    """A box for text; ``write`` puts an answer into words, ``read`` finds it in them again."""

    def __init__(
        self,
        asked: Question,
        setting: Setting,
        empty: object,
        write: Callable[[object], str],
        read: Callable[[str], object],
        *,
        example: str = "",
        rows: int = 1,
    ) -> None:
        super().__init__(asked, setting, empty)
        self._write, self._read = write, read
        self._answer, self._written = empty, ""
        told = {"placeholder": example, "continuous_update": False}
        self.widget = labelled(Text if rows == 1 else partial(Textarea, rows=rows), setting.label(asked), **told)
        self._watch(self.widget)

    def read(self) -> object:
        # An untouched text stands for the very answer it was made from: a number with more decimals than are
        # shown does not lose them because somebody changed the field beside it.
        typed = self.widget.value
        if typed == self._written:
            return self._answer
        return self._read(typed) if typed.strip() else self.empty

    def _put(self, answer: object) -> None:
        self._answer = answer
        self._written = self.widget.value = "" if answer in (None, ()) else self._write(answer)


def line(asked: Question, setting: Setting, empty: object) -> Control:
    """A box for a line of text."""
    if (asked.max_length or 0) < _LONG:
        return Typed(asked, setting, empty, str, str)
    return Typed(asked, setting, empty, str, _in_one_line, rows=2)


def lines(asked: Question, setting: Setting, empty: object) -> Control:
    """A box for text of several lines."""
    return Typed(asked, setting, empty, str, str, rows=4)


def tags(asked: Question, setting: Setting, empty: object) -> Control:
    """A box for short texts, one on each line: whatever a tag may hold, a line's end is not in it."""
    return Typed(asked, setting, empty, _one_a_line, _each_line, example=setting.say("One on each line"), rows=3)


def _in_one_line(typed: str) -> str:
    return " ".join(typed.splitlines())


def _one_a_line(answer: object) -> str:
    return "\n".join(answer) if isinstance(answer, tuple) else str(answer)


def _each_line(typed: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in typed.splitlines() if line.strip())
