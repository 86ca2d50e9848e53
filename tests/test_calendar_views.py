"""The calendar as months, week and board; a proposal with its reasons; and planning bound to a store."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from planning import FACTS, has_table, plan, table, view
from test_schedule_demand import MONDAY, asked, team
from test_schedule_demand import proposed as proposal_of
from workshoplib.analysis.schedule import Clash, schedule
from workshoplib.planning import Changed, Gone, Planning, planned
from workshoplib.steps.blocks import Block, Bullets, Callout, Grid
from workshoplib.steps.clashes import gaps_and_clashes
from workshoplib.steps.months import board, months, posts_as_table, week
from workshoplib.steps.proposed import impossible, proposed
from workshoplib.steps.render import html, plain
from workshoplib.steps.view import View
from workshoplib.store import FACILITATOR, Address, Store, Write
from workshoplib.strategy import Strategy
from workshoplib.words import words


def entries(grid: Block) -> list[tuple[str, str, str]]:
    """The posts of a grid: row, cell, title."""
    assert isinstance(grid, Grid)
    return [(row, cell.label, entry.lines[0]) for row, cells in grid.rows for cell in cells for entry in cell.entries]


def notes(grid: Block) -> list[str]:
    assert isinstance(grid, Grid)
    return [note for _, cells in grid.rows for cell in cells for note in cell.notes]


def posts(*answers: dict[str, Any], **content: Any) -> Strategy:
    given = [{"id": f"p{n}", "channel": "insta", **answer} for n, answer in enumerate(answers)]
    return plan(content={"posts": given, "occasions": [], **content})


def test_a_month_has_its_posts_on_their_days() -> None:
    (march,) = months(view(plan()))
    assert isinstance(march, Grid)
    assert (march.caption, entries(march)) == (
        "March 2027",
        [("Week 9", "Tue 2", "Rye at four"), ("Week 9", "Thu 4", "New oven"), ("Week 9", "Thu 4", "Buns"),
         ("Week 11", "Sat 20", "Ola's day")],
    )  # fmt: skip


def test_months_that_are_over_are_left_out_unless_there_are_no_others() -> None:
    two = posts({"due": date(2027, 2, 10)}, {"due": date(2027, 4, 7)})
    assert [grid.caption for grid in months(view(two)) if isinstance(grid, Grid)] == ["April 2027"]
    later = months(view(two, today=date(2028, 1, 1)))
    assert [grid.caption for grid in later if isinstance(grid, Grid)] == ["February 2027", "April 2027"]


def test_holidays_and_own_dates_are_written_on_their_days_and_a_long_one_where_it_begins() -> None:
    closing = {"name": "Closed", "first_day": date(2027, 5, 13), "last_day": date(2027, 5, 20), "quiet": True}
    (may,) = months(view(posts({"due": date(2027, 5, 4)}, occasions=[closing])))
    assert notes(may)[0] == "Labor Day"
    assert notes(may).count("Closed") == 2  # on its first day, and on the Monday


def test_the_first_and_the_last_days_of_time_have_a_calendar_too() -> None:
    ends = posts({"due": date.max}, {"due": date.min})
    assert [len(entries(grid)) for grid in months(view(ends, today=date.min))] == [1, 1]
    assert entries(week(view(ends), date.max)) != []


def test_a_week_tells_of_each_post_all_that_is_known() -> None:
    grid = week(view(plan()), date(2027, 3, 2))
    assert isinstance(grid, Grid)
    rye = grid.rows[0][1][1].entries[0]
    assert rye.lines == ("Rye at four", "Instagram", "Short video", "How bread is made", "Hanne", "Kari", "Idea")


def test_the_board_counts_posts_by_how_far_they_have_come_and_leaves_old_ones_out() -> None:
    old, soon = {"title": "Old", "due": date(2027, 2, 1)}, {"title": "Soon", "due": date(2027, 3, 9)}
    (grid,) = board(view(posts(old, soon, {"title": "Some day", "status": "draft"})))
    assert isinstance(grid, Grid)
    assert grid.columns[:2] == ("Idea: 1", "Draft: 1")
    assert [title for _, _, title in entries(grid)] == ["Soon", "Some day"]


def test_a_long_column_of_the_board_says_how_many_more_there_are() -> None:
    (grid,) = board(view(posts(*({"title": f"T{n}", "due": date(2027, 3, 9)} for n in range(15)))))
    assert (len(entries(grid)), entries(grid)[-1][2]) == (13, "and 3 more")


def test_a_grid_is_a_table_to_a_screen_reader_and_what_people_wrote_is_text() -> None:
    shown = html(months(view(posts({"title": "<script>x</script>", "due": date(2027, 3, 9)}))))
    assert ("<script>" in shown, 'role="table"' in shown, 'role="cell"' in shown) == (False, True, True)


def test_a_grid_as_text_has_a_line_for_each_day_that_holds_something() -> None:
    told = plain(months(view(posts({"title": "Rye", "due": date(2027, 3, 9), "at": time(8)}))))
    assert "Week 10 | Tue 9 | Rye, 08:00 Instagram" in told.splitlines()


def test_all_posts_stand_in_one_table() -> None:
    assert len(table(posts_as_table(view(plan())), "Posts").rows) == 5


def test_gaps_and_clashes_name_the_posts() -> None:
    two = posts({"title": "Rye", "due": date(2027, 5, 17)}, {"title": "Bun", "due": date(2027, 5, 17)})
    (found,) = (block for block in gaps_and_clashes(view(two)) if isinstance(block, Bullets))
    assert found.lines == (
        "2 posts go out on a public holiday: Rye and Bun.",
        "No post serves: A longer queue on Saturdays.",
        "No post is meant for: Hanne.",
    )


# A proposal in words


def seen(strategy: Strategy) -> View:
    return View(strategy, words("en"), FACTS, MONDAY)


def test_a_proposal_tells_that_it_is_proven_and_why_each_post_stands_there() -> None:
    strategy = team()
    shown = list(proposed(proposal_of(strategy), seen(strategy)))
    rows = table(shown, "What is new and what moves").rows
    assert isinstance(shown[0], Callout)
    assert (shown[0].text, rows[0][-1]) == (
        "No better calendar fits these hours, days and shares: that is proven.", "100% of your audience are there then."
    )  # fmt: skip


def test_a_gap_is_told_where_the_time_ran_out() -> None:
    found = replace(proposal_of(team()), gap=0.034)
    first = next(iter(proposed(found, seen(team()))))
    assert isinstance(first, Callout)
    assert "better by 3.4% at most" in first.text


def test_a_proposal_that_changes_nothing_has_no_table() -> None:
    strategy = team(content={"cadence": []})
    assert not has_table(proposed(proposal_of(strategy), seen(strategy)), "What is new and what moves")


def test_what_cannot_be_done_is_told_with_hours_and_the_smallest_ways_out() -> None:
    kari = [{"id": "kari", "name": "Kari", "hours_a_week": 2}]
    strategy = team(organisation={"people": kari}, content={"cadence": [{"channel": "c0", "posts_per_week": 3}]})
    found = schedule(asked(strategy), 60)
    assert isinstance(found, Clash)
    why, ways = impossible(found, seen(strategy))
    assert isinstance(why, Callout)
    assert isinstance(ways, Bullets)
    assert (why.text, ways.lines) == (
        "This does not fit: 3 hours a week needed, 2 there. Nothing has been changed.",
        ("The smallest cut that is enough: Facebook from 3 to 2 posts a week.",
         "Or more hours a week for making posts, 1 in all: Kari 1."),
    )  # fmt: skip


# Bound to a store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "demo.workshop", strategy=team()) as made:
        yield made


@pytest.fixture
def planning(store: Store) -> Planning:
    return Planning(store, FACILITATOR, "", lambda: View(store.strategy(), words("en"), FACTS, MONDAY))


def first_id(store: Store) -> str:
    return store.strategy().content.posts[0].id


def test_a_kept_plan_is_in_the_store_in_one_save(store: Store, planning: Planning) -> None:
    planning._plan(MONDAY, 4)
    before = store.head()
    planning._keep()
    assert (len(store.strategy().content.posts), store.head() - before) == (4, 4)


def test_a_plan_is_not_kept_over_what_somebody_has_changed_meanwhile(store: Store, planning: Planning) -> None:
    planning._plan(MONDAY, 4)
    store.save(FACILITATOR, Write("op", Address("organisation", "vision"), "put", "Other", 0))
    with pytest.raises(Changed):
        planning._keep()
    assert store.strategy().content.posts == ()


def test_a_post_is_moved_locked_unlocked_and_copied(store: Store, planning: Planning) -> None:
    planning._plan(MONDAY, 2)
    planning._keep()
    id = first_id(store)
    planning._move(id, date(2027, 3, 6), time(9, 30))
    planning._lock(id)
    post = store.strategy().content.posts[0]
    planning._lock(id)
    planning._duplicate(id)
    copy = store.strategy().content.posts[-1]
    assert (post.due, post.at, post.locked) == (date(2027, 3, 6), time(9, 30), True)
    assert (store.strategy().content.posts[0].locked, copy.due, copy.title) == (False, date(2027, 3, 13), post.title)


def test_a_long_video_is_split_into_short_ones_that_know_where_they_come_from(store: Store, planning: Planning) -> None:
    talk = {"id": "talk", "title": "Talk", "format": "long_video", "due": "2027-03-02", "channel": "c0", "hours": 9}
    store.save(FACILITATOR, Write("op", Address("content", "posts", "talk"), "put", talk, 0))
    planning._split("talk", 2)
    found = [
        (post.title, post.format, post.part_of, post.due, post.hours) for post in store.strategy().content.posts[1:]
    ]
    assert found == [
        ("Talk, part 1", "short_video", "talk", date(2027, 3, 9), None),
        ("Talk, part 2", "short_video", "talk", date(2027, 3, 16), None),
    ]


def test_a_post_that_somebody_has_removed_meanwhile_is_told_so(planning: Planning) -> None:
    with pytest.raises(Gone):
        planning._lock("nowhere")


def test_the_panel_says_an_error_in_a_sentence(planning: Planning) -> None:
    planning.panel._start.value = "soon"
    planning.panel._planned()
    assert 'role="alert"' in planning.panel._told.value


def test_the_panel_offers_to_keep_a_proposal_and_not_what_cannot_be_done(store: Store, planning: Planning) -> None:
    panel = planning.panel
    panel._start.value, panel._weeks.value = "01/03/2027", 4
    panel._planned()
    offered = "wf-folded" not in panel._decide._dom_classes
    kari = store.answer(Address("organisation", "people", "kari"))
    none = {**kari.value, "hours_a_week": 0.1}
    store.save(FACILITATOR, Write("op", Address("organisation", "people", "kari"), "put", none, kari.revision))
    panel._planned()
    assert (offered, "wf-folded" not in panel._decide._dom_classes) == (True, False)


def test_nothing_is_planned_before_a_monday() -> None:
    found, _ = planned(seen(team()), date(2027, 3, 3), 2, 60)
    assert found is not None
    assert min(one.post.due for one in found.posts if one.post.due) >= date(2027, 3, 8)
