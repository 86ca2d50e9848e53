"""A workshop from the first person to the report: twelve people on phones, one facilitator in JupyterLab."""

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, WebSocketRoute, expect

from chromium import LAPTOP, MARKS, PHONE
from in_jupyterlab import Lab, jupyterlab
from live_room import Room, live
from test_control_room_browser import card, press, tick
from workshoplib.steps import FACILITATOR, STEPS
from workshoplib.store import State, Store
from workshoplib.strategy.fields import question
from workshoplib.strategy.goals import Goal
from workshoplib.words import Words, words

PATIENCE = 120_000
"""Milliseconds that a machine may take which has twelve phones, JupyterLab and a server on it."""
WORKSHOP = str(Path(sys.executable).with_name("workshop"))
GOALS, NEXT = STEPS[1], STEPS[2]
DOTS = 3

MERGED, DUPLICATE = "Flere faste abonnenter", "Fler som prenumererar på kaffe"
PARKED = "En podkast fra brygga"
RUNNER_UP, EDITED = "Svar til alle samme dag", "Svar til alle innen fire timer"
GUESTS = (
    ("nb", "Åse", MERGED),
    ("sv", "Åsa", DUPLICATE),
    ("nb", "Jonas", PARKED),
    ("da", "Søren", RUNNER_UP),
    ("en", "Ada", "Sell beans to offices along the coast"),
    ("nb", "Tor & <i>Eva</i>", "Kurs i brygging hver måned"),
    ("sv", "Göran", "Fler recensioner från riktiga människor"),
    ("da", "Mette", "Flere følgere i Danmark"),
    ("en", "Zoë O’Neill", "Be found when people search for filter coffee"),
    ("nb", "Marit", "Halve omsetningen på nett <script>1</script>"),
    ("nb", "Jonas", "Ti gode søkere til sommerjobben"),
    ("sv", "Aino", "Kaffe på varje kontor i Skarvhamn"),
)
"""Language, name and proposal of each; two of them are called Jonas."""

pytestmark = [*MARKS, pytest.mark.slow]

say = words("nb")


@pytest.fixture(autouse=True)
def patient(browser: Browser) -> Iterator[None]:
    """Playwright waits as long as the machine may take; in the end all devices are put away."""
    expect.set_options(timeout=PATIENCE)
    yield
    expect.set_options(timeout=5_000)
    put_away(browser)


@dataclass
class Guest:
    """Somebody with a phone."""

    language: str
    name: str
    proposal: str
    page: Page

    @property
    def say(self) -> Words:
        return words(self.language)

    def knock(self, address: str) -> None:
        """Opens the address on the wall."""
        self.page.goto(f"{address}/join")

    def come_in(self, code: str) -> None:
        self.page.get_by_label(self.say("The code on the wall")).fill(code)
        self.page.get_by_label(self.say("Your name or an alias")).fill(self.name)
        self.page.get_by_role("button", name=self.say("Join"), exact=True).tap()

    def go_in(self) -> None:
        """From the page with one's own link to the workshop."""
        self.page.get_by_role("heading", name=self.say("Welcome, {name}", name=self.name)).wait_for()
        self.page.get_by_role("link", name=self.say("Go to the workshop")).tap()

    def propose(self) -> None:
        self.page.get_by_role("button", name=f"+ {self.say('Goal')}", exact=True).tap()
        self.page.get_by_label(self.say(question(Goal, "text").label), exact=True).fill(self.proposal)

    def is_saved(self) -> None:
        expect(self.page.locator("#wl-state")).to_have_text(self.saved)

    @property
    def saved(self) -> re.Pattern[str]:
        return re.compile(self.say("Saved {time}", time="@").replace("@", r"\d\d:\d\d:\d\d"))

    def more(self, title: str) -> Locator:
        return self.page.get_by_role("button", name=self.say("One dot more for: {name}", name=title), exact=True)

    def dots(self, n: int) -> str:
        return self.say.plural("{n} dot", "{n} dots", n)

    def total(self, dots: int, people: int) -> str:
        counted = self.say.plural("{n} person", "{n} people", people)
        return self.say("{dots} from {people}", dots=self.dots(dots), people=counted)


@dataclass
class Play:
    """All that the room has: the workshop, the wall, the facilitator's panel, and the guests."""

    workshop: Path
    room: Room
    panel: Locator
    guests: list[Guest] = field(default_factory=list)

    @property
    def pages(self) -> Sequence[Page]:
        return [guest.page for guest in self.guests]


def test_what_twelve_people_agree_on_is_the_strategy_and_stands_in_the_report(tmp_path: Path, browser: Browser) -> None:
    workshop = new(tmp_path / "kyst")
    with Store.open(workshop) as store:
        before = {goal.text for goal in store.strategy().goals.goals}
    with live(workshop, seats=len(GUESTS)) as room, jupyterlab(workshop, tmp_path) as jupyter:
        play = Play(workshop, room, control_room(browser, jupyter))
        everybody_joins(play, browser)
        everybody_writes(play)
        everybody_sees_all_proposals(play)
        two_are_merged_and_one_is_parked(play)
        everybody_votes(play)
        two_are_agreed_on(play)
        the_next_step_opens_on_every_page(play)
        put_away(browser)
        with Store.open(workshop) as store:
            agreed = [goal.text for goal in store.strategy().goals.goals if goal.text not in before]
        told = report(workshop, tmp_path / "build")
    shown = {text: text in told for text in (MERGED, EDITED, RUNNER_UP, DUPLICATE, PARKED)}
    assert (agreed, shown) == (
        [MERGED, EDITED],
        {MERGED: True, EDITED: True, RUNNER_UP: False, DUPLICATE: False, PARKED: False},
    )


def test_a_page_that_stays_empty_is_loaded_again_by_itself(tmp_path: Path, browser: Browser) -> None:
    lines: list[WebSocketRoute] = []

    def silent_at_first(line: WebSocketRoute) -> None:
        lines.append(line)
        if len(lines) > 1:
            line.connect_to_server()

    with live(tmp_path / "kyst.workshop") as room:
        page = phone(browser, "en")
        page.clock.install()
        page.route_web_socket(re.compile("/channels"), silent_at_first)
        page.goto(f"{room.address}/?t={room.links.for_person(room.store.add_person('Ada').id, 'en')}")
        page.clock.fast_forward("00:20")
        expect(page.get_by_role("alert")).to_contain_text("This takes longer than usual")
        page.clock.fast_forward("00:20")
        expect(page.get_by_text("The workshop has not begun yet")).to_be_visible()


# What happens, stage by stage


def everybody_joins(play: Play, browser: Browser) -> None:
    """By the address and the code on the wall, each in their own language."""
    wall = browser.new_page(viewport=LAPTOP)
    wall.goto(play.room.projector)
    code = wall.locator(".wall-code").inner_text()
    play.guests += [Guest(language, name, text, phone(browser, language)) for language, name, text in GUESTS]
    for guest in play.guests:
        guest.knock(play.room.address)
        guest.come_in(code)
    for guest in play.guests:
        guest.go_in()
    for guest in play.guests:
        waiting = guest.say("The workshop has not begun yet. This page moves on by itself.")
        expect(guest.page.get_by_text(waiting)).to_be_visible()
        greeting = guest.say("Welcome, {name}", name=guest.name)
        expect(guest.page.get_by_role("heading", level=1)).to_have_text(greeting)
    expect(wall.get_by_role("status")).to_have_text(say.plural("{n} person is in", "{n} people are in", len(GUESTS)))
    wall.close()


def everybody_writes(play: Play) -> None:
    """Each for themselves: others' proposals are on nobody's page, not even the facilitator's."""
    panel = play.panel
    panel.get_by_label(say("Step"), exact=True).select_option(label=f"2 {say(GOALS.title)}")
    press(panel, say("Go to this step"))
    expect(panel.locator("h2")).to_contain_text(say(GOALS.title))
    press(panel, say("Open the round"))
    for guest in play.guests:
        guest.propose()
    for guest in play.guests:
        guest.is_saved()
    for guest in play.guests:
        guest.page.reload(wait_until="commit")
        expect(guest.page.get_by_role("button", name=f"1. {guest.proposal}", exact=True)).to_be_visible()
    waiting = "{n} proposal waits, hidden until you reveal it.", "{n} proposals wait, hidden until you reveal them."
    expect(panel).to_contain_text(say.plural(*waiting, len(GUESTS)))
    for guest in play.guests:
        seen = guest.page.locator("body").inner_text() + panel.inner_text()
        assert [text for _, _, text in GUESTS if text in seen and text != guest.proposal] == []


def everybody_sees_all_proposals(play: Play) -> None:
    """By themselves: nobody touches a page."""
    press(play.panel, say("Reveal all proposals"))
    for guest in play.guests:
        cards = guest.page.locator(".wl-cards li")
        expect(cards).to_have_count(len(GUESTS))
        for _, name, text in GUESTS:
            expect(cards.filter(has_text=text)).to_contain_text(name)
        expect(cards.filter(has_text=guest.proposal)).to_contain_text(guest.say("Yours"))


def two_are_merged_and_one_is_parked(play: Play) -> None:
    """The parked one stays to be read, with the reason."""
    panel = play.panel
    for text in (MERGED, DUPLICATE):
        tick(panel, text)
    number, other = (card(panel, text).locator(".widget-checkbox").inner_text().strip() for text in (MERGED, DUPLICATE))
    panel.get_by_label(say("The one that stays"), exact=True).select_option(label=number)
    press(panel, say("Merge the ticked ones"))
    expect(panel.locator(".wc-card")).to_have_count(len(GUESTS) - 1)
    for told in (other, DUPLICATE, "Åsa"):
        expect(card(panel, MERGED).locator(".wc-merged")).to_contain_text(told)
    tick(panel, PARKED)
    panel.get_by_label(say("Reason to park"), exact=True).fill("Til høsten")
    press(panel, say("Park the ticked ones"))
    for guest in play.guests:
        cards = guest.page.locator(".wl-cards li")
        expect(cards).to_have_count(len(GUESTS) - 1)
        expect(cards.filter(has_text=MERGED)).to_contain_text(guest.say.list(["Åse", "Åsa"]))
        expect(cards.filter(has_text=PARKED)).to_contain_text("Til høsten")


def everybody_votes(play: Play) -> None:
    """With a thumb, one with keys alone; nobody sees how it stands."""
    press(play.panel, say("Start the vote"))
    *with_thumbs, with_keys = play.guests
    for guest in with_thumbs:
        for title in votes_of(guest):
            guest.more(title).tap()
    vote_with_keys(with_keys)
    for guest in play.guests:
        left = guest.say.plural("You have {n} dot left of {all}.", "You have {n} dots left of {all}.", 0, all=DOTS)
        expect(guest.page.get_by_text(left)).to_be_visible()
        guest.is_saved()
    voted = play.panel.locator(".wc-counts > div", has_text=say("have voted"))
    expect(voted.locator("dd")).to_have_text(str(len(GUESTS)))
    for guest in play.guests:
        expect(guest.page.get_by_role("button", name=guest.say("One dot more for: {name}", name=PARKED))).to_have_count(
            0
        )
        counted = [guest.dots(totals(play, title)[0]) for title in (MERGED, RUNNER_UP)]
        shown = guest.page.locator("body").inner_text()
        assert [text for text in counted if text in shown] == []
    signs = " ".join(play.panel.locator(".wc-signs").all_inner_texts())
    assert say.plural("{n} dot", "{n} dots", totals(play, MERGED)[0]) not in signs


def votes_of(guest: Guest) -> Sequence[str]:
    """Seven give two dots and one, the others all three."""
    return [MERGED, MERGED, RUNNER_UP if guest.language in {"nb", "da"} else MERGED]


def totals(play: Play, title: str) -> tuple[int, int]:
    """How many dots a proposal has, and from how many people."""
    given = [votes_of(guest).count(title) for guest in play.guests]
    return sum(given), sum(dots > 0 for dots in given)


def vote_with_keys(guest: Guest) -> None:
    """Tab to the button and press it, as somebody does who has no mouse."""
    guest.more(MERGED).wait_for()
    for title in votes_of(guest):
        wanted = guest.more(title)
        for _ in range(3 * len(GUESTS)):
            if wanted.evaluate("(one) => one === document.activeElement"):
                break
            guest.page.keyboard.press("Tab")
        expect(wanted).to_be_focused()
        guest.page.keyboard.press("Enter")


def two_are_agreed_on(play: Play) -> None:
    """The totals are for all; one proposal is taken as it is, one is put into better words."""
    panel = play.panel
    press(panel, say("End the vote and agree"))
    for guest in play.guests:
        bars = guest.page.locator(".wl-bars tr")
        expect(bars.nth(0)).to_contain_text(guest.total(*totals(play, MERGED)))
        expect(bars.nth(1)).to_contain_text(guest.total(*totals(play, RUNNER_UP)))
    for text in (MERGED, RUNNER_UP):
        card(panel, text).get_by_role("button", name=re.compile(say("Agree on {n}", n=r"\d+"))).click()
        expect(card(panel, text)).to_contain_text(say("Agreed"))
    press(panel, say("Edit what was agreed"))
    entry = panel.locator(".wc-agreed .wf-entry").filter(has=panel.page.locator(".wf-head", has_text=RUNNER_UP))
    entry.locator(".wf-head").click()
    box = panel.locator(".wc-agreed .wf-editor").get_by_label(say(question(Goal, "text").label), exact=True)
    box.fill(EDITED)
    box.press("Tab")
    for guest in play.guests:
        agreed = guest.page.locator(".wl-cards li")
        expect(agreed.filter(has_text=MERGED)).to_have_count(1)
        expect(agreed.filter(has_text=EDITED)).to_have_count(1)


def the_next_step_opens_on_every_page(play: Play) -> None:
    """All pages follow."""
    press(play.panel, say("Close the round"))
    press(play.panel, say("Next: {step}", step=say(NEXT.title)))
    for guest in play.guests:
        expect(guest.page.get_by_role("heading", level=1)).to_have_text(guest.say(NEXT.title))
    with Store.open(play.workshop) as store:
        assert store.room().rounds["goals"].state is State.CLOSED


# What it is played with


def new(folder: Path) -> Path:
    """A workshop made from a sample; its path."""
    run("new", str(folder), "--sample", "kystbrygg", "--language", "nb")
    return folder / f"{folder.name}.workshop"


def report(workshop: Path, out: Path) -> str:
    """The workshop's report as HTML."""
    made = run("report", str(workshop), "--out", str(out), "--language", "nb").strip()
    return Path(made).read_text(encoding="utf-8")


def run(*asked: str) -> str:
    """What the command says when it has done what it was asked."""
    return subprocess.run(
        [WORKSHOP, *asked], capture_output=True, text=True, check=True, timeout=PATIENCE / 1000
    ).stdout


def phone(browser: Browser, language: str) -> Page:
    """A phone that speaks this language."""
    device = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, locale=language)
    page = device.new_page()
    page.set_default_timeout(PATIENCE)
    return page


def put_away(browser: Browser) -> None:
    """Closes all devices: their pages would look for a server that is gone, and keep the machine busy."""
    for device in browser.contexts:
        device.close()


def control_room(browser: Browser, jupyter: Lab) -> Locator:
    """The facilitator's notebook in JupyterLab, run."""
    page = jupyter.page(browser, f"/lab/tree/{FACILITATOR.notebook}.ipynb")
    page.get_by_text("| Idle").first.wait_for()
    page.get_by_role("button", name=say("Run all"), exact=True).click()
    panel = page.locator(".workshop-control")
    panel.wait_for()
    expect(page.locator(".jp-InputPrompt", has_text="*")).to_have_count(0)
    return panel
