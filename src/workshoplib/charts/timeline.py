"""A roadmap: what happens from when to when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workshoplib.charts import Chart
from workshoplib.charts.axis import Scale, month_marks
from workshoplib.charts.canvas import COLOURS, FAINT, HATCHES, INK, QUIET, SIZE, SMALL, WIDTH, Canvas, width_of, wrapped
from workshoplib.words import Words

_THICK, _GAP = 12.0, 12.0


@dataclass(frozen=True)
class Span:
    """Something that takes from its first to its last day; spans of one group look alike."""

    name: str
    first: date
    last: date
    group: str = ""


def timeline(spans: Sequence[Span], *, say: Words, title: str, today: date | None = None) -> Chart:
    """A bar for each span in the order given, months above, and a dashed line at ``today`` where it falls among them.

    Raises ValueError without spans, for one that ends before it starts, and for more groups than eyes can tell apart.
    """
    groups = _groups(spans)
    first, end = min(span.first for span in spans), max(span.last for span in spans) + timedelta(days=1)
    across = Scale(first.toordinal(), end.toordinal(), 1, WIDTH - 1)
    canvas = Canvas()
    heights = [len(wrapped(span.name, _name_room(span, say))) * SIZE * 1.3 + 3 + _THICK + _GAP for span in spans]
    top = _legend(canvas, groups)
    bottom = top + 20 + sum(heights)
    _months(canvas, across, (first, end), (top, bottom), say)
    if today and first <= today < end:
        x = across(today.toordinal())
        canvas.line([(x, top + 16), (x, bottom)], INK, width=1.4, dashed=True)
    y = top + 24
    for span, height in zip(spans, heights, strict=True):
        _span(canvas, y, span, across, groups.index(span.group), say)
        y += height
    return canvas.chart(bottom + 2, title, _alt(spans, say, title))


def _groups(spans: Sequence[Span]) -> list[str]:
    if not spans:
        raise ValueError("a timeline needs at least one span")
    for span in spans:
        if span.last < span.first:
            raise ValueError(f"“{span.name}” ends before it starts")
    groups = list(dict.fromkeys(span.group for span in spans))
    if len(groups) > len(COLOURS):
        raise ValueError(f"{len(groups)} groups are more than {len(COLOURS)}; put some together")
    return groups


def _legend(canvas: Canvas, groups: Sequence[str]) -> float:
    if groups == [""]:
        return 0.0
    x, y = 0.0, 0.0
    for number, group in enumerate(groups):
        (line,) = wrapped(group, WIDTH - 18, most=1) or ["–"]
        if x and x + 18 + width_of(line) > WIDTH:
            x, y = 0.0, y + SIZE * 1.6
        canvas.box(x, y + 2, 12, 12, COLOURS[number], hatch=HATCHES[number])
        canvas.words(x + 18, y + SIZE * 0.68, line)
        x += 34 + width_of(line)
    return y + SIZE * 2


def _months(canvas: Canvas, across: Scale, span: tuple[date, date], height: tuple[float, float], say: Words) -> None:
    top, bottom = height
    for day, name in month_marks(*span, across, say):
        x = across(day.toordinal())
        canvas.line([(x, top + 16), (x, bottom)], FAINT, width=0.8)
        half = width_of(name, SMALL) / 2
        canvas.words(
            min(max(across.start + half, x), across.end - half), top + 7, name, size=SMALL, colour=QUIET, side="center"
        )


def _dates(span: Span, say: Words) -> str:
    return say.short_date(span.first) + (f" – {say.short_date(span.last)}" if span.last > span.first else "")


def _name_room(span: Span, say: Words) -> float:
    return WIDTH - width_of(_dates(span, say), SMALL) - 14


def _span(canvas: Canvas, y: float, span: Span, across: Scale, group: int, say: Words) -> None:
    names, dates = wrapped(span.name, _name_room(span, say)), _dates(span, say)
    # The words stand on white, so that no month's line runs through them.
    canvas.box(0, y, width_of(max(names, key=width_of, default="")) + 4, len(names) * SIZE * 1.3, "#ffffff")
    dates_wide = width_of(dates, SMALL)
    canvas.box(WIDTH - dates_wide - 4, y, dates_wide + 4, SIZE * 1.3, "#ffffff")
    canvas.words(WIDTH, y + SIZE * 0.65, dates, size=SMALL, colour=QUIET, side="right")
    y = canvas.paragraph(0, y, names) + 3
    x, end = across(span.first.toordinal()), across(span.last.toordinal() + 1)
    canvas.box(x, y, max(end - x, 3), _THICK, COLOURS[group], hatch=HATCHES[group])


def _alt(spans: Sequence[Span], say: Words, title: str) -> str:
    rows = "; ".join(
        say("{name} from {first} to {last}", name=span.name, first=span.first, last=span.last) for span in spans
    )
    return say("Timeline: {title}. {rows}.", title=title, rows=rows)
