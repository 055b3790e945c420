"""A word in lower case in, its possible base forms out: "denied" is of "deny", "told" of "tell"."""

from functools import lru_cache

from readout.data.tables import rows

__all__ = ["base_forms"]

_SHORTEST = 3  # letters a base form has at least


@lru_cache(maxsize=8192)
def base_forms(word: str) -> tuple[str, ...]:
    """Return the word and all it may be a form of; for look-up, where too many do no harm."""
    forms = [word, *_irregular().get(word, ())]
    for ending, puts in _ENDINGS:
        if word.endswith(ending) and len(stem := word.removesuffix(ending)) >= _SHORTEST - 1:
            forms += [stem + put for put in puts]
            if ending in {"ed", "ing"} and stem[-1] == stem[-2]:
                forms.append(stem[:-1])
    return tuple(dict.fromkeys(forms))


_ENDINGS = (
    ("ies", ("y",)),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ied", ("y",)),
    ("ed", ("", "e")),
    ("ying", ("ie",)),
    ("ing", ("", "e")),
)


@lru_cache(maxsize=1)
def _irregular() -> dict[str, tuple[str, ...]]:
    """Return the base forms of irregular forms."""
    table: dict[str, tuple[str, ...]] = {}
    for base, forms in rows("irregular_verbs.tsv"):
        for form in forms.split():
            table[form] = (*table.get(form, ()), base)
    return table
