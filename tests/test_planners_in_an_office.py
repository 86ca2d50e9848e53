"""Tables of the calendar in a real office suite: each cell is in its own column and says what it said."""

import csv
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from test_planners import exported, post
from workshoplib.planners import PLANNERS
from workshoplib.strategy.content import Post

OFFICE = shutil.which("soffice")
SECONDS = 120
COMMA_QUOTE_UTF8_FROM_LINE_1 = "CSV:44,34,76,1"
TABLES = [one.name for one in PLANNERS if one.name not in {"ics", "xlsx"}]
TEXTS = (
    "Ærlig kaffe; røkt, brent – og «ny»",
    'She said "smoke, not roast"\nand then a second line',
    '=HYPERLINK("http://x.example","y")',
    "+1+1",
    "☕ 日本",
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(OFFICE is None, reason="there is no LibreOffice here, or its program is not called soffice"),
]


def posts() -> tuple[Post, ...]:
    return tuple(post(f"p{number}", title=text, text=text) for number, text in enumerate(TEXTS))


def opened(path: Path, where: Path) -> Workbook:
    """A table as LibreOffice reads it."""
    reads = [f"--infilter={COMMA_QUOTE_UTF8_FROM_LINE_1}"] if path.suffix == ".csv" else []
    profile = f"-env:UserInstallation={(where / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", "xlsx", *reads, "--outdir", str(where), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return load_workbook(where / f"{path.stem}.xlsx")


def texts(book: Workbook) -> dict[tuple[str, str], str]:
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book
        for row in sheet.rows
        for cell in row
        if isinstance(cell.value, str) and cell.value
    }


@pytest.mark.parametrize("to", TABLES)
def test_a_table_opens_with_its_columns_and_texts(to: str, tmp_path: Path) -> None:
    file = exported(to, *posts()).files[0]
    path = tmp_path / file.name
    path.write_bytes(file.content)
    with path.open(encoding="utf-8-sig", newline="") as lines:
        expected = [[cell.replace("\r\n", "\n") for cell in row] for row in csv.reader(lines)]

    sheet = opened(path, tmp_path / "out").active

    assert [len(expected[0])] * len(expected) == [len(row) for row in expected]
    assert (len(expected), len(expected[0])) == (sheet.max_row, sheet.max_column)
    told = [
        (cell.value, wanted)
        for row, said in zip(sheet.rows, expected, strict=True)
        for cell, wanted in zip(row, said, strict=True)
        if isinstance(cell.value, str) and cell.value
    ]
    assert [wanted for _, wanted in told] == [found for found, _ in told]
    assert any(TEXTS[0] in wanted for _, wanted in told)
    assert not [cell.value for row in sheet.rows for cell in row if cell.data_type == "f"]


def test_a_workbook_opens_with_its_sheets_and_computes_nothing(tmp_path: Path) -> None:
    file = exported("xlsx", *posts()).files[0]
    path = tmp_path / file.name
    path.write_bytes(file.content)

    found, written = opened(path, tmp_path / "out"), load_workbook(path)

    assert written.sheetnames == found.sheetnames
    assert texts(written) == texts(found)
    assert not [cell.value for sheet in found for row in sheet.rows for cell in row if cell.data_type == "f"]
