"""Sizes: how many people each of two variants needs, so that a difference worth having is seen.

``level`` is the chance of seeing a difference where there is none (both directions together), ``power`` the chance of
seeing the one that is there. Shares go from 0 to 1. Sizes are not rounded; round them up.
"""

from enum import StrEnum
from math import asin, isfinite, sqrt
from statistics import NormalDist

from workshoplib.errors import N_, WorkshopError

LEVEL, POWER = 0.05, 0.8

_NORMAL = NormalDist()
_MOST = 1e12


class CannotPlan(WorkshopError):
    """Figures with which no test can be planned."""


class Formula(StrEnum):
    """How the size for two shares is computed; they differ by a few percent."""

    POOLED = "pooled"
    """Under no difference the variance of the common share, else of each: Fleiss, J. L. (1981), Statistical Methods for
    Rates and Proportions, without continuity correction. R's power.prop.test, and samplesize_proportions_2indep_onetail
    of statsmodels."""
    UNPOOLED = "unpooled"
    """The variance of each share throughout: Chow, S.-C., Shao, J. & Wang, H. (2008), Sample Size Calculations."""
    ARCSINE = "arcsine"
    """The shares' arcsines, Cohen's h: Cohen, J. (1988), Statistical Power Analysis; statsmodels' NormalIndPower."""


def people_for_shares(
    base: float, other: float, *, level: float = LEVEL, power: float = POWER, formula: Formula = Formula.POOLED
) -> float:
    """The people that each variant needs to tell two shares apart."""
    _check_shares(base, other)
    _check_chances(level, power)
    doubt, sure = _NORMAL.inv_cdf(1 - level / 2), _NORMAL.inv_cdf(power)
    if formula is Formula.ARCSINE:
        return 2 * ((doubt + sure) / (2 * asin(sqrt(other)) - 2 * asin(sqrt(base)))) ** 2
    none, some = _spreads(base, other, formula)
    return ((doubt * none + sure * some) / (other - base)) ** 2


def power_of_shares(
    base: float, other: float, people: float, *, level: float = LEVEL, formula: Formula = Formula.POOLED
) -> float:
    """The chance of seeing that two shares differ, with so many people for each; a lead the wrong way counts not."""
    _check_shares(base, other)
    _check_chances(level, POWER)
    _check_people(people)
    doubt = _NORMAL.inv_cdf(1 - level / 2)
    if formula is Formula.ARCSINE:
        return _NORMAL.cdf(abs(2 * asin(sqrt(other)) - 2 * asin(sqrt(base))) * sqrt(people / 2) - doubt)
    none, some = _spreads(base, other, formula)
    return _NORMAL.cdf((abs(other - base) * sqrt(people) - doubt * none) / some)


def smallest_share(base: float, people: float, *, level: float = LEVEL, power: float = POWER) -> float | None:
    """The smallest share above ``base`` that so many people for each tell from it; None where none is far enough."""
    _check_people(people)
    low, high = base, 1 - 1e-12
    if people_for_shares(base, high, level=level, power=power) > people:
        return None
    for _ in range(60):
        middle = (low + high) / 2
        if middle > low and people_for_shares(base, middle, level=level, power=power) <= people:
            high = middle
        else:
            low = middle
    return high


def people_for_means(difference: float, spread: float, *, level: float = LEVEL, power: float = POWER) -> float:
    """The people that each variant needs to tell two means apart: the t test's, by the noncentral t distribution.

    ``spread`` is the standard deviation within a variant. Equal to R's power.t.test and, but for leads the wrong way,
    statsmodels' TTestIndPower.
    """
    _check_means(difference, spread)
    _check_chances(level, power)
    effect = abs(difference) / spread
    rough = 2 * ((_NORMAL.inv_cdf(1 - level / 2) + _NORMAL.inv_cdf(power)) / effect) ** 2
    low, high = 1.0 + 1e-6, max(2.0, 2 * rough + 10)
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (low, middle) if power_of_means(effect, 1, middle, level=level) >= power else (middle, high)
    return high


def power_of_means(difference: float, spread: float, people: float, *, level: float = LEVEL) -> float:
    """The chance of seeing that two means differ, with so many people for each."""
    from scipy.special import nctdtr, stdtrit

    _check_means(difference, spread)
    _check_chances(level, POWER)
    _check_people(people)
    freedom, shift = 2 * people - 2, abs(difference) / spread * sqrt(people / 2)
    if freedom > 1e5:  # there t is normal, and the noncentral distribution's series slow
        return _NORMAL.cdf(shift - _NORMAL.inv_cdf(1 - level / 2))
    return float(1 - nctdtr(freedom, shift, stdtrit(freedom, 1 - level / 2)))


def smallest_mean(spread: float, people: float, *, level: float = LEVEL, power: float = POWER) -> float:
    """The smallest difference of two means that so many people for each would tell."""
    _check_people(people)
    low, high = 0.0, spread
    while power_of_means(high, spread, people, level=level) < power and high < _MOST * spread:
        high *= 2
    for _ in range(60):
        middle = (low + high) / 2
        if middle and power_of_means(middle, spread, people, level=level) >= power:
            high = middle
        else:
            low = middle
    return high


def _spreads(base: float, other: float, formula: Formula) -> tuple[float, float]:
    each = sqrt(base * (1 - base) + other * (1 - other))
    common = (base + other) / 2
    return (sqrt(2 * common * (1 - common)) if formula is Formula.POOLED else each), each


def _check_shares(base: float, other: float) -> None:
    for share in (base, other):
        if not 0 < share < 1:
            raise CannotPlan(
                N_("A share of {found} percent cannot be tested. Give one above 0 and below 100."), found=share * 100
            )
    if base == other:
        raise CannotPlan(N_("Both shares are the same. Give the smallest difference that would be worth having."))


def _check_means(difference: float, spread: float) -> None:
    if not difference or not isfinite(difference):
        raise CannotPlan(
            N_("The difference is {found}. Give the smallest one that would be worth having."), found=difference
        )
    if not 0 < spread < _MOST:
        raise CannotPlan(N_("The spread is {found}. Give the standard deviation, a number above 0."), found=spread)


def _check_chances(level: float, power: float) -> None:
    if not 0 < level < 1 or not level / 2 < power < 1:
        raise CannotPlan(
            N_("Level {level} and power {power} do not fit. Give both between 0 and 1, usually 0.05 and 0.8."),
            level=level,
            power=power,
        )


def _check_people(people: float) -> None:
    if not 1 < people < _MOST:
        raise CannotPlan(N_("There are {found} people for each variant. A test needs at least two."), found=people)
