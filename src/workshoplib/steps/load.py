"""Load as blocks: the hours that a rhythm or a calendar takes against the hours there are."""

from collections.abc import Callable, Iterable, Sequence

from workshoplib.analysis.load import Week, by_rhythm, stretch, weeks
from workshoplib.analysis.readiness import hours_granted
from workshoplib.charts.bars import bars
from workshoplib.steps.blocks import Block, Paragraph, Picture
from workshoplib.steps.channels import channel_name, names
from workshoplib.steps.view import View

_WEEKS = 12


def of_rhythm(view: View) -> Iterable[Block]:
    """What the agreed rhythm would take each week, channel by channel; what is missing to know it."""
    say, loads = view.say, by_rhythm(view.strategy)
    known = [(load, load.hours) for load in loads if load.hours is not None]
    if not known:
        yield Paragraph(
            say(
                "Decide below how often you post and how long a post takes: then you see here what that costs in hours."
            )
        )
        return
    amounts = [
        (say("{channel}, {n} a week", channel=channel_name(load.channel, view), n=say.number(load.posts_a_week)), hours)
        for load, hours in known
    ]
    total = sum(hours for _, hours in known)
    if len(amounts) > 1:
        amounts.append((say("All channels together"), total))
    yield Picture(
        bars(amounts, say=say, title=say("Hours a week for making posts"), write=_write(view), limit=_limit(view)),
        say("The rhythm takes {hours} hours a week. Answering people comes on top.", hours=_write(view)(total)),
    )
    unknown = [load.channel for load in loads if load.hours is None]
    if unknown:
        yield Paragraph(say("How long a post takes is not known for: {channels}.", channels=names(unknown, view)))


def of_calendar(view: View) -> Iterable[Block]:
    """The hours of each week that the posts take, for at most twelve weeks."""
    say, planned = view.say, stretch(weeks(view.strategy.content), view.today, _WEEKS)
    if any(week.hours for week in planned):
        yield Picture(
            bars(
                [(week_name(week, view), week.hours) for week in planned],
                say=say,
                title=say("Hours by week"),
                write=_write(view),
                limit=_limit(view),
            ),
            _told(planned, view),
        )


def _told(planned: Sequence[Week], view: View) -> str:
    say, granted = view.say, hours_granted(view.strategy.organisation.people)
    fullest = max(planned, key=lambda week: week.hours)
    told = say("Fullest: {week}, {hours} hours.", week=week_name(fullest, view), hours=_write(view)(fullest.hours))
    over = sum(week.hours > granted for week in planned)
    if granted and over:
        told += " " + say.plural(
            "{n} week takes more hours than are granted.", "{n} weeks take more hours than are granted.", over
        )
    unknown = sum(week.unknown for week in planned)
    if unknown:
        told += " " + say.plural(
            "For {n} post nobody has said how long it takes.",
            "For {n} posts nobody has said how long they take.",
            unknown,
        )
    return told


def week_name(week: Week, view: View) -> str:
    """The week by its number in the calendar of ISO 8601, which is the Nordic one."""
    return view.say("Week {n}", n=week.monday.isocalendar().week)


def _limit(view: View) -> tuple[str, float] | None:
    granted = hours_granted(view.strategy.organisation.people)
    return (view.say("Hours granted"), granted) if granted else None


def _write(view: View) -> Callable[[float], str]:
    return lambda hours: view.say.number(round(hours, 1))
