"""How ready a team is, as blocks: hours, skills, comfort, and the channels that there are."""

from collections.abc import Iterable, Sequence

from workshoplib.analysis import readiness
from workshoplib.analysis.readiness import Advice
from workshoplib.charts.bars import bars
from workshoplib.charts.heat import heat
from workshoplib.errors import N_
from workshoplib.steps.answers import title_of
from workshoplib.steps.blocks import Block, Bullets, Callout, Column, Figures, Picture, Table
from workshoplib.steps.view import View

_ADVICE = {
    Advice.IN_HOUSE: N_("Do it yourselves: the time and the skills are in the house."),
    Advice.TAUGHT: N_(
        "Do it yourselves, and pay for training: there is time and money, and what is missing can be learnt."
    ),
    Advice.LEARNING: N_(
        "Do it yourselves and learn on the way: there is time, but little skill and money. Start with one channel."
    ),
    Advice.SHARED: N_(
        "Share the work: you know how, but lack time. Keep strategy and dialogue; let an agency or freelancer produce."
    ),
    Advice.AGENCY: N_(
        "Let an agency do most of it: there is money, but neither time nor skill. Answer people yourselves."
    ),
    Advice.SMALLER: N_(
        "Make the plan smaller: neither time nor money is there for much. One channel, done well, is a strategy too."
    ),
}


def pictures(view: View) -> Iterable[Block]:
    """Hours and skills of each person, for the room; nothing of what nobody told."""
    say, people = view.say, view.strategy.organisation.people
    granted = [(title_of(person, view), person.hours_a_week) for person in people if person.hours_a_week]
    if granted:
        yield Picture(
            bars(granted, say=say, title=say("Hours granted a week")),
            say("Hours a week that have been granted: {hours} in all.", hours=_hours(view)),
        )
    platforms = readiness.judged_platforms(people)
    rows = [
        (title_of(person, view), [readiness.level(person, platform) for platform in platforms]) for person in people
    ]
    yield from _grid(
        rows,
        view,
        say("Skill by person and platform: 0 has never tried, 2 works alone, 3 teaches others."),
        say("Skill of each person, from 0 to 3"),
    )


def _grid(rows: Sequence[tuple[str, Sequence[int | None]]], view: View, caption: str, title: str) -> Iterable[Block]:
    """A row of levels by platform for each name; nothing where none is known."""
    platforms = readiness.judged_platforms(view.strategy.organisation.people)
    known = [(name, levels) for name, levels in rows if any(level is not None for level in levels)]
    if known:
        names = [view.say(platform.label) for platform in platforms]
        drawn = heat([name for name, _ in known], names, [levels for _, levels in known], say=view.say, title=title)
        yield Picture(drawn, caption)


def channels_now(view: View) -> Iterable[Block]:
    """The channels of today as a table; nothing where none was looked up."""
    say, channels = view.say, view.strategy.organisation.channels_now
    if channels:
        yield Table(
            say("Channels today"),
            (
                Column(say("Channel")),
                Column(say("Followers"), numeric=True),
                Column(say("Posts a month"), numeric=True),
                Column(say("Hours a week"), numeric=True),
                Column(say("Best result")),
            ),
            tuple(
                (
                    " · ".join(filter(None, (say(now.platform.label) if now.platform else "", now.account))),
                    *("" if n is None else say.number(n) for n in (now.followers, now.posts_a_month, now.hours_a_week)),
                    now.result,
                )
                for now in channels
            ),
        )


def findings(view: View) -> Iterable[Block]:
    """What hours, skills and comfort of the team mean, without names, and whether to do the work in the house."""
    say, organisation = view.say, view.strategy.organisation
    if organisation.people:
        yield _figures(view)
    sentences = tuple(_sentences(view))
    if sentences:
        yield Bullets(sentences)
    suggested = readiness.advice(organisation)
    if suggested:
        yield Callout(say(_ADVICE[suggested]))
    platforms = readiness.judged_platforms(organisation.people)
    rows = [
        (say("Skill"), [readiness.best_level(organisation.people, platform) for platform in platforms]),
        (say("Comfort"), [readiness.best_comfort(organisation.people, platform) for platform in platforms]),
    ]
    yield from _grid(
        rows,
        view,
        say("The best skill and comfort in the team: from 2 on, somebody can work there alone."),
        say("Best skill and comfort in the team, from 0 to 3"),
    )


def _figures(view: View) -> Block:
    say, people = view.say, view.strategy.organisation.people
    departments = {person.department for person in people if person.department}
    writers = sum(person.writer for person in people)
    return Figures(
        (
            (_hours(view), say("hours a week")),
            (say.number(len(people)), say("people")),
            (say.number(len(departments)), say("departments")),
            (say.number(writers), say("who write for us")),
        )
    )


def _hours(view: View) -> str:
    return view.say.number(round(readiness.hours_granted(view.strategy.organisation.people), 1))


def _sentences(view: View) -> Iterable[str]:
    say, organisation = view.say, view.strategy.organisation
    spent = sum(channel.hours_a_week or 0 for channel in organisation.channels_now)
    if spent and readiness.hours_granted(organisation.people):
        yield say(
            "The channels of today take {spent} hours a week; {granted} are granted.",
            spent=say.number(round(spent, 1)),
            granted=_hours(view),
        )
    gaps = readiness.skill_gaps(organisation.people)
    if gaps:
        yield say(
            "Nobody can work alone yet on {platforms}: a course to plan, or a channel to leave.",
            platforms=say.list([say(platform.label) for platform in gaps]),
        )
    for platform, n in readiness.uneasy(organisation.people):
        yield say.plural(
            "On {platform}, {n} person has the skill but does not feel at home there yet.",
            "On {platform}, {n} people have the skill but do not feel at home there yet.",
            n,
            platform=say(platform.label),
        )
