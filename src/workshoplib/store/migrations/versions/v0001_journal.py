"""The journal and the people."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes both tables."""
    op.create_table(
        "entries",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("op_id", sa.String, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("author", sa.String, nullable=False),
        sa.Column("owner", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("part", sa.String, nullable=False),
        sa.Column("field", sa.String, nullable=False),
        sa.Column("item", sa.String, nullable=False),
        sa.Column("action", sa.String, nullable=False),
        sa.Column("value", sa.Text),
        sa.Column("base", sa.Integer, nullable=False),
        sa.Column("salt", sa.String),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("chain", sa.String, nullable=False),
        sa.UniqueConstraint("op_id", name="uq_entries_op_id"),
    )
    op.create_index("ix_entries_address", "entries", ["part", "field", "item", "owner"])
    op.create_table(
        "people",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("since", sa.String, nullable=False),
    )
