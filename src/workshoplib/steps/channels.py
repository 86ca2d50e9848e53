"""Channels by name, and where the personas are: what several steps say about them."""

from collections.abc import Iterable, Sequence

from workshoplib.analysis import audience, reach
from workshoplib.facts import Reach
from workshoplib.steps.answers import title_of
from workshoplib.steps.blocks import Block, Column, Paragraph, Sources, Table
from workshoplib.steps.view import View
from workshoplib.strategy.choices import Frequency, Platform
from workshoplib.strategy.personas import Persona
from workshoplib.strategy.platforms import Channel


def channel_name(channel: Channel, view: View) -> str:
    """The platform's name; for one that is not listed, the account's."""
    if channel.platform is Platform.OTHER and channel.account:
        return channel.account
    return title_of(channel, view)


def name_by_id(channel_id: str, view: View) -> str:
    """The name of the channel with that id; empty where there is none."""
    found = (channel for channel in view.strategy.platforms.channels if channel.id == channel_id)
    return next((channel_name(channel, view) for channel in found), "")


def names(channels: Iterable[Channel], view: View) -> str:
    """The channels' names in a row."""
    return view.say.list([channel_name(channel, view) for channel in channels])


def profiles(view: View) -> Iterable[Block]:
    """What each platform is good at, whom one finds there and how many use it daily, most used first."""
    say, country = view.say, view.strategy.organisation.country
    daily = dict(reach.daily(view.facts, country)) if country else {}
    known = [(platform, row) for platform in Platform if (row := view.facts.profile(platform.value))]
    known.sort(key=lambda pair: -(daily[pair[0]].value or 0) if pair[0] in daily else 1)
    columns = [Column(say("Platform")), Column(say("Good at")), Column(say("Whom one finds there"))]
    if daily:
        columns.append(Column(say("Use it daily"), numeric=True))
    yield Table(
        say("What the platforms are like"),
        tuple(columns),
        tuple(
            (say(platform.label), say(row.strengths), say(row.typical_audience), *_daily(daily, platform, view))
            for platform, row in known
        ),
    )
    if daily and country:
        yield Paragraph(
            say(
                "Daily use in {country}: the newest figure for all ages together, with its year. "
                "Years and age groups differ, so a few points more or less mean nothing.",
                country=say(country.label),
            )
        )
    elif country is None:
        yield Paragraph(say("Daily use appears here once the country is set in the first step."))
    else:
        yield Paragraph(say("We have no figures on daily use for {country}.", country=say(country.label)))
    yield Sources((*(row.fact for _, row in known), *(row.fact for row in daily.values())))


def _daily(daily: dict[Platform, Reach], platform: Platform, view: View) -> tuple[str, ...]:
    if not daily:
        return ()
    row = daily.get(platform)
    if row is None or row.value is None:
        return (view.say("unknown"),)
    share = view.say.percent(row.value)
    return (view.say("{share} ({year}, ages {ages})", share=share, year=row.data_year or "–", ages=row.age_band),)


def favourites(view: View) -> Iterable[Block]:
    """Which personas use which platforms daily or weekly, and what they look for there; most daily users first."""
    say, personas = view.say, audience.living(view.strategy.personas)
    rows = [
        (platform, _who(personas, platform, Frequency.DAILY, view), _who(personas, platform, Frequency.WEEKLY, view))
        for platform in audience.used_platforms(personas)
    ]
    used = sorted((row for row in rows if row[1] or row[2]), key=lambda row: (-len(row[1]), -len(row[2])))
    if not used:
        yield Paragraph(say("Where your personas are is not known yet: the step before this one asks for it."))
        return
    yield Table(
        say("Where your personas are"),
        (
            Column(say("Platform")),
            Column(say("Use it daily")),
            Column(say("Use it weekly")),
            Column(say("What they expect")),
        ),
        tuple(
            (say(platform.label), say.list(daily), say.list(weekly), _expected(personas, platform))
            for platform, daily, weekly in used
        ),
    )


def _who(personas: Sequence[Persona], platform: Platform, often: Frequency, view: View) -> list[str]:
    return [title_of(persona, view) for persona in personas if audience.frequency(persona, platform) is often]


def _expected(personas: Sequence[Persona], platform: Platform) -> str:
    told = (use.expects for persona in personas for use in persona.platforms if use.platform is platform)
    return "\n".join(dict.fromkeys(filter(None, told)))
