"""Where the calendar goes: iCalendar, a table, a workbook, and the files that publishing tools read.

planner("buffer").export(planned(strategy, say), Context(name, strategy, say, now, revisions))
"""

from workshoplib.errors import N_, WorkshopError
from workshoplib.planners import asana, ics, schedulers, sheets, table
from workshoplib.planners.planner import Context, Export, File, Note, Planner
from workshoplib.planners.posts import Planned, planned

__all__ = ["PLANNERS", "Context", "Export", "File", "NoPlanner", "Note", "Planned", "Planner", "planned", "planner"]

PLANNERS: tuple[Planner, ...] = (
    ics.PLANNER,
    table.PLANNER,
    sheets.PLANNER,
    asana.PLANNER,
    *(tool.planner() for tool in schedulers.TOOLS),
)


class NoPlanner(WorkshopError):
    """A planner was asked for that the kit does not know."""


def planner(name: str) -> Planner:
    """The planner of a name; NoPlanner lists the names that there are."""
    for known in PLANNERS:
        if known.name == name.lower():
            return known
    raise NoPlanner(
        N_("The calendar cannot be written for “{name}”. It can for: {names}."),
        name=name,
        names=", ".join(known.name for known in PLANNERS),
    )
