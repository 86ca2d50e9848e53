"""What the sourced tables say about daily use of platforms in the organisation's country, as blocks."""

from collections.abc import Iterable

from workshoplib.analysis import reach
from workshoplib.charts.bars import bars
from workshoplib.facts import Reach
from workshoplib.steps.blocks import Block, Callout, Column, Paragraph, Picture, Sources, Table
from workshoplib.steps.view import View
from workshoplib.strategy.choices import Country, Platform


def daily_use(view: View) -> Iterable[Block]:
    """Daily use by platform, for all ages and by age, with its years and sources; a sentence where nothing is known."""
    say, country = view.say, view.strategy.organisation.country
    if country is None:
        yield Callout(say("Choose your country in the first step; then the figures for it appear here."))
        return
    together, by_age = reach.daily(view.facts, country), reach.by_age(view.facts, country)
    if not together and not by_age:
        yield Callout(say("No open figures on daily use were found for {country}.", country=say(country.label)))
        return
    anything = reach.everybody(view.facts, country)
    if anything:
        yield _anything(anything, country, view)
    if together:
        yield _picture(together, country, view)
    if by_age:
        yield _by_age(by_age, country, view)
    rows = [*([anything] if anything else []), *(row for _, row in (*together, *by_age))]
    yield _caveat(rows, view)
    yield Sources(tuple({(row.fact.source_title, row.fact.source_year): row.fact for row in rows}.values()))


def _anything(row: Reach, country: Country, view: View) -> Block:
    return Paragraph(
        view.say(
            "In {country}, {share} of people aged {ages} use social media daily ({year}, {publisher}).",
            country=view.say(country.label),
            share=_share(row, view),
            ages=_ages(row),
            year=row.data_year,
            publisher=row.fact.source_publisher,
        )
    )


def _picture(rows: tuple[tuple[Platform, Reach], ...], country: Country, view: View) -> Block:
    say = view.say
    amounts = [
        (
            say("{platform}, ages {ages} ({year})", platform=say(platform.label), ages=_ages(row), year=row.data_year),
            row.value or 0.0,
        )
        for platform, row in rows
    ]
    title = say("Share using each platform daily in {country}", country=say(country.label))
    return Picture(bars(amounts, say=say, title=title, write=say.percent, full=100), title)


def _by_age(rows: tuple[tuple[Platform, Reach], ...], country: Country, view: View) -> Block:
    say = view.say
    return Table(
        say("Daily use by age in {country}", country=say(country.label)),
        (Column(say("Platform")), Column(say("Age")), Column(say("Share"), numeric=True), Column(say("Year"))),
        tuple((say(platform.label), _ages(row), _share(row, view), str(row.data_year or "")) for platform, row in rows),
    )


def _caveat(rows: Iterable[Reach], view: View) -> Block:
    say, years = view.say, sorted({row.data_year for row in rows if row.data_year})
    if not years:
        return Callout(say("No year is known for these figures. Trust your own analytics first."), "warning")
    return Callout(
        say(
            "These figures are from {years} and count people differently from source to source. "
            "They show who could be there; your own analytics show who is.",
            years=str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}",
        ),
        "warning",
    )


def _ages(row: Reach) -> str:
    return row.age_band.replace("-", "–")


def _share(row: Reach, view: View) -> str:
    # "<" and "~" tell that the source gave a limit or about a figure; every language reads them
    return " ".join(filter(None, (row.approx, view.say.percent(row.value or 0.0))))
