"""Read the sentences the event heads learn from: marked-up lines in, texts with event spans out.

    python training/sentences.py            prints how many events there are by type and mode

The mark-up is told in training/sentences/README.md: `{a Norway} {e.expel expelled} {r two envoys}.`
A file of that folder is named for the type its unnamed triggers have; `no_event_*` holds none.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from readout.errors import InvalidRecord
from readout.records.text import Record, Span

__all__ = ["FOLDER", "Example", "MarkedEvent", "counts", "ontology", "parse_line", "read_sentences"]

FOLDER = Path(__file__).with_name("sentences")
STORIES = "stories"  # in the name of a file whose lines go on until a blank one
ONTOLOGY = Path(__file__).parent.parent / "src/readout/data/plover.tsv"
TRIGGER = re.compile(r"e(\d?)(?:=([A-Z]+))?(?:\.([a-z-]+))?(?:!([a-z]+))?")
PARTIES = re.compile(r"(?:[ar]\d*)+")
PARTY = re.compile(r"([ar])(\d*)")
PIECE = re.compile(r"\{(\S+) |\}")  # an opening brace with its tag, or a closing one
ARTICLE = re.compile(r"(?:an?|the) (?=\S)", re.IGNORECASE)
CONTEXTS = re.compile(r"((?: #[a-z_]+)*)\s*$")


class MarkedEvent(Record, frozen=True, kw_only=True):
    """One event of a sentence: what it is, the words that say so, and who."""

    type: str
    mode: str | None = None
    status: str = "occurred"
    trigger: Span
    actors: tuple[Span, ...] = ()
    recipients: tuple[Span, ...] = ()


class Example(Record, frozen=True, kw_only=True):
    """One sentence without its mark-up, and its events in the order of their numbers."""

    text: str
    events: tuple[MarkedEvent, ...] = ()
    contexts: tuple[str, ...] = ()
    """PLOVER contexts the writer named; their absence says nothing."""
    file: str
    """Stem of the file the sentence stands in."""
    goes_on: bool = False
    """Whether it continues the story of the sentence before it."""


@cache
def ontology() -> dict[str, frozenset[str]]:
    """Return the allowed codes: "type", "context", "status", and "TYPE.mode" under "mode"."""
    rows = [
        line.split("\t")
        for line in ONTOLOGY.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    return {
        kind: frozenset(f"{r[1]}.{r[2]}" if r[1] else r[2] for r in rows if r[0] == kind)
        for kind in ("type", "mode", "context", "status")
    }


def read_sentences(folder: Path = FOLDER) -> Iterator[Example]:
    """Yield the sentences of all files of `folder`, file by file; a bad line is an error."""
    for path in sorted(folder.glob("*.txt")):
        lines = path.read_text(encoding="utf-8").splitlines()
        goes_on = False
        for number, line in enumerate(lines, start=1):
            if not line.strip() or line.startswith("#"):
                goes_on = False
                continue
            try:
                yield replace(parse_line(line, file=path.stem), goes_on=goes_on)
                goes_on = STORIES in path.stem
            except InvalidRecord as error:
                raise InvalidRecord(f"{path.name}:{number}: {error.what}") from error


def parse_line(line: str, *, file: str) -> Example:
    """Return the sentence of one marked-up line; `file` names the type of an unnamed trigger."""
    marks = CONTEXTS.search(line)
    named = marks.group(1).split() if marks else []
    text, spans = _strip(line[: marks.start()] if marks else line)
    contexts = tuple(name.lstrip("#") for name in named)
    _require(set(contexts) <= ontology()["context"], f"unknown context in {contexts}")
    return Example(
        text=text,
        events=tuple(_events(text, spans, default=file.upper())),
        contexts=contexts,
        file=file,
    )


def _strip(line: str) -> tuple[str, list[tuple[str, Span]]]:
    """Take the braces out; the tags come back with the places of their words."""
    text, at = "", 0
    open_tags: list[tuple[str, int]] = []
    spans: list[tuple[str, Span]] = []
    for piece in PIECE.finditer(line):
        text += line[at : piece.start()]
        at = piece.end()
        if piece.group(1):
            open_tags.append((piece.group(1), len(text)))
            continue
        _require(bool(open_tags), "a brace closes that was never opened")
        tag, start = open_tags.pop()
        spans.append((tag, Span(start, len(text))))
    text += line[at:]
    _require(not open_tags, f"a brace is left open: {open_tags}")
    _require("{" not in text and text == text.strip(), f"a brace or a blank too many: {text}")
    return text, sorted(spans, key=lambda tagged: tagged[1])


def _events(text: str, spans: list[tuple[str, Span]], *, default: str) -> Iterator[MarkedEvent]:
    """Put triggers and parties with the same number together."""
    triggers: dict[str, MarkedEvent] = {}
    parties: dict[tuple[str, str], list[Span]] = {}
    for tag, span in spans:
        words = span.of(text)
        _require(words == words.strip(), f"a span begins or ends with a blank: '{words}'")
        if found := TRIGGER.fullmatch(tag):
            number, kind, mode, status = found.groups()
            number = number or "1"
            _require(number not in triggers, f"two triggers have the number {number}")
            triggers[number] = _checked(kind or default, mode, status or "occurred", span)
            continue
        _require(PARTIES.fullmatch(tag) is not None, f"no such tag: '{tag}'")
        article = ARTICLE.match(words)  # writers may mark "the army" or "army": it is one span
        party = Span(span.start + article.end(), span.end) if article else span
        for role, numbers in PARTY.findall(tag):
            for number in numbers or "1":
                parties.setdefault((role, number), []).append(party)
    lost = {number for _, number in parties} - set(triggers)
    _require(not lost, f"actors or recipients without a trigger: {sorted(lost)}")
    for number in sorted(triggers):
        event = triggers[number]
        yield MarkedEvent(
            type=event.type,
            mode=event.mode,
            status=event.status,
            trigger=event.trigger,
            actors=tuple(parties.get(("a", number), ())),
            recipients=tuple(parties.get(("r", number), ())),
        )


def _checked(kind: str, mode: str | None, status: str, trigger: Span) -> MarkedEvent:
    """Build an event, refusing codes PLOVER or Readout does not have."""
    _require(kind in ontology()["type"], f"unknown type '{kind}'")
    _require(mode is None or f"{kind}.{mode}" in ontology()["mode"], f"{kind} has no '{mode}'")
    _require(status in ontology()["status"], f"unknown status '{status}'")
    return MarkedEvent(type=kind, mode=mode, status=status, trigger=trigger)


def _require(fine: bool, what: str) -> None:  # noqa: FBT001  a check reads as a sentence
    """Raise what is wrong with a line."""
    if not fine:
        raise InvalidRecord(what)


def counts(examples: Iterable[Example]) -> Counter[str]:
    """Count events by type, by type and mode, by status, and sentences with and without any."""
    found: Counter[str] = Counter()
    for example in examples:
        found["sentences " + ("with" if example.events else "without")] += 1
        for event in example.events:
            found["events"] += 1
            found[event.type] += 1
            found[f"{event.type}.{event.mode or '-'}"] += 1
            found[f"!{event.status}"] += 1
    return found


def main() -> None:
    """Print the counts, one a line."""
    for name, number in sorted(counts(read_sentences()).items()):
        print(f"{number:6d} {name}")


if __name__ == "__main__":
    main()
