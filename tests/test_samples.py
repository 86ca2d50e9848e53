"""The sample strategies are what their stories make, whole, made up, and open only where the story says so."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import make_samples
from make_samples import STORIES, Story, made, main, path_of
from workshoplib.analysis import money
from workshoplib.strategy import PARTS, Strategy
from workshoplib.strategy.fields import Kind, Part, Question, Row, WeekHours, questions
from workshoplib.strategy.files import read
from workshoplib.strategy.references import broken

each_sample = pytest.mark.parametrize(("name", "story"), STORIES, ids=[name for name, _ in STORIES])


@each_sample
def test_a_sample_is_what_its_story_makes(name: str, story: Story) -> None:
    assert made(name, story).encode() == path_of(name).read_bytes()


@each_sample
def test_references_in_a_sample_are_whole(name: str, story: Story) -> None:
    assert broken(_sample(name)) == ()


@each_sample
def test_every_part_of_a_sample_has_content(name: str, story: Story) -> None:
    assert [part for part, model in PARTS if getattr(_sample(name), part) == model()] == []


@each_sample
def test_a_sample_leaves_open_what_its_story_says_and_nothing_else(name: str, story: Story) -> None:
    assert sorted(story.OPEN) == sorted(_left_open(_sample(name)))


@each_sample
def test_a_sample_uses_every_kind_of_question(name: str, story: Story) -> None:
    used = {asked.kind for part in _parts(_sample(name)) for asked, _ in _answers(part)}

    assert set() == set(Kind) - used


@each_sample
def test_people_in_a_sample_have_a_first_name_only(name: str, story: Story) -> None:
    assert [person.name for person in _sample(name).organisation.people if len(person.name.split()) != 1] == []


@each_sample
def test_web_addresses_in_a_sample_belong_to_nobody(name: str, story: Story) -> None:
    hosts = re.findall(r"(?:https?://|www\.)([^/\s\"']+)|\b[\w.-]+@([\w.-]+\w)", made(name, story))

    assert set() == {first or second for first, second in hosts if not (first or second).endswith(".example")}


@each_sample
def test_shares_of_the_pillars_make_a_whole(name: str, story: Story) -> None:
    assert sum(pillar.share or 0 for pillar in _sample(name).content.pillars) == 100


@each_sample
def test_lines_campaigns_and_reserve_stay_within_the_total(name: str, story: Story) -> None:
    left = money.left(_sample(name).budget)

    assert left is not None
    assert left >= 0


def test_a_check_names_the_samples_that_differ_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(make_samples, "SAMPLES", tmp_path)

    assert main(["--check"]) == 1
    assert [path_of(name).name for name, _ in STORIES] == re.findall(r"[\w-]+\.yaml", capsys.readouterr().out)
    assert list(tmp_path.iterdir()) == []


def test_a_check_is_content_with_samples_just_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(make_samples, "SAMPLES", tmp_path)
    main([])

    assert main(["--check"]) == 0


@cache
def _sample(name: str) -> Strategy:
    return read(path_of(name).read_bytes(), f"{name}.yaml")


def _parts(strategy: Strategy) -> Iterator[Part]:
    return (getattr(strategy, name) for name, _ in PARTS)


def _left_open(strategy: Strategy) -> Iterator[str]:
    """The essential questions without an answer; a no is an answer."""
    for (name, _), part in zip(PARTS, _parts(strategy), strict=True):
        yield from (f"{name}.{field}" for field in _empty(part))
        for asked in questions(type(part)):
            if asked.kind is Kind.ITEMS:
                items = getattr(part, asked.name)
                yield from (f"{name}.{asked.name}.{item.id}.{field}" for item in items for field in _empty(item))


def _empty(row: Row) -> Iterator[str]:
    return (
        asked.name
        for asked in questions(type(row))
        if asked.name in row.essential and asked.kind is not Kind.FLAG and not _is_answered(getattr(row, asked.name))
    )


def _answers(row: Row) -> Iterator[tuple[Question, object]]:
    for asked in questions(type(row)):
        value = getattr(row, asked.name)
        if not _is_answered(value):
            continue
        yield asked, value
        for inner in value if asked.rows and isinstance(value, tuple) else ():
            yield from _answers(inner)


def _is_answered(value: object) -> bool:
    if isinstance(value, WeekHours):
        return any(value.days())
    return value is not False and value not in (None, "", ())
