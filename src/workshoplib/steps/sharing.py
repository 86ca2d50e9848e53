"""The campaigns' money as blocks: how it would be shared best, how sure that is, and what the plan makes of it."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import numpy as np

from workshoplib.analysis.allocation import ImpossibleLimits
from workshoplib.analysis.allocation.pacing import by_month
from workshoplib.analysis.campaign_split import Part, Split, split
from workshoplib.charts.curves import Curve, curves
from workshoplib.charts.ranges import Range, ranges
from workshoplib.steps import assumed
from workshoplib.steps.answers import title_of
from workshoplib.steps.blocks import Block, Bullets, Callout, Column, Heading, Paragraph, Picture, Table
from workshoplib.steps.costs import rounded
from workshoplib.steps.view import View

_FEW = 4
"""As many curves as one chart shows."""

_SURE = 0.75
"""A chance from which one campaign is said to deserve more than another."""

_POINTS = 41
_SEED = 1
_LONGEST = 2 * 366
"""Days: a longer campaign is a slip of the keyboard, and no table of months."""


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
    yield _picture(found, view)
    yield _table(found, view)
    findings = tuple(_findings(found, view))
    if findings:
        yield Bullets(findings)
    yield from _curves(found, view)
    yield from _fits(found, view)
    yield from _months(found, view)
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
    moved = sorted(zip(found.parts, found.best.spend, strict=True), key=lambda pair: pair[1] - pair[0].planned)
    loser, winner = moved[0], moved[-1]
    return Callout(
        say(
            "Shared in the best way, the same money would bring about {percent} more. First of all, move some from "
            "“{loser}” to “{winner}”.",
            percent=say.percent(100 * (1 / share - 1), 0),
            loser=title_of(loser[0].campaign, view),
            winner=title_of(winner[0].campaign, view),
        )
    )


def _tidy(value: float) -> float:
    """To hundreds from five thousand on, to tens below: the answer is not known more exactly than that."""
    return float(round(value, -2 if value >= 5000 else -1))


def _money(value: float, view: View) -> str:
    return rounded(_tidy(value), view)


def _picture(found: Split, view: View) -> Picture:
    say = view.say
    rows = [
        Range(title_of(part.campaign, view), float(low), float(best), float(high), part.planned)
        for part, low, best, high in zip(
            found.parts, found.spread.spend[0], found.best.spend, found.spread.spend[2], strict=True
        )
    ]
    return Picture(
        ranges(
            rows,
            say=say,
            title=say("The best split, and how sure it is"),
            names=(say("the best in eight of ten cases"), say("best"), say("planned")),
            write=lambda value: _money(value, view),
        ),
        say("The wider the band, the less is known. Where your mark lies inside it, there is nothing to correct."),
    )


def _table(found: Split, view: View) -> Table:
    say = view.say
    return Table(
        say("The same money, shared in the best way"),
        (
            Column(say("Campaign")),
            Column(say("Planned"), numeric=True),
            Column(say("Best")),
            Column(say("No difference from–to")),
            Column(say("Worth of what it brings"), numeric=True),
            Column(say("Worth of the next 1,000"), numeric=True),
        ),
        tuple(
            (
                title_of(part.campaign, view),
                rounded(part.planned, view),
                _money(spend, view),
                f"{_money(low, view)} – {_money(high, view)}",
                _money(worth, view),
                _money(_next(part, spend), view),
            )
            for part, spend, low, high, worth in zip(
                found.parts, found.best.spend, found.flat.low, found.flat.high, found.best.response, strict=True
            )
        ),
    )


def _next(part: Part, spend: float) -> float:
    return float(part.central.response(spend + 1000) - part.central.response(spend))


def _findings(found: Split, view: View) -> Iterable[str]:
    say = view.say
    for limit in found.limits:
        yield say(limit.message, channel=limit.channel, amount=rounded(limit.amount, view))
    for ahead, behind, chance in _contests(found):
        yield say(
            "The chance that “{ahead}” deserves more money than “{behind}” is {chance}.",
            ahead=title_of(ahead.campaign, view),
            behind=title_of(behind.campaign, view),
            chance=say.percent(100 * chance, 0),
        )
    if found.left_out:
        yield say(
            "Left out, because budget, worth or cost of a result are not known: {names}.",
            names=say.list([title_of(campaign, view) for campaign in found.left_out]),
        )


def _contests(found: Split) -> list[tuple[Part, Part, float]]:
    """The two surest pairs among campaigns whose money may move."""
    free = [at for at, part in enumerate(found.parts) if not part.campaign.fixed]
    chance = found.contest.probability
    pairs = [(chance[one, other], one, other) for one in free for other in free if chance[one, other] >= _SURE]
    ranked = sorted(pairs, key=lambda pair: -pair[0])[:2]
    return [(found.parts[one], found.parts[other], float(share)) for share, one, other in ranked]


def _curves(found: Split, view: View) -> Iterable[Block]:
    say = view.say
    ranked = sorted(zip(found.parts, found.best.spend, strict=True), key=lambda pair: -pair[0].planned)[:_FEW]
    most = 1.25 * max(max(part.planned, float(spend)) for part, spend in ranked)
    places = np.linspace(0, most, _POINTS)
    drawn = [
        Curve(
            title_of(part.campaign, view),
            list(zip(places.tolist(), part.central.response(places).tolist(), strict=True)),
            filled=(float(spend), float(part.central.response(spend))),
            hollow=(part.planned, float(part.central.response(part.planned))),
        )
        for part, spend in ranked
    ]
    yield Picture(
        curves(
            drawn,
            say=say,
            title=say("What each campaign brings for its money"),
            across=(say("money"), lambda value: rounded(value, view)),
            up=(say("worth of the results"), lambda value: rounded(value, view)),
        ),
        say("Hollow marks are planned, filled ones the best split. Where a line lies flat, more money brings little."),
    )


def _fits(found: Split, view: View) -> Iterable[Block]:
    say = view.say
    for part in found.parts:
        if not part.fitted:
            continue
        fit, name = part.fitted, title_of(part.campaign, view)
        places = np.linspace(0, 1.2 * float(fit.spend.max()), _POINTS)
        low, high = fit.spread(places, np.random.default_rng(_SEED))
        drawn = Curve(
            name,
            list(zip(places.tolist(), fit.curve.response(places).tolist(), strict=True)),
            band=list(zip(places.tolist(), low.tolist(), high.tolist(), strict=True)),
            seen=list(zip(fit.spend.tolist(), fit.response.tolist(), strict=True)),
        )
        yield Picture(
            curves(
                [drawn],
                say=say,
                title=say("{campaign}: your own curve", campaign=name),
                across=(say("money a week"), lambda value: rounded(value, view)),
                up=(say("results a week"), say.number),
            ),
            say(
                "{campaign}: {weeks} of your own weeks, and the curve that fits them best. The band holds the curve in "
                "eight of ten cases.",
                campaign=name,
                weeks=fit.count,
            ),
        )


def _months(found: Split, view: View) -> Iterable[Block]:
    """The best split by calendar month, each campaign over its own days."""
    say = view.say
    sums: dict[date, Decimal] = {}
    for part, spend in zip(found.parts, found.best.spend, strict=True):
        first, last = part.campaign.first_day, part.campaign.last_day
        if first is None or last is None or (last - first).days > _LONGEST:
            return
        for month, some in by_month(Decimal(round(float(spend))), first, last):
            sums[month] = sums.get(month, Decimal(0)) + some
    months = sorted(sums)
    yield Table(
        say("The best split by month, each campaign evenly over its days"),
        (Column(say("Month")), Column(say("For ads"), numeric=True)),
        tuple((f"{say.month(month.month)} {month.year}", rounded(sums[month], view)) for month in months),
    )
