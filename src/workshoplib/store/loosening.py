"""A value without the references that lead nowhere."""

from collections.abc import Callable, Mapping
from typing import Any

from workshoplib.store import shape
from workshoplib.store.entries import Address
from workshoplib.strategy.fields import Kind, Question, Row, questions

Keeps = Callable[[str, str], bool]
"""Whether a list (``goals.goals``) has an item of this id."""

Loose = tuple[Any, tuple[str, ...]]
"""What is left of a value, and the labels of the fields that had to let go."""


def loosened(address: Address, value: Any, keeps: Keeps) -> Loose:
    """The value of an address, as JSON, with those references only that lead to something."""
    asked = shape.question(address)
    if address.item and asked.rows:
        return _row(asked.rows, value, keeps)
    return _field(asked, value, keeps)


def _row(model: type[Row], row: Mapping[str, Any], keeps: Keeps) -> Loose:
    kept = dict(row)
    gone: list[str] = []
    for asked in questions(model):
        if asked.name in row:
            kept[asked.name], labels = _field(asked, row[asked.name], keeps)
            gone += labels
    return kept, tuple(dict.fromkeys(gone))


def _field(asked: Question, value: Any, keeps: Keeps) -> Loose:
    if asked.kind is Kind.REFERENCE and value and not keeps(asked.refers_to, value):
        return "", (asked.label,)
    if asked.kind is Kind.REFERENCES:
        left = [id for id in value if keeps(asked.refers_to, id)]
        return left, (asked.label,) if len(left) < len(value) else ()
    if asked.rows and asked.kind in (Kind.TABLE, Kind.ITEMS):
        rows = [_row(asked.rows, row, keeps) for row in value]
        return [row for row, _ in rows], tuple(dict.fromkeys(label for _, labels in rows for label in labels))
    return value, ()
