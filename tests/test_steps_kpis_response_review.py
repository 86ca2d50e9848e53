"""The last three steps and the facilitator's room: what they show and sum up."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from made_up import rows
from steering import FULL, GOAL, HANNE, INSTAGRAM, ORDERS, Verb, blocks, open_points, said, table, view
from workshoplib.steps import facilitator, kpis, response, review
from workshoplib.steps.answering import duration
from workshoplib.steps.blocks import Bullets, Callout, Cards, Figures, Picture, Sources
from workshoplib.steps.render import html
from workshoplib.steps.step import Step
from workshoplib.strategy import PARTS
from workshoplib.words import LANGUAGES

STEPS = (kpis.STEP, response.STEP, review.STEP, facilitator.STEP)

each_verb = pytest.mark.parametrize(
    "verb", [verb for step in STEPS for verb in (step.show, step.recap)], ids=lambda verb: verb.__module__
)


def without(part: str, **changed: Any) -> dict[str, Any]:
    return {**FULL, part: {**FULL[part], **changed}}


@each_verb
def test_an_empty_strategy_is_met_with_words(verb: Verb) -> None:
    assert said(verb)


@each_verb
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_full_strategy_is_said_in_every_language(verb: Verb, language: str) -> None:
    assert html(verb(view(language, **FULL)))


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_no_answer_whatsoever_makes_a_step_fall(step: Step, data: st.DataObject) -> None:
    part = data.draw(rows(dict(PARTS)[step.part]))
    around = {name: answers for name, answers in FULL.items() if name not in {step.part, "facilitation", "review"}}
    seen = view(**{**around, step.part: part} if step.part != "kpis" else {"kpis": part})

    assert html([*step.show(seen), *step.recap(seen)])


def test_goals_that_nothing_measures_are_named() -> None:
    (bare,) = blocks(kpis.show, Bullets, goals={"goals": [GOAL]})

    assert bare.lines == ("More orders",)


def test_benchmarks_come_with_a_warning_two_charts_and_their_sources() -> None:
    (warning,) = [block for block in blocks(kpis.show, Callout, **FULL) if block.tone == "warning"]
    (sources,) = blocks(kpis.show, Sources, **FULL)

    assert warning.text.startswith("Providers divide by different things")
    assert (len(blocks(kpis.show, Picture, **FULL)), len(sources.facts)) == (2, 2)


def test_a_kpi_is_told_with_its_goal_its_figures_and_who_reads_it() -> None:
    read = "Web shop · Ane · Every month"

    assert [("Orders", "More orders", "200 orders a month", "300 orders a month", "", read)] == table(
        kpis.recap, "Key figures", **FULL
    )


def test_the_newest_figure_stands_beside_what_was_planned_for_its_day() -> None:
    # 181 of 365 days have passed on 30 June: 200 + 100 * 181 / 365 = 249.6.
    assert table(kpis.recap, "Newest figures against the plan", **FULL) == [
        ("Orders", "30/06/2027", "230 orders a month", "250 orders a month", "Behind plan")
    ]


def test_what_is_behind_plan_is_drawn_and_said() -> None:
    (picture,) = blocks(kpis.recap, Picture, **FULL)
    findings = blocks(kpis.recap, Bullets, **FULL)[0].lines

    assert "Straight path from 200" in picture.chart.alt
    assert findings[0] == "KPIs with figures: 0 at the target, 0 on track, 1 behind plan."


def test_the_gaps_of_the_figures_are_named_most_important_first() -> None:
    bare = {"id": "kpibare2", "name": "Likes"}

    assert open_points(kpis.recap, **without("kpis", kpis=[ORDERS, bare])) == [
        "KPIs without a goal: Likes.",
        "KPIs without a baseline: Likes.",
        "KPIs without a target: Likes.",
        "KPIs without a source: Likes.",
        "KPIs without an owner: Likes.",
    ]


def test_figures_that_were_not_read_for_a_period_are_named() -> None:
    old = {**ORDERS, "actuals": [{"period_end": "2027-05-31", "value": 225}]}

    assert open_points(kpis.recap, **without("kpis", kpis=[old])) == ["Figures older than one period: Orders."]


def test_a_full_set_of_figures_leaves_nothing_open() -> None:
    assert open_points(kpis.recap, **FULL) == []


def test_sales_that_only_followers_measure_are_doubted() -> None:
    sold = without("goals", goals=[{**GOAL, "type": "sales"}])

    findings = blocks(kpis.recap, Bullets, **{**sold, "kpis": {"kpis": [{**ORDERS, "kind": "followers"}]}})[0].lines

    assert "“More orders” is measured by followers alone, and they say little about Sales." in findings


def test_expectations_are_told_with_publisher_and_year() -> None:
    lines = blocks(response.show, Bullets)[0].lines

    assert "79% expect an answer within 24 hours (HubSpot, year not told)." in lines


def test_no_expectation_is_told_that_was_written_from_memory() -> None:
    (sources,) = blocks(response.show, Sources)

    assert all(fact.seen_at and fact.confidence != "low" for fact in sources.facts)


def test_channels_that_nobody_answers_on_are_named_before_the_form() -> None:
    found = blocks(response.show, Callout, platforms={"channels": [INSTAGRAM]})

    assert [callout.text for callout in found] == ["Channels that nobody answers on yet: Instagram."]


def test_the_response_plan_is_told_in_words() -> None:
    assert table(response.recap, "Response plan", **FULL) == [("Instagram", "Ola", "", "2 hours", "3 a week")]


def test_hours_without_an_answer_are_counted_and_drawn() -> None:
    (picture,) = blocks(response.recap, Picture, **FULL)
    findings = blocks(response.recap, Bullets, **FULL)[0].lines

    assert "Monday: 6–9 1, 18–21 1, 21–24 1" in picture.chart.alt
    assert findings == (
        "Somebody answers in 25% of the hours when your personas are active.",
        "Instagram: 3 of 4 active hours a week without an answer.",
    )


def test_the_log_shows_whether_the_promise_holds() -> None:
    (kept,) = blocks(response.recap, Figures, **FULL)

    assert [value for value, _ in kept.pairs] == ["2.5 hours", "33%", "1"]


def test_levels_come_from_green_to_red() -> None:
    rows = table(response.recap, "Three levels", **FULL)

    assert [row[0] for row in rows] == ["Green: everyday talk", "Red: the organisation's name is at stake"]


def test_each_task_has_its_people_in_four_columns() -> None:
    assert table(response.recap, "Who does what", **FULL) == [
        ("Answer", "Ola", "Ane", "", ""),
        ("Read the figures", "Ane", "", "", ""),
    ]


def test_archiving_is_asked_of_public_bodies_only() -> None:
    label = "Public bodies: what is recorded and archived"
    public = without("organisation", type="public")

    assert (label in said(response.recap, **FULL), label in said(response.recap, **public)) == (False, True)


def test_what_the_response_plan_lacks_is_named() -> None:
    assert open_points(response.recap, **FULL) == [
        "Channels without a stand-in: Instagram.",
        "Tasks without exactly one person who answers for them: Read the figures.",
        "Fewer than three departments take part; service and sales hear what marketing does not.",
        "12 points of the policy are missing.",
    ]


def test_a_persona_alone_draws_nothing() -> None:
    assert blocks(response.recap, Picture, personas={"personas": [HANNE]}) == []


def test_the_age_of_strategy_and_review_is_told_in_days() -> None:
    (ages,) = blocks(review.show, Figures, **FULL)

    assert [value for value, _ in ages.pairs] == ["195", "105"]


def test_a_strategy_that_nobody_has_looked_at_for_half_a_year_is_told() -> None:
    found = [callout.text for callout in blocks(review.show, Callout, **without("review", reviews=[]))]

    assert "Nobody has reviewed this strategy for more than 180 days. What worked then may not work now." in found


def test_the_newest_review_is_the_one_that_is_told() -> None:
    card = blocks(review.recap, Cards, **FULL)[0].cards[0]

    assert (card.title, card.pairs[0]) == ("Spring", ("What we learned", "Faces work"))


def test_a_decision_past_its_day_is_marked() -> None:
    assert table(review.recap, "Decisions still open", **FULL) == [
        ("Test faces", "", "Ane", "01/06/2027, overdue"),
        ("Ask customers", "", "", "01/09/2027"),
    ]


def test_trends_lie_on_three_cards() -> None:
    radar = blocks(review.recap, Cards, **FULL)[1].cards

    assert [(card.title, card.badge) for card in radar] == [
        ("We act on", "1"),
        ("We watch", "0"),
        ("We leave alone", "1"),
    ]


def test_the_next_review_is_counted_in_days() -> None:
    found = [callout.text for callout in blocks(review.recap, Callout, **FULL)]

    assert found[0] == "The next review is on 1 October 2027, in 78 days."


def test_a_review_that_was_not_held_is_told() -> None:
    (line,) = open_points(review.recap, review={"next_review": "2027-07-01", "reviews": [{"id": "review22"}]})

    assert line == "The review booked for 1 July 2027 has not been held, or not been noted."


def test_a_block_that_the_meetings_have_no_room_for_is_told() -> None:
    rows = table(facilitator.show, "", **FULL)
    callouts = [callout.text for callout in blocks(facilitator.show, Callout, **FULL)]

    assert [row[:2] for row in rows] == [("15/01/2027", "09:00"), ("15/01/2027", "09:30"), ("No room", "")]
    assert callouts[0] == "No meeting has room for: Audience. Shorten a block, or move one."


def test_without_an_agenda_the_minutes_of_the_steps_are_suggested() -> None:
    rows = table(facilitator.show, "")

    assert ("Your key figures", "25") in rows
    assert sum(int(minutes) for _, minutes in rows[:-1]) == int(rows[-1][1])


def test_departments_that_are_missed_in_the_room_are_named() -> None:
    found = [callout.text for callout in blocks(facilitator.show, Callout, **FULL)]

    assert "Nobody is here from: Customer service." in found


def test_each_part_has_a_bar_and_each_point_a_line() -> None:
    (picture,) = blocks(facilitator.show, Picture, **FULL)

    assert "Your content calendar 0%" in picture.chart.alt
    assert len(table(facilitator.show, "5 of 8 points are in place", **FULL)) == 8


def test_the_gaps_suggest_first_actions_and_five_are_enough() -> None:
    (suggested,) = blocks(facilitator.recap, Bullets)

    assert len(suggested.lines) == 5
    assert suggested.lines[0] == "Finish one goal: figure, baseline, target, start and deadline."


def test_an_action_without_a_yes_stays_open() -> None:
    assert open_points(facilitator.recap, **FULL) == ["1 action waits for its owner’s yes."]


def test_an_agenda_without_meetings_is_added_up_and_not_called_too_long() -> None:
    blocks_only = {"agenda": FULL["facilitation"]["agenda"]}

    assert {row[0] for row in table(facilitator.show, "", facilitation=blocks_only)} == {""}
    assert "The blocks take 135 minutes." in said(facilitator.show, facilitation=blocks_only)


def test_the_facilitator_sees_the_decisions_that_wait() -> None:
    assert [row[0] for row in table(facilitator.recap, "Decisions still open", **FULL)] == [
        "Test faces",
        "Ask customers",
    ]


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(1, "1 minute"), (45, "45 minutes"), (60, "1 hour"), (90, "90 minutes"), (480, "8 hours"), (254.5, "4.2 hours")],
)
def test_minutes_are_told_as_people_would(minutes: float, words: str) -> None:
    assert duration(minutes, view()) == words
