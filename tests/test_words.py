"""What is said in four languages: messages, numbers, amounts, dates."""

import subprocess
import sys
from datetime import date, datetime, time
from decimal import Decimal

import pytest

from workshoplib.errors import WorkshopError
from workshoplib.words import LANGUAGES, UnknownLanguage, Words, words
from workshoplib.words.catalogues import save
from workshoplib.words.extract import Message

NBSP = "\u00a0"


@pytest.fixture
def nb(tmp_path):
    """Norwegian with a catalogue of three messages."""
    known = {
        "Saved at {time}": ("Lagret {time}",),
        "{n} goal": ("{n} mål", "{n} mål til sammen"),
        "{what} by {when}": ("Innen {when}: {what}",),
    }
    messages = [Message(text, "{n} goals" if "{n}" in text else "") for text in known]
    save(messages, "nb", known, tmp_path)
    return Words("nb", tmp_path)


def everywhere(shown):
    return {language: shown(words(language)) for language in LANGUAGES}


def test_a_message_is_said_in_the_language(nb):
    assert nb("Saved at {time}", time=time(14, 30)) == "Lagret 14:30"


def test_a_message_without_translation_is_said_in_english(nb):
    assert nb("Opened {time}", time=time(14, 30)) == "Opened 14:30"


def test_a_translation_may_put_the_values_in_another_order(nb):
    assert nb("{what} by {when}", what="3 mål", when=date(2027, 1, 6)) == "Innen 6. januar 2027: 3 mål"


def test_one_thing_and_several_have_their_own_form(nb):
    assert [nb.plural("{n} goal", "{n} goals", n) for n in (1, 2)] == ["1 mål", "2 mål til sammen"]


def test_a_plural_without_translation_is_said_in_english(nb):
    assert [nb.plural("{n} post", "{n} posts", n) for n in (1, 0)] == ["1 post", "0 posts"]


def test_the_number_of_a_plural_is_grouped():
    assert f"12{NBSP}500 posts" == words("nb").plural("{n} post", "{n} posts", 12500)


def test_a_value_with_braces_stays_as_it_is():
    assert (
        words("en")("Saved {what}", what="{time} {0} {time.tzinfo}", time=time(14, 30))
        == "Saved {time} {0} {time.tzinfo}"
    )


def test_a_message_never_reaches_into_a_value():
    assert words("en")("{time.hour} {0} {time!r}", time=time(14, 30)) == "{time.hour} {0} {time!r}"


def test_a_place_without_value_stays_visible():
    assert words("en")("Saved {time}") == "Saved {time}"


def test_values_may_be_called_anything():
    assert words("en")("{self} {message} {language}", self="a", message="b", language="c") == "a b c"


def test_nothing_is_said_for_an_empty_message():
    assert everywhere(lambda say: say("")) == {"en": "", "nb": "", "sv": "", "da": ""}


def test_an_error_is_said_with_its_values(nb):
    assert nb.error(WorkshopError("Saved at {time}", time=time(14, 30))) == "Lagret 14:30"


def test_values_in_a_message_are_written_as_the_language_does():
    values = {"a": Decimal("12500.50"), "b": 0.5, "c": date(2027, 1, 6), "d": ["x", 2.5], "e": 2027, "f": None}
    assert f"12{NBSP}500,5 | 0,5 | 6. januar 2027 | x og 2,5 | 2027 | None" == words("nb")(
        "{a} | {b} | {c} | {d} | {e} | {f}", **values
    )


def test_an_unknown_language_is_refused_with_those_there_are():
    with pytest.raises(UnknownLanguage) as refused:
        words("de")
    assert str(refused.value) == "There is no language “de” here. Choose one of en, nb, sv, da."


def test_the_words_of_a_language_are_made_once():
    assert words("nb") is words("nb")


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (12500.5, None, "12,500.5"),
        (12500, None, "12,500"),
        (0.1 + 0.2, None, "0.3"),
        (2.5, 0, "3"),
        (-2.5, 0, "-3"),
        (1.005, 2, "1.01"),
        (3, 1, "3.0"),
        (-0.0001, None, "0"),
        (1e22, None, "10,000,000,000,000,000,000,000"),
        (float("nan"), None, "–"),
        (float("inf"), 2, "∞"),
    ],
)
def test_a_number_is_rounded_as_people_do_it(value, decimals, expected):
    assert expected == words("en").number(value, decimals)


def test_each_language_writes_numbers_its_own_way():
    assert {"en": "-12,500.5", "nb": f"−12{NBSP}500,5", "sv": f"−12{NBSP}500,5", "da": "-12.500,5"} == everywhere(
        lambda say: say.number(-12500.5)
    )


def test_each_language_writes_percent_its_own_way():
    assert {"en": "30%", "nb": f"30{NBSP}%", "sv": f"30{NBSP}%", "da": f"30{NBSP}%"} == everywhere(
        lambda say: say.percent(30)
    )


def test_a_share_has_as_many_decimals_as_asked():
    assert [f"33,3{NBSP}%", f"33,33{NBSP}%", f"33{NBSP}%"] == [
        words("nb").percent(33.333, decimals) for decimals in (None, 2, 0)
    ]


@pytest.mark.parametrize(
    ("currency", "expected"),
    [
        ("NOK", {"en": "NOK_12,500.50", "nb": "12_500,50_kr", "sv": "12_500,50_NOK", "da": "12.500,50_NOK"}),
        ("SEK", {"en": "SEK_12,500.50", "nb": "12_500,50_SEK", "sv": "12_500,50_kr", "da": "12.500,50_SEK"}),
        ("DKK", {"en": "DKK_12,500.50", "nb": "12_500,50_DKK", "sv": "12_500,50_DKK", "da": "12.500,50_kr."}),
        ("EUR", {"en": "€12,500.50", "nb": "12_500,50_€", "sv": "12_500,50_€", "da": "12.500,50_€"}),
        ("GBP", {"en": "£12,500.50", "nb": "12_500,50_£", "sv": "12_500,50_GBP", "da": "12.500,50_£"}),
        ("", {"en": "12,500.50", "nb": "12_500,50", "sv": "12_500,50", "da": "12.500,50"}),
    ],
)
def test_kroner_are_written_short_at_home_only(currency, expected):
    assert {language: text.replace("_", NBSP) for language, text in expected.items()} == everywhere(
        lambda say: say.money(Decimal("12500.50"), currency)
    )


def test_a_whole_amount_has_no_decimals():
    assert [f"12{NBSP}500{NBSP}kr", f"-3{NBSP}kr"] == [words("nb").money(n, "NOK") for n in (12500.0, -2.999)]


def test_dates_have_the_name_of_the_month():
    assert everywhere(lambda say: say.date(date(2027, 1, 6))) == {
        "en": "6 January 2027",
        "nb": "6. januar 2027",
        "sv": "6 januari 2027",
        "da": "6. januar 2027",
    }


def test_short_dates_are_digits():
    assert everywhere(lambda say: say.short_date(date(2027, 1, 6))) == {
        "en": "06/01/2027",
        "nb": "06.01.2027",
        "sv": "2027-01-06",
        "da": "06.01.2027",
    }


def test_the_week_starts_on_monday():
    assert everywhere(lambda say: say.weekday(0)) == {"en": "Monday", "nb": "mandag", "sv": "måndag", "da": "mandag"}


def test_days_and_months_have_short_names():
    assert everywhere(lambda say: (say.short_weekday(3), say.short_month(9), say.month(9))) == {
        "en": ("Thu", "Sept", "September"),
        "nb": ("tor.", "sep", "september"),
        "sv": ("tors", "sep.", "september"),
        "da": ("tors.", "sep.", "september"),
    }


def test_times_have_hours_and_minutes():
    assert everywhere(lambda say: say.time(time(14, 30, 59))) == {
        "en": "14:30",
        "nb": "14:30",
        "sv": "14:30",
        "da": "14.30",
    }


def test_a_moment_is_a_date_and_a_time():
    assert words("en").moment(datetime(2027, 1, 6, 14, 30)) == "6 January 2027 at 14:30"


def test_a_list_has_an_and_before_its_last():
    assert everywhere(lambda say: say.list(["A", "B", "C"])) == {
        "en": "A, B and C",
        "nb": "A, B og C",
        "sv": "A, B och C",
        "da": "A, B og C",
    }


def test_short_lists_are_lists_too():
    assert [words("nb").list(things) for things in ([], ["A"], ["A", "B"])] == ["", "A", "A og B"]


def test_importing_the_words_does_not_import_babel():
    code = "import sys, workshoplib.words as w; w.words('nb')('Saved'); sys.exit('babel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_amount_that_ends_in_a_full_stop_ends_the_sentence() -> None:
    say = words("da")
    assert say("{name} now.", name="I dag") == "I dag now."
    assert say("In all {amount}.", amount=say.money(64042, "DKK")).endswith("kr.")
    assert not say("In all {amount}.", amount=say.money(64042, "DKK")).endswith("..")


def test_a_question_in_a_sentence_keeps_its_mark_and_gets_no_full_stop() -> None:
    assert words("en")("Bars: {title}. {rows}.", title="Which fault?", rows="A 1") == "Bars: Which fault? A 1."
