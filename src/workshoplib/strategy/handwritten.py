"""What people write in a file by hand, turned into what the fields ask for.

An empty field is an unanswered one; a number in a text field is text; ``8.30`` is half past eight. And a number where
a date or a time is asked for is refused, because pydantic would take it for seconds since 1970 or since midnight.
"""

import datetime as dt
import re
from collections.abc import Collection
from types import NoneType

from workshoplib.strategy.fields import Row, leaves
from workshoplib.strategy.problems import NOT_A_DATE, NOT_A_TIME, Path, Problem, quoted, row_in

Found = tuple[object, tuple[Problem, ...]]

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_CLOCK = re.compile(r"(\d{1,2})[.:](\d{2})(:\d{2}(?:\.\d{1,6})?)?")


def as_asked(model: type[Row], data: object) -> Found:
    """``data`` as the fields of ``model`` ask for them, and what cannot be meant that way (which is left out)."""
    problems: list[Problem] = []
    return _fields(model, data, (), problems), tuple(problems)


def _fields(model: type[Row], data: object, path: Path, problems: list[Problem]) -> object:
    if not isinstance(data, dict):
        return data
    answered = {}
    for name, value in data.items():
        if name not in model.model_fields:
            answered[name] = value
            continue
        kinds = tuple(leaves(model.model_fields[name].annotation))
        if value is not None or NoneType in kinds:
            answered[name] = _value(row_in(model, name), kinds, value, (*path, name), problems)
    return answered


def _value(
    row: type[Row] | None, kinds: Collection[type], value: object, path: Path, problems: list[Problem]
) -> object:
    if isinstance(value, list):
        return [_value(row, kinds, one, (*path, place), problems) for place, one in enumerate(value)]
    if row is not None:
        return _fields(row, value, path, problems)
    return value if isinstance(value, dict | None) else _scalar(kinds, value, path, problems)


def _scalar(kinds: Collection[type], value: object, path: Path, problems: list[Problem]) -> object:
    written = str(value).lower() if isinstance(value, bool) else str(value)
    if dt.date in kinds and not _DATE.fullmatch(written):
        problems.append(Problem(path, NOT_A_DATE, {"found": quoted(written)}))
        return None
    if dt.time in kinds:
        clock = _CLOCK.fullmatch(written)
        if not clock:
            problems.append(Problem(path, NOT_A_TIME, {"found": quoted(written)}))
            return None
        return f"{clock[1]:0>2}:{clock[2]}{clock[3] or ''}"
    is_text = any(issubclass(kind, str) for kind in kinds)
    is_misread_flag = isinstance(value, bool) and bool not in kinds
    return written if is_text or is_misread_flag else value
