"""Pacing: a campaign's money by month and by phase, in whole units that add up to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from workshoplib.analysis.money import month_shares
from workshoplib.errors import N_, WorkshopError
from workshoplib.strategy.budget import PhaseKind

_WEEK = 7
_TEST_DAYS = 2 * _WEEK
_PAUSE = 3
"""Days between phases, to look at the figures."""

SHARES: Mapping[PhaseKind, int] = {PhaseKind.TEST: 25, PhaseKind.LEARN: 15, PhaseKind.SCALE: 60}
"""Percent of the money for each phase: the test stays under a third, most goes to what worked."""


class BadPacing(WorkshopError):
    """Money that cannot be paced: negative, or over days that end before they start."""


def whole_parts(total: Decimal, weights: Sequence[float]) -> tuple[Decimal, ...]:
    """The total in whole units by weight, adding up to it exactly: the largest remainders are rounded up (Hamilton).

    What the total itself has beyond whole units goes to the heaviest part.
    """
    units = int(total)
    whole = sum(weights)
    exact = [units * weight / whole for weight in weights]
    parts = [int(part) for part in exact]
    largest = sorted(range(len(parts)), key=lambda at: (parts[at] - exact[at], at))
    for at in largest[: units - sum(parts)]:
        parts[at] += 1
    heaviest = max(range(len(parts)), key=lambda at: weights[at])
    return tuple(Decimal(part) + (total - units if at == heaviest else 0) for at, part in enumerate(parts))


def by_month(
    total: Decimal, first: date, last: date, weights: Mapping[int, float] | None = None
) -> tuple[tuple[date, Decimal], ...]:
    """The money of each calendar month of the days from first to last, by its share of the days.

    ``weights`` makes a month (1 to 12) weigh more or less: {12: 2.0} spends twice as fast in December.
    """
    _check(total, first, last)
    shares = month_shares(first, last)
    weighted = [share * (weights or {}).get(month.month, 1.0) for month, share in shares]
    if min(weighted) < 0 or not sum(weighted):
        raise BadPacing(N_("The weights of the months must be 0 or more, and not all of them 0."))
    return tuple(zip((month for month, _ in shares), whole_parts(total, weighted), strict=True))


@dataclass(frozen=True)
class Stretch:
    """A phase with its money and days, both ends included."""

    kind: PhaseKind
    amount: Decimal
    first: date
    last: date


def in_phases(total: Decimal, first: date, last: date) -> tuple[Stretch, ...]:
    """Two whole weeks of test, a quarter of what is left to learn, the rest to scale, with days to look in between.

    A campaign of under five weeks has no phase to learn, one of under three weeks only one phase to scale.
    """
    _check(total, first, last)
    days = (last - first).days + 1
    if days < 3 * _WEEK:
        return (Stretch(PhaseKind.SCALE, total, first, last),)
    starts, kinds = [first], [PhaseKind.TEST]
    ends = [first + timedelta(_TEST_DAYS - 1)]
    if days >= 5 * _WEEK:
        learning = max(_WEEK, (days - _TEST_DAYS - 2 * _PAUSE) // 4)
        starts.append(ends[-1] + timedelta(_PAUSE))
        ends.append(starts[-1] + timedelta(learning - 1))
        kinds.append(PhaseKind.LEARN)
    starts.append(ends[-1] + timedelta(_PAUSE))
    amounts = whole_parts(total, [SHARES[kind] for kind in (*kinds, PhaseKind.SCALE)])
    return tuple(
        Stretch(*phase) for phase in zip((*kinds, PhaseKind.SCALE), amounts, starts, (*ends, last), strict=True)
    )


def _check(total: Decimal, first: date, last: date) -> None:
    if total < 0:
        raise BadPacing(N_("The amount to pace is {amount}. Give 0 or more."), amount=total)
    if last < first:
        raise BadPacing(N_("The last day {last} is before the first day {first}. Swap them."), first=first, last=last)
