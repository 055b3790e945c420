"""A source's tokens in, the words out by which a prediction must know it: its head and its last."""

from benchmarks.scoring.tokens import Tokens, TokenSet

__all__ = ["heads"]

_APOSTROPHES = frozenset("'’")
_HEAD_ENDS = frozenset(
    (
        *(",", "(", "—", "–", ";", ":"),
        *("of", "for", "in", "at", "from", "with", "on", "to", "by", "about", "against", "near"),
        *("outside", "among", "including", "during", "inside", "within", "behind", "across"),
        *("like", "out", "under", "after", "before", "as"),
        *("who", "whom", "which", "that", "whose", "where", "when", "while"),
        *("speaking", "released", "conducted", "published", "familiar", "close", "working"),
        *("based", "commissioned", "cited", "quoted", "identified"),
    )
)
"""What can follow a source's head: Ann Lee, head | of; Ann Lee | who."""


def heads(tokens: Tokens, source: TokenSet) -> TokenSet:
    """Return the source's last word and, without a parser, its head.

    The head is the last word before the first comma, preposition or relative pronoun:
    "Ann Lee, wine director at the Crown" has the head Lee. A possessive 's counts for nothing.
    """
    ordered = sorted(source)
    while ordered and not tokens.is_word(ordered[-1]):
        ordered.pop()
    if _ends_in_possessive(tokens, ordered):
        ordered = ordered[:-2]
    words = [index for index in ordered if tokens.is_word(index)]
    if not words:
        return frozenset()
    head = _head(tokens, ordered)
    return frozenset({words[-1]} if head is None else {words[-1], head})


def _head(tokens: Tokens, ordered: list[int]) -> int | None:
    """Return the last word before whatever ends the head."""
    head: int | None = None
    for place, index in enumerate(ordered):
        if head is not None and tokens.forms[index].lower() in _HEAD_ENDS:
            return head
        if tokens.is_word(index) and not _ends_in_possessive(tokens, ordered[: place + 1]):
            head = index
    return head


def _ends_in_possessive(tokens: Tokens, ordered: list[int]) -> bool:
    """Say whether the last two tokens are an apostrophe and an s."""
    mark_and_s = [tokens.forms[index] for index in ordered[-2:]]
    return len(mark_and_s) > 1 and mark_and_s[1] == "s" and mark_and_s[0] in _APOSTROPHES
