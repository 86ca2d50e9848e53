"""Strategies as files that people and programs read and write: YAML, JSON, and the JSON Schema for editors."""

import json
import re
from collections.abc import Mapping
from functools import reduce
from typing import Any

import yaml
from pydantic import ValidationError

from workshoplib.errors import N_, WorkshopError
from workshoplib.strategy import Strategy
from workshoplib.strategy.handwritten import as_asked
from workshoplib.strategy.json_text import parse_json
from workshoplib.strategy.migrations import FIELD, UnknownVersion, current
from workshoplib.strategy.parsed import Parsed, Unparsable
from workshoplib.strategy.problems import Path, Problem, problems_in, quoted
from workshoplib.strategy.references import broken
from workshoplib.strategy.yaml_text import parse_yaml

LARGEST = 10_000_000
"""Bytes of a file that is read; the largest strategy that the schema allows in earnest has a tenth of it."""

MOST_TOLD = 10
"""Problems that one error tells; it holds all."""

PARSERS = {".yaml": parse_yaml, ".yml": parse_yaml, ".json": parse_json}


class Unreadable(WorkshopError):
    """A file holds no valid strategy; ``problems`` says all that is wrong with it, the message the first ones."""

    def __init__(self, name: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(
            N_("“{name}” cannot be read as a strategy.\n{problems}"), name=quoted(name), problems=_told(problems)
        )
        self.problems = problems


def read(content: str | bytes, name: str) -> Strategy:
    """The strategy in a YAML or JSON file, told apart by the file's name; Unreadable if it is not valid.

    Fields that are not there keep their defaults, so a file may hold a single part.
    """
    parsed = _parsed(content, name)
    if not isinstance(parsed.data, dict):
        raise Unreadable(name, (_not_a_strategy(parsed.data),))
    strategy, problems = _validated(parsed.data)
    found = (*parsed.problems, *(_placed(problem, parsed) for problem in problems))
    if strategy is None or found:
        raise Unreadable(name, tuple(sorted(found, key=lambda problem: (problem.line or 0, problem.column or 0))))
    return strategy


def to_yaml(strategy: Strategy, schema: str = "") -> str:
    """The strategy as YAML without the fields that keep their defaults.

    ``schema`` is the address of the schema file; editors that know YAML then check and complete while people type.
    """
    comment = f"# yaml-language-server: $schema={schema}\n" if schema else ""
    return comment + yaml.dump(
        _data(strategy),
        Dumper=_Writer,
        allow_unicode=True,
        sort_keys=False,
        width=float("inf"),
        default_flow_style=False,
    )


def to_json(strategy: Strategy) -> str:
    """The strategy as JSON without the fields that keep their defaults."""
    return json.dumps(_data(strategy), indent=2, ensure_ascii=False) + "\n"


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a strategy file; what JSON Schema has no word for stands under ``x-`` names."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Strategy.model_json_schema()}


def _data(strategy: Strategy) -> Mapping[str, Any]:
    return {FIELD: strategy.schema_version, **strategy.model_dump(mode="json", exclude_defaults=True)}


def _parsed(content: str | bytes, name: str) -> Parsed:
    parse = next((parse for ending, parse in PARSERS.items() if name.lower().endswith(ending)), None)
    if parse is None:
        raise Unreadable(name, (Problem((), N_("The file's name has to end in .yaml, .yml or .json.")),))
    text = _text(content, name)
    try:
        return parse(text)
    except Unparsable as error:
        raise Unreadable(name, (Problem((), error.message, error.values).at(*error.position),)) from error


_LOOKS_LIKE = (
    (b"PK\x03\x04", N_("This is a packed file (ZIP, Word or Excel). Unpack it, or export the strategy as YAML again.")),
    (b"%PDF", N_("This is a PDF. Export the strategy as YAML or JSON instead.")),
    (b"SQLite format 3", N_("This is a workshop file itself. Export its strategy as YAML or JSON first.")),
    (b"<", N_("This is a web page. Perhaps a sign-in page was saved in place of the file; download it again.")),
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def _text(content: str | bytes, name: str) -> str:
    """The content as text; Unreadable where it is none."""
    raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    if len(raw) > LARGEST:
        size = Problem(
            (), N_("The file is larger than {limit} MB. Is it the right one?"), {"limit": LARGEST // 1_000_000}
        )
        raise Unreadable(name, (size,))
    for start, message in _LOOKS_LIKE:
        if raw.lstrip().startswith(start):
            raise Unreadable(name, (Problem((), message),))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        message = N_("The text is not in UTF-8 from here on. Open it in an editor and save it with the encoding UTF-8.")
        raise Unreadable(name, (Problem((), message).at(line, column),)) from error
    if odd := _CONTROL.search(text):
        line = text.count("\n", 0, odd.start()) + 1
        column = odd.start() - text.rfind("\n", 0, odd.start())
        message = N_("An invisible control character stands here. Delete it, or export the file again.")
        raise Unreadable(name, (Problem((), message).at(line, column),))
    if not text.strip():
        raise Unreadable(name, (Problem((), N_("The file is empty.")),))
    return text


def _not_a_strategy(data: object) -> Problem:
    message = N_("A strategy starts with the names of its parts, such as “goals:”, and “{found}” was found.")
    return Problem((), message, {"found": quoted(data)}).at(1, 1)


def _validated(data: Mapping[str, Any]) -> tuple[Strategy | None, tuple[Problem, ...]]:
    try:
        answered, misread = as_asked(Strategy, current(data))
        strategy = Strategy.model_validate(answered)
    except UnknownVersion as error:
        return None, (Problem((FIELD,), error.message, error.values),)
    except ValidationError as error:
        told = {problem.path for problem in misread}
        return None, (*misread, *(problem for problem in problems_in(error, Strategy) if problem.path not in told))
    return strategy, (*misread, *broken(strategy))


def _placed(problem: Problem, parsed: Parsed) -> Problem:
    """The problem with the position of its field, or of the nearest one around it that stands in the file."""
    around: list[Path] = [problem.path[:length] for length in range(len(problem.path), -1, -1)]
    return problem.at(*next((parsed.positions[path] for path in around if path in parsed.positions), (1, 1)))


def _told(problems: tuple[Problem, ...]) -> WorkshopError:
    """One sentence of several, a line each; as errors within errors, so that each is said in the reader's language."""
    lines = [problem.sentence() for problem in problems[:MOST_TOLD]]
    if len(problems) > MOST_TOLD:
        lines.append(WorkshopError(N_("And {more} more."), more=len(problems) - MOST_TOLD))
    return reduce(lambda rest, line: WorkshopError("{line}\n{rest}", line=line, rest=rest), reversed(lines))


class _Writer(yaml.SafeDumper):
    """Lists are indented, texts of several lines are blocks, nothing is an alias."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        return super().increase_indent(flow, indentless=False)


def _as_text(writer: _Writer, text: str) -> yaml.ScalarNode:
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Writer.add_representer(str, _as_text)
# Dates need no quotation marks; what only looks like a number, a yes or a time keeps them, for other programs' sake.
_Writer.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in known if not tag.endswith(":timestamp")]
    for first, known in yaml.SafeDumper.yaml_implicit_resolvers.items()
}
