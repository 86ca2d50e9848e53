"""Personas as blocks: a card for each, where they are, when they are there, and what they ask on the way."""

from collections.abc import Iterable, Sequence

from workshoplib.analysis import audience
from workshoplib.charts.heat import heat
from workshoplib.steps.answers import title_of, worded
from workshoplib.steps.blocks import Block, Bullets, Card, Column, Heading, Picture, Table
from workshoplib.steps.view import View
from workshoplib.strategy.choices import Stage
from workshoplib.strategy.fields import question
from workshoplib.strategy.personas import Persona

_ON_CARD = (
    "summary",
    "age",
    "place",
    "education",
    "interests",
    "values",
    "attitudes",
    "lifestyle",
    "motivations",
    "needs",
    "frustrations",
    "stops_for",
    "looks_for",
    "why_us",
)


def card(persona: Persona, view: View) -> Card:
    """The persona as its makers describe it; the badge says whether anything backs it."""
    say = view.say
    asked = [question(Persona, name) for name in _ON_CARD]
    spoken = [(say(one.label), worded(one, getattr(persona, one.name), view)) for one in asked]
    kind = say(persona.audience.label) if persona.audience else ""
    pairs = ((say("Today or wanted"), kind), *spoken, (say("Evidence"), _evidence(persona, view)))
    return Card(
        title_of(persona, view), tuple((label, answer) for label, answer in pairs if answer), _badge(persona, view)
    )


def _badge(persona: Persona, view: View) -> str:
    return view.say("Assumption") if audience.is_assumption(persona) else view.say("With evidence")


def _evidence(persona: Persona, view: View) -> str:
    say = view.say
    lines = (
        " · ".join(
            filter(
                None,
                (
                    say(row.method.label) if row.method else "",
                    say.short_date(row.day) if row.day else "",
                    say.plural("{n} person", "{n} people", row.n) if row.n is not None else "",
                    row.finding,
                ),
            )
        )
        for row in persona.evidence
    )
    return "\n".join(filter(None, lines))


def use(personas: Sequence[Persona], view: View) -> Iterable[Block]:
    """How often each persona uses each platform, as a grid; nothing until somebody has said."""
    say, platforms = view.say, audience.used_platforms(personas)
    if not platforms:
        return
    known = [persona for persona in personas if audience.used_platforms([persona])]
    yield Heading(say("Where they are"))
    yield Picture(
        heat(
            [title_of(persona, view) for persona in known],
            [say(platform.label) for platform in platforms],
            [[audience.how_often(persona, platform) for platform in platforms] for persona in known],
            say=say,
            title=say("How often each persona uses each platform, from 0 to 3"),
        ),
        say("Use of platforms: 3 is daily, 2 weekly, 1 rarely, 0 never; blank where nobody has said."),
    )
    shared = {platform: len(audience.daily_users(known, platform)) for platform in platforms}
    most = max(shared.values())
    if most > 1:
        yield Bullets(
            (
                say(
                    "Used daily by most of your personas: {platforms}, {n} of {all}.",
                    platforms=[say(platform.label) for platform, users in shared.items() if users == most],
                    n=most,
                    all=len(known),
                ),
            )
        )


def hours(personas: Sequence[Persona], view: View) -> Iterable[Block]:
    """How many personas are active in each part of the week, as a grid; nothing until an hour is marked."""
    say, counts = view.say, audience.present(personas)
    top = audience.busiest(counts)
    if top is None:
        return
    (day, part), most = top
    start, end = audience.parts_of_day()[part]
    yield Heading(say("When they are there"))
    yield Picture(
        heat(
            [say.weekday(number) for number in range(7)],
            [f"{first}–{last}" for first, last in audience.parts_of_day()],
            counts,
            say=say,
            title=say("Number of personas active by day and hours"),
        ),
        say(
            "At the most, {n} of {all} personas are there at once; first on {day} between {start} and {end}.",
            day=say.weekday(day),
            start=start,
            end=end,
            n=most,
            all=len(personas),
        ),
    )


def journeys(personas: Sequence[Persona], view: View) -> Iterable[Block]:
    """What each persona asks or needs at each stage of the customer journey; a question mark where nobody knows."""
    say = view.say
    known = [persona for persona in personas if audience.told_stages(persona)]
    if known:
        yield Heading(say("What they ask on the way"))
        yield Table(
            say("The customer journey; a question mark where nothing is known"),
            (Column(say("Persona")), *(Column(say(stage.label)) for stage in Stage)),
            tuple((title_of(persona, view), *(_asked(persona, stage) for stage in Stage)) for persona in known),
        )


def _asked(persona: Persona, stage: Stage) -> str:
    told = (step.question or step.need for step in persona.journey if step.stage is stage)
    return "\n".join(filter(None, told)) or "?"
