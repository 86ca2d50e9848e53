"""Choice: ranks under unknown weights and uncertain scores, against enumeration, geometry and published numbers."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from workshoplib.analysis.choice.exact import exact
from workshoplib.analysis.choice.smaa import CannotWeigh, acceptability, enumerated, rank_shares, smaa2
from workshoplib.analysis.choice.tipping import crossing, tipping_points

CARS = np.array([[0.9, 0.2, 0.5], [0.3, 0.8, 0.6], [0.5, 0.5, 0.1]])

tables = arrays.arrays(
    np.float64, st.tuples(st.integers(1, 5), st.integers(1, 4)), elements=st.integers(0, 5).map(lambda n: n / 5)
)
few = settings(max_examples=60, deadline=None)


def by_hand(scores: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Rank shares counted case by case with sorted lists; equal values share their ranks."""
    m = scores.shape[-2]
    found = np.zeros((m, m))
    for table, weight in product(scores, weights):
        values = [round(float(v), 10) for v in table @ (weight / weight.sum())]
        order = sorted(values, reverse=True)
        for one, value in enumerate(values):
            places = [rank for rank, other in enumerate(order) if other == value]
            for rank in places:
                found[one, rank] += 1 / len(places)
    return found / (len(scores) * len(weights))


def test_enumeration_is_what_counting_by_hand_gives() -> None:
    scores = np.stack([CARS, CARS[::-1], CARS + 0.1])
    weights = np.array([[5, 4, 3], [1, 1, 1], [0, 2, 5], [3, 0, 0]], dtype=float)

    np.testing.assert_allclose(enumerated(scores, weights).ranks, by_hand(scores, weights), atol=1e-12)


def test_with_two_criteria_the_shares_are_lengths_between_crossings() -> None:
    # With weight w on the first: 0.2 + 0.7 w, 0.8 - 0.5 w and 0.6. The third leads from w = 2/5 to w = 4/7.
    found = exact([[0.9, 0.2], [0.3, 0.8], [0.6, 0.6]])

    np.testing.assert_allclose(found.first, [3 / 7, 2 / 5, 4 / 7 - 2 / 5], atol=1e-12)
    np.testing.assert_allclose(found.central[2], [(2 / 5 + 4 / 7) / 2, 1 - (2 / 5 + 4 / 7) / 2], atol=1e-12)


def test_one_against_one_shares_the_weights_at_the_crossing() -> None:
    # 0.8 w = 0.4 (1 - w) at w = 1/3: the first leads for two thirds of the weights, on average at w = 2/3.
    found = exact([[0.8, 0.0], [0.0, 0.4]])

    np.testing.assert_allclose(found.first, [2 / 3, 1 / 3], atol=1e-12)
    np.testing.assert_allclose(found.central, [[2 / 3, 1 / 3], [1 / 6, 5 / 6]], atol=1e-12)


@pytest.mark.parametrize("n", [2, 3, 4, 5])
def test_the_best_on_one_criterion_each_has_rank_order_centroid_weights(n: int) -> None:
    """Barron & Barrett (1996): where one weight is the largest of n, its mean is (1 + 1/2 + ... + 1/n) / n."""
    largest = sum(1 / k for k in range(1, n + 1)) / n
    found = exact(np.eye(n))

    np.testing.assert_allclose(found.ranks, np.full((n, n), 1 / n), atol=1e-12)
    np.testing.assert_allclose(np.diag(found.central), largest, atol=1e-12)


def test_draws_meet_the_exact_shares_within_the_stated_margin() -> None:
    drawn, known = smaa2(CARS, draws=40_000, seed=3), exact(CARS)

    assert np.abs(drawn.ranks - known.ranks).max() < drawn.margin
    np.testing.assert_allclose(drawn.central[:2], known.central[:2], atol=0.01)


def test_the_standard_error_is_that_of_a_share() -> None:
    drawn = smaa2(CARS, draws=400)

    np.testing.assert_allclose(drawn.error[0, 0], np.sqrt(drawn.first[0] * (1 - drawn.first[0]) / 400))
    assert smaa2(CARS, draws=9604).margin == pytest.approx(0.01)


def test_uncertain_scores_are_drawn_between_their_ends() -> None:
    # One criterion, the first anywhere in 0..1 and the second at 1/4: the first leads in three cases of four.
    drawn = smaa2([[0.0], [0.25]], [[1.0], [0.25]], draws=40_000)

    np.testing.assert_allclose(drawn.first, [0.75, 0.25], atol=drawn.margin)
    np.testing.assert_allclose(drawn.confidence, [0.75, 0.25], atol=drawn.margin)


def test_with_known_scores_central_weights_make_an_alternative_first_for_certain() -> None:
    np.testing.assert_allclose(exact(CARS).confidence[:2], [1, 1])


def test_one_person_alone_decides_with_their_weights() -> None:
    found = smaa2(CARS, people=[[0, 5, 1]])

    np.testing.assert_allclose(found.first, [0, 1, 0])
    np.testing.assert_allclose(found.central[1], [0, 5 / 6, 1 / 6])


def test_compromises_lie_between_the_people() -> None:
    # Both people put the first criterion first, so whatever they agree on, the one best at it leads.
    assert smaa2(CARS, people=[[5, 1, 1], [4, 1, 2]]).first[0] == pytest.approx(1)


def test_equal_alternatives_share_their_ranks() -> None:
    np.testing.assert_allclose(rank_shares(np.array([[0.3, 0.3, 0.1]])), [[[0.5, 0.5, 0], [0.5, 0.5, 0], [0, 0, 1]]])


def test_the_same_seed_gives_the_same_shares() -> None:
    np.testing.assert_array_equal(smaa2(CARS, seed=7).ranks, smaa2(CARS, seed=7).ranks)


def test_hundreds_of_alternatives_are_weighed() -> None:
    many = np.linspace(0, 1, 300)[:, None] * np.ones(3)

    assert smaa2(many, draws=200).first[-1] == pytest.approx(1)


@few
@given(tables)
def test_rows_and_columns_of_ranks_sum_to_one(scores: np.ndarray) -> None:
    for found in (exact(scores), smaa2(scores, scores + 0.1, draws=50)):
        np.testing.assert_allclose(found.ranks.sum(axis=0), 1)
        np.testing.assert_allclose(found.ranks.sum(axis=1), 1)


@few
@given(tables)
def test_a_dominated_alternative_never_ranks_first(scores: np.ndarray) -> None:
    worse = scores[:1] - 0.1

    assert exact(np.concatenate([scores, worse])).first[-1] == 0
    assert smaa2(np.concatenate([scores, worse]), draws=50).first[-1] == 0


@few
@given(tables, st.randoms(use_true_random=False))
def test_the_order_of_alternatives_and_criteria_does_not_matter(scores: np.ndarray, random) -> None:
    rows, columns = (random.sample(range(size), size) for size in scores.shape)
    found, moved = exact(scores), exact(scores[rows][:, columns])

    np.testing.assert_allclose(moved.ranks, found.ranks[rows], atol=1e-9)
    np.testing.assert_allclose(moved.central, found.central[rows][:, columns], atol=1e-9)


@few
@given(tables)
def test_central_weights_of_the_winners_make_up_the_middle_of_all_weights(scores: np.ndarray) -> None:
    found = exact(scores)

    np.testing.assert_allclose(found.first @ np.nan_to_num(found.central), 1 / scores.shape[1], atol=1e-9)


@pytest.mark.parametrize(
    ("low", "high", "people", "told"),
    [
        ([[1.0, 2.0]], [[1.0, 1.0]], None, "A lowest score lies above its highest"),
        ([[float("nan"), 1.0]], None, None, "A score is no number"),
        ([], None, None, "no scores to weigh"),
        ([[1.0, 2.0]], None, [[1.0, 1.0, 1.0]], "Give each criterion one weight"),
        ([[1.0, 2.0]], None, [[-1.0, 1.0]], "A weight is negative"),
        ([[1.0, 2.0]], None, [[0.0, 0.0]], "All weights are 0"),
    ],
)
def test_what_cannot_be_weighed_is_refused_with_its_repair(low, high, people, told: str) -> None:
    with pytest.raises(CannotWeigh, match=told):
        smaa2(low, high, people=people, draws=10)


def test_scores_and_weights_that_do_not_pair_are_refused() -> None:
    with pytest.raises(CannotWeigh, match="3 sets of weights and 2 sets of scores"):
        acceptability(np.stack([CARS, CARS]), np.ones((3, 3)))


def test_too_many_pieces_for_exact_shares_are_refused() -> None:
    with pytest.raises(CannotWeigh, match="Draw them instead"):
        exact(np.random.default_rng(0).random((9, 6)))


def test_an_overtaking_is_told_where_the_lines_cross() -> None:
    # Weights 1/2 and 1/2: 0.6 beats 0.5. With weight w on the first: w x 1.0 + (1 - w) x 0.2 = 0.5 at w = 3/8.
    (tip,) = [tip for tip in tipping_points([[1.0, 0.2], [0.5, 0.5]], [1, 1]) if tip.criterion == 0]

    assert (tip.leader, tip.overtaker, tip.falling) == (0, 1, True)
    assert tip.weight == pytest.approx(3 / 8)


def test_the_leader_of_all_criteria_is_never_overtaken() -> None:
    assert tipping_points([[0.9, 0.9, 0.9], [0.5, 0.8, 0.1]], [5, 1, 0]) == ()


def test_two_that_run_alike_never_cross() -> None:
    assert crossing([[0.9, 0.2], [0.8, 0.1]], [1, 1], 0, 0, 1) is None


@few
@given(tables.filter(lambda t: t.shape[1] > 1 and len(t) > 1), st.lists(st.integers(1, 5), min_size=4, max_size=4))
def test_at_a_tipping_point_both_are_worth_the_same_and_beyond_it_the_other_more(scores, given) -> None:
    weights = np.array(given[: scores.shape[1]], dtype=float)
    weights /= weights.sum()
    for tip in tipping_points(scores, weights):
        rest = np.delete(weights, tip.criterion) / (1 - weights[tip.criterion])
        for step, sign in ((0.0, 0), (-1e-6 if tip.falling else 1e-6, -1)):
            moved = tip.weight + step
            lead = scores[[tip.leader, tip.overtaker]] @ np.insert((1 - moved) * rest, tip.criterion, moved)
            assert np.sign(np.round(lead[0] - lead[1], 10)) == sign
