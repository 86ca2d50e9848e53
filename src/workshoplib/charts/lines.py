"""Lines over time: the path to a target, and where the figure is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from workshoplib.charts import Chart
from workshoplib.charts.axis import Scale, month_marks, round_marks
from workshoplib.charts.canvas import BLUE, FAINT, LINE, QUIET, SMALL, WIDTH, Canvas, must_be_finite, width_of, wrapped
from workshoplib.words import Words

_HIGH, _TOP, _LABEL = 210.0, 10.0, 104.0
_DARK = (BLUE, "#A34700", "#00734F", "#8A4A70")
"""Okabe and Ito's blue, red, green and purple, darkened so far that words in them are readable on white."""


@dataclass(frozen=True)
class Line:
    """A named line; a planned one is dashed, with a hollow mark at each milestone."""

    name: str
    points: Sequence[tuple[date, float]]
    planned: bool = False


def lines(drawn: Sequence[Line], *, say: Words, title: str, write: Callable[[float], str] | None = None) -> Chart:
    """A line for each series, its name and last value at its end. ``write`` says a value in words.

    Raises ValueError without points, for a value that is no number, for days out of order and for more than four lines.
    """
    write = write or say.number
    _check(drawn)
    marks = round_marks(*_ends([value for line in drawn for _, value in line.points]))
    left = max(width_of(write(mark), SMALL) for mark in marks) + 8
    days = [day for line in drawn for day, _ in line.points]
    first, last = min(days), max(days)
    across = Scale(first.toordinal(), max(last.toordinal(), first.toordinal() + 1), left, WIDTH - _LABEL - 14)
    up = Scale(marks[0], marks[-1], _TOP + _HIGH, _TOP)
    canvas = Canvas()
    for mark in marks:
        canvas.line([(left, up(mark)), (WIDTH - _LABEL - 8, up(mark))], FAINT, width=0.8)
        canvas.words(left - 8, up(mark), write(mark), size=SMALL, colour=QUIET, side="right")
    bottom = _days(canvas, across, (first, last), say)
    _labels(canvas, drawn, across, up, write)
    for line, colour in zip(drawn, _DARK, strict=False):
        _draw(canvas, [(across(day.toordinal()), up(value)) for day, value in line.points], line, colour)
    return canvas.chart(bottom, title, _alt(drawn, say, title, write))


def _check(drawn: Sequence[Line]) -> None:
    must_be_finite([value for line in drawn for _, value in line.points])
    if len(drawn) > len(_DARK):
        raise ValueError(f"{len(drawn)} lines are more than {len(_DARK)}; draw two charts")
    for line in drawn:
        if not line.points or any(later[0] <= day[0] for day, later in zip(line.points, line.points[1:], strict=False)):
            raise ValueError(f"the days of “{line.name}” must be in order, each once")


def _ends(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    # From nought unless all values lie far from it: a path from 10,000 to 10,500 would else be a flat line.
    return (low, high) if low > 0 and high - low < 0.5 * high else (min(low, 0.0), max(high, 0.0))


def _days(canvas: Canvas, across: Scale, span: tuple[date, date], say: Words) -> float:
    foot = _TOP + _HIGH
    for day, name in month_marks(*span, across, say):
        x = across(day.toordinal())
        canvas.line([(x, foot), (x, foot + 4)], QUIET, width=0.8)
        half = width_of(name, SMALL) / 2
        canvas.words(max(across.start + half, x), foot + 14, name, size=SMALL, colour=QUIET, side="center")
    return foot + 24


def _draw(canvas: Canvas, points: Sequence[tuple[float, float]], line: Line, colour: str) -> None:
    canvas.line(points, colour, width=2.2, dashed=line.planned)
    for x, y in points if line.planned else points[-1:]:
        canvas.dot(x, y, colour, hollow=line.planned)


def _labels(canvas: Canvas, drawn: Sequence[Line], across: Scale, up: Scale, write: Callable[[float], str]) -> None:
    texts = [
        (up(line.points[-1][1]), wrapped(line.name, _LABEL, SMALL), line, colour)
        for line, colour in zip(drawn, _DARK, strict=False)
    ]
    free = 0.0
    for wanted, name, line, colour in sorted(texts, key=lambda text: text[0]):
        end, value = line.points[-1]
        written = wrapped(write(value), _LABEL, bold=True, most=1)
        tall = (len(name) * SMALL + 12) * LINE
        top = max(free, min(wanted - tall / 2, _TOP + _HIGH - tall))
        canvas.line([(across(end.toordinal()), wanted), (across.end + 8, wanted)], colour, width=0.8, dotted=True)
        x = WIDTH - _LABEL
        free = canvas.paragraph(x, canvas.paragraph(x, top, name, size=SMALL, colour=colour), written, bold=True) + 4


def _alt(drawn: Sequence[Line], say: Words, title: str, write: Callable[[float], str]) -> str:
    rows = "; ".join(
        say(
            "{name} from {first} on {start} to {last} on {end}",
            name=line.name,
            first=write(line.points[0][1]),
            start=line.points[0][0],
            last=write(line.points[-1][1]),
            end=line.points[-1][0],
        )
        for line in drawn
    )
    return say("Lines over time: {title}. {rows}.", title=title, rows=rows)
