"""The calendar step: advice and days beforehand, posts and hours afterwards."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from made_up import rows
from planning import FACTS, captions, findings, has_table, open_ends, plan, table, view
from workshoplib.steps.advice import KINDS, POSTS
from workshoplib.steps.blocks import Paragraph, Picture, Sources
from workshoplib.steps.calendar import recap, show
from workshoplib.strategy import Strategy
from workshoplib.strategy.content import Content
from workshoplib.words import LANGUAGES

DAYS = "Days to know, 1 March 2027 to 24 May 2027"


def days(**parts: Any) -> list[tuple[str, ...]]:
    return list(table(show(view(plan(**parts))), DAYS).rows)


def posts(*answers: dict[str, Any]) -> Strategy:
    return plan(content={"posts": [{"id": f"p{n}", **answer} for n, answer in enumerate(answers)]})


def test_advice_is_told_for_the_chosen_channels_only_with_who_gives_it() -> None:
    found = table(show(view(plan())), "How often others advise posting")

    assert {"Facebook", "Instagram"} == {row[0] for row in found.rows}
    assert ("Facebook", "Posts on the page", "7–14", "Hootsuite, 2023") in found.rows


def test_all_that_advice_counts_and_all_kinds_of_days_have_words() -> None:
    counted = {row.content_type for row in FACTS.cadence if row.kind == "recommended" and row.platform != "any"}

    assert (set(), set()) == (counted - set(POSTS), {day.kind for day in FACTS.days} - set(KINDS))


def test_the_rhythm_is_told_in_hours_against_those_that_are_granted() -> None:
    picture = next(block for block in show(view(plan())) if isinstance(block, Picture))

    assert picture.caption == "The rhythm takes 6 hours a week. Answering people comes on top."
    assert "The line marks Hours granted: 10." in picture.chart.alt


def test_channels_whose_posts_take_an_unknown_time_are_named() -> None:
    told = [block.text for block in show(view(plan())) if isinstance(block, Paragraph)]

    assert "How long a post takes is not known for: Facebook." in told


def test_days_of_the_country_and_own_dates_stand_in_order() -> None:
    found = [row[1] for row in days()]

    assert found.index("World Health Day") < found.index("Harvest fair") < found.index("Constitution Day (Norway)")
    assert "Mother's Day (Sweden)" not in found


def test_a_season_that_has_begun_is_still_told() -> None:
    assert days()[0] == ("22/02/2027 – 05/03/2027", "Winter break (Norway)", "School")


def test_days_across_new_year_are_found() -> None:
    shown = show(view(plan(content={"plan_start": date(2027, 12, 1)})))
    names = [row[1] for row in table(shown, "Days to know, 1 December 2027 to 23 February 2028").rows]

    assert {"New Year's Eve", "Valentine's Day"} <= set(names)


def test_days_have_their_names_in_the_language() -> None:
    seen = view(plan(), "sv")
    told = [row[1] for block in show(seen) if hasattr(block, "rows") for row in block.rows]

    assert "världshälsodagen" in told


def test_a_source_that_tells_nothing_is_not_listed() -> None:
    cited = [fact.source_title for block in show(view(plan())) if isinstance(block, Sources) for fact in block.facts]

    assert "n/a" not in cited


def test_a_country_without_days_is_told_so() -> None:
    shown = show(view(plan(organisation={"country": "GB"}, content={"occasions": []})))
    told = [block.text for block in shown if isinstance(block, Paragraph)]

    assert "We know of no theme days in United Kingdom in the next 12 weeks." in told


def test_the_rhythm_is_held_against_the_calendar() -> None:
    found = table(recap(view(plan())), "How often")

    assert list(found.rows) == [("Instagram", "3", "1", ""), ("Facebook", "1", "0.3", "")]


def test_a_series_is_told_with_its_rhythm_day_and_time() -> None:
    friday = {
        "id": "fri",
        "name": "Friday bun",
        "channel": "insta",
        "rhythm": "weekly",
        "weekdays": ["fri"],
        "at": "15:00",
    }
    found = table(
        recap(view(plan(content={"series": [{**friday, "pillar": "bread", "owner": "ola"}]}))), "Fixed series"
    )

    assert list(found.rows) == [("Friday bun", "Instagram", "Every week, Friday, 15:00", "How bread is made", "Ola")]


def test_pillars_are_told_with_wanted_and_actual_share() -> None:
    shown = list(recap(view(plan())))

    assert [row[2:] for row in table(shown, "Content pillars").rows] == [("60%", "75%"), ("40%", "25%")]
    assert "Furthest from plan: How bread is made, 15 points too many." in captions(shown)


def test_posts_are_counted_by_channel_and_week() -> None:
    grid = next(block for block in recap(view(plan())) if isinstance(block, Picture) and "Grid" in block.chart.alt)

    assert "Instagram: Week 9 2, Week 11 1; Facebook: Week 9 1." in grid.chart.alt
    assert grid.caption == "4 posts in the weeks from 1 March 2027 to 21 March 2027."


def test_weeks_that_take_more_than_is_granted_are_counted() -> None:
    assert (
        "Fullest: Week 9, 12 hours. 1 week takes more hours than are granted. "
        "For 1 post nobody has said how long it takes."
    ) in captions(recap(view(plan())))


def test_what_sells_what_is_open_and_the_longest_silence_are_told() -> None:
    assert findings(recap(view(plan()))) == [
        "Posts that sell something: 1 of 5 (20%).",
        "Kept open for news and questions: 20% of the posts, 20% were meant to be.",
        "The longest silence: 16 days on Instagram, from 4 March 2027 to 20 March 2027.",
    ]


def test_the_next_two_weeks_begin_today_and_end_after_fourteen_days() -> None:
    two = table(recap(view(plan(), today=date(2027, 3, 3))), "The first two weeks, from 4 March 2027")

    assert [row[1] for row in two.rows] == ["New oven", "Buns"]


def test_posts_of_a_day_stand_by_their_time() -> None:
    day = date(2027, 3, 2)
    times = {"Any": None, "Late": "16:00", "Early": "07:30"}
    same_day = posts(*({"title": title, "due": day, "at": at} for title, at in times.items()))

    assert [row[1] for row in table(recap(view(same_day)), "The first two weeks, from 2 March 2027").rows] == [
        "Early",
        "Late",
        "Any",
    ]


def test_a_calendar_that_is_over_has_no_next_weeks() -> None:
    assert not has_table(recap(view(plan(), today=date(2028, 1, 1))), "The first two weeks, from 2 March 2027")


def test_posts_without_date_owner_persona_and_goal_are_counted() -> None:
    assert open_ends(recap(view(plan()))) == [
        "1 post has no date.",
        "3 posts have no owner.",
        "4 posts are for nobody in particular.",
        "3 posts serve no goal.",
    ]


def test_shares_that_do_not_make_a_whole_are_told() -> None:
    short = plan(content={"pillars": [{"id": "bread", "share": 60}]})

    assert "The shares of the pillars add up to 60%, not to 100%." in open_ends(recap(view(short)))


def test_a_channel_without_a_rhythm_is_named() -> None:
    assert open_ends(
        recap(view(plan(content={"cadence": []})))
    )[0] == "How often you post is not decided for: Instagram and Facebook."  # fmt: skip


def test_an_empty_strategy_is_told_what_is_missing() -> None:
    said = [block.text for block in (*show(view(Strategy())), *recap(view(Strategy()))) if isinstance(block, Paragraph)]

    assert {
        "No channel has been chosen yet: the calendar needs at least one.",
        "The calendar has no posts yet.",
    } <= set(said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_step_speaks_each_language(language: str) -> None:
    seen = view(plan(), language)

    assert [*show(seen), *recap(seen)]


@settings(max_examples=20, deadline=None)
@given(st.builds(Content.model_validate, rows(Content)), st.dates())
def test_nothing_that_people_may_answer_breaks_it(part: Content, today: date) -> None:
    seen = view(plan().model_copy(update={"content": part}), today=today)

    assert [*show(seen), *recap(seen)]
