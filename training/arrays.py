"""A set's word arrays in, padded batches of windows out."""

import hashlib
import pathlib

import numpy as np
import torch
from torch import Tensor

from readout.models.pieces import CLS, SEP
from readout.models.windows import plan_windows
from settings import Settings

Window = tuple[int, int, int]  # where its article begins, its first word, one past its last
NONE = -2  # a cue's link where the text names no source; -1 is no link, or one out of the window
LABELS = (
    *("role", "link", "act", "tag", "lemma", "head", "label", "entity", "start"),
    *("event", "mode", "status"),
)
SURE = ("factuality", "factuality_other")  # how sure an event happened: in news, elsewhere
_LONG = 300  # words; longer articles are cut at a new place each time
_LETTERED = 5  # word shapes below this one have letters; the third of them is capitals
_UPPER = 12  # what capitals add to a feature


class Words:
    """One set: every word's pieces, feature and labels, articles one after the other."""

    def __init__(self, path: pathlib.Path) -> None:
        self.a = dict(np.load(path))
        self.at = np.concatenate([[0], np.cumsum(self.a["count"])])  # each word's first piece
        self.bounds = self.a["bounds"]
        self.articles = len(self.bounds) - 1
        self.party_at: dict[int, list[tuple[int, int]]] = {}
        for trigger, word, role in self.a.get("party", np.empty((0, 3), int)).tolist():
            self.party_at.setdefault(trigger, []).append((word, role))
        digest = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
        print(path.name, digest, self.articles, "articles")

    def windows(
        self, articles: range, s: Settings, rng: np.random.Generator | None
    ) -> list[Window]:
        """Cut articles into windows; with an rng the first window ends at a random word."""
        out: list[Window] = []
        for i in articles:
            lo, hi = int(self.bounds[i]), int(self.bounds[i + 1])
            skip = int(rng.integers(0, _LONG // 2)) if rng is not None and hi - lo > _LONG else 0
            counts = self.a["count"][lo + skip : hi].tolist()
            ranges = plan_windows(counts, limit=s.limit, overlap=s.overlap)
            out.extend((lo, lo + skip + a, lo + skip + b) for a, b in ranges)
            if skip:
                out.append((lo, lo, lo + skip))
        return out

    def batch(
        self, windows: list[Window], caseless: float = 0, rng: np.random.Generator | None = None
    ) -> dict[str, Tensor]:
        """Pad windows into one batch; heads and links become places in the window.

        `caseless`: the share of windows whose words lose their letter case, half to capitals.
        """
        b, n = len(windows), max(hi - lo for _, lo, hi in windows)
        t = max(int(self.at[hi] - self.at[lo]) for _, lo, hi in windows) + 2
        pieces, feature = np.zeros((b, t), np.int64), np.zeros((b, t), np.int64)
        mask, first = np.zeros((b, t), bool), np.zeros((b, n), np.int64)
        labels = {k: np.full((b, n), -1, np.int64) for k in LABELS}
        sure = {k: np.full((b, n), np.nan, np.float32) for k in SURE}
        for i, (base, lo, hi) in enumerate(windows):
            ids = self.a["pieces"][self.at[lo] : self.at[hi]]
            end = len(ids) + 1
            pieces[i, : end + 1] = [CLS, *ids, SEP]
            mask[i, : end + 1] = True
            told = self.a["feature"][lo:hi].astype(np.int64)
            if rng is not None and (roll := rng.random()) < caseless:
                plain = told % 6 + (_UPPER if roll < caseless / 2 else 0)
                told = np.where(told // 6 < _LETTERED, plain, told)
            feature[i, 1:end] = np.repeat(told, self.a["count"][lo:hi])
            first[i, : hi - lo] = self.at[lo:hi] - self.at[lo] + 1
            for k, values in sure.items():
                if k in self.a:
                    values[i, : hi - lo] = self.a[k][lo:hi]
            for k, column in labels.items():
                if k not in self.a:
                    continue
                v = self.a[k][lo:hi].astype(np.int64)
                if k in ("head", "link"):
                    inside = (v + base >= lo) & (v + base < hi) & (v >= 0)
                    v = np.where(inside, v + base - lo, np.where(v == NONE, NONE, -1))
                column[i, : hi - lo] = v
        arrays = {
            "pieces": pieces,
            "feature": feature,
            "mask": mask,
            "first": first,
            **labels,
            **sure,
        }
        arrays["trigger"], arrays["party"] = self._parties(windows)
        return {k: torch.from_numpy(v) for k, v in arrays.items()}

    def _parties(self, windows: list[Window]) -> tuple[np.ndarray, np.ndarray]:
        """Trigger words as [M, 2] (window, word); their parties as [K, 3] (trigger, word, role)."""
        triggers: list[tuple[int, int]] = []
        parties: list[tuple[int, int, int]] = []
        for i, (base, lo, hi) in enumerate(windows):
            for word in np.nonzero(self.a["event"][lo:hi] > 0)[0] if "event" in self.a else ():
                mine = self.party_at.get(lo + int(word), [])
                inside = [(base + w - lo, role) for w, role in mine if lo <= base + w < hi]
                parties.extend((len(triggers), w, role) for w, role in inside)
                triggers.append((i, int(word)))
        return (
            np.array(triggers, np.int64).reshape(-1, 2),
            np.array(parties, np.int64).reshape(-1, 3),
        )
