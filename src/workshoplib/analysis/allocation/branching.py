"""The best spend where curves are S-shaped or channels get nothing or at least some amount: branch and bound.

Each branch is a box of limits. The best spend under the concave hulls of the curves in the box (``hull``, solved by
``concave``) bounds what any spend in it can bring, and is often itself allowed. Where it is not, or where a hull lies
above its curve there, the box is cut in two: with the channel and without it, or below and above the spend found.
Boxes whose bound does not beat the best spend known are dropped, so what remains is the best of all. See Land and Doig
(1960), An automatic method of solving discrete programming problems, Econometrica 28(3); Falk and Soland (1969), An
algorithm for separable nonconvex programming problems, Management Science 15(9).

All draws are branched at once, a few boxes of each at a time, the most promising first.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from workshoplib.analysis.allocation.concave import Ramp, fill
from workshoplib.analysis.allocation.curves import Floats
from workshoplib.analysis.allocation.hull import Box, hull, ramp_over
from workshoplib.analysis.allocation.mixed import Mixed

GAP = 1e-10
"""Of the best response: what a bound must promise beyond it to be followed."""

_AT_ONCE = 8
_ROUNDS = 2000
_EDGE = 0.02
"""A cut stays this share of the ramp away from its ends, so that both halves are smaller."""

Rows: TypeAlias = NDArray[np.intp]
Alike: TypeAlias = NDArray[np.bool_]


@dataclass(frozen=True)
class Best:
    """The best spend over (draws, channels), and what a better one could bring at most beyond it, (draws,)."""

    spend: Floats
    gap: Floats


@dataclass(frozen=True)
class _Boxes:
    """Open boxes: the draw that each belongs to, its limits, and a bound on what it can bring."""

    draw: Rows
    box: Box
    bound: Floats

    def take(self, rows: Rows) -> "_Boxes":
        box = Box(self.box.low[rows], self.box.high[rows], self.box.least[rows])
        return _Boxes(self.draw[rows], box, self.bound[rows])


def search(curves: Mixed, total: Floats, box: Box) -> Best:
    """The best spend with at most ``total`` (draws,) in the box, whose lows are within the total.

    The gap is 0 where it is proven to a relative 1e-10; above 0 only where the search was given up.
    """
    found = _Found(box.low.copy(), np.full(curves.draws, -np.inf))
    alike = _alike(curves, box)
    open_ = _Boxes(np.arange(curves.draws), box, np.full(curves.draws, np.inf))
    for _ in range(_ROUNDS):
        now, later = _most_promising(open_)
        open_ = _joined(_branched(curves, total, now, found, alike), later)
        open_ = open_.take(np.flatnonzero(found.is_beaten_by(open_)))
        if not len(open_.draw):
            break
    gap = np.zeros(curves.draws)
    np.maximum.at(gap, open_.draw, open_.bound - found.value[open_.draw])
    return Best(_evened(curves, total, box, found.spend), gap)


@dataclass(frozen=True)
class _Found:
    """The best spend of each draw so far, and what it brings; both are overwritten as better ones turn up."""

    spend: Floats
    value: Floats

    def is_beaten_by(self, boxes: _Boxes) -> NDArray[np.bool_]:
        return np.asarray(boxes.bound > self.value[boxes.draw] * (1 + GAP))

    def learn(self, draw: Rows, spend: Floats, value: Floats) -> None:
        order = np.lexsort((value, draw))
        last = order[np.append(draw[order][1:] != draw[order][:-1], True)]
        better = last[value[last] > self.value[draw[last]]]
        self.spend[draw[better]], self.value[draw[better]] = spend[better], value[better]


def _evened(curves: Mixed, total: Floats, box: Box, spend: Floats) -> Floats:
    """The same spend with all channels that are on the flattening part of their curve equally steep, to the last digit.

    The search itself stops once nothing is left to gain, which leaves the last digits of the spend open.
    """
    turn = curves.inflection()
    stays = (spend < turn) | ((box.least > 0) & (spend < box.least))
    low = np.where(stays, spend, np.maximum(np.maximum(box.low, box.least), turn))
    return fill(curves, total, low, np.where(stays, spend, box.high)).spend


def _most_promising(boxes: _Boxes) -> tuple[_Boxes, _Boxes]:
    """The boxes of each draw with the highest bounds, and the others."""
    order = np.lexsort((-boxes.bound, boxes.draw))
    draw = boxes.draw[order]
    place = np.arange(len(draw)) - np.searchsorted(draw, draw)
    return boxes.take(order[place < _AT_ONCE]), boxes.take(order[place >= _AT_ONCE])


def _branched(curves: Mixed, total: Floats, boxes: _Boxes, best: _Found, alike: Alike) -> _Boxes:
    """The halves of the boxes that may still hold something better; ``best`` learns what is found on the way."""
    part, box = curves.take(boxes.draw), boxes.box
    ramp = ramp_over(part, box)
    spend = fill(part, total[boxes.draw], box.low, box.high, ramp).spend
    promised = hull(part, box, ramp, spend)
    allowed = np.where(spend < box.least, 0.0, spend)
    brought = part.response(allowed)
    best.learn(boxes.draw, allowed, brought.sum(axis=1))
    bounded = _Boxes(boxes.draw, box, promised.sum(axis=1))
    rows = np.flatnonzero(best.is_beaten_by(bounded))
    at = (promised - brought)[rows].argmax(axis=1)
    return _halves(bounded.take(rows), at, spend[rows], Ramp(ramp.end[rows], ramp.log_slope[rows]), total, alike)


def _halves(boxes: _Boxes, at: Rows, found: Floats, ramp: Ramp, total: Floats, alike: Alike) -> _Boxes:
    """Each box cut at a channel: without and with it where that is not settled, else below and above its spend."""
    rows, box = np.arange(len(at)), boxes.box
    low, end, least = box.low[rows, at], ramp.end[rows, at], box.least[rows, at]
    point = np.clip(found[rows, at], low + _EDGE * (end - low), end - _EDGE * (end - low))
    lower = _below(box, at, np.where(least > 0, 0, point), alike)
    upper = _above(box, at, np.where(least > 0, least, point), alike)
    both = _joined(_Boxes(boxes.draw, lower, boxes.bound), _Boxes(boxes.draw, upper, boxes.bound))
    possible = (both.box.low.sum(axis=1) <= total[both.draw]) & (both.box.low <= both.box.high).all(axis=1)
    return both.take(np.flatnonzero(possible))


def _below(box: Box, at: Rows, most: Floats, alike: Alike) -> Box:
    """The part of the boxes where the channel gets no more than this; of those like it, later ones need no more."""
    there = alike[at] & (np.arange(alike.shape[0]) >= at[:, None])
    high = np.where(there, np.minimum(box.high, most[:, None]), box.high)
    out = (box.least > 0) & (high < box.least)
    return Box(box.low, np.where(out, 0, high), np.where(out, 0, box.least))


def _above(box: Box, at: Rows, least: Floats, alike: Alike) -> Box:
    """The part of the boxes where the channel gets no less than this; of those like it, earlier ones get as much."""
    there = alike[at] & (np.arange(alike.shape[0]) <= at[:, None])
    low = np.maximum(np.maximum(box.low, box.least), least[:, None])
    return Box(np.where(there, low, box.low), box.high, np.where(there, 0, box.least))


def _alike(curves: Mixed, box: Box) -> Alike:
    """Which channels have the same curve and the same limits in every draw, over (channels, channels)."""
    told = np.vstack([*curves.told(), box.low, box.high, box.least]).T
    numbers: dict[bytes, int] = {}
    group = np.array([numbers.setdefault(column.tobytes(), len(numbers)) for column in told])
    return np.asarray(group[:, None] == group)


def _joined(one: _Boxes, other: _Boxes) -> _Boxes:
    box = Box(
        np.concatenate([one.box.low, other.box.low]),
        np.concatenate([one.box.high, other.box.high]),
        np.concatenate([one.box.least, other.box.least]),
    )
    return _Boxes(np.concatenate([one.draw, other.draw]), box, np.concatenate([one.bound, other.bound]))
