from typing import Any

from workshoplib.strategy import PARTS, Strategy
from workshoplib.strategy.fields import Question, Row, questions
from workshoplib.strategy.references import Pointer, broken, ids, pointers, users_of


def strategy(**parts: Any) -> Strategy:
    return Strategy.model_validate(parts)


def asked_below(model: type[Row]) -> list[Question]:
    asked = list(questions(model))
    return asked + [deeper for one in asked if one.rows for deeper in asked_below(one.rows)]


def test_every_reference_in_the_schema_points_to_a_list_that_there_is() -> None:
    lists = ids(Strategy())
    astray = [(name, one.name) for name, part in PARTS for one in asked_below(part) if one.refers_to]
    known = [(name, one.name) for name, part in PARTS for one in asked_below(part) if one.refers_to in lists]

    assert astray == known


def test_a_strategy_in_which_every_reference_holds_has_no_problems() -> None:
    whole = strategy(
        organisation={"business_goals": [{"id": "shop"}]}, goals={"goals": [{"id": "g1", "business_goal": "shop"}]}
    )

    assert broken(whole) == ()


def test_an_unset_reference_is_no_problem() -> None:
    assert broken(strategy(goals={"goals": [{"id": "g1", "business_goal": ""}]})) == ()


def test_a_reference_to_nothing_names_the_list_and_its_ids() -> None:
    lost = strategy(
        organisation={"business_goals": [{"id": "shop"}, {"id": "staff"}]},
        goals={"goals": [{"id": "g1", "business_goal": "brand"}]},
    )

    assert [str(problem) for problem in broken(lost)] == [
        "goals.goals[0].business_goal: “brand” is no id in organisation.business_goals. There are: shop, staff."
    ]


def test_a_reference_that_is_almost_right_gets_a_guess() -> None:
    lost = strategy(
        organisation={"business_goals": [{"id": "web-shop"}]},
        goals={"goals": [{"id": "g1", "business_goal": "webshop"}]},
    )

    assert "Did you mean “web-shop”?" in str(broken(lost)[0])


def test_a_reference_into_an_empty_list_says_so() -> None:
    lost = strategy(goals={"goals": [{"id": "g1", "business_goal": "shop"}]})

    assert "that list is empty" in str(broken(lost)[0])


def test_many_ids_are_not_all_listed() -> None:
    many = [{"id": f"number-{number}"} for number in range(20)]
    lost = strategy(organisation={"business_goals": many}, goals={"goals": [{"id": "g1", "business_goal": "zzz"}]})

    assert str(broken(lost)[0]).endswith("number-11, ….")


def test_two_items_of_a_list_cannot_share_an_id() -> None:
    double = strategy(goals={"goals": [{"id": "g1"}, {"id": "g2"}, {"id": "g1"}]})

    assert [str(problem) for problem in broken(double)] == [
        "goals.goals[2].id: “g1” is the id of goals.goals[0] already. Give one of them another id."
    ]


def test_items_of_two_lists_may_share_an_id() -> None:
    assert broken(strategy(goals={"goals": [{"id": "x"}]}, personas={"personas": [{"id": "x"}]})) == ()


def test_the_users_of_an_item_are_found_with_their_paths() -> None:
    used = strategy(
        organisation={"business_goals": [{"id": "shop"}, {"id": "staff"}]},
        goals={"goals": [{"id": "g1", "business_goal": "shop"}, {"id": "g2", "business_goal": "staff"}]},
    )

    assert users_of(used, "organisation.business_goals", "staff") == (
        Pointer(("goals", "goals", 1, "business_goal"), "organisation.business_goals", "staff"),
    )


def data_with_every_reference(model: type[Row]) -> dict[str, Any]:
    """The smallest data that set every reference of a model, in its tables and items as well."""
    data: dict[str, Any] = {"id": "me"} if "id" in model.model_fields else {}
    for asked in questions(model):
        if asked.refers_to:
            several = isinstance(model.model_fields[asked.name].default, tuple)
            data[asked.name] = (
                [f"the-{asked.name.replace('_', '-')}"] if several else f"the-{asked.name.replace('_', '-')}"
            )
        elif asked.rows:
            data[asked.name] = [data_with_every_reference(asked.rows)]
    return data


def test_no_reference_is_overlooked_however_deep_it_stands() -> None:
    full = strategy(**{name: data_with_every_reference(part) for name, part in PARTS})

    assert len(pointers(full)) == sum(1 for _, part in PARTS for asked in asked_below(part) if asked.refers_to)
