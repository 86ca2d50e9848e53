"""Curves of several kinds side by side, a column each: what a solver sees of all channels and draws."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from workshoplib.analysis.allocation.curves import BadCurve, Curve, Floats
from workshoplib.errors import N_


@dataclass(frozen=True, eq=False)
class Mixed:
    """Curves over (draws, channels): each kind with the columns that it answers for."""

    kinds: tuple[tuple[NDArray[np.intp], Curve], ...]
    draws: int
    channels: int

    def take(self, rows: NDArray[np.intp]) -> Self:
        """The curves of some draws, in the order of ``rows``."""
        return type(self)(tuple((at, curve.take(rows)) for at, curve in self.kinds), len(rows), self.channels)

    def response(self, spend: Floats) -> Floats:
        """What each channel brings."""
        return self._each("response", spend)

    def log_marginal(self, spend: Floats) -> Floats:
        """The logarithm of what the next unit of money brings on each channel."""
        return self._each("log_marginal", spend)

    def bend(self, spend: Floats) -> Floats:
        """How the logarithm of the marginal response changes with the spend."""
        return self._each("bend", spend)

    def spend_at(self, log_marginal: Floats) -> Floats:
        """The spend at which the marginal response is this; one price a draw in (draws, 1) serves all channels."""
        return self._each("spend_at", log_marginal)

    def inflection(self) -> Floats:
        """Where S-shaped curves turn; 0 for all others."""
        return self._fixed("inflection")

    def tangent(self) -> Floats:
        """Where S-shaped curves give the best return; 0 for all others."""
        return self._fixed("tangent")

    def told(self) -> tuple[Floats, ...]:
        """All that tells one channel's curve from another's, each over (some rows, channels)."""
        kind = np.zeros((1, self.channels))
        most = max(len(curve.parameters()) for _, curve in self.kinds)
        values = np.zeros((most * self.draws, self.channels))
        for number, (at, curve) in enumerate(self.kinds):
            kind[:, at] = number
            stacked = np.vstack(list(curve.parameters().values()))
            values[: len(stacked), at] = stacked
        return kind, values

    def _fixed(self, what: str) -> Floats:
        found = np.empty((self.draws, self.channels))
        for at, curve in self.kinds:
            found[:, at] = getattr(curve, what)()
        return found

    def _each(self, what: str, given: Floats) -> Floats:
        if len(self.kinds) == 1:
            return np.asarray(getattr(self.kinds[0][1], what)(given))
        found = np.empty((len(given), self.channels))
        for at, curve in self.kinds:
            found[:, at] = getattr(curve, what)(given if given.shape[1] == 1 else given[:, at])
        return found


def side_by_side(curves: Curve | Sequence[Curve]) -> tuple[Mixed, bool]:
    """The curves over (draws, channels), and whether they came with an axis of draws.

    One curve object holds a channel in each entry of its parameters' last axis; in a sequence each is one channel, its
    parameters numbers or one for each draw. BadCurve where there is none, or where the numbers of draws differ.
    """
    if isinstance(curves, Curve):
        shape = np.atleast_1d(np.empty(curves.shape)).shape
        return _one_kind(curves, shape), len(shape) > 1
    lengths = {curve.shape for curve in curves if curve.shape}
    if not curves:
        raise BadCurve(N_("There is no response curve. Give one for each channel."))
    if len(lengths) > 1 or any(len(shape) > 1 for shape in lengths):
        raise BadCurve(
            N_("The response curves hold different numbers of draws: {found}. Give each channel the same number."),
            found=", ".join(sorted(str(shape) for shape in lengths)),
        )
    draws = lengths.pop()[0] if lengths else 1
    grouped: dict[object, list[int]] = {}
    for at, curve in enumerate(curves):
        grouped.setdefault(curve.family, []).append(at)
    spread = [curve.spread((draws,)) for curve in curves]
    kinds = tuple((np.array(at), spread[at[0]].beside([spread[place] for place in at[1:]])) for at in grouped.values())
    return Mixed(kinds, draws, len(curves)), any(curve.shape for curve in curves)


def _one_kind(curves: Curve, shape: tuple[int, ...]) -> Mixed:
    if len(shape) > 2:
        raise BadCurve(
            N_("A response curve has parameters with {found} axes. Give draws and channels, no more."), found=len(shape)
        )
    table = curves.spread((1, *shape) if len(shape) == 1 else shape)
    draws, channels = table.shape
    return Mixed(((np.arange(channels), table),), draws, channels)
