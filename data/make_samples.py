"""Makes the sample strategies in ``data/samples`` from their stories.

``python data/make_samples.py`` writes them; with ``--check`` nothing is written, and the files that differ are named.
"""

import sys
from pathlib import Path
from random import Random
from typing import Protocol

from stories import bjorkshamn, kystbrygg, norrevang
from workshoplib.strategy import Strategy
from workshoplib.strategy.files import to_yaml

SAMPLES = Path(__file__).parent / "samples"


class Story(Protocol):
    OPEN: frozenset[str]
    """What the team has left open, as ``part.list.id.field`` or ``part.field``: gaps for the recaps to find."""

    def strategy(self, random: Random) -> Strategy:
        """The organisation's whole strategy."""


STORIES: tuple[tuple[str, Story], ...] = (
    ("kystbrygg", kystbrygg),
    ("norrevang", norrevang),
    ("bjorkshamn", bjorkshamn),
)


def made(name: str, story: Story) -> str:
    """The story's strategy as YAML; its name is the seed."""
    return to_yaml(story.strategy(Random(name)))  # noqa: S311 - figures of a made-up shop, no secrets


def path_of(name: str) -> Path:
    """The file that holds the sample of that name."""
    return SAMPLES / f"{name}.yaml"


def main(arguments: list[str]) -> int:
    """0 if the files are what the stories make, or have become so; 1 if ``--check`` found others."""
    differing = [(path_of(name), made(name, story)) for name, story in STORIES]
    differing = [(path, text) for path, text in differing if not path.exists() or path.read_text("utf-8") != text]
    checking = "--check" in arguments
    for path, text in differing:
        sys.stdout.write(f"{path} {'differs from its story' if checking else 'written'}\n")
        if not checking:
            path.write_text(text, "utf-8", newline="\n")
    return 1 if checking and differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
