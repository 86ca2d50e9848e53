"""The agenda against the clock: which block falls into which meeting, and when it begins."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from workshoplib.strategy.facilitation import AgendaBlock, Meeting
from workshoplib.strategy.organisation import Person

_MINUTES = 60
_ANY_DAY = datetime(2000, 1, 1)


@dataclass(frozen=True)
class Slot:
    """A block of the agenda in its meeting; ``meeting`` is None where no meeting has room for it."""

    block: AgendaBlock
    meeting: int | None
    starts: time | None
    """None where the meeting's own start is not known, or midnight has passed."""


def laid_out(blocks: Iterable[AgendaBlock], meetings: Sequence[Meeting]) -> tuple[Slot, ...]:
    """Each block in the first meeting from the one before on that still has room for it.

    A meeting without hours has room for everything.
    """
    slots: list[Slot] = []
    number, used = 0, 0
    for block in blocks:
        minutes = block.minutes or 0
        while number < len(meetings) and used + minutes > _room(meetings[number]):
            number, used = number + 1, 0
        if number < len(meetings):
            slots.append(Slot(block, number, _after(meetings[number].starts, used)))
            used += minutes
        else:
            slots.append(Slot(block, None, None))
    return tuple(slots)


def _room(meeting: Meeting) -> float:
    return float("inf") if meeting.hours is None else meeting.hours * _MINUTES


def _after(start: time | None, minutes: int) -> time | None:
    if start is None:
        return None
    then = _ANY_DAY.replace(hour=start.hour, minute=start.minute) + timedelta(minutes=minutes)
    return then.time() if then.date() == _ANY_DAY.date() else None


def minutes_of(blocks: Iterable[AgendaBlock]) -> int:
    """The minutes of all blocks together."""
    return sum(block.minutes or 0 for block in blocks)


def room_in(meetings: Iterable[Meeting]) -> float | None:
    """The minutes of all meetings together; None until one has hours."""
    hours = [meeting.hours for meeting in meetings if meeting.hours is not None]
    return sum(hours) * _MINUTES if hours else None


def hours_in_the_room(meetings: Iterable[Meeting], heads: int) -> float:
    """What the workshop costs in working hours: hours of all meetings x people in the room."""
    return sum(meeting.hours or 0 for meeting in meetings) * heads


def weeks_of_work(hours: float, people: Iterable[Person]) -> float | None:
    """How many weeks the granted hours of all people last for so many hours; None where none are granted."""
    granted = sum(person.hours_a_week or 0 for person in people)
    return hours / granted if granted else None
