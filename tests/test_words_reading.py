"""What people type, read as they mean it."""

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshoplib.words import LANGUAGES, Unreadable, words

languages = st.sampled_from(list(LANGUAGES))
every_language = pytest.mark.parametrize("language", LANGUAGES)


def amounts(places):
    return st.decimals(-10_000_000_000, 10_000_000_000, places=places)


def refusal(read, typed):
    with pytest.raises(Unreadable) as refused:
        read(typed)
    return refused.value


@given(languages, amounts(3))
def test_a_number_is_read_as_it_was_written(language, number):
    say = words(language)
    assert number == say.read_number(say.number(number))


@given(languages, amounts(2), st.sampled_from(["NOK", "SEK", "DKK", "EUR", "GBP", ""]))
def test_an_amount_is_read_as_it_was_written(language, amount, currency):
    say = words(language)
    assert amount == say.read_number(say.money(amount, currency))


@given(languages, amounts(2))
def test_a_share_is_read_as_it_was_written(language, share):
    say = words(language)
    assert share == say.read_number(say.percent(share, 2))


@given(languages, st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_date_is_read_as_it_was_written(language, day):
    say = words(language)
    assert [day] * 3 == [say.read_date(text) for text in (say.date(day), say.short_date(day), day.isoformat())]


@given(languages, st.times())
def test_a_time_is_read_as_it_was_written(language, clock):
    say = words(language)
    assert clock.replace(second=0, microsecond=0) == say.read_time(say.time(clock))


@given(languages, st.text() | st.from_regex(r"[-+0-9., '/:a-z%]{1,12}", fullmatch=True))
def test_whatever_is_typed_is_read_or_refused_in_a_sentence(language, typed):
    say = words(language)
    for read in (say.read_number, say.read_date, say.read_time):
        try:
            read(typed)
        except Unreadable as error:
            assert say.error(error).endswith(".")


@every_language
@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("12500", "12500"),
        ("12 500,50", "12500.50"),
        ("12.500,50", "12500.50"),
        ("12,500.50", "12500.50"),
        ("12\u00a0500", "12500"),
        ("12\u202f500", "12500"),
        ("12\u2009500", "12500"),
        ("12'500", "12500"),
        ("12’500.5", "12500.5"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1 234.567", "1234.567"),
        ("1.5", "1.5"),
        ("1,5", "1.5"),
        ("0.234", "0.234"),
        ("1234.567", "1234.567"),
        (",5", "0.5"),
        ("-5", "-5"),
        ("\u22125", "-5"),
        ("–5", "-5"),
        ("+5", "5"),
        ("500 kr", "500"),
        ("500 KR.", "500"),
        ("kr 500", "500"),
        ("kr -500", "-500"),
        ("€12.50", "12.50"),
        ("500,-", "500"),
        ("500:-", "500"),
        ("1 500,– kr", "1500"),
        ("30 %", "30"),
        ("30%", "30"),
        ("\u200e30\u200b", "30"),
    ],
)
def test_a_number_that_means_one_thing_is_read_in_every_language(language, typed, expected):
    assert Decimal(expected) == words(language).read_number(typed)


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        ("en", "1,234", "1234"),
        ("en", "1.234", "1.234"),
        ("da", "1.234", "1234"),
        ("da", "1,234", "1.234"),
        ("nb", "1,234", "1.234"),
        ("sv", "1,234", "1.234"),
    ],
)
def test_the_language_decides_what_a_sign_before_three_digits_means(language, typed, expected):
    assert Decimal(expected) == words(language).read_number(typed)


@pytest.mark.parametrize("language", ["nb", "sv"])
def test_a_number_that_could_mean_two_things_is_refused_with_both(language):
    say = words(language)
    error = refusal(say.read_number, "12.500 kr")
    said = (error.message, {name: say("{it}", it=value) for name, value in error.values.items()})
    assert said == (
        "“{typed}” can mean {large} or {small}. Write one of these.",
        {"typed": "12.500 kr", "large": "12\u00a0500", "small": "12,500"},
    )


@every_language
@pytest.mark.parametrize(
    "typed",
    ["abc", "1e5", "5.", "1 2 3", "12 50", "1,234.5,6", "--5", "- -5", "5-", "½", "5²", "12 k", "1/2", "NaN", "٣"],
)
def test_what_is_no_number_is_quoted_and_an_example_is_shown(language, typed):
    error = refusal(words(language).read_number, typed)
    assert (typed, words(language).number(12500.5, 2)) == (error.values["typed"], error.values["example"])


@pytest.mark.parametrize("typed", ["", "  ", "\u00a0\n"])
def test_an_empty_answer_is_called_empty(typed):
    say = words("en")
    assert [say.error(refusal(read, typed)) for read in (say.read_number, say.read_date, say.read_time)] == [
        "Nothing is written here. Write a number, for example 12,500.50.",
        "Nothing is written here. Write a date, for example 06/01/2027.",
        "Nothing is written here. Write a time, for example 14:30.",
    ]


def test_a_long_text_is_quoted_in_part():
    assert len(refusal(words("en").read_number, "9" * 5000).values["typed"]) == 61


@every_language
@pytest.mark.parametrize(
    "typed",
    [
        "6.1.2027",
        "06.01.27",
        "6. 1. 2027",
        "06/01/2027",
        "6/1 2027",
        "6-1-2027",
        "2027-01-06",
        "2027-1-6",
        "2027.01.06",
        "6 January 2027",
        "6 Jan 27",
        "6th January 2027",
        "January 6, 2027",
        "Wednesday the 6th of January 2027",
    ],
)
def test_a_date_is_read_in_every_language(language, typed):
    assert date(2027, 1, 6) == words(language).read_date(typed)


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("nb", "6. mai 2027"),
        ("nb", "torsdag 6. mai 2027"),
        ("nb", "tors. 6. mai 2027"),
        ("sv", "6 maj 2027"),
        ("sv", "torsdag den 6 maj 2027"),
        ("sv", "6 MAJ 2027"),
        ("da", "6. maj 2027"),
        ("da", "torsdag den 6. maj 2027"),
    ],
)
def test_a_date_with_the_month_in_words_is_read_in_its_language(language, typed):
    assert date(2027, 5, 6) == words(language).read_date(typed)


@pytest.mark.parametrize("typed", ["6. jan. 2027", "6. januar 2027", "6 jan 27"])
def test_a_month_may_be_shortened(typed):
    assert date(2027, 1, 6) == words("nb").read_date(typed)


@every_language
@pytest.mark.parametrize("typed", ["6.1.", "6/1", "06-01", "6 January", "January 6"])
def test_a_date_without_year_asks_for_the_year(language, typed):
    assert (
        refusal(words(language).read_date, typed).message
    ) == "“{typed}” has no year. Write it with the year, for example {example}."


@every_language
@pytest.mark.parametrize("typed", ["31.2.2027", "29 February 2027", "01/13/2027", "0227-01-06", "2027-00-10"])
def test_a_day_that_does_not_exist_is_said_so(language, typed):
    assert (
        refusal(words(language).read_date, typed).message
    ) == "There is no day “{typed}”. Write day, month and year, for example {example}."


@every_language
@pytest.mark.parametrize("typed", ["tomorrow", "2027", "6. foo 2027", "6 7 January 2027", "6.1.2027 kl. 14", "1.2.3.4"])
def test_what_is_no_date_is_refused(language, typed):
    assert typed == refusal(words(language).read_date, typed).values["typed"]


def test_a_swedish_date_with_a_short_year_is_refused_if_it_could_be_two_days():
    error = refusal(words("sv").read_date, "27-01-06")
    assert (date(2006, 1, 27), date(2027, 1, 6)) == (error.values["early"], error.values["late"])


def test_a_swedish_date_with_a_short_year_is_read_if_it_can_only_be_one_day():
    assert date(2032, 1, 6) == words("sv").read_date("32-01-06")


@every_language
@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("14.30", time(14, 30)),
        ("14:30", time(14, 30)),
        ("14:30:00", time(14, 30)),
        ("9:05", time(9, 5)),
        ("14", time(14)),
        ("kl. 14", time(14)),
        ("kl 14.30", time(14, 30)),
        ("Klokken 14", time(14)),
        ("klockan 14", time(14)),
        ("2 pm", time(14)),
        ("2:30pm", time(14, 30)),
        ("2.30 p.m.", time(14, 30)),
        ("12 am", time(0)),
        ("12 pm", time(12)),
        ("00:00", time(0)),
    ],
)
def test_a_time_is_read_in_every_language(language, typed, expected):
    assert expected == words(language).read_time(typed)


@every_language
@pytest.mark.parametrize("typed", ["24:00", "14:60", "13 pm", "0 am", "half two", "1430", "14:3", "14:30:15"])
def test_what_is_no_time_is_quoted_and_an_example_is_shown(language, typed):
    error = refusal(words(language).read_time, typed)
    assert (typed, words(language).time(time(14, 30))) == (error.values["typed"], error.values["example"])
