"""Articles become readings whose every find is tied to its words."""

from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.article import article_of_text, read_page
from readout.models import Encoder, load_encoder
from readout.pages import page_of_bytes
from readout.reading import read_articles
from readout.records.article import Article
from readout.records.reading import Reading
from readout.records.text import Span

NEWS = """Harbour Minister Ana Duarte said on Monday that the port would stay shut.

“We have told Oslo twice,” she said, “and twice we heard nothing.” The ministry in Oslo declined
to comment, but a person briefed on the talks said a reply was being written.

According to the Bergen daily Fjordposten, two ships left on 3 May 2026."""


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    """Return the package's model."""
    return load_encoder()


def reading(text: str, encoder: Encoder) -> Reading:
    """Read one plain text."""
    article = article_of_text(text, published="2026-05-06")
    assert isinstance(article, Article)
    return read_articles([article], encoder)[0]


def spans(found: Reading) -> Iterator[Span]:
    """Yield every span of a reading."""
    for attribution in found.attributions:
        yield from (*attribution.source, *attribution.cue, *attribution.content)
    yield from (timex.span for timex in found.times)
    yield from (sentence.span for sentence in found.sentences)


def test_who_says_what_is_found_with_its_words(encoder: Encoder) -> None:
    """Indirect, split direct, declined, anonymous and according-to statements."""
    found = reading(NEWS, encoder)
    text = found.article.text
    said = {
        (" ".join(s.of(text) for s in a.source), " ".join(c.of(text) for c in a.cue)): a
        for a in found.attributions
    }

    assert said["Harbour Minister Ana Duarte", "said"].quote == "indirect"
    split = said["she", "said"]
    assert [span.of(text) for span in split.content] == [
        "“We have told Oslo twice,”",
        "“and twice we heard nothing.”",
    ]
    assert split.quote == "direct"
    assert any(source == "a person briefed on the talks" for source, _ in said)
    assert any(cue.startswith("According to") for _, cue in said)


def test_the_parse_has_one_root_a_sentence_and_heads_inside_it(encoder: Encoder) -> None:
    """Every head is a word of its own sentence; the root is its own head."""
    for sentence in reading(NEWS, encoder).sentences:
        roots = [i for i, token in enumerate(sentence.tokens) if token.head == i]

        assert len(roots) == 1
        assert sentence.tokens[roots[0]].label == "ROOT"
        assert all(0 <= token.head < len(sentence.tokens) for token in sentence.tokens)


def test_times_are_counted_from_the_publication_date(encoder: Encoder) -> None:
    """`on Monday` in a text of Wednesday 6 May 2026, in the past tense."""
    found = reading(NEWS, encoder)

    assert {t.span.of(found.article.text): t.value for t in found.times}.items() >= {
        "Monday": "2026-05-04",
        "3 May 2026": "2026-05-03",
    }.items()


def test_reading_twice_or_in_company_gives_the_same_bytes(encoder: Encoder) -> None:
    """Alone, again, and between two other articles."""
    article = article_of_text(NEWS, published="2026-05-06")
    other = article_of_text("The mayor denied it. " * 40)
    assert isinstance(article, Article)
    assert isinstance(other, Article)
    alone, again = (msgspec.json.encode(read_articles([article], encoder)[0]) for _ in range(2))
    between = read_articles([other, article, other], encoder)[1]

    assert alone == again == msgspec.json.encode(between)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "WASHINGTON (AP) -- THE PRESIDENT SAID HE WOULD NOT GO. HE DECLINED TO SAY MORE.",
        "''We lost,'' she said. ``All of it.''",
        "Thetalksfailed,theministersaid.Nomorewillcome.",
        "Prćmier Łukasz Żółć řekl že Ångström said “ja” to Đorđe.",
        "“ “ ‘ ” said said said : : —",
        "1. 2-0\n2. 3-1\n3. 0-0\n" * 30,
        "def f(x):\n    return x['said'] if x else None\n" * 10,
        "He said that " + "and that he said that " * 150 + "it was so.",
    ],
    ids=["empty", "capitals", "wire", "glued", "diacritics", "marks", "table", "code", "endless"],
)
def test_odd_text_is_read_without_a_span_outside_it(text: str, encoder: Encoder) -> None:
    """Whatever comes, every span quotes something and lies in the text."""
    article = article_of_text(text)
    if not isinstance(article, Article):
        return
    found = read_articles([article], encoder)[0]

    assert all(span.of(found.article.text) for span in spans(found))
    assert all(span.end <= len(found.article.text) for span in spans(found))
    assert all(0 <= a.p <= 1 for a in found.attributions)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(NEWS.split(" ")), max_size=60))
def test_shuffled_news_is_read_and_its_record_round_trips(words: list[str]) -> None:
    """Word salad of news: spans lie in the text and the record decodes to itself."""
    article = article_of_text(" ".join(words))
    if not isinstance(article, Article):
        return
    found = read_articles([article], _encoder())[0]

    assert msgspec.json.decode(msgspec.json.encode(found), type=Reading) == found
    assert all(span.end <= len(found.article.text) for span in spans(found))


def _encoder(held: list[Encoder] = []) -> Encoder:  # noqa: B006  loaded once for all examples
    if not held:
        held.append(load_encoder())
    return held[0]


def test_a_content_does_not_run_on_from_a_headline_into_a_caption(encoder: Encoder) -> None:
    """Blocks of different kinds stand side by side; no statement crosses from one to the next."""
    page = page_of_bytes(
        b"<html lang=en><title>Duarte says the port stays shut</title><article>"
        b"<h1>Duarte says the port stays shut</h1><figure><img src=a.jpg><figcaption>Ana Duarte"
        b" on the quay at Bergen in 2019 with her staff</figcaption></figure>"
        + b"".join(f"<p>{paragraph}</p>".encode() for paragraph in NEWS.split("\n\n") * 2)
        + b"</article></html>"
    )
    article = read_page(page)
    assert isinstance(article, Article)
    (found,) = read_articles([article], encoder)
    kinds = [
        {block.role for block in article.blocks for span in a.content if block.span.overlaps(span)}
        for a in found.attributions
    ]

    assert {"headline", "caption"} <= {block.role for block in article.blocks}
    assert all(len(roles) == 1 for roles in kinds)
