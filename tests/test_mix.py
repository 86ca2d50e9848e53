"""Mix: shares of pillars and values, and the longest silence."""

from datetime import date

from planning import plan
from workshoplib.analysis import mix
from workshoplib.strategy.choices import ValueType
from workshoplib.strategy.content import Content, Post


def on(channel: str, *days: int) -> tuple[Post, ...]:
    return tuple(Post(id=f"{channel}{day}", channel=channel, due=date(2027, 3, day)) for day in days)


def test_a_pillars_share_is_out_of_the_posts_that_belong_to_one() -> None:
    assert [(row.pillar.id, row.wanted, row.actual, row.posts) for row in mix.by_pillar(plan().content)] == [
        ("bread", 60, 75.0, 3),
        ("people", 40, 25.0, 1),
    ]


def test_without_posts_no_pillar_has_a_share() -> None:
    assert [row.actual for row in mix.by_pillar(plan(content={"posts": []}).content)] == [None, None]


def test_the_widest_miss_tells_too_many_and_too_few_apart() -> None:
    rows = mix.by_pillar(
        plan(content={"pillars": [{"id": "bread", "share": 80}, {"id": "people", "share": 5}]}).content
    )
    miss = mix.widest_miss(rows)

    assert miss is not None
    assert (miss[0].pillar.id, miss[1]) == ("people", 20.0)


def test_there_is_no_miss_where_nothing_was_wanted() -> None:
    assert mix.widest_miss(mix.by_pillar(plan(content={"pillars": [{"id": "bread"}]}).content)) is None


def test_values_are_counted_in_the_order_of_the_list() -> None:
    assert mix.by_value(plan().content.posts) == ((ValueType.INSPIRE, 2), (ValueType.INFORM, 1))


def test_posts_that_sell_and_posts_kept_open_are_shares_of_all() -> None:
    posts = plan().content.posts

    assert (mix.promotional(posts), mix.flexible(posts)) == (20.0, 20.0)


def test_of_no_posts_no_share_sells() -> None:
    assert mix.promotional(()) == 0.0


def test_a_silence_is_between_two_posts_of_the_same_channel() -> None:
    gap = mix.longest_gap((*on("a", 1, 4), *on("b", 2, 9, 3)))

    assert gap == mix.Gap("b", date(2027, 3, 3), date(2027, 3, 9))


def test_of_two_equal_silences_the_earlier_is_told() -> None:
    gap = mix.longest_gap((*on("b", 10, 12), *on("a", 1, 3)))

    assert gap == mix.Gap("a", date(2027, 3, 1), date(2027, 3, 3))


def test_one_post_makes_no_silence() -> None:
    assert mix.longest_gap((*on("a", 1), *on("b", 20), *Content().posts)) is None
