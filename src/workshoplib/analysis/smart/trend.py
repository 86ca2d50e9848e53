"""Trend: how fast a figure has been moving, whatever anybody wishes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from statistics import median, quantiles

FEWEST = 4
"""Figures from which on a trend is told: two always lie on a line, and three nearly do."""
_MOST = 60
_STRETCH = 80
"""Days that a stretch of three months has at the least, so that month ends of any length count."""
_DAYS_A_MONTH = 365.25 / 12


@dataclass(frozen=True)
class Trend:
    """How a figure has moved, in its unit a month."""

    a_month: float
    """The median of the slopes between all pairs of figures: one odd month does not move it."""
    best: float
    """What one in ten of its stretches of three months or more reached, in the wanted direction: a fast pace that is no
    single peak, such as one December."""
    first: date
    last: date
    newest: float
    """The figure of the last day."""
    down: bool = False
    """Whether less is better."""


def own_trend(figures: Sequence[tuple[date, float]], *, down: bool = False) -> Trend | None:
    """The trend of figures in the order of their days; None for fewer than four, or for less than three months.

    Theil (1950) and Sen, P. K. (1968), Estimates of the regression coefficient based on Kendall's tau, Journal of the
    American Statistical Association 63, 1379-1389. ``down``: less is better. Of more than 60 figures the newest count.
    """
    known = figures[-_MOST:]
    if len(known) < FEWEST or (known[-1][0] - known[0][0]).days < _STRETCH:
        return None
    pairs = [(later[0] - one[0], later[1] - one[1]) for one, later in combinations(known, 2) if later[0] > one[0]]
    slopes = [gain / (apart.days / _DAYS_A_MONTH) for apart, gain in pairs]
    long = [slope for (apart, _), slope in zip(pairs, slopes, strict=True) if apart.days >= _STRETCH]
    return Trend(median(slopes), _ninth_decile(long, down=down), known[0][0], *known[-1], down)


def _ninth_decile(slopes: Sequence[float], *, down: bool) -> float:
    if len(slopes) == 1:
        return slopes[0]
    return quantiles(slopes, n=10, method="inclusive")[0 if down else -1]
