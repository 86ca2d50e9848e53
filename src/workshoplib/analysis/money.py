"""Money: what a budget adds up to, by kind, month, channel and campaign; hours are priced beside money.

Amounts are the organisation's currency. A monthly line falls due once for each month of the period, counted by the
calendar (1 January to 31 March are three, half of April is half of one) and rounded to at least one; without a period
it is counted once.
"""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from workshoplib.strategy.budget import Budget, BudgetLine, Campaign, LineKind, Per, Phase

NONE = Decimal(0)
_WEEK = 7

TEST_MOST = Decimal(1) / 3
"""The share of a campaign's money that its first phase should stay below."""


def month_shares(first: date, last: date) -> tuple[tuple[date, float], ...]:
    """The calendar months of a period by their first day, each with the share of its days that lies within."""
    found = []
    for number in range(12 * first.year + first.month - 1, 12 * last.year + last.month):
        start = date(number // 12, number % 12 + 1, 1)
        length = monthrange(start.year, start.month)[1]
        opens = first.day if (first.year, first.month) == (start.year, start.month) else 1
        closes = last.day if (last.year, last.month) == (start.year, start.month) else length
        found.append((start, (closes - opens + 1) / length))
    return tuple(found)


def period(budget: Budget) -> tuple[date, date] | None:
    """The first and the last day of the period; None while an end is missing, or where it ends before it starts."""
    first, last = budget.period_start, budget.period_end
    return (first, last) if first and last and first <= last else None


def months_in(budget: Budget) -> int:
    """How often a monthly line falls due."""
    days = period(budget)
    return max(1, round(sum(share for _, share in month_shares(*days)))) if days else 1


def weeks_in(budget: Budget) -> float | None:
    """The weeks of the period; None without one."""
    days = period(budget)
    return ((days[1] - days[0]).days + 1) / _WEEK if days else None


def times(line: BudgetLine, budget: Budget) -> int:
    """How often the line falls due in the period."""
    return months_in(budget) if line.per is Per.MONTH else 1


def cost(line: BudgetLine, budget: Budget) -> Decimal:
    """What the line costs in money over the period."""
    return (line.amount or NONE) * times(line, budget)


def hours(line: BudgetLine, budget: Budget) -> float:
    """What the line takes of own hours over the period."""
    return (line.hours or 0.0) * times(line, budget)


def hours_in_money(line: BudgetLine, budget: Budget) -> Decimal:
    """The line's own hours at their price, or at the usual cost of an hour; 0 where neither is known."""
    price = line.hour_price if line.hour_price is not None else budget.hourly_cost
    return priced(hours(line, budget), price)


def priced(some: float, price: Decimal | None) -> Decimal:
    """Hours in money; 0 without a price."""
    return Decimal(str(some)) * price if price is not None else NONE


def dialogue_hours(budget: Budget) -> float:
    """The hours for dialogue over the period; those of one week while the period is open."""
    weeks = weeks_in(budget)
    return sum(row.hours or 0.0 for row in budget.dialogue) * (1.0 if weeks is None else weeks)


def own_hours(budget: Budget) -> float:
    """The hours of own people over the period: in lines, and for dialogue."""
    return sum(hours(line, budget) for line in budget.lines) + dialogue_hours(budget)


def own_hours_in_money(budget: Budget) -> Decimal:
    """The hours of own people at their price."""
    lines = sum((hours_in_money(line, budget) for line in budget.lines), NONE)
    return lines + priced(dialogue_hours(budget), budget.hourly_cost)


@dataclass(frozen=True)
class KindSum:
    """A kind of cost (None for lines without one): money, own hours, and these in money."""

    kind: LineKind | None
    money: Decimal
    hours: float
    hours_in_money: Decimal


def by_kind(budget: Budget) -> tuple[KindSum, ...]:
    """Each kind that costs something, in the order of the list; campaigns are advertising space."""
    return tuple(row for row in (_kind(kind, budget) for kind in (*LineKind, None)) if row.money or row.hours)


def _kind(kind: LineKind | None, budget: Budget) -> KindSum:
    lines = [line for line in budget.lines if line.kind is kind]
    campaigns = budget.campaigns if kind is LineKind.MEDIA else ()
    return KindSum(
        kind,
        sum((cost(line, budget) for line in lines), NONE) + campaign_money(campaigns),
        sum(hours(line, budget) for line in lines),
        sum((hours_in_money(line, budget) for line in lines), NONE),
    )


def campaign_money(campaigns: Iterable[Campaign]) -> Decimal:
    """The budgets of the campaigns together."""
    return sum((campaign.budget or NONE for campaign in campaigns), NONE)


def planned(budget: Budget) -> Decimal:
    """All lines and campaigns, without what is only held back."""
    lines = (cost(line, budget) for line in budget.lines if line.kind is not LineKind.RESERVE)
    return sum(lines, NONE) + campaign_money(budget.campaigns)


def reserve(budget: Budget) -> Decimal:
    """The money to hold back: the share of the total or the lines for it, whichever is more; none counts twice."""
    lines = sum((cost(line, budget) for line in budget.lines if line.kind is LineKind.RESERVE), NONE)
    share = (budget.total or NONE) * Decimal(str(budget.reserve_percent or 0)) / 100
    return max(lines, share)


def left(budget: Budget) -> Decimal | None:
    """The total less lines, campaigns and reserve: below 0 where it does not cover them; None without a total."""
    return None if budget.total is None else budget.total - planned(budget) - reserve(budget)


def by_channel(budget: Budget) -> tuple[tuple[str, Decimal], ...]:
    """Money and priced hours of lines and campaigns by the channel's id ("" is shared), the dearest first."""
    sums: dict[str, Decimal] = {}
    for line in budget.lines:
        if line.kind is not LineKind.RESERVE:
            sums[line.channel] = sums.get(line.channel, NONE) + cost(line, budget) + hours_in_money(line, budget)
    for campaign in budget.campaigns:
        sums[campaign.channel] = sums.get(campaign.channel, NONE) + (campaign.budget or NONE)
    return tuple(sorted(((channel, some) for channel, some in sums.items() if some), key=lambda pair: -pair[1]))


def by_month(budget: Budget) -> tuple[tuple[date, float], ...]:
    """The money of lines and campaigns by month, spread evenly over the months that it is for; () without a period.

    A campaign is spread over its own days, or those of its phases; what has no days of its own over the whole period.
    """
    whole = period(budget)
    if whole is None:
        return ()
    sums: dict[date, float] = {month: 0.0 for month, _ in month_shares(*whole)}
    lines = [(cost(line, budget), whole) for line in budget.lines if line.kind is not LineKind.RESERVE]
    for amount, days in (*lines, *(part for campaign in budget.campaigns for part in _parts(campaign, whole))):
        for month, share in _spread(float(amount), days):
            sums[month] = sums.get(month, 0.0) + share
    return tuple(sorted(sums.items()))


def _parts(campaign: Campaign, otherwise: tuple[date, date]) -> list[tuple[Decimal, tuple[date, date]]]:
    """A campaign's money with its days: phase by phase where they tell both, the rest over the campaign's own days."""
    own = (campaign.first_day, campaign.last_day)
    whole = (own[0], own[1]) if own[0] and own[1] else otherwise
    phases = [
        (phase.amount, (phase.first_day, phase.last_day))
        for phase in campaign.phases
        if phase.amount and phase.first_day and phase.last_day
    ]
    rest = (campaign.budget or NONE) - sum((amount for amount, _ in phases), NONE)
    # Phases that promise more than the campaign has are an open question, not money.
    return [*phases, (rest, whole)] if rest >= 0 else [(campaign.budget or NONE, whole)]


def _spread(amount: float, days: tuple[date, date]) -> list[tuple[date, float]]:
    shares = month_shares(*days)
    whole = sum(share for _, share in shares)
    return [(month, amount * share / whole) for month, share in shares]


def first_phase_share(campaign: Campaign) -> Decimal | None:
    """The share (0 to 1) of a campaign's budget that its first phase takes.

    None where either is unknown, and for a campaign of one phase only: it has nothing to learn from.
    """
    if len(campaign.phases) < 2 or campaign.phases[0].amount is None or not campaign.budget:
        return None
    return campaign.phases[0].amount / campaign.budget


def phases_differ(campaign: Campaign) -> Decimal | None:
    """What the phases together have beyond the campaign's budget (below 0: less); None where they agree or are open."""
    amounts = [phase.amount for phase in campaign.phases]
    if campaign.budget is None or not amounts or None in amounts:
        return None
    return (sum((amount for amount in amounts if amount), NONE) - campaign.budget) or None


def dated(phases: Sequence[Phase]) -> tuple[tuple[Phase, date, date], ...]:
    """The phases that have both their days."""
    return tuple((phase, phase.first_day, phase.last_day) for phase in phases if phase.first_day and phase.last_day)
