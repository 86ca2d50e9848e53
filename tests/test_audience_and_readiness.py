"""What the first and the third step compute: readiness, completeness, reach, audience, and types of goals."""

from datetime import date
from typing import Any

import pytest

from workshoplib import places
from workshoplib.analysis import audience, reach, readiness
from workshoplib.analysis.completeness import four_questions
from workshoplib.analysis.goal_types import fitting
from workshoplib.analysis.readiness import Advice
from workshoplib.facts import Facts
from workshoplib.strategy import Strategy
from workshoplib.strategy.choices import BrandValue, Country, Frequency, OutcomeKind, Platform, Stage
from workshoplib.strategy.goals import GoalType
from workshoplib.strategy.organisation import Message, Organisation, Person, Place, Use
from workshoplib.strategy.personas import Mention, Persona, Personas

FACTS = Facts(places.data() / "facts")
TODAY = date(2027, 1, 15)


def person(id: str = "p2345678", **answers: Any) -> Person:
    return Person.model_validate({"id": id, **answers})


def skilled(platform: str, skill: int | None, comfort: int | None = None) -> Person:
    return person(skills=[{"platform": platform, "skill": skill, "comfort": comfort}])


def persona(id: str = "a2345678", **answers: Any) -> Persona:
    return Persona.model_validate({"id": id, **answers})


def user(platform: str, frequency: str) -> Persona:
    return persona(platforms=[{"platform": platform, "frequency": frequency}])


@pytest.mark.parametrize(
    ("time", "money", "skill", "expected"),
    [
        (3, 1, 3, Advice.IN_HOUSE),
        (5, 5, 5, Advice.IN_HOUSE),
        (4, 3, 2, Advice.TAUGHT),
        (4, 2, 1, Advice.LEARNING),
        (2, 3, 3, Advice.SHARED),
        (1, 4, 2, Advice.AGENCY),
        (2, 2, 5, Advice.SMALLER),
        (2, None, 5, None),
    ],
)
def test_time_money_and_skill_suggest_who_does_the_work(
    time: int, money: int | None, skill: int, expected: Advice | None
) -> None:
    judged = Organisation(enough_time=time, enough_money=money, enough_skill=skill)

    assert readiness.advice(judged) is expected


def test_the_hours_granted_are_added_up_without_those_nobody_told() -> None:
    assert readiness.hours_granted([person(hours_a_week=8), person(), person(hours_a_week=3.5)]) == 11.5


def test_a_skill_gap_is_a_platform_on_which_nobody_reaches_two() -> None:
    team = [skilled("tiktok", 1), skilled("tiktok", 0), skilled("facebook", 2), skilled("x", None, 1)]

    assert readiness.skill_gaps(team) == (Platform.TIKTOK,)


def test_the_best_skill_of_a_person_counts_whatever_the_format() -> None:
    both = person(skills=[{"platform": "tiktok", "skill": 1}, {"platform": "tiktok", "format": "text", "skill": 2}])

    assert readiness.level(both, Platform.TIKTOK) == 2


def test_skilled_but_uneasy_people_are_counted_by_platform() -> None:
    team = [skilled("tiktok", 3, 1), skilled("tiktok", 2, 0), skilled("tiktok", 2, 2), skilled("x", 1, 0)]

    assert readiness.uneasy(team) == ((Platform.TIKTOK, 2),)


def test_messages_are_ranked_by_effect_for_the_effort() -> None:
    dear, cheap = Message(text="dear", effect=4, effort=4), Message(text="cheap", effect=3, effort=1)

    assert readiness.ranked([dear, Message(text="not judged"), cheap]) == (cheap, dear)


def test_a_place_is_lonely_when_nothing_leads_to_it_or_from_it() -> None:
    site = Place(id="w2345678", leads_to_places=("w2345679",))
    letter, blog, shop = (Place(id=id) for id in ("w2345679", "w2345670", "w2345671"))

    assert readiness.lonely((site, letter, blog, shop), led_to=["w2345671"]) == (blog,)


def test_a_question_tells_what_answers_it_and_what_is_still_empty() -> None:
    why = four_questions(Strategy(organisation=Organisation(vision="A full taproom")))[0]

    assert (why.by, why.waits_for) == (("organisation.vision",), ("organisation.business_goals", "goals.goals"))


@pytest.mark.parametrize("outcome", OutcomeKind)
def test_each_outcome_suggests_types_of_goals(outcome: OutcomeKind) -> None:
    assert fitting([outcome], []) != ()


@pytest.mark.parametrize("use", Use)
def test_each_use_suggests_types_of_goals(use: Use) -> None:
    assert fitting([], [use]) != ()


def test_suggested_types_come_once_and_in_the_order_of_the_list() -> None:
    assert fitting([OutcomeKind.EMPLOYEES], [Use.BRAND]) == (
        GoalType.AWARENESS,
        GoalType.RECRUITMENT,
        GoalType.REPUTATION,
    )


@pytest.mark.parametrize(
    ("band", "expected"), [("18-29", (18, 29)), ("60+", (60, None)), ("born 1990s", None), ("", None)]
)
def test_an_age_band_is_read(band: str, expected: tuple[int, int | None] | None) -> None:
    assert reach.ages(band) == expected


def test_daily_use_is_of_the_newest_quarter_and_of_all_ages() -> None:
    found = dict(reach.daily(FACTS, Country.NORWAY))[Platform.SNAPCHAT]

    assert (found.value, found.age_band, found.data_period) == (53, "18+", "2022-Q3")


def test_the_most_used_platform_comes_first() -> None:
    shares = [row.value or 0 for _, row in reach.daily(FACTS, Country.SWEDEN)]

    assert shares == sorted(shares, reverse=True)
    assert len(shares) > 3


def test_youth_surveys_do_not_stand_for_everybody() -> None:
    bands = {row.age_band for _, row in reach.daily(FACTS, Country.NORWAY)}

    assert bands == {"18+"}


def test_ages_are_told_from_young_to_old_and_each_band_once_with_its_newest_share() -> None:
    found = [(row.age_band, row.data_year) for platform, row in reach.by_age(FACTS, Country.NORWAY)
             if platform is Platform.TIKTOK]  # fmt: skip

    assert found == [("15-24", 2021), ("15-29", 2023), ("18-29", 2022), ("60+", 2022)]


def test_use_is_a_number_from_daily_to_never_and_none_where_nobody_said() -> None:
    asked = [*(user("x", frequency.value) for frequency in Frequency), persona()]

    assert [audience.how_often(one, Platform.X) for one in asked] == [3, 2, 1, 0, None]


def test_personas_are_counted_once_for_each_part_of_the_day() -> None:
    hanne = persona(active={"mon": [18, 19, 21]})
    farid = persona(active={"mon": [20]}, platforms=[{"platform": "x", "active": {"sun": [0]}}])
    counts = audience.present([hanne, farid])

    assert (counts[0], counts[6]) == ((0, 0, 0, 0, 0, 0, 2, 1), (1, 0, 0, 0, 0, 0, 0, 0))


def test_the_busiest_part_of_the_week_is_found() -> None:
    counts = audience.present([persona(active={"mon": [7], "sun": [20]}), persona(active={"sun": [19]})])

    assert audience.busiest(counts) == ((6, 6), 2)


def test_nobody_is_anywhere_before_an_hour_is_marked() -> None:
    assert audience.busiest(audience.present([persona()])) is None


@pytest.mark.parametrize(
    ("rows", "expected"), [([], True), ([{"n": 5}], True), ([{"method": "interview"}], False)]
)  # fmt: skip
def test_without_a_method_or_a_finding_a_persona_is_an_assumption(rows: list[dict[str, Any]], expected: bool) -> None:
    assert audience.is_assumption(persona(evidence=rows)) is expected


@pytest.mark.parametrize(
    ("reviewed", "changed", "expected"),
    [
        (date(2026, 1, 15), None, False),
        (date(2026, 1, 14), None, True),
        (date(2026, 12, 1), date(2027, 1, 1), True),
        (date(2026, 12, 1), date(2026, 11, 1), False),
        (date(2026, 12, 1), date(2027, 2, 1), False),
        (None, None, False),
    ],
)
def test_a_persona_is_stale_after_a_year_or_when_the_market_changed(
    reviewed: date | None, changed: date | None, expected: bool
) -> None:
    part = Personas(market_changed=changed)

    assert audience.is_stale(persona(last_review=reviewed), part, TODAY) is expected


def test_stages_without_need_or_question_are_gaps_in_the_journey() -> None:
    journey = [{"stage": "awareness", "question": "Where to eat?"}, {"stage": "purchase", "content": "A menu"}]

    assert audience.journey_gaps(persona(journey=journey)) == (
        Stage.CONSIDERATION,
        Stage.PURCHASE,
        Stage.AFTER,
        Stage.ADVOCACY,
    )


def test_values_that_are_sought_and_not_shown_are_counted() -> None:
    seekers = [persona(looks_for=["local", "quality"]), persona(looks_for=["quality", "privacy"])]

    assert audience.unshown_values(seekers, (BrandValue.LOCAL,)) == ((BrandValue.QUALITY, 2), (BrandValue.PRIVACY, 1))


def test_topics_are_counted_whatever_their_capitals() -> None:
    heard = [Mention(topic=topic) for topic in ("Taste", "opening hours", "Opening hours", "")]

    assert audience.topics(heard) == (("opening hours", 2), ("Taste", 1))


def test_archived_personas_are_not_planned_for() -> None:
    kept = persona()

    assert audience.living(Personas(personas=(kept, persona("a2345679", archived=True)))) == (kept,)
