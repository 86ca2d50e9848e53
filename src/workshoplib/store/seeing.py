"""What one participant may see of a part: all of it, and nothing else.

Whatever leaves here may reach that person's browser, shown or not. So the store says what it is, not the pages: before
the reveal nothing of anybody else, during the vote no totals, where a round is anonymous nothing that tells whose.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from workshoplib.store.entries import FACILITATOR, Address, Answer
from workshoplib.store.fold import Fold
from workshoplib.store.rounds import Round, State
from workshoplib.store.votes import Layout, Ref, Table, Total

Names = Callable[[frozenset[str]], Mapping[str, str]]
"""The names of these people, as far as they are known."""

_COUNTED = frozenset({State.AGREED, State.CLOSED})


@dataclass(frozen=True)
class Shown:
    """A candidate as a participant sees it.

    Where the round is anonymous, a number stands for the owner in ``ref`` and ``merged``, ``name`` and ``others`` are
    empty, and the revision, which tells when it was saved, is 0. ``others`` are the owners of the duplicates.
    """

    ref: Ref
    value: Any
    is_mine: bool = False
    merged: tuple[Ref, ...] = ()
    parked: str = ""
    revision: int = 0
    name: str = ""
    others: tuple[str, ...] = ()


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
    votes: Mapping[Ref, int] = field(default_factory=dict)
    tally: tuple[Total, ...] = ()


def seen(fold: Fold, person: str, part: str, names: Names) -> Seen:
    """What this person may see of the part; ``names`` are asked for only where some are shown."""
    table = fold.table(part)
    round = table.round
    mine = Seen(
        part=part,
        revision=fold.head.seq,
        step=fold.room.step,
        round=replace(round, author="") if round else None,
        own=fold.answers(part, person),
        agreed={address: replace(answer, author=FACILITATOR) for address, answer in fold.answers(part).items()},
    )
    if round is None or not round.revealed:
        return mine
    is_counted = round.state in _COUNTED
    return replace(
        mine,
        candidates=tuple(_mine(one, table.layout, person) for one in _candidates(fold, table, names)),
        votes={table.layout.told(ref): dots for ref, dots in table.votes(person).items()},
        tally=tuple(replace(total, ref=table.layout.told(total.ref)) for total in table.tally) if is_counted else (),
    )


def _candidates(fold: Fold, table: Table, names: Names) -> tuple[Shown, ...]:
    """The candidates as everybody sees them, made once for all."""
    layout = table.layout
    if layout.secret:
        return layout.latest("hidden", fold.agreed_ids, lambda: _hidden(fold, layout))
    known = names(layout.owners)
    return layout.latest("named", known, lambda: _named(layout, known))


def _mine(one: Shown, layout: Layout, person: str) -> Shown:
    return replace(one, is_mine=True) if layout.meant(one.ref).owner == person else one


def _named(layout: Layout, names: Mapping[str, str]) -> tuple[Shown, ...]:
    return tuple(
        Shown(
            ref=one.ref,
            value=one.value,
            revision=one.revision,
            name=names.get(one.ref.owner, ""),
            merged=one.merged,
            others=tuple(names[ref.owner] for ref in one.merged if ref.owner in names),
            parked=one.parked,
        )
        for one in layout.candidates
    )


def _hidden(fold: Fold, layout: Layout) -> tuple[Shown, ...]:
    """The candidates without what tells whose they are; so also without references to other things of their owners."""
    return tuple(
        Shown(
            ref=layout.told(one.ref),
            value=fold.loosened(one.ref.address, one.value)[0],
            merged=tuple(map(layout.told, one.merged)),
            parked=one.parked,
        )
        for one in layout.candidates
    )
