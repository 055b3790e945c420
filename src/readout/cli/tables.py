"""Readings in, tables of events on standard output out; on standard error, what is not in them."""

import csv
import sys
from collections import Counter
from collections.abc import Iterable

from readout.bridges import GDELT_COLUMNS, PLOVER_COLUMNS, left_out, to_gdelt, to_plover
from readout.records.page import Refusal
from readout.records.reading import Reading
from readout.views.wording import count_of

__all__ = ["print_gdelt", "print_plover"]


def print_plover(found: Iterable[Reading | Refusal]) -> None:
    """Print comma-separated rows under a line of column names."""
    table = csv.DictWriter(sys.stdout, PLOVER_COLUMNS, lineterminator="\n")
    table.writeheader()
    for one in found:
        if isinstance(one, Reading):
            table.writerows(to_plover(one))
            sys.stdout.flush()


def print_gdelt(
    found: Iterable[Reading | Refusal], *, statements: bool, all_statuses: bool
) -> None:
    """Print tab-separated rows under a line of column names, then say what is not among them."""
    table = csv.DictWriter(
        sys.stdout,
        GDELT_COLUMNS,
        dialect="excel-tab",
        lineterminator="\n",
        quoting=csv.QUOTE_NONE,
        quotechar=None,
    )
    table.writeheader()
    missing: Counter[str] = Counter()
    for one in found:
        if isinstance(one, Reading):
            table.writerows(to_gdelt(one, statements=statements, all_statuses=all_statuses))
            sys.stdout.flush()
            missing.update(event.status for event in left_out(one))
    if missing and not all_statuses:
        kinds = ", ".join(f"{count} {status}" for status, count in missing.most_common())
        sys.stderr.write(
            f"{count_of(missing.total(), 'event')} left out, with no CAMEO code as "
            f"what they are: {kinds}; --all-statuses keeps them\n"
        )
