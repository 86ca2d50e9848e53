"""What is wrong with a strategy: where, what was found and what was expected, in sentences of our own catalogue."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from workshoplib.errors import N_, WorkshopError
from workshoplib.strategy.fields import Row, leaves
from workshoplib.strategy.ids import PATTERN
from workshoplib.strategy.text import clean

Path = tuple[str | int, ...]
"""The names and positions that lead to a value: ``("goals", "goals", 2, "deadline")``."""

LONGEST_QUOTE = 60
"""Characters of what was found that a sentence repeats."""

MOST_NAMES = 12
"""Names that a sentence lists before it stops."""


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong; ``message`` is a catalogue message with its ``values``, lines and columns start at 1."""

    path: Path
    message: str
    values: Mapping[str, object] = field(default_factory=dict)
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return str(self.sentence())

    def at(self, line: int, column: int) -> "Problem":
        """The same problem, found there in a file."""
        return replace(self, line=line, column=column)

    def sentence(self) -> WorkshopError:
        """The problem with its place in front, ready to be said in any language."""
        told = WorkshopError(self.message, **self.values)
        where = dotted(self.path)
        if self.line is None:
            return WorkshopError("{where}: {problem}", where=where, problem=told) if where else told
        if not where:
            return WorkshopError(
                N_("Line {line}, column {column}: {problem}"), line=self.line, column=self.column, problem=told
            )
        return WorkshopError(
            N_("Line {line}, column {column}, {where}: {problem}"),
            line=self.line,
            column=self.column,
            where=where,
            problem=told,
        )


def dotted(path: Path) -> str:
    """The path as people write it: ``goals.goals[2].deadline``; positions start at 0."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{quoted(step)}" for step in path)
    return "".join(steps).removeprefix(".")


def quoted(found: object) -> str:
    """What was found, short and safe to show."""
    plain = " ".join(clean(_written(found)).text.split())
    return plain if len(plain) <= LONGEST_QUOTE else plain[: LONGEST_QUOTE - 1] + "…"


def listed(names: Collection[str]) -> str:
    """The names with commas; of many only the first ones."""
    shown = [quoted(name) for name in list(names)[:MOST_NAMES]]
    return ", ".join([*shown, "…"] if len(names) > MOST_NAMES else shown)


def guess(name: object, known: Collection[str]) -> str:
    """The known name that looks most like ``name``, empty where none does."""
    if not isinstance(name, str) or len(name) > LONGEST_QUOTE:
        return ""
    small = {one.lower(): one for one in known}
    return next((small[near] for near in get_close_matches(name.lower(), small, n=1)), "")


def problems_in(error: ValidationError, model: type[Row] | None = None) -> tuple[Problem, ...]:
    """The problems that pydantic found, in its order; with the ``model`` that was read, misspelt fields get a guess."""
    return tuple(_problem(found, model) for found in error.errors(include_url=False))


Detail = Mapping[str, Any]
"""One of pydantic's errors: ``type``, ``loc``, ``input`` and, for most types, ``ctx``."""


def _problem(error: Detail, model: type[Row] | None) -> Problem:
    kind, path = error["type"], tuple(error["loc"])
    context = error.get("ctx", {})
    if kind == "objection":
        values = dict(context)
        return Problem(path, str(values.pop("template")), values)
    if kind == "extra_forbidden":
        return _unknown_field(path, model)
    if kind in _TELLERS:
        return Problem(path, *_TELLERS[kind](error["input"], context))
    return Problem(path, _SENTENCES.get(kind, UNFIT), {"found": quoted(error["input"]), **_limits(context)})


UNFIT = N_("“{found}” does not fit here.")
NOT_TEXT = N_("Text is expected here, and “{found}” was found.")
NOT_A_LIST = N_("A list is expected here, and “{found}” was found.")
NOT_FIELDS = N_("A group of fields with their names is expected here, and “{found}” was found.")
NOT_WHOLE = N_("“{found}” is not a whole number. Write it in digits, without spaces: 12500.")
NOT_A_NUMBER = N_("“{found}” is not a number. Write it in digits, with a point for decimals and no spaces: 12500.5.")
NOT_AN_AMOUNT = N_("“{found}” is not an amount. Write it in digits, without currency or spaces: 12500.50.")
NOT_A_FLAG = N_("“{found}” is neither yes nor no. Write true or false.")
NOT_A_DATE = N_("“{found}” is not a date. Write year-month-day, such as 2027-01-31.")
NOT_A_TIME = N_("“{found}” is not a time of day. Write hours and minutes, such as 14:30.")
TOO_LOW = N_("{found} is too low. It can be {limit} at the least.")
TOO_HIGH = N_("{found} is too high. It can be {limit} at the most.")

_SENTENCES: Mapping[str, str] = {
    "string_type": NOT_TEXT,
    "string_sub_type": NOT_TEXT,
    "string_unicode": NOT_TEXT,
    "tuple_type": NOT_A_LIST,
    "list_type": NOT_A_LIST,
    "set_type": NOT_A_LIST,
    "frozen_set_type": NOT_A_LIST,
    "iterable_type": NOT_A_LIST,
    "model_type": NOT_FIELDS,
    "model_attributes_type": NOT_FIELDS,
    "dict_type": NOT_FIELDS,
    "mapping_type": NOT_FIELDS,
    "int_type": NOT_WHOLE,
    "int_parsing": NOT_WHOLE,
    "int_from_float": NOT_WHOLE,
    "int_parsing_size": N_("{found} is too long for a whole number."),
    "float_type": NOT_A_NUMBER,
    "float_parsing": NOT_A_NUMBER,
    "finite_number": NOT_A_NUMBER,
    "decimal_type": NOT_AN_AMOUNT,
    "decimal_parsing": NOT_AN_AMOUNT,
    "decimal_max_places": N_("{found} has too many decimals. An amount has at most {limit}."),
    "decimal_max_digits": N_("{found} is too long. An amount has at most {limit} digits."),
    "decimal_whole_digits": N_("{found} is too large. An amount has at most {limit} digits before the point."),
    "bool_type": NOT_A_FLAG,
    "bool_parsing": NOT_A_FLAG,
    "date_type": NOT_A_DATE,
    "date_parsing": NOT_A_DATE,
    "date_from_datetime_parsing": NOT_A_DATE,
    "date_from_datetime_inexact": NOT_A_DATE,
    "time_type": NOT_A_TIME,
    "time_parsing": NOT_A_TIME,
    "greater_than_equal": TOO_LOW,
    "greater_than": N_("{found} is too low. It has to be more than {limit}."),
    "less_than_equal": TOO_HIGH,
    "less_than": N_("{found} is too high. It has to be less than {limit}."),
}

_LIMITS = ("ge", "gt", "le", "lt", "max_digits", "decimal_places", "whole_digits")


def _limits(context: Detail) -> Mapping[str, object]:
    return next(({"limit": context[name]} for name in _LIMITS if name in context), {})


def _unknown_field(path: Path, model: type[Row] | None) -> Problem:
    name = path[-1]
    near = guess(name, _fields_at(model, path[:-1]))
    if near:
        return Problem(
            path,
            N_("There is no field named “{name}” here. Did you mean “{guess}”?"),
            {"name": quoted(name), "guess": near},
        )
    return Problem(path, N_("There is no field named “{name}” here."), {"name": quoted(name)})


def _fields_at(model: type[Row] | None, path: Path) -> Collection[str]:
    """The names of the fields that can stand at a path below ``model``."""
    for step in path:
        if model is not None and isinstance(step, str):
            model = row_in(model, step)
    return model.model_fields if model is not None else ()


def row_in(model: type[Row], name: str) -> type[Row] | None:
    """The model of what stands in a field, alone or in a list; None where the field holds plain values."""
    found = model.model_fields.get(name)
    return next((kind for kind in leaves(found.annotation) if issubclass(kind, Row)), None) if found else None


def _missing(_: object, context: Detail) -> tuple[str, Mapping[str, object]]:
    return N_("This field is missing; the rest cannot be read without it."), context


def _too_long_text(found: object, context: Detail) -> tuple[str, Mapping[str, object]]:
    limit, length = context["max_length"], len(clean(str(found)).text)
    return N_("The text is {length} characters long, and {limit} fit here. Shorten it by {over}."), {
        "length": length,
        "limit": limit,
        "over": length - limit,
    }


def _too_many(_: object, context: Detail) -> tuple[str, Mapping[str, object]]:
    # pydantic stops counting where it is too much, so the true number is not known to it
    return N_("The list is too long. It can have {limit} at the most."), {"limit": context["max_length"]}


def _too_few(_: object, context: Detail) -> tuple[str, Mapping[str, object]]:
    return N_("The list is too short. It needs {limit} at the least."), {"limit": context["min_length"]}


def _too_short_text(found: object, context: Detail) -> tuple[str, Mapping[str, object]]:
    return N_("“{found}” is too short. It needs {limit} characters at the least."), {
        "found": quoted(found),
        "limit": context["min_length"],
    }


def _off_pattern(found: object, context: Detail) -> tuple[str, Mapping[str, object]]:
    if PATTERN in str(context.get("pattern")):
        return N_(
            "“{found}” cannot be an id. Use small letters from a to z, digits and hyphens, 40 at the most, "
            "and no hyphen in front."
        ), {"found": quoted(found)}
    return N_("“{found}” is not written in the way that this field expects."), {"found": quoted(found)}


def _not_allowed(found: object, context: Detail) -> tuple[str, Mapping[str, object]]:
    allowed = re.findall(r"'([^']*)'", str(context["expected"]))
    values = {"found": quoted(found), "allowed": ", ".join(allowed)}
    near = guess(found, allowed)
    if near:
        return N_("“{found}” is none of the answers here. Did you mean “{guess}”? You can choose from: {allowed}."), {
            **values,
            "guess": near,
        }
    return N_("“{found}” is none of the answers here. Choose one of: {allowed}."), values


_TELLERS: Mapping[str, Callable[[object, Detail], tuple[str, Mapping[str, object]]]] = {
    "missing": _missing,
    "string_too_long": _too_long_text,
    "string_too_short": _too_short_text,
    "string_pattern_mismatch": _off_pattern,
    "too_long": _too_many,
    "too_short": _too_few,
    "enum": _not_allowed,
    "literal_error": _not_allowed,
}


def _written(found: object) -> str:
    match found:
        case None:
            return "null"
        case bool():
            return "true" if found else "false"
        case list() | tuple():
            return "[…]"
        case dict():
            return "{…}"
        case _:
            return str(found)
