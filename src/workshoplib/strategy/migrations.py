"""Strategies of earlier versions, brought up to this one.

A strategy names the version of the format that it was written in. When the format changes in a way that old documents
do not fit, a function is added to ``MIGRATIONS``; old files and stores then go through all that come after them.
"""

from collections.abc import Callable, Mapping
from typing import Any

from workshoplib.errors import N_, WorkshopError

Data = Mapping[str, Any]
"""A whole strategy as plain data, before it is validated: any value may be of any type."""

Migration = Callable[[Data], Data]

MIGRATIONS: tuple[Migration, ...] = ()
"""The first takes version 1 to 2, the second 2 to 3, and so on. They return new data and leave what is odd alone."""

VERSION = len(MIGRATIONS) + 1
"""The version that this program writes."""

FIELD = "schema_version"


class UnknownVersion(WorkshopError):
    """The strategy was written by a newer program, or its version is no number."""


def current(data: Data, migrations: tuple[Migration, ...] = MIGRATIONS) -> Data:
    """The data as the newest version writes them; without a version they are taken to be of the newest."""
    newest = len(migrations) + 1
    version = data.get(FIELD, newest)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise UnknownVersion(
            N_("The version is a whole number from 1 to {known}, and “{found}” was found."),
            found=str(version)[:60],
            known=newest,
        )
    if version > newest:
        raise UnknownVersion(
            N_(
                "The strategy is of version {found}, and this program reads versions up to {known}. "
                "Update the program, or ask for an export from an older one."
            ),
            found=version,
            known=newest,
        )
    for migrate in migrations[version - 1 :]:
        data = migrate(data)
    return {**data, FIELD: newest}
