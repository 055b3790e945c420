"""Readings and refusals in, records or JSON lines on standard output out, with a count of them.

Results go to standard output and talk to standard error: progress where that is a terminal and
no records run over it, and a summary where pages were refused or there were many.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from readout.records.page import Refusal
from readout.records.reading import Reading
from readout.views.terminal import reading_lines, refusal_lines
from readout.views.wording import count_of

__all__ = ["Tally", "counted", "print_json", "print_records", "print_summary"]

Tally = Counter[str]
"""How many pages were "read", and how many refused for each reason."""


def counted(
    found: Iterable[Reading | Refusal], tally: Tally, *, quiet: bool
) -> Iterator[Reading | Refusal]:
    """Pass on what is found, counting it and, unless `quiet`, showing how far reading has come."""
    talk = Console(stderr=True)
    columns = (BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    hidden = quiet or not talk.is_terminal
    with Progress(*columns, console=talk, transient=True, disable=hidden) as progress:
        task = progress.add_task("reading", total=None)
        for one in found:
            tally["read" if isinstance(one, Reading) else one.reason] += 1
            refused = tally.total() - tally["read"]
            progress.update(task, description=f"{tally['read']} read, {refused} refused")
            yield one


def print_json(found: Iterable[Reading | Refusal]) -> None:
    """Print one JSON record a line."""
    encoder = msgspec.json.Encoder()
    for one in found:
        sys.stdout.write(encoder.encode(one).decode() + "\n")
        sys.stdout.flush()


def print_records(found: Iterable[Reading | Refusal]) -> None:
    """Print each record to be read: in colour on a terminal, plain in a pipe."""
    console = Console(highlight=False, markup=False, emoji=False)
    for one in found:
        if isinstance(one, Reading):
            lines = reading_lines(one, console)
        else:
            lines = refusal_lines(one, console)
        with console.capture() as printed:
            for line in lines:
                console.print(line, soft_wrap=True)
        sys.stdout.write(printed.get())  # rich itself would exit with 1 when nobody reads on
        sys.stdout.flush()


def print_summary(tally: Tally, *, told: bool) -> None:
    """Say on standard error what became of the pages, unless one page's own record `told` it."""
    pages, refused = tally.total(), tally.total() - tally["read"]
    if pages == 1 and (told or not refused):
        return
    reasons = ", ".join(
        f"{count} {reason.replace('_', ' ')}"
        for reason, count in tally.most_common()
        if reason != "read" and count
    )
    because = f" ({reasons})" if reasons else ""
    sys.stderr.write(
        f"{count_of(pages, 'page')}: {tally['read']} read, {refused} refused{because}\n"
    )
