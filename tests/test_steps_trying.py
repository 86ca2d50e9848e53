"""Tests of two variants, as the review tells them."""

from typing import Any

import pytest

from planning import captions, findings, plain_space, plan, table, view
from workshoplib.steps.blocks import Callout
from workshoplib.steps.review import recap
from workshoplib.strategy.review import Review
from workshoplib.words import LANGUAGES

PLANNED = {"id": "test", "name": "Face or loaf", "counted": "share", "usual": 3, "smallest": 3, "people_a_day": 200,
           "price": 6, "first_day": "2027-03-15", "last_day": "2027-03-28"}  # fmt: skip
LOOK = {"day": "2027-03-28", "seen_a": 520, "hits_a": 8, "seen_b": 505, "hits_b": 23}


def told(language: str = "en", **answers: Any) -> list[Any]:
    review = Review.model_validate({"experiments": [{**PLANNED, **answers}]})
    return list(recap(view(plan().model_copy(update={"review": review}), language)))


def lines(**answers: Any) -> list[str]:
    return [line for line in findings(told(**answers)) if line.startswith("Face or loaf")]


def warnings(**answers: Any) -> list[str]:
    return [block.text for block in told(**answers) if isinstance(block, Callout) and block.tone == "warning"]


def test_a_planned_test_is_told_with_people_days_and_money() -> None:
    (row,) = table(told(), "What the tests need").rows

    assert [plain_space(cell) for cell in row] == [
        "Face or loaf",
        "3.0%",
        "3 percentage points",
        "749",
        "14",
        "NOK 8,988",
    ]


def test_a_large_enough_test_is_told_so() -> None:
    assert lines() == ["Face or loaf: large enough. After 14 days a gain that is worth having will show."]


def test_a_test_that_is_too_small_is_told_what_it_could_show() -> None:
    (line,) = lines(smallest=1)

    assert line.startswith(
        "Face or loaf: too small to test. It would take 56 days, and there are 14; in these only a gain of"
    )


def test_a_test_without_traffic_is_asked_for_it() -> None:
    assert lines(people_a_day=None) == [
        "Face or loaf: say how many will see it each day; then you see how long it takes."
    ]


def test_a_finished_test_is_told_with_shares_chance_and_verdict() -> None:
    assert lines(readings=[LOOK], verdict="worked") == [
        "Face or loaf: A 8 of 520 (1.5%), B 23 of 505 (4.6%). B is the better one with 99.8% probability. B is better."
    ]
    assert "1 of 1 shows a clear difference: its line does not touch nought." in captions(
        told(readings=[LOOK], verdict="worked")
    )


def test_the_leader_is_the_one_who_is_named() -> None:
    (line,) = lines(readings=[{**LOOK, "hits_a": 23, "seen_a": 520, "hits_b": 8, "seen_b": 505}], verdict="worked")

    assert "A is the better one with 99.6% probability. A is better." in line


def test_a_lead_that_is_not_sure_is_told_in_whole_percent() -> None:
    line = lines(readings=[{**LOOK, "hits_a": 20}], verdict="worked")[0]

    assert "B is the better one with 71% probability. Too little to tell." in line


def test_a_gain_that_shows_is_told_with_two_digits_and_one_point_in_the_singular() -> None:
    assert "a gain of 2.1 percentage points shows" in lines(smallest=1)[0]
    assert table(told(smallest=1), "What the tests need").rows[0][2] == "1 percentage point"


def test_a_test_that_tells_nothing_is_drawn_as_such() -> None:
    alike = {**LOOK, "hits_a": 20}

    assert [line for line in captions(told(readings=[alike])) if line.startswith("No clear difference")]


def test_a_look_at_a_running_test_is_warned_of() -> None:
    early = [line for line in warnings(readings=[{**LOOK, "day": "2027-03-20"}]) if line.startswith("Not over yet")]

    assert early == [
        "Not over yet: Face or loaf. Whoever decides on an early lead is often wrong; wait for the stop date."
    ]


def test_several_looks_are_told_with_what_they_cost() -> None:
    looks = [LOOK, {**LOOK, "day": "2027-03-20"}, {**LOOK, "day": "2027-03-22"}]

    assert [line for line in lines(readings=looks) if "looked at 3 times. So often, in 11% of all tests" in line]


def test_counts_that_cannot_be_are_told_with_their_repair_and_the_rest_is_shown() -> None:
    wrong = [{**LOOK, "hits_a": 600}]

    assert "Face or loaf: 600 did it, out of 520 who saw it. Give a number from 0 to 520." in warnings(readings=wrong)
    assert lines(readings=wrong)


def test_a_trial_without_variants_has_no_test() -> None:
    assert lines(counted=None) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_tests_are_told_in_each_language(language: str) -> None:
    assert told(language, readings=[LOOK])
