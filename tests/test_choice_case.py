"""The case of a workshop: scores from personas, facts, skills and judgements, and the weights of everybody."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from planning import FACTS, plan
from storing import created, put
from workshoplib.analysis.choice.case import Case, case_of
from workshoplib.analysis.choice.criteria import audience, capacity, judged, population
from workshoplib.analysis.choice.weighing import approaches, surprises, weigh, widest_disagreement
from workshoplib.session import Session
from workshoplib.store import Address
from workshoplib.strategy.choices import Country, Platform
from workshoplib.strategy.organisation import Organisation
from workshoplib.strategy.personas import Persona
from workshoplib.strategy.platforms import Channel, Platforms
from workshoplib.workshops import Opened


def persona(name: str, weight: int | None = None, age: tuple[int, int] | None = None, **uses: str) -> Persona:
    span = {"low": age[0], "high": age[1]} if age else None
    rows = [{"platform": platform, "frequency": often} for platform, often in uses.items()]
    return Persona.model_validate({"id": name, "weight": weight, "age": span, "platforms": rows})


def team(**person: Any) -> Organisation:
    return Organisation.model_validate({"people": [{"id": "kari", "hours_a_week": 6, **person}]})


def case(group: tuple[Platforms, ...] = (), **platforms: Any) -> Case:
    found = case_of(plan(platforms=platforms), FACTS, group)
    assert found is not None
    return found


def column(found: Case, key: str) -> list[tuple[float, float]]:
    number = [one.key for one in found.criteria].index(key)
    return list(zip(found.low[:, number].tolist(), found.high[:, number].tolist(), strict=True))


def test_use_is_weighed_by_the_personas() -> None:
    people = [persona("a", 5, tiktok="daily"), persona("b", 1, tiktok="never")]

    assert audience(people, Platform.TIKTOK) == (pytest.approx(5 / 6), pytest.approx(5 / 6))


def test_a_platform_that_a_persona_does_not_mention_is_used_rarely_at_most() -> None:
    assert audience([persona("a", tiktok="daily")], Platform.X) == (0, pytest.approx(1 / 3))


def test_without_any_use_known_nothing_is_said_about_the_audience() -> None:
    assert audience([persona("a")], Platform.X) is None


def test_the_population_is_that_of_the_personas_ages() -> None:
    # Norway: TikTok daily is 49, 54 and 58 % in bands that meet 19 to 26, and 20 % of everybody.
    young = [persona("a", age=(19, 26))]

    assert population(FACTS, Country.NORWAY, young, Platform.TIKTOK) == (pytest.approx(0.2), pytest.approx(0.58))


def test_a_platform_without_figures_is_used_up_to_the_least_used_one_that_is_known() -> None:
    assert population(FACTS, Country.SWEDEN, [], Platform.THREADS) == (0, pytest.approx(0.06))


def test_a_country_without_figures_has_no_reach() -> None:
    assert population(FACTS, Country.UNITED_KINGDOM, [], Platform.FACEBOOK) is None


@pytest.mark.parametrize(
    ("person", "channel", "score"),
    [
        ({"skills": [{"platform": "tiktok", "skill": 3}]}, {}, 1.0),
        ({"skills": [{"platform": "tiktok", "skill": 1}]}, {}, 1 / 3),
        ({"skills": [{"platform": "tiktok", "skill": 3}]}, {"hours_a_week": 12}, 0.5),
        (
            {"skills": [{"platform": "tiktok", "format": "image", "skill": 3}], "strengths": ["image"]},
            {"formats": ["short_video", "image"]},
            0.5,
        ),
    ],
    ids=["able", "beginner", "half the hours", "half the formats"],
)
def test_capacity_is_skill_times_formats_times_hours(
    person: dict[str, Any], channel: dict[str, Any], score: float
) -> None:
    asked = Channel.model_validate({"id": "t", "platform": "tiktok", **channel})

    assert capacity(team(**person), asked, ()) == (pytest.approx(score), pytest.approx(score))


def test_what_people_say_about_being_ready_widens_the_range() -> None:
    asked = Channel(id="t", platform=Platform.TIKTOK)

    assert capacity(team(skills=[{"platform": "tiktok", "skill": 3}]), asked, (2, 3)) == (0.25, 1.0)
    assert capacity(team(), asked, ()) is None


def test_the_skill_of_somebody_without_hours_does_not_count() -> None:
    absent = team(hours_a_week=0, skills=[{"platform": "tiktok", "skill": 3}])

    assert capacity(absent, Channel(id="t", platform=Platform.TIKTOK), ()) is None


def test_answers_of_several_people_are_a_range() -> None:
    assert judged([2, None, 5]) == (0.25, 1.0)


def test_judgements_of_each_stand_beside_the_card() -> None:
    said = [{"who": "A", "channel": "fb", "message_fit": 2}, {"who": "B", "channel": "fb", "message_fit": 4}]
    channels = [{"id": "fb", "platform": "facebook", "message_fit": 3}, {"id": "x", "platform": "x"}]

    assert column(case(channels=channels, judgements=said), "message") == [(0.25, 0.75), (0.0, 1.0)]


def test_a_criterion_of_their_own_takes_part_with_its_weight() -> None:
    channels = [
        {"id": "fb", "platform": "facebook", "scores": [{"criterion": "safe", "score": 5}]},
        {"id": "x", "platform": "x", "scores": [{"criterion": "safe", "score": 1}]},
    ]
    found = case(criteria=[{"id": "safe", "name": "Safe", "weight": 3}], weight_audience=1, channels=channels)

    assert column(found, "safe") == [(1.0, 1.0), (0.0, 0.0)]
    assert found.agreed is not None
    assert dict(zip([one.name for one in found.criteria], found.agreed, strict=True))["Safe"] == 0.75


def test_weights_of_each_sum_to_one() -> None:
    found = case(voices=[{"who": "A", "audience": 3, "reach": 1}, {"who": "B", "reach": 5}, {"who": "silent"}])

    assert found.people[:, :2].tolist() == [[0.75, 0.25], [0.0, 1.0]]


def test_a_proposal_is_matched_by_its_platform_and_its_own_criterion_by_name() -> None:
    proposal = Platforms.model_validate(
        {
            "weight_message": 2,
            "criteria": [{"id": "mine", "name": "safe", "weight": 2}],
            "channels": [{"id": "other", "platform": "facebook", "message_fit": 5,
                          "scores": [{"criterion": "mine", "score": 4}]}],
        }
    )  # fmt: skip
    channels = [{"id": "fb", "platform": "facebook", "message_fit": 1}, {"id": "x", "platform": "x"}]
    found = case((proposal,), channels=channels, criteria=[{"id": "safe", "name": "Safe"}])

    assert column(found, "message")[0] == (0.0, 1.0)
    assert column(found, "safe")[0] == (0.75, 0.75)
    assert found.people[0, [one.key in ("message", "safe") for one in found.criteria]].tolist() == [0.5, 0.5]


def test_one_platform_is_no_choice() -> None:
    assert case_of(plan(platforms={"channels": [{"id": "fb", "platform": "facebook"}]}), FACTS) is None


def test_the_order_is_by_expected_rank() -> None:
    found = weigh(case())

    assert found.case.channels[found.order[0]].platform is Platform.INSTAGRAM
    np.testing.assert_allclose(found.among_first(found.order[0], 4), 1)


def test_agreed_weights_alone_leave_only_the_scores_uncertain() -> None:
    channels = [{"id": "a", "platform": "tiktok"}, {"id": "b", "platform": "facebook"}]

    assert weigh(case(weight_audience=5, channels=channels)).acceptability.first.tolist() == pytest.approx([1, 0])


def test_two_people_who_rank_alike_agree_fully() -> None:
    agreement = weigh(case(voices=[{"who": "A", "audience": 5}, {"who": "B", "audience": 3}])).agreement

    assert agreement is not None
    assert agreement.w == pytest.approx(1)


def test_the_criterion_on_which_people_differ_most_is_named_by_its_column() -> None:
    assert widest_disagreement(case(voices=[{"who": "A", "audience": 5}, {"who": "B", "audience": 2, "reach": 2}])) == (
        0,
        pytest.approx(0.5),
        pytest.approx(1),
    )


def test_nothing_surprises_before_anything_is_chosen() -> None:
    assert surprises(weigh(case(channels=[{"id": "a", "platform": "tiktok"}, {"id": "b", "platform": "x"}]))) == ()


def test_two_channels_are_no_wider_approach_than_two() -> None:
    assert approaches(plan(), weigh(case())) is None


def test_a_workshops_proposals_are_the_strategies_of_those_who_made_them(tmp_path: Path) -> None:
    with created(tmp_path) as store:
        who = store.add_person("Ane").id
        put(store, Address("platforms", "weight_audience"), 4, author=who, owner=who)

        assert [one.platforms.weight_audience for one in Opened("kyst", store=store).proposed("platforms")] == [4]


def test_the_group_sees_what_everybody_weighed_and_a_participant_does_not(tmp_path: Path) -> None:
    with created(tmp_path) as store:
        who = store.add_person("Ane").id
        put(store, Address("platforms", "weight_audience"), 4, author=who, owner=who)
    where = str(tmp_path / "kyst.workshop")

    assert [len(Session.open(where, "en", reader).view().group) for reader in ("", who)] == [1, 0]
