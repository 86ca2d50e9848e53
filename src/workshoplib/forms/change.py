"""What a form tells the one who keeps the answers, and what it hears back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True)
class Change:
    """One answer as it shall be from now on; ``value`` is what JSON can hold.

    ``item`` is empty for a plain field, for a table, which is one answer, and for the order of a list of items: then
    ``value`` is the list of their ids. With an item's id, ``value`` is the whole item, or None where it is removed.
    """

    field: str
    item: str
    action: Literal["put", "remove"]
    value: object


@dataclass(frozen=True)
class Kept:
    """The change is safe since ``at``; so many characters could not be stored and were left out."""

    at: datetime
    dropped: int = 0


@dataclass(frozen=True)
class Refused:
    """The change is not saved; ``message`` says why, in the reader's language.

    ``theirs`` is what somebody else has put in the same place meanwhile. The same change sent once more means that the
    person has seen it and wants the own answer all the same.
    """

    message: str
    theirs: object | None = None


Outcome = Kept | Refused
