"""Concave hulls: the lowest curve that only flattens and lies nowhere below the true one.

An S-shaped curve has as its hull a straight ramp from where it starts to where the line touches it, and itself from
there on; a channel that gets nothing or at least some amount has one from nothing to that amount, or to the touching
point beyond it. See McCormick (1976), Computability of global solutions to factorable nonconvex programs,
Mathematical Programming 10.
"""

from dataclasses import dataclass

import numpy as np

from workshoplib.analysis.allocation.concave import Ramp
from workshoplib.analysis.allocation.curves import Floats
from workshoplib.analysis.allocation.mixed import Mixed

_HALVINGS = 40


@dataclass(frozen=True)
class Box:
    """What each channel may get, over (rows, channels): from ``low`` to ``high``.

    Where ``least`` is above 0 it is not settled whether the channel runs at all: its spend is 0, or at least this.
    """

    low: Floats
    high: Floats
    least: Floats


def ramp_over(curves: Mixed, box: Box) -> Ramp:
    """The straight pieces of the hulls over a box; from ``low`` to ``low``, endlessly steep, where there is none."""
    end = np.where(box.low < curves.inflection(), _touching(curves, box.low), box.low)
    end = np.minimum(np.where(box.least > 0, np.maximum(end, box.least), end), box.high)
    with np.errstate(divide="ignore", invalid="ignore"):
        rise = (curves.response(end) - curves.response(box.low)) / (end - box.low)
        log_slope = np.where(end > box.low, np.log(rise), np.inf)
    return Ramp(end, log_slope)


def hull(curves: Mixed, box: Box, ramp: Ramp, spend: Floats) -> Floats:
    """The height of the hulls at a spend."""
    on_ramp = spend < ramp.end
    climbed = np.where(on_ramp, spend - box.low, 0) * np.exp(np.where(on_ramp, ramp.log_slope, 0))
    return np.where(on_ramp, curves.response(box.low) + climbed, curves.response(spend))


def _touching(curves: Mixed, low: Floats) -> Floats:
    """Where the line from the curve at ``low`` touches it further on: f(t) - f(low) = f'(t) (t - low)."""
    turn, highest = curves.inflection(), curves.tangent()
    inside = (low > 0) & (low < turn)
    rows = np.flatnonzero(inside.any(axis=1))
    if not len(rows):
        return highest
    part, start, inside = curves.take(rows), low[rows], inside[rows]
    foot = part.response(start)
    a, b = turn[rows], highest[rows]
    for _ in range(_HALVINGS):
        middle = (a + b) / 2
        with np.errstate(invalid="ignore", over="ignore"):  # outside of what is asked for, and thrown away
            before = part.response(middle) - foot < np.exp(part.log_marginal(middle)) * (middle - start)
        a, b = np.where(before, middle, a), np.where(before, b, middle)
    found = highest.copy()
    found[rows] = np.where(inside, b, highest[rows])
    return found
