"""Chances as blocks: will this plan reach these goals, what decides it, and what would have to change?"""

from collections.abc import Callable, Iterable

from workshoplib.analysis.attainment.quantities import Origin
from workshoplib.analysis.digits import two_digits
from workshoplib.analysis.goal_chances import Chance, Unknown, chances
from workshoplib.analysis.plan_flow import Middle, usual_month
from workshoplib.charts.fan import fan
from workshoplib.errors import N_
from workshoplib.steps import assumed
from workshoplib.steps.answers import title_of
from workshoplib.steps.blocks import Block, Bullets, Callout, Column, Heading, Picture, Sources, Table
from workshoplib.steps.channels import channel_name
from workshoplib.steps.costs import rounded
from workshoplib.steps.odds import odds
from workshoplib.steps.view import View

_LIKELY, _UNLIKELY = 0.8, 0.2
_MATTERS = 0.05
_MOST_PICTURES = 4


def will_it(view: View) -> Iterable[Block]:
    """The chance of each goal by its deadline, with what it rests on."""
    say = view.say
    found = chances(view.strategy, view.facts, view.today)
    if not found:
        return
    yield Heading(say("Will this plan reach these goals?"))
    known = [one for one in found if isinstance(one, Chance)]
    if known:
        yield _table(known, view)
        yield _verdict(known, view)
    unknown = [one for one in found if isinstance(one, Unknown)]
    if unknown:
        yield Bullets(tuple(_unknown(one, view) for one in unknown))
    for one in known[:_MOST_PICTURES]:
        yield from _goal(one, view)
    yield from _sources(known)
    yield from _month(view)


def _month(view: View) -> Iterable[Block]:
    """What posts, followers and money should bring in a usual month, and which figures say so."""
    say, month = view.say, usual_month(view.strategy, view.facts)
    if month is None:
        return
    rows = [
        (
            channel_name(one.channel, view),
            say.number(one.posts, 0) if one.posts >= 1 else say.number(one.posts, 1),
            say.number(one.followers),
            rounded(one.spend, view) if one.spend else "",
            _span(one.reach, view),
            _span(one.clicks, view),
        )
        for one in month.channels
    ]
    if len(rows) > 1:
        rows.append((say("In all"), "", "", "", _span(month.reach.together, view), _span(month.clicks.together, view)))
    yield Table(
        say("What the plan should bring in a usual month, in eight of ten cases"),
        (
            Column(say("Channel")),
            Column(say("Posts"), numeric=True),
            Column(say("Followers"), numeric=True),
            Column(say("For ads"), numeric=True),
            Column(say("Times seen")),
            Column(say("Clicks")),
        ),
        tuple(rows),
    )
    yield from assumed.table(month.assumptions, view)


def _span(some: Middle, view: View) -> str:
    """From 10 to 90 %."""
    low, high = (view.say.number(two_digits(end) if end >= 1 else 0) for end in (some.low, some.high))
    return f"{low} – {high}"


def _table(known: Iterable[Chance], view: View) -> Table:
    say = view.say
    return Table(
        say("The chance of each goal by its deadline"),
        (
            Column(say("Goal")),
            Column(say("Target")),
            Column(say("Deadline")),
            Column(say("Chance"), numeric=True),
            Column(say("If it went on as before"), numeric=True),
            Column(say("Probably, in eight of ten cases")),
        ),
        tuple(
            (
                title_of(one.goal, view),
                _with_unit(one.attainment.target, one, view),
                say.short_date(one.goal.deadline) if one.goal.deadline else "",
                odds(one.attainment.probability, view),
                odds(one.before.probability, view) if one.before else "",
                _between(one, view),
            )
            for one in known
        ),
    )


def _between(one: Chance, view: View) -> str:
    low, high = (two_digits(end) for end in (one.attainment.percentiles[0], one.attainment.percentiles[-1]))
    return f"{view.say.number(low)} – {_with_unit(high, one, view)}"


def _verdict(known: Iterable[Chance], view: View) -> Block:
    say = view.say
    rows = list(known)
    sure = [one for one in rows if one.attainment.probability >= _LIKELY]
    far = [one for one in rows if one.attainment.probability < _UNLIKELY]
    error = max(100 * one.attainment.error for one in rows)
    draws = say.number(rows[0].attainment.draws)
    told = say(
        "The chances are counted in {draws} futures drawn from the ranges below; another draw would differ by about "
        "{error} percentage points.",
        draws=draws,
        error=say.number(max(error, 0.1), 1),
    )
    if far:
        names = say.list([say("“{name}”", name=title_of(one.goal, view)) for one in far])
        return Callout(say("With this plan you will hardly reach {names}. {told}", names=names, told=told), "warning")
    if len(sure) == len(rows):
        return Callout(say("With this plan you can expect to reach your goals. {told}", told=told), "good")
    return Callout(told)


def _unknown(one: Unknown, view: View) -> str:
    say = view.say
    reason = say(one.reason, needed=one.needed)
    return say("“{goal}” cannot be reckoned yet. {reason}", goal=title_of(one.goal, view), reason=reason)


def _goal(one: Chance, view: View) -> Iterable[Block]:
    say, name = view.say, title_of(one.goal, view)
    so_far = sorted(
        (actual.period_end, actual.value)
        for actual in (one.kpi.actuals if one.kpi else ())
        if actual.period_end and actual.value is not None and actual.period_end < one.course[0][0]
    )
    yield Picture(
        fan(so_far, one.course, one.attainment.target, say=say, title=name, write=_number(view)),
        say(
            "{goal}: the line is what was, the band holds the figure in eight of ten cases ({unit}).",
            goal=name,
            unit=one.goal.unit or one.goal.metric,
        ),
    )
    yield Bullets((*_what_matters(one, view), *_changes(one, view)))


def _what_matters(one: Chance, view: View) -> Iterable[str]:
    say = view.say
    ranked = [weighed for weighed in one.weighed if abs(weighed.share) >= _MATTERS][:3]
    for weighed in ranked:
        yield say(
            "{share} of the uncertainty: {what} ({origin}).",
            share=say.percent(100 * abs(weighed.share), 0),
            what=assumed.label(weighed.assumption, view),
            origin=assumed.origin(weighed.assumption, view, within=True),
        )


def _changes(one: Chance, view: View) -> Iterable[str]:
    say, change = view.say, one.change
    if one.attainment.probability >= _LIKELY:
        return
    ways = []
    if change.growth is not None and change.growth_now is not None:
        ways.append(_growth(change.growth, change.growth_now, view))
    if change.ads is not None and change.ads > 1:
        ways.append(say("{factor} times the money for ads", factor=say.number(two_digits(change.ads))))
    if change.deadline is not None:
        ways.append(say("a deadline of {day}", day=change.deadline))
    if change.target is not None:
        ways.append(say("a target of {target}", target=_with_unit(two_digits(change.target), one, view)))
    if ways:
        yield say("This would bring the chance to four in five: {ways}.", ways=say.list(ways, either=True))
    if not one.ads and any(weighed.assumption.is_money for weighed in one.weighed):
        yield say("No ads run in the stretch that counts for this figure: they are all over by then.")


def _growth(needed: float, now: float, view: View) -> str:
    """The growth that it takes instead of the one assumed; either may be a fall."""
    say = view.say
    grows = N_("a growth of {needed} a month instead of {now}")
    turns_up = N_("a growth of {needed} a month instead of a fall of {now}")
    falls = N_("a fall of {needed} a month instead of {now}")
    turns_down = N_("a fall of {needed} a month instead of a growth of {now}")
    message = (turns_up if now < 0 else grows) if needed >= 0 else (falls if now < 0 else turns_down)
    sizes = (say.percent(two_digits(abs(100 * share))) for share in (needed, now))
    return say(message, **dict(zip(("needed", "now"), sizes, strict=True)))


def _sources(known: Iterable[Chance]) -> Iterable[Block]:
    facts = tuple(
        fact
        for one in known
        for weighed in one.weighed
        if weighed.assumption.quantity.origin is not Origin.OWN and abs(weighed.share) >= _MATTERS
        for fact in weighed.assumption.facts
    )
    if facts:
        yield Sources(facts)


def _with_unit(value: float, one: Chance, view: View) -> str:
    return f"{_number(view)(value)} {one.goal.unit}".strip()


def _number(view: View) -> Callable[[float], str]:
    """Computed figures: whole from a hundred on, with one decimal below."""
    return lambda value: view.say.number(round(value, 0 if abs(value) >= 100 else 1))
