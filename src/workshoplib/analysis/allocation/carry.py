"""Carry-over: what is spent in one period goes on working in the next ones (adstock), and responses over periods.

Broadbent (1979), One way TV advertisements work, Journal of the Market Research Society 21(3).
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import ArrayLike

from workshoplib.analysis.allocation.curves import BadCurve, Curve, Floats
from workshoplib.errors import N_

_HALVINGS = 60


def geometric_adstock(
    spend: ArrayLike, alpha: ArrayLike, *, max_lag: int | None = None, normalise: bool = False
) -> Floats:
    """What works in each period when a share ``alpha`` of it is carried to the next: y[t] = x[t] + alpha y[t - 1].

    Periods are the last axis of ``spend``; ``alpha``, 0 to below 1, is one number or one for each row (Robyn's
    ``theta``). ``max_lag`` ends the memory after so many periods, the first included (PyMC-Marketing's ``l_max``);
    ``normalise`` divides by the sum of the weights, so that a steady spend stays what it is.
    """
    given, carried = np.asarray(spend, dtype=float), np.asarray(alpha, dtype=float)[..., None]
    if not ((carried >= 0) & (carried < 1)).all():
        raise BadCurve(
            N_("The carry-over alpha is {value}. Give a share from 0 to below 1: 0.2 carries a fifth over."),
            value=str(np.asarray(alpha).max()),
        )
    periods = given.shape[-1]
    lags = periods if max_lag is None else min(max_lag, periods)
    worked = np.zeros(np.broadcast_shapes(given.shape, carried.shape))
    for lag in range(lags):
        worked[..., lag:] += carried**lag * given[..., : periods - lag]
    if normalise:
        worked *= (1 - carried) / (1 - (carried**max_lag if max_lag else 0))
    return worked


@dataclass(frozen=True, eq=False)
class Paced(Curve):
    """The response over several periods to a budget: the sum of curve(weight x budget) over the periods.

    ``weights`` says how much of each unit of the budget works in each period: with T periods, even spend and carry-over
    ``geometric_adstock(np.full(T, 1 / T), alpha)``. For curves that flatten from the start; the inverse of their sum
    has no closed form and is found by halving.
    """

    curve: Curve
    weights: Floats

    def __post_init__(self) -> None:
        weights = np.asarray(self.weights, dtype=float)
        if weights.ndim != 1 or not np.isfinite(weights).all() or (weights < 0).any() or not weights.any():
            raise BadCurve(N_("The weights of the periods must be numbers of 0 or more, and not all of them 0."))
        if (self.curve.inflection() > 0).any():
            raise BadCurve(
                N_("An S-shaped curve cannot be summed over periods here. Give a slope of 1 or less, or one period.")
            )
        object.__setattr__(self, "weights", weights)

    def parameters(self) -> dict[str, Floats]:
        return self.curve.parameters()

    def _with(self, parameters: dict[str, Floats]) -> Self:
        return type(self)(self.curve._with(parameters), self.weights)

    @property
    def family(self) -> object:
        return type(self), self.curve.family, self.weights.tobytes()

    def _terms(self) -> tuple[tuple[float, int], ...]:
        """The weights above 0, each once, with how many periods have it."""
        values, counts = np.unique(self.weights[self.weights > 0], return_counts=True)
        return tuple(zip(values.tolist(), counts.tolist(), strict=True))

    def _response(self, spend: Floats) -> Floats:
        return np.asarray(sum(times * self.curve.response(weight * spend) for weight, times in self._terms()))

    def log_marginal(self, spend: Floats) -> Floats:
        steep = [np.log(weight * times) + self.curve.log_marginal(weight * spend) for weight, times in self._terms()]
        return np.asarray(np.logaddexp.reduce(steep))

    def bend(self, spend: Floats) -> Floats:
        whole = self.log_marginal(spend)
        with np.errstate(invalid="ignore"):
            return np.asarray(
                sum(
                    times * weight**2 * self.curve.bend(weight * spend)
                    * np.exp(self.curve.log_marginal(weight * spend) - whole)
                    for weight, times in self._terms()
                )
            )  # fmt: skip

    def spend_at(self, log_marginal: Floats) -> Floats:
        terms = self._terms()
        periods = sum(times for _, times in terms)
        # No period's share of the marginal response is more than all of it, and one is at least the average.
        low = np.maximum.reduce([self.curve.spend_at(log_marginal - np.log(weight)) / weight for weight, _ in terms])
        high = np.maximum.reduce(
            [self.curve.spend_at(log_marginal - np.log(weight * periods)) / weight for weight, _ in terms]
        )
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            steep = self.log_marginal(middle) > log_marginal
            low, high = np.where(steep, middle, low), np.where(steep, high, middle)
        return np.asarray(low)
