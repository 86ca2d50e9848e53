"""What a notebook holds: its verbs, in a kernel with somebody before it and in one without."""

import asyncio
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import CapturedIO, capture_output

from workshoplib.asking import Asking
from workshoplib.forms import Change, Kept, Outcome, Refused
from workshoplib.session import FORMS_SWITCH, TODAY_SWITCH, Said, Session
from workshoplib.steps import STEPS
from workshoplib.store import FACILITATOR, Address, Store, Write
from workshoplib.strategy import Strategy, files
from workshoplib.strategy.goals import Goal, Goals
from workshoplib.workshops import sample, sample_names

LEADS = Goal(id="leads", text="Ten leads a month", target=10)


@pytest.fixture(autouse=True)
def shell() -> Iterator[InteractiveShell]:
    """The shell that displays go through; its parts are singletons, so it is taken away again."""
    yield InteractiveShell.instance()
    InteractiveShell.clear_instance()


@pytest.fixture
def where(tmp_path: Path) -> str:
    path = tmp_path / "demo.workshop"
    Store.create(path, strategy=Strategy(goals=Goals(goals=(LEADS,)))).close()
    return str(path)


def shown(verb: Any, *arguments: str) -> list[dict[str, Any]]:
    """The bundles that a call displayed."""
    with capture_output() as captured:
        verb(*arguments)
    return [output.data for output in _outputs(captured)]


def _outputs(captured: CapturedIO) -> list[Any]:
    return list(captured.outputs)


def opened(where: str, language: str = "en") -> Session:
    with capture_output():
        return Session.open(where, language)


def test_where_nobody_can_fill_in_ask_shows_the_answers_and_no_widget(where: str) -> None:
    bundle = shown(opened(where).ask, "goals")[-1]
    assert ("Ten leads a month" in bundle["text/plain"], [kind for kind in bundle if "widget" in kind]) == (True, [])


def test_where_somebody_sits_ask_shows_a_form(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FORMS_SWITCH, "on")
    bundle = shown(opened(where).ask, "goals")[-1]
    assert "application/vnd.jupyter.widget-view+json" in bundle


def test_a_notebook_that_is_run_again_follows_the_store_once(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FORMS_SWITCH, "on")

    async def run_three_times() -> int:
        for _ in range(3):
            shown(opened(where).ask, "goals")
            await asyncio.sleep(0)
        return len(asyncio.all_tasks()) - 1  # but this one

    assert asyncio.run(run_three_times()) == 1


def test_a_strategy_from_a_document_says_that_it_cannot_be_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FORMS_SWITCH, "on")
    path = tmp_path / "demo.yaml"
    path.write_text(files.to_yaml(Strategy(goals=Goals(goals=(LEADS,)))), encoding="utf-8")
    said = [bundle["text/plain"] for bundle in shown(opened(str(path)).ask, "goals")]
    assert ["cannot be changed here" in said[0], "Ten leads" in said[1]] == [True, True]


def test_an_error_is_one_sentence_in_the_reader_s_language_without_a_traceback(tmp_path: Path) -> None:
    with pytest.raises(Said) as stopped:
        Session.open(str(tmp_path / "nowhere.workshop"), "nb")
    assert stopped.value._render_traceback_() == [str(stopped.value)]


def test_an_unknown_language_is_told_in_english(where: str) -> None:
    with pytest.raises(Said, match="no language “fi”"):
        Session.open(where, "fi")


def test_an_unknown_step_lists_those_that_there_are(where: str) -> None:
    with pytest.raises(Said, match="welcome, goals, personas"):
        opened(where).show("goal")


def test_a_workshop_named_like_a_sample_is_made_from_it_and_keeps_what_is_typed(tmp_path: Path) -> None:
    name = sample_names()[0]
    path = tmp_path / f"{name}.workshop"
    first = opened(str(path)).view().strategy
    with Store.open(path) as store:
        address = Address("organisation", "vision")
        base = store.answer(address).revision
        store.save(FACILITATOR, Write("op-1", address, "put", "Another vision", base))
    again = opened(str(path)).view().strategy
    assert (first, again.organisation.vision) == (sample(name), "Another vision")


def test_the_day_of_a_report_can_be_set(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TODAY_SWITCH, "2027-03-01")
    assert opened(where).view().today == date(2027, 3, 1)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
@pytest.mark.parametrize("language", ["en", "nb", "sv", "da"])
def test_every_step_shows_and_sums_up_an_empty_workshop(tmp_path: Path, step: Any, language: str) -> None:
    path = tmp_path / "empty.yaml"
    path.write_text("schema_version: 1\n", encoding="utf-8")
    session = opened(str(path), language)
    assert [len(shown(verb, step.name)) for verb in (session.show, session.ask, session.recap)] == [1, 1, 1]


class Two:
    """Two notebooks open on one workshop."""

    def __init__(self, where: str) -> None:
        self.sessions = [opened(where), opened(where)]
        self.stores = [Store.open(where), Store.open(where)]
        self.askings = [
            Asking(store, "goals", FACILITATOR, "", session.view)
            for store, session in zip(self.stores, self.sessions, strict=True)
        ]

    def change(self, who: int, **answers: object) -> Outcome:
        goal = self.askings[who]._view.strategy.goals.goals[0].model_copy(update=answers)
        return self.askings[who]._save(Change("goals", "leads", "put", goal.model_dump(mode="json")))


def test_the_second_of_two_who_change_one_answer_is_told_and_sees_the_other_version(where: str) -> None:
    two = Two(where)
    first, second = two.change(0, target=20), two.change(1, target=30)
    assert isinstance(first, Kept)
    assert isinstance(second, Refused)
    assert isinstance(second.theirs, dict)
    assert second.theirs["target"] == 20


def test_who_has_seen_the_other_version_may_keep_their_own(where: str) -> None:
    two = Two(where)
    two.change(0, target=20)
    two.change(1, target=30)
    again = two.change(1, target=30)
    assert (type(again), two.stores[0].strategy().goals.goals[0].target) == (Kept, 30)


def test_who_has_caught_up_is_not_refused(where: str) -> None:
    two = Two(where)
    two.change(0, target=20)
    two.askings[1].catch_up()
    assert isinstance(two.change(1, target=30), Kept)
