"""Two reports in, whether they are of one event out, with p and the reasons in words."""

from functools import lru_cache
from math import exp

from readout.data.tables import rows
from readout.ledger.events.compare import compare
from readout.ledger.events.contradict import contradictions
from readout.ledger.events.told import Told
from readout.records.judgements import PairJudgement

__all__ = ["judge_pair"]


def judge_pair(one: Told, other: Told) -> PairJudgement:
    """Judge the pair by the two alone; which of them comes first makes no difference."""
    if other.report_id < one.report_id:
        one, other = other, one
    against = contradictions(one, other)
    likeness = compare(one, other)
    weights = _weights()
    total = weights["bias"][0] + sum(weights[name][0] * much for name, much in likeness.items())
    told = tuple(weights[name][1] for name in weights if name in likeness and weights[name][1])
    return PairJudgement(
        one=one.report_id,
        other=other.report_id,
        p=0.0 if against else round(1 / (1 + exp(-total)), 4),
        reasons=told,
        contradictions=against,
    )


@lru_cache(maxsize=1)
def _weights() -> dict[str, tuple[float, str]]:
    return {
        row[0]: (float(row[1]), row[2] if len(row) > 2 else "")  # noqa: PLR2004  three columns
        for row in rows("event_pairs.tsv")
    }
