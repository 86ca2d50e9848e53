"""Reading: what a finished test of two shares says."""

from dataclasses import dataclass
from itertools import pairwise
from math import exp, sqrt
from statistics import NormalDist

from workshoplib.errors import N_, WorkshopError

_MOST = 10**9
_TERMS = 1_000_000


class CannotRead(WorkshopError):
    """Counts that no test can have had."""


@dataclass(frozen=True)
class Difference:
    """B's share minus A's, from -1 to 1, with its interval."""

    a: float
    b: float
    difference: float
    low: float
    high: float

    @property
    def is_clear(self) -> bool:
        """Whether the interval leaves out nought: one of the two is better."""
        return self.low > 0 or self.high < 0


def newcombe(hits_a: int, all_a: int, hits_b: int, all_b: int, *, level: float = 0.05) -> Difference:
    """How much better B did than A, with an interval that holds the truth in 1 - ``level`` of all tests.

    Method 10, from Wilson's score intervals without continuity correction: Newcombe, R. G. (1998), Interval estimation
    for the difference between independent proportions, Statistics in Medicine 17, 873-890.
    """
    a, b = _share(hits_a, all_a), _share(hits_b, all_b)
    low_a, high_a = wilson(hits_a, all_a, level=level)
    low_b, high_b = wilson(hits_b, all_b, level=level)
    gap = b - a
    return Difference(
        a, b, gap, gap - sqrt((b - low_b) ** 2 + (high_a - a) ** 2), gap + sqrt((high_b - b) ** 2 + (a - low_a) ** 2)
    )


def wilson(hits: int, all_: int, *, level: float = 0.05) -> tuple[float, float]:
    """Wilson's score interval of a share (1927), without continuity correction."""
    share = _share(hits, all_)
    if not 0 < level < 1:
        raise CannotRead(N_("The level is {level}. Give a number between 0 and 1, usually 0.05."), level=level)
    z = NormalDist().inv_cdf(1 - level / 2)
    middle = (share + z * z / (2 * all_)) / (1 + z * z / all_)
    half = z * sqrt(share * (1 - share) / all_ + z * z / (4 * all_ * all_)) / (1 + z * z / all_)
    # At no hits and at nothing but hits an end is exactly there; rounding would leave it a hair outside.
    return (0.0 if hits == 0 else middle - half), (1.0 if hits == all_ else middle + half)


def chance_b_beats_a(
    hits_a: int, all_a: int, hits_b: int, all_b: int, *, prior: tuple[float, float] = (1.0, 1.0)
) -> float:
    """The probability that B's true share is higher than A's, when before the test each was Beta(``prior``).

    The default prior holds every share equally likely. For whole numbers it is a finite sum, exact to rounding:
    P = sum over i < alpha_b of B(alpha_a + i, beta_a + beta_b) / ((beta_b + i) B(1 + i, beta_b) B(alpha_a, beta_a));
    else, and beyond a million terms, by quadrature.
    """
    _share(hits_a, all_a), _share(hits_b, all_b)
    if min(prior) <= 0:
        raise CannotRead(
            N_("A prior of {found} is none. Give two numbers above 0; 1 and 1 know nothing."), found=min(prior)
        )
    a = (hits_a + prior[0], all_a - hits_a + prior[1])
    b = (hits_b + prior[0], all_b - hits_b + prior[1])
    terms = min(*a, *b)
    if any(number != int(number) for number in (*a, *b)) or terms > _TERMS:
        return _by_quadrature(a, b)
    # Swapping the variants, or hits with misses, turns the question round; so the shortest sum will do.
    if terms == b[0]:
        return _by_sum(a, b)
    if terms == a[0]:
        return 1 - _by_sum(b, a)
    if terms == a[1]:
        return _by_sum((b[1], b[0]), (a[1], a[0]))
    return 1 - _by_sum((a[1], a[0]), (b[1], b[0]))


def _by_sum(a: tuple[float, float], b: tuple[float, float]) -> float:
    import numpy as np
    from scipy.special import betaln

    i = np.arange(int(b[0]))
    terms = betaln(a[0] + i, a[1] + b[1]) - np.log(b[1] + i) - betaln(1 + i, b[1]) - betaln(*a)
    return float(min(np.exp(terms).sum(), 1.0))


def _by_quadrature(a: tuple[float, float], b: tuple[float, float]) -> float:
    from scipy.integrate import quad
    from scipy.special import betainc, betaincinv, betaln, xlog1py, xlogy

    def density(share: float) -> float:
        return exp(float(xlogy(b[0] - 1, share) + xlog1py(b[1] - 1, -share) - betaln(*b)))

    # Cut where nearly all of B lies, so that a narrow peak is not missed between two points.
    cuts = [float(betaincinv(*b, share)) for share in (1e-13, 1e-6, 0.01, 0.25, 0.5, 0.75, 0.99, 1 - 1e-6, 1 - 1e-13)]
    pieces = (
        quad(lambda share: float(betainc(*a, share)) * density(share), low, high, epsabs=1e-13)[0]
        for low, high in pairwise(cuts)
    )
    return float(min(max(sum(pieces), 0.0), 1.0))


def _share(hits: int, all_: int) -> float:
    if not 0 < all_ <= _MOST:
        raise CannotRead(N_("{found} people saw a variant. Give how many did, a number above 0."), found=all_)
    if not 0 <= hits <= all_:
        raise CannotRead(
            N_("{hits} did it, out of {all} who saw it. Give a number from 0 to {all}."), hits=hits, all=all_
        )
    return hits / all_
