"""What reviews, decisions, experiments and trends say on a given day."""

from datetime import date

import pytest

from steering import FULL, TODAY
from workshoplib.analysis import learning
from workshoplib.strategy.review import Experiment, Review, Stance

REVIEW = Review.model_validate(FULL["review"])


def test_the_newest_review_is_the_one_held_last_whatever_the_order() -> None:
    newest = learning.newest(REVIEW)

    assert newest is not None
    assert ("Spring", date(2027, 4, 1)) == (newest.name, learning.last_review(REVIEW))


def test_a_date_noted_by_hand_counts_when_it_is_later() -> None:
    part = REVIEW.model_copy(update={"last_review": date(2027, 5, 1)})

    assert date(2027, 5, 1) == learning.last_review(part)


@pytest.mark.parametrize(("today", "stale"), [(date(2027, 6, 30), False), (date(2027, 7, 1), True)])
def test_a_strategy_without_review_is_stale_half_a_year_after_its_start(today: date, stale: bool) -> None:
    assert stale is learning.is_stale(Review(), date(2027, 1, 1), today)


def test_a_review_is_late_when_its_rhythm_has_passed() -> None:
    monthly = Review.model_validate({"cadence": "monthly", "last_review": "2027-06-01"})

    assert (learning.is_late(monthly, date(2027, 7, 2)), learning.is_late(monthly, date(2027, 7, 3))) == (False, True)


def test_open_decisions_come_by_their_day_and_those_without_one_last() -> None:
    rows = [
        {"id": "undated2", "decision": "C"},
        {"id": "later222", "decision": "B", "due": "2027-09-01"},
        {"id": "sooner22", "decision": "A", "due": "2027-06-01"},
        {"id": "finished", "decision": "D", "status": "done"},
    ]

    found = learning.open_decisions(Review.model_validate({"decisions": rows}))

    assert [decision.decision for decision in found] == ["A", "B", "C"]


def test_experiments_that_run_come_first_and_then_the_most_value_for_the_effort() -> None:
    assert [one.name for one in learning.ranked(REVIEW.experiments)] == ["Live", "Quiz", "Silence"]


def test_an_experiment_that_nobody_has_judged_is_worth_nothing_yet() -> None:
    assert learning.worth(Experiment(id="expert22", value=5)) == 0


def test_trends_are_sorted_by_stance_and_old_notes_are_found() -> None:
    acted = learning.with_stance(REVIEW.trends, Stance.ACT)

    assert ([one.name for one in acted], [one.name for one in learning.expired(REVIEW.trends, TODAY)]) == (
        ["Search"],
        ["Search"],
    )
