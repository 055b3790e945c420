"""Words tagged by hand in, an article and its sentences out: `Dorr/NNP/PERSON said/VBD ./.`.

A word is written with its part of speech and, inside a name, the name's type; neighbours of one
type are one name. A line is a sentence, a blank line ends a paragraph, `~` before a word joins it
to the one before. The lemma is the word in lower case, or stands after `=`: `said=say/VBD`.
"""

from dataclasses import dataclass

from readout.records.article import Article, Block, Fact
from readout.records.reading import Attribution, Sentence, Token
from readout.records.text import Span

__all__ = ["Tagged", "attribution", "tagged"]


@dataclass(frozen=True)
class Tagged:
    """An article with its sentences."""

    article: Article
    sentences: tuple[Sentence, ...]

    def at(self, words: str, nth: int = 1) -> Span:
        """Return the nth place of the words in the text."""
        start = -1
        for _ in range(nth):
            start = self.article.text.index(words, start + 1)
        return Span(start, start + len(words))


def tagged(script: str, *, agency: str | None = None) -> Tagged:
    """Return the article that the script writes out."""
    text = ""
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    for paragraph in script.strip().split("\n\n"):
        text += "\n\n" if text else ""
        begin = len(text)
        for line in paragraph.strip().splitlines():
            text, sentence = _sentence(text, line.split(), begin)
            sentences.append(sentence)
        blocks.append(Block(role="paragraph", span=Span(begin, len(text))))
    article = Article(text=text, blocks=tuple(blocks), title=Fact(), outlet=Fact(), agency=agency)
    return Tagged(article, tuple(sentences))


def _sentence(text: str, items: list[str], begin: int) -> tuple[str, Sentence]:
    tokens: list[Token] = []
    before = ""
    for item in items:
        word, tag, *kinds = item.lstrip("~").rsplit("/", item.count("/"))
        form, _, lemma = word.partition("=")
        if not item.startswith("~") and len(text) > begin:
            text += " "
        kind = kinds[0] if kinds else ""
        mark = f"{'I' if kind == before else 'B'}-{kind}" if kind else ""
        tokens.append(
            Token(len(text), len(text) + len(form), tag, lemma or form.lower(), entity=mark)
        )
        text, before = text + form, kind
    return text, Sentence(span=Span(tokens[0].start, tokens[-1].end), tokens=tuple(tokens))


def attribution(page: Tagged, source: str, cue: str, content: str, *, nth: int = 1) -> Attribution:
    """Return an attribution by its words; `nth` counts the source's places."""
    return Attribution(
        aid=f"a{page.at(content).start + 1}",
        source=(page.at(source, nth),) if source else (),
        cue=(page.at(cue),) if cue else (),
        content=(page.at(content),),
        quote="indirect",
        p=0.9,
        by="test",
    )
