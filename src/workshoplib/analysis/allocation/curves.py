"""Response curves: what a channel brings for what is spent on it, with the marginal response and its inverse.

The forms and the names of their parameters are those of marketing mix models: PyMC-Marketing (``RootSaturation``,
``MichaelisMentenSaturation``, ``LogisticSaturation``, ``HillSaturation``), Meta Robyn and Google Meridian. Parameters
are numbers or arrays that broadcast against the spend; the last axis is the channels, one before it the draws.

The marginal response is handled as its logarithm throughout: far out on a curve it is smaller than any float.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Self, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from workshoplib.errors import N_, WorkshopError

Floats: TypeAlias = NDArray[np.float64]

_NEWTON_STEPS = 100
_CLOSE = 4 * np.finfo(float).eps
"""Of the numbers that are subtracted: a difference smaller than this is rounding."""


class BadCurve(WorkshopError):
    """A parameter of a response curve is no number, or not one that the curve can have."""


class Curve(ABC):
    """A response that grows with the spend, from 0 at 0; its parameters are the fields of a frozen dataclass."""

    def __post_init__(self) -> None:
        for name, value in self.parameters().items():
            found = np.asarray(value, dtype=float)
            _require_positive(name, found)
            object.__setattr__(self, name, found)

    @classmethod
    def parameter_names(cls) -> tuple[str, ...]:
        """The names of the parameters, in the order of the constructor."""
        return tuple(field.name for field in fields(cls))  # type: ignore[arg-type]  # each kind is a dataclass

    def parameters(self) -> dict[str, Floats]:
        """The parameters by name, in the order of the constructor."""
        return {name: getattr(self, name) for name in self.parameter_names()}

    @property
    def family(self) -> object:
        """What curves have in common that can be put beside each other in one object."""
        return type(self)

    def beside(self, others: Sequence[Self]) -> Self:
        """These curves and others of the family, all (draws,), as one object over (draws, channels)."""
        columns = [curve.parameters() for curve in (self, *others)]
        return self._with({name: np.stack([column[name] for column in columns], axis=1) for name in columns[0]})

    def _with(self, parameters: dict[str, Floats]) -> Self:
        """The same kind of curve with other parameters, which have been checked already."""
        made = object.__new__(type(self))
        for name, value in parameters.items():
            object.__setattr__(made, name, value)
        return made

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape that the parameters have together: (), (channels,) or (draws, channels)."""
        return np.broadcast_shapes(*(value.shape for value in self.parameters().values()))

    def spread(self, shape: tuple[int, ...]) -> Self:
        """The same curves with each parameter in full ``shape``."""
        return self._with({name: np.broadcast_to(value, shape) for name, value in self.parameters().items()})

    def take(self, rows: NDArray[np.intp]) -> Self:
        """The curves of some draws; the parameters must be spread to (draws, channels)."""
        return self._with({name: value[rows] for name, value in self.parameters().items()})

    def response(self, spend: ArrayLike) -> Floats:
        """What comes back for the spend (both 0 or more), in the units of the curve's height."""
        return self._response(np.asarray(spend, dtype=float))

    @abstractmethod
    def _response(self, spend: Floats) -> Floats:
        """The response to an array."""

    def marginal(self, spend: ArrayLike) -> Floats:
        """What the next unit of money brings: the derivative of the response; infinite at 0 for some curves."""
        with np.errstate(over="ignore"):
            return np.asarray(np.exp(self.log_marginal(np.asarray(spend, dtype=float))))

    @abstractmethod
    def log_marginal(self, spend: Floats) -> Floats:
        """The natural logarithm of the marginal response."""

    @abstractmethod
    def bend(self, spend: Floats) -> Floats:
        """How the logarithm of the marginal response changes with the spend: below 0 where the curve flattens."""

    @abstractmethod
    def spend_at(self, log_marginal: Floats) -> Floats:
        """The spend on the flattening part of the curve whose marginal response this is (the inverse derivative).

        Where the curve is nowhere that steep: where the flattening part begins, which is 0 for most curves.
        """

    def inflection(self) -> Floats:
        """The spend where an S-shaped curve turns from steepening to flattening; 0 for all others."""
        return np.zeros(self.shape)

    def tangent(self) -> Floats:
        """The spend where a straight line from 0 touches an S-shaped curve: its best return; 0 for all others."""
        return np.zeros(self.shape)


def _require_positive(name: str, value: Floats) -> None:
    wrong = value[~(np.isfinite(value) & (value > 0))]
    if wrong.size:
        raise BadCurve(
            N_("A response curve has {parameter} = {value}. Give a number above 0, or leave the channel out."),
            parameter=name,
            value=str(wrong.flat[0]),
        )


@dataclass(frozen=True, eq=False)
class Root(Curve):
    """beta x^alpha with 0 < alpha < 1, the elasticity: 1 % more money brings alpha % more (``RootSaturation``)."""

    alpha: Floats
    beta: Floats

    def __post_init__(self) -> None:
        super().__post_init__()
        if (self.alpha >= 1).any():
            raise BadCurve(
                N_("A root curve has alpha = {value}. Give a number between 0 and 1: from 1 on it never flattens."),
                value=str(self.alpha.max()),
            )

    def _response(self, spend: Floats) -> Floats:
        return np.asarray(self.beta * spend**self.alpha)

    def log_marginal(self, spend: Floats) -> Floats:
        with np.errstate(divide="ignore"):
            return np.asarray(np.log(self.alpha * self.beta) - (1 - self.alpha) * np.log(spend))

    def bend(self, spend: Floats) -> Floats:
        with np.errstate(divide="ignore", over="ignore"):
            return np.asarray(-(1 - self.alpha) / spend)

    def spend_at(self, log_marginal: Floats) -> Floats:
        with np.errstate(over="ignore"):
            return np.asarray(np.exp((np.log(self.alpha * self.beta) - log_marginal) / (1 - self.alpha)))


@dataclass(frozen=True, eq=False)
class MichaelisMenten(Curve):
    """alpha x / (lam + x): at most alpha, half of it at a spend of lam (``MichaelisMentenSaturation``).

    The same as a Hill curve of slope 1, which is Meridian's default.
    """

    alpha: Floats
    lam: Floats

    def _response(self, spend: Floats) -> Floats:
        return np.asarray(self.alpha * (spend / (self.lam + spend)))

    def log_marginal(self, spend: Floats) -> Floats:
        return np.asarray(np.log(self.alpha / self.lam) - 2 * np.log1p(spend / self.lam))

    def bend(self, spend: Floats) -> Floats:
        return np.asarray(-2 / (self.lam + spend))

    def spend_at(self, log_marginal: Floats) -> Floats:
        with np.errstate(over="ignore"):
            beyond = np.expm1((np.log(self.alpha / self.lam) - log_marginal) / 2)
        return np.asarray(self.lam * np.maximum(beyond, 0))


@dataclass(frozen=True, eq=False)
class LogisticSaturation(Curve):
    """beta (1 - e^(-lam x)) / (1 + e^(-lam x)): at most beta, nearly there at 5 / lam (``LogisticSaturation``)."""

    lam: Floats
    beta: Floats

    def _response(self, spend: Floats) -> Floats:
        return np.asarray(self.beta * np.tanh(self.lam * spend / 2))

    def log_marginal(self, spend: Floats) -> Floats:
        along = self.lam * spend
        return np.asarray(np.log(2 * self.beta * self.lam) - along - 2 * np.log1p(np.exp(-along)))

    def bend(self, spend: Floats) -> Floats:
        return np.asarray(-self.lam * np.tanh(self.lam * spend / 2))

    def spend_at(self, log_marginal: Floats) -> Floats:
        # marginal = (beta lam / 2) / cosh(lam x / 2)^2
        over = np.maximum((np.log(self.beta * self.lam / 2) - log_marginal) / 2, 0)
        return np.asarray(2 / self.lam * (over + np.log1p(np.sqrt(-np.expm1(-2 * over)))))


@dataclass(frozen=True, eq=False)
class Hill(Curve):
    """beta x^slope / (x^slope + ec^slope): at most beta, half of it at a spend of ec; S-shaped for slope > 1.

    ``ec`` is PyMC-Marketing's ``kappa``, Meridian's ``ec`` and, with Robyn, the inflexion point between the least and
    the most spend that gamma names; ``slope`` is Robyn's alpha.
    """

    beta: Floats
    ec: Floats
    slope: Floats

    def _response(self, spend: Floats) -> Floats:
        with np.errstate(divide="ignore", over="ignore"):
            return np.asarray(self.beta / (1 + (self.ec / spend) ** self.slope))

    def log_marginal(self, spend: Floats) -> Floats:
        with np.errstate(divide="ignore", invalid="ignore"):
            along = np.log(spend / self.ec)
            rise = np.where(self.slope == 1, 0, (self.slope - 1) * along)
        return np.asarray(np.log(self.beta * self.slope / self.ec) + rise - 2 * np.logaddexp(0, self.slope * along))

    def bend(self, spend: Floats) -> Floats:
        # slope - 1 - 2 slope u / (1 + u) for u = (x / ec)^slope, over x; written so that slope 1 is finite at 0
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            share = 1 / (1 + (self.ec / spend) ** self.slope)
            bend = (self.slope - 1 - 2 * self.slope * share) / spend
        return np.asarray(np.where((spend == 0) & (self.slope == 1), -2 / self.ec, bend))

    def inflection(self) -> Floats:
        above = np.maximum(self.slope - 1, 0)
        return np.asarray(self.ec * (above / (self.slope + 1)) ** (1 / self.slope))

    def tangent(self) -> Floats:
        return np.asarray(self.ec * np.maximum(self.slope - 1, 0) ** (1 / self.slope))

    def spend_at(self, log_marginal: Floats) -> Floats:
        level, slope, ec = np.broadcast_arrays(
            log_marginal - np.log(self.beta * self.slope / self.ec), self.slope, self.ec
        )
        if (slope == 1).all():
            with np.errstate(over="ignore"):
                return np.asarray(ec * np.maximum(np.expm1(-level / 2), 0))
        with np.errstate(divide="ignore", over="ignore"):
            return np.asarray(ec * np.exp(_hill_inverse(level, slope) / slope))


def _hill_inverse(level: Floats, slope: Floats) -> Floats:
    """The larger v with (1 - 1 / slope) v - 2 log(1 + e^v) = level, which is concave in v: v = log((x / ec)^slope).

    Newton's steps from the right of the root stay there and only come closer. Minus infinity, or the top of the
    concave function for slope > 1, where the level is nowhere reached.
    """
    rise = 1 - 1 / slope
    with np.errstate(divide="ignore", invalid="ignore"):
        top = np.where(slope > 1, np.log(np.maximum(slope - 1, 0) / (slope + 1)), -np.inf)
        highest = np.where(slope > 1, rise * top - 2 * np.logaddexp(0, top), np.where(slope == 1, 0.0, np.inf))
    reached = level < highest
    v = np.where(reached, _right_of_root(level, rise, top, highest), 0.0)
    for _ in range(_NEWTON_STEPS):
        straight, bent = rise * v, 2 * np.logaddexp(0, v)
        under = np.where(reached, straight - bent - level, 0)
        if (np.abs(under) <= _CLOSE * (np.abs(straight) + bent + np.abs(level))).all():
            break
        v = v + under / np.where(reached, 2 / (1 + np.exp(-v)) - rise, 1)
    return np.where(reached, v, top)


def _right_of_root(level: Floats, rise: Floats, top: Floats, highest: Floats) -> Floats:
    """A value that the root is not above: from two straight lines and a parabola that lie over the curve."""
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        line = np.where(level <= 0, -level / (2 - rise), np.where(rise < 0, level / rise, 0.0))
        bend = np.where(rise > 0, rise * (1 - rise / 2), 1)  # 2 p (1 - p) at the top, where p = rise / 2
        parabola = np.where(rise > 0, top + np.sqrt(2 * np.maximum(highest - level, 0) / bend), np.inf)
    return np.where(parabola <= 0, np.minimum(line, parabola), line)
