"""Reaching a target: the chance, which assumptions decide it, and what would have to change."""

from dataclasses import dataclass

import numpy as np

from workshoplib.analysis.attainment.quantities import Floats

PERCENTILES = (10, 25, 50, 75, 90)

SURE = 0.8
"""The chance that a plan should have: four times out of five."""


@dataclass(frozen=True)
class Attainment:
    """How likely a target is reached."""

    probability: float
    error: float
    """One standard error of the simulation: what another seed might tell differently."""
    percentiles: tuple[float, ...]
    """10, 25, 50, 75 and 90 % of what the metric will be."""
    target: float
    draws: int


def reached(values: Floats, target: float, *, down: bool = False) -> Attainment:
    """The chance that the metric is at the target or beyond it; ``values`` is (draws,), ``down`` where less is better.

    The standard error is that of a share, after two draws on either side have been added (Agresti and Coull 1998,
    Approximate is better than "exact" for interval estimation of binomial proportions, American Statistician 52(2)):
    so a chance of nothing or everything still has one.
    """
    draws = len(values)
    hits = int(((values <= target) if down else (values >= target)).sum())
    shifted = (hits + 2) / (draws + 4)
    return Attainment(
        hits / draws,
        float(np.sqrt(shifted * (1 - shifted) / (draws + 4))),
        tuple(float(value) for value in np.percentile(values, PERCENTILES)),
        target,
        draws,
    )


def contributions(inputs: Floats, values: Floats) -> Floats:
    """How much of the uncertainty each input explains, (inputs,): they add up to 1, below 0 where more means less.

    The squared rank correlation of each input (draws, inputs) with the outcome (draws,), as a share of all of them,
    with its sign (Hamby 1994, A review of techniques for parameter sensitivity analysis, Environmental Monitoring and
    Assessment 32). What does not vary explains nothing.
    """
    ranks, outcome = _ranks(inputs), _ranks(values[:, None])[:, 0]
    spread = np.sqrt((ranks**2).sum(axis=0) * (outcome**2).sum())
    correlation = np.divide(ranks.T @ outcome, spread, out=np.zeros(inputs.shape[1]), where=spread > 0)
    squared = correlation**2
    whole = squared.sum()
    return np.asarray(np.sign(correlation) * squared / whole) if whole else np.zeros(inputs.shape[1])


def _ranks(values: Floats) -> Floats:
    """Ranks of each column around 0; all 0 for a column without any difference."""
    ranks = np.zeros((values.shape[1], len(values)))
    places = np.arange(len(values)) - (len(values) - 1) / 2
    for row, column in zip(ranks, np.ascontiguousarray(values.T), strict=True):
        if column.min() < column.max():
            row[column.argsort()] = places
    return ranks.T


def factor_needed(added: Floats, rest: Floats, target: float, chance: float = SURE) -> float | None:
    """By how much ``added`` must be multiplied so that it and the rest reach the target with this chance.

    Both are (draws,). In each draw it takes (target - rest) / added; the answer is the percentile of that. None where
    ``added`` is nothing in too many draws.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        needed = np.where(rest >= target, 0.0, np.where(added > 0, (target - rest) / added, np.inf))
    found = float(np.quantile(needed, chance, method="inverted_cdf"))
    return found if np.isfinite(found) else None


def target_within_reach(values: Floats, chance: float = SURE, *, down: bool = False) -> float:
    """The target that would be reached with this chance."""
    return float(np.quantile(values, chance if down else 1 - chance))
