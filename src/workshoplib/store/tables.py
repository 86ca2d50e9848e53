"""The tables of a store, the same in SQLite and PostgreSQL."""

from sqlalchemy import Column, Index, Integer, MetaData, String, Table, Text

FORMAT = "0001"
"""The newest migration. Formats sort by name: an older store is upgraded, a newer one is only read."""

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(column_0_label)s",
    }
)

entries = Table(
    "entries",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("op_id", String, nullable=False, unique=True),
    Column("at", String, nullable=False),
    Column("author", String, nullable=False),
    Column("owner", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("part", String, nullable=False),
    Column("field", String, nullable=False),
    Column("item", String, nullable=False),
    Column("action", String, nullable=False),
    Column("value", Text),
    Column("base", Integer, nullable=False),
    Column("salt", String),
    Column("digest", String, nullable=False),
    Column("chain", String, nullable=False),
    Index("ix_entries_address", "part", "field", "item", "owner"),
)

people = Table(
    "people",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("role", String, nullable=False),
    Column("since", String, nullable=False),
)
"""Apart from the journal, where people are ids alone: a name can be deleted, an entry cannot."""

version = Table("alembic_version", MetaData(), Column("version_num", String(32), primary_key=True))
"""Alembic's own table, named here so that opening a store need not import Alembic."""
