"""The status file beside a workshop: where it is live, and who is in. The control room reads it."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from workshoplib.live import private

KIND = "live"


@dataclass(frozen=True)
class Presence:
    """When a person was last seen, whether a device of theirs is connected, and the step that their page shows."""

    seen: str
    connected: bool
    step: str


@dataclass(frozen=True)
class Status:
    """What the file says."""

    address: str
    code: str
    started: str
    people: Mapping[str, Presence]


class StatusFile:
    """Keeps the file: whole at any moment, for its owner alone, and gone when the server is."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._written = ""

    def write(self, status: Status) -> None:
        """Replaces the file where it says something else."""
        text = json.dumps(asdict(status), ensure_ascii=False, indent=1)
        if text != self._written:
            private.replace(self._path, text)
            self._written = text

    def remove(self) -> None:
        """Takes the file away."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)


class Attendance:
    """When each person was last seen: while connected, now."""

    def __init__(self) -> None:
        self._seen: dict[str, str] = {}

    def present(self, connected: set[str], now: datetime, step: str) -> Mapping[str, Presence]:
        """Everybody who has been in since the server started."""
        for person in connected:
            self._seen[person] = now.isoformat(timespec="seconds")
        return {person: Presence(at, person in connected, step) for person, at in sorted(self._seen.items())}
