"""Calendar: what is published, how often and with which voice, and whether the hours are enough for it."""

from collections.abc import Iterable, Sequence

from workshoplib.analysis import mix
from workshoplib.analysis.presence import active
from workshoplib.errors import N_
from workshoplib.steps.advice import days_ahead, rhythms
from workshoplib.steps.blocks import Block, Bullets, Paragraph
from workshoplib.steps.channels import name_by_id, names
from workshoplib.steps.clashes import gaps_and_clashes
from workshoplib.steps.load import of_calendar, of_rhythm
from workshoplib.steps.months import board, months
from workshoplib.steps.posts import by_week, mixture, next_two_weeks
from workshoplib.steps.promises import promises
from workshoplib.steps.step import Step
from workshoplib.steps.still_open import still_open
from workshoplib.steps.view import View
from workshoplib.strategy.content import Post

_SHARES_DIFFER = 1.0
"""Points by which the shares of the pillars may miss 100."""


def show(view: View) -> Iterable[Block]:
    """How often others advise to post, the hours that the agreed rhythm takes, and the days that are coming."""
    if not active(view.strategy.platforms):
        yield Paragraph(view.say("No channel has been chosen yet: the calendar needs at least one."))
    yield from rhythms(view)
    yield from of_rhythm(view)
    yield from days_ahead(view)


def recap(view: View) -> Iterable[Block]:
    """What the posts are made of, the hours of each week, what to look at, and the calendar by month and by status."""
    content = view.strategy.content
    if not content.posts:
        yield Paragraph(view.say("The calendar has no posts yet."))
    yield from promises(view)
    yield from mixture(view)
    yield from by_week(view)
    yield from of_calendar(view)
    found = tuple(_findings(view))
    if found:
        yield Bullets(found)
    yield from gaps_and_clashes(view)
    yield from next_two_weeks(view)
    yield from months(view)
    yield from board(view)
    yield from still_open(_open(view), view)


def _findings(view: View) -> Iterable[str]:
    say, content = view.say, view.strategy.content
    posts = content.posts
    if not posts:
        return
    sell = sum(post.promotional for post in posts)
    yield say(
        "Posts that sell something: {n} of {all} ({share}).",
        n=sell,
        all=len(posts),
        share=say.percent(mix.promotional(posts), 0),
    )
    if content.flexible_percent is not None:
        yield say(
            "Kept open for news and questions: {share} of the posts, {wanted} were meant to be.",
            share=say.percent(mix.flexible(posts), 0),
            wanted=say.percent(content.flexible_percent),
        )
    gap = mix.longest_gap(posts)
    if gap:
        yield say(
            "The longest silence: {n} days on {channel}, from {first} to {last}.",
            n=gap.days,
            channel=name_by_id(gap.channel, view) or say("a channel that is gone"),
            first=gap.first,
            last=gap.last,
        )


def _open(view: View) -> Iterable[str]:
    say, content = view.say, view.strategy.content
    rhythm = {row.channel for row in content.cadence if row.posts_per_week is not None}
    without = [channel for channel in active(view.strategy.platforms) if channel.id not in rhythm]
    if without:
        yield say("How often you post is not decided for: {channels}.", channels=names(without, view))
    if not content.pillars:
        yield say("No content pillars: what do you talk about for a year?")
    shares = [pillar.share for pillar in content.pillars if pillar.share is not None]
    if shares and abs(sum(shares) - 100) > _SHARES_DIFFER:
        yield say(
            "The shares of the pillars add up to {sum}, not to {whole}.",
            sum=say.percent(sum(shares)),
            whole=say.percent(100),
        )
    yield from _incomplete(content.posts, view)
    if not content.effort and content.posts:
        yield say("Nobody has said how many hours a post takes.")
    if not content.voice:
        yield say("No voice card: how do two people write alike?")


def _incomplete(posts: Sequence[Post], view: View) -> Iterable[str]:
    say = view.say
    if n := sum(post.due is None for post in posts):
        yield say.plural("{n} post has no date.", "{n} posts have no date.", n)
    if n := sum(not post.owner for post in posts):
        yield say.plural("{n} post has no owner.", "{n} posts have no owner.", n)
    if n := sum(not post.personas for post in posts):
        yield say.plural("{n} post is for nobody in particular.", "{n} posts are for nobody in particular.", n)
    if n := sum(not post.goal for post in posts):
        yield say.plural("{n} post serves no goal.", "{n} posts serve no goal.", n)


STEP = Step("calendar", "content", "05-calendar", 40, N_("Your content calendar"), show, recap)
