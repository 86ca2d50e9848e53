"""Curves: what comes back for what is spent, with the range it may lie in and the figures that it was drawn through."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workshoplib.charts import Chart
from workshoplib.charts.axis import Scale, round_marks
from workshoplib.charts.canvas import (
    BLUE,
    FAINT,
    INK,
    LINE,
    QUIET,
    SMALL,
    WIDTH,
    Canvas,
    must_be_finite,
    shade,
    width_of,
    wrapped,
)
from workshoplib.words import Words

_HIGH, _TOP, _LABEL, _APART = 210.0, 22.0, 104.0, 10.0
_DARK = (BLUE, "#A34700", "#00734F", "#8A4A70")


@dataclass(frozen=True)
class Curve:
    """A named line through points from left to right; a filled and a hollow mark stand on it."""

    name: str
    points: Sequence[tuple[float, float]]
    filled: tuple[float, float] | None = None
    hollow: tuple[float, float] | None = None
    band: Sequence[tuple[float, float, float]] = ()
    """Places with the lowest and highest value; drawn for a single curve."""
    seen: Sequence[tuple[float, float]] = ()
    """Figures that were observed."""


def curves(
    drawn: Sequence[Curve],
    *,
    say: Words,
    title: str,
    across: tuple[str, Callable[[float], str]],
    up: tuple[str, Callable[[float], str]],
) -> Chart:
    """Up to four curves with their names at the end; ``across`` and ``up`` name the axes and say their values.

    Raises ValueError without points, for values that are no numbers or negative, and for more than four curves.
    """
    _check(drawn)
    xs, ys = _values(drawn)
    up_marks, across_marks = round_marks(0.0, max(ys)), round_marks(0.0, max(xs), 3)
    left = max(width_of(up[1](mark), SMALL) for mark in up_marks) + 8
    label = _LABEL if len(drawn) > 1 else 8.0
    to_x = Scale(0.0, across_marks[-1], left, WIDTH - label - 14)
    to_y = Scale(0.0, up_marks[-1], _TOP + _HIGH, _TOP)
    canvas = Canvas()
    canvas.words(0, 7, up[0], size=SMALL, colour=QUIET)
    for mark in up_marks:
        canvas.line([(left, to_y(mark)), (to_x.end, to_y(mark))], FAINT, width=0.8)
        canvas.words(left - 8, to_y(mark), up[1](mark), size=SMALL, colour=QUIET, side="right")
    bottom = _foot(canvas, to_x, across_marks, across)
    for curve, colour in zip(drawn, _DARK, strict=False):
        _draw(canvas, curve, colour, to_x, to_y)
    if len(drawn) > 1:
        _labels(canvas, drawn, to_x, to_y)
    return canvas.chart(bottom, title, _alt(drawn, say, title, across[1], up[1]))


def _check(drawn: Sequence[Curve]) -> None:
    must_be_finite([value for curve in drawn for point in curve.points for value in point], at_least=0)
    if len(drawn) > len(_DARK):
        raise ValueError(f"{len(drawn)} curves are more than {len(_DARK)}; draw two charts")
    if not all(curve.points for curve in drawn):
        raise ValueError("a curve needs points")


def _values(drawn: Sequence[Curve]) -> tuple[list[float], list[float]]:
    points = [point for curve in drawn for point in (*curve.points, *curve.seen)]
    tops = [high for curve in drawn for _, _, high in curve.band]
    return [x for x, _ in points], [*(y for _, y in points), *tops]


def _foot(canvas: Canvas, to_x: Scale, marks: Sequence[float], across: tuple[str, Callable[[float], str]]) -> float:
    foot, free = _TOP + _HIGH, 0.0
    for mark in marks:
        x, name = to_x(mark), across[1](mark)
        canvas.line([(x, foot), (x, foot + 4)], QUIET, width=0.8)
        half = width_of(name, SMALL) / 2
        middle = min(max(half, x), WIDTH - half)
        if middle - half >= free:
            canvas.words(middle, foot + 14, name, size=SMALL, colour=QUIET, side="center")
            free = middle + half + _APART
    canvas.words(to_x.end, foot + 30, across[0], size=SMALL, colour=QUIET, side="right")
    return foot + 40


def _draw(canvas: Canvas, curve: Curve, colour: str, to_x: Scale, to_y: Scale) -> None:
    if curve.band:
        above = [(to_x(x), to_y(high)) for x, _, high in curve.band]
        below = [(to_x(x), to_y(low)) for x, low, _ in reversed(curve.band)]
        canvas.area([*above, *below], shade(0.25, colour))
    canvas.line([(to_x(x), to_y(y)) for x, y in curve.points], colour, width=2.2)
    for x, y in curve.seen:
        canvas.dot(to_x(x), to_y(y), INK, size=4)
    for mark, hollow in ((curve.hollow, True), (curve.filled, False)):
        if mark:
            canvas.dot(to_x(mark[0]), to_y(mark[1]), colour, hollow=hollow)


def _labels(canvas: Canvas, drawn: Sequence[Curve], to_x: Scale, to_y: Scale) -> None:
    ends = [(to_y(curve.points[-1][1]), curve, colour) for curve, colour in zip(drawn, _DARK, strict=False)]
    free = 0.0
    for wanted, curve, colour in sorted(ends, key=lambda end: end[0]):
        name = wrapped(curve.name, _LABEL, SMALL, most=3)
        tall = len(name) * SMALL * LINE
        top = max(free, min(wanted - tall / 2, _TOP + _HIGH - tall))
        x = to_x(curve.points[-1][0])
        canvas.line([(x, wanted), (to_x.end + 10, top + tall / 2)], colour, width=0.8, dotted=True)
        free = canvas.paragraph(WIDTH - _LABEL, top, name, size=SMALL, colour=colour) + 4


def _alt(
    drawn: Sequence[Curve], say: Words, title: str, across: Callable[[float], str], up: Callable[[float], str]
) -> str:
    rows = "; ".join(
        say(
            "{name}: {half} for {half_spend}, {whole} for {whole_spend}",
            name=curve.name,
            half=up(half[1]),
            half_spend=across(half[0]),
            whole=up(whole[1]),
            whole_spend=across(whole[0]),
        )
        for curve in drawn
        for whole in [curve.points[-1]]
        for half in [min(curve.points, key=lambda point: abs(2 * point[0] - whole[0]))]
    )
    return say("Curves: {title}. {rows}.", title=title, rows=rows)
