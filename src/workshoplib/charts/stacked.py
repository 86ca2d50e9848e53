"""Stacked bars: how a whole divides into shares."""

from collections.abc import Sequence

from workshoplib.charts import Chart
from workshoplib.charts.canvas import (
    COLOURS,
    GROUND,
    HATCHES,
    SIZE,
    SMALL,
    WIDTH,
    Canvas,
    contrast,
    must_be_finite,
    width_of,
    wrapped,
)
from workshoplib.words import Words

_THICK, _GAP, _SWATCH = 24.0, 12.0, 18.0


def stacked(rows: Sequence[tuple[str, Sequence[float]]], parts: Sequence[str], *, say: Words, title: str) -> Chart:
    """A bar for each (name, amounts), cut into the named parts' shares of its sum.

    Raises ValueError without rows or for one whose amounts are none, negative, all nought or not one for each part,
    and for more parts than eyes can tell apart.
    """
    if len(parts) > len(COLOURS):
        raise ValueError(f"{len(parts)} parts are more than {len(COLOURS)}; put the smallest ones together")
    shares = [(name, _shares(amounts, len(parts))) for name, amounts in rows]
    must_be_finite([share for _, row in shares for share in row])
    canvas = Canvas()
    y = _legend(canvas, parts, shares, say)
    for name, row in shares:
        y += _GAP
        if name:
            y = canvas.paragraph(0, y, wrapped(name, WIDTH)) + 3
        y = _bar(canvas, y, row, say)
    return canvas.chart(y, title, _alt(shares, parts, say, title))


def _shares(amounts: Sequence[float], parts: int) -> list[float]:
    must_be_finite(amounts, at_least=0)
    total = sum(amounts)
    if len(amounts) != parts or not total:
        raise ValueError(f"{list(amounts)} cannot be divided into {parts} shares")
    return [amount / total for amount in amounts]


def _legend(canvas: Canvas, parts: Sequence[str], shares: Sequence[tuple[str, list[float]]], say: Words) -> float:
    x, y = 0.0, 0.0
    for number, part in enumerate(parts):
        # With one bar only, the legend is the place for the figures: there each of them fits.
        text = f"{part} {say.percent(shares[0][1][number] * 100, 0)}" if len(shares) == 1 else part
        (line,) = wrapped(text, WIDTH - _SWATCH, most=1) or [""]
        wide = _SWATCH + width_of(line)
        if x and x + wide > WIDTH:
            x, y = 0.0, y + SIZE * 1.6
        canvas.box(x, y + 2, 12, 12, COLOURS[number], hatch=HATCHES[number])
        canvas.words(x + _SWATCH, y + SIZE * 0.68, line)
        x += wide + 16
    return y + SIZE * 1.4


def _bar(canvas: Canvas, y: float, shares: Sequence[float], say: Words) -> float:
    x = 0.0
    for number, share in enumerate(shares):
        wide = share * WIDTH
        colour, written = COLOURS[number], say.percent(share * 100, 0)
        canvas.box(x, y, wide, _THICK, colour, hatch=HATCHES[number], edge=GROUND)
        room = width_of(written, SMALL, bold=True) + 8
        if wide >= room:
            middle = x + wide / 2
            if HATCHES[number]:
                canvas.box(middle - room / 2 + 1, y + 4, room - 2, _THICK - 8, colour)
            canvas.words(middle, y + _THICK / 2, written, size=SMALL, side="center", bold=True, colour=contrast(colour))
        x += wide
    return y + _THICK


def _alt(shares: Sequence[tuple[str, list[float]]], parts: Sequence[str], say: Words, title: str) -> str:
    rows = "; ".join(
        f"{name}: ".removeprefix(": ")
        + ", ".join(f"{part} {say.percent(share * 100, 0)}" for part, share in zip(parts, row, strict=True))
        for name, row in shares
    )
    return say("Shares: {title}. {rows}.", title=title, rows=rows)
