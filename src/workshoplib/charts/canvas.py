"""The ground that all charts are drawn on: one width, one typeface, colours that survive a grey printer.

A chart places lines, boxes and words itself, in points from the upper left corner, and measures words before it places
them. matplotlib only draws: without axes and layout it is several times faster, and what does not overlap here does not
overlap anywhere. The typeface comes with matplotlib and is drawn as outlines, so the same data give the same bytes.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from io import StringIO
from math import isfinite
from typing import Any, Literal
from unicodedata import category

from workshoplib.charts import Chart

WIDTH = 390.0
"""The width of every chart in points: words of size 12 stay readable when a phone shows it at 358 pixels."""

SIZE = 12.0
SMALL = 10.5
LINE = 1.3
"""The height of a line of words, as a multiple of their size."""

INK = "#17252b"
QUIET = "#4b5d66"
FAINT = "#d3dde0"
GROUND = "#ffffff"

COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#000000")
"""Okabe and Ito's colours, told apart by nearly everybody, in an order in which dark and light ones alternate."""

BLUE, ORANGE, GREEN, PURPLE, SKY, RED, YELLOW, BLACK = COLOURS

HATCHES = ("", "////", "", "----", "", "\\\\\\\\", "", "||||")
"""Patterns that go with ``COLOURS``, for a grey printer."""

Side = Literal["left", "center", "right"]

_FONT = "DejaVu Sans"
_FIRM = "\u00a0\u202f"
"""Spaces at which no line breaks: within "12 500 kr"."""

_SETTINGS: Any = {"svg.hashsalt": "workshoplib", "svg.fonttype": "path", "hatch.linewidth": 0.6, "path.simplify": False}


class Canvas:
    """A sheet ``WIDTH`` wide that is as high as what was put on it; y grows downwards."""

    def __init__(self) -> None:
        from matplotlib.figure import Figure
        from matplotlib.transforms import Affine2D

        self._figure = Figure(dpi=72)
        self._place = Affine2D()
        self._order = 0

    def words(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = SIZE,
        colour: str = INK,
        side: Side = "left",
        bold: bool = False,
        upright: bool = False,
    ) -> None:
        """A line of words with its middle at height ``y``; ``upright`` turns it to be read from below."""
        from matplotlib.text import Text

        self._add(
            Text(
                x,
                y,
                drawable(text),
                fontproperties=_font(size, bold),
                color=colour,
                horizontalalignment="center" if upright else side,
                verticalalignment="bottom" if upright else "center_baseline",
                rotation=90 if upright else 0,
                parse_math=False,
            )
        )

    def paragraph(self, x: float, y: float, lines: Sequence[str], *, size: float = SIZE, **style: Any) -> float:
        """Lines of words downwards from ``y``; the height at which they end."""
        for number, line in enumerate(lines):
            self.words(x, y + (number + 0.5) * size * LINE, line, size=size, **style)
        return y + len(lines) * size * LINE

    def box(
        self, x: float, y: float, width: float, height: float, colour: str, *, hatch: str = "", edge: str = "none"
    ) -> None:
        """A filled box with its upper left corner at ``x``, ``y``."""
        from matplotlib.patches import Rectangle

        self._add(Rectangle((x, y), width, height, facecolor=colour, edgecolor=edge, linewidth=0.8))
        if hatch:
            stroke = contrast(colour)
            self._add(
                Rectangle((x, y), width, height, fill=False, hatch=hatch, edgecolor=stroke, linewidth=0, alpha=0.35)
            )

    def line(
        self,
        points: Sequence[tuple[float, float]],
        colour: str = INK,
        *,
        width: float = 1.0,
        dashed: bool = False,
        dotted: bool = False,
    ) -> None:
        """A line through points."""
        from matplotlib.lines import Line2D

        xs, ys = zip(*points, strict=True)
        drawn = Line2D(xs, ys, color=colour, linewidth=width, solid_joinstyle="round")
        if dashed or dotted:
            drawn.set_dashes((4, 2.5) if dashed else (1, 2))
        self._add(drawn)

    def area(self, points: Sequence[tuple[float, float]], colour: str) -> None:
        """A filled shape through points."""
        from matplotlib.patches import Polygon

        self._add(Polygon(points, closed=True, facecolor=colour, edgecolor="none"))

    def dot(self, x: float, y: float, colour: str, *, hollow: bool = False, size: float = 7.0) -> None:
        """A round mark."""
        from matplotlib.lines import Line2D

        drawn = Line2D([x], [y], marker="o", markersize=size, linestyle="none", color=colour, markeredgewidth=1.8)
        drawn.set_markerfacecolor(GROUND if hollow else colour)
        self._add(drawn)

    def chart(self, height: float, title: str, alt: str) -> Chart:
        """What was drawn, cut off at ``height``."""
        from matplotlib import rc_context

        self._figure.set_size_inches(WIDTH / 72, height / 72)
        self._place.clear().scale(1, -1).translate(0, height)
        described = {"Title": drawable(title), "Description": drawable(alt), "Date": None, "Creator": None}
        drawn = StringIO()
        with rc_context(_SETTINGS):
            self._figure.savefig(drawn, format="svg", facecolor=GROUND, metadata=described)
        return Chart(drawn.getvalue(), alt)

    def _add(self, artist: Any) -> None:
        # matplotlib draws by kind unless told the order; later things lie on top here.
        self._order += 1
        artist.set(transform=self._place, zorder=self._order, clip_on=False)
        self._figure.add_artist(artist)


def drawable(text: str) -> str:
    """The text on one line, without what the typeface cannot draw (most emoji) and what turns or hides letters."""
    glyph = _glyphs()
    kept = (" " if letter.isspace() and letter not in _FIRM else letter for letter in text if not _invisible(letter))
    return re.sub(" +", " ", "".join(letter if glyph(ord(letter)) else " " for letter in kept)).strip(" ")


def width_of(text: str, size: float = SIZE, *, bold: bool = False) -> float:
    """How wide a line of words will be, in points."""
    from matplotlib.textpath import text_to_path

    shown = drawable(text)
    if not shown:
        return 0.0
    width, _, _ = text_to_path.get_text_width_height_descent(shown, _font(size, bold), ismath=False)
    return float(width)


def wrapped(text: str, room: float, size: float = SIZE, *, most: int = 4, bold: bool = False) -> list[str]:
    """The text in lines no wider than ``room``: a word too long for a line is broken, a text of too many lines cut."""
    lines: list[str] = [""]
    for word in _pieces(drawable(text), room, size, bold=bold):
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    lines = [line for line in lines if line]
    if len(lines) > most:
        return [*lines[: most - 1], _cut(lines[most - 1], room, size, bold=bold)]
    return lines


def contrast(colour: str) -> str:
    """Ink or white, whichever is read more easily on a colour."""
    return INK if _luminance(colour) > 0.22 else GROUND


def shade(share: float, colour: str = BLUE) -> str:
    """A tint between nearly white (0) and the full colour (1)."""
    light = (0.95, 0.97, 0.975)
    full = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    mixed = [pale + (deep - pale) * share for pale, deep in zip(light, full, strict=True)]
    return "#" + "".join(f"{round(part * 255):02x}" for part in mixed)


def must_be_finite(values: Sequence[float], *, at_least: float | None = None) -> None:
    """Raises ValueError for a chart of nothing, of what is no number, or of less than can be drawn.

    A step that has nothing to show yet says so in words; it does not draw.
    """
    if not values:
        raise ValueError("a chart needs at least one value")
    for value in values:
        if not isfinite(value):
            raise ValueError(f"a chart cannot show {value}")
        if at_least is not None and value < at_least:
            raise ValueError(f"this chart cannot show {value}, which is less than {at_least}")


def _pieces(text: str, room: float, size: float, *, bold: bool) -> Iterator[str]:
    for word in text.split(" "):
        rest = word
        while width_of(rest, size, bold=bold) > room and len(rest) > 2:
            fits = len(rest) - 1
            while fits > 1 and width_of(rest[:fits] + "-", size, bold=bold) > room:
                fits -= 1
            yield rest[:fits] + "-"
            rest = rest[fits:]
        yield rest


def _cut(line: str, room: float, size: float, *, bold: bool) -> str:
    while line and width_of(line + "…", size, bold=bold) > room:
        line = line[:-1].rstrip()
    return line + "…"


def _invisible(letter: str) -> bool:
    return letter not in "\t\n\r" and (category(letter) in ("Cc", "Cf", "Cs") or "\ufe00" <= letter <= "\ufe0f")


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def _font(size: float, bold: bool) -> Any:
    from matplotlib.font_manager import FontProperties

    return FontProperties(family=_FONT, size=size, weight="bold" if bold else "normal")


@cache
def _glyphs() -> Any:
    from matplotlib.font_manager import FontProperties, findfont, get_font

    return get_font(findfont(FontProperties(family=_FONT))).get_char_index
