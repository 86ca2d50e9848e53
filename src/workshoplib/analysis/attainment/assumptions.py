"""An assumption: a range with what it is about, in words, and the published figures that it leans on."""

from dataclasses import dataclass

from workshoplib.analysis.attainment.quantities import Quantity
from workshoplib.facts import Fact


@dataclass(frozen=True)
class Assumption:
    """``label`` is a message with a place for ``about``; percentages are kept as shares."""

    label: str
    about: str
    quantity: Quantity
    facts: tuple[Fact, ...] = ()
    is_money: bool = False
    is_percent: bool = False
