"""An event in, its code, quad class and score in CAMEO's scheme out."""

from functools import cache
from typing import Literal

from readout.data.tables import rows
from readout.records.event import Event, Status

__all__ = ["Stage", "cameo_code", "goldstein", "quad_class", "stage_of"]

Stage = Literal["done", "intended"]
"""CAMEO tells deeds from intentions, and has nothing for what is denied or only may be."""

_STAGES: dict[Status, Stage] = {
    "occurred": "done",
    "ongoing": "done",
    "planned": "intended",
    "proposed": "intended",
}
_NONE = "-"
# The last root of each quad class: 01 to 05 verbal and 06 to 09 material cooperation, 10 to 14
# verbal and 15 to 20 material conflict.
_LAST_ROOTS = ("05", "09", "14", "20")


def stage_of(status: Status) -> Stage | None:
    """Return how far CAMEO takes an event of this status to have come; None for not at all."""
    return _STAGES.get(status)


def cameo_code(event: Event, stage: Stage) -> str | None:
    """Return the most exact code that type, mode and contexts agree on, None where there is none.

    A mode's codes go before its type's; contexts decide only where they name one code.
    """
    table = _codes()
    for mode in dict.fromkeys((event.mode or "", "")):
        named = {
            table[key]
            for context in event.contexts
            if (key := (stage, event.type, mode, context)) in table
        }
        code = named.pop() if len(named) == 1 else table.get((stage, event.type, mode, ""))
        if code:
            return None if code == _NONE else code
    return None


def quad_class(code: str) -> str:
    """Return 1 to 4, as GDELT divides the roots."""
    return str(1 + sum(code[:2] > last for last in _LAST_ROOTS))


def goldstein(code: str) -> str:
    """Return the code's score on Goldstein's scale."""
    return _scores()[code]


@cache
def _codes() -> dict[tuple[str, str, str, str], str]:
    return {(stage, kind, mode, of): code for stage, kind, mode, of, code in rows("cameo.tsv")}


@cache
def _scores() -> dict[str, str]:
    return {code: score for code, score in rows("goldstein.tsv")}  # noqa: C416  says a row has two
