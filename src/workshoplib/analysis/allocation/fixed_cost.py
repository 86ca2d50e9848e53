"""Fixed cost: a channel that brings nothing before something has been paid that does not grow with the rest.

With a fixed cost c and a curve f of what comes on top, a spend x brings::

    g(x) = 0            for x <= c
    g(x) = f(x - c)     for x >  c

That is an S-shaped curve with its turn at c: the line from 0 touches it at x = c + u, where f(u) = f'(u) (u + c).
"""

from dataclasses import dataclass
from typing import Self

import numpy as np

from workshoplib.analysis.allocation.curves import BadCurve, Curve, Floats
from workshoplib.errors import N_

_HALVINGS = 80
_FARTHEST = 2.0**40
"""Times the fixed cost: how far beyond it the touching point is looked for."""


@dataclass(frozen=True, eq=False)
class WithFixedCost(Curve):
    """The curve of a spend of which ``cost`` is fixed; for curves that flatten from the start."""

    curve: Curve
    cost: Floats
    touch: Floats
    """Where the line from 0 touches, beyond the cost."""

    def __post_init__(self) -> None:
        if (self.curve.inflection() > 0).any():
            raise BadCurve(N_("A fixed cost goes with curves that flatten from the start. Give a slope of 1 or less."))

    def parameters(self) -> dict[str, Floats]:
        return {**self.curve.parameters(), "cost": self.cost, "touch": self.touch}

    def _with(self, parameters: dict[str, Floats]) -> Self:
        inner = {name: value for name, value in parameters.items() if name not in ("cost", "touch")}
        made = object.__new__(type(self))
        object.__setattr__(made, "curve", self.curve._with(inner))
        object.__setattr__(made, "cost", parameters["cost"])
        object.__setattr__(made, "touch", parameters["touch"])
        return made

    @property
    def family(self) -> object:
        return type(self), self.curve.family

    def _response(self, spend: Floats) -> Floats:
        return self.curve.response(np.maximum(spend - self.cost, 0))

    def log_marginal(self, spend: Floats) -> Floats:
        beyond = self.curve.log_marginal(np.maximum(spend - self.cost, 0))
        return np.asarray(np.where(spend < self.cost, -np.inf, beyond))

    def bend(self, spend: Floats) -> Floats:
        return self.curve.bend(np.maximum(spend - self.cost, 0))

    def spend_at(self, log_marginal: Floats) -> Floats:
        return np.asarray(self.cost + self.curve.spend_at(log_marginal))

    def inflection(self) -> Floats:
        return np.asarray(np.broadcast_to(self.cost, self.shape))

    def tangent(self) -> Floats:
        return np.asarray(np.broadcast_to(self.cost + self.touch, self.shape))


def with_fixed_cost(curve: Curve, cost: float) -> Curve:
    """The curve after a fixed cost of 0 or more in money; the curve itself where there is none."""
    return WithFixedCost(curve, np.asarray(cost, dtype=float), _touching(curve, cost)) if cost else curve


def _touching(curve: Curve, cost: float) -> Floats:
    """u with f(u) = f'(u) (u + cost), by halving its logarithm: f(u) - f'(u) (u + cost) grows with u."""
    low, high = np.full(curve.shape, cost / _FARTHEST), np.full(curve.shape, cost * _FARTHEST)
    for _ in range(_HALVINGS):
        middle = np.sqrt(low * high)
        before = curve.response(middle) < curve.marginal(middle) * (middle + cost)
        low, high = np.where(before, middle, low), np.where(before, high, middle)
    return np.asarray(high)
