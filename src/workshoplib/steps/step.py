"""What a step is made of."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from workshoplib.steps.blocks import Block
from workshoplib.steps.view import View


@dataclass(frozen=True)
class Step:
    """A notebook that fills a part: what the data say, what it asks, what was decided."""

    name: str
    part: str
    """The part of the strategy whose form ``ask`` shows."""
    notebook: str
    """The notebook's file name without its ending."""
    minutes: int
    title: str
    show: Callable[[View], Iterable[Block]]
    recap: Callable[[View], Iterable[Block]]
