"""Who is in: what the live server tells in its status file, ``NAME.workshop-live`` beside the workshop."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

SUFFIX = "-live"


@dataclass(frozen=True)
class Presence:
    """One person's device: when it was last heard of, and whether it is connected now."""

    seen: datetime | None
    connected: bool
    step: str = ""


@dataclass(frozen=True)
class Live:
    """A live server: where people join, by which code, and who has."""

    address: str
    code: str
    people: Mapping[str, Presence] = field(default_factory=dict)


def live(workshop: str) -> Live | None:
    """What the server of a workshop's file says now; None where none runs."""
    try:
        told = json.loads(Path(f"{workshop}{SUFFIX}").read_text(encoding="utf-8"))
        return Live(str(told["address"]), str(told["code"]), {id: _presence(one) for id, one in told["people"].items()})
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None  # no server, or a file that is none of ours


def _presence(told: Mapping[str, Any]) -> Presence:
    seen = told.get("seen")
    return Presence(datetime.fromisoformat(seen) if seen else None, bool(told.get("connected")), told.get("step") or "")
