"""How ready a team is, as blocks: hours, skills, comfort, and the channels that there are."""

from collections.abc import Iterable

from workshoplib.analysis import readiness
from workshoplib.analysis.readiness import Advice
from workshoplib.charts.bars import bars
from workshoplib.charts.heat import heat
from workshoplib.errors import N_
from workshoplib.steps.answers import row_answers, title_of
from workshoplib.steps.blocks import Block, Bullets, Callout, Figures, Picture
from workshoplib.steps.view import View
from workshoplib.strategy.fields import question
from workshoplib.strategy.organisation import Organisation

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
    """Hours for each person, skills for each platform, and the channels today; nothing of what nobody told."""
    say, organisation = view.say, view.strategy.organisation
    hours = [(title_of(person, view), person.hours_a_week) for person in organisation.people]
    granted = [(name, some) for name, some in hours if some]
    if granted:
        total = say.number(sum(some for _, some in granted))
        yield Picture(
            bars(granted, say=say, title=say("Hours granted a week")),
            say("Hours a week that have been granted: {hours} in all.", hours=total),
        )
    yield from _skills(view)
    if organisation.channels_now:
        yield from row_answers(question(Organisation, "channels_now"), organisation.channels_now, view)


def _skills(view: View) -> Iterable[Block]:
    say, people = view.say, view.strategy.organisation.people
    cells = {
        person: [readiness.level(person, platform) for platform in readiness.judged_platforms(people)]
        for person in people
    }
    judged = {person: row for person, row in cells.items() if any(level is not None for level in row)}
    if judged:
        yield Picture(
            heat(
                [title_of(person, view) for person in judged],
                [say(platform.label) for platform in readiness.judged_platforms(people)],
                list(judged.values()),
                say=say,
                title=say("Skill from 0 to 3"),
            ),
            say("Skill by person and platform: 0 has never tried, 2 works alone, 3 teaches others."),
        )


def findings(view: View) -> Iterable[Block]:
    """What hours, skills and comfort mean, and whether to do the work in the house."""
    organisation = view.strategy.organisation
    if organisation.people:
        yield _figures(view)
    sentences = tuple(_sentences(view))
    if sentences:
        yield Bullets(sentences)
    suggested = readiness.advice(organisation)
    if suggested:
        yield Callout(view.say(_ADVICE[suggested]))


def _figures(view: View) -> Block:
    say, people = view.say, view.strategy.organisation.people
    departments = {person.department for person in people if person.department}
    writers = sum(person.writer for person in people)
    return Figures(
        (
            (say.number(readiness.hours_granted(people), 0), say("hours a week")),
            (say.number(len(people)), say("people")),
            (say.number(len(departments)), say("departments")),
            (say.number(writers), say("who write for us")),
        )
    )


def _sentences(view: View) -> Iterable[str]:
    say, organisation = view.say, view.strategy.organisation
    spent = sum(channel.hours_a_week or 0 for channel in organisation.channels_now)
    granted = readiness.hours_granted(organisation.people)
    if spent and granted:
        yield say(
            "The channels of today take {spent} hours a week; {granted} are granted.",
            spent=say.number(spent, 1),
            granted=say.number(granted, 1),
        )
    gaps = readiness.skill_gaps(organisation.people)
    if gaps:
        yield say(
            "Nobody can work alone yet on {platforms}: a course to plan, or a channel to leave.",
            platforms=say.list([say(platform.label) for platform in gaps]),
        )
    for person, platform in readiness.uneasy(organisation.people)[:2]:
        yield say(
            "{name} has the skill for {platform}, but would rather not appear there.",
            name=title_of(person, view),
            platform=say(platform.label),
        )
