"""The facilitator's half: minutes that add up, a card for each step, links that lead somewhere."""

import re
from itertools import groupby
from pathlib import Path

import pytest

from workshoplib.steps import FACILITATOR, STEPS, Step

FOLDER = Path(__file__).parents[1] / "workshop"
ALL = (*STEPS, FACILITATOR)
TEXTS = sorted(FOLDER.rglob("*.md"))

SECTIONS = ["Aim behind the aim", "Minutes", "Prompts", "Pitfalls", "When it is late"]
ROW = re.compile(r"^\| (\d\d):(\d\d) \| (.+) \| (\d+) \|$", re.MULTILINE)
STEP = re.compile(r"\[(.+)\]\(cards/(.+)\.md\)")
LINK = re.compile(r"\]\(([^)]+)\)")

each_step = pytest.mark.parametrize("step", ALL, ids=lambda step: step.notebook)
each_text = pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)


def card(step: Step) -> str:
    return (FOLDER / "cards" / f"{step.notebook}.md").read_text(encoding="utf-8")


def section(step: Step, name: str) -> str:
    return card(step).split(f"## {name}\n\n")[1].split("\n\n##")[0]


def timetables() -> dict[str, list[tuple[int, str, int]]]:
    """Each timetable of the agenda by its heading: when a block starts, in minutes of the day, its name and length."""
    pieces = re.split(r"^##+ (.+)$", (FOLDER / "agenda.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    found = {}
    for heading, text in zip(pieces[::2], pieces[1::2], strict=True):
        rows = [(60 * int(hour) + int(minute), name, int(long)) for hour, minute, name, long in ROW.findall(text)]
        if rows:
            found[heading] = rows
    return found


def steps_in(headings: list[str]) -> list[tuple[str, str, int]]:
    rows = [row for heading in headings for row in timetables()[heading]]
    return [(link[1], link[2], long) for _, name, long in rows if (link := STEP.fullmatch(name))]


def as_listed(steps: tuple[Step, ...]) -> list[tuple[str, str, int]]:
    return [(step.title, step.notebook, step.minutes) for step in steps]


SESSIONS = ["First session", "Second session", "Third session", "Fourth session"]


def test_the_agenda_knows_three_forms() -> None:
    assert list(timetables()) == ["Full day", "Half day", *SESSIONS]


@pytest.mark.parametrize("heading", ["Full day", "Half day", *SESSIONS])
def test_each_block_starts_when_the_one_before_ends(heading: str) -> None:
    rows = timetables()[heading]

    assert [start + long for start, _, long in rows[:-1]] == [start for start, _, _ in rows[1:]]


@pytest.mark.parametrize("heading", ["Full day", "Half day", *SESSIONS])
def test_the_blocks_add_up_to_what_is_promised(heading: str) -> None:
    *blocks, (_, name, total) = timetables()[heading]

    assert (name, total) == ("**In all**", sum(long for _, _, long in blocks))


@pytest.mark.parametrize("headings", [["Full day"], SESSIONS], ids=["full day", "four sessions"])
def test_all_steps_are_there_in_order_with_their_own_minutes(headings: list[str]) -> None:
    assert steps_in(headings) == as_listed(ALL)


def test_the_half_day_leaves_out_what_two_people_can_finish() -> None:
    left_out = {"calendar", "budget", "review"}

    assert steps_in(["Half day"]) == as_listed(tuple(step for step in ALL if step.name not in left_out))


def test_the_half_day_is_half_as_long_as_a_working_day() -> None:
    assert timetables()["Half day"][-1][2] <= 4 * 60


def test_nobody_works_for_more_than_two_hours_without_a_break() -> None:
    for heading, (*blocks, _) in timetables().items():
        stretches = groupby(blocks, key=lambda block: block[1] in {"Break", "Lunch"})
        worked = [sum(long for _, _, long in stretch) for is_pause, stretch in stretches if not is_pause]
        assert max(worked) <= 120, heading


def test_each_step_has_a_card_and_each_card_a_step() -> None:
    assert {path.stem for path in (FOLDER / "cards").glob("*.md")} == {step.notebook for step in ALL}


@each_step
def test_a_card_names_its_step_and_its_minutes(step: Step) -> None:
    assert card(step).startswith(f"# {step.title}\n\n{step.minutes} minutes · notebook `{step.notebook}`\n")


@each_step
def test_a_card_has_five_sections_and_fits_on_a_card(step: Step) -> None:
    assert re.findall(r"^## (.+)$", card(step), re.MULTILINE) == SECTIONS
    assert len(card(step).split()) < 250


@each_step
def test_the_minutes_on_a_card_add_up_to_those_of_its_step(step: Step) -> None:
    assert sum(map(int, re.findall(r"\d+", section(step, "Minutes")))) == step.minutes


@each_text
def test_links_lead_to_pages_of_the_folder(path: Path) -> None:
    links = LINK.findall(path.read_text(encoding="utf-8"))

    assert [link for link in links if not (path.parent / link).is_file()] == []


@each_text
def test_a_page_begins_with_its_only_title(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()

    assert [number for number, line in enumerate(lines) if line.startswith("# ")] == [0]
