"""A campaign's phases: to test, to learn and to scale, and what must have come out of one before the next begins."""

from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from workshoplib.analysis import vat
from workshoplib.analysis.allocation.pacing import Stretch, in_phases, whole_parts
from workshoplib.analysis.campaign_part import Part
from workshoplib.analysis.result_costs import FEWEST
from workshoplib.strategy import Strategy
from workshoplib.strategy.budget import PhaseKind

_LONGEST = 2 * 366
"""Days: a longer campaign is a slip of the keyboard."""


@dataclass(frozen=True)
class Step:
    """A phase with its share of the campaign's ads, and what it must bring."""

    stretch: Stretch
    percent: int
    """Its share of the ads; those of all phases add up to 100."""
    is_own: bool
    """The group's own phase, not one that is proposed."""
    expected: float
    """The results that the money should buy, at the middle of their cost."""
    needed: int | None
    """The fewest results that speak for going on; None for the last phase."""

    @property
    def is_too_small(self) -> bool:
        """Whether it buys too few results to tell anything, whatever comes of it."""
        return self.needed is not None and self.expected < FEWEST


def steps_of(part: Part, ads: float, strategy: Strategy) -> tuple[Step, ...]:
    """The campaign's own phases where each has its kind, money and days, else those proposed for so much in ads.

    To go on after a test, a result must not have cost more than it is worth: net amount / worth of them at least. After
    learning it must cost what the plan assumes: net amount / cost. Five results are needed to tell anything (see
    ``result_costs``). () for a campaign without days or money.
    """
    own = _own(part)
    stretches = own or _proposed(part, ads)
    if not stretches:
        return ()
    shares = whole_parts(Decimal(100), [float(stretch.amount) for stretch in stretches])
    return tuple(
        _step(stretch, int(share), part, strategy, is_own=bool(own))
        for stretch, share in zip(stretches, shares, strict=True)
    )


def _own(part: Part) -> tuple[Stretch, ...]:
    found = tuple(
        Stretch(phase.kind, phase.amount, phase.first_day, phase.last_day)
        for phase in part.campaign.phases
        if phase.kind and phase.amount and phase.first_day and phase.last_day
    )
    return found if len(found) == len(part.campaign.phases) else ()


def _proposed(part: Part, ads: float) -> tuple[Stretch, ...]:
    first, last = part.campaign.first_day, part.campaign.last_day
    if first is None or last is None or (last - first).days > _LONGEST or round(ads) < 1:
        return ()
    return tuple(stretch for stretch in in_phases(Decimal(round(ads)), first, last) if stretch.amount)


def _step(stretch: Stretch, percent: int, part: Part, strategy: Strategy, *, is_own: bool) -> Step:
    net = float(vat.without(stretch.amount, strategy.budget.vat, strategy.organisation.country))
    cost = part.cost.quantity.middle
    highest = {PhaseKind.TEST: part.worth, PhaseKind.LEARN: min(cost, part.worth)}.get(stretch.kind)
    needed = None if highest is None else max(FEWEST, ceil(round(net / highest, 6)))
    return Step(stretch, percent, is_own, net / cost, needed)
