"""The calendar as people know it: months and weeks as grids, a board by status, a table."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date

from workshoplib.analysis.load import monday_of
from workshoplib.analysis.schedule.days import covers
from workshoplib.steps.answers import name_of, title_of
from workshoplib.steps.blocks import Block, Cell, Column, Entry, Grid, Paragraph, Table
from workshoplib.steps.channels import name_by_id
from workshoplib.steps.view import View
from workshoplib.strategy.content import Post, PostStatus

_LANES = 8
_MOST_MONTHS = 7
"""As many months as 26 weeks touch."""
_ON_A_BOARD = 12
"""Posts in a column of the board; the next ones."""


def months(view: View) -> Iterable[Block]:
    """A grid for each month that has posts, from this month on, or all where the calendar is over."""
    dated = [post.due for post in view.strategy.content.posts if post.due]
    ahead = [day for day in dated if (day.year, day.month) >= (view.today.year, view.today.month)]
    for year, month in sorted({(day.year, day.month) for day in ahead or dated})[:_MOST_MONTHS]:
        yield _month(year, month, view)


def week(view: View, day: date) -> Block:
    """The week of a day with all that a post says about when, where, who and for whom."""
    say, monday = view.say, monday_of(day)
    sunday = date.fromordinal(min(monday.toordinal() + 6, date.max.toordinal()))
    cells = _days(monday, monday, sunday, view, detailed=True)
    return Grid(
        say("The week from {day}", day=monday),
        tuple(say.weekday(n) for n in range(7)),
        ((_week_number(monday, view), cells),),
        say("Week"),
    )


def board(view: View) -> Iterable[Block]:
    """The posts by how far they have come, the next ones of each."""
    say = view.say
    posts = [post for post in _in_order(view.strategy.content.posts) if not post.due or post.due >= view.today]
    if not posts:
        return
    columns = []
    for status in PostStatus:
        there = [post for post in posts if post.status is status]
        more = len(there) - _ON_A_BOARD
        named = say("{status}: {n}", status=say(status.label), n=say.number(len(there)))
        cards = [_card(post, view) for post in there[:_ON_A_BOARD]]
        if more > 0:
            cards.append(Entry((say.plural("and {n} more", "and {n} more", more),), _LANES - 1))
        columns.append(Cell(named, (), tuple(cards)))
    yield Grid(say("Board"), tuple(column.label for column in columns), (("", tuple(columns)),))


def table(posts: Sequence[Post], caption: str, view: View) -> Table:
    """Posts as rows, in order of time."""
    say = view.say
    return Table(
        caption,
        (
            Column(say("Date")),
            Column(say("Topic")),
            Column(say("Channel")),
            Column(say("Format")),
            Column(say("Owner")),
            Column(say("Status")),
        ),
        tuple(
            (
                when(post, view),
                title_of(post, view),
                name_by_id(post.channel, view),
                say(post.format.label) if post.format else "",
                name_of("organisation.people", post.owner, view),
                say(post.status.label),
            )
            for post in _in_order(posts)
        ),
    )


def posts_as_table(view: View) -> Iterable[Block]:
    """All posts of the calendar as one table."""
    posts = view.strategy.content.posts
    yield table(posts, view.say("Posts"), view) if posts else Paragraph(view.say("The calendar has no posts yet."))


def when(post: Post, view: View) -> str:
    """Weekday, date and time of a post; empty without a date."""
    if not post.due:
        return ""
    day = f"{view.say.short_weekday(post.due.weekday())} {view.say.short_date(post.due)}"
    return f"{day} {view.say.time(post.at)}" if post.at else day


def _month(year: int, month: int, view: View) -> Block:
    say, first = view.say, date(year, month, 1)
    last = date(year, month, monthrange(year, month)[1])
    mondays = range(monday_of(first).toordinal(), last.toordinal() + 1, 7)
    return Grid(
        say("{month} {year}", month=say.month(month), year=year),
        tuple(say.short_weekday(n) for n in range(7)),
        tuple(
            (_week_number(date.fromordinal(monday), view), _days(date.fromordinal(monday), first, last, view))
            for monday in mondays
        ),
        say("Week"),
    )


def _days(monday: date, first: date, last: date, view: View, *, detailed: bool = False) -> tuple[Cell, ...]:
    country = view.strategy.organisation.country
    holidays = view.facts.holidays(country.value, {first.year, last.year}, view.say.language) if country else {}
    inside = range(first.toordinal(), min(last.toordinal(), date.max.toordinal()) + 1)
    return tuple(
        _day(date.fromordinal(day), holidays, view, detailed) if day in inside else Cell("", quiet=True)
        for day in range(monday.toordinal(), monday.toordinal() + 7)
    )


def _day(day: date, holidays: dict[date, str], view: View, detailed: bool) -> Cell:
    own = [one for one in view.strategy.content.occasions if covers(one, day)]
    # A long stretch is named where it begins, and again where a reader's eye begins: each Monday and each month.
    named = (one.name for one in own if day == one.first_day or day.weekday() == 0 or day.day == 1)
    notes = [*([holidays[day]] if day in holidays else []), *named]
    posts = [post for post in _in_order(view.strategy.content.posts) if post.due == day]
    label = f"{view.say.short_weekday(day.weekday())} {day.day}"
    entries = tuple(_detailed(post, view) if detailed else _entry(post, view) for post in posts)
    return Cell(label, tuple(dict.fromkeys(notes)), entries, day in holidays or any(one.quiet for one in own))


def _entry(post: Post, view: View) -> Entry:
    time = view.say.time(post.at) if post.at else ""
    told = " ".join(filter(None, (time, name_by_id(post.channel, view))))
    return Entry((title_of(post, view), *filter(None, (told, _lock(post, view)))), _lane(post, view))


def _detailed(post: Post, view: View) -> Entry:
    say = view.say
    pillar = name_of("content.pillars", post.pillar, view)
    meant = say.list([name_of("personas.personas", id, view) for id in post.personas])
    owner = name_of("organisation.people", post.owner, view)
    rest = (say(post.format.label) if post.format else "", pillar, meant, owner, say(post.status.label))
    entry = _entry(post, view)
    return Entry((*entry.lines, *filter(None, rest)), entry.lane)


def _card(post: Post, view: View) -> Entry:
    return Entry((title_of(post, view), when(post, view), name_by_id(post.channel, view)), _lane(post, view))


def _lock(post: Post, view: View) -> str:
    return view.say("Locked") if post.locked else ""


def _lane(post: Post, view: View) -> int:
    ids = [channel.id for channel in view.strategy.platforms.channels]
    return ids.index(post.channel) % _LANES if post.channel in ids else _LANES - 1


def _week_number(monday: date, view: View) -> str:
    return view.say("Week {n}", n=monday.isocalendar().week)


def _in_order(posts: Iterable[Post]) -> list[Post]:
    """By date and time; posts without come last."""
    return sorted(posts, key=lambda post: (post.due is None, post.due or date.min, post.at is None, str(post.at)))
