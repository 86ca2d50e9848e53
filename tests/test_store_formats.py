"""Stores of other versions: upgraded after a backup, all or nothing."""

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from storing import VISION, created, opened, put
from workshoplib.store import formats
from workshoplib.store.tables import FORMAT, metadata

NEXT = """
from alembic import op
revision, down_revision = "0002", "0001"
def upgrade():
    op.execute("CREATE TABLE upgraded (id INTEGER)")
    {then}
"""


def test_the_format_is_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(formats.MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == FORMAT


def test_migrating_from_nothing_gives_the_tables_that_a_new_store_has() -> None:
    with create_engine("sqlite://").begin() as connection:
        formats.upgrade(connection)
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        assert formats.found(connection) == FORMAT


def _with_next_format(folder: Path, monkeypatch: pytest.MonkeyPatch, then: str) -> None:
    migrations = folder / "migrations"
    shutil.copytree(formats.MIGRATIONS, migrations)
    (migrations / "versions" / "v0002_next.py").write_text(NEXT.format(then=then))
    monkeypatch.setattr("workshoplib.store.formats.MIGRATIONS", migrations)
    for module in ("formats", "backups", "store"):
        monkeypatch.setattr(f"workshoplib.store.{module}.FORMAT", "0002")


def _tables(file: Path) -> set[str]:
    with sqlite3.connect(file) as connection:
        found = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    connection.close()
    return found


def test_an_older_store_is_upgraded_after_a_backup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with created(tmp_path) as store:
        put(store, VISION, "Here")
    _with_next_format(tmp_path, monkeypatch, "pass")
    with opened(tmp_path) as store:
        assert store.strategy().organisation.vision == "Here"
        put(store, VISION, "There", base=1)
    assert "upgraded" in _tables(tmp_path / "kyst.workshop")
    assert "upgraded" not in _tables(tmp_path / "kyst.format-0001-20270106T090001Z.workshop")


def test_an_upgrade_that_fails_leaves_the_store_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with created(tmp_path) as store:
        put(store, VISION, "Here")
    with monkeypatch.context() as patched:
        _with_next_format(tmp_path, patched, "raise RuntimeError('half way')")
        with pytest.raises(RuntimeError, match="half way"):
            opened(tmp_path)
    assert "upgraded" not in _tables(tmp_path / "kyst.workshop")
    with opened(tmp_path) as store:
        assert store.strategy().organisation.vision == "Here"


def test_opening_a_store_imports_nothing_heavy(tmp_path: Path) -> None:
    created(tmp_path).close()
    code = (
        "import sys; from workshoplib.store import Store; Store.open(sys.argv[1]).strategy();"
        "print({'alembic', 'pandas', 'ipywidgets', 'matplotlib', 'psycopg'} & set(sys.modules))"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "kyst.workshop")], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "set()"
