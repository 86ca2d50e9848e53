"""Strategies that hypothesis makes up from the schema itself, so that every new field is tried as well."""

from datetime import date
from typing import Any

from hypothesis import strategies as st
from pydantic import ValidationError

from workshoplib.strategy import PARTS, Strategy
from workshoplib.strategy.fields import Item, Kind, Question, Row, questions

AWKWARD_TEXTS = (
    "2026", "007", "1.50", "1e3", "0x1f", "1_000", "12:30", "12:30:00", "2027-01-31", "no", "NO", "yes", "on", "true",
    "~", "null", ".nan", " in front", "behind ", "a: b", "a #b", "# a", "- a", "? a", "@kari", "%", "`x`", "*a", "&a",
    "!a", "[a", "{a}", "'", '"', "\\", "\n", "\n a", "a\nb", "a\n\nb\n\n", "a \nb", " a\n b", "\ta\nb", "a\tb", "<<",
    "---", "...", "---\na", "\ufeff", "a\ufeffb", "💚", "🇳🇴 blåbær", "a\u2028b", "a\u0085b", "e\u0301", "x" * 200,
    "word " * 40, "=1+1",
)  # fmt: skip

TEXTS = st.sampled_from(AWKWARD_TEXTS) | st.text(max_size=30)

IDS = st.sampled_from(("22345678", "2e345678", "no", "null", "true", "goal-shop", "0", "1-2", "k3f9abcd"))


def strategies() -> st.SearchStrategy[Strategy]:
    """Valid strategies without references; a few fields of a few parts are filled in each."""
    parts = st.fixed_dictionaries({}, optional={name: rows(part) for name, part in PARTS})
    return parts.map(Strategy.model_validate)


def rows(model: type[Row]) -> st.SearchStrategy[dict[str, Any]]:
    """Valid data for a model; where fields contradict each other only the id is kept."""
    asked = [question for question in questions(model) if not question.refers_to]
    some = st.lists(st.sampled_from(asked), max_size=4, unique_by=lambda question: question.name)
    filled = some.flatmap(lambda few: st.fixed_dictionaries({one.name: answers(one) for one in few}))
    if issubclass(model, Item):
        filled = st.builds(lambda given, answered: {"id": given, **answered}, IDS, filled)
    return filled.map(lambda data: data if _is_valid(model, data) else _bare(data))


def _bare(data: dict[str, Any]) -> dict[str, Any]:
    return {"id": data["id"]} if "id" in data else {}


def _is_valid(model: type[Row], data: dict[str, Any]) -> bool:
    try:
        model.model_validate(data)
    except ValidationError:
        return False
    return True


def answers(asked: Question) -> st.SearchStrategy[Any]:  # noqa: C901 - one case for each kind
    """Answers to a question, as plain data."""
    low, high = asked.minimum, asked.maximum
    least, most = (None if low is None else int(low)), (None if high is None else int(high))
    match asked.kind:
        case Kind.TEXT | Kind.LONG_TEXT:
            return TEXTS
        case Kind.FLAG:
            return st.booleans()
        case Kind.WHOLE | Kind.SCALE:
            return st.integers(least, most)
        case Kind.NUMBER | Kind.PERCENT:
            return st.floats(low, high, allow_nan=False, allow_infinity=False)
        case Kind.MONEY:
            return st.decimals(0, 999_999_999, places=2, allow_nan=False)
        case Kind.RANGE:
            ends = st.tuples(st.integers(least, most), st.integers(least, most))
            return ends.map(sorted).map(lambda both: {"low": both[0], "high": both[1]})
        case Kind.DATE:
            return st.dates(date(1, 1, 1))
        case Kind.TIME:
            return st.times()
        case Kind.CHOICE:
            return st.sampled_from(list(asked.options or ()))
        case Kind.CHOICES:
            return st.lists(st.sampled_from(list(asked.options or ())), max_size=3, unique=True)
        case Kind.TAGS:
            return st.lists(TEXTS, max_size=3)
        case Kind.WEEK:
            return st.fixed_dictionaries({}, optional={"mon": st.lists(st.integers(0, 23)), "sun": st.just([0])})
        case Kind.TABLE if asked.rows:
            return st.lists(rows(asked.rows), max_size=2)
        case Kind.ITEMS if asked.rows:
            return st.lists(rows(asked.rows), max_size=2, unique_by=lambda item: item["id"])
    raise NotImplementedError(asked.kind)
