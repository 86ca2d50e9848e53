"""The participants' page in a real browser: what a person sees in every state, and what is left when things break."""

import json
import re
import signal
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, ViewportSize, WebSocketRoute, expect

from chromium import LAPTOP, MARKS, PHONE
from live_room import Room
from workshoplib.store import FACILITATOR, Address, Ref, Write

SOON = 60_000
"""Milliseconds in which a change shows by itself. It takes about one second; how fast is not for a test to say."""

SAVED = re.compile(r"^Saved \d\d:\d\d:\d\d$")
GOAL = Address("goals", "goals", "goal0001")

pytestmark = [*MARKS, pytest.mark.slow]


def state(page: Page) -> Locator:
    return page.locator("#wl-state")


def trouble(page: Page) -> Locator:
    return page.locator("#wl-trouble")


def add_goal(page: Page, text: str) -> None:
    page.get_by_role("button", name="+ Goal").click()
    page.get_by_label("Goal", exact=True).last.fill(text)


def saved(page: Page) -> None:
    expect(state(page)).to_have_text(SAVED, timeout=SOON)


def goals_of(room: Room) -> list[str]:
    return sorted(one.answer.value["text"] for one in room.store.proposals("goals") if one.address.item)


def until(is_so: Callable[[], bool]) -> None:
    """Waits for what the store holds; what a page says is waited for by ``expect``."""
    deadline = time.monotonic() + 2 * SOON / 1000
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.1)


class SlowLine:
    """What the server sends to a page, which can be held back and comes later in its order."""

    def __init__(self, page: Page) -> None:
        self._held: list[tuple[WebSocketRoute, str | bytes]] = []
        self._holds = False
        page.route_web_socket(re.compile("/channels"), self._join)
        page.reload()
        page.locator(".wl-announcement").first.wait_for()

    def _join(self, line: WebSocketRoute) -> None:
        line.connect_to_server().on_message(lambda message: self._pass_on(line, message))

    def _pass_on(self, line: WebSocketRoute, message: str | bytes) -> None:
        if self._holds:
            self._held.append((line, message))
        else:
            line.send(message)

    def hold(self) -> None:
        self._holds = True

    def release(self) -> None:
        self._holds = False
        for line, message in self._held:
            line.send(message)


def person_of(room: Room, name: str) -> str:
    return next(one.id for one in room.store.people() if one.name == name)


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong on the page as it is, by rule and place."""
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


def sideways(page: Page) -> int:
    """Pixels that the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def small_targets(page: Page) -> list[str]:
    """What can be tapped and is lower or narrower than 44 px, also in what is folded away.

    Links in text and boxes inside a large label are free.
    """
    return page.evaluate(  # type: ignore[no-any-return]
        """() => {
            const folded = [...document.querySelectorAll("details:not([open])")];
            folded.forEach((one) => { one.open = true; });
            const small = [...document.querySelectorAll("button, input, select, textarea, summary, a[href]")]
                .filter((one) => !one.matches("p a:not(.deed), li > a:only-child:not(nav a)"))
                .map((one) => one.matches("[type=checkbox], [type=radio]") ? one.closest("label") || one : one)
                .map((one) => [one, one.getBoundingClientRect()])
                .filter(([one, box]) => one.checkVisibility() && (box.height < 43.9 || box.width < 43.9))
                .map(([one, box]) => `${box.width} × ${box.height}: ${one.outerHTML.slice(0, 120)}`);
            folded.forEach((one) => { one.open = false; });
            return small;
        }"""
    )


def small_text(page: Page) -> list[str]:
    """Boxes whose text is smaller than 16 px: phones would zoom in."""
    return page.evaluate(  # type: ignore[no-any-return]
        """() => [...document.querySelectorAll("input, select, textarea")]
            .filter((one) => one.offsetParent && !one.matches("[type=checkbox], [type=radio]"))
            .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 16)
            .map((one) => one.outerHTML.slice(0, 120))"""
    )


def is_fit_for_a_phone(page: Page) -> None:
    assert (violations(page), sideways(page), small_targets(page), small_text(page)) == ([], 0, [], [])


def fits_everywhere(page: Page) -> None:
    for size in (ViewportSize(width=320, height=640), LAPTOP, PHONE):
        page.set_viewport_size(size)
        is_fit_for_a_phone(page)


def test_a_target_that_is_too_small_is_found_also_where_it_is_folded_away(browser: Browser) -> None:
    page = browser.new_page()
    summary = "<summary style='display: inline-block'>More</summary>"
    page.set_content(f"<details open>{summary}<details>{summary}<button>OK</button></details></details>")
    found = [one.partition(": <")[2][:7] for one in small_targets(page)]
    page.close()
    assert found == ["summary", "summary", "button>"]


# A round


def test_a_round_from_writing_to_what_was_agreed(room: Room, browser: Browser) -> None:
    ada, bo = room.join(browser, "Ada"), room.join(browser, "Bo", size=LAPTOP)
    expect(ada.get_by_text("The facilitator opens this step soon")).to_be_visible()
    room.move("goals", "open", dots=3)

    add_goal(ada, "Sell half of all beans online")
    add_goal(bo, "Ten good applications a month")
    saved(ada)
    saved(bo)
    assert goals_of(room) == ["Sell half of all beans online", "Ten good applications a month"]
    assert "Ten good" not in ada.content()

    room.move("goals", "revealed")
    expect(ada.get_by_text("Ten good applications a month")).to_be_visible(timeout=SOON)
    expect(ada.locator(".wl-cards li", has_text="Sell half")).to_contain_text("Yours")
    expect(ada.locator(".wl-cards li", has_text="Ten good")).to_contain_text("Bo")

    room.move("goals", "voting")
    more = ada.get_by_role("button", name="One dot more for: Ten good applications a month")
    more.click()
    more.click()
    expect(ada.get_by_text("You have 1 dot left of 3.")).to_be_visible(timeout=SOON)
    saved(ada)
    expect(bo.get_by_text("You have 3 dots left of 3.")).to_be_visible(timeout=SOON)

    bos = Ref(person_of(room, "Bo"), next(one.address for one in room.store.proposals("goals") if "Ten" in str(one)))
    room.move("goals", "agreed")
    room.store.agree(FACILITATOR, bos.owner, bos.address)
    expect(bo.locator(".wl-bars tr").first).to_contain_text("2 dots from 1 person", timeout=SOON)
    expect(bo.get_by_role("heading", name="Agreed so far")).to_be_visible(timeout=SOON)
    expect(bo.locator(".wl-agreed li")).to_have_text(re.compile("Ten good applications a month"))

    room.move("goals", "closed")
    expect(bo.get_by_text("This step is done")).to_be_visible(timeout=SOON)
    room.go("personas")
    expect(ada.get_by_role("heading", name="Your audience")).to_be_visible(timeout=SOON)
    room.store.end(FACILITATOR)
    assert [one for one in room.asked if room.host not in one and not one.startswith("data:")] == []


def test_every_state_is_accessible_and_fits(room: Room, browser: Browser) -> None:
    page = room.join(browser, "Ada")
    bo = room.store.add_person("Bo").id
    fits_everywhere(page)
    room.move("goals", "open", ends=datetime.now(UTC) + timedelta(minutes=7))
    add_goal(page, "Sell half of all beans online")
    saved(page)
    page.locator(".wf-more:not(.wf-open)").click()
    page.get_by_text("What to write").first.wait_for(timeout=SOON)
    fits_everywhere(page)
    room.store.save(FACILITATOR, _long_proposal(bo))
    room.move("goals", "revealed")
    page.locator(".wl-cards summary").wait_for(timeout=SOON)
    fits_everywhere(page)
    room.move("goals", "voting")
    page.get_by_role("button", name="One dot more for: Sell half of all beans online").click()
    expect(page.get_by_text("You have 2 dots left of 3.")).to_be_visible(timeout=SOON)
    saved(page)
    fits_everywhere(page)
    room.move("goals", "agreed")
    room.store.agree(FACILITATOR, bo, GOAL)
    expect(page.get_by_role("heading", name="Agreed so far")).to_be_visible(timeout=SOON)
    fits_everywhere(page)
    room.move("goals", "closed")
    expect(page.get_by_role("heading", name="What the group agreed on")).to_be_visible(timeout=SOON)
    fits_everywhere(page)
    room.store.end(FACILITATOR)
    expect(page.get_by_text("This workshop has ended")).to_be_visible(timeout=SOON)
    fits_everywhere(page)


def _long_proposal(owner: str) -> Write:
    """A goal with more answers than a card shows at once."""
    told = {"baseline": 1, "target": 10, "unit": "applications", "start": "2027-01-01", "deadline": "2027-12-31"}
    text = "Ten good applications a month from people who can roast"
    return Write("proposal-1", GOAL, "put", {"id": GOAL.item, "text": text, **told}, owner=owner)


def test_a_page_whose_kernel_hangs_is_accessible_and_covers_nothing_that_is_typed(
    writing: Room, browser: Browser
) -> None:
    page = writing.join(browser, "Ada")
    add_goal(page, "Before")
    saved(page)
    with writing.frozen_kernels():
        page.get_by_label("Goal", exact=True).fill("While the kernel hung")
        expect(trouble(page)).not_to_be_empty(timeout=SOON)
        is_fit_for_a_phone(page)
        box, alarm = page.get_by_label("Goal", exact=True).bounding_box(), trouble(page).bounding_box()
        assert box and alarm
        assert box["y"] >= alarm["y"] + alarm["height"]


def test_writing_begins_in_the_upper_half_of_a_phone(writing: Room, browser: Browser) -> None:
    page = writing.join(browser, "Ada")
    place = page.get_by_role("button", name="+ Goal").bounding_box()
    assert place
    assert place["y"] + place["height"] < PHONE["height"] / 2


def _proposal(owner: str, text: str) -> Write:
    return Write("proposal-1", GOAL, "put", {"id": GOAL.item, "text": text}, owner=owner)


def test_a_whole_round_needs_no_mouse(room: Room, browser: Browser) -> None:
    page = room.join(browser, "Ada")
    room.move("goals", "open")
    page.get_by_role("button", name="+ Goal").wait_for()
    _press_until(page, "Tab", "button", "+ Goal")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Goal", exact=True)).to_be_focused(timeout=SOON)
    page.keyboard.type("Typed with keys alone")
    saved(page)
    room.move("goals", "revealed")
    expect(page.get_by_role("heading", level=1)).to_be_focused(timeout=SOON)
    room.move("goals", "voting")
    page.get_by_role("button", name="One dot more").wait_for()
    _press_until(page, "Tab", "button", "One dot more for: Typed with keys alone")
    for _ in range(3):
        page.keyboard.press("Enter")
    expect(page.get_by_text("You have 0 dots left of 3.")).to_be_visible(timeout=SOON)
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="You have no dots left")).to_be_visible(timeout=SOON)
    assert {3} == set(room.store.votes("goals", person_of(room, "Ada")).values())


def _press_until(page: Page, key: str, role: str, name: str) -> None:
    wanted = page.get_by_role(role, name=name, exact=True)  # type: ignore[arg-type]
    for _ in range(40):
        if wanted.evaluate("(one) => one === document.activeElement"):
            return
        page.keyboard.press(key)
    raise AssertionError(name)


def test_an_ended_workshop_says_so_on_every_page(room: Room, browser: Browser) -> None:
    page = room.join(browser, "Ada")
    room.store.end(FACILITATOR)
    expect(page.get_by_text("This workshop has ended.")).to_be_visible(timeout=SOON)


def test_names_are_not_shown_in_an_anonymous_round(room: Room, browser: Browser) -> None:
    page = room.join(browser, "Ada")
    bo = room.store.add_person("Boleslaw").id
    room.move("goals", "open", anonymous=True)
    room.store.save(FACILITATOR, _proposal(bo, "Said by nobody"))
    room.move("goals", "revealed")
    expect(page.get_by_text("Said by nobody")).to_be_visible(timeout=SOON)
    assert ("Boleslaw" in page.content(), bo in page.content()) == (False, False)


def test_the_page_counts_down_the_time_that_is_left(room: Room, browser: Browser) -> None:
    page = room.join(browser, "Ada")
    room.move("goals", "open", ends=datetime.now(UTC) + timedelta(minutes=5))
    timer = page.get_by_role("timer")
    expect(timer).to_have_text(re.compile(r"^4:\d\d$"), timeout=SOON)
    first = timer.inner_text()
    expect(timer).not_to_have_text(first, timeout=SOON)
    assert timer.inner_text() < first


def test_the_language_is_changed_on_the_page_and_stays(writing: Room, browser: Browser) -> None:
    page = writing.join(browser, "Ada")
    page.get_by_label("Language").select_option(label="Norsk")
    expect(page.get_by_label("Språk")).to_be_visible(timeout=SOON)
    page.reload()
    expect(page.get_by_label("Språk")).to_be_visible(timeout=SOON)
    expect(page.locator("html")).to_have_attribute("lang", "nb", timeout=SOON)


# Saving


def test_what_is_typed_is_saved_while_one_types(writing: Room, browser: Browser) -> None:
    page = writing.join(browser, "Ada")
    add_goal(page, "")
    page.get_by_label("Goal", exact=True).press_sequentially("Said slowly, with spaces ", delay=40)
    saved(page)
    page.get_by_label("Goal", exact=True).press_sequentially("and a pause", delay=40)
    page.evaluate("new Promise((done) => setTimeout(done, 300))")  # it no longer tells of the save before
    saved(page)
    expect(page.get_by_label("Goal", exact=True)).to_have_value("Said slowly, with spaces and a pause")
    assert goals_of(writing) == ["Said slowly, with spaces and a pause"]


def test_a_fast_typist_makes_few_saves(writing: Room, browser: Browser) -> None:
    page = writing.join(browser, "Ada")
    add_goal(page, "")
    page.get_by_label("Goal", exact=True).press_sequentially("Forty-six keys at twenty milliseconds each, ok", delay=20)
    saved(page)
    address = next(one.address for one in writing.store.proposals("goals") if one.address.item)
    assert len(writing.store.history(address, person_of(writing, "Ada"))) <= 3


def test_a_reload_and_another_device_show_the_same_answers(writing: Room, browser: Browser) -> None:
    page = writing.join(browser, "Ada")
    add_goal(page, "Kept through everything")
    saved(page)
    page.reload()
    other = writing.open(browser, person_of(writing, "Ada"), size=LAPTOP)
    for one in (page, other):
        expect(one.get_by_role("button", name="1. Kept through everything")).to_be_visible(timeout=SOON)


def test_a_reload_in_the_middle_of_typing_loses_nothing(writing: Room, browser: Browser) -> None:
    page = writing.join(browser, "Ada")
    add_goal(page, "")
    page.get_by_label("Goal", exact=True).press_sequentially("Half a sent")
    page.reload()
    expect(state(page)).to_have_text(SAVED, timeout=SOON)
    assert goals_of(writing) == ["Half a sent"]


def test_what_is_typed_when_the_step_changes_is_saved_first(room: Room, browser: Browser) -> None:
    page = room.join(browser, "Ada")
    room.move("goals", "open")
    add_goal(page, "")
    saved_or_not = page.get_by_label("Goal", exact=True)
    saved_or_not.press_sequentially("Typed at the last moment")
    room.go("personas")
    expect(page.get_by_role("heading", name="Your audience")).to_be_visible(timeout=SOON)
    assert goals_of(room) == ["Typed at the last moment"]


def test_what_came_too_late_is_shown_to_be_copied(room: Room, browser: Browser) -> None:
    page = room.join(browser, "Ada")
    line = SlowLine(page)
    room.move("goals", "open")
    add_goal(page, "In time")
    saved(page)
    line.hold()
    room.move("goals", "revealed")
    page.get_by_label("Goal", exact=True).fill("Too late")
    page.wait_for_timeout(1000)
    line.release()
    expect(page.get_by_role("heading", name="Typed here, but not saved")).to_be_visible(timeout=SOON)
    expect(page.locator("#wl-left")).to_contain_text("Too late")
    page.get_by_role("button", name="Let it go").click()
    expect(page.locator("#wl-left")).to_be_hidden(timeout=SOON)


def test_an_answer_that_makes_no_sense_is_not_called_saved(writing: Room, browser: Browser) -> None:
    page = writing.join(browser, "Ada")
    add_goal(page, "A goal")
    saved(page)
    page.get_by_label("Baseline").fill("many")
    page.get_by_label("Baseline").blur()
    expect(state(page)).to_have_text("Not saved", timeout=SOON)
    expect(trouble(page)).to_contain_text("another look")
    page.get_by_label("Baseline").fill("12")
    page.get_by_label("Baseline").blur()
    saved(page)


# When things break


def test_a_kernel_that_hangs_is_told_and_what_was_typed_is_saved_after_it(writing: Room, browser: Browser) -> None:
    page = writing.join(browser, "Ada")
    add_goal(page, "Before")
    saved(page)
    with writing.frozen_kernels():
        page.get_by_label("Goal", exact=True).fill("While the kernel hung")
        expect(state(page)).to_have_text("Not saved", timeout=SOON)
        expect(page.get_by_label("Goal", exact=True)).to_have_value("While the kernel hung")
        expect(trouble(page)).not_to_be_empty()
    expect(state(page)).to_have_text(SAVED, timeout=2 * SOON)
    assert goals_of(writing) == ["While the kernel hung"]


def test_what_was_typed_into_a_killed_kernel_is_saved_by_the_next(room: Room, browser: Browser) -> None:
    page = room.join(browser, "Ada")
    room.move("goals", "open")
    add_goal(page, "Before")
    saved(page)
    room.kill_kernels()
    page.get_by_label("Goal", exact=True).fill("After the kernel died")
    until(lambda: goals_of(room) == ["After the kernel died"])
    expect(page.get_by_label("Goal", exact=True)).to_have_value("After the kernel died", timeout=SOON)
    saved(page)


def test_a_new_item_typed_into_a_dead_page_comes_back(room: Room, browser: Browser) -> None:
    page = room.join(browser, "Ada")
    room.move("goals", "open")
    page.get_by_role("button", name="+ Goal").click()
    page.get_by_label("Goal", exact=True).wait_for()
    room.kill_kernels()
    page.get_by_label("Goal", exact=True).fill("Never seen by any kernel")
    until(lambda: goals_of(room) == ["Never seen by any kernel"])
    saved(page)


def test_the_keyboard_is_where_it_was_after_a_page_has_loaded_again(writing: Room, browser: Browser) -> None:
    page = writing.join(browser, "Ada")
    add_goal(page, "Half a")
    saved(page)
    box = page.get_by_label("Goal", exact=True)
    box.press_sequentially(" sentence")
    page.reload()
    expect(box).to_be_focused(timeout=SOON)
    page.keyboard.type(", whole")
    until(lambda: goals_of(writing) == ["Half a sentence, whole"])


def test_a_killed_server_is_told_and_what_was_typed_is_saved_when_it_is_back(room: Room, browser: Browser) -> None:
    page = room.join(browser, "Ada")
    room.move("goals", "open")
    add_goal(page, "Before")
    saved(page)
    room.end(signal.SIGKILL)
    page.get_by_label("Goal", exact=True).fill("While the server was away")
    expect(state(page)).to_have_text("Not saved", timeout=SOON)
    expect(trouble(page)).to_contain_text("no connection", timeout=SOON)
    room.begin_again()
    expect(state(page)).to_have_text(SAVED, timeout=3 * SOON)
    assert goals_of(room) == ["While the server was away"]


def test_typing_without_a_network_loses_nothing(writing: Room, browser: Browser) -> None:
    page = writing.join(browser, "Ada")
    add_goal(page, "Before")
    saved(page)
    page.context.set_offline(True)
    page.get_by_label("Goal", exact=True).fill("Typed in the lift")
    page.wait_for_timeout(1000)
    page.context.set_offline(False)
    expect(state(page)).to_have_text(SAVED, timeout=3 * SOON)
    assert goals_of(writing) == ["Typed in the lift"]


def test_what_others_write_is_nowhere_in_a_page_before_the_reveal(writing: Room, browser: Browser) -> None:
    ada, bo = writing.join(browser, "Ada"), writing.join(browser, "Bo")
    frames: list[str] = []
    bo.on("websocket", lambda line: line.on("framereceived", lambda frame: frames.append(str(frame))))
    add_goal(ada, "canary-of-ada")
    saved(ada)
    bo.reload()
    add_goal(bo, "canary-of-bo")
    saved(bo)
    heard = json.dumps(frames) + bo.content()
    assert ("canary-of-ada" in heard, "canary-of-bo" in heard) == (False, True)
