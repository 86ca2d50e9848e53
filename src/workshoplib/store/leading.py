"""The verbs of a live workshop: what a store does besides keeping answers.

Each writes one entry, and answers "already saved" to an ``op_id`` that it knows.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import datetime

from workshoplib.store import chain, conduct, shape
from workshoplib.store.conduct import Find
from workshoplib.store.drafts import Draft
from workshoplib.store.entries import ACCESS, MERGE, NOTE, PARK, ROOM, ROUND, VOTE, Address, Saved
from workshoplib.store.fold import Fold
from workshoplib.store.refusals import Malformed, NoSuchPerson, NoSuchPlace, Unwritten
from workshoplib.store.rounds import Asked, Room, State
from workshoplib.store.votes import Candidate, Note, Ref, Total
from workshoplib.strategy.text import LONGEST_TEXT, clean

MOST_DOTS = 100
"""That a round may give to each: more than anybody counts."""

_STEP = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_MOST_AT_ONCE = 100

Deciding = Callable[[Fold, Find], None]
"""Refuses what may not be done."""


class Leading(ABC):
    """Rounds, votes and the room, on top of a journal that can write one entry."""

    @abstractmethod
    def _now(self) -> Fold:
        """The present state."""

    @abstractmethod
    def _act(self, author: str, op_id: str | None, drafting: Callable[[Fold], Draft], may: Deciding) -> Saved:
        """Writes what ``drafting`` makes of the present state, if ``may`` lets it; None is given an op_id."""

    def room(self) -> Room:
        """The step that all follow, the rounds, and who may not come in."""
        return self._now().room

    def candidates(self, part: str) -> tuple[Candidate, ...]:
        """The proposals of a part that stand for themselves, parked ones too: also private ones, mind who sees them."""
        return self._now().table(part).layout.candidates

    def tally(self, part: str) -> tuple[Total, ...]:
        """The dots of the candidates on the table, most first; also while people vote, mind who sees them."""
        return self._now().table(part).tally

    def votes(self, part: str, voter: str) -> dict[Ref, int]:
        """The dots that one person gave, by candidate."""
        return self._now().table(part).votes(voter)

    def notes(self, part: str) -> tuple[Note, ...]:
        """What facilitators wrote down about a part, in order."""
        board = self._now().boards.get(part)
        return board.notes if board else ()

    def go(self, author: str, step: str, *, base: int, op_id: str | None = None) -> Saved:
        """Leads everybody to a step. MovedOn where another facilitator did since the ``base``, the room's revision."""
        if not _STEP.fullmatch(step):
            raise Malformed("step")
        draft = Draft(ROOM, "go", text=chain.canonical(step), base=base)
        return self._lead(author, op_id, draft, lambda fold, find: conduct.may_go(fold.room, base, find))

    def move(
        self,
        author: str,
        part: str,
        state: State,
        *,
        base: int,
        reason: str = "",
        ends: datetime | None = None,
        dots: int | None = None,
        anonymous: bool | None = None,
        op_id: str | None = None,
    ) -> Saved:
        """Moves a part's round to a state, or sets its timer and dots anew in the state that it is in.

        ``base`` is the round's revision, 0 where there is none; MovedOn where another facilitator moved it since. Back
        (an earlier state) needs a reason; votes and agreement need the reveal. Back to open, a new ballot begins.
        ``dots`` (3 at first) and ``anonymous`` (no at first) stay as they are where they are not given; ``ends`` is
        forgotten with each move. A timer that is over closes nothing: it is only shown.
        """
        if state not in tuple(State):
            raise Malformed("state")
        asked = Asked(State(state), _short(reason), _aware(ends), dots, anonymous)
        if dots is not None and not (type(dots) is int and 1 <= dots <= MOST_DOTS):
            raise Malformed("dots")
        draft = Draft(ROUND, asked.state.value, _place(part), text=asked.text, base=base)
        return self._lead(
            author, op_id, draft, lambda fold, find: conduct.may_move(fold.table(part), asked, base, find)
        )

    def vote(self, author: str, ref: Ref, dots: int, *, voter: str = "", op_id: str | None = None) -> Saved:
        """Gives a candidate so many dots in all, 0 to take them back; a facilitator may vote for a ``voter``.

        In an anonymous round a participant names the candidate as ``seen_by`` did.
        """
        whose = voter or author
        part = _place(ref.address.part).part
        if type(dots) is not int or not 0 <= dots <= MOST_DOTS:
            raise Malformed("dots")

        def drafting(fold: Fold) -> Draft:
            owner = fold.table(part).layout.meant(ref).owner
            return Draft(VOTE, "vote", ref.address, whose, chain.canonical({"dots": dots, "owner": owner}))

        def may(fold: Fold, find: Find) -> None:
            conduct.may_vote_for(fold.room, author, whose, find)
            table = fold.table(part)
            conduct.may_vote(table, whose, table.layout.meant(ref), dots)

        return self._act(author, op_id, drafting, may)

    def merge(self, author: str, into: Ref, *others: Ref, op_id: str | None = None) -> Saved:
        """Lets one candidate stand for its duplicates; their dots count for it. Nothing is lost: see ``unmerge``."""
        part = into.address.part
        if (
            not others
            or len(others) > _MOST_AT_ONCE
            or into in others
            or {ref.address.part for ref in others} != {part}
        ):
            raise Malformed("merge")
        value = {"into": into.plain, "others": [ref.plain for ref in others]}
        draft = Draft(MERGE, "merge", _place(part), text=chain.canonical(value))
        return self._lead(author, op_id, draft, lambda fold, _: conduct.may_sort(fold.table(part), into, *others))

    def unmerge(self, author: str, *others: Ref, op_id: str | None = None) -> Saved:
        """Lets duplicates stand for themselves again, each with the dots that it was given."""
        parts = {ref.address.part for ref in others}
        if len(parts) != 1 or len(others) > _MOST_AT_ONCE:
            raise Malformed("merge")
        part = parts.pop()
        value = {"others": [ref.plain for ref in others]}
        draft = Draft(MERGE, "unmerge", _place(part), text=chain.canonical(value))
        return self._lead(author, op_id, draft, lambda fold, _: conduct.may_put_back(fold.table(part), *others))

    def park(self, author: str, ref: Ref, reason: str, *, op_id: str | None = None) -> Saved:
        """Puts a candidate aside, for a reason that all may read; its dots are free for others meanwhile."""
        draft = Draft(PARK, "park", ref.address, ref.owner, chain.canonical(_words(reason)))
        return self._lead(author, op_id, draft, lambda fold, _: conduct.may_sort(fold.table(ref.address.part), ref))

    def unpark(self, author: str, ref: Ref, *, op_id: str | None = None) -> Saved:
        """Puts a candidate back on the table, with those of its dots that were not given to others meanwhile."""
        draft = Draft(PARK, "unpark", ref.address, ref.owner)
        return self._lead(author, op_id, draft, lambda fold, _: conduct.may_put_back(fold.table(ref.address.part), ref))

    def note(self, author: str, part: str, text: str, *, op_id: str | None = None) -> Saved:
        """Writes down a facilitator's note about a part; participants do not see it."""
        return self._lead(author, op_id, Draft(NOTE, "note", _place(part), text=chain.canonical(_words(text))))

    def revoke(self, author: str, person: str, *, op_id: str | None = None) -> Saved:
        """Ends one person's access at once; what they wrote stays."""
        return self._lead(author, op_id, Draft(ACCESS, "revoke", owner=person), _known(person))

    def readmit(self, author: str, person: str, *, op_id: str | None = None) -> Saved:
        """Lets a person in again."""
        return self._lead(author, op_id, Draft(ACCESS, "readmit", owner=person), _known(person))

    def end(self, author: str, *, op_id: str | None = None) -> Saved:
        """Ends the access of all participants."""
        return self._lead(author, op_id, Draft(ROOM, "end"))

    def resume(self, author: str, *, op_id: str | None = None) -> Saved:
        """Lets all participants in again after the end, as for a second day."""
        return self._lead(author, op_id, Draft(ROOM, "resume"))

    def _lead(self, author: str, op_id: str | None, draft: Draft, may: Deciding | None = None) -> Saved:
        def allowed(fold: Fold, find: Find) -> None:
            conduct.must_lead(fold.room, author, find)
            if may:
                may(fold, find)

        return self._act(author, op_id, lambda _: draft, allowed)


def _place(part: str) -> Address:
    place = Address(part, "")
    if not shape.is_part(part):
        raise NoSuchPlace(place)
    return place


def _known(person: str) -> Deciding:
    def may(_: Fold, find: Find) -> None:
        if find(person) is None:
            raise NoSuchPerson(person)

    return may


def _words(text: str) -> str:
    plain = clean(text).text.strip()
    if not plain:
        raise Unwritten
    return _short(plain)


def _short(text: str) -> str:
    plain = clean(text).text.strip()
    if len(plain) > LONGEST_TEXT:
        raise Malformed("size")
    return plain


def _aware(ends: datetime | None) -> datetime | None:
    if ends is not None and ends.tzinfo is None:
        raise Malformed("ends")
    return ends
