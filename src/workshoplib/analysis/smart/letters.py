"""Letters: what each of the five letters of a goal stands on, and what would mend it.

The letters are those of Doran (1981), with "achievable" and "relevant" in the places that later use gave them. Four of
them look at what is there, not at whether it is wise; judging that is the room's work. "Achievable" is computed where
anything can be: from the chance that the plan reaches the goal, else from the figure's own trend.
"""

from collections.abc import Iterable
from datetime import date
from functools import partial

from workshoplib.analysis.smart.achievable import achievable
from workshoplib.analysis.smart.letter import Letter, Verdict, remark
from workshoplib.analysis.smart.trend import Trend
from workshoplib.errors import N_
from workshoplib.strategy.goals import Goal, GoalStatus

_FEW_WORDS = 4
_FIGURE = ("metric", "unit", "baseline", "target", "source")


def letters(
    goal: Goal, *, trend: Trend | None = None, chance: float | None = None, today: date | None = None
) -> tuple[Letter, ...]:
    """The five letters in order.

    ``trend`` is that of the goal's own metric, ``chance`` (0 to 1) the probability that the plan reaches it by its
    deadline; where there is a chance, it decides what is achievable. Without ``today`` no deadline is over.
    """
    return _specific(goal), _measurable(goal), achievable(goal, trend, chance), _relevant(goal), _timed(goal, today)


def is_smart(goal: Goal) -> bool:
    """Whether all five letters have something to stand on: no field is missing that one waits for."""
    return not any(letter.missing for letter in letters(goal))


def _specific(goal: Goal) -> Letter:
    said = partial(Letter, "S", N_("Specific"))
    if not goal.text:
        return said(
            Verdict.MISSING,
            remark(N_("Nobody has written down what will change.")),
            remark(N_("Write one sentence that a stranger understands.")),
            ("text",),
        )
    if len(goal.text.split()) < _FEW_WORDS:
        return said(
            Verdict.PARTLY,
            remark(N_("“{text}” is a heading rather than a goal."), text=goal.text),
            remark(N_("Say in a whole sentence what will change, and for whom.")),
        )
    if not goal.who:
        return said(
            Verdict.PARTLY,
            remark(N_("It says what will change, and not who will notice.")),
            remark(N_("Name the people whose day changes.")),
        )
    return said(Verdict.MET, remark(N_("It says what will change, and who will notice.")))


def _measurable(goal: Goal) -> Letter:
    said = partial(Letter, "M", N_("Measurable"))
    missing = _empty(goal, _FIGURE)
    if not missing:
        return said(Verdict.MET, remark(N_("It has a figure, read in: {source}."), source=goal.source))
    if goal.evidence:
        return said(
            Verdict.PARTLY,
            remark(N_("It can be shown, though not counted.")),
            remark(N_("Look for a figure that moves with it, and count that as well.")),
        )
    if {"metric", "baseline", "target"} <= set(missing):
        return said(
            Verdict.MISSING,
            remark(N_("There is no figure by which anybody could see it.")),
            remark(N_("Fill in: {fields}."), fields=missing),
            missing,
        )
    return said(
        Verdict.PARTLY,
        remark(N_("The figure is not whole.")),
        remark(N_("Fill in: {fields}."), fields=missing),
        missing,
    )


def _relevant(goal: Goal) -> Letter:
    said = partial(Letter, "R", N_("Relevant"))
    if goal.business_goal:
        return said(Verdict.MET, remark(N_("It serves a goal of the organisation.")))
    mend = remark(N_("Choose the organisation’s own goal that it serves; if there is none, drop it."))
    missing = ("business_goal",)
    if goal.value is not None:
        return said(
            Verdict.PARTLY, remark(N_("It is worth something in money, and serves no goal yet.")), mend, missing
        )
    return said(Verdict.MISSING, remark(N_("It serves no goal of the organisation.")), mend, missing)


def _timed(goal: Goal, today: date | None) -> Letter:
    said, missing = partial(Letter, "T", N_("Time-bound")), _empty(goal, ("start", "deadline"))
    if len(missing) == 2:
        return said(
            Verdict.MISSING,
            remark(N_("It has neither a first nor a last day.")),
            remark(N_("Fill in: {fields}."), fields=missing),
            missing,
        )
    if missing:
        return said(
            Verdict.PARTLY,
            remark(N_("It has only one of its two days.")),
            remark(N_("Fill in: {fields}."), fields=missing),
            missing,
        )
    days = {"start": goal.start, "deadline": goal.deadline}
    if today and goal.deadline and goal.deadline < today and goal.status is GoalStatus.OPEN:
        return said(
            Verdict.PARTLY,
            remark(N_("Its deadline, {deadline}, has passed, and it is still open."), **days),
            remark(N_("Say whether it was reached, or set a new deadline.")),
        )
    return said(Verdict.MET, remark(N_("It runs from {start} to {deadline}."), **days))


def _empty(goal: Goal, fields: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in fields if getattr(goal, name) in (None, ""))
