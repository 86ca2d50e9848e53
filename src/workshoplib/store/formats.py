"""The format of a store: made new, recognised, and brought up to date."""

from pathlib import Path

from sqlalchemy import Connection, insert, inspect, select

from workshoplib.store.tables import FORMAT, metadata, version

MIGRATIONS = Path(__file__).parent / "migrations"


def make(connection: Connection) -> None:
    """Makes the tables of the newest format, and says which it is."""
    metadata.create_all(connection)
    version.metadata.create_all(connection)
    connection.execute(insert(version).values(version_num=FORMAT))


def is_made(connection: Connection) -> bool:
    """Whether there is a store already."""
    return inspect(connection).has_table(version.name)


def found(connection: Connection) -> str:
    """The format of the store; empty where there is none."""
    return connection.execute(select(version.c.version_num)).scalar() or ""


def upgrade(connection: Connection) -> None:
    """Brings the tables to the newest format, all or nothing, in the transaction that the connection is in."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
