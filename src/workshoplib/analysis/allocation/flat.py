"""Flat ranges: how far each channel's spend can move before it matters, and how a plan made by hand compares."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from workshoplib.analysis.allocation.answer import Allocation, best, one_draw
from workshoplib.analysis.allocation.curves import Floats
from workshoplib.analysis.allocation.limits import BadLimit
from workshoplib.errors import N_

LITTLE = 0.01
"""The share of the response that nobody would notice."""

_PIECES = 16
_ROUNDS = 4
"""The ends of a range are found to 1 / 16^4 of the way from the best spend to the limit."""


@dataclass(frozen=True)
class FlatRange:
    """From ``low`` to ``high``, each (channels,): within it nearly nothing is lost if the others make up for it."""

    low: Floats
    high: Floats


def flat_ranges(allocation: Allocation, little: float = LITTLE) -> FlatRange:
    """How far each channel's spend can move from the best while the total brings at least (1 - ``little``) of its most.

    The other channels share the rest of the total in the best way, all within their limits.
    """
    spend, box = one_draw(allocation), allocation.limits.box(1)
    enough = (1 - little) * float(allocation.response.sum())
    others = box.low.sum() - box.low[0]
    highest = np.minimum(box.high[0], allocation.total - others)
    return FlatRange(_edge(allocation, spend, box.low[0], enough), _edge(allocation, spend, highest, enough))


def _edge(allocation: Allocation, spend: Floats, limit: Floats, enough: float) -> Floats:
    """How far towards the limit each spend can go before the response falls short for the first time."""
    channels = len(spend)
    near, far = np.zeros(channels), np.ones(channels)
    for _ in range(_ROUNDS):
        steps = near + (far - near) * np.linspace(0, 1, _PIECES + 1)[1:, None]
        held = (spend + steps * (limit - spend)).T.reshape(-1)
        fine = _response_with(allocation, np.repeat(np.arange(channels), _PIECES), held) >= enough
        reached = np.logical_and.accumulate(fine.reshape(channels, _PIECES), axis=1).sum(axis=1)
        width = (far - near) / _PIECES
        near, far = near + reached * width, np.minimum(near + (reached + 1) * width, far)
    return np.where(spend == limit, spend, spend + near * (limit - spend))


def _response_with(allocation: Allocation, channel: NDArray[np.intp], held: Floats) -> Floats:
    """The most that the total brings while one channel is held at a spend, for each pair of the two."""
    rows = np.arange(len(held))
    box = allocation.limits.box(len(held))
    allowed = (box.least[rows, channel] <= held) | (held == 0)
    box.low[rows, channel], box.high[rows, channel], box.least[rows, channel] = held, held, 0
    curves = allocation.curves.take(np.zeros(len(held), dtype=int))
    found, _ = best(curves, allocation.total, box)
    return np.asarray(np.where(allowed, curves.response(found).sum(axis=1), -np.inf))


@dataclass(frozen=True)
class Comparison:
    """A spend made by hand beside the best one."""

    spend: Floats
    response: Floats
    total: float
    share: float
    """Its response as a share of what the best spend of the allocation's total brings: 0.97 is 3 % less."""


def compare(allocation: Allocation, spend: ArrayLike) -> Comparison:
    """What another spend by channel brings beside the best; it may break limits and the total, which is the point."""
    by_hand = np.asarray(spend, dtype=float)
    if by_hand.shape != (len(allocation.names),) or not (np.isfinite(by_hand).all() and (by_hand >= 0).all()):
        raise BadLimit(N_("A plan made by hand needs an amount of 0 or more for each channel. Give one for each."))
    brought = allocation.curves.response(np.broadcast_to(by_hand, (allocation.curves.draws, len(by_hand))))
    best_sum = np.atleast_2d(allocation.response).sum(axis=1)
    share = float(np.mean(brought.sum(axis=1)) / np.mean(best_sum)) if best_sum.any() else 1.0
    response = brought if allocation.has_draws else brought[0]
    return Comparison(by_hand, response, float(by_hand.sum()), share)
