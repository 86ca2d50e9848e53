"""A person's page goes on: two tabs of one person, a door that closes while somebody types, a kernel slow to begin."""

import os
import re
import signal
import time
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, WebSocketRoute, expect

from chromium import LAPTOP, MARKS
from live_room import Room
from test_live_page import SOON, add_goal, goals_of, person_of, saved, state, trouble, until
from workshoplib.store import FACILITATOR

pytestmark = [*MARKS, pytest.mark.slow]


def goal(page: Page) -> str:
    """What stands in the box of the one goal."""
    return page.get_by_label("Goal", exact=True).input_value()


def test_of_two_tabs_the_newer_text_wins_and_the_older_tab_shows_it(writing: Room, browser: Browser) -> None:
    older = writing.join(browser, "Ada")
    add_goal(older, "Typed in the older tab")
    saved(older)
    newer = writing.open(browser, person_of(writing, "Ada"), size=LAPTOP)
    newer.get_by_label("Goal", exact=True).fill("Typed in the newer tab")
    until(lambda: goals_of(writing) == ["Typed in the newer tab"])
    expect(older.get_by_label("Goal", exact=True)).to_have_value("Typed in the newer tab", timeout=SOON)
    saved(older)


def test_two_tabs_that_change_different_fields_keep_both(writing: Room, browser: Browser) -> None:
    one = writing.join(browser, "Ada")
    add_goal(one, "A goal")
    saved(one)
    other = writing.open(browser, person_of(writing, "Ada"), size=LAPTOP)
    one.get_by_label("Goal", exact=True).fill("A better goal")
    other.get_by_label("Baseline").fill("12")
    other.get_by_label("Baseline").blur()
    until(lambda: [(one["text"], one.get("baseline")) for one in _values(writing)] == [("A better goal", 12)])
    expect(other.get_by_label("Goal", exact=True)).to_have_value("A better goal", timeout=SOON)


def _values(room: Room) -> list[dict[str, Any]]:
    return [one.answer.value for one in room.store.proposals("goals") if one.address.item]


def _begins(page: Page) -> None:
    """Types something that is saved; the page is marked, so that a reload would show."""
    add_goal(page, "Before")
    saved(page)
    page.evaluate("window.same = true")


def test_somebody_who_is_sent_out_while_typing_keeps_the_text_and_is_told(writing: Room, browser: Browser) -> None:
    page = writing.join(browser, "Ada")
    _begins(page)
    with writing.frozen_kernels():
        page.get_by_label("Goal", exact=True).fill("Typed as the door closed")
        writing.store.revoke(FACILITATOR, person_of(writing, "Ada"))
        expect(trouble(page)).to_contain_text("not let in any more", timeout=SOON)
    page.wait_for_timeout(8000)
    expect(state(page)).to_have_text("Not saved")
    assert (goal(page), page.evaluate("window.same")) == ("Typed as the door closed", True)


def test_a_link_that_ends_while_somebody_types_is_told_and_the_text_comes_back_with_a_new_one(
    room: Room, browser: Browser
) -> None:
    room.move("goals", "open")
    page = room.join(browser, "Ada")
    _begins(page)
    page.context.clear_cookies()
    with room.frozen_kernels():
        page.get_by_label("Goal", exact=True).fill("Typed too late")
        room.kill_kernels()
        expect(trouble(page)).to_contain_text("not let in any more", timeout=SOON)
    assert (goal(page), page.evaluate("window.same")) == ("Typed too late", True)
    link = f"{room.address}/?t={room.links.for_person(person_of(room, 'Ada'), 'en')}"
    page.context.new_page().goto(link)  # from then on the old tab is let in again, too, and loads by itself
    until(lambda: goals_of(room) == ["Typed too late"])
    saved(page)


class SlowToBegin:
    """Stops all kernels when a page asks for its widgets at once, and sees it give that up and ask for each."""

    def __init__(self, room: Room, page: Page) -> None:
        self._kernels = room.kernels()
        self._stopped = False
        self.gave_up = False
        self.asked_for_one = 0
        page.route_web_socket(re.compile("/channels"), self._join)

    def _join(self, line: WebSocketRoute) -> None:
        server = line.connect_to_server()

        def pass_on(message: str | bytes) -> None:
            text = message if isinstance(message, bytes) else message.encode()
            self.asked_for_one += b'"request_state"' in text
            if b"jupyter.widget.control" in text and not self._stopped:
                self._stopped = True
                self._signal(signal.SIGSTOP)
            self.gave_up |= self._stopped and b"comm_info_request" in text
            server.send(message)

        line.on_message(pass_on)

    def go_on(self) -> None:
        self._signal(signal.SIGCONT)

    def _signal(self, number: int) -> None:
        for pid in self._kernels:
            os.kill(pid, number)


def come_true(page: Page, is_so: Callable[[], bool]) -> None:
    """Waits for something that is learnt while the page's own messages are passed on."""
    deadline = time.monotonic() + SOON / 1000
    while not is_so():
        assert time.monotonic() < deadline
        page.wait_for_timeout(100)


def test_a_page_whose_kernel_is_slow_asks_for_each_widget_and_becomes_usable(writing: Room, browser: Browser) -> None:
    page = writing.join(browser, "Ada")
    page.get_by_role("button", name="+ Goal").wait_for()
    slow = SlowToBegin(writing, page)
    page.reload(wait_until="commit")
    come_true(page, lambda: slow.gave_up)
    slow.go_on()
    add_goal(page, "After a slow beginning")
    saved(page)
    assert (goals_of(writing), slow.asked_for_one > 10) == (["After a slow beginning"], True)
