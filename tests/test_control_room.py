"""The control room: what it shows of a workshop, and what becomes of every move, without a browser."""

import asyncio
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from ipywidgets import HTML, Button, Checkbox, Dropdown, Text, Textarea, Widget

from storing import START, Ticking, op_id, put
from workshoplib import places
from workshoplib.asking import Asking
from workshoplib.facts import Facts
from workshoplib.live import private, status
from workshoplib.live.codes import Links, key_beside
from workshoplib.live.control import html, presence, state
from workshoplib.live.control.cards import Duplicate, ProposalCard, worded_anew
from workshoplib.live.control.deeds import Deeds
from workshoplib.live.control.moves import legal
from workshoplib.live.control.pace import Visit, pace
from workshoplib.live.control.room import ControlRoom
from workshoplib.live.control.sight import Looking
from workshoplib.live.control.state import Panel, panel, timer
from workshoplib.live.control.tables import clock
from workshoplib.session import FORMS_SWITCH, Session
from workshoplib.steps import STEPS, render
from workshoplib.steps.blocks import Table
from workshoplib.steps.view import View
from workshoplib.store import FACILITATOR, Address, Person, Ref, Round, State, Store, Write
from workshoplib.strategy.facilitation import AgendaBlock, AgendaStep, Facilitation, Meeting
from workshoplib.words import words

SAY = words("en")
NOW = START + timedelta(minutes=5)
HOSTILE = "<script>alert('x')</script><b>{braces}</b> $5 & \"quotes\""
ROUND = Round("goals", State.OPEN, START, START)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "kyst.workshop", clock=Ticking()) as made:
        yield made


@pytest.fixture
def deeds(store: Store) -> Deeds:
    return Deeds(store, SAY)


def view(store: Store, owner: str = "") -> View:
    return View(store.strategy(owner), SAY, Facts(places.data() / "facts"), date(2027, 1, 6))


def shown(store: Store, now: datetime = NOW, *, peek: bool = False) -> Panel:
    return panel(Looking(store).look(NOW), view(store), now, peek=peek)


def at(store: Store, wanted: State | None, step: str = "goals") -> None:
    """Takes the room to a step, and its round, move by move, to a state."""
    room = store.room()
    if room.step != step:
        store.go(FACILITATOR, step, base=room.revision)
    part = next(found.part for found in STEPS if found.name == step)
    while wanted is not None:
        now = store.room().rounds.get(part)
        if now and now.state is wanted:
            return
        onward = State.OPEN if now is None else tuple(State)[tuple(State).index(now.state) + 1]
        store.move(FACILITATOR, part, onward, base=now.revision if now else 0)


def proposed(store: Store, person: Person, text: str, item: str = "") -> Ref:
    address = Address("goals", "goals", item or f"g{person.id}"[:8])
    store.save(person.id, Write(op_id(), address, "put", {"text": text}, 0, person.id))
    return Ref(person.id, address)


def round_of(store: Store) -> Round:
    return store.room().rounds["goals"]


def rows(blocks: tuple[Any, ...], caption: str) -> tuple[tuple[str, ...], ...]:
    return next(block.rows for block in blocks if isinstance(block, Table) and block.caption == caption)


def people_rows(store: Store) -> tuple[tuple[str, ...], ...]:
    return rows(shown(store).people, "Answers saved by each person, step by step")


def told_by_server(store: Store, **people: Any) -> None:
    """Puts the server's file beside the workshop."""
    told = {"address": "http://127.0.0.1:8866", "code": "K7PM2QXH", "started": START.isoformat(), "people": people}
    Path(f"{store.where}-live").write_text(json.dumps(told), encoding="utf-8")


def on_a_device(seen: datetime, *, connected: bool) -> dict[str, Any]:
    return {"seen": seen.isoformat(), "connected": connected, "step": "goals"}


# What is shown


def test_before_the_first_step_it_offers_the_first(store: Store) -> None:
    found = shown(store)
    assert (found.title, found.following, found.moves) == (
        "The workshop has not begun",
        ("welcome", "Where you start"),
        (),
    )


def test_after_the_last_step_there_is_no_next(store: Store) -> None:
    at(store, None, "review")
    assert shown(store).following is None


def test_without_a_server_it_says_how_to_start_one(store: Store) -> None:
    assert "workshop live" in shown(store).live.text


def test_with_a_server_it_says_where_and_by_which_code_people_join(store: Store) -> None:
    told_by_server(store)
    assert "http://127.0.0.1:8866 with the code K7PM-2QXH" in shown(store).live.text


@pytest.mark.parametrize("told", ["", "{", "[]", '{"address": "x"}', '{"address": "a", "code": "b", "people": 3}'])
def test_a_status_file_that_is_none_counts_as_no_server(store: Store, told: str) -> None:
    Path(f"{store.where}-live").write_text(told, encoding="utf-8")
    assert presence.live(store.where, NOW) is None


def test_a_server_that_fell_silent_with_people_in_counts_as_gone(store: Store) -> None:
    told_by_server(store, someone=on_a_device(NOW - timedelta(minutes=1), connected=True))
    assert presence.live(store.where, NOW) is None


def test_a_server_with_nobody_in_may_be_silent(store: Store) -> None:
    told_by_server(store, someone=on_a_device(NOW - timedelta(hours=1), connected=False))
    assert presence.live(store.where, NOW) is not None


def test_the_servers_own_file_is_understood(store: Store) -> None:
    people = {"here": status.Presence(NOW.isoformat(), connected=True, step="goals")}
    file = status.StatusFile(private.beside(store.where, status.KIND))
    file.write(status.Status("http://127.0.0.1:8866", "K7PM2QXH", START.isoformat(), people))
    found = presence.live(store.where, NOW)
    assert found == presence.Live("http://127.0.0.1:8866", "K7PM2QXH", {"here": presence.Presence(connected=True)})


def test_it_tells_who_is_connected_who_is_away_and_who_has_no_device(store: Store) -> None:
    here, away, none = (store.add_person(name) for name in ("Åse", "Bo", "Cato"))
    told_by_server(store, **{here.id: on_a_device(NOW, connected=True), away.id: on_a_device(START, connected=False)})
    out = store.add_person("Dag")
    store.revoke(FACILITATOR, out.id)
    found = {row[0]: row[1] for row in people_rows(store)}
    assert found == {"Åse": "Connected", "Bo": "Away since 09:00", none.name: "No device", "Dag": "Access taken away"}


def test_it_counts_what_each_person_has_saved_in_each_step(store: Store) -> None:
    person = store.add_person("Åse")
    proposed(store, person, "One", "one")
    proposed(store, person, "Two", "two")
    put(store, Address("goals", "goals"), ["two", "one"], author=person.id, owner=person.id)
    put(store, Address("organisation", "vision"), "Best", author=person.id, owner=person.id)
    assert people_rows(store)[0][2:11] == ("1", "2", "–", "–", "–", "–", "–", "–", "–")


def test_while_people_write_not_a_word_of_theirs_is_shown(store: Store) -> None:
    at(store, State.OPEN)
    proposed(store, store.add_person("Åse"), "Secret wish")
    found = shown(store)
    assert ("Secret wish" in repr(found), found.lead) == (False, "1 proposal waits, hidden until you reveal it.")


def test_a_round_that_was_closed_unrevealed_hides_them_still(store: Store) -> None:
    at(store, State.OPEN)
    proposed(store, store.add_person("Åse"), "Secret wish")
    store.move(FACILITATOR, "goals", State.CLOSED, base=round_of(store).revision)
    assert "Secret wish" not in repr(shown(store))


def test_revealed_proposals_are_cards_with_their_writers(store: Store) -> None:
    at(store, State.OPEN)
    proposed(store, store.add_person("Åse"), "Ten leads")
    at(store, State.REVEALED)
    assert [(card.number, card.title, card.by) for card in shown(store).cards] == [(1, "Ten leads", "Åse")]


def test_where_the_round_is_anonymous_no_card_names_anybody(store: Store) -> None:
    store.go(FACILITATOR, "goals", base=0)
    store.move(FACILITATOR, "goals", State.OPEN, base=0, anonymous=True)
    proposed(store, store.add_person("Åse"), "Ten leads")
    at(store, State.REVEALED)
    assert [card.by for card in shown(store).cards] == [""]


def test_a_plain_answer_is_a_card_under_its_question(store: Store) -> None:
    at(store, State.OPEN, "welcome")
    person = store.add_person("Åse")
    put(store, Address("organisation", "vision"), "The best", author=person.id, owner=person.id)
    at(store, State.REVEALED, "welcome")
    assert [(card.title, card.pairs) for card in shown(store).cards] == [("Vision", (("", "The best"),))]


def voting(store: Store) -> tuple[Ref, Ref]:
    """Two proposals, of which the second has two dots."""
    at(store, State.OPEN)
    one, two = store.add_person("Åse"), store.add_person("Bo")
    refs = proposed(store, one, "One"), proposed(store, two, "Two")
    at(store, State.VOTING)
    store.vote(one.id, refs[1], 2)
    return refs


def test_running_totals_are_hidden_from_the_facilitator_too(store: Store) -> None:
    voting(store)
    found = shown(store)
    assert ([card.dots for card in found.cards], ("1", "have voted") in found.counts) == ([None, None], True)


def test_a_facilitator_who_asks_sees_the_running_totals(store: Store) -> None:
    voting(store)
    assert [card.dots for card in shown(store, peek=True).cards] == [2, 0]


def test_once_the_vote_is_over_the_totals_are_shown_most_first(store: Store) -> None:
    voting(store)
    at(store, State.AGREED)
    assert [(card.title, card.dots) for card in shown(store).cards] == [("Two", 2), ("One", 0)]


def test_two_people_of_one_name_can_be_told_apart(store: Store) -> None:
    for _ in range(2):
        store.add_person("Kari")
    assert [name for name, _ in shown(store).persons] == ["Kari", "Kari (2)"]


def test_a_page_without_buttons_tells_the_same(store: Store) -> None:
    at(store, State.OPEN)
    store.add_person("Åse")
    plain = render.plain(state.blocks(Looking(store).look(NOW), view(store), NOW))
    assert all(text in plain for text in ("Step 2 of 9: Your goals", "Åse", "Progress by step"))


# The clock


@pytest.mark.parametrize(
    ("left", "shown_as", "said"),
    [
        (timedelta(minutes=4, seconds=59.2), "5:00", "5 minutes left"),
        (timedelta(seconds=59), "0:59", "1 minute left"),
        (timedelta(0), "0:00", "Time is up"),
        (timedelta(seconds=-75), "−1:15", "Time is up"),
    ],
)
def test_the_timer_counts_down_and_on(store: Store, left: timedelta, shown_as: str, said: str) -> None:
    found = timer(replace(ROUND, ends=NOW + left), view(store), NOW)
    assert found and (found.shown, found.said) == (shown_as, said)


def test_a_round_without_a_timer_or_done_with_shows_no_clock(store: Store) -> None:
    closed = replace(ROUND, state=State.CLOSED, ends=NOW)
    assert [timer(round, view(store), NOW) for round in (None, ROUND, closed)] == [None, None, None]


AGENDA = Facilitation(
    meetings=(Meeting(day=NOW.date(), starts=time(9), hours=3),),
    agenda=(
        AgendaBlock(step=AgendaStep.WELCOME, minutes=30),
        AgendaBlock(step=AgendaStep.BREAK, minutes=10),
        AgendaBlock(step=AgendaStep.GOALS, minutes=35),
        AgendaBlock(step=AgendaStep.KPIS, minutes=25),
    ),
)


def visited(*moments: tuple[str, int]) -> tuple[Visit, ...]:
    """Visits to steps, so many minutes after nine."""
    return tuple(Visit(step, START + timedelta(minutes=minutes)) for step, minutes in moments)


@pytest.mark.parametrize(
    ("visits", "minutes", "behind", "ends"),
    [
        ((("welcome", 0), ("goals", 40)), 50, 0, 100),  # in the goals' time
        ((("welcome", 0), ("goals", 52)), 60, 12, 112),  # began late
        ((("welcome", 0), ("goals", 40)), 80, 5, 105),  # took longer than planned
        ((("welcome", 0), ("goals", 20)), 30, -20, 80),  # ahead
        ((("welcome", 15),), 20, 15, 115),  # the first began late: the meeting says when it should have
        ((("goals", 40), ("welcome", 60), ("goals", 70)), 80, 10, 110),  # came back: both visits count
    ],
)
def test_the_agenda_is_held_against_the_clock(
    visits: tuple[tuple[str, int], ...], minutes: int, behind: int, ends: int
) -> None:
    found = pace(AGENDA, visited(*visits), START + timedelta(minutes=minutes))
    assert (found.behind, found.ends) == (timedelta(minutes=behind), START + timedelta(minutes=ends))


def test_an_agenda_for_another_day_is_moved_to_when_the_room_began() -> None:
    agenda = AGENDA.model_copy(update={"meetings": (Meeting(day=date(2030, 1, 1), starts=time(13), hours=3),)})
    found = pace(agenda, visited(("goals", 60)), START + timedelta(minutes=70))
    assert (found.behind, found.is_moved, [block.starts for block in found.blocks]) == (
        timedelta(),
        True,
        [time(9, 20), time(9, 50), time(10), time(10, 35)],
    )


def test_the_verdict_agrees_with_the_clock_and_the_times_of_the_agenda(store: Store) -> None:
    sight = replace(
        Looking(store).look(NOW),
        strategy=store.strategy().model_copy(update={"facilitation": AGENDA}),
        visits=visited(("welcome", 0), ("goals", 20)),
    )
    told = render.plain(
        clock(
            sight, View(sight.strategy, SAY, Facts(places.data() / "facts"), NOW.date()), START + timedelta(minutes=30)
        )
    )
    expected = "You are 20 minutes ahead of the agenda. The agenda ends at 10:40. At this pace you end at 10:20."
    assert (expected in told, "35 minutes" in told) == (True, True)


def test_without_a_start_in_the_agenda_the_first_step_starts_the_clock() -> None:
    agenda = AGENDA.model_copy(update={"meetings": ()})
    found = pace(agenda, visited(("welcome", 15)), START + timedelta(minutes=20))
    assert (found.behind, found.ends) == (timedelta(), START + timedelta(minutes=115))


def test_only_what_was_used_today_counts() -> None:
    found = pace(AGENDA, visited(("welcome", -24 * 60), ("goals", 40)), START + timedelta(minutes=50))
    assert [block.used for block in found.blocks] == [timedelta(0), timedelta(0), timedelta(minutes=10), timedelta(0)]


def test_a_step_that_is_not_on_the_agenda_has_no_pace() -> None:
    found = pace(AGENDA, visited(("budget", 0)), NOW)
    assert (found.behind, found.ends, len(found.blocks)) == (None, None, 4)


def test_the_time_after_the_end_of_the_workshop_belongs_to_no_step(store: Store) -> None:
    at(store, None)
    store.end(FACILITATOR)
    assert [visit.step for visit in Looking(store).look(NOW).visits] == ["goals", ""]


# Moves


@pytest.mark.parametrize("now", [None, *State])
def test_the_panel_offers_exactly_the_moves_that_the_store_allows(tmp_path: Path, now: State | None) -> None:
    def goes(place: int, to: State) -> bool:
        with Store.create(tmp_path / f"{place}.workshop", clock=Ticking()) as store:
            at(store, now)
            round = store.room().rounds.get("goals")
            return Deeds(store, SAY).move("goals", round, to, reason="We forgot something").is_done

    with Store.create(tmp_path / "offered.workshop", clock=Ticking()) as store:
        at(store, now)
        offered = {move.to for move in legal(store.room().rounds.get("goals"))}
    assert {to for place, to in enumerate(State) if to is not now and goes(place, to)} == offered


def test_going_back_needs_a_reason_and_everybody_reads_it(store: Store, deeds: Deeds) -> None:
    at(store, State.REVEALED)
    refused = deeds.move("goals", round_of(store), State.OPEN)
    done = deeds.move("goals", round_of(store), State.OPEN, reason=" Kari came late ")
    assert (refused.is_done, done.is_done, round_of(store).reason) == (False, True, "Kari came late")
    assert "Went back because: Kari came late" in shown(store).about


def test_a_move_that_another_facilitator_was_faster_with_is_told_in_a_sentence(store: Store, deeds: Deeds) -> None:
    at(store, State.OPEN)
    seen = round_of(store)
    store.move(FACILITATOR, "goals", State.REVEALED, base=seen.revision)
    told = deeds.move("goals", seen, State.REVEALED)
    assert (told.is_done, "A facilitator set this part to “Revealed”" in told.sentence) == (False, True)


def test_a_step_that_another_facilitator_was_faster_with_is_told_and_left(store: Store, deeds: Deeds) -> None:
    sight = Looking(store).look(NOW)
    store.go(FACILITATOR, "kpis", base=0)
    told = deeds.go(sight, "goals")
    assert (told.is_done, "led everybody to another step" in told.sentence, store.room().step) == (False, True, "kpis")


def test_the_timer_is_set_prolonged_and_stopped_without_moving_the_round(store: Store, deeds: Deeds) -> None:
    at(store, State.OPEN)
    ends = []
    deeds.time(round_of(store), NOW + timedelta(minutes=10))
    ends.append(round_of(store).ends)
    deeds.more_time(round_of(store), NOW, timedelta(minutes=5))
    ends.append(round_of(store).ends)
    deeds.time(round_of(store), None)
    ends.append(round_of(store).ends)
    assert (ends, round_of(store).state) == (
        [NOW + timedelta(minutes=10), NOW + timedelta(minutes=15), None],
        State.OPEN,
    )


def test_time_that_is_added_after_the_end_counts_from_now(store: Store, deeds: Deeds) -> None:
    at(store, State.OPEN)
    deeds.more_time(replace(round_of(store), ends=NOW - timedelta(minutes=3)), NOW, timedelta(minutes=5))
    assert round_of(store).ends == NOW + timedelta(minutes=5)


# What is done to proposals


def revealed(store: Store, *texts: str) -> list[Ref]:
    at(store, State.OPEN)
    refs = [proposed(store, store.add_person(f"P{n}"), text, f"goal-{n}") for n, text in enumerate(texts)]
    at(store, State.REVEALED)
    return refs


def test_agreeing_takes_a_proposal_into_the_strategy_as_it_is(store: Store, deeds: Deeds) -> None:
    (ref,) = revealed(store, "Ten leads")
    told = deeds.agree(Looking(store).look(NOW), ref)
    assert (told.is_done, [goal.text for goal in store.strategy().goals.goals]) == (True, ["Ten leads"])
    assert [card.is_agreed for card in shown(store).cards] == [True]


def test_agreeing_on_what_another_has_edited_meanwhile_is_refused(store: Store, deeds: Deeds) -> None:
    (ref,) = revealed(store, "Ten leads")
    sight = Looking(store).look(NOW)
    put(store, ref.address, {"text": "Twelve leads"})
    told = deeds.agree(sight, ref)
    assert (told.is_done, [goal.text for goal in store.strategy().goals.goals]) == (False, ["Twelve leads"])


def test_merged_duplicates_are_numbers_on_the_card_that_stands_for_them(store: Store, deeds: Deeds) -> None:
    one, two, three = revealed(store, "One", "Also one", "Three")
    deeds.merge(one, [two])
    found = [(card.number, card.title, card.also) for card in shown(store).cards]
    assert found == [(1, "One", (2,)), (3, "Three", ())]
    deeds.take_apart([two])
    assert [card.title for card in shown(store).cards] == ["One", "Also one", "Three"]
    assert three in {card.ref for card in shown(store).cards}


def test_a_merged_duplicate_shows_its_words_and_its_writer_under_the_card(store: Store, deeds: Deeds) -> None:
    one, two = revealed(store, "One", "Also one")
    deeds.merge(one, [two])
    (card,) = shown(store).cards
    assert [(other.number, other.title, other.by) for other in card.duplicates] == [(2, "Also one", "P1")]


def test_where_the_round_is_anonymous_no_duplicate_names_anybody(store: Store, deeds: Deeds) -> None:
    store.go(FACILITATOR, "goals", base=0)
    store.move(FACILITATOR, "goals", State.OPEN, base=0, anonymous=True)
    one, two = (proposed(store, store.add_person(name), name) for name in ("Åse", "Bo"))
    at(store, State.REVEALED)
    deeds.merge(one, [two])
    (card,) = shown(store).cards
    assert [other.by for other in card.duplicates] == [""]


def test_agreeing_in_other_words_keeps_all_else_of_the_proposal(store: Store, deeds: Deeds) -> None:
    at(store, State.OPEN)
    person = store.add_person("Åse")
    address = Address("goals", "goals", "g1")
    store.save(person.id, Write(op_id(), address, "put", {"text": "Ten leads", "evidence": "Last year"}, 0, person.id))
    at(store, State.REVEALED)
    (candidate,) = store.candidates("goals")
    value = worded_anew(address, candidate.value, "Twelve leads")
    deeds.agree(Looking(store).look(NOW), candidate.ref, value)
    (goal,) = store.strategy().goals.goals
    assert ((goal.text, goal.evidence), [card.is_agreed for card in shown(store).cards]) == (
        ("Twelve leads", "Last year"),
        [True],
    )


def test_a_proposal_that_was_changed_after_it_was_agreed_can_be_agreed_on_again(store: Store, deeds: Deeds) -> None:
    (ref,) = revealed(store, "Ten leads")
    deeds.agree(Looking(store).look(NOW), ref)
    store.move(FACILITATOR, "goals", State.OPEN, base=round_of(store).revision, reason="More time")
    seen = store.answer(ref.address, ref.owner).revision
    store.save(ref.owner, Write(op_id(), ref.address, "put", {"text": "Nine leads"}, seen, ref.owner))
    at(store, State.REVEALED)
    assert [card.is_agreed for card in shown(store).cards] == [False]


def test_agreeing_says_which_references_had_to_go(store: Store, deeds: Deeds) -> None:
    person = store.add_person("Åse")
    at(store, State.OPEN)
    private = proposed(store, person, "Ten leads", "g1")
    store.move(FACILITATOR, "goals", State.CLOSED, base=round_of(store).revision)
    at(store, State.OPEN, "kpis")
    address = Address("kpis", "kpis", "k1")
    store.save(person.id, Write(op_id(), address, "put", {"name": "Leads", "goal": private.address.item}, 0, person.id))
    at(store, State.REVEALED, "kpis")
    told = deeds.agree(Looking(store).look(NOW), Ref(person.id, address))
    assert "Left out, because the group has not agreed on what it refers to: Goal." in told.sentence


def test_a_parked_proposal_goes_to_the_end_with_its_reason_and_comes_back(store: Store, deeds: Deeds) -> None:
    one, _ = revealed(store, "One", "Two")
    refused = deeds.park([one], "  ")
    deeds.park([one], "For the autumn")
    parked = [(card.title, card.parked) for card in shown(store).cards]
    deeds.unpark([one])
    assert (refused.is_done, parked) == (False, [("Two", ""), ("One", "For the autumn")])
    assert [card.parked for card in shown(store).cards] == ["", ""]


def test_dots_are_placed_for_somebody_without_a_device_up_to_what_each_has(store: Store, deeds: Deeds) -> None:
    refs = voting(store)
    voter = store.add_person("No phone")
    done, refused = deeds.vote(voter.id, refs[0], 3), deeds.vote(voter.id, refs[1], 1)
    assert (done.is_done, refused.is_done, store.votes("goals", voter.id)) == (True, False, {refs[0]: 3})


def test_notes_are_kept_by_step_newest_first(store: Store, deeds: Deeds) -> None:
    at(store, None)
    for text in ("First", "Second"):
        deeds.note("goals", text)
    deeds.note("kpis", "Elsewhere")
    assert [text for _, text in shown(store).notes] == ["Second", "First"]


def test_somebody_is_added_put_out_and_let_in_again(store: Store, deeds: Deeds) -> None:
    deeds.add_person("  Kari   Nordmann ")
    (name, id), *_ = shown(store).persons
    deeds.revoke(id, name)
    out = shown(store)
    deeds.readmit(id, name)
    assert (name, out.persons, out.revoked) == ("Kari Nordmann", (), (("Kari Nordmann", id),))
    assert shown(store).persons == (("Kari Nordmann", id),)


def test_a_name_that_is_none_is_refused_in_a_sentence(deeds: Deeds) -> None:
    told = deeds.add_person("   ")
    assert (told.is_done, "1 to 80 characters" in told.sentence) == (False, True)


def test_the_workshop_is_ended_and_goes_on(store: Store, deeds: Deeds) -> None:
    at(store, State.OPEN)
    deeds.end()
    ended = shown(store)
    deeds.resume()
    assert (ended.ended, ended.title, ended.moves) == (True, "The workshop has ended", ())
    assert not shown(store).ended


def test_a_look_at_a_store_where_nothing_happened_is_the_look_before(store: Store) -> None:
    looking = Looking(store)
    assert looking.look(NOW) is looking.look(NOW)


def test_somebody_who_joins_is_seen_although_the_journal_has_not_grown(store: Store) -> None:
    looking = Looking(store)
    looking.look(NOW)
    store.add_person("Åse")
    assert [person.name for person in looking.look(NOW).people] == ["Åse"]


# The panel


class Desk:
    """A control room whose widgets are pressed as a person would."""

    def __init__(self, store: Store) -> None:
        def asking(part: str, owner: str) -> Asking:
            return Asking(store, part, FACILITATOR, owner, lambda: view(store, owner))

        self.store = store
        self.room = ControlRoom(store, lambda: view(store), asking, lambda: NOW)

    def all(self) -> Iterator[Widget]:
        """All widgets that are on the screen, in order."""
        yield from self._inside(self.room.widget)

    def _inside(self, widget: Widget) -> Iterator[Widget]:
        if "wf-folded" not in widget._dom_classes:
            yield widget
            for child in getattr(widget, "children", ()):
                yield from self._inside(child)

    def button(self, name: str) -> Button:
        return next(one for one in self.all() if isinstance(one, Button) and one.description == name)

    def press(self, name: str) -> None:
        self.button(name).click()

    def labelled(self, label: str) -> Any:
        return next(one for one in self.all() if getattr(one, "description", None) == label)

    def tick(self, *numbers: int) -> None:
        for number in numbers:
            self.labelled(f"Proposal {number}").value = True

    @property
    def buttons(self) -> list[str]:
        return [one.description for one in self.all() if isinstance(one, Button)]

    @property
    def html(self) -> str:
        return "\n".join(one.value for one in self.all() if isinstance(one, HTML) and "<style>" not in one.value)


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store)


def test_a_whole_round_is_led_by_pressing(desk: Desk, store: Store) -> None:
    desk.labelled("Step").value = "goals"
    desk.press("Go to this step")
    desk.press("Open the round")
    people = [store.add_person(name) for name in ("Åse", "Bo", "Cato")]
    for place, (person, text) in enumerate(zip(people, ("One", "Also one", "Three"), strict=True)):
        proposed(store, person, text, f"goal-{place}")
    desk.press("Reveal all proposals")
    desk.tick(1, 2)
    desk.press("Merge the ticked ones")
    desk.tick(3)
    desk.labelled("Reason to park").value = "Later"
    desk.press("Park the ticked ones")
    desk.press("Start the vote")
    desk.press("End the vote and agree")
    desk.press("Agree on 1")
    desk.press("Close the round")
    desk.press("Next: Your audience")
    written = [(entry.kind, entry.action) for entry in store.entries() if entry.author == FACILITATOR]
    assert written == [
        ("room", "go"),
        ("round", "open"),
        ("round", "revealed"),
        ("merge", "merge"),
        ("park", "park"),
        ("round", "voting"),
        ("round", "agreed"),
        ("answer", "put"),
        ("round", "closed"),
        ("room", "go"),
    ]


def test_the_list_of_steps_stands_at_the_step_of_the_room(desk: Desk, store: Store) -> None:
    at(store, None, "kpis")
    desk.room.look()
    assert desk.labelled("Step").value == "kpis"


def test_a_step_that_was_chosen_stays_while_others_write(desk: Desk, store: Store) -> None:
    at(store, None, "kpis")
    desk.room.look()
    desk.labelled("Step").value = "goals"
    store.add_person("Åse")
    desk.room.look()
    assert desk.labelled("Step").value == "goals"


def test_while_a_timer_runs_it_is_prolonged_or_stopped_and_not_started(desk: Desk, store: Store) -> None:
    def offered() -> list[str]:
        return [name for name in desk.buttons if "minute" in name or "timer" in name]

    at(store, State.OPEN)
    desk.room.look()
    before = offered()
    desk.press("Start the timer")
    assert (before, offered()) == (["Start the timer"], ["+1 minute", "+5 minutes", "Stop the timer"])


def test_a_merged_card_is_taken_apart_where_it_shows_the_duplicate(desk: Desk, store: Store) -> None:
    revealed(store, "One", "Also one")
    desk.room.look()
    desk.tick(1, 2)
    desk.press("Merge the ticked ones")
    merged = "Also one" in desk.html
    desk.press("Take 2 apart")
    assert (merged, [one.description for one in desk.all() if isinstance(one, Checkbox)]) == (
        True,
        ["Proposal 1", "Proposal 2"],
    )


def test_words_are_mended_before_the_group_agrees_on_them(desk: Desk, store: Store) -> None:
    revealed(store, "Ten leeds")
    desk.room.look()
    desk.press("Reword 1 first")
    box = desk.labelled("Agree on 1 in these words")
    offered, box.value = box.value, "Ten leads"
    desk.press("Agree on 1")
    assert (offered, [goal.text for goal in store.strategy().goals.goals]) == ("Ten leeds", ["Ten leads"])


def test_no_words_are_nothing_to_agree_on(desk: Desk, store: Store) -> None:
    revealed(store, "Ten leads")
    desk.room.look()
    desk.press("Reword 1 first")
    desk.labelled("Agree on 1 in these words").value = "  "
    desk.press("Agree on 1")
    assert ("Write down first" in desk.html, store.strategy().goals.goals) == (True, ())


def test_a_stale_press_is_told_and_the_panel_shows_what_the_other_did(desk: Desk, store: Store) -> None:
    at(store, State.OPEN)
    desk.room.look()
    at(store, State.REVEALED)
    desk.press("Reveal all proposals")
    assert ("A facilitator set this part to" in desk.html, "Start the vote" in desk.buttons) == (True, True)


def test_no_text_of_anybody_reaches_the_page_as_html(desk: Desk, store: Store, tmp_path: Path) -> None:
    at(store, State.OPEN)
    person = store.add_person(HOSTILE)
    proposed(store, person, HOSTILE)
    told_by_server(store, **{person.id: on_a_device(NOW, connected=True)})
    at(store, State.REVEALED)
    (card,) = shown(store).cards
    store.park(FACILITATOR, card.ref, HOSTILE)
    store.note(FACILITATOR, "goals", HOSTILE)
    store.move(FACILITATOR, "goals", State.OPEN, base=round_of(store).revision, reason=HOSTILE)
    store.move(FACILITATOR, "goals", State.REVEALED, base=round_of(store).revision)
    desk.room.look()
    desk.press("Take access away")
    assert ("<script" in desk.html, "<b>{" in desk.html, "&lt;script&gt;" in desk.html) == (False, False, True)
    assert {one.description_allow_html for one in desk.all() if hasattr(one, "description_allow_html")} == {False}


def test_every_control_has_a_name(desk: Desk, store: Store) -> None:
    voting(store)
    desk.room.look()
    desk.press("Enter their dots")
    controls = [one for one in desk.all() if isinstance(one, Button | Checkbox | Dropdown | Text | Textarea)]
    assert (len(controls) > 15, [one for one in controls if not one.description]) == (True, [])


def test_a_tick_stays_while_others_write(desk: Desk, store: Store) -> None:
    revealed(store, "One", "Two")
    desk.room.look()
    desk.tick(2)
    store.note(FACILITATOR, "goals", "Meanwhile")
    desk.room.look()
    assert [desk.labelled(f"Proposal {n}").value for n in (1, 2)] == [False, True]


def test_ending_is_asked_twice(desk: Desk, store: Store) -> None:
    desk.press("End the workshop")
    first = store.room().ended
    desk.press("No, go on")
    desk.press("End the workshop")
    desk.press("Yes, end it")
    assert (first, store.room().ended) == (False, True)
    desk.press("Let everybody in again")
    assert not store.room().ended


def test_a_proposal_is_entered_for_somebody_without_a_device(desk: Desk, store: Store) -> None:
    at(store, State.OPEN)
    desk.labelled("Name or nickname").value = "Cato"
    desk.press("Add somebody without a device")
    desk.press("Enter their proposals")
    desk.press("+ Goal")
    desk.labelled("Goal").value = "Ten leads"
    (person,) = store.people()
    assert [goal.text for goal in store.strategy(person.id).goals.goals] == ["Ten leads"]


def test_nobody_enters_or_reads_what_a_connected_person_writes_in_private(desk: Desk, store: Store) -> None:
    at(store, State.OPEN)
    person = store.add_person("Åse")
    told_by_server(store, **{person.id: on_a_device(NOW, connected=True)})
    desk.room.look()
    connected = "Enter their proposals" in desk.buttons
    told_by_server(store, **{person.id: on_a_device(NOW, connected=False)})
    desk.room.look()
    assert (connected, "Enter their proposals" in desk.buttons) == (False, True)


def test_a_form_for_somebody_stays_open_while_others_join_and_goes_with_the_choice(desk: Desk, store: Store) -> None:
    at(store, State.OPEN)
    others = [store.add_person(name) for name in ("Åse", "Bo")]
    desk.room.look()
    desk.press("Enter their proposals")
    store.add_person("Cato")
    desk.room.look()
    stays = "+ Goal" in desk.buttons
    desk.labelled("Person").value = others[1].id
    assert (stays, "+ Goal" in desk.buttons) == (True, False)


def test_what_was_agreed_is_edited_in_the_form_of_the_step(desk: Desk, store: Store) -> None:
    at(store, None)
    desk.room.look()
    desk.press("Edit what was agreed")
    desk.press("+ Goal")
    desk.labelled("Goal").value = "Ten leads"
    assert [goal.text for goal in store.strategy().goals.goals] == ["Ten leads"]


def test_a_lost_link_is_shown_again_while_the_server_runs(desk: Desk, store: Store) -> None:
    person = store.add_person("Åse")
    told_by_server(store)
    desk.room.look()
    desk.press("Show their link")
    link = desk.labelled("Personal link: give it to this person only").value
    address, _, token = link.partition("/?t=")
    links = Links(key_beside(private.beside(store.where, "key")), lambda: NOW)
    assert (address, links.person(token).person) == ("http://127.0.0.1:8866", person.id)


def test_without_a_server_no_link_is_offered(desk: Desk, store: Store) -> None:
    store.add_person("Åse")
    desk.room.look()
    assert "Show their link" not in desk.buttons


def test_dots_for_somebody_are_entered_in_boxes_and_too_many_are_taken_back(desk: Desk, store: Store) -> None:
    refs = voting(store)
    voter = store.add_person("Cato")
    desk.room.look()
    desk.labelled("Person").value = voter.id
    desk.press("Enter their dots")
    numbers = {card.ref: card.number for card in shown(store).cards}
    desk.labelled(f"Dots for proposal {numbers[refs[0]]}").value = 2
    desk.labelled(f"Dots for proposal {numbers[refs[1]]}").value = 3
    assert (store.votes("goals", voter.id), desk.labelled(f"Dots for proposal {numbers[refs[1]]}").value) == (
        {refs[0]: 2},
        0,
    )


def test_it_follows_the_store_by_itself(store: Store) -> None:
    async def watched() -> str:
        desk = Desk(store)
        following = asyncio.create_task(desk.room.follow())
        store.add_person("Åse")
        async with asyncio.timeout(30):
            while "Åse" not in desk.html:
                await asyncio.sleep(0.05)
        following.cancel()
        return desk.html

    assert "Åse" in asyncio.run(watched())


def test_a_card_escapes_titles_labels_and_names() -> None:
    ref = Ref("p", Address("goals", "goals", "g"))
    card = ProposalCard(ref, 1, HOSTILE, ((HOSTILE, HOSTILE),), HOSTILE, (), 3, HOSTILE, is_agreed=True, wording=None)
    duplicate = Duplicate(ref, 2, HOSTILE, ((HOSTILE, HOSTILE),), HOSTILE)
    assert "<script" not in html.card(card, SAY) + html.duplicate(duplicate, SAY)


# The verb


@pytest.fixture
def shell() -> Iterator[InteractiveShell]:
    """The shell that displays go through; its parts are singletons, so it is taken away again."""
    yield InteractiveShell.instance()
    InteractiveShell.clear_instance()


def displayed_by_run(where: str) -> dict[str, Any]:
    with capture_output() as captured:
        Session.open(where).run()
    bundle: dict[str, Any] = captured.outputs[-1].data
    return bundle


@pytest.mark.usefixtures("shell")
def test_where_nobody_can_press_a_button_run_shows_tables_and_no_widget(store: Store) -> None:
    store.add_person("Åse")
    bundle = displayed_by_run(store.where)
    assert ("Åse" in bundle["text/html"], [kind for kind in bundle if "widget" in kind]) == (True, [])


@pytest.mark.usefixtures("shell")
def test_where_somebody_sits_run_shows_the_panel(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FORMS_SWITCH, "on")
    assert "application/vnd.jupyter.widget-view+json" in displayed_by_run(store.where)


@pytest.mark.usefixtures("shell")
def test_a_strategy_from_a_document_has_no_room(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("organisation: {name: Kyst}", encoding="utf-8")
    assert "cannot be changed here" in displayed_by_run(str(tmp_path / "plan.yaml"))["text/plain"]


@pytest.mark.usefixtures("shell")
def test_a_room_that_is_run_again_follows_the_store_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FORMS_SWITCH, "on")

    async def run_three_times() -> int:
        for _ in range(3):
            displayed_by_run(store.where)
            await asyncio.sleep(0)
        return len(asyncio.all_tasks()) - 1  # but this one

    assert asyncio.run(run_three_times()) == 1
