"""YAML as people write it by hand, with the position of everything, and none of YAML's dangerous parts.

The parser of PyYAML only cuts the text into events, one after the other; what they mean is decided here. So nothing is
ever built from a tag, an alias cannot multiply, and a file that is nested too deep is left at once.
"""

from collections.abc import Iterator
from typing import Any, Protocol

import yaml

from workshoplib.errors import N_
from workshoplib.strategy.parsed import DEEPEST, Parsed, Position, Unparsable, resolved
from workshoplib.strategy.problems import Path, Problem, quoted

_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # written in C, ten times as fast, and not on every machine


def parse_yaml(text: str) -> Parsed:
    """What the YAML says; Unparsable if it is none or uses tags, aliases or several documents."""
    try:
        return _Reading(text).document()
    except yaml.MarkedYAMLError as error:
        position = _position(error.problem_mark)
        raise Unparsable(_TAB if _is_tab(text, position) else _broken_rule(error), position) from error


class _Reading:
    def __init__(self, text: str) -> None:
        self._events: Iterator[Any] = yaml.parse(text, Loader=_PARSER)
        self._positions: dict[Path, Position] = {}
        self._problems: list[Problem] = []

    def document(self) -> Parsed:
        data: object = None
        for number, start in enumerate(self._starts()):
            if number:
                raise Unparsable(
                    N_("A second document starts here with “---”. Keep one strategy in one file."),
                    _position(start.start_mark),
                )
            data = self._value(next(self._events), ())
        return Parsed(data, self._positions, tuple(self._problems))

    def _starts(self) -> Iterator[Any]:
        return (event for event in self._events if isinstance(event, yaml.DocumentStartEvent))

    def _value(self, event: Any, path: Path) -> object:
        position = self._positions[path] = _position(event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            raise Unparsable(
                N_("“*{name}” points to another place in the file. Write the value itself here."),
                position,
                name=quoted(event.anchor),
            )
        if event.tag:
            raise Unparsable(N_("“{tag}” is a tag. Delete it; no tags are read here."), position, tag=quoted(event.tag))
        if isinstance(event, yaml.ScalarEvent):
            return resolved(event.value) if event.implicit[0] else event.value
        if len(path) >= DEEPEST:
            raise Unparsable(
                N_("This is nested more than {limit} levels deep. No part of a strategy is."), position, limit=DEEPEST
            )
        return self._list(path) if isinstance(event, yaml.SequenceStartEvent) else self._fields(path)

    def _list(self, path: Path) -> list[object]:
        values: list[object] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            values.append(self._value(event, (*path, len(values))))
        return values

    def _fields(self, path: Path) -> dict[str, object]:
        fields: dict[str, object] = {}
        keys: dict[str, Position] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            position = _position(event.start_mark)
            if not isinstance(event, yaml.ScalarEvent) or event.tag:
                raise Unparsable(N_("The name of a field is expected here, as plain text."), position)
            name = event.value
            value = self._value(next(self._events), (*path, name))
            if name in keys:
                self._problems.append(twice((*path, name), keys[name], position))
            keys.setdefault(name, position)
            fields.setdefault(name, value)
        for name, position in keys.items():
            self._positions[(*path, name)] = position
        return fields


def twice(path: Path, first: Position, again: Position) -> Problem:
    """That a name stands in a group of fields a second time."""
    return Problem(
        path,
        N_("“{name}” already stands in line {first}. Delete one of the two, or put them together."),
        {"name": quoted(path[-1]), "first": first[0]},
    ).at(*again)


class _Mark(Protocol):
    line: int
    column: int


def _position(mark: _Mark | None) -> Position:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


_TAB = N_("A tab stands here. YAML wants spaces in front of a line.")
_COLON = N_("A colon too many, or a line too far to the right. Put texts that contain a colon in quotation marks.")
_NO_COLON = N_("A colon is missing after the name of the field, or the line above is not finished.")
_OPEN_QUOTE = N_("A quotation mark that was opened before is never closed.")
_OPEN_LIST = N_("A list in brackets is not closed, or a comma is missing in it.")
_INDENT = N_("This line does not fit those above. Lines that belong together start below each other.")
_SIGN = N_("A text cannot start with this sign. Put the text in quotation marks.")
_OTHER = N_(
    "This is not valid YAML. Look at the quotation marks, colons and the spaces in front of the lines around it."
)

# The first words that are found in what the parser says; the version in C and the one in Python say it differently.
_RULES = (
    ("mapping values are not allowed", _COLON),
    ("could not find expected ':'", _NO_COLON),
    ("unexpected end of stream", _OPEN_QUOTE),
    ("',' or", _OPEN_LIST),
    ("expected key", _INDENT),
    ("expected <block end>", _INDENT),
    ("'-' indicator", _INDENT),
    ("start any token", _SIGN),
    ("alphabetic or numeric character", _SIGN),
)


def _is_tab(text: str, position: Position) -> bool:
    line, column = position
    return "".join(text.split("\n")[line - 1 : line])[column - 1 : column] == "\t"


def _broken_rule(error: yaml.MarkedYAMLError) -> str:
    said = error.problem or ""
    return next((rule for words, rule in _RULES if words in said), _OTHER)
