import json
from datetime import date, time
from decimal import Decimal

import jsonschema
import pytest
import yaml
from hypothesis import given, settings

from made_up import AWKWARD_TEXTS, strategies
from workshoplib.strategy import PARTS, Strategy, yaml_text
from workshoplib.strategy.files import LARGEST, Unreadable, read, schema, to_json, to_yaml
from workshoplib.strategy.goals import Goal, Goals
from workshoplib.words import words

KYSTBRYGG = """\
schema_version: 1
organisation:
  name: Kystbrygg Ålesund
  language: nb
  country: 'NO'
  business_goals:
    - id: shop
      text: Sell more in the web shop
goals:
  goals:
    - id: g1
      text: |-
        Twice as many visits
        from people who have never bought
      business_goal: shop
      deadline: 2027-06-30
"""


def problems(content: str | bytes, name: str = "plan.yaml") -> list[str]:
    with pytest.raises(Unreadable) as caught:
        read(content, name)
    return [str(problem) for problem in caught.value.problems]


def only_problem(content: str | bytes, name: str = "plan.yaml") -> str:
    (problem,) = problems(content, name)
    return problem


def strategy_with(text: str) -> Strategy:
    return Strategy(goals=Goals(goals=(Goal(id="g1", text=text),)))


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_text, "_PARSER", getattr(yaml, request.param))


# What people write


def test_a_strategy_is_read_from_yaml() -> None:
    goal = read(KYSTBRYGG, "plan.yaml").goals.goals[0]

    assert (goal.text, goal.deadline) == ("Twice as many visits\nfrom people who have never bought", date(2027, 6, 30))


def test_a_strategy_is_read_from_json() -> None:
    content = json.dumps({"organisation": {"name": "Kystbrygg"}})

    assert read(content, "PLAN.JSON").organisation.name == "Kystbrygg"


def test_norway_is_a_country_and_not_a_no() -> None:
    assert str(read("organisation: {country: NO}", "plan.yml").organisation.country) == "NO"


@pytest.mark.parametrize(
    "written", ["2026", "007", "1.50", "2026-01-31", "no", "Yes", "on", "true", "12:30", "1e3", "+47"]
)
def test_a_text_field_keeps_what_was_written_without_quotation_marks(written: str) -> None:
    assert read(f"organisation:\n  name: {written}\n", "plan.yaml").organisation.name == written


@pytest.mark.parametrize("written", ["", "~", "null"])
def test_an_empty_field_is_an_unanswered_one(written: str) -> None:
    assert read(f"organisation:\n  name: {written}\n", "plan.yaml") == Strategy()


def test_a_part_without_anything_in_it_is_an_empty_part() -> None:
    assert read("goals:\npersonas:\n", "plan.yaml") == Strategy()


def test_an_id_of_digits_alone_is_an_id() -> None:
    assert read("goals: {goals: [{id: 22345678}]}", "plan.yaml").goals.goals[0].id == "22345678"


@pytest.mark.parametrize("written", ["true", "True", "yes", "'yes'"])
def test_a_yes_may_be_written_in_several_ways(written: str) -> None:
    assert read(f"goals: {{goals: [{{id: g1, priority: {written}}}]}}", "plan.yaml").goals.goals[0].priority


@pytest.mark.parametrize("written", ["8:30", "08:30", "8.30", "'08:30:00'"])
def test_a_time_may_be_written_in_several_ways(written: str) -> None:
    slots = read(f"kpis: {{measuring_slots: [{{at: {written}}}]}}", "plan.yaml").kpis.measuring_slots

    assert slots[0].at == time(8, 30)


@pytest.mark.parametrize("written", ["830", "12.5.", "half past eight", "true"])
def test_a_number_is_no_time_of_day(written: str) -> None:
    assert "is not a time of day" in only_problem(f"kpis: {{measuring_slots: [{{at: {written}}}]}}")


@pytest.mark.parametrize("written", ["2027", "0", "86400", "31.1.2027", "2027-13-01", "true"])
def test_a_number_is_no_date(written: str) -> None:
    assert "is not a date" in only_problem(f"goals: {{goals: [{{id: g1, deadline: {written}}}]}}")


def test_a_yes_is_no_number() -> None:
    assert "“true” is not a number" in only_problem("goals: {goals: [{id: g1, target: true}]}")


def test_an_amount_keeps_its_cents() -> None:
    assert read("goals: {goals: [{id: g1, value: 1234567890.10}]}", "plan.yaml").goals.goals[0].value == Decimal(
        "1234567890.10"
    )


def test_hours_of_a_week_are_put_in_order() -> None:
    strategy = read("personas: {personas: [{id: p1, active: {mon: [20, 8, 8], tue: }}]}", "plan.yaml")

    assert strategy.personas.personas[0].active.mon == (8, 20)


def test_a_file_from_windows_is_read_like_any_other() -> None:
    assert read(b"\xef\xbb\xbf" + KYSTBRYGG.replace("\n", "\r\n").encode(), "plan.yaml") == read(KYSTBRYGG, "plan.yaml")


# What they get told


def test_a_problem_names_line_column_field_and_what_was_expected(parser: None) -> None:
    content = KYSTBRYGG.replace("2027-06-30", "next summer")

    assert only_problem(content) == (
        "Line 16, column 7, goals.goals[0].deadline: “next summer” is not a date. "
        "Write year-month-day, such as 2027-01-31."
    )


def test_a_problem_in_json_names_line_and_column_too() -> None:
    content = '{\n  "goals": {\n    "goals": [\n      {"id": "g1", "target": "many"}\n    ]\n  }\n}\n'

    assert only_problem(content, "plan.json").startswith("Line 4, column 20, goals.goals[0].target: “many” is not a")


def test_problems_come_in_the_order_of_the_file() -> None:
    told = problems("organisation: {nam: x}\ngoals: {goals: [{id: g1, target: x}]}\ngoal: 1\n")

    assert [line.split(",")[0] for line in told] == ["Line 1", "Line 2", "Line 3"]


def test_the_error_names_the_file_and_ten_problems_at_the_most() -> None:
    content = "organisation:\n" + "".join(f"  surprise{number}: 1\n" for number in range(12))
    with pytest.raises(Unreadable, match=r"“plan\.yaml” cannot be read") as caught:
        read(content, "plan.yaml")

    assert str(caught.value).splitlines()[-1] == "And 2 more."


def test_the_error_can_be_said_in_any_language() -> None:
    with pytest.raises(Unreadable) as caught:
        read("goals: {goals: [{id: g1, target: x}]}", "plan.yaml")

    assert words("nb").error(caught.value).count("goals.goals[0].target") == 1


def test_a_reference_to_nothing_is_told_with_the_ids_that_there_are() -> None:
    content = KYSTBRYGG.replace("business_goal: shop", "business_goal: web")

    assert only_problem(content) == (
        "Line 15, column 7, goals.goals[0].business_goal: “web” is no id in organisation.business_goals. "
        "There are: shop."
    )


def test_a_newer_version_is_refused_with_both_versions() -> None:
    told = only_problem("schema_version: 99\nwhatever: 1\n")

    assert told.startswith("Line 1, column 1, schema_version: The strategy is of version 99, and this program reads")


# What nobody should have to fear


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "The file is empty."),
        ("  \n\n", "The file is empty."),
        ("# only a comment\n", "Line 1, column 1: A strategy starts with"),
        ("- a\n- b\n", "Line 1, column 1: A strategy starts with"),
        ("just words", "Line 1, column 1: A strategy starts with"),
        ("<!doctype html><title>Sign in</title>", "This is a web page."),
        (b"PK\x03\x04\x14\x00\x06\x00", "This is a packed file"),
        (b"%PDF-1.7", "This is a PDF."),
        (b"SQLite format 3\x00", "This is a workshop file itself."),
        ("goals: {}\n".encode("utf-16"), "Line 1, column 1: The text is not in UTF-8"),
        ("goals: {}\norganisation:\n  name: Ålesund".encode("latin-1"), "Line 3, column 9: The text is not in UTF-8"),
        ("organisation:\n  name: a\x00b", "Line 2, column 10: An invisible control character"),
        ("organisation: {name: \ud800}", "Line 1, column 22: The text is not in UTF-8"),
        ("goals:\n\tgoals: []", "Line 2, column 1: A tab stands here."),
        ("goals: goals: []", "Line 1, column 13: A colon too many"),
        ("goals:\ngoals\nx: 1", "Line 3, column 1: A colon is missing"),
        ("organisation:\n  name: 'Bjørn", "A quotation mark that was opened"),
        ("goals: [1, 2\nbudget: 3", "A list in brackets is not closed"),
        ("goals:\n  a: 1\n b: 2", "Line 3, column 2: This line does not fit"),
        ("organisation: {name: @kystbrygg}", "Line 1, column 22: A text cannot start with this sign."),
        ("goals: {a: 1]", "Line 1, column 13: A list in brackets is not closed"),
        ("goals: {}\n---\nbudget: {}", "Line 2, column 1: A second document starts here"),
        ("? [a, b]\n: 1", "Line 1, column 3: The name of a field is expected"),
        ("a: !!python/object/apply:os.system ['true']", "Line 1, column 4: “tag:yaml.org,2002:python/object/apply:"),
        ("a: !include /etc/hostname", "Line 1, column 4: “!include” is a tag."),
        ("!!binary a: 1", "Line 1, column 1: The name of a field is expected"),
        ("a: &big [x, x]\nb: [*big, *big]", "Line 2, column 5: “*big” points to another place"),
        ("a: &a [*a]", "Line 1, column 8: “*a” points to another place"),
        ("[" * 100_000, "Line 1, column 21: This is nested more than 20 levels deep."),
        ("a: {" * 100_000, "column 80: This is nested more than 20 levels deep."),
        ("- " * 100_000, "column 41: This is nested more than 20 levels deep."),
        ("%YAML 9.0\n---\ngoals: {}", "Line 1, column 1: This is not valid YAML."),
    ],
)
def test_yaml_that_cannot_be_read_gets_a_sentence(parser: None, content: str | bytes, said: str) -> None:
    assert said in only_problem(content)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "The file is empty."),
        ("[]", "Line 1, column 1: A strategy starts with"),
        ('"goals"', "Line 1, column 1: A strategy starts with"),
        ("{", "Line 1, column 2: The name of a field is expected"),
        ('{"goals": {}', "Line 1, column 13: A comma or } is expected"),
        ('{"goals": {},\n}', "Line 2, column 1: The name of a field is expected"),
        ('{"goals" {}}', "Line 1, column 10: A colon is expected"),
        ('{"goals": }', "Line 1, column 11: A value is expected"),
        ('{"goals": {} "budget": {}}', "Line 1, column 14: A comma or } is expected"),
        ('{"goals": [1 2]}', "Line 1, column 14: A comma or ] is expected"),
        ("{goals: {}}", "Line 1, column 2: The name of a field is expected"),
        ('{"goals": "never closed}', "Line 1, column 11: A value is expected"),
        ("{} {}", "Line 1, column 4: The file should end here"),
        ('{"goals": {"goals": [{"id": "g", "target": NaN}]}}', "column 44: “NaN” is no number in JSON"),
        ('{"goals": {"goals": [{"id": "g", "target": -Infinity}]}}', "column 44: “-Infinity” is no number in JSON"),
        ("[" * 100_000, "Line 1, column 21: This is nested more than 20 levels deep."),
        ('{"a":' * 100_000, "column 101: This is nested more than 20 levels deep."),
    ],
)
def test_json_that_cannot_be_read_gets_a_sentence(content: str, said: str) -> None:
    assert said in only_problem(content, "plan.json")


@pytest.mark.parametrize(
    ("name", "content"),
    [("plan.yaml", "goals: {}\nbudget: {}\ngoals: {}\n"), ("plan.json", '{"goals": {},\n"budget": {},\n"goals": {}}')],
)
def test_a_field_that_stands_there_twice_is_told_with_both_lines(name: str, content: str) -> None:
    assert only_problem(content, name) == (
        "Line 3, column 1, goals: “goals” already stands in line 1. Delete one of the two, or put them together."
    )


@pytest.mark.parametrize("name", ["plan.yaml", "plan.json"])
@pytest.mark.parametrize(
    ("field", "said"),
    [("confidence", "is too long for a whole number"), ("target", "is not a number"), ("value", "is")],
)
def test_a_number_of_five_thousand_digits_is_refused(name: str, field: str, said: str) -> None:
    content = '{"goals": {"goals": [{"id": "g1", "%s": %s}]}}' % (field, "9" * 5000)  # noqa: UP031 - braces all over

    assert said in only_problem(content, name)


@pytest.mark.parametrize("written", [".nan", ".inf", "nan", "-inf"])
def test_what_is_not_a_number_is_refused(written: str) -> None:
    assert "is not a number" in only_problem(f"goals: {{goals: [{{id: g1, target: {written}}}]}}")


def test_a_file_that_is_too_large_is_not_even_looked_at() -> None:
    assert only_problem(b"#" * (LARGEST + 1)) == "The file is larger than 10 MB. Is it the right one?"


def test_a_file_with_another_ending_is_refused() -> None:
    assert only_problem("goals: {}", "plan.xlsx") == "The file's name has to end in .yaml, .yml or .json."


# What we write


@settings(max_examples=50, deadline=None)
@given(strategies())
def test_what_was_written_is_read_again(strategy: Strategy) -> None:
    assert [read(to_yaml(strategy), "a.yaml"), read(to_json(strategy), "a.json")] == [strategy, strategy]


@pytest.mark.parametrize("text", AWKWARD_TEXTS)
def test_awkward_texts_survive_both_formats_and_both_parsers(parser: None, text: str) -> None:
    strategy = strategy_with(text)

    assert [read(to_yaml(strategy), "a.yaml"), read(to_json(strategy), "a.json")] == [strategy, strategy]


def test_the_yaml_is_what_a_person_would_have_written() -> None:
    assert to_yaml(read(KYSTBRYGG, "plan.yaml")) == KYSTBRYGG


def test_equal_strategies_give_equal_bytes() -> None:
    jumbled = "goals: {goals: [{deadline: 2027-06-30, id: g1}]}\norganisation: {name: K}\n"
    tidy = "organisation: {name: K}\ngoals: {goals: [{id: g1, deadline: 2027-06-30}]}\n"

    assert to_yaml(read(jumbled, "a.yaml")) == to_yaml(read(tidy, "a.yaml"))


def test_a_long_line_is_not_folded_and_letters_stay_letters() -> None:
    line = "Blåbær og 💚 i hver flaske " * 10

    assert f"text: {line.strip()}\n" in to_yaml(strategy_with(line.strip()))


def test_other_programs_do_not_mistake_a_text_for_something_else() -> None:
    written = yaml.safe_load(to_yaml(strategy_with("no")))

    assert written["goals"]["goals"][0]["text"] == "no"


def test_the_first_line_can_name_the_schema_for_editors() -> None:
    written = to_yaml(Strategy(), schema="strategy.schema.json")

    assert (written.splitlines()[0], read(written, "a.yaml")) == (
        "# yaml-language-server: $schema=strategy.schema.json",
        Strategy(),
    )


def test_an_empty_strategy_is_one_line() -> None:
    assert to_yaml(Strategy()) == "schema_version: 1\n"


# What editors get


def test_the_schema_has_labels_helps_and_our_own_words() -> None:
    reference = schema()["$defs"]["Goal"]["properties"]["business_goal"]

    assert (reference["title"], reference["x-kind"], reference["x-refers-to"]) == (
        "Business goal",
        "reference",
        "organisation.business_goals",
    )


def test_the_schema_is_of_2020_12_and_knows_every_part() -> None:
    told = schema()

    assert (told["$schema"], list(told["properties"])) == (
        "https://json-schema.org/draft/2020-12/schema",
        ["schema_version", *(name for name, _ in PARTS)],
    )


VALIDATOR = jsonschema.Draft202012Validator(schema())


@settings(max_examples=20, deadline=None)
@given(strategies())
def test_what_we_write_fits_the_schema_that_we_give(strategy: Strategy) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(json.loads(to_json(strategy)))] == []


def test_the_schema_that_we_give_refuses_what_we_refuse() -> None:
    assert not VALIDATOR.is_valid({"goals": {"goals": [{"id": "g1", "dedline": "2027-01-01"}]}})
