"""The posts that are known before anything is planned: kept ones, series, and those of an earlier plan."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time

from workshoplib.analysis.load import hours_of_formats, hours_of_post, monday_of
from workshoplib.analysis.schedule import days as calendar
from workshoplib.analysis.schedule.marks import is_untouched
from workshoplib.analysis.schedule.request import NOBODY, OPEN, Bond, Job, Line, Option
from workshoplib.analysis.schedule.series import days_of_series, week_around
from workshoplib.analysis.schedule.window import Window, is_away
from workshoplib.strategy.choices import Rhythm
from workshoplib.strategy.content import Post, PostKind, Series

_USUAL_NOON = time(calendar.NOON)
_A_DAY_OFF = 10
"""What a day's distance from the day of a series weighs against attention."""


def jobs(window: Window, lines: Sequence[Line]) -> tuple[Job, ...]:
    """All posts of a window that are known beforehand."""
    kept = [job for post in window.posts if not is_untouched(post) for job in _kept(window, post)]
    series = [job for one in window.strategy.content.series for job in _series(window, one, lines)]
    taken = {job.was for job in series}
    untouched = (post for post in window.posts if is_untouched(post) and post.id not in taken)
    return (*kept, *series, *(job for post in untouched for job in _earlier(window, post, lines)))


def _kept(window: Window, post: Post) -> Iterator[Job]:
    assert post.due is not None  # noqa: S101 - only dated posts come here; tells the type checker
    yield _job(post, Bond.KEPT, (Option(post.due, post.at, post.owner),), _hours(window, post))


def _earlier(window: Window, post: Post, lines: Iterable[Line]) -> Iterator[Job]:
    """An untouched post of an earlier plan, where it could still stay as it is."""
    line = next((one for one in lines if one.id == post.channel), None)
    assert post.due is not None  # noqa: S101 - as above
    if line is None or post.series:
        return
    format = OPEN if post.kind is PostKind.FLEXIBLE or not post.format else post.format.value
    there = post.owner == NOBODY or any(one.id == post.owner and post.due not in one.away for one in window.people)
    able = post.owner in line.makers.get(format, ())
    if post.due in window.open_days and there and able and post.at:
        score = window.presence(window.channel(line.id)).attention(post.due, post.at.hour)
        yield _job(post, Bond.EARLIER, (Option(post.due, post.at, post.owner, score),), line.effort[format])


def _series(window: Window, series: Series, lines: Iterable[Line]) -> Iterator[Job]:
    line = next((one for one in lines if one.id == series.channel), None)
    if line is None:
        return
    left = [post for post in window.posts if post.series == series.id]
    presence = window.presence(window.channel(line.id))
    for day in days_of_series(series, window.monday, window.weeks):
        was = _of_that_time(series, day, left)
        if was:
            left.remove(was)
            if not is_untouched(was):
                continue
        ways = tuple(_ways(window, series, line, day, presence))
        if ways:
            yield Job(
                id=f"{series.id}@{day}",
                line=line.id,
                bond=Bond.SERIES,
                options=ways,
                format=series.format.value if series.format else "",
                hours=window.effort(series.format),
                pillar=series.pillar,
                source=series.id,
                was=was.id if was else "",
            )


def _ways(window: Window, series: Series, line: Line, day: date, presence: calendar.Presence) -> Iterator[Option]:
    """The series on its day; where that is closed or nobody is there, on another day of the week."""
    at = series.at or _USUAL_NOON
    for other in week_around(day):
        if other not in window.open_days or not calendar.is_plain(other, at.hour, window.zone):
            continue
        makers = _at_work(window, series, line, other)
        score = max(presence.attention(other, at.hour) - _A_DAY_OFF * abs((other - day).days), 0)
        yield from (Option(other, at, maker, score) for maker in makers)
        if makers and other == day:
            return


def _at_work(window: Window, series: Series, line: Line, day: date) -> tuple[str, ...]:
    away = {one.id for one in window.strategy.organisation.people if is_away(one, day)}
    if series.owner and series.owner not in away:
        return (series.owner,)
    stand_in = line.makers.get(series.format.value if series.format else OPEN, ())
    return tuple(maker for maker in stand_in if maker not in away)


def _of_that_time(series: Series, day: date, posts: Sequence[Post]) -> Post | None:
    """The post of a series that stands for one of its days: the nearest in the same day, week or month."""

    def stretch(on: date) -> object:
        match series.rhythm:
            case Rhythm.DAILY:
                return on
            case Rhythm.WEEKLY:
                return monday_of(on)
            case Rhythm.FORTNIGHTLY:
                return (monday_of(on) - monday_of(day)).days // 14
        return on.year, on.month

    near = [(abs((post.due - day).days), post) for post in posts if post.due and stretch(post.due) == stretch(day)]
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _hours(window: Window, post: Post) -> float:
    known = hours_of_post(post, hours_of_formats(window.strategy.content))
    return known if known is not None else window.effort(post.format)


def _job(post: Post, bond: Bond, options: tuple[Option, ...], hours: float) -> Job:
    return Job(
        id=post.id,
        line=post.channel,
        bond=bond,
        options=options,
        format=post.format.value if post.format else "",
        hours=hours,
        pillar=post.pillar,
        persona=post.personas[0] if post.personas else "",
        promotes=post.promotional,
        flexible=post.kind is PostKind.FLEXIBLE,
    )
