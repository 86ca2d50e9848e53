"""Budget: what the plan costs in money and hours, when it falls due, and what paid campaigns get of it."""

from collections.abc import Iterable

from workshoplib.analysis import money
from workshoplib.analysis.readiness import hours_granted
from workshoplib.errors import N_
from workshoplib.steps.answers import row_answers, title_of
from workshoplib.steps.benchmarks import prices
from workshoplib.steps.blocks import Block, Bullets, Figures, Paragraph
from workshoplib.steps.campaigns import campaigns
from workshoplib.steps.costs import amount, by_channel, by_kind, by_month, rounded, summary
from workshoplib.steps.sharing import sharing
from workshoplib.steps.step import Step
from workshoplib.steps.still_open import still_open
from workshoplib.steps.view import View
from workshoplib.strategy.budget import Budget, Campaign
from workshoplib.strategy.fields import question

_WEEKS_A_YEAR = 52


def show(view: View) -> Iterable[Block]:
    """What the hours cost that were granted, and what ads have cost others."""
    yield from _hours(view)
    yield from prices(view)


def _hours(view: View) -> Iterable[Block]:
    say, price = view.say, view.strategy.budget.hourly_cost
    granted = hours_granted(view.strategy.organisation.people)
    if not granted:
        yield Paragraph(say("Nobody has been granted hours yet; the first step asks for them."))
    elif price is None:
        yield Paragraph(
            say(
                "{hours} hours a week are granted. Say below what an hour costs, and you see here what that is a year.",
                hours=say.number(granted),
            )
        )
    else:
        week = money.priced(granted, price)
        yield Figures(
            (
                (say.number(granted), say("hours a week are granted")),
                (amount(price, view), say("an hour")),
                (rounded(week, view), say("a week of your own time")),
                (rounded(week * _WEEKS_A_YEAR, view), say("a year of your own time, 52 weeks")),
            )
        )


def recap(view: View) -> Iterable[Block]:
    """What is planned against what there is, by kind, month and channel; the campaigns, and their best split."""
    budget = view.strategy.budget
    if budget.total is None and not (budget.lines or budget.campaigns):
        yield Paragraph(view.say("No money has been planned yet."))
    else:
        yield summary(view)
    yield from by_kind(view)
    yield from by_month(view)
    yield from by_channel(view)
    yield from campaigns(view)
    yield from sharing(view)
    found = tuple(_findings(view))
    if found:
        yield Bullets(found)
    for name in ("roles", "tests"):
        rows = getattr(budget, name)
        if rows:
            yield from row_answers(question(Budget, name), rows, view)
    yield from still_open(_open(view), view)


def _findings(view: View) -> Iterable[str]:
    say, budget = view.say, view.strategy.budget
    months = money.by_month(budget)
    if months and any(some for _, some in months):
        month, most = max(months, key=lambda pair: pair[1])
        yield say(
            "The dearest month is {month} {year}: {amount}.",
            month=say.month(month.month),
            year=month.year,
            amount=rounded(most, view),
        )
    hours = money.own_hours(budget)
    if hours:
        yield say("Own people's hours in the period: {hours}.", hours=say.number(hours, 0))
    for campaign in budget.campaigns:
        share = money.first_phase_share(campaign)
        if share is not None and share > money.TEST_MOST:
            yield say(
                "{campaign}: {share} goes into the first phase; under a third leaves more to scale.",
                campaign=title_of(campaign, view),
                share=say.percent(100 * share, 0),
            )


def _open(view: View) -> Iterable[str]:
    say, budget = view.say, view.strategy.budget
    left = money.left(budget)
    if left is not None and left < 0:
        yield say("Plan and reserve need {amount} more than there is.", amount=rounded(-left, view))
    if budget.total is None:
        yield say("There is no total.")
    if money.period(budget) is None:
        yield say("The period lacks its first or last day; monthly lines are counted once.")
    if budget.hourly_cost is None and money.own_hours(budget):
        yield say("Nobody has said what an hour costs, so own time looks free.")
    if not money.reserve(budget):
        yield say("Nothing is held back as reserve.")
    for campaign in budget.campaigns:
        yield from _open_in(campaign, view)
    if view.strategy.organisation.currency is None:
        yield say("The currency is not set.")


def _open_in(campaign: Campaign, view: View) -> Iterable[str]:
    say, name = view.say, title_of(campaign, view)
    differ = money.phases_differ(campaign)
    if differ is not None and differ > 0:
        yield say(
            "{campaign}: its phases cost {amount} more than its budget.", campaign=name, amount=amount(differ, view)
        )
    if differ is not None and differ < 0:
        yield say("{campaign}: {amount} of its budget is in no phase.", campaign=name, amount=amount(-differ, view))
    lacks = (
        (say("goal"), campaign.goal),
        (say("channel"), campaign.channel),
        (say("budget"), campaign.budget),
        (say("days"), campaign.first_day and campaign.last_day),
        (say("a way to see what it brought"), campaign.tracking),
    )
    missing = [what for what, there in lacks if not there]
    if missing:
        yield say("{campaign} lacks: {what}.", campaign=name, what=say.list(missing))


STEP = Step("budget", "budget", "06-budget", 30, N_("Your budget"), show, recap)
