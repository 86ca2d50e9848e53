"""Answers that are dates and times of day."""

from datetime import date, time

from workshoplib.forms.control import Control, Setting
from workshoplib.forms.texts import Typed
from workshoplib.strategy.fields import Question

_EXAMPLE_DAY = date(2027, 1, 31)
_EXAMPLE_TIME = time(14, 30)


def day(asked: Question, setting: Setting, empty: object) -> Control:
    """A box for a date; an example in it shows how the language writes one."""
    say = setting.say
    return Typed(
        asked,
        setting,
        empty,
        lambda answer: say.short_date(answer) if isinstance(answer, date) else "",
        say.read_date,
        example=say("Such as {date}", date=say.short_date(_EXAMPLE_DAY)),
    )


def clock(asked: Question, setting: Setting, empty: object) -> Control:
    """A box for a time of day."""
    say = setting.say
    return Typed(
        asked,
        setting,
        empty,
        lambda answer: say.time(answer) if isinstance(answer, time) else "",
        say.read_time,
        example=say("Such as {time}", time=say.time(_EXAMPLE_TIME)),
    )
