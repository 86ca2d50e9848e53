"""Facilitation: who was in the room, what was done when, and what the group takes home."""

from datetime import date, time
from typing import ClassVar

from workshoplib.strategy import fields as ask
from workshoplib.strategy.choices import Department
from workshoplib.strategy.fields import Choice, Part, Reference, Row, Text


class AgendaStep(Choice):
    WELCOME = "welcome", "Welcome"
    GOALS = "goals", "Goals"
    PERSONAS = "personas", "Audience"
    PLATFORMS = "platforms", "Channels"
    CALENDAR = "calendar", "Content and calendar"
    BUDGET = "budget", "Budget"
    KPIS = "kpis", "KPIs"
    RESPONSE = "response", "Roles and responses"
    REVIEW = "review", "Review"
    BREAK = "break", "Break"
    OTHER = "other", "Something else"


class Fault(Choice):
    """Six ways in which strategies usually fail."""

    NO_GOALS = "no_goals", "No clear goals"
    EVERYWHERE = "everywhere", "Everywhere at once"
    SELLING = "selling", "Too much selling"
    NO_TESTING = "no_testing", "No testing"
    COPYING = "copying", "Copying the competitors"
    POOR_DIALOGUE = "poor_dialogue", "Poor dialogue"


class Meeting(Row):
    day: date | None = ask.day("Date", "One line for a full day; several for short sessions.")
    starts: time | None = ask.clock("Starts", "When the first block begins, not when the coffee is ready.")
    hours: float | None = ask.number("Hours", "From welcome to goodbye, breaks included.", unit="hours", high=12)
    place: Text = ask.text("Place", "The room, or the address of the video call.")


class Attendee(Row):
    alias: Text = ask.text("Called", "A first name or a nickname is enough.", limit=60)
    department: Department | None = ask.choice(
        "Department", "Sales and customer service in the room are worth a detour."
    )
    role: Text = ask.text("Role today", "Decides, knows the customers, keeps the time, draws.", limit=120)


class AgendaBlock(Row):
    step: AgendaStep | None = ask.choice("Step", "What the block is for.")
    minutes: int | None = ask.whole("Minutes", "As long as it truly took last time.", unit="minutes", high=12 * 60)
    method: Text = ask.text("Method", "Alone and silent, in pairs, dot vote, round the table.")
    note: Text = ask.text("Note", "What to bring, and the question you open with.", limit=500)


class FirstAction(Row):
    action: Text = ask.text("Action", "Something you can see done: the page is renamed, Per has been asked.", limit=300)
    owner: Reference = ask.reference("Owner", "Only a person who is in the room.", "organisation.people")
    due: date | None = ask.day("By", "Within 30 days.")
    accepted: bool = ask.flag("Accepted", "The owner said yes aloud.")
    done: bool = ask.flag("Done", "It has been done.")


class FaultVotes(Row):
    fault: Fault | None = ask.choice("Fault", "Which of the six fits you? Count the hands.")
    votes: int | None = ask.whole("Votes", "How many chose it.", high=10_000)


class ReadBack(Row):
    alias: Text = ask.text("Who", "Somebody who has not written the text.", limit=60)
    retold: Text = ask.long_text(
        "In their words", "Write down what they say, not what they should have said.", limit=1000
    )
    change: Text = ask.text("What we change", "The sentence that they stumbled over.", limit=300)


class Facilitation(Part):
    essential: ClassVar = ("meetings", "attendees", "agenda", "fault_votes", "first_actions", "learning")

    meetings: tuple[Meeting, ...] = ask.table(
        "When and where", "A full day, a half day or a few short sessions.", "Meeting", most=20
    )
    attendees: tuple[Attendee, ...] = ask.table(
        "In the room", "Who helps to decide will help to carry it out. Is anybody missing?", "Person", most=300
    )
    agenda: tuple[AgendaBlock, ...] = ask.table(
        "Agenda", "Blocks in their order; leave air, good talk always runs over.", "Block", most=60
    )
    fault_votes: tuple[FaultVotes, ...] = ask.table(
        "Which fault fits us?",
        "A quick, cheerful vote before the work starts; come back to it at the end.",
        "Fault",
        most=6,
    )
    first_actions: tuple[FirstAction, ...] = ask.table(
        "First 30 days", "Small and certain; only what its owner has accepted.", "Action", most=60
    )
    read_back: tuple[ReadBack, ...] = ask.table(
        "Read-back",
        "Two people retell the strategy without looking. What they leave out is not clear yet.",
        "Retelling",
        most=20,
    )
    learning: Text = ask.long_text(
        "What we learned", "About the work and about working together; what would you do differently next time?"
    )
