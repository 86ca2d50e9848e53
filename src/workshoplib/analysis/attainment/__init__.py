"""Attainment: does this plan reach these goals? Ranges in, by simulation, to the chance that each target is reached."""

from workshoplib.analysis.attainment.funnel import BadPlan, Flow, Plan, Rates, flow, plan
from workshoplib.analysis.attainment.quantities import BadRange, Origin, Quantity, Scale, draw, exactly
from workshoplib.analysis.attainment.reaching import (
    Attainment,
    contributions,
    factor_needed,
    reached,
    target_within_reach,
)

__all__ = [
    "Attainment",
    "BadPlan",
    "BadRange",
    "Flow",
    "Origin",
    "Plan",
    "Quantity",
    "Rates",
    "Scale",
    "contributions",
    "draw",
    "exactly",
    "factor_needed",
    "flow",
    "plan",
    "reached",
    "target_within_reach",
]
