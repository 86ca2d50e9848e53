"""Charts: plain, accessible, drawn the same way each time."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Chart:
    """A drawn chart: an SVG document, and in one sentence what it shows (the alternative text)."""

    svg: str
    alt: str
