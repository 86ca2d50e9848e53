"""The strategy as addresses see it: which places there are, and what fits in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, TypeAdapter, ValidationError

from workshoplib.errors import N_, WorkshopError
from workshoplib.store.entries import Address
from workshoplib.store.refusals import Invalid, NoSuchPlace
from workshoplib.strategy import PARTS
from workshoplib.strategy.fields import Item, ItemId, Kind, Part, Question, Row, objection, questions
from workshoplib.strategy.problems import problems_in

_MODELS: Mapping[str, type[Part]] = dict(PARTS)

Model = TypeVar("Model", bound=Row)


@dataclass(frozen=True)
class Fitting:
    """A value that fits its place: as the models have it, and as JSON."""

    value: Any
    plain: Any


def fit(address: Address, value: Any) -> Fitting:
    """The value, validated; NoSuchPlace or Invalid where it does not fit."""
    asked = question(address)
    part = _MODELS[address.part]
    if asked.kind is not Kind.ITEMS:
        holder = _validated(part, {asked.name: value})
        return Fitting(getattr(holder, asked.name), holder.model_dump(mode="json", include={asked.name})[asked.name])
    if not address.item:
        return _order(value)
    assert asked.rows is not None  # noqa: S101 - a field of items names their model; tells the type checker
    item = _validated(asked.rows, _with_id(value, address.item))
    return Fitting(item, item.model_dump(mode="json"))


def build(part: str, values: Mapping[str, Any]) -> Part:
    """A part made of values that fit; Invalid where they do not fit together."""
    model = _MODELS[part]
    return _validated(model, dict(values))


def empty(part: str) -> Part:
    """A part that nobody has filled in."""
    return _MODELS[part]()


def asked_in(part: str) -> tuple[Question, ...]:
    """The questions of a part; none where there is no such part."""
    return questions(_MODELS[part]) if part in _MODELS else ()


def is_empty(address: Address, value: Any) -> bool:
    """Whether a value says nothing about the field at this address: it is what stands there unasked, or an order."""
    return holds_items(address) or value == getattr(empty(address.part), address.field)


def is_part(name: str) -> bool:
    """Whether the strategy has a part of this name."""
    return name in _MODELS


def label(address: Address) -> str:
    """What the field at an address is called: a catalogue message."""
    return question(address).label


def holds_items(address: Address) -> bool:
    """Whether the field at this address holds items."""
    return question(address).kind is Kind.ITEMS


def shown_as(address: Address) -> str:
    """The field that names an item at this address; empty where items have no names."""
    rows = question(address).rows
    return rows.shown_as if rows and issubclass(rows, Item) else ""


def question(address: Address) -> Question:
    """What is asked at an address; NoSuchPlace where nothing is."""
    for asked in asked_in(address.part):
        if asked.name == address.field and (not address.item or asked.kind is Kind.ITEMS):
            return asked
    raise NoSuchPlace(address)


def _each_once(ids: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(ids)) < len(ids):
        raise objection(N_("The order names something twice."))
    return ids


_ORDER: TypeAdapter[tuple[str, ...]] = TypeAdapter(Annotated[tuple[ItemId, ...], AfterValidator(_each_once)])


def _order(value: Any) -> Fitting:
    try:
        ids = _ORDER.validate_python(value)
    except ValidationError as error:
        raise _objecting(error, None) from None
    return Fitting(ids, list(ids))


def _with_id(value: Any, item: str) -> Any:
    if not isinstance(value, dict):
        return value
    if value.get("id", item) != item:
        raise Invalid(N_("The item's own id differs from the place where it is saved."), {}, ("id",))
    return {**value, "id": item}


def _validated(model: type[Model], values: Any) -> Model:
    try:
        return model.model_validate(values)
    except ValidationError as error:
        raise _objecting(error, model) from None


def _objecting(error: ValidationError, model: type[Row] | None) -> Invalid:
    """The first thing that is wrong, with the label of the field in front where it is not the whole."""
    problem = problems_in(error, model)[0]
    heading = _heading(model, problem.path)
    if not heading:
        return Invalid(problem.message, dict(problem.values), problem.path)
    told = WorkshopError(problem.message, **problem.values)
    return Invalid("{where}: {problem}", {"where": WorkshopError(heading), "problem": told}, problem.path)


def _heading(model: type[Row] | None, path: Sequence[str | int]) -> str:
    if model is None or not path:
        return ""
    return next((asked.label for asked in questions(model) if asked.name == path[0]), "")
