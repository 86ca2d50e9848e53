"""Advice on the calendar: how often others say one should post, and what days are coming."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from workshoplib.analysis.presence import active
from workshoplib.errors import N_
from workshoplib.facts import Cadence, ThemeDay
from workshoplib.steps.blocks import Block, Column, Paragraph, Sources, Table
from workshoplib.steps.view import View
from workshoplib.strategy.choices import Platform
from workshoplib.strategy.content import Occasion

AHEAD = timedelta(weeks=12)

_COMMON_KNOWLEDGE = "n/a"
"""What stands as the source's title of a day that every calendar has."""

POSTS = {
    "post": N_("Posts"),
    "page post": N_("Posts on the page"),
    "feed post": N_("Posts in the feed"),
    "reel": N_("Reels"),
    "story": N_("Stories"),
    "video": N_("Videos"),
    "long video": N_("Long videos"),
    "short": N_("Shorts"),
    "pin": N_("Pins"),
}
"""What the table of advice counts, in words."""

KINDS = {
    "commercial": N_("Trade"),
    "cultural": N_("Culture"),
    "awareness": N_("Awareness day"),
    "school": N_("School"),
    "season": N_("Season"),
    "election": N_("Election"),
}
"""The kinds of theme days, in words."""


def rhythms(view: View) -> Iterable[Block]:
    """How often others advise to post on the channels that were chosen, newest advice first."""
    say = view.say
    platforms = [platform for platform in Platform if platform in {c.platform for c in active(view.strategy.platforms)}]
    advised = [(platform, row) for platform in platforms for row in _advice(view.facts.cadence, platform)]
    if not advised:
        return
    yield Table(
        say("How often others advise posting"),
        (Column(say("Platform")), Column(say("What")), Column(say("A week"), numeric=True), Column(say("Advised by"))),
        tuple(
            (say(platform.label), say(POSTS[row.content_type]), _range(row, view), _by(row))
            for platform, row in advised
        ),
    )
    yield Paragraph(
        say(
            "Those who advise sell tools for posting, and they disagree. "
            "Read the low figure as a question: can we keep this up in a bad week?"
        )
    )
    yield Sources(tuple(row.fact for _, row in advised))


def _advice(rows: Iterable[Cadence], platform: Platform) -> list[Cadence]:
    found = [row for row in rows if (row.kind, row.platform) == ("recommended", platform.value)]
    return sorted(found, key=lambda row: -(row.data_year or 0))


def _range(row: Cadence, view: View) -> str:
    ends = dict.fromkeys(view.say.number(end) for end in (row.low, row.high) if end is not None)
    return "–".join(ends)


def _by(row: Cadence) -> str:
    return ", ".join(filter(None, (row.fact.source_publisher, str(row.data_year or ""))))


def days_ahead(view: View) -> Iterable[Block]:
    """The theme days and own dates of twelve weeks, from today or from the day that the calendar starts."""
    say, country, start = view.say, view.strategy.organisation.country, _start(view)
    if country is None:
        yield Paragraph(say("Theme days appear here once the country is set in the first step."))
        return
    found = [
        (span[0], span[1], day)
        for day in view.facts.days
        if country.value in day.countries() and (span := _next_span(day, start))
    ]
    own = [row for row in view.strategy.content.occasions if row.first_day and _is_near(_ends(row), start)]
    if not found and not own:
        yield Paragraph(say("We know of no theme days in {country} in the next 12 weeks.", country=say(country.label)))
        return
    rows = [(first, last, day.name(say.language), say(KINDS[day.kind])) for first, last, day in found]
    rows += [(*_ends(row), row.name, say("Own date")) for row in own]
    yield Table(
        say("Days to know, {first} to {last}", first=start, last=start + AHEAD),
        (Column(say("When")), Column(say("What")), Column(say("Kind"))),
        tuple((_when(first, last, view), name, kind) for first, last, name, kind in sorted(rows)),
    )
    yield Sources(tuple(day.fact for _, _, day in found if day.fact.source_title != _COMMON_KNOWLEDGE))


def _start(view: View) -> date:
    planned = view.strategy.content.plan_start
    start = planned if planned and planned > view.today else view.today
    return min(start, date.max - AHEAD)


def _next_span(day: ThemeDay, start: date) -> tuple[date, date] | None:
    return next((span for span in _spans(day, start) if _is_near(span, start)), None)


def _spans(day: ThemeDay, start: date) -> Iterator[tuple[date, date]]:
    # A season may have begun the year before, and twelve weeks may end in the next.
    for year in range(max(start.year - 1, date.min.year), min(start.year + 1, date.max.year - 1) + 1):
        span = day.span(year)
        if span:
            yield span


def _ends(row: Occasion) -> tuple[date, date]:
    assert row.first_day is not None  # noqa: S101 - only rows that have one come here; tells the type checker
    return row.first_day, row.last_day or row.first_day


def _is_near(span: tuple[date, date], start: date) -> bool:
    return span[0] <= start + AHEAD and span[1] >= start


def _when(first: date, last: date, view: View) -> str:
    say = view.say
    if first == last:
        return f"{say.short_weekday(first.weekday())} {say.short_date(first)}"
    return f"{say.short_date(first)} – {say.short_date(last)}"
