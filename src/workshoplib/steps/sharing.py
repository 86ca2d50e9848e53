"""The campaigns' money as blocks: how it would be shared best, how sure that is, and what the plan makes of it."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from workshoplib.analysis.allocation import ImpossibleLimits
from workshoplib.analysis.allocation.pacing import by_month
from workshoplib.analysis.campaign_part import DRAWS, Lack, LeftOut, Part
from workshoplib.analysis.campaign_split import Split, split
from workshoplib.analysis.digits import two_digits
from workshoplib.errors import N_
from workshoplib.steps import assumed
from workshoplib.steps.answers import title_of
from workshoplib.steps.blocks import Block, Bullets, Callout, Column, Heading, Paragraph, Table
from workshoplib.steps.costs import known_amount, rounded
from workshoplib.steps.odds import odds
from workshoplib.steps.phasing import phases
from workshoplib.steps.sharing_charts import curves_picture, fitted_pictures, split_picture
from workshoplib.steps.sharing_hours import hours_told
from workshoplib.steps.view import View

_SURE = 0.75
"""A chance from which one campaign is said to deserve more than another, and one split to be worth the change."""

_LONGEST = 2 * 366
"""Days: a longer campaign is a slip of the keyboard, and no table of months."""

_LACKS = {Lack.BUDGET: N_("its budget"), Lack.WORTH: N_("the worth of a result"), Lack.COST: N_("the cost of a result")}


def sharing(view: View) -> Iterable[Block]:
    """The best split of what the campaigns have together, beside the plan."""
    say, campaigns = view.say, view.strategy.budget.campaigns
    if not campaigns:
        return
    yield Heading(say("Sharing the money among campaigns"))
    try:
        found = split(view.strategy, view.facts, view.today)
    except ImpossibleLimits as impossible:
        yield Callout(say.error(impossible), "warning")
        return
    if found is None:
        yield Paragraph(
            say(
                "Once two campaigns that lie ahead have a budget, a channel and what one result is worth, you see here "
                "how their money would be shared best."
            )
        )
        return
    yield _verdict(found, view)
    yield split_picture(found, view)
    yield _table(found, view)
    yield Bullets(tuple(_findings(found, view)))
    yield curves_picture(found, view)
    yield from fitted_pictures(found, view)
    yield from _months(found, view)
    yield from phases(found, view)
    yield from assumed.table((*(part.cost for part in found.parts if not part.fitted), found.elasticity), view)


def _verdict(found: Split, view: View) -> Callout:
    say, share = view.say, found.by_hand.share
    if not found.is_clear:
        return Callout(
            say(
                "Your plan comes within {percent} of what the best split would bring. Nobody knows it more exactly: "
                "leave it.",
                percent=say.percent(max(1, 100 * (1 - share)), 0),
            ),
            "good",
        )
    more = say.percent(two_digits(100 * (1 / share - 1)), 0)
    if found.better < _SURE:
        return Callout(
            say(
                "In the middle of what is assumed the best split would bring about {percent} more, and in all of it "
                "the chance is {chance} that it beats your plan. That is too little to move money for: let the first "
                "weeks tell more.",
                percent=more,
                chance=odds(found.better, view),
            )
        )
    moved = sorted(zip(found.parts, found.best.spend, strict=True), key=lambda pair: pair[1] - pair[0].planned)
    loser, winner = moved[0], moved[-1]
    return Callout(
        say(
            "Shared in the best way, the same money would bring about {percent} more, and the chance is {chance} that "
            "it beats your plan. First of all, move some from “{loser}” to “{winner}”.",
            percent=more,
            chance=odds(found.better, view),
            loser=title_of(loser[0].campaign, view),
            winner=title_of(winner[0].campaign, view),
        )
    )


def _table(found: Split, view: View) -> Table:
    say = view.say
    worked = any(part.work for part in found.parts)
    headings = (
        Column(say("Campaign")),
        Column(say("Planned"), numeric=True),
        *((Column(say("Of it own hours"), numeric=True),) if worked else ()),
        Column(say("Best"), numeric=True),
        Column(say("No difference from–to")),
        Column(say("Worth of what it brings"), numeric=True),
        Column(say("Worth of the next 1,000"), numeric=True),
    )
    return Table(
        say("The same money, shared in the best way"),
        headings,
        tuple(
            (
                title_of(part.campaign, view),
                rounded(part.planned, view),
                *((rounded(part.work, view) if part.work else "",) if worked else ()),
                known_amount(spend, view),
                f"{known_amount(low, view)} – {known_amount(high, view)}",
                _roughly(worth, view),
                _roughly(_next(part, spend), view),
            )
            for part, spend, low, high, worth in zip(
                found.parts, found.best.spend, found.flat.low, found.flat.high, found.best.response, strict=True
            )
        ),
    )


def _roughly(value: float, view: View) -> str:
    return rounded(two_digits(value), view)


def _next(part: Part, spend: float) -> float:
    return float(part.central.response(spend + 1000) - part.central.response(spend))


def _findings(found: Split, view: View) -> Iterable[str]:
    say = view.say
    yield from hours_told(found, view)
    for limit in found.limits:
        # The group gave its limits for ads; what the split has on top of them is work.
        ads = found.parts[limit.at].ads(limit.amount)
        yield say(limit.message, channel=say("“{name}”", name=limit.channel), amount=rounded(ads, view))
    contests = _contests(found)
    for ahead, behind in contests:
        yield " ".join(_deserves(ahead, behind, found, view))
    if contests:
        error = max(100 * float(found.contest.error[pair]) for pair in contests)
        yield say(
            "These chances are counted in {draws} draws of what is assumed; other draws would differ by about {error} "
            "percentage points.",
            draws=say.number(DRAWS),
            error=say.number(max(round(error, 1), 0.1)),
        )
    yield from (_left_out(one, view) for one in found.left_out)


def _contests(found: Split) -> list[tuple[int, int]]:
    """The two surest pairs among campaigns whose money may move."""
    free = [at for at, part in enumerate(found.parts) if not part.campaign.fixed]
    chance = found.contest.probability
    pairs = [(one, other) for one in free for other in free if chance[one, other] >= _SURE]
    return sorted(pairs, key=lambda pair: -chance[pair])[:2]


def _deserves(ahead: int, behind: int, found: Split, view: View) -> Iterable[str]:
    """The chance that one deserves more than the other, and why the best split may have it the other way round."""
    say, names = view.say, [title_of(part.campaign, view) for part in found.parts]
    yield say(
        "The chance that “{ahead}” deserves more money than “{behind}” is {chance}.",
        ahead=names[ahead],
        behind=names[behind],
        chance=odds(float(found.contest.probability[ahead, behind]), view),
    )
    if found.best.spend[ahead] >= found.best.spend[behind]:
        return
    limits = [limit for limit in found.limits if limit.at in (ahead, behind)]
    if limits:
        yield say(
            "The best split has it the other way round, because of the limit of “{name}” above.",
            name=names[limits[0].at],
        )
    else:
        yield say("In the middle of all assumptions it is the other way round: the two are close.")


def _left_out(one: LeftOut, view: View) -> str:
    say = view.say
    return say(
        "“{campaign}” is left out, because nobody knows {what}.",
        campaign=title_of(one.campaign, view),
        what=say.list([say(_LACKS[lack]) for lack in one.lacks]),
    )


def _months(found: Split, view: View) -> Iterable[Block]:
    """The ads of the best split by calendar month, each campaign over its own days."""
    say = view.say
    sums: dict[date, Decimal] = {}
    for part, spend in zip(found.parts, found.best.spend, strict=True):
        first, last = part.campaign.first_day, part.campaign.last_day
        if first is None or last is None or (last - first).days > _LONGEST:
            return
        for month, some in by_month(Decimal(round(part.ads(float(spend)))), first, last):
            sums[month] = sums.get(month, Decimal(0)) + some
    months = sorted(sums)
    yield Table(
        say("The best split by month, each campaign evenly over its days"),
        (Column(say("Month")), Column(say("For ads"), numeric=True)),
        tuple((f"{say.month(month.month)} {month.year}", known_amount(float(sums[month]), view)) for month in months),
    )
