"""The platforms step: what it knows beforehand, and what it makes of the decisions."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from made_up import rows
from planning import captions, figures, findings, has_table, open_ends, plain_space, plan, table, view
from workshoplib.facts import Facts
from workshoplib.steps.blocks import Callout, Paragraph, Sources, Table
from workshoplib.steps.platforms import recap, show
from workshoplib.strategy import Strategy
from workshoplib.strategy.platforms import Platforms
from workshoplib.words import LANGUAGES


def column(found: Table, title: str) -> list[str]:
    number = [each.title for each in found.columns].index(title)
    return [row[number] for row in found.rows]


def channel(**answers: Any) -> Strategy:
    """A strategy with one channel."""
    return plan(platforms={"mode": None, "channels": [{"id": "insta", "platform": "instagram", **answers}]})


def test_each_platform_is_told_with_its_daily_use_year_and_ages() -> None:
    found = table(show(view(plan())), "What the platforms are like")
    shares = dict(zip(column(found, "Platform"), column(found, "Use it daily"), strict=True))

    assert (shares["Instagram"], shares["Bluesky"]) == ("44% (2022, ages 18+)", "unknown")


def test_figures_on_daily_use_name_their_sources() -> None:
    shown = list(show(view(plan())))
    cited = {fact.id for block in shown if isinstance(block, Sources) for fact in block.facts}

    assert {"reach-013", "instagram"} <= cited


def test_without_a_country_no_share_is_shown() -> None:
    nowhere = list(show(view(plan(organisation={"country": None}))))

    assert "Use it daily" not in [each.title for each in table(nowhere, "What the platforms are like").columns]


def test_a_country_without_figures_is_told_so() -> None:
    shown = show(view(plan(organisation={"country": "GB"})))

    assert "We have no figures on daily use for United Kingdom." in [b.text for b in shown if isinstance(b, Paragraph)]


def test_personas_are_named_where_they_are_and_archived_ones_are_not() -> None:
    found = table(show(view(plan())), "Where your personas are")

    assert [row[:3] for row in found.rows] == [
        ("Instagram", "Hanne", ""),
        ("TikTok", "Hanne", ""),
        ("Facebook", "", "Hanne"),
    ]


def test_channels_that_are_in_use_are_told_with_hours_and_results() -> None:
    found = table(show(view(plan())), "Your channels today")

    assert list(found.rows) == [("Facebook", "3", "2", "")]


def test_the_hours_to_share_are_told() -> None:
    assert figures(show(view(plan()))) == {"hours a week to share among your channels": "10"}


def test_each_decision_has_its_table() -> None:
    shown = list(recap(view(plan())))

    assert [
        column(table(shown, caption), "Channel")
        for caption in ("Here we are", "Not now, perhaps later", "Here we are not, on purpose")
    ] == [["Instagram", "Facebook"], ["Threads"], ["Snapchat"]]


def test_a_table_has_no_column_that_nobody_filled_in() -> None:
    found = table(recap(view(channel(decision="chosen", purpose="To teach"))), "Here we are")

    assert [each.title for each in found.columns] == ["Channel", "Purpose"]


def test_a_no_is_shown_as_a_result() -> None:
    good = [block.text for block in recap(view(plan())) if isinstance(block, Callout) and block.tone == "good"]

    assert good == ["A no is a result: what is not spent on Snapchat goes to the others."]


@pytest.mark.parametrize(
    ("granted", "told"),
    [
        (10, "The channels take 11.5 hours a week and 10 are granted: 1.5 too many."),
        (12, "The channels take 11.5 of the 12 hours a week that are granted. Left over: 0.5."),
        (None, "The channels take 11.5 hours a week. Nobody has said yet how many hours there are."),
    ],
    ids=["too few", "enough", "unknown"],
)
def test_hours_are_held_against_those_that_are_granted(granted: float | None, told: str) -> None:
    people = [{"id": "kari", "hours_a_week": granted}]

    assert told in captions(recap(view(plan(organisation={"people": people}))))


def test_the_risk_of_experiments_is_told_in_hours() -> None:
    trial = channel(decision="experiment", trial_hours=20)

    assert "Experiments may cost 20 hours in all; then they stop." in findings(recap(view(trial)))


def test_ways_between_channels_and_places_are_told() -> None:
    assert {"From Instagram to The shop.", "From The shop to Instagram."} <= set(findings(recap(view(plan()))))


def test_the_most_important_gaps_come_first_and_are_five() -> None:
    assert open_ends(recap(view(plan()))) == [
        "TikTok: used daily by Hanne, and not decided on.",
        "No goal: Facebook.",
        "No purpose: Facebook.",
        "Nobody answers for: Facebook.",
        "No reason given: Threads.",
    ]


def test_a_focused_approach_with_three_channels_is_an_open_question() -> None:
    three = [{"id": f"c{n}", "platform": "other", "decision": "chosen"} for n in range(3)]
    told = open_ends(recap(view(plan(platforms={"channels": three}, personas={"personas": []}))))

    assert told[0] == "The approach is “Focused: one or two channels, done well”, and 3 channels are chosen."


def test_a_platform_that_is_not_listed_goes_by_its_account() -> None:
    other = plan(platforms={"channels": [{"id": "o", "platform": "other", "account": "Vero", "decision": "declined"}]})

    assert column(table(recap(view(other)), "Here we are not, on purpose"), "Channel") == ["Vero"]


def test_an_empty_strategy_is_told_what_is_missing() -> None:
    empty = list(recap(view(Strategy())))

    assert [Paragraph("No platform has been decided on yet.")] == empty
    assert has_table(show(view(Strategy())), "What the platforms are like")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_step_speaks_each_language(language: str) -> None:
    seen = view(plan(), language)

    assert [*show(seen), *recap(seen)]


@settings(max_examples=20, deadline=None)
@given(st.builds(Platforms.model_validate, rows(Platforms)))
def test_nothing_that_people_may_answer_breaks_it(part: Platforms) -> None:
    seen = view(plan().model_copy(update={"platforms": part}))

    assert [*show(seen), *recap(seen)]


def test_a_share_is_written_as_the_language_writes_it() -> None:
    found = table(show(view(plan(), "nb")), view(plan(), "nb").say("What the platforms are like"))

    assert "44 % (2022" in plain_space(" ".join(" ".join(row) for row in found.rows))


def test_the_platforms_of_the_form_are_those_that_facts_tell_of() -> None:
    facts: Facts = view(plan()).facts
    found = table(show(view(plan())), "What the platforms are like")

    assert len(facts.platforms) == len(found.rows)


VOICES = [
    {"who": "A", "audience": 5, "capacity": 1, "message": 1},
    {"who": "B", "audience": 0, "capacity": 5, "message": 2},
]
SKILLED = {"people": [{"id": "kari", "hours_a_week": 6, "skills": [{"platform": "facebook", "skill": 3}]}]}


def weighed(**answers: Any) -> list[Any]:
    """What the bakery is told when two of it have weighed its platforms."""
    platforms = {"voices": VOICES, **answers}
    return list(recap(view(plan(platforms=platforms, organisation=SKILLED))))


def test_what_speaks_for_each_platform_is_told_from_0_to_100() -> None:
    found = table(show(view(plan(organisation=SKILLED))), "What speaks for each platform")
    told = dict(zip(column(found, "Platform"), found.rows, strict=True))

    # Hanne is on Instagram daily and on Facebook weekly; nobody has said whether she has Threads.
    assert [told[name][1] for name in ("Instagram", "Facebook", "Threads")] == ["100", "67", "0–33"]


def test_a_platform_that_leads_only_with_some_weights_is_told_with_what_decides() -> None:
    told = findings(weighed())

    assert [line for line in told if line.startswith(("Instagram comes first in", "Facebook comes"))]
    assert [line for line in told if "overtakes" in line]


def test_people_who_rank_alike_are_told_so_and_where_they_differ_most() -> None:
    told = findings(weighed())

    assert [line for line in told if "(Kendall’s W" in line]
    assert "You differ most on how much “Audience” counts: from 0% to 83% of all weight." in told


def test_how_often_each_comes_first_is_drawn() -> None:
    assert [title for title in captions(weighed()) if "comes first" in title]


def test_a_group_that_has_given_no_weights_is_told_so() -> None:
    told = findings(recap(view(plan(organisation=SKILLED))))

    assert "Nobody has given weights yet, so all weights count alike here." in told


def test_proposals_of_participants_count_as_voices() -> None:
    own = [Platforms(weight_audience=5), Platforms(weight_audience=1, weight_capacity=4)]
    seen = replace(view(plan(organisation=SKILLED)), group=tuple(own))

    assert [line for line in findings(recap(seen)) if "the weights of 2 people" in line]


def test_a_decision_against_the_weights_is_asked_about() -> None:
    channels = [
        {"id": "i", "platform": "instagram", "decision": "declined", "reason": "No", "message_fit": 5},
        {"id": "x", "platform": "x", "decision": "chosen", "message_fit": 1},
    ]
    told = findings(weighed(channels=channels))

    assert [line for line in told if line.startswith("Instagram is not chosen, and is among the first 1")]
    assert [line for line in told if line.startswith("X is chosen, and is among the first 1 in only")]


def test_few_channels_stand_beside_all_with_hours_and_personas_met() -> None:
    three = [{"id": f"c{n}", "platform": name, "decision": "chosen", "hours_a_week": 2}
             for n, name in enumerate(("instagram", "facebook", "tiktok"))]  # fmt: skip
    found = table(recap(view(plan(platforms={"channels": three}))), "Few channels or all of them")

    assert [row[2:] for row in found.rows] == [("4", "100%"), ("6", "100%")]
