"""A reading in, a spaCy `Doc` of the same text out, with its sentences, entities and spans."""

from collections.abc import Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING

from readout.bridges.rows import doc_tokens
from readout.errors import UsageError
from readout.records.reading import Reading
from readout.records.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

__all__ = ["to_spacy"]

_Mark = tuple[Span, str, str]
"""A place, the label of its span and its id."""


def to_spacy(reading: Reading, *, vocab: "Vocab | None" = None) -> "Doc":
    """Return the reading as a `Doc` whose text, and so every offset, is the article's.

    Sources, cues, contents and times are span groups of these names, and `attributions` holds the
    first three together; a span's `id_` is the attribution's or the time's id. Give `vocab` to
    share that of a pipeline of your own; else it is a blank English one.
    """
    if find_spec("spacy") is None:
        what = "to_spacy needs spaCy, which is not installed"
        raise UsageError(what, hint="pip install 'readout[spacy]'")
    if not reading.sentences:
        raise UsageError("a reading without sentences has no words to make a spaCy Doc of")
    import spacy  # noqa: PLC0415  an optional extra
    from spacy.tokens import Doc  # noqa: PLC0415  as above

    rows = doc_tokens(reading)
    doc = Doc(
        spacy.blank("en").vocab if vocab is None else vocab,
        words=[row.text for row in rows],
        spaces=[row.space for row in rows],
        tags=[row.tag for row in rows],
        pos=[row.pos for row in rows],
        lemmas=[row.lemma for row in rows],
        heads=[row.head for row in rows],
        deps=[row.label for row in rows],
        ents=[row.entity for row in rows],
    )
    for name, marks in _groups(reading):
        doc.spans[name] = [
            doc.char_span(span.start, span.end, label=label, span_id=key, alignment_mode="expand")
            for span, label, key in marks
        ]
    return doc


def _groups(reading: Reading) -> Iterator[tuple[str, list[_Mark]]]:
    """Yield the span groups by their names."""
    found = reading.attributions
    sources = [(span, "source", one.aid) for one in found for span in one.source]
    cues = [(span, "cue", one.aid) for one in found for span in one.cue]
    contents = [(span, "content", one.aid) for one in found for span in one.content]
    yield "sources", sources
    yield "cues", cues
    yield "contents", contents
    yield "attributions", sorted([*sources, *cues, *contents])
    yield "times", [(time.span, time.type, time.tid) for time in reading.times]
