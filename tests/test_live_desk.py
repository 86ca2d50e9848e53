"""The desk: who is let in, what they may do and see there, and what happens when the line is cut."""

import asyncio
import json
import secrets
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from at_the_desk import Listener, Stranger, Workshop, at_work, writing
from storing import put
from workshoplib.errors import WorkshopError
from workshoplib.live import visitor, wire
from workshoplib.live.line import Credentials, Cut, Line, Refused
from workshoplib.live.pacing import Pace
from workshoplib.store import FACILITATOR, Address, Ref, Store
from workshoplib.words import words

GOALS = "goals"
say = words("en")


@pytest.fixture
def workshop(tmp_path: Path) -> Iterator[Workshop]:
    with at_work(tmp_path / "kyst.workshop") as made:
        made.go("goals")
        yield made


@pytest.fixture
def ada(workshop: Workshop) -> str:
    return workshop.store.add_person("Ada").id


@pytest.fixture
def bo(workshop: Workshop) -> str:
    return workshop.store.add_person("Bo").id


def seen(line: Line) -> wire.Seen:
    return wire.Seen.model_validate(line.ask("look"))


def refusal(line: Line, do: str, **told: Any) -> str:
    with pytest.raises(Refused) as caught:
        line.ask(do, **told)
    return say.error(caught.value)


def texts(told: wire.Seen) -> list[str]:
    return [one.value["text"] for one in told.candidates if isinstance(one.value, dict)]  # type: ignore[misc]


# Who is let in


def test_a_kernel_that_knows_its_key_is_let_in(workshop: Workshop, ada: str) -> None:
    assert {"person": ada, "name": "Ada", "language": "en"} == workshop.listener(workshop.kernel(ada)).hello["ok"][
        "guest"
    ]


@pytest.mark.parametrize("key", [b"", b"wrong", secrets.token_bytes(16)], ids=["none", "short", "another"])
def test_a_process_that_does_not_know_the_key_is_told_so_and_hung_up_on(
    workshop: Workshop, ada: str, key: bytes
) -> None:
    kernel = workshop.kernel(ada)
    impostor = workshop.listener(Credentials(kernel.kernel, key))
    assert "does not belong to the workshop" in impostor.hello["refused"]["message"]
    with pytest.raises((EOFError, ConnectionError)):
        impostor.ask(do="look")


def test_a_proof_is_good_for_one_connection_only(workshop: Workshop, ada: str) -> None:
    kernel = workshop.kernel(ada)
    overheard = wire.proof(kernel.key, Stranger(workshop.address).nonce)
    assert "refused" in Stranger(workshop.address).ask(do="hello", kernel=kernel.kernel, proof=overheard)


def test_nothing_is_answered_before_hello(workshop: Workshop) -> None:
    assert "refused" in Stranger(workshop.address).ask(do="look")


def test_the_socket_lies_in_a_folder_that_only_its_owner_enters(workshop: Workshop) -> None:
    assert stat.S_IMODE(Path(workshop.address).parent.stat().st_mode) == 0o700


def test_a_kernel_has_a_handful_of_lines_at_most(workshop: Workshop, ada: str) -> None:
    kernel = workshop.kernel(ada)
    lines = [workshop.listener(kernel) for _ in range(6)]
    assert "refused" in workshop.listener(kernel).hello
    assert all("ok" in line.hello for line in lines)


def test_a_kernel_of_nobody_is_refused_until_somebody_has_signed_in(workshop: Workshop, ada: str) -> None:
    kernel = workshop.kernel()
    line = Line(workshop.address, kernel)
    before = refusal(line, "look")
    workshop.let_in(kernel, ada)
    assert ("nobody has signed in" in before, "goals") == (True, seen(line).step)


def test_a_kernel_that_waits_is_told_whose_it_has_become(workshop: Workshop, ada: str) -> None:
    kernel = workshop.kernel()
    listener = workshop.listener(kernel)
    workshop.let_in(kernel, ada)
    workshop.greet(kernel)
    assert {"push": "bound", "guest": {"person": ada, "name": "Ada", "language": "en"}} == listener.hear()


# Saving


def test_the_person_of_a_proposal_is_that_of_the_connection(workshop: Workshop, ada: str, bo: str) -> None:
    workshop.move(GOALS, "open")
    workshop.line(ada).ask("save", writes=[writing("Mine")])
    assert [(ada, "Mine")] == [
        (one.owner, one.answer.value["text"]) for one in workshop.store.proposals(GOALS) if one.address.item
    ]


def test_a_save_is_answered_with_its_time_and_revision(workshop: Workshop, ada: str) -> None:
    workshop.move(GOALS, "open")
    kept = wire.Kept.model_validate(workshop.line(ada).ask("save", writes=[writing("Mine")]))
    assert (workshop.store.head(),) == kept.revisions


def test_a_retry_with_the_same_number_is_saved_once(workshop: Workshop, ada: str) -> None:
    workshop.move(GOALS, "open")
    line, write = workshop.line(ada), writing("Once")
    answers = [line.ask("save", writes=[write]) for _ in range(5)]
    line.close()
    answers.append(line.ask("save", writes=[write]))
    history = workshop.store.history(Address(GOALS, "goals", "goal0001"), ada)
    assert (len({json.dumps(one) for one in answers}), len(history)) == (1, 1)


def test_a_stale_save_is_refused_with_the_other_version(workshop: Workshop, ada: str) -> None:
    workshop.move(GOALS, "open")
    here, there = workshop.line(ada), workshop.line(ada)
    first = wire.Kept.model_validate(here.ask("save", writes=[writing("One")])).revisions[0]
    second = wire.Kept.model_validate(there.ask("save", writes=[writing("Two", base=first)])).revisions[0]
    with pytest.raises(Refused) as caught:
        here.ask("save", writes=[writing("Three", base=first)])
    assert caught.value.theirs is not None
    assert ("Two", second) == (caught.value.theirs["value"]["text"], caught.value.theirs["revision"])


def test_a_refusal_is_said_in_the_language_of_the_page(workshop: Workshop, ada: str) -> None:
    workshop.move(GOALS, "open")
    with pytest.raises(Refused) as caught:
        workshop.line(ada).ask("save", writes=[writing("x" * 301)])
    assert words("nb").error(caught.value) != words("en").error(caught.value)


# Hostile requests

WRITES: list[tuple[str, dict[str, Any]]] = [
    ("a field that is none", writing("x", field="secrets")),
    ("a part that is none", writing("x", part="../goals")),
    ("a part that is not open", writing("x", part="personas", field="personas", value={"id": "goal0001", "name": "x"})),
    ("the facilitator's part", writing("x", part="facilitation", field="notes", item="", value="x")),
    ("an id that is none", writing("x", item="<b>")),
    ("the item's id in another place", writing("x", value={"id": "goal0002", "text": "x"})),
    ("a key that the form has not", writing("x", value={"id": "goal0001", "text": "x", "owner": "b"})),
    ("a number out of range", writing("x", value={"id": "goal0001", "text": "x", "confidence": 9})),
    ("an option that is none", writing("x", value={"id": "goal0001", "text": "x", "type": "hack"})),
    ("a text too long", writing("x" * 301)),
    ("an order of what has no id", writing("x", item="", value=["<b>"])),
    ("a removal of nothing", writing("x", action="remove", value=None)),
    ("a revision from the future", writing("x", base=10**9)),
]


@pytest.mark.parametrize("write", [write for _, write in WRITES], ids=[name for name, _ in WRITES])
def test_a_write_that_the_form_would_never_send_is_refused_in_words(
    workshop: Workshop, ada: str, write: dict[str, Any]
) -> None:
    workshop.move(GOALS, "open")
    head = workshop.store.head()
    assert "{" not in refusal(workshop.line(ada), "save", writes=[write])
    assert head == workshop.store.head()


LINES: list[tuple[str, bytes]] = [
    ("no JSON", b"hello there\n"),
    ("nothing", b"\n"),
    ("another encoding", "{}".encode("utf-16-be") + b"\n"),
    ("a list", b"[1,2,3]\n"),
    ("nothing to do", b'{"id":1}\n'),
    ("something nobody does", b'{"id":1,"do":"execute","code":"1"}\n'),
    ("deep brackets", b'{"id":1,"do":"save","writes":' + b"[" * 50_000 + b"\n"),
    ("a number that is text", b'{"id":"1","do":"look"}\n'),
    ("more than is asked for", b'{"id":1,"do":"look","person":"somebody"}\n'),
    ("another part", b'{"id":1,"do":"look","part":"facilitation"}\n'),
    ("no writes", b'{"id":1,"do":"save","writes":[]}\n'),
    ("too many writes", wire.line({"id": 1, "do": "save", "writes": [writing("x")] * 51})),
    ("an owner", wire.line({"id": 1, "do": "save", "writes": [writing("x", owner="facilitator")]})),
    ("negative dots", b'{"id":1,"do":"vote","op_id":"a","ref":{"owner":"a","part":"a","field":"a"},"dots":-1}\n'),
    ("dots that are text", b'{"id":1,"do":"vote","op_id":"a","ref":{"owner":"a","part":"a","field":"a"},"dots":"9"}\n'),
    ("two megabytes", b'{"id":1,"do":"look","x":"' + b"x" * 2_000_000 + b'"}\n'),
]


@pytest.mark.parametrize("line", [line for _, line in LINES], ids=[name for name, _ in LINES])
def test_a_line_that_is_not_as_it_should_be_is_refused_and_the_next_one_answered(
    workshop: Workshop, ada: str, line: bytes
) -> None:
    listener = workshop.listener(workshop.kernel(ada))
    refused = listener.send(line)
    assert ("refused" in refused, "ok" in listener.ask(do="look")) == (True, True)


def test_a_flood_is_refused_and_others_are_served(
    workshop: Workshop, ada: str, bo: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visitor, "Pace", partial(Pace, a_second=0.0))  # however long this machine takes
    flooding = workshop.listener(workshop.kernel(ada))
    flooding.socket.sendall(wire.line({"id": 1, "do": "look"}) * 300)
    answers = [flooding.hear() for _ in range(300)]  # and news
    told = {answer["refused"]["message"] for answer in answers if "refused" in answer}
    assert {"Not saved: too many changes came at once. Wait a moment, then change it again."} == told
    assert seen(workshop.line(bo)).step == "goals"


def test_what_comes_after_the_reveal_is_refused(workshop: Workshop, ada: str) -> None:
    workshop.proceed(GOALS, "revealed")
    assert "Not saved" in refusal(workshop.line(ada), "save", writes=[writing("Too late")])


def test_a_revoked_person_is_refused_everything(workshop: Workshop, ada: str) -> None:
    workshop.move(GOALS, "open")
    line = workshop.line(ada)
    workshop.store.revoke(FACILITATOR, ada)
    said = {refusal(line, "look"), refusal(line, "save", writes=[writing("x")])}
    assert len(said) == 1


def test_an_ended_workshop_shows_nothing_any_more(workshop: Workshop, ada: str) -> None:
    workshop.proceed(GOALS, "revealed")
    workshop.store.end(FACILITATOR)
    told = seen(workshop.line(ada))
    assert (told.ended, told.part, told.candidates) == (True, "", ())


def test_who_was_too_fast_may_go_on_after_a_moment() -> None:
    pace = Pace()
    at_once = sum(pace.allows(1.0) for _ in range(100))
    assert (at_once, pace.allows(1.0), pace.allows(2.0)) == (60, False, True)


# What is seen


def test_before_the_reveal_only_own_proposals_are_seen(workshop: Workshop, ada: str, bo: str) -> None:
    workshop.move(GOALS, "open")
    workshop.line(ada).ask("save", writes=[writing("Of Ada")])
    workshop.line(bo).ask("save", writes=[writing("Of Bo", item="goal0002")])
    told = seen(workshop.line(ada))
    assert ([goal["text"] for goal in told.mine["goals"]], told.candidates) == (["Of Ada"], ())  # type: ignore[index,call-overload,union-attr]


def test_after_the_reveal_all_are_seen_with_their_names(workshop: Workshop, ada: str, bo: str) -> None:
    workshop.move(GOALS, "open")
    workshop.line(ada).ask("save", writes=[writing("Of Ada")])
    workshop.line(bo).ask("save", writes=[writing("Of Bo", item="goal0002")])
    workshop.move(GOALS, "revealed")
    told = seen(workshop.line(ada))
    assert {(("Ada",), True), (("Bo",), False)} == {(one.names, one.mine) for one in told.candidates}


def test_an_anonymous_round_tells_no_names_and_takes_votes_all_the_same(workshop: Workshop, ada: str, bo: str) -> None:
    workshop.move(GOALS, "open", anonymous=True)
    workshop.line(bo).ask("save", writes=[writing("Of Bo", item="goal0002")])
    workshop.move(GOALS, "revealed")
    workshop.move(GOALS, "voting")
    line = workshop.line(ada)
    shown = seen(line).candidates[0]
    line.ask("vote", op_id="vote-1", ref=shown.ref.model_dump(), dots=2)
    assert (shown.names, bo in json.dumps(seen(line).model_dump(mode="json"))) == ((), False)
    assert {2} == set(workshop.store.votes(GOALS, ada).values())


def test_more_dots_than_there_are_cannot_be_given(workshop: Workshop, ada: str, bo: str) -> None:
    workshop.move(GOALS, "open", dots=3)
    workshop.line(bo).ask("save", writes=[writing("Of Bo", item="goal0002")])
    workshop.move(GOALS, "revealed")
    workshop.move(GOALS, "voting")
    line = workshop.line(ada)
    ref = seen(line).candidates[0].ref.model_dump()
    assert "dot" in refusal(line, "vote", op_id="vote-1", ref=ref, dots=4)


def test_totals_are_seen_when_the_group_has_agreed_and_not_before(workshop: Workshop, ada: str, bo: str) -> None:
    workshop.move(GOALS, "open")
    workshop.line(bo).ask("save", writes=[writing("Of Bo", item="goal0002")])
    workshop.move(GOALS, "revealed")
    workshop.move(GOALS, "voting")
    workshop.store.vote(bo, Ref(bo, Address(GOALS, "goals", "goal0002")), 3)
    before = seen(workshop.line(ada)).totals
    workshop.move(GOALS, "agreed")
    assert (before, [one.dots for one in seen(workshop.line(ada)).totals]) == ((), [3])


@pytest.mark.slow
def test_a_hundred_private_texts_never_reach_another_connection(workshop: Workshop, ada: str, bo: str) -> None:
    workshop.move(GOALS, "open")
    canaries = [f"canary-{secrets.token_hex(8)}" for _ in range(100)]
    other = workshop.listener(workshop.kernel(bo))
    heard = []
    for place, canary in enumerate(canaries):
        if place % 25 == 0:
            writer = workshop.line(ada)  # one page alone would be told that it is too fast
        item = f"goal{place % 30:04}"
        base = workshop.store.answer(Address(GOALS, "goals", item), ada).revision
        writer.ask("save", writes=[writing(canary, item=item, base=base)])
        if place % 10 == 0:
            heard.append(other.ask(do="look"))
    heard.append(other.ask(do="save", writes=[writing("probe", item="goal0000")]))
    told = json.dumps(heard)
    control = json.dumps(writer.ask("look"))
    assert sum(canary in told for canary in canaries) == 0
    assert sum(canary in control for canary in canaries) == 30


def test_the_step_is_introduced_in_the_person_s_language(workshop: Workshop, ada: str) -> None:
    told = seen(workshop.line(ada, "nb"))
    assert (told.title, told.texts[0].kind, told.texts[-1].kind) == ("Målene deres", "question", "point")


def test_no_markup_of_a_notebook_reaches_a_page(workshop: Workshop, ada: str) -> None:
    marks = []
    for step in ("welcome", "goals", "personas", "platforms", "calendar", "budget", "kpis", "response", "review"):
        workshop.go(step)
        marks += [text.text for text in seen(workshop.line(ada)).texts if set("*_`#[<") & set(text.text)]
    assert marks == []


# News


def test_a_reveal_is_pushed_to_everybody(workshop: Workshop, ada: str, bo: str) -> None:
    workshop.move(GOALS, "open")
    lines = [workshop.listener(workshop.kernel(person)) for person in (ada, bo)]
    workshop.move(GOALS, "revealed")
    assert [line.hear() for line in lines] == [{"push": "changed"}] * 2


@pytest.fixture
def listeners(workshop: Workshop, ada: str, bo: str) -> tuple[Listener, Listener]:
    """Those of Ada and of Bo, who have heard what there was to hear so far."""
    workshop.move(GOALS, "open")
    listening = tuple(workshop.listener(workshop.kernel(person)) for person in (ada, bo))
    for one in listening:
        while not one.hears_nothing(0.6):
            one.hear()
    return listening


def test_what_is_written_for_somebody_is_told_to_nobody_else(
    workshop: Workshop, ada: str, listeners: tuple[Listener, Listener]
) -> None:
    put(workshop.store, Address(GOALS, "goals", "one"), {"text": "Written for Ada"}, owner=ada)
    own, other = listeners
    assert (own.hear(), other.hears_nothing(0.6)) == ({"push": "changed"}, True)


def test_what_somebody_writes_is_told_to_nobody_for_their_own_page_knows_it(
    workshop: Workshop, ada: str, listeners: tuple[Listener, Listener]
) -> None:
    workshop.line(ada).ask("save", writes=[writing("Private")])
    own, other = listeners
    assert (own.hears_nothing(0.6), other.hears_nothing(0.6)) == (True, True)


def test_what_other_answers_may_point_to_is_told_to_who_wrote_it(
    workshop: Workshop, ada: str, listeners: tuple[Listener, Listener]
) -> None:
    workshop.go("kpis")  # where a number belongs to a goal
    own, other = listeners
    assert (own.hear(), other.hear()) == ({"push": "changed"}, {"push": "changed"})
    workshop.line(ada).ask("save", writes=[writing("Private")])
    assert (own.hear(), other.hears_nothing(0.6)) == ({"push": "changed"}, True)


def test_a_language_is_chosen_for_the_person_on_all_devices(workshop: Workshop, ada: str) -> None:
    listener = workshop.listener(workshop.kernel(ada))
    workshop.line(ada).ask("language", code="sv")
    assert listener.hear()["guest"]["language"] == "sv"


def test_a_language_that_is_none_is_refused(workshop: Workshop, ada: str) -> None:
    assert "no language" in refusal(workshop.line(ada), "language", code="../nb")


# The line


def test_a_question_is_asked_again_on_a_fresh_connection_when_the_line_was_cut(workshop: Workshop, ada: str) -> None:
    line = workshop.line(ada)
    seen(line)
    workshop.loop.call_soon_threadsafe(lambda: [one.hang_up() for one in tuple(workshop.desk._visitors)])
    assert seen(line).step == "goals"


def test_a_desk_that_is_not_there_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(Cut, match="Leave this page open"):
        Line(str(tmp_path / "no-desk"), Credentials("kernel", b"key")).ask("look")


def test_a_desk_that_does_not_answer_is_not_waited_for_longer_than_patience(workshop: Workshop, ada: str) -> None:
    line = workshop.line(ada, patience=0.5)
    seen(line)
    release = asyncio.Event()
    asyncio.run_coroutine_threadsafe(_held(workshop, release), workshop.loop)
    with pytest.raises(Cut):
        line.ask("look")
    workshop.loop.call_soon_threadsafe(release.set)


async def _held(workshop: Workshop, release: asyncio.Event) -> None:
    """Keeps the thread of the store busy until it is released."""
    held = threading.Event()
    workshop.loop.run_in_executor(workshop.desk._thread, held.wait, 10)
    await release.wait()
    held.set()


def test_a_follower_connects_again_by_itself_and_says_so(workshop: Workshop, ada: str) -> None:
    line, heard = workshop.line(ada), []

    async def follow() -> None:
        def note(news: Any) -> None:
            heard.append(news["push"])
            if heard == ["up"]:
                workshop.loop.call_soon_threadsafe(lambda: [one.hang_up() for one in tuple(workshop.desk._visitors)])
            if heard.count("up") == 2:
                done.set()

        done = asyncio.Event()
        following = asyncio.create_task(line.follow(note))
        await asyncio.wait_for(done.wait(), 15)
        following.cancel()

    asyncio.run(follow())
    assert heard == ["up", "down", "up"]


def test_what_the_kernel_imports_is_light() -> None:
    asked = (
        "import sys, workshoplib.live.line, workshoplib.live.wire; print(*{name.split('.')[0] for name in sys.modules})"
    )
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout.split()
    assert set() == {"pandas", "matplotlib", "numpy", "sqlalchemy", "ipywidgets"} & set(loaded)


def test_an_error_says_the_same_on_both_ends_of_the_line(tmp_path: Path) -> None:
    with Store.create(tmp_path / "kyst.workshop") as store:
        ada = store.add_person("Ada").id
        with pytest.raises(WorkshopError) as caught:
            store.vote(ada, Ref(ada, Address(GOALS, "goals", "goal0001")), 1)
    sent = json.loads(wire.line(wire.refusal(caught.value)))
    assert say.error(caught.value) == say.error(wire.error_in(sent))
