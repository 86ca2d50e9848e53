"""Small files beside a workshop that only its owner may read."""

import os
import secrets
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from workshoplib.errors import N_
from workshoplib.workshops import CannotRead, CannotWrite

_ONLY_MINE = 0o600


def beside(where: str, kind: str) -> Path:
    """Where a workshop's file of some kind lies: beside it, or in the current folder for one in a database."""
    if "://" in where:
        name = urlsplit(where).path.strip("/") or "database"
        return Path.cwd() / f"{Path(name).name}.workshop-{kind}"
    path = Path(where)
    return path.with_name(f"{path.name}-{kind}")


def make(path: Path, text: str) -> bool:
    """Writes a new file; False where there is one already, which stays as it is, but for its owner alone."""
    try:
        with suppress(FileExistsError), open(path, "x", encoding="utf-8", opener=_opened) as made:
            made.write(text)
            return True
        path.chmod(_ONLY_MINE)
    except OSError as problem:
        raise _unwritable(path, problem) from problem
    return False


def replace(path: Path, text: str) -> None:
    """Puts a file in place so that at any moment it is whole: the earlier one, or this one."""
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with open(fresh, "x", encoding="utf-8", opener=_opened) as made:
            made.write(text)
        fresh.replace(path)
    except OSError as problem:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise _unwritable(path, problem) from problem


def read(path: Path) -> str:
    """The text of a file; CannotRead where that is not possible."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError as problem:
        raise CannotRead(
            N_("{path} cannot be read ({reason})."), path=str(path), reason=problem.strerror or str(problem)
        ) from problem


def _opened(path: str, flags: int) -> int:
    return os.open(path, flags, _ONLY_MINE)


def _unwritable(path: Path, problem: OSError) -> CannotWrite:
    return CannotWrite(
        N_("{path} could not be written ({reason}). Choose another place or make room, and try again."),
        path=str(path),
        reason=problem.strerror or str(problem),
    )
