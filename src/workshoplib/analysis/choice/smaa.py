"""SMAA-2: how often each alternative takes each rank when scores and weights are not known exactly.

Lahdelma, R. & Salminen, P. (2001), SMAA-2: Stochastic multicriteria acceptability analysis for group decision making,
Operations Research 49(3), 444-454. An alternative's value is the sum of its scores, each times its criterion's weight.
Alternatives of equal value share the ranks between them evenly, so that rows and columns of ranks always sum to one.
"""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray

from workshoplib.errors import N_, WorkshopError

Array = NDArray[np.float64]

DRAWS = 10_000
"""Enough for 95 % intervals of at most one percentage point either way (Tervonen & Lahdelma 2007 ask for 9 604)."""

_PAIRS_AT_ONCE = 4_000_000
_DIGITS = 12
"""Values that agree in so many digits are equal: sums of the same numbers in another order differ in the last ones."""


class CannotWeigh(WorkshopError):
    """Scores or weights of which no ranking can be made."""


@dataclass(frozen=True, eq=False)
class Acceptability:
    """What SMAA-2 says about m alternatives and n criteria; shares and weights go from 0 to 1."""

    ranks: Array
    """(m, m): for each alternative, the share of draws in which it comes first, second …"""
    central: Array
    """(m, n): the mean of the weights with which each comes first; NaN for one that never does."""
    confidence: Array
    """(m,): how often each comes first if its central weights are given; NaN for one that never does."""
    draws: int | None = None
    """None where the shares are exact."""

    @property
    def first(self) -> Array:
        """(m,): the share of draws in which each alternative comes first."""
        return self.ranks[:, 0]

    @property
    def error(self) -> Array:
        """(m, m): the standard error of each share of ranks: sqrt(b (1 - b) / draws); nought where it is exact."""
        shares = np.clip(self.ranks, 0, 1)
        return np.sqrt(shares * (1 - shares) / self.draws) if self.draws else np.zeros_like(shares)

    @property
    def margin(self) -> float:
        """How far any share may be off either way, with 95 % confidence: 1.96 / (2 sqrt(draws))."""
        return 1.96 / (2 * sqrt(self.draws)) if self.draws else 0.0


def smaa2(
    low: ArrayLike, high: ArrayLike | None = None, *, people: ArrayLike | None = None, draws: int = DRAWS, seed: int = 0
) -> Acceptability:
    """The acceptability of alternatives whose scores lie anywhere between ``low`` and ``high``, both (m, n).

    Without ``people`` nothing is known about the weights: all are equally likely. With them, (k, n), any compromise
    between the k people's weights is. Raises CannotWeigh for scores or weights that are no numbers or do not fit.
    """
    bottom = checked_scores(low)
    top = bottom if high is None else checked_scores(high)
    if bottom.ndim != 2 or bottom.shape != top.shape or (bottom > top).any():
        raise CannotWeigh(N_("A lowest score lies above its highest. Swap them, and give each score both."))
    if draws < 1:
        raise CannotWeigh(N_("There are {draws} draws. Give at least 1; 10000 is usual."), draws=draws)
    random = np.random.default_rng(seed)
    n = bottom.shape[1]
    weights = any_weights(n, draws, random) if people is None else compromises(people, draws, random)
    scores = bottom if (bottom == top).all() else random.uniform(bottom, top, (draws, *bottom.shape))
    return _with_draws(acceptability(scores, weights), draws)


def any_weights(n: int, draws: int, random: np.random.Generator) -> Array:
    """(draws, n) weights of which each row sums to one, uniform over all that do."""
    return random.dirichlet(np.ones(n), draws)


def compromises(people: ArrayLike, draws: int, random: np.random.Generator) -> Array:
    """(draws, n) weights that lie between those of k people, (k, n): mixtures in which each has a random say."""
    theirs = checked_weights(people, None)
    return np.asarray(random.dirichlet(np.ones(len(theirs)), draws) @ theirs, dtype=np.float64)


def enumerated(scores: ArrayLike, weights: ArrayLike) -> Acceptability:
    """The exact acceptability when each of s sets of scores, (s, m, n), and of k weights, (k, n), is equally likely."""
    sets = checked_scores(scores)
    sets = sets[None] if sets.ndim == 2 else sets
    theirs = checked_weights(weights, sets.shape[2])
    return acceptability(np.repeat(sets, len(theirs), axis=0), np.tile(theirs, (len(sets), 1)))


def acceptability(scores: ArrayLike, weights: ArrayLike, chances: ArrayLike | None = None) -> Acceptability:
    """The acceptability over given cases: scores (m, n) or (N, m, n), weights (n,) or (N, n), chances (N,) or equal.

    Weights are scaled so that each row sums to one. Raises CannotWeigh for what does not fit together.
    """
    values, theirs = checked_scores(scores), checked_weights(weights, np.shape(scores)[-1])
    m, cases = values.shape[-2], max(len(theirs), len(values) if values.ndim == 3 else 1)
    if len(theirs) not in (1, cases) or (values.ndim == 3 and len(values) not in (1, cases)):
        raise CannotWeigh(
            N_("There are {weights} sets of weights and {scores} sets of scores. Give as many of each, or one."),
            weights=len(theirs),
            scores=len(values),
        )
    theirs = np.broadcast_to(theirs, (cases, theirs.shape[1]))
    likely = _chances(chances, cases)
    ranks, central = np.zeros((m, m)), np.zeros((m, theirs.shape[1]))
    for block in _blocks(cases, m):
        some = values[block] if values.ndim == 3 and len(values) > 1 else values
        shares = rank_shares(_value(some, theirs[block]))
        ranks += np.einsum("c,cmr->mr", likely[block], shares)
        central += np.einsum("c,cm,cn->mn", likely[block], shares[:, :, 0], theirs[block])
    with np.errstate(invalid="ignore", divide="ignore"):
        central = np.where(ranks[:, :1] > 0, central / ranks[:, :1], np.nan)
    return Acceptability(ranks, central, _confidence(values, central, likely))


def rank_shares(values: Array) -> Array:
    """(N, m, m): how far each of m alternatives takes each rank in each case; ties share their ranks evenly."""
    scale = np.abs(values).max(initial=0.0) or 1.0
    rounded = np.round(values / scale, _DIGITS)
    better = (rounded[:, None, :] > rounded[:, :, None]).sum(axis=2)
    alike = (rounded[:, None, :] == rounded[:, :, None]).sum(axis=2)
    places = np.arange(values.shape[1])
    within = (places >= better[..., None]) & (places < (better + alike)[..., None])
    return np.asarray(within / alike[..., None], dtype=np.float64)


def checked_scores(scores: ArrayLike) -> Array:
    """The scores as an array of alternatives by criteria; CannotWeigh for what is none."""
    found = np.asarray(scores, dtype=np.float64)
    if found.ndim not in (2, 3) or 0 in found.shape:
        raise CannotWeigh(N_("There are no scores to weigh. Give a row for each alternative, a column per criterion."))
    if not np.isfinite(found).all():
        raise CannotWeigh(N_("A score is no number. Give each alternative a score on each criterion, or a range."))
    return found


def checked_weights(weights: ArrayLike, n: int | None) -> Array:
    """(k, n) weights of which each row sums to one; CannotWeigh where that cannot be."""
    found = np.atleast_2d(np.asarray(weights, dtype=np.float64))
    if found.size == 0 or (n is not None and found.shape[-1] != n):
        raise CannotWeigh(
            N_("There are {found} weights and {n} criteria. Give each criterion one weight."),
            found=found.shape[-1],
            n=found.shape[-1] if n is None else n,
        )
    if not np.isfinite(found).all() or (found < 0).any():
        raise CannotWeigh(N_("A weight is negative or no number. Give each criterion a weight of 0 or more."))
    sums = found.sum(axis=-1, keepdims=True)
    if (sums == 0).any():
        raise CannotWeigh(N_("All weights are 0. Give at least one criterion a weight above 0."))
    return np.asarray(found / sums, dtype=np.float64)


def _value(scores: Array, weights: Array) -> Array:
    """(N, m): the value of each alternative in each case."""
    if scores.ndim == 2:
        return np.asarray(weights @ scores.T, dtype=np.float64)
    return np.asarray((scores @ weights[:, :, None])[..., 0], dtype=np.float64)


def _confidence(scores: Array, central: Array, likely: Array) -> Array:
    cases = scores if scores.ndim == 3 else scores[None]
    share = likely if len(cases) == len(likely) else np.ones(1)
    found = np.full(len(central), np.nan)
    for one in np.flatnonzero(np.isfinite(central[:, 0])):
        for block in _blocks(len(cases), len(central)):
            shares = rank_shares(
                _value(cases[block], np.broadcast_to(central[one], (len(cases[block]), central.shape[1])))
            )
            found[one] = np.nan_to_num(found[one]) + share[block] @ shares[:, one, 0]
    return found


def _chances(chances: ArrayLike | None, cases: int) -> Array:
    found = np.ones(cases) if chances is None else np.asarray(chances, dtype=np.float64)
    if found.shape != (cases,) or not np.isfinite(found).all() or (found < 0).any() or not found.sum():
        raise CannotWeigh(N_("Each case needs a chance of 0 or more, and one of them more than 0."))
    return np.asarray(found / found.sum(), dtype=np.float64)


def _blocks(cases: int, m: int) -> list[slice]:
    size = max(1, _PAIRS_AT_ONCE // (m * m))
    return [slice(start, start + size) for start in range(0, cases, size)]


def _with_draws(found: Acceptability, draws: int) -> Acceptability:
    return Acceptability(found.ranks, found.central, found.confidence, draws)
