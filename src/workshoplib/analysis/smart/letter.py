"""A letter: what is said about one of the five letters of a goal, as messages of the catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Verdict(StrEnum):
    MET = "met"
    PARTLY = "partly"
    MISSING = "missing"


@dataclass(frozen=True)
class Remark:
    """A catalogue message with its values; one named ``fields`` holds names of fields, to be told by their labels."""

    message: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Letter:
    """One of the five letters: how well it is met and why, what would mend it, and the fields that it waits for."""

    letter: str
    name: str
    verdict: Verdict
    why: Remark
    mend: Remark | None = None
    missing: tuple[str, ...] = ()
    beside: Remark | None = None
    """What is known as well, and did not decide."""


def remark(message: str, /, **values: object) -> Remark:
    """A message of the catalogue with the values of its places."""
    return Remark(message, values)
