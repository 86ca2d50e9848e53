"""What the desk tells one person of what the group agreed on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storing import START, Ticking, op_id, put
from workshoplib.live import telling
from workshoplib.store import FACILITATOR, Address, State, Store, Write

GOAL = Address("goals", "goals", "goal0001")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "kyst.workshop", clock=Ticking()) as made:
        put(made, Address("goals", "goals", "older001"), {"text": "From last year"})
        made.go(FACILITATOR, "goals", base=0)
        yield made


def agreed(store: Store, person: str) -> list[str]:
    found = telling.seen(store, person, "en", START).agreed.get("goals", [])
    return [goal["text"] for goal in found]  # type: ignore[union-attr, index, call-overload]


def test_what_stood_there_before_the_round_is_not_told_as_agreed_in_it(store: Store) -> None:
    person = store.add_person("Ada").id
    store.move(FACILITATOR, "goals", State.OPEN, base=0)
    before = agreed(store, person)
    store.save(person, Write(op_id(), GOAL, "put", {"text": "Ten leads"}, 0, person))
    store.move(FACILITATOR, "goals", State.REVEALED, base=store.room().rounds["goals"].revision)
    store.agree(FACILITATOR, person, GOAL)
    assert (before, agreed(store, person)) == ([], ["Ten leads"])


def test_what_was_agreed_stays_told_when_the_round_goes_back(store: Store) -> None:
    person = store.add_person("Ada").id
    store.move(FACILITATOR, "goals", State.OPEN, base=0)
    put(store, GOAL, {"text": "Ten leads"})
    store.move(FACILITATOR, "goals", State.REVEALED, base=store.room().rounds["goals"].revision)
    store.move(FACILITATOR, "goals", State.OPEN, base=store.room().rounds["goals"].revision, reason="More time")
    assert agreed(store, person) == ["Ten leads"]


def test_what_was_taken_out_again_is_no_longer_told(store: Store) -> None:
    person = store.add_person("Ada").id
    store.move(FACILITATOR, "goals", State.OPEN, base=0)
    saved = put(store, GOAL, {"text": "Ten leads"})
    store.save(FACILITATOR, Write(op_id(), GOAL, "remove", None, saved.revision))
    assert agreed(store, person) == []


def test_a_plain_answer_is_told_once_the_group_has_given_it_in_the_round(store: Store) -> None:
    person = store.add_person("Ada").id
    put(store, Address("organisation", "vision"), "Best of the coast")
    store.go(FACILITATOR, "welcome", base=store.room().revision)
    store.move(FACILITATOR, "organisation", State.OPEN, base=0)
    put(store, Address("organisation", "mission"), "Good coffee for all")
    assert telling.seen(store, person, "en", START).agreed == {"mission": "Good coffee for all"}
