"""A country that the words beside a speaker's name tell, and no other."""

import pytest

from readout.ledger.identities.beside import country_beside
from readout.records.reading import Attribution, Speaker
from readout.records.text import Span


def beside(text: str, *, name: str = "Ola Sund", role: str | None = None, cue: str) -> str | None:
    """Return the country told beside the name in that text."""
    at, said = text.index(name), text.index(cue)
    speaker = Speaker(
        name=name,
        mention=Span(at, at + len(name)),
        kind="person",
        role=role,
        mentions=(),
        p=1.0,
        by="",
    )
    told = Attribution(
        aid="a1",
        cue=(Span(said, said + len(cue)),),
        content=(Span(0, 1),),
        quote="direct",
        speaker=speaker,
        p=1.0,
        by="",
    )
    return country_beside(told, speaker, text)


@pytest.mark.parametrize(
    ("text", "role", "country"),
    [
        ("Commander Ola Sund, a spokesman for the Danish navy, said so.", "Commander", "DNK"),
        ("The spokesman Ola Sund said at the White House so.", "government spokesman", "USA"),
        ("The spokesman Ola Sund said to reporters in Oslo so.", "government spokesman", "NOR"),
        ("Foreign Minister Ola Sund said in Oslo so.", "Foreign Minister", None),
        ("Ola Sund, a baker, said in Oslo so.", None, None),
        ("Ola Sund, who once sailed to Denmark, said so.", None, None),
    ],
    ids=["described", "seat", "capital", "visitor", "anyone", "clause"],
)
def test_a_country_is_taken_from_what_stands_beside(
    text: str, role: str | None, country: str | None
) -> None:
    """Spokesmen speak at home, ministers travel, and who has no office stands for nobody."""
    assert beside(text, role=role, cue="said") == country
