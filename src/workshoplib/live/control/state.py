"""What the control room shows: a pure function of one look at the workshop, the language and the time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from workshoplib.live.control import tables
from workshoplib.live.control.cards import ProposalCard, cards
from workshoplib.live.control.moves import ABOUT, STATES, Move, legal
from workshoplib.live.control.sight import Sight, step_of
from workshoplib.steps import STEPS
from workshoplib.steps.blocks import Block, Callout, Heading, Paragraph
from workshoplib.steps.view import View
from workshoplib.store import Round, State

_MINUTE = timedelta(minutes=1)
_WRITABLE = frozenset({State.OPEN, State.REVEALED})
_OVER = frozenset({State.AGREED, State.CLOSED})
"""States in which a vote is over, and its totals are for all."""


@dataclass(frozen=True)
class Timer:
    """The time left as a clock shows it, and how that is said; negative once it is over."""

    shown: str
    said: str
    is_over: bool


@dataclass(frozen=True)
class Panel:
    """All that stands in the control room."""

    title: str
    part: str
    step: str
    following: tuple[str, str] | None
    """The next step's name and title; None after the last."""
    live: Callout
    is_live: bool
    """Whether people can come in now."""
    round: Round | None
    about: str
    counts: tuple[tuple[str, str], ...]
    moves: tuple[Move, ...]
    timer: Timer | None
    cards: tuple[ProposalCard, ...]
    lead: str
    """What is to be said about the cards, and why there may be none."""
    is_voting: bool
    can_sort: bool
    can_propose: bool
    """Whether the facilitator may enter a proposal for somebody now."""
    people: tuple[Block, ...]
    progress: tuple[Block, ...]
    agenda: tuple[Block, ...]
    notes: tuple[tuple[str, str], ...]
    """When, and what."""
    persons: tuple[tuple[str, str], ...]
    """Name and id of everybody who may take part."""
    connected: frozenset[str]
    """Those who have a device: what they write and how they vote is theirs, and nobody enters it for them."""
    revoked: tuple[tuple[str, str], ...]
    ended: bool


def panel(sight: Sight, view: View, now: datetime, *, peek: bool = False) -> Panel:
    """The control room at a moment; ``now`` is aware and in the room's own zone.

    Running totals are left out until the vote is over, unless the facilitator asks for them (``peek``).
    """
    say, step = view.say, step_of(sight.room)
    round = sight.room.rounds.get(step.part) if step else None
    place = STEPS.index(step) if step else -1
    following = STEPS[place + 1] if place + 1 < len(STEPS) else None
    is_voting = round is not None and round.state is State.VOTING
    is_counted = round is not None and (round.state in _OVER or (is_voting and peek))
    return Panel(
        title=_title(sight, view),
        part=step.part if step else "",
        step=step.name if step else "",
        following=(following.name, say(following.title)) if following else None,
        live=_live(sight, view),
        is_live=sight.live is not None and not sight.room.ended,
        round=round,
        about=_about(sight, round, view),
        counts=tuple(_counts(sight, round, view)),
        moves=legal(round) if step and not sight.room.ended else (),
        timer=timer(round, view, now),
        cards=cards(sight, round, view, with_dots=is_counted),
        lead=_lead(sight, round, view, peek=peek),
        is_voting=is_voting,
        can_propose=round is not None and round.state in _WRITABLE,
        can_sort=round is not None and round.revealed and round.state is not State.CLOSED,
        people=tuple(tables.people(sight, view, now)),
        progress=tuple(tables.progress(sight, view)),
        agenda=tuple(tables.clock(sight, view, now)),
        notes=tuple((say.time(note.at.astimezone(now.tzinfo).time()), note.text) for note in reversed(sight.notes)),
        persons=_named(sight, revoked=False),
        connected=_connected(sight),
        revoked=_named(sight, revoked=True),
        ended=sight.room.ended,
    )


def blocks(sight: Sight, view: View, now: datetime) -> Iterable[Block]:
    """The control room as it is read where nobody can press a button."""
    shown = panel(sight, view, now)
    yield Heading(shown.title)
    yield shown.live
    if shown.about:
        yield Paragraph(shown.about)
    yield from (*shown.progress, *shown.people, *shown.agenda)


def timer(round: Round | None, view: View, now: datetime) -> Timer | None:
    """The time that a round has left; None where no timer runs. A second that has begun counts as a whole one."""
    left = round.left(now) if round and round.state is not State.CLOSED else None
    if left is None:
        return None
    is_over = left <= timedelta()
    seconds = ceil(abs(left).total_seconds()) if not is_over else int(abs(left).total_seconds())
    shown = f"{'−' if is_over and seconds else ''}{seconds // 60}:{seconds % 60:02}"
    minutes = view.say.plural("{n} minute", "{n} minutes", ceil(seconds / 60))
    said = view.say("Time is up") if is_over else view.say("{minutes} left", minutes=minutes)
    return Timer(shown, said, is_over)


def _title(sight: Sight, view: View) -> str:
    say, step = view.say, step_of(sight.room)
    if sight.room.ended:
        return say("The workshop has ended")
    if step is None:
        return say("The workshop has not begun")
    return say("Step {n} of {all}: {title}", n=STEPS.index(step) + 1, all=len(STEPS), title=say(step.title))


def _live(sight: Sight, view: View) -> Callout:
    say, live = view.say, sight.live
    if sight.room.ended:
        return Callout(say("Everybody else’s page is closed. You can still put right what was agreed."), "note")
    if live is None:
        return Callout(
            say(
                "Nobody can join at the moment. Open a terminal and start: workshop live {file} --ip 0.0.0.0 "
                "(without --ip, only this computer can join). What you enter here is kept either way.",
                file=sight.where,
            ),
            "warning",
        )
    return Callout(
        say(
            "People join at {address} with the code {code}.",
            address=live.address,
            code=f"{live.code[:4]}-{live.code[4:]}",
        ),
        "good",
    )


def _about(sight: Sight, round: Round | None, view: View) -> str:
    say = view.say
    if sight.room.ended:
        return ""
    if step_of(sight.room) is None:
        return say("Choose a step, and everybody’s page follows.")
    if round is None:
        return say(ABOUT[None])
    told = [f"{say(STATES[round.state])}. {say(ABOUT[round.state])}"]
    if round.anonymous:
        told.append(say("No names are shown."))
    if round.state is State.VOTING:
        told.append(say.plural("Each has {n} dot.", "Each has {n} dots.", round.dots))
    if round.reason:
        told.append(say("Went back because: {reason}", reason=round.reason))
    return " ".join(told)


def _counts(sight: Sight, round: Round | None, view: View) -> Iterable[tuple[str, str]]:
    say, step = view.say, step_of(sight.room)
    here = [person for person in sight.people if person.id not in sight.room.revoked]
    yield say.number(len(here)), say("people")
    if sight.live:
        yield say.number(len(_connected(sight))), say("connected")
    if step:
        savers = sum(part == step.part for _, part in sight.saved)
        yield say.number(savers), say("have proposed something")
        proposals = sum(work.answers for (_, part), work in sight.saved.items() if part == step.part)
        yield say.number(proposals), say("proposals")
    if round and round.state is State.VOTING:
        yield say.number(sum(bool(given) for given in sight.votes.values())), say("have voted")


def _lead(sight: Sight, round: Round | None, view: View, *, peek: bool) -> str:
    say, n = view.say, len(sight.candidates)
    if round is None and not n:
        return say("Proposals are shown here when a round has revealed them.")
    if round is None or not round.revealed:
        return say.plural(
            "{n} proposal waits, hidden until you reveal it.", "{n} proposals wait, hidden until you reveal them.", n
        )
    if round.state is State.VOTING:
        hidden = say("The totals are hidden, from you too, until the vote is over.")
        return say("These totals still change; keep them from the room.") if peek else hidden
    return "" if n else say("Nobody has proposed anything. Enter a proposal for somebody below, or go back to writing.")


def _connected(sight: Sight) -> frozenset[str]:
    around = sight.live.people if sight.live else {}
    known = {person.id for person in sight.people} - sight.room.revoked
    return frozenset(id for id, presence in around.items() if presence.connected and id in known)


def _named(sight: Sight, *, revoked: bool) -> tuple[tuple[str, str], ...]:
    """Names with ids; two people of one name are told apart by a number."""
    seen: dict[str, int] = {}
    found = []
    for person in sight.people:
        seen[person.name] = seen.get(person.name, 0) + 1
        name = f"{person.name} ({seen[person.name]})" if seen[person.name] > 1 else person.name
        if (person.id in sight.room.revoked) is revoked:
            found.append((name, person.id))
    return tuple(found)
