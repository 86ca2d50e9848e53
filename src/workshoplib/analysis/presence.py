"""Presence: what the decisions about channels add up to."""

from collections.abc import Iterable
from dataclasses import dataclass

from workshoplib.analysis.audience import daily_users, living
from workshoplib.strategy import Strategy
from workshoplib.strategy.choices import Platform
from workshoplib.strategy.organisation import Place
from workshoplib.strategy.personas import Persona
from workshoplib.strategy.platforms import Channel, Decision, Mode, Platforms

FOCUSED_MOST = 2
"""As many channels as a focused approach has: one or two, done well."""


def decided(part: Platforms, *decisions: Decision | None) -> tuple[Channel, ...]:
    """The channels with one of these decisions; None stands for those without any."""
    return tuple(channel for channel in part.channels if channel.decision in decisions)


def active(part: Platforms) -> tuple[Channel, ...]:
    """The channels that take work: chosen, or on trial."""
    return decided(part, Decision.CHOSEN, Decision.EXPERIMENT)


def hours_a_week(channels: Iterable[Channel]) -> float:
    """The hours a week that are set aside for them together."""
    return sum(channel.hours_a_week or 0 for channel in channels)


def is_out_of_step(part: Platforms) -> bool:
    """Whether a focused approach has more channels than can be focused on, or a multichannel one only one."""
    chosen = len(decided(part, Decision.CHOSEN))
    return (part.mode is Mode.FOCUSED and chosen > FOCUSED_MOST) or (part.mode is Mode.MULTICHANNEL and chosen == 1)


def undecided_favourites(strategy: Strategy) -> tuple[tuple[Platform, tuple[Persona, ...]], ...]:
    """Platforms that personas use daily and about which nobody has decided, most personas first."""
    named = {channel.platform for channel in strategy.platforms.channels if channel.decision}
    personas = living(strategy.personas)
    users = [(platform, daily_users(personas, platform)) for platform in Platform if platform not in named]
    return tuple(sorted(((platform, who) for platform, who in users if who), key=lambda pair: -len(pair[1])))


@dataclass(frozen=True)
class Edge:
    """People go from one channel or place to another."""

    source: Channel | Place
    target: Channel | Place


def edges(strategy: Strategy) -> tuple[Edge, ...]:
    """The ways through the ecosystem, those that begin at a channel first; each once, and none to what is not there."""
    channels, places = strategy.platforms.channels, strategy.organisation.places
    known: dict[str, Channel | Place] = {**{item.id: item for item in channels}, **{item.id: item for item in places}}
    ways = [(channel, target) for channel in channels for target in (*channel.leads_to, *channel.leads_to_places)]
    back = [(place, target) for place in places for target in (*place.leads_to_channels, *place.leads_to_places)]
    found = ((source.id, target) for source, target in (*ways, *back) if target in known and target != source.id)
    return tuple(Edge(known[source], known[target]) for source, target in dict.fromkeys(found))


def dead_ends(strategy: Strategy) -> tuple[Channel, ...]:
    """The active channels that lead nowhere."""
    leading = {way.source.id for way in edges(strategy)}
    return tuple(channel for channel in active(strategy.platforms) if channel.id not in leading)
