"""A word's Penn tag, lemma and label in, its universal part of speech out."""

from functools import lru_cache
from importlib.resources import files

__all__ = ["universal_tag"]

_HELPERS = frozenset(("aux", "auxpass"))


def universal_tag(tag: str, lemma: str, label: str) -> str:
    """Return the part of speech in the scheme of Universal Dependencies, or "X".

    Forms of "be" and helping verbs are AUX, subordinating words SCONJ, as spaCy has them.
    """
    if tag.startswith("VB") and (lemma == "be" or label in _HELPERS):
        return "AUX"
    if tag == "IN" and label == "mark":
        return "SCONJ"
    return _table().get(tag, "X")


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    text = files("readout.data").joinpath("universal_tags.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("# "))
    return {tag: universal for tag, universal in rows}  # noqa: C416  unpacking says a row has two
