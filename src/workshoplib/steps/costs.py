"""Costs as blocks: what the plan costs by kind, month and channel, own hours priced beside money."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import accumulate, islice
from typing import NamedTuple

from workshoplib.analysis import money
from workshoplib.charts.bars import bars
from workshoplib.charts.stacked import stacked
from workshoplib.steps.blocks import Block, Column, Figures, Picture, Table
from workshoplib.steps.channels import name_by_id
from workshoplib.steps.view import View

_MONTHS = 24


def amount(some: Decimal | float | None, view: View) -> str:
    """An amount in the organisation's currency; empty for none."""
    currency = view.strategy.organisation.currency
    return "" if some is None else view.say.money(some, currency.value if currency else None)


def rounded(some: Decimal | float, view: View) -> str:
    """An amount without decimals."""
    return amount(round(Decimal(some)), view)


def known_amount(value: float, view: View) -> str:
    """A computed amount, to hundreds from five thousand on and to tens below: no answer is known more exactly."""
    return rounded(round(value, -2 if value >= 5000 else -1), view)


def summary(view: View) -> Figures:
    """The total, what is planned and held back, what is left or lacking, and what own hours are worth."""
    say, budget = view.say, view.strategy.budget
    pairs = [(rounded(money.planned(budget), view), say("planned in lines and campaigns"))]
    if budget.total is not None:
        pairs.insert(0, (amount(budget.total, view), say("there is in all")))
    if held := money.reserve(budget):
        pairs.append((rounded(held, view), say("held back as reserve")))
    left = money.left(budget)
    if left is not None:
        pairs.append((rounded(abs(left), view), say("is left") if left >= 0 else say("too much is planned")))
    if hours := money.own_hours_in_money(budget):
        pairs.append((rounded(hours, view), say("worth of own hours, beside the money")))
    return Figures(tuple(pairs))


def by_kind(view: View) -> Iterable[Block]:
    """Money and own hours by kind: a table with its sum, and the shares without and with the hours."""
    say, rows = view.say, _kinds(view)
    if not rows:
        return
    everything = _Row(
        say("In all"), sum(row.money for row in rows), sum(row.hours for row in rows), sum(row.worth for row in rows)
    )
    yield Table(
        say("What it costs, by kind"),
        (
            Column(say("Kind")),
            Column(say("Money"), numeric=True),
            Column(say("Own hours"), numeric=True),
            Column(say("Hours in money"), numeric=True),
        ),
        tuple(
            (
                row.name,
                rounded(row.money, view) if row.money else "",
                say.number(row.hours, 0) if row.hours else "",
                rounded(row.worth, view) if row.worth else "",
            )
            for row in (*rows, everything)
        ),
    )
    if everything.money and everything.worth:
        yield Picture(
            stacked(
                [
                    (say("Money"), [float(row.money) for row in rows]),
                    (say("Money and own hours"), [float(row.money + row.worth) for row in rows]),
                ],
                [row.name for row in rows],
                say=say,
                title=say("Shares of the cost"),
            ),
            say("The same plan twice: as the accounts see it, and with the price of your own time."),
        )


class _Row(NamedTuple):
    name: str
    money: Decimal | int
    hours: float
    worth: Decimal | int


def _kinds(view: View) -> list[_Row]:
    say, budget = view.say, view.strategy.budget
    rows = [
        _Row(say(row.kind.label) if row.kind else say("No kind"), row.money, row.hours, row.hours_in_money)
        for row in money.by_kind(budget)
    ]
    hours = money.dialogue_hours(budget)
    if hours:
        rows.append(_Row(say("Answering people"), 0, hours, money.priced(hours, budget.hourly_cost)))
    return rows


def by_month(view: View) -> Iterable[Block]:
    """What falls due each month, and how much of it is spent by then."""
    say, months = view.say, money.by_month(view.strategy.budget)
    total = sum(some for _, some in months)
    if not total:
        return
    spent = accumulate(some for _, some in months)
    rows = [
        (
            f"{say.month(month.month)} {month.year}",
            rounded(some, view),
            rounded(so_far, view),
            say.percent(100 * so_far / total, 0),
        )
        for (month, some), so_far in islice(zip(months, spent, strict=True), _MONTHS)
    ]
    yield Table(
        say("Money by month; what has no days of its own is spread evenly"),
        (
            Column(say("Month")),
            Column(say("In the month"), numeric=True),
            Column(say("So far"), numeric=True),
            Column(say("Share so far"), numeric=True),
        ),
        tuple(rows),
    )


def by_channel(view: View) -> Iterable[Block]:
    """Money and priced hours of each channel; what all share comes under its own name."""
    say, rows = view.say, money.by_channel(view.strategy.budget)
    if len(rows) > 1:
        yield Picture(
            bars(
                [(name_by_id(channel, view) or say("Shared by all"), float(some)) for channel, some in rows],
                say=say,
                title=say("Cost by channel"),
                write=lambda some: rounded(some, view),
            ),
            say("What each channel costs, own hours included."),
        )
