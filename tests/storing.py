"""Small words for the tests of the store."""

from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from workshoplib.store import FACILITATOR, Address, Saved, Store, Write

START = datetime(2027, 1, 6, 9, 0, tzinfo=UTC)
VISION = Address("organisation", "vision")
ORDER = Address("goals", "goals")

_numbers = count(1)


class Ticking:
    """A clock that is a second later each time it is asked."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def created(folder: Path, name: str = "kyst") -> Store:
    return Store.create(folder / f"{name}.workshop", clock=Ticking())


def opened(folder: Path, name: str = "kyst", patience: float = 30.0) -> Store:
    return Store.open(folder / f"{name}.workshop", clock=Ticking(), patience=patience)


def goal(id: str) -> Address:
    return Address("goals", "goals", id)


def op_id() -> str:
    return f"op-{next(_numbers)}"


def putting(address: Address, value: Any, base: int = 0, owner: str = "") -> Write:
    return Write(op_id(), address, "put", value, base, owner)


def removing(address: Address, base: int, owner: str = "") -> Write:
    return Write(op_id(), address, "remove", None, base, owner)


def put(store: Store, address: Address, value: Any, base: int = 0, author: str = FACILITATOR, owner: str = "") -> Saved:
    return store.save(author, putting(address, value, base, owner))


def remove(store: Store, address: Address, base: int, author: str = FACILITATOR, owner: str = "") -> Saved:
    return store.save(author, removing(address, base, owner))


def goals(store: Store, owner: str = "") -> list[tuple[str, str]]:
    """Ids and texts of the goals, in order."""
    return [(found.id, found.text) for found in store.strategy(owner).goals.goals]
