"""Allocation: the spend by channel that brings most, exactly, for one belief about the channels or for thousands.

``allocate`` answers; ``binding``, ``flat_ranges``, ``compare``, ``ranges`` and ``deserves_more`` tell what the answer
means. None of them knows a strategy: they take curves, amounts and names.
"""

from workshoplib.analysis.allocation.answer import Allocation, allocate
from workshoplib.analysis.allocation.beliefs import Contest, Ranges, deserves_more, ranges
from workshoplib.analysis.allocation.binding import Binding, LimitKind, binding
from workshoplib.analysis.allocation.curves import BadCurve, Curve, Hill, LogisticSaturation, MichaelisMenten, Root
from workshoplib.analysis.allocation.flat import Comparison, FlatRange, compare, flat_ranges
from workshoplib.analysis.allocation.limits import BadLimit, ImpossibleLimits, Repair

__all__ = [
    "Allocation",
    "BadCurve",
    "BadLimit",
    "Binding",
    "Comparison",
    "Contest",
    "Curve",
    "FlatRange",
    "Hill",
    "ImpossibleLimits",
    "LimitKind",
    "LogisticSaturation",
    "MichaelisMenten",
    "Ranges",
    "Repair",
    "Root",
    "allocate",
    "binding",
    "compare",
    "deserves_more",
    "flat_ranges",
    "ranges",
]
