"""The best spend for curves that only flatten: all marginal responses equal, but where a limit stands in the way.

Kuhn and Tucker's conditions: there is one price (the multiplier of the total) such that each channel gets the spend at
which its marginal response is that price, cut to its limits. The spend at a price is the closed-form inverse
derivative of the curve, so one number a draw remains to be found, here by Newton's steps on logarithms inside a bracket
that only ever shrinks. See Luss and Gupta (1975), Allocation of effort resources among competing activities, Operations
Research 23(2); Boyd and Vandenberghe (2004), Convex optimization, 5.5.3 ("water-filling").

All draws are solved at once. A curve may begin with a straight piece, a *ramp*: that is how ``branching`` hands over
the concave hulls of S-shaped curves.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from workshoplib.analysis.allocation.curves import Floats
from workshoplib.analysis.allocation.mixed import Mixed

_STEPS = 200
_CLOSE = 4 * np.finfo(float).eps
"""Of the money to spread: what may be left over before the last correction."""


@dataclass(frozen=True)
class Ramp:
    """A straight piece from the lowest spend to ``end``, as steep as exp(``log_slope``); none where ``end`` is low."""

    end: Floats
    log_slope: Floats


@dataclass(frozen=True)
class Filled:
    """The spend over (draws, channels), and the logarithm of each draw's price."""

    spend: Floats
    log_price: Floats


def fill(curves: Mixed, total: Floats, low: Floats, high: Floats, ramp: Ramp | None = None) -> Filled:
    """The spend between ``low`` and ``high`` that brings most with at most ``total`` for each draw.

    ``total`` is (draws,), the limits are (draws, channels) and finite, and the lows are within the total. Where the
    highs do not take the whole total, all get their high and the price is 0.
    """
    free = total - low.sum(axis=1)
    plenty = high.sum(axis=1) <= total
    spend = np.where(plenty[:, None], high, low)
    log_price = np.where(plenty, -np.inf, np.inf)
    rows = np.flatnonzero(~plenty & (free > 0))
    if len(rows):
        problem = _Problem(curves, total, low, high, ramp or Ramp(low, np.full_like(low, np.inf))).take(rows)
        cheap, dear = _narrowed(problem, *problem.bracket())
        spend[rows] = problem.between(cheap, dear)
        log_price[rows] = dear
    return Filled(spend, log_price)


@dataclass(frozen=True)
class _Problem:
    curves: Mixed
    total: Floats
    low: Floats
    high: Floats
    ramp: Ramp

    def take(self, rows: NDArray[np.intp]) -> "_Problem":
        ramp = Ramp(self.ramp.end[rows], self.ramp.log_slope[rows])
        return _Problem(self.curves.take(rows), self.total[rows], self.low[rows], self.high[rows], ramp)

    @cached_property
    def free(self) -> Floats:
        """What is left of the total once each channel has its low."""
        return np.asarray(self.total - self.low.sum(axis=1))

    def bracket(self) -> tuple[Floats, Floats]:
        """Prices between which the right one lies: at the first too much would be spent, at the second too little.

        Of n channels that can take more, one gets at least its low and an n-th of the free money, and none more than
        its low and all of it.
        """
        takes = self.high > self.low
        share = self.free / takes.sum(axis=1)
        cheap = np.where(takes, self._steepness(self.low + self.free[:, None]), np.inf).min(axis=1)
        dear = np.where(takes, self._steepness(self.low + share[:, None]), -np.inf).max(axis=1)
        return cheap, dear

    def _steepness(self, spend: Floats) -> Floats:
        return np.where(spend < self.ramp.end, self.ramp.log_slope, self.curves.log_marginal(spend))

    def spend_at(self, price: Floats) -> Floats:
        """What each channel gets at the price; the least of it where a ramp is exactly as steep as the price."""
        level = price[:, None]
        return np.asarray(np.where(level >= self.ramp.log_slope, self.low, self._past_ramp(level)))

    def _past_ramp(self, level: Floats) -> Floats:
        return np.asarray(np.clip(self.curves.spend_at(level), self.ramp.end, self.high))

    def jump(self, price: Floats) -> Floats:
        """How much more is taken at any lower price, because ramps are as steep as this one; (draws,)."""
        if not self._has_ramps:
            return np.zeros(len(price))
        level = price[:, None]
        return np.asarray(np.where(level == self.ramp.log_slope, self._past_ramp(level) - self.low, 0).sum(axis=1))

    def ramp_within(self, cheap: Floats, dear: Floats, otherwise: Floats) -> Floats:
        """The steepness of the ramp nearest to the middle of a bracket; what is given where no ramp's lies inside."""
        if not self._has_ramps:
            return otherwise
        level = self.ramp.log_slope
        inside = (level > cheap[:, None]) & (level < dear[:, None])
        far = np.where(inside, np.abs(level - (cheap + dear)[:, None] / 2), np.inf)
        nearest = np.take_along_axis(level, far.argmin(axis=1)[:, None], axis=1)[:, 0]
        return np.asarray(np.where(inside.any(axis=1), nearest, otherwise))

    @cached_property
    def _has_ramps(self) -> bool:
        return bool(np.isfinite(self.ramp.log_slope).any())

    def moves(self, spend: Floats) -> Floats:
        """How each spend changes with the logarithm of the price (0 or below); 0 at a limit or on a ramp."""
        inside = (spend > self.ramp.end) & (spend < self.high)
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.asarray(np.where(inside, 1 / self.curves.bend(spend), 0.0))

    def between(self, cheap: Floats, dear: Floats) -> Floats:
        """The spend that takes the whole total, between those at two prices next to each other.

        They differ where a ramp is as steep as the price: then channels climb their ramps one after the other, as far
        as the money goes. What rounding left is shared out along the curves, so that they stay equally steep.
        """
        spend = self.spend_at(dear)
        level = cheap[:, None]
        room = np.where(level > self.ramp.log_slope, self.low, self._past_ramp(level)) - spend
        room = np.where(self.ramp.end > self.low, np.maximum(room, 0), 0)
        before = room.cumsum(axis=1) - room
        spend = spend + np.clip((self.total - spend.sum(axis=1))[:, None] - before, 0, room)
        moves = self.moves(spend)
        whole = moves.sum(axis=1)
        left = np.where(whole < 0, self.total - spend.sum(axis=1), 0)
        spend = spend + moves * (left / np.where(whole < 0, whole, -1))[:, None]
        return np.asarray(np.clip(spend, self.low, self.high))


def _narrowed(problem: _Problem, cheap: Floats, dear: Floats) -> tuple[Floats, Floats]:
    """The bracket of each draw's price, closed."""
    cheap, dear = cheap.copy(), dear.copy()
    rows, part = np.arange(len(cheap)), problem
    price, last = dear.copy(), np.full(len(dear), np.inf)
    for _ in range(_STEPS):
        spend = part.spend_at(price)
        taken = (spend - part.low).sum(axis=1)
        excess = taken - part.free
        close = _CLOSE * part.total
        hit = (excess <= close) & (excess + part.jump(price) >= -close)
        cheap[rows] = np.where((excess > 0) | hit, price, cheap[rows])
        dear[rows] = np.where((excess <= 0) | hit, price, dear[rows])
        a, b = cheap[rows], dear[rows]
        newton = _newton(price, taken, part.free, part.moves(spend).sum(axis=1))
        price = part.ramp_within(a, b, _next_price(newton, a, b, np.abs(excess) > last))
        last = np.abs(excess) / 2
        still = b - a > 2 * np.finfo(float).eps * np.maximum(np.abs(b), 1)
        if not still.any():
            break
        if still.sum() < len(rows) / 2:
            keep = np.flatnonzero(still)
            rows, part, price, last = rows[keep], part.take(keep), price[keep], last[keep]
    return cheap, dear


def _newton(price: Floats, taken: Floats, free: Floats, move: Floats) -> Floats:
    """Newton's step towards taking just what is free, on the logarithms of both; no number where there is none."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(price - np.log(taken / free) * taken / move)


def _next_price(newton: Floats, cheap: Floats, dear: Floats, slow: NDArray[np.bool_]) -> Floats:
    """Newton's step, or the middle of the bracket where it leads out of it or the last one did not halve the rest."""
    good = ~slow & (newton > cheap) & (newton < dear)
    return np.where(good, newton, (cheap + dear) / 2)
