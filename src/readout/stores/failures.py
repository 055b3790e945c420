"""What a database driver raises in, a StoreError that says what is wrong and what to try out."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import MappingProxyType

from sqlalchemy.exc import DBAPIError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from readout.errors import StoreError

__all__ = ["store_failures"]

_SQLITE = MappingProxyType(
    {
        "SQLITE_BUSY": (
            "is being written by another program, which did not finish in time",
            "try again when it has finished; reading goes on meanwhile",
        ),
        "SQLITE_LOCKED": ("is locked by another program", "try again when it has finished"),
        "SQLITE_FULL": (
            "cannot grow: the disk is full",
            "make room and run the same command again; what was entered before is kept",
        ),
        "SQLITE_CORRUPT": (
            "is damaged or cut short",
            "restore it from a copy; or enter the pages into a new ledger",
        ),
        "SQLITE_NOTADB": ("is no ledger: it is no SQLite file, or its start is damaged", ""),
        "SQLITE_READONLY": ("may not be written", "check the permissions of file and folder"),
        "SQLITE_CANTOPEN": ("cannot be opened", "check the path and its permissions"),
        "SQLITE_PERM": ("may not be opened", "check the permissions of file and folder"),
        "SQLITE_IOERR": ("cannot be read or written: the disk failed or is full", ""),
        "SQLITE_SCHEMA": ("was changed by another program meanwhile", "try again"),
    }
)
_POSTGRES = MappingProxyType(
    {
        "55P03": _SQLITE["SQLITE_BUSY"],  # lock not available
        "53100": _SQLITE["SQLITE_FULL"],
        "42501": ("may not be read or written by this user", "ask the server's owner for it"),
        "28P01": ("did not accept the password", "check the user and the password"),
        "28000": ("did not accept the user", "check the user and the password"),
        "3D000": ("does not exist on that server", "create it: createdb NAME"),
        "25006": ("may not be written: the server is read-only", ""),
    }
)
_AWAY = (
    "went away or cannot be reached",
    "run the same command again when it is back; what was entered before is kept",
)


@contextmanager
def store_failures(name: str) -> Iterator[None]:
    """Raise a StoreError about the ledger called `name` for whatever its driver raises."""
    try:
        yield
    except PoolTimeoutError as error:
        raise StoreError(f"the ledger {name} has no connection free") from error
    except NoSuchModuleError as error:
        raise StoreError(f"{name} is of a kind this program cannot open: {error}") from error
    except DBAPIError as error:
        raise _told(name, error) from error
    except SQLAlchemyError as error:
        raise StoreError(f"the ledger {name} failed: {_first_line(error)}") from error


def _told(name: str, error: DBAPIError) -> StoreError:
    """Say in a reader's words what the driver said in its own."""
    cause = error.orig
    sqlite = str(getattr(cause, "sqlite_errorname", "") or "")
    known = next((told for code, told in _SQLITE.items() if sqlite.startswith(code)), None)
    state = getattr(cause, "sqlstate", None)
    known = known or _POSTGRES.get(str(state))
    if known is None and not sqlite and (state is None or str(state).startswith(("08", "57P"))):
        known = _AWAY
    said = _first_line(cause or error)
    what, hint = known or ("failed", "")
    return StoreError(f"the ledger {name} {what} ({said})", hint=hint)


def _first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return lines[0][:200] if lines else type(error).__name__
