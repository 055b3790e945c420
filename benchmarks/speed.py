"""Articles in, words a second out: Readout, its encoder alone, and spaCy's en_core_web_md.

The same articles, one process a core, each loaded and warm before the first run; the
contenders take turns, and the figures are medians over the rounds. spaCy runs its full pipeline
through `nlp.pipe` with the batch size that is fastest here. It runs in the Python that
READOUT_SPACY_PYTHON names (else this one), with the model folder READOUT_SPACY_MODEL names
(else the installed package); without it, its figures are null.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import msgspec

from benchmarks.articles import rows
from benchmarks.cold import cold_starts
from benchmarks.workers import Team, WorkerEndedError, shards

__all__ = ["run"]

_MOST_ARTICLES = 500
_ROUNDS = 5
_BATCH_SIZES = ("32", "64", "128", "256")
_READOUT = (sys.executable, "-m", "benchmarks.speed_readout")


class Contender(msgspec.Struct, frozen=True, kw_only=True):
    """One way to read the articles: its name, who runs it, and the line that starts a run."""

    name: str
    team: Team
    order: str


def run(data: Path, out: Path | None = None) -> dict[str, object]:
    """Time the articles of `data`; write the rates of each round to `out`."""
    texts = [row.text for row in rows(data)[:_MOST_ARTICLES]]
    dealt = shards(texts, min(os.cpu_count() or 1, len(texts)))
    readout, spacy = Team(_READOUT, dealt), _spacy_team(dealt)
    contenders = [
        Contender(name="readout", team=readout, order="reading"),
        Contender(name="encoder", team=readout, order="encoder"),
    ]
    if spacy is not None:
        contenders.append(Contender(name="peer", team=spacy, order=_best_batch_size(spacy)))
    both = _rounds(contenders, members=len(dealt))
    single = _rounds(contenders, members=1)
    for team in filter(None, (readout, spacy)):
        team.close()
    if out is not None:
        out.write_bytes(msgspec.json.encode({"all_cores": both, "one_core": single}))
    return {
        "articles": len(texts),
        "words": sum(readout.words),
        "processes": len(dealt),
        **_figures(both),
        "one_core": _figures(single),
        "peer_batch_size": contenders[-1].order if spacy else None,
        "load_s": round(median(answer.seconds for answer in readout.loaded), 3),
        "peak_mb": round(readout.peak_mb),
        "peer_peak_mb": round(spacy.peak_mb) if spacy else None,
        **cold_starts([*_spacy_command(), "--load"] if spacy else None),
    }


def _spacy_command() -> tuple[str, ...]:
    python = os.environ.get("READOUT_SPACY_PYTHON", sys.executable)
    return (python, str(Path(__file__).with_name("speed_spacy.py")))


def _spacy_team(dealt: Sequence[Sequence[str]]) -> Team | None:
    """Return spaCy's workers, or None where spaCy or its model is not installed."""
    try:
        return Team(_spacy_command(), dealt)
    except WorkerEndedError as error:
        print(f"speed: no figures for spaCy: {error}", file=sys.stderr)
        return None


def _best_batch_size(team: Team) -> str:
    """Return the fastest of the batch sizes; these runs also warm spaCy up."""
    rates = {size: team.rate(size) for size in _BATCH_SIZES}
    return max(rates, key=lambda size: rates[size])


def _rounds(contenders: Sequence[Contender], *, members: int) -> dict[str, list[float]]:
    """Let the contenders take turns, and leave out the first round, which warms them up."""
    rates: dict[str, list[float]] = {contender.name: [] for contender in contenders}
    for _ in range(_ROUNDS + 1):
        for contender in contenders:
            rates[contender.name].append(contender.team.rate(contender.order, members=members))
    return {name: found[1:] for name, found in rates.items()}


def _figures(rates: dict[str, list[float]]) -> dict[str, float | None]:
    """Return the median rates, and the medians of the rounds' ratios."""
    figures: dict[str, float | None] = {
        f"{name}_words_per_s": round(median(found)) for name, found in rates.items()
    }
    figures["ratio"] = None
    for ratio, other in (("ratio", "peer"), ("ratio_to_encoder", "encoder")):
        if other in rates:
            pairs = zip(rates["readout"], rates[other], strict=True)
            figures[ratio] = round(median(mine / theirs for mine, theirs in pairs), 3)
    return figures
