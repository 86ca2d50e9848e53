"""Tools that publish: their CSV files, column by column as their help pages give them on the day that is named.

A tool is declared, not programmed: its columns, what stands in them for a post, and what it does not take. Files are
split where a tool limits its rows or wants a file a channel.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, timedelta

from workshoplib.errors import N_
from workshoplib.planners.cells import csv_text, spaced
from workshoplib.planners.planner import Context, Export, File, Note, Planner
from workshoplib.planners.posts import Planned
from workshoplib.planners.tracking import slug
from workshoplib.strategy.choices import Format, Platform
from workshoplib.strategy.content import PostStatus
from workshoplib.words import Words

_CHECKED = date(2026, 11, 22)

_NOT_FOR_BUFFER = {Format.SHORT_VIDEO, Format.LONG_VIDEO, Format.LIVE, Format.STORY, Format.POLL, Format.EVENT}

_PUBLISHED = N_("published already")
_WORDLESS = N_("the text is not written yet")
_OPEN = N_("no date or time yet")
_PAST = N_("the time has passed, or is less than {minutes} minutes away")
_CLOSE = N_("less than {minutes} minutes after the post before")
_KIND = N_("the file takes text and pictures only")
_NO_PLATFORM = N_("the tool does not publish to this channel")

_LEFT_OUT = N_("Left out: {titles} ({reason}).")
_BY_HAND = N_("Add the picture or video by hand, as its file has no web address: {titles}.")
_MOST_TITLES = 3
"""Of a long list people need the beginning and the length."""


@dataclass(frozen=True)
class Tool:
    """A tool's CSV file. ``row`` gives the cells of one post; those of ``spoken`` columns people wrote."""

    name: str
    title: str
    source: str
    columns: tuple[str, ...]
    row: Callable[[Planned], Sequence[str]]
    spoken: tuple[str, ...]
    """The columns whose text a spreadsheet might take for a formula."""
    most_rows: int | None = None
    by_channel: bool = False
    drafts: bool = False
    """Whether a post without date or time is taken, as a draft."""
    ahead: int = 0
    """Minutes that must lie between the upload and a post."""
    apart: int = 0
    """Minutes that must lie between two posts."""
    refuses: Callable[[Planned], str] = lambda _: ""
    """Why a post cannot go, as a catalogue message; empty for one that can."""
    notes: tuple[str, ...] = ()
    board: bool = False
    """Whether a Pinterest file has a column more, for the board."""

    def planner(self) -> Planner:
        """The tool as a place that posts can go to."""
        return Planner(self.name, self.title, _CHECKED, self.source, self.export)

    def export(self, posts: Sequence[Planned], context: Context) -> Export:
        """The tool's files, and what did not fit into them."""
        taken, left = self._sorted_out(posts, context)
        notes = [Note(message, {}) for message in self.notes if taken]
        notes += [
            Note(_LEFT_OUT, {"titles": _titles(ones, context.say), "reason": context.say(reason, **self._minutes)})
            for reason, ones in left.items()
        ]
        by_hand = [one for one in taken if one.post.asset and not one.picture + one.video]
        if by_hand:
            notes.append(Note(_BY_HAND, {"titles": _titles(by_hand, context.say)}))
        return Export(tuple(self._files(taken, context)), tuple(notes))

    @property
    def _minutes(self) -> dict[str, object]:
        return {"minutes": self.ahead or self.apart}

    def _sorted_out(self, posts: Sequence[Planned], context: Context) -> tuple[list[Planned], dict[str, list[Planned]]]:
        """The posts that can go, and for each reason those that cannot."""
        taken: list[Planned] = []
        left: dict[str, list[Planned]] = {}
        for one in posts:
            reason = self._refusal(one, taken, context)
            if reason:
                left.setdefault(reason, []).append(one)
            else:
                taken.append(one)
        return taken, left

    def _refusal(self, one: Planned, taken: Sequence[Planned], context: Context) -> str:
        if one.post.status is PostStatus.PUBLISHED:
            return _PUBLISHED
        if not one.post.text:
            return _WORDLESS
        if one.moment is None:
            return self.refuses(one) if self.drafts else _OPEN
        if one.moment < context.now + timedelta(minutes=self.ahead):
            return _PAST
        before = next((other.moment for other in reversed(taken) if not self.by_channel or _same(one, other)), None)
        if self.apart and before and one.moment - before < timedelta(minutes=self.apart):
            return _CLOSE
        return self.refuses(one)

    def _files(self, posts: Sequence[Planned], context: Context) -> Iterator[File]:
        for channel, group in self._groups(posts).items():
            parts = list(_parts(group, self.most_rows or len(group)))
            for number, part in enumerate(parts, 1):
                pieces = (slug(context.name) or "calendar", self.name, slug(channel), str(number) * (len(parts) > 1))
                yield File("-".join(piece for piece in pieces if piece) + ".csv", self._text(part).encode())

    def _groups(self, posts: Sequence[Planned]) -> dict[str, list[Planned]]:
        groups: dict[str, list[Planned]] = {}
        for one in posts:
            name = f"{one.channel} {one.account}".strip() if self.by_channel else ""
            groups.setdefault(name, []).append(one)
        return groups

    def _text(self, posts: Sequence[Planned]) -> str:
        board = ("Board Name",) * (self.board and posts[0].platform is Platform.PINTEREST)
        columns = self.columns + board
        rows = [(*self.row(one), *("" for _ in board)) for one in posts]
        return csv_text([columns, *([self._safe(*pair) for pair in zip(columns, row, strict=True)] for row in rows)])

    def _safe(self, column: str, cell: str) -> str:
        return spaced(cell) if column in self.spoken else cell


def _titles(ones: Sequence[Planned], say: Words) -> str:
    told = [say("“{name}”", name=one.post.title or one.post.id) for one in ones]
    more = len(told) - _MOST_TITLES
    return say.list(told if more <= 1 else [*told[:_MOST_TITLES], say.plural("{n} more", "{n} more", more)])


def _same(one: Planned, other: Planned) -> bool:
    return one.post.channel == other.post.channel


def _parts(posts: Sequence[Planned], most: int) -> Iterator[Sequence[Planned]]:
    for start in range(0, len(posts), most):
        yield posts[start : start + most]


def _when(one: Planned, pattern: str) -> str:
    return one.moment.strftime(pattern) if one.moment else ""


def _utc(one: Planned) -> str:
    return one.moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if one.moment else ""


def _with_link(one: Planned) -> str:
    return f"{one.text}\n\n{one.link}" if one.link else one.text


def _media(one: Planned) -> str:
    return one.picture or one.video


def _is_story(one: Planned) -> bool:
    return one.post.format is Format.STORY


def _publish_type(one: Planned, platform: Platform) -> str:
    if one.platform is not platform:
        return ""
    return {Format.STORY: "STORY", Format.SHORT_VIDEO: "REEL"}.get(one.post.format or Format.TEXT, "POST")


def _buffer(one: Planned) -> Sequence[str]:
    return _with_link(one), one.picture, ",".join(one.tags), _when(one, "%Y-%m-%d %H:%M")


def _sprout(one: Planned) -> Sequence[str]:
    return _when(one, "%d/%m/%Y"), _when(one, "%H:%M"), _with_link(one)


def _highlevel(one: Planned) -> Sequence[str]:
    return _when(one, "%Y-%m-%d %H:%M:%S"), one.text, one.link, one.picture, "", one.video


def _postfast(one: Planned) -> Sequence[str]:
    short = "true" if one.post.format is Format.SHORT_VIDEO else "false"
    return (
        _utc(one),
        "",
        _with_link(one),
        _media(one),
        "",
        _publish_type(one, Platform.FACEBOOK),
        _publish_type(one, Platform.INSTAGRAM),
        short if one.platform is Platform.YOUTUBE else "",
        "",
    )


def _socialbee(one: Planned) -> Sequence[str]:
    media = _media(one)
    words = _with_link(one) if media else one.text
    return words, "" if media else one.link, one.picture, "", one.video, _when(one, "%Y-%m-%d %H:%M")


_AYRSHARE = {
    platform: platform.value
    for platform in (
        Platform.FACEBOOK,
        Platform.INSTAGRAM,
        Platform.LINKEDIN,
        Platform.TIKTOK,
        Platform.YOUTUBE,
        Platform.PINTEREST,
        Platform.REDDIT,
        Platform.THREADS,
        Platform.BLUESKY,
        Platform.SNAPCHAT,
    )
} | {Platform.X: "twitter"}


def _ayrshare(one: Planned) -> Sequence[str]:
    return _with_link(one), _AYRSHARE[one.platform] if one.platform else "", _media(one), _utc(one)


def _publer(one: Planned) -> Sequence[str]:
    subtype = "Story" if _is_story(one) else ""
    labels, alt = ",".join(one.tags), one.post.alt_text
    return _when(one, "%Y-%m-%d %H:%M"), one.text, one.link, _media(one), "", labels, alt, "", "", subtype, "", ""


_CHOOSE_ACCOUNT = N_("Choose the account in the tool when you upload: the file does not name it.")

TOOLS: tuple[Tool, ...] = (
    Tool(
        "buffer",
        "Buffer",
        "support.buffer.com",
        ("Text", "Image URL", "Tags", "Posting Time"),
        _buffer,
        spoken=("Text",),
        most_rows=100,
        by_channel=True,
        refuses=lambda one: _KIND if one.post.format in _NOT_FOR_BUFFER or one.video else "",
        notes=(
            N_("Buffer takes pictures by a direct .jpg or .png address, 5 MB at most."),
            N_("Buffer’s free plan takes 10 rows a channel."),
        ),
        board=True,
    ),
    Tool(
        "sprout",
        "Sprout Social",
        "support.sproutsocial.com, 115005864203",
        ("date", "time_24hr", "message_text"),
        _sprout,
        spoken=("message_text",),
        most_rows=350,
        by_channel=True,
        ahead=10,
        apart=10,
        notes=(N_("Choose dd/mm/yyyy as the date format when you upload."),),
    ),
    Tool(
        "highlevel",
        "HighLevel Social Planner",
        "help.gohighlevel.com, 155000005542",
        ("postAtSpecificTime (yyyy-MM-dd HH:mm:ss)", "content", "link (OGmetaUrl)", "imageUrls", "gifUrl", "videoUrls"),
        _highlevel,
        spoken=("content",),
        most_rows=90,
        by_channel=True,
        drafts=True,
        ahead=10,
        notes=(_CHOOSE_ACCOUNT,),
    ),
    Tool(
        "postfast",
        "PostFast",
        "help.postfa.st, csv-format-for-bulk-import",
        (
            "scheduled_at",
            "account_id",
            "content",
            "media_urls",
            "first_comment",
            "fb_content_type",
            "ig_publish_type",
            "yt_is_short",
            "pinterest_board_id",
        ),
        _postfast,
        spoken=("content",),
        most_rows=200,
        by_channel=True,
        notes=(N_("Fill in account_id: PostFast shows the ids of your accounts where you upload."),),
    ),
    Tool(
        "socialbee",
        "SocialBee",
        "help.socialbee.com, 80",
        ("text", "link", "imageUrls", "gifUrls", "videoUrls", "postAtSpecificTime"),
        _socialbee,
        spoken=("text",),
        by_channel=True,
        notes=(_CHOOSE_ACCOUNT,),
    ),
    Tool(
        "ayrshare",
        "Ayrshare",
        "ayrshare.com/docs, bulk-post",
        ("post", "platforms", "mediaUrls", "scheduleDate"),
        _ayrshare,
        spoken=("post",),
        refuses=lambda one: "" if one.platform in _AYRSHARE else _NO_PLATFORM,
    ),
    Tool(
        "publer",
        "Publer",
        "publer.com/blog, ultimate-csv-bulk-scheduler",
        (
            "Date - Intl. format or prompt",
            "Text",
            "Link(s) - Separated by comma for FB carousels",
            "Media URL(s) - Separated by comma",
            "Title - For the video, pin, PDF ..",
            "Label(s) - Separated by comma",
            "Alt text(s) - Separated by ||",
            "Comment(s) - Separated by ||",
            "Pin board, FB album, or Google category",
            "Post subtype - I.e. story, reel, PDF ..",
            "CTA - For Facebook links or Google",
            "Reminder - For stories, reels, shorts, and TikToks",
        ),
        _publer,
        spoken=("Text", "Alt text(s) - Separated by ||"),
        by_channel=True,
        notes=(
            _CHOOSE_ACCOUNT,
            N_("Publer’s columns were seen at second hand: compare the first line with the template that it offers."),
        ),
    ),
)
"""What publishes, in the order in which it is offered."""
