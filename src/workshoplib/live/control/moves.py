"""The moves of a round, in the words of a room."""

from collections.abc import Mapping
from dataclasses import dataclass

from workshoplib.errors import N_
from workshoplib.store import Round, State

STATES: Mapping[State, str] = {
    State.OPEN: N_("Writing"),
    State.REVEALED: N_("Revealed"),
    State.VOTING: N_("Voting"),
    State.AGREED: N_("Agreeing"),
    State.CLOSED: N_("Closed"),
}
ABOUT: Mapping[State | None, str] = {
    None: N_("No round has begun here. Open it, so that people can write."),
    State.OPEN: N_("Everybody writes by themselves. What they write stays hidden, here too, until you reveal it."),
    State.REVEALED: N_("Everybody sees all proposals. Talk, merge those that say the same, park what is for later."),
    State.VOTING: N_("Everybody places dots. The totals are hidden until the vote is over."),
    State.AGREED: N_("Everybody sees the totals. Agree on what becomes part of the strategy."),
    State.CLOSED: N_("This round is over. What was agreed is in the strategy."),
}

_ONWARD: Mapping[State, str] = {
    State.OPEN: N_("Open the round"),
    State.REVEALED: N_("Reveal all proposals"),
    State.VOTING: N_("Start the vote"),
    State.AGREED: N_("End the vote and agree"),
    State.CLOSED: N_("Close the round"),
}
_WITHOUT_A_VOTE = N_("Agree without a vote")
_NEEDS_THE_REVEAL = frozenset({State.VOTING, State.AGREED})


@dataclass(frozen=True)
class Move:
    """A move that a round may make now; one that goes back needs a reason, and is called by where it leads."""

    to: State
    label: str
    is_back: bool = False


def legal(round: Round | None) -> tuple[Move, ...]:
    """The moves that a round may make, onward first, the nearest before the others; None has not begun."""
    if round is None:
        return (Move(State.OPEN, _ONWARD[State.OPEN]),)
    reachable = [state for state in State if round.revealed or state not in _NEEDS_THE_REVEAL]
    onward = [Move(state, _onward(round.state, state)) for state in reachable if round.state.is_before(state)]
    back = [Move(state, STATES[state], is_back=True) for state in reversed(reachable) if state.is_before(round.state)]
    return (*onward, *back)


def _onward(now: State, to: State) -> str:
    return _WITHOUT_A_VOTE if (now, to) == (State.REVEALED, State.AGREED) else _ONWARD[to]
