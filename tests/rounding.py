"""Small words for the tests of rounds and votes."""

from typing import Any

from storing import goal, putting
from workshoplib.store import FACILITATOR, Ref, Saved, State, Store

ORDER_OF_STATES = (State.OPEN, State.REVEALED, State.VOTING, State.AGREED, State.CLOSED)


def move(store: Store, state: State, *, part: str = "goals", author: str = FACILITATOR, **told: Any) -> Saved:
    """Moves a round from where it is; back with a reason."""
    now = store.room().rounds.get(part)
    return store.move(
        author, part, state, base=now.revision if now else 0, reason=told.pop("reason", "Once more"), **told
    )


def come_to(store: Store, state: State, *, part: str = "goals", **told: Any) -> None:
    """Begins a round and leads it on to a state."""
    for step in ORDER_OF_STATES[: ORDER_OF_STATES.index(state) + 1]:
        move(store, step, part=part, **(told if step is State.OPEN else {}))


def propose(
    store: Store, person: str, id: str = "k1", text: str = "More visits", base: int = 0, author: str = ""
) -> Ref:
    """A goal that somebody proposes."""
    store.save(author or person, putting(goal(id), {"text": text}, base, person))
    return Ref(person, goal(id))


def people(store: Store, *names: str) -> list[str]:
    """The ids of new participants."""
    return [store.add_person(name).id for name in names]
