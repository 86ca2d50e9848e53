"""Who is in: what the live server tells in its status file beside the workshop."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from workshoplib.live.private import beside
from workshoplib.live.status import KIND

_SILENT = timedelta(seconds=30)
"""A server that has people in writes every second; after so long without a word it is gone, and left its file."""


@dataclass(frozen=True)
class Presence:
    """One person's device; ``seen`` tells of one that is away when it was last heard of."""

    connected: bool
    seen: datetime | None = None


@dataclass(frozen=True)
class Live:
    """A live server: where people join, by which code, and who has."""

    address: str
    code: str
    people: Mapping[str, Presence] = field(default_factory=dict)


def live(workshop: str, now: datetime) -> Live | None:
    """What the server of a workshop says now; None where none runs."""
    try:
        told = json.loads(beside(workshop, KIND).read_text(encoding="utf-8"))
        heard = [datetime.fromisoformat(one["seen"]) for one in told["people"].values() if one["connected"]]
        if heard and max(heard) + _SILENT < now:
            return None
        people = {id: _presence(one) for id, one in told["people"].items()}
        return Live(str(told["address"]), str(told["code"]), people)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None  # no server, or a file that is none of ours


def _presence(told: Mapping[str, Any]) -> Presence:
    # of those who are in, the moment is left out: it is new each second, and nobody need look again for that
    seen = None if told["connected"] else datetime.fromisoformat(told["seen"])
    return Presence(bool(told["connected"]), seen)
