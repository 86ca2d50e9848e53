"""Fitting: a response curve from a team's own results, with intervals that say how little it may know.

Least squares on the logarithms of the parameters (the logit for an elasticity), so that no estimate is impossible; the
intervals are those of the linear approximation at the optimum with Student's t (Seber and Wild 1989, Nonlinear
regression, 5.1), taken back from the logarithms.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import ArrayLike

from workshoplib.analysis.allocation.curves import Curve, Floats, LogisticSaturation, Root
from workshoplib.errors import N_, WorkshopError

_SPARE = 2
"""How many more different spends than parameters a fit needs, so that it can be wrong."""

_DRAWS = 2000

_WIDE = 20.0
"""An interval whose ends differ by more than this factor tells nothing."""


class BadResults(WorkshopError):
    """Results from which no curve can be fitted: too few, not numbers, or not of the same length."""


@dataclass(frozen=True, eq=False)
class Fit:
    """A fitted curve; ``low`` and ``high`` are 95 % intervals of its parameters, in their order."""

    curve: Curve
    names: tuple[str, ...]
    value: Floats
    low: Floats
    high: Floats
    residual: float
    """The standard deviation of what the curve does not explain, in units of the response."""
    explained: float
    """R squared: the share of the variance that the curve explains."""
    count: int
    spend: Floats
    response: Floats
    estimate: Floats
    """The parameters on the scale that was fitted: logarithms, the logit of an elasticity."""
    covariance: Floats
    """Of ``estimate``."""

    @property
    def is_vague(self) -> bool:
        """Whether the results leave a parameter open by more than a factor of 20: then they do not tell the curve."""
        return bool((self.high > _WIDE * self.low).any())

    def draws(self, count: int, rng: np.random.Generator) -> Curve:
        """So many curves that the results allow, over (count,): normal around the estimate on the fitted scale."""
        spread = rng.multivariate_normal(self.estimate, self.covariance, size=count, method="eigh")
        return _curve(type(self.curve), np.clip(spread, -_FAR, _FAR))

    def spread(self, spend: Floats, rng: np.random.Generator) -> tuple[Floats, Floats]:
        """Where the curve lies at each spend (n,) in eight of ten cases: its lower and its upper edge."""
        drawn = self.draws(_DRAWS, rng)
        responses = np.array([drawn.response(some) for some in spend])
        low, high = np.percentile(responses, (10, 90), axis=1)
        return np.asarray(low), np.asarray(high)


def fit(kind: type[Curve], spend: ArrayLike, response: ArrayLike) -> Fit:
    """The curve of a kind that comes closest to results: the response (n,) that each spend (n,) brought.

    BadResults where the results are too few for the curve's parameters: at least two different spends more.
    """
    from scipy.optimize import least_squares
    from scipy.stats import t as student

    x, y = np.asarray(spend, dtype=float), np.asarray(response, dtype=float)
    names = kind.parameter_names()
    _check(x, y, len(names))
    weigh = 1 / max(float(np.abs(y).max()), np.finfo(float).tiny)

    def misses(estimate: Floats) -> Floats:
        return np.asarray((_curve(kind, estimate).response(x) - y) * weigh)

    bounds = _bounds(kind, x)
    tries = [
        least_squares(misses, np.clip(start, *bounds), bounds=bounds, x_scale="jac") for start in _starts(kind, x, y)
    ]
    best = min(tries, key=lambda one: one.cost)
    spare = len(x) - len(names)
    variance = 2 * best.cost / spare
    covariance = np.linalg.pinv(best.jac.T @ best.jac) * variance
    reach = student.ppf(0.975, spare) * np.sqrt(np.diag(covariance))
    around = float(((y - y.mean()) ** 2).sum()) * weigh**2
    return Fit(
        _curve(kind, best.x),
        names,
        value=_parameters(kind, best.x),
        low=_parameters(kind, np.clip(best.x - reach, -_FAR, _FAR)),
        high=_parameters(kind, np.clip(best.x + reach, -_FAR, _FAR)),
        residual=float(np.sqrt(variance)) / weigh,
        explained=1 - 2 * best.cost / around if around else 1.0,
        count=len(x),
        spend=x,
        response=y,
        estimate=best.x,
        covariance=covariance,
    )


_FAR = 60.0
"""Logarithms beyond this are no amounts of money or results."""


def _check(spend: Floats, response: Floats, parameters: int) -> None:
    if spend.ndim != 1 or spend.shape != response.shape:
        raise BadResults(
            N_("There are {spends} spends and {responses} results. Give one result for each spend."),
            spends=spend.size,
            responses=response.size,
        )
    for values in (spend, response):
        wrong = values[~(np.isfinite(values) & (values >= 0))]
        if wrong.size:
            raise BadResults(
                N_("A spend or result is {value}. Give numbers of 0 or more, or leave the period out."),
                value=str(wrong[0]),
            )
    different = len(np.unique(spend[spend > 0]))
    if different < parameters + _SPARE or not response.any():
        raise BadResults(
            N_("{found} different spends with results are too few to fit a curve: it takes {needed}."),
            found=different if response.any() else 0,
            needed=parameters + _SPARE,
        )


def _curve(kind: type[Curve], estimate: Floats) -> Curve:
    values = _parameters(kind, estimate)
    return kind(**{name: values[..., at] for at, name in enumerate(kind.parameter_names())})


def _parameters(kind: type[Curve], estimate: Floats) -> Floats:
    values = np.exp(estimate)
    if kind is Root:
        elasticity = np.clip(estimate[..., 0], -_STEEPEST, _STEEPEST)
        values[..., 0] = 1 / (1 + np.exp(-elasticity))
    return np.asarray(values)


_STEEPEST = 30.0
"""A logit beyond which an elasticity is 1 to the last digit."""


def _bounds(kind: type[Curve], spend: Floats) -> tuple[Floats, Floats]:
    """Where the fitted parameters may lie: a curve bends within a hundred times what was tried, or nobody can tell."""
    lowest, highest = np.log(spend[spend > 0].min() / _BEYOND), np.log(spend.max() * _BEYOND)
    ends = {"ec": (lowest, highest), "slope": (-_STEEP, _STEEP)}
    ends["lam"] = (-highest, -lowest) if kind is LogisticSaturation else (lowest, highest)
    pairs = [ends.get(name, (-_FAR, _FAR)) for name in kind.parameter_names()]
    return np.array(pairs)[:, 0], np.array(pairs)[:, 1]


_BEYOND = 100.0
"""How far outside of the spends that were tried a curve may have its bend."""

_STEEP = 2.5
"""The logarithm of the steepest slope, about 12."""


def _starts(kind: type[Curve], spend: Floats, response: Floats) -> Iterator[list[float]]:
    """Some first guesses from the scale of the results: how high the curve gets, and where it bends."""
    top, some = float(np.log(response.max())), float(np.log(np.median(spend[spend > 0])))
    for height, place in product((0.1, 1.5), (-0.5, 1.5)):
        guesses = {"beta": top + height, "alpha": top + height, "lam": some + place, "ec": some + place, "slope": 0.0}
        if kind is Root:
            guesses = {"alpha": place / 2, "beta": top - some / (1 + np.exp(-place / 2))}
        elif kind is LogisticSaturation:
            guesses["lam"] = -some - place
        yield [guesses[name] for name in kind.parameter_names()]
