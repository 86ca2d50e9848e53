"""A grid of rows and columns, darker where there is more."""

from collections.abc import Callable, Sequence

from workshoplib.charts import Chart
from workshoplib.charts.canvas import (
    GROUND,
    LINE,
    SIZE,
    SMALL,
    WIDTH,
    Canvas,
    contrast,
    must_be_finite,
    shade,
    width_of,
    wrapped,
)
from workshoplib.words import Words

_NAMES = 0.36
"""The most that the rows' names may take of the width."""

_TALLEST = 110.0
_CELL = 28.0


def heat(
    rows: Sequence[str],
    columns: Sequence[str],
    cells: Sequence[Sequence[float | None]],
    *,
    say: Words,
    title: str,
    write: Callable[[float], str] | None = None,
) -> Chart:
    """A cell for each row and column with its value as ``write`` says it; None leaves a cell blank.

    Raises ValueError for a grid without values, with a negative one or one that is no number, and for cells that do
    not match the rows and columns.
    """
    write = write or say.number
    values = [value for row in cells for value in row if value is not None]
    must_be_finite(values, at_least=0)
    if len(cells) != len(rows) or any(len(row) != len(columns) for row in cells):
        raise ValueError("the cells must match the rows and columns")
    left = min(max(width_of(name) for name in rows) + 10, WIDTH * _NAMES)
    wide = (WIDTH - left) / len(columns)
    size = min(_fitting(write(value), wide) for value in values)
    canvas = Canvas()
    y = _heads(canvas, columns, left, wide)
    for name, row in zip(rows, cells, strict=True):
        names = wrapped(name, left - 10, most=3)
        high = max(_CELL, len(names) * SIZE * LINE + 6)
        canvas.paragraph(0, y + (high - len(names) * SIZE * LINE) / 2, names)
        for number, value in enumerate(row):
            _cell(canvas, (left + number * wide, y, wide, high), value, max(values), (write, size))
        y += high
    return canvas.chart(y, title, _alt(rows, columns, cells, say, title, write))


def _fitting(text: str, room: float) -> float:
    """The largest size in which the text fits; 0 where it would be too small to read."""
    return next((size for size in (SIZE, SMALL, 9.0, 8.0) if width_of(text, size) <= room - 4), 0.0)


def _heads(canvas: Canvas, columns: Sequence[str], left: float, wide: float) -> float:
    across = [wrapped(name, wide - 4, SMALL, most=9) for name in columns]
    # Whole words side by side where they fit; else all are turned, none is broken.
    if all(len(lines) <= 2 and not any(line.endswith("-") for line in lines) for lines in across):
        high = max(len(lines) for lines in across) * SMALL * LINE
        for number, lines in enumerate(across):
            middle = left + (number + 0.5) * wide
            canvas.paragraph(middle, high - len(lines) * SMALL * LINE, lines, size=SMALL, side="center")
        return high + 4
    turned = [(wrapped(name, _TALLEST, SMALL, most=1) or [""])[0] for name in columns]
    high = max(width_of(line, SMALL) for line in turned)
    for number, line in enumerate(turned):
        canvas.words(left + (number + 0.5) * wide + SMALL * 0.4, high, line, size=SMALL, upright=True)
    return high + 6


def _cell(
    canvas: Canvas,
    place: tuple[float, float, float, float],
    value: float | None,
    highest: float,
    written: tuple[Callable[[float], str], float],
) -> None:
    x, y, wide, high = place
    if value is None:
        canvas.box(x, y, wide, high, GROUND, edge="#d3dde0")
        return
    write, size = written
    colour = shade(value / highest if highest else 0.0)
    canvas.box(x, y, wide, high, colour, edge=GROUND)
    if size:
        canvas.words(x + wide / 2, y + high / 2, write(value), size=size, side="center", colour=contrast(colour))


def _alt(
    rows: Sequence[str],
    columns: Sequence[str],
    cells: Sequence[Sequence[float | None]],
    say: Words,
    title: str,
    write: Callable[[float], str],
) -> str:
    """Each row with what is in it, as a reader of the grid would say it aloud; blanks and noughts are left out."""
    told = [
        f"{name}: " + ", ".join(f"{column} {write(value)}" for column, value in zip(columns, row, strict=True) if value)
        for name, row in zip(rows, cells, strict=True)
        if any(row)
    ]
    return say("Grid: {title}. {rows}.", title=title, rows="; ".join(told) or say.number(0))
