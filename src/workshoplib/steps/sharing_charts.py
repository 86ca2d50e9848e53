"""Sharing as pictures: the best split with its range, the curves that it rests on, and those of a team's own weeks."""

from collections.abc import Iterable

import numpy as np

from workshoplib.analysis.campaign_part import Part
from workshoplib.analysis.campaign_split import Split
from workshoplib.charts.curves import Curve, curves
from workshoplib.charts.ranges import Range, ranges
from workshoplib.steps.answers import title_of
from workshoplib.steps.blocks import Block, Picture
from workshoplib.steps.costs import known_amount, rounded
from workshoplib.steps.view import View

_FEW = 4
"""As many curves as one chart shows."""

_POINTS = 41
_SEED = 1


def split_picture(found: Split, view: View) -> Picture:
    """The best amount of each campaign, the range in which the best lies, and the plan."""
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
            write=lambda value: known_amount(value, view),
        ),
        say("The wider the band, the less is known. Where your mark lies inside it, it may well be the best."),
    )


def curves_picture(found: Split, view: View) -> Picture:
    """What each campaign brings for its amount, with the plan and the best split on the curve."""
    say = view.say
    ranked = sorted(zip(found.parts, found.best.spend, strict=True), key=lambda pair: -pair[0].planned)[:_FEW]
    most = 1.25 * max(max(part.planned, float(spend)) for part, spend in ranked)
    drawn = [
        Curve(
            title_of(part.campaign, view),
            _points(part, most),
            filled=(float(spend), float(part.central.response(spend))),
            hollow=(part.planned, float(part.central.response(part.planned))),
        )
        for part, spend in ranked
    ]
    worked = any(part.work for part, _ in ranked)
    return Picture(
        curves(
            drawn,
            say=say,
            title=say("What each campaign brings for its money"),
            across=(say("money and priced hours") if worked else say("money"), lambda value: known_amount(value, view)),
            up=(say("worth of the results"), lambda value: known_amount(value, view)),
        ),
        say("Hollow marks are planned, filled ones the best split. Where a line lies flat, more money brings little."),
    )


def _points(part: Part, most: float) -> list[tuple[float, float]]:
    """Points of the curve, close to each other where it leaves the ground."""
    even = np.linspace(0, most, _POINTS)
    places = np.unique([*even, *(part.work + even / _POINTS)])
    return list(zip(places.tolist(), part.central.response(places).tolist(), strict=True))


def fitted_pictures(found: Split, view: View) -> Iterable[Block]:
    """The weeks of each campaign that tell its own curve, and the curve."""
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
