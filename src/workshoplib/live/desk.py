"""The desk: the only door between participants' kernels and the store.

It lives on the server's event loop and listens on a socket in a folder of its own, where there are such sockets, else
on the loopback device. A kernel proves which one it is with the key of its connection file; whose it is only the server
knows. So a request never says who asks, and no message of a participant's process can claim to be somebody else.
"""

import asyncio
import hmac
import logging
import secrets
import shutil
import socket
import tempfile
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Protocol, TypeVar

from pydantic import ValidationError

from workshoplib.errors import N_, WorkshopError
from workshoplib.live import telling, wire
from workshoplib.live.visitor import Visitor
from workshoplib.store import AGREED, Address, Entry, Malformed, Revoked, Room, Stale, Store, Write
from workshoplib.words import words

T = TypeVar("T")
Clock = Callable[[], datetime]

_SECONDS_TO_SAY_HELLO = 10.0
_SECONDS_BETWEEN_LOOKS = 0.25
_MOST_LINES = 6
"""Connections of one kernel at a time; it needs two, and a few more while it reconnects."""
_log = logging.getLogger(__name__)


class Seats(Protocol):
    """What the server knows about its kernels."""

    def key(self, kernel: str) -> bytes | None:
        """The key in the kernel's connection file; None for a kernel that is not (or no longer) the server's."""

    def guest(self, kernel: str) -> wire.Guest | None:
        """Whose kernel it is; None as long as nobody has been let in there."""

    def speaks(self, person: str, language: str) -> None:
        """Remembers the language that somebody chose."""


class NotKnownHere(WorkshopError):
    def __init__(self) -> None:
        super().__init__(N_("This page does not belong to the workshop (any more). Open your link again."))


class NobodyHere(WorkshopError):
    def __init__(self) -> None:
        super().__init__(N_("Not saved: nobody has signed in at this page yet. Open your link again."))


class TooFast(WorkshopError):
    def __init__(self) -> None:
        super().__init__(N_("Not saved: too many changes came at once. Wait a moment, then change it again."))


class TooLarge(WorkshopError):
    def __init__(self) -> None:
        super().__init__(N_("Not saved: this is too long. Shorten it, or spread it over several fields."))


class Desk:
    """Answers kernels, and tells them when something that concerns them has changed."""

    def __init__(self, store: Store, seats: Seats, clock: Clock = lambda: datetime.now(UTC)) -> None:
        self._store = store
        self._seats = seats
        self._clock = clock
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._folder: Path | None = None
        self._server: asyncio.Server | None = None
        self._watching: asyncio.Task[None] | None = None
        self._visitors: set[Visitor] = set()

    async def open(self) -> str:
        """Begins to listen; the address, for ``wire.ADDRESS`` in the kernels' environment."""
        if hasattr(socket, "AF_UNIX"):
            self._folder = Path(tempfile.mkdtemp(prefix="workshop-"))  # for its owner alone
            address = str(self._folder / "desk")
            self._server = await asyncio.start_unix_server(self._met, address, limit=wire.LARGEST)
        else:
            self._server = await asyncio.start_server(self._met, "127.0.0.1", 0, limit=wire.LARGEST)
            address = "{}:{}".format(*self._server.sockets[0].getsockname())
        self._watching = asyncio.create_task(self._watch(await self._of_store(self._store.head)))
        return address

    async def close(self) -> None:
        """Hangs up on everybody and stops listening; the store stays open."""
        if self._watching:
            self._watching.cancel()
            with suppress(asyncio.CancelledError):
                await self._watching
        if self._server:
            self._server.close()
        for visitor in tuple(self._visitors):
            visitor.hang_up()
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
        self._thread.shutdown(wait=False)

    def greet(self, kernel: str) -> None:
        """Tells a kernel whose it is, as soon as the server knows; without a guest, that it is nobody's any more."""
        guest = self._seats.guest(kernel)
        for visitor in self._visitors:
            if visitor.kernel == kernel:
                visitor.push({"push": "bound", "guest": guest})

    def dismiss(self, person: str) -> None:
        """Hangs up on a person whose access has ended; what their page asks from now on is refused."""
        for visitor in tuple(self._visitors):
            guest = self._seats.guest(visitor.kernel)
            if guest is None or guest.person == person:
                visitor.hang_up()

    async def _met(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        visitor = Visitor(reader, writer)
        try:
            await self._let_in(visitor)
            while True:
                await self._serve(visitor, await visitor.hear())
        except (ConnectionError, asyncio.IncompleteReadError, TimeoutError):
            pass  # gone, or never said who it was
        finally:
            self._visitors.discard(visitor)
            visitor.hang_up()

    async def _let_in(self, visitor: Visitor) -> None:
        """Lets in who proves to be a kernel of the server's; anybody else is told why not, and hung up on."""
        nonce = secrets.token_hex(16)
        visitor.push({"nonce": nonce})
        async with asyncio.timeout(_SECONDS_TO_SAY_HELLO):
            hello = _request(await visitor.hear())
        if not isinstance(hello, wire.Hello) or not self._proves(hello, nonce) or self._is_crowded(hello.kernel):
            visitor.push({"id": getattr(hello, "id", None), "refused": wire.refusal(NotKnownHere())})
            raise ConnectionError
        visitor.kernel, visitor.listens = hello.kernel, hello.listens
        self._visitors.add(visitor)
        visitor.push({"id": hello.id, "ok": {"guest": self._seats.guest(hello.kernel)}})

    def _proves(self, hello: wire.Hello, nonce: str) -> bool:
        key = self._seats.key(hello.kernel)
        return bool(key) and hmac.compare_digest(wire.proof(key or b"", nonce).encode(), hello.proof.encode())

    def _is_crowded(self, kernel: str) -> bool:
        return sum(visitor.kernel == kernel for visitor in self._visitors) >= _MOST_LINES

    async def _serve(self, visitor: Visitor, heard: bytes | None) -> None:
        asked = _request(heard)
        try:
            if heard is None:
                raise TooLarge
            if not visitor.pace.allows(asyncio.get_running_loop().time()):
                raise TooFast
            answer = {"ok": await self._answered(visitor, asked)}
        except WorkshopError as error:
            answer = {"refused": _refused(error)}
        visitor.push({"id": asked.id if asked else None, **answer})
        await visitor.drain()

    async def _answered(self, visitor: Visitor, asked: wire.Request | None) -> object:
        guest = self._seats.guest(visitor.kernel)
        if guest is None:
            raise NobodyHere
        match asked:
            case wire.Look():
                return await self._of_store(partial(self._seen, guest))
            case wire.Save():
                return await self._of_store(partial(self._saved, guest.person, asked))
            case wire.Vote():
                return await self._of_store(partial(self._voted, guest.person, asked))
            case wire.Speak():
                return self._spoken(guest.person, asked.code)
        raise Malformed("request")

    def _seen(self, guest: wire.Guest) -> wire.Seen:
        if guest.person in self._store.room().revoked:
            raise Revoked
        return telling.seen(self._store, guest.person, guest.language, self._clock())

    def _saved(self, person: str, asked: wire.Save) -> wire.Kept:
        writes = [
            Write(one.op_id, Address(one.part, one.field, one.item), one.action, one.value, one.base, owner=person)
            for one in asked.writes
        ]
        saved = self._store.save(person, *writes)
        return wire.Kept(at=saved.at, revisions=saved.revisions, dropped=saved.dropped)

    def _voted(self, person: str, asked: wire.Vote) -> wire.Kept:
        saved = self._store.vote(person, telling.ref(asked.ref), asked.dots, voter=person, op_id=asked.op_id)
        return wire.Kept(at=saved.at)

    def _spoken(self, person: str, code: str) -> Mapping[str, Any]:
        self._seats.speaks(person, words(code).language)
        for visitor in self._visitors:
            guest = self._seats.guest(visitor.kernel)
            if guest and guest.person == person:
                visitor.push({"push": "bound", "guest": guest})
        return {}

    async def _of_store(self, asked: Callable[[], T]) -> T:
        """What the store says: one question at a time, beside the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, asked)

    async def _watch(self, head: int) -> None:
        """Tells kernels what has changed, whoever changed it, at most four times a second."""
        while True:
            await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)
            # A store that cannot be read for a moment is looked at again; who saves meanwhile is told.
            with suppress(WorkshopError):
                fresh, room = await self._of_store(partial(self._since, head))
                if fresh:
                    head = fresh[-1].seq
                    self._announce(concerned(fresh, room))

    def _since(self, head: int) -> tuple[tuple[Entry, ...], Room]:
        room = self._store.room()
        return (self._store.entries(head) if self._store.head() != head else ()), room

    def _announce(self, people: frozenset[str] | None) -> None:
        for visitor in tuple(self._visitors):
            guest = self._seats.guest(visitor.kernel)
            if guest and (people is None or guest.person in people):
                visitor.push({"push": "changed"})


def concerned(entries: Iterable[Entry], room: Room) -> frozenset[str] | None:
    """Whose pages look different after these entries; None for everybody's.

    Nobody learns from it that somebody else is writing or voting at this moment.
    """
    people: set[str] = set()
    for entry in entries:
        round = room.rounds.get(entry.address.part)
        is_private = entry.kind == "answer" and entry.owner != AGREED and not (round and round.revealed)
        if entry.kind == "vote" or (is_private and not _is_on_their_page(entry, room)):
            people.add(entry.owner)
        elif entry.kind != "note" and not is_private:
            return None
    return frozenset(people)


def _is_on_their_page(entry: Entry, room: Room) -> bool:
    """Whether an answer changes nothing where its owner wrote it: all their devices share one kernel, which knows."""
    return entry.author == entry.owner and not telling.is_offered(entry.address, room)


def _request(heard: bytes | None) -> Any:
    """What was asked; None where it is not written as it should be."""
    try:
        return wire.REQUESTS.validate_json(heard or b"")
    except ValidationError:
        return None


def _refused(error: WorkshopError) -> dict[str, Any]:
    if not isinstance(error, Stale):
        return wire.refusal(error)
    theirs = {"value": error.theirs.value, "revision": error.theirs.revision}
    return {**wire.refusal(error), "theirs": theirs}
