"""Agreement: Kendall's W, how alike people rank the same things, and how likely that is by chance.

Kendall, M. G. & Babington Smith, B. (1939), The problem of m rankings, Annals of Mathematical Statistics 10, 275-287;
corrected for ties as in Siegel, S. & Castellan, N. J. (1988), Nonparametric Statistics for the Behavioral Sciences.
"""

from dataclasses import dataclass
from itertools import permutations
from math import factorial, sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray

from workshoplib.analysis.choice.smaa import Array
from workshoplib.errors import N_, WorkshopError

_ROWS_AT_ONCE = 400_000
_SHUFFLES = 20_000


class CannotCompare(WorkshopError):
    """Rankings between which no agreement can be computed."""


@dataclass(frozen=True)
class Agreement:
    """Kendall's W of m people and n things, from 0 (no agreement) to 1 (all alike), and its tests against chance."""

    w: float
    people: int
    things: int
    chi_square: float
    """m (n - 1) W, which for many things is distributed as chi-square with n - 1 degrees of freedom."""
    p_chi_square: float
    p: float
    """The probability of at least this W if everybody ranked at random, by permutation."""
    error: float
    """The standard error of ``p``; nought where all permutations were counted."""


def kendall(ratings: ArrayLike, *, seed: int = 0) -> Agreement:
    """The agreement of ratings or ranks (people, things); equal ratings share a rank.

    Small tables are tested against all permutations, larger ones against 20 000 random ones. Raises CannotCompare for
    fewer than two people or things, for what is no number, and where nobody tells any two things apart.
    """
    table = ranks(ratings)
    people, things = table.shape
    ties = np.array([_ties(row) for row in table])
    most = people**2 * (things**3 - things) - people * ties.sum()
    if most <= 0:
        raise CannotCompare(N_("Nobody tells any two things apart. Give at least one of them another rank."))
    w = 12 * _spread(table.sum(axis=0)[None])[0] / most
    chi_square = people * (things - 1) * w
    p, error = _by_permutation(table, seed)
    return Agreement(float(w), people, things, float(chi_square), _upper_chi_square(chi_square, things - 1), p, error)


def ranks(ratings: ArrayLike) -> Array:
    """Each row's ranks from 1 for the lowest rating; equal ones get the mean of their ranks."""
    table = np.asarray(ratings, dtype=np.float64)
    if table.ndim != 2 or min(table.shape) < 2:
        raise CannotCompare(N_("Agreement needs at least two people who rank at least two things."))
    if not np.isfinite(table).all():
        raise CannotCompare(N_("A rank is no number. Let everybody rank all of the things, or leave the thing out."))
    less = (table[:, None, :] < table[:, :, None]).sum(axis=2)
    alike = (table[:, None, :] == table[:, :, None]).sum(axis=2)
    return np.asarray(less + (alike + 1) / 2, dtype=np.float64)


def _ties(row: Array) -> float:
    _, counts = np.unique(row, return_counts=True)
    return float((counts**3 - counts).sum())


def _spread(sums: Array) -> Array:
    """The squared distances of each row's sums of ranks from their mean, added up."""
    return np.asarray(((sums - sums.mean(axis=1, keepdims=True)) ** 2).sum(axis=1), dtype=np.float64)


def _by_permutation(table: Array, seed: int) -> tuple[float, float]:
    found = _spread(table.sum(axis=0)[None])[0]
    counted = _all_sums(table)
    if counted is not None:
        sums, chances = counted
        return float(chances[_spread(sums) >= found - 1e-9].sum()), 0.0
    random = np.random.default_rng(seed)
    sums = sum((random.permuted(np.tile(row, (_SHUFFLES, 1)), axis=1) for row in table), np.zeros(1))
    # The ranking that was found is itself one of the possible ones (Phipson & Smyth 2010).
    p = float(((_spread(sums) >= found - 1e-9).sum() + 1) / (_SHUFFLES + 1))
    return p, sqrt(p * (1 - p) / _SHUFFLES)


def _all_sums(table: Array) -> tuple[Array, Array] | None:
    """All sums of ranks that chance can make, sorted within, and their probabilities; None where they are too many.

    Only the sums' sorted order matters, because the next person's ranks are shuffled anyway.
    """
    sums: NDArray[np.int64] = np.sort(table[:1] * 2, axis=1).astype(np.int64)
    chances: Array = np.ones(1)
    for row in table[1:]:
        if factorial(len(row)) * len(sums) > _ROWS_AT_ONCE:
            return None
        orders: NDArray[np.int64] = np.array(list(permutations(np.round(row * 2).astype(np.int64))))
        added = np.sort((sums[:, None, :] + orders[None]).reshape(-1, len(row)), axis=1)
        # Each row as one number, because numpy finds equal numbers much faster than equal rows.
        keys = added @ (int(added.max()) + 1) ** np.arange(len(row))
        _, first, place = np.unique(keys, return_index=True, return_inverse=True)
        chances = np.bincount(place, np.repeat(chances, len(orders)) / len(orders)).astype(np.float64)
        sums = added[first]
    return sums / 2, chances


def _upper_chi_square(value: float, freedom: int) -> float:
    from scipy.special import chdtrc

    return float(chdtrc(freedom, value))
