"""Kendall's W: against published examples and tables, scipy's Friedman test and counting all permutations."""

from itertools import permutations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import friedmanchisquare, rankdata

from workshoplib.analysis.choice.agreement import CannotCompare, kendall, ranks

APPLICANTS = [[1, 6, 3, 2, 5, 4], [1, 5, 6, 4, 2, 3], [6, 3, 2, 5, 4, 1]]
"""Three executives rank six applicants: Siegel, S. (1956), Nonparametric Statistics, p. 231: s = 25.5, W = .16."""


def test_three_executives_agree_as_little_as_the_book_says() -> None:
    assert kendall(APPLICANTS).w == pytest.approx(25.5 / 157.5)


@pytest.mark.parametrize(
    ("table", "chi_square", "p"),
    [
        ([[1, 2, 3]] * 4, 8.0, 0.0046),
        ([[1, 2, 3], [1, 2, 3], [1, 2, 3], [1, 3, 2]], 6.5, 0.042),
        ([[1, 2, 3, 4]] * 3, 9.0, 0.0017),
        ([[1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 4, 3]], 8.2, 0.017),
    ],
)
def test_small_tables_have_friedmans_exact_probabilities(table, chi_square: float, p: float) -> None:
    """Friedman, M. (1937), Journal of the American Statistical Association 32, tables V and VI."""
    found = kendall(table)

    assert found.chi_square == pytest.approx(chi_square)
    assert found.p == pytest.approx(p, abs=0.0005)
    assert found.error == 0


ratings = (
    st.integers(2, 5)
    .flatmap(lambda n: st.lists(st.lists(st.integers(1, 5), min_size=n, max_size=n), min_size=2, max_size=4))
    .filter(lambda table: any(len(set(row)) > 1 for row in table))
)


@settings(max_examples=60, deadline=None)
@given(ratings.filter(lambda table: len(table[0]) > 2))
def test_with_ties_it_is_friedmans_chi_square(table) -> None:
    found, theirs = kendall(table), friedmanchisquare(*np.transpose(table))

    assert found.chi_square == pytest.approx(theirs.statistic)
    assert found.p_chi_square == pytest.approx(theirs.pvalue)


@settings(max_examples=60, deadline=None)
@given(ratings)
def test_it_lies_between_no_agreement_and_full_agreement(table) -> None:
    assert -1e-12 <= kendall(table).w <= 1 + 1e-12


@settings(max_examples=30, deadline=None)
@given(ratings.filter(lambda table: len(table[0]) <= 4 and len(table) <= 3))
def test_the_exact_probability_counts_all_permutations(table) -> None:
    rows = [list(map(float, row)) for row in ranks(table)]
    spread = np.var(np.sum(rows, axis=0))
    all_tables = list(product(*(list(permutations(row)) for row in rows)))
    share = np.mean([np.var(np.sum(each, axis=0)) >= spread - 1e-9 for each in all_tables])

    assert kendall(table).p == pytest.approx(share)


def test_a_larger_table_is_tested_by_shuffling_with_a_stated_error() -> None:
    table = np.random.default_rng(5).random((12, 7))
    found = kendall(table)

    assert 0 < found.error < 0.004
    assert found.p == pytest.approx(found.p_chi_square, abs=0.02)
    assert kendall(table) == found


def test_ranks_are_shared_by_equal_ratings() -> None:
    assert ranks([[5, 1, 5, 3], [1, 1, 1, 1]]).tolist() == [[3.5, 1, 3.5, 2], rankdata([1, 1, 1, 1]).tolist()]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ([[1, 2, 3]], "at least two people"),
        ([[1], [2]], "at least two people who rank at least two things"),
        ([[1, 1], [2, 2]], "Nobody tells any two things apart"),
        ([[1, float("nan")], [2, 1]], "A rank is no number"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_its_repair(table, told: str) -> None:
    with pytest.raises(CannotCompare, match=told):
        kendall(table)
