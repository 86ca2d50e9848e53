"""A table that was changed in a spreadsheet, held against the calendar: what is new, what is different, what clashes.

Nothing is changed here: ``read`` says what would change, and gives the posts to save. A post that is missing from the
table stays in the calendar. Spreadsheets change more than people mean to (delimiters, letters' codes, the way dates and
numbers are written): all of that is read, and what cannot be read is told by line and column.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from pydantic import ValidationError

from workshoplib.errors import N_, WorkshopError
from workshoplib.planners.cells import BYTE_ORDER_MARK, unguarded
from workshoplib.planners.table import ID, MARK, SEPARATOR, Names, cell, mark
from workshoplib.strategy import Strategy
from workshoplib.strategy.content import Post
from workshoplib.strategy.fields import Kind, Question, questions
from workshoplib.strategy.ids import PATTERN
from workshoplib.strategy.problems import problems_in
from workshoplib.words import LANGUAGES, Words, words

_MOST_ROWS = 5000
_YES = ("yes", "true", "1", "x", "ja")


class NotATable(WorkshopError):
    """The file is no table of posts."""


class UnreadableCells(WorkshopError):
    """Some cells could not be read; ``problems`` has a sentence for each."""

    def __init__(self, problems: Sequence[WorkshopError]) -> None:
        super().__init__(N_("Nothing was changed: {n} cells could not be read."), n=len(problems))
        self.problems = tuple(problems)


@dataclass(frozen=True)
class Change:
    """One answer that differs: the question, and both answers as they stand in the table."""

    asked: Question
    before: str
    after: str


@dataclass(frozen=True)
class Changed:
    """A post that the table changes or adds (``changes`` names what differs from an empty one)."""

    post: Post
    changes: tuple[Change, ...]
    is_new: bool
    clashes: bool
    """Somebody else has changed the post since the table was written."""


@dataclass(frozen=True)
class Reading:
    changed: tuple[Changed, ...]
    missing: tuple[Post, ...]
    """Posts of the calendar that the table does not have."""
    same: int
    unread: tuple[str, ...]
    """Headings that name no answer of a post."""


def read(content: bytes, strategy: Strategy, new_id: Callable[[], str]) -> Reading:
    """What the table changes. Raises NotATable, and UnreadableCells with all that could not be read."""
    rows = _rows(content)
    say, columns = _columns(rows[0] if rows else [])
    names = Names(strategy, say)
    there = {post.id: post for post in strategy.content.posts}
    found: list[Changed] = []
    problems: list[WorkshopError] = []
    seen: set[str] = set()
    for line, row in enumerate(rows[1:], start=2):
        if not any(text.strip() for text in row):
            continue
        try:
            found.append(_changed(line, row, columns, there, names, new_id, seen))
        except _Problems as several:
            problems += several.problems
    if problems:
        raise UnreadableCells(problems)
    differs = tuple(one for one in found if one.changes)
    missing = tuple(post for id, post in there.items() if id not in seen)
    unread = tuple(heading for heading, name in zip(rows[0], columns, strict=True) if heading.strip() and not name)
    return Reading(differs, missing, len(found) - len(differs), unread)


class _Problems(Exception):
    def __init__(self, problems: Sequence[WorkshopError]) -> None:
        super().__init__()
        self.problems = problems


def _rows(content: bytes) -> list[list[str]]:
    if content[:2] == b"PK":
        raise NotATable(N_("This is a workbook. Save the sheet as CSV in your spreadsheet, and import that."))
    text = _decoded(content).removeprefix(BYTE_ORDER_MARK)
    first = text.lstrip().splitlines()[0] if text.strip() else ""
    if first.lower().startswith("sep="):
        text = text.lstrip()[len(first) :].lstrip("\r\n")
    mark = max(";,\t", key=(text.splitlines() or [""])[0].count)
    csv.field_size_limit(1_000_000)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True))
    except csv.Error as problem:
        raise NotATable(N_("The file is no CSV ({reason}). Save it as CSV again."), reason=str(problem)) from problem
    if len(rows) > _MOST_ROWS:
        raise NotATable(N_("The table has {n} lines; {most} is the most."), n=len(rows), most=_MOST_ROWS)
    return [[unguarded(one.replace("\r\n", "\n").replace("\r", "\n")) for one in row] for row in rows]


def _decoded(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")  # what Excel writes when it is asked for plain CSV


def _columns(first: Sequence[str]) -> tuple[Words, list[str]]:
    """The language of the table, and the field that each column holds; "" for one that nobody asked for."""
    spoken = max((words(language) for language in LANGUAGES), key=lambda say: len(_known(say).keys() & _plain(first)))
    known = _known(spoken)
    columns = [known.get(" ".join(heading.split()).casefold(), "") for heading in first]
    doubled = [name for name in columns if name and columns.count(name) > 1]
    if doubled:
        raise NotATable(
            N_("The column “{column}” is there twice. Keep one of them."), column=first[columns.index(doubled[0])]
        )
    if "id" not in columns:
        raise NotATable(
            N_(
                "The first line must name the columns, among them “{id}”. Start from: workshop calendar export --to csv"
            ),
            id=spoken(ID),
        )
    return spoken, columns


def _known(say: Words) -> dict[str, str]:
    labels = {say(asked.label).casefold(): asked.name for asked in questions(Post)}
    return {say(ID).casefold(): "id", say(MARK).casefold(): "mark", **labels}


def _plain(first: Sequence[str]) -> set[str]:
    return {" ".join(heading.split()).casefold() for heading in first}


def _changed(
    line: int,
    row: Sequence[str],
    columns: Sequence[str],
    there: Mapping[str, Post],
    names: Names,
    new_id: Callable[[], str],
    seen: set[str],
) -> Changed:
    if len(row) > len(columns) and any(text.strip() for text in row[len(columns) :]):
        told = N_("Line {line} has more cells than the first line has columns. Is a comma or a quote too many?")
        raise _Problems([NotATable(told, line=line)])
    given = {name: text for name, text in zip(columns, row, strict=False) if name}
    id = given.pop("id").strip()
    marked = given.pop("mark", "").strip()
    before = there.get(id)
    _check_id(id, before, seen, line)
    values, problems = _values(given, before, names, line)
    if problems:
        raise _Problems(problems)
    post = _built(id or new_id(), before, values, names, line)
    seen.add(post.id)
    known = before or Post(id=post.id)
    changes = tuple(
        Change(asked, cell(asked, old, names), cell(asked, new, names))
        for asked in questions(Post)
        if (old := getattr(known, asked.name)) != (new := getattr(post, asked.name))
    )
    return Changed(post, changes, before is None, bool(before and marked and marked != mark(before)))


def _check_id(id: str, before: Post | None, seen: set[str], line: int) -> None:
    if id and id in seen:
        raise _Problems(
            [NotATable(N_("Line {line}: the post {id} is there twice. Keep one of them."), line=line, id=id)]
        )
    if id and before is None and not re.fullmatch(PATTERN, id):
        told = N_("Line {line}: “{id}” is no post’s id. Leave it empty for a new post.")
        raise _Problems([NotATable(told, line=line, id=id)])


def _values(
    given: Mapping[str, str], before: Post | None, names: Names, line: int
) -> tuple[dict[str, Any], list[WorkshopError]]:
    asked_for = {asked.name: asked for asked in questions(Post)}
    values: dict[str, Any] = {}
    problems: list[WorkshopError] = []
    for name, text in given.items():
        asked = asked_for[name]
        if before is not None and text == cell(asked, getattr(before, name), names):
            continue
        try:
            values[name] = _value(asked, text.strip(), names)
        except WorkshopError as problem:
            label = names.say(asked.label)
            told = N_("Line {line}, “{column}”: {problem}")
            problems.append(NotATable(told, line=line, column=label, problem=problem))
    return values, problems


def _built(id: str, before: Post | None, values: Mapping[str, Any], names: Names, line: int) -> Post:
    held = dict(before) if before else {}
    filled = {name: value for name, value in {**held, **values, "id": id}.items() if value is not _DEFAULT}
    try:
        return Post.model_validate(filled)
    except ValidationError as error:
        told = N_("Line {line}, “{column}”: {problem}")
        labels = {asked.name: names.say(asked.label) for asked in questions(Post)}
        raise _Problems(
            [
                NotATable(
                    told,
                    line=line,
                    column=labels.get(str(problem.path[0]), "") if problem.path else "",
                    problem=problem.sentence(),
                )
                for problem in problems_in(error)
            ]
        ) from error


_DEFAULT = object()
"""An emptied cell: the answer goes back to what it is where nobody has answered."""


def _value(asked: Question, text: str, names: Names) -> Any:
    if not text:
        return False if asked.kind is Kind.FLAG else _DEFAULT
    match asked.kind:
        case Kind.FLAG:
            return text.casefold() in {*_YES, names.say("Yes").casefold()}
        case Kind.DATE:
            return _date(text, names.say)
        case Kind.TIME:
            return _time(text, names.say)
        case Kind.WHOLE | Kind.NUMBER | Kind.MONEY | Kind.PERCENT | Kind.SCALE:
            number = names.say.read_number(text)
            return int(number) if number == number.to_integral_value() else float(number)
        case Kind.CHOICE:
            return _choice(asked, text, names.say)
        case Kind.CHOICES:
            return tuple(_choice(asked, one, names.say) for one in _several(text))
        case Kind.TAGS:
            return tuple(_several(text))
        case Kind.REFERENCE:
            return _reference(asked, text, names)
        case Kind.REFERENCES:
            return tuple(_reference(asked, one, names) for one in _several(text))
    return text


def _several(text: str) -> Iterator[str]:
    return (one.strip() for one in text.split(SEPARATOR.strip()) if one.strip())


def _date(text: str, say: Words) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return say.read_date(text)


def _time(text: str, say: Words) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError:
        return say.read_time(text)


def _choice(asked: Question, text: str, say: Words) -> Any:
    options = list(asked.options or ())
    for option in options:
        if text.casefold() in {option.value.casefold(), say(option.label).casefold(), option.label.casefold()}:
            return option
    raise NotATable(
        N_("“{text}” is none of: {options}."), text=text, options=", ".join(say(option.label) for option in options)
    )


def _reference(asked: Question, text: str, names: Names) -> str:
    known = names.of(asked.refers_to)
    for id, name in known.items():
        if text == id or text.casefold() == name.casefold():
            return id
    raise NotATable(
        N_("“{text}” is not in the strategy. It has: {names}."), text=text, names=", ".join(known.values()) or "–"
    )
