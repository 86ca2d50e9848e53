"""The agenda against the clock: what each block was to take, what it has taken, and when the day ends at this pace."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from workshoplib.analysis import agenda
from workshoplib.analysis.agenda import Slot
from workshoplib.strategy.facilitation import AgendaBlock, Facilitation

_NONE = timedelta()


@dataclass(frozen=True)
class Visit:
    """The room went to a step at a moment, and stayed until the next visit began."""

    step: str
    at: datetime


@dataclass(frozen=True)
class Spent:
    """A block of today's agenda: what it was to take, what it has taken so far, and whether the room is in it."""

    block: AgendaBlock
    starts: time | None
    planned: timedelta
    used: timedelta
    is_now: bool


@dataclass(frozen=True)
class Pace:
    """Today's blocks, how far the room is behind the agenda, and when it ends if nothing is shortened.

    ``behind`` is negative when the room is ahead; both are None while the room is at no block of the agenda.
    """

    blocks: tuple[Spent, ...]
    behind: timedelta | None
    ends: datetime | None


def used(visits: Iterable[Visit], now: datetime) -> dict[str, timedelta]:
    """How long the room has been at each step, all visits to it together."""
    spent: dict[str, timedelta] = {}
    for here, following in pairwise([*visits, Visit("", now)]):
        if here.step:
            spent[here.step] = spent.get(here.step, _NONE) + max(_NONE, following.at - here.at)
    return spent


def pace(part: Facilitation, visits: Sequence[Visit], now: datetime) -> Pace:
    """Today's agenda against the clock; ``now`` is aware, and in the zone that the room's clock shows."""
    today = [visit for visit in visits if visit.at.astimezone(now.tzinfo).date() == now.date()]
    step = visits[-1].step if visits else ""
    slots = agenda.laid_out(part.agenda, part.meetings)
    current = _current(slots, step)
    meeting = current.meeting if current else _meeting_of(part, now.date())
    here = [slot for slot in slots if slot.meeting == meeting]
    spent = used(today, now)
    blocks = tuple(_spent(slot, spent, slot is current) for slot in here)
    if current is None or not today:
        return Pace(blocks, None, None)
    place = next(place for place, slot in enumerate(here) if slot is current)
    in_time = sum((block.planned for block in blocks[:place]), _NONE) + min(blocks[place].used, blocks[place].planned)
    behind = now - _began(part, meeting, today, now) - in_time
    left = max(_NONE, blocks[place].planned - blocks[place].used)
    return Pace(blocks, behind, now + sum((block.planned for block in blocks[place + 1 :]), left))


def _current(slots: Sequence[Slot], step: str) -> Slot | None:
    """The block of a step; a step without a block of its own has none."""
    return next((slot for slot in slots if step and slot.block.step and slot.block.step.value == step), None)


def _meeting_of(part: Facilitation, day: date) -> int | None:
    """The meeting on a day, else the first; None where there are none."""
    held = [number for number, meeting in enumerate(part.meetings) if meeting.day == day]
    return held[0] if held else 0 if part.meetings else None


def _spent(slot: Slot, spent: dict[str, timedelta], is_now: bool) -> Spent:
    step = slot.block.step.value if slot.block.step else ""
    return Spent(slot.block, slot.starts, timedelta(minutes=slot.block.minutes or 0), spent.get(step, _NONE), is_now)


def _began(part: Facilitation, meeting: int | None, today: Sequence[Visit], now: datetime) -> datetime:
    """When the meeting was to begin; where the agenda does not say, when the room came to its first step."""
    held = part.meetings[meeting] if meeting is not None else None
    if held and held.day == now.date() and held.starts:
        return datetime.combine(now.date(), held.starts, now.tzinfo)
    return today[0].at
