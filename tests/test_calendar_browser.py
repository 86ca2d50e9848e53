"""The calendar is planned, changed by hand and planned again, in a real browser: what people have locked stays."""

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from chromium import MARKS, PHONE
from in_jupyterlab import PATIENCE, Lab, jupyterlab
from workshoplib.folders import make_folder
from workshoplib.steps import step
from workshoplib.store import FACILITATOR, Address, Store, Write
from workshoplib.strategy.content import Post
from workshoplib.words import words
from workshoplib.workshops import sample

pytestmark = MARKS

say = words("nb")
NOTEBOOK = f"{step('calendar').notebook}.ipynb"
FIRST = date(2027, 3, 1)
"""A Monday after all posts of the sample: here the plan starts from an empty page."""
TIGHT = "person-sander"
"""Whose hours do not suffice for the two films a week that were promised."""


def posts(lab: Lab) -> dict[str, Post]:
    """The posts that were planned, by id."""
    with Store.open(lab.workshop) as store:
        return {post.id: post for post in store.strategy().content.posts if post.due and post.due >= FIRST}


def grant(lab: Lab, person: str, hours: float) -> None:
    """Changes the hours of a person, as somebody else would who has the workshop open."""
    with Store.open(lab.workshop) as store:
        address = Address("organisation", "people", person)
        seen = store.answer(address)
        value = {**seen.value, "hours_a_week": hours}
        store.save(FACILITATOR, Write(f"grant-{person}-{hours}", address, "put", value, seen.revision))


class Panel:
    """The planner on the page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.box = page.locator(".wf-planner")

    def press(self, name: str) -> None:
        self.box.get_by_role("button", name=say(name), exact=True).click()

    def field(self, name: str) -> Locator:
        return self.box.get_by_label(say(name), exact=True)

    def fill(self, name: str, text: str) -> None:
        self.field(name).fill(text)
        self.field(name).press("Tab")

    def plan(self) -> None:
        """Plans six weeks, and waits for what comes of it."""
        self.fill("Calendar starts", say.short_date(FIRST))
        self.fill("Weeks to plan", "6")
        self.press("Plan")
        self.outcome.wait_for(timeout=PATIENCE)

    def keep(self) -> None:
        self.press("Keep this plan")
        expect(self.outcome).to_have_count(0, timeout=PATIENCE)

    @property
    def outcome(self) -> Locator:
        return self.box.locator(".ws-blocks .ws-callout").first

    def choose(self, post: Post) -> None:
        assert post.due is not None
        assert post.at is not None
        begins = (
            f"{say.short_weekday(post.due.weekday())} {say.short_date(post.due)} {say.time(post.at)}: {post.title[:20]}"
        )
        options = self.field("Post").locator("option").all_inner_texts()
        (option,) = [one for one in options if one.replace("\u00a0", " ").startswith(begins)]
        self.field("Post").select_option(label=option)
        expect(self.field("Date")).to_have_value(say.short_date(post.due))

    def told(self, sentence: str) -> None:
        expect(self.box.locator(".wf-bench .wf-good")).to_contain_text(sentence, timeout=PATIENCE)


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    root = tmp_path_factory.mktemp("calendar")
    with jupyterlab(make_folder(root / "kurs", sample("kystbrygg"), "nb"), root) as made:
        yield made


@pytest.fixture(scope="module")
def panel(lab: Lab, browser: Browser) -> Panel:
    page = lab.page(
        browser, f"/doc/tree/{NOTEBOOK}"
    )  # the view without panels beside it, which a phone has no room for
    page.get_by_text("| Idle").first.wait_for()
    page.get_by_role("button", name=say("Run all"), exact=True).click()
    made = Panel(page)
    made.box.wait_for()
    return made


@pytest.fixture(scope="module")
def planned(lab: Lab, panel: Panel) -> dict[str, Post]:
    """The posts of a plan that was kept, once there were hours enough for it."""
    grant(lab, TIGHT, 6)
    panel.plan()
    panel.keep()
    return posts(lab)


def test_where_the_hours_do_not_suffice_the_panel_says_how_many_are_missing(lab: Lab, panel: Panel) -> None:
    panel.plan()
    expect(panel.outcome).to_contain_text("7,8", timeout=PATIENCE)
    assert (panel.box.get_by_role("button", name=say("Keep this plan")).is_visible(), posts(lab)) == (False, {})


def test_a_plan_is_written_only_when_somebody_keeps_it(lab: Lab, panel: Panel, planned: dict[str, Post]) -> None:
    assert planned
    before = posts(lab)
    panel.plan()
    panel.press("Leave it")
    expect(panel.outcome).to_have_count(0, timeout=PATIENCE)
    assert before == posts(lab)


def test_the_kept_posts_stand_in_the_calendar_below(panel: Panel, planned: dict[str, Post]) -> None:
    recap = panel.page.locator(".jp-CodeCell").last.locator(".ws-grid")
    march = recap.filter(has_text=f"{say.month(3)} 2027")
    expect(march.locator("li")).to_have_count(
        sum(post.due.month == 3 for post in planned.values() if post.due), timeout=PATIENCE
    )


def test_what_was_moved_or_locked_stays_when_the_hours_change_and_it_is_planned_again(
    lab: Lab, panel: Panel, planned: dict[str, Post]
) -> None:
    free = [post for post in planned.values() if not post.series]
    moved, locked = free[0], free[1]
    panel.choose(moved)
    panel.fill("Date", say.short_date(date(2027, 3, 20)))
    panel.fill("Time", "06:45")
    panel.press("Move")
    panel.told("20.03.2027")
    panel.choose(locked)
    panel.press("Lock")
    panel.told(say("Locked: the post stays where it is."))
    touched = {id: posts(lab)[id] for id in (moved.id, locked.id)}

    grant(lab, "person-marit", 1.5)
    panel.plan()
    panel.keep()
    after = posts(lab)

    assert touched == {id: after[id] for id in touched}
    assert (touched[moved.id].due, touched[locked.id].locked) == (date(2027, 3, 20), True)
    assert planned != after


def test_a_post_is_duplicated_a_week_later(lab: Lab, panel: Panel, planned: dict[str, Post]) -> None:
    post = next(post for post in posts(lab).values() if post.due)
    before = set(posts(lab))
    panel.choose(post)
    panel.press("Duplicate")
    panel.told(say.short_date(date.fromordinal((post.due or FIRST).toordinal() + 7)))
    (new,) = set(posts(lab)) - before
    assert posts(lab)[new].title == post.title


def test_a_proposal_fits_a_phone(panel: Panel, planned: dict[str, Post]) -> None:
    panel.plan()
    panel.page.set_viewport_size(PHONE)
    months = panel.box.locator(".ws-grid")
    wide = [months.nth(n).evaluate("grid => grid.scrollWidth > grid.clientWidth + 1") for n in range(months.count())]
    assert (len(wide) > 1, any(wide), panel.box.evaluate("box => box.scrollWidth > box.clientWidth")) == (
        True,
        False,
        False,
    )
