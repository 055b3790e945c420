"""An engine in, a ledger of this program's schema version out, made or brought up where need be."""

from functools import cache
from importlib.resources import files

from sqlalchemy import Connection, Engine, inspect, text

from readout.errors import StoreError
from readout.stores.engine import name_of, reading, writing

__all__ = ["SQLITE_APPLICATION", "prepare", "schema_versions", "version_of"]

SQLITE_APPLICATION = 0x52_44_4F_54  # "RDOT": what an SQLite file says it belongs to
_TABLE = "alembic_version"


@cache
def schema_versions() -> tuple[str, ...]:
    """Return the schema versions this program knows, the newest last."""
    folder = files("readout.stores.migrations").joinpath("versions")
    names = (path.name for path in folder.iterdir())
    return tuple(sorted(n[1:5] for n in names if n.startswith("v") and n.endswith(".py")))


def version_of(connection: Connection) -> str | None:
    """Return the ledger's schema version; None where there is no ledger."""
    if not inspect(connection).has_table(_TABLE):
        return None
    found = connection.execute(text(f"SELECT version_num FROM {_TABLE}")).scalar()  # noqa: S608  a constant
    return None if found is None else str(found)


def prepare(engine: Engine, *, create: bool, wait: float) -> str:
    """Return the ledger's schema version, after bringing it to this program's.

    An empty place becomes a ledger where `create` says so. Raises StoreError where there is none,
    where something else is kept, and where a newer program made it.
    """
    with reading(engine) as connection:
        found = _checked(engine, connection, create=create)
    known = schema_versions()
    if found == known[-1]:
        return found
    if engine.dialect.name == "sqlite":
        _write_ahead(engine)
    with writing(engine, wait=wait) as connection:
        found = _checked(engine, connection, create=create)  # another may have made it meanwhile
        if found != known[-1]:
            _upgrade(connection)
    return known[-1]


def _checked(engine: Engine, connection: Connection, *, create: bool) -> str | None:
    """Return the version found, None for an empty place that may become a ledger."""
    name, found = name_of(engine), version_of(connection)
    if found is None:
        others = inspect(connection).get_table_names()
        if others:
            hint = "give the ledger a file, or a database, of its own"
            raise StoreError(f"{name} is a database but no ledger: it has '{others[0]}'", hint=hint)
        if not create:
            raise StoreError(f"there is no ledger at {name}", hint="readout add PAGES makes one")
    elif found not in schema_versions():
        newest = schema_versions()[-1]
        what = f"the ledger {name} has schema version {found}; this program knows up to {newest}"
        raise StoreError(what, hint="pip install --upgrade readout")
    return found


def _write_ahead(engine: Engine) -> None:
    """Have SQLite keep a write-ahead log, so that many read while one writes."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        raw.close()


def _upgrade(connection: Connection) -> None:
    """Run the migrations that the ledger lacks, in the caller's transaction."""
    from alembic import command  # noqa: PLC0415 -- slow to load, and needed once a ledger
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", "readout.stores:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
