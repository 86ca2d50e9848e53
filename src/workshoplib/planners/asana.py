"""Asana: a task for each post, in the column order that its importer wants."""

from collections.abc import Iterator, Sequence
from datetime import date

from workshoplib.errors import N_
from workshoplib.planners.cells import csv_text, guarded
from workshoplib.planners.planner import Context, Export, File, Note, Planner
from workshoplib.planners.posts import Planned
from workshoplib.planners.tracking import slug

_COLUMNS = ("Name", "Description", "Section", "Assignee", "Collaborators", "Due Date", "Tags")


def export(posts: Sequence[Planned], context: Context) -> Export:
    """One CSV file with all posts; a section is a status, so that the project opens as a board."""
    rows = [_row(one, context) for one in posts]
    file = File(f"{slug(context.name) or 'calendar'}-asana.csv", csv_text([_COLUMNS, *rows]).encode())
    note = Note(N_("Asana knows people by e-mail address: set the assignees there. Each task names its owner."), {})
    return Export((file,) if posts else (), (note,) if any(one.owner for one in posts) else ())


def _row(one: Planned, context: Context) -> tuple[str, ...]:
    post = one.post
    name = f"{one.channel}: {post.title}" if one.channel else post.title
    due = post.due.isoformat() if post.due else ""
    description = "\n".join(_lines(one, context))
    cells = (name or post.id, description, context.say(post.status.label), "", "", due, ",".join(one.tags))
    return tuple(guarded(cell) for cell in cells)


def _lines(one: Planned, context: Context) -> Iterator[str]:
    say = context.say
    told = (
        (N_("Owner"), one.owner),
        (N_("Time"), say.time(one.post.at) if one.post.at else ""),
        (N_("Format"), say(one.post.format.label) if one.post.format else ""),
        (N_("File"), one.post.asset),
        (N_("Link"), one.link),
    )
    yield from (f"{say(label)}: {answer}" for label, answer in told if answer)
    if one.post.text:
        yield f"\n{one.text}"


PLANNER = Planner("asana", "Asana", date(2026, 11, 22), "help.asana.com, 14244171470491", export)
