"""Who is in, who has saved what, and the day's agenda: as tables, for a panel and for a page without one."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from workshoplib.analysis import headway
from workshoplib.live.control.moves import STATES
from workshoplib.live.control.pace import Pace, pace
from workshoplib.live.control.sight import Sight, step_of
from workshoplib.steps import STEPS
from workshoplib.steps.blocks import Block, Callout, Column, Paragraph, Table
from workshoplib.steps.view import View
from workshoplib.store import Person

_MINUTE = timedelta(minutes=1)


def people(sight: Sight, view: View, now: datetime) -> Iterable[Block]:
    """A line for each person: whether they are in, and how many answers they have saved in each step."""
    say = view.say
    if not sight.people:
        yield Paragraph(say("Nobody has joined yet."))
        return
    steps = tuple(Column(say.number(number), numeric=True) for number, _ in enumerate(STEPS, start=1))
    yield Table(
        say("Answers saved by each person, step by step"),
        (Column(say("Name")), Column(say("Connection")), *steps, Column(say("Last saved"))),
        tuple(_person(person, sight, view, now) for person in sight.people),
    )


def _person(person: Person, sight: Sight, view: View, now: datetime) -> tuple[str, ...]:
    say = view.say
    works = [sight.saved.get((person.id, step.part)) for step in STEPS]
    counts = (say.number(work.answers) if work else "–" for work in works)
    last = max((work.at for work in works if work), default=None)
    return person.name, _presence(person, sight, view, now), *counts, _clock(last, view, now)


def _presence(person: Person, sight: Sight, view: View, now: datetime) -> str:
    say = view.say
    if person.id in sight.room.revoked:
        return say("Access taken away")
    if sight.live is None:
        return ""
    presence = sight.live.people.get(person.id)
    if presence is None:
        return say("No device")
    if presence.connected:
        return say("Connected")
    return say("Away since {time}", time=_clock(presence.seen, view, now)) if presence.seen else say("Away")


def _clock(at: datetime | None, view: View, now: datetime) -> str:
    return view.say.time(at.astimezone(now.tzinfo).time()) if at else ""


def progress(sight: Sight, view: View) -> Iterable[Block]:
    """A line for each step: its round, who has proposed something, and how far the group's part is filled in."""
    say, here = view.say, step_of(sight.room)
    done = {part.part: part.whole.percent for part in headway.parts(sight.strategy)}
    rows = []
    for number, step in enumerate(STEPS, start=1):
        round = sight.room.rounds.get(step.part)
        savers = sum(part == step.part for _, part in sight.saved)
        rows.append(
            (
                f"{number} {say(step.title)}" + (f" · {say('now')}" if step == here else ""),
                say(STATES[round.state]) if round else "",
                say.number(savers),
                say.percent(done[step.part], 0),
            )
        )
    headings = (Column(say("Step")), Column(say("Round")), Column(say("People who proposed"), numeric=True))
    yield Table(say("Progress by step"), (*headings, Column(say("Filled in"), numeric=True)), tuple(rows))


def clock(sight: Sight, view: View, now: datetime) -> Iterable[Block]:
    """Today's agenda with what each block was to take and has taken, and when the day ends at this pace."""
    say = view.say
    found = pace(view.strategy.facilitation, sight.visits, now)
    if not found.blocks:
        yield Paragraph(say("No agenda has been written yet: fill it in further down, under “Agenda”."))
        return
    yield from _verdict(found, view)
    yield Table(
        say("Agenda"),
        (
            Column(say("Starts")),
            Column(say("Block")),
            Column(say("Planned"), numeric=True),
            Column(say("Used"), numeric=True),
        ),
        tuple(
            (
                say.time(spent.starts) if spent.starts else "",
                ((say(spent.block.step.label) if spent.block.step else "") or spent.block.note)
                + (f" · {say('now')}" if spent.is_now else ""),
                _minutes(spent.planned, view),
                _minutes(spent.used, view) if spent.used else "",
            )
            for spent in found.blocks
        ),
    )


def _verdict(found: Pace, view: View) -> Iterable[Block]:
    say = view.say
    if found.behind is None or found.ends is None or found.planned is None:
        return
    ends = say("At this pace you end at {time}.", time=say.time(found.ends.time()))
    planned = say("The agenda ends at {time}.", time=say.time(found.planned.time()))
    late = round(found.behind / _MINUTE)
    if late > 0:
        told = say.plural("You are {n} minute behind the agenda.", "You are {n} minutes behind the agenda.", late)
        yield Callout(f"{told} {planned} {ends}", "warning")
    elif late < 0:
        told = say.plural("You are {n} minute ahead of the agenda.", "You are {n} minutes ahead of the agenda.", -late)
        yield Callout(f"{told} {planned} {ends}", "good")
    else:
        yield Callout(f"{say('You are on time.')} {ends}", "good")
    if found.is_moved:
        yield Paragraph(say("The agenda has no time for today: its times count from when you began."))


def _minutes(span: timedelta, view: View) -> str:
    return view.say.plural("{n} minute", "{n} minutes", round(span / _MINUTE))
