"""What the best allocation costs beside scipy's SLSQP, and how it grows: ``python benchmarks/allocation.py``.

SLSQP gets the same curves with their derivatives, a start that spends the total evenly and tight tolerance. It is run
on a sample of the draws, each by itself as a caller would have to, and its time is scaled up to all of them.
"""

import os
import sys
from collections.abc import Callable, Sequence
from time import process_time

import numpy as np
from scipy.optimize import minimize

from workshoplib.analysis.allocation import Curve, Hill, LogisticSaturation, MichaelisMenten, Root, allocate
from workshoplib.analysis.allocation.mixed import side_by_side

TOTAL = 1000.0
CHANNELS = 8
DRAWS = 10_000
SAMPLE = 100


def curves(channels: int, draws: int, seed: int = 1, steepest: float = 1.0) -> list[Curve]:
    """Channels of all kinds in turn, their parameters spread as beliefs are; S-shaped where ``steepest`` is over 1."""
    rng = np.random.default_rng(seed)

    def some(low: float, high: float) -> np.ndarray:
        return rng.uniform(low, high, draws)

    kinds: Sequence[Callable[[], Curve]] = (
        lambda: MichaelisMenten(alpha=some(100, 900), lam=some(20, 300)),
        lambda: LogisticSaturation(lam=some(0.003, 0.05), beta=some(100, 900)),
        lambda: Root(alpha=some(0.3, 0.8), beta=some(1, 9)),
        lambda: Hill(beta=some(100, 900), ec=some(20, 300), slope=some(0.5, steepest)),
    )
    return [kinds[at % len(kinds)]() for at in range(channels)]


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """The least processor time of several runs."""
    taken = []
    for _ in range(times):
        began = process_time()
        work()
        taken.append(process_time() - began)
    return min(taken)


def slsqp(some: Sequence[Curve], draw: int) -> float:
    """The response that SLSQP reaches for one draw, its curves written as fast as numpy allows."""
    response, marginal = written_out([curve.take(np.array([draw])) for curve in some])
    channels = len(some)
    found = minimize(
        lambda spend: -response(spend),
        np.full(channels, TOTAL / channels),
        jac=lambda spend: -marginal(spend),
        bounds=[(1e-9, TOTAL)] * channels,
        constraints={"type": "eq", "fun": lambda spend: spend.sum() - TOTAL, "jac": lambda _: np.ones(channels)},
        options={"ftol": 1e-12, "maxiter": 500},
    )
    return -float(found.fun)


Function = Callable[[np.ndarray], np.ndarray]


def written_out(some: Sequence[Curve]) -> tuple[Callable[[np.ndarray], float], Function]:
    """The sum of the responses and the marginal responses: one expression where all are Michaelis-Menten."""
    if all(isinstance(curve, MichaelisMenten) for curve in some):
        alpha = np.array([curve.parameters()["alpha"][0] for curve in some])
        lam = np.array([curve.parameters()["lam"][0] for curve in some])
        return lambda x: float((alpha * x / (lam + x)).sum()), lambda x: alpha * lam / (lam + x) ** 2
    mixed, _ = side_by_side(some)
    return lambda x: float(mixed.response(x[None]).sum()), lambda x: np.exp(mixed.log_marginal(x[None]))[0]


def compare(title: str, some: Sequence[Curve]) -> None:
    """Prints the time of both, and that they find the same."""
    found = allocate(some, TOTAL)
    ours = seconds(lambda: allocate(some, TOTAL))
    began = process_time()
    reached = np.array([slsqp(some, draw) for draw in range(SAMPLE)])
    theirs = (process_time() - began) * DRAWS / SAMPLE
    ahead = found.response[:SAMPLE].sum(axis=1) / reached - 1
    steep = np.where(found.spend > 0, found.marginal, np.nan)
    uneven = (np.nanmax(steep, axis=1) / np.nanmin(steep, axis=1) - 1).max()
    print(f"{CHANNELS} channels x {DRAWS} draws, {title}")
    print(f"  here    {ours:8.3f} s, marginal responses of a draw differ by at most {uneven:.0e}")
    print(f"  SLSQP   {theirs:8.1f} s ({SAMPLE} draws measured, scaled up)")
    print(f"  ratio   {theirs / ours:8.0f}; our response beside SLSQP's: {ahead.min():+.0e} to {ahead.max():+.0e}")


def grow(title: str, some: Sequence[Curve], **limits: float) -> None:
    """Prints a line of growth."""
    print(f"  {title:44} {seconds(lambda: allocate(some, TOTAL, **limits), 2):8.3f} s")


def main() -> None:
    """Prints the comparison and the growth."""
    print(f"{os.cpu_count()} processors, Python {sys.version.split()[0]}, numpy {np.__version__}")
    compare("four kinds of curves", curves(CHANNELS, DRAWS))
    rng = np.random.default_rng(2)
    alike = [
        MichaelisMenten(alpha=rng.uniform(100, 900, DRAWS), lam=rng.uniform(20, 300, DRAWS)) for _ in range(CHANNELS)
    ]
    compare("Michaelis-Menten only", alike)
    print("growth")
    for channels in (2, 8, 32, 128, 512):
        grow(f"{channels} channels x 1000 draws", curves(channels, 1000))
    for draws in (100, 1000, 10_000, 100_000):
        grow(f"{CHANNELS} channels x {draws} draws", curves(CHANNELS, draws))
    grow(f"{CHANNELS} channels x 1000 draws, S-shaped among them", curves(CHANNELS, 1000, steepest=4.0))
    grow(f"{CHANNELS} channels x 1000 draws, nothing or at least", curves(CHANNELS, 1000), at_least=150.0)


if __name__ == "__main__":
    main()
