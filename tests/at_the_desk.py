"""A workshop with a desk before it, for tests: kernels that sit at it, and the people they belong to."""

import asyncio
import json
import secrets
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Any

from storing import op_id
from workshoplib.live import wire
from workshoplib.live.desk import Desk
from workshoplib.live.line import Credentials, Line
from workshoplib.store import FACILITATOR, State, Store


@dataclass
class MadeUpSeats:
    """What a server would know about its kernels."""

    keys: dict[str, bytes] = field(default_factory=dict)
    guests: dict[str, wire.Guest] = field(default_factory=dict)

    def key(self, kernel: str) -> bytes | None:
        return self.keys.get(kernel)

    def guest(self, kernel: str) -> wire.Guest | None:
        return self.guests.get(kernel)

    def speaks(self, person: str, language: str) -> None:
        for kernel, guest in self.guests.items():
            if guest.person == person:
                self.guests[kernel] = guest.model_copy(update={"language": language})


@dataclass
class Workshop:
    """A store, a desk that runs in a thread of its own, and the seats before it."""

    store: Store
    seats: MadeUpSeats
    desk: Desk
    address: str
    loop: asyncio.AbstractEventLoop

    def kernel(self, person: str = "", language: str = "en") -> Credentials:
        """A kernel that has just started; of nobody, or of a person."""
        made = Credentials(f"kernel-of-{person or 'nobody'}-{secrets.token_hex(2)}", secrets.token_bytes(16))
        self.seats.keys[made.kernel] = made.key
        if person:
            self.let_in(made, person, language)
        return made

    def let_in(self, kernel: Credentials, person: str, language: str = "en") -> None:
        name = next(one.name for one in self.store.people() if one.id == person)
        self.seats.guests[kernel.kernel] = wire.Guest(person=person, name=name, language=language)

    def greet(self, kernel: Credentials) -> None:
        self.loop.call_soon_threadsafe(self.desk.greet, kernel.kernel)

    def line(self, person: str, language: str = "en", patience: float = 10.0) -> Line:
        """A person's line to the desk."""
        return Line(self.address, self.kernel(person, language), patience)

    def listener(self, credentials: Credentials) -> "Listener":
        return Listener(self.address, credentials)

    def go(self, step: str) -> None:
        self.store.go(FACILITATOR, step, base=self.store.room().revision)

    def move(self, part: str, state: str, **told: Any) -> None:
        """Moves a part's round on."""
        round = self.store.room().rounds.get(part)
        self.store.move(FACILITATOR, part, State(state), base=round.revision if round else 0, **told)

    def proceed(self, part: str, until: str, **told: Any) -> None:
        """Opens a part and moves it on until it is there."""
        for state in State:
            self.move(part, state, **told)
            if state == until:
                return


class Stranger:
    """A plain socket that has not said yet who it is."""

    def __init__(self, address: str) -> None:
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(10)
        self.socket.connect(address)
        self.lines = self.socket.makefile("rb")
        self.nonce: str = self.hear()["nonce"]

    def ask(self, **told: Any) -> Mapping[str, Any]:
        return self.send(wire.line({"id": 1, **told}))

    def send(self, raw: bytes) -> Mapping[str, Any]:
        """What is answered; news that come first are passed over."""
        self.socket.sendall(raw)
        while "push" in (heard := self.hear()):
            pass
        return heard

    def hear(self) -> Mapping[str, Any]:
        heard = self.lines.readline()
        if not heard:
            raise EOFError
        return json.loads(heard)  # type: ignore[no-any-return]

    def hears_nothing(self, seconds: float) -> bool:
        self.socket.settimeout(seconds)
        try:
            return not self.socket.recv(1, socket.MSG_PEEK)
        except TimeoutError:
            return True
        finally:
            self.socket.settimeout(10)


class Listener(Stranger):
    """One that has said hello, and hears what the desk pushes."""

    def __init__(self, address: str, credentials: Credentials) -> None:
        super().__init__(address)
        proof = wire.proof(credentials.key, self.nonce)
        self.hello = self.ask(do="hello", kernel=credentials.kernel, proof=proof, listens=True)


def writing(text: str, item: str = "goal0001", base: int = 0, op: str = "", **other: Any) -> dict[str, Any]:
    """A goal as a page saves it."""
    put = {
        "op_id": op or op_id(),
        "part": "goals",
        "field": "goals",
        "item": item,
        "action": "put",
        "value": {"id": item, "text": text},
        "base": base,
    }
    return {**put, **other}


@contextmanager
def at_work(path: Path, clock: Callable[[], Any] | None = None) -> Iterator[Workshop]:
    """A new workshop at ``path`` with a desk before it."""
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever, daemon=True)
    thread.start()
    with Store.create(path) as store:
        seats = MadeUpSeats()
        desk = Desk(store, seats, *([clock] if clock else []))
        address = asyncio.run_coroutine_threadsafe(desk.open(), loop).result(10)
        try:
            yield Workshop(store, seats, desk, address, loop)
        finally:
            asyncio.run_coroutine_threadsafe(desk.close(), loop).result(10)
            loop.call_soon_threadsafe(loop.stop)
            thread.join(10)
            loop.close()
