"""Letters: what each of the five letters of a goal stands on, and what would mend it.

The letters are those of Doran (1981), with "achievable" and "relevant" in the places that later use gave them. Four of
them look at what is there, not at whether it is wise; judging that is the room's work. "Achievable" is computed where
anything can be: from the chance that the plan reaches the goal, else from the figure's own trend.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import partial

from workshoplib.analysis.smart.paths import Path, amount_a_month, months_between, path
from workshoplib.analysis.smart.trend import Trend
from workshoplib.errors import N_
from workshoplib.strategy.goals import Goal, GoalStatus

SURE, HOPELESS = 0.8, 0.2
"""Chances from which on a plan is good enough, and under which it is none."""

WITHIN_REACH = 2 / 3
"""The share of the needed growth that a figure's best stretches must have shown for it to be thinkable."""

_FEW_WORDS = 4
_FIGURE = ("metric", "unit", "baseline", "target", "source")


class Verdict(StrEnum):
    MET = "met"
    PARTLY = "partly"
    MISSING = "missing"


@dataclass(frozen=True)
class Remark:
    """A catalogue message with its values; one named ``fields`` holds names of fields, to be told by their labels."""

    message: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Letter:
    """One of the five letters: how well it is met and why, what would mend it, and the fields that it waits for."""

    letter: str
    name: str
    verdict: Verdict
    why: Remark
    mend: Remark | None = None
    missing: tuple[str, ...] = ()
    beside: Remark | None = None
    """What is known as well, and did not decide."""


def letters(
    goal: Goal, *, trend: Trend | None = None, chance: float | None = None, today: date | None = None
) -> tuple[Letter, ...]:
    """The five letters in order.

    ``trend`` is that of the goal's own metric, ``chance`` (0 to 1) the probability that the plan reaches it by its
    deadline; where there is a chance, it decides what is achievable. Without ``today`` no deadline is over.
    """
    return _specific(goal), _measurable(goal), _achievable(goal, trend, chance), _relevant(goal), _timed(goal, today)


def is_smart(goal: Goal) -> bool:
    """Whether all five letters have something to stand on: no field is missing that one waits for."""
    return not any(letter.missing for letter in letters(goal))


def needed_a_month(way: Path, trend: Trend | None) -> float:
    """What the figure must gain each month from its newest value on; from the baseline where there is none on the way.

    Negative where the figure has to fall.
    """
    if trend is None or not way.first <= trend.last < way.last:
        return amount_a_month(way)
    return (way.target - trend.newest) / months_between(trend.last, way.last)


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


def _achievable(goal: Goal, trend: Trend | None, chance: float | None) -> Letter:
    way = path(goal)
    if chance is not None:
        decided = _by_chance(chance)
        return replace(decided, beside=_by_trend(way, trend).why) if way and trend else decided
    if way and trend:
        return _by_trend(way, trend)
    return _by_belief(goal.confidence)


def _by_chance(chance: float) -> Letter:
    said, percent = partial(Letter, "A", N_("Achievable")), {"chance": round(100 * chance)}
    if chance >= SURE:
        return said(
            Verdict.MET, remark(N_("By the plan’s own figures it is reached in {chance} of 100 cases."), **percent)
        )
    if chance >= HOPELESS:
        return said(
            Verdict.PARTLY,
            remark(
                N_("By the plan’s own figures it is reached in {chance} of 100 cases, and missed in the others."),
                **percent,
            ),
            remark(N_("Put more into it, take a later deadline, or lower the target.")),
        )
    return said(
        Verdict.MISSING,
        remark(N_("By the plan’s own figures it is reached in only {chance} of 100 cases."), **percent),
        remark(N_("Lower the target, or plan something that you have not done before.")),
    )


def _by_trend(way: Path, trend: Trend) -> Letter:
    said = partial(Letter, "A", N_("Achievable"))
    up = 1 if way.target >= way.baseline else -1
    needed = needed_a_month(way, trend)
    told = {"needed": _short(needed), "own": _short(trend.a_month), "best": _short(trend.best), "first": trend.first}
    if up * needed <= 0:
        return said(
            Verdict.MET,
            remark(N_("The newest figure, {newest}, is there already. Now it has to stay."), newest=trend.newest),
        )
    if up * trend.a_month >= up * needed:
        return said(
            Verdict.MET,
            remark(N_("It needs {needed} a month from here, and has moved {own} a month since {first}."), **told),
        )
    if up * trend.best >= WITHIN_REACH * up * needed:
        return said(
            Verdict.PARTLY,
            remark(
                N_(
                    "It needs {needed} a month from here. Since {first} it has moved {own} a month, "
                    "in its best stretches {best}."
                ),
                **told,
            ),
            remark(N_("Name what will make every month at least as good as your best ones, or take a later deadline.")),
        )
    reached = trend.newest + trend.best * months_between(trend.last, way.last)
    return said(
        Verdict.MISSING,
        remark(
            N_("It needs {needed} a month from here, far more than in its best stretches so far: {best} a month."),
            **told,
        ),
        remark(
            N_("Always at your best pace you would be at {value} on {day}. Take that as target, or name what is new."),
            value=_short(reached),
            day=way.last,
        ),
    )


def _by_belief(confidence: int | None) -> Letter:
    said, told = partial(Letter, "A", N_("Achievable")), {"confidence": confidence}
    figures = remark(N_("Enter the figures so far with its KPI, at least four over three months; then it is computed."))
    if confidence is None:
        return said(Verdict.MISSING, remark(N_("Nobody has said whether it can be reached.")), figures, ("confidence",))
    if confidence <= 2:
        return said(
            Verdict.MISSING,
            remark(N_("You do not believe in it yourselves: {confidence} of 5."), **told),
            remark(N_("Lower the target, or take a later deadline.")),
        )
    return said(
        Verdict.PARTLY, remark(N_("You believe in it, {confidence} of 5, and no figures say so yet."), **told), figures
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


def remark(message: str, /, **values: object) -> Remark:
    """A message of the catalogue with the values of its places."""
    return Remark(message, values)


def _empty(goal: Goal, fields: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in fields if getattr(goal, name) in (None, ""))


def _short(value: float) -> float:
    """Rounded to three digits, or to a whole number from a hundred on."""
    return float(f"{value:.3g}") if abs(value) < 100 else float(round(value))
