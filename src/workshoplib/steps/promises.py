"""Promises as blocks: the voice, the rhythm of each channel, and the series that come back."""

from collections.abc import Iterable

from workshoplib.analysis.load import posts_a_week
from workshoplib.steps.answers import name_of, title_of
from workshoplib.steps.blocks import Block, Column, Table
from workshoplib.steps.channels import name_by_id
from workshoplib.steps.view import View
from workshoplib.strategy.choices import Weekday
from workshoplib.strategy.content import Cadence, Series


def promises(view: View) -> Iterable[Block]:
    """The voice card, the rhythm held against the calendar, and the series."""
    say, content = view.say, view.strategy.content
    if content.voice:
        yield Table(
            say("Our voice"),
            (Column(say("We are")), Column(say("We are not")), Column(say("Sounds like"))),
            tuple((row.we_are, row.we_are_not, row.sounds_like) for row in content.voice),
        )
    if content.cadence:
        yield Table(
            say("How often"),
            (
                Column(say("Channel")),
                Column(say("Posts a week"), numeric=True),
                Column(say("In the calendar"), numeric=True),
                Column(say("Why so often")),
            ),
            tuple(
                (name_by_id(row.channel, view), _number(row.posts_per_week, view), _in_calendar(row, view), row.reason)
                for row in content.cadence
            ),
        )
    if content.series:
        yield _series(view)


def _series(view: View) -> Table:
    say = view.say
    return Table(
        say("Fixed series"),
        (
            Column(say("Name")),
            Column(say("Channel")),
            Column(say("When")),
            Column(say("Content pillar")),
            Column(say("Owner")),
        ),
        tuple(
            (
                title_of(series, view),
                name_by_id(series.channel, view),
                _when(series, view),
                name_of("content.pillars", series.pillar, view),
                name_of("organisation.people", series.owner, view),
            )
            for series in view.strategy.content.series
        ),
    )


def _when(series: Series, view: View) -> str:
    say = view.say
    days = say.list([say.weekday(list(Weekday).index(day)) for day in series.weekdays])
    told = (say(series.rhythm.label) if series.rhythm else "", days, say.time(series.at) if series.at else "")
    return ", ".join(filter(None, told))


def _in_calendar(row: Cadence, view: View) -> str:
    return _number(posts_a_week(view.strategy.content, row.channel), view)


def _number(some: float | None, view: View) -> str:
    return "" if some is None else view.say.number(round(some, 1))
