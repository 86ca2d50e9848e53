"""Answers that are numbers, read and shown as the person's language writes them."""

from decimal import Decimal

from workshoplib.errors import N_, WorkshopError
from workshoplib.forms.control import Control, Setting, labelled
from workshoplib.forms.texts import Typed
from workshoplib.forms.widgets import HBox, Text
from workshoplib.strategy.fields import Question, Span
from workshoplib.words import Words


class NotWhole(WorkshopError):
    """A number with decimals stands where only a whole one makes sense."""


class HalfRange(WorkshopError):
    """Only one end of a range was given."""


def whole(asked: Question, setting: Setting, empty: object) -> Control:
    """A box for a whole number."""
    say = setting.say
    return Typed(asked, setting, empty, lambda answer: _written(say, answer), lambda typed: _whole(say, typed))


def number(asked: Question, setting: Setting, empty: object) -> Control:
    """A box for a number."""
    say = setting.say
    return Typed(
        asked, setting, empty, lambda answer: _written(say, answer), lambda typed: float(say.read_number(typed))
    )


def money(asked: Question, setting: Setting, empty: object) -> Control:
    """A box for an amount."""
    say = setting.say
    return Typed(asked, setting, empty, lambda answer: say.money(_decimal(answer), None), say.read_number)


def span(asked: Question, setting: Setting, empty: object) -> Control:
    """Two boxes for the ends of a range."""
    return Ends(asked, setting, empty)


class Ends(Control):
    """A range as two boxes; both empty means no answer."""

    labelled = False

    def __init__(self, asked: Question, setting: Setting, empty: object) -> None:
        super().__init__(asked, setting, empty)
        say = setting.say
        self._from = labelled(Text, say("From"), continuous_update=False)
        self._to = labelled(Text, say("To"), continuous_update=False)
        for box in (self._from, self._to):
            self._watch(box)
        self.widget = HBox([self._from, self._to])
        self.widget.add_class("wf-ends")

    def read(self) -> object:
        say, low, high = self.setting.say, self._from.value, self._to.value
        if not low.strip() and not high.strip():
            return self.empty
        if not low.strip() or not high.strip():
            raise HalfRange(N_("Fill in both ends of the range, or leave both empty."))
        return {"low": _whole(say, low), "high": _whole(say, high)}

    def _put(self, answer: object) -> None:
        say = self.setting.say
        ends = (say.number(answer.low), say.number(answer.high)) if isinstance(answer, Span) else ("", "")
        self._from.value, self._to.value = ends


def _whole(say: Words, typed: str) -> int:
    read = say.read_number(typed)
    if read != read.to_integral_value():
        raise NotWhole(N_("“{typed}” is not a whole number. Round it up or down."), typed=typed.strip())
    return int(read)


def _written(say: Words, answer: object) -> str:
    return say.number(_decimal(answer))


def _decimal(answer: object) -> Decimal:
    return Decimal(str(answer))
