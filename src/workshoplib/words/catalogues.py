"""The catalogues as files: ``.po`` for translators and ``.mo`` for the program, the same bytes for the same words."""

import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from workshoplib.words import DOMAIN, LANGUAGES, LOCALE_FOLDER
from workshoplib.words.checks import faults
from workshoplib.words.extract import Message

SOURCE_LANGUAGE = "en"

Translations: TypeAlias = Mapping[str, tuple[str, ...]]
"""The translation of each message: one text, or one for each plural form. No entry where there is none yet."""


class _Catalog(Catalog):
    """Babel's catalogue without the dates and names that would differ from run to run."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        headers = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Transfer-Encoding", "8bit")]
        return (
            [*headers, ("Language", str(self.locale)), ("Plural-Forms", self.plural_forms)] if self.locale else headers
        )

    @mime_headers.setter
    def mime_headers(self, headers: object) -> None:
        """Nothing: what a file says in its header is not taken over."""


def template_path() -> Path:
    """Where the messages are kept without translations, for tools that start a new language from it."""
    return LOCALE_FOLDER / f"{DOMAIN}.pot"


def po_path(language: str, folder: Path = LOCALE_FOLDER) -> Path:
    """Where the translations into a language are kept; the compiled ones lie beside it."""
    return folder / LANGUAGES[language] / "LC_MESSAGES" / f"{DOMAIN}.po"


def load(language: str, folder: Path = LOCALE_FOLDER) -> Translations:
    """The translations into a language as its ``.po`` file has them, without those marked as fuzzy."""
    path = po_path(language, folder)
    return {message.text: forms for message, forms in _entries(path.read_bytes())} if path.exists() else {}


def save(messages: Iterable[Message], language: str, known: Translations, folder: Path = LOCALE_FOLDER) -> None:
    """Writes the ``.po`` file of a language with these messages and what is known of them, and its ``.mo`` file."""
    path = po_path(language, folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    text = po(messages, language, known)
    path.write_bytes(text)
    path.with_suffix(".mo").write_bytes(mo(text, language))


def po(messages: Iterable[Message], language: str = "", known: Translations | None = None) -> bytes:
    """What a ``.po`` file says, in alphabetical order; without a language it is the template."""
    file = io.BytesIO()
    write_po(file, _catalogue(messages, language, known or {}), width=0, sort_output=True, include_lineno=False)
    return file.getvalue()


def mo(po: bytes, language: str) -> bytes:
    """What a ``.po`` file compiles to; a missing translation has no entry, so that gettext falls back to English."""
    entries = dict(_entries(po))
    known = {message.text: forms for message, forms in entries.items()}
    file = io.BytesIO()
    write_mo(file, _catalogue(entries, language, known))
    return file.getvalue()


def source(messages: Iterable[Message]) -> Translations:
    """The "translations" into the language that the messages are written in."""
    return {message.text: message.forms for message in messages}


def missing(messages: Iterable[Message], known: Translations) -> tuple[Message, ...]:
    """The messages that have no translation, or one that is broken."""
    return tuple(message for message in messages if faults(message, known.get(message.text, ())))


def _entries(po: bytes) -> Iterator[tuple[Message, tuple[str, ...]]]:
    """Each message that has a translation, with it."""
    for entry in read_po(io.BytesIO(po), abort_invalid=True):
        texts = (entry.id,) if isinstance(entry.id, str) else tuple(entry.id)
        forms = (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ())
        if all(texts) and all(forms) and not entry.fuzzy:  # the entry without text is the header
            yield Message(texts[0], "".join(texts[1:])), forms


def _catalogue(messages: Iterable[Message], language: str, known: Translations) -> Catalog:
    catalogue = _Catalog(LANGUAGES.get(language), DOMAIN, header_comment="#", charset="utf-8", fuzzy=False)
    for message in messages:
        forms = known.get(message.text, ())
        places = [(place, 0) for place in sorted(message.places)]
        if message.plural:
            catalogue.add(message.forms, forms if len(forms) == catalogue.num_plurals else (), places)
        else:
            catalogue.add(message.text, forms[0] if len(forms) == 1 else "", places)
    return catalogue
