"""Load: the hours that a rhythm and a calendar take."""

from datetime import date
from typing import Any

import pytest

from planning import plan
from workshoplib.analysis import load
from workshoplib.strategy.choices import Format
from workshoplib.strategy.content import Content, Post


def post(due: date | None = None, **answers: Any) -> Post:
    return Post(id=answers.pop("id", "p"), due=due, **answers)


def test_a_posts_own_hours_go_before_those_of_its_format() -> None:
    usual = {Format.IMAGE: 1.0}
    posts = (post(format=Format.IMAGE, hours=4), post(format=Format.IMAGE), post(format=Format.POLL), post())

    assert [load.hours_of_post(each, usual) for each in posts] == [4, 1.0, None, None]


def test_a_post_that_takes_no_time_is_not_one_whose_time_is_unknown() -> None:
    assert load.hours_of_post(post(format=Format.IMAGE, hours=0), {Format.IMAGE: 1.0}) == 0


def test_a_rhythm_takes_its_posts_times_the_mean_of_the_channels_formats() -> None:
    found = [(each.channel.id, each.posts_a_week, each.hours) for each in load.by_rhythm(plan())]

    assert found == [("insta", 3, 6.0), ("fb", 1, None)]


def test_a_channel_without_formats_counts_with_all_that_are_known() -> None:
    channels = [{"id": "insta", "platform": "instagram", "decision": "chosen"}]

    assert [each.hours for each in load.by_rhythm(plan(platforms={"channels": channels}))] == [6.0]


def test_a_channel_that_was_turned_down_takes_nothing() -> None:
    rhythm = [{"channel": "snap", "posts_per_week": 7}]

    assert load.by_rhythm(plan(content={"cadence": rhythm})) == ()


def test_weeks_go_from_monday_to_sunday_and_empty_ones_are_there_too() -> None:
    posts = (post(date(2027, 1, 3), id="a"), post(date(2027, 1, 18), id="b"))
    weeks = load.weeks(Content(posts=posts))

    assert [(date(2026, 12, 28), 1), (date(2027, 1, 4), 0), (date(2027, 1, 11), 0), (date(2027, 1, 18), 1)] == [
        (week.monday, len(week.posts)) for week in weeks
    ]


def test_a_week_sums_what_is_known_and_counts_what_is_not() -> None:
    week = load.weeks(plan().content)[0]

    assert (week.hours, week.unknown, len(week.posts)) == (12.0, 0, 3)


def test_a_slip_of_the_keyboard_does_not_make_a_calendar_of_8000_years() -> None:
    posts = (post(date.min, id="a"), post(date.max, id="b"))

    assert len(load.weeks(Content(posts=posts))) == load.MOST_WEEKS


@pytest.mark.parametrize(
    ("today", "first"),
    [(date(2027, 1, 1), date(2027, 3, 1)), (date(2027, 3, 10), date(2027, 3, 8)), (date(2028, 1, 1), date(2027, 3, 1))],
    ids=["before the plan", "within it", "after it"],
)
def test_a_stretch_begins_this_week_or_with_the_plan(today: date, first: date) -> None:
    assert first == load.stretch(load.weeks(plan().content), today, 12)[0].monday


def test_posts_a_week_are_counted_over_all_weeks_of_the_calendar() -> None:
    assert [load.posts_a_week(plan().content, channel) for channel in ("insta", "fb", "snap")] == [1.0, 1 / 3, 0.0]


def test_an_empty_calendar_has_no_rate() -> None:
    assert load.posts_a_week(Content(), "insta") is None
