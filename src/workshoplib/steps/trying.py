"""Trying as blocks: what tests of two variants need, and what their figures say.

The computations need numpy, so they are imported where they are used (see ``choosing``).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from workshoplib.analysis.digits import two_digits
from workshoplib.charts.interval import intervals
from workshoplib.errors import N_, WorkshopError
from workshoplib.steps.answers import title_of
from workshoplib.steps.blocks import Block, Bullets, Callout, Column, Heading, Picture, Table
from workshoplib.steps.view import View
from workshoplib.strategy.review import Counted, Experiment

if TYPE_CHECKING:
    from workshoplib.analysis.experiment.plans import Need, Read

_SURE, _NEARLY_SURE = 0.99, 0.999


def tests(view: View) -> Iterable[Block]:
    """What each planned test of two variants needs, and what each that has figures says; nothing without any."""
    needs = [(test, need) for test in _open(view) if (need := _need(test))]
    reads = [read for test in view.strategy.review.experiments if (read := _read(test, view))]
    faults = tuple(_faults(view))
    if needs or reads or faults:
        yield Heading(view.say("Tests of two variants"))
    if needs:
        yield _needs(needs, view)
        yield Bullets(tuple(_verdict(test, need, view) for test, need in needs))
    if reads:
        yield _picture(reads, view)
        yield Bullets(tuple(line for found in reads for line in _said(found, view)))
    early = [title_of(found.test, view) for found in reads if found.is_early]
    if early:
        yield Callout(
            view.say(
                "Not over yet: {names}. Whoever decides on an early lead is often wrong; wait for the stop date.",
                names=view.say.list(early),
            ),
            "warning",
        )
    for fault in faults:
        yield Callout(fault, "warning")


def _open(view: View) -> list[Experiment]:
    return [test for test in view.strategy.review.experiments if not test.verdict]


def _need(test: Experiment) -> Need | None:
    from workshoplib.analysis.experiment.plans import need
    from workshoplib.analysis.experiment.sizes import CannotPlan

    try:
        return need(test)
    except CannotPlan:
        return None


def _read(test: Experiment, view: View) -> Read | None:
    from workshoplib.analysis.experiment.plans import read
    from workshoplib.analysis.experiment.reading import CannotRead

    try:
        return read(test, view.today)
    except CannotRead:
        return None


def _faults(view: View) -> Iterable[str]:
    """What keeps a test from being planned or read, in sentences that name it."""
    from workshoplib.analysis.experiment.plans import need, read

    for test in view.strategy.review.experiments:
        try:
            need(test)
            read(test, view.today)
        except WorkshopError as error:
            yield f"{title_of(test, view)}: {view.say.error(error)}"


def _needs(found: Iterable[tuple[Experiment, Need]], view: View) -> Table:
    say, currency = view.say, view.strategy.organisation.currency
    headings = (
        say("Test"),
        say("Usual figure"),
        say("Smallest gain worth having"),
        say("Each variant needs"),
        say("Days"),
        say("Money"),
    )
    return Table(
        say("What the tests need"),
        tuple(Column(heading, numeric=number > 0) for number, heading in enumerate(headings)),
        tuple(
            (
                title_of(test, view),
                _figure(test.usual, test, view),
                _gain(test.smallest, test, view),
                say.number(need.each),
                "" if need.days is None else say.number(need.days),
                "" if need.money is None else say.money(round(need.money), currency),
            )
            for test, need in found
        ),
    )


def _verdict(test: Experiment, need: Need, view: View) -> str:
    say, told = view.say, {"test": title_of(test, view)}
    if need.days is None:
        return say("{test}: say how many will see it each day; then you see how long it takes.", **told)
    numbers = {"days": say.number(need.days), "gain": _gain(need.visible and two_digits(need.visible), test, view)}
    if not need.is_too_small:
        return say("{test}: large enough. After {days} days a gain that is worth having will show.", **told, **numbers)
    if need.visible is None:
        return say("{test}: too small to test. Choose the variant that you like, and spend the time elsewhere.", **told)
    if need.available is None:
        return say(
            "{test}: too small to test. It would take {days} days, and in so long a time much else changes.",
            **told,
            **numbers,
        )
    return say(
        "{test}: too small to test. It would take {days} days, and there are {available}; in these only a gain of "
        "{gain} shows, or more. Test something that makes a larger difference, or choose what you like.",
        available=say.number(need.available),
        **told,
        **numbers,
    )


def _picture(reads: Iterable[Read], view: View) -> Picture:
    say = view.say
    rows = [
        (title_of(one.test, view), 100 * one.difference.low, 100 * one.difference.difference, 100 * one.difference.high)
        for one in reads
    ]
    title = say("How much better B did than A, in percentage points")
    clear = sum(low > 0 or high < 0 for _, low, _, high in rows)
    if clear:
        told = say.plural(
            "{n} of {all} shows a clear difference: its line does not touch nought.",
            "{n} of {all} show a clear difference: their lines do not touch nought.",
            clear,
            all=say.number(len(rows)),
        )
    else:
        told = say("No clear difference: where a line touches nought, either may be the better one.")
    sides = (say("A was better"), say("B was better"))
    return Picture(intervals(rows, say=say, title=title, sides=sides, write=lambda v: say.number(v, 1)), told)


def _said(found: Read, view: View) -> Iterable[str]:
    say, reading, gap = view.say, found.reading, found.difference
    a_leads = N_(
        "{test}: A {hits_a} of {seen_a} ({a}), B {hits_b} of {seen_b} ({b}). A is the better one with {chance} "
        "probability. {verdict}"
    )
    b_leads = N_(
        "{test}: A {hits_a} of {seen_a} ({a}), B {hits_b} of {seen_b} ({b}). B is the better one with {chance} "
        "probability. {verdict}"
    )
    yield say(
        a_leads if found.chance < 0.5 else b_leads,
        test=title_of(found.test, view),
        hits_a=say.number(reading.hits_a or 0),
        seen_a=say.number(reading.seen_a or 0),
        hits_b=say.number(reading.hits_b or 0),
        seen_b=say.number(reading.seen_b or 0),
        a=say.percent(100 * gap.a, 1),
        b=say.percent(100 * gap.b, 1),
        chance=_chance(max(found.chance, 1 - found.chance), view),
        verdict=say(
            N_("Too little to tell.") if not gap.is_clear else N_("B is better.") if gap.low > 0 else N_("A is better.")
        ),
    )
    if found.looks > 1:
        yield say(
            "{test}: looked at {n} times. So often, in {alarms} of all tests without any difference one would seem to "
            "show; its interval is therefore wider.",
            test=title_of(found.test, view),
            n=found.looks,
            alarms=say.percent(round(100 * found.false_alarms)),
        )
    if found.short_of and not gap.is_clear:
        yield say(
            "{test}: its smaller variant is {n} short of what was planned.",
            test=title_of(found.test, view),
            n=say.number(found.short_of),
        )


def _chance(chance: float, view: View) -> str:
    """The chance of the one that leads, half or more: whole percent, and a decimal where it is nearly sure."""
    if chance > _NEARLY_SURE:
        return view.say("over {share}", share=view.say.percent(100 * _NEARLY_SURE, 1))
    return view.say.percent(100 * chance, 1 if chance >= _SURE else 0)


def _figure(value: float | None, test: Experiment, view: View) -> str:
    if value is None:
        return ""
    return view.say.percent(value, 1) if test.counted is Counted.SHARE else view.say.number(value)


def _gain(value: float | None, test: Experiment, view: View) -> str:
    if value is None:
        return ""
    number = round(value, 2)
    if test.counted is not Counted.SHARE:
        return view.say.number(number)
    # One point is one; half a point and one and a half are told as several.
    return view.say.plural(
        "{n} percentage point", "{n} percentage points", 1 if number == 1 else 2, n=view.say.number(number)
    )
