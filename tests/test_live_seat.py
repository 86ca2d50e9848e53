"""What a participant's kernel holds: the page, its form and its ballot, without a browser."""

import asyncio
import html
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from ipywidgets import HTML, Button, Text, Textarea, Widget
from jupyter_client import BlockingKernelClient, KernelManager

from at_the_desk import Workshop, at_work, writing
from workshoplib.forms import Change, Kept, Refused
from workshoplib.live import line, seat, wire
from workshoplib.live.html import Bar, bars
from workshoplib.live.page import Page
from workshoplib.live.seat import Seat
from workshoplib.live.sections import announced, section
from workshoplib.live.voting import Ballot
from workshoplib.live.writing import Writing
from workshoplib.words import words

NOW = datetime(2027, 1, 6, 9, 0, tzinfo=UTC)
EN = words("en")
ADA = wire.Guest(person="ada00001", name="Ada", language="en")
STATES = ("open", "revealed", "voting", "agreed", "closed")


@dataclass
class MadeUpLine:
    """A desk that keeps what it is asked, and says what a test wants it to say."""

    asked: list[tuple[str, Mapping[str, Any]]] = field(default_factory=list)
    saved: dict[str, int] = field(default_factory=dict)
    cuts: int = 0
    hears: bool = True
    """Whether what is asked arrives when the answer does not."""

    def ask(self, do: str, **told: Any) -> Any:
        self.asked.append((do, told))
        for write in told.get("writes", ()) if self.hears or not self.cuts else ():
            self.saved.setdefault(write["op_id"], len(self.saved) + 1)
        if self.cuts:
            self.cuts -= 1
            raise line.Cut
        revisions = [self.saved[write["op_id"]] for write in told.get("writes", ())]
        return {"at": NOW.isoformat(), "revisions": revisions, "dropped": 0}

    @property
    def writes(self) -> list[Mapping[str, Any]]:
        return [write for _, told in self.asked for write in told.get("writes", ())]


def seen(state: str = "open", **told: Any) -> wire.Seen:
    round = wire.Round.model_validate({"state": state, "dots": 3}) if state else None
    plain: dict[str, Any] = {"now": NOW, "step": "goals", "part": "goals", "title": "Your goals", "round": round}
    return wire.Seen.model_validate({**plain, **told})


def candidate(text: str, item: str = "goal0001", owner: str = "bo000001", **told: Any) -> wire.Candidate:
    ref = wire.Ref(owner=owner, part="goals", field="goals", item=item)
    return wire.Candidate(ref=ref, value={"id": item, "text": text}, **told)


def put(text: str) -> Change:
    return Change("goals", "goal0001", "put", {"id": "goal0001", "text": text})


def everything(widget: Widget) -> Iterator[Widget]:
    yield widget
    for child in getattr(widget, "children", ()):
        yield from everything(child)


def shown(widget: Widget) -> str:
    """All that a widget's state holds: what a browser can ask for."""
    return html.unescape(json.dumps([one.get_state() for one in everything(widget)], default=str))


def page(made: MadeUpLine, later: Callable[[float, Callable[[], None]], object] = lambda *_: None) -> Page:
    return Page(made, ADA, EN, later, lambda _: None)  # type: ignore[arg-type]


def told(made: Page, name: str) -> dict[str, Any]:
    """What the page tells its script."""
    place = next(one for one in everything(made.widget) if f"wl-told-{name}" in getattr(one, "_dom_classes", ()))
    return json.loads(html.unescape(place.value.split('"')[1]))  # type: ignore[no-any-return, attr-defined]


# The form


def test_a_change_whose_answer_got_lost_is_sent_again_with_the_same_number() -> None:
    made = MadeUpLine(cuts=1)
    form = Writing(made, seen(), EN)  # type: ignore[arg-type]
    first, second = form._save(put("Once")), form._save(put("Once"))
    assert isinstance(first, Refused)
    assert isinstance(second, Kept)
    assert len({write["op_id"] for write in made.writes}) == 1


def test_a_change_after_a_lost_answer_follows_what_was_saved_all_the_same() -> None:
    made = MadeUpLine(cuts=1)
    form = Writing(made, seen(), EN)  # type: ignore[arg-type]
    form._save(put("First"))
    form._save(put("Second"))
    assert [(write["value"]["text"], write["base"]) for write in made.writes] == [
        ("First", 0),
        ("First", 0),
        ("Second", 1),
    ]


def test_what_could_not_be_saved_is_saved_when_the_line_is_back() -> None:
    made = MadeUpLine(cuts=1, hears=False)
    form = Writing(made, seen(), EN)  # type: ignore[arg-type]
    form._save(put("Waiting"))
    before = form.unsaved
    form.send_again()
    assert (before, form.unsaved, len(made.saved)) == ({("goals", "goal0001")}, frozenset(), 1)


def test_a_form_that_is_sent_again_when_nothing_waits_asks_nothing() -> None:
    made = MadeUpLine()
    Writing(made, seen(), EN).send_again()  # type: ignore[arg-type]
    assert made.asked == []


# The ballot


def test_a_vote_whose_answer_got_lost_is_sent_again_with_the_same_number() -> None:
    made = MadeUpLine(cuts=1)
    ballot = Ballot(made, EN, lambda: None)  # type: ignore[arg-type]
    ballot.show(seen("voting", candidates=[candidate("Sell more")]))
    _more(ballot.widget).click()
    ballot.send_again()
    numbers = {told["op_id"] for do, told in made.asked if do == "vote"}
    assert (len(made.asked), len(numbers), ballot.unsaved) == (2, 1, frozenset())


def test_more_dots_than_there_are_are_not_even_asked_for() -> None:
    made = MadeUpLine()
    ballot = Ballot(made, EN, lambda: None)  # type: ignore[arg-type]
    ballot.show(seen("voting", candidates=[candidate("Sell more")]))
    for _ in range(5):
        _more(ballot.widget).click()
    assert [told["dots"] for _, told in made.asked] == [1, 2, 3]


def test_a_parked_proposal_is_not_voted_on() -> None:
    ballot = Ballot(MadeUpLine(), EN, lambda: None)  # type: ignore[arg-type]
    ballot.show(seen("voting", candidates=[candidate("Sell more", parked="Too early")]))
    assert "Sell more" not in shown(ballot.widget)


def test_buttons_keep_their_place_when_another_proposal_goes() -> None:
    ballot = Ballot(MadeUpLine(), EN, lambda: None)  # type: ignore[arg-type]
    one, two = candidate("One"), candidate("Two", "goal0002")
    ballot.show(seen("voting", candidates=[one, two]))
    before = ballot._choices[two.ref].widget
    ballot.show(seen("voting", candidates=[two]))
    assert ballot._choices[two.ref].widget is before


def _more(widget: Widget) -> Button:
    return next(one for one in everything(widget) if isinstance(one, Button) and one.description == "+")


# The page


@pytest.mark.parametrize("state", ["", *STATES])
def test_every_state_has_words_of_its_own(state: str) -> None:
    assert announced(seen(state), EN) != announced(seen("open" if state != "open" else "closed"), EN)


def test_who_agrees_without_a_vote_is_not_told_of_one() -> None:
    total = wire.Total(ref=candidate("").ref, dots=2, voters=1)
    voted = announced(seen("agreed", totals=[total]), EN)
    assert ("voted" in voted, "voted" in announced(seen("agreed"), EN)) == (True, False)


AGREED = {"goals": [{"id": "goal0001", "text": "Ten leads"}]}


@pytest.mark.parametrize("state", STATES)
def test_what_was_agreed_stands_below_all_else_and_says_what_it_is(state: str) -> None:
    made = section(MadeUpLine(), seen(state, agreed=AGREED), EN, lambda: None)  # type: ignore[arg-type]
    last = made.widget.children[-1]
    title = "What the group agreed on" if state == "closed" else "Agreed so far"
    assert ("Ten leads" in shown(last), title in shown(last)) == (True, True)


@pytest.mark.parametrize("state", STATES)
def test_before_anything_is_agreed_nothing_says_so(state: str) -> None:
    made = section(MadeUpLine(), seen(state), EN, lambda: None)  # type: ignore[arg-type]
    assert ("Agreed so far" in shown(made.widget), "What the group agreed on" in shown(made.widget)) == (False, False)


def test_what_is_agreed_while_people_write_appears_below_their_form() -> None:
    made = section(MadeUpLine(), seen("open"), EN, lambda: None)  # type: ignore[arg-type]
    made.show(seen("open", agreed=AGREED))
    assert "Ten leads" in shown(made.widget.children[-1])


def test_no_dots_draw_no_bar() -> None:
    drawn = bars("Dots", [Bar("One", 2, "2 dots"), Bar("Two", 0, "0 dots")]).value
    assert (drawn.count("wl-bar"), "0 dots" in drawn) == (1, True)


def test_the_introduction_is_folded_behind_its_question_while_people_write_and_not_before() -> None:
    texts = [
        wire.Text(kind="question", text="What is different in a year?"),
        wire.Text(kind="point", text="write a goal"),
    ]
    made = page(MadeUpLine())
    made.show(seen("", texts=texts))
    before = shown(made.widget)
    made.show(seen("open", texts=texts))
    assert (("<details>" in before), "<summary>" in shown(made.widget)) == (False, True)


@pytest.mark.parametrize("state", ["revealed", "voting", "agreed"])
def test_text_of_others_is_shown_as_text(state: str) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    total = wire.Total(ref=candidate("").ref, dots=2, voters=1)
    told = seen(
        state, candidates=[candidate(hostile, names=(hostile,))], totals=[total] if state == "agreed" else [],
        agreed={"goals": [{"id": "goal0001", "text": hostile}]},
    )  # fmt: skip
    made = section(MadeUpLine(), told, EN, lambda: None)  # type: ignore[arg-type]
    written = [
        one.value for one in everything(made.widget) if isinstance(one, HTML) and "wf-style" not in one._dom_classes
    ]
    assert ([one for one in written if "<img" in one], any("&lt;img" in one for one in written)) == ([], True)


def test_why_the_facilitator_went_back_is_said() -> None:
    back = seen().model_copy(update={"round": wire.Round(state="open", reason="Two of you came late")})
    assert "Two of you came late" in announced(back, EN)


def test_a_form_goes_only_when_the_browser_has_sent_what_was_typed() -> None:
    waiting: list[Callable[[], None]] = []
    made = page(MadeUpLine(), lambda _, call: waiting.append(call))
    made.show(seen())
    made.show(seen("revealed", candidates=[candidate("Theirs")]))
    before = "Theirs" in shown(made.widget)
    made._beat.value = f"phone:7:{told(made, 'state')['turn']}"
    after = "Theirs" in shown(made.widget)
    assert (before, after, told(made, "state")["heard"]) == (False, True, {"phone": 7})


def test_a_form_goes_after_a_moment_when_no_browser_answers() -> None:
    waiting: list[Callable[[], None]] = []
    made = page(MadeUpLine(), lambda _, call: waiting.append(call))
    made.show(seen())
    made.show(seen("revealed", candidates=[candidate("Theirs")]))
    waiting[0]()
    assert "Theirs" in shown(made.widget)


@pytest.mark.parametrize("beat", ["", "7", "a:b:c", "phone:-1:0", "x" * 10_000, "PHONE:1:0", "a:1:1:1", "a:1٣:1"])
def test_a_beat_that_no_page_sends_changes_nothing(beat: str) -> None:
    made = page(MadeUpLine())
    made.show(seen())
    made._beat.value = beat
    assert told(made, "state")["heard"] == {}


def test_a_form_that_is_gone_from_the_page_goes_on_telling_what_is_not_saved() -> None:
    made_up = MadeUpLine(cuts=1)
    made = page(made_up, lambda _, call: call())
    made.show(seen())
    made._section._writing._save(put("Too late"))  # type: ignore[union-attr, attr-defined]
    made.show(seen("revealed"))
    before = told(made, "state")["unsaved"]
    made.is_up(True)  # noqa: FBT003 - as its name says
    assert (before, told(made, "state")["unsaved"]) == ([["goals", "goals", "goal0001"]], [])


def test_the_page_tells_its_script_what_the_line_is_like() -> None:
    made = page(MadeUpLine())
    made.is_up(False)  # noqa: FBT003 - as its name says
    down = told(made, "state")["up"]
    made.is_up(True)  # noqa: FBT003 - as its name says
    assert (down, told(made, "state")["up"]) == (False, True)


# The seat


@pytest.fixture
def workshop(tmp_path: Path) -> Iterator[Workshop]:
    with at_work(tmp_path / "kyst.workshop") as made:
        made.go("goals")
        made.move("goals", "open")
        yield made


def test_before_the_kernel_runs_a_seat_is_empty_and_has_no_thread() -> None:
    threads = threading.active_count()
    taken = Seat()
    assert (taken.widget.children, taken._line, threading.active_count()) == ((), None, threads)


def test_a_seat_fills_itself_when_it_is_told_whose_it_is(workshop: Workshop) -> None:
    ada = workshop.store.add_person("Ada").id
    kernel = workshop.kernel()

    async def sit() -> tuple[bool, bool]:
        taken = Seat()
        taken.follow(line.Line(workshop.address, kernel))
        await asyncio.sleep(0.3)
        empty = taken.widget.children == ()
        workshop.let_in(kernel, ada)
        workshop.greet(kernel)
        return empty, await _until(lambda: "Your goals" in shown(taken.widget), taken)

    assert asyncio.run(sit()) == (True, True)


def test_what_the_widgets_of_one_person_hold_is_nothing_of_anybody_else_s(workshop: Workshop) -> None:
    ada, bo = (workshop.store.add_person(name).id for name in ("Ada", "Bo"))
    canaries = [f"canary-{number}" for number in range(20)]
    pen = workshop.line(ada)
    for number, canary in enumerate(canaries):
        pen.ask("save", writes=[writing(canary, item=f"goal{number:04}")])

    async def look(person: str) -> str:
        taken = Seat()
        taken.follow(line.Line(workshop.address, workshop.kernel(person)))
        await _until(lambda: "Your goals" in shown(taken.widget), taken)
        return shown(taken.widget)

    bos, adas = asyncio.run(look(bo)), asyncio.run(look(ada))
    assert (sum(one in bos for one in canaries), sum(one in adas for one in canaries)) == (0, 20)


def test_what_is_typed_reaches_the_store(workshop: Workshop) -> None:
    ada = workshop.store.add_person("Ada").id

    async def type_in() -> None:
        taken = Seat()
        taken.follow(line.Line(workshop.address, workshop.kernel(ada)))
        await _until(lambda: "+ Goal" in shown(taken.widget), taken, leave=False)
        next(one for one in everything(taken.widget) if isinstance(one, Button) and one.description == "+ Goal").click()
        boxes = (one for one in everything(taken.widget) if isinstance(one, Text | Textarea))
        next(one for one in boxes if one.description == "Goal").value = "Typed here"
        taken._following.cancel()  # type: ignore[union-attr]

    asyncio.run(type_in())
    assert [goal.text for goal in workshop.store.strategy(ada).goals.goals] == ["Typed here"]


async def _until(holds: Callable[[], bool], seat: Seat, *, leave: bool = True) -> bool:
    """Whether something comes true within some seconds."""
    for _ in range(200):
        if holds():
            break
        await asyncio.sleep(0.05)
    if leave and seat._following:
        seat._following.cancel()
    return holds()


@pytest.mark.slow
def test_the_notebook_takes_its_seat_in_a_kernel_that_was_started_as_usual(workshop: Workshop, tmp_path: Path) -> None:
    ada = workshop.store.add_person("Ada").id
    kernel = KernelManager(connection_file=str(tmp_path / "kernel-a1b2.json"))
    kernel.start_kernel(env={**os.environ, wire.ADDRESS: workshop.address})
    credentials = line.Credentials("a1b2", kernel.session.key)
    workshop.seats.keys[credentials.kernel] = credentials.key
    workshop.let_in(credentials, ada)
    client = kernel.blocking_client()
    try:
        client.start_channels()
        client.wait_for_ready(60)
        cell = json.loads((Path(seat.__file__).parent / "participant.ipynb").read_text(encoding="utf-8"))["cells"][0]
        client.execute_interactive("".join(cell["source"]), timeout=60, output_hook=lambda _: None)
        assert _shows(client, "Your goals")
    finally:
        client.stop_channels()
        kernel.shutdown_kernel(now=True)


def _shows(client: BlockingKernelClient, text: str) -> bool:
    """Whether the seat in a kernel comes to show a text within some seconds."""
    asked = {"shown": f"{text!r} in str([one.get_state() for one in __import__('ipywidgets').Widget.widgets.values()])"}
    for _ in range(100):
        reply = client.execute_interactive("", user_expressions=asked, timeout=60, output_hook=lambda _: None)
        if reply["content"]["user_expressions"]["shown"]["data"]["text/plain"] == "True":
            return True
        time.sleep(0.2)
    return False


def test_a_participant_s_process_imports_nothing_heavy_and_not_the_store() -> None:
    asked = "import sys, workshoplib.live.seat, workshoplib.live.page; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout.split()
    heavy = {"pandas", "matplotlib", "numpy", "scipy", "sqlalchemy", "segno", "voila", "workshoplib.store"}
    assert heavy & set(loaded) == set()
