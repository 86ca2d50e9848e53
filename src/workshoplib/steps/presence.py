"""Presence as blocks: the decision for each channel, the hours that they take, and the ways between them."""

from collections.abc import Callable, Iterable, Sequence

from workshoplib.analysis import presence
from workshoplib.analysis.readiness import hours_granted
from workshoplib.charts.bars import bars
from workshoplib.steps.answers import name_of, title_of
from workshoplib.steps.blocks import Block, Bullets, Callout, Column, Heading, Picture, Table
from workshoplib.steps.channels import channel_name, names
from workshoplib.steps.view import View
from workshoplib.strategy.organisation import Place
from workshoplib.strategy.platforms import Channel, Decision

_Answer = Callable[[Channel], str]


def decisions(view: View) -> Iterable[Block]:
    """A table for each kind of decision, in which only what somebody has answered has a column."""
    say = view.say
    reason: tuple[str, _Answer] = (say("Reason"), lambda channel: channel.reason)
    again: tuple[str, _Answer] = (
        say("Decide again on"),
        lambda channel: say.short_date(channel.decide_again) if channel.decide_again else "",
    )
    role: tuple[str, _Answer] = (
        say("Organic or paid"),
        lambda channel: say(channel.role.label) if channel.role else "",
    )
    goal: tuple[str, _Answer] = (say("Goal"), lambda channel: name_of("goals.goals", channel.goal, view))
    purpose: tuple[str, _Answer] = (say("Purpose"), lambda channel: _purpose(channel, view))
    owner: tuple[str, _Answer] = (say("Owner"), lambda channel: name_of("organisation.people", channel.owner, view))
    asks: tuple[str, _Answer] = (say("What it should show"), lambda channel: channel.trial_question)
    yield from _table(Decision.CHOSEN, say("Here we are"), (goal, purpose, role, owner), view)
    yield from _table(Decision.EXPERIMENT, say("Here we try something"), (asks, goal, owner, again), view)
    yield from _table(Decision.LATER, say("Not now, perhaps later"), (reason, again), view)
    yield from _table(Decision.DECLINED, say("Here we are not, on purpose"), (reason,), view)
    declined = presence.decided(view.strategy.platforms, Decision.DECLINED)
    if declined:
        yield Callout(
            say(
                "A no is a result: what is not spent on {channels} goes to the others.", channels=names(declined, view)
            ),
            "good",
        )


def _purpose(channel: Channel, view: View) -> str:
    return channel.purpose or view.say.list([view.say(purpose.label) for purpose in channel.purposes])


def _table(decision: Decision, caption: str, columns: Sequence[tuple[str, _Answer]], view: View) -> Iterable[Block]:
    channels = presence.decided(view.strategy.platforms, decision)
    used = [column for column in columns if any(column[1](channel) for channel in channels)]
    if channels:
        yield Table(
            caption,
            (Column(view.say("Channel")), *(Column(title) for title, _ in used)),
            tuple((channel_name(channel, view), *(answer(channel) for _, answer in used)) for channel in channels),
        )


def hours(view: View) -> Iterable[Block]:
    """The hours of each channel and of all together against those that are granted."""
    say, active = view.say, presence.active(view.strategy.platforms)
    told = [(channel_name(channel, view), channel.hours_a_week) for channel in active]
    amounts = [(name, some) for name, some in told if some is not None]
    if not amounts:
        return
    granted, wanted = hours_granted(view.strategy.organisation.people), presence.hours_a_week(active)
    if len(amounts) > 1:
        amounts.append((say("All channels together"), wanted))
    yield Picture(
        bars(
            amounts,
            say=say,
            title=say("Hours a week by channel"),
            limit=(say("Hours granted"), granted) if granted else None,
        ),
        _balance(wanted, granted, view),
    )


def _balance(wanted: float, granted: float, view: View) -> str:
    say, numbers = view.say, {"wanted": view.say.number(wanted), "granted": view.say.number(granted)}
    if not granted:
        return say("The channels take {wanted} hours a week. Nobody has said yet how many hours there are.", **numbers)
    if wanted > granted:
        over = say.number(wanted - granted)
        return say(
            "The channels take {wanted} hours a week and {granted} are granted: {over} too many.", over=over, **numbers
        )
    spare = say.number(granted - wanted)
    return say(
        "The channels take {wanted} of the {granted} hours a week that are granted. Left over: {spare}.",
        spare=spare,
        **numbers,
    )


def ecosystem(view: View) -> Iterable[Block]:
    """Where people go from each channel and place."""
    say, ways = view.say, presence.edges(view.strategy)
    if not ways:
        return
    yield Heading(say("Where people go from here"))
    sources = {way.source.id: way.source for way in ways}
    lines = []
    for source in sources.values():
        targets = [_name(way.target, view) for way in ways if way.source.id == source.id]
        lines.append(say("From {source} to {targets}.", source=_name(source, view), targets=say.list(targets)))
    yield Bullets(tuple(lines))


def _name(item: Channel | Place, view: View) -> str:
    return channel_name(item, view) if isinstance(item, Channel) else title_of(item, view)
