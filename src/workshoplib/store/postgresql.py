"""A store in PostgreSQL, for hubs; each workshop has a database (or a schema, by ``search_path``) of its own."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, Connection, Engine, create_engine, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from workshoplib.errors import WorkshopError
from workshoplib.store.refusals import (
    Busy,
    Damaged,
    DiskFull,
    MissingDriver,
    NotAWorkshop,
    NoWorkshop,
    OutOfReach,
    ReadOnly,
)

_OUR_LOCKS = 0x57_6B_73_70

_KINDS: dict[str, type[Busy | DiskFull | ReadOnly | Damaged | NotAWorkshop]] = {
    "55P03": Busy,
    "40P01": Busy,
    "53100": DiskFull,
    "25006": ReadOnly,
    "42501": ReadOnly,
    "XX001": Damaged,
    "XX002": Damaged,
    "42P01": NotAWorkshop,
}
"""What PostgreSQL's error codes mean to people."""


class PostgresqlDatabase:
    """A workshop's database, connected."""

    def __init__(self, url: str, *, patience: float) -> None:
        try:
            given = make_url(url)
        except ArgumentError as error:
            raise NoWorkshop(url) from error
        address = given.set(drivername="postgresql+psycopg")
        self.where = given.render_as_string(hide_password=True)
        self.refusal: WorkshopError | None = None
        self.engine = _engine(address, patience)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state."""
        with self._spoken(), self.engine.connect() as connection:
            connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that no other writer of this workshop runs beside."""
        if self.refusal:
            raise self.refusal
        with self._spoken(), self.engine.begin() as connection:
            connection.execute(
                text("SELECT pg_advisory_xact_lock(:ours, hashtext(current_schema()))"), {"ours": _OUR_LOCKS}
            )
            yield connection

    def is_sound(self) -> bool:
        """True: a server minds its own files."""
        return True

    def scrub(self) -> None:
        """Rewrites the tables without the dead rows; the server's log and backups follow its administrator's rules."""
        with self._spoken(), self.engine.connect() as connection:
            alone = connection.execution_options(isolation_level="AUTOCOMMIT")
            alone.exec_driver_sql("VACUUM FULL entries")
            alone.exec_driver_sql("VACUUM FULL people")

    def close(self) -> None:
        """Lets go of the server."""
        self.engine.dispose()

    @contextmanager
    def _spoken(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise _sentence(self.where, error.orig) from error
        except SQLAlchemyError as error:
            raise OutOfReach(self.where, str(error)) from error


def _engine(address: URL, patience: float) -> Engine:
    given = address.query.get("options", "")
    ours = f"-c synchronous_commit=on -c lock_timeout={int(patience * 1000)}"
    try:
        return create_engine(
            address, pool_size=1, max_overflow=0, pool_pre_ping=True, connect_args={"options": f"{given} {ours}"}
        )
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise MissingDriver from error


def _sentence(where: str, error: BaseException | None) -> WorkshopError:
    code = getattr(error, "sqlstate", None) or ""
    if code in _KINDS:
        return _KINDS[code](where)
    return OutOfReach(where, str(error).strip().splitlines()[0])
