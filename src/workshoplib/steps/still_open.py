"""What a step leaves open: how each recap ends."""

from collections.abc import Iterable
from itertools import islice

from workshoplib.steps.blocks import Block, Callout
from workshoplib.steps.view import View

_MOST = 5


def still_open(findings: Iterable[str], view: View) -> Iterable[Block]:
    """The first five of the sentences, so the most important ones come first; nothing where nothing is open."""
    lines = tuple(islice(findings, _MOST))
    if lines:
        yield Callout("\n".join([view.say("Still open:"), *(f"– {line}" for line in lines)]), "warning")
