"""From one strategy to another: the changes that lie between them."""

from collections.abc import Callable, Iterator
from typing import Any

from workshoplib.store import shape
from workshoplib.store.entries import Address, Write
from workshoplib.store.fold import Fold
from workshoplib.strategy import PARTS, Strategy
from workshoplib.strategy.fields import Kind, Part

_Change = tuple[Address, Any]
"""What an address should hold; ``_GONE`` for nothing."""

_GONE = object()


def changes(fold: Fold, wanted: Strategy, new_op_id: Callable[[], str]) -> Iterator[Write]:
    """The writes that make the agreed strategy into the wanted one, against what stands there now."""
    now = fold.strategy()
    for name, _ in PARTS:
        for address, value in _in_part(fold, name, getattr(now, name), getattr(wanted, name)):
            base = fold.answer(address).revision
            if value is _GONE:
                yield Write(new_op_id(), address, "remove", None, base)
            else:
                yield Write(new_op_id(), address, "put", value, base)


def _in_part(fold: Fold, name: str, now: Part, wanted: Part) -> Iterator[_Change]:
    for asked in shape.asked_in(name):
        before, after = getattr(now, asked.name), getattr(wanted, asked.name)
        if asked.kind is Kind.ITEMS:
            yield from _in_list(fold, Address(name, asked.name), before, after)
        elif before != after:
            value = wanted.model_dump(mode="json", include={asked.name})[asked.name]
            is_empty = after == getattr(shape.empty(name), asked.name)
            yield Address(name, asked.name), _GONE if is_empty else value


def _in_list(fold: Fold, address: Address, before: Any, after: Any) -> Iterator[_Change]:
    there = {item.id: item for item in before}
    wanted = {item.id: item for item in after}
    for id in there:
        if id not in wanted:
            yield _item(address, id), _GONE
    for id, item in wanted.items():
        if there.get(id) != item:
            yield _item(address, id), item.model_dump(mode="json")
    by_itself = [id for id in there if id in wanted] + [id for id in wanted if id not in there]
    # what comes back takes the place that it had, what an order names takes that: then the order has to be said again
    has_a_place = fold.is_there(address) or any(
        fold.answer(_item(address, id)).revision for id in wanted.keys() - there
    )
    if list(wanted) != by_itself or (wanted.keys() - there and has_a_place):
        yield address, list(wanted)


def _item(address: Address, id: str) -> Address:
    return Address(address.part, address.field, id)
