"""How the catalogues are made: what is collected, how it is written down, and what a translator may hand in."""

import io
import json
from datetime import date
from gettext import GNUTranslations

import pytest
from nbformat import v4

from workshoplib.strategy import fields as ask
from workshoplib.strategy.fields import Choice, Item, Part, Row, Text
from workshoplib.words.catalogues import load, missing, mo, po, po_path, save, source
from workshoplib.words.checks import faults
from workshoplib.words.extract import (
    Message,
    code_messages,
    merged,
    messages,
    model_messages,
    notebook_messages,
    template_messages,
)
from workshoplib.words.fill import filled
from workshoplib.words.missing import sheet

GOAL = Message("{n} goal", "{n} goals", ("workshoplib/steps/goals.py",))
SAVED = Message("Saved {time}", places=("workshoplib/session.py",))
WHY = Message("# Why\n\nIt matters.", places=("notebooks/01-welcome.ipynb",))
ALL = (WHY, SAVED, GOAL)


class Colour(Choice):
    RED = "red", "Red as a rose"


class Petal(Row):
    size: int | None = ask.whole("Petal size", "How long it is.", unit="millimetres")
    beauty: int | None = ask.scale("Beauty", "Be honest.", "Plain", "Stunning")


class Flower(Item):
    colour: Colour | None = ask.choice("Colour", "")
    petals: tuple[Petal, ...] = ask.table("Petals", "", "Petal")
    seen: date | None = ask.day("Seen on", "")
    name: Text = ask.text("Seen on", "Its name.")


class Garden(Part):
    flowers: tuple[Flower, ...] = ask.items("Flowers", "What grows.", "Flower")


def said_by(tmp_path, code):
    (tmp_path / "some.py").write_text(code, encoding="utf-8")
    return [message.forms for message in code_messages(tmp_path)]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ('self._say("Kept")', [("Kept",)]),
        ('say("A")', [("A",)]),
        ('view.say("A {b}", b=1)', [("A {b}",)]),
        ('say("A " "B")', [("A B",)]),
        ('say("A" if one else "B")', [("A",), ("B",)]),
        ('say(N_("A"))', [("A",)]),
        ('TITLES = {"a": N_("A")}', [("A",)]),
        ('raise Oops(N_("A {b}"), b=say("B"))', [("A {b}",), ("B",)]),
        ('say.plural("{n} a", "{n} as", n)', [("{n} a", "{n} as")]),
        ('say(message); say(""); print("A"); say.money(1, "NOK")', []),
    ],
)
def test_what_the_code_says_is_collected(tmp_path, code, expected):
    assert expected == sorted(said_by(tmp_path, code))


def test_a_message_of_the_code_tells_its_file(tmp_path):
    (tmp_path / "steps").mkdir()
    (tmp_path / "steps" / "goals.py").write_text('say("A")', encoding="utf-8")
    assert [f"{tmp_path.name}/steps/goals.py"] == [place for m in code_messages(tmp_path) for place in m.places]


def test_what_templates_say_is_collected(tmp_path):
    template = '<h1>{{ say("Contents") }}</h1>{% if n %}{{ say.plural("{n} goal", "{n} goals", n) }}{% endif %}'
    (tmp_path / "page.html.j2").write_text(template, encoding="utf-8")
    assert [message.forms for message in template_messages(tmp_path)] == [("Contents",), ("{n} goal", "{n} goals")]


def test_all_that_a_model_asks_is_collected_with_its_place():
    collected = {message.text: message.places for message in merged(model_messages([("garden", Garden)]))}
    here = __name__
    assert {
        "Flowers": (f"{here}.Garden.flowers",),
        "What grows.": (f"{here}.Garden.flowers",),
        "Flower": (f"{here}.Garden.flowers",),
        "Colour": (f"{here}.Flower.colour",),
        "Red as a rose": (f"{here}.Colour.RED",),
        "Petals": (f"{here}.Flower.petals",),
        "Petal": (f"{here}.Flower.petals",),
        "Petal size": (f"{here}.Petal.size",),
        "How long it is.": (f"{here}.Petal.size",),
        "millimetres": (f"{here}.Petal.size",),
        "Beauty": (f"{here}.Petal.beauty",),
        "Be honest.": (f"{here}.Petal.beauty",),
        "Plain": (f"{here}.Petal.beauty",),
        "Stunning": (f"{here}.Petal.beauty",),
        "Seen on": (f"{here}.Flower.seen", f"{here}.Flower.name"),
        "Its name.": (f"{here}.Flower.name",),
    } == collected


def test_what_notebooks_tell_is_collected_in_order(tmp_path):
    cells = [v4.new_markdown_cell("# Why\n\nIt matters."), v4.new_code_cell('say("A")')]
    (tmp_path / "01.ipynb").write_text(json.dumps(v4.new_notebook(cells=cells)), encoding="utf-8")
    place = (f"{tmp_path.name}/01.ipynb",)
    assert [Message("# Why", places=place), Message("It matters.", places=place)] == list(notebook_messages(tmp_path))


def test_a_message_said_in_two_places_is_collected_once():
    assert (Message("A", "As", ("x", "y")),) == merged([Message("A", places=("x",)), Message("A", "As", ("y", "x"))])


def test_labels_of_the_strategy_and_sentences_of_errors_are_among_the_messages():
    collected = {message.text for message in messages()}
    assert {"Milestones", "Brand awareness", "{date} at {time}"} <= collected


def test_a_catalogue_says_where_each_message_is_from():
    assert "#: workshoplib/session.py\n#, python-brace-format\nmsgid" in po(ALL, "nb").decode()


def test_a_catalogue_is_the_same_in_whatever_order_messages_are_found():
    assert po(ALL, "nb") == po(ALL[::-1], "nb")


def test_a_catalogue_holds_no_date():
    assert b"Date" not in po(ALL, "nb")


@pytest.mark.parametrize("language", ["en", "nb", "sv", "da"])
def test_a_catalogue_knows_the_plurals_of_its_language(language):
    assert b"Plural-Forms: nplurals=2; plural=(n != 1);" in po(ALL, language)


def test_translations_are_read_as_they_were_written(tmp_path):
    known = {SAVED.text: ("Lagret {time}",), GOAL.text: ("{n} mål", "{n} mål"), WHY.text: ("# Hvorfor\n\nDet teller.",)}
    save(ALL, "nb", known, tmp_path)
    assert known == load("nb", tmp_path)


def test_the_compiled_catalogue_leaves_out_what_is_not_translated(tmp_path):
    compiled = GNUTranslations(io.BytesIO(mo(po(ALL, "nb", {SAVED.text: ("Lagret {time}",)}), "nb")))
    assert ("Lagret {time}", "2 goals", WHY.text) == (
        compiled.gettext(SAVED.text),
        compiled.ngettext("{n} goal", "{n} goals", 2).replace("{n}", "2"),
        compiled.gettext(WHY.text),
    )


def test_a_message_that_nobody_says_any_more_leaves_the_catalogue(tmp_path):
    save([GOAL], "nb", {SAVED.text: ("Lagret {time}",)}, tmp_path)
    assert b"Lagret" not in po_path("nb", tmp_path).read_bytes()


def test_a_fuzzy_translation_counts_as_missing(tmp_path):
    save([SAVED], "nb", {SAVED.text: ("Lagret {time}",)}, tmp_path)
    path = po_path("nb", tmp_path)
    path.write_bytes(path.read_bytes().replace(b"#, python", b"#, fuzzy, python"))
    assert missing([SAVED], load("nb", tmp_path)) == (SAVED,)


def test_english_is_complete_by_itself():
    assert missing(ALL, source(ALL)) == ()


def test_a_sheet_lists_what_is_missing_with_its_places():
    assert json.loads(sheet([GOAL, SAVED])) == [
        {
            "message": "{n} goal",
            "plural": "{n} goals",
            "places": ["workshoplib/steps/goals.py"],
            "translation": ["", ""],
        },
        {"message": "Saved {time}", "places": ["workshoplib/session.py"], "translation": ""},
    ]


def hand_in(**translations):
    by_name = {"goal": GOAL, "saved": SAVED, "why": WHY}
    entries = [{"message": by_name[name].text, "translation": text} for name, text in translations.items()]
    return filled(json.dumps(entries), ALL)


def test_a_filled_sheet_is_taken():
    result = hand_in(saved="Lagret {time}", goal=["Ett mål", "{n} mål"])
    assert (result.taken, result.refused) == (
        {"Saved {time}": ("Lagret {time}",), "{n} goal": ("Ett mål", "{n} mål")},
        (),
    )


def test_what_is_still_empty_is_passed_over():
    result = hand_in(saved="", goal=["", ""])
    assert (result.taken, result.refused) == ({}, ())


def test_a_broken_translation_is_refused_by_name_and_the_rest_is_taken():
    result = hand_in(saved="Lagret {tid}", goal=["Ett mål", "{n} mål"])
    assert (list(result.taken), result.refused) == (
        ["{n} goal"],
        ("'Saved {time}' has lost {time}", "'Saved {time}' has {tid}, which is not in the message"),
    )


def test_a_translation_of_an_unknown_message_is_refused():
    result = filled(json.dumps([{"message": "Bye", "translation": "Ha det"}]), ALL)
    assert result.refused == ("'Bye' is no message of this checkout",)


@pytest.mark.parametrize(
    ("message", "translation"),
    [
        (GOAL, ["Ett mål", "{n} mål"]),
        (GOAL, ["{n} mål", "{n} mål"]),
        (Message("One goal", "{n} goals"), ["{n} mål", "{n} mål"]),
        (Message("{a} and {b}"), ["{b} og {a}"]),
        (Message("# A\n\n- [b](c.html) `d`"), ["# Å\n\n- `d`: [bø](c.html)"]),
    ],
)
def test_a_translation_may_be_worded_freely(message, translation):
    assert faults(message, translation) == ()


@pytest.mark.parametrize(
    ("message", "translation", "fault"),
    [
        (Message("A"), [], "is not translated"),
        (GOAL, ["Ett mål", ""], "is not translated"),
        (GOAL, ["{n} mål"], "is not translated"),
        (GOAL, ["{n} mål", "Mange mål"], "has lost {n}"),
        (Message("{a} of {b}"), ["{a}"], "has lost {b}"),
        (Message("A"), ["{a}"], "has {a}, which is not in the message"),
        (Message("A {b}"), ["Å {b} {"], "does not keep the braces of the message in 'Å {b} {'"),
        (Message("# A"), ["## Å"], "does not keep the headings of the message in '## Å'"),
        (Message("- a\n- b"), ["- å"], "does not keep the list items of the message in '- å'"),
        (Message("[a](b)"), ["[å](c)"], "does not keep the links of the message in '[å](c)'"),
        (Message("`make lab`"), ["`lag lab`"], "does not keep the code of the message in '`lag lab`'"),
        (Message("**A** b"), ["**Å b"], "does not keep the strong text of the message in '**Å b'"),
        (Message("a<br>b"), ["å b"], "does not keep the HTML of the message in 'å b'"),
        (Message("| a | b |"), ["| å |"], "does not keep the cells of the table of the message in '| å |'"),
        (Message("A "), ["Å"], "does not keep the space at its end of the message in 'Å'"),
        (Message("A"), [" Å"], "does not keep the space at its start of the message in ' Å'"),
    ],
)
def test_a_translation_that_breaks_its_message_is_told_what_is_wrong(message, translation, fault):
    assert (fault,) == faults(message, translation)
