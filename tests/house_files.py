"""The project's own files, for the tests that read them: folders in, paths and parsed code out."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

__all__ = ["ROOT", "code", "files", "parsed", "prose", "tables"]

ROOT = Path(__file__).resolve().parent.parent
NOT_OURS = {"build", "dist", "sets", "__pycache__", "node_modules"}
HIDDEN_BUT_OURS = {".ci", ".gitignore"}


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        name = path.name
        if name in NOT_OURS or name.endswith(".egg-info"):
            continue
        if name.startswith(".") and name not in HIDDEN_BUT_OURS:
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        else:
            yield path


@cache
def files() -> tuple[Path, ...]:
    """Return every file of the project, leaving out caches, builds and training's work folder."""
    return tuple(_walk(ROOT))


def code(*tops: str) -> list[Path]:
    """Return the Python files under the folders `tops`, or all of them."""
    inside = tops or ("",)
    return [
        path
        for path in files()
        if path.suffix == ".py" and any(path.is_relative_to(ROOT / top) for top in inside)
    ]


def prose() -> list[Path]:
    """Return the files people read: code, documents and settings, not pages, tables or locks."""
    suffixes = {".py", ".md", ".toml", ".j2", ".yml", ""}
    apart = (ROOT / "examples", ROOT / "requirements")
    return [
        path
        for path in files()
        if path.suffix in suffixes and not any(path.is_relative_to(top) for top in apart)
    ]


def tables() -> list[Path]:
    """Return the package's word lists."""
    return [p for p in files() if p.parent == ROOT / "src/readout/data" and p.suffix != ".py"]


@cache
def parsed(path: Path) -> ast.Module:
    """Return the syntax tree of one Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
