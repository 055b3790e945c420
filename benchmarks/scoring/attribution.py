"""Two annotators' attributions of one text in, the counts of every measure out.

token     the tokens each role covers, whichever attribution they belong to; `word` leaves marks out
piece     unbroken stretches of a role, exact to the token
content   attributions paired by their content: overlap by half, the same words, the same tokens
relation  paired by content that overlaps by half, and the source is right: both name none, or the
          prediction holds the gold source's head or last word; `strict`: sources overlap by half;
          `cue`: the relation is right and the cues share a word
direct    content and relation, over attributions whose content holds a double quotation mark
recall    content and relation by kind: direct, mixed, indirect, without a source
"""

from collections.abc import Callable, Mapping, Sequence

from benchmarks.scoring.counts import Counts
from benchmarks.scoring.heads import heads
from benchmarks.scoring.pairs import Marked, Pair, Said, pair, said
from benchmarks.scoring.tokens import (
    Place,
    Tokens,
    TokenSet,
    covered,
    cut,
    in_quotes,
    overlap,
    words_of,
)

__all__ = ["score"]

Merits = Mapping[int, frozenset[str]]
"""What is right about the prediction paired with each gold attribution, by index."""

_HALF = 0.5
_MERITS = ("same_words", "same_tokens", "overlap", "relation", "relation_strict", "relation_cue")
_KINDS: dict[str, Callable[[Said], bool]] = {
    "direct": lambda one: one.kind == "direct",
    "mixed": lambda one: one.kind == "mixed",
    "indirect": lambda one: one.kind == "indirect",
    "nosource": lambda one: not one.source_words,
}
_ROLES: dict[str, tuple[Callable[[Said], TokenSet], Callable[[Marked], tuple[Place, ...]]]] = {
    "content": (lambda one: one.content, lambda marked: marked.content),
    "source": (lambda one: one.source, lambda marked: marked.source),
    "cue": (lambda one: one.cue, lambda marked: marked.cue),
}


def score(text: str, gold: Sequence[Marked], predicted: Sequence[Marked]) -> dict[str, Counts]:
    """Return what each measure counts for one article."""
    tokens = cut(text)
    quoted = in_quotes(text, tokens)
    real = [one for marked in gold if (one := said(text, tokens, quoted, marked))]
    found = [one for marked in predicted if (one := said(text, tokens, quoted, marked))]
    pairs = pair(real, found)
    merits = {
        match.gold: _merits(tokens, real[match.gold], found[match.predicted], match.overlap)
        for match in pairs
    }
    return {
        **_by_token(tokens, real, found),
        **_by_piece(tokens, gold, predicted),
        **{f"all_{merit}": _with(merit, merits, range(len(real)), len(found)) for merit in _MERITS},
        **_direct(real, found, pairs, merits),
        **_recalls(real, merits),
    }


def _merits(tokens: Tokens, gold: Said, found: Said, shared: float) -> frozenset[str]:
    """Return what is right about a prediction paired with a gold attribution."""
    right = {
        "same_words": gold.content_words == found.content_words,
        "same_tokens": gold.content == found.content,
        "overlap": shared >= _HALF,
    }
    if shared >= _HALF:
        right["relation"] = _source_is_right(tokens, gold, found)
        right["relation_cue"] = right["relation"] and _cues_meet(tokens, gold, found)
        right["relation_strict"] = (
            overlap(gold.source_words, found.source_words) >= _HALF
            if gold.source_words
            else not found.source_words
        )
    return frozenset(merit for merit, holds in right.items() if holds)


def _source_is_right(tokens: Tokens, gold: Said, found: Said) -> bool:
    """Both name none, or the prediction holds a word the gold source is known by."""
    if not gold.source_words:
        return not found.source_words
    return bool(found.source_words & gold.source_words & heads(tokens, gold.source))


def _cues_meet(tokens: Tokens, gold: Said, found: Said) -> bool:
    """Say whether the cues share a word, or any token where the gold cue has no word."""
    shared = gold.cue & found.cue
    return bool(words_of(tokens, shared) if words_of(tokens, gold.cue) else shared)


def _by_token(tokens: Tokens, real: Sequence[Said], found: Sequence[Said]) -> dict[str, Counts]:
    """Count the tokens and the words of each role."""
    counts: dict[str, Counts] = {}
    for role, (tokens_of, _) in _ROLES.items():
        gold = frozenset().union(*map(tokens_of, real))
        mine = frozenset().union(*map(tokens_of, found))
        counts[f"token_{role}"] = _shared(gold, mine)
        counts[f"word_{role}"] = _shared(words_of(tokens, gold), words_of(tokens, mine))
    return counts


def _by_piece(
    tokens: Tokens, gold: Sequence[Marked], predicted: Sequence[Marked]
) -> dict[str, Counts]:
    """Count the pieces of each role; one that several attributions use counts once."""

    def pieces(attributions: Sequence[Marked], role: str) -> frozenset[TokenSet]:
        places = [place for marked in attributions for place in _ROLES[role][1](marked)]
        return frozenset(covered(tokens, [place]) for place in places) - {frozenset()}

    return {
        f"piece_{role}": _shared(pieces(gold, role), pieces(predicted, role)) for role in _ROLES
    }


def _shared(gold: frozenset[object], mine: frozenset[object]) -> Counts:
    return Counts(len(gold & mine), len(mine), len(gold))


def _direct(
    real: Sequence[Said], found: Sequence[Said], pairs: Sequence[Pair], merits: Merits
) -> dict[str, Counts]:
    """Count over gold attributions that hold a mark.

    A prediction counts when it was paired with one of these, or with none but touches a mark.
    """
    marked = [index for index, one in enumerate(real) if one.holds_mark]
    partner = {match.predicted: match.gold for match in pairs if match.overlap >= _HALF}
    predicted = sum(
        real[partner[index]].holds_mark if index in partner else one.touches_mark
        for index, one in enumerate(found)
    )
    return {f"direct_{merit}": _with(merit, merits, marked, predicted) for merit in _MERITS}


def _recalls(real: Sequence[Said], merits: Merits) -> dict[str, Counts]:
    """Count what was found of each kind; what was predicted has no kind, so these are recalls."""
    counts: dict[str, Counts] = {}
    for kind, belongs in _KINDS.items():
        chosen = [index for index, one in enumerate(real) if belongs(one)]
        for merit in ("overlap", "relation"):
            counts[f"recall_{kind}_{merit}"] = _with(merit, merits, chosen, 0)
    return counts


def _with(merit: str, merits: Merits, chosen: Sequence[int], predicted: int) -> Counts:
    """Count those of the `chosen` gold attributions that were found with `merit`."""
    hits = sum(merit in merits.get(index, ()) for index in chosen)
    return Counts(hits, predicted, len(chosen))
