"""The agenda as blocks: the group's own, or the one that the steps' minutes suggest."""

from collections.abc import Iterable, Mapping

from workshoplib.analysis import agenda
from workshoplib.analysis.agenda import Slot
from workshoplib.steps.blocks import Block, Callout, Column, Heading, Paragraph, Table
from workshoplib.steps.gaps import listed
from workshoplib.steps.step import Step
from workshoplib.steps.view import View


def _steps() -> tuple[Step, ...]:
    from workshoplib.steps import FACILITATOR, STEPS  # here, because the list of steps needs the facilitator's first

    return (*STEPS, FACILITATOR)


def titles() -> Mapping[str, str]:
    """The titles of the steps, by the part that each fills."""
    return {step.part: step.title for step in _steps()}


def against_the_clock(view: View) -> Iterable[Block]:
    """When each block begins, and whether the meetings have room for all of them."""
    say, part = view.say, view.strategy.facilitation
    yield Heading(say("Agenda"))
    if part.agenda:
        yield _planned(view)
        yield from _room(view)
    else:
        yield Paragraph(say("No agenda has been written yet. The steps take about this long, breaks not counted:"))
        yield _suggested(view)


def _planned(view: View) -> Table:
    say = view.say
    headings = (
        Column(say("Meeting")),
        Column(say("Starts")),
        Column(say("Block")),
        Column(say("Minutes"), numeric=True),
    )
    return Table(
        "",
        (*headings, Column(say("Method"))),
        tuple(
            (
                _meeting(slot, view),
                say.time(slot.starts) if slot.starts else "",
                _name(slot, view),
                say.number(slot.block.minutes) if slot.block.minutes is not None else "",
                slot.block.method,
            )
            for slot in _slots(view)
        ),
    )


def _slots(view: View) -> tuple[Slot, ...]:
    part = view.strategy.facilitation
    return agenda.laid_out(part.agenda, part.meetings)


def _name(slot: Slot, view: View) -> str:
    return view.say(slot.block.step.label) if slot.block.step else slot.block.note


def _meeting(slot: Slot, view: View) -> str:
    meetings = view.strategy.facilitation.meetings
    if not meetings:
        return ""
    if slot.meeting is None:
        return view.say("No room")
    day = meetings[slot.meeting].day
    return view.say.short_date(day) if day else view.say.number(slot.meeting + 1)


def _room(view: View) -> Iterable[Block]:
    say, part = view.say, view.strategy.facilitation
    minutes, room = agenda.minutes_of(part.agenda), agenda.room_in(part.meetings)
    outside = [_name(slot, view) for slot in _slots(view) if slot.meeting is None]
    if room is None:
        yield Paragraph(say("The blocks take {minutes} minutes.", minutes=say.number(minutes)))
    elif outside:
        yield Callout(
            say("No meeting has room for: {names}. Shorten a block, or move one.", names=listed(outside, view)),
            "warning",
        )
    else:
        left = say.number(room - minutes, 0)
        yield Callout(say("The blocks leave {left} minutes to spare.", left=left), "good")


def _suggested(view: View) -> Table:
    say, steps = view.say, _steps()
    rows = [(say(step.title), say.number(step.minutes)) for step in steps]
    total = (say("In all"), say.number(sum(step.minutes for step in steps)))
    return Table("", (Column(say("Step")), Column(say("Minutes"), numeric=True)), (*rows, total))
