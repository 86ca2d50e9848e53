"""The scripts and styles that participants' pages load: read once, compressed once, and nothing else is to be had."""

import gzip
import hashlib
import mimetypes
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_SHRINK = {".js", ".css", ".svg", ".json", ".map", ".html", ".txt"}
_BEST = 9


@dataclass(frozen=True)
class Asset:
    """One file as it goes over the wire; ``shrunk`` is empty where compressing gains nothing."""

    content: bytes
    shrunk: bytes
    kind: str
    mark: str

    @property
    def tag(self) -> str:
        """What a browser says to ask whether it has this very content."""
        return f'"{self.mark}"'


class Shelf:
    """The files below some folders. The first folder that has a file gives it."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = [folder.resolve() for folder in folders if folder.is_dir()]
        self._read: dict[Path, Asset] = {}

    def find(self, name: str) -> Asset | None:
        """A file by its name with slashes; None for what is not there, hidden or outside."""
        parts = name.split("/")
        if any(not part or part.startswith(".") or set(part) & set('\\:\0*?"<>|') for part in parts):
            return None
        for folder in self._folders:
            if asset := self._asset(folder, folder.joinpath(*parts)):
                return asset
        return None

    def _asset(self, folder: Path, path: Path) -> Asset | None:
        if path not in self._read:
            try:
                if not path.is_file() or not path.resolve().is_relative_to(folder):
                    return None
                self._read[path] = _read(path)
            except OSError:  # a name that this disk does not take is a name of nothing
                return None
        return self._read[path]


def _read(path: Path) -> Asset:
    content = path.read_bytes()
    shrunk = gzip.compress(content, _BEST, mtime=0) if path.suffix in _SHRINK else b""
    kind, _ = mimetypes.guess_type(path.name)
    return Asset(content, shrunk, _kind(path, kind), hashlib.sha256(content).hexdigest()[:32])


def _kind(path: Path, guessed: str | None) -> str:
    # What a machine's own table says about ".js" differs, and a browser told "nosniff" believes it.
    known = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}
    return known.get(path.suffix) or guessed or "application/octet-stream"
