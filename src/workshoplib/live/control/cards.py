"""The proposals of a part as cards: numbered, so that a room can speak of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workshoplib.live.control.sight import Sight
from workshoplib.steps.answers import card_of
from workshoplib.steps.view import View
from workshoplib.store import Candidate, Ref, Round, shape


@dataclass(frozen=True)
class ProposalCard:
    """One proposal as it is shown; ``by`` is empty where nobody is named, ``dots`` while they are not for showing."""

    ref: Ref
    number: int
    title: str
    pairs: tuple[tuple[str, str], ...]
    by: str
    duplicates: tuple[Ref, ...]
    also: tuple[int, ...]
    """The numbers of the duplicates."""
    dots: int | None
    parked: str
    is_agreed: bool


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
    title, pairs = _told(candidate, view)
    standing = sight.agreed.get(ref.address)
    return ProposalCard(
        ref=ref,
        number=numbers[ref],
        title=title,
        pairs=pairs,
        by=names.get(ref.owner, ""),
        duplicates=candidate.merged,
        also=tuple(sorted(numbers[other] for other in candidate.merged)),
        dots=dots.get(ref),
        parked=candidate.parked,
        is_agreed=standing is not None and standing.value == candidate.value,
    )


def _told(candidate: Candidate, view: View) -> tuple[str, tuple[tuple[str, str], ...]]:
    """A proposal's title and what it says, in the reader's language."""
    address = candidate.ref.address
    if address.item:
        card = card_of(shape.fit(address, candidate.value).value, view)
        return card.title, card.pairs
    ((label, text),) = card_of(shape.build(address.part, {address.field: candidate.value}), view).pairs
    return label, (("", text),)
