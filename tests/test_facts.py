"""The sourced tables and the rules of theme days."""

import csv
from datetime import date
from pathlib import Path

import pytest

from workshoplib import places
from workshoplib.facts import Facts
from workshoplib.facts.days import easter
from workshoplib.facts.rows import BadTable, Reach, read

FOLDER = places.data() / "facts"
FACTS = Facts(FOLDER)


def test_every_figure_says_where_it_comes_from_and_how_sure_it_is() -> None:
    rows = (*FACTS.platforms, *FACTS.reach, *FACTS.cadence, *FACTS.benchmarks, *FACTS.days)
    assert [row for row in rows if not row.fact.id or row.fact.confidence not in {"high", "medium", "low"}] == []


@pytest.mark.parametrize(
    ("year", "sunday"),
    [(1818, (3, 22)), (1943, (4, 25)), (2000, (4, 23)), (2024, (3, 31)), (2026, (4, 5)), (2027, (3, 28))],
)
def test_easter_falls_where_the_church_calendar_has_it(year: int, sunday: tuple[int, int]) -> None:
    assert easter(year) == date(year, *sunday)


@pytest.mark.parametrize("year", [2026, 2027])
def test_the_rules_give_the_dates_that_the_table_holds(year: int) -> None:
    with (FOLDER / "holidays_themes.csv").open(encoding="utf-8", newline="") as file:
        written = {row["id"]: row[f"date_{year}"] for row in csv.DictReader(file)}
    computed = {}
    for day in FACTS.days:
        span = day.span(year)
        computed[day.fact.id] = "" if span is None else "/".join(dict.fromkeys(d.isoformat() for d in span))
    assert computed == written


def test_a_day_of_every_second_year_is_absent_in_the_others() -> None:
    elections = [day for day in FACTS.days if day.rule_type == "weekday_between_every"]
    assert all(any(day.span(year) is None for year in range(2024, 2030)) for day in elections)


def test_daily_use_is_of_the_country_asked_for_and_the_newest_first() -> None:
    rows = FACTS.daily_use("DK", "facebook")
    assert [row.data_year for row in rows] == sorted((row.data_year for row in rows), reverse=True)
    assert {row.country for row in rows} == {"DK"}


def test_a_missing_column_is_named_with_those_that_are_there(tmp_path: Path) -> None:
    (tmp_path / "reach.csv").write_text("id,country\n1,NO\n", encoding="utf-8")
    with pytest.raises(BadTable, match=r"has no column source_title\. It has: id, country"):
        read(Reach, tmp_path / "reach.csv")


def test_a_word_where_a_number_belongs_is_told_with_its_line(tmp_path: Path) -> None:
    lines = (FOLDER / "reach.csv").read_text(encoding="utf-8").splitlines()
    header = lines[0].split(",")
    cells = dict.fromkeys(header, "") | {"id": "r1", "value": "many"}
    (tmp_path / "reach.csv").write_text(f"{lines[0]}\n{','.join(cells.values())}\n", encoding="utf-8")
    with pytest.raises(BadTable, match="line 2: the column value should hold a number and holds “many”"):
        read(Reach, tmp_path / "reach.csv")
