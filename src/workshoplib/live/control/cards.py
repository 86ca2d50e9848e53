"""The proposals of a part as cards: numbered, so that a room can speak of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workshoplib.live.control.sight import Sight
from workshoplib.steps.answers import card_of
from workshoplib.steps.view import View
from workshoplib.store import Address, Candidate, Ref, Round, shape
from workshoplib.strategy.fields import Kind, questions

_TEXTS = frozenset({Kind.TEXT, Kind.LONG_TEXT})


@dataclass(frozen=True)
class Duplicate:
    """A proposal that another one stands for."""

    ref: Ref
    number: int
    title: str
    pairs: tuple[tuple[str, str], ...]
    by: str


@dataclass(frozen=True)
class ProposalCard:
    """One proposal as it is shown; ``by`` is empty where nobody is named, ``dots`` while they are not for showing."""

    ref: Ref
    number: int
    title: str
    pairs: tuple[tuple[str, str], ...]
    by: str
    duplicates: tuple[Duplicate, ...]
    dots: int | None
    parked: str
    is_agreed: bool
    wording: str | None
    """The text that it is known by, as it may be put into other words; None where that is no text."""

    @property
    def also(self) -> tuple[int, ...]:
        """The numbers of the duplicates."""
        return tuple(duplicate.number for duplicate in self.duplicates)


def worded_anew(address: Address, value: Any, wording: str) -> Any:
    """A proposal's value with another wording of what it is known by; all else stays."""
    return {**value, shape.shown_as(address): wording} if address.item else wording


def cards(sight: Sight, round: Round | None, view: View, *, with_dots: bool) -> tuple[ProposalCard, ...]:
    """The proposals on the table, those with most dots first, and then those that are parked; none while unseen."""
    if round is None or not round.revealed:
        return ()
    numbers = numbered(sight.candidates)
    dots = {total.ref: total.dots for total in sight.totals} if with_dots else {}
    names = {} if round.anonymous else {person.id: person.name for person in sight.people}
    made = [_card(one, numbers, names, dots, sight, view) for one in sight.candidates]
    return tuple(sorted(made, key=lambda card: (bool(card.parked), -(card.dots or 0), card.number)))


def numbered(candidates: Sequence[Candidate]) -> dict[Ref, int]:
    """A number for each proposal and each duplicate; a merge changes none of them."""
    refs = {ref for candidate in candidates for ref in (candidate.ref, *candidate.merged)}
    return {ref: number for number, ref in enumerate(sorted(refs, key=_place), start=1)}


def _place(ref: Ref) -> tuple[str, str, str]:
    # By the item's random id first: the order tells nothing about who wrote what.
    return ref.address.item, ref.address.field, ref.owner


def _card(
    candidate: Candidate,
    numbers: Mapping[Ref, int],
    names: Mapping[str, str],
    dots: Mapping[Ref, int],
    sight: Sight,
    view: View,
) -> ProposalCard:
    ref = candidate.ref
    title, pairs = _told(ref.address, candidate.value, view)
    return ProposalCard(
        ref=ref,
        number=numbers[ref],
        title=title,
        pairs=pairs,
        by=names.get(ref.owner, ""),
        duplicates=tuple(sorted(_duplicates(candidate, numbers, names, sight, view), key=lambda one: one.number)),
        dots=dots.get(ref),
        parked=candidate.parked,
        is_agreed=_is_agreed(candidate, sight),
        wording=_wording(ref.address, candidate.value),
    )


def _duplicates(
    candidate: Candidate, numbers: Mapping[Ref, int], names: Mapping[str, str], sight: Sight, view: View
) -> Iterator[Duplicate]:
    for ref in candidate.merged:
        yield Duplicate(
            ref, numbers[ref], *_told(ref.address, sight.duplicates[ref], view), by=names.get(ref.owner, "")
        )


def _is_agreed(candidate: Candidate, sight: Sight) -> bool:
    """Whether the group took a proposal as it is, or an item in other words and later than it was last changed.

    The address of a plain answer is everybody's, and does not tell whose words the group took.
    """
    standing = sight.agreed.get(candidate.ref.address)
    if standing is None or standing.value is None:
        return False
    is_reworded = bool(candidate.ref.address.item) and standing.revision > candidate.revision
    return is_reworded or standing.value == candidate.value


def _wording(address: Address, value: Any) -> str | None:
    asked = shape.question(address)
    if address.item and asked.rows:
        name = shape.shown_as(address)
        asked = next((one for one in questions(asked.rows) if one.name == name), asked)
        value = value.get(name, "")
    return str(value) if asked.kind in _TEXTS else None


def _told(address: Address, value: Any, view: View) -> tuple[str, tuple[tuple[str, str], ...]]:
    """A proposal's title and what it says, in the reader's language."""
    if address.item:
        card = card_of(shape.fit(address, value).value, view)
        return card.title, card.pairs
    ((label, text),) = card_of(shape.build(address.part, {address.field: value}), view).pairs
    return label, (("", text),)
