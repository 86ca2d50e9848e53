"""What a simulation of all goals costs, and how it grows: ``python benchmarks/attainment.py``.

From ranges to the chance of each goal, with percentiles, the assumptions that matter and the factor that is needed.
"""

import os
import sys
from time import process_time

import numpy as np

from workshoplib.analysis.attainment import (
    Attainment,
    Quantity,
    Rates,
    Scale,
    contributions,
    draw,
    factor_needed,
    flow,
    plan,
    reached,
)

DRAWS, GOALS, MONTHS = 20_000, 10, 12

RANGES = (
    Quantity("reach_rate", 0.05, 0.12, 0.3, Scale.SHARE),
    Quantity("click_rate", 0.005, 0.01, 0.03, Scale.SHARE),
    Quantity("growth", -0.005, 0.01, 0.03, Scale.ANY),
    Quantity("price", 30, 55, 110),
    Quantity("ad_click_rate", 0.006, 0.01, 0.018, Scale.SHARE),
    Quantity("conversion_rate", 0.01, 0.03, 0.07, Scale.SHARE),
)


def simulate(draws: int, goals: int, months: int) -> list[Attainment]:
    """The chance of each goal, a channel for each: its conversions over all months."""
    rng = np.random.default_rng(1)
    planned = plan(np.full((goals, months), 12), np.full((goals, months), 4000), np.linspace(500, 9000, goals))
    drawn = [draw([one] * goals, draws, rng) for one in RANGES]
    result = flow(planned, Rates(*drawn)).conversions.sum(axis=2)
    found = []
    for goal in range(goals):
        found.append(reached(result[:, goal], 400.0))
        contributions(np.column_stack([inputs[:, goal] for inputs in drawn]), result[:, goal])
        factor_needed(result[:, goal], np.zeros(draws), 400.0)
    return found


def seconds(draws: int, goals: int, months: int) -> float:
    """The least processor time of three runs."""
    taken = []
    for _ in range(3):
        began = process_time()
        simulate(draws, goals, months)
        taken.append(process_time() - began)
    return min(taken)


def main() -> None:
    """Prints a line for the size that was promised, and lines for its growth."""
    print(f"{os.cpu_count()} processors, Python {sys.version.split()[0]}, numpy {np.__version__}")
    print(f"{DRAWS} draws x {GOALS} goals x {MONTHS} months: {seconds(DRAWS, GOALS, MONTHS):.3f} s")
    first = simulate(DRAWS, GOALS, MONTHS)[0]
    print(f"  simulation error of the first goal's chance: {first.probability:.3f} +- {first.error:.4f}")
    print("growth")
    for draws in (2_000, 20_000, 200_000):
        print(f"  {draws:6} draws x {GOALS:2} goals x {MONTHS} months {seconds(draws, GOALS, MONTHS):8.3f} s")
    for goals in (1, 10, 100):
        print(f"  {DRAWS:6} draws x {goals:2} goals x {MONTHS} months {seconds(DRAWS, goals, MONTHS):8.3f} s")


if __name__ == "__main__":
    main()
