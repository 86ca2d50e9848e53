"""Errors that speak to the person who can act: what was found, where, and what to do next.

A message is written in English with ``{named}`` places and is at the same time the key of its translation, so an
error knows no language; whoever shows it says it in the reader's (``say(error.message, **error.values)``).
"""


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it, known to every extraction tool
    """The message itself, marked so that it is found when the catalogue is extracted."""
    return message


class WorkshopError(Exception):
    """The root of all errors that a user may meet; a rim (notebook, command line) shows it as a sentence."""

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    def __str__(self) -> str:
        return self.message.format(**self.values)
