"""Entries before they are written: all but their place in the chain."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from workshoplib.store import chain
from workshoplib.store.entries import AGREED, Address, Entry, Head
from workshoplib.store.refusals import Malformed, OpIdTaken

NOWHERE = Address("", "")
"""The address of what is about the whole workshop."""

_OP_ID = re.compile(r"[!-~]{1,80}")


@dataclass(frozen=True)
class Draft:
    """What somebody wants to be written. ``text`` is the value as JSON."""

    kind: str
    action: str
    address: Address = NOWHERE
    owner: str = AGREED
    text: str | None = None
    base: int = 0
    op_id: str = ""

    def was_written(self, author: str, earlier: Entry | None) -> bool:
        """Whether this very thing was written before; OpIdTaken where another one bears its number."""
        if earlier is None:
            return False
        theirs = (earlier.author, earlier.owner, earlier.kind, earlier.address, earlier.action)
        same = theirs == (author, self.owner, self.kind, self.address, self.action)
        if not same or (not chain.is_erased(earlier) and earlier.text != self.text):
            raise OpIdTaken(self.op_id)
        return True


def sealed(drafts: Iterable[Draft], author: str, at: datetime, salts: Iterable[str], head: Head) -> tuple[Entry, ...]:
    """The entries that these become, in order, at the end of the chain."""
    made: list[Entry] = []
    for draft, salt in zip(drafts, salts, strict=True):
        entry = Entry(
            seq=head.seq + 1,
            op_id=draft.op_id,
            at=at,
            author=author,
            owner=draft.owner,
            kind=draft.kind,
            address=draft.address,
            action=draft.action,
            text=draft.text,
            base=draft.base,
            salt=None,
            digest="",
            chain="",
        )
        made.append(chain.sealed(entry, salt, head))
        head = chain.head_of(made[-1])
    return tuple(made)


def numbered(op_id: str) -> None:
    """Refuses a number that no program of ours makes."""
    if not _OP_ID.fullmatch(op_id):
        raise Malformed("op_id")
