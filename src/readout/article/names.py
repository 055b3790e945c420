"""Say what an element holds by its class, id and role: the element in, a kind or "" out."""

import re
from functools import lru_cache

from lxml.etree import _Element

from readout.data.tables import rows

__all__ = ["name_of", "named_kind"]

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[\W_]+")
_BY_TAG = {
    "nav": "navigation",
    "aside": "related",
    "footer": "footer",
    "form": "sign_up",
    "figcaption": "role:caption",
    "menu": "navigation",
    "dialog": "other",
}


def named_kind(element: _Element) -> str:
    """Return the kind the tag or the name tells: a drop kind, "role:" and a role, or ""."""
    tag = str(element.tag)
    if tag in {"html", "body", "main", "article", "p"} and tag != "p":
        return ""
    kind = _BY_TAG.get(tag, "")
    if kind and tag != "aside":
        return kind
    return _kind_of_name(name_of(element)) or kind


def name_of(element: _Element) -> str:
    """Return the element's class, id and role in one string."""
    get = element.get
    return f"{get('class') or ''} {get('id') or ''} {get('role') or ''}".strip()


@lru_cache(maxsize=8192)
def _kind_of_name(name: str) -> str:
    """Return the kind of the first pattern found in the words of `name`."""
    if not name:
        return ""
    words = " ".join(_HUMP.sub(" ", name[:400]).lower().split())
    match = _pattern().search(words)
    if not match:
        return ""
    return _kinds()[match.lastindex - 1] if match.lastindex else ""


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """Return one expression with a group for each kind, in the order of the table."""
    groups = "|".join(f"({row[1]})" for row in rows("drop_names.tsv"))
    return re.compile(rf"(?<!\S)(?:{groups})(?!\S)")


@lru_cache(maxsize=1)
def _kinds() -> tuple[str, ...]:
    """Return the kinds in the order of their groups."""
    return tuple(row[0] for row in rows("drop_names.tsv"))
