"""Posts as planning tools want them: with names in place of ids, a moment in place of a date, a link that tells."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property
from zoneinfo import ZoneInfo

from workshoplib.planners.tracking import Origin, tracked
from workshoplib.strategy import Strategy
from workshoplib.strategy.choices import Country, Platform
from workshoplib.strategy.content import Post
from workshoplib.strategy.fields import Choice, Item
from workshoplib.strategy.platforms import Channel
from workshoplib.words import Words

ZONES: Mapping[Country, str] = {
    Country.NORWAY: "Europe/Oslo",
    Country.SWEDEN: "Europe/Stockholm",
    Country.DENMARK: "Europe/Copenhagen",
    Country.UNITED_KINGDOM: "Europe/London",
}
"""The time zone that posts are planned in, by the organisation's country."""

_PICTURES = (".jpg", ".jpeg", ".png")
_VIDEOS = (".mp4", ".mov", ".m4v", ".webm")


@dataclass(frozen=True)
class Planned:
    """One post with all that its references lead to, in the reader's language."""

    post: Post
    zone: ZoneInfo
    platform: Platform | None
    channel: str
    account: str
    pillar: str
    personas: tuple[str, ...]
    goal: str
    owner: str
    campaign: str
    series: str

    @cached_property
    def moment(self) -> datetime | None:
        """When it is published; None where day or time is open. An hour that the spring clock skips is moved on."""
        if self.post.due is None or self.post.at is None:
            return None
        return local(self.post.due, self.post.at, self.zone)

    @property
    def text(self) -> str:
        """The words to publish, with the hashtags below; the title where nobody has written them yet."""
        tags = " ".join(tag if tag.startswith("#") else f"#{tag}" for tag in self.post.hashtags)
        words = self.post.text or self.post.title
        return f"{words}\n\n{tags}" if tags and not _holds_all(words, tags.split()) else words

    @property
    def link(self) -> str:
        """The post's link with the marks by which results find back to it; empty where it has none."""
        return tracked(
            self.post.link, self.platform, Origin.of(self.post), self.campaign, paid=bool(self.post.campaign)
        )

    @property
    def tags(self) -> tuple[str, ...]:
        """Goal, personas and pillar as labels for tools that have such."""
        named = (("goal", (self.goal,)), ("persona", self.personas), ("pillar", (self.pillar,)))
        return tuple(f"{kind}: {_no_comma(name)}" for kind, names in named for name in names if name)

    @property
    def picture(self) -> str:
        """The address of its picture where the file is named by one; empty for a name alone."""
        return self._media(_PICTURES)

    @property
    def video(self) -> str:
        """The address of its video where the file is named by one; empty for a name alone."""
        return self._media(_VIDEOS)

    def _media(self, endings: tuple[str, ...]) -> str:
        asset = self.post.asset
        is_address = asset.lower().startswith(("https://", "http://"))
        return asset if is_address and asset.lower().split("?")[0].endswith(endings) else ""


def local(day: date, at: time, zone: ZoneInfo) -> datetime:
    """That moment in that zone; an hour that the spring clock skips becomes the one after it."""
    return datetime.combine(day, at, zone).astimezone(UTC).astimezone(zone)


def planned(strategy: Strategy, say: Words) -> tuple[Planned, ...]:
    """All posts, in the order of their dates; those without a date last."""
    country = strategy.organisation.country
    zone = ZoneInfo(ZONES[country]) if country else ZoneInfo("UTC")
    names = {
        field: _names(items, say)
        for field, items in (
            ("pillar", strategy.content.pillars),
            ("persona", strategy.personas.personas),
            ("goal", strategy.goals.goals),
            ("owner", strategy.organisation.people),
            ("campaign", strategy.budget.campaigns),
            ("series", strategy.content.series),
        )
    }
    channels = {channel.id: channel for channel in strategy.platforms.channels}
    found = [_planned(post, channels.get(post.channel), names, zone, say) for post in strategy.content.posts]
    return tuple(sorted(found, key=lambda one: (one.post.due or date.max, one.post.at or time.max)))


def title(item: Item, say: Words) -> str:
    """What an item is called, in the reader's language; its id until it has a name."""
    answer = getattr(item, item.shown_as) if item.shown_as else ""
    return (say(answer.label) if isinstance(answer, Choice) else str(answer or "")) or item.id


def channel_name(channel: Channel, say: Words) -> str:
    """The platform, and for one that the kit does not list the account's name."""
    is_listed = channel.platform not in (None, Platform.OTHER)
    return title(channel, say) if is_listed or not channel.account else channel.account


def _planned(
    post: Post, channel: Channel | None, names: Mapping[str, Mapping[str, str]], zone: ZoneInfo, say: Words
) -> Planned:
    return Planned(
        post=post,
        zone=zone,
        platform=channel.platform if channel else None,
        channel=channel_name(channel, say) if channel else "",
        account=channel.account if channel else "",
        pillar=names["pillar"].get(post.pillar, ""),
        personas=tuple(names["persona"][id] for id in post.personas if id in names["persona"]),
        goal=names["goal"].get(post.goal, ""),
        owner=names["owner"].get(post.owner, ""),
        campaign=names["campaign"].get(post.campaign, ""),
        series=names["series"].get(post.series, ""),
    )


def _names(items: Iterable[Item], say: Words) -> dict[str, str]:
    return {item.id: title(item, say) for item in items}


def _holds_all(words: str, tags: Iterable[str]) -> bool:
    there = {word.lower() for word in words.split()}
    return all(tag.lower() in there for tag in tags)


def _no_comma(name: str) -> str:
    """Tools divide labels by commas."""
    return " ".join(name.replace(",", " ").split())
