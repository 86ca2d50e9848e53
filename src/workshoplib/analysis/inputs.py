"""Inputs: what a computation reads of a strategy, so that its result can be kept for as long as that stays the same."""

from workshoplib.strategy import PARTS, Strategy


def only(strategy: Strategy, *parts: str) -> Strategy:
    """The strategy with these parts, all others empty.

    What is computed from it cannot depend on anything else; so strategies that are equal here have the same result.
    """
    return strategy.model_copy(update={name: part() for name, part in PARTS if name not in parts})
