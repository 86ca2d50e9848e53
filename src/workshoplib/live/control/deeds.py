"""What the facilitator does: each deed is written to the store, and answered with a sentence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from workshoplib.errors import WorkshopError
from workshoplib.live.control.moves import STATES
from workshoplib.live.control.sight import Sight
from workshoplib.steps import STEPS
from workshoplib.store import FACILITATOR, Ref, Round, State, Store
from workshoplib.words import Words


@dataclass(frozen=True)
class Told:
    """How a deed went; what was refused has changed nothing."""

    sentence: str
    is_done: bool


class Deeds:
    """A facilitator's hand on the store. Each deed says on which revision it is based, so that two do no harm."""

    def __init__(self, store: Store, say: Words, author: str = FACILITATOR) -> None:
        self._store, self._say, self._author = store, say, author

    def go(self, sight: Sight, step: str) -> Told:
        """Takes everybody to a step."""
        return self._told(
            lambda: self._store.go(self._author, step, base=sight.room.revision),
            self._say("Everybody is at “{step}” now.", step=self._title(step)),
        )

    def move(
        self,
        part: str,
        round: Round | None,
        to: State,
        *,
        reason: str = "",
        ends: datetime | None = None,
        dots: int | None = None,
        anonymous: bool | None = None,
    ) -> Told:
        """Moves a part's round on, or back with a reason."""
        return self._told(
            lambda: self._store.move(
                self._author,
                part,
                to,
                base=round.revision if round else 0,
                reason=reason.strip(),
                ends=ends,
                dots=dots,
                anonymous=anonymous,
            ),
            self._say("The round is at: {state}.", state=self._say(STATES[to])),
        )

    def time(self, round: Round, ends: datetime | None) -> Told:
        """Sets when the round’s time is up; None takes the timer away."""
        done = self._say("The timer is set.") if ends else self._say("The timer is off.")
        return self._told(
            lambda: self._store.move(
                self._author, round.part, round.state, base=round.revision, reason=round.reason, ends=ends
            ),
            done,
        )

    def more_time(self, round: Round, now: datetime, more: timedelta) -> Told:
        """Gives more time: after what is left, or from now where nothing is."""
        return self.time(round, max(round.ends or now, now) + more)

    def agree(self, sight: Sight, ref: Ref, value: Any = None) -> Told:
        """Makes a proposal the group’s, as it is or edited to this ``value``; says which references had to go."""
        standing = sight.agreed.get(ref.address)
        base = standing.revision if standing else 0
        try:
            saved = self._store.agree(self._author, ref.owner, ref.address, value=value, base=base)
        except WorkshopError as error:
            return Told(self._refusal(error), is_done=False)
        say, told = self._say, [self._say("Agreed. You find it in the strategy, and can edit it in the form below.")]
        if saved.let_go:
            fields = say.list([say(label) for label in saved.let_go])
            told.append(
                say("Left out, because the group has not agreed on what it refers to: {fields}.", fields=fields)
            )
        return Told(" ".join(told), is_done=True)

    def merge(self, into: Ref, others: Sequence[Ref]) -> Told:
        """Lets one proposal stand for others that say the same."""
        n = len(others)
        return self._told(
            lambda: self._store.merge(self._author, into, *others),
            self._say.plural("{n} duplicate was merged.", "{n} duplicates were merged.", n),
        )

    def take_apart(self, duplicates: Sequence[Ref]) -> Told:
        """Lets merged duplicates stand for themselves again."""
        return self._told(
            lambda: self._store.unmerge(self._author, *duplicates), self._say("They stand for themselves again.")
        )

    def park(self, refs: Sequence[Ref], reason: str) -> Told:
        """Puts proposals aside, and keeps the reason."""
        return self._told(
            lambda: [self._store.park(self._author, ref, reason.strip()) for ref in refs],
            self._say("Parked, with the reason beside it."),
        )

    def unpark(self, refs: Sequence[Ref]) -> Told:
        """Puts parked proposals back on the table."""
        return self._told(
            lambda: [self._store.unpark(self._author, ref) for ref in refs], self._say("Back on the table.")
        )

    def vote(self, voter: str, ref: Ref, dots: int) -> Told:
        """Places dots for somebody without a device."""
        return self._told(
            lambda: self._store.vote(self._author, ref, dots, voter=voter),
            self._say.plural("{n} dot placed.", "{n} dots placed.", dots),
        )

    def note(self, part: str, text: str) -> Told:
        """Keeps a note about a step."""
        return self._told(lambda: self._store.note(self._author, part, text.strip()), self._say("The note is kept."))

    def add_person(self, name: str) -> Told:
        """Adds somebody who has no device."""
        return self._told(
            lambda: self._store.add_person(name), self._say("{name} is on the list.", name=" ".join(name.split()))
        )

    def revoke(self, person: str, name: str) -> Told:
        """Takes a person’s access away; what they wrote stays."""
        return self._told(
            lambda: self._store.revoke(self._author, person),
            self._say(
                "{name} is out, and the link no longer opens. What was written stays. Whoever knows the code can still "
                "join again under another name; “workshop live --new-code” gives the room another one.",
                name=name,
            ),
        )

    def readmit(self, person: str, name: str) -> Told:
        """Lets a person in again."""
        return self._told(
            lambda: self._store.readmit(self._author, person), self._say("{name} may come in again.", name=name)
        )

    def end(self) -> Told:
        """Ends the workshop for everybody."""
        return self._told(
            lambda: self._store.end(self._author),
            self._say("The workshop has ended. All that was agreed is in the strategy."),
        )

    def resume(self) -> Told:
        """Lets everybody in again after the end."""
        return self._told(
            lambda: self._store.resume(self._author), self._say("The workshop goes on. Everybody’s link opens again.")
        )

    def _told(self, deed: Callable[[], object], done: str) -> Told:
        try:
            deed()
        except WorkshopError as error:
            return Told(self._refusal(error), is_done=False)
        return Told(done, is_done=True)

    def _refusal(self, error: WorkshopError) -> str:
        """What an error says, its times on this machine's clock."""
        values = {name: _local(value) for name, value in error.values.items()}
        return self._say(error.message, **values)

    def _title(self, step: str) -> str:
        return self._say(next((found.title for found in STEPS if found.name == step), step))


def _local(value: object) -> object:
    return value.astimezone() if isinstance(value, datetime) else value
