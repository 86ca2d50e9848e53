"""The first three steps: what they show and sum up for an empty, a half-filled and a made-up strategy."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from made_up import rows
from workshoplib import places
from workshoplib.facts import Facts
from workshoplib.steps import goals, personas, welcome
from workshoplib.steps.blocks import Block, Bullets, Callout, Card, Cards, Picture, Sources, Table
from workshoplib.steps.render import html, plain
from workshoplib.steps.step import Step
from workshoplib.steps.view import View
from workshoplib.strategy import PARTS, Strategy
from workshoplib.words import words

FACTS = Facts(places.data() / "facts")
TODAY = date(2027, 1, 15)
STEPS = (welcome.STEP, goals.STEP, personas.STEP)

VISITS = {
    "id": "g2345678",
    "text": "More visits",
    "metric": "Visits",
    "unit": "visits",
    "baseline": 1200,
    "target": 2000,
    "start": "2027-01-01",
    "deadline": "2027-12-31",
    "priority": True,
    "growth": "compound",
}
HANNE = {"id": "a2345678", "name": "Hanne"}


def view(language: str = "en", **parts: Any) -> View:
    return View(Strategy.model_validate(parts), words(language), FACTS, TODAY)


def said(verb: Callable[[View], Iterable[Block]], **parts: Any) -> str:
    return plain(verb(view(**parts)))


def blocks(verb: Callable[[View], Iterable[Block]], kind: type, **parts: Any) -> list[Any]:
    return [block for block in verb(view(**parts)) if isinstance(block, kind)]


def open_points(verb: Callable[[View], Iterable[Block]], **parts: Any) -> list[str]:
    (callout,) = [found for found in blocks(verb, Callout, **parts) if found.text.startswith("Still open:")]
    return [line.removeprefix("– ") for line in callout.text.splitlines()[1:]]


def cards(verb: Callable[[View], Iterable[Block]], **parts: Any) -> dict[str, dict[str, str]]:
    found = [card for block in verb(view(**parts)) for card in (block.cards if isinstance(block, Cards) else ())]
    return {card.title: dict(card.pairs) for card in found}


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
@pytest.mark.parametrize("language", ["en", "nb", "sv", "da"])
def test_an_empty_strategy_is_told_what_is_missing(step: Step, language: str) -> None:
    found = [block for block in step.recap(view(language)) if isinstance(block, Callout)]

    assert found != []


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_whatever_was_filled_in_can_be_shown_and_summed_up(step: Step, data: st.DataObject) -> None:
    part = data.draw(rows(dict(PARTS)[step.part]))
    looked_at = view(**{step.part: part})

    assert html([*step.show(looked_at), *step.recap(looked_at)]).startswith("<div")


# --- Where you start


def test_the_four_questions_tell_what_is_there_and_what_is_empty() -> None:
    (table,) = blocks(welcome.show, Table, organisation={"vision": "A full taproom"})

    assert table.rows[0] == ("Why are we there?", "Vision", "Business goals and Goals")


def test_the_core_message_heads_the_card_of_the_direction_as_a_quotation() -> None:
    found = blocks(welcome.recap, Card, organisation={"core_message": "Brewed by the sea", "vision": "A full taproom"})

    assert found == [Card("“Brewed by the sea”", (("Vision", "A full taproom"),))]


def test_hours_granted_are_held_against_the_hours_spent() -> None:
    people = [{"id": "p2345678", "hours_a_week": 8}, {"id": "p2345679", "hours_a_week": 3.5}]
    channels = [{"platform": "facebook", "hours_a_week": 3}, {"platform": "x", "hours_a_week": 5}]
    text = said(welcome.recap, organisation={"people": people, "channels_now": channels})

    assert "The channels of today take 8 hours a week; 11.5 are granted." in text


def test_a_platform_that_nobody_masters_is_named_and_the_people_are_not() -> None:
    people = [{"id": "p2345678", "name": "Ingrid", "skills": [{"platform": "tiktok", "skill": 1, "comfort": 0}]}]
    text = said(welcome.recap, organisation={"people": people})

    assert "Nobody can work alone yet on TikTok" in text
    assert "Ingrid" not in text


def test_time_money_and_skill_give_a_suggestion_with_its_reason() -> None:
    text = said(welcome.recap, organisation={"enough_time": 2, "enough_money": 4, "enough_skill": 1})

    assert "Let an agency do most of it: there is money, but neither time nor skill." in text


def test_initiatives_are_grouped_by_decision_and_a_start_without_a_drop_is_noticed() -> None:
    initiatives = [
        {"name": "Quiz", "status": "strengthen"},
        {"name": "Takeover", "status": "start"},
        {"name": "Newsletter"},
    ]
    (table,) = blocks(welcome.recap, Table, organisation={"initiatives": initiatives})
    (told,) = blocks(welcome.recap, Bullets, organisation={"initiatives": initiatives})

    assert [row[0] for row in table.rows] == ["Takeover", "Quiz"]
    assert told.lines == (
        "Started: 1. Strengthened: 1. Dropped: 0.",
        "Something starts and nothing is dropped. Where will the hours come from?",
    )


def test_a_place_that_nothing_leads_to_is_pointed_out() -> None:
    text = said(welcome.recap, organisation={"places": [{"id": "w2345678", "name": "Old blog"}]})

    assert "Nothing leads to or from Old blog." in text


def test_what_is_open_starts_with_what_matters_most_and_ends_after_five() -> None:
    found = open_points(welcome.recap, organisation={"competitors": [{"name": "Fjellbrygg"}]})

    assert len(found) == 5
    assert found[0].startswith("What does the organisation itself want?")


# --- Your goals


def test_the_two_worked_goals_are_marked_as_examples_and_their_growth_is_computed() -> None:
    (found,) = blocks(goals.show, Cards)

    assert [(card.badge, dict(card.pairs)["Needed growth"]) for card in found.cards] == [
        ("Example", "+50 each month, or +4.5% a month."),
        ("Example", "+33 each month."),
    ]


def test_a_business_goal_that_no_goal_serves_is_shown_and_stays_open() -> None:
    business = [{"id": "b2345678", "text": "Fill the taproom"}, {"id": "b2345679", "text": "Hire brewers"}]
    parts: dict[str, Any] = {
        "organisation": {"business_goals": business},
        "goals": {"goals": [{"id": "g2345678", "text": "More visits", "business_goal": "b2345678"}]},
    }

    assert blocks(goals.show, Bullets, **parts) == [Bullets(("Hire brewers",))]
    assert "No goal serves the business goal “Hire brewers”." in open_points(goals.recap, **parts)


def test_what_was_ticked_suggests_types_of_goals() -> None:
    assert "of these types: Customer service." in said(goals.show, organisation={"uses": ["service"]})


def test_a_card_tells_the_letters_what_is_missing_and_the_growth_that_is_needed() -> None:
    card = cards(goals.recap, goals={"goals": [VISITS]})["More visits"]

    assert (card["SMART"], card["Missing"], card["Needed growth"]) == (
        "S ~ · M ~ · A – · R – · T ✓",
        "Measurable (Source of the figure); Achievable; Relevant (Business goal)",
        "+67 each month, or +4.3% a month.",
    )


def test_the_path_is_drawn_and_told_with_its_milestones() -> None:
    (picture,) = blocks(goals.recap, Picture, goals={"goals": [VISITS]})
    *_, table = blocks(goals.recap, Table, goals={"goals": [VISITS]})

    assert picture.caption == (
        "More visits: from 1,200 to 2,000 visits by 31 December 2027. Needed: +67 each month, or +4.3% a month."
    )
    assert [row[1] for row in table.rows] == ["1,363", "1,549", "1,760", "2,000"]


def test_milestones_that_the_team_set_itself_take_the_place_of_the_computed_ones() -> None:
    own = {**VISITS, "milestones": [{"due": "2027-06-30", "value": 1500, "celebrate": "Cake"}]}
    *_, table = blocks(goals.recap, Table, goals={"goals": [own]})
    (picture,) = blocks(goals.recap, Picture, goals={"goals": [own]})

    assert table.rows == (("30/06/2027", "1,500", "Cake"),)
    assert "Path to the target from 1,200 on 1 January 2027 to 2,000" in picture.chart.alt


def test_a_letter_that_is_not_met_is_told_with_its_reason_and_its_repair() -> None:
    letters, *_ = blocks(goals.recap, Table, goals={"goals": [VISITS]})

    assert [row[1:] for row in letters.rows][1] == (
        "Measurable",
        "Partly",
        "The figure is not whole.",
        "Fill in: Source of the figure.",
    )


def test_achievable_is_judged_by_the_figures_of_the_kpi_that_measures_the_goal() -> None:
    months = ("2026-09-30", "2026-10-31", "2026-11-30", "2026-12-31", "2027-01-31")
    figures = [{"period_end": day, "value": 1000 + 50 * n} for n, day in enumerate(months)]
    kpi = {"id": "k2345678", "goal": VISITS["id"], "baseline": 1200, "target": 2000, "actuals": figures}
    letters, *_ = blocks(goals.recap, Table, goals={"goals": [VISITS]}, kpis={"kpis": [kpi]})
    (picture,) = blocks(goals.recap, Picture, goals={"goals": [VISITS]}, kpis={"kpis": [kpi]})

    assert [row[2] for row in letters.rows if row[1] == "Achievable"] == ["Partly"]
    assert "Figures so far from 1,000 on 30 September 2026 to 1,200" in picture.chart.alt


def test_a_figure_that_has_to_fall_is_told_as_a_fall() -> None:
    calls = {**VISITS, "baseline": 100, "target": 50}

    card = cards(goals.recap, goals={"goals": [calls]})["More visits"]

    assert (card["Needed fall"], "Needed growth" in card) == ("4.2 less each month, or 5.6% less a month.", False)


def test_a_goal_whose_deadline_has_passed_comes_first_among_what_is_open() -> None:
    late = {**VISITS, "start": "2026-01-01", "deadline": "2026-12-31"}

    assert open_points(goals.recap, goals={"goals": [late]})[0] == (
        "“More visits” ended on 31 December 2026. Was it reached?"
    )


def test_more_than_three_priorities_are_too_many() -> None:
    many = [{"id": f"g234567{n}", "text": f"Goal {n}", "priority": True} for n in range(2, 6)]

    assert "4 goals have priority." in said(goals.recap, goals={"goals": many})


def test_dropped_goals_are_counted_and_no_longer_judged() -> None:
    dropped = {**VISITS, "status": "dropped"}

    assert "1 goal was dropped on the way." in said(goals.recap, goals={"goals": [dropped]})
    assert cards(goals.recap, goals={"goals": [dropped]}) == {}


@settings(max_examples=25, deadline=None)
@given(baseline=st.floats(-1e18, 1e18), target=st.floats(-1e18, 1e18), days=st.integers(1, 5000))
def test_any_path_can_be_told_and_drawn(baseline: float, target: float, days: int) -> None:
    deadline = date(2027, 1, 1) + timedelta(days=days)
    goal = {**VISITS, "baseline": baseline, "target": target, "deadline": deadline.isoformat()}

    assert "More visits" in said(goals.recap, goals={"goals": [goal]})


# --- Your audience


def test_daily_use_is_told_for_the_country_with_its_years_and_sources() -> None:
    norway: dict[str, Any] = {"organisation": {"country": "NO"}}
    (sources,) = blocks(personas.show, Sources, **norway)
    titles = [fact.source_title for fact in sources.facts]

    assert "In Norway, 78% of people aged 18+ use social media daily (2023, Ipsos Norge)." in said(
        personas.show, **norway
    )
    assert "These figures are from 2020–2023" in said(personas.show, **norway)
    assert len(titles) == len(set(titles))


def test_a_limit_that_a_source_gave_is_told_as_a_limit() -> None:
    tables = blocks(personas.show, Table, organisation={"country": "DK"})

    assert ("Facebook", "15–31", "< 50%", "2023") in tables[0].rows


@pytest.mark.parametrize(
    ("organisation", "expected"),
    [({}, "Choose your country"), ({"country": "GB"}, "No open figures on daily use were found for United Kingdom.")],
)
def test_where_no_figures_are_known_it_is_said(organisation: dict[str, str], expected: str) -> None:
    assert expected in said(personas.show, organisation=organisation)


def test_a_persona_without_evidence_is_marked_as_an_assumption() -> None:
    backed = {"id": "a2345679", "name": "Farid", "evidence": [{"method": "interview", "n": 5}]}
    (found,) = blocks(personas.recap, Cards, personas={"personas": [HANNE, backed]})

    assert [(card.title, card.badge) for card in found.cards] == [("Hanne", "Assumption"), ("Farid", "With evidence")]


def test_where_personas_are_is_drawn_and_the_platform_shared_by_most_is_named() -> None:
    asked = [{"platform": "facebook", "frequency": "daily"}]
    both = [{**HANNE, "platforms": asked}, {"id": "a2345679", "name": "Farid", "platforms": asked}]
    (picture,) = blocks(personas.recap, Picture, personas={"personas": both})

    assert "Hanne: Facebook 3; Farid: Facebook 3" in picture.chart.alt
    assert "Used daily by most of your personas: Facebook, 2 of 2." in said(personas.recap, personas={"personas": both})


def test_the_hours_when_most_personas_are_there_are_told() -> None:
    hanne, farid = {**HANNE, "active": {"mon": [18, 20]}}, {"id": "a2345679", "active": {"mon": [19], "sun": [8]}}
    (picture,) = blocks(personas.recap, Picture, personas={"personas": [hanne, farid]})

    assert picture.caption == "At the most, 2 of 2 personas are there at once; first on Monday between 18 and 21."


def test_a_stage_of_the_journey_about_which_nothing_is_known_has_a_question_mark() -> None:
    journey = [{"stage": "awareness", "question": "Where to eat?"}]
    (table,) = blocks(personas.recap, Table, personas={"personas": [{**HANNE, "journey": journey}]})

    assert table.rows == (("Hanne", "Where to eat?", "?", "?", "?", "?"),)


def test_a_persona_not_looked_over_for_a_year_comes_first_among_what_is_open() -> None:
    found = open_points(personas.recap, personas={"personas": [{**HANNE, "last_review": "2026-01-01"}]})

    assert found[0] == "Hanne was last looked over on 1 January 2026. Is it still true?"


def test_values_that_personas_seek_and_the_organisation_does_not_show_are_named() -> None:
    text = said(personas.recap, personas={"personas": [{**HANNE, "looks_for": ["quality"]}]})

    assert "1 persona looks for “Quality that lasts”, which is not among the values you show." in text
