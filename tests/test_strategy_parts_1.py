"""The organisation, goals, personas and platforms: what they refuse, what they ask, and what they point to."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from workshoplib.strategy.choices import Platform
from workshoplib.strategy.fields import Kind, Part, Row, WeekHours, questions
from workshoplib.strategy.goals import Goal, Goals
from workshoplib.strategy.organisation import Competitor, Leave, Organisation, Person, Skill
from workshoplib.strategy.personas import Persona, Personas
from workshoplib.strategy.platforms import Channel, Platforms

PARTS: tuple[type[Part], ...] = (Organisation, Goals, Personas, Platforms)

LISTS = {
    "organisation.business_goals",
    "organisation.people",
    "organisation.places",
    "goals.goals",
    "personas.personas",
    "platforms.channels",
    "platforms.criteria",
}


def within(model: type[Row]) -> Iterator[type[Row]]:
    yield model
    for asked in questions(model):
        if asked.rows is not None:
            yield from within(asked.rows)


MODELS = tuple(dict.fromkeys(model for part in PARTS for model in within(part)))
each_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)


def sentence(model: type[Row], **answers: Any) -> str:
    with pytest.raises(ValidationError) as refused:
        model.model_validate(answers)
    (error,) = refused.value.errors()
    return error["msg"]


def refusals(model: type[Row], **answers: Any) -> list[tuple[Any, str]]:
    with pytest.raises(ValidationError) as refused:
        model.model_validate(answers)
    return [(".".join(map(str, error["loc"])), error["type"]) for error in refused.value.errors()]


def test_a_strategy_that_ends_before_it_starts_is_refused_with_both_dates() -> None:
    said = sentence(Organisation, start=date(2026, 1, 1), end=date(2025, 1, 1))

    assert said == "The strategy ends on 2025-01-01, which is not after its start on 2026-01-01. Change one of them."


def test_leave_that_ends_before_it_starts_is_refused() -> None:
    said = sentence(Leave, start=date(2026, 7, 20), end=date(2026, 7, 6))

    assert said == "The last day away, 2026-07-06, comes before the first, 2026-07-20. Swap them."


def test_leave_may_last_a_single_day() -> None:
    holiday = Leave(start=date(2026, 5, 17), end=date(2026, 5, 17))

    assert holiday.start == holiday.end


def test_a_goal_whose_deadline_is_its_start_is_refused() -> None:
    said = sentence(Goal, id="g1", start=date(2026, 1, 1), deadline=date(2026, 1, 1))

    assert said == "The deadline 2026-01-01 is not after the start 2026-01-01. Change one of them."


@pytest.mark.parametrize(("low", "high"), [(8, 12), (90, 130)])
def test_an_age_that_no_user_has_is_refused(low: int, high: int) -> None:
    said = sentence(Persona, id="p1", age={"low": low, "high": high})

    assert f"Ages go from 13 to 100; {low} to {high} is outside." == said


def test_a_reversed_age_range_is_refused_once() -> None:
    said = sentence(Persona, id="p1", age={"low": 40, "high": 25})

    assert said == "The range starts at 40, which is above its end 25. Swap them."


def test_a_gender_mix_above_the_whole_is_refused() -> None:
    said = sentence(Persona, id="p1", gender=[{"gender": "women", "share": 70}, {"gender": "men", "share": 40}])

    assert said == "The shares of the gender mix add up to 110.0, more than 100."


def test_a_gender_mix_may_leave_some_unknown() -> None:
    persona = Persona.model_validate({"id": "p1", "gender": [{"gender": "women", "share": 60}, {"gender": "men"}]})

    assert [part.share for part in persona.gender] == [60, None]


@pytest.mark.parametrize("id", ["", "-x", "Persona 1", "a" * 41, "ål"])
def test_an_id_that_cannot_stand_in_an_address_is_refused(id: str) -> None:
    assert refusals(Persona, id=id) == [("id", "string_pattern_mismatch")]


@pytest.mark.parametrize("id", ["k3f9abcd", "hiking-hanne", "1"])
def test_an_id_made_or_written_by_hand_is_taken(id: str) -> None:
    assert id == Channel(id=id).id


@pytest.mark.parametrize("figure", [-1, 4])
def test_skill_goes_from_nought_to_three(figure: int) -> None:
    assert [where for where, _ in refusals(Skill, platform="tiktok", skill=figure)] == ["skill"]


def test_nobody_is_granted_more_hours_than_a_week_can_bear() -> None:
    assert refusals(Person, id="ida", hours_a_week=61) == [("hours_a_week", "less_than_equal")]


def test_a_platform_that_nobody_knows_is_refused() -> None:
    assert refusals(Channel, id="c1", platform="myspace") == [("platform", "enum")]


def test_at_most_three_objectives_are_taken_over() -> None:
    assert refusals(Organisation, parent_objectives=["a", "b", "c", "d"]) == [("parent_objectives", "too_long")]


def test_a_refusal_deep_in_a_table_names_its_place() -> None:
    where = refusals(Personas, personas=[{"id": "p1", "platforms": [{"active": {"mon": [24]}}]}])

    assert where == [("personas.0.platforms.0.active.mon.0", "less_than_equal")]


def test_a_name_that_is_no_field_is_refused() -> None:
    assert refusals(Organisation, logo="x") == [("logo", "extra_forbidden")]


def test_pasted_control_characters_do_not_reach_a_competitor() -> None:
    assert Competitor(name="North\r\n\x0bBrew").name == "North\nBrew"


@each_model
def test_everything_may_be_left_empty(model: type[Row]) -> None:
    identity = {"id": "x"} if "id" in model.model_fields else {}

    assert identity == model.model_validate(identity).model_dump(exclude_defaults=True)


@each_model
def test_every_field_but_the_id_is_a_question(model: type[Row]) -> None:
    assert set(model.model_fields) - {"id"} == {asked.name for asked in questions(model)}


@each_model
def test_labels_are_unique_within_a_model(model: type[Row]) -> None:
    labels = [asked.label for asked in questions(model)]

    assert sorted(set(labels)) == sorted(labels)


@each_model
def test_what_is_shown_first_exists_and_is_not_much(model: type[Row]) -> None:
    names = [asked.name for asked in questions(model)]

    assert [name for name in model.essential if name not in names] == []
    assert len(model.essential) <= 12


@each_model
def test_a_long_form_says_what_is_asked_first(model: type[Row]) -> None:
    assert bool(model.essential) >= (len(questions(model)) > 8)


@each_model
def test_an_item_is_shown_as_one_of_its_answers(model: type[Row]) -> None:
    shown = getattr(model, "shown_as", None)

    assert ("id" in model.model_fields) == (shown in model.model_fields)


@each_model
def test_every_label_is_short(model: type[Row]) -> None:
    labels = [asked.label for asked in questions(model)]

    assert [label for label in labels if not 1 <= len(label.split()) <= 4 or label.endswith((".", ":", "?", "!"))] == []


@each_model
def test_every_help_is_a_short_sentence(model: type[Row]) -> None:
    helps = [asked.help for asked in questions(model)]

    assert [help for help in helps if not help.endswith((".", "?", "…")) or len(help) > 130 or "!" in help] == []


@each_model
def test_no_help_only_repeats_its_label(model: type[Row]) -> None:
    assert [
        asked.name for asked in questions(model) if asked.help.rstrip(".?").casefold() == asked.label.casefold()
    ] == []


@each_model
def test_references_and_only_they_point_to_a_list_that_exists(model: type[Row]) -> None:
    for asked in questions(model):
        expected = LISTS if asked.kind in (Kind.REFERENCE, Kind.REFERENCES) else {""}
        assert asked.refers_to in expected, asked.name


@each_model
def test_closed_questions_and_only_they_have_options(model: type[Row]) -> None:
    for asked in questions(model):
        assert (asked.kind in (Kind.CHOICE, Kind.CHOICES)) == (asked.options is not None), asked.name


@pytest.mark.parametrize("address", sorted(LISTS))
def test_a_list_that_others_point_to_holds_items(address: str) -> None:
    part_name, list_name = address.split(".")
    part = {part.__name__.casefold(): part for part in PARTS}[part_name]

    (asked,) = (asked for asked in questions(part) if asked.name == list_name)

    assert asked.kind == Kind.ITEMS


def test_hours_on_a_platform_are_those_marked_for_it() -> None:
    persona = Persona.model_validate(
        {"id": "p1", "active": {"mon": [8]}, "platforms": [{"platform": "tiktok", "active": {"fri": [21]}}]}
    )

    assert WeekHours(fri=(21,)) == persona.hours_on(Platform.TIKTOK)


def test_hours_on_a_platform_without_marks_are_those_of_the_week() -> None:
    persona = Persona.model_validate({"id": "p1", "active": {"mon": [8]}, "platforms": [{"platform": "tiktok"}]})

    assert WeekHours(mon=(8,)) == persona.hours_on(Platform.TIKTOK)


@pytest.mark.parametrize("part", PARTS)
def test_a_part_has_a_json_schema_that_tells_references(part: type[Part]) -> None:
    schema = part.model_json_schema()

    assert part.__name__ == schema["title"]
    assert any("x-kind" in field for field in schema["properties"].values())
