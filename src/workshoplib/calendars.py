"""The content calendar on its way out to other tools and back from a spreadsheet."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from workshoplib.errors import N_, WorkshopError
from workshoplib.planners import Context, Export, planned, planner
from workshoplib.planners.changes import Changed, Reading, read
from workshoplib.store import FACILITATOR, Address, Store, Write
from workshoplib.strategy.ids import new_id
from workshoplib.words import Words
from workshoplib.workshops import CannotRead, CannotWrite, Opened, path_of

_LARGEST = 20_000_000


class NothingToExport(WorkshopError):
    """There are no posts, or none that the tool takes."""


def export(opened: Opened, to: str, say: Words, now: datetime) -> Export:
    """The calendar's files for a planner. ``now`` must know its zone."""
    chosen = planner(to)
    strategy = opened.strategy()
    if not strategy.content.posts:
        raise NothingToExport(N_("The calendar has no posts yet. Plan some in the notebook “Your content calendar”."))
    context = Context(opened.name, strategy, say, now, _revisions(opened.store))
    return chosen.export(planned(strategy, say), context)


def write(exported: Export, out: Path) -> tuple[Path, ...]:
    """Writes the files: into ``out`` where it is a folder or several are written, else as ``out``; their paths."""
    single = len(exported.files) == 1 and out.suffix != "" and not out.is_dir()
    folder = out.parent if single else out
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file in exported.files:
            path = out if single else folder / file.name
            fresh = path.parent / f".{path.name}.{secrets.token_hex(4)}"
            fresh.write_bytes(file.content)
            fresh.replace(path)
            written.append(path)
    except OSError as problem:
        raise CannotWrite(
            N_("{path} could not be written ({reason}). Choose another place or make room, and try again."),
            path=str(folder),
            reason=problem.strerror or str(problem),
        ) from problem
    return tuple(written)


def read_table(where: str, store: Store) -> Reading:
    """What a table that was changed in a spreadsheet would change in the calendar."""
    path = path_of(where)
    try:
        if path.stat().st_size > _LARGEST:
            raise CannotRead(
                N_("{path} is larger than {most} MB. A calendar is not."), path=str(path), most=_LARGEST // 1_000_000
            )
        content = path.read_bytes()
    except OSError as problem:
        raise CannotRead(
            N_("{path} cannot be read ({reason})."), path=str(path), reason=problem.strerror or str(problem)
        ) from problem
    return read(content, store.strategy(), lambda: new_id(secrets.randbelow))


def apply(store: Store, changed: Sequence[Changed], seen: int) -> int:
    """Saves the posts, all or none; how many. Stale where somebody changed one of them after revision ``seen``."""
    answers = store.answers("content")
    writes = [_write(one, answers[address].revision if (address := _address(one)) in answers else 0) for one in changed]
    late = [write for write in writes if write.base > seen]
    if late:
        raise WorkshopError(
            N_("Somebody changed {n} of these posts in this moment. Look at the changes again, then import."),
            n=len(late),
        )
    if writes:
        store.save(FACILITATOR, *writes)
    return len(writes)


def _address(one: Changed) -> Address:
    return Address("content", "posts", one.post.id)


def _write(one: Changed, base: int) -> Write:
    value = one.post.model_dump(mode="json")
    return Write(secrets.token_hex(16), _address(one), "put", value, base)


def _revisions(store: Store | None) -> dict[str, int]:
    answers = store.answers("content") if store else {}
    return {address.item: answer.revision for address, answer in answers.items() if address.field == "posts"}
