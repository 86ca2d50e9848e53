"""Fields that say what they ask.

A field of the strategy is one line: its type, and one of the verbs below with a label, a help text and limits. The
line is at once the validation (pydantic), the JSON Schema, the form (``forms`` builds a widget from it) and the heading
of a table.
Labels, helps and units are catalogue messages in English; ``words`` collects them from here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cache
from typing import Annotated, Any, ClassVar, Self, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, model_validator
from pydantic_core import PydanticCustomError

from workshoplib.errors import N_
from workshoplib.strategy.ids import PATTERN
from workshoplib.strategy.text import clean


class Kind(StrEnum):
    """How an answer is given; ``forms`` has one widget for each."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    FLAG = "flag"
    WHOLE = "whole"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    SCALE = "scale"
    RANGE = "range"
    DATE = "date"
    TIME = "time"
    CHOICE = "choice"
    CHOICES = "choices"
    TAGS = "tags"
    REFERENCE = "reference"
    REFERENCES = "references"
    WEEK = "week"
    TABLE = "table"
    ITEMS = "items"


class Choice(str, Enum):  # noqa: UP042 - StrEnum has no room for a label
    """A closed list of answers. A member is written ``NAME = "value", "Label"``; the label is a catalogue message."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    def __str__(self) -> str:
        return str(self.value)


@dataclass(frozen=True)
class Question:
    """What a field asks, and how: all that a form, a table or a schema needs besides the type."""

    kind: Kind
    label: str
    help: str
    name: str = ""
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    max_length: int | None = None
    low_label: str = ""
    high_label: str = ""
    one: str = ""
    """What one row or item is called: "Goal" in "Add: Goal"."""
    refers_to: str = ""
    """Part and list that a reference points into: ``goals.goals``."""
    year: int | None = None
    """The year that the default, or the advice in the help, comes from."""
    options: type[Choice] | None = None
    rows: "type[Row] | None" = None

    def __call__(self, schema: dict[str, Any]) -> None:
        """Writes what JSON Schema has no word for into ``schema``, under names that start with ``x-``."""
        told = {
            "x-kind": self.kind.value,
            "x-unit": self.unit,
            "x-refers-to": self.refers_to,
            "x-default-year": self.year,
        }
        schema.update({name: value for name, value in told.items() if value})


def _cleaned(value: object) -> object:
    return clean(value).text if isinstance(value, str) else value


def _money_as_number(value: Decimal) -> float | int:
    return int(value) if value == value.to_integral_value() else float(value)


Text = Annotated[str, BeforeValidator(_cleaned)]
Money = Annotated[
    Decimal, Field(max_digits=14, decimal_places=2), PlainSerializer(_money_as_number, float, when_used="json")
]
Hour = Annotated[int, Field(ge=0, le=23)]
ItemId = Annotated[str, Field(pattern=PATTERN)]
Reference = Annotated[str, Field(pattern=r"^$|" + PATTERN)]
"""The id of an item elsewhere, or empty."""


class Row(BaseModel):
    """A line of a table; also the base of all that holds fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    essential: ClassVar[tuple[str, ...]] = ()
    """The fields that a form shows at once; the rest waits behind "More". None named: all are shown."""


class Item(Row):
    """Something that others may point to: a goal, a persona, a post. Its id never changes."""

    id: ItemId
    shown_as: ClassVar[str] = ""
    """The field whose answer names the item in lists and references."""


class Part(Row):
    """One of the pieces that a strategy is made of; a step fills it."""


class Span(Row):
    """A range of whole numbers, both ends included."""

    low: int
    high: int

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.low > self.high:
            raise objection(
                N_("The range starts at {low}, which is above its end {high}. Swap them."), low=self.low, high=self.high
            )
        return self


class WeekHours(Row):
    """Hours of a week (0 means 00:00-01:00), local time, day by day."""

    mon: tuple[Hour, ...] = ()
    tue: tuple[Hour, ...] = ()
    wed: tuple[Hour, ...] = ()
    thu: tuple[Hour, ...] = ()
    fri: tuple[Hour, ...] = ()
    sat: tuple[Hour, ...] = ()
    sun: tuple[Hour, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _each_hour_once(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return {day: sorted(set(hours)) if _are_hours(hours) else hours for day, hours in value.items()}

    def days(self) -> tuple[tuple[int, ...], ...]:
        """The hours of the seven days, Monday first."""
        return (self.mon, self.tue, self.wed, self.thu, self.fri, self.sat, self.sun)


def _are_hours(hours: object) -> bool:
    return isinstance(hours, list | tuple) and all(type(hour) is int for hour in hours)


def objection(message: str, **values: object) -> PydanticCustomError:
    """What a validator raises when fields contradict each other; ``message`` is a catalogue message with its values."""
    # pydantic hands on the filled message only; its template is the catalogue key, so it travels with the values
    return PydanticCustomError("objection", message, {**values, "template": message})


def text(label: str, help: str, *, limit: int = 200) -> Any:
    """A line of text."""
    return _field(Question(Kind.TEXT, label, help, max_length=limit), "", max_length=limit)


def long_text(label: str, help: str, *, limit: int = 2000) -> Any:
    """Text of several lines."""
    return _field(Question(Kind.LONG_TEXT, label, help, max_length=limit), "", max_length=limit)


def flag(label: str, help: str) -> Any:
    """Yes or no; no until somebody says yes."""
    return _field(Question(Kind.FLAG, label, help), default=False)


def whole(
    label: str,
    help: str,
    *,
    unit: str = "",
    low: int | None = 0,
    high: int | None = None,
    default: int | None = None,
    year: int | None = None,
) -> Any:
    """A whole number, or nothing yet."""
    question = Question(Kind.WHOLE, label, help, unit=unit, minimum=low, maximum=high, year=year)
    return _field(question, default, ge=low, le=high)


def number(
    label: str,
    help: str,
    *,
    unit: str = "",
    low: float | None = 0,
    high: float | None = None,
    default: float | None = None,
    year: int | None = None,
) -> Any:
    """A number, or nothing yet."""
    question = Question(Kind.NUMBER, label, help, unit=unit, minimum=low, maximum=high, year=year)
    return _field(question, default, ge=low, le=high)


def money(label: str, help: str, *, default: Decimal | None = None, year: int | None = None) -> Any:
    """An amount of zero or more in the organisation's currency, or nothing yet."""
    return _field(Question(Kind.MONEY, label, help, minimum=0, year=year), default, ge=0)


def percent(
    label: str, help: str, *, low: float = 0, high: float = 100, default: float | None = None, year: int | None = None
) -> Any:
    """A share as people say it (30 means 30 %), or nothing yet."""
    question = Question(Kind.PERCENT, label, help, minimum=low, maximum=high, year=year)
    return _field(question, default, ge=low, le=high)


def scale(label: str, help: str, low_label: str, high_label: str, *, low: int = 1, high: int = 5) -> Any:
    """A position on a short scale whose ends have names, or nothing yet."""
    question = Question(Kind.SCALE, label, help, minimum=low, maximum=high, low_label=low_label, high_label=high_label)
    return _field(question, None, ge=low, le=high)


def span(label: str, help: str, *, low: int, high: int, unit: str = "") -> Any:
    """A range between two whole numbers (``Span``), or nothing yet."""
    return _field(Question(Kind.RANGE, label, help, unit=unit, minimum=low, maximum=high), None)


def day(label: str, help: str) -> Any:
    """A date, or nothing yet."""
    return _field(Question(Kind.DATE, label, help), None)


def clock(label: str, help: str) -> Any:
    """A time of day, local, or nothing yet."""
    return _field(Question(Kind.TIME, label, help), None)


def choice(label: str, help: str, *, default: Choice | None = None, year: int | None = None) -> Any:
    """One of a closed list (a ``Choice``), or nothing yet."""
    return _field(Question(Kind.CHOICE, label, help, year=year), default)


def choices(label: str, help: str) -> Any:
    """Any number of a closed list."""
    return _field(Question(Kind.CHOICES, label, help), ())


def tags(label: str, help: str, *, most: int = 30) -> Any:
    """A list of short texts."""
    return _field(Question(Kind.TAGS, label, help, max_length=most), (), max_length=most)


def reference(label: str, help: str, refers_to: str) -> Any:
    """One item elsewhere, by its id; ``refers_to`` is written ``part.list``."""
    return _field(Question(Kind.REFERENCE, label, help, refers_to=refers_to), "")


def references(label: str, help: str, refers_to: str) -> Any:
    """Any number of items elsewhere, by their ids; ``refers_to`` is written ``part.list``."""
    return _field(Question(Kind.REFERENCES, label, help, refers_to=refers_to), ())


def week(label: str, help: str) -> Any:
    """Hours of a week (``WeekHours``); none until somebody marks one."""
    return _field(Question(Kind.WEEK, label, help), WeekHours())


def table(label: str, help: str, one: str, *, most: int = 100) -> Any:
    """Rows of one kind, in an order; ``one`` is what one of them is called."""
    return _field(Question(Kind.TABLE, label, help, one=one, max_length=most), (), max_length=most)


def items(label: str, help: str, one: str, *, most: int = 500) -> Any:
    """Items of one kind, in an order; ``one`` is what one of them is called."""
    return _field(Question(Kind.ITEMS, label, help, one=one, max_length=most), (), max_length=most)


def _field(question: Question, default: object, **limits: Any) -> Any:
    given: dict[str, Any] = {name: limit for name, limit in limits.items() if limit is not None}
    return Field(default=default, title=question.label, description=question.help, json_schema_extra=question, **given)


@cache
def questions(model: type[Row]) -> tuple[Question, ...]:
    """The questions of a model in the order of its fields; the id of an item is none."""
    return tuple(_questions(model))


def question(model: type[Row], name: str) -> Question:
    """The question of one field; KeyError where there is none."""
    return {asked.name: asked for asked in questions(model)}[name]


def _questions(model: type[Row]) -> Iterator[Question]:
    for name, field in model.model_fields.items():
        asked = field.json_schema_extra
        if isinstance(asked, Question):
            yield replace(asked, name=name, **_types_within(field.annotation))


def _types_within(annotation: object) -> dict[str, Any]:
    """The closed list or the row model that an annotation such as ``tuple[Goal, ...] | None`` mentions."""
    found: dict[str, Any] = {}
    for kind in leaves(annotation):
        if issubclass(kind, Choice):
            found["options"] = kind
        elif issubclass(kind, Row) and kind not in (Span, WeekHours):
            found["rows"] = kind
    return found


def leaves(annotation: object) -> Iterator[type]:
    """The plain types that an annotation such as ``tuple[Goal, ...] | None`` is made of."""
    if isinstance(annotation, type) and get_origin(annotation) is None:
        yield annotation
    for inner in get_args(annotation):
        yield from leaves(inner)
