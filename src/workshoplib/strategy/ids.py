"""Ids of items: short, stable, and safe to read aloud."""

from collections.abc import Callable

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
"""Digits and letters that nobody mixes up: no 0/o, 1/i/l."""

LENGTH = 8
PATTERN = r"^[a-z0-9][a-z0-9-]{0,39}$"
"""What an id may look like in a file: made ids and such as people write themselves (``goal-webshop``)."""


def new_id(below: Callable[[int], int]) -> str:
    """A new id of 8 characters (almost 40 bits); ``below(n)`` returns a random whole number from 0 to n - 1."""
    return "".join(ALPHABET[below(len(ALPHABET))] for _ in range(LENGTH))
