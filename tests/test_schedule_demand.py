"""What a strategy wants of its calendar: days, hours, people and posts, at the edges of the year as well."""

from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from planning import FACTS, plan
from scheduling import broken
from workshoplib.analysis.schedule import Plan, Request, schedule
from workshoplib.analysis.schedule.days import first_monday, is_plain
from workshoplib.analysis.schedule.demand import demand
from workshoplib.analysis.schedule.marks import is_untouched, marked
from workshoplib.analysis.schedule.proposal import Proposal, order_after, proposal
from workshoplib.analysis.schedule.request import Bond
from workshoplib.analysis.schedule.series import days_of_series
from workshoplib.strategy import Strategy
from workshoplib.strategy.choices import Platform
from workshoplib.strategy.content import Post, PostStatus, Series

SECONDS = 60.0
MONDAY = date(2027, 3, 1)
ON_FACEBOOK = [{"platform": "facebook", "frequency": "daily"}]
WEEK = {day: [8, 20] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}


def team(monday: date = MONDAY, channels: int = 1, **parts: Any) -> Strategy:
    """The bakery with an empty calendar, one persona who is there at eight, and so many channels."""
    platforms = [platform.value for platform in Platform][:channels]
    given: dict[str, Any] = {
        "organisation": {"places": [], "people": [{"id": "kari", "name": "Kari", "hours_a_week": 20}]},
        "personas": {
            "personas": [
                {"id": "hanne", "name": "Hanne", "active": WEEK,
                 "platforms": [{"platform": platform, "frequency": "daily"} for platform in platforms]}
            ]
        },
        "platforms": {
            "channels": [
                {"id": f"c{n}", "platform": platform, "decision": "chosen", "formats": ["image"], "owner": "kari",
                 "goal": "queue"}
                for n, platform in enumerate(platforms)
            ]
        },
        "content": {
            "posts": [], "occasions": [], "plan_start": monday, "flexible_percent": 0,
            "cadence": [{"channel": f"c{n}", "posts_per_week": 1} for n in range(channels)],
        },
        "budget": {"campaigns": [], "lines": [], "dialogue": []},
    }  # fmt: skip
    return plan(**{name: {**part, **parts.pop(name, {})} for name, part in given.items()}, **parts)


def asked(strategy: Strategy, monday: date = MONDAY, weeks: int = 4) -> Request:
    return demand(strategy, FACTS, monday, weeks)


def planned(strategy: Strategy, monday: date = MONDAY, weeks: int = 4) -> Plan:
    request = asked(strategy, monday, weeks)
    found = schedule(request, SECONDS)
    assert isinstance(found, Plan), found
    assert (broken(request, found.posts), found.gap) == ([], 0.0)
    return found


def proposed(strategy: Strategy, monday: date = MONDAY, weeks: int = 4) -> Proposal:
    ids = iter(range(10_000))
    return proposal(
        strategy,
        planned(strategy, monday, weeks),
        monday,
        weeks,
        today=monday,
        kept_open="Open",
        new_id=lambda: f"new{next(ids)}",
    )


def kept(strategy: Strategy, found: Proposal) -> Strategy:
    """The strategy once the proposal is kept."""
    content = strategy.content
    return strategy.model_copy(
        update={"content": content.model_copy(update={"posts": order_after(content.posts, found)})}
    )


def days(found: Plan) -> list[date]:
    return [post.day for post in found.posts]


@pytest.mark.parametrize("channels", [1, 4, 8])
def test_a_team_of_any_size_has_a_proven_calendar(channels: int) -> None:
    assert len(planned(team(channels=channels), weeks=4).posts) == 4 * channels


@pytest.mark.parametrize(
    ("country", "closed", "open"),
    [
        ("NO", date(2027, 5, 17), date(2027, 6, 5)),
        ("SE", date(2027, 6, 26), date(2027, 5, 17)),
        ("DK", date(2027, 5, 17), date(2027, 6, 6)),  # Whit Monday that year
        ("GB", date(2027, 5, 31), date(2027, 5, 17)),
    ],
)
def test_no_post_is_put_on_a_public_holiday_of_the_country(country: str, closed: date, open: date) -> None:
    request = asked(team(organisation={"country": country}), date(2027, 5, 3), 8)
    there = {slot.day for line in request.lines for slot in line.slots}
    assert (closed in there, open in there) == (False, True)


def test_sundays_are_days_like_others_in_sweden() -> None:
    request = asked(team(organisation={"country": "SE"}))
    assert date(2027, 3, 7) in {slot.day for slot in request.lines[0].slots}


def test_an_own_date_opens_a_public_holiday_and_a_quiet_one_closes_a_workday() -> None:
    occasions = [
        {"name": "Children's parade", "first_day": date(2027, 5, 17)},
        {"name": "Stocktaking", "first_day": date(2027, 5, 10), "last_day": date(2027, 5, 12), "quiet": True},
    ]
    request = asked(team(content={"occasions": occasions}), date(2027, 5, 3), 4)
    there = {slot.day for slot in request.lines[0].slots}
    assert (date(2027, 5, 17) in there, date(2027, 5, 11) in there) == (True, False)


@pytest.mark.parametrize(
    ("year", "good_friday"), [(2026, date(2026, 4, 3)), (2027, date(2027, 3, 26)), (2028, date(2028, 4, 14))]
)
def test_moving_feasts_close_the_days_of_their_year(year: int, good_friday: date) -> None:
    request = asked(team(), first_monday(date(year, 3, 1)), 10)
    assert good_friday not in {slot.day for slot in request.lines[0].slots}


def test_a_week_half_closed_asks_for_half_the_posts() -> None:
    easter = asked(team(content={"cadence": [{"channel": "c0", "posts_per_week": 4}]}), date(2027, 3, 22), 2)
    assert easter.lines[0].open_days == (4, 6)  # Thursday, Friday and Sunday, and the Monday after


def test_week_53_and_the_turn_of_the_year_are_weeks_like_others() -> None:
    found = planned(team(), date(2026, 12, 21), 4)
    assert [day.isocalendar().week for day in days(found)] == [52, 53, 1, 2]


def test_hours_that_do_not_exist_or_come_twice_hold_no_posts() -> None:
    oslo = ZoneInfo("Europe/Oslo")
    spring, autumn = date(2027, 3, 28), date(2027, 10, 31)
    assert [is_plain(spring, hour, oslo) for hour in (1, 2, 3)] == [True, False, True]
    assert [is_plain(autumn, hour, oslo) for hour in (1, 2, 3)] == [True, False, True]


def test_a_persona_of_the_night_is_met_at_another_time_on_the_night_of_the_change() -> None:
    night = [
        {
            "id": "tommy",
            "name": "Tommy",
            "active": {"sun": [2]},
            "platforms": [{"platform": "facebook", "frequency": "daily"}],
        }
    ]
    occasions = [{"name": "Easter", "first_day": date(2027, 3, 28)}]
    request = asked(team(personas={"personas": night}, content={"occasions": occasions}), date(2027, 3, 8), 4)
    assert [slot.day for slot in request.lines[0].slots] == [date(2027, 3, 14), date(2027, 3, 21), date(2027, 4, 4)]


def test_posts_go_out_at_the_same_clock_time_before_and_after_the_change() -> None:
    hanne = {"id": "hanne", "name": "Hanne", "active": {"wed": [20]}, "platforms": ON_FACEBOOK}
    found = planned(team(personas={"personas": [hanne]}), date(2027, 3, 15), 4)
    assert {post.at for post in found.posts} == {time(20)}


def test_leave_takes_hours_and_the_days_of_who_is_away() -> None:
    people = [
        {
            "id": "kari",
            "name": "Kari",
            "hours_a_week": 20,
            "leave": [{"start": date(2027, 3, 8), "end": date(2027, 3, 14)}],
        }
    ]
    found = planned(team(organisation={"people": people}))
    assert [day for day in days(found) if date(2027, 3, 8) <= day <= date(2027, 3, 14)] == []


def test_the_hours_for_content_are_a_share_of_those_granted() -> None:
    (kari,) = asked(team(budget={"content_percent": 60})).people
    assert (kari.hours, kari.for_content) == (20, 12)


def test_people_without_hours_make_nothing() -> None:
    people = [{"id": "kari", "name": "Kari", "hours_a_week": 20}, {"id": "ola", "name": "Ola"}]
    assert asked(team(organisation={"people": people})).lines[0].makers["image"] == ("kari",)


def test_skill_decides_who_makes_what() -> None:
    skills = [{"platform": "facebook", "skill": 3}]
    people = [
        {"id": "kari", "name": "Kari", "hours_a_week": 5},
        {"id": "ola", "name": "Ola", "hours_a_week": 5, "skills": skills},
    ]
    assert asked(team(organisation={"people": people})).lines[0].makers["image"] == ("ola",)


def series(**answers: Any) -> Series:
    return Series.model_validate({"id": "fri", "weekdays": ["fri"], "rhythm": "weekly", **answers})


@pytest.mark.parametrize(
    ("rhythm", "first_day", "expected"),
    [
        ("weekly", None, ["03-05", "03-12", "03-19", "03-26", "04-02", "04-09"]),
        ("fortnightly", date(2027, 2, 26), ["03-12", "03-26", "04-09"]),
        ("monthly", date(2027, 1, 8), ["03-12", "04-09"]),
        ("quarterly", date(2027, 1, 8), ["04-09"]),
        ("yearly", date(2026, 4, 10), ["04-09"]),
        ("weekly", date(2027, 4, 1), ["04-02", "04-09"]),
    ],
)
def test_a_series_comes_back_on_its_days(rhythm: str, first_day: date | None, expected: list[str]) -> None:
    found = days_of_series(series(rhythm=rhythm, first_day=first_day), MONDAY, 6)
    assert [f"{day:%m-%d}" for day in found] == expected


def test_a_daily_series_comes_every_day_and_one_without_rhythm_never() -> None:
    assert len(days_of_series(series(rhythm="daily", weekdays=[]), MONDAY, 2)) == 14
    assert days_of_series(series(rhythm=None), MONDAY, 2) == ()


FRIDAY = {"id": "bun", "name": "Friday bun", "channel": "c0", "rhythm": "weekly", "weekdays": ["fri"], "at": "15:00",
          "format": "image", "owner": "kari", "pillar": "bread"}  # fmt: skip


def test_a_series_keeps_its_day_and_moves_to_another_of_the_week_where_that_is_closed() -> None:
    found = planned(team(content={"series": [FRIDAY]}), date(2027, 3, 15), 3)
    good_friday = date(2027, 3, 26)
    assert days(found)[0::2] == [date(2027, 3, 19), date(2027, 4, 2)]
    assert (days(found)[1] != good_friday, days(found)[1].isocalendar().week) == (True, 12)


def test_a_series_that_has_its_post_already_gets_no_second_one() -> None:
    there = {"id": "mine", "title": "Rye bun", "due": date(2027, 3, 4), "channel": "c0", "series": "bun"}
    found = planned(team(content={"series": [FRIDAY], "posts": [there]}), MONDAY, 2)
    assert days(found) == [date(2027, 3, 4), date(2027, 3, 12)]


# A proposal


def test_a_new_post_says_what_where_when_who_for_whom_and_to_what_end() -> None:
    post = (
        proposed(team(content={"pillars": [{"id": "bread", "topic": "Bread", "share": 100, "values": ["solve"]}]}))
        .new[0]
        .post
    )
    assert (post.channel, post.owner, post.personas, post.goal, post.pillar, post.value, post.at) == (
        "c0", "kari", ("hanne",), "queue", "bread", "solve", time(8),
    )  # fmt: skip


def test_titles_come_from_what_people_need_and_each_is_used_once() -> None:
    wants = {"needs": ["Bread that keeps"], "journey": [{"stage": "purchase", "question": "What is in it?"}]}
    hanne = {"id": "hanne", "name": "Hanne", "active": WEEK, "platforms": ON_FACEBOOK, **wants}
    ideas = [
        {"id": "i1", "topic": "Why rye?", "verdict": "keep", "persona": "hanne"},
        {"id": "i2", "topic": "No", "verdict": "drop"},
    ]
    found = proposed(team(personas={"personas": [hanne]}, content={"ideas": ideas}))
    assert [one.post.title for one in found.new][:3] == ["Why rye?", "What is in it?", "Bread that keeps"]


def test_a_kept_plan_is_left_as_it_is_by_the_next() -> None:
    strategy = team(channels=2)
    after = kept(strategy, proposed(strategy))
    again = proposed(after)
    assert (again.new, again.changed, again.removed, len(again.kept)) == ((), (), (), len(after.content.posts))


def change(strategy: Strategy, id: str, **answers: Any) -> Strategy:
    posts = tuple(post.model_copy(update=answers) if post.id == id else post for post in strategy.content.posts)
    return strategy.model_copy(update={"content": strategy.content.model_copy(update={"posts": posts})})


def by_id(strategy: Strategy) -> dict[str, Post]:
    return {post.id: post for post in strategy.content.posts}


@pytest.mark.parametrize(
    "answers", [{"locked": True}, {"title": "Better"}, {"due": date(2027, 3, 6)}, {"status": PostStatus.DRAFT}]
)
def test_what_people_have_touched_stays_and_the_rest_makes_room(answers: dict[str, Any]) -> None:
    strategy = team(content={"cadence": [{"channel": "c0", "posts_per_week": 2}]})
    mine = change(kept(strategy, proposed(strategy)), "new0", **answers)
    leave = [{"start": date(2027, 3, 1), "end": date(2027, 3, 7)}]
    away = mine.model_copy(
        update={
            "organisation": team(
                organisation={"people": [{"id": "kari", "hours_a_week": 20, "leave": leave}]}
            ).organisation
        }
    )
    after = kept(away, proposed(away))
    assert by_id(after)["new0"] == by_id(mine)["new0"]


def test_a_post_that_has_to_move_keeps_its_id_and_its_title() -> None:
    strategy = kept(team(), proposed(team()))
    first = strategy.content.posts[0]
    assert first.due is not None
    quiet = [{"name": "Closed", "first_day": first.due, "quiet": True}]
    closed = strategy.model_copy(update={"content": strategy.content.model_copy(update={"occasions": ()})})
    closed = Strategy.model_validate(
        {**closed.model_dump(), "content": {**closed.content.model_dump(), "occasions": quiet}}
    )
    found = proposed(closed)
    (moved,) = found.changed
    assert (moved.post.id, moved.post.title, moved.moved_from, len(found.kept)) == (first.id, first.title, first.due, 3)


def test_posts_for_which_there_is_no_place_any_more_go() -> None:
    strategy = kept(team(channels=2), proposed(team(channels=2)))
    fewer = strategy.model_copy(
        update={"content": strategy.content.model_copy(update={"cadence": strategy.content.cadence[:1]})}
    )
    found = proposed(fewer)
    assert ({post.channel for post in found.removed}, len(found.kept)) == ({"c1"}, 4)


def test_a_mark_holds_until_anything_about_the_post_changes() -> None:
    post = marked(Post(id="p1", title="Rye", due=MONDAY))
    touched: Iterable[Post] = (
        post.model_copy(update={"due": MONDAY + timedelta(1)}),
        post.model_copy(update={"id": "p2"}),
        post.model_copy(update={"text": "!"}),
        Post(id="p1"),
    )
    assert (is_untouched(post), [is_untouched(one) for one in touched]) == (True, [False] * 4)


def test_a_campaign_has_a_post_beside_it_and_none_twice() -> None:
    campaign = {"id": "spring", "name": "Spring", "channel": "c0", "first_day": MONDAY, "last_day": date(2027, 3, 21)}
    strategy = team(budget={"campaigns": [campaign]}, content={"cadence": [{"channel": "c0", "posts_per_week": 3}]})
    first = kept(strategy, proposed(strategy))
    again = kept(first, proposed(first))
    supporting = [post.campaign for post in again.content.posts if post.campaign]
    assert (len(supporting), {post.promotional for post in again.content.posts if post.campaign}) == (3, {True})


def test_only_kept_posts_of_a_channel_that_is_gone_still_take_hours() -> None:
    post = {"id": "old", "title": "Old", "due": date(2027, 3, 2), "channel": "gone", "format": "image", "owner": "kari"}
    request = asked(team(content={"posts": [post]}))
    assert [(job.bond, job.hours) for job in request.jobs] == [(Bond.KEPT, 1)]
