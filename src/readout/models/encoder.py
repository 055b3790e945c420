"""The one encoder: texts in, an `Encoded` each out. Loads the package's model and runs it.

A text is cut into words, the words into windows of at most 254 pieces that overlap; each word is
taken from the window in which it stands farther from the edge.
"""

import hashlib
import io
import re
from collections.abc import Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec
import numpy as np
import onnxruntime

from readout.errors import ModelError
from readout.models.encoded import Decoders, Encoded, Scores
from readout.models.features import word_features
from readout.models.name import name_of
from readout.models.pieces import CLS, SEP, WordPieces
from readout.models.windows import plan_windows
from readout.models.words import cut_words

__all__ = ["Encoder", "load_encoder"]

_PARAGRAPH = re.compile(r"\n\s*\n")


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
        self._heads = {k: len(v) for k, v in manifest.classes.items() if k != "label"}
        self._heads |= {"no_source": 1, **manifest.ends}
        self.decoders = decoders
        self.name = name_of(manifest.name, manifest.digests)

    def __call__(self, texts: Sequence[str]) -> list[Encoded]:
        """Encode the texts, in their order."""
        return [self._encode(text) for text in texts]

    def _encode(self, text: str) -> Encoded:
        """Cut one text into windows and run each by itself.

        Eight-bit scales are taken over all that is run together, so a window run beside others
        would be read a little differently in other company.
        """
        words = cut_words(text)
        ids = [self._pieces.of(text[start:end]) for start, end in words]
        features = word_features(text, words)
        counts = [len(word) for word in ids]
        size = self._manifest.window
        ranges = plan_windows(counts, limit=size.pieces, overlap=size.overlap)
        parts: list[Scores] = []
        for i, (lo, hi) in enumerate(ranges):
            left = (lo + ranges[i - 1][1]) // 2 if i else lo
            right = (ranges[i + 1][0] + hi) // 2 if i + 1 < len(ranges) else hi
            scores = self._run(ids[lo:hi], features[lo:hi], slice(left - lo, right - lo))
            parts.append(scores)
        rows = (
            np.concatenate(parts) if parts else np.empty((0, sum(self._heads.values())), np.float32)
        )
        return Encoded(
            words=words, paragraphs=_paragraphs(text, words), scores=_split(rows, self._heads)
        )

    def _run(self, ids: Sequence[tuple[int, ...]], features: Sequence[int], kept: slice) -> Scores:
        """Run one window; a row for each word that is kept."""
        flat, flat_features, first = [CLS], [0], []
        for word, feature in zip(ids, features, strict=True):
            first.append(len(flat))
            flat.extend(word)
            flat_features.extend([feature] * len(word))
        feed = {
            "pieces": np.array([[*flat, SEP]], np.int32),
            "feature": np.array([[*flat_features, 0]], np.int32),
            "first": np.array(first[kept], np.int32),
        }
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


_FORMAT = 2
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
