"""A workshop's folder in JupyterLab, as people meet it: filled in with mouse and keyboard in a real browser."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

import nbformat
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from chromium import MARKS
from in_jupyterlab import PATIENCE, SOON, Lab, jupyterlab
from workshoplib.folders import make_folder
from workshoplib.steps import STEPS
from workshoplib.store import Address, Store
from workshoplib.strategy import Strategy
from workshoplib.strategy.choices import Country, Currency, Language
from workshoplib.strategy.fields import question
from workshoplib.strategy.goals import Goal, GoalType
from workshoplib.strategy.organisation import BusinessGoal, Organisation
from workshoplib.words import words

pytestmark = MARKS

say = words("nb")
STRATEGY = Strategy(
    organisation=Organisation(
        name="Prøvebrygga",
        language=Language.NORWEGIAN,
        country=Country.NORWAY,
        currency=Currency.NOK,
        business_goals=(BusinessGoal(id="shop", text="Halve omsetningen fra nettbutikken"),),
    )
)
SAVED = re.compile(r"Lagret \d\d:\d\d:\d\d")
GOALS = f"{STEPS[1].notebook}.ipynb"
START_LINKS = ".jp-RenderedMarkdown table a"
DOES_NOT_LOOK = "import workshoplib.session\n\nworkshoplib.session._SECONDS_BETWEEN_LOOKS = 3600"
"""A cell after which a notebook does not learn what others have changed."""


@dataclass
class Notebook:
    """A notebook with a form, in a page of its own."""

    lab: Lab
    name: str
    page: Page

    def run_all(self) -> None:
        """Presses the button, and waits until everything is there."""
        self.page.get_by_text("| Idle").first.wait_for()
        before = self.form.element_handles()
        self.page.get_by_role("button", name=say("Run all"), exact=True).click()
        for form in before:
            form.wait_for_element_state("hidden")
        self.form.wait_for()
        expect(self.page.locator(".jp-InputPrompt", has_text="*")).to_have_count(0, timeout=PATIENCE)

    def open_again(self, browser: Browser) -> None:
        """Opens it in a fresh page, and with a fresh kernel."""
        self.page.close()
        self.lab.end_kernel(self.name)
        self.page = self.lab.page(browser, f"/lab/tree/{self.name}")
        self.run_all()

    @property
    def form(self) -> Locator:
        return self.page.locator(".workshop-form")

    @property
    def recap(self) -> Locator:
        return self.page.locator(".jp-CodeCell").last.locator(".jp-OutputArea")

    def add(self, text: str) -> Locator:
        """A new goal, open, with its text filled in and saved."""
        there = self.form.locator(".wf-entry")
        before = there.count()
        self.add_button.click()
        expect(there).to_have_count(before + 1, timeout=PATIENCE)
        entry = there.last
        write(entry, "text", text)
        self.wait_until_saved(entry)
        return entry

    @property
    def add_button(self) -> Locator:
        return self.form.get_by_role("button", name="+ " + say("Goal"), exact=True)

    def entry(self, text: str) -> Locator:
        """The goal of that text, opened."""
        entry = self.form.locator(".wf-entry").filter(has=self.page.locator(".wf-head", has_text=text))
        if not entry.locator(".wf-editor").count():
            entry.locator(".wf-head").click()
        entry.locator(".wf-editor").wait_for()
        return entry

    def wait_until_saved(self, entry: Locator) -> None:
        expect(entry.locator(".wf-status")).to_contain_text(SAVED, timeout=PATIENCE)


def label(name: str) -> str:
    return say(question(Goal, name).label)


def box(entry: Locator, name: str) -> Locator:
    return entry.get_by_label(label(name), exact=True)


def field_of(entry: Locator, name: str) -> Locator:
    """A question with all that stands around its box."""
    return entry.locator(".wf-field").filter(has=entry.page.get_by_text(label(name), exact=True))


def write(entry: Locator, name: str, text: str) -> None:
    """Types an answer and leaves its box, which saves it."""
    box(entry, name).fill(text)
    box(entry, name).press("Tab")


def noted(entry: Locator, name: str) -> Locator:
    """What stands beside a question's label once its answer is saved."""
    return field_of(entry, name).locator(".wf-saved")


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    root = tmp_path_factory.mktemp("lab")
    with jupyterlab(make_folder(root / "kurs", STRATEGY, "nb"), root) as made:
        yield made


@pytest.fixture(scope="module")
def start(lab: Lab, browser: Browser) -> Page:
    """What stands there when JupyterLab has opened."""
    page = lab.page(browser, "/")
    page.locator(START_LINKS).first.wait_for()
    return page


@pytest.fixture(scope="module")
def notebook(lab: Lab, start: Page) -> Notebook:
    """The notebook about goals, opened from the start page and run. Each test adds goals of its own."""
    start.get_by_role("link", name=say(STEPS[1].title), exact=True).click()
    made = Notebook(lab, GOALS, start)
    made.run_all()
    return made


@pytest.fixture(scope="module")
def other(lab: Lab, browser: Browser) -> Notebook:
    """The same notebook in a second kernel, which does not learn what the first one changes."""
    place = lab.workshop.parent
    copy = nbformat.read(place / GOALS, as_version=4)
    copy.cells.insert(0, nbformat.v4.new_code_cell(DOES_NOT_LOOK, metadata={"jupyter": {"source_hidden": True}}))
    nbformat.write(copy, place / "other.ipynb")
    made = Notebook(lab, "other.ipynb", lab.page(browser, "/lab/tree/other.ipynb"))
    made.run_all()
    return made


def test_the_start_page_comes_first_and_links_to_every_notebook(start: Page) -> None:
    links = [link.get_attribute("href") or "" for link in start.locator(START_LINKS).all()]
    assert [urlsplit(link).path.rpartition("/")[2] for link in links] == [f"{step.notebook}.ipynb" for step in STEPS]


def test_run_all_shows_the_form_and_no_code_and_stays_at_the_top(notebook: Notebook) -> None:
    notebook.run_all()
    title = notebook.page.locator(".jp-Notebook .jp-Cell").first
    expect(title).to_be_in_viewport(timeout=PATIENCE)
    expect(notebook.form).to_be_visible()
    code = notebook.page.locator(".jp-Notebook").get_by_text("session", exact=False)
    assert [False] * code.count() == [one.is_visible() for one in code.all()]


def test_an_answer_is_called_saved_when_the_store_has_it(notebook: Notebook) -> None:
    entry = notebook.add("Flere søkere")
    box(entry, "type").select_option(label=say(GoalType.RECRUITMENT.label))
    noted(entry, "type").wait_for()
    assert notebook.lab.goal("Flere søkere").type is GoalType.RECRUITMENT


def test_a_place_on_a_scale_is_chosen_by_a_click(notebook: Notebook) -> None:
    entry = notebook.add("Gladere gjester")
    field_of(entry, "confidence").locator(".widget-radio-box label", has_text="4").locator("input").click()
    noted(entry, "confidence").wait_for()
    assert notebook.lab.goal("Gladere gjester").confidence == 4


def test_numbers_and_dates_are_read_as_norwegians_write_them(notebook: Notebook) -> None:
    entry = notebook.add("Større kurv")
    write(entry, "target", "12 500,50")
    noted(entry, "target").wait_for()
    write(entry, "deadline", "6.1.2027")
    noted(entry, "deadline").wait_for()
    goal = notebook.lab.goal("Større kurv")
    assert (goal.target, goal.deadline) == (12500.5, date(2027, 1, 6))


def test_a_date_that_is_none_is_answered_in_a_sentence_and_stays_on_the_screen(notebook: Notebook) -> None:
    entry = notebook.add("Kortere kø")
    write(entry, "deadline", "31.2.2027")
    wrong = field_of(entry, "deadline").locator(".wf-wrong")
    expect(wrong).to_contain_text("31.2.2027", timeout=PATIENCE)
    expect(wrong).to_contain_text("Skriv", timeout=PATIENCE)
    assert (box(entry, "deadline").input_value(), notebook.lab.goal("Kortere kø").deadline) == ("31.2.2027", None)


def test_a_goal_that_was_removed_is_brought_back(notebook: Notebook) -> None:
    entry = notebook.add("Kan angres")
    entry.get_by_role("button", name=say("Remove"), exact=True).click()
    undo = notebook.form.get_by_role("button", name=say("Undo"), exact=True)
    undo.wait_for()
    removed = [goal.text for goal in notebook.lab.goals()]
    undo.click()
    expect(undo).to_have_count(0, timeout=PATIENCE)
    expect(notebook.form.locator(".wf-head", has_text="Kan angres")).to_be_visible(timeout=PATIENCE)
    assert ("Kan angres" in removed, notebook.lab.goal("Kan angres").text) == (False, "Kan angres")


def test_what_is_below_the_form_follows_it(notebook: Notebook) -> None:
    notebook.add("Følger med ned")
    expect(notebook.recap).to_contain_text("Følger med ned", timeout=SOON)


def test_a_goal_is_added_and_filled_in_with_the_keyboard_alone(notebook: Notebook) -> None:
    page = notebook.page
    notebook.run_all()  # closes what other tests have opened
    notebook.form.locator("button").first.focus()
    for _ in notebook.lab.goals():
        if notebook.add_button.evaluate("button => button === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    entry = notebook.form.locator(".wf-entry").last
    expect(box(entry, "text")).to_be_focused(timeout=PATIENCE)
    page.keyboard.type("Uten mus")
    page.keyboard.press("Tab")
    noted(entry, "text").wait_for()
    expect(box(entry, "type")).to_be_focused()
    page.keyboard.press("ArrowDown")
    noted(entry, "type").wait_for()
    page.keyboard.press("Tab")
    expect(box(entry, "business_goal")).to_be_focused()
    page.keyboard.press("ArrowDown")
    noted(entry, "business_goal").wait_for()
    goal = notebook.lab.goal("Uten mus")
    assert (goal.type, goal.business_goal) == (GoalType.AWARENESS, "shop")


def test_a_letter_chooses_from_a_list_and_is_no_command_to_the_notebook(notebook: Notebook) -> None:
    entry = notebook.add("Bokstaver")
    cells = notebook.page.locator(".jp-Notebook .jp-Cell")
    before = cells.count()
    box(entry, "type").focus()
    notebook.page.keyboard.press("x")  # JupyterLab's key to cut a cell
    box(entry, "type").blur()
    box(entry, "type").focus()
    notebook.page.keyboard.press(say(GoalType.RECRUITMENT.label)[0].lower())
    noted(entry, "type").wait_for()
    assert (cells.count(), notebook.lab.goal("Bokstaver").type) == (before, GoalType.RECRUITMENT)


def test_what_is_saved_is_there_after_the_page_was_closed_and_the_kernel_ended(
    notebook: Notebook, browser: Browser
) -> None:
    entry = notebook.add("Overlever natta")
    write(entry, "source", "Nettanalyse")
    noted(entry, "source").wait_for()
    notebook.open_again(browser)
    entry = notebook.entry("Overlever natta")
    assert box(entry, "source").input_value() == "Nettanalyse"


def test_a_change_in_one_kernel_appears_in_the_form_and_the_recap_of_another(
    notebook: Notebook, other: Notebook
) -> None:
    other.add("Skrevet ved siden av")
    there = notebook.form.locator(".wf-head", has_text="Skrevet ved siden av")
    expect(there).to_be_visible(timeout=SOON)
    expect(notebook.recap).to_contain_text("Skrevet ved siden av", timeout=SOON)


def test_two_who_change_a_goal_at_once_see_both_versions_and_nothing_is_lost(
    notebook: Notebook, other: Notebook
) -> None:
    other.add("Vi to")
    mine, theirs = other.entry("Vi to"), notebook.entry("Vi to")
    write(theirs, "source", "Kassa")
    noted(theirs, "source").wait_for()
    write(mine, "source", "Nettbutikken")
    conflict = mine.locator(".wf-conflict")
    conflict.wait_for()
    shown = conflict.locator(".wf-versions td").all_inner_texts()
    kept = notebook.lab.goal("Vi to")
    conflict.get_by_role("button", name=say("Keep mine"), exact=True).click()
    noted(mine, "source").wait_for()
    with Store.open(notebook.lab.workshop) as store:
        entries = store.history(Address("goals", "goals", kept.id))
    assert [text for text in shown if text] == ["Nettbutikken", "Kassa"]
    assert [entry.value["source"] for entry in entries] == ["", "Kassa", "Nettbutikken"]


def test_nothing_is_asked_of_any_other_machine(lab: Lab, notebook: Notebook) -> None:
    # A data: or blob: address asks nobody.
    hosts = {urlsplit(url).hostname for url in lab.asked if not url.startswith(("data:", "blob:"))}
    assert hosts == {"127.0.0.1"}
