"""The story of Björkshamn is told by its numbers: each test holds one thing that a reader should discover."""

from collections.abc import Iterable
from datetime import date, timedelta
from random import Random
from statistics import median

import pytest

from make_samples import path_of
from stories.bjorkshamn.log import TOP_FIVE, Conversation, conversations
from workshoplib.analysis.load import by_rhythm, hours_of_formats, hours_of_post
from workshoplib.analysis.presence import active, hours_a_week
from workshoplib.analysis.readiness import hours_granted
from workshoplib.strategy import Strategy
from workshoplib.strategy.content import Post
from workshoplib.strategy.files import read
from workshoplib.strategy.response import CaseType
from workshoplib.strategy.review import DecisionStatus

TODAY = date(2026, 11, 21)
TOWN_HALL = "pelare-kommunhuset"


@pytest.fixture(scope="module")
def strategy() -> Strategy:
    return read(path_of("bjorkshamn").read_bytes(), "bjorkshamn.yaml")


@pytest.fixture(scope="module")
def talks() -> tuple[Conversation, ...]:
    """The log with the moments at which people wrote, which the sample does not keep."""
    return conversations(Random("bjorkshamn"))  # noqa: S311 - the seed of the sample, no secret


@pytest.fixture(scope="module")
def asked_on_facebook(talks: tuple[Conversation, ...]) -> list[Conversation]:
    """What came in on Facebook on a working day in November."""
    return [
        talk
        for talk in talks
        if talk.entry.channel == "kanal-facebook" and talk.asked.month == 11 and talk.asked.isoweekday() < 6
    ]


def _hours(talks: Iterable[Conversation]) -> float:
    return median(talk.entry.minutes_to_first_answer or 0 for talk in talks) / 60


def test_the_log_of_the_sample_is_the_one_with_the_moments(strategy: Strategy, talks: tuple[Conversation, ...]) -> None:
    assert tuple(talk.entry for talk in talks) == strategy.response.log


def test_seven_in_ten_write_when_nobody_is_there(talks: tuple[Conversation, ...]) -> None:
    assert round(10 * sum(talk.is_out_of_hours for talk in talks) / len(talks)) == 7


def test_who_writes_in_office_hours_has_an_answer_within_two_hours_by_now(
    asked_on_facebook: list[Conversation],
) -> None:
    assert _hours(talk for talk in asked_on_facebook if not talk.is_out_of_hours) < 2


def test_who_writes_in_the_evening_waits_for_twelve_hours_still(asked_on_facebook: list[Conversation]) -> None:
    assert round(_hours(talk for talk in asked_on_facebook if talk.is_out_of_hours)) == 12


def test_the_longest_wait_begins_on_a_friday(talks: tuple[Conversation, ...]) -> None:
    by_day = {day: _hours(talk for talk in talks if talk.asked.isoweekday() == day) for day in range(1, 8)}

    assert max(by_day, key=lambda day: by_day[day]) == 5


def test_half_of_the_questions_are_about_the_same_five_topics(talks: tuple[Conversation, ...]) -> None:
    about = [talk.entry.about for talk in talks if talk.entry.type is CaseType.QUESTION]

    assert 45 <= 100 * sum(topic in TOP_FIVE for topic in about) / len(about) <= 55


def test_a_fifth_of_the_posts_take_a_third_of_the_hours_and_serve_no_goal(strategy: Strategy) -> None:
    usual, posts = hours_of_formats(strategy.content), strategy.content.posts
    news = [post for post in posts if post.pillar == TOWN_HALL]

    def hours(some: Iterable[Post]) -> float:
        return sum(hours_of_post(post, usual) or 0 for post in some)

    assert round(100 * hours(news) / hours(posts)) == 33
    assert 15 <= 100 * len(news) / len(posts) <= 20
    assert {post.goal for post in news} == {""}


def test_news_from_the_town_hall_come_every_week_although_it_was_decided_to_halve_them(strategy: Strategy) -> None:
    decision = next(one for one in strategy.review.decisions if one.id == "beslut-kommunhuset")
    days = sorted(post.due for post in strategy.content.posts if post.pillar == TOWN_HALL and post.due)

    assert decision.status is DecisionStatus.OPEN
    assert decision.due is not None
    assert decision.due < TODAY
    assert [day for day in days if day >= date(2027, 1, 14)] == [
        date(2027, 1, 14) + timedelta(weeks=week) for week in range(6)
    ]


def test_responder_and_stand_in_are_both_away_between_christmas_and_new_year(strategy: Strategy) -> None:
    plan = next(one for one in strategy.response.channels if one.channel == "kanal-facebook")
    people = {person.id: person for person in strategy.organisation.people}
    day = date(2026, 12, 29)

    def is_away(person: str) -> bool:
        return any(one.start <= day <= one.end for one in people[person].leave if one.start and one.end)

    assert is_away(plan.responder)
    assert is_away(plan.stand_in)


def test_only_the_rhythm_of_linkedin_takes_more_than_its_hours(strategy: Strategy) -> None:
    over = [load.channel.id for load in by_rhythm(strategy) if (load.hours or 0) > (load.channel.hours_a_week or 0)]

    assert over == ["kanal-linkedin"]


def test_the_channels_leave_four_of_thirty_hours_for_what_is_behind_them(strategy: Strategy) -> None:
    granted = hours_granted(strategy.organisation.people)

    assert granted == 30
    assert granted - hours_a_week(active(strategy.platforms)) == 4


def test_ads_are_bought_for_colleagues_only(strategy: Strategy) -> None:
    assert {campaign.goal for campaign in strategy.budget.campaigns} == {"mal-ansokningar"}
