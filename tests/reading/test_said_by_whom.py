"""Texts written for this in, who said their words and through whom they came out, by the model.

The tables hold a text, the words said and whose they are, then the links from the owner outward.
A model is never right everywhere, so what is asked is a share.
"""

from collections.abc import Sequence
from pathlib import Path

import pytest

from readout.article import article_of_text
from readout.models import load_encoder
from readout.reading import read_articles
from readout.records.article import Article
from readout.records.reading import Attribution

TABLES = Path(__file__).parent / "data"
FLOORS = {"relay_cases.tsv": 0.85, "speaker_cases.tsv": 0.85}


def right(row: Sequence[str], found: Sequence[Attribution], text: str) -> bool:
    """Say whether some statement of the words has the owner and exactly the links of the row."""
    _, words, owner, *links = row
    for one in found:
        content = " ".join(span.of(text) for span in one.content)
        if words not in content or len(content) > 2 * len(words) + 20 or one.speaker is None:
            continue
        at = text.find(owner)
        mentions = (one.speaker.mention, *one.speaker.mentions)
        owned = any(m.start < at + len(owner) and at < m.end for m in mentions)
        passed = [link.span.of(text) for link in one.relay]
        if owned and len(passed) == len(links):
            pairs = zip(passed, links, strict=True)
            if all(mine in theirs or theirs in mine for mine, theirs in pairs):
                return True
    return False


@pytest.mark.slow
@pytest.mark.parametrize("table", sorted(FLOORS))
def test_most_of_a_table_is_right(table: str) -> None:
    """Most statements of the table have their owner and their links."""
    lines = TABLES.joinpath(table).read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    encoder = load_encoder(threads=1)
    wrong: list[str] = []
    for row in rows:
        article = article_of_text(row[0])
        assert isinstance(article, Article)
        (reading,) = read_articles([article], encoder)
        if not right(row, reading.attributions, article.text):
            wrong.append(row[0])
    assert len(wrong) <= (1 - FLOORS[table]) * len(rows), wrong
