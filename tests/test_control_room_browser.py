"""The control room in JupyterLab, in a real browser: a round led by clicking while others write from elsewhere."""

import re
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from chromium import MARKS
from in_jupyterlab import PATIENCE, SOON, Lab, jupyterlab
from test_lab_browser import STRATEGY
from workshoplib.folders import make_folder
from workshoplib.live import private, status
from workshoplib.steps import FACILITATOR as ROOM
from workshoplib.steps import Step, step
from workshoplib.store import FACILITATOR, Address, Person, State, Store, Write
from workshoplib.words import words

pytestmark = MARKS

say = words("nb")
_NAMED = "(one) => one.labels?.[0]?.innerText.trim() || one.getAttribute('aria-label') || one.innerText.trim()"
_IN_ORDER = f"""panel => [...panel.querySelectorAll('*')]
    .filter(one => one.tabIndex >= 0 && one.checkVisibility() && !one.disabled).map({_NAMED})"""
_NAME_OF_WHAT_HAS_THE_KEYBOARD = f"""panel => panel.contains(document.activeElement)
    ? ({_NAMED})(document.activeElement) : ''"""
_BEFORE_THE_PANEL = """() => {
    const panel = document.querySelector('.workshop-control'), start = document.createElement('span');
    start.tabIndex = -1;
    panel.prepend(start);
    start.focus();
}"""
GOALS, PERSONAS, PLATFORMS, KPIS = (step(name) for name in ("goals", "personas", "platforms", "kpis"))


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    root = tmp_path_factory.mktemp("control")
    with jupyterlab(make_folder(root / "kurs", STRATEGY, "nb"), root) as made:
        yield made


@pytest.fixture(scope="module")
def store(lab: Lab) -> Iterator[Store]:
    """The workshop as another program sees it: what is written here comes to the panel from outside."""
    with Store.open(lab.workshop) as opened:
        yield opened


@pytest.fixture(scope="module")
def page(lab: Lab, browser: Browser) -> Page:
    opened = lab.page(browser, f"/lab/tree/{ROOM.notebook}.ipynb")
    opened.get_by_text("| Idle").first.wait_for()
    opened.get_by_role("button", name=say("Run all"), exact=True).click()
    opened.locator(".workshop-control").wait_for()
    expect(opened.locator(".jp-InputPrompt", has_text="*")).to_have_count(0, timeout=PATIENCE)
    return opened


@pytest.fixture(scope="module")
def panel(page: Page) -> Locator:
    return page.locator(".workshop-control")


def button(panel: Locator, name: str) -> Locator:
    return panel.get_by_role("button", name=name, exact=True)


def press(panel: Locator, name: str) -> None:
    button(panel, name).click(timeout=SOON)


def come_to(panel: Locator, store: Store, step: Step) -> None:
    """Another facilitator goes to a step, unless the room is there; the panel follows."""
    if store.room().step != step.name:
        store.go(FACILITATOR, step.name, base=store.room().revision)
    expect(panel.locator("h2")).to_contain_text(say(step.title), timeout=SOON)


def propose(store: Store, person: Person, text: str) -> None:
    address = Address("goals", "goals", f"by-{person.id}")
    store.save(person.id, Write(secrets.token_hex(8), address, "put", {"text": text}, 0, person.id))


def card(panel: Locator, text: str) -> Locator:
    return panel.locator(".wc-card").filter(has=panel.page.locator("h4", has_text=text))


def tick(panel: Locator, text: str) -> None:
    card(panel, text).get_by_role("checkbox").check()


def faults(page: Page) -> list[str]:
    """What axe-core finds wrong in the panel as it is, by rule and place."""
    found = Axe().run(page, context=".workshop-control").response["violations"]
    return [f"{fault['id']}: {node['html']}" for fault in found for node in fault["nodes"]]


def test_a_round_is_led_by_clicking_while_others_write(panel: Locator, store: Store) -> None:
    panel.get_by_label(say("Step"), exact=True).select_option(label=f"2 {say(GOALS.title)}")
    press(panel, say("Go to this step"))
    expect(panel.locator("h2")).to_contain_text(say(GOALS.title), timeout=SOON)
    press(panel, say("Open the round"))

    people = [store.add_person(name) for name in ("Åse", "<b>Bo</b>", "Cato")]
    expect(panel.locator(".wc-people")).to_contain_text("<b>Bo</b>", timeout=SOON)  # by itself
    for person, text in zip(people, ("Flere bestillinger", "Bestillinger på nett", "En podkast"), strict=True):
        propose(store, person, text)
    waiting = say.plural(
        "{n} proposal waits, hidden until you reveal it.", "{n} proposals wait, hidden until you reveal them.", 3
    )
    expect(panel).to_contain_text(waiting, timeout=SOON)
    expect(panel).not_to_contain_text("En podkast")

    press(panel, say("Reveal all proposals"))
    expect(panel.locator(".wc-card")).to_have_count(3, timeout=SOON)
    tick(panel, "Flere bestillinger")
    tick(panel, "Bestillinger på nett")
    press(panel, say("Merge the ticked ones"))
    expect(panel.locator(".wc-card")).to_have_count(2, timeout=SOON)
    merged = panel.locator(".wc-merged .wc-told")
    expect(merged).to_have_count(1)
    assert {"Bestillinger på nett", "Flere bestillinger"} & set(merged.inner_text().splitlines())
    panel.get_by_role("button", name=re.compile(say("Reword {n} first", n=r"\d"))).first.click()
    panel.locator(".wc-card textarea:visible").wait_for(timeout=SOON)
    assert faults(panel.page) == []
    tick(panel, "En podkast")
    panel.get_by_label(say("Reason to park"), exact=True).fill("Til høsten")
    press(panel, say("Park the ticked ones"))
    expect(card(panel, "En podkast")).to_contain_text("Til høsten", timeout=SOON)

    press(panel, say("Start the vote"))
    button(panel, say("End the vote and agree")).wait_for(timeout=SOON)
    (standing,) = (one for one in store.candidates("goals") if not one.parked)
    store.vote(people[2].id, standing.ref, 2)
    voted = panel.locator(".wc-counts > div", has_text=say("have voted"))
    expect(voted.locator("dd")).to_have_text("1", timeout=SOON)
    dots = say.plural("{n} dot", "{n} dots", 2)
    expect(panel.locator(".wc-cards")).not_to_contain_text(dots)  # hidden from the facilitator, too
    press(panel, say("End the vote and agree"))
    expect(panel.locator(".wc-card").first).to_contain_text(dots, timeout=SOON)
    panel.get_by_role("button", name=re.compile(f"^{say('Agree on {n}', n='')}")).first.click()
    expect(panel.locator(".wc-card").first).to_contain_text(say("Agreed"), timeout=SOON)
    press(panel, say("Close the round"))
    press(panel, say("Next: {step}", step=say(PERSONAS.title)))
    expect(panel.locator("h2")).to_contain_text(say(PERSONAS.title), timeout=SOON)

    written = [(entry.kind, entry.action) for entry in store.entries() if entry.author == FACILITATOR]
    led = [one for one in written if one[0] in {"room", "round", "merge", "park"}]
    agreed = [goal.text for goal in store.strategy().goals.goals]
    assert (led, agreed) == (
        [
            ("room", "go"),
            ("round", "open"),
            ("round", "revealed"),
            ("merge", "merge"),
            ("park", "park"),
            ("round", "voting"),
            ("round", "agreed"),
            ("round", "closed"),
            ("room", "go"),
        ],
        [standing.value["text"]],
    )


def test_what_another_facilitator_does_appears_by_itself(panel: Locator, store: Store) -> None:
    come_to(panel, store, PLATFORMS)
    store.go(FACILITATOR, KPIS.name, base=store.room().revision)
    expect(panel.locator("h2")).to_contain_text(say("Your key figures"), timeout=SOON)


def test_who_is_connected_is_told_from_the_servers_file(panel: Locator, store: Store) -> None:
    person = store.add_person("Dina")
    later = datetime.now(UTC) + timedelta(hours=1)
    people = {person.id: status.Presence(later.isoformat(), connected=True, step="kpis")}
    file = status.StatusFile(private.beside(store.where, status.KIND))
    file.write(status.Status("http://127.0.0.1:8866", "K7PM2QXH", later.isoformat(), people))
    row = panel.locator(".wc-people tr", has_text="Dina")
    expect(row).to_contain_text(say("Connected"), timeout=SOON)
    file.remove()
    expect(row).not_to_contain_text(say("Connected"), timeout=SOON)


def test_the_timer_ticks_and_is_stopped_with_the_keyboard_alone(panel: Locator, store: Store, page: Page) -> None:
    come_to(panel, store, PERSONAS)
    opening = button(panel, say("Open the round"))
    opening.focus()
    page.keyboard.press("Enter")
    button(panel, say("Reveal all proposals")).wait_for(timeout=SOON)
    expect(button(panel, say("Reveal all proposals"))).to_be_focused(timeout=SOON)  # the keyboard is not lost
    start = button(panel, say("Start the timer"))
    start.focus()
    page.keyboard.press("Space")
    clock = panel.locator(".wc-clock span")
    clock.wait_for(timeout=SOON)
    first = clock.inner_text()
    expect(clock).not_to_have_text(first, timeout=SOON)
    expect(button(panel, say("Stop the timer"))).to_be_focused(timeout=SOON)
    page.keyboard.press("Enter")
    expect(clock).to_have_count(0, timeout=SOON)
    expect(start).to_be_focused(timeout=SOON)
    assert store.room().rounds[PERSONAS.name].ends is None


def test_typing_is_not_disturbed_by_what_others_save(panel: Locator, store: Store, page: Page) -> None:
    box = panel.get_by_label(say("Name or nickname"), exact=True)
    box.focus()
    page.keyboard.type("Kari ")
    store.add_person("Elin")
    expect(panel.locator(".wc-people")).to_contain_text("Elin", timeout=SOON)
    page.keyboard.type("N")
    assert (box.input_value(), box.evaluate("box => box === document.activeElement")) == ("Kari N", True)


def test_the_keyboard_reaches_every_control_in_the_order_of_the_page(panel: Locator, page: Page) -> None:
    wanted = panel.evaluate(_IN_ORDER)
    page.evaluate(_BEFORE_THE_PANEL)
    reached = []
    for _ in wanted:
        page.keyboard.press("Tab")
        reached.append(panel.evaluate(_NAME_OF_WHAT_HAS_THE_KEYBOARD))
    assert (len(wanted) > 8, reached) == (True, wanted)


def test_every_control_bears_a_name_of_its_own(panel: Locator) -> None:
    names = panel.evaluate(_IN_ORDER)
    assert ([name for name in names if not name], len(set(names))) == ([], len(names))


def test_a_step_is_chosen_and_gone_to_with_the_keyboard_alone(panel: Locator, page: Page, store: Store) -> None:
    come_to(panel, store, KPIS)
    steps = panel.get_by_label(say("Step"), exact=True)
    expect(steps.locator("option:checked")).to_contain_text(say(KPIS.title), timeout=SOON)
    steps.focus()
    page.keyboard.type("2")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(panel.locator("h2")).to_contain_text(say(GOALS.title), timeout=SOON)


def test_the_panel_has_no_fault_that_axe_finds(panel: Locator, page: Page, store: Store) -> None:
    come_to(panel, store, KPIS)
    store.move(FACILITATOR, KPIS.name, State.OPEN, base=0)  # so that all is offered
    button(panel, say("Reveal all proposals")).wait_for(timeout=SOON)
    press(panel, say("Enter their proposals"))
    press(panel, say("End the workshop"))
    button(panel, say("No, go on")).wait_for(timeout=SOON)
    found = faults(page)
    press(panel, say("No, go on"))
    assert found == []


def test_a_whole_round_is_led_with_the_keyboard_alone(panel: Locator, page: Page, store: Store) -> None:
    def press_key(name: str, key: str = "Enter") -> None:
        page.evaluate(_BEFORE_THE_PANEL)
        for _ in range(60):
            page.keyboard.press("Tab")
            if panel.evaluate(_NAME_OF_WHAT_HAS_THE_KEYBOARD) == name:
                page.keyboard.press(key)
                return
        raise AssertionError(name)

    def goes_on_at(control: Locator) -> None:
        expect(control).to_be_focused(timeout=SOON)

    first = panel.locator(".wc-card").first.get_by_role("checkbox")
    come_to(panel, store, PLATFORMS)
    button(panel, say("Open the round")).wait_for(timeout=SOON)
    press_key(say("Open the round"))
    goes_on_at(button(panel, say("Reveal all proposals")))
    people = [store.add_person(name) for name in ("Frida", "Geir", "Hanne")]
    for person, name in zip(people, ("Trygt for unge", "Trygt", "Billig"), strict=True):
        address = Address("platforms", "criteria", f"by-{person.id}")
        store.save(FACILITATOR, Write(secrets.token_hex(8), address, "put", {"name": name}, 0, person.id))
    press_key(say("Reveal all proposals"))
    goes_on_at(button(panel, say("Start the vote")))
    for number in (1, 2):
        press_key(say("Proposal {n}", n=number), "Space")
    button(panel, say("Merge the ticked ones")).wait_for(timeout=SOON)
    press_key(say("Merge the ticked ones"))
    goes_on_at(first)
    press_key(say("Start the vote"))
    goes_on_at(button(panel, say("End the vote and agree")))
    press_key(say("End the vote and agree"))
    goes_on_at(button(panel, say("Close the round")))
    press_key(say("Agree on {n}", n=1))
    goes_on_at(first)
    press_key(say("Close the round"))
    goes_on_at(panel.get_by_label(say("Back to"), exact=True))
    led = [entry.action for entry in store.entries() if entry.address.part == "platforms" and entry.kind != "answer"]
    agreed = len(store.strategy().platforms.criteria)
    assert (led, agreed) == (["open", "revealed", "merge", "voting", "agreed", "closed"], 1)


def test_ending_is_asked_twice_and_the_way_back_is_at_hand(panel: Locator, store: Store, page: Page) -> None:
    press(panel, say("End the workshop"))
    press(panel, say("Yes, end it"))
    expect(panel.locator("h2")).to_contain_text(say("The workshop has ended"), timeout=SOON)
    expect(button(panel, say("Let everybody in again"))).to_be_focused(timeout=SOON)
    assert (store.room().ended, faults(page)) == (True, [])
    page.keyboard.press("Enter")
    expect(panel.locator("h2")).not_to_contain_text(say("The workshop has ended"), timeout=SOON)
    assert not store.room().ended
