"""A chain of hashes over the journal: whatever is changed, lost or put in between later shows.

An entry's digest is over its value and a random salt; its link is over the link before, the digest and the rest of the
entry. A value (with its salt) can therefore be erased and the chain still holds, and nobody can guess an erased value
by trying digests.
"""

import json
from dataclasses import replace
from hashlib import sha256
from typing import Any

from workshoplib.store.entries import Entry, Head

START = Head(0, "")


def canonical(value: Any) -> str:
    """The one way in which a value is written as JSON."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def sealed(entry: Entry, salt: str, before: Head) -> Entry:
    """The entry with salt, digest and link, as the next one after ``before``."""
    digested = replace(entry, salt=salt, digest=_digest(salt, entry.text))
    return replace(digested, chain=_link(digested, before.chain))


def relinked(entry: Entry, before: Head) -> Entry:
    """The entry as the next one after ``before``; its value, or the trace that an erased one left, stays proved."""
    numbered = replace(entry, seq=before.seq + 1)
    return replace(numbered, chain=_link(numbered, before.chain))


def holds(entry: Entry, before: Head) -> bool:
    """Whether the entry is what was written after ``before``; its value only as far as it has not been erased."""
    return entry.seq == before.seq + 1 and entry.chain == _link(entry, before.chain) and has_its_value(entry)


def has_its_value(entry: Entry) -> bool:
    """Whether the value is the one that was written, or was erased."""
    return is_erased(entry) or entry.digest == _digest(entry.salt, entry.text)


def is_erased(entry: Entry) -> bool:
    """Whether somebody's right to be forgotten took the value; only what a participant owned can be erased."""
    return bool(entry.owner) and entry.text is None and entry.salt is None


def head_of(entry: Entry) -> Head:
    """The head of a journal whose last entry this is."""
    return Head(entry.seq, entry.chain)


def _digest(salt: str | None, text: str | None) -> str:
    return sha256(f"{salt}\n{text}".encode()).hexdigest()


def _link(entry: Entry, before: str) -> str:
    place = entry.address
    told = [before, entry.seq, entry.op_id, entry.at.isoformat(), entry.author, entry.owner, entry.kind]
    told += [place.part, place.field, place.item, entry.action, entry.base, entry.digest]
    return sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()
