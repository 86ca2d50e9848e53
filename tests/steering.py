"""A small strategy that is measured, answered for, reviewed and facilitated; and ways to look at it through a step."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from workshoplib import places
from workshoplib.facts import Facts
from workshoplib.steps.blocks import Block, Callout, Table
from workshoplib.steps.render import plain
from workshoplib.steps.view import View
from workshoplib.strategy import Strategy
from workshoplib.words import words

FACTS = Facts(places.data() / "facts")
TODAY = date(2027, 7, 15)

Verb = Callable[[View], Iterable[Block]]

ANE = {"id": "ane22222", "name": "Ane", "department": "marketing", "hours_a_week": 10}
OLA = {"id": "ola22222", "name": "Ola", "department": "customer_service", "hours_a_week": 6}

GOAL: dict[str, Any] = {"id": "goalshop", "text": "More orders", "start": "2027-01-01", "deadline": "2027-12-31"}
ORDERS: dict[str, Any] = {
    "id": "kpiorder",
    "name": "Orders",
    "goal": "goalshop",
    "baseline": 200,
    "target": 300,
    "unit": "orders a month",
    "source": "toolshop",
    "owner": "ane22222",
    "frequency": "monthly",
    "actuals": [{"period_end": "2027-06-30", "value": 230}, {"period_end": "2027-05-31", "value": 225}],
}
INSTAGRAM = {"id": "chaninst", "platform": "instagram", "decision": "chosen", "reason": "They are there"}
HANNE = {
    "id": "hanne222",
    "name": "Hanne",
    "platforms": [{"platform": "instagram", "frequency": "daily"}],
    "active": {"mon": [7, 8, 20, 21]},
}
PLAN = {
    "id": "planinst",
    "channel": "chaninst",
    "responder": "ola22222",
    "target_minutes": 120,
    "staffed": {"mon": [8, 9, 10]},
}

FULL: dict[str, Any] = {
    "organisation": {"people": [ANE, OLA], "start": "2027-01-01"},
    "goals": {"goals": [GOAL]},
    "personas": {"personas": [HANNE]},
    "platforms": {"channels": [INSTAGRAM]},
    "kpis": {
        "kpis": [ORDERS],
        "tools": [{"id": "toolshop", "name": "Web shop"}],
        "measuring_slots": [{"what": "Read", "minutes": 30}],
        "quotes": [{"id": "quote222", "said": "Finally a coffee my mother likes", "goal": "goalshop"}],
    },
    "response": {
        "channels": [PLAN],
        "tone": "Warm and brief",
        "tone_samples": [{"situation": "Late parcel", "do": "We are sorry", "do_not": "Not our fault"}],
        "levels": [
            {"level": "red", "condition": "Somebody is hurt", "owner": "ane22222", "deadline_minutes": 30},
            {"level": "green", "condition": "Everyday talk", "owner": "ola22222"},
        ],
        "assignments": [
            {"task": "Answer", "person": "ola22222", "duty": "responsible"},
            {"task": "Answer", "person": "ane22222", "duty": "accountable"},
            {"task": "Read the figures", "person": "ane22222", "duty": "responsible"},
        ],
        "policy": ["who", "access"],
        "log": [
            {"id": "log22222", "channel": "chaninst", "minutes_to_first_answer": 60},
            {"id": "log33333", "channel": "chaninst", "minutes_to_first_answer": 240},
            {"id": "log44444", "channel": "chaninst"},
        ],
    },
    "review": {
        "next_review": "2027-10-01",
        "reviews": [
            {"id": "review22", "name": "Spring", "held": "2027-04-01", "learned": "Faces work", "change": "More faces"},
            {"id": "review33", "name": "Winter", "held": "2027-01-15", "learned": "Too early"},
        ],
        "decisions": [
            {"id": "decide22", "decision": "Test faces", "owner": "ane22222", "due": "2027-06-01"},
            {"id": "decide33", "decision": "Ask customers", "due": "2027-09-01"},
        ],
        "experiments": [
            {"id": "expert22", "name": "Silence", "value": 2, "effort": 4},
            {"id": "expert33", "name": "Quiz", "value": 4, "effort": 1},
            {"id": "expert44", "name": "Live", "status": "running"},
        ],
        "trends": [
            {"id": "trend222", "name": "Search", "stance": "act", "expires": "2027-06-30"},
            {"id": "trend333", "name": "Glasses", "stance": "ignore"},
        ],
        "triggers": [{"id": "trigger2", "what": "Links are shown less", "effect": "Fewer clicks"}],
    },
    "facilitation": {
        "meetings": [{"day": "2027-01-15", "starts": "09:00", "hours": 2}],
        "attendees": [{"alias": "Kari", "department": "marketing"}, {"alias": "Per", "department": "sales"}],
        "agenda": [
            {"step": "welcome", "minutes": 30},
            {"step": "goals", "minutes": 60},
            {"step": "personas", "minutes": 45},
        ],
        "fault_votes": [{"fault": "everywhere", "votes": 5}, {"fault": "selling", "votes": 2}],
        "first_actions": [{"action": "Change the profile", "owner": "ola22222"}],
        "read_back": [{"alias": "Nora", "retold": "Coffee for hikers"}],
        "learning": "Less is more",
    },
}


def view(language: str = "en", **parts: Any) -> View:
    """A look at a strategy with only these parts."""
    return View(Strategy.model_validate(parts), words(language), FACTS, TODAY)


def said(verb: Verb, **parts: Any) -> str:
    """What a step says, as plain text."""
    return plain(verb(view(**parts)))


def blocks(verb: Verb, kind: type, **parts: Any) -> list[Any]:
    """The blocks of one kind."""
    return [block for block in verb(view(**parts)) if isinstance(block, kind)]


def open_points(verb: Verb, **parts: Any) -> list[str]:
    """The lines of the callout that says what is still open; none where there is no such callout."""
    found = [block for block in blocks(verb, Callout, **parts) if block.text.startswith("Still open:")]
    return [line.removeprefix("– ") for block in found for line in block.text.splitlines()[1:]]


def table(verb: Verb, caption: str, **parts: Any) -> list[tuple[str, ...]]:
    """The rows of the table with that caption."""
    (found,) = [block for block in blocks(verb, Table, **parts) if block.caption == caption]
    return list(found.rows)
