"""SMART goals: what each letter waits for, and the way to the target."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshoplib.analysis.smart import (
    MOST_MILESTONES,
    Path,
    amount_a_month,
    is_smart,
    letters,
    milestones,
    path,
    percent_a_month,
)
from workshoplib.strategy.goals import Goal, Growth

COMPLETE = {
    "text": "Fill the taproom",
    "metric": "Guests",
    "baseline": 1000.0,
    "target": 3000.0,
    "confidence": 3,
    "business_goal": "b2345678",
    "start": date(2027, 1, 1),
    "deadline": date(2027, 12, 31),
}
YEAR = Path(date(2027, 1, 1), date(2027, 12, 31), 1000, 3000)


def goal(**answers: Any) -> Goal:
    return Goal(id="g2345678", **answers)


def missing(found: Goal) -> dict[str, tuple[str, ...]]:
    return {letter.letter: letter.missing for letter in letters(found) if letter.missing}


def values(way: Path, growth: Growth) -> list[float]:
    return [value for _, value in milestones(way, growth)]


def days(way: Path) -> list[date]:
    return [day for day, _ in milestones(way, Growth.LINEAR)]


@st.composite
def paths(draw: st.DrawFn) -> Path:
    first, last = sorted(draw(st.lists(st.dates(), min_size=2, max_size=2, unique=True)))
    ends = st.floats(-1e15, 1e15)
    return Path(first, last, draw(ends), draw(ends))


def test_a_goal_with_all_that_the_letters_wait_for_is_smart() -> None:
    assert is_smart(goal(**COMPLETE))


def test_an_empty_goal_lacks_all_five_letters() -> None:
    assert missing(goal()) == {
        "S": ("text",),
        "M": ("metric", "baseline", "target"),
        "A": ("confidence",),
        "R": ("business_goal",),
        "T": ("start", "deadline"),
    }


@pytest.mark.parametrize(
    ("field", "letter"),
    [("text", "S"), ("baseline", "M"), ("confidence", "A"), ("business_goal", "R"), ("deadline", "T")],
)
def test_a_letter_names_the_field_that_it_waits_for(field: str, letter: str) -> None:
    answers = {name: answer for name, answer in COMPLETE.items() if name != field}

    assert missing(goal(**answers)) == {letter: (field,)}


def test_a_baseline_of_nought_is_an_answer() -> None:
    assert is_smart(goal(**{**COMPLETE, "baseline": 0.0}))


def test_other_proof_makes_a_goal_measurable() -> None:
    assert "M" not in missing(goal(evidence="The mayor says so in public"))


def test_a_goal_without_a_start_has_no_path() -> None:
    assert path(goal(**{**COMPLETE, "start": None})) is None


def test_a_year_from_its_first_to_its_last_day_has_twelve_months() -> None:
    assert YEAR.months == 12


def test_growth_on_a_straight_line_is_the_difference_by_the_months() -> None:
    assert amount_a_month(Path(date(2027, 1, 1), date(2027, 6, 30), 1000, 1300)) == 50


def test_growth_by_percentage_compounds_to_the_target() -> None:
    percent = percent_a_month(YEAR)

    assert percent is not None
    assert 1000 * (1 + percent / 100) ** 12 == pytest.approx(3000)


def test_from_nought_no_percentage_leads_anywhere() -> None:
    assert percent_a_month(Path(date(2027, 1, 1), date(2027, 12, 31), 0, 100)) is None


def test_tripling_in_a_year_linearly_adds_half_of_the_start_each_quarter() -> None:
    assert values(YEAR, Growth.LINEAR) == [1500, 2000, 2500, 3000]


def test_tripling_in_a_year_compounded_multiplies_by_1316_thousandths_each_quarter() -> None:
    assert values(YEAR, Growth.COMPOUND) == [1316, 1732, 2280, 3000]


def test_milestones_are_the_last_days_of_the_quarters_that_begin_at_the_start() -> None:
    assert days(Path(date(2027, 2, 15), date(2027, 10, 14), 0, 8)) == [
        date(2027, 5, 14),
        date(2027, 8, 14),
        date(2027, 10, 14),
    ]


def test_a_quarter_that_begins_on_the_last_of_a_month_ends_in_a_shorter_one() -> None:
    assert days(Path(date(2026, 11, 30), date(2027, 5, 29), 0, 6))[0] == date(2027, 2, 28)


def test_a_last_stretch_of_a_month_is_no_milestone_of_its_own() -> None:
    assert days(Path(date(2027, 1, 1), date(2027, 4, 30), 0, 4)) == [date(2027, 4, 30)]


def test_small_values_keep_the_digits_that_tell_them_apart() -> None:
    way = Path(date(2027, 1, 1), date(2027, 12, 31), 2.0, 2.8)

    assert values(way, Growth.LINEAR) == [2.2, 2.4, 2.6, 2.8]


def test_compound_milestones_from_nought_go_straight() -> None:
    way = Path(date(2027, 1, 1), date(2027, 12, 31), 0, 100)

    assert values(way, Growth.COMPOUND) == [25, 50, 75, 100]


@given(paths(), st.sampled_from(Growth))
def test_milestones_end_exactly_on_the_target_on_the_last_day(way: Path, growth: Growth) -> None:
    assert milestones(way, growth)[-1] == (way.last, way.target)


@given(paths(), st.sampled_from(Growth))
def test_milestones_go_from_baseline_to_target_without_turning_back(way: Path, growth: Growth) -> None:
    steps = [way.baseline, *values(way, growth)]

    assert steps == sorted(steps, reverse=way.target < way.baseline)


@given(paths())
def test_milestones_come_in_order_and_are_never_too_many(way: Path) -> None:
    found = [way.first, *days(way)]

    assert found == sorted(set(found))
    assert len(found) - 1 <= MOST_MILESTONES
