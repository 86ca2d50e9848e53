"""Presence: what decisions about channels add up to, and what nobody has decided."""

from planning import plan
from workshoplib.analysis import presence
from workshoplib.strategy.choices import Platform
from workshoplib.strategy.platforms import Channel, Decision, Mode, Platforms


def channels(*decisions: Decision | None) -> tuple[Channel, ...]:
    return tuple(Channel(id=f"c{n}", decision=decision) for n, decision in enumerate(decisions))


def test_what_is_chosen_or_on_trial_takes_work() -> None:
    part = Platforms(channels=channels(Decision.CHOSEN, Decision.LATER, None, Decision.EXPERIMENT, Decision.DECLINED))

    assert [channel.id for channel in presence.active(part)] == ["c0", "c3"]


def test_hours_that_nobody_has_told_count_as_none() -> None:
    assert presence.hours_a_week((Channel(id="a", hours_a_week=4.5), Channel(id="b"))) == 4.5


def test_three_channels_are_not_focused() -> None:
    three = Platforms(mode=Mode.FOCUSED, channels=channels(*[Decision.CHOSEN] * 3))

    assert presence.is_out_of_step(three)


def test_two_channels_are_focused_and_none_is_out_of_step_without_an_approach() -> None:
    two = Platforms(mode=Mode.FOCUSED, channels=channels(Decision.CHOSEN, Decision.CHOSEN, Decision.DECLINED))

    assert [presence.is_out_of_step(part) for part in (two, two.model_copy(update={"mode": None}))] == [False, False]


def test_one_channel_alone_is_not_multichannel() -> None:
    assert presence.is_out_of_step(Platforms(mode=Mode.MULTICHANNEL, channels=channels(Decision.CHOSEN)))


def test_a_platform_used_daily_on_which_nobody_decided_is_named_with_its_users() -> None:
    found = presence.undecided_favourites(plan())

    assert [(platform, [who.id for who in users]) for platform, users in found] == [(Platform.TIKTOK, ["hanne"])]


def test_a_card_without_a_decision_leaves_its_platform_undecided() -> None:
    undecided = plan(platforms={"channels": [{"id": "insta", "platform": "instagram"}]})

    assert {Platform.INSTAGRAM, Platform.TIKTOK} == {
        platform for platform, _ in presence.undecided_favourites(undecided)
    }


def test_ways_lead_from_channels_to_places_and_back() -> None:
    assert [(way.source.id, way.target.id) for way in presence.edges(plan())] == [("insta", "shop"), ("shop", "insta")]


def test_a_way_to_what_is_gone_or_to_itself_is_none() -> None:
    lost = plan(platforms={"channels": [{"id": "insta", "leads_to": ["gone", "insta"]}]}, organisation={"places": []})

    assert presence.edges(lost) == ()


def test_an_active_channel_that_leads_nowhere_is_a_dead_end() -> None:
    assert [channel.id for channel in presence.dead_ends(plan())] == ["fb"]
