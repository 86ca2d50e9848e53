"""Votes: dots, duplicates, and proposals that are put aside. A store counts as a simple model does."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from rounding import ORDER_OF_STATES, come_to, move, people, propose
from storing import ORDER, VISION, created, goal, op_id, opened, put
from workshoplib.errors import WorkshopError
from workshoplib.store import (
    FACILITATOR,
    Address,
    Malformed,
    NoSuchPerson,
    NoSuchPlace,
    NotNow,
    NotVoting,
    OffTheTable,
    OnlyFacilitatorsLead,
    OnTheTable,
    OpIdTaken,
    Ref,
    RevealFirst,
    State,
    Store,
    TooManyDots,
    Total,
    WhoseVote,
    salvage,
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with created(tmp_path) as made:
        yield made


class Room:
    """Two people with a proposal each, who vote."""

    def __init__(self, store: Store, **told: object) -> None:
        self.store = store
        self.kari, self.ola = people(store, "Kari", "Ola")
        move(store, State.OPEN, **told)
        self.hers, self.his = propose(store, self.kari), propose(store, self.ola, text="More orders")
        move(store, State.REVEALED)
        move(store, State.VOTING)

    def dots(self) -> dict[Ref, tuple[int, int]]:
        """What each candidate has: dots and voters."""
        return {total.ref: (total.dots, total.voters) for total in self.store.tally("goals")}


@pytest.fixture
def room(store: Store) -> Room:
    return Room(store)


# dots


def test_dots_are_added_up_most_first(room: Room) -> None:
    room.store.vote(room.kari, room.hers, 1)
    room.store.vote(room.kari, room.his, 2)
    room.store.vote(room.ola, room.his, 3)
    assert (Total(room.his, 5, 2), Total(room.hers, 1, 1)) == room.store.tally("goals")


def test_the_newest_vote_of_a_person_counts(room: Room) -> None:
    for dots in (3, 0, 2):
        room.store.vote(room.kari, room.hers, dots)
    assert room.store.votes("goals", room.kari) == {room.hers: 2}


def test_nobody_gives_more_dots_than_they_have(room: Room) -> None:
    room.store.vote(room.kari, room.hers, 2)
    with pytest.raises(TooManyDots, match="1 of 3"):
        room.store.vote(room.kari, room.his, 2)
    assert room.store.votes("goals", room.kari) == {room.hers: 2}


def test_dots_that_are_taken_back_can_be_given_again(room: Room) -> None:
    room.store.vote(room.kari, room.hers, 3)
    room.store.vote(room.kari, room.hers, 0)
    room.store.vote(room.kari, room.his, 3)
    assert room.dots() == {room.his: (3, 1), room.hers: (0, 0)}


@pytest.mark.parametrize("dots", [-1, 101, True, 1.0, "1", None])
def test_dots_are_a_small_whole_number(room: Room, dots: object) -> None:
    with pytest.raises(Malformed):
        room.store.vote(room.kari, room.hers, dots)  # type: ignore[arg-type]


@pytest.mark.parametrize("state", [state for state in ORDER_OF_STATES if state is not State.VOTING])
def test_people_vote_only_while_they_are_asked_to(store: Store, state: State) -> None:
    kari = store.add_person("Kari").id
    move(store, State.OPEN)
    hers = propose(store, kari)
    for step in ORDER_OF_STATES[1 : ORDER_OF_STATES.index(state) + 1]:
        move(store, step)
    with pytest.raises(NotVoting):
        store.vote(kari, hers, 1)


def test_nobody_votes_for_what_is_not_there(room: Room) -> None:
    for ref in (Ref(room.kari, goal("k7")), Ref("stranger", goal("k1")), Ref(room.kari, VISION)):
        with pytest.raises((OffTheTable, NotVoting)):
            room.store.vote(room.ola, ref, 1)


def test_nobody_votes_in_a_part_that_does_not_exist(room: Room) -> None:
    with pytest.raises(NoSuchPlace):
        room.store.vote(room.ola, Ref(room.kari, Address("weather", "rain")), 1)


def test_a_facilitator_votes_for_somebody_without_a_device(room: Room) -> None:
    room.store.vote(FACILITATOR, room.his, 2, voter=room.kari)
    assert room.store.votes("goals", room.kari) == {room.his: 2}


def test_votes_belong_to_people(room: Room) -> None:
    with pytest.raises(WhoseVote):
        room.store.vote(FACILITATOR, room.his, 1)
    with pytest.raises(NoSuchPerson):
        room.store.vote(FACILITATOR, room.his, 1, voter="stranger")


def test_nobody_votes_for_another_participant(room: Room) -> None:
    with pytest.raises(OnlyFacilitatorsLead):
        room.store.vote(room.ola, room.his, 3, voter=room.kari)
    assert room.store.votes("goals", room.kari) == {}


def test_a_vote_that_is_sent_again_was_saved_already(room: Room) -> None:
    number = op_id()
    first = room.store.vote(room.kari, room.hers, 2, op_id=number)
    move(room.store, State.AGREED)
    again = room.store.vote(room.kari, room.hers, 2, op_id=number)
    assert (first.revision, first.at, True) == (again.revision, again.at, again.repeated)
    with pytest.raises(OpIdTaken):
        room.store.vote(room.kari, room.hers, 3, op_id=number)


def test_in_an_anonymous_round_people_vote_by_the_number_they_see(store: Store) -> None:
    room = Room(store, anonymous=True)
    shown = next(one for one in store.seen_by(room.kari, "goals").candidates if not one.is_mine)
    store.vote(room.kari, shown.ref, 2)
    assert store.votes("goals", room.kari) == {room.his: 2}


def test_when_a_part_is_opened_again_the_ballot_is_new(room: Room) -> None:
    room.store.vote(room.kari, room.hers, 3)
    move(room.store, State.OPEN)
    come_to(room.store, State.VOTING)
    assert room.dots() == {room.hers: (0, 0), room.his: (0, 0)}


def test_when_voting_goes_on_after_a_pause_the_dots_are_still_there(room: Room) -> None:
    room.store.vote(room.kari, room.hers, 3)
    move(room.store, State.AGREED)
    move(room.store, State.VOTING)
    assert room.dots()[room.hers] == (3, 1)


def test_with_fewer_dots_than_before_the_newest_count(room: Room) -> None:
    room.store.vote(room.kari, room.hers, 2)
    room.store.vote(room.kari, room.his, 1)
    move(room.store, State.VOTING, dots=2)
    assert room.store.votes("goals", room.kari) == {room.his: 1, room.hers: 1}


# duplicates


def test_a_duplicates_dots_count_for_what_it_was_merged_into(room: Room) -> None:
    room.store.vote(room.kari, room.hers, 1)
    room.store.vote(room.kari, room.his, 2)
    room.store.vote(room.ola, room.his, 1)
    room.store.merge(FACILITATOR, room.hers, room.his)
    assert room.dots() == {room.hers: (4, 2)}
    assert [(one.ref, one.merged) for one in room.store.candidates("goals")] == [(room.hers, (room.his,))]


def test_taken_apart_each_has_its_own_dots_again(room: Room) -> None:
    room.store.vote(room.kari, room.hers, 1)
    room.store.vote(room.ola, room.his, 2)
    room.store.merge(FACILITATOR, room.hers, room.his)
    room.store.unmerge(FACILITATOR, room.his)
    assert room.dots() == {room.hers: (1, 1), room.his: (2, 1)}


def test_a_vote_after_merging_says_how_many_dots_in_all(room: Room) -> None:
    room.store.vote(room.kari, room.hers, 1)
    room.store.vote(room.kari, room.his, 2)
    room.store.merge(FACILITATOR, room.hers, room.his)
    room.store.vote(room.kari, room.hers, 1)
    assert room.store.votes("goals", room.kari) == {room.hers: 1}


def test_nobody_votes_for_a_duplicate(room: Room) -> None:
    room.store.merge(FACILITATOR, room.hers, room.his)
    with pytest.raises(OffTheTable):
        room.store.vote(room.kari, room.his, 1)


def test_duplicates_of_duplicates_stand_under_the_last(room: Room) -> None:
    third = propose_late(room)
    room.store.merge(FACILITATOR, room.his, third)
    room.store.merge(FACILITATOR, room.hers, room.his)
    assert [(one.ref, set(one.merged)) for one in room.store.candidates("goals")] == [(room.hers, {room.his, third})]


def propose_late(room: Room) -> Ref:
    """One more proposal, which the facilitator enters."""
    move(room.store, State.REVEALED)
    found = propose(room.store, room.ola, "k2", author=FACILITATOR)
    move(room.store, State.VOTING)
    return found


def test_a_proposal_whose_stand_in_is_gone_stands_for_itself(room: Room) -> None:
    room.store.merge(FACILITATOR, room.hers, room.his)
    room.store.erase(room.kari)
    assert [one.ref for one in room.store.candidates("goals")] == [room.his]


def test_where_a_salvaged_journal_lacks_an_entry_duplicates_do_not_go_in_circles(tmp_path: Path) -> None:
    with created(tmp_path) as store:
        room = Room(store)
        store.merge(FACILITATOR, room.hers, room.his)
        store.unmerge(FACILITATOR, room.his)
        store.merge(FACILITATOR, room.his, room.hers)
        with store._medium.raw() as raw:  # type: ignore[attr-defined]
            raw.execute("UPDATE entries SET value = 'x' WHERE action = 'unmerge'")
    salvage(tmp_path / "kyst.workshop", tmp_path / "saved.workshop")
    with opened(tmp_path, "saved") as saved:
        assert [(one.ref, one.merged) for one in saved.candidates("goals")] == [(room.his, (room.hers,))]


def test_only_what_is_on_the_table_is_merged(room: Room) -> None:
    for into, other in [(room.hers, Ref(room.ola, goal("k9"))), (Ref(room.ola, goal("k9")), room.hers)]:
        with pytest.raises(OffTheTable):
            room.store.merge(FACILITATOR, into, other)


def test_nothing_is_merged_into_itself_or_across_parts(room: Room) -> None:
    for others in [(room.hers,), (), (Ref(room.kari, VISION),)]:
        with pytest.raises(Malformed):
            room.store.merge(FACILITATOR, room.hers, *others)


def test_nothing_private_and_nothing_closed_is_sorted(store: Store) -> None:
    kari, ola = people(store, "Kari", "Ola")
    move(store, State.OPEN)
    hers, his = propose(store, kari), propose(store, ola)
    with pytest.raises(RevealFirst):
        store.merge(FACILITATOR, hers, his)
    move(store, State.REVEALED)
    move(store, State.CLOSED)
    with pytest.raises(NotNow):
        store.park(FACILITATOR, hers, "Later")


# put aside


def test_what_is_parked_leaves_the_table_with_its_reason_and_frees_its_dots(room: Room) -> None:
    room.store.vote(room.kari, room.hers, 3)
    room.store.park(FACILITATOR, room.hers, "Next year")
    assert {one.ref: one.parked for one in room.store.candidates("goals")} == {room.hers: "Next year", room.his: ""}
    assert room.dots() == {room.his: (0, 0)}
    room.store.vote(room.kari, room.his, 2)
    with pytest.raises(OffTheTable):
        room.store.vote(room.kari, room.hers, 1)


def test_what_comes_back_brings_those_of_its_dots_that_are_still_free(room: Room) -> None:
    room.store.vote(room.kari, room.hers, 3)
    room.store.park(FACILITATOR, room.hers, "Next year")
    room.store.vote(room.kari, room.his, 2)
    room.store.unpark(FACILITATOR, room.hers)
    assert room.store.votes("goals", room.kari) == {room.his: 2, room.hers: 1}


def test_what_is_on_the_table_is_not_put_back_there(room: Room) -> None:
    for deed in (room.store.unpark, room.store.unmerge):
        with pytest.raises(OnTheTable):
            deed(FACILITATOR, room.hers)


def test_of_two_facilitators_who_park_a_proposal_one_is_told(tmp_path: Path) -> None:
    with created(tmp_path) as one, opened(tmp_path) as other:
        room = Room(one)
        one.park(FACILITATOR, room.hers, "Next year")
        with pytest.raises(OffTheTable):
            other.park(FACILITATOR, room.hers, "Too dear")
        assert [found.parked for found in other.candidates("goals")] == ["Next year", ""]


def test_neither_an_order_nor_an_empty_field_is_a_proposal(store: Store) -> None:
    kari = store.add_person("Kari").id
    propose(store, kari)
    put(store, ORDER, ["k1"], author=kari, owner=kari)
    put(store, VISION, "", author=kari, owner=kari)
    assert [one.ref.address for one in store.candidates("goals")] == [goal("k1")]
    assert store.candidates("organisation") == ()


# people who want to be forgotten


def test_an_erased_persons_votes_and_proposals_are_gone_and_the_chain_holds(tmp_path: Path) -> None:
    with created(tmp_path) as store, opened(tmp_path) as other:
        room = Room(store)
        store.vote(room.kari, room.his, 3)
        store.vote(room.ola, room.hers, 2)
        store.park(FACILITATOR, room.hers, "canary reason")
        store.erase(room.kari)
        for each in (store, other):
            assert each.tally("goals") == (Total(room.his, 0, 0),)
            assert each.votes("goals", room.kari) == {}
            assert each._now() == store._now()
        with opened(tmp_path) as again:
            assert again._now() == store._now()
        assert [found for found in store.check(full=True) if "SQLite" not in found.message] == []
        assert "canary reason" not in str(store.entries())
    assert not any(b"canary reason" in file.read_bytes() for file in tmp_path.iterdir())


def test_what_is_kept_about_a_person_includes_their_votes(room: Room) -> None:
    room.store.vote(room.kari, room.his, 2)
    room.store.vote(room.ola, room.his, 1)
    kept = [entry.value["dots"] for entry in room.store.mydata(room.kari).entries if entry.kind == "vote"]
    assert kept == [2]


# whatever is done in whatever order

MEMORY = Path("/dev/shm")  # noqa: S108 - a disk without waiting, where there is one
PEOPLE = st.integers(0, 3)
GOALS = st.sampled_from(["k1", "k2"])


class AgainstAModel(RuleBasedStateMachine):
    """The model keeps what was proposed, merged, parked and cast in plain dicts, and counts from scratch."""

    @initialize()
    def begin(self) -> None:
        self.folder = TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None)
        self.path = Path(self.folder.name)
        self.store, self.other = created(self.path), opened(self.path)
        self.people = people(self.store, "A", "B", "C", "D")
        self.state: State | None = None
        self.limit = 3
        self.there: list[Ref] = []
        self.into: dict[Ref, Ref] = {}
        self.parked: set[Ref] = set()
        self.cast: dict[tuple[str, Ref], int] = {}

    @precondition(lambda self: self.state is None or self.state is State.OPEN)
    @rule(person=PEOPLE, id=GOALS)
    def propose_something(self, person: int, id: str) -> None:
        ref = Ref(self.people[person], goal(id))
        if ref not in self.there and self._does(lambda: propose(self.store, ref.owner, id), ref.owner in self._alive()):
            self.there.append(ref)

    @rule(to=st.sampled_from(ORDER_OF_STATES), limit=st.sampled_from([None, 2, 3]), elsewhere=st.booleans())
    def move_on(self, to: State, limit: int | None, elsewhere: bool) -> None:
        store = self.other if elsewhere else self.store
        is_private = self.state in (None, State.OPEN) or not self._is_revealed()
        may = to is State.OPEN if self.state is None else not (is_private and to in (State.VOTING, State.AGREED))
        if self._does(lambda: move(store, to, dots=limit), may):
            self.revealed = to not in (State.OPEN, State.CLOSED) or (to is State.CLOSED and self._is_revealed())
            self.state, self.limit = to, limit or self.limit
            if to is State.OPEN:
                self.cast = {}

    @precondition(lambda self: self.there)
    @rule(voter=PEOPLE, number=st.integers(0, 7), dots=st.integers(0, 3))
    def vote(self, voter: int, number: int, dots: int) -> None:
        who, ref = self.people[voter], self.there[number % len(self.there)]
        given = self._counted(who)
        fits = sum(given.values()) - given.get(ref, 0) + dots <= self.limit
        may = self.state is State.VOTING and who in self._alive() and self._is_open(ref) and fits
        if self._does(lambda: self.store.vote(who, ref, dots), may):
            for key in [key for key in self.cast if key[0] == who and self._root(key[1]) == ref]:
                del self.cast[key]
            if dots:
                self.cast[who, ref] = dots

    @precondition(lambda self: len(self.there) > 1)
    @rule(one=st.integers(0, 7), other=st.integers(0, 7))
    def merge(self, one: int, other: int) -> None:
        into, dupe = (self.there[number % len(self.there)] for number in (one, other))
        may = into != dupe and self._is_sorted() and self._is_open(into) and self._is_open(dupe)
        if self._does(lambda: self.store.merge(FACILITATOR, into, dupe), may):
            self.into.pop(into, None)
            self.into[dupe] = into

    @precondition(lambda self: self.into)
    @rule(number=st.integers(0, 7))
    def take_apart(self, number: int) -> None:
        ref = sorted(self.into)[number % len(self.into)]
        if self._does(lambda: self.store.unmerge(FACILITATOR, ref), self._is_sorted() and ref in self.there):
            del self.into[ref]

    @precondition(lambda self: self.there)
    @rule(number=st.integers(0, 7))
    def park_or_not(self, number: int) -> None:
        ref = self.there[number % len(self.there)]
        if ref in self.parked:
            if self._does(lambda: self.store.unpark(FACILITATOR, ref), self._is_sorted()):
                self.parked.discard(ref)
        elif self._does(lambda: self.store.park(FACILITATOR, ref, "Later"), self._is_sorted() and self._is_open(ref)):
            self.parked.add(ref)

    @precondition(lambda self: len(self._alive()) > 2)
    @rule(person=PEOPLE)
    def forget(self, person: int) -> None:
        who = self.people[person]
        if who not in self._alive():
            return
        self.store.erase(who)
        self.there = [ref for ref in self.there if ref.owner != who]
        self.parked = {ref for ref in self.parked if ref.owner != who}
        self.cast = {key: dots for key, dots in self.cast.items() if key[0] != who}

    @rule()
    def open_again(self) -> None:
        before = self.store._now()
        self.store.close()
        self.store = opened(self.path)
        assert before == self.store._now()

    @invariant()
    def both_count_as_the_model(self) -> None:
        roots = [ref for ref in self.there if self._root(ref) == ref]
        expected = dict.fromkeys((ref for ref in roots if ref not in self.parked), 0)
        for who in self.people:
            for ref, dots in self._counted(who).items():
                expected[ref] += dots
        for store in (self.store, self.other):
            assert expected == {total.ref: total.dots for total in store.tally("goals")}
            assert set(roots) == {one.ref for one in store.candidates("goals")}

    def teardown(self) -> None:
        damaged = [finding for finding in self.store.check(full=True) if "SQLite" not in finding.message]
        self.store.close()
        self.other.close()
        self.folder.cleanup()
        assert damaged == []

    revealed = False

    def _is_revealed(self) -> bool:
        return self.state is not None and self.revealed

    def _is_sorted(self) -> bool:
        return self._is_revealed() and self.state is not State.CLOSED

    def _alive(self) -> set[str]:
        return {person.id for person in self.store.people()}

    def _root(self, ref: Ref) -> Ref:
        last, step = ref, ref
        while step in self.into:
            step = self.into[step]
            last = step if step in self.there else last
        return last

    def _is_open(self, ref: Ref) -> bool:
        return self._root(ref) == ref and ref not in self.parked

    def _counted(self, who: str) -> dict[Ref, int]:
        """The newest dots first, up to the limit, of what is on the table."""
        left, counted = self.limit, dict[Ref, int]()
        for (voter, ref), dots in reversed(self.cast.items()):
            root = self._root(ref)
            if voter == who and ref in self.there and root not in self.parked and min(dots, left):
                counted[root] = counted.get(root, 0) + min(dots, left)
                left -= min(dots, left)
        return counted

    def _does(self, deed: object, may: bool) -> bool:
        try:
            deed()  # type: ignore[operator]
        except WorkshopError as error:
            assert not may, error
            return False
        assert may
        return True


AgainstAModel.TestCase.settings = settings(
    max_examples=30, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
test_a_store_counts_as_a_simple_model_does = AgainstAModel.TestCase
