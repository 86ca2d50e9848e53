"""Load: the hours that a plan takes, by channel and by week."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from statistics import fmean

from workshoplib.analysis.presence import active
from workshoplib.strategy import Strategy
from workshoplib.strategy.choices import Format
from workshoplib.strategy.content import Content, Post
from workshoplib.strategy.platforms import Channel

MOST_WEEKS = 53
"""As far as a calendar plans ahead."""


def hours_of_formats(content: Content) -> dict[Format, float]:
    """The hours that one post takes, by format; the first answer where there are two."""
    told: dict[Format, float] = {}
    for row in content.effort:
        if row.format and row.hours is not None:
            told.setdefault(row.format, row.hours)
    return told


def hours_of_post(post: Post, usual: Mapping[Format, float]) -> float | None:
    """The hours that are noted on the post, else those that its format usually takes; None where nobody has said."""
    if post.hours is not None:
        return post.hours
    return usual.get(post.format) if post.format else None


@dataclass(frozen=True)
class ChannelLoad:
    """What a channel's rhythm takes; ``hours`` a week are None where no effort of its formats is known."""

    channel: Channel
    posts_a_week: float
    hours: float | None


def by_rhythm(strategy: Strategy) -> tuple[ChannelLoad, ...]:
    """The load of each active channel that has a rhythm: posts a week times the mean hours of the channel's formats.

    Of formats whose hours nobody has told, the mean knows nothing; a channel without formats counts with them all.
    """
    usual = hours_of_formats(strategy.content)
    rhythm = {row.channel: row.posts_per_week for row in strategy.content.cadence if row.posts_per_week is not None}
    return tuple(
        ChannelLoad(channel, rhythm[channel.id], _hours(rhythm[channel.id], channel.formats, usual))
        for channel in active(strategy.platforms)
        if channel.id in rhythm
    )


def _hours(posts: float, formats: Sequence[Format], usual: Mapping[Format, float]) -> float | None:
    known = [usual[format] for format in formats or usual if format in usual]
    return posts * fmean(known) if known else None


@dataclass(frozen=True)
class Week:
    """A week of the calendar: its posts, the hours that they take, and of how many posts nobody knows the hours."""

    monday: date
    posts: tuple[Post, ...]
    hours: float
    unknown: int


def monday_of(day: date) -> date:
    """The Monday of the day's week."""
    return date.fromordinal(day.toordinal() - day.weekday())


def weeks(content: Content) -> tuple[Week, ...]:
    """The weeks from the first dated post to the last, empty ones too; at most 53."""
    usual = hours_of_formats(content)
    by_monday: dict[date, list[Post]] = {}
    for post in content.posts:
        if post.due:
            by_monday.setdefault(monday_of(post.due), []).append(post)
    if not by_monday:
        return ()
    mondays = map(date.fromordinal, range(min(by_monday).toordinal(), max(by_monday).toordinal() + 1, 7))
    return tuple(_week(monday, by_monday.get(monday, ()), usual) for monday in islice(mondays, MOST_WEEKS))


def _week(monday: date, posts: Iterable[Post], usual: Mapping[Format, float]) -> Week:
    within = tuple(posts)
    hours = [hours_of_post(post, usual) for post in within]
    return Week(monday, within, sum(known for known in hours if known is not None), hours.count(None))


def posts_a_week(content: Content, channel: str) -> float | None:
    """How many posts of a channel the calendar has in a week, on average; None while it has no dated post at all."""
    planned = weeks(content)
    if not planned:
        return None
    return sum(post.channel == channel for week in planned for post in week.posts) / len(planned)


def stretch(planned: Sequence[Week], today: date, most: int) -> tuple[Week, ...]:
    """So many weeks of a plan: from this week on where it reaches that far, else its first ones."""
    ahead = [week for week in planned if week.monday >= monday_of(today)]
    return tuple((ahead or planned)[:most])
