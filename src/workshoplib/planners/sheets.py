"""The calendar as a workbook: a table, a board with a column for each status, and the months as people draw them."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, timedelta
from itertools import zip_longest
from math import ceil
from typing import Any

from workshoplib.errors import N_
from workshoplib.planners.planner import Context, Export, File, Planner
from workshoplib.planners.posts import Planned
from workshoplib.planners.table import Names, cells, headings
from workshoplib.planners.tracking import slug
from workshoplib.strategy.content import PostStatus

_WIDE, _NARROW, _DAY, _MOST_WEEKS = 34, 14, 24, 60
_LINE = 14.5
"""Points that a line of text is high: a workbook's rows do not grow by themselves in every program."""


def export(posts: Sequence[Planned], context: Context) -> Export:
    """One workbook. All cells hold text or dates: nothing in them is computed."""
    import xlsxwriter

    file = io.BytesIO()
    safe = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with xlsxwriter.Workbook(file, safe) as book:
        book.set_properties({"created": context.now.astimezone(UTC).replace(tzinfo=None)})
        looks = _looks(book)
        _table(book.add_worksheet(_sheet(context.say("Posts"))), posts, context, looks)
        _board(book.add_worksheet(_sheet(context.say("Board"))), posts, context, looks)
        _calendar(book.add_worksheet(_sheet(context.say("Calendar"))), posts, context, looks)
    return Export((File(f"{slug(context.name) or 'calendar'}.xlsx", file.getvalue()),))


def _sheet(name: str) -> str:
    return name[:31]


def _looks(book: Any) -> Mapping[str, Any]:
    plain = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#BBBBBB"}
    return {
        "head": book.add_format({**plain, "bold": True, "bg_color": "#E8EEF2"}),
        "cell": book.add_format(plain),
        "quiet": book.add_format({**plain, "font_color": "#595959", "bg_color": "#F6F6F6"}),
    }


def _table(sheet: Any, posts: Sequence[Planned], context: Context, looks: Mapping[str, Any]) -> None:
    names = Names(context.strategy, context.say)
    rows = [headings(context.say), *(cells(one.post, names) for one in posts)]
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            sheet.write_string(number, column, text, looks["cell" if number else "head"])
    sheet.freeze_panes(1, 3)
    sheet.set_column(0, len(rows[0]) - 1, _NARROW)
    sheet.set_column(2, 2, _WIDE)
    sheet.autofilter(0, 0, max(1, len(rows) - 1), len(rows[0]) - 1)
    _printed(sheet)


def _board(sheet: Any, posts: Sequence[Planned], context: Context, looks: Mapping[str, Any]) -> None:
    columns = [[_card(one, context) for one in posts if one.post.status is status] for status in PostStatus]
    for column, (status, cards) in enumerate(zip(PostStatus, columns, strict=True)):
        sheet.write_string(0, column, f"{context.say(status.label)} ({len(cards)})", looks["head"])
        for row, card in enumerate(cards, 1):
            sheet.write_string(row, column, card, looks["cell"])
    for row, cards_beside in enumerate(zip_longest(*columns, fillvalue=""), 1):
        sheet.set_row(row, _height(cards_beside, _WIDE))
    sheet.set_column(0, len(PostStatus) - 1, _WIDE)
    sheet.freeze_panes(1, 0)
    _printed(sheet)


def _calendar(sheet: Any, posts: Sequence[Planned], context: Context, looks: Mapping[str, Any]) -> None:
    say = context.say
    days = [one.post.due for one in posts if one.post.due]
    for column, name in enumerate([say("Week"), *(say.weekday(day) for day in range(7))]):
        sheet.write_string(0, column, name, looks["head"])
    monday = min(days) - timedelta(days=min(days).weekday()) if days else None
    row = 1
    while monday and monday <= max(days) and row <= _MOST_WEEKS:
        sheet.write_string(row, 0, f"{monday.isocalendar().week}", looks["head"])
        week = [monday + timedelta(days=weekday) for weekday in range(7)]
        told = ["\n".join([say.short_date(day), *_entries(posts, day)]) for day in week]
        for column, text in enumerate(told, 1):
            sheet.write_string(row, column, text, looks["cell" if "\n" in text else "quiet"])
        sheet.set_row(row, _height(told, _DAY))
        monday, row = monday + timedelta(days=7), row + 1
    sheet.set_column(0, 0, 6)
    sheet.set_column(1, 7, _DAY)
    sheet.freeze_panes(1, 1)
    _printed(sheet)


def _height(texts: Iterable[str], width: int) -> float:
    """Points for the tallest of these texts, in a column so many letters wide."""
    return _LINE * max(sum(max(1, ceil(len(line) / width)) for line in text.split("\n")) for text in texts)


def _card(one: Planned, context: Context) -> str:
    day = context.say.short_date(one.post.due) if one.post.due else context.say("No date yet")
    lines = (one.post.title or one.post.id, " · ".join(part for part in (day, one.channel, one.owner) if part))
    return "\n".join(lines)


def _entries(posts: Sequence[Planned], day: date) -> Iterator[str]:
    for one in posts:
        if one.post.due == day:
            at = f"{one.post.at:%H:%M} " if one.post.at else ""
            yield f"{at}{one.channel}: {one.post.title or one.post.id}"


def _printed(sheet: Any) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


PLANNER = Planner("xlsx", N_("Excel workbook"), None, "ECMA-376", export)
