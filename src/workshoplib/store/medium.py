"""What a store is written to: a file, or a database server."""

from contextlib import AbstractContextManager
from typing import Protocol

from sqlalchemy import Connection

from workshoplib.errors import WorkshopError

PATIENCE = 30.0
"""Seconds that a writer waits for its turn."""


class Medium(Protocol):
    """Gives transactions, committed when their block ends well, and says in a sentence why one failed."""

    where: str
    """How people know it: a path, or an address without its password."""

    refusal: WorkshopError | None
    """Why nothing can be written here; None where it can."""

    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction that sees one state."""

    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction that no other writer runs beside."""

    def is_sound(self) -> bool:
        """Whether the files are as a database's files should be; their content is the chain's concern."""

    def scrub(self) -> None:
        """Takes what was erased out of the files as well."""

    def close(self) -> None:
        """Lets go of the file or the server."""
