from typing import Any

import pytest

from workshoplib.strategy.migrations import MIGRATIONS, VERSION, Data, UnknownVersion, current


def rename_aim(data: Data) -> Data:
    """A made-up step from version 1 to 2."""
    return {("goals" if name == "aims" else name): value for name, value in data.items()}


def add_note(data: Data) -> Data:
    """A made-up step from version 2 to 3."""
    return {**data, "note": "was " + ", ".join(sorted(data))}


def test_an_old_strategy_goes_through_every_migration_after_its_version() -> None:
    old = {"schema_version": 1, "aims": {}}

    assert current(old, (rename_aim, add_note)) == {
        "schema_version": 3,
        "goals": {},
        "note": "was goals, schema_version",
    }


def test_a_strategy_in_between_skips_the_migrations_that_it_has_had() -> None:
    assert current({"schema_version": 2, "aims": {}}, (rename_aim, add_note))["aims"] == {}


def test_the_data_given_are_not_changed() -> None:
    old = {"schema_version": 1, "aims": {}}
    current(old, (rename_aim,))

    assert old == {"schema_version": 1, "aims": {}}


def test_without_a_version_data_are_taken_to_be_of_the_newest() -> None:
    assert current({"aims": {}}, (rename_aim,)) == {"schema_version": 2, "aims": {}}


def test_a_newer_version_is_refused_with_both_versions_and_what_to_do() -> None:
    with pytest.raises(UnknownVersion, match=r"version 4, .* versions up to 3\. Update the program"):
        current({"schema_version": 4}, (rename_aim, add_note))


@pytest.mark.parametrize("version", [0, -1, "1", "two", 1.5, True, None, [], {}])
def test_a_version_that_is_no_whole_number_is_refused(version: Any) -> None:
    with pytest.raises(UnknownVersion, match="The version is a whole number from 1 to 2"):
        current({"schema_version": version}, (rename_aim,))


def test_the_version_counts_the_migrations() -> None:
    assert len(MIGRATIONS) + 1 == VERSION
