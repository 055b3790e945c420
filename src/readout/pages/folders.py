"""A folder or a pattern in, the paths of its pages out, in the order of their names."""

from collections.abc import Iterator
from pathlib import Path

from readout.pages.files import refuse_file
from readout.records.page import MediaKind, Refusal

__all__ = ["is_folder", "match_pattern", "walk_folder"]

_SUFFIXES: dict[MediaKind, tuple[str, ...]] = {
    "html": (".html", ".htm", ".xhtml"),
    "text": (".txt",),
}


def is_folder(path: Path) -> bool:
    """Say whether `path` is a folder, as far as one may know."""
    try:
        return path.is_dir()
    except OSError:  # a name too long, a folder above it that is closed
        return False


def walk_folder(folder: Path, *, kind: MediaKind = "html") -> Iterator[Path | Refusal]:
    """Yield the pages in `folder` and below it, by their suffix; refuse a folder without any.

    Each folder is entered once, whatever links lead to it. Passed over are hidden names and the
    "NAME_files" folder a browser saves beside NAME.html, which holds scraps of that page.
    """
    entered: set[tuple[int, int]] = set()
    left, found = [folder], False
    while left:
        path = left.pop()
        if path is not folder and not is_folder(path):
            found = True
            yield path
            continue
        try:
            status = path.stat()
            inside = sorted(path.iterdir())
        except OSError as error:
            found = True  # what is in there is not known
            yield refuse_file(path, "unreadable_file", (error.strerror or str(error)).lower())
            continue
        if (status.st_dev, status.st_ino) not in entered:
            entered.add((status.st_dev, status.st_ino))
            names = {path.name for path in inside}
            left += [path for path in reversed(inside) if _is_wanted(path, names, kind)]
    if not found:
        wanted = ", ".join(_SUFFIXES[kind])
        yield refuse_file(
            folder,
            "empty_folder",
            f"no file in it ends in {wanted} (or these with .gz)",
            hint="name the files, or give a pattern",
        )


def match_pattern(pattern: str) -> list[Path]:
    """Return the paths a pattern (*, ?, [ ], **) matches, sorted; links are not followed by **.

    A pattern that is not well formed matches nothing.
    """
    anchor = Path(Path(pattern).anchor)
    try:
        return sorted(anchor.glob(str(Path(pattern).relative_to(anchor))))
    except (OSError, ValueError):  # ValueError: ** beside other letters, a null byte
        return []


def _is_wanted(path: Path, beside: set[str], kind: MediaKind) -> bool:
    """Say whether a walk goes to `path`: a page by its suffix, or a folder that may hold some."""
    if path.name.startswith("."):
        return False
    if is_folder(path):
        owner = path.name.removesuffix("_files")
        return owner == path.name or not any(
            owner + suffix in beside for suffix in _SUFFIXES["html"]
        )
    return path.name.casefold().removesuffix(".gz").endswith(_SUFFIXES[kind])
