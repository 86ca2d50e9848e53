"""The answer: the spend by channel that brings most, with what it brings and what more would bring."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from workshoplib.analysis.allocation.branching import search
from workshoplib.analysis.allocation.concave import fill
from workshoplib.analysis.allocation.curves import Curve, Floats
from workshoplib.analysis.allocation.hull import Box
from workshoplib.analysis.allocation.limits import Amounts, BadLimit, Limits, limits
from workshoplib.analysis.allocation.mixed import Mixed, side_by_side
from workshoplib.errors import N_


@dataclass(frozen=True, eq=False)
class Allocation:
    """The best spend by channel; arrays are (channels,), or (draws, channels) where the curves came in draws."""

    names: tuple[str, ...]
    total: float
    spend: Floats
    response: Floats
    marginal: Floats
    """What the next unit of money would bring on each channel."""
    left: Floats
    """Money that no channel may take: above 0 only where all have what they may get; () or (draws,)."""
    gap: Floats
    """What another spend could bring at most beyond this one; 0 where this is proven to be the best."""
    curves: Mixed = field(repr=False)
    limits: Limits = field(repr=False)

    @property
    def has_draws(self) -> bool:
        return self.spend.ndim > 1


def allocate(
    curves: Curve | Sequence[Curve],
    total: float,
    *,
    minimum: Amounts = None,
    maximum: Amounts = None,
    fixed: Amounts = None,
    at_least: Amounts = None,
    names: Sequence[str] = (),
) -> Allocation:
    """The spend by channel with the highest sum of responses, at most ``total`` in all and within the limits.

    ``curves`` is one curve for each channel, or a single one whose parameters hold a channel in each place; parameters
    with one more axis in front are draws, and each draw gets its own best spend. Limits are amounts of money, one for
    each channel (None where there is none) or one for all: ``minimum`` and ``maximum``, an amount that is ``fixed``,
    and ``at_least``, below which a channel gets nothing at all.

    Exact: by the multiplier of the total where all curves flatten from the start and none gets nothing or at least
    some amount (see ``concave``), by branch and bound otherwise (see ``branching``). BadCurve, BadLimit and
    ImpossibleLimits say what to change.
    """
    mixed, has_draws = side_by_side(curves)
    if names and len(names) != mixed.channels:
        raise BadLimit(
            N_("There are {names} names for {channels} channels. Give each channel its own."),
            names=len(names),
            channels=mixed.channels,
        )
    told = limits(names or [str(n + 1) for n in range(mixed.channels)], total, minimum, maximum, fixed, at_least)
    spend, gap = best(mixed, told.total, told.box(mixed.draws))
    answer = (spend, mixed.response(spend), np.exp(mixed.log_marginal(spend)), told.total - spend.sum(axis=1), gap)
    spend, response, marginal, left, gap = answer if has_draws else (part[0] for part in answer)
    left = np.where(left > 1e-9 * told.total, left, 0.0)
    return Allocation(told.names, told.total, spend, response, marginal, left, gap, mixed, told)


def best(curves: Mixed, total: float | Floats, box: Box) -> tuple[Floats, Floats]:
    """The best spend over (draws, channels) in a box, and its gap; ``total`` is one for all draws or (draws,)."""
    totals = np.broadcast_to(np.asarray(total, dtype=float), curves.draws)
    if (box.least > 0).any() or (curves.inflection() > box.low).any():
        found = search(curves, totals, box)
        return found.spend, found.gap
    return fill(curves, totals, box.low, box.high).spend, np.zeros(curves.draws)


def one_draw(allocation: Allocation) -> Floats:
    """The spend of an allocation without draws, (channels,)."""
    if allocation.has_draws:
        raise BadLimit(N_("This can be told for one belief at a time. Allocate without draws first."))
    return allocation.spend
