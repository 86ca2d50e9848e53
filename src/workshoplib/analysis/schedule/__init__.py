"""Schedule: from what was decided to dated, timed posts for some weeks, the best there can be, or why there is none.

request = demand(strategy, facts, monday, weeks)     what is wanted, and what there is to make it from
outcome = schedule(request, seconds=20)              a ``Plan``, or a ``Clash`` with the smallest repairs

How it is computed stands in ``model``: a mixed integer programme that HiGHS (Huangfu and Hall, 2018) solves by branch
and bound.
"""

from workshoplib.analysis.schedule.answer import Plan, Planned, plan_of
from workshoplib.analysis.schedule.model import Model
from workshoplib.analysis.schedule.program import OutOfTime, total
from workshoplib.analysis.schedule.repair import Clash, Fewer, Limit, Longer, clash
from workshoplib.analysis.schedule.request import Bond, Request
from workshoplib.analysis.schedule.targets import targets
from workshoplib.analysis.schedule.wishes import wishes

__all__ = ["Clash", "Fewer", "Limit", "Longer", "OutOfTime", "Plan", "Planned", "Request", "schedule"]

SECONDS = 20.0
"""Time for one step of the search, where nobody says otherwise."""


def schedule(request: Request, seconds: float = SECONDS) -> Plan | Clash:
    """The best calendar for a request, or the limits that clash.

    Each step of the search has so many seconds; where they run out the best found is given with its gap, and OutOfTime
    raised where nothing was. The same request gives the same calendar, whatever the order of what is in it, unless the
    time ran out.
    """
    model = Model(request, targets(request))
    model.limits()
    model.cadence()
    staying = [("y", job.id, 0) for job in model.jobs if job.bond is Bond.EARLIER]
    if staying:
        quality = model.program.gains(dict.fromkeys(staying, 1.0))
        most = model.program.solve(seconds)
        if most is None:
            return clash(request, seconds)
        model.program.gains(quality)
        model.program.row(total(staying), low=most.gain)
    wishes(model)
    solution = model.program.solve(seconds)
    return clash(request, seconds) if solution is None else plan_of(model, solution)
