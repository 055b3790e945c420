"""Phrases that name actors in, how many of their countries and sectors Readout tells right out.

DATA is a JSON lines file: id, input, context, date, known_country and expect (country, code_1,
code_2, or "_none" for what is no actor; a value may be {"any_of": [...]}). Predictions are one row
an id with country, code_1 and code_2 in PLOVER's codes, or "none" where nothing was told.
"""

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from time import process_time

import msgspec

from readout.reading.actors import describe_actor, plover_country

__all__ = ["run"]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FIELDS = ("country", "code_1", "code_2")
_SCORED = frozenset({"agent_to_code", "short_text_to_agent", "query_wiki"})


class _Row(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    fn: str = "agent_to_code"
    input: str
    context: str | None = None
    date: str | None = None
    known_country: str | None = None
    mark: str | None = None
    expect: dict[str, object] = {}


class _Prediction(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    id: str
    country: str = ""
    code_1: str = ""
    code_2: str = ""
    organisation: str = ""
    by: str = ""
    none: bool = False


def run(data: Path, out: Path | None = None) -> Mapping[str, object]:
    """Describe each phrase of `data`, write the predictions to `out`, return the figures."""
    decoder = msgspec.json.Decoder(_Row)
    with data.open("rb") as lines:
        rows = [decoder.decode(line) for line in lines if line.strip()]
    describe_actor("the government")  # reads the tables
    begin = process_time()
    predictions = [_predict(row) for row in rows]
    took = process_time() - begin
    if out is not None:
        out.write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in predictions))
    return {"rows": len(rows), **_figures(rows, predictions), "per_second": round(len(rows) / took)}


def _predict(row: _Row) -> _Prediction:
    around = " ".join(filter(None, (row.context, row.known_country)))
    day = row.date if row.date and _DAY.fullmatch(row.date) else None
    actor = describe_actor(row.input, around=around, day=day)
    if actor is None:
        return _Prediction(id=row.id, none=True)
    country = plover_country(actor) or ""
    first, second = (*actor.sectors, "", "")[:2]
    return _Prediction(
        id=row.id,
        country=country,
        code_1=first,
        code_2=second,
        organisation=actor.organisation or "",
        by=actor.by,
        none=not (country or first),
    )


def _figures(rows: list[_Row], predictions: list[_Prediction]) -> dict[str, object]:
    """Return accuracies in hundredths, and for both fields at once how many rows they come from."""
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for row, told in zip(rows, predictions, strict=True):
        if row.fn not in _SCORED or row.mark:
            continue
        if row.expect.get("_none"):
            seen["not_an_actor"] += 1
            right["not_an_actor"] += told.none
            continue
        asked = [name for name in _FIELDS if name in row.expect]
        good = {name: _same(row.expect[name], getattr(told, name)) for name in asked}
        seen.update(asked)
        right.update(name for name in asked if good[name])
        if {"country", "code_1"} & set(asked):
            seen["both"] += 1
            right["both"] += good.get("country", True) and good.get("code_1", True)
    shares = {name: round(100 * right[name] / n, 2) for name, n in sorted(seen.items()) if n}
    return {**shares, "both_rows": seen["both"]}


def _same(wanted: object, told: str) -> bool:
    if isinstance(wanted, dict):
        return told in wanted.get("any_of", [])
    return str(wanted or "").upper() == told.upper()
