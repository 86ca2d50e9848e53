"""Limits: what each channel must, may and must not get; what contradicts itself is refused with the smallest repair."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from workshoplib.analysis.allocation.curves import Floats
from workshoplib.analysis.allocation.hull import Box
from workshoplib.errors import N_, WorkshopError

Amounts: TypeAlias = ArrayLike | Sequence[float | None] | None
"""An amount for each channel, or one for all; None (or no number) where there is no such limit."""


_ROUNDING = 1e-12
"""Of the total: what the minimums may be over it by adding up."""


class BadLimit(WorkshopError):
    """An amount that no limit can have, or two limits of a channel that contradict each other."""


class ImpossibleLimits(WorkshopError):
    """What channels must get is more than there is; ``repair`` is the smallest change that makes it fit."""

    def __init__(self, message: str, repair: "Repair", **values: object) -> None:
        super().__init__(message, **values)
        self.repair = repair


@dataclass(frozen=True)
class Repair:
    """Either of two: raise the total to ``total``, or lower the minimums of as few channels as can be."""

    total: float
    minimums: tuple[tuple[str, float], ...]
    """Each channel to lower with its new minimum; () where amounts that are fixed leave no choice but the total."""


@dataclass(frozen=True)
class Limits:
    """The limits of n channels, each (n,): 0 and infinity where there is none; ``fixed`` no number."""

    names: tuple[str, ...]
    total: float
    minimum: Floats
    maximum: Floats
    fixed: Floats
    at_least: Floats

    def box(self, draws: int) -> Box:
        """What each channel may get in each draw, as the solvers take it; finite, since nobody gets more than all."""
        settled = ~np.isnan(self.fixed)
        low = np.where(settled, self.fixed, np.where(self.minimum > 0, np.maximum(self.minimum, self.at_least), 0))
        high = np.minimum(np.where(settled, self.fixed, self.maximum), self.total)
        least = np.where(settled | (low > 0), 0, self.at_least)
        out = (least > 0) & (high < least)
        one = (low, np.where(out, 0, high), np.where(out, 0, least))
        return Box(*(np.repeat(limit[None, :], draws, axis=0) for limit in one))


def limits(
    names: Sequence[str],
    total: float,
    minimum: Amounts = None,
    maximum: Amounts = None,
    fixed: Amounts = None,
    at_least: Amounts = None,
) -> Limits:
    """The limits, checked: BadLimit or ImpossibleLimits name the channel, the limit and the repair."""
    if not np.isfinite(total) or total < 0:
        raise BadLimit(N_("The total is {amount}. Give an amount of 0 or more."), amount=str(total))
    found = Limits(
        tuple(names),
        float(total),
        np.nan_to_num(_amounts("minimum", minimum, names), nan=0.0),
        np.nan_to_num(_amounts("maximum", maximum, names), nan=np.inf, posinf=np.inf),
        _amounts("fixed", fixed, names),
        np.nan_to_num(_amounts("at_least", at_least, names), nan=0.0),
    )
    _check_each(found)
    _check_all(found)
    return found


_NEGATIVE = {
    "minimum": N_("The minimum of {channel} is {amount}. Money cannot be negative: give 0 or more."),
    "maximum": N_("The maximum of {channel} is {amount}. Money cannot be negative: give 0 or more."),
    "fixed": N_("The fixed amount of {channel} is {amount}. Money cannot be negative: give 0 or more."),
    "at_least": N_("The smallest sensible amount of {channel} is {amount}. Money cannot be negative: give 0 or more."),
}


def _amounts(field: str, given: Amounts, names: Sequence[str]) -> Floats:
    amounts = np.asarray(np.nan if given is None else given, dtype=float)
    if amounts.ndim > 1 or (amounts.ndim and len(amounts) != len(names)):
        raise BadLimit(
            N_("{field} holds {count} amounts for {channels} channels. Give one for each, or one for all."),
            field=field,
            count=amounts.size,
            channels=len(names),
        )
    amounts = np.broadcast_to(amounts, len(names))
    for name, amount in zip(names, amounts, strict=True):
        if amount < 0:
            raise BadLimit(_NEGATIVE[field], channel=name, amount=float(amount))
        if field != "maximum" and np.isposinf(amount):
            raise BadLimit(N_("{field} of {channel} is without end. Give an amount."), field=field, channel=name)
    return amounts.copy()


_CONTRADICTIONS = (
    (
        "maximum",
        "minimum",
        N_("{channel} gets at most {most}, which is under its minimum of {least}. Raise the one or lower the other."),
    ),
    (
        "maximum",
        "at_least",
        N_(
            "{channel} gets nothing or at least {least}, but at most {most}. Raise the maximum, or lower the smallest "
            "sensible amount."
        ),
    ),
    (
        "fixed",
        "minimum",
        N_("{channel} is fixed at {most}, which is under its minimum of {least}. Change one of the two."),
    ),
    (
        "maximum",
        "fixed",
        N_("{channel} is fixed at {least}, which is over its maximum of {most}. Change one of the two."),
    ),
)


def _check_each(found: Limits) -> None:
    for upper, lower, message in _CONTRADICTIONS:
        most, least = getattr(found, upper), getattr(found, lower)
        for at in np.flatnonzero(most < least):
            raise BadLimit(message, channel=found.names[at], most=float(most[at]), least=float(least[at]))
    for at in np.flatnonzero((found.fixed > 0) & (found.fixed < found.at_least)):
        raise BadLimit(
            N_("{channel} is fixed at {most}, but gets nothing or at least {least}. Change one of the two."),
            channel=found.names[at],
            most=float(found.fixed[at]),
            least=float(found.at_least[at]),
        )


def _check_all(found: Limits) -> None:
    needed = found.box(1).low[0]
    over = float(needed.sum()) - found.total
    if over <= _ROUNDING * found.total:
        return
    settled = ~np.isnan(found.fixed)
    repair = Repair(float(needed.sum()), _lowered(found.names, np.where(settled, 0, needed), over))
    raise ImpossibleLimits(
        _REPAIRS[min(len(repair.minimums), 2)],
        repair,
        needed=repair.total,
        total=found.total,
        over=over,
        channels=", ".join(name for name, _ in repair.minimums),
        amount=repair.minimums[0][1] if repair.minimums else 0.0,
    )


_REPAIRS = (
    N_(
        "What is fixed needs {needed}, and there is {total}: {over} too little. Raise the total to {needed}, or fix "
        "less."
    ),
    N_(
        "The channels need {needed}, and there is {total}: {over} too little. Raise the total to {needed}, or lower "
        "the minimum of {channels} to {amount}."
    ),
    N_(
        "The channels need {needed}, and there is {total}: {over} too little. Raise the total to {needed}, or lower "
        "the minimums of {channels} by {over} together."
    ),
)


def _lowered(names: Sequence[str], minimums: NDArray[np.float64], over: float) -> tuple[tuple[str, float], ...]:
    """The fewest minimums to lower, the largest first, until they make up for ``over``; () where they cannot."""
    lowered = []
    for at in np.argsort(-minimums, kind="stable"):
        if over <= 0 or minimums[at] == 0:
            break
        lowered.append((names[at], float(max(minimums[at] - over, 0))))
        over -= minimums[at]
    return tuple(lowered) if over <= 0 else ()
