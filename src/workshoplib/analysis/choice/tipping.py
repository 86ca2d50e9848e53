"""Tipping points: which weight would change the answer, by algebra.

One weight moves from nought to one while the others keep their proportions. Then the value of each alternative is a
straight line, and one overtakes another where their lines cross.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from workshoplib.analysis.choice.smaa import Array, CannotWeigh, checked_scores, checked_weights
from workshoplib.errors import N_

_NOUGHT = 1e-12


@dataclass(frozen=True)
class Tipping:
    """At this weight (0 to 1) of a criterion the leader is overtaken; numbers count rows and columns of the scores."""

    criterion: int
    leader: int
    overtaker: int
    weight: float
    falling: bool
    """Whether the weight has to fall below, or else to rise above it."""


def tipping_points(scores: ArrayLike, weights: ArrayLike) -> tuple[Tipping, ...]:
    """For scores (m, n) and weights (n,): for each criterion, the nearest weight below and above that ends the lead.

    Of alternatives that lead together the first counts as leader. None where no weight of a criterion changes it.
    """
    known, given = _checked(scores, weights)
    leader = int(np.argmax(np.round(known @ given, 12)))
    found = (_nearest(known, given, number, leader) for number in range(known.shape[1]))
    return tuple(tip for both in found for tip in both)


def crossing(scores: ArrayLike, weights: ArrayLike, criterion: int, one: int, other: int) -> float | None:
    """The weight of a criterion, 0 to 1, at which two alternatives are worth the same; None where there is none."""
    known, given = _checked(scores, weights)
    gap, slope = _lines(known, given, criterion)
    rise = slope[one] - slope[other]
    at = (gap[other] - gap[one]) / rise if abs(rise) > _NOUGHT else -1.0
    return float(at) if 0 <= at <= 1 else None


def _checked(scores: ArrayLike, weights: ArrayLike) -> tuple[Array, Array]:
    known = checked_scores(scores)
    if known.ndim != 2:
        raise CannotWeigh(N_("Tipping points need one score for each alternative and criterion, not a range."))
    return known, checked_weights(weights, known.shape[1])[0]


def _lines(scores: Array, weights: Array, criterion: int) -> tuple[Array, Array]:
    """Each alternative's value at weight nought of the criterion, and how much it rises up to weight one."""
    others = np.delete(weights, criterion)
    rest = np.delete(scores, criterion, axis=1)
    if not others.size:
        return np.zeros(len(scores)), scores[:, criterion]
    # Where one weight is everything, the others have no proportions to keep; then they count alike.
    share = others / others.sum() if others.sum() > _NOUGHT else np.full(len(others), 1 / len(others))
    start = rest @ share
    return start, scores[:, criterion] - start


def _nearest(scores: Array, weights: Array, criterion: int, leader: int) -> list[Tipping]:
    start, slope = _lines(scores, weights, criterion)
    lead, gain = start[leader] - start, slope[leader] - slope
    moving = np.abs(gain) > _NOUGHT
    at = np.where(moving, -lead / np.where(moving, gain, 1), np.nan)
    now = weights[criterion]
    # To the left the leader is overtaken by those against whom it gains with the weight, to the right by the others.
    below = [
        (float(at[k]), int(k)) for k in np.flatnonzero(moving & (gain > 0) & (at > _NOUGHT) & (at <= now + _NOUGHT))
    ]
    above = [
        (float(at[k]), int(k)) for k in np.flatnonzero(moving & (gain < 0) & (at < 1 - _NOUGHT) & (at >= now - _NOUGHT))
    ]
    left = [Tipping(criterion, leader, k, weight, falling=True) for weight, k in sorted(below, reverse=True)[:1]]
    return left + [Tipping(criterion, leader, k, weight, falling=False) for weight, k in sorted(above)[:1]]
