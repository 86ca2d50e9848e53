"""Rounds: who moves them, where to, and what people may write meanwhile."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from rounding import ORDER_OF_STATES, come_to, move, people, propose
from storing import START, VISION, created, goal, op_id, opened, put, putting
from workshoplib.cli import app
from workshoplib.errors import WorkshopError
from workshoplib.store import (
    FACILITATOR,
    Address,
    Ended,
    GiveAReason,
    Malformed,
    MovedOn,
    NoSuchPerson,
    NoSuchPlace,
    NotBegun,
    NotNow,
    NotYours,
    OnlyFacilitatorsLead,
    OpIdTaken,
    Ref,
    RevealFirst,
    Revoked,
    Role,
    Room,
    Stale,
    State,
    StaysAnonymous,
    Store,
    TooMany,
    Unwritten,
    salvage,
)

LATER = START + timedelta(minutes=5)
CHANNEL = Address("platforms", "channels", "c1")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with created(tmp_path) as made:
        yield made


# where a round may go


def test_a_workshop_begins_without_rounds(store: Store) -> None:
    assert Room() == store.room()


def test_a_round_is_led_through_all_its_states(store: Store) -> None:
    seen = []
    for state in ORDER_OF_STATES:
        move(store, state)
        seen.append(store.room().rounds["goals"].state)
    assert list(ORDER_OF_STATES) == seen


def test_a_round_begins_by_opening_it(store: Store) -> None:
    for state in ORDER_OF_STATES[1:]:
        with pytest.raises(NotBegun):
            move(store, state)


PRIVATE = {State.OPEN: {State.VOTING, State.AGREED}}
"""States that would skip the reveal, by where the round is."""


@pytest.mark.parametrize("state", ORDER_OF_STATES)
@pytest.mark.parametrize("to", ORDER_OF_STATES)
def test_a_round_goes_on_or_back_but_never_past_the_reveal(store: Store, state: State, to: State) -> None:
    come_to(store, state)
    if to in PRIVATE.get(state, set()):
        with pytest.raises(RevealFirst):
            move(store, to)
    else:
        move(store, to)
        assert store.room().rounds["goals"].state is to


@pytest.mark.parametrize("state", ORDER_OF_STATES)
@pytest.mark.parametrize("to", ORDER_OF_STATES)
def test_only_the_way_back_needs_a_reason(store: Store, state: State, to: State) -> None:
    come_to(store, state)
    if ORDER_OF_STATES.index(to) < ORDER_OF_STATES.index(state):
        with pytest.raises(GiveAReason):
            move(store, to, reason="  ")
    elif to not in PRIVATE.get(state, set()):
        move(store, to, reason="")
        assert store.room().rounds["goals"].state is to


def test_what_was_closed_before_the_reveal_stays_private(store: Store) -> None:
    move(store, State.OPEN)
    move(store, State.CLOSED)
    assert not store.room().rounds["goals"].revealed
    with pytest.raises(RevealFirst):
        move(store, State.AGREED)


def test_a_round_tells_why_it_went_back(store: Store) -> None:
    come_to(store, State.AGREED)
    move(store, State.OPEN, reason=" Kari came\x07 late ")
    assert store.room().rounds["goals"].reason == "Kari came late"


def test_rounds_of_different_parts_do_not_meet(store: Store) -> None:
    come_to(store, State.VOTING)
    move(store, State.OPEN, part="personas")
    assert {part: round.state for part, round in store.room().rounds.items()} == {
        "goals": State.VOTING,
        "personas": State.OPEN,
    }


# timers, dots, names


def test_a_timer_that_is_over_closes_nothing(tmp_path: Path) -> None:
    with created(tmp_path) as store:
        move(store, State.OPEN, ends=START)
        round = store.room().rounds["goals"]
        propose(store, *people(store, "Kari"))
        assert (round.state, round.left(LATER)) == (State.OPEN, timedelta(minutes=-5))


def test_a_timer_is_set_anew_without_beginning_again(store: Store) -> None:
    move(store, State.OPEN)
    begun = store.room().rounds["goals"].since
    move(store, State.OPEN, reason="", ends=LATER)
    round = store.room().rounds["goals"]
    assert (round.since, round.ends, round.left(START)) == (begun, LATER, timedelta(minutes=5))
    assert round.at > begun


def test_a_round_without_a_timer_has_no_time_left_to_tell(store: Store) -> None:
    move(store, State.OPEN)
    assert store.room().rounds["goals"].left(START) is None


def test_dots_and_anonymity_stay_as_they_were_set(store: Store) -> None:
    come_to(store, State.VOTING, dots=5, anonymous=True)
    round = store.room().rounds["goals"]
    assert (round.dots, round.anonymous) == (5, True)


def test_without_a_word_there_are_three_dots_and_names(store: Store) -> None:
    move(store, State.OPEN)
    round = store.room().rounds["goals"]
    assert (round.dots, round.anonymous) == (3, False)


def test_who_was_promised_to_stay_unnamed_stays_unnamed(store: Store) -> None:
    move(store, State.OPEN, anonymous=True)
    propose(store, *people(store, "Kari"))
    for state in (State.REVEALED, State.OPEN):
        with pytest.raises(StaysAnonymous):
            move(store, state, anonymous=False)


def test_as_long_as_nobody_relied_on_it_a_round_may_be_named_again(store: Store) -> None:
    move(store, State.OPEN, anonymous=True)
    move(store, State.OPEN, anonymous=False)
    assert not store.room().rounds["goals"].anonymous


@pytest.mark.parametrize(
    "told", [{"dots": 0}, {"dots": 101}, {"dots": True}, {"ends": datetime(2027, 1, 6)}, {"reason": "x" * 20_001}]
)
def test_what_no_control_room_sends_is_refused(store: Store, told: dict[str, Any]) -> None:
    with pytest.raises(Malformed):
        move(store, State.OPEN, **told)


def test_a_state_and_a_part_that_nobody_knows_are_refused(store: Store) -> None:
    with pytest.raises(Malformed):
        move(store, "finished")  # type: ignore[arg-type]
    with pytest.raises(NoSuchPlace):
        move(store, State.OPEN, part="weather")


# several facilitators, and those who are none


def test_of_two_facilitators_who_move_a_round_one_is_told_who_was_faster_and_when(tmp_path: Path) -> None:
    with created(tmp_path) as one, opened(tmp_path) as other:
        anna = one.add_person("Anna", Role.FACILITATOR).id
        move(one, State.OPEN)
        seen = other.room().rounds["goals"].revision
        saved = one.move(anna, "goals", State.REVEALED, base=seen)
        with pytest.raises(MovedOn) as told:
            other.move(FACILITATOR, "goals", State.CLOSED, base=seen)
        assert f"Anna set this part to “Revealed” at {saved.at}" in str(told.value)
        assert told.value.theirs == other.room().rounds["goals"] == one.room().rounds["goals"]


def test_of_two_facilitators_who_begin_a_round_one_is_refused(tmp_path: Path) -> None:
    with created(tmp_path) as one, opened(tmp_path) as other:
        one.move(FACILITATOR, "goals", State.OPEN, base=0)
        with pytest.raises(MovedOn, match="A facilitator set this part to “Writing”"):
            other.move(FACILITATOR, "goals", State.OPEN, base=0)


def test_a_move_that_is_sent_again_was_saved_already(store: Store) -> None:
    number = op_id()
    first = move(store, State.OPEN, op_id=number, ends=LATER)
    move(store, State.REVEALED)
    again = store.move(FACILITATOR, "goals", State.OPEN, base=0, reason="Once more", ends=LATER, op_id=number)
    assert (first.revision, first.at, True) == (again.revision, again.at, again.repeated)
    assert store.room().rounds["goals"].state is State.REVEALED


def test_a_number_is_not_used_for_two_things(store: Store) -> None:
    number = op_id()
    store.go(FACILITATOR, "goals", base=0, op_id=number)
    with pytest.raises(OpIdTaken):
        move(store, State.OPEN, op_id=number)


LEADING: dict[str, Callable[[Store, str], object]] = {
    "go": lambda store, who: store.go(who, "goals", base=0),
    "move": lambda store, who: move(store, State.REVEALED, author=who),
    "merge": lambda store, who: store.merge(who, Ref("a", goal("k1")), Ref("b", goal("k1"))),
    "unmerge": lambda store, who: store.unmerge(who, Ref("a", goal("k1"))),
    "park": lambda store, who: store.park(who, Ref("a", goal("k1")), "Later"),
    "unpark": lambda store, who: store.unpark(who, Ref("a", goal("k1"))),
    "note": lambda store, who: store.note(who, "goals", "Good talk"),
    "revoke": lambda store, who: store.revoke(who, who),
    "readmit": lambda store, who: store.readmit(who, who),
    "end": lambda store, who: store.end(who),
    "resume": lambda store, who: store.resume(who),
}


@pytest.mark.parametrize("deed", LEADING)
def test_participants_lead_nothing(store: Store, deed: str) -> None:
    kari = store.add_person("Kari").id
    move(store, State.OPEN)
    with pytest.raises(OnlyFacilitatorsLead):
        LEADING[deed](store, kari)
    assert store.head() == 1


@pytest.mark.parametrize("deed", LEADING)
def test_strangers_lead_nothing(store: Store, deed: str) -> None:
    move(store, State.OPEN)
    with pytest.raises(NoSuchPerson):
        LEADING[deed](store, "stranger")


def test_a_facilitator_whose_access_was_withdrawn_leads_nothing(store: Store) -> None:
    anna = store.add_person("Anna", Role.FACILITATOR).id
    store.go(anna, "goals", base=0)
    store.revoke(FACILITATOR, anna)
    with pytest.raises(Revoked):
        move(store, State.OPEN, author=anna)


# what people write meanwhile


def test_without_any_round_people_write_where_they_like(store: Store) -> None:
    kari = store.add_person("Kari").id
    propose(store, kari)
    assert len(store.proposals("goals")) == 1


@pytest.mark.parametrize("state", ORDER_OF_STATES)
def test_people_write_proposals_only_while_a_part_is_open(store: Store, state: State) -> None:
    kari = store.add_person("Kari").id
    come_to(store, state)
    if state is not State.OPEN:
        with pytest.raises(NotNow):
            propose(store, kari)
    else:
        propose(store, kari)
    assert len(store.proposals()) == (state is State.OPEN)


def test_once_a_round_has_begun_the_other_parts_wait_for_theirs(store: Store) -> None:
    kari = store.add_person("Kari").id
    move(store, State.OPEN, part="personas")
    with pytest.raises(NotNow, match="has not been opened yet"):
        propose(store, kari)


@pytest.mark.parametrize("state", ORDER_OF_STATES)
def test_a_facilitator_writes_for_somebody_until_people_vote(store: Store, state: State) -> None:
    kari = store.add_person("Kari").id
    come_to(store, state)
    if state in (State.OPEN, State.REVEALED):
        propose(store, kari, author=FACILITATOR)
        assert [(FACILITATOR, kari)] == [(found.answer.author, found.owner) for found in store.proposals()]
    else:
        with pytest.raises(NotNow):
            propose(store, kari, author=FACILITATOR)


def test_a_facilitator_writes_for_nobody_whom_the_workshop_does_not_know(store: Store) -> None:
    move(store, State.OPEN)
    with pytest.raises(NoSuchPerson):
        propose(store, "stranger", author=FACILITATOR)


def test_a_participant_writes_for_nobody_else(store: Store) -> None:
    kari, ola = people(store, "Kari", "Ola")
    move(store, State.OPEN)
    with pytest.raises(NotYours):
        propose(store, kari, author=ola)


def test_a_facilitator_who_has_not_seen_a_proposal_does_not_overwrite_it(store: Store) -> None:
    kari = store.add_person("Kari").id
    move(store, State.OPEN)
    propose(store, kari)
    with pytest.raises(Stale, match="Kari changed this"):
        propose(store, kari, text="Mine", author=FACILITATOR)


def test_a_save_that_is_sent_again_after_the_reveal_was_saved_already(store: Store) -> None:
    kari = store.add_person("Kari").id
    move(store, State.OPEN)
    write = putting(goal("k1"), {"text": "More visits"}, owner=kari)
    first = store.save(kari, write)
    move(store, State.REVEALED)
    again = store.save(kari, write)
    assert (first.revision, True) == (again.revision, again.repeated)


def test_nobody_fills_the_workshop_with_rubbish(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workshoplib.store.acceptance._MOST_PROPOSALS", 3)
    kari = store.add_person("Kari").id
    for id in ("k1", "k2", "k3"):
        propose(store, kari, id)
    with pytest.raises(TooMany):
        propose(store, kari, "k4")
    assert len(store.proposals()) == 3


# the room


def test_everybody_is_led_to_a_step(store: Store) -> None:
    saved = store.go(FACILITATOR, "goals", base=0)
    room = store.room()
    assert (room.step, room.since, room.revision) == ("goals", saved.at, saved.revision)


def test_of_two_facilitators_who_go_on_one_is_told_where_the_room_is(tmp_path: Path) -> None:
    with created(tmp_path) as one, opened(tmp_path) as other:
        one.go(FACILITATOR, "goals", base=0)
        with pytest.raises(MovedOn, match="A facilitator led everybody to another step"):
            other.go(FACILITATOR, "personas", base=0)
        assert other.room().step == "goals"


def test_moving_a_round_does_not_make_the_step_stale(store: Store) -> None:
    seen = store.go(FACILITATOR, "goals", base=0).revision
    move(store, State.OPEN)
    store.go(FACILITATOR, "personas", base=seen)
    assert store.room().step == "personas"


@pytest.mark.parametrize("step", ["", "../goals", "a" * 41, "Goals\n"])
def test_a_step_is_a_plain_name(store: Store, step: str) -> None:
    with pytest.raises(Malformed):
        store.go(FACILITATOR, step, base=0)


def _deeds_of_participants(store: Store, who: str) -> list[Callable[[], object]]:
    return [
        lambda: propose(store, who, "k9"),
        lambda: store.vote(who, Ref(who, goal("k1")), 1),
        lambda: store.seen_by(who, "goals"),
    ]


def test_whose_access_was_withdrawn_neither_writes_nor_votes_nor_looks(store: Store) -> None:
    kari = store.add_person("Kari").id
    move(store, State.OPEN)
    propose(store, kari)
    store.revoke(FACILITATOR, kari)
    assert store.room().revoked == {kari}
    for deed in _deeds_of_participants(store, kari):
        with pytest.raises(Revoked):
            deed()


def test_who_is_let_in_again_goes_on(store: Store) -> None:
    kari = store.add_person("Kari").id
    store.revoke(FACILITATOR, kari)
    store.readmit(FACILITATOR, kari)
    propose(store, kari)
    assert store.room().revoked == frozenset()


def test_after_the_end_only_facilitators_go_on(store: Store) -> None:
    kari = store.add_person("Kari").id
    move(store, State.OPEN)
    store.end(FACILITATOR)
    for deed in _deeds_of_participants(store, kari):
        with pytest.raises(Ended):
            deed()
    put(store, VISION, "What we agreed")
    assert store.room().ended


def test_on_the_second_day_all_come_in_again(store: Store) -> None:
    kari = store.add_person("Kari").id
    store.end(FACILITATOR)
    store.resume(FACILITATOR)
    propose(store, kari)
    assert not store.room().ended


def test_access_is_withdrawn_from_people_only(store: Store) -> None:
    with pytest.raises(NoSuchPerson):
        store.revoke(FACILITATOR, "stranger")


def test_of_an_erased_person_the_room_remembers_nothing(tmp_path: Path) -> None:
    with created(tmp_path) as store:
        kari = store.add_person("Kari").id
        store.revoke(FACILITATOR, kari)
        store.erase(kari)
        assert store.room().revoked == frozenset()
        with opened(tmp_path) as again:
            assert store._now() == again._now()


# notes


def test_notes_are_kept_in_order_by_part(store: Store) -> None:
    store.note(FACILITATOR, "goals", " First\x07 ")
    store.note(FACILITATOR, "personas", "Elsewhere")
    store.note(FACILITATOR, "goals", "Second")
    assert [note.text for note in store.notes("goals")] == ["First", "Second"]


def test_a_note_says_something(store: Store) -> None:
    with pytest.raises(Unwritten):
        store.note(FACILITATOR, "goals", " \x07")
    assert store.notes("goals") == ()


# agreeing on proposals


def test_nothing_private_is_agreed_on(store: Store) -> None:
    kari = store.add_person("Kari").id
    move(store, State.OPEN)
    propose(store, kari)
    with pytest.raises(RevealFirst):
        store.agree(FACILITATOR, kari, goal("k1"))
    move(store, State.REVEALED)
    store.agree(FACILITATOR, kari, goal("k1"))
    assert [found.text for found in store.strategy().goals.goals] == ["More visits"]


def test_a_proposal_is_agreed_on_in_other_words(store: Store) -> None:
    kari = store.add_person("Kari").id
    propose(store, kari)
    store.agree(FACILITATOR, kari, goal("k1"), value={"text": "More visits from Bergen"})
    assert [found.text for found in store.strategy().goals.goals] == ["More visits from Bergen"]
    assert [found.text for found in store.strategy(kari).goals.goals] == ["More visits"]


def test_agreeing_lets_go_of_what_only_its_owner_can_follow_and_says_so(store: Store) -> None:
    put(store, Address("personas", "personas", "p2"), {})
    kari = store.add_person("Kari").id
    propose(store, kari)
    put(store, Address("personas", "personas", "p1"), {}, author=kari, owner=kari)
    campaign = Address("budget", "campaigns", "b1")
    put(store, campaign, {"goal": "k1", "personas": ["p1", "p2"]}, author=kari, owner=kari)
    saved = store.agree(FACILITATOR, kari, campaign)
    agreed = store.answer(campaign).value
    assert (agreed["goal"], agreed["personas"]) == ("", ["p2"])
    assert saved.let_go == ("Goal", "For whom")


def test_agreeing_keeps_what_leads_to_something_agreed(store: Store) -> None:
    kari = store.add_person("Kari").id
    propose(store, kari)
    store.agree(FACILITATOR, kari, goal("k1"))
    campaign = Address("budget", "campaigns", "b1")
    put(store, campaign, {"goal": "k1"}, author=kari, owner=kari)
    saved = store.agree(FACILITATOR, kari, campaign)
    assert (store.answer(campaign).value["goal"], saved.let_go) == ("k1", ())


# the journal underneath


def _a_whole_workshop(store: Store) -> None:
    kari, ola = people(store, "Kari", "Ola")
    store.go(FACILITATOR, "goals", base=0)
    move(store, State.OPEN, anonymous=True, ends=LATER)
    one, two = propose(store, kari), propose(store, ola)
    move(store, State.REVEALED)
    move(store, State.VOTING, dots=2)
    store.vote(kari, one, 2)
    store.vote(ola, two, 1)
    store.merge(FACILITATOR, one, two)
    store.note(FACILITATOR, "goals", "They agree")
    move(store, State.AGREED)
    store.park(FACILITATOR, one, "Next year")
    store.revoke(FACILITATOR, ola)
    store.end(FACILITATOR)


def test_opened_again_a_store_says_the_same(tmp_path: Path) -> None:
    with created(tmp_path) as store, opened(tmp_path) as follower:
        _a_whole_workshop(store)
        with opened(tmp_path) as again:
            assert store._now() == again._now() == follower._now()


def test_a_whole_workshop_is_sound_and_its_backup_says_the_same(tmp_path: Path) -> None:
    with created(tmp_path) as store:
        _a_whole_workshop(store)
        store.backup(tmp_path / "copy.workshop")
        assert [found for found in store.check(full=True) if "SQLite" not in found.message] == []
        with opened(tmp_path, "copy") as copy:
            assert store._now() == copy._now()


def test_what_is_salvaged_tells_the_same_of_rounds_and_votes(tmp_path: Path) -> None:
    with created(tmp_path) as store:
        _a_whole_workshop(store)
        room, tally = store.room(), store.candidates("goals")
    salvage(tmp_path / "kyst.workshop", tmp_path / "saved.workshop")
    with opened(tmp_path, "saved") as saved:
        assert (room, tally) == (saved.room(), saved.candidates("goals"))


def test_a_changed_round_is_damage(tmp_path: Path) -> None:
    with created(tmp_path) as store:
        come_to(store, State.VOTING)
        with store._medium.raw() as raw:  # type: ignore[attr-defined]
            raw.execute("UPDATE entries SET action = 'agreed' WHERE seq = 3")
        assert "the first is number 3" in str(store.check()[0])


def test_the_history_on_the_command_line_tells_of_rounds_and_votes(tmp_path: Path) -> None:
    with created(tmp_path) as store:
        _a_whole_workshop(store)
    told = CliRunner().invoke(app, ["history", str(tmp_path / "kyst.workshop")])
    assert told.exit_code == 0, told.output
    assert "voting" in told.output
    assert "merge" in told.output


def test_the_history_of_an_answer_tells_of_answers_alone(store: Store) -> None:
    kari = store.add_person("Kari").id
    move(store, State.OPEN)
    one = propose(store, kari)
    move(store, State.REVEALED)
    move(store, State.VOTING)
    store.vote(kari, one, 1)
    store.park(FACILITATOR, one, "Later")
    assert [entry.kind for entry in store.history(one.address, kari)] == ["answer"]


def test_every_refusal_is_a_sentence(store: Store) -> None:
    kari = store.add_person("Kari").id
    come_to(store, State.VOTING)
    told = []
    for deed in (
        lambda: store.go(kari, "goals", base=0),
        lambda: move(store, State.OPEN, reason=""),
        lambda: propose(store, kari),
        lambda: store.vote(kari, Ref(kari, goal("k1")), 1),
        lambda: store.vote(FACILITATOR, Ref(kari, goal("k1")), 1),
    ):
        with pytest.raises(WorkshopError) as refused:
            deed()
        told.append(str(refused.value))
    assert all(sentence.endswith(".") and "{" not in sentence for sentence in told)
