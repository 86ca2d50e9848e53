"""Assumptions as blocks: each range with where it comes from, so that nobody takes a benchmark for a fact of theirs."""

from collections.abc import Iterable

from workshoplib.analysis.attainment.assumptions import Assumption
from workshoplib.analysis.attainment.quantities import Origin
from workshoplib.analysis.digits import two_digits
from workshoplib.errors import N_
from workshoplib.steps.blocks import Block, Callout, Column, Sources, Table
from workshoplib.steps.costs import amount
from workshoplib.steps.view import View

ORIGINS = {
    Origin.OWN: N_("Your own figures"),
    Origin.GUESS: N_("Your guess"),
    Origin.BENCHMARK: N_("Benchmark, not yours"),
    Origin.USUAL: N_("A usual guess, neither yours nor published"),
}


_WITHIN = {
    Origin.OWN: N_("your own figures"),
    Origin.GUESS: N_("your guess"),
    Origin.BENCHMARK: N_("benchmark, not yours"),
    Origin.USUAL: N_("a usual guess, neither yours nor published"),
}


def origin(assumption: Assumption, view: View, *, within: bool = False) -> str:
    """Where a range comes from, with publisher and year where it is not the team's own.

    ``within`` a sentence it starts with a small letter, and what it leans on follows a comma.
    """
    quantity, say = assumption.quantity, view.say
    told = [str(part) for part in (quantity.source, quantity.year) if part]
    if within:
        return ", ".join((say(_WITHIN[quantity.origin]), *told))
    named = say(ORIGINS[quantity.origin])
    return f"{named} ({', '.join(told)})" if told else named


def label(assumption: Assumption, view: View) -> str:
    """What a range is about."""
    return view.say(assumption.label, about=assumption.about)


def table(assumptions: Iterable[Assumption], view: View) -> Iterable[Block]:
    """The ranges with their origins, and a warning where others' figures are among them."""
    say, shown = view.say, tuple(assumptions)
    yield Table(
        say("What this rests on: one chance in ten to be lower, one in ten to be higher"),
        (
            Column(say("Assumption")),
            Column(say("10 %"), numeric=True),
            Column(say("50 %"), numeric=True),
            Column(say("90 %"), numeric=True),
            Column(say("From")),
        ),
        tuple(
            (
                label(one, view),
                *(_written(end, one, view) for end in (one.quantity.low, one.quantity.middle, one.quantity.high)),
                origin(one, view),
            )
            for one in shown
        ),
    )
    facts = tuple(fact for one in shown for fact in one.facts)
    if any(one.quantity.origin in (Origin.BENCHMARK, Origin.USUAL) for one in shown):
        yield Callout(
            say(
                "Benchmarks and usual guesses are not your figures. Replace them with your own guess, or better with "
                "what your first weeks show."
            ),
            "warning",
        )
        yield Sources(facts)


def _written(value: float, assumption: Assumption, view: View) -> str:
    # What the group typed stays as it is; of anything else two digits are known.
    if assumption.quantity.origin is not Origin.GUESS:
        value = two_digits(value)
    if assumption.is_money:
        return amount(round(value) if value >= 10 else round(value, 1), view)
    return view.say.percent(100 * value) if assumption.is_percent else view.say.number(value, 2)
