"""References: which item points to which, and which points to nothing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from workshoplib.errors import N_
from workshoplib.strategy import PARTS, Strategy
from workshoplib.strategy.fields import Kind, Question, Row, questions
from workshoplib.strategy.problems import Path, Problem, dotted, guess, listed


@dataclass(frozen=True)
class Pointer:
    """A place in a strategy that names an item: the field at ``path`` says ``id`` and means one of ``refers_to``."""

    path: Path
    refers_to: str
    id: str


def pointers(strategy: Strategy) -> tuple[Pointer, ...]:
    """Every reference that is set, in the order of the document."""
    return tuple(pointer for name, part in _parts(strategy) for pointer in _pointers(part, (name,)))


def users_of(strategy: Strategy, refers_to: str, id: str) -> tuple[Pointer, ...]:
    """The references to one item, such as ``users_of(strategy, "goals.goals", "k3f9abcd")``."""
    return tuple(found for found in pointers(strategy) if (found.refers_to, found.id) == (refers_to, id))


def ids(strategy: Strategy) -> Mapping[str, tuple[str, ...]]:
    """The ids in each list of items, in their order; the lists are named ``goals.goals``."""
    return {
        f"{name}.{asked.name}": tuple(item.id for item in getattr(part, asked.name))
        for name, part in _parts(strategy)
        for asked in questions(type(part))
        if asked.kind is Kind.ITEMS
    }


def broken(strategy: Strategy) -> tuple[Problem, ...]:
    """The references to nothing, and the ids that two items of a list share."""
    known = ids(strategy)
    lost = (_lost(pointer, known.get(pointer.refers_to, ())) for pointer in pointers(strategy))
    return (*_shared(known), *(problem for problem in lost if problem))


def _lost(pointer: Pointer, known: tuple[str, ...]) -> Problem | None:
    if pointer.id in known:
        return None
    values = {"id": pointer.id, "list": pointer.refers_to}
    if not known:
        return Problem(
            pointer.path, N_("“{id}” should be an id in {list}, and that list is empty. Add it there first."), values
        )
    near = guess(pointer.id, known)
    if near:
        return Problem(
            pointer.path,
            N_("“{id}” is no id in {list}. Did you mean “{guess}”? There are: {known}."),
            {**values, "guess": near, "known": listed(known)},
        )
    return Problem(
        pointer.path, N_("“{id}” is no id in {list}. There are: {known}."), {**values, "known": listed(known)}
    )


def _shared(known: Mapping[str, tuple[str, ...]]) -> Iterator[Problem]:
    for name, given in known.items():
        often = {id for id, times in Counter(given).items() if times > 1}
        for place, id in enumerate(given):
            first = given.index(id) if id in often else place
            if first != place:
                path = tuple(name.split("."))
                yield Problem(
                    (*path, place, "id"),
                    N_("“{id}” is the id of {first} already. Give one of them another id."),
                    {"id": id, "first": dotted((*path, first))},
                )


def _parts(strategy: Strategy) -> Iterator[tuple[str, Row]]:
    return ((name, getattr(strategy, name)) for name, _ in PARTS)


def _pointers(row: Row, path: Path) -> Iterator[Pointer]:
    for asked in _pointing(type(row)):
        value = getattr(row, asked.name)
        here = (*path, asked.name)
        match asked.kind:
            case Kind.REFERENCE:
                yield from _set([(here, value)], asked.refers_to)
            case Kind.REFERENCES:
                yield from _set((((*here, place), id) for place, id in enumerate(value)), asked.refers_to)
            case _:
                for place, inner in enumerate(value):
                    yield from _pointers(inner, (*here, place))


def _set(found: Iterable[tuple[Path, str]], refers_to: str) -> Iterator[Pointer]:
    return (Pointer(path, refers_to, id) for path, id in found if id)


@cache
def _pointing(model: type[Row]) -> tuple[Question, ...]:
    """The questions of a model whose answers are references or hold rows with some."""
    return tuple(
        asked
        for asked in questions(model)
        if asked.refers_to or (asked.rows and asked.kind in (Kind.TABLE, Kind.ITEMS) and _pointing(asked.rows))
    )
