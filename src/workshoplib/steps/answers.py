"""Answers in words: how any value of a strategy reads in the reader's language."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time
from decimal import Decimal

from workshoplib.steps.blocks import Block, Callout, Card, Cards, Column, Heading, Table
from workshoplib.steps.view import View
from workshoplib.strategy import Strategy
from workshoplib.strategy.fields import Choice, Item, Kind, Part, Question, Row, Span, WeekHours, questions

_TABLE_COLUMNS = 6
"""A table with more columns than this is shown as cards: it would not fit a page."""


def items_of(strategy: Strategy, refers_to: str) -> tuple[Item, ...]:
    """The items of a list named ``part.list``."""
    part, field = refers_to.split(".")
    found: tuple[Item, ...] = getattr(getattr(strategy, part), field)
    return found


def title_of(item: Item, view: View) -> str:
    """What an item is called in lists and sentences, without a full stop; its id until it has a name."""
    answer = getattr(item, item.shown_as) if item.shown_as else ""
    asked = next((asked for asked in questions(type(item)) if asked.name == item.shown_as), None)
    return (worded(asked, answer, view) if asked else "").removesuffix(".") or item.id


def name_of(refers_to: str, item_id: str, view: View) -> str:
    """The title of the item that a reference points to; empty for none."""
    found = next((item for item in items_of(view.strategy, refers_to) if item.id == item_id), None)
    return title_of(found, view) if found else ""


def worded(asked: Question, value: object, view: View) -> str:
    """An answer as text with its unit; empty where nothing was answered."""
    say = view.say
    match value:
        case None | "" | ():
            return ""
        case bool():
            return say("Yes") if value else ""
        case Choice():
            return say(value.label)
        case date():
            return say.short_date(value)
        case time():
            return say.time(value)
        case Span():
            return _with_unit(f"{say.number(value.low)}–{say.number(value.high)}", asked, view)
        case WeekHours():
            return _week(value, view)
        case Decimal():
            return say.money(value, _currency(view))
        case int() | float():
            return _number(asked, value, view)
        case tuple():
            return " · ".join(_one_of_many(asked, part, view) for part in value)
        case str() if asked.kind is Kind.REFERENCE:
            return name_of(asked.refers_to, value, view)
    return str(value)


def _one_of_many(asked: Question, value: object, view: View) -> str:
    if asked.kind is Kind.REFERENCES:
        return name_of(asked.refers_to, str(value), view)
    return view.say(value.label) if isinstance(value, Choice) else str(value)


def _number(asked: Question, value: float, view: View) -> str:
    if asked.kind is Kind.PERCENT:
        return view.say.percent(value)
    if asked.kind is Kind.SCALE and asked.maximum is not None:
        return view.say("{value} of {most}", value=value, most=int(asked.maximum))
    return _with_unit(view.say.number(value), asked, view)


def _with_unit(text: str, asked: Question, view: View) -> str:
    return f"{text} {view.say(asked.unit)}" if asked.unit else text


def _currency(view: View) -> str:
    currency = view.strategy.organisation.currency
    return currency.value if currency else ""


def _week(hours: WeekHours, view: View) -> str:
    spoken = [
        f"{view.say.short_weekday(day)} {', '.join(_runs(marked))}" for day, marked in enumerate(hours.days()) if marked
    ]
    return " · ".join(spoken)


def _runs(hours: Sequence[int]) -> Iterator[str]:
    """Neighbouring hours as one range: 7, 8, 17 becomes 7–9 and 17–18."""
    start = hours[0]
    for hour, following in zip(hours, [*hours[1:], None], strict=True):
        if following != hour + 1:
            yield f"{start}–{hour + 1}"
            start = following if following is not None else 0


def part_answers(part: Part, view: View) -> Iterable[Block]:
    """All that was answered in a part: plain fields as one card, lists as tables or cards."""
    asked_here = questions(type(part))
    lists = [asked for asked in asked_here if asked.kind in {Kind.TABLE, Kind.ITEMS}]
    plain = [asked for asked in asked_here if asked not in lists]
    pairs = _pairs(plain, part, view)
    if pairs:
        yield Cards((Card("", pairs),))
    answered = False
    for asked in lists:
        rows = getattr(part, asked.name)
        if rows:
            answered = True
            yield from row_answers(asked, rows, view)
    if not pairs and not answered:
        yield Callout(view.say("Nothing has been filled in here yet."))


def row_answers(asked: Question, rows: Sequence[Row], view: View, *, titled: bool = True) -> Iterable[Block]:
    """The rows of a table or list: a table where it fits a page, else a card for each."""
    used = used_questions(rows)
    if titled:
        yield Heading(view.say(asked.label))
    nested = any(column.kind in {Kind.TABLE, Kind.LONG_TEXT, Kind.WEEK} for column in used)
    if len(used) <= _TABLE_COLUMNS and not nested:
        yield Table(
            "",
            tuple(Column(view.say(column.label), column.kind in _NUMERIC) for column in used),
            tuple(tuple(worded(column, getattr(row, column.name), view) for column in used) for row in rows),
        )
    else:
        yield Cards(tuple(_card(row, used, view) for row in rows))


_NUMERIC = {Kind.WHOLE, Kind.NUMBER, Kind.MONEY, Kind.PERCENT}


def used_questions(rows: Sequence[Row]) -> tuple[Question, ...]:
    """The questions that at least one row answers other than by default."""
    return tuple(
        asked
        for asked in questions(type(rows[0]))
        if any(getattr(row, asked.name) not in (None, "", (), False, WeekHours()) for row in rows)
    )


def card_of(row: Row, view: View) -> Card:
    """One row as a card: its title, and what it answers other than by default."""
    fields = type(row).model_fields
    used = [asked for asked in used_questions((row,)) if getattr(row, asked.name) != fields[asked.name].default]
    return _card(row, used, view)


def _card(row: Row, used: Sequence[Question], view: View) -> Card:
    title = title_of(row, view) if isinstance(row, Item) else ""
    named_by = row.shown_as if isinstance(row, Item) else ""
    return Card(title, _pairs([asked for asked in used if asked.name != named_by], row, view))


def _pairs(asked: Iterable[Question], row: Row, view: View) -> tuple[tuple[str, str], ...]:
    spoken = ((view.say(one.label), _spoken(one, getattr(row, one.name), view)) for one in asked)
    return tuple((label, answer) for label, answer in spoken if answer)


def _spoken(asked: Question, value: object, view: View) -> str:
    if asked.kind is Kind.TABLE and isinstance(value, tuple):
        return "\n".join(_line(row, view) for row in value)
    return worded(asked, value, view)


def _line(row: Row, view: View) -> str:
    spoken = (worded(asked, getattr(row, asked.name), view) for asked in questions(type(row)))
    return " · ".join(answer for answer in spoken if answer)
