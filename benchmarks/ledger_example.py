"""The example story and what a careful reader makes of it in, how much of that the ledger says out.

DATA is the folder of the examples: pages/ is entered into a ledger of its own, expected/ledger.json
was written first by the author of the pages. Of a page that was corrected, only its last version is
scored, as only that is in force. Predictions: what the ledger judges, a JSON line an event.

A report that was not found counts against recall: it is in no event with the others of its own.
"""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from benchmarks.scoring.example import score_events
from benchmarks.scoring.example_records import Expected, Pages
from readout.ledger.judge import judge_entries
from readout.ledger_api import open_ledger
from readout.records.verdicts import Judged

__all__ = ["run"]


def run(data: Path, out: Path | None = None) -> Mapping[str, object]:
    """Enter the pages of `data`, judge them, write the events to `out`, return the figures."""
    expected = msgspec.json.decode((data / "expected/ledger.json").read_bytes(), type=Expected)
    entered = _entered(data)
    judged = judge_entries(entered.values())
    if out is not None:
        lines = (msgspec.json.encode(one) + b"\n" for one in judged.verdicts)
        out.write_bytes(b"".join(lines))
    return {
        "pages": len(entered),
        **score_events(expected.events, judged, entered),
        "lineages": _lineages(expected, judged, entered),
        "same_words": _same_words(expected, judged),
    }


def _entered(data: Path) -> Pages:
    """Return the entries in force of the pages, by the pages' paths under `data`."""
    with (
        TemporaryDirectory() as folder,
        open_ledger(str(Path(folder) / "readout.db"), create=True) as ledger,
    ):
        pages = sorted((data / "pages").iterdir())
        for kind in ("html", "text"):
            names = [str(one) for one in pages if (one.suffix == ".txt") == (kind == "text")]
            for _ in ledger.add(names, kind="text" if kind == "text" else "html", processes=1):
                pass
        digests = {_digest(one): str(one.relative_to(data)) for one in pages}
        return {digests[one.reading.page]: one for one in ledger.store.each_entered()}


def _digest(page: Path) -> str:
    return sha256(page.read_bytes()).hexdigest()


def _lineages(expected: Expected, judged: Judged, entered: Pages) -> str:
    """Return how many of the expected copies are found, and how many others are."""
    ids = {path: one.reading.document_id for path, one in entered.items()}
    wanted = {(ids[copy.page], ids[one.first]) for one in expected.lineages for copy in one.copies}
    found = {pair for one in judged.lineages for pair in one.copies}
    return f"{len(wanted & found)} of {len(wanted)}, {len(found - wanted)} more"


def _same_words(expected: Expected, judged: Judged) -> str:
    """Return of how many of the outlets that quote the same words the ledger says so."""
    told = list(_quoting(expected, judged))
    return ", ".join(f"{found} of {outlets} outlets" for found, outlets in told)


def _quoting(expected: Expected, judged: Judged) -> Iterator[tuple[int, int]]:
    for one in expected.same_words:
        outlets: set[str] = set()
        for utterance in judged.utterances:
            if one.words.casefold() in utterance.words.casefold():
                for variant in utterance.variants:
                    outlets.update(variant.documents)
        yield len(outlets), len(one.outlets)
