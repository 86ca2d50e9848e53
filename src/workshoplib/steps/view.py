"""All that a step may look at."""

from dataclasses import dataclass
from datetime import date

from workshoplib.facts import Facts
from workshoplib.strategy import Strategy
from workshoplib.words import Words


@dataclass(frozen=True)
class View:
    strategy: Strategy
    say: Words
    facts: Facts
    today: date
