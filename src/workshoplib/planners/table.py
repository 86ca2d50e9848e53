"""The calendar as one plain table: every answer of every post, to be changed in a spreadsheet and read back.

The first column names the post, the second is a mark by which ``changes`` sees whether somebody else changed the post
meanwhile; then a column for each question, headed by its label in the reader's language.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import cached_property

from workshoplib.errors import N_
from workshoplib.planners.cells import BYTE_ORDER_MARK, csv_text, guarded
from workshoplib.planners.planner import Context, Export, File, Planner
from workshoplib.planners.posts import Planned, channel_name, title
from workshoplib.planners.tracking import slug
from workshoplib.strategy import Strategy
from workshoplib.strategy.content import Post
from workshoplib.strategy.fields import Choice, Item, Question, questions
from workshoplib.strategy.platforms import Channel
from workshoplib.words import Words

ID = N_("Post’s id")
MARK = N_("Mark (do not change)")
SEPARATOR = " | "
"""Between several answers in one cell."""

_MARK_LENGTH = 12


@dataclass(frozen=True)
class Names:
    """What the items of a strategy are called in a table; items of one name bear their id behind it."""

    strategy: Strategy
    say: Words

    def of(self, refers_to: str) -> Mapping[str, str]:
        """The name of each item of a list such as ``goals.goals``, by its id."""
        return self._all[refers_to]

    @cached_property
    def _all(self) -> dict[str, dict[str, str]]:
        lists = {asked.refers_to for asked in questions(Post) if asked.refers_to}
        return {refers_to: self._named(refers_to) for refers_to in sorted(lists)}

    def _named(self, refers_to: str) -> dict[str, str]:
        part, field = refers_to.split(".")
        items: Sequence[Item] = getattr(getattr(self.strategy, part), field)
        plain = {item.id: " ".join(self._called(item).replace(SEPARATOR.strip(), "/").split()) for item in items}
        several = [name.casefold() for name in plain.values()]
        return {id: f"{name} ({id})" if several.count(name.casefold()) > 1 else name for id, name in plain.items()}

    def _called(self, item: Item) -> str:
        return channel_name(item, self.say) if isinstance(item, Channel) else title(item, self.say)


def headings(say: Words) -> tuple[str, ...]:
    """The first line of the table."""
    return (say(ID), say(MARK), *(say(asked.label) for asked in questions(Post)))


def cells(post: Post, names: Names) -> tuple[str, ...]:
    """The line of one post."""
    return (post.id, mark(post), *(cell(asked, getattr(post, asked.name), names) for asked in questions(Post)))


def mark(post: Post) -> str:
    """A short mark that changes with any of a post's answers."""
    text = json.dumps(post.model_dump(mode="json", exclude_defaults=True), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:_MARK_LENGTH]


def cell(asked: Question, value: object, names: Names) -> str:
    """An answer as a cell: dates as 2027-01-31 and times as 07:30, which every spreadsheet understands."""
    say = names.say
    match value:
        case None | "" | ():
            return ""
        case bool():
            return say("Yes") if value else ""
        case Choice():
            return say(value.label)
        case date():
            return value.isoformat()
        case time():
            return f"{value:%H:%M}"
        case Decimal() | int() | float():
            return say.number(value)
        case tuple():
            return SEPARATOR.join(cell(asked, one, names) for one in value)
    return names.of(asked.refers_to)[str(value)] if asked.refers_to else str(value)


def delimiter(say: Words) -> str:
    """What divides cells where this language is spoken: Nordic spreadsheets take a comma for the decimal point."""
    return "," if say.language == "en" else ";"


def text(strategy: Strategy, posts: Sequence[Post], say: Words) -> str:
    """The table as CSV."""
    names = Names(strategy, say)
    rows = [headings(say), *(cells(post, names) for post in posts)]
    safe = [[guarded(one) for one in row] for row in rows]
    return BYTE_ORDER_MARK + csv_text(safe, delimiter=delimiter(say))


def export(posts: Sequence[Planned], context: Context) -> Export:
    """One CSV file with all posts, also those without a date."""
    written = text(context.strategy, [one.post for one in posts], context.say)
    return Export((File(f"{slug(context.name) or 'calendar'}.csv", written.encode()),))


PLANNER = Planner("csv", "CSV", None, "RFC 4180", export)
