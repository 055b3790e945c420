"""Measure actors and recipients at the marked triggers: marked sentences in, figures out.

    python -m training.measure_parties

The encoder and the weights of syntax were both fitted on such sentences of the project, so the
figures on those are of what was learned, not of what is to be expected.
"""

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import process_time

from readout.reading.events.parties import Voices, find_parties
from readout.reading.events.syntax import read_syntax
from readout.records.text import Span
from training.marked_events import Marked, parse_marked
from training.sentences import FOLDER, read_sentences

__all__ = ["figures_of", "figures_of_marked", "main"]

_HEARD: tuple[Voices, ...] = ("both", "syntax", "learned")
_MICRO = 1e6


def figures_of_marked(folder: Path) -> Mapping[str, object]:
    """Return for each of the voices, and both, P, R and F1 in hundredths, exact and by overlap."""
    marked = list(parse_marked(read_sentences(folder)))
    figures: dict[str, object] = {"sentences": len(marked)}
    figures.update({heard: figures_of(marked, heard) for heard in _HEARD})
    return figures


def figures_of(marked: Sequence[Marked], heard: Voices) -> Mapping[str, float]:
    """Tell the parties of all marked triggers and compare them with the marks."""
    tally: Counter[str] = Counter()
    began, triggers = process_time(), 0
    for one in marked:
        syntax = read_syntax(one.text, one.sentence)
        for event, trigger in zip(one.events, one.triggers, strict=True):
            triggers += 1
            found = find_parties(syntax, trigger, first=trigger.first, heard=heard)
            _compare(tally, "actor", event.actors, found.actors)
            _compare(tally, "recipient", event.recipients, found.recipients)
    figures = {"us_a_trigger": round(_MICRO * (process_time() - began) / max(triggers, 1), 1)}
    for side in ("actor", "recipient"):
        for how in ("exact", "overlap"):
            right, told, gold = (tally[f"{side}_{name}"] for name in (how, "told", "gold"))
            hit = tally[f"{side}_reached"] if how == "overlap" else right
            figures[f"{side}_{how}_p"] = _percent(right, told)
            figures[f"{side}_{how}_r"] = _percent(hit, gold)
            figures[f"{side}_{how}_f1"] = _percent(right + hit, told + gold)
    return figures


def _compare(tally: Counter[str], side: str, gold: Sequence[Span], told: Sequence[Span]) -> None:
    tally[f"{side}_gold"] += len(gold)
    tally[f"{side}_told"] += len(told)
    tally[f"{side}_exact"] += len(set(gold) & set(told))
    tally[f"{side}_overlap"] += sum(any(one.overlaps(other) for other in gold) for one in told)
    tally[f"{side}_reached"] += sum(any(one.overlaps(other) for other in told) for one in gold)


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0.0


def main() -> None:
    """Print the figures of a folder."""
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ap.add_argument("--sentences", type=Path, default=FOLDER, help="marked-up files")
    print(json.dumps(figures_of_marked(ap.parse_args().sentences)))


if __name__ == "__main__":
    main()
