"""The encoder loads only what its manifest names, and reads each text as if it were alone."""

import json
import shutil
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from readout.errors import ModelError
from readout.models import load_encoder

TEXT = "“We shall meet again,” said the envoy. The ministry declined to comment."


@pytest.fixture(scope="module")
def home() -> Path:
    """Return the package's own model folder."""
    return Path(str(files("readout.models").joinpath("en")))


@pytest.fixture
def copy(home: Path, tmp_path: Path) -> Path:
    """Return a copy of it that may be spoilt."""
    return Path(shutil.copytree(home, tmp_path / "en"))


def test_every_word_has_a_row_of_each_head(home: Path) -> None:
    """As many rows as words, as many columns as the manifest has classes."""
    (encoded,) = load_encoder(folder=home)([TEXT])
    classes = json.loads((home / "manifest.json").read_text())["classes"]

    assert {len(rows) for rows in encoded.scores.values()} == {len(encoded.words)}
    assert encoded.scores["tag"].shape[1] == len(classes["tag"])


def test_a_text_is_read_the_same_in_any_company() -> None:
    """Alone, beside a long text, or after it: the same scores to the last bit."""
    encoder = load_encoder()
    alone = encoder([TEXT])[0]
    beside = encoder(["The port was shut on Monday. " * 200, TEXT])[1]

    assert all(np.array_equal(alone.scores[k], beside.scores[k]) for k in alone.scores)


def test_long_texts_have_one_row_a_word_over_all_windows() -> None:
    """Five hundred sentences need many windows; no word is lost or doubled where they meet."""
    (encoded,) = load_encoder()(["The port was shut on Monday. " * 500])

    assert len(encoded.words) == 500 * 7
    assert len(encoded.scores["role"]) == len(encoded.words)


def test_an_empty_text_has_no_words() -> None:
    """Nothing in, nothing out, no crash."""
    (encoded,) = load_encoder()([" \n "])

    assert encoded.words == []
    assert encoded.scores["role"].shape[0] == 0


@pytest.mark.parametrize("name", ["encoder.onnx", "decoders.npz", "pieces.txt"])
def test_an_altered_file_is_refused_by_name(copy: Path, name: str) -> None:
    """One flipped bit is enough."""
    content = bytearray((copy / name).read_bytes())
    content[100] ^= 1
    (copy / name).write_bytes(content)

    with pytest.raises(ModelError, match=name):
        load_encoder(folder=copy)


def test_a_missing_file_is_an_error_with_a_hint(copy: Path) -> None:
    """The message names the file and says what to do."""
    (copy / "pieces.txt").unlink()

    with pytest.raises(ModelError, match=r"pieces\.txt") as caught:
        load_encoder(folder=copy)
    assert caught.value.hint


def test_a_model_of_another_format_is_refused(copy: Path) -> None:
    """A newer model under an older program must not be misread."""
    manifest = json.loads((copy / "manifest.json").read_text())
    (copy / "manifest.json").write_text(json.dumps(manifest | {"format": 99}))

    with pytest.raises(ModelError, match="format 99"):
        load_encoder(folder=copy)
