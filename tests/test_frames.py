"""Lists of the strategy as pandas tables."""

import pytest

from workshoplib.frames import NoList, frame, lists
from workshoplib.strategy import Strategy
from workshoplib.strategy.goals import Goal, Goals
from workshoplib.workshops import sample, sample_names

STRATEGY = Strategy(goals=Goals(goals=(Goal(id="a", target=10), Goal(id="b", target=12.5))))


def test_a_list_becomes_a_row_for_each_entry_in_its_order() -> None:
    assert frame(STRATEGY, "goals.goals")[["id", "target"]].to_numpy().tolist() == [["a", 10.0], ["b", 12.5]]


def test_an_empty_list_keeps_its_columns() -> None:
    assert list(frame(Strategy(), "goals.goals").columns) == list(Goal.model_fields)


def test_posts_can_be_counted_by_channel() -> None:
    strategy = sample(sample_names()[0])
    counted = frame(strategy, "content.posts").groupby("channel").size().to_dict()
    by_hand = dict.fromkeys({post.channel for post in strategy.content.posts}, 0)
    for post in strategy.content.posts:
        by_hand[post.channel] += 1
    assert counted == by_hand


def test_a_list_that_does_not_exist_is_told_with_those_that_do() -> None:
    with pytest.raises(NoList, match=r"goals\.goals"):
        frame(STRATEGY, "goals.goal")


@pytest.mark.parametrize("name", lists())
def test_every_list_can_be_had(name: str) -> None:
    assert len(frame(Strategy(), name)) == 0
