"""Achievable: whether a goal can be reached, by the plan's chance, else by the figure's own pace, else by belief."""

from dataclasses import replace
from functools import partial

from workshoplib.analysis.digits import two_digits
from workshoplib.analysis.smart.letter import Letter, Remark, Verdict, remark
from workshoplib.analysis.smart.paths import Path, amount_a_month, months_between, path
from workshoplib.analysis.smart.trend import Trend
from workshoplib.errors import N_
from workshoplib.strategy.goals import Goal

SURE, HOPELESS = 0.8, 0.2
"""Chances from which on a plan is good enough, and under which it is none."""

WITHIN_REACH = 2 / 3
"""The share of the needed pace that a figure's best stretches must have shown for it to be thinkable."""

_said = partial(Letter, "A", N_("Achievable"))


def achievable(goal: Goal, trend: Trend | None, chance: float | None) -> Letter:
    """The letter A: decided by the chance where there is one, and the own pace told beside it."""
    way = path(goal)
    if chance is not None:
        decided = _by_chance(chance)
        return replace(decided, beside=_by_trend(way, trend).why) if way and trend else decided
    if way and trend:
        return _by_trend(way, trend)
    return _by_belief(goal.confidence)


def needed_a_month(way: Path, trend: Trend | None) -> float:
    """What the figure must gain each month from its newest value on; from the baseline where there is none on the way.

    Negative where the figure has to fall.
    """
    if trend is None or not way.first <= trend.last < way.last:
        return amount_a_month(way)
    return (way.target - trend.newest) / months_between(trend.last, way.last)


def _by_chance(chance: float) -> Letter:
    percent = {"chance": round(100 * chance)}
    if percent["chance"] > 99:
        return _said(Verdict.MET, remark(N_("By the plan’s own figures it is reached in more than 99 of 100 cases.")))
    if chance >= SURE:
        return _said(
            Verdict.MET, remark(N_("By the plan’s own figures it is reached in {chance} of 100 cases."), **percent)
        )
    if chance >= HOPELESS:
        return _said(
            Verdict.PARTLY,
            remark(
                N_("By the plan’s own figures it is reached in {chance} of 100 cases, and missed in the others."),
                **percent,
            ),
            remark(N_("Put more into it, take a later deadline, or choose a more modest target.")),
        )
    never = remark(N_("By the plan’s own figures it is reached in less than 1 of 100 cases."))
    seldom = remark(N_("By the plan’s own figures it is reached in only {chance} of 100 cases."), **percent)
    return _said(
        Verdict.MISSING,
        never if percent["chance"] < 1 else seldom,
        remark(N_("Choose a more modest target, or plan something that you have not done before.")),
    )


def _by_trend(way: Path, trend: Trend) -> Letter:
    # Towards the target counts as above 0, so that a figure that has to fall is judged as one that has to rise.
    down = trend.down if way.target == way.baseline else way.target < way.baseline
    sign = -1 if down else 1
    needed, own, best = (sign * pace for pace in (needed_a_month(way, trend), trend.a_month, trend.best))
    if needed <= 0:
        return _said(
            Verdict.MET,
            remark(N_("The newest figure, {newest}, is there already. Now it has to stay."), newest=trend.newest),
        )
    if own >= needed:
        return _said(Verdict.MET, _told(_FAST, needed, own, best, trend, down=down))
    if best >= WITHIN_REACH * needed:
        return _said(
            Verdict.PARTLY,
            _told(_WITHIN_REACH if own >= 0 else _TURNED, needed, own, best, trend, down=down),
            remark(N_("Name what will make every month at least as good as your best ones, or take a later deadline.")),
        )
    if best <= 0:
        return _said(
            Verdict.MISSING,
            _told(_AWAY, needed, own, best, trend, down=down),
            remark(N_("Name what will turn it, or take what you have now as the target.")),
        )
    reached = trend.newest + trend.best * months_between(trend.last, way.last)
    return _said(
        Verdict.MISSING,
        _told(_FAR, needed, own, best, trend, down=down),
        remark(
            N_("Always at your best pace you would be at {value} on {day}. Take that as target, or name what is new."),
            value=_short(reached),
            day=way.last,
        ),
    )


_FAST = (
    N_("It needs {needed} a month from here, and has moved {own} a month since {first}."),
    N_("It must fall by {needed} a month from here, and has fallen by {own} a month since {first}."),
)
_WITHIN_REACH = (
    N_("It needs {needed} a month from here. Since {first} it has moved {own} a month, in its best stretches {best}."),
    N_(
        "It must fall by {needed} a month from here. Since {first} it has fallen by {own} a month, "
        "in its best stretches by {best}."
    ),
)
_TURNED = (
    N_(
        "It needs {needed} a month from here. Since {first} it has fallen by {own} a month, "
        "and in its best stretches risen by {best}."
    ),
    N_(
        "It must fall by {needed} a month from here. Since {first} it has risen by {own} a month, "
        "and in its best stretches fallen by {best}."
    ),
)
_FAR = (
    N_("It needs {needed} a month from here, far more than in its best stretches so far: {best} a month."),
    N_("It must fall by {needed} a month from here; in its best stretches so far it fell by {best} a month."),
)
_AWAY = (
    N_("It needs {needed} a month from here, and has hardly risen in any stretch of three months so far."),
    N_("It must fall by {needed} a month from here, and has hardly fallen in any stretch of three months so far."),
)
"""The same said of a figure that has to rise, and of one that has to fall."""


def _told(messages: tuple[str, str], needed: float, own: float, best: float, trend: Trend, *, down: bool) -> Remark:
    """The message of the direction; its paces have no sign, because its verbs say which way."""
    paces = {"needed": needed, "own": own, "best": best}
    sizes = {name: two_digits(abs(pace)) for name, pace in paces.items()}
    return remark(messages[down], **sizes, first=trend.first)


def _by_belief(confidence: int | None) -> Letter:
    told = {"confidence": confidence}
    figures = remark(N_("Enter the figures so far with its KPI, at least four over three months; then it is computed."))
    if confidence is None:
        return _said(
            Verdict.MISSING, remark(N_("Nobody has said whether it can be reached.")), figures, ("confidence",)
        )
    if confidence <= 2:
        return _said(
            Verdict.MISSING,
            remark(N_("You do not believe in it yourselves: {confidence} of 5."), **told),
            remark(N_("Choose a more modest target, or take a later deadline.")),
        )
    return _said(
        Verdict.PARTLY, remark(N_("You believe in it, {confidence} of 5, and no figures say so yet."), **told), figures
    )


def _short(value: float) -> float:
    """Rounded to three digits, or to a whole number from a hundred on."""
    return float(f"{value:.3g}") if abs(value) < 100 else float(round(value))
