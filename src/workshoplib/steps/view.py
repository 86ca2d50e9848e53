"""All that a step may look at."""

from dataclasses import dataclass
from datetime import date

from workshoplib.facts import Facts
from workshoplib.strategy import Strategy
from workshoplib.strategy.platforms import Platforms
from workshoplib.words import Words


@dataclass(frozen=True)
class View:
    strategy: Strategy
    say: Words
    facts: Facts
    today: date
    group: tuple[Platforms, ...] = ()
    """Participants' own proposals about platforms, for those who may see them all."""
