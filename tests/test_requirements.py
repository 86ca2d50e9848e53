"""docs/requirements.md names every requirement once, and what it says about where one is met is true."""

import importlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pydantic import BaseModel

ROOT = Path(__file__).parent.parent
DOCUMENT = ROOT / "docs" / "requirements.md"

REQUIREMENTS = {
    "RDY": 38,
    "GOA": 27,
    "AUD": 28,
    "PLT": 28,
    "CON": 49,
    "ADS": 24,
    "KPI": 26,
    "REV": 16,
    "ENG": 30,
    "GOV": 17,
    "TRN": 19,
    "WSP": 14,
    "REP": 17,
    "TOL": 7,
}
RULES = {"G": 6, "A": 5, "P": 6, "C": 9, "B": 4, "K": 5, "R": 5, "V": 5}

KINDS = {"input", "check", "computed", "export", "facilitation", "help text"}
SEVERITIES = {"error", "warning", "info"}


@dataclass(frozen=True)
class Line:
    """A row of one of the tables, of a requirement or of a rule."""

    id: str
    kind: str
    wording: str
    met_in: str
    note: str

    @property
    def is_rule(self) -> bool:
        return "-" not in self.id

    @property
    def state(self) -> str:
        if self.met_in == "open":
            return "open"
        return "partly" if self.note.startswith("Partly") else "met"

    @property
    def is_told(self) -> bool:
        """Whether a recap tells already what the rule will say."""
        return "told in the recap, rule open" in self.note


def lines(document: str) -> Iterator[Line]:
    for line in document.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if re.fullmatch(r"[A-Z]{3}-\d\d|[A-Z]\d\d", cells[0]):
            yield Line(*cells)


TEXT = DOCUMENT.read_text(encoding="utf-8")
LINES = tuple(lines(TEXT))
REQUIREMENT_LINES = tuple(line for line in LINES if not line.is_rule)
RULE_LINES = tuple(line for line in LINES if line.is_rule)


def paths(cell: str) -> list[str]:
    """The paths in a cell: each stands between backticks."""
    return re.findall(r"`([^`]+)`", cell)


def leads_somewhere(path: str) -> bool:
    """Whether the path is a file of the project, or a module, attribute or field of the library."""
    if "/" in path:
        return (ROOT / path).is_file()
    names = ["workshoplib", *path.split(".")]
    for length in range(len(names), 0, -1):
        try:
            found: object = importlib.import_module(".".join(names[:length]))
        except ModuleNotFoundError:
            continue
        return _has(found, names[length:])
    return False


def _has(thing: object, names: list[str]) -> bool:
    if not names:
        return True
    if isinstance(thing, type) and issubclass(thing, BaseModel) and names[0] in thing.model_fields:
        return len(names) == 1
    return hasattr(thing, names[0]) and _has(getattr(thing, names[0]), names[1:])


def test_every_requirement_is_listed_once_and_in_order() -> None:
    known = [f"{topic}-{number:02}" for topic, count in REQUIREMENTS.items() for number in range(1, count + 1)]

    assert [line.id for line in REQUIREMENT_LINES] == known


def test_every_rule_is_listed_once_and_in_order() -> None:
    known = [f"{part}{number:02}" for part, count in RULES.items() for number in range(1, count + 1)]

    assert [line.id for line in RULE_LINES] == known


def test_every_kind_and_severity_is_a_known_one() -> None:
    strange = {line.kind for line in REQUIREMENT_LINES} - KINDS | {line.kind for line in RULE_LINES} - SEVERITIES

    assert strange == set()


def test_a_requirement_is_either_open_or_met_somewhere() -> None:
    neither = [line.id for line in LINES if (line.met_in == "open") == bool(paths(line.met_in))]

    assert neither == []


def test_the_counts_at_the_top_are_those_of_the_rows() -> None:
    states = Counter(line.state for line in REQUIREMENT_LINES)
    rules = Counter(line.state for line in RULE_LINES)
    told = sum(line.is_told for line in RULE_LINES)
    counted = (
        f"Of the requirements {states['met']} are met, {states['partly']} partly, and {states['open']} are open. "
        f"Of the rules {rules['met']} are met, {rules['partly']} partly, and {rules['open']} are open; "
        f"{told} of these are told in a recap."
    )

    assert counted in " ".join(TEXT.split())


def test_what_is_partly_met_names_where() -> None:
    nowhere = [line.id for line in LINES if line.note.startswith("Partly") and line.met_in == "open"]

    assert nowhere == []


def test_a_rule_that_is_told_names_its_recap() -> None:
    unnamed = [line.id for line in RULE_LINES if line.is_told and not re.search(r"`steps\.\w+\.recap`", line.note)]

    assert unnamed == []


@pytest.mark.parametrize("topic", [*REQUIREMENTS, *RULES])
def test_all_that_is_named_can_be_found(topic: str) -> None:
    named = [
        (line.id, path)
        for line in LINES
        if line.id.rstrip("-0123456789") == topic
        for path in paths(line.met_in) + paths(line.note)
    ]

    assert [told for told in named if not leads_somewhere(told[1])] == []


def test_everything_people_are_to_fill_in_has_a_field_or_a_reason_why_not() -> None:
    unexplained = [
        line.id for line in REQUIREMENT_LINES if line.kind == "input" and line.met_in == "open" and not line.note
    ]

    assert unexplained == []


@pytest.mark.parametrize(
    "path",
    [
        "strategy.goals.Goal.metrics",
        "strategy.goals.Goal.metric.unit",
        "strategy.nothing",
        "steps.goals.nothing",
        "notebooks/99-none.ipynb",
        "workshop/cards/99-none.md",
    ],
)
def test_a_path_that_leads_nowhere_is_noticed(path: str) -> None:
    assert not leads_somewhere(path)


@pytest.mark.parametrize(
    "path",
    [
        "strategy.goals",
        "strategy.goals.Goal.metric",
        "strategy.goals.GoalType.SALES",
        "steps.goals.recap",
        "workshop/guide.md",
    ],
)
def test_a_path_to_a_module_a_field_an_answer_or_a_file_is_found(path: str) -> None:
    assert leads_somewhere(path)
