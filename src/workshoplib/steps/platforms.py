"""Platforms: what is known about them, where the team will be, and whether the hours are enough for it."""

from collections.abc import Iterable

from workshoplib.analysis import presence
from workshoplib.analysis.readiness import hours_granted
from workshoplib.errors import N_
from workshoplib.steps import choosing
from workshoplib.steps.answers import title_of
from workshoplib.steps.blocks import Block, Bullets, Column, Figures, Paragraph, Table
from workshoplib.steps.channels import favourites, names, profiles
from workshoplib.steps.presence import decisions, ecosystem, hours
from workshoplib.steps.step import Step
from workshoplib.steps.still_open import still_open
from workshoplib.steps.view import View
from workshoplib.strategy.platforms import Channel, Decision, Platforms


def show(view: View) -> Iterable[Block]:
    """What the platforms are like, where the personas are, and the hours and channels there are."""
    say, organisation = view.say, view.strategy.organisation
    yield from favourites(view)
    yield from profiles(view)
    yield from choosing.scores(view)
    granted = hours_granted(organisation.people)
    if granted:
        yield Figures(((say.number(granted), say("hours a week to share among your channels")),))
    if organisation.channels_now:
        yield _today(view)


def _today(view: View) -> Table:
    say = view.say
    return Table(
        say("Your channels today"),
        (
            Column(say("Platform")),
            Column(say("Posts a month"), numeric=True),
            Column(say("Hours a week"), numeric=True),
            Column(say("Best result")),
        ),
        tuple(
            (
                say(row.platform.label) if row.platform else row.account,
                "" if row.posts_a_month is None else say.number(row.posts_a_month),
                "" if row.hours_a_week is None else say.number(row.hours_a_week),
                row.result,
            )
            for row in view.strategy.organisation.channels_now
        ),
    )


def recap(view: View) -> Iterable[Block]:
    """What was decided for each platform and why, whether the hours are enough, and how channels lead to each other."""
    if not view.strategy.platforms.channels:
        yield Paragraph(view.say("No platform has been decided on yet."))
    yield from decisions(view)
    yield from hours(view)
    yield from choosing.ranking(view)
    found = tuple(_findings(view))
    if found:
        yield Bullets(found)
    yield from ecosystem(view)
    yield from still_open(_open(view), view)


def _findings(view: View) -> Iterable[str]:
    say, part = view.say, view.strategy.platforms
    chosen, trials = presence.decided(part, Decision.CHOSEN), presence.decided(part, Decision.EXPERIMENT)
    if part.mode and chosen:
        yield say("{approach}. Chosen: {channels}.", approach=say(part.mode.label), channels=names(chosen, view))
    for role in dict.fromkeys(channel.role for channel in (*chosen, *trials) if channel.role):
        named = names([channel for channel in (*chosen, *trials) if channel.role is role], view)
        yield say("{role}: {channels}.", role=say(role.label), channels=named)
    risked = sum(channel.trial_hours or 0 for channel in trials)
    if risked:
        yield say("Experiments may cost {hours} hours in all; then they stop.", hours=say.number(risked))
    stranded = presence.dead_ends(view.strategy)
    if stranded:
        yield say("From {channels} people are led nowhere yet.", channels=names(stranded, view))


def _open(view: View) -> Iterable[str]:
    say, part = view.say, view.strategy.platforms
    for platform, personas in presence.undecided_favourites(view.strategy):
        who = say.list([title_of(persona, view) for persona in personas])
        yield say(
            "{platform}: used daily by {personas}, and not decided on.", platform=say(platform.label), personas=who
        )
    if presence.is_out_of_step(part) and part.mode:
        n = len(presence.decided(part, Decision.CHOSEN))
        yield say.plural(
            "The approach is “{approach}”, and {n} channel is chosen.",
            "The approach is “{approach}”, and {n} channels are chosen.",
            n,
            approach=say(part.mode.label),
        )
    for message, channels in _gaps(part):
        if channels:
            yield say(message, channels=names(channels, view))


def _gaps(part: Platforms) -> Iterable[tuple[str, list[Channel]]]:
    active, trials = presence.active(part), presence.decided(part, Decision.EXPERIMENT)
    turned_down = presence.decided(part, Decision.LATER, Decision.DECLINED)
    yield N_("No decision yet: {channels}."), list(presence.decided(part, None))
    yield N_("No goal: {channels}."), [channel for channel in active if not channel.goal]
    yield N_("No purpose: {channels}."), [channel for channel in active if not channel.purpose and not channel.purposes]
    yield N_("Nobody answers for: {channels}."), [channel for channel in active if not channel.owner]
    yield N_("No hours set aside: {channels}."), [channel for channel in active if not channel.hours_a_week]
    yield N_("No reason given: {channels}."), [channel for channel in turned_down if not channel.reason]
    yield (
        N_("No day on which the experiment ends: {channels}."),
        [channel for channel in trials if not channel.decide_again],
    )
    yield (
        N_("No limit of hours for the experiment: {channels}."),
        [channel for channel in trials if channel.trial_hours is None],
    )
    yield N_("Organic or paid is not decided: {channels}."), [channel for channel in active if not channel.role]


STEP = Step("platforms", "platforms", "04-platforms", 40, N_("Your platforms"), show, recap)
