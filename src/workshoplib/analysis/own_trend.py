"""The trend of an organisation's own figures, as ranges that can be carried forward.

Simple exponential smoothing with half the slope of the straight line as its drift: the theta method (Assimakopoulos and
Nikolopoulos 2000, The theta model, International Journal of Forecasting 16(4); Hyndman and Billah 2003, Unmasking the
Theta method, the same journal 19(2)). It starts from where the figures are now and believes in half of their slope,
which is what holds best for short series. On logarithms where all figures are above 0 (a percentage a month), else on
the figures themselves. The interval of the slope is that of least squares, with as few figures as those that follow
each other closely are worth (Santer and others 2000, Statistical significance of trends, Journal of Geophysical
Research 105). Seasons are not told apart: their ups and downs are part of the range.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from workshoplib.analysis.attainment.quantities import TENTH, Origin, Quantity, Scale
from workshoplib.strategy.kpis import Actual

Floats: TypeAlias = NDArray[np.float64]

FEWEST = 6
"""Figures from which a trend may be told from chance."""

DAYS_A_MONTH = 30.4375

LARGEST = 1e15
"""Nothing that a team counts is larger, and sums of such numbers lose their digits."""

_NEWEST = 24
_MOST_ALIKE = 0.8
_SMALLEST = 1e-12
_WEIGHTS = np.linspace(0.1, 1.0, 10)


@dataclass(frozen=True)
class Trend:
    """Where figures come from and go to, as logarithms where ``by_percentage``."""

    level: float
    """Where they stand on the last day."""
    growth: Quantity
    """A month."""
    chance: Quantity
    """How far the next figure may lie off; further ones lie off further."""
    weight: float
    """Of the newest figure in the smoothing, 0 to 1: how much of each surprise stays."""
    apart: float
    """Months from one figure to the next."""
    last: date
    count: int
    by_percentage: bool

    def widening(self, months: float) -> float:
        """By how much further a figure so many months ahead may lie off than the next one."""
        return float(np.sqrt(1 + max(months / self.apart - 1, 0) * self.weight**2))


def trend(actuals: Iterable[Actual]) -> Trend | None:
    """The trend of the newest figures (24 at most); None with fewer than six, or where none differ."""
    told = sorted(
        (actual.period_end, actual.value) for actual in actuals if actual.period_end and actual.value is not None
    )[-_NEWEST:]
    if len(told) < FEWEST or max(abs(value) for _, value in told) > LARGEST:
        return None
    days, values = [day for day, _ in told], np.array([value for _, value in told])
    by_percentage = bool((values > 0).all())
    height = np.log(values) if by_percentage else values
    if np.ptp(height) < _SMALLEST:
        return None
    along = np.array([(day - days[0]).days / DAYS_A_MONTH for day in days])
    apart = float(along[-1] / (len(along) - 1))
    slope, off = _slope(along, height)
    level, weight, spread = _smoothed(height, slope / 2 * apart)
    return Trend(
        level,
        Quantity("growth", (slope - off) / 2, slope / 2, (slope + off) / 2, Scale.ANY, Origin.OWN),
        Quantity("chance", -TENTH * spread, 0.0, TENTH * spread, Scale.ANY, Origin.OWN),
        weight,
        apart,
        days[-1],
        len(told),
        by_percentage,
    )


def _slope(along: Floats, height: Floats) -> tuple[float, float]:
    """The slope of the straight line, and how far 10 and 90 % lie from it."""
    from scipy.stats import t as student

    apart = along - along.mean()
    slope = float((apart * height).sum() / (apart**2).sum())
    misses = height - height.mean() - slope * apart
    square = float((misses**2).sum())
    if not square:
        return slope, 0.0
    alike = float(np.clip((misses[1:] * misses[:-1]).sum() / square, 0, _MOST_ALIKE))
    worth = max(len(along) * (1 - alike) / (1 + alike), 3.0)
    error = np.sqrt(square / (worth - 2) / ((apart**2).mean() * worth))
    return slope, float(student.ppf(0.9, worth - 2) * error)


def _smoothed(height: Floats, drift: float) -> tuple[float, float, float]:
    """The level after the last figure, the weight that would have told each next one best, and how far it was off."""
    best = (0.0, 1.0, np.inf)
    for weight in _WEIGHTS:
        level, square = height[0], 0.0
        for figure in height[1:]:
            miss = figure - level - drift
            square += miss**2
            level += drift + weight * miss
        spread = float(np.sqrt(square / max(len(height) - 2, 1)))
        if spread < best[2]:
            best = (float(level), float(weight), spread)
    return best
