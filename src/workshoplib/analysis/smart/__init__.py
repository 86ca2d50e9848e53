"""SMART: what each letter of a goal stands on, the path from its baseline to its target, and its own trend so far."""

from workshoplib.analysis.smart.achievable import needed_a_month
from workshoplib.analysis.smart.letter import Letter, Remark, Verdict
from workshoplib.analysis.smart.letters import is_smart, letters
from workshoplib.analysis.smart.paths import (
    MOST_MILESTONES,
    Path,
    amount_a_month,
    milestones,
    own_milestones,
    path,
    percent_a_month,
)
from workshoplib.analysis.smart.trend import Trend, own_trend

__all__ = [
    "MOST_MILESTONES",
    "Letter",
    "Path",
    "Remark",
    "Trend",
    "Verdict",
    "amount_a_month",
    "is_smart",
    "letters",
    "milestones",
    "needed_a_month",
    "own_milestones",
    "own_trend",
    "path",
    "percent_a_month",
]
