"""A fan: figures so far, the range in which they may go on, and the target on its last day."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from workshoplib.analysis.digits import two_digits
from workshoplib.charts import Chart
from workshoplib.charts.axis import Scale, month_marks, round_marks
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

_HIGH, _TOP, _LABEL = 190.0, 10.0, 96.0
_RED = "#A34700"

Point = tuple[date, float]
Spread = tuple[date, float, float, float]


def fan(
    so_far: Sequence[Point],
    ahead: Sequence[Spread],
    target: float,
    *,
    say: Words,
    title: str,
    write: Callable[[float], str] | None = None,
) -> Chart:
    """Figures so far as a line, then 10 to 90 % as a band around the middle, and the target as a dashed line.

    Raises ValueError without a forecast, for values that are no numbers and for days out of order.
    """
    write = write or say.number
    _check(so_far, ahead, target)
    highs = [value for _, *values in ahead for value in values] + [value for _, value in so_far] + [target]
    marks = round_marks(min(0.0, *highs), max(highs))
    left = max(width_of(write(mark), SMALL) for mark in marks) + 8
    days = _days_of(so_far, ahead)
    across = Scale(days[0].toordinal(), max(days[-1].toordinal(), days[0].toordinal() + 1), left, WIDTH - _LABEL - 14)
    up = Scale(marks[0], marks[-1], _TOP + _HIGH, _TOP)
    canvas = Canvas()
    for mark in marks:
        canvas.line([(left, up(mark)), (across.end, up(mark))], FAINT, width=0.8)
        canvas.words(left - 8, up(mark), write(mark), size=SMALL, colour=QUIET, side="right")
    _draw(canvas, so_far, ahead, target, across, up)
    _labels(canvas, ahead[-1], target, say, write, across, up)
    bottom = _days(canvas, across, (days[0], days[-1]), say)
    return canvas.chart(bottom, title, _alt(so_far, ahead[-1], target, say, title, write))


def _check(so_far: Sequence[Point], ahead: Sequence[Spread], target: float) -> None:
    must_be_finite([*(value for _, value in so_far), *(value for _, *values in ahead for value in values), target])
    days = _days_of(so_far, ahead)
    if not ahead or any(later <= day for day, later in pairwise(days)):
        raise ValueError("the days of a fan must be in order, each once, with some ahead")


def _days_of(so_far: Sequence[Point], ahead: Sequence[Spread]) -> list[date]:
    return [*(day for day, _ in so_far), *(spread[0] for spread in ahead)]


def _draw(
    canvas: Canvas, so_far: Sequence[Point], ahead: Sequence[Spread], target: float, across: Scale, up: Scale
) -> None:
    def place(day: date, value: float) -> tuple[float, float]:
        return across(day.toordinal()), up(value)

    spread = list(ahead)
    if so_far:
        last, value = so_far[-1]
        spread.insert(0, (last, value, value, value))
    above, below = [place(day, high) for day, _, _, high in spread], [place(day, low) for day, low, _, _ in spread]
    canvas.area([*above, *reversed(below)], shade(0.3))
    canvas.line([place(day, middle) for day, _, middle, _ in spread], BLUE, width=1.6, dashed=True)
    if so_far:
        canvas.line([place(*point) for point in so_far], INK, width=2.0)
        canvas.dot(*place(*so_far[-1]), INK, size=5)
    canvas.line([(across.start, up(target)), (across.end, up(target))], _RED, width=1.6, dashed=True)


def _known(last: Spread) -> tuple[float, float, float]:
    """What is written of a range: two digits, since nobody knows more of it."""
    _, low, middle, high = last
    return two_digits(low), two_digits(middle), two_digits(high)


def _labels(
    canvas: Canvas, last: Spread, target: float, say: Words, write: Callable[[float], str], across: Scale, up: Scale
) -> None:
    low, middle, high = _known(last)
    texts = [
        (up(target), say("Target {value}", value=write(target)), _RED, True),
        (up(high), "90 %: " + write(high), BLUE, False),
        (up(middle), "50 %: " + write(middle), BLUE, False),
        (up(low), "10 %: " + write(low), BLUE, False),
    ]
    free = 0.0
    for wanted, text, colour, bold in sorted(texts, key=lambda one: one[0]):
        named = wrapped(text, _LABEL, SMALL, bold=bold, most=2)
        tall = len(named) * SMALL * LINE
        top = max(free, min(wanted - tall / 2, _TOP + _HIGH - tall))
        canvas.line([(across.end, wanted), (across.end + 10, top + tall / 2)], colour, width=0.8, dotted=True)
        free = canvas.paragraph(WIDTH - _LABEL, top, named, size=SMALL, colour=colour, bold=bold) + 1


def _days(canvas: Canvas, across: Scale, span: tuple[date, date], say: Words) -> float:
    foot = _TOP + _HIGH
    for day, name in month_marks(*span, across, say):
        x = across(day.toordinal())
        canvas.line([(x, foot), (x, foot + 4)], QUIET, width=0.8)
        half = width_of(name, SMALL) / 2
        canvas.words(max(across.start + half, x), foot + 14, name, size=SMALL, colour=QUIET, side="center")
    return foot + 24


def _alt(
    so_far: Sequence[Point], last: Spread, target: float, say: Words, title: str, write: Callable[[float], str]
) -> str:
    day, (low, middle, high) = last[0], _known(last)
    ahead = say(
        "On {day} probably {low} to {high}, in the middle {middle}; the target is {target}.",
        day=day,
        low=write(low),
        high=write(high),
        middle=write(middle),
        target=write(target),
    )
    if not so_far:
        return say("Forecast: {title}. {ahead}", title=title, ahead=ahead)
    return say(
        "Forecast: {title}. {value} on {last}. {ahead}",
        title=title,
        value=write(so_far[-1][1]),
        last=so_far[-1][0],
        ahead=ahead,
    )
