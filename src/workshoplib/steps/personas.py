"""Your audience: whom you reach, where and when they are, and how you know."""

from collections.abc import Iterable, Sequence

from workshoplib.analysis import audience
from workshoplib.errors import N_
from workshoplib.steps.answers import row_answers, title_of
from workshoplib.steps.blocks import Block, Bullets, Callout, Cards, Heading
from workshoplib.steps.persona_cards import card, hours, journeys, use
from workshoplib.steps.reach import daily_use
from workshoplib.steps.step import Step
from workshoplib.steps.still_open import still_open
from workshoplib.steps.view import View
from workshoplib.strategy.fields import question
from workshoplib.strategy.personas import Audience, Persona, Personas


def show(view: View) -> Iterable[Block]:
    """Who uses which platform daily in the organisation's country."""
    return daily_use(view)


def recap(view: View) -> Iterable[Block]:
    """The personas, where and when they are, what they need on the way, how you know, and what is still open."""
    part = view.strategy.personas
    personas = audience.living(part)
    if personas:
        yield Cards(tuple(card(persona, view) for persona in personas))
        sentences = tuple(_findings(personas, view))
        if sentences:
            yield Bullets(sentences)
        yield from use(personas, view)
        yield from hours(personas, view)
        yield from journeys(personas, view)
    else:
        text = view.say("There is no persona yet. Content that is for everybody is read by few.")
        yield Callout(text, "warning")
    for name in ("segments", "communities"):
        rows = getattr(part, name)
        if rows:
            yield from row_answers(question(Personas, name), rows, view)
    yield from _heard(view)
    yield from still_open(_open(personas, view), view)


def _findings(personas: Sequence[Persona], view: View) -> Iterable[str]:
    say = view.say
    assumed = sum(map(audience.is_assumption, personas))
    if assumed:
        yield say(
            "{assumed} of {all} personas are assumptions: nothing is written down about how you know.",
            assumed=assumed,
            all=len(personas),
        )
    kinds = [persona.audience for persona in personas]
    if Audience.WANTED in kinds and Audience.CURRENT in kinds:
        yield say(
            "Personas that follow you today: {current}. That you want to reach: {wanted}. The gap is the work.",
            current=kinds.count(Audience.CURRENT),
            wanted=kinds.count(Audience.WANTED),
        )
    for value, n in audience.unshown_values(personas, view.strategy.organisation.values)[:2]:
        yield say.plural(
            "{n} persona looks for “{value}”, which is not among the values you show.",
            "{n} personas look for “{value}”, which is not among the values you show.",
            n,
            value=say(value.label),
        )


def _heard(view: View) -> Iterable[Block]:
    say, topics = view.say, audience.topics(view.strategy.personas.mentions)
    if topics:
        yield Heading(say("Heard most often"))
        yield Bullets(
            tuple(say.plural("{topic}: {n} time", "{topic}: {n} times", n, topic=topic) for topic, n in topics)
        )


def _open(personas: Sequence[Persona], view: View) -> Iterable[str]:
    if not personas:
        yield view.say("Whom do you want to reach first? Describe one person.")
    asked = [found for persona in personas for found in enumerate(_gaps(persona, view))]
    yield from (sentence for _, sentence in sorted(asked, key=lambda found: found[0]) if sentence)


def _gaps(persona: Persona, view: View) -> Iterable[str]:
    """A sentence for each thing that may be missing, the gravest first; empty where it is there."""
    say, name = view.say, title_of(persona, view)
    stale = audience.is_stale(persona, view.strategy.personas, view.today)
    yield (
        say("{name} was last looked over on {day}. Is it still true?", name=name, day=persona.last_review)
        if stale
        else ""
    )
    wants = persona.motivations or persona.needs or persona.frustrations
    yield "" if wants else say("What does {name} need, want or sigh about?", name=name)
    known = audience.used_platforms([persona])
    yield "" if known else say("Which platforms does {name} use, and how often?", name=name)
    assumed = audience.is_assumption(persona)
    yield say("How do you know {name}? Two conversations would already be evidence.", name=name) if assumed else ""
    stages = [say(stage.label) for stage in audience.journey_gaps(persona)]
    yield say("Nothing is known of {name} at: {stages}.", name=name, stages=stages) if stages else ""
    yield "" if persona.last_review else say("When was {name} last looked over? No day is written down.", name=name)


STEP = Step("personas", "personas", "03-personas", 35, N_("Your audience"), show, recap)
