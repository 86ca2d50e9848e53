"""Every message that a user may meet is in every language, whole and unbroken.

Says what is missing; ``python -m workshoplib.words.update`` brings the catalogues in step with the code,
``python -m workshoplib.words.missing nb`` lists what has to be translated.
"""

from functools import cache

import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po

from workshoplib.words import LANGUAGES
from workshoplib.words.catalogues import load, mo, po, po_path, template_path
from workshoplib.words.checks import faults
from workshoplib.words.extract import Message, messages

every_language = pytest.mark.parametrize("language", LANGUAGES)

collected = cache(messages)


@cache
def catalogue(language: str) -> Catalog:
    with po_path(language).open("rb") as file:
        return read_po(file)


def entries(language: str) -> list[Message]:
    ids = [entry.id for entry in catalogue(language) if entry.id]
    return [Message(id) if isinstance(id, str) else Message(*id) for id in ids]


@every_language
def test_the_catalogue_has_exactly_the_messages_that_are_said(language):
    wanted = {message.forms for message in collected()}
    there = {message.forms for message in entries(language)}
    assert {"missing": set(), "said no more": set()} == {"missing": wanted - there, "said no more": there - wanted}


@every_language
def test_every_message_is_translated_and_unbroken(language):
    known = load(language)
    wrong = [
        f"{message.text!r} {fault}" for message in collected() for fault in faults(message, known.get(message.text, ()))
    ]
    assert wrong[:20] == [], f"{len(wrong)} in all"


@every_language
def test_nothing_in_the_catalogue_is_fuzzy(language):
    assert [entry.id for entry in catalogue(language) if entry.fuzzy] == []


@every_language
def test_nothing_in_the_catalogue_is_obsolete(language):
    assert list(catalogue(language).obsolete) == []


@every_language
def test_the_compiled_catalogue_is_what_the_catalogue_compiles_to(language):
    path = po_path(language)
    assert mo(path.read_bytes(), language) == path.with_suffix(".mo").read_bytes(), (
        "run python -m workshoplib.words.update"
    )


def test_the_template_is_up_to_date():
    assert po(collected()) == template_path().read_bytes(), "run python -m workshoplib.words.update"


def test_english_says_what_is_written():
    assert [text for text, forms in load("en").items() if text != forms[0]] == []
