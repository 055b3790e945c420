"""Attributions in, those inside their contents out: X said "Y told Z that ...".

The words of the outer content are read for a verb of saying with a subject and a clause of its
own. The arcs between the words tell them where they are known, patterns where they are not. These
are rules, so what they find is less sure than what the model finds, and they look only inside
contents, where the model looks for nothing.
"""

from collections.abc import Iterator, Sequence

from readout.reading.mentions import Words
from readout.reading.nested_arcs import Saying, quoted_ahead, said_by_arcs
from readout.reading.nested_patterns import said_by_pattern
from readout.records.reading import Attribution, Quote

__all__ = ["find_nested"]

_SHARE = 0.5
_FEWEST = 3  # words of a clause


def find_nested(words: Words, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Return the inner attributions, numbered after the given ones, each with its outer's aid."""
    cues = {i for one in attributions for span in one.cue for i in words.within(span)}
    found: list[Attribution] = []
    for outer in attributions:
        inside: list[tuple[Attribution, Saying]] = []
        for saying in _sayings(words, outer):
            if saying.cue[0] in cues and saying.cue[0] in saying.inside:
                continue
            held = next((one for one, other in reversed(inside) if other.holds(saying)), outer)
            inner = Attribution(
                aid=f"a{len(attributions) + len(found) + 1}",
                source=(words.span(*saying.source),),
                cue=(words.span(*saying.cue),),
                content=tuple(words.span(part.start, part[-1]) for part in saying.content),
                quote=_quote(words, saying),
                within=held.aid,
                p=round(_SHARE * outer.p, 3),
                by="rule: verb of saying inside a statement",
            )
            inside.append((inner, saying))
            found.append(inner)
    return tuple(found)


def _sayings(words: Words, outer: Attribution) -> Iterator[Saying]:
    """Yield each saying in the content, in the order of its cue."""
    content = tuple(part for span in outer.content if (part := words.within(span)))
    cue = tuple(at for span in outer.cue for at in words.within(span))
    ahead = quoted_ahead(words, content, cue)
    if ahead is not None and len(ahead) >= _FEWEST:
        yield ahead
    for part in content:
        for at in part:
            if words.tags[at][:2] != "VB" and words.forms[at] not in {"according", "According"}:
                continue
            found = said_by_arcs(words, at, content) or said_by_pattern(words, at, part)
            if found is not None and len(found) >= _FEWEST:
                yield found


def _quote(words: Words, saying: Saying) -> Quote:
    inside = sum(words.quoted[at] for part in saying.content for at in part)
    return "indirect" if not inside else "direct" if inside == len(saying) else "mixed"
