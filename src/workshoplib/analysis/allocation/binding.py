"""Limits that bind: what each of them costs, found by doing without it, and a sentence that says so."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from workshoplib.analysis.allocation.answer import Allocation, best, one_draw
from workshoplib.analysis.allocation.hull import Box
from workshoplib.errors import N_

NOTICEABLE = 1e-6
"""Of the best response: a limit that costs less than this does not bind."""


class LimitKind(StrEnum):
    MINIMUM = "minimum"
    MAXIMUM = "maximum"
    FIXED = "fixed"
    AT_LEAST = "at_least"


@dataclass(frozen=True)
class Binding:
    """A limit that keeps the response down; ``message`` says so with places for ``channel`` and ``amount``."""

    kind: LimitKind
    at: int
    """The place of the channel."""
    message: str
    channel: str
    amount: float
    """The limit, in money."""
    gain: float
    """How much more the same total would bring without this limit, all others as they are."""


_MESSAGES = {
    (LimitKind.MINIMUM, 0): N_("{channel} gets its minimum, {amount}: some of it would bring more elsewhere."),
    (LimitKind.MAXIMUM, 0): N_("{channel} gets its maximum, {amount}: more would bring more there than elsewhere."),
    (LimitKind.FIXED, -1): N_("{channel} is fixed at {amount}: with more of the money it would bring more."),
    (LimitKind.FIXED, 1): N_("{channel} is fixed at {amount}: some of it would bring more elsewhere."),
    (LimitKind.AT_LEAST, 0): N_("{channel} gets nothing: a little would pay there, but not {amount}, its least."),
    (LimitKind.AT_LEAST, 1): N_("{channel} gets {amount}, the least that makes sense there: less would be enough."),
}


def binding(allocation: Allocation) -> tuple[Binding, ...]:
    """The limits that keep the response of an allocation without draws down, the dearest first."""
    spend = one_draw(allocation)
    tried = tuple(_without_each(allocation))
    if not tried:
        return ()
    rows = np.zeros(len(tried), dtype=int)
    boxes = [box for _, _, box in tried]
    box = Box(*(np.vstack([getattr(one, side) for one in boxes]) for side in ("low", "high", "least")))
    found, _ = best(allocation.curves.take(rows), allocation.total, box)
    gains = allocation.curves.take(rows).response(found).sum(axis=1) - allocation.response.sum()
    told = (
        Binding(kind, at, _message(kind, spend[at], found[row, at]), allocation.names[at], amount, float(gains[row]))
        for row, (kind, at, _) in enumerate(tried)
        for amount in [float(getattr(allocation.limits, kind)[at])]
    )
    least = NOTICEABLE * float(allocation.response.sum())
    return tuple(sorted((one for one in told if one.gain > least), key=lambda one: -one.gain))


def _message(kind: LimitKind, now: float, without: float) -> str:
    place = {LimitKind.FIXED: 1 if without < now else -1, LimitKind.AT_LEAST: 1 if now > 0 else 0}.get(kind, 0)
    return _MESSAGES[kind, place]


def _without_each(allocation: Allocation) -> Iterator[tuple[LimitKind, int, Box]]:
    """Each limit that the spend touches, with the box in which it does not exist."""
    limits, spend = allocation.limits, one_draw(allocation)
    close = 1e-9 * allocation.total
    touched = {
        LimitKind.FIXED: ~np.isnan(limits.fixed),
        LimitKind.MINIMUM: (limits.minimum > 0) & (spend <= limits.minimum + close),
        LimitKind.MAXIMUM: (limits.maximum < allocation.total) & (spend >= limits.maximum - close),
        LimitKind.AT_LEAST: (limits.at_least > 0) & (spend <= limits.at_least + close),
    }
    without = {LimitKind.FIXED: np.nan, LimitKind.MINIMUM: 0.0, LimitKind.MAXIMUM: np.inf, LimitKind.AT_LEAST: 0.0}
    for kind, where in touched.items():
        for at in np.flatnonzero(where & (np.isnan(limits.fixed) | (kind is LimitKind.FIXED))):
            changed = getattr(limits, kind).copy()
            changed[at] = without[kind]
            yield kind, int(at), replace(limits, **{kind: changed}).box(1)
