"""iCalendar (RFC 5545): the calendar as an appointment for each post, for any calendar programme.

A post keeps its UID for good, so a second import changes the appointment and adds none. Times stand in the
organisation's own zone with its rules, so that they stay right across the summer-time switch.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, timedelta

from icalendar import Calendar, Event

from workshoplib.planners.planner import Context, Export, File, Planner
from workshoplib.planners.posts import Planned
from workshoplib.planners.tracking import slug
from workshoplib.strategy.content import PostStatus

_MINUTES = 15
"""How long an appointment shows; a post itself takes no time."""

_LINE_BREAKS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
"""Some programs end a line there, and what follows would be read as a line of the file's own."""

_UNSAFE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def export(posts: Sequence[Planned], context: Context) -> Export:
    """One file with all posts that have a date."""
    dated = [one for one in posts if one.post.due]
    if not dated:
        return Export(())
    calendar = Calendar()
    calendar.add("prodid", "-//workshoplib//content calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", _plain(context.name).replace("\n", " "))
    for one in dated:
        calendar.add_component(_event(one, context))
    calendar.add_missing_timezones()
    return Export((File(f"{slug(context.name) or 'calendar'}.ics", calendar.to_ical()),))


def _event(one: Planned, context: Context) -> Event:
    post, event = one.post, Event()
    event.add("uid", f"{post.id}@workshoplib")
    event.add("dtstamp", context.now.astimezone(UTC))
    event.add("sequence", context.revisions.get(post.id, 0))
    if one.moment:
        event.add("dtstart", one.moment)
        event.add("dtend", (one.moment.astimezone(UTC) + timedelta(minutes=_MINUTES)).astimezone(one.zone))
    elif post.due:
        event.add("dtstart", post.due)
        event.add("dtend", post.due + timedelta(days=1))
    event.add("summary", _plain(f"{one.channel}: {post.title}" if one.channel else post.title or post.id))
    event.add("description", _plain("\n".join(_told(one, context))))
    event.add("categories", [_plain(tag) for tag in one.tags])
    event.add("status", "TENTATIVE" if post.status in {PostStatus.IDEA, PostStatus.DRAFT} else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event


def _told(one: Planned, context: Context) -> Iterator[str]:
    say, post = context.say, one.post
    told = (
        ("Status", say(post.status.label)),
        ("Owner", one.owner),
        ("Format", say(post.format.label) if post.format else ""),
        ("Content pillar", one.pillar),
        ("For whom", say.list(one.personas) if one.personas else ""),
        ("Goal", one.goal),
        ("File", post.asset),
        ("Link", one.link),
    )
    yield from (f"{say(label)}: {answer}" for label, answer in told if answer)
    if post.text:
        yield f"\n{one.text}"


def _plain(text: str) -> str:
    """The text with line feeds as its only breaks, and without characters that no calendar can hold."""
    return _UNSAFE.sub("", _LINE_BREAKS.sub("\n", text))


PLANNER = Planner("ics", "iCalendar", None, "RFC 5545", export)
