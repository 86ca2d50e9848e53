"""Weighing: what a workshop's scores and weights say together."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from workshoplib.analysis.audience import how_often, living
from workshoplib.analysis.choice.agreement import Agreement, CannotCompare, kendall
from workshoplib.analysis.choice.case import Case
from workshoplib.analysis.choice.criteria import USUAL_WEIGHT
from workshoplib.analysis.choice.smaa import Acceptability, Array, smaa2
from workshoplib.analysis.choice.tipping import Tipping, tipping_points
from workshoplib.analysis.presence import FOCUSED_MOST, active, hours_a_week
from workshoplib.strategy import Strategy
from workshoplib.strategy.platforms import Channel, Decision

_DAILY = 3


@dataclass(frozen=True, eq=False)
class Weighing:
    """The ranks of a case's platforms, what would change them and how far people agree."""

    case: Case
    acceptability: Acceptability
    tips: tuple[Tipping, ...]
    """What would end the lead at the agreed (else the mean) weights, scores being at the middle of their ranges."""
    agreement: Agreement | None
    """How alike people would rank the platforms, each by their own weights and judgements; None with fewer than two.

    Facts, and what nobody else has judged, are the same for all and make the rankings more alike than opinions are.
    """

    @cached_property
    def order(self) -> tuple[int, ...]:
        """The platforms' numbers, best expected rank first."""
        expected = self.acceptability.ranks @ np.arange(len(self.case.channels))
        return tuple(int(number) for number in np.argsort(expected, kind="stable"))

    def among_first(self, number: int, places: int) -> float:
        """How often a platform comes among so many first ones."""
        return float(self.acceptability.ranks[number, :places].sum())


def weigh(case: Case, *, seed: int = 0) -> Weighing:
    """The weighing of a case.

    With people's weights, all compromises between them are equally likely; with agreed weights alone, these hold and
    only scores are uncertain; with neither, all weights are equally likely.
    """
    people = case.people if len(case.people) else None if case.agreed is None else case.agreed[None]
    return Weighing(
        case,
        smaa2(case.low, case.high, people=people, seed=seed),
        tipping_points(case.middle, case.weights),
        _agreement(case, seed),
    )


def _agreement(case: Case, seed: int) -> Agreement | None:
    if len(case.people) < 2:
        return None
    ratings: Array = np.einsum("kmn,kn->km", case.views, case.people)
    try:
        return kendall(np.round(ratings, 9), seed=seed)
    except CannotCompare:
        return None


def surprises(weighing: Weighing) -> tuple[tuple[Channel, float], ...]:
    """Decisions that the weighing speaks against, each with how often its platform is among the first ones.

    As many places count as there are chosen channels; a chosen one that is seldom (under half) among them, and one put
    off or declined that often is.
    """
    channels = weighing.case.channels
    places = sum(channel.decision is Decision.CHOSEN for channel in channels)
    if not places:
        return ()
    shares = [(channel, weighing.among_first(number, places)) for number, channel in enumerate(channels)]
    return tuple(
        (channel, share)
        for channel, share in shares
        if (channel.decision is Decision.CHOSEN and share < 0.5)
        or (channel.decision in (Decision.LATER, Decision.DECLINED) and share > 0.5)
    )


def widest_disagreement(case: Case) -> tuple[int, float, float] | None:
    """The criterion on whose weight people differ most, with its lowest and highest share; None without two people."""
    if len(case.people) < 2:
        return None
    low, high = case.people.min(axis=0), case.people.max(axis=0)
    widest = int(np.argmax(np.round(high - low, 9)))
    return (widest, float(low[widest]), float(high[widest])) if high[widest] > low[widest] else None


@dataclass(frozen=True)
class Approach:
    """Some of the channels, what they take and whom they meet."""

    channels: tuple[Channel, ...]
    hours: float
    meets: float
    """The share of the personas, by weight, that use at least one of the channels daily; 0 to 1."""


def approaches(strategy: Strategy, weighing: Weighing) -> tuple[Approach, Approach] | None:
    """The focused approach, with the two best of the channels that take work, beside the one with all of them.

    None where there are no more than two.
    """
    working = active(strategy.platforms)
    best = [weighing.case.channels[number] for number in weighing.order]
    ranked = [channel for channel in best if channel in working]
    if len(ranked) <= FOCUSED_MOST:
        return None
    return _approach(strategy, ranked[:FOCUSED_MOST]), _approach(strategy, ranked)


def _approach(strategy: Strategy, channels: Sequence[Channel]) -> Approach:
    personas = [(persona.weight or USUAL_WEIGHT, persona) for persona in living(strategy.personas)]
    met = sum(
        weight
        for weight, persona in personas
        if any(channel.platform and how_often(persona, channel.platform) == _DAILY for channel in channels)
    )
    total = sum(weight for weight, _ in personas)
    return Approach(tuple(channels), hours_a_week(channels), met / total if total else 0.0)
