"""Opening what somebody names: a workshop file, a database, or a strategy that was written as YAML or JSON."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from workshoplib import places
from workshoplib.errors import N_, WorkshopError
from workshoplib.store import FACILITATOR, SUFFIX, AlreadyThere, Store
from workshoplib.strategy import Strategy, files

DOCUMENTS = {".yaml", ".yml", ".json"}


class NoFile(WorkshopError):
    """What was named is neither a workshop nor a strategy."""


class CannotRead(WorkshopError):
    """A file is there, but this program may not or cannot read it."""


class CannotWrite(WorkshopError):
    """A file could not be written."""


@dataclass(frozen=True)
class Opened:
    """A strategy, and the store that it lives in; a strategy from a document has none and cannot be changed."""

    name: str
    document: Strategy | None = None
    store: Store | None = None

    def strategy(self, owner: str = "") -> Strategy:
        """The strategy as it stands; with an owner, that participant's own proposals."""
        if self.store is not None:
            return self.store.strategy(owner)
        return self.document or Strategy()

    def proposed(self, part: str) -> tuple[Strategy, ...]:
        """The strategies of those who have proposed something in a part, each with that participant's own proposals."""
        if self.store is None:
            return ()
        owners = dict.fromkeys(proposal.owner for proposal in self.store.proposals(part))
        return tuple(self.store.strategy(owner) for owner in owners)

    def close(self) -> None:
        """Lets go of the workshop's file or database."""
        if self.store is not None:
            self.store.close()


def open_workshop(where: str) -> Opened:
    """What ``where`` names: a database's address, a ``.workshop`` file or its folder, or a strategy as YAML or JSON.

    A workshop that bears a sample's name and is not there yet is made from the sample, so that the notebooks run as
    they come; any other missing file is a NoFile.
    """
    if "://" in where:
        return Opened(where.rpartition("/")[2], store=Store.open(where))
    path = path_of(where)
    if path.is_dir() and len(inside := list(path.glob(f"*{SUFFIX}"))) == 1:
        path = inside[0]
    if path.suffix == SUFFIX and path.stem in sample_names() and not path.exists():
        with suppress(AlreadyThere):  # another notebook made it in this moment, with the same content
            Store.create(path, strategy=sample(path.stem)).close()
    if not _is_file(path):
        raise NoFile(
            N_("There is no file {path}. Check the name, or make a workshop with “workshop new NAME”."), path=str(path)
        )
    if path.suffix == SUFFIX:
        return Opened(path.stem, store=Store.open(path))
    return Opened(path.stem, document=read_document(path))


def path_of(where: str) -> Path:
    """The absolute path of a file that is named on a command line or in a notebook, ``~`` being somebody's home."""
    # Path.expanduser fails for a user that there is not; such a name is a file's name like any other.
    return Path(os.path.expanduser(where)).absolute()  # noqa: PTH111


@contextmanager
def opened(where: str) -> Iterator[Opened]:
    """What ``where`` names, closed again at the end."""
    found = open_workshop(where)
    try:
        yield found
    finally:
        found.close()


def read_document(path: Path) -> Strategy:
    """The strategy that a YAML or JSON file holds; Unreadable says what is wrong with it, line by line."""
    if path.suffix.lower() not in DOCUMENTS:
        raise NoFile(
            N_("{path} is neither a workshop ({suffix}) nor a strategy (.yaml, .json)."), path=str(path), suffix=SUFFIX
        )
    try:
        content = path.read_bytes()
    except OSError as problem:
        raise CannotRead(
            N_("{path} cannot be read ({reason})."), path=str(path), reason=problem.strerror or str(problem)
        ) from problem
    return files.read(content, path.name)


def imported(where: str, strategy: Strategy) -> tuple[Store, Path | None]:
    """The store that now holds a strategy and nothing else, and the document that keeps what it held before, if any."""
    place = where if "://" in where else path_of(where)
    if isinstance(place, Path) and not place.exists():
        return Store.create(place, strategy=strategy), None
    store = Store.open(place)
    before, kept = store.strategy(), None
    if before not in (Strategy(), strategy):
        folder = place.parent if isinstance(place, Path) else Path()
        kept = folder / f"{Path(where).stem}.before-import-{store.head()}.yaml"
        write_whole(kept, files.to_yaml(before))
    try:
        store.import_strategy(FACILITATOR, strategy)
    except WorkshopError:
        if kept:
            kept.unlink()  # nothing was replaced, so there is nothing to keep
        raise
    return store, kept


def sample_names() -> tuple[str, ...]:
    """The names of the sample strategies that the kit brings."""
    return tuple(sorted(path.stem for path in _samples().glob("*.yaml")))


def sample(name: str) -> Strategy:
    """A sample strategy; NoFile lists the names that there are."""
    if name not in sample_names():
        raise NoFile(
            N_("There is no sample named “{name}”. There are: {names}."), name=name, names=", ".join(sample_names())
        )
    return read_document(_samples() / f"{name}.yaml")


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError as problem:
        raise CannotRead(
            N_("{path} cannot be read ({reason})."), path=str(path), reason=problem.strerror or str(problem)
        ) from problem


def _samples() -> Path:
    return places.data() / "samples"


def write_whole(path: Path, text: str) -> None:
    """Writes a text file so that at any moment it is whole: the earlier one, or this one."""
    fresh = path.parent / f".{path.name}.{secrets.token_hex(4)}"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(path)
    except OSError as problem:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise CannotWrite(
            N_("{path} could not be written ({reason}). Choose another place or make room, and try again."),
            path=str(path),
            reason=problem.strerror or str(problem),
        ) from problem
