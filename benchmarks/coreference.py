"""Marked mentions of events in, how rightly Readout tells which are of one event out.

DATA is a JSON lines file of mentions: doc_id, split, sent, tokens, kind, validated, cluster; beside
it lies the file of the articles, `_docs` in the place of `_mentions`, with their words. Only
validated mentions of events are scored; those for training are left out.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from benchmarks.articles import BATCH
from benchmarks.mentioned_events import tell_mention
from benchmarks.scoring.coreference import conll
from benchmarks.stories import StoryRow, chosen_rows, stories_of
from readout.article import article_of_text
from readout.ledger.events import Told, merge_reports
from readout.models import load_encoder
from readout.reading import read_articles
from readout.records.reading import Reading

__all__ = ["run"]


class _Mention(msgspec.Struct, frozen=True, kw_only=True):
    doc_id: str
    split: str = "dev"
    sent: int
    tokens: tuple[int, ...]
    kind: str
    validated: bool = True
    cluster: str


def run(data: Path, out: Path | None = None) -> Mapping[str, object]:
    """Tie the mentions of `data` together, write the predictions to `out`, return the figures."""
    rows = chosen_rows(data.with_name(data.name.replace("_mentions", "_docs")))
    stories = stories_of(rows)
    wanted: defaultdict[str, list[tuple[str, _Mention]]] = defaultdict(list)
    decoder = msgspec.json.Decoder(_Mention)
    for number, line in enumerate(data.read_bytes().splitlines()):
        mention = decoder.decode(line)
        if mention.kind == "event" and mention.validated and mention.doc_id in stories:
            wanted[mention.doc_id].append((f"m{number:06d}", mention))
    told: list[Told] = []
    encoder = load_encoder()
    for start in range(0, len(rows), BATCH):
        batch = rows[start : start + BATCH]
        readings = read_articles([article_of_text(row.text) for row in batch], encoder)
        for row, reading in zip(batch, readings, strict=True):
            told += _told(row, reading, wanted[row.doc_id], stories[row.doc_id])
    events = merge_reports(told)
    found = {one: event.event_id for event in events for one in event.reports}
    gold = {one: mention.cluster for marked in wanted.values() for one, mention in marked}
    if out is not None:
        lines = [{"mention": one, "event": found.get(one, one)} for one in sorted(gold)]
        out.write_bytes(b"".join(msgspec.json.encode(line) + b"\n" for line in lines))
    return {"mentions": len(gold), **conll(gold, {one: found.get(one, one) for one in gold})}


def _told(
    row: StoryRow, reading: Reading, marked: Sequence[tuple[str, _Mention]], story: str
) -> list[Told]:
    """Return the article's mentions; one whose words cannot be found in its text is left out."""
    places = _places(row)
    told: list[Told] = []
    for name, mention in marked:
        spans = [places[mention.sent, at] for at in mention.tokens if (mention.sent, at) in places]
        for sentence in reading.sentences:
            inside = [
                at
                for at, token in enumerate(sentence.tokens)
                if any(token.start < end and start < token.end for start, end in spans)
            ]
            if inside:
                text = reading.article.text
                told.append(tell_mention((name, row.doc_id, story), text, sentence, inside))
                break
    return told


def _places(row: StoryRow) -> dict[tuple[int, int], tuple[int, int]]:
    """Return where in the text each word of each sentence stands."""
    places: dict[tuple[int, int], tuple[int, int]] = {}
    cursor = 0
    for number, sentence in enumerate(row.sentences):
        for at, word in enumerate(sentence):
            start = row.text.find(word, cursor)
            if start >= 0:
                cursor = start + len(word)
                places[number, at] = (start, cursor)
    return places
