"""CSV text that spreadsheets read as text: no cell of it is ever taken for a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for the machine's own letters."""

_STARTS_FORMULA = re.compile(r"[\s\x00\u200b-\u200f\u2060\ufeff\"]*[=+\-@＝＋－＠]")
_IS_NUMBER_OR_NAME = re.compile(r"[+\-]?\d+([.,]\d+)?|\+\d[\d ]*|@\w[\w.]*(\s[^|!(=+\-*/]*)?")
"""What starts like a formula and is none: a figure, a telephone number, an @handle with or without words after it."""


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet might compute this cell."""
    return bool(_STARTS_FORMULA.match(cell)) and not _IS_NUMBER_OR_NAME.fullmatch(cell)


def guarded(cell: str) -> str:
    """The cell with an apostrophe before it where it might be computed, or begins with one itself."""
    return f"'{cell}" if is_formula(cell) or cell.startswith("'") or _is_control(cell[:1]) else cell


def unguarded(cell: str) -> str:
    """What was written before ``guarded``."""
    return cell[1:] if cell.startswith("'") and guarded(cell[1:]) == cell else cell


def spaced(cell: str) -> str:
    """The cell with a space before it where it might be computed: what a publishing tool trims off again."""
    return f" {cell}" if is_formula(cell) or _is_control(cell[:1]) else cell


def csv_text(rows: Iterable[Sequence[str]], *, delimiter: str = ",") -> str:
    """Rows as CSV (RFC 4180): lines end with CR LF, cells are quoted where they need be."""
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return file.getvalue()


def _is_control(letter: str) -> bool:
    return letter in {"\t", "\r", "\n", "\0"} if letter else False
