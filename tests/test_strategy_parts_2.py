"""Content, budget, KPIs and review: what they accept, what they refuse, and what they ask."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from workshoplib.strategy.budget import AdTest, Budget, BudgetLine, Campaign, Phase
from workshoplib.strategy.content import Cadence, Content, Contribution, Idea, Occasion, Pillar, Post, Series
from workshoplib.strategy.fields import Item, Kind, Part, Row, questions
from workshoplib.strategy.kpis import Kpi, Kpis, Tool
from workshoplib.strategy.review import Experiment, Review, StrategyReview, Trend

PARTS: tuple[type[Part], ...] = (Content, Budget, Kpis, Review)

LISTS = {
    "organisation.business_goals",
    "organisation.people",
    "goals.goals",
    "personas.personas",
    "platforms.channels",
    "content.pillars",
    "content.stories",
    "content.series",
    "content.posts",
    "budget.lines",
    "budget.campaigns",
    "budget.tests",
    "kpis.kpis",
    "kpis.tools",
    "review.reviews",
}
"""The lists that others may point into."""

OWN_LISTS = {
    "content.pillars": Pillar,
    "content.series": Series,
    "content.posts": Post,
    "budget.lines": BudgetLine,
    "budget.campaigns": Campaign,
    "kpis.kpis": Kpi,
    "kpis.tools": Tool,
    "review.reviews": StrategyReview,
}


def models_of(model: type[Row]) -> Iterator[type[Row]]:
    yield model
    for question in questions(model):
        if question.rows is not None:
            yield from models_of(question.rows)


MODELS = tuple(dict.fromkeys(model for part in PARTS for model in models_of(part)))
ITEMS = tuple(model for model in MODELS if issubclass(model, Item))
ASKED = tuple((model, question) for model in MODELS for question in questions(model))


def sentence(model: type[Row], **answers: Any) -> str:
    """What is said about answers that are refused for one reason."""
    with pytest.raises(ValidationError) as refusal:
        model.model_validate(answers)
    (problem,) = refusal.value.errors()
    return problem["msg"]


def kind_of_refusal(model: type[Row], **answers: Any) -> tuple[tuple[int | str, ...], str]:
    with pytest.raises(ValidationError) as refusal:
        model.model_validate(answers)
    (problem,) = refusal.value.errors()
    return problem["loc"], problem["type"]


@pytest.mark.parametrize("part", PARTS)
def test_a_part_may_be_empty(part: type[Part]) -> None:
    assert part() == part.model_validate({})


@pytest.mark.parametrize("model", ITEMS)
def test_an_item_needs_no_more_than_its_id(model: type[Item]) -> None:
    assert model.model_validate({"id": "a2b3c4d5"}).id == "a2b3c4d5"


def test_a_filled_in_part_survives_json() -> None:
    content = Content.model_validate(
        {
            "pillars": [{"id": "food", "topic": "Beer and food", "share": 40, "values": ["inspire", "involve"]}],
            "voice": [{"we_are": "curious", "we_are_not": "know-alls"}],
            "posts": [{"id": "p1", "title": "Yeast", "due": "2026-05-04", "at": "17:30", "pillar": "food"}],
        }
    )
    assert content == Content.model_validate_json(content.model_dump_json())


def test_amounts_stay_exact() -> None:
    budget = Budget.model_validate_json('{"total": 120000.10, "lines": [{"id": "film", "amount": 9999.99}]}')
    assert (Decimal("120000.10"), Decimal("9999.99")) == (budget.total, budget.lines[0].amount)


@pytest.mark.parametrize(
    ("model", "answers"),
    [
        (Series, {"id": "tip"}),
        (Occasion, {}),
        (Phase, {}),
        (Campaign, {"id": "summer"}),
        (AdTest, {"id": "faces"}),
        (Experiment, {"id": "silence"}),
    ],
)
def test_reversed_days_are_refused_with_both_days(model: type[Row], answers: dict[str, Any]) -> None:
    said = sentence(model, first_day="2026-06-02", last_day="2026-06-01", **answers)
    assert said == "The last day 2026-06-01 is before the first day 2026-06-02. Change one of them."


def test_a_stretch_of_one_day_is_fine() -> None:
    fair = Occasion.model_validate({"name": "Harvest fair", "first_day": "2026-09-05", "last_day": "2026-09-05"})
    assert date(2026, 9, 5) == fair.last_day


def test_a_review_looks_back_on_days_in_order() -> None:
    said = sentence(StrategyReview, id="spring", period_start="2026-04-01", period_end="2026-03-31")
    assert said == "The last day 2026-03-31 is before the first day 2026-04-01. Change one of them."


def test_a_trend_does_not_expire_before_it_was_seen() -> None:
    said = sentence(Trend, id="live-shops", seen="2026-03-01", expires="2025-03-01")
    assert said == "Look again by 2025-03-01 is before the day it was seen, 2026-03-01. Change one of them."


def test_a_campaign_takes_at_least_no_more_than_at_most() -> None:
    said = sentence(Campaign, id="summer", least=5000, most=3000)
    assert said == "At most 3000 is less than at least 5000. Change one of them."


def test_a_campaign_may_have_a_single_possible_amount() -> None:
    assert Campaign(id="summer", least=Decimal(0), most=Decimal(0)).most == 0


def test_a_post_is_not_cut_from_itself() -> None:
    said = sentence(Post, id="talk", part_of="talk")
    assert said == "A post cannot be cut from itself. Pick the longer post, or leave it empty."


@pytest.mark.parametrize("consent", ["not_asked", "asked", "refused"])
def test_what_a_user_made_is_not_used_without_consent(consent: str) -> None:
    said = sentence(Contribution, id="cabin", consent=consent, used="2026-07-01")
    assert said == "No consent is noted, yet it is marked as used on 2026-07-01. Ask first, or empty the date."


def test_what_a_user_made_is_used_with_consent() -> None:
    used = Contribution.model_validate({"id": "cabin", "consent": "given", "used": "2026-07-01"})
    assert date(2026, 7, 1) == used.used


def test_a_period_has_one_figure() -> None:
    march = {"period_end": "2026-03-31", "value": 12}
    said = sentence(Kpi, id="orders", actuals=[march, {**march, "value": 14}])
    assert said == "There are 2 figures for the period that ends on 2026-03-31. Keep the one that is right."


def test_figures_without_a_date_yet_may_be_many() -> None:
    kpi = Kpi.model_validate({"id": "orders", "actuals": [{"value": 1}, {"value": 1}]})
    assert len(kpi.actuals) == 2


@pytest.mark.parametrize(
    ("model", "answers", "where", "kind"),
    [
        (Pillar, {"id": "food", "share": 101}, ("share",), "less_than_equal"),
        (Cadence, {"posts_per_week": -1}, ("posts_per_week",), "greater_than_equal"),
        (Content, {"horizon_weeks": 0}, ("horizon_weeks",), "greater_than_equal"),
        (Content, {"posting_style": "bold"}, ("posting_style",), "extra_forbidden"),
        (Post, {"id": "p1", "status": "finished"}, ("status",), "enum"),
        (Post, {"id": "p1", "text": "x" * 5001}, ("text",), "string_too_long"),
        (Post, {"id": "p1", "channel": "Our Instagram"}, ("channel",), "string_pattern_mismatch"),
        (Post, {"id": "p1", "personas": [""]}, ("personas", 0), "string_pattern_mismatch"),
        (Post, {"title": "No id"}, ("id",), "missing"),
        (Idea, {"id": "p1", "source": "boredom"}, ("source",), "enum"),
        (Budget, {"total": -1}, ("total",), "greater_than_equal"),
        (Budget, {"total": "12.345"}, ("total",), "decimal_max_places"),
        (Budget, {"analysis_percent": 100.5}, ("analysis_percent",), "less_than_equal"),
        (Kpi, {"id": "k1", "target": float("inf")}, ("target",), "finite_number"),
        (Kpi, {"id": "k1", "frequency": "rarely"}, ("frequency",), "enum"),
        (Trend, {"id": "t1", "relevance": 6}, ("relevance",), "less_than_equal"),
        (Review, {"trend_watcher": "Kari Nordmann"}, ("trend_watcher",), "string_pattern_mismatch"),
    ],
)
def test_a_bad_value_is_refused_where_it_stands(
    model: type[Row], answers: dict[str, Any], where: tuple[int | str, ...], kind: str
) -> None:
    assert (where, kind) == kind_of_refusal(model, **answers)


def test_a_list_has_a_limit() -> None:
    pillars = [{"id": f"pillar-{number}"} for number in range(13)]
    assert kind_of_refusal(Content, pillars=pillars) == (("pillars",), "too_long")


def test_labels_are_short_and_helps_say_more() -> None:
    wordy = [
        f"{model.__name__}.{question.name}"
        for model, question in ASKED
        if not 1 <= len(question.label.split()) <= 5 or not len(question.label) < len(question.help) <= 125
    ]
    assert wordy == []


@pytest.mark.parametrize("model", MODELS)
def test_labels_and_helps_are_told_apart_within_a_model(model: type[Row]) -> None:
    asked = questions(model)
    assert len(asked) == len({question.label for question in asked}) == len({question.help for question in asked})


@pytest.mark.parametrize("model", MODELS)
def test_every_field_asks_something(model: type[Row]) -> None:
    assert set(model.model_fields) - {"id"} == {question.name for question in questions(model)}


@pytest.mark.parametrize("model", MODELS)
def test_the_first_round_asks_for_few_fields_that_exist(model: type[Row]) -> None:
    assert set(model.essential) <= set(model.model_fields)
    assert len(set(model.essential)) == len(model.essential) <= 9


@pytest.mark.parametrize("model", [model for model in MODELS if issubclass(model, Part)])
def test_a_part_keeps_its_first_round_to_what_matters(model: type[Part]) -> None:
    assert 5 <= len(model.essential) < len(model.model_fields)


@pytest.mark.parametrize("model", ITEMS)
def test_an_item_is_shown_by_a_text_of_its_own(model: type[Item]) -> None:
    (shown,) = (question for question in questions(model) if question.name == model.shown_as)
    assert Kind.TEXT is shown.kind


def test_references_point_to_lists_that_may_be_pointed_to() -> None:
    assert {question.refers_to for _, question in ASKED if question.refers_to} <= LISTS


@pytest.mark.parametrize(("part_and_list", "item"), OWN_LISTS.items())
def test_the_lists_that_others_point_to_are_here(part_and_list: str, item: type[Item]) -> None:
    part, name = part_and_list.split(".")
    (model,) = (model for model in PARTS if model.__name__.lower() == part)
    (asked,) = (question for question in questions(model) if question.name == name)
    assert (Kind.ITEMS, item) == (asked.kind, asked.rows)


def test_every_choice_has_a_label_of_its_own() -> None:
    lists = {question.options for _, question in ASKED if question.options is not None}
    doubled = [options for options in lists if len({option.label for option in options}) != len(options)]
    assert doubled == []
