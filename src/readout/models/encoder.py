"""The one encoder: texts in, an `Encoded` each out. Loads the package's model and runs it.

A text is cut into words, the words into windows of at most 254 pieces that overlap; windows of
all texts are run together, sorted by length; each word is taken from the window in which it
stands farther from the edge.
"""

import hashlib
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec
import numpy as np
import onnxruntime
from numpy.typing import NDArray

from readout.errors import ModelError
from readout.models.encoded import Decoders, Encoded, Scores
from readout.models.features import word_features
from readout.models.pieces import CLS, SEP, WordPieces
from readout.models.windows import plan_windows
from readout.models.words import cut_words

__all__ = ["Encoder", "load_encoder"]

_BATCH = 4  # windows run together; more fall out of the core's cache
_PARAGRAPH = re.compile(r"\n\s*\n")
_Ints = NDArray[np.int32]


class _Window(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pieces: int
    overlap: int


class _Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The model folder's own description."""

    format: int
    name: str
    window: _Window
    classes: dict[str, tuple[str, ...]]
    ends: dict[str, int]
    digests: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Piece:
    """One window, ready to run: its pieces and the part of the text's words it answers for."""

    text: int
    ids: list[int]
    features: list[int]
    keep: tuple[int, int]
    first: list[int]


class Encoder:
    """A loaded model. Holds its session; safe to use from one thread at a time."""

    def __init__(
        self,
        session: onnxruntime.InferenceSession,
        manifest: _Manifest,
        decoders: Decoders,
        pieces: WordPieces,
    ) -> None:
        """Take what `load_encoder` has checked."""
        self._session, self._manifest, self._pieces = session, manifest, pieces
        self.decoders = decoders
        self.name = f"{manifest.name} {manifest.digests['encoder.onnx'][:12]}"

    def __call__(self, texts: Sequence[str]) -> list[Encoded]:
        """Encode the texts, in their order."""
        cut = [cut_words(text) for text in texts]
        windows = [
            window
            for i, (text, words) in enumerate(zip(texts, cut, strict=True))
            for window in self._windows(i, text, words)
        ]
        windows.sort(key=lambda window: len(window.ids))
        heads = {
            **{k: len(v) for k, v in self._manifest.classes.items() if k != "label"},
            "no_source": 1,
            **self._manifest.ends,
        }
        rows = [np.empty((len(words), sum(heads.values())), np.float32) for words in cut]
        for at in range(0, len(windows), _BATCH):
            batch = windows[at : at + _BATCH]
            scores = self._run(batch)
            row = 0
            for window in batch:
                lo, hi = window.keep
                rows[window.text][lo:hi] = scores[row : row + hi - lo]
                row += hi - lo
        return [
            Encoded(words=words, paragraphs=_paragraphs(text, words), scores=_split(row, heads))
            for text, words, row in zip(texts, cut, rows, strict=True)
        ]

    def _windows(self, number: int, text: str, words: list[tuple[int, int]]) -> list[_Piece]:
        """Cut one text into its windows."""
        ids = [self._pieces.of(text[start:end]) for start, end in words]
        features = word_features(text, words)
        counts = [len(word) for word in ids]
        size = self._manifest.window
        ranges = plan_windows(counts, limit=size.pieces, overlap=size.overlap)
        windows: list[_Piece] = []
        for i, (lo, hi) in enumerate(ranges):
            left = (lo + ranges[i - 1][1]) // 2 if i else lo
            right = (ranges[i + 1][0] + hi) // 2 if i + 1 < len(ranges) else hi
            flat, flat_features, first = [CLS], [0], []
            for word, feature in zip(ids[lo:hi], features[lo:hi], strict=True):
                first.append(len(flat))
                flat.extend(word)
                flat_features.extend([feature] * len(word))
            windows.append(
                _Piece(
                    text=number,
                    ids=[*flat, SEP],
                    features=[*flat_features, 0],
                    keep=(left, right),
                    first=first[left - lo : right - lo],
                )
            )
        return windows

    def _run(self, batch: Sequence[_Piece]) -> Scores:
        """Run some windows; a row for each word they answer for, window by window."""
        longest = len(batch[-1].ids)
        pieces: _Ints = np.zeros((len(batch), longest), np.int32)
        features: _Ints = np.zeros((len(batch), longest), np.int32)
        for i, window in enumerate(batch):
            pieces[i, : len(window.ids)] = window.ids
            features[i, : len(window.ids)] = window.features
        lengths = np.array([len(window.ids) for window in batch], np.int32)
        first = np.array([i * longest + f for i, w in enumerate(batch) for f in w.first], np.int32)
        feed = {"pieces": pieces, "feature": features, "lengths": lengths, "first": first}
        return np.concatenate(self._session.run(["classes", "ends"], feed), axis=1)


def _split(rows: Scores, heads: dict[str, int]) -> dict[str, Scores]:
    """Name the columns."""
    ends = np.cumsum(list(heads.values())).tolist()
    return {
        head: rows[:, end - size : end]
        for (head, size), end in zip(heads.items(), ends, strict=True)
    }


def _paragraphs(text: str, words: list[tuple[int, int]]) -> list[int]:
    """Return the index of the first word after each blank line, and 0."""
    firsts = [0] if words else []
    breaks = [match.end() for match in _PARAGRAPH.finditer(text)]
    at = 0
    for i, (start, _) in enumerate(words):
        while at < len(breaks) and breaks[at] <= start:
            at += 1
            if firsts[-1] != i:
                firsts.append(i)
    return firsts


def load_encoder(*, threads: int = 1, folder: Traversable | None = None) -> Encoder:
    """Load the English model, checking that each of its files is the one its manifest names.

    Raises ModelError (R200) when a file is missing, altered or of another format.
    """
    home = folder if folder is not None else files("readout.models").joinpath("en")
    try:
        manifest = msgspec.json.decode(home.joinpath("manifest.json").read_bytes(), type=_Manifest)
    except (OSError, msgspec.DecodeError) as error:
        raise ModelError("the model's manifest cannot be read", hint=_HINT) from error
    if manifest.format != _FORMAT:
        raise ModelError(f"the model has format {manifest.format}, not {_FORMAT}", hint=_HINT)
    content = {name: _checked(home, name, digest) for name, digest in manifest.digests.items()}
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        content["encoder.onnx"],
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=_SLOW_FUSIONS,
    )
    weights = _weights(content["decoders.npz"])
    decoders = Decoders(classes=manifest.classes, **weights)
    vocabulary = content["pieces.txt"].decode("utf-8").split("\n")
    return Encoder(session, manifest, decoders, WordPieces(vocabulary))


_FORMAT = 1
_SLOW_FUSIONS = ["SkipLayerNormFusion", "BiasSkipLayerNormFusion"]  # their kernel is not tuned
_HINT = "install the package again"


def _checked(home: Traversable, name: str, digest: str) -> bytes:
    """Read one file of the model and check its digest."""
    try:
        content = home.joinpath(name).read_bytes()
    except OSError as error:
        raise ModelError(f"the model file `{name}` cannot be read", hint=_HINT) from error
    if (seen := hashlib.sha256(content).hexdigest()) != digest:
        what = f"the model file `{name}` was altered: its SHA-256 starts {seen[:12]}"
        raise ModelError(f"{what}, not {digest[:12]}", hint=_HINT)
    return content


def _weights(archive: bytes) -> dict[str, Scores]:

    with np.load(io.BytesIO(archive)) as arrays:
        return {name: arrays[name] for name in arrays.files}
