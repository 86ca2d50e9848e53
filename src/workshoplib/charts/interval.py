"""Intervals: a difference with the range in which it may truly lie, beside the line of no difference."""

from collections.abc import Callable, Sequence

from workshoplib.charts import Chart
from workshoplib.charts.axis import Scale, round_marks
from workshoplib.charts.canvas import (
    BLUE,
    FAINT,
    INK,
    QUIET,
    SIZE,
    SMALL,
    WIDTH,
    Canvas,
    must_be_finite,
    width_of,
    wrapped,
)
from workshoplib.words import Words

_GAP, _ROOM = 10.0, 24.0


def intervals(
    rows: Sequence[tuple[str, float, float, float]],
    *,
    say: Words,
    title: str,
    sides: tuple[str, str],
    write: Callable[[float], str] | None = None,
) -> Chart:
    """A line from low to high with a dot for each (name, low, middle, high), and a dashed line at nought.

    ``sides`` says what lies left and right of nought. Raises ValueError without rows, for what is no number, and for a
    middle outside its ends.
    """
    write = write or say.number
    _check(rows)
    ends = [end for _, low, _, high in rows for end in (low, high)]
    marks = round_marks(min(*ends, 0.0), max(*ends, 0.0))
    half = max(width_of(write(mark), SMALL) for mark in marks) / 2 + 2
    across = Scale(marks[0], marks[-1], half, WIDTH - half)
    canvas = Canvas()
    names = [
        wrapped(f"{name}: {write(middle)} ({write(low)} – {write(high)})", WIDTH) for name, low, middle, high in rows
    ]
    top = SMALL * 2.8
    foot = top + sum(len(lines) * SIZE * 1.3 + _ROOM + _GAP for lines in names)
    _ground(canvas, across, marks, (top, foot), sides, write)
    y = top
    for lines, (_, low, middle, high) in zip(names, rows, strict=True):
        canvas.box(0, y, max(map(width_of, lines)) + 4, len(lines) * SIZE * 1.3, "#ffffff")
        y = canvas.paragraph(0, y, lines) + _ROOM / 2
        canvas.line([(across(low), y), (across(high), y)], BLUE, width=3)
        for end in (low, high):
            canvas.line([(across(end), y - 5), (across(end), y + 5)], BLUE, width=2)
        canvas.dot(across(middle), y, BLUE)
        y += _ROOM / 2 + _GAP
    return canvas.chart(foot + 20, title, _alt(rows, say, title, write))


def _check(rows: Sequence[tuple[str, float, float, float]]) -> None:
    must_be_finite([value for _, *values in rows for value in values])
    for name, low, middle, high in rows:
        if not low <= middle <= high:
            raise ValueError(f"the middle of “{name}” lies outside its ends")


def _ground(
    canvas: Canvas,
    across: Scale,
    marks: Sequence[float],
    height: tuple[float, float],
    sides: tuple[str, str],
    write: Callable[[float], str],
) -> None:
    top, foot = height
    for mark in marks:
        canvas.line([(across(mark), top), (across(mark), foot)], FAINT, width=0.8)
        canvas.words(across(mark), foot + 10, write(mark), size=SMALL, colour=QUIET, side="center")
    nought = across(0.0)
    canvas.line([(nought, top - 4), (nought, foot)], INK, width=1.6, dashed=True)
    left, right = (f"← {sides[0]}", f"{sides[1]} →")
    # One below the other, because nought may lie at an edge, where only one of them would fit.
    canvas.words(max(nought - 6, width_of(left, SMALL)), SMALL * 0.65, left, size=SMALL, side="right")
    canvas.words(min(nought + 6, WIDTH - width_of(right, SMALL)), SMALL * 1.95, right, size=SMALL)


def _alt(rows: Sequence[tuple[str, float, float, float]], say: Words, title: str, write: Callable[[float], str]) -> str:
    told = "; ".join(
        say(
            "{name} {middle}, truly between {low} and {high}",
            name=name,
            middle=write(middle),
            low=write(low),
            high=write(high),
        )
        for name, low, middle, high in rows
    )
    return say("Intervals: {title}. {rows}.", title=title, rows=told)
