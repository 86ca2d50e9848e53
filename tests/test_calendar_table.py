"""The calendar as a table: out, changed in a spreadsheet, and back."""

import csv
import io
from collections.abc import Callable
from contextlib import suppress
from datetime import date, time
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from typer.testing import CliRunner

from test_planners import FORMULAS, post, strategy
from workshoplib.cli import app
from workshoplib.errors import WorkshopError
from workshoplib.planners.changes import NotATable, Reading, UnreadableCells, read
from workshoplib.planners.table import text
from workshoplib.store import FACILITATOR, Address, Store, Write
from workshoplib.strategy import Strategy
from workshoplib.strategy.choices import Format
from workshoplib.strategy.content import Post, PostStatus
from workshoplib.words import LANGUAGES, words
from workshoplib.workshops import sample, sample_names

Edit = Callable[[list[dict[str, str]]], None]


def table(made: Strategy, language: str = "en") -> bytes:
    return text(made, made.content.posts, words(language)).encode()


def edited(made: Strategy, edit: Edit, language: str = "en") -> bytes:
    delimiter = "," if language == "en" else ";"
    rows = list(csv.DictReader(io.StringIO(table(made, language).decode("utf-8-sig"), newline=""), delimiter=delimiter))
    edit(rows)
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, rows[0].keys(), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode()


def taken(content: bytes, made: Strategy) -> Reading:
    numbers = count(1)
    return read(content, made, lambda: f"new{next(numbers)}")


def sentences(content: bytes, made: Strategy) -> list[str]:
    with pytest.raises(UnreadableCells) as refused:
        taken(content, made)
    return [str(problem) for problem in refused.value.problems]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sample_names())
def test_a_table_that_nobody_changed_changes_nothing(name: str, language: str) -> None:
    made = sample(name)
    reading = taken(table(made, language), made)
    assert (reading.changed, reading.missing, reading.same) == ((), (), len(made.content.posts))


@pytest.mark.parametrize("text", [*FORMULAS, "'quoted", "a | b", "semi;colon", '"', "two\nlines"])
def test_text_comes_back_as_it_was(text: str) -> None:
    made = strategy(post(title=text, text=text))
    assert taken(table(made), made).changed == ()


@given(some.text(some.characters(codec="utf-8"), max_size=40))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    made = strategy(post(text=text))
    assert taken(table(made), made).changed == ()


def test_what_was_changed_is_told_answer_by_answer() -> None:
    made = strategy(post())
    content = edited(made, lambda rows: rows[0].update({"Time": "9.15", "Status": "draft", "For whom": "Hanne"}))
    [changed] = taken(content, made).changed
    assert [(one.asked.label, one.before, one.after) for one in changed.changes] == [
        ("Time", "07:30", "09:15"),
        ("For whom", "Geir | Hanne", "Hanne"),
        ("Status", "Scheduled", "Draft"),
    ]


def test_dates_are_read_as_a_norwegian_spreadsheet_writes_them() -> None:
    made = strategy(post())
    say = words("nb")
    content = edited(made, lambda rows: rows[0].update({say("Date"): "05.03.2027", say("Time"): "08.00"}), "nb")
    [changed] = taken(content, made).changed
    assert (changed.post.due, changed.post.at) == (date(2027, 3, 5), time(8))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_what_a_spreadsheet_does_to_a_file_does_not_matter(encoding: str, delimiter: str) -> None:
    made = strategy(post(title="Blåbær – 20 %"))
    rows = list(csv.reader(io.StringIO(table(made).decode("utf-8-sig"), newline="")))
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    assert taken(file.getvalue().encode(encoding), made).changed == ()


def test_columns_may_stand_in_any_order_and_be_left_out() -> None:
    made = strategy(post())
    content = "Topic,Post’s id\nNew name,p1\n".encode()
    [changed] = taken(content, made).changed
    assert changed.post == made.content.posts[0].model_copy(update={"title": "New name"})


def test_a_heading_that_names_no_answer_is_told() -> None:
    assert taken("Post’s id,Topick\np1,New\n".encode(), strategy(post())).unread == ("Topick",)


def test_a_line_without_an_id_is_a_new_post() -> None:
    made = strategy(post())
    reading = taken("Post’s id,Topic,Format\n,Fresh,Story\n".encode(), made)
    assert [(one.post, one.is_new) for one in reading.changed] == [
        (Post(id="new1", title="Fresh", format=Format.STORY), True)
    ]


def test_a_post_that_the_table_lacks_is_named_and_stays() -> None:
    made = strategy(post("p1"), post("p2"))
    reading = taken(edited(made, lambda rows: rows.pop()), made)
    assert [one.id for one in reading.missing] == ["p2"]


def test_an_emptied_cell_empties_the_answer() -> None:
    made = strategy(post())
    [changed] = taken(edited(made, lambda rows: rows[0].update({"Date": "", "Status": ""})), made).changed
    assert (changed.post.due, changed.post.status) == (None, PostStatus.IDEA)


def test_a_post_that_somebody_changed_since_is_told_as_a_clash() -> None:
    content = edited(strategy(post()), lambda rows: rows[0].update({"Topic": "Mine"}))
    [changed] = taken(content, strategy(post(text="Theirs"))).changed
    assert changed.clashes


def test_people_of_one_name_are_told_apart() -> None:
    from workshoplib.strategy.personas import Persona, Personas

    twins = Personas(personas=(Persona(id="geir", name="Geir"), Persona(id="hanne", name="geir")))
    made = strategy(post()).model_copy(update={"personas": twins})
    assert taken(table(made), made).changed == ()


@pytest.mark.parametrize(
    ("column", "cell", "sentence"),
    [
        ("Date", "soon", "Line 2, “Date”: "),
        ("Format", "Opera", "Line 2, “Format”: “Opera” is none of: Short video"),
        ("For whom", "Geir | Nobody", "Line 2, “For whom”: “Nobody” is not in the strategy. It has: Geir, Hanne."),
        ("Length", "-4", "Line 2, “Length”: "),
        ("Hours", "many", "Line 2, “Hours”: "),
        ("Topic", "x" * 201, "Line 2, “Topic”: "),
        ("Cut from", "A cup", "Line 2"),
    ],
)
def test_a_cell_that_cannot_be_read_is_told_by_line_and_column(column: str, cell: str, sentence: str) -> None:
    made = strategy(post())
    [told] = sentences(edited(made, lambda rows: rows[0].update({column: cell})), made)
    assert told.startswith(sentence)


def test_all_unreadable_cells_are_told_at_once() -> None:
    made = strategy(post("p1"), post("p2"))
    content = edited(made, lambda rows: [row.update({"Date": "soon", "Time": "late"}) for row in rows])
    assert len(sentences(content, made)) == 4


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04",
        b"\0\0\0",
        b"a,b\n1,2",
        "Post’s id,Topic,Topic\np1,a,b".encode(),
        b"\xff\xfe\x00",
        '"Post’s id'.encode(),
        b"<html>",
    ],
)
def test_what_is_no_table_is_refused_with_a_sentence(content: bytes) -> None:
    with pytest.raises(NotATable):
        taken(content, strategy(post()))


def test_a_line_with_a_cell_too_many_is_not_shifted_silently() -> None:
    made = strategy(post())
    assert sentences("Post’s id,Topic\np1,Coffee, tea\n".encode(), made)[0].startswith("Line 2 has more cells")


@given(some.binary(max_size=300))
def test_no_bytes_bring_it_down(content: bytes) -> None:
    made = strategy(post())
    with suppress(WorkshopError):
        taken("Post’s id,Topic\n".encode() + content, made)


@given(some.text(max_size=60))
def test_no_cell_brings_it_down(cell: str) -> None:
    made = strategy(post())
    for name in ("Date", "Time", "Hours", "For whom", "Status", "Hashtags"):
        with suppress(WorkshopError):
            taken(edited(made, lambda rows, name=name: rows[0].update({name: cell})), made)  # type: ignore[misc]


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    place = tmp_path / "kyst.workshop"
    Store.create(place, strategy=strategy(post("p1"), post("p2"))).close()
    return place


def run(*words: object) -> tuple[int, str]:
    ran = CliRunner().invoke(app, [str(word) for word in words])
    return ran.exit_code, ran.output


def changed_table(workshop: Path, edit: Edit) -> Path:
    out = workshop.with_suffix(".csv")
    run("calendar", "export", workshop, "--to", "csv", "--out", out, "--language", "en")
    with Store.open(workshop) as store:
        out.write_bytes(edited(store.strategy(), edit))
    return out


def posts(workshop: Path) -> dict[str, Post]:
    with Store.open(workshop) as store:
        return {one.id: one for one in store.strategy().content.posts}


def test_a_changed_table_is_applied_from_the_command_line(workshop: Path) -> None:
    out = changed_table(workshop, lambda rows: rows[1].update({"Topic": "Better"}))
    status, _ = run("calendar", "import", workshop, out, "--yes")
    assert (status, posts(workshop)["p2"].title, posts(workshop)["p1"].title) == (0, "Better", "A cup")


def test_nothing_is_changed_when_somebody_says_no(workshop: Path) -> None:
    out = changed_table(workshop, lambda rows: rows[1].update({"Topic": "Better"}))
    CliRunner().invoke(app, ["calendar", "import", str(workshop), str(out)], input="n\n")
    assert posts(workshop)["p2"].title == "A cup"


def test_a_clash_is_left_as_it_is_and_taken_when_asked_for(workshop: Path) -> None:
    out = changed_table(workshop, lambda rows: rows[1].update({"Topic": "Mine"}))
    address = Address("content", "posts", "p2")
    with Store.open(workshop) as store:
        theirs = store.answer(address)
        store.save(FACILITATOR, Write("op", address, "put", {**theirs.value, "title": "Theirs"}, theirs.revision))
    run("calendar", "import", workshop, out, "--yes")
    kept = posts(workshop)["p2"].title
    run("calendar", "import", workshop, out, "--yes", "--overwrite")
    assert (kept, posts(workshop)["p2"].title) == ("Theirs", "Mine")


def test_an_export_says_what_it_left_out(workshop: Path) -> None:
    status, told = run("calendar", "export", workshop, "--to", "buffer", "--out", workshop.parent / "out")
    assert (status, "kyst-buffer-instagram-kyst.csv" in told) == (0, True)


def test_a_calendar_without_posts_is_refused_with_a_sentence(tmp_path: Path) -> None:
    place = tmp_path / "empty.workshop"
    Store.create(place).close()
    status, _ = run("calendar", "export", place)
    assert status != 0


def test_the_workbook_has_a_table_a_board_and_a_calendar_and_computes_nothing(workshop: Path) -> None:
    import openpyxl

    out = workshop.with_suffix(".xlsx")
    run("calendar", "export", workshop, "--to", "xlsx", "--out", out, "--language", "en")
    book = openpyxl.load_workbook(out)
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert (book.sheetnames, kinds & {"f", "e"}) == (["Posts", "Board", "Calendar"], set())


@pytest.mark.parametrize("hostile", FORMULAS)
def test_a_workbook_holds_hostile_text_as_text(hostile: str, tmp_path: Path) -> None:
    import openpyxl

    place = tmp_path / "h.workshop"
    Store.create(place, strategy=strategy(post(title=hostile))).close()
    run("calendar", "export", place, "--to", "xlsx", "--out", tmp_path / "h.xlsx", "--language", "en")
    book = openpyxl.load_workbook(tmp_path / "h.xlsx")
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}
