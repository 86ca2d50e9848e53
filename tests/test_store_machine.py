"""Whatever is done in whatever order, a store says the same as a plain dict."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from storing import ORDER, VISION, created, goal, goals, opened, put, remove
from workshoplib.store import FACILITATOR, Stale
from workshoplib.strategy import Strategy
from workshoplib.strategy.goals import Goal, Goals
from workshoplib.strategy.organisation import Organisation

IDS = st.sampled_from(["k1", "k2", "k3", "k4", "k5"])
TEXTS = st.text("aøß ", max_size=5)
MEMORY = Path("/dev/shm")  # noqa: S108 - a disk without waiting, where there is one


class AgainstADict(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None)
        self.path = Path(self.folder.name)
        self.store = created(self.path)
        self.other = opened(self.path)
        self.texts: dict[str, str] = {}
        self.ever: list[str] = []
        self.order: list[str] = []
        self.vision = ""

    @rule(id=IDS, text=TEXTS)
    def put_goal(self, id: str, text: str) -> None:
        put(self.store, goal(id), {"text": text}, self.store.answer(goal(id)).revision)
        self._hold(id, text)

    @rule(id=IDS, text=TEXTS)
    def put_goal_elsewhere(self, id: str, text: str) -> None:
        put(self.other, goal(id), {"text": text}, self.other.answer(goal(id)).revision)
        self._hold(id, text)

    @precondition(lambda self: self.texts)
    @rule(data=st.data())
    def remove_goal(self, data: st.DataObject) -> None:
        id = data.draw(st.sampled_from(sorted(self.texts)))
        remove(self.store, goal(id), self.store.answer(goal(id)).revision)
        del self.texts[id]

    @rule(ids=st.lists(IDS, unique=True))
    def reorder(self, ids: list[str]) -> None:
        put(self.store, ORDER, ids, self.store.answer(ORDER).revision)
        self.order = ids

    @rule(text=TEXTS)
    def put_vision(self, text: str) -> None:
        put(self.store, VISION, text, self.store.answer(VISION).revision)
        self.vision = text

    @precondition(lambda self: self.texts)
    @rule(data=st.data())
    def put_goal_without_looking(self, data: st.DataObject) -> None:
        id = data.draw(st.sampled_from(sorted(self.texts)))
        try:
            put(self.store, goal(id), {"text": "never"}, 0)
        except Stale:
            return
        raise AssertionError("a stale write was taken")

    @rule(texts=st.dictionaries(IDS, TEXTS), vision=TEXTS)
    def bring_in(self, texts: dict[str, str], vision: str) -> None:
        made = tuple(Goal(id=id, text=text) for id, text in texts.items())
        self.store.import_strategy(
            FACILITATOR, Strategy(organisation=Organisation(vision=vision), goals=Goals(goals=made))
        )
        self.texts, self.vision = {}, vision
        for id, text in texts.items():
            self._hold(id, text)
        assert list(texts.items()) == goals(self.store)
        # whether an order had to be written down is the store's own affair; from here on it counts
        self.order = self.store.answer(ORDER).value or []

    @rule()
    def open_again(self) -> None:
        self.store.close()
        self.store = opened(self.path)

    @invariant()
    def both_say_the_same(self) -> None:
        expected = [(id, self.texts[id]) for id in self._visible()]
        assert expected == goals(self.store) == goals(self.other)
        assert self.vision == self.store.strategy().organisation.vision

    def teardown(self) -> None:
        damaged = [finding for finding in self.store.check(full=True) if "SQLite" not in finding.message]
        self.store.close()
        self.other.close()
        self.folder.cleanup()
        assert damaged == []

    def _hold(self, id: str, text: str) -> None:
        self.texts[id] = text
        if id not in self.ever:
            self.ever.append(id)

    def _visible(self) -> list[str]:
        named = [id for id in self.order if id in self.texts]
        return named + [id for id in self.ever if id in self.texts and id not in named]


AgainstADict.TestCase.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
test_a_store_says_the_same_as_a_dict = AgainstADict.TestCase
