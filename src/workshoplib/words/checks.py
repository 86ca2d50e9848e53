"""What a translation must keep of its message: places, structure and edges. Not whether it is good."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from workshoplib.words import PLACE
from workshoplib.words.extract import Message

_HEADING = re.compile(r"^(#+) ", re.MULTILINE)
_LIST_ITEM = re.compile(r"^\s*(?:[-*+]|\d+\.) ", re.MULTILINE)
_LINK = re.compile(r"\]\(([^)\s]*)")
_CODE = re.compile(r"(`+)(.+?)\1", re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z][^>]*>")
_TABLE_ROW = re.compile(r"^\s*\|.*$", re.MULTILINE)
_BRACE = re.compile(r"[{}]")

_KEPT: Mapping[str, Callable[[str], object]] = {
    "headings": _HEADING.findall,
    "list items": lambda text: len(_LIST_ITEM.findall(text)),
    "links": lambda text: Counter(_LINK.findall(text)),
    "code": lambda text: Counter(code for _, code in _CODE.findall(text)),
    "HTML": lambda text: Counter(_TAG.findall(text)),
    "cells of the table": lambda text: [row.count("|") for row in _TABLE_ROW.findall(text)],
    "strong text": lambda text: text.count("**"),
    "space at its start": lambda text: text[: len(text) - len(text.lstrip())],
    "space at its end": lambda text: text[len(text.rstrip()) :],
    "braces": lambda text: Counter(_BRACE.findall(PLACE.sub("", text))),
}


def faults(message: Message, translation: Sequence[str]) -> tuple[str, ...]:
    """What is wrong with a translation, each fault a phrase that follows its message; nothing where all is well.

    ``translation`` has one text, or one for each plural form (two in all our languages).
    """
    if len(translation) != len(message.forms) or not all(translation):
        return ("is not translated",)
    return tuple(
        fault
        for original, translated in zip(message.forms, translation, strict=True)
        for fault in (*_misplaced(message, original, translated), *_lost(original, translated))
    )


def _misplaced(message: Message, original: str, translated: str) -> Iterator[str]:
    """Places that were lost or invented; in the form for one thing the number may come or go ("One goal")."""
    free = {"n"} if message.plural and original == message.text else set()
    wanted, found = set(PLACE.findall(original)), set(PLACE.findall(translated))
    yield from (f"has lost {{{name}}}" for name in sorted(wanted - found - free))
    yield from (f"has {{{name}}}, which is not in the message" for name in sorted(found - wanted - free))


def _lost(original: str, translated: str) -> Iterator[str]:
    for what, of in _KEPT.items():
        if of(original) != of(translated):
            yield f"does not keep the {what} of the message in {translated!r}"
