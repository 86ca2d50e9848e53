"""New files that appear whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def whole(path: Path, *, replace: bool) -> Iterator[Path]:
    """A place beside ``path`` to write a file to; when the block ends well the file is on the disk and bears that name.

    FileExistsError where something bears the name already and is not to be replaced.
    """
    with TemporaryDirectory(dir=path.parent, prefix=f".{path.stem}-") as folder:
        fresh = Path(folder) / path.name
        yield fresh
        _to_disk(fresh, os.O_RDWR)
        if replace:
            fresh.replace(path)
        else:
            _name(fresh, path)
        if os.name == "posix":
            _to_disk(path.parent, os.O_RDONLY)


def _name(fresh: Path, path: Path) -> None:
    try:
        path.hardlink_to(fresh)
    except FileExistsError:
        raise
    except OSError:
        # a file system without links (a memory stick): a moment is left in which two could take the same name
        if path.exists():
            raise FileExistsError(path) from None
        fresh.rename(path)


def _to_disk(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
