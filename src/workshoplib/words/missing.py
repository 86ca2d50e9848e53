"""``python -m workshoplib.words.missing nb > missing.json``: what a translator still has to do.

Each entry has the English message, where it is said, and an empty translation to fill in: one text, or two where
``plural`` is given (for one thing, for several). ``workshoplib.words.fill`` takes the file back.
"""

import json
import sys
from collections.abc import Iterable

from workshoplib.words import catalogues
from workshoplib.words.extract import Message, messages


def sheet(messages: Iterable[Message]) -> str:
    """The messages as a JSON file with room for their translations, in the order in which one meets them."""
    entries = [
        {
            "message": message.text,
            **({"plural": message.plural} if message.plural else {}),
            "places": message.places,
            "translation": ["", ""] if message.plural else "",
        }
        for message in messages
    ]
    return json.dumps(entries, ensure_ascii=False, indent=1) + "\n"


def main(language: str) -> None:
    """Writes the sheet of a language to standard output."""
    sys.stdout.write(sheet(catalogues.missing(messages(), catalogues.load(language))))


if __name__ == "__main__":
    main(*sys.argv[1:])
