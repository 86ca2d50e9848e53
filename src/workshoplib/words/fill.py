"""``python -m workshoplib.words.fill nb missing.json``: takes a translator's sheet into the catalogue.

Only translations that keep the places and the structure of their message are taken; the others are named, each with
what is wrong, and the exit status is 1. Entries that are still empty are passed over.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from workshoplib.words.catalogues import Translations, load, missing, save
from workshoplib.words.checks import faults
from workshoplib.words.extract import Message, messages


@dataclass(frozen=True)
class Filled:
    """The good translations of a sheet, and a sentence for each that was refused."""

    taken: Translations
    refused: tuple[str, ...]


def filled(sheet: str, messages: Iterable[Message]) -> Filled:
    """What a sheet holds for these messages."""
    known = {message.text: message for message in messages}
    taken: dict[str, tuple[str, ...]] = {}
    refused = []
    for text, forms in _answers(sheet).items():
        wrong = faults(known[text], forms) if text in known else ("is no message of this checkout",)
        refused += [f"{text!r} {fault}" for fault in wrong]
        if not wrong:
            taken[text] = forms
    return Filled(taken, tuple(refused))


def _answers(sheet: str) -> Mapping[str, tuple[str, ...]]:
    answers = {}
    for entry in json.loads(sheet):
        translation = entry["translation"]
        forms = (translation,) if isinstance(translation, str) else tuple(translation)
        if any(forms):
            answers[entry["message"]] = forms
    return answers


def main(language: str, sheet: str) -> int:
    """Fills the catalogue of a language; 0 if all was taken, 1 if something was refused."""
    found = messages()
    result = filled(Path(sheet).read_text(encoding="utf-8"), found)
    known = {**load(language), **result.taken}
    save(found, language, known)
    sys.stdout.write("".join(f"Refused: {sentence}.\n" for sentence in result.refused))
    sys.stdout.write(f"{language}: {len(result.taken)} taken, {len(missing(found, known))} are still missing.\n")
    return 1 if result.refused else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
