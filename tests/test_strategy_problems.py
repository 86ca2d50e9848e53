from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from workshoplib.strategy import Strategy
from workshoplib.strategy.fields import Item, Row, questions
from workshoplib.strategy.goals import Goal
from workshoplib.strategy.problems import UNFIT, Problem, dotted, problems_in, quoted, row_in
from workshoplib.words import words


def told(**answers: object) -> str:
    """What a goal with such answers gets told."""
    (problem,) = found(Goal, {"id": "g1", **answers})
    return str(problem)


def found(model: type[Row], data: object) -> tuple[Problem, ...]:
    try:
        model.model_validate(data)
    except ValidationError as error:
        return problems_in(error, model)
    return ()


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"target": "many"}, "target: “many” is not a number. Write it in digits"),
        ({"target": float("nan")}, "target: “nan” is not a number."),
        ({"target": None, "text": None}, "text: Text is expected here, and “null” was found."),
        ({"text": ["a"]}, "text: Text is expected here, and “[…]” was found."),
        ({"text": "x" * 310}, "text: The text is 310 characters long, and 300 fit here. Shorten it by 10."),
        ({"confidence": 6}, "confidence: 6 is too high. It can be 5 at the most."),
        ({"confidence": 0}, "confidence: 0 is too low. It can be 1 at the least."),
        ({"confidence": 2.5}, "confidence: “2.5” is not a whole number."),
        ({"confidence": "9" * 5000}, "is too long for a whole number."),
        ({"value": -1}, "value: -1 is too low. It can be 0 at the least."),
        ({"value": "1.234"}, "value: 1.234 has too many decimals. An amount has at most 2."),
        ({"value": "1" * 20}, "is too long. An amount has at most 14 digits."),
        ({"value": "1" * 13}, "is too large. An amount has at most 12 digits before the point."),
        ({"value": "12 kr"}, "value: “12 kr” is not an amount."),
        ({"deadline": "soon"}, "deadline: “soon” is not a date. Write year-month-day"),
        ({"priority": "perhaps"}, "priority: “perhaps” is neither yes nor no."),
        ({"business_goal": "Web shop"}, "business_goal: “Web shop” cannot be an id."),
        (
            {"growth": "exponential"},
            "growth: “exponential” is none of the answers here. Choose one of: linear, compound.",
        ),
        ({"growth": "Linea"}, "Did you mean “linear”? You can choose from: linear, compound."),
        ({"milestones": "one"}, "milestones: A list is expected here, and “one” was found."),
        ({"milestones": [{}] * 25}, "milestones: The list is too long. It can have 24 at the most."),
        ({"milestones": ["one"]}, "milestones[0]: A group of fields with their names is expected here"),
        ({"dedline": "2027-01-01"}, "There is no field named “dedline” here. Did you mean “deadline”?"),
        ({"zzz": 1}, "zzz: There is no field named “zzz” here."),
        (
            {"milestones": [{"valeu": 1}]},
            "milestones[0].valeu: There is no field named “valeu” here. Did you mean “value”?",
        ),
    ],
)
def test_each_mistake_gets_a_sentence_of_its_own(answers: dict[str, object], said: str) -> None:
    assert said in told(**answers)


def test_a_missing_field_is_told_where_it_should_be() -> None:
    (problem,) = found(Strategy, {"goals": {"goals": [{"text": "More visits"}]}})

    assert str(problem) == "goals.goals[0].id: This field is missing; the rest cannot be read without it."


def test_a_contradiction_keeps_its_message_and_its_values_for_translation() -> None:
    (problem,) = found(Goal, {"id": "g1", "start": "2027-02-01", "deadline": "2027-01-01"})

    assert (problem.message, sorted(problem.values)) == (
        "The deadline {deadline} is not after the start {start}. Change one of them.",
        ["deadline", "start"],
    )


def test_a_misspelt_field_gets_no_guess_where_the_model_is_not_known() -> None:
    with pytest.raises(ValidationError) as caught:
        Goal.model_validate({"id": "g1", "dedline": "2027-01-01"})

    assert str(problems_in(caught.value)[0]) == "dedline: There is no field named “dedline” here."


def test_a_problem_is_said_in_the_readers_language() -> None:
    problem = Problem(("budget", "total"), "{found} is too low.", {"found": Decimal("12500.5")})

    assert words("nb").error(problem.sentence()) == "budget.total: 12 500,5 is too low.".replace(" 500", "\N{NBSP}500")


def test_positions_stand_in_brackets() -> None:
    assert dotted(("goals", "goals", 2, "deadline")) == "goals.goals[2].deadline"


def test_what_was_found_is_quoted_short_and_harmless() -> None:
    assert quoted("a\x00b\n\ud800c " + "x" * 100) == "ab c " + "x" * 54 + "…"


WRONG: tuple[Any, ...] = (
    None,
    True,
    3,
    -1,
    1.5,
    float("nan"),
    10**30,
    "x",
    "9" * 5000,
    [],
    [None],
    {},
    {"a": 1},
    b"x",
    "\ud800",
)


def models() -> Iterator[type[Row]]:
    pending: list[type[Row]] = [Strategy]
    seen = set()
    while pending:
        model = pending.pop()
        if model not in seen:
            seen.add(model)
            yield model
            pending += [inner for name in model.model_fields if (inner := row_in(model, name))]


@pytest.mark.parametrize("model", sorted(models(), key=lambda model: model.__name__), ids=lambda model: model.__name__)
def test_no_field_has_a_mistake_that_we_have_no_words_for(model: type[Row]) -> None:
    identity = {"id": "x"} if issubclass(model, Item) else {}
    wordless = [
        (name, wrong)
        for name in model.model_fields
        for wrong in (*WRONG, [*WRONG], "x" * 30_000, ["x"] * 1000)
        for problem in found(model, {**identity, name: wrong})
        if problem.message == UNFIT
    ]

    assert wordless == []


def test_every_row_of_every_table_is_reached_by_its_name() -> None:
    assert {asked.rows for model in models() for asked in questions(model) if asked.rows} <= set(models())
