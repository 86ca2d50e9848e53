"""Why a store says no, each reason with what to do about it."""

from datetime import datetime

from workshoplib.errors import N_, WorkshopError
from workshoplib.store.entries import Address, Answer, Write
from workshoplib.store.rounds import Room, Round, State

_STATES = {
    State.OPEN: N_("Writing"),
    State.REVEALED: N_("Revealed"),
    State.VOTING: N_("Voting"),
    State.AGREED: N_("Agreeing"),
    State.CLOSED: N_("Closed"),
}
"""What a room calls them."""


def _called(state: State) -> WorkshopError:
    return WorkshopError(_STATES[state])


class NoWorkshop(WorkshopError):
    def __init__(self, where: str) -> None:
        super().__init__(
            N_("There is no workshop at {where}. Check the name, or make one with: workshop new NAME"), where=where
        )


class AlreadyThere(WorkshopError):
    def __init__(self, where: str) -> None:
        super().__init__(N_("There is something at {where} already. Choose another name, or open it."), where=where)


class NotAWorkshop(WorkshopError):
    def __init__(self, where: str) -> None:
        super().__init__(
            N_(
                "{where} is not a workshop, or its beginning is damaged. "
                "Check the name; if it is the right one, restore a backup or run: workshop doctor"
            ),
            where=where,
        )


class NewerWorkshop(WorkshopError):
    def __init__(self, where: str, theirs: str, ours: str) -> None:
        super().__init__(
            N_(
                "{where} was written by a newer version of this program (its format is {theirs}, this program knows "
                "{ours}). You can read it, but to change it, update the program first."
            ),
            where=where,
            theirs=theirs,
            ours=ours,
        )


class ReadOnly(WorkshopError):
    def __init__(self, where: str) -> None:
        super().__init__(
            N_(
                "Not saved: {where} is in a place where this program may not write. "
                "Copy it to a folder of your own, or ask for the right to write there."
            ),
            where=where,
        )


class Moved(WorkshopError):
    def __init__(self, where: str) -> None:
        super().__init__(
            N_(
                "Not saved: {where} was moved, deleted or replaced since it was opened. "
                "Put it back or open it again; copy what you just typed first."
            ),
            where=where,
        )


class DiskFull(WorkshopError):
    def __init__(self, where: str) -> None:
        super().__init__(
            N_(
                "Not saved: the disk that holds {where} is full. Free some space and save again; "
                "all that was saved before is safe."
            ),
            where=where,
        )


class Busy(WorkshopError):
    def __init__(self, where: str) -> None:
        super().__init__(
            N_(
                "Not saved: another program has kept {where} locked for too long. "
                "Close other programs that have it open (a database viewer, a backup or sync program), and save again."
            ),
            where=where,
        )


class Damaged(WorkshopError):
    def __init__(self, where: str) -> None:
        super().__init__(
            N_(
                "{where} is damaged: parts of it are not as they were written. Nothing more is saved to it. "
                "Restore the latest backup, or rescue what can be read with: workshop doctor"
            ),
            where=where,
        )


class OutOfReach(WorkshopError):
    def __init__(self, where: str, reason: str) -> None:
        super().__init__(
            N_(
                "{where} could not be read or written ({reason}). "
                "Check that its disk or server is there, then try again."
            ),
            where=where,
            reason=reason,
        )


class MissingDriver(WorkshopError):
    def __init__(self) -> None:
        super().__init__(
            N_("This workshop lives in PostgreSQL. Install its driver first: pip install 'workshoplib[postgresql]'")
        )


class Unsound(WorkshopError):
    """A backup that is not what it should be."""

    def __init__(self, where: str) -> None:
        super().__init__(
            N_(
                "The copy {where} does not hold all that it should, so it is not used. "
                "Run workshop doctor, then try again."
            ),
            where=where,
        )


class StillReadable(WorkshopError):
    """Erased, but another program keeps old pages of the file from being overwritten."""

    def __init__(self, where: str) -> None:
        super().__init__(
            N_(
                "The person is erased, but another program still reads {where}, so traces of the old text remain in "
                "the file. Close the other programs and erase again."
            ),
            where=where,
        )


class Stale(WorkshopError):
    """Somebody else changed the answer meanwhile. ``mine`` is what was refused, ``theirs`` what stands there now."""

    def __init__(self, mine: Write, theirs: Answer, name: object) -> None:
        message = (
            N_("Not saved: {name} removed this at {at}. Keep it removed, or add yours again.")
            if theirs.value is None
            else N_("Not saved: {name} changed this at {at}, after you last saw it. Compare both and choose.")
        )
        super().__init__(message, name=name, at=theirs.at)
        self.mine = mine
        self.theirs = theirs
        self.name = name

    @property
    def at(self) -> datetime | None:
        """When the other version was saved."""
        return self.theirs.at


class NoSuchPlace(WorkshopError):
    def __init__(self, address: Address) -> None:
        super().__init__(
            N_("The strategy has no place called {place}. Check the name, or update the program."), place=str(address)
        )


class NothingThere(WorkshopError):
    def __init__(self, address: Address) -> None:
        super().__init__(
            N_("There is nothing to remove or agree on at {place}. Somebody else may have removed it: look again."),
            place=str(address),
        )


class Malformed(WorkshopError):
    """A change that no form of ours sends: a program's mistake, or somebody's trick."""

    def __init__(self, what: str) -> None:
        super().__init__(N_("Not saved: this change is not written as it should be ({what})."), what=what)


class OpIdTaken(WorkshopError):
    def __init__(self, op_id: str) -> None:
        super().__init__(
            N_("Not saved: another change already bears the number {op_id}. Reload the page and try again."),
            op_id=op_id,
        )


class Invalid(WorkshopError):
    """The value does not fit its field; ``path`` leads to the place inside the value."""

    def __init__(self, message: str, values: dict[str, object], path: tuple[str | int, ...]) -> None:
        super().__init__(message, **values)
        self.path = path


class NoSuchItem(WorkshopError):
    """The value points to an item that is not there; ``label`` names the field."""

    def __init__(self, label: WorkshopError) -> None:
        super().__init__(
            N_("Not saved: under {label} something is chosen that is not there (any more). Choose again."), label=label
        )


class InUse(WorkshopError):
    """An item cannot go because something points to it: ``user``, and so many others."""

    def __init__(self, item: object, user: object, others: int) -> None:
        message = (
            N_("“{item}” cannot be removed while “{user}” and {others} more refer to it. Change those first.")
            if others
            else N_("“{item}” cannot be removed while “{user}” refers to it. Change that first.")
        )
        super().__init__(message, item=item, user=user, others=others)


class Nameless(WorkshopError):
    def __init__(self, longest: int) -> None:
        super().__init__(
            N_("A name has 1 to {longest} characters. A first name or a nickname is enough."), longest=longest
        )


class NoSuchPerson(WorkshopError):
    def __init__(self, person: str) -> None:
        super().__init__(
            N_("Nobody in this workshop has the id {person}. Ask the facilitator for a new link."), person=person
        )


class NotYours(WorkshopError):
    def __init__(self) -> None:
        super().__init__(N_("Not saved: this proposal belongs to somebody else. Only they can change it."))


class OnlyFacilitators(WorkshopError):
    def __init__(self) -> None:
        super().__init__(
            N_("Not saved: only a facilitator changes what the group agreed. Save it as your own proposal.")
        )


class MovedOn(WorkshopError):
    """Another facilitator was faster; ``theirs`` is the round or the room as it is now."""

    def __init__(self, theirs: Round | Room, name: object) -> None:
        if isinstance(theirs, Round):
            message = N_(
                "Not done: {name} set this part to “{state}” at {at}, after you last looked. Look again, then decide."
            )
            super().__init__(message, name=name, state=_called(theirs.state), at=theirs.at)
        else:
            message = N_(
                "Not done: {name} led everybody to another step at {at}, after you last looked. "
                "Look again, then decide."
            )
            super().__init__(message, name=name, at=theirs.since)
        self.theirs = theirs
        self.name = name


class OnlyFacilitatorsLead(WorkshopError):
    def __init__(self) -> None:
        super().__init__(N_("Not done: only a facilitator leads the workshop. Ask yours."))


class NotBegun(WorkshopError):
    def __init__(self) -> None:
        super().__init__(N_("Not done: this part has no round yet. Open it for proposals first."))


class GiveAReason(WorkshopError):
    def __init__(self, now: State, wanted: State) -> None:
        super().__init__(
            N_("Not done: going back from “{now}” to “{wanted}” needs a reason, so that everybody can follow."),
            now=_called(now),
            wanted=_called(wanted),
        )


class RevealFirst(WorkshopError):
    def __init__(self) -> None:
        super().__init__(N_("Not done: the proposals of this part are still private. Reveal them first."))


class StaysAnonymous(WorkshopError):
    def __init__(self) -> None:
        super().__init__(
            N_("Not done: people wrote these proposals without their names, as they were promised. So it stays.")
        )


class NotNow(WorkshopError):
    """The part's round is in another state than this needs; None where it has not begun."""

    def __init__(self, state: State | None) -> None:
        if state is None:
            super().__init__(N_("Not saved: this part has not been opened yet. Wait for the facilitator."))
        else:
            super().__init__(
                N_(
                    "Not saved: the round is at “{state}” now, and nothing is written here. "
                    "Only a facilitator can take it back."
                ),
                state=_called(state),
            )
        self.state = state


class NotVoting(WorkshopError):
    def __init__(self) -> None:
        super().__init__(N_("Not saved: nobody votes on this part at the moment. Wait for the facilitator."))


class OffTheTable(WorkshopError):
    def __init__(self) -> None:
        super().__init__(
            N_("Not saved: this proposal is no longer on the table. It was parked, merged or removed: look again.")
        )


class TooManyDots(WorkshopError):
    def __init__(self, dots: int, left: int) -> None:
        super().__init__(
            N_(
                "Not saved: that is more dots than are left to give ({left} of {dots}). "
                "Take some back from another proposal first."
            ),
            dots=dots,
            left=left,
        )


class WhoseVote(WorkshopError):
    def __init__(self) -> None:
        super().__init__(N_("Not saved: a vote needs a person. Choose for whom you enter it."))


class Revoked(WorkshopError):
    def __init__(self) -> None:
        super().__init__(N_("Your link is no longer valid. Ask the facilitator to let you in again."))


class Ended(WorkshopError):
    def __init__(self) -> None:
        super().__init__(N_("This workshop has ended. All that was saved is safe; ask the facilitator for the result."))


class Unwritten(WorkshopError):
    def __init__(self) -> None:
        super().__init__(N_("Not saved: there is no text. Write a few words first."))


class OnTheTable(WorkshopError):
    def __init__(self) -> None:
        super().__init__(N_("Nothing to do: this proposal is on the table already, or it is gone. Look again."))


class TooMany(WorkshopError):
    def __init__(self, most: int) -> None:
        super().__init__(
            N_("Not saved: {most} proposals in one part is as many as one person may make. Change one of yours."),
            most=most,
        )
