"""Sentences with their parties in, how many of them Readout tells right out.

DATA is a JSON lines file: id, text and events (source, target, event), codes of who and whom. The
triggers come from the model; a row in which it finds none is counted apart from one whose parties
are wrong. Types are left aside, and so is which side of a mutual deed comes first. Phrases are put
into codes by the names in `labels/unit_names.tsv`, else by the first letters of their first name;
what has no code is left out, as a coder with a dictionary does. Predictions are one row an id: its
triggers with the words of their actors and recipients, and the pairs of codes.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations, product
from pathlib import Path

import msgspec

from readout.models import load_encoder
from readout.reading.events.parties import Parties, find_parties
from readout.reading.events.syntax import read_syntax
from readout.reading.events.triggers import find_triggers
from readout.reading.layout import find_layout
from readout.reading.sentences import find_sentences

__all__ = ["Row", "codes_of", "pairs_of", "run"]

_NAMES = Path(__file__).parent / "labels" / "unit_names.tsv"
_WORD = re.compile(r"[A-Z][\w-]{2,}")
_KINDS = re.compile(r"^(?:IGO|NGO|IMG|NGM(?=.)|MOS|COP(?=ITP))+(?=[A-Z]{3})")
_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE", "REJECT", "ASSAULT"})
_STATEMENT = ("01", "02")  # roots of the events that are bare statements

Pair = tuple[str, str]


class _Coded(msgspec.Struct, frozen=True):
    source: str | None
    target: str | None
    event: str


class Row(msgspec.Struct, frozen=True):
    """One sentence with the events that are expected."""

    id: str
    text: str
    events: tuple[_Coded, ...] = ()


class _Told(msgspec.Struct, frozen=True):
    """One event that was found: the words of its trigger, type and sides."""

    trigger: str
    type: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


class _Prediction(msgspec.Struct, frozen=True):
    id: str
    events: tuple[_Told, ...]
    pairs: tuple[Pair, ...]


def run(data: Path, out: Path | None = None) -> Mapping[str, object]:
    """Tell the parties of each row, write them to `out`, return the figures."""
    with data.open("rb") as lines:
        rows = [msgspec.json.decode(line, type=Row) for line in lines if line.strip()]
    names = _names()
    told = list(_told([row.text for row in rows]))
    found = [
        _Prediction(row.id, events, tuple(sorted(pairs_of(events, names))))
        for row, events in zip(rows, told, strict=True)
    ]
    if out is not None:
        out.write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in found))
    acts = [Row(row.id, row.text, _without_statements(row)) for row in rows]
    return {
        "rows": len(rows),
        **_figures(rows, found),
        "without_statements": _figures(acts, found),
    }


def _names() -> dict[str, tuple[str, ...]]:
    lines = _NAMES.read_text("utf-8").splitlines()
    table = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {name: tuple(codes.split("|")) for name, codes in table}


def _told(texts: Sequence[str]) -> Iterator[tuple[_Told, ...]]:
    """Yield the events of each text."""
    encoder = load_encoder()
    for text, encoded in zip(texts, encoder(texts), strict=True):
        layout = find_layout(encoded, encoder.decoders)
        sentences = find_sentences(text, encoded, layout, encoder.decoders)
        events: list[_Told] = []
        for trigger in find_triggers(encoded, layout, encoder.decoders):
            first = trigger.first - layout.bounds[trigger.sentence][0]
            syntax = read_syntax(text, sentences[trigger.sentence])
            parties = find_parties(syntax, trigger, first=first)
            begin, end = encoded.words[trigger.first][0], encoded.words[trigger.last][1]
            events.append(_event(text, text[begin:end], trigger.type, parties))
        yield tuple(events)


def _event(text: str, trigger: str, kind: str, parties: Parties) -> _Told:
    return _Told(
        trigger=trigger,
        type=kind,
        actors=tuple(span.of(text) for span in parties.actors),
        recipients=tuple(span.of(text) for span in parties.recipients),
    )


def codes_of(phrase: str, names: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the codes of whom a phrase names; none for a phrase without a name.

    Of two names the first counts, unless they are joined: "lawmakers in Arnor and Gondor".
    """
    lower = phrase.lower()
    places = {name: lower.find(name) for name in names if re.search(rf"\b{re.escape(name)}", lower)}
    longest = [
        name
        for name in sorted(places, key=lambda name: (places[name], -len(name)))
        if not any(name in other for other in places if other != name)
    ]
    if longest:
        joined = re.search(rf"{re.escape(longest[0])}\w* and .*{re.escape(longest[-1])}", lower)
        return tuple(code for name in (longest if joined else longest[:1]) for code in names[name])
    named = _WORD.findall(phrase)
    return (named[0][:3].upper(),) if named else ()


def pairs_of(events: Sequence[_Told], names: Mapping[str, tuple[str, ...]]) -> set[Pair]:
    """Return who did something to whom; both ways round where a deed is mutual."""
    pairs: set[Pair] = set()
    for event in events:
        actors = [code for words in event.actors for code in codes_of(words, names)]
        recipients = [code for words in event.recipients for code in codes_of(words, names)]
        if recipients or event.type not in _MUTUAL:
            pairs.update(product(actors, recipients))
        else:
            pairs.update(permutations(actors, 2))
    return {(who, whom) for who, whom in pairs if who != whom}


def _without_statements(row: Row) -> tuple[_Coded, ...]:
    return tuple(one for one in row.events if not one.event.startswith(_STATEMENT))


def _figures(rows: Sequence[Row], found: Sequence[_Prediction]) -> dict[str, object]:
    """Return shares in hundredths of rows and pairs, and how many rows fail for which reason."""
    tally: Counter[str] = Counter()
    for row, told in zip(rows, found, strict=True):
        gold, pairs = _gold(row), _folded(set(told.pairs), _gold(row))
        tally["gold"] += len(gold)
        tally["told"] += len(pairs)
        tally["right"] += len(gold & pairs)
        if gold == pairs:
            tally["exact"] += 1
        elif not gold:
            tally["rows_too_many"] += 1
        else:
            tally["rows_wrong_parties" if told.events else "rows_no_trigger"] += 1
        if gold and told.events:
            tally["rows_triggered"] += 1
            tally["exact_triggered"] += gold == pairs
    return {
        "rows_exact": _percent(tally["exact"], len(rows)),
        "rows_exact_where_triggered": _percent(tally["exact_triggered"], tally["rows_triggered"]),
        "pairs_p": _percent(tally["right"], tally["told"]),
        "pairs_r": _percent(tally["right"], tally["gold"]),
        "pairs_f1": _percent(2 * tally["right"], tally["told"] + tally["gold"]),
        **{
            name: tally[name] for name in ("rows_no_trigger", "rows_wrong_parties", "rows_too_many")
        },
    }


def _gold(row: Row) -> set[Pair]:
    """Return the expected pairs of which both sides are named; of a mutual one the first order."""
    pairs = {(_main(one.source), _main(one.target)) for one in row.events}
    named = {(who, whom) for who, whom in pairs if who and whom and who != whom}
    return {(who, whom) for who, whom in named if who < whom or (whom, who) not in named}


def _main(code: str | None) -> str:
    """Return the part of a code that says whose it is; "" where it says nobody's."""
    bare = _KINDS.sub("", code or "", count=1)[:3]
    return "" if bare == "---" else bare


def _folded(pairs: set[Pair], gold: set[Pair]) -> set[Pair]:
    """Turn a mutual pair, or one expected the other way of a mutual deed, to the order of gold."""
    mutual = {(who, whom) for who, whom in pairs if (whom, who) in pairs}
    turned = {
        (whom, who) if (who, whom) in mutual and (whom, who) in gold else (who, whom)
        for who, whom in pairs
    }
    return {(who, whom) for who, whom in turned if who < whom or (whom, who) not in turned}


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0.0
