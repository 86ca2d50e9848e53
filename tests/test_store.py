"""Saving, and what stands afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings

import made_up
import storing
from storing import ORDER, VISION, created, goal, goals, opened, put, putting, remove, removing
from workshoplib.store import (
    FACILITATOR,
    Address,
    AlreadyThere,
    Answer,
    InUse,
    Invalid,
    Malformed,
    Nameless,
    NoSuchItem,
    NoSuchPerson,
    NoSuchPlace,
    NothingThere,
    NotYours,
    OnlyFacilitators,
    OpIdTaken,
    Role,
    Stale,
    Store,
    Write,
)
from workshoplib.strategy import Strategy, references
from workshoplib.strategy.goals import Goal, Goals
from workshoplib.strategy.organisation import Organisation


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with created(tmp_path) as made:
        yield made


def test_a_new_store_holds_an_empty_strategy(store: Store) -> None:
    assert Strategy() == store.strategy()
    assert store.head() == 0


def test_what_is_saved_is_read_back_after_opening_again(store: Store, tmp_path: Path) -> None:
    put(store, VISION, "The harbour's own beer")
    store.close()
    with opened(tmp_path) as again:
        assert again.strategy().organisation.vision == "The harbour's own beer"


def test_a_store_is_created_with_a_strategy_in_it(tmp_path: Path) -> None:
    wanted = Strategy(organisation=Organisation(name="Kyst"))
    with Store.create(tmp_path / "full.workshop", strategy=wanted) as made:
        assert wanted == made.strategy()


def test_a_store_is_never_created_over_another_file(tmp_path: Path) -> None:
    taken = tmp_path / "taken.workshop"
    taken.write_text("mine")
    with pytest.raises(AlreadyThere):
        Store.create(taken)
    assert taken.read_text() == "mine"


def test_creating_leaves_no_other_files_than_the_workshops_own(store: Store, tmp_path: Path) -> None:
    store.close()
    assert {"kyst.workshop", "kyst.workshop-lock"} == {file.name for file in tmp_path.iterdir()}


def test_an_item_carries_its_id_and_all_defaults(store: Store) -> None:
    put(store, goal("k1"), {"text": "More visits", "deadline": "2027-12-31"})
    assert Goal(id="k1", text="More visits", deadline="2027-12-31") == store.strategy().goals.goals[0]


def test_the_answer_tells_value_revision_author_and_time(store: Store) -> None:
    saved = put(store, VISION, "Here")
    assert Answer("Here", 1, FACILITATOR, saved.at) == store.answer(VISION)


def test_where_nothing_was_answered_the_revision_is_zero(store: Store) -> None:
    assert Answer() == store.answer(VISION)


def test_answers_tell_a_whole_part(store: Store) -> None:
    put(store, goal("k1"), {})
    put(store, ORDER, ["k1"])
    assert {goal("k1"): 1, ORDER: 2} == {place: found.revision for place, found in store.answers("goals").items()}


def test_several_writes_are_saved_together(store: Store) -> None:
    saved = store.save(FACILITATOR, putting(VISION, "Here"), putting(goal("k1"), {"text": "More"}))
    assert saved.revisions == (1, 2)
    assert saved.revision == 2


def test_of_several_writes_none_is_saved_when_one_is_refused(store: Store) -> None:
    with pytest.raises(NoSuchItem):
        store.save(FACILITATOR, putting(VISION, "Here"), putting(goal("k1"), {"business_goal": "nowhere"}))
    assert Strategy() == store.strategy()
    assert store.head() == 0


def test_dropped_characters_are_counted_and_the_rest_is_kept(store: Store) -> None:
    saved = put(store, goal("k1"), {"text": "a\x00b\ud800c", "milestones": [{"celebrate": "cake\x07"}]})
    assert saved.dropped == 3
    assert goals(store) == [("k1", "abc")]


def test_removing_a_field_makes_it_empty_again(store: Store) -> None:
    saved = put(store, VISION, "Here")
    remove(store, VISION, saved.revision)
    assert Strategy() == store.strategy()


def test_history_keeps_all_that_was_ever_written_at_an_address(store: Store) -> None:
    first = put(store, VISION, "Here")
    second = put(store, VISION, "There", first.revision)
    remove(store, VISION, second.revision)
    assert [(entry.action, entry.value, entry.base) for entry in store.history(VISION)] == [
        ("put", "Here", 0),
        ("put", "There", 1),
        ("remove", None, 2),
    ]


def test_entries_since_a_revision_are_those_that_follow_it(store: Store) -> None:
    put(store, VISION, "Here")
    put(store, goal("k1"), {})
    assert [goal("k1")] == [entry.address for entry in store.entries(since=1)]


# the order of items


def test_items_stand_in_the_order_in_which_they_were_first_put(store: Store) -> None:
    for id in ("k2", "k1", "k3"):
        put(store, goal(id), {"text": id})
    put(store, goal("k2"), {"text": "edited"}, base=1)
    assert goals(store) == [("k2", "edited"), ("k1", "k1"), ("k3", "k3")]


def test_items_that_the_order_does_not_mention_come_after(store: Store) -> None:
    for id in ("k1", "k2", "k3"):
        put(store, goal(id), {"text": id})
    put(store, ORDER, ["k3"])
    assert [id for id, _ in goals(store)] == ["k3", "k1", "k2"]


def test_an_item_that_is_put_back_takes_its_old_place(store: Store) -> None:
    for id in ("k1", "k2"):
        put(store, goal(id), {"text": id})
    removed = remove(store, goal("k1"), 1)
    put(store, goal("k1"), {"text": "back"}, removed.revision)
    assert [id for id, _ in goals(store)] == ["k1", "k2"]


def test_an_order_that_names_an_item_twice_is_refused(store: Store) -> None:
    with pytest.raises(Invalid, match="twice"):
        put(store, ORDER, ["k1", "k1"])


# repeats


def test_a_repeated_op_id_answers_the_first_answer(store: Store) -> None:
    write = putting(goal("k1"), {"text": "a\x07b"})
    first = store.save(FACILITATOR, write)
    put(store, VISION, "meanwhile")
    for _ in range(20):
        again = store.save(FACILITATOR, write)
        assert (first.revision, first.at, first.dropped, True) == (
            again.revision,
            again.at,
            again.dropped,
            again.repeated,
        )
    assert store.head() == 2


def test_a_lost_answer_to_several_writes_can_be_asked_for_again_with_one_more(store: Store) -> None:
    first, second = putting(VISION, "Here"), putting(goal("k1"), {})
    store.save(FACILITATOR, first)
    saved = store.save(FACILITATOR, first, second)
    assert saved.revisions == (1, 2)
    assert not saved.repeated


@pytest.mark.parametrize(
    "other", [putting(VISION, "There"), putting(goal("k1"), {}), removing(VISION, 1)], ids=["value", "place", "action"]
)
def test_another_change_with_the_same_op_id_is_refused(store: Store, other: Write) -> None:
    first = putting(VISION, "Here")
    store.save(FACILITATOR, first)
    with pytest.raises(OpIdTaken):
        store.save(FACILITATOR, Write(first.op_id, other.address, other.action, other.value, other.base))


def test_two_changes_in_one_save_need_two_op_ids(store: Store) -> None:
    with pytest.raises(OpIdTaken):
        store.save(FACILITATOR, Write("same", VISION, "put", "a"), Write("same", goal("k1"), "put", {}))


# stale writes


def test_a_stale_write_is_refused_with_both_versions_name_and_time(store: Store) -> None:
    kari = store.add_person("Kari", Role.FACILITATOR)
    first = put(store, VISION, "Here")
    second = put(store, VISION, "Hers", first.revision, author=kari.id)
    with pytest.raises(Stale) as told:
        put(store, VISION, "Mine", first.revision)
    assert ("Mine", "Hers", second.revision, "Kari", second.at) == (
        told.value.mine.value,
        told.value.theirs.value,
        told.value.theirs.revision,
        told.value.name,
        told.value.at,
    )
    assert store.strategy().organisation.vision == "Hers"


def test_editing_what_somebody_removed_meanwhile_is_stale(store: Store) -> None:
    first = put(store, goal("k1"), {"text": "More"})
    remove(store, goal("k1"), first.revision)
    with pytest.raises(Stale, match="removed") as told:
        put(store, goal("k1"), {"text": "Even more"}, first.revision)
    assert None is told.value.theirs.value


def test_making_something_that_somebody_else_made_meanwhile_is_stale(store: Store) -> None:
    put(store, VISION, "Hers")
    with pytest.raises(Stale):
        put(store, VISION, "Mine")


def test_who_saw_nothing_may_write_where_something_was_removed(store: Store) -> None:
    remove(store, VISION, put(store, VISION, "Here").revision)
    put(store, VISION, "New")
    assert store.strategy().organisation.vision == "New"


def test_nothing_is_removed_where_nothing_is(store: Store) -> None:
    with pytest.raises(NothingThere):
        remove(store, VISION, 0)


# what fits


@pytest.mark.parametrize(
    ("address", "value", "words"),
    [
        (goal("k1"), {"baseline": "many"}, "Baseline"),
        (goal("k1"), {"txt": "misspelt"}, "txt"),
        (goal("k1"), {"id": "k2"}, "own id"),
        (goal("k1"), "no fields", "group of fields"),
        (goal("k1"), {"text": "x" * 301}, "301"),
        (goal("k1"), {"start": "2027-05-01", "deadline": "2027-04-01"}, "not after"),
        (goal("Not An Id"), {}, "cannot be an id"),
        (VISION, 7, "Text is expected"),
        (ORDER, "k1", "list"),
    ],
)
def test_a_value_that_does_not_fit_its_field_is_refused_in_a_sentence(
    store: Store, address: Address, value: object, words: str
) -> None:
    with pytest.raises(Invalid) as told:
        put(store, address, value)
    assert words in str(told.value)


@pytest.mark.parametrize(
    "address",
    [Address("weather", "wind"), Address("goals", "wind"), Address("organisation", "vision", "k1"), Address("", "")],
)
def test_a_place_that_the_strategy_does_not_have_is_refused(store: Store, address: Address) -> None:
    with pytest.raises(NoSuchPlace):
        put(store, address, "x")


def test_more_items_than_the_list_may_hold_are_refused(store: Store) -> None:
    store.save(FACILITATOR, *(putting(goal(f"k{number}"), {}) for number in range(30)))
    with pytest.raises(Invalid, match="30 at the most"):
        put(store, goal("one-more"), {})


def _deep(levels: int) -> object:
    value: object = "x"
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize(
    "value",
    [_deep(100_000), {"text": object()}, {"text": {1, 2}}, {"text": b"x"}],
    ids=["deep", "object", "set", "bytes"],
)
def test_what_is_no_json_is_refused(store: Store, value: object) -> None:
    with pytest.raises(Malformed):
        put(store, goal("k1"), value)


@pytest.mark.parametrize(
    "write",
    [
        Write("", VISION, "put", "x"),
        Write("x" * 81, VISION, "put", "x"),
        Write("a b", VISION, "put", "x"),
        Write("a", VISION, "put", "x", base=-1),
        Write("a", VISION, "drop", "x"),  # type: ignore[arg-type]
    ],
)
def test_a_write_that_no_form_sends_is_refused(store: Store, write: Write) -> None:
    with pytest.raises(Malformed):
        store.save(FACILITATOR, write)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 10**5000], ids=["nan", "inf", "huge"])
def test_a_number_that_is_none_is_refused(store: Store, value: float) -> None:
    with pytest.raises((Invalid, Malformed)):
        put(store, goal("k1"), {"baseline": value})


# references

BUSINESS_GOAL = Address("organisation", "business_goals", "b1")


def test_a_reference_to_nothing_is_refused_naming_the_field(store: Store) -> None:
    with pytest.raises(NoSuchItem, match="Business goal"):
        put(store, goal("k1"), {"business_goal": "b1"})


def test_what_others_refer_to_cannot_be_removed_and_the_sentence_names_them(store: Store) -> None:
    made = put(store, BUSINESS_GOAL, {"text": "Grow"})
    put(store, goal("k1"), {"text": "More visits", "business_goal": "b1"})
    put(store, goal("k2"), {"text": "More sales", "business_goal": "b1"})
    with pytest.raises(InUse) as told:
        remove(store, BUSINESS_GOAL, made.revision)
    assert str(told.value) == "“Grow” cannot be removed while “More visits” and 1 more refer to it. Change those first."


def test_what_nobody_refers_to_any_more_can_be_removed_in_the_same_save(store: Store) -> None:
    made = put(store, BUSINESS_GOAL, {"text": "Grow"})
    used = put(store, goal("k1"), {"business_goal": "b1"})
    store.save(FACILITATOR, removing(BUSINESS_GOAL, made.revision), removing(goal("k1"), used.revision))
    assert Strategy() == store.strategy()


def test_a_private_proposal_does_not_hold_up_the_group(store: Store) -> None:
    made = put(store, BUSINESS_GOAL, {"text": "Grow"})
    kari = store.add_person("Kari")
    put(store, goal("k1"), {"business_goal": "b1"}, author=kari.id, owner=kari.id)
    remove(store, BUSINESS_GOAL, made.revision)
    assert store.strategy().organisation.business_goals == ()


# people and their proposals


def test_people_are_kept_with_name_and_role(store: Store) -> None:
    kari = store.add_person("  Kari\x07  Nordmann ", Role.PARTICIPANT)
    assert (kari.name, kari.role) == ("Kari Nordmann", Role.PARTICIPANT)
    assert (kari,) == store.people()


@pytest.mark.parametrize("name", ["", "  ", "x" * 81])
def test_a_name_that_is_none_is_refused(store: Store, name: str) -> None:
    with pytest.raises(Nameless):
        store.add_person(name)


def test_a_proposal_is_its_owners_and_not_the_groups(store: Store) -> None:
    kari = store.add_person("Kari")
    put(store, goal("k1"), {"text": "Hers"}, author=kari.id, owner=kari.id)
    assert goals(store) == []
    assert goals(store, kari.id) == [("k1", "Hers")]
    assert [(kari.id, goal("k1"), "Hers")] == [
        (found.owner, found.address, found.answer.value["text"]) for found in store.proposals("goals")
    ]
    assert store.proposals("budget") == ()


def test_only_its_owner_changes_a_proposal(store: Store) -> None:
    kari, ola = store.add_person("Kari"), store.add_person("Ola")
    put(store, VISION, "Hers", author=kari.id, owner=kari.id)
    for other in (ola.id, FACILITATOR):
        with pytest.raises(NotYours):
            put(store, VISION, "His", base=1, author=other, owner=kari.id)


def test_a_participant_does_not_change_what_the_group_agreed(store: Store) -> None:
    kari = store.add_person("Kari")
    with pytest.raises(OnlyFacilitators):
        put(store, VISION, "Hers", author=kari.id)


@pytest.mark.parametrize("owner", ["", "stranger"])
def test_a_stranger_saves_nothing(store: Store, owner: str) -> None:
    with pytest.raises(NoSuchPerson):
        put(store, VISION, "x", author="stranger", owner=owner)


def test_agreeing_copies_a_proposal_to_the_group_and_keeps_the_history(store: Store) -> None:
    kari = store.add_person("Kari")
    put(store, goal("k1"), {"text": "Hers"}, author=kari.id, owner=kari.id)
    before = put(store, goal("k1"), {"text": "Ours"})
    store.agree(FACILITATOR, kari.id, goal("k1"), base=before.revision)
    assert [("k1", "Hers")] == goals(store) == goals(store, kari.id)
    assert [entry.value["text"] for entry in store.history(goal("k1"))] == ["Ours", "Hers"]


def test_agreeing_against_an_old_revision_is_stale(store: Store) -> None:
    kari = store.add_person("Kari")
    put(store, VISION, "Hers", author=kari.id, owner=kari.id)
    put(store, VISION, "Ours")
    with pytest.raises(Stale):
        store.agree(FACILITATOR, kari.id, VISION, base=0)


def test_a_participant_agrees_to_nothing(store: Store) -> None:
    kari = store.add_person("Kari")
    put(store, VISION, "Hers", author=kari.id, owner=kari.id)
    with pytest.raises(OnlyFacilitators):
        store.agree(kari.id, kari.id, VISION)


def test_there_is_nothing_to_agree_to_where_nothing_was_proposed(store: Store) -> None:
    kari = store.add_person("Kari")
    with pytest.raises(NothingThere):
        store.agree(FACILITATOR, kari.id, VISION)


# importing


def test_importing_makes_the_agreed_strategy_equal(store: Store) -> None:
    put(store, goal("gone"), {"text": "gone"})
    put(store, VISION, "gone")
    wanted = Strategy(goals=Goals(goals=(Goal(id="k2", text="b"), Goal(id="k1", text="a"))))
    store.import_strategy(FACILITATOR, wanted)
    assert wanted == store.strategy()


def test_importing_what_is_there_already_writes_nothing(store: Store) -> None:
    put(store, goal("k1"), {"text": "a"})
    saved = store.import_strategy(FACILITATOR, store.strategy())
    assert (saved.revision, saved.revisions) == (1, ())


def test_importing_orders_items_as_the_strategy_does_whatever_was_ordered_before(store: Store) -> None:
    put(store, ORDER, ["k1"])
    store.import_strategy(FACILITATOR, Strategy(goals=Goals(goals=(Goal(id="k2"), Goal(id="k1")))))
    assert [id for id, _ in goals(store)] == ["k2", "k1"]


def test_importing_keeps_proposals(store: Store) -> None:
    kari = store.add_person("Kari")
    put(store, VISION, "Hers", author=kari.id, owner=kari.id)
    store.import_strategy(FACILITATOR, Strategy())
    assert store.strategy(kari.id).organisation.vision == "Hers"


def test_importing_a_strategy_with_a_broken_reference_is_refused(store: Store) -> None:
    wanted = Strategy(goals=Goals(goals=(Goal(id="k1", business_goal="nowhere"),)))
    with pytest.raises(Exception, match="nowhere"):
        store.import_strategy(FACILITATOR, wanted)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(made_up.strategies(), made_up.strategies())
def test_any_strategy_can_follow_any_other(store: Store, one: Strategy, other: Strategy) -> None:
    for wanted in (one, other):
        assume(not references.broken(wanted))
        store.import_strategy(FACILITATOR, wanted)
        assert wanted == store.strategy()


def test_time_comes_from_the_clock_that_was_passed_in(store: Store) -> None:
    assert storing.START.date() == put(store, VISION, "x").at.date()
