"""Posts as blocks: what comes out where and when, and what the posts are made of."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from workshoplib.analysis import mix
from workshoplib.analysis.load import stretch, weeks
from workshoplib.charts.heat import heat
from workshoplib.charts.stacked import stacked
from workshoplib.steps.answers import title_of
from workshoplib.steps.blocks import Block, Column, Picture, Table
from workshoplib.steps.channels import name_by_id
from workshoplib.steps.load import week_name
from workshoplib.steps.months import table, week
from workshoplib.steps.view import View
from workshoplib.strategy.fields import Choice

_WEEKS = 12
_MOST_PARTS = 8
"""As many shares as eyes can tell apart in one bar."""


def by_week(view: View) -> Iterable[Block]:
    """The posts of each channel in each week, for at most twelve weeks."""
    say, planned = view.say, stretch(weeks(view.strategy.content), view.today, _WEEKS)
    if not planned:
        return
    within = [post for week in planned for post in week.posts]
    channels = list(dict.fromkeys(post.channel for post in within))
    yield Picture(
        heat(
            [name_by_id(channel, view) or say("No channel") for channel in channels],
            [week_name(week, view) for week in planned],
            [
                [float(sum(post.channel == channel for post in week.posts)) or None for week in planned]
                for channel in channels
            ],
            say=say,
            title=say("Posts by channel and week"),
        ),
        say.plural(
            "{n} post in the weeks from {first} to {last}.",
            "{n} posts in the weeks from {first} to {last}.",
            len(within),
            first=planned[0].monday,
            last=_sunday(planned[-1].monday),
        ),
    )


def _sunday(monday: date) -> date:
    return date.fromordinal(min(monday.toordinal() + 6, date.max.toordinal()))


def next_two_weeks(view: View) -> Iterable[Block]:
    """The posts of the two weeks from today, or from the first later one on, and the first of these weeks as a grid."""
    say = view.say
    dated = sorted(((post.due, post) for post in view.strategy.content.posts if post.due), key=lambda pair: pair[0])
    ahead = [(due, post) for due, post in dated if due >= view.today]
    if not ahead:
        return
    near = [(due, post) for due, post in ahead if due - ahead[0][0] < timedelta(weeks=2)]
    yield table([post for _, post in near], say("The first two weeks, from {day}", day=ahead[0][0]), view)
    yield week(view, ahead[0][0])


def mixture(view: View) -> Iterable[Block]:
    """The pillars with their shares, wanted and actual, and the values, formats and stages that posts have."""
    yield from _pillars(view)
    posts, say = view.strategy.content.posts, view.say
    yield from _shares(
        mix.by_value(posts),
        say("Value to the audience"),
        say("What people get from the posts, by the strongest value of each."),
        view,
    )
    yield from _shares(mix.by_format(posts), say("Formats"), say("What the posts are made as."), view)
    yield from _shares(
        mix.by_stage(posts), say("Stages of the journey"), say("Where the people are whom the posts are for."), view
    )


def _pillars(view: View) -> Iterable[Block]:
    say, rows = view.say, mix.by_pillar(view.strategy.content)
    if not rows:
        return
    yield Table(
        say("Content pillars"),
        (
            Column(say("Topic")),
            Column(say("Purpose")),
            Column(say("Share wanted"), numeric=True),
            Column(say("In the calendar"), numeric=True),
        ),
        tuple(
            (title_of(row.pillar, view), row.pillar.purpose, _percent(row.wanted, view), _percent(row.actual, view))
            for row in rows
        ),
    )
    bars = [
        (name, shares)
        for name, shares in (
            (say("Share wanted"), [row.wanted or 0.0 for row in rows]),
            (say("In the calendar"), [row.actual or 0.0 for row in rows]),
        )
        if any(shares)
    ]
    miss = mix.widest_miss(rows)
    if miss and len(rows) <= _MOST_PARTS:
        yield Picture(
            stacked(bars, [title_of(row.pillar, view) for row in rows], say=say, title=say("Shares of the pillars")),
            _furthest(*miss, view),
        )


def _furthest(row: mix.PillarMix, points: float, view: View) -> str:
    pillar = title_of(row.pillar, view)
    if abs(points) < 1:
        return view.say("Each pillar has the share that it should have.")
    if points > 0:
        return view.say(
            "Furthest from plan: {pillar}, {n} points too many.", pillar=pillar, n=view.say.number(points, 0)
        )
    return view.say("Furthest from plan: {pillar}, {n} points too few.", pillar=pillar, n=view.say.number(-points, 0))


def _percent(share: float | None, view: View) -> str:
    return "" if share is None else view.say.percent(share, 0)


def _shares(counts: Sequence[tuple[Choice, int]], title: str, caption: str, view: View) -> Iterable[Block]:
    if counts and len(counts) <= _MOST_PARTS:
        labels = [view.say(choice.label) for choice, _ in counts]
        yield Picture(stacked([("", [float(n) for _, n in counts])], labels, say=view.say, title=title), caption)
