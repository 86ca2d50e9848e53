"""JSON with the position of everything, which Python's own reader does not tell."""

import re
from bisect import bisect_right
from json import JSONDecodeError, JSONDecoder
from typing import NoReturn

from workshoplib.errors import N_
from workshoplib.strategy.parsed import DEEPEST, Parsed, Position, Unparsable, resolved
from workshoplib.strategy.problems import Path, Problem
from workshoplib.strategy.yaml_text import twice

_SPACE = re.compile(r"[ \t\r\n]*")
_VALUE = N_(
    "A value is expected here: a text in double quotation marks, a number, true, false, null, a list or a group."
)


def parse_json(text: str) -> Parsed:
    """What the JSON says; Unparsable if it is none."""
    return _Reading(text).document()


class _Reading:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]
        self._positions: dict[Path, Position] = {}
        self._problems: list[Problem] = []
        self._scalars = JSONDecoder(parse_int=resolved, parse_float=resolved, parse_constant=self._refuse_constant)

    def document(self) -> Parsed:
        data = self._value(())
        if self._sign():
            raise Unparsable(N_("The file should end here. Delete what follows."), self._position())
        return Parsed(data, self._positions, tuple(self._problems))

    def _value(self, path: Path) -> object:
        sign = self._sign()
        self._positions[path] = self._position()
        if sign not in {"{", "["}:
            return self._scalar()
        if len(path) >= DEEPEST:
            raise Unparsable(
                N_("This is nested more than {limit} levels deep. No part of a strategy is."),
                self._position(),
                limit=DEEPEST,
            )
        self._at += 1
        return self._fields(path) if sign == "{" else self._list(path)

    def _scalar(self) -> object:
        try:
            value, self._at = self._scalars.raw_decode(self._text, self._at)
        except JSONDecodeError as error:
            self._at = error.pos
            raise Unparsable(_VALUE, self._position()) from error
        return value

    def _list(self, path: Path) -> list[object]:
        values: list[object] = []
        while not self._ends("]", first=not values):
            values.append(self._value((*path, len(values))))
        return values

    def _fields(self, path: Path) -> dict[str, object]:
        fields: dict[str, object] = {}
        keys: dict[str, Position] = {}
        while not self._ends("}", first=not fields):
            sign, position = self._sign(), self._position()
            name = self._scalar() if sign == '"' else None
            if not isinstance(name, str):
                raise Unparsable(N_("The name of a field is expected here, in double quotation marks."), position)
            if self._sign() != ":":
                raise Unparsable(N_("A colon is expected here, after the name of the field."), self._position())
            self._at += 1
            value = self._value((*path, name))
            if name in keys:
                self._problems.append(twice((*path, name), keys[name], position))
            keys.setdefault(name, position)
            fields.setdefault(name, value)
        for name, position in keys.items():
            self._positions[(*path, name)] = position
        return fields

    def _ends(self, closing: str, *, first: bool) -> bool:
        """Whether the list or group ends here; steps over the closing sign, or over the comma before the next one."""
        sign = self._sign()
        if sign == closing:
            self._at += 1
            return True
        if not first:
            if sign != ",":
                raise Unparsable(N_("A comma or {closing} is expected here."), self._position(), closing=closing)
            self._at += 1
        return False

    def _sign(self) -> str:
        """The next character that is no space; empty at the end of the text."""
        if space := _SPACE.match(self._text, self._at):
            self._at = space.end()
        return self._text[self._at : self._at + 1]

    def _position(self) -> Position:
        line = bisect_right(self._lines, self._at)
        return line, self._at - self._lines[line - 1] + 1

    def _refuse_constant(self, name: str) -> NoReturn:
        raise Unparsable(N_("“{name}” is no number in JSON. Write a number, or null."), self._position(), name=name)
