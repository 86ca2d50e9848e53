"""Bars: a few amounts beside each other, and whether they stay within a limit."""

from collections.abc import Callable, Sequence

from workshoplib.charts import Chart
from workshoplib.charts.canvas import BLUE, FAINT, INK, RED, SIZE, WIDTH, Canvas, must_be_finite, width_of, wrapped
from workshoplib.words import Words

_THICK, _GAP, _OVERHANG = 14.0, 12.0, 3.0


def bars(
    amounts: Sequence[tuple[str, float]],
    *,
    say: Words,
    title: str,
    write: Callable[[float], str] | None = None,
    limit: tuple[str, float] | None = None,
    full: float = 0.0,
) -> Chart:
    """A bar for each (name, amount); one beyond the named limit is hatched. ``write`` says an amount in words.

    The longest bar fills the width, unless ``full`` says what would (100 for shares).

    Raises ValueError without amounts, and for one that is negative or no number.
    """
    write = write or say.number
    highest = max(*_checked(amounts, limit), full) or 1.0
    canvas = Canvas()
    y = 0.0
    if limit:
        canvas.line([(_OVERHANG, y + 1), (_OVERHANG, y + SIZE + 3)], width=1.6, dashed=True)
        named = wrapped(f"{limit[0]}: {write(limit[1])}", WIDTH - 14)
        y = canvas.paragraph(14, y, named) + _GAP
    for name, amount in amounts:
        y = _bar(canvas, y, (name, amount, write(amount)), limit[1] if limit else None, highest) + _GAP
    return canvas.chart(y - _GAP + _OVERHANG, title, _alt(amounts, say, title, write, limit))


def _checked(amounts: Sequence[tuple[str, float]], limit: tuple[str, float] | None) -> list[float]:
    values = [amount for _, amount in amounts]
    must_be_finite(values, at_least=0)
    if not limit:
        return values
    must_be_finite([limit[1]], at_least=0)
    return [*values, limit[1]]


def _bar(canvas: Canvas, y: float, row: tuple[str, float, str], limit: float | None, highest: float) -> float:
    name, amount, written = row
    # Name and amount stand above the bar: there is room for the longest word, and the limit strikes through neither.
    value_room = width_of(written, bold=True)
    canvas.words(WIDTH, y + SIZE * 0.65, written, side="right", bold=True)
    y = canvas.paragraph(0, y, wrapped(name, WIDTH - value_room - 12)) + 4
    over = limit is not None and amount > limit
    canvas.box(0, y, WIDTH, _THICK, "#f2f6f7")
    canvas.box(0, y, amount / highest * WIDTH, _THICK, RED if over else BLUE, hatch="////" if over else "")
    if limit is not None:
        at = min(limit / highest * WIDTH, WIDTH - 1)
        canvas.line([(at, y - _OVERHANG), (at, y + _THICK + _OVERHANG)], INK, width=1.6, dashed=True)
    canvas.line([(0, y), (0, y + _THICK)], FAINT)
    return y + _THICK


def _alt(
    amounts: Sequence[tuple[str, float]],
    say: Words,
    title: str,
    write: Callable[[float], str],
    limit: tuple[str, float] | None,
) -> str:
    rows = "; ".join(f"{name} {write(amount)}" for name, amount in amounts)
    if not limit:
        return say("Bars: {title}. {rows}.", title=title, rows=rows)
    return say(
        "Bars: {title}. {rows}. The line marks {limit}: {value}.",
        title=title,
        rows=rows,
        limit=limit[0],
        value=write(limit[1]),
    )
