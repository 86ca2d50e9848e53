"""What a calendar lacks, and what is in its own way."""

from datetime import date
from typing import Any

import pytest

from planning import FACTS, plan
from workshoplib.analysis.clashes import Trouble, clashes, forgotten, sells_too_much, text_limit, unserved
from workshoplib.strategy.choices import Format, Platform
from workshoplib.strategy.content import Post

DAY = date(2027, 5, 18)
HOLIDAYS = {date(2027, 5, 17): "Constitution Day"}


def found(*posts: dict[str, Any]) -> dict[Trouble, list[str]]:
    given = [{"id": f"p{n}", "title": "Rye", "due": DAY, "channel": "insta", **post} for n, post in enumerate(posts)]
    told = clashes(plan(content={"posts": given}), HOLIDAYS, FACTS.formats)
    return {clash.trouble: [post.id for post in clash.posts] for clash in told}


def test_a_post_in_order_clashes_with_nothing() -> None:
    assert found({"text": "Short", "goal": "queue"}) == {}


@pytest.mark.parametrize(
    ("trouble", "post"),
    [
        (Trouble.HOLIDAY, {"due": date(2027, 5, 17)}),
        (Trouble.TOO_LONG, {"text": "x" * 2201}),
        (Trouble.NO_ALT_TEXT, {"format": "image", "asset": "rye.jpg"}),
        (Trouble.NO_AD_LABEL, {"campaign": "spring"}),
        (Trouble.NO_AD_LABEL, {"made_by": "partner", "ad_label": "none"}),
    ],
)
def test_trouble_is_found_in_a_post(trouble: Trouble, post: dict[str, Any]) -> None:
    assert found(post) == {trouble: ["p0"]}


@pytest.mark.parametrize(
    "post",
    [
        {"text": "x" * 2200},
        {"format": "image", "asset": "rye.jpg", "alt_text": "A loaf"},
        {"format": "short_video", "asset": "rye.mp4"},
        {"campaign": "spring", "ad_label": "ad"},
        {"due": date(2027, 5, 17), "status": "published"},
    ],
)
def test_there_is_no_trouble_where_all_is_well_or_out_already(post: dict[str, Any]) -> None:
    assert found(post) == {}


def test_two_owners_at_one_minute_of_a_channel_are_told_and_on_two_channels_not() -> None:
    at = {"at": "12:00"}
    assert found({**at, "owner": "kari"}, {**at, "owner": "ola"}) == {Trouble.TWO_OWNERS: ["p0", "p1"]}
    assert found({**at, "owner": "kari"}, {**at, "owner": "ola", "channel": "fb"}) == {}


def test_a_video_that_is_used_on_a_second_channel_wants_a_word_on_how_it_was_adapted() -> None:
    film = {"format": "short_video", "asset": "Rye.mp4"}
    second = {**film, "asset": "rye.mp4", "channel": "fb"}
    assert found(film, second) == {Trouble.SAME_VIDEO: ["p1"]}
    assert found(film, {**second, "adaptation": "Shorter, with text"}) == {}


@pytest.mark.parametrize(
    ("platform", "format", "limit"),
    [
        (Platform.INSTAGRAM, Format.IMAGE, 2200),
        (Platform.LINKEDIN, Format.TEXT, 3000),
        (Platform.X, None, 280),
        (Platform.TIKTOK, Format.SHORT_VIDEO, 2200),
        (Platform.TIKTOK, Format.CAROUSEL, 4000),
        (Platform.SNAPCHAT, Format.STORY, None),
    ],
)
def test_the_limit_of_a_text_is_that_of_the_facts(platform: Platform, format: Format | None, limit: int | None) -> None:
    assert text_limit(FACTS.formats, platform, format) == limit


def test_goals_and_personas_that_no_post_is_for_are_named_and_archived_ones_not() -> None:
    empty = plan(content={"posts": [{"id": "p", "title": "Rye"}]})
    assert ([goal.id for goal in unserved(empty)], [persona.id for persona in forgotten(empty)]) == (
        ["queue"],
        ["hanne"],
    )
    assert (unserved(plan()), forgotten(plan())) == ((), ())


def test_too_much_selling_is_told_from_ten_posts_on() -> None:
    posts = [Post(id=f"p{n}", promotional=n < 4) for n in range(10)]
    assert (sells_too_much(posts), sells_too_much(posts[:9]), sells_too_much(posts[1:])) == (True, False, False)
