"""What a text file holds, as plain data that remember where they stood."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from workshoplib.errors import WorkshopError
from workshoplib.strategy.problems import Path, Problem

DEEPEST = 20
"""Lists and groups inside each other; a strategy needs seven."""

Position = tuple[int, int]
"""Line and column, both from 1."""


@dataclass(frozen=True)
class Parsed:
    """Lists, dicts, texts, numbers, true, false and None; the position of each; and names that stand there twice."""

    data: object
    positions: Mapping[Path, Position]
    problems: tuple[Problem, ...]


class Unparsable(WorkshopError):
    """The text breaks the rules of its format, so nothing after this position can be read."""

    def __init__(self, message: str, position: Position, **values: object) -> None:
        super().__init__(message, **values)
        self.position = position


_WHOLE = re.compile(r"-?\d{1,18}")
_DECIMAL = re.compile(r"-?\d{1,18}\.\d{1,18}")


def resolved(text: str) -> object:
    """What an unquoted word means: null, true, false, a number or a text.

    A number is one only if it is written exactly as ``str`` writes it again, so nothing is lost where the field wants
    text: ``2026`` is both, ``007``, ``+47`` and ``1.50`` stay as they are (and a field that wants a number reads them).
    Words such as ``no``, ``on`` and ``NO`` are texts.
    """
    if text in {"", "~", "null", "Null", "NULL"}:
        return None
    if text in {"true", "false"}:
        return text == "true"
    for pattern, number in ((_WHOLE, int), (_DECIMAL, float)):
        if pattern.fullmatch(text) and str(number(text)) == text:
            return number(text)
    return text
