"""Quantities that nobody knows exactly: three percentiles, where they come from, and a distribution through them.

Whoever gives the range says: one chance in ten that it is lower than ``low``, as likely under as over ``middle``, one
in ten that it is higher than ``high``. The distribution is a *split* normal (Wallis 2014, The two-piece normal,
Statistical Science 29(1)) in its quantile form, on the scale that fits the quantity: the logarithm for what is above 0
(prices, counts), the logit for shares between 0 and 1, the number itself for what may be below 0 (growth). It goes
through all three percentiles exactly, with half of the chance on each side of the middle, and grows with the normal
deviate that it is drawn from.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from workshoplib.errors import N_, WorkshopError

Floats: TypeAlias = NDArray[np.float64]

TENTH = 1.2815515655446004
"""The standard normal deviate with a tenth of the chance beyond it."""


class BadRange(WorkshopError):
    """A range whose percentiles are no numbers, are in the wrong order, or lie where the quantity cannot."""


_NO_NUMBERS = N_("The range of {name} is {low} – {middle} – {high}. Give three numbers.")
_NO_ORDER = N_("The range of {name} is {low} – {middle} – {high}. Put the lowest first and the highest last.")
_NOT_ABOVE = N_("The range of {name} starts at {low}. Start it above 0, if only a little.")
_NO_SHARE = N_("The range of {name} ends at {high}. A share stays below 1: write 3 % as 0.03.")


class Scale(StrEnum):
    """What values a quantity can have."""

    POSITIVE = "positive"
    SHARE = "share"
    ANY = "any"


class Origin(StrEnum):
    """Where a range comes from; the surest first."""

    OWN = "own"
    BENCHMARK = "benchmark"
    GUESS = "guess"
    """The group's."""
    USUAL = "usual"
    """The kit's, where nobody has said or published anything."""


@dataclass(frozen=True)
class Quantity:
    """A range of 10, 50 and 90 %, and where it comes from."""

    name: str
    low: float
    middle: float
    high: float
    scale: Scale = Scale.POSITIVE
    origin: Origin = Origin.GUESS
    source: str = ""
    """Who published it or which results it is from; empty for a guess."""
    year: int | None = None

    def __post_init__(self) -> None:
        given = (self.low, self.middle, self.high)
        if not all(np.isfinite(given)):
            raise BadRange(_NO_NUMBERS, **self._told)
        if not self.low <= self.middle <= self.high:
            raise BadRange(_NO_ORDER, **self._told)
        if self.scale is not Scale.ANY and self.low <= 0:
            raise BadRange(_NOT_ABOVE, **self._told)
        if self.scale is Scale.SHARE and self.high >= 1:
            raise BadRange(_NO_SHARE, **self._told)

    @property
    def _told(self) -> dict[str, object]:
        return {"name": self.name, "low": self.low, "middle": self.middle, "high": self.high}

    def at(self, deviate: Floats) -> Floats:
        """The values at standard normal deviates: ``low`` at -1.28, ``middle`` at 0, ``high`` at 1.28."""
        low, middle, high = (_onto(self.scale, end) for end in (self.low, self.middle, self.high))
        side = np.where(deviate < 0, middle - low, high - middle)
        return _back(self.scale, middle + deviate / TENTH * side)

    def percentile(self, percent: float) -> float:
        """The value that so many percent of the chance lie under."""
        from scipy.stats import norm

        return float(self.at(np.array(norm.ppf(percent / 100))))


def _onto(scale: Scale, value: float) -> float:
    match scale:
        case Scale.POSITIVE:
            return float(np.log(value))
        case Scale.SHARE:
            return float(np.log(value / (1 - value)))
        case _:
            return value


def _back(scale: Scale, value: Floats) -> Floats:
    match scale:
        case Scale.POSITIVE:
            return np.exp(value)
        case Scale.SHARE:
            return np.asarray(1 / (1 + np.exp(-value)))
        case _:
            return value


def exactly(name: str, value: float, source: str = "") -> Quantity:
    """A quantity that is known."""
    return Quantity(name, value, value, value, Scale.ANY, Origin.OWN, source)


def draw(quantities: Sequence[Quantity], draws: int, rng: np.random.Generator) -> Floats:
    """Values of the quantities, (draws, quantities), independent of each other."""
    deviates = rng.standard_normal((len(quantities), draws))
    return np.stack([one.at(deviate) for one, deviate in zip(quantities, deviates, strict=True)], axis=1)
