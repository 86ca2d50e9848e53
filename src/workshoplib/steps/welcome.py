"""Where you start: what a strategy needs, who you are, and how ready you are."""

from collections.abc import Iterable

from workshoplib.analysis.completeness import four_questions
from workshoplib.analysis.readiness import lonely, ranked
from workshoplib.errors import N_
from workshoplib.steps import readiness
from workshoplib.steps.answers import row_answers, worded
from workshoplib.steps.blocks import Block, Bullets, Callout, Card, Column, Heading, Paragraph, Table
from workshoplib.steps.step import Step
from workshoplib.steps.still_open import still_open
from workshoplib.steps.view import View
from workshoplib.strategy import PARTS
from workshoplib.strategy.fields import question
from workshoplib.strategy.organisation import InitiativeStatus, Organisation

_POSITION = (
    "positioning",
    "how_we_differ",
    "how_we_engage",
    "how_we_build_trust",
    "presence_why",
    "presence_how",
    "presence_which",
    "values",
)


def show(view: View) -> Iterable[Block]:
    """The four questions that a strategy answers, with what is there already, and how ready the team is."""
    say = view.say
    yield Paragraph(say("A strategy answers four questions. This is what you have so far."))
    yield Table(
        say("Four questions"),
        (Column(say("Question")), Column(say("There already")), Column(say("Still empty"))),
        tuple(
            (say(asked.question), _labels(asked.by, view), _labels(asked.waits_for, view))
            for asked in four_questions(view.strategy)
        ),
    )
    pictures = (*readiness.pictures(view), *readiness.channels_now(view))
    if pictures:
        yield Heading(say("What you have to work with"))
        yield from pictures


def _labels(fields: Iterable[str], view: View) -> str:
    parts = dict(PARTS)
    named = (field.split(".") for field in fields)
    return view.say.list([view.say(question(parts[part], name).label) for part, name in named]) or "–"


def recap(view: View) -> Iterable[Block]:
    """Direction, readiness, position, initiatives and the map of places, and what is still open."""
    yield from _direction(view)
    yield from _readiness(view)
    yield from _position(view)
    yield from _initiatives(view)
    yield from _places(view)
    yield from _lists(("delegation", "learning"), view)
    yield from still_open(_open(view), view)


def _direction(view: View) -> Iterable[Block]:
    say, organisation = view.say, view.strategy.organisation
    pairs = _pairs(("vision", "mission"), view)
    message = say("“{text}”", text=organisation.core_message) if organisation.core_message else organisation.name
    if message or pairs:
        yield Card(message, pairs)
    if organisation.start and organisation.end:
        yield Paragraph(
            say("The strategy counts from {start} to {end}.", start=organisation.start, end=organisation.end)
        )
    yield from _lists(("business_goals",), view)


def _readiness(view: View) -> Iterable[Block]:
    blocks = (*readiness.findings(view), *readiness.channels_now(view))
    if blocks:
        yield Heading(view.say("Readiness"))
        yield from blocks


def _position(view: View) -> Iterable[Block]:
    organisation = view.strategy.organisation
    pairs = _pairs(_POSITION, view)
    if pairs:
        yield Card(view.say("Position"), pairs)
    yield from _lists(("proofs", "competitors"), view)
    best = ranked(organisation.messages)
    if best:
        yield from row_answers(question(Organisation, "messages"), best, view)
        yield Paragraph(view.say("Most effect for the effort comes first: {message}", message=best[0].text))


def _initiatives(view: View) -> Iterable[Block]:
    say, order = view.say, tuple(InitiativeStatus)
    decided = [initiative for initiative in view.strategy.organisation.initiatives if initiative.status]
    if not decided:
        return
    grouped = sorted(decided, key=lambda initiative: order.index(initiative.status) if initiative.status else 0)
    yield from row_answers(question(Organisation, "initiatives"), grouped, view)
    counts = {status: sum(initiative.status is status for initiative in decided) for status in order}
    lines = [
        say(
            "Started: {start}. Strengthened: {strengthen}. Dropped: {drop}.",
            start=counts[InitiativeStatus.START],
            strengthen=counts[InitiativeStatus.STRENGTHEN],
            drop=counts[InitiativeStatus.DROP],
        )
    ]
    if counts[InitiativeStatus.START] and not counts[InitiativeStatus.DROP]:
        lines.append(say("Something starts and nothing is dropped. Where will the hours come from?"))
    yield Bullets(tuple(lines))


def _places(view: View) -> Iterable[Block]:
    say, places = view.say, view.strategy.organisation.places
    yield from _lists(("places",), view)
    alone = lonely(places, (place for channel in view.strategy.platforms.channels for place in channel.leads_to_places))
    if alone:
        names = say.list([place.name or place.id for place in alone])
        yield Callout(
            say("Nothing leads to or from {places}. People will not find the way by themselves.", places=names)
        )


def _lists(names: Iterable[str], view: View) -> Iterable[Block]:
    for name in names:
        rows = getattr(view.strategy.organisation, name)
        if rows:
            yield from row_answers(question(Organisation, name), rows, view)


def _pairs(names: Iterable[str], view: View) -> tuple[tuple[str, str], ...]:
    organisation = view.strategy.organisation
    asked = [question(Organisation, name) for name in names]
    spoken = ((view.say(one.label), worded(one, getattr(organisation, one.name), view)) for one in asked)
    return tuple((label, answer) for label, answer in spoken if answer)


def _open(view: View) -> Iterable[str]:
    say, organisation = view.say, view.strategy.organisation
    if not organisation.business_goals:
        yield say("What does the organisation itself want? No business goal is written down.")
    if not organisation.vision:
        yield say("What will be different for people if you succeed? The vision is empty.")
    if not organisation.core_message:
        yield say("Which sentence should people remember? There is no core message.")
    if not organisation.people:
        yield say("Who does the work? Nobody is named yet.")
    elif nameless := sum(person.hours_a_week is None for person in organisation.people):
        yield say.plural("{n} person has no hours granted.", "{n} people have no hours granted.", nameless)
    if not organisation.channels_now:
        yield say("Where do you stand today? No channel has been looked up.")
    if organisation.competitors and not organisation.how_we_differ:
        yield say("Competitors are listed, but not what sets you apart from them.")
    if undecided := sum(initiative.status is None for initiative in organisation.initiatives):
        yield say.plural(
            "{n} initiative is neither started, strengthened nor dropped.",
            "{n} initiatives are neither started, strengthened nor dropped.",
            undecided,
        )


STEP = Step("welcome", "organisation", "01-welcome", 30, N_("Where you start"), show, recap)
