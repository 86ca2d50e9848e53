"""Many beliefs at once: from the best spend of each draw to ranges, and to who deserves more than whom."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workshoplib.analysis.allocation.answer import Allocation
from workshoplib.analysis.allocation.curves import Floats

PERCENTILES = (10, 50, 90)


@dataclass(frozen=True)
class Ranges:
    """Percentiles over the draws, each (3, channels) or (3,): 10, 50 and 90 %."""

    spend: Floats
    response: Floats
    total_response: Floats


def ranges(allocation: Allocation) -> Ranges:
    """How far the best spend of the draws, and what it brings, lie apart.

    The medians of several channels need not add up to the total: each is of its own channel.
    """
    spend, response = np.atleast_2d(allocation.spend), np.atleast_2d(allocation.response)
    return Ranges(
        np.percentile(spend, PERCENTILES, axis=0),
        np.percentile(response, PERCENTILES, axis=0),
        np.percentile(response.sum(axis=1), PERCENTILES),
    )


@dataclass(frozen=True)
class Contest:
    """The chance that one channel deserves more than another: rows against columns, (channels, channels)."""

    probability: Floats
    error: Floats
    """One standard error of the simulation."""


def deserves_more(allocation: Allocation, little: float = 1e-6) -> Contest:
    """In which share of the draws the best spend gives the row's channel more than the column's.

    Ties (within ``little`` of the total) count half to each, so that the two chances of a pair add up to 1.
    """
    spend = np.atleast_2d(allocation.spend)
    close = little * allocation.total
    channels = spend.shape[1]
    probability = np.full((channels, channels), 0.5)
    for at in range(channels):
        ahead = spend[:, [at]] - spend
        probability[at] = (ahead > close).mean(axis=0) + (np.abs(ahead) <= close).mean(axis=0) / 2
    return Contest(probability, standard_error(probability, len(spend)))


def standard_error(probability: Floats, draws: int) -> Floats:
    """One standard error of a share seen in so many draws (Agresti and Coull 1998: two of each added first)."""
    shifted: NDArray[np.float64] = (probability * draws + 2) / (draws + 4)
    return np.sqrt(shifted * (1 - shifted) / (draws + 4))
