"""Hours in the split as sentences: what of the sums is own time, and where hours and money change places."""

from collections.abc import Iterable, Sequence

from workshoplib.analysis.campaign_part import Part
from workshoplib.analysis.campaign_split import Split
from workshoplib.analysis.readiness import hours_granted
from workshoplib.steps.answers import title_of
from workshoplib.steps.costs import amount, known_amount, rounded
from workshoplib.steps.view import View

_WEEK = 7
_LITTLE = 0.01
"""The share of the ads that may move without a word."""


def hours_told(found: Split, view: View) -> Iterable[str]:
    """Whether own hours are in the sums, what the best split does to them, and whether there are so many."""
    say, price, hours = view.say, view.strategy.budget.hourly_cost, sum(part.hours for part in found.parts)
    if price is None:
        yield say("Own hours are not in these sums: nobody has said what an hour costs.")
    elif not hours:
        yield say("No own hours are in these sums: no post whose hours are known belongs to these campaigns.")
    else:
        yield say(
            "The sums hold {hours} own hours for the campaigns’ posts beside the ads: {work}, at {price} an hour. Both "
            "compete for the same sum.",
            hours=say.number(round(hours, 1)),
            work=rounded(sum(part.work for part in found.parts), view),
            price=amount(price, view),
        )
    yield from _dropped(found, view)
    yield from _too_many(found.parts, hours, view)


def _dropped(found: Split, view: View) -> Iterable[str]:
    say = view.say
    for part in found.dropped:
        if part.work:
            yield say(
                "“{campaign}” does not earn what it costs, and the best split does without it and its {hours} hours.",
                campaign=title_of(part.campaign, view),
                hours=say.number(round(part.hours, 1)),
            )
    ads = sum(part.ads(float(spend)) for part, spend in zip(found.parts, found.best.spend, strict=True))
    planned = sum(part.ads(part.planned) for part in found.parts)
    if ads > planned * (1 + _LITTLE):
        yield say(
            "That takes {amount} more in money for ads: hours that are not worked pay for them only if they are not "
            "paid either.",
            amount=known_amount(ads - planned, view),
        )


def _too_many(parts: Sequence[Part], hours: float, view: View) -> Iterable[str]:
    """A sentence where the posts take more than all hours that are granted in the campaigns' weeks."""
    days = [(part.campaign.first_day, part.campaign.last_day) for part in parts]
    ends = [(first, last) for first, last in days if first and last]
    granted = hours_granted(view.strategy.organisation.people)
    if len(ends) < len(parts) or not granted:
        return
    weeks = ((max(last for _, last in ends) - min(first for first, _ in ends)).days + 1) / _WEEK
    if hours > granted * weeks:
        yield view.say(
            "The campaigns’ posts take {hours} hours, and {granted} are granted in their weeks for everything.",
            hours=view.say.number(round(hours)),
            granted=view.say.number(round(granted * weeks)),
        )
