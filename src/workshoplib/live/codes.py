"""What lets a person in: the code for the room, and signed links for one person each.

All of it comes from one random key that lies beside the workshop, so codes and links outlive the server.
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from itsdangerous import BadData, TimestampSigner, URLSafeTimedSerializer

from workshoplib.errors import N_, WorkshopError
from workshoplib.live import private
from workshoplib.words import LANGUAGES

Clock = Callable[[], datetime]
"""The time, aware of its zone."""

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 capitals and digits, so that a code of 8 has 40 bits. Of 0 and O, 1, I and L only the L is there."""

LENGTH = 8
GROUP = 4
KEY_BYTES = 32
TURN_BYTES = 8
LIFETIME = timedelta(days=30)
"""How long a link is good for: a workshop in several sessions, and no longer."""

INVITED_FOR = timedelta(hours=1)
"""How long somebody who scanned the room's code may take to type a name."""

_TYPED = str.maketrans({"I": "L", "1": "L"})
_LONGEST_TOKEN = 500


class Purpose(StrEnum):
    """What a link is for. One that was signed for another purpose is no link at all."""

    PERSON = "person"
    INVITATION = "invitation"
    FACILITATOR = "facilitator"


class NotALink(WorkshopError):
    """Somebody came with a link that this workshop never gave out, or with a part of one."""

    def __init__(self) -> None:
        super().__init__(
            N_("This link is not one of this workshop’s. Copy the whole link again, or join with the code on the wall.")
        )


class LinkExpired(WorkshopError):
    """A link was good once, but that is too long ago."""

    def __init__(self) -> None:
        super().__init__(N_("This link is too old. Join again with the code on the wall."))


class BadKey(WorkshopError):
    """The file with the workshop's key holds something else."""


@dataclass(frozen=True)
class Pass:
    """What a personal link says: whose it is, and the language that the person reads."""

    person: str
    language: str


class _Signer(TimestampSigner):
    def __init__(self, *args: Any, clock: Clock, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._clock = clock

    def get_timestamp(self) -> int:
        return int(self._clock().timestamp())


class Links:
    """The links of one workshop, by its key: made, and read again. With another ``turn`` the room has another code."""

    def __init__(self, key: bytes, clock: Clock, turn: str = "") -> None:
        self._key = key
        self._clock = clock
        self._turn = turn

    def code(self) -> str:
        """The room's code, without its gap."""
        number = int.from_bytes(hmac.digest(self._key, f"join code{self._turn}".encode(), "sha256"))
        return "".join(ALPHABET[number // len(ALPHABET) ** place % len(ALPHABET)] for place in range(LENGTH))

    def is_code(self, typed: str) -> bool:
        """Whether somebody typed the room's code, whatever the case, gaps and dashes."""
        return hmac.compare_digest(plain(typed).encode(), self.code().encode())

    def for_person(self, person: str, language: str) -> str:
        """The secret of a personal link."""
        return self._signed(Purpose.PERSON, {"p": person, "l": language})

    def for_facilitator(self) -> str:
        """The secret of the link to what only the facilitator may see."""
        return self._signed(Purpose.FACILITATOR, {})

    def invitation(self) -> str:
        """What somebody holds who showed the right code and has not said a name yet."""
        return self._signed(Purpose.INVITATION, {"c": self._turn})

    def person(self, token: str) -> Pass:
        """Whose link it is; NotALink or LinkExpired where it lets nobody in."""
        said = self._read(Purpose.PERSON, token, LIFETIME)
        language = str(said.get("l", ""))
        return Pass(str(said.get("p", "")), language if language in LANGUAGES else "")

    def check_facilitator(self, token: str) -> None:
        """Returns for the facilitator's link; NotALink or LinkExpired for any other."""
        self._read(Purpose.FACILITATOR, token, LIFETIME)

    def is_invited(self, token: str) -> bool:
        """Whether somebody showed the right code a short while ago."""
        with suppress(NotALink, LinkExpired):
            return bool(self._read(Purpose.INVITATION, token, INVITED_FOR).get("c") == self._turn)
        return False

    @property
    def mark(self) -> str:
        """Eight characters that tell this workshop from others, and nothing else about it."""
        return hmac.digest(self._key, b"mark", "sha256").hex()[:8]

    def _signed(self, purpose: Purpose, content: dict[str, str]) -> str:
        return str(self._serializer(purpose).dumps(content))

    def _read(self, purpose: Purpose, token: str, lifetime: timedelta) -> dict[str, Any]:
        try:
            # A clock that was set back must shut nobody out, so the age is looked at here and not by the library.
            said, signed = self._serializer(purpose).loads(token[: _LONGEST_TOKEN + 1], return_timestamp=True)
        except BadData as problem:
            raise NotALink from problem
        if self._clock() - signed > lifetime:
            raise LinkExpired
        return dict(said)

    def _serializer(self, purpose: Purpose) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(
            self._key,
            salt=f"workshop {purpose.value}",
            signer=_Signer,
            signer_kwargs={"clock": self._clock, "key_derivation": "hmac", "digest_method": hashlib.sha256},
        )


def plain(typed: str) -> str:
    """A code as it was typed, made comparable."""
    return "".join(typed[:40].upper().translate(_TYPED).replace("-", " ").split())


def shown(code: str) -> str:
    """A code as people read it, in two groups."""
    return f"{code[:GROUP]}-{code[GROUP:]}"


def key_beside(path: Path, random: Callable[[int], bytes] = secrets.token_bytes) -> bytes:
    """The workshop's key from the file at ``path``, which is made, for its owner alone, where there is none."""
    private.make(path, random(KEY_BYTES).hex())
    text = private.read(path).strip()
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise BadKey(
            N_("{path} does not hold a workshop’s key. Delete it: a new one is made, and everybody joins anew."),
            path=str(path),
        )
    return key


def turn_beside(path: Path, *, fresh: bool, random: Callable[[int], bytes] = secrets.token_bytes) -> str:
    """Which of its codes a room has, from the file at ``path``; the first where there is none, another if ``fresh``."""
    if fresh:
        private.replace(path, random(TURN_BYTES).hex())
    return private.read(path).strip() if path.exists() else ""
