"""A command in, the median seconds out that a fresh process of it takes."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from html import escape
from pathlib import Path
from statistics import median

__all__ = ["cold_starts"]

_RUNS = 5


def cold_starts(text: str, peer: Sequence[str] | None) -> dict[str, float | None]:
    """Return the seconds from the shell to one page's record, and to the peer's loaded model."""
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n") if part.strip())
    page = f"<!doctype html><meta charset=utf-8><title>News</title><article>{paragraphs}</article>"
    readout: list[float] = []
    spacy: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_text(page, encoding="utf-8")
        command = [str(Path(sys.executable).with_name("readout")), "read", str(path), "--json"]
        for _ in range(_RUNS):
            readout.append(_seconds(command))
            if peer is not None:
                spacy.append(_seconds(peer))
    return {
        "one_page_cold_s": round(median(readout), 3),
        "peer_load_cold_s": round(median(spacy), 3) if spacy else None,
    }


def _seconds(command: Sequence[str]) -> float:
    started = time.perf_counter()
    subprocess.run(  # noqa: S603  the command is this project's own
        command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    return time.perf_counter() - started
