"""Choosing as blocks: what speaks for each platform, how surely it comes first, and which weight would change that.

The computations need numpy, which takes its time to load and which a participant's page does without; so they are
imported where they are used.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from workshoplib.charts.stacked import stacked
from workshoplib.errors import N_
from workshoplib.steps.blocks import Block, Bullets, Column, Heading, Paragraph, Picture, Table
from workshoplib.steps.channels import channel_name, names
from workshoplib.steps.view import View
from workshoplib.strategy.platforms import Decision

if TYPE_CHECKING:
    from workshoplib.analysis.choice.agreement import Agreement
    from workshoplib.analysis.choice.case import Case, Named
    from workshoplib.analysis.choice.tipping import Tipping
    from workshoplib.analysis.choice.weighing import Weighing

_MOST_PLACES = 4
_MOST_ROWS = 10
_MOST_TIPS = 3
_WORTH_TELLING = 0.01
_CLEARLY_MORE = 0.05
_STRONG, _SOME = 0.7, 0.4


def scores(view: View) -> Iterable[Block]:
    """What is known about each platform on each criterion, from 0 to 100; nothing for fewer than two platforms."""
    say, case = view.say, _case(view)
    if case is None:
        return
    columns = [Column(say("Platform")), *(Column(_named(one, view), numeric=True) for one in case.criteria)]
    yield Table(
        say("What speaks for each platform"),
        tuple(columns),
        tuple(
            (channel_name(channel, view), *(_range(low, high, view) for low, high in zip(lows, highs, strict=True)))
            for channel, lows, highs in zip(case.channels, case.low.tolist(), case.high.tolist(), strict=True)
        ),
    )
    yield Paragraph(
        say(
            "0 is the least and 100 the most that could be. A range stands where people judge differently or nobody "
            "knows for sure. Audience: how often your personas use it. Reach: how many in the country do, daily, in "
            "their ages. Capacity: skill, formats and hours. Message and return: as you judge them."
        )
    )


def ranking(view: View) -> Iterable[Block]:
    """How surely each platform takes which place, what would change it, and how far people agree."""
    case = _case(view)
    if case is None:
        return
    from workshoplib.analysis.choice.weighing import weigh

    say, found = view.say, weigh(case)
    yield Heading(say("How sure is the choice?"))
    yield _picture(found, view)
    yield Bullets(tuple(_sentences(found, view)))
    yield from _approaches(found, view)


def _case(view: View) -> Case | None:
    from workshoplib.analysis.choice.case import case_of

    return case_of(view.strategy, view.facts, view.group)


def _named(criterion: Named, view: View) -> str:
    return criterion.name if criterion.own else view.say(criterion.name)


def _range(low: float, high: float, view: View) -> str:
    ends = dict.fromkeys(view.say.number(round(100 * end)) for end in (low, high))
    return "–".join(ends)


def _picture(found: Weighing, view: View) -> Picture:
    say, channels = view.say, found.case.channels
    places = min(_MOST_PLACES, len(channels))
    named = [say("First"), say("Second"), say("Third"), say("Fourth")][:places]
    if len(channels) > places:
        named[-1] = say("Fourth or later")
    ranks = found.acceptability.ranks
    rows = [
        (channel_name(channels[n], view), [*ranks[n, : places - 1].tolist(), float(ranks[n, places - 1 :].sum())])
        for n in found.order[:_MOST_ROWS]
    ]
    title = say("How often each platform takes which place")
    return Picture(stacked(rows, named, say=say, title=title), _first(found, view))


def _first(found: Weighing, view: View) -> str:
    say, best = view.say, found.order[0]
    share = float(found.acceptability.first[best])
    name = channel_name(found.case.channels[best], view)
    if share > 1 - _WORTH_TELLING:
        return say("{platform} comes first, however you weigh it within what you said.", platform=name)
    return say("{platform} comes first in {share} of all ways to weigh it.", platform=name, share=_share(share, view))


def _sentences(found: Weighing, view: View) -> Iterable[str]:
    yield _basis(found, view)
    yield from _rivals(found, view)
    yield from _tips(found, view)
    if found.agreement:
        yield _agreement(found.agreement, view)
    yield from _disagreement(found.case, view)
    yield from _surprises(found, view)


def _basis(found: Weighing, view: View) -> str:
    say, people = view.say, len(found.case.people)
    margin = say.number(100 * found.acceptability.margin, 1)
    if people:
        return say.plural(
            "Counted with the weights of {n} person, for {draws} draws of the scores; a share may be "
            "{margin} percentage points off.",
            "Counted over {draws} compromises between the weights of {n} people; a share may be "
            "{margin} percentage points off.",
            people,
            draws=say.number(found.acceptability.draws or 0),
            margin=margin,
        )
    if found.case.agreed is not None:
        return say("Counted with the weights that you agreed on; only the scores are uncertain.")
    return say("Nobody has given weights yet, so all weights count alike here.")


def _rivals(found: Weighing, view: View) -> Iterable[str]:
    """The platforms that come first now and then, and what their best chance is."""
    say, case, known = view.say, found.case, found.acceptability
    for n in found.order[1:]:
        if known.first[n] < _WORTH_TELLING:
            continue
        told = {
            "platform": channel_name(case.channels[n], view),
            "share": _share(float(known.first[n]), view),
            "confidence": _share(float(known.confidence[n]), view),
        }
        more = known.central[n] - case.weights
        most = int(more.argmax())
        if more[most] < _CLEARLY_MORE or told["confidence"] == told["share"]:
            yield say(
                "{platform} comes first in {share}. With the weights that suit it best, in {confidence}: the scores "
                "decide it, not the weights.",
                **told,
            )
        else:
            yield say(
                "{platform} comes first in {share}, mostly where “{criterion}” weighs about {weight}; with such "
                "weights in {confidence}.",
                criterion=_named(case.criteria[most], view),
                weight=_share(float(known.central[n, most]), view),
                **told,
            )


def _tips(found: Weighing, view: View) -> Iterable[str]:
    def distance(tip: Tipping) -> float:
        return abs(tip.weight - float(found.case.weights[tip.criterion]))

    nearest = sorted(found.tips, key=distance)[:_MOST_TIPS]
    if not nearest and len(found.case.criteria) > 1:
        name = channel_name(found.case.channels[found.order[0]], view)
        yield view.say("No change of a single weight takes the first place from {platform}.", platform=name)
    for tip in nearest:
        told = {
            "overtaker": channel_name(found.case.channels[tip.overtaker], view),
            "leader": channel_name(found.case.channels[tip.leader], view),
            "criterion": _named(found.case.criteria[tip.criterion], view),
            "weight": _share(tip.weight, view),
            "now": _share(float(found.case.weights[tip.criterion]), view),
        }
        falls = N_(
            "{overtaker} overtakes {leader} if the weight of “{criterion}” falls under {weight}; now it is {now}."
        )
        rises = N_(
            "{overtaker} overtakes {leader} if the weight of “{criterion}” rises over {weight}; now it is {now}."
        )
        yield view.say(falls if tip.falling else rises, **told)


def _agreement(found: Agreement, view: View) -> str:
    strong = N_(
        "You agree well on the order (Kendall’s W {w} of 1{chance}). Part of that comes from the facts, which are the "
        "same for all."
    )
    some = N_("You agree on the order in part (Kendall’s W {w} of 1{chance}).")
    little = N_("You hardly agree on the order (Kendall’s W {w} of 1{chance}). Talk before you vote.")
    chance = N_("; {n} people who rank at random get that far in {p} of 100 cases")
    rare = N_("; {n} people who rank at random get that far in less than 1 of 100 cases")
    say, many = view.say, found.p >= _WORTH_TELLING
    told = say(chance if many else rare, n=found.people, p=say.number(round(100 * found.p)))
    message = strong if found.w >= _STRONG else some if found.w >= _SOME else little
    return say(message, w=say.number(found.w, 2), chance=told)


def _disagreement(case: Case, view: View) -> Iterable[str]:
    from workshoplib.analysis.choice.weighing import widest_disagreement

    widest = widest_disagreement(case)
    if widest:
        number, low, high = widest
        yield view.say(
            "You differ most on how much “{criterion}” counts: from {low} to {high} of all weight.",
            criterion=_named(case.criteria[number], view),
            low=_share(low, view),
            high=_share(high, view),
        )


def _surprises(found: Weighing, view: View) -> Iterable[str]:
    from workshoplib.analysis.choice.weighing import surprises

    chosen = sum(channel.decision is Decision.CHOSEN for channel in found.case.channels)
    for channel, share in surprises(found):
        told = {"platform": channel_name(channel, view), "n": chosen, "share": _share(share, view)}
        if channel.decision is Decision.CHOSEN:
            yield view.say(
                "{platform} is chosen, and is among the first {n} in only {share}. What do you know that the scores "
                "do not?",
                **told,
            )
        else:
            yield view.say(
                "{platform} is not chosen, and is among the first {n} in {share}. Does the reason still hold?", **told
            )


def _approaches(found: Weighing, view: View) -> Iterable[Block]:
    from workshoplib.analysis.choice.weighing import approaches

    say, both = view.say, approaches(view.strategy, found)
    if both:
        yield Table(
            say("Few channels or all of them"),
            (
                Column(say("Approach")),
                Column(say("Channels")),
                Column(say("Hours a week"), numeric=True),
                Column(say("Personas met daily"), numeric=True),
            ),
            tuple(
                (label, names(approach.channels, view), say.number(approach.hours), _share(approach.meets, view))
                for label, approach in zip((say("Focused"), say("Multichannel")), both, strict=True)
            ),
        )


def _share(share: float, view: View) -> str:
    return view.say.percent(round(100 * share))
