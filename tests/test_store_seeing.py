"""What a participant may see, and above all what not."""

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rounding import ORDER_OF_STATES, move, people, propose
from storing import VISION, created, goal, opened, put, putting, remove
from workshoplib.errors import WorkshopError
from workshoplib.store import (
    FACILITATOR,
    Address,
    Candidate,
    NoSuchPerson,
    NoSuchPlace,
    Ref,
    Role,
    Seen,
    State,
    Store,
    Total,
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with created(tmp_path) as made:
        yield made


@pytest.fixture
def pair(store: Store) -> tuple[str, str]:
    kari, ola = people(store, "Kari", "Ola")
    return kari, ola


def _come_to(store: Store, state: State, *owners: str, **told: object) -> None:
    """Leads a round to a state, with a goal by each of these people in it."""
    move(store, State.OPEN, **told)
    for number, owner in enumerate(owners):
        propose(store, owner, f"k{number}", f"canary of {owner}")
    for step in ORDER_OF_STATES[1 : ORDER_OF_STATES.index(state) + 1]:
        move(store, step)


def _others(store: Store, person: str) -> list[str]:
    """The texts that a person sees as candidates."""
    return [one.value["text"] for one in store.seen_by(person, "goals").candidates]


def test_people_see_their_own_answers_with_revisions_and_what_was_agreed(store: Store, pair: tuple[str, str]) -> None:
    kari, _ = pair
    agreed = put(store, VISION, "Ours")
    put(store, VISION, "Hers", author=kari, owner=kari)
    seen = store.seen_by(kari, "organisation")
    assert store.answer(VISION, kari) == seen.own[VISION]
    assert ("Ours", agreed.revision) == (seen.agreed[VISION].value, seen.agreed[VISION].revision)


def test_people_see_the_step_and_the_round(store: Store, pair: tuple[str, str]) -> None:
    store.go(FACILITATOR, "goals", base=0)
    move(store, State.OPEN, dots=4)
    seen = store.seen_by(pair[0], "goals")
    assert seen.round
    assert (seen.step, seen.round.state, seen.round.dots, seen.revision) == ("goals", State.OPEN, 4, store.head())


@pytest.mark.parametrize("state", ORDER_OF_STATES)
def test_people_see_each_others_proposals_once_they_are_revealed(
    store: Store, pair: tuple[str, str], state: State
) -> None:
    kari, ola = pair
    _come_to(store, state, kari, ola)
    expected = [] if state is State.OPEN else [f"canary of {kari}", f"canary of {ola}"]
    assert expected == _others(store, kari)


def test_what_goes_back_to_private_is_hidden_again(store: Store, pair: tuple[str, str]) -> None:
    _come_to(store, State.REVEALED, *pair)
    move(store, State.OPEN)
    assert _others(store, pair[0]) == []


def test_what_was_closed_before_the_reveal_is_never_shown(store: Store, pair: tuple[str, str]) -> None:
    _come_to(store, State.OPEN, *pair)
    move(store, State.CLOSED)
    assert _others(store, pair[0]) == []


@pytest.mark.parametrize("state", ORDER_OF_STATES)
def test_totals_are_shown_when_the_voting_is_over(store: Store, pair: tuple[str, str], state: State) -> None:
    kari, ola = pair
    _come_to(store, State.VOTING, kari, ola)
    store.vote(ola, Ref(kari, goal("k0")), 2)
    if state is not State.VOTING:
        move(store, state)
    is_over = state in (State.AGREED, State.CLOSED)
    expected = (Total(Ref(kari, goal("k0")), 2, 1), Total(Ref(ola, goal("k1")), 0, 0)) if is_over else ()
    assert expected == store.seen_by(kari, "goals").tally


def test_people_see_their_own_votes_alone(store: Store, pair: tuple[str, str]) -> None:
    kari, ola = pair
    _come_to(store, State.VOTING, kari, ola)
    store.vote(ola, Ref(kari, goal("k0")), 2)
    store.vote(kari, Ref(ola, goal("k1")), 1)
    assert store.seen_by(kari, "goals").votes == {Ref(ola, goal("k1")): 1}


def test_candidates_bear_their_owners_names(store: Store, pair: tuple[str, str]) -> None:
    _come_to(store, State.REVEALED, *pair)
    store.merge(FACILITATOR, Ref(pair[0], goal("k0")), Ref(pair[1], goal("k1")))
    (one,) = store.seen_by(pair[1], "goals").candidates
    assert (one.name, one.others, one.is_mine) == ("Kari", ("Ola",), False)


def test_who_is_erased_is_no_longer_named(store: Store, tmp_path: Path, pair: tuple[str, str]) -> None:
    _come_to(store, State.REVEALED, *pair)
    with opened(tmp_path) as other:
        assert "Kari" in repr(other.seen_by(pair[1], "goals"))
        store.erase(pair[0])
        assert "Kari" not in repr(other.seen_by(pair[1], "goals"))


def test_somebody_who_came_later_is_named_as_well(store: Store, pair: tuple[str, str]) -> None:
    _come_to(store, State.REVEALED, *pair)
    store.seen_by(pair[0], "goals")
    late = store.add_person("Siri").id
    propose(store, late, "k7", author=FACILITATOR)
    assert [one.name for one in store.seen_by(pair[0], "goals").candidates] == ["Kari", "Ola", "Siri"]


# anonymous rounds


def test_where_nobody_is_named_nothing_tells_whose_a_proposal_is(store: Store, pair: tuple[str, str]) -> None:
    kari, ola = pair
    move(store, State.OPEN, anonymous=True)
    propose(store, kari)
    move(store, State.REVEALED)
    (one,) = store.seen_by(ola, "goals").candidates
    assert re.fullmatch(r"#\d{15}", one.ref.owner)
    assert (one.name, one.others, one.revision, one.is_mine) == ("", (), 0, False)
    assert not {kari, "Kari"} & set(re.findall(r"\w+", repr(store.seen_by(ola, "goals"))))


def test_where_nobody_is_named_people_know_their_own(store: Store, pair: tuple[str, str]) -> None:
    _come_to(store, State.REVEALED, *pair, anonymous=True)
    mine = {one.value["text"]: one.is_mine for one in store.seen_by(pair[0], "goals").candidates}
    assert mine == {f"canary of {pair[0]}": True, f"canary of {pair[1]}": False}


def test_a_number_is_the_same_for_everybody_and_after_opening_again(tmp_path: Path) -> None:
    with created(tmp_path) as store:
        pair = people(store, "Kari", "Ola")
        _come_to(store, State.REVEALED, *pair, anonymous=True)
        shown = [[one.ref for one in store.seen_by(person, "goals").candidates] for person in pair]
    with opened(tmp_path) as again:
        assert [[one.ref for one in again.seen_by(person, "goals").candidates] for person in pair] == shown
    assert shown[0] == shown[1]


def test_the_order_of_unnamed_proposals_does_not_follow_that_of_people_or_time(tmp_path: Path) -> None:
    orders = set()
    for number in range(6):  # of four proposals, all in one order by chance: once in 24 to the 5th
        with created(tmp_path, f"w{number}") as store:
            four = people(store, "A", "B", "C", "D")
            _come_to(store, State.REVEALED, *four, anonymous=True)
            orders.add(tuple(one.ref.address.item for one in store.seen_by(four[0], "goals").candidates))
    assert len(orders) > 1


def test_a_number_cannot_be_worked_out_from_what_people_know(tmp_path: Path) -> None:
    shown = []
    for latecomers in (0, 1):  # the same person at the same place; only what the journal alone knows differs
        draws = count()
        made = Store.create(
            tmp_path / f"{latecomers}.workshop", random=lambda n, draws=draws: bytes([next(draws) % 250]) * n
        )
        with made as store:
            (kari,) = people(store, "Kari")
            people(store, *["Ola"] * latecomers)
            _come_to(store, State.REVEALED, kari, anonymous=True)
            shown.append((kari, store.seen_by(kari, "goals").candidates[0].ref.owner))
    assert shown[0][0] == shown[1][0]
    assert shown[0][1] != shown[1][1]


def test_an_unnamed_proposal_does_not_lead_to_its_owners_named_ones(store: Store, pair: tuple[str, str]) -> None:
    kari, ola = pair
    persona, campaign = Address("personas", "personas", "p1"), Address("budget", "campaigns", "b1")
    for part, unnamed in (("personas", False), ("budget", True)):
        move(store, State.OPEN, part=part, anonymous=unnamed)
    put(store, persona, {}, author=kari, owner=kari)
    put(store, campaign, {"personas": ["p1"]}, author=kari, owner=kari)
    for part in ("personas", "budget"):
        move(store, State.REVEALED, part=part)
    (one,) = store.seen_by(ola, "budget").candidates
    assert one.value["personas"] == []
    store.agree(FACILITATOR, kari, persona)
    (one,) = store.seen_by(ola, "budget").candidates
    assert one.value["personas"] == ["p1"]


# who looks, and at what


def test_strangers_see_nothing(store: Store) -> None:
    for who in ("stranger", FACILITATOR):
        with pytest.raises(NoSuchPerson):
            store.seen_by(who, "goals")


def test_who_was_erased_elsewhere_sees_and_writes_nothing_more(
    store: Store, tmp_path: Path, pair: tuple[str, str]
) -> None:
    kari, _ = pair
    with opened(tmp_path) as other:
        other.seen_by(kari, "goals")
        store.erase(kari)
        for deed in (lambda: other.seen_by(kari, "goals"), lambda: propose(other, kari)):
            with pytest.raises(NoSuchPerson):
                deed()


def test_a_part_that_does_not_exist_is_not_shown(store: Store, pair: tuple[str, str]) -> None:
    with pytest.raises(NoSuchPlace):
        store.seen_by(pair[0], "weather")


def test_who_changed_what_was_agreed_is_nobodys_business(store: Store, pair: tuple[str, str]) -> None:
    anna = store.add_person("Anna", Role.FACILITATOR).id
    put(store, VISION, "Ours", author=anna)
    move(store, State.OPEN, part="organisation", author=anna)
    assert anna not in repr(store.seen_by(pair[0], "organisation"))


def test_a_removed_proposal_is_no_candidate(store: Store, pair: tuple[str, str]) -> None:
    _come_to(store, State.REVEALED, *pair)
    remove(store, goal("k0"), store.answer(goal("k0"), pair[0]).revision, owner=pair[0])
    assert _others(store, pair[1]) == [f"canary of {pair[1]}"]


def test_looking_again_after_every_kind_of_change_shows_what_a_fresh_look_shows(tmp_path: Path) -> None:
    with created(tmp_path) as store:
        kari, ola = people(store, "Kari", "Ola")
        hers, his = Ref(kari, goal("k0")), Ref(ola, goal("k1"))
        _come_to(store, State.REVEALED, kari, ola)
        changes = [
            lambda: move(store, State.REVEALED, anonymous=True),
            lambda: move(store, State.VOTING),
            lambda: store.vote(kari, his, 1),
            lambda: store.merge(FACILITATOR, hers, his),
            lambda: store.unmerge(FACILITATOR, his),
            lambda: store.park(FACILITATOR, his, "Later"),
            lambda: store.unpark(FACILITATOR, his),
            lambda: move(store, State.AGREED),
            lambda: store.agree(FACILITATOR, kari, hers.address),
            lambda: store.go(FACILITATOR, "personas", base=0),
            lambda: store.erase(ola),
        ]
        for change in changes:
            change()
            with opened(tmp_path) as fresh:
                assert fresh.seen_by(kari, "goals") == store.seen_by(kari, "goals")


# whatever happens

MEMORY = Path("/dev/shm")  # noqa: S108 - a disk without waiting, where there is one
PARTS = ("goals", "organisation")
NAMES = ("Namecanary0", "Namecanary1", "Namecanary2")
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(
            ["propose", "propose", "move", "move", "move", "vote", "merge", "park", "agree", "note", "enter"]
        ),
        st.integers(0, 2),
        st.integers(0, 1),
        st.integers(0, 7),
    ),
    max_size=25,
)


class Story:
    """A workshop in which anything happens, and what it wrote down of who wrote what."""

    def __init__(self, folder: Path) -> None:
        self.store = created(folder)
        self.people = people(self.store, *NAMES)
        self.written: dict[str, set[str]] = {person: set() for person in self.people}
        self.numbers = count()

    def tell(self, kind: str, person: int, part: int, number: int) -> None:
        """One more thing happens, if the store lets it."""
        who, where = self.people[person], PARTS[part]
        with suppress(WorkshopError):
            getattr(self, kind)(who, where, number)

    def propose(self, who: str, part: str, number: int, author: str = "") -> None:
        text = f"canary{next(self.numbers)}of{who}"
        address = VISION if part == "organisation" else goal(f"k{number % 2}{self.people.index(who)}")
        value = text if part == "organisation" else {"text": text}
        base = self.store.answer(address, who).revision
        self.store.save(author or who, putting(address, value, base, who))
        self.written[who].add(text)

    def enter(self, who: str, part: str, number: int) -> None:
        self.propose(who, part, number, author=FACILITATOR)

    def move(self, _who: str, part: str, number: int) -> None:
        move(self.store, ORDER_OF_STATES[min(number // 2, 4)], part=part, anonymous=True if number % 2 else None)

    def vote(self, who: str, part: str, number: int) -> None:
        self.store.vote(who, self._one(part, number).ref, 1)

    def merge(self, _who: str, part: str, number: int) -> None:
        self.store.merge(FACILITATOR, self._one(part, number).ref, self._one(part, number + 1).ref)

    def park(self, _who: str, part: str, number: int) -> None:
        self.store.park(FACILITATOR, self._one(part, number).ref, "Later")

    def agree(self, _who: str, part: str, number: int) -> None:
        one = self._one(part, number)
        self.store.agree(FACILITATOR, one.ref.owner, one.ref.address, value=one.value)

    def note(self, _who: str, part: str, number: int) -> None:
        self.store.note(FACILITATOR, part, f"canarynote{number}")

    def others(self, person: str) -> set[str]:
        """What the others wrote, who they are and what facilitators noted, without what the group agreed on."""
        texts = set[str]().union(*(texts for who, texts in self.written.items() if who != person))
        told = repr(self.store.answers("goals")) + repr(self.store.answers("organisation"))
        return {text for text in texts if text not in told}

    def identities(self, person: str) -> set[str]:
        """What tells who the others are."""
        both = zip(self.people, NAMES, strict=True)
        return {word for who, name in both for word in (who, name) if who != person}

    def _one(self, part: str, number: int) -> Candidate:
        found = self.store.candidates(part)
        return found[number % len(found)] if found else Candidate(Ref("nobody", VISION), None, 0)


@given(changes=CHANGES)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_happens_nobody_sees_what_they_may_not(changes: list[tuple[str, int, int, int]]) -> None:
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        story = Story(Path(folder))
        with story.store:
            for change in changes:
                story.tell(*change)
                for person in story.people:
                    for part in PARTS:
                        _is_within_bounds(story, person, story.store.seen_by(person, part))


def _is_within_bounds(story: Story, person: str, seen: Seen) -> None:
    told, round = repr(seen), seen.round
    assert "canarynote" not in told
    is_private = round is None or round.state is State.OPEN or not round.revealed
    if is_private:
        assert not [text for text in story.others(person) if text in told]
        assert (seen.candidates, dict(seen.votes)) == ((), {})
    if is_private or (round and round.anonymous):
        without_texts = re.sub(r"canary\d+of\w+", "", told)
        assert not [word for word in story.identities(person) if word in without_texts]
    if is_private or (round and round.state not in (State.AGREED, State.CLOSED)):
        assert seen.tally == ()
