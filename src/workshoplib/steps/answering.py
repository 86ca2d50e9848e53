"""Answering, as blocks: a plan for each channel, the hours it covers, the three levels and the tone."""

from collections.abc import Iterable

from workshoplib.analysis import audience, coverage
from workshoplib.analysis.coverage import BLOCK, BLOCKS, Coverage
from workshoplib.charts.heat import heat
from workshoplib.steps.answers import name_of, title_of
from workshoplib.steps.blocks import Block, Bullets, Column, Figures, Heading, Paragraph, Picture, Table
from workshoplib.steps.view import View
from workshoplib.strategy.response import AlertLevel, Level

_HOUR = 60


def channel_plans(view: View) -> Iterable[Block]:
    """The response plan of each channel in one table; nothing before there is one."""
    say, plans = view.say, view.strategy.response.channels
    if plans:
        headings = (say("Channel"), say("Responder"), say("Stand-in"), say("Answer within"), say("Staffed hours"))
        yield Table(
            say("Response plan"),
            tuple(map(Column, headings)),
            tuple(
                (
                    title_of(plan, view),
                    name_of("organisation.people", plan.responder, view),
                    name_of("organisation.people", plan.stand_in, view),
                    duration(plan.target_minutes, view),
                    say("{n} a week", n=say.number(len(coverage.hours_of(plan.staffed)))),
                )
                for plan in plans
            ),
        )


def duration(minutes: float | None, view: View) -> str:
    """Minutes in words: as hours where they are whole hours or more than two; empty for none."""
    if minutes is None:
        return ""
    if minutes % _HOUR == 0:
        return view.say.plural("{n} hour", "{n} hours", int(minutes) // _HOUR)
    if minutes > 2 * _HOUR:
        return view.say("{hours} hours", hours=view.say.number(minutes / _HOUR, 1))
    return view.say.plural("{n} minute", "{n} minutes", round(minutes))


def hours(view: View) -> Iterable[Block]:
    """When people you want to reach are there and nobody answers; nothing where no active hours are known."""
    say, strategy = view.say, view.strategy
    found = coverage.coverage(
        strategy.platforms.channels, strategy.response.channels, audience.living(strategy.personas)
    )
    percent = coverage.covered_percent(found)
    if percent is None:
        return
    yield Heading(say("Are you there when they are?"))
    yield _picture(found, view)
    yield Bullets(
        (
            say(
                "Somebody answers in {percent} of the hours when your personas are active.",
                percent=say.percent(percent, 0),
            ),
            *(_missed(one, view) for one in found if one.missed),
        )
    )


def _picture(found: Iterable[Coverage], view: View) -> Picture:
    say = view.say
    channels = tuple(found)
    active = coverage.grid(one.active for one in channels)
    missed = coverage.grid(one.missed for one in channels)
    cells = [
        [float(gap) if there else None for gap, there in zip(gaps, theres, strict=True)]
        for gaps, theres in zip(missed, active, strict=True)
    ]
    return Picture(
        heat(
            [say.weekday(day) for day in range(7)],
            [f"{first}–{first + BLOCK}" for first in BLOCKS],
            cells,
            say=say,
            title=say("Hours with nobody there to answer"),
        ),
        say(
            "Hours in which personas are active and nobody answers, added up over the channels, by weekday and time. "
            "0 means that you are there; empty means that they are not."
        ),
    )


def _missed(one: Coverage, view: View) -> str:
    return view.say(
        "{channel}: {missed} of {active} active hours a week without an answer.",
        channel=title_of(one.channel, view),
        missed=view.say.number(len(one.missed)),
        active=view.say.number(len(one.active)),
    )


def kept(view: View) -> Iterable[Block]:
    """What the response log says about the promise; nothing until it has answers."""
    say, part = view.say, view.strategy.response
    found = coverage.promise(part.log, part.channels)
    if found is None:
        return
    figures = [(duration(found.median_minutes, view), say("middle time to the first answer"))]
    if found.within_percent is not None:
        figures.append((say.percent(found.within_percent, 0), say("answered within the promised time")))
    figures.append((say.number(found.unanswered), say("still without an answer")))
    yield Figures(tuple(figures))


def levels(view: View) -> Iterable[Block]:
    """What happens on a green, a yellow and a red day; nothing before somebody has said."""
    say, rows = view.say, view.strategy.response.levels
    if rows:
        order = list(AlertLevel)
        ranked = sorted(rows, key=lambda row: order.index(row.level) if row.level else len(order))
        headings = (say("Level"), say("When"), say("Reply"), say("Who acts"), say("Act within"))
        yield Table(say("Three levels"), tuple(map(Column, headings)), tuple(_level(row, view) for row in ranked))


def _level(row: Level, view: View) -> tuple[str, ...]:
    people = (name_of("organisation.people", one, view) for one in (row.owner, row.stand_in))
    return (
        view.say(row.level.label) if row.level else "",
        row.condition,
        row.reply,
        " · ".join(filter(None, people)),
        duration(row.deadline_minutes, view),
    )


def tone(view: View) -> Iterable[Block]:
    """How you sound, and how you do not; nothing before it is agreed on."""
    say, part = view.say, view.strategy.response
    if part.tone or part.tone_samples:
        yield Heading(say("Our tone"))
    if part.tone:
        yield Paragraph(part.tone)
    if part.tone_samples:
        yield Table(
            "",
            (Column(say("Situation")), Column(say("We write")), Column(say("We do not write"))),
            tuple((sample.situation, sample.do, sample.do_not) for sample in part.tone_samples),
        )
