"""The steps of a workshop, in order: what each shows, asks and sums up."""

from workshoplib.errors import N_, WorkshopError
from workshoplib.steps import budget, calendar, facilitator, goals, kpis, personas, platforms, response, review, welcome
from workshoplib.steps.step import Step

__all__ = ["FACILITATOR", "STEPS", "NoStep", "Step", "step"]

STEPS: tuple[Step, ...] = (
    welcome.STEP,
    goals.STEP,
    personas.STEP,
    platforms.STEP,
    calendar.STEP,
    budget.STEP,
    kpis.STEP,
    response.STEP,
    review.STEP,
)
FACILITATOR: Step = facilitator.STEP


class NoStep(WorkshopError):
    """A step was asked for that does not exist."""


def step(name: str) -> Step:
    """The step of a name; NoStep lists the names that there are."""
    known = (*STEPS, FACILITATOR)
    for found in known:
        if found.name == name:
            return found
    raise NoStep(
        N_("There is no step named “{name}”. The steps are: {names}."),
        name=name,
        names=", ".join(found.name for found in known),
    )
