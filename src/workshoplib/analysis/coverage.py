"""Coverage: whether somebody answers in the hours when the people you want to reach are there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from workshoplib.strategy.choices import Frequency
from workshoplib.strategy.fields import WeekHours
from workshoplib.strategy.personas import Persona
from workshoplib.strategy.platforms import Channel, Decision
from workshoplib.strategy.response import ChannelPlan, LogEntry

BLOCK = 3
"""Hours that a cell of the picture covers."""

BLOCKS = tuple(range(0, 24, BLOCK))

Hours = frozenset[tuple[int, int]]
"""Hours of a week as (day, hour), Monday is 0."""


@dataclass(frozen=True)
class Coverage:
    """For one channel: when personas are active there, and when somebody answers."""

    channel: Channel
    active: Hours
    staffed: Hours

    @property
    def missed(self) -> Hours:
        """Active hours in which nobody answers."""
        return self.active - self.staffed


def running(channels: Iterable[Channel]) -> tuple[Channel, ...]:
    """The channels that are run: chosen ones and experiments."""
    return tuple(channel for channel in channels if channel.decision in {Decision.CHOSEN, Decision.EXPERIMENT})


def unanswered(channels: Iterable[Channel], plans: Sequence[ChannelPlan]) -> tuple[Channel, ...]:
    """The channels that are run and have no responder."""
    answered = {plan.channel for plan in plans if plan.responder}
    return tuple(channel for channel in running(channels) if channel.id not in answered)


def coverage(
    channels: Iterable[Channel], plans: Sequence[ChannelPlan], personas: Sequence[Persona]
) -> tuple[Coverage, ...]:
    """Each channel that is run, with the hours of the personas who use its platform and those of its plan."""
    return tuple(
        Coverage(
            channel,
            frozenset().union(*(_active(persona, channel) for persona in personas)),
            frozenset().union(*(hours_of(plan.staffed) for plan in plans if plan.channel == channel.id)),
        )
        for channel in running(channels)
    )


def _active(persona: Persona, channel: Channel) -> Hours:
    uses = any(
        use.platform is channel.platform and use.frequency not in {None, Frequency.NEVER} for use in persona.platforms
    )
    return hours_of(persona.hours_on(channel.platform)) if uses and channel.platform else frozenset()


def hours_of(week: WeekHours) -> Hours:
    """The marked hours of a week."""
    return frozenset((day, hour) for day, marked in enumerate(week.days()) for hour in marked)


def grid(weeks: Iterable[Hours]) -> tuple[tuple[int, ...], ...]:
    """How many hours fall into each block of three hours, by weekday, added up over the weeks given."""
    counted = list(weeks)
    return tuple(
        tuple(sum((day, hour) in week for week in counted for hour in range(first, first + BLOCK)) for first in BLOCKS)
        for day in range(7)
    )


def covered_percent(found: Iterable[Coverage]) -> float | None:
    """The share of active hours in which somebody answers, over all channels: 100 x staffed / active.

    None where no active hours are known.
    """
    channels = tuple(found)
    active = sum(len(one.active) for one in channels)
    missed = sum(len(one.missed) for one in channels)
    return 100 * (active - missed) / active if active else None


@dataclass(frozen=True)
class Promise:
    """Whether answers came as fast as promised."""

    answered: int
    unanswered: int
    median_minutes: float
    within_percent: float | None
    """The share of all conversations answered in time; None where no channel in the log has a target."""


def promise(log: Iterable[LogEntry], plans: Iterable[ChannelPlan]) -> Promise | None:
    """What the response log says; None until a conversation in it has an answer."""
    entries = tuple(log)
    minutes = [entry.minutes_to_first_answer for entry in entries if entry.minutes_to_first_answer is not None]
    if not minutes:
        return None
    targets = {plan.channel: plan.target_minutes for plan in plans if plan.channel and plan.target_minutes}
    held = [
        entry.minutes_to_first_answer is not None and entry.minutes_to_first_answer <= targets[entry.channel]
        for entry in entries
        if entry.channel in targets
    ]
    within = 100 * sum(held) / len(held) if held else None
    return Promise(len(minutes), len(entries) - len(minutes), median(minutes), within)
