"""What holds for the times of any text, whatever it says and whenever it was published."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from readout.reading.times import date_undated, find_times
from readout.records.article import Block, Published
from readout.records.reading import Sentence, Token
from readout.records.text import Span

VOCABULARY = (
    "March May Jan. the 20 3rd 1999 0000 9999 2018-02-30 31/12/9999 20180320 late early mid- "
    "Monday Sun last next this past two 99999 a few several weeks months years centuries decades "
    "ago later earlier from now of and to 10 a.m. 25:99 noon EST tonight yesterday weekend quarter "
    "first fall summer Easter Ramadan Election Day every each daily nineteen ninety-seven thousand "
    "half or so will said until fiscal century '80s İstanbul ß \n \n\n , . ! - – \u00a0 $ %"
)
WORDS = VOCABULARY.split(" ")
texts = st.one_of(
    st.text(max_size=100), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
)
days = st.dates().map(lambda day: day.isoformat()) | st.none() | st.just("none of that kind")


@settings(max_examples=20)
@given(texts, days)
def test_times_lie_in_order_inside_their_text(text: str, day: str | None) -> None:
    """No text breaks the rules: spans are inside, sorted, apart, and no interval runs backwards."""
    found = find_times(text, published=Published(value=day))

    places = [(one.span.start, one.span.end) for one in found]
    assert places == sorted(places)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
    assert not places or places[-1][1] <= len(text)
    assert [one.tid for one in found] == [f"t{n + 1}" for n in range(len(found))]
    for one in found:
        if one.interval:
            assert one.interval.start is not None
            assert one.interval.end is not None
            assert one.interval.start <= one.interval.end
            assert one.type in {"DATE", "TIME"}
            assert one.anchor != "none"


@settings(max_examples=20)
@given(texts)
def test_an_undated_page_is_never_given_a_backward_interval(text: str) -> None:
    """Where two ends are told, the first is not after the last, and a reason stands beside."""
    interval = date_undated(text, find_times(text))

    if interval and interval.start and interval.end:
        assert interval.start <= interval.end
    assert interval is None or interval.reason


@settings(max_examples=20)
@given(st.lists(st.sampled_from([word for word in WORDS if word.strip()]), min_size=1, max_size=20))
def test_the_same_text_gives_the_same_times(words: list[str]) -> None:
    """Parts of speech and blocks of any kind are taken, and nothing depends on the run."""
    text = " ".join(words)
    span = Span(0, len(text))
    tokens = tuple(
        Token(start=match, end=match + len(word), tag=("VBD", "MD", "NN", "")[n % 4])
        for n, word in enumerate(words)
        for match in [sum(len(one) + 1 for one in words[:n])]
    )
    sentences = (Sentence(span=span, tokens=tokens),)
    blocks = (Block(role="update", span=span, time="2018-04-03T10:00:00Z"),)

    first = find_times(text, sentences=sentences, blocks=blocks)

    assert first == find_times(text, sentences=sentences, blocks=blocks)
