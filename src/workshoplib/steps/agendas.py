"""The agenda as blocks: the group's own, or the one that the steps' minutes suggest."""

from collections.abc import Iterable, Mapping

from workshoplib.analysis import agenda
from workshoplib.steps.blocks import Block, Callout, Column, Heading, Paragraph, Table
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
    say, part = view.say, view.strategy.facilitation
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
                say(slot.block.step.label) if slot.block.step else slot.block.note,
                say.number(slot.block.minutes) if slot.block.minutes is not None else "",
                slot.block.method,
            )
            for slot in agenda.laid_out(part.agenda, part.meetings)
        ),
    )


def _meeting(slot: agenda.Slot, view: View) -> str:
    if slot.meeting is None:
        return view.say("No room")
    day = view.strategy.facilitation.meetings[slot.meeting].day
    return view.say.short_date(day) if day else view.say.number(slot.meeting + 1)


def _room(view: View) -> Iterable[Block]:
    say, part = view.say, view.strategy.facilitation
    minutes, room = agenda.minutes_of(part.agenda), agenda.room_in(part.meetings)
    if room is None:
        yield Paragraph(say("The blocks take {minutes} minutes.", minutes=say.number(minutes)))
    elif minutes > room:
        over = say.number(minutes - room, 0)
        yield Callout(say("The blocks take {over} minutes more than the meetings have.", over=over), "warning")
    else:
        left = say.number(room - minutes, 0)
        yield Callout(say("The blocks leave {left} minutes to spare.", left=left), "good")


def _suggested(view: View) -> Table:
    say, steps = view.say, _steps()
    rows = [(say(step.title), say.number(step.minutes)) for step in steps]
    total = (say("Together"), say.number(sum(step.minutes for step in steps)))
    return Table("", (Column(say("Step")), Column(say("Minutes"), numeric=True)), (*rows, total))
