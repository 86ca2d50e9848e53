"""Ranges: how far amounts may lie apart, the best of them, and what is planned."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workshoplib.charts import Chart
from workshoplib.charts.canvas import BLUE, INK, SIZE, WIDTH, Canvas, must_be_finite, shade, width_of, wrapped
from workshoplib.words import Words

_THICK, _GAP, _MARK = 12.0, 14.0, 4.0
_BAND = shade(0.35)


@dataclass(frozen=True)
class Range:
    """An amount that is best, the range in which it may lie, and the one that is planned."""

    name: str
    low: float
    best: float
    high: float
    planned: float


def ranges(
    drawn: Sequence[Range],
    *,
    say: Words,
    title: str,
    names: tuple[str, str, str],
    write: Callable[[float], str] | None = None,
) -> Chart:
    """A band for each range, a filled mark at the best amount and a hollow one at the planned.

    ``names`` says what band, filled and hollow mark stand for. Raises ValueError without ranges, and for one that is
    negative, no number or in the wrong order.
    """
    write = write or say.number
    _check(drawn)
    most = max(max(one.high, one.best, one.planned) for one in drawn) or 1.0
    canvas = Canvas()
    y = _key(canvas, names)
    for one in drawn:
        y = _row(canvas, y, one, most, write) + _GAP
    return canvas.chart(y - _GAP + _MARK, title, _alt(drawn, say, title, names, write))


def _check(drawn: Sequence[Range]) -> None:
    must_be_finite([value for one in drawn for value in (one.low, one.best, one.high, one.planned)], at_least=0)
    for one in drawn:
        if one.low > one.high:
            raise ValueError(f"the range of “{one.name}” ends before it starts")


def _key(canvas: Canvas, names: tuple[str, str, str]) -> float:
    y = 0.0
    band, filled, hollow = names
    for number, text in enumerate((band, filled, hollow)):
        middle = y + SIZE * 0.65
        if number == 0:
            canvas.box(0, middle - _THICK / 2, 18, _THICK, _BAND)
        else:
            canvas.dot(9, middle, INK if number == 2 else BLUE, hollow=number == 2)
        y = canvas.paragraph(26, y, wrapped(text, WIDTH - 26)) + 2
    return y + _GAP / 2


def _row(canvas: Canvas, y: float, one: Range, most: float, write: Callable[[float], str]) -> float:
    written = write(one.best)
    canvas.words(WIDTH, y + SIZE * 0.65, written, side="right", bold=True)
    y = canvas.paragraph(0, y, wrapped(one.name, WIDTH - width_of(written, bold=True) - 12)) + 4
    room = WIDTH - 2 * _MARK

    def at(value: float) -> float:
        return _MARK + value / most * room

    canvas.box(0, y, WIDTH, _THICK, "#f2f6f7")
    canvas.box(at(one.low), y, max(at(one.high) - at(one.low), 1), _THICK, _BAND)
    canvas.dot(at(one.planned), y + _THICK / 2, INK, hollow=True)
    canvas.dot(at(one.best), y + _THICK / 2, BLUE, size=6)
    return y + _THICK


def _alt(
    drawn: Sequence[Range], say: Words, title: str, names: tuple[str, str, str], write: Callable[[float], str]
) -> str:
    band, filled, hollow = names
    rows = "; ".join(
        say(
            "{name}: {filled} {best}, {band} {low} to {high}, {hollow} {planned}",
            name=one.name,
            filled=filled,
            best=write(one.best),
            band=band,
            low=write(one.low),
            high=write(one.high),
            hollow=hollow,
            planned=write(one.planned),
        )
        for one in drawn
    )
    return say("Ranges: {title}. {rows}.", title=title, rows=rows)
