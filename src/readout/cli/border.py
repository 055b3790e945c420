"""Errors in, exit codes out: 0 done, 1 pages refused, 2 wrong use, 3 broken installation."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from readout.errors import ReadoutError, UsageError

__all__ = ["BROKEN", "DONE", "REFUSED", "WRONG_USE", "border"]

DONE, REFUSED, WRONG_USE, BROKEN = range(4)


@contextmanager
def border() -> Iterator[None]:
    """Say on stderr what went wrong and what to try; end in silence when nobody reads on."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes standard output once more at exit, which must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(DONE) from None
    except ReadoutError as error:
        typer.echo(f"readout: {error}", err=True)
        raise typer.Exit(WRONG_USE if isinstance(error, UsageError) else BROKEN) from error
