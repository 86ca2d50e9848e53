"""Clashes: what in a calendar is missing, forgotten or in each other's way."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workshoplib.analysis.audience import living
from workshoplib.analysis.mix import promotional
from workshoplib.facts import FormatLimit
from workshoplib.strategy import Strategy
from workshoplib.strategy.choices import Format, Platform
from workshoplib.strategy.content import AdLabel, MadeBy, Post, PostStatus
from workshoplib.strategy.goals import Goal, GoalStatus
from workshoplib.strategy.personas import Persona

PROMOTION = 30
"""Out of 100 posts, as many may sell something before it looks like an advertising column."""
ENOUGH_POSTS = 10
"""From so many posts on, a share says something."""

_SEEN = {Format.IMAGE, Format.CAROUSEL, Format.INFOGRAPHIC, Format.STORY}
_FILMED = {Format.SHORT_VIDEO, Format.LONG_VIDEO, Format.LIVE, Format.STORY}
_PLACEMENTS: Mapping[tuple[str, Format], str] = {
    ("facebook", Format.SHORT_VIDEO): "reel",
    ("tiktok", Format.IMAGE): "photo post",
    ("tiktok", Format.CAROUSEL): "photo post",
}
_TEXTS = ("caption", "post", "video", "pin")
"""Placements whose limit counts for a platform's ordinary posts."""


class Trouble(StrEnum):
    HOLIDAY = "holiday"
    TWO_OWNERS = "two_owners"
    SAME_VIDEO = "same_video"
    TOO_LONG = "too_long"
    NO_ALT_TEXT = "no_alt_text"
    NO_AD_LABEL = "no_ad_label"


@dataclass(frozen=True)
class Clash:
    """What is wrong with which posts."""

    trouble: Trouble
    posts: tuple[Post, ...]


def clashes(strategy: Strategy, holidays: Mapping[date, str], limits: Sequence[FormatLimit]) -> tuple[Clash, ...]:
    """What to look at in posts that are not out yet, in the order of ``Trouble``; nothing where nothing is wrong.

    Two owners: posts of one channel at the same minute that two people answer for. The same video: one file on two
    channels without a word on how it was adapted.
    """
    posts = tuple(post for post in strategy.content.posts if post.status is not PostStatus.PUBLISHED)
    platforms = {channel.id: channel.platform for channel in strategy.platforms.channels}

    def is_too_long(post: Post) -> bool:
        platform = platforms.get(post.channel)
        limit = text_limit(limits, platform, post.format) if platform else None
        return limit is not None and len(post.text) > limit

    checks: Mapping[Trouble, Callable[[Post], bool]] = {
        Trouble.HOLIDAY: lambda post: post.due in holidays,
        Trouble.TOO_LONG: is_too_long,
        Trouble.NO_ALT_TEXT: lambda post: bool(post.asset) and post.format in _SEEN and not post.alt_text,
        Trouble.NO_AD_LABEL: _lacks_label,
    }
    found = {trouble: tuple(filter(check, posts)) for trouble, check in checks.items()}
    found |= {Trouble.TWO_OWNERS: tuple(_two_owners(posts)), Trouble.SAME_VIDEO: tuple(_same_video(posts))}
    return tuple(Clash(trouble, found[trouble]) for trouble in Trouble if found[trouble])


def text_limit(limits: Iterable[FormatLimit], platform: Platform, format: Format | None) -> int | None:
    """The characters that a post's text may have on a platform; None where no source says."""
    own = [row for row in limits if row.platform == platform.value and row.media == "text" and row.text_limit_chars]
    special = _PLACEMENTS.get((platform.value, format)) if format else None
    for placement in (special, *_TEXTS):
        told = [row for row in own if row.placement == placement]
        if told:
            return max(told, key=lambda row: row.year or 0).text_limit_chars
    return None


def forgotten(strategy: Strategy) -> tuple[Persona, ...]:
    """The personas for whom no post is meant."""
    meant = {id for post in strategy.content.posts for id in post.personas}
    return tuple(persona for persona in living(strategy.personas) if persona.id not in meant)


def unserved(strategy: Strategy) -> tuple[Goal, ...]:
    """The goals that no post serves; those that were reached or given up need none."""
    served = {post.goal for post in strategy.content.posts}
    return tuple(goal for goal in strategy.goals.goals if goal.id not in served and goal.status is GoalStatus.OPEN)


def sells_too_much(posts: Sequence[Post]) -> bool:
    """Whether more posts sell something than people like to follow; too few posts say nothing."""
    return len(posts) >= ENOUGH_POSTS and promotional(posts) > PROMOTION


def _lacks_label(post: Post) -> bool:
    return post.ad_label in (None, AdLabel.NONE) and (bool(post.campaign) or post.made_by is MadeBy.PARTNER)


def _two_owners(posts: Iterable[Post]) -> Iterator[Post]:
    for some in _by(posts, lambda post: (post.channel, post.due, post.at) if post.channel and post.due else None):
        if len({post.owner for post in some if post.owner}) > 1:
            yield from some


def _same_video(posts: Iterable[Post]) -> Iterator[Post]:
    filmed = (post for post in posts if post.format in _FILMED)
    for some in _by(filmed, lambda post: post.asset.casefold() or None):
        if len({post.channel for post in some}) > 1:
            yield from (post for post in some[1:] if not post.adaptation)


def _by(posts: Iterable[Post], key: Callable[[Post], object]) -> Iterable[list[Post]]:
    found: dict[object, list[Post]] = {}
    for post in posts:
        if key(post) is not None:
            found.setdefault(key(post), []).append(post)
    return found.values()
