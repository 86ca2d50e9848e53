"""What goes over the line between a participant's kernel and the desk, one JSON document on each line.

Kernels ask (``{"id": 1, "do": "look"}``) and are answered (``{"id": 1, "ok": …}`` or ``{"id": 1, "refused": …}``); the
desk pushes what nobody asked for (``{"push": "changed"}``). Neither the store nor a widget is known here.
"""

import datetime as dt
import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, TypeAdapter

from workshoplib.errors import WorkshopError

LARGEST = 256 * 1024
"""Bytes of a request; what the desk says may be longer."""
MOST_WRITES = 50

ADDRESS = "WORKSHOP_DESK"
"""Environment variable: where the desk listens, a socket's path or ``host:port``. It is no secret."""

Name = Annotated[str, Field(max_length=80)]


class Message(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Request(Message):
    id: int = Field(ge=0, lt=2**53, strict=True)


class Hello(Request):
    """Proves which kernel is asking; ``listens`` for what the desk pushes."""

    do: Literal["hello"] = "hello"
    kernel: Name
    proof: Name
    listens: bool = False


class Look(Request):
    """Asks for all that the person may see of the step that the room is at."""

    do: Literal["look"] = "look"


class Put(Message):
    """One answer as it shall be; the owner is the person at the other end, whoever that is."""

    op_id: Name
    part: Name
    field: Name
    item: Name = ""
    action: Literal["put", "remove"]
    value: JsonValue = None
    base: int = Field(0, ge=0, lt=2**53, strict=True)


class Save(Request):
    do: Literal["save"] = "save"
    writes: tuple[Put, ...] = Field(min_length=1, max_length=MOST_WRITES)


class Ref(Message):
    """One proposal; the owner is a number that tells nothing where proposals bear no names."""

    owner: Name
    part: Name
    field: Name
    item: Name = ""


class Vote(Request):
    do: Literal["vote"] = "vote"
    op_id: Name
    ref: Ref
    dots: int = Field(ge=0, le=1000, strict=True)


class Speak(Request):
    """Chooses the language of the page."""

    do: Literal["language"] = "language"
    code: Name


Asked = Annotated[Hello | Look | Save | Vote | Speak, Field(discriminator="do")]
REQUESTS: TypeAdapter[Hello | Look | Save | Vote | Speak] = TypeAdapter(Asked)


class Guest(Message):
    """Who sits at a page."""

    person: str
    name: str
    language: str


class Kept(Message):
    """The desk's word that writes are on the disk."""

    at: dt.datetime
    revisions: tuple[int, ...] = ()
    dropped: int = 0


class Text(Message):
    """A piece of what a step says of itself: plain text."""

    kind: Literal["question", "paragraph", "point"]
    text: str


class Revision(Message):
    """The revision that an answer of one's own has, also where it was removed."""

    field: str
    item: str = ""
    revision: int


class Candidate(Message):
    """A proposal on the table; ``names`` are those of its authors, none where proposals bear no names."""

    ref: Ref
    value: JsonValue
    names: tuple[str, ...] = ()
    mine: bool = False
    merged: int = 0
    parked: str = ""


class Given(Message):
    """Dots of one's own."""

    ref: Ref
    dots: int


class Total(Message):
    ref: Ref
    dots: int
    voters: int


class Round(Message):
    state: Literal["open", "revealed", "voting", "agreed", "closed"]
    ends: dt.datetime | None = None
    dots: int = 0
    anonymous: bool = False
    reason: str = ""


class Seen(Message):
    """All that one person may see now. What is not in here does not reach that person's process."""

    now: dt.datetime
    ended: bool = False
    step: str = ""
    part: str = ""
    place: int = 0
    steps: int = 0
    title: str = ""
    texts: tuple[Text, ...] = ()
    round: Round | None = None
    mine: dict[str, JsonValue] = {}
    """The part as one proposes it oneself."""
    revisions: tuple[Revision, ...] = ()
    agreed: dict[str, JsonValue] = {}
    """What the group agreed on in this part since its round began."""
    candidates: tuple[Candidate, ...] = ()
    votes: tuple[Given, ...] = ()
    totals: tuple[Total, ...] = ()
    options: Mapping[str, tuple[tuple[str, str], ...]] = {}
    """What references may point to: id and name, by ``part.list``."""
    currency: str = ""


def proof(key: bytes, nonce: str) -> str:
    """What only a process that knows a kernel's key can answer to a nonce."""
    return hmac.new(key, nonce.encode(), hashlib.sha256).hexdigest()


def line(document: Mapping[str, Any]) -> bytes:
    """A document as one line of JSON."""
    return json.dumps(document, separators=(",", ":"), default=_tagged).encode() + b"\n"


def refusal(error: WorkshopError) -> dict[str, Any]:
    """An error that the other end can say in any language."""
    return {"message": error.message, "values": error.values}


def error_in(refused: Mapping[str, Any]) -> WorkshopError:
    """The error that was made into a refusal."""
    return WorkshopError(refused["message"], **{name: _untagged(value) for name, value in refused["values"].items()})


def _tagged(value: object) -> object:
    """What JSON has no word for, under a name that says what it is."""
    match value:
        case dt.datetime():
            return {"$datetime": value.isoformat()}
        case dt.date():
            return {"$date": value.isoformat()}
        case dt.time():
            return {"$time": value.isoformat()}
        case WorkshopError():
            return {"$error": refusal(value)}
        case BaseModel():
            return value.model_dump(mode="json")
    return str(value)


def _untagged(value: Any) -> object:
    match value:
        case {"$datetime": written}:
            return dt.datetime.fromisoformat(written).astimezone()
        case {"$date": written}:
            return dt.date.fromisoformat(written)
        case {"$time": written}:
            return dt.time.fromisoformat(written)
        case {"$error": refused}:
            return error_in(refused)
        case list():
            return [_untagged(one) for one in value]
    return value
