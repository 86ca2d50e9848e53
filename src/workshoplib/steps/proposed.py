"""A proposed calendar in blocks: how good it is, what changes, why each post stands there; or why there is none."""

from collections.abc import Iterable
from dataclasses import replace

from workshoplib.analysis.schedule import Clash, Limit
from workshoplib.analysis.schedule.proposal import Proposal, Proposed, order_after
from workshoplib.steps.answers import name_of, title_of
from workshoplib.steps.blocks import Block, Bullets, Callout, Column, Figures, Table
from workshoplib.steps.channels import name_by_id
from workshoplib.steps.clashes import gaps_and_clashes
from workshoplib.steps.load import of_calendar
from workshoplib.steps.months import months, when
from workshoplib.steps.posts import mixture
from workshoplib.steps.view import View


def proposed(found: Proposal, view: View) -> Iterable[Block]:
    """What a plan would make of the calendar, and the calendar as it would be."""
    say = view.say
    after = _after(found, view)
    yield Callout(_how_good(found, view), "good" if found.gap == 0 else "note")
    yield Figures(
        (
            (say.number(len(found.new)), say("new posts")),
            (say.number(len(found.changed)), say("posts that move or change")),
            (say.number(len(found.kept)), say("posts that stay")),
            (say.number(len(found.removed)), say("posts that go")),
        )
    )
    different = [one for one in found.posts if one.before != one.post]
    if different:
        yield Table(
            say("What is new and what moves"),
            (
                Column(say("When")),
                Column(say("Topic")),
                Column(say("Channel")),
                Column(say("Format")),
                Column(say("Owner")),
                Column(say("Why here")),
            ),
            tuple(_row(one, view) for one in different),
        )
    if found.removed:
        yield Bullets(
            tuple(say("Goes: {post}, {when}", post=title_of(p, view), when=when(p, view)) for p in found.removed)
        )
    yield from months(after)
    yield from of_calendar(after)
    yield from mixture(after)
    yield from gaps_and_clashes(after)


def impossible(clash: Clash, view: View) -> Iterable[Block]:
    """Which limits clash, and the smallest ways out."""
    yield Callout(_why(clash, view), "warning")
    ways = tuple(_ways(clash, view))
    if ways:
        yield Bullets(ways)


def _after(found: Proposal, view: View) -> View:
    content = view.strategy.content
    posts = order_after(content.posts, found)
    changed = view.strategy.model_copy(update={"content": content.model_copy(update={"posts": posts})})
    return replace(view, strategy=changed)


def _how_good(found: Proposal, view: View) -> str:
    say = view.say
    if found.gap == 0:
        return say("No better calendar fits these hours, days and shares: that is proven.")
    return say(
        "The best calendar found in the time there was. A better one would be better by {share} at most.",
        share=say.percent(100 * found.gap, 1),
    )


def _row(one: Proposed, view: View) -> tuple[str, ...]:
    say, post = view.say, one.post
    return (
        when(post, view),
        title_of(post, view),
        name_by_id(post.channel, view),
        say(post.format.label) if post.format else "",
        name_of("organisation.people", post.owner, view),
        " ".join(_reasons(one, view)),
    )


def _reasons(one: Proposed, view: View) -> Iterable[str]:
    say, planned = view.say, one.planned
    if one.moved_from:
        yield say("Moved from {day}.", day=say.short_date(one.moved_from))
    if planned.source:
        yield say("Series: {name}.", name=name_of("content.series", planned.source, view))
    if planned.occasions:
        yield say("On that day: {names}.", names=list(planned.occasions))
    if planned.drive:
        yield say("Supports {campaign}.", campaign=name_of("budget.campaigns", planned.drive, view))
    if planned.attention:
        yield say("{share} of your audience are there then.", share=say.percent(planned.attention))
    if planned.flexible:
        yield say("Kept open for news and questions.")


def _why(clash: Clash, view: View) -> str:
    say = view.say
    if clash.needed is not None:
        return say(
            "This does not fit: {needed} hours a week needed, {there} there. Nothing has been changed.",
            needed=say.number(round(clash.needed, 1)),
            there=say.number(round(clash.there, 1)),
        )
    if clash.limits == (Limit.GAPS,):
        return say("This does not fit: the posts would stand too close to each other. Nothing has been changed.")
    if clash.limits == (Limit.DAYS,):
        return say("This does not fit: there are too few open days with somebody at work. Nothing has been changed.")
    return say("This does not fit: neither the hours nor the days suffice. Nothing has been changed.")


def _ways(clash: Clash, view: View) -> Iterable[str]:
    say = view.say
    if clash.fewer:
        before = {row.channel: row.posts_per_week or 0.0 for row in view.strategy.content.cadence}
        cuts = [
            say(
                "{channel} from {before} to {after} posts a week",
                channel=name_by_id(id, view),
                before=say.number(before[id]),
                after=say.number(rate),
            )
            for id, rate in clash.fewer.rates.items()
        ]
        cuts += [say("“{series}” pauses", series=name_of("content.series", id, view)) for id in clash.fewer.paused]
        yield say("The smallest cut that is enough: {cuts}.", cuts=cuts)
    if clash.longer:
        who = [
            say("{person} {hours}", person=name_of("organisation.people", id, view), hours=say.number(hours))
            for id, hours in clash.longer.hours.items()
        ]
        yield say(
            "Or more hours a week for making posts, {hours} in all: {people}.",
            hours=say.number(clash.longer.total),
            people=who,
        )
