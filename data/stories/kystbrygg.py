"""Kystbrygg."""

from random import Random

from workshoplib.strategy import Strategy
from workshoplib.strategy.organisation import Organisation

OPEN: frozenset[str] = frozenset()


def strategy(random: Random) -> Strategy:
    """The strategy of Kystbrygg."""
    return Strategy(organisation=Organisation(name="Kystbrygg"))
