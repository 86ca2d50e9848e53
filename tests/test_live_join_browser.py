"""The pages by which people come in, in a real browser: axe-core finds nothing, and errors are told at their fields."""

import re
import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from chromium import LAPTOP, MARKS, PHONE
from live_room import PATIENCE, Room, live
from test_live_page import is_fit_for_a_phone
from workshoplib.live import pages
from workshoplib.store import FACILITATOR
from workshoplib.words import words

pytestmark = [*MARKS, pytest.mark.slow]


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    with live(tmp_path_factory.mktemp("room") / "kyst.workshop") as made:
        yield made


@pytest.fixture(params=[PHONE, LAPTOP], ids=["390", "1280"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(viewport=request.param, locale="en-GB")
    yield context.new_page()
    context.close()


def ask_to_join(page: Page, room: Room, code: str, name: str) -> None:
    page.goto(f"{room.address}/join")
    page.get_by_label(re.compile("The code")).fill(code)
    page.get_by_label(re.compile("Your name")).fill(name)
    page.get_by_role("button", name="Join").click()


def come_until_refused(page: Page, room: Room, person: str) -> None:
    """Comes with a personal link again and again: the server looks into the store from time to time."""
    deadline = time.monotonic() + PATIENCE / 1000
    while (answer := page.goto(f"{room.address}/?t={room.links.for_person(person, 'en')}")) and answer.ok:
        assert time.monotonic() < deadline
        page.wait_for_timeout(200)


def test_the_page_for_joining_is_accessible(page: Page, room: Room) -> None:
    page.goto(f"{room.address}/join")
    is_fit_for_a_phone(page)


@pytest.mark.parametrize(
    ("code", "name", "wrong", "told"),
    [
        (lambda _: "ABCD-2345", "Ada", "The code", "not the code of this workshop"),
        (lambda room: room.links.code(), "  ", "Your name", "1 to 80 characters"),
    ],
    ids=["code", "name"],
)
def test_what_is_wrong_is_said_at_its_field_where_one_goes_on(
    page: Page, room: Room, code: Callable[[Room], str], name: str, wrong: str, told: str
) -> None:
    ask_to_join(page, room, code(room), name)
    field = page.get_by_label(re.compile(wrong))
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile(told))
    expect(page.locator("[aria-invalid]")).to_have_count(1)
    is_fit_for_a_phone(page)


def test_whoever_joins_is_shown_an_accessible_page_with_the_link(page: Page, room: Room) -> None:
    ask_to_join(page, room, room.links.code(), "Ada")
    expect(page.get_by_label("Your own link")).to_be_visible()
    is_fit_for_a_phone(page)


def test_a_page_that_is_not_there_names_the_workshop_and_leads_back(page: Page, room: Room) -> None:
    page.goto(f"{room.address}/nothing/here")
    expect(page.get_by_role("heading", name="Kystbrygg")).to_be_visible()
    is_fit_for_a_phone(page)
    page.get_by_role("link", name="Go to the workshop").click()
    expect(page.get_by_role("button", name="Join")).to_be_visible()


def test_whose_access_was_taken_away_reads_what_to_do(page: Page, room: Room) -> None:
    person = room.store.add_person("Bo").id
    room.store.revoke(FACILITATOR, person)
    come_until_refused(page, room, person)
    expect(page.get_by_role("alert")).to_contain_text("Ask the facilitator to let you in again")
    expect(page.get_by_role("heading", name="Kystbrygg")).to_be_visible()
    is_fit_for_a_phone(page)


def test_after_the_end_the_page_says_so_and_where_the_result_is(page: Page, room: Room) -> None:
    person = room.store.add_person("Cato").id
    room.store.end(FACILITATOR)
    come_until_refused(page, room, person)
    expect(page.get_by_role("alert")).to_contain_text("ask the facilitator for the result")
    expect(page.get_by_role("heading", name="Kystbrygg")).to_be_visible()
    is_fit_for_a_phone(page)
    room.store.resume(FACILITATOR)


@pytest.mark.parametrize("place", [0, 1, 4])
def test_the_queue_is_accessible(page: Page, place: int) -> None:
    page.set_content(pages.waiting(words("en"), "Kystbrygg", place))
    is_fit_for_a_phone(page)


def test_the_wall_is_accessible(page: Page, room: Room) -> None:
    page.goto(room.projector)
    expect(page.get_by_role("img", name="QR code for joining")).to_be_visible()
    is_fit_for_a_phone(page)
