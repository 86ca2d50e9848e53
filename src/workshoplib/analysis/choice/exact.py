"""SMAA-2 without chance: the exact shares when scores are known and nothing is known about the weights.

The weights of n criteria fill a simplex. Where two alternatives are worth the same, a plane cuts it; the planes of all
pairs cut it into pieces within which the order is the same everywhere. A piece is cut at the point where an edge meets
the plane, so that both halves are simplices again and their sizes are the two parts of the edge. A linear function's
mean over a simplex is its value at the centre: sizes and centres give ranks and central weights exactly.
"""

from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike

from workshoplib.analysis.choice.smaa import Acceptability, Array, CannotWeigh, acceptability, checked_scores
from workshoplib.errors import N_

MOST_PIECES = 100_000
_NOUGHT = 1e-12


def exact(scores: ArrayLike) -> Acceptability:
    """The exact acceptability for scores (m, n), all weights being equally likely.

    Meant for few alternatives and criteria: CannotWeigh where the weights fall into more than 100 000 pieces.
    """
    known = checked_scores(scores)
    if known.ndim != 2:
        raise CannotWeigh(
            N_("Exact shares need one score for each alternative and criterion. Draw from ranges instead.")
        )
    pieces, sizes = np.eye(known.shape[1])[None], np.ones(1)
    scale = np.abs(known).max() or 1.0
    for one, other in combinations(range(len(known)), 2):
        pieces, sizes = _cut(pieces, sizes, (known[one] - known[other]) / scale)
    return acceptability(known, pieces.mean(axis=1), sizes)


def _cut(pieces: Array, sizes: Array, plane: Array) -> tuple[Array, Array]:
    """Simplices (p, n, n), rows being corners, and their sizes (p,), cut where corner x plane is nought."""
    whole: list[tuple[Array, Array]] = []
    while len(pieces):
        height = pieces @ plane
        height[np.abs(height) < _NOUGHT] = 0
        rows, top, bottom = np.arange(len(pieces)), height.argmax(axis=1), height.argmin(axis=1)
        above, below = height[rows, top], height[rows, bottom]
        crossed = (above > 0) & (below < 0)
        whole.append((pieces[~crossed], sizes[~crossed]))
        pieces, sizes, rows = pieces[crossed], sizes[crossed], rows[: crossed.sum()]
        top, bottom = top[crossed], bottom[crossed]
        share = above[crossed] / (above[crossed] - below[crossed])
        met = pieces[rows, top] + share[:, None] * (pieces[rows, bottom] - pieces[rows, top])
        upper, lower = pieces.copy(), pieces.copy()
        upper[rows, bottom], lower[rows, top] = met, met
        pieces, sizes = np.concatenate([upper, lower]), np.concatenate([sizes * share, sizes * (1 - share)])
        if len(pieces) + sum(len(sizes) for _, sizes in whole) > MOST_PIECES:
            raise CannotWeigh(N_("There are too many alternatives and criteria for exact shares. Draw them instead."))
    return np.concatenate([some for some, _ in whole]), np.concatenate([size for _, size in whole])
