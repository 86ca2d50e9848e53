"""What may be done in a live workshop, by whom and when: decisions from the present state, without touching a file."""

from collections.abc import Callable, Iterable

from workshoplib.errors import N_, WorkshopError
from workshoplib.store.entries import FACILITATOR, Person, Role
from workshoplib.store.refusals import (
    Ended,
    GiveAReason,
    Malformed,
    MovedOn,
    NoSuchPerson,
    NotBegun,
    NotNow,
    NotVoting,
    OffTheTable,
    OnlyFacilitatorsLead,
    OnTheTable,
    RevealFirst,
    Revoked,
    StaysAnonymous,
    TooManyDots,
    WhoseVote,
)
from workshoplib.store.rounds import Asked, Room, Round, State
from workshoplib.store.votes import Ref, Table

Find = Callable[[str], Person | None]
"""A person by id; None for a stranger."""

_OF_VOTES = frozenset({State.VOTING, State.AGREED})


def leads(room: Room, author: str, find: Find) -> bool:
    """Whether this author is a facilitator; a stranger, or a participant who may not come in any more, is refused."""
    person = find(author)
    if person is None:
        if author != FACILITATOR:
            raise NoSuchPerson(author)
        return True
    if author in room.revoked:
        raise Revoked
    if person.role is Role.FACILITATOR:
        return True
    if room.ended:
        raise Ended
    return False


def must_lead(room: Room, author: str, find: Find) -> None:
    """Refuses everybody but facilitators."""
    if not leads(room, author, find):
        raise OnlyFacilitatorsLead


def may_look(room: Room, person: str, find: Find) -> None:
    """Refuses strangers (a facilitator without a name has no view of their own), and those who may not come in."""
    if find(person) is None:
        raise NoSuchPerson(person)
    leads(room, person, find)


def may_propose(room: Room, part: str, *, leads: bool) -> None:
    """Refuses proposals where the part is not open for them; as long as there is no round at all, every part is."""
    if not room.rounds:
        return
    state = state_of(room.rounds.get(part))
    if state is not State.OPEN and not (leads and state is State.REVEALED):
        raise NotNow(state)


def may_agree(room: Room, part: str) -> None:
    """Refuses to make a proposal the group's while it is private: nobody but its owner should know it."""
    round = room.rounds.get(part)
    if round and not round.revealed:
        raise RevealFirst


def may_go(room: Room, base: int, find: Find) -> None:
    """Refuses a step of somebody who has not seen where the room is."""
    if base != room.revision:
        raise MovedOn(room, called(room.author, find)) if room.revision else Malformed("base")


def may_move(table: Table, asked: Asked, base: int, find: Find) -> None:
    """Refuses what skips the reveal, goes back without a reason, breaks a promise, or comes too late."""
    round = table.round
    if base != (round.revision if round else 0):
        raise MovedOn(round, called(round.author, find)) if round else Malformed("base")
    if round is None:
        if asked.state is not State.OPEN:
            raise NotBegun
        return
    if asked.state.is_before(round.state) and not asked.reason:
        raise GiveAReason(round.state, asked.state)
    if asked.state in _OF_VOTES and not round.revealed:
        raise RevealFirst
    if round.anonymous and asked.anonymous is False and table.layout.proposed:
        raise StaysAnonymous


def may_vote(table: Table, voter: str, ref: Ref, dots: int) -> None:
    """Refuses dots outside the voting, for what is not on the table, and more than the round gives."""
    if table.round is None or table.round.state is not State.VOTING:
        raise NotVoting
    on_the_table(table, [ref])
    given = table.votes(voter)
    left = table.round.dots - sum(given.values()) + given.get(ref, 0)
    if dots > left:
        raise TooManyDots(table.round.dots, table.round.dots - sum(given.values()))


def may_vote_for(room: Room, author: str, voter: str, find: Find) -> None:
    """Refuses votes for others by anybody but a facilitator, and votes for nobody."""
    leading = leads(room, author, find)
    if voter != author and not leading:
        raise OnlyFacilitatorsLead
    if voter == FACILITATOR:
        raise WhoseVote
    if find(voter) is None:
        raise NoSuchPerson(voter)


def may_sort(table: Table, *refs: Ref) -> None:
    """Refuses to merge or park what is private, done with, or not on the table."""
    state = state_of(table.round)
    if state is None or (table.round and not table.round.revealed):
        raise RevealFirst
    if state is State.CLOSED:
        raise NotNow(state)
    on_the_table(table, refs)


def may_put_back(table: Table, *refs: Ref) -> None:
    """Refuses to put back what is neither parked nor merged into another proposal."""
    may_sort(table)
    if not all(
        ref in table.layout.proposed and (ref in table.layout.parked or ref in table.layout.into) for ref in refs
    ):
        raise OnTheTable


def on_the_table(table: Table, refs: Iterable[Ref]) -> None:
    """Refuses what is not there, is part of another proposal, or is parked."""
    for ref in refs:
        found = table.layout.find(ref)
        if found is None or found.parked:
            raise OffTheTable


def state_of(round: Round | None) -> State | None:
    """The state of a round; None where there is none."""
    return round.state if round else None


def called(author: str, find: Find) -> object:
    """What an author is called: their name, or what a facilitator without one is called in any language."""
    person = find(author)
    return person.name if person else WorkshopError(N_("A facilitator"))
