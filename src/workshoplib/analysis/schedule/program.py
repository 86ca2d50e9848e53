"""A mixed integer programme that is written row by row and solved by HiGHS."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from math import inf

import numpy as np

from workshoplib.errors import N_, WorkshopError

_INFEASIBLE = 2
"""What scipy's milp says where no solution is possible."""


class OutOfTime(WorkshopError):
    """The time was over before any solution was found."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            N_("No calendar was found in {seconds} seconds. Give it more time, or plan fewer weeks."), seconds=seconds
        )


@dataclass(frozen=True)
class Solution:
    """The value of each number, rounded; ``gap`` is how far it is from the best at most, 0.0 where it is the best."""

    values: Mapping[Hashable, int]
    gain: float
    gap: float

    def __getitem__(self, key: Hashable) -> int:
        return self.values.get(key, 0)


@dataclass
class Program:
    """Whole numbers between bounds, linear rows between bounds, and a linear gain that is made as large as can be."""

    _index: dict[Hashable, int] = field(default_factory=dict)
    _low: list[float] = field(default_factory=list)
    _high: list[float] = field(default_factory=list)
    _gain: list[float] = field(default_factory=list)
    _rows: list[tuple[Mapping[Hashable, float], float, float]] = field(default_factory=list)

    def number(self, key: Hashable, high: float = 1, *, gain: float = 0) -> Hashable:
        """A whole number from 0 to ``high``; its key."""
        self._index[key] = len(self._low)
        self._low.append(0)
        self._high.append(high)
        self._gain.append(gain)
        return key

    def has(self, key: Hashable) -> bool:
        """Whether there is such a number."""
        return key in self._index

    def gains(self, gains: Mapping[Hashable, float]) -> Mapping[Hashable, float]:
        """Sets what is gained from each number anew, the others bring nothing; what it was before."""
        before = dict(zip(self._index, self._gain, strict=True))
        self._gain = [gains.get(key, 0) for key in self._index]
        return before

    def row(self, terms: Mapping[Hashable, float], low: float = -inf, high: float = inf) -> None:
        """A sum that stays within bounds."""
        self._rows.append((terms, low, high))

    def solve(self, seconds: float) -> Solution | None:
        """The best solution, or the best found in the time; None where there can be none.

        The same programme gives the same solution, unless the time runs out. OutOfTime where nothing was found.
        """
        from scipy.optimize import Bounds, LinearConstraint, milp
        from scipy.sparse import csr_array

        if not self._index:
            return Solution({}, 0.0, 0.0) if all(low <= 0 <= high for _, low, high in self._rows) else None
        entries = [
            (value, place, self._index[key])
            for place, (terms, _, _) in enumerate(self._rows)
            for key, value in terms.items()
        ]
        data, rows, columns = (np.array(part) for part in zip(*entries, strict=True)) if entries else ((),) * 3
        matrix = csr_array((data, (rows, columns)), shape=(len(self._rows), len(self._index)))
        found = milp(
            -np.array(self._gain),
            integrality=np.ones(len(self._gain)),
            bounds=Bounds(np.array(self._low), np.array(self._high)),
            constraints=LinearConstraint(
                matrix, np.array([row[1] for row in self._rows]), np.array([row[2] for row in self._rows])
            )
            if entries
            else (),
            options={"time_limit": seconds, "mip_rel_gap": 0.0},
        )
        if found.x is None:
            if found.status == _INFEASIBLE:
                return None
            raise OutOfTime(seconds)
        values = {key: round(value) for key, value in zip(self._index, found.x, strict=True)}
        gain = sum(one * values[key] for one, key in zip(self._gain, self._index, strict=True))
        return Solution(values, gain, 0.0 if found.status == 0 else abs(found.mip_gap))


def total(keys: Iterable[Hashable]) -> dict[Hashable, float]:
    """The sum of numbers as the terms of a row."""
    return dict.fromkeys(keys, 1.0)
