"""An answer as text, to name an item and to show two versions of it."""

from datetime import date, time
from decimal import Decimal

from workshoplib.forms.control import Setting
from workshoplib.forms.weeks import hours_written
from workshoplib.strategy.fields import Choice, Item, Kind, Question, Row, Span, WeekHours, question, questions

Difference = tuple[str, str, str]
"""The label of a question, mine, theirs."""


def told(asked: Question, answer: object, setting: Setting) -> str:
    """The answer as text; empty where there is none."""
    say = setting.say
    match answer:
        case None | "" | ():
            return ""
        case bool():
            return say("Yes") if answer else say("No")
        case Choice():
            return say(answer.label)
        case date():
            return say.short_date(answer)
        case time():
            return say.time(answer)
        case Span():
            return f"{say.number(answer.low)}–{say.number(answer.high)}"
        case WeekHours():
            days = ((say.short_weekday(day), hours_written(hours)) for day, hours in enumerate(answer.days()))
            return "\n".join(f"{day} {hours}" for day, hours in days if hours)
        case int() | float() | Decimal():
            return say.number(answer)
        case tuple() if asked.kind is Kind.TABLE:
            return "\n".join(_row(row, setting) for row in answer)
        case tuple():
            return ", ".join(told(asked, one, setting) for one in answer)
        case str() if asked.refers_to:
            return dict(setting.options(asked.refers_to)).get(answer, answer)
    return str(answer)


def name_of(item: Item, one: str, setting: Setting) -> str:
    """What an item is called in a list."""
    name = told(question(type(item), item.shown_as), getattr(item, item.shown_as), setting) if item.shown_as else ""
    return " ".join(name.split()) or setting.say("{one} without a name", one=setting.say(one))


def differences(mine: Row, theirs: Row, setting: Setting) -> list[Difference]:
    """The questions that two versions answer differently, with both answers."""
    return [
        (
            setting.say(asked.label),
            told(asked, getattr(mine, asked.name), setting),
            told(asked, getattr(theirs, asked.name), setting),
        )
        for asked in questions(type(mine))
        if getattr(mine, asked.name) != getattr(theirs, asked.name)
    ]


def _row(row: Row, setting: Setting) -> str:
    answers = (told(asked, getattr(row, asked.name), setting) for asked in questions(type(row)))
    return " · ".join(answer for answer in answers if answer)
