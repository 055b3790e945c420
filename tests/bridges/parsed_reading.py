"""Words, arcs and spans written by hand in, a reading out."""

from collections.abc import Sequence

from readout import Article, Attribution, Block, Fact, Published, Reader, Reading, Span, Timex
from readout.records.reading import Sentence, Token

__all__ = ["TEXT", "at", "parsed_reading", "reading_of"]

TEXT = "Edda Varn is here.\n\n“We sail  on Monday,” she said."
_PARSE = (
    """Edda NNP Edda 1 compound B-PERSON
    Varn NNP Varn 2 nsubj I-PERSON
    is VBZ be 2 ROOT
    here RB here 2 advmod
    . . . 2 punct""",
    """“ `` “ 8 punct
    We PRP we 2 nsubj
    sail VBP sail 8 ccomp
    on IN on 2 prep
    Monday NNP Monday 3 pobj B-DATE
    , , , 8 punct
    ” '' ” 8 punct
    she PRP she 8 nsubj
    said VBD say 8 ROOT
    . . . 8 punct""",
)
"""A sentence each; a word is its form, tag, lemma, head, label and entity."""


def at(words: str) -> Span:
    """Return the first place of the words in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def parsed_reading() -> Reading:
    """Return two sentences, the second a statement with a time in it."""
    found = Attribution(
        aid="a1",
        source=(at("she"),),
        cue=(at("said"),),
        content=(at("“We sail  on Monday,”"),),
        quote="direct",
        p=0.9,
        by="hand",
    )
    time = Timex(tid="t1", span=at("on Monday"), type="DATE", value="2031-06-02")
    return reading_of(TEXT, sentences(), attributions=(found,), times=(time,))


def sentences() -> tuple[Sentence, ...]:
    """Return the sentences of the text as `_PARSE` writes them out."""
    cursor = 0
    made: list[Sentence] = []
    for script in _PARSE:
        tokens: list[Token] = []
        for line in script.splitlines():
            form, tag, lemma, head, label, *entity = line.split()
            start = TEXT.index(form, cursor)
            cursor = start + len(form)
            tokens.append(Token(start, cursor, tag, lemma, int(head), label, "".join(entity)))
        made.append(Sentence(span=Span(tokens[0].start, cursor), tokens=tuple(tokens)))
    return tuple(made)


def reading_of(
    text: str,
    sentences: Sequence[Sentence],
    *,
    attributions: tuple[Attribution, ...] = (),
    times: tuple[Timex, ...] = (),
) -> Reading:
    """Return a reading of one paragraph."""
    article = Article(
        text=text,
        blocks=(Block(role="paragraph", span=Span(0, len(text)), xpath=""),),
        title=Fact(),
        outlet=Fact(),
        published=Published(),
        digest="4f" * 32,
    )
    return Reading(
        article=article,
        sentences=tuple(sentences),
        times=times,
        attributions=attributions,
        reader=Reader(version="0.1.0", model="c0ffee"),
    )
