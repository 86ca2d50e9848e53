"""Looks: what it costs to look at a test before it is over.

Each look at running figures is another chance to see a difference where there is none. Armitage, P., McPherson, C. K. &
Rowe, B. C. (1969), Repeated significance tests on accumulating data, Journal of the Royal Statistical Society A 132,
235-244; a stricter level for every look: Pocock, S. J. (1977), Biometrika 64, 191-199.
"""

from functools import cache
from math import sqrt
from statistics import NormalDist

import numpy as np

from workshoplib.analysis.experiment.reading import CannotRead
from workshoplib.errors import N_

MOST_LOOKS = 100
_NODES = 120


@cache
def false_alarms(looks: int, level: float = 0.05) -> float:
    """The chance that at least one of so many evenly spaced looks sees a difference where there is none.

    Each look tests at ``level``. By integrating step by step over the sums that have not crossed yet.
    """
    if not 1 <= looks <= MOST_LOOKS:
        raise CannotRead(N_("{found} looks are too few or too many. Give 1 to {most}."), found=looks, most=MOST_LOOKS)
    if not 0 < level < 1:
        raise CannotRead(N_("The level is {level}. Give a number between 0 and 1, usually 0.05."), level=level)
    bound = NormalDist().inv_cdf(1 - level / 2)
    nodes, shares = np.polynomial.legendre.leggauss(_NODES)
    at, density = nodes * bound, _normal(nodes * bound)
    widths = shares * bound
    for look in range(2, looks + 1):
        wider = bound * sqrt(look)
        ahead = nodes * wider
        density = _normal(ahead[:, None] - at[None]) @ (density * widths)
        at, widths = ahead, shares * wider
    return float(1 - density @ widths)


@cache
def level_per_look(looks: int, level: float = 0.05) -> float:
    """The level at which each of so many looks has to test, so that all together raise a false alarm in ``level``."""
    low, high = level / looks / 2, level
    if looks == 1:
        return level
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (low, middle) if false_alarms(looks, middle) > level else (middle, high)
    return low


def _normal(x: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.exp(-x * x / 2) / sqrt(2 * np.pi)
