"""What one participant may see of a part: all of it, and nothing else.

Whatever leaves here may reach that person's browser, shown or not. So the store says what it is, not the pages: before
the reveal nothing of anybody else, during the vote no totals, where a round is anonymous nothing that tells whose.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from workshoplib.store.entries import FACILITATOR, Address, Answer
from workshoplib.store.fold import Fold
from workshoplib.store.rounds import Round, State
from workshoplib.store.votes import Candidate, Ref, Table, Total

_COUNTED = frozenset({State.AGREED, State.CLOSED})


@dataclass(frozen=True)
class Shown:
    """A candidate as a participant sees it.

    Where the round is anonymous, a number stands for the owner in ``ref`` and ``merged``, ``name`` and ``others`` are
    empty, and the revision, which tells when it was saved, is 0. ``others`` are the owners of the duplicates.
    """

    ref: Ref
    value: Any
    revision: int
    name: str
    is_mine: bool
    merged: tuple[Ref, ...]
    others: tuple[str, ...]
    parked: str


@dataclass(frozen=True)
class Seen:
    """All that one participant may see of a part. ``revision`` is the store's own: nothing is newer than that."""

    part: str
    revision: int
    step: str
    round: Round | None
    own: Mapping[Address, Answer]
    agreed: Mapping[Address, Answer]
    candidates: tuple[Shown, ...] = ()
    votes: Mapping[Ref, int] | None = None
    tally: tuple[Total, ...] = ()


def seen(fold: Fold, person: str, part: str, names: Callable[[], Mapping[str, str]]) -> Seen:
    """What this person may see of the part; ``names`` are asked for only where some are shown."""
    round = fold.room.rounds.get(part)
    mine = Seen(
        part=part,
        revision=fold.head.seq,
        step=fold.room.step,
        round=replace(round, author="") if round else None,
        own=fold.answers(part, person),
        agreed={address: replace(answer, author=FACILITATOR) for address, answer in fold.answers(part).items()},
        votes={},
    )
    if round is None or not round.revealed:
        return mine
    table = fold.table(part)
    known = {} if round.anonymous else names()
    return replace(
        mine,
        candidates=tuple(_shown(table, one, person, known) for one in table.candidates),
        votes={_told(table, ref): dots for ref, dots in table.votes(person).items()},
        tally=tuple(replace(total, ref=_told(table, total.ref)) for total in table.tally)
        if round.state in _COUNTED
        else (),
    )


def _shown(table: Table, one: Candidate, person: str, names: Mapping[str, str]) -> Shown:
    return Shown(
        ref=_told(table, one.ref),
        value=one.value,
        revision=0 if table.is_anonymous else one.revision,
        name=names.get(one.ref.owner, ""),
        is_mine=one.ref.owner == person,
        merged=tuple(_told(table, ref) for ref in one.merged),
        others=tuple(names[ref.owner] for ref in one.merged if ref.owner in names),
        parked=one.parked,
    )


def _told(table: Table, ref: Ref) -> Ref:
    return replace(ref, owner=table.number(ref)) if table.is_anonymous else ref
