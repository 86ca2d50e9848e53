"""The agenda against the clock: what each block was to take, what it has taken, and when the day ends at this pace."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
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
    """A block of today's agenda: what it was to take, what it has taken so far, and whether the room is in it.

    ``starts`` is the agenda's own time where that is for today, else as if the agenda had begun when the room did.
    """

    block: AgendaBlock
    starts: time | None
    planned: timedelta
    used: timedelta
    is_now: bool


@dataclass(frozen=True)
class Pace:
    """Today's blocks, when they were to end, and when they do if nothing is shortened.

    Both ends are None while the room is at no block of the agenda.
    """

    blocks: tuple[Spent, ...]
    planned: datetime | None = None
    ends: datetime | None = None
    is_moved: bool = False
    """Whether the agenda, written for another time, was moved to when the room began."""

    @property
    def behind(self) -> timedelta | None:
        """How much later than planned it ends; negative when the room is ahead."""
        return self.ends - self.planned if self.ends and self.planned else None


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
        return Pace(blocks)
    begins, is_moved = _begins(part, meeting, blocks, today, now)
    place = next(place for place, slot in enumerate(here) if slot is current)
    left = max(_NONE, blocks[place].planned - blocks[place].used)
    ends = now + left + _lasting(blocks[place + 1 :])
    return Pace(tuple(_timed(blocks, begins)), begins + _lasting(blocks), ends, is_moved)


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


def _begins(
    part: Facilitation, meeting: int | None, blocks: Sequence[Spent], today: Sequence[Visit], now: datetime
) -> tuple[datetime, bool]:
    """When the agenda begins: at its own time, else moved so that the first step that the room came to is in time."""
    held = part.meetings[meeting] if meeting is not None else None
    if held and held.day == now.date() and held.starts:
        return datetime.combine(now.date(), held.starts, now.tzinfo), False
    places = {block.block.step.value: place for place, block in reversed([*enumerate(blocks)]) if block.block.step}
    first = next(visit for visit in today if visit.step in places)
    return first.at.astimezone(now.tzinfo) - _lasting(blocks[: places[first.step]]), True


def _timed(blocks: Iterable[Spent], begins: datetime) -> Iterator[Spent]:
    for block in blocks:
        yield replace(block, starts=begins.time())
        begins += block.planned


def _lasting(blocks: Iterable[Spent]) -> timedelta:
    return sum((block.planned for block in blocks), _NONE)
