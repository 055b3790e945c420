"""A trigger in its sentence in, how far the deed has come out, with what decided it.

The encoder's probabilities and what the grammar says, against how many deeds have a status anyway,
are weighed together as logarithms. A deed is said to have occurred only where that outweighs the
rest clearly: a plan taken for a deed does more harm than a deed called doubtful. The weights are
those of `training/fit_status.py` on labelled news, where factuality added nothing to the two; the
grammar's is raised to where the mean over statuses is best, since it knows the rare ones.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import cast

import numpy as np

from readout.data.tables import rows
from readout.models import Scores
from readout.reading.events.embedding import told_status
from readout.reading.events.syntax import Syntax
from readout.reading.events.triggers import Trigger
from readout.records.event import Status

__all__ = ["FLOOR", "ORDER", "Judged", "judge_status"]

_MODEL, _GRAMMAR = 0.66, 0.6
_WARY = 0.8  # by how much the logarithm for "occurred" must outweigh the others'
FLOOR = 1e-4
"""Added to a probability before its logarithm."""
ORDER = (
    "occurred",
    "ongoing",
    "planned",
    "proposed",
    "conditional",
    "hypothetical",
    "denied",
    "cancelled",
)
"""The statuses as event_status.tsv has its columns."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A status, how likely it is and what decided it."""

    status: Status
    p: float
    by: str


def judge_status(syntax: Syntax, trigger: Trigger, names: tuple[str, ...], *, first: int) -> Judged:
    """Say how far the deed has come by its sentence.

    `names` are the statuses in the order of the trigger's scores; `first` is the place of its
    first word in the sentence.
    """
    last = min(first + trigger.last - trigger.first, len(syntax.forms) - 1)
    told = told_status(syntax, first, last, trigger.type)
    grammar, wary = _weights(names)
    scores = _MODEL * np.log(trigger.status + FLOOR) + grammar[told.status]
    best = int((scores - wary).argmax())
    powers = np.exp(scores - scores.max())
    agrees = told.by and _shown(told.status) == names[best]
    return Judged(
        status=cast("Status", names[best]),
        p=round(float(powers[best] / powers.sum()), 3),
        by=told.by if agrees else "model",
    )


def _shown(told: str) -> str:
    """Return the status that a word of the grammar stands for."""
    return {"under way": "ongoing", "would": "conditional", "whether": "hypothetical"}.get(
        told, told
    )


@lru_cache(maxsize=4)
def _weights(names: tuple[str, ...]) -> tuple[dict[str, Scores], Scores]:
    """Return, in the order of `names`: the grammar's logarithms, and what to ask more of each."""
    columns = [ORDER.index(name) for name in names]
    logs = {
        told: np.log(np.array([float(percents[column]) / 100 for column in columns], np.float32))
        for told, *percents in rows("event_status.tsv")
    }
    usual = logs.pop("all")
    grammar = {
        told: (_GRAMMAR * (shares - usual)).astype(np.float32) for told, shares in logs.items()
    }
    wary = np.array([_WARY if name == "occurred" else 0.0 for name in names], np.float32)
    return grammar, wary
