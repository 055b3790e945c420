"""Who speaks: names, pronouns, noun phrases, sources left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.reading.speakers import find_speakers
from readout.records.article import Article, Block, Fact
from readout.records.reading import Attribution, Sentence, Speaker, Token
from readout.records.text import Span
from tagged import Tagged, attribution, tagged

DORR = """
Velmora/NNP/GPE ~'s/POS water/NN minister/NN Anselm/NNP/PERSON Dorr/NNP/PERSON met/VBD
 the/DT envoy/NN Ilse/NNP/PERSON Marn/NNP/PERSON ~./.
""".replace("\n ", " ")


def speakers(page: Tagged, *given_: Attribution) -> list[Speaker | None]:
    """Return the speakers of the attributions, in their order."""
    found = find_speakers(page.article, page.sentences, given_)
    return [one.speaker for one in found[: len(given_)]]


def test_a_surname_stands_for_the_full_name_with_role_and_country() -> None:
    """“Dorr said”: Anselm Dorr, water minister, of the country named before the role."""
    page = tagged(DORR + "Dorr/NNP/PERSON said=say/VBD it/PRP rains=rain/VBZ ~./.")

    (speaker,) = speakers(page, attribution(page, "Dorr", "said", "it rains", nth=2))

    assert speaker is not None
    assert (speaker.name, speaker.role, speaker.kind) == ("Anselm Dorr", "water minister", "person")
    assert speaker.mention.of(page.article.text) == "Anselm Dorr"
    assert speaker.country is None
    assert len(speaker.mentions) == 2


def test_a_role_after_the_name_and_a_demonym_tell_the_country() -> None:
    """“Ilse Marn, a French envoy, said”: role and country from the apposition."""
    page = tagged(
        "Ilse/NNP/PERSON Marn/NNP/PERSON ~,/, a/DT French/JJ/NORP envoy/NN ~,/, said=say/VBD "
        "it/PRP rains=rain/VBZ ~./."
    )

    (speaker,) = speakers(page, attribution(page, "Ilse Marn", "said", "it rains"))

    assert speaker is not None
    assert (speaker.role, speaker.country) == ("French envoy", "FRA")
    assert speaker.country_span == page.at("French")


def test_a_pronoun_is_the_person_of_its_gender() -> None:
    """“She said” after two people: the one whose title or name tells."""
    page = tagged(
        "Mr./NNP Dorr/NNP/PERSON met/VBD Mrs./NNP Marn/NNP/PERSON ~./.\n"
        "She/PRP said=say/VBD it/PRP rains=rain/VBZ ~./."
    )

    (speaker,) = speakers(page, attribution(page, "She", "said", "it rains"))

    assert speaker is not None
    assert speaker.name == "Marn"
    assert speaker.by.startswith("rule: pronoun")


def test_two_people_of_one_surname_stay_two() -> None:
    """“Mrs. Dorr” is not Anselm Dorr, where the page also names Ilse Dorr."""
    page = tagged(
        "Anselm/NNP/PERSON Dorr/NNP/PERSON and/CC "
        "Barbara/NNP/PERSON Dorr/NNP/PERSON came/VBD ~./.\n"
        "Mrs./NNP Dorr/NNP/PERSON said=say/VBD it/PRP rains=rain/VBZ ~./."
    )

    (speaker,) = speakers(page, attribution(page, "Mrs. Dorr", "said", "it rains"))

    assert speaker is not None
    assert speaker.name == "Barbara Dorr"


def test_a_noun_phrase_stands_for_the_person_of_that_role() -> None:
    """“The minister said”: the person the page calls a minister, not the last one named."""
    page = tagged(DORR + "The/DT minister/NN said=say/VBD it/PRP rains=rain/VBZ ~./.")

    (speaker,) = speakers(page, attribution(page, "The minister", "said", "it rains"))

    assert speaker is not None
    assert speaker.name == "Anselm Dorr"


def test_unnamed_people_keep_the_words_of_the_page_and_their_number() -> None:
    """“Two customs officers said”: unnamed, two."""
    page = tagged(
        "Two/CD customs/NNS officers/NNS said=say/VBD it/PRP rains=rain/VBZ ~./.\n"
        "A/DT person/NN briefed/VBN on/IN it/PRP agreed/VBD it/PRP snows=snow/VBZ ~./."
    )

    many, one = speakers(
        page,
        attribution(page, "Two customs officers", "said", "it rains"),
        attribution(page, "A person briefed on it", "agreed", "it snows"),
    )

    assert many is not None
    assert (many.name, many.kind, many.number) == ("Two customs officers", "group", 2)
    assert one is not None
    assert (one.name, one.kind, one.number) == ("A person briefed on it", "unnamed", 1)


def test_a_quote_that_goes_on_keeps_its_speaker() -> None:
    """A paragraph left open, the next opens again: the same person speaks."""
    page = tagged(
        "Dorr/NNP/PERSON said=say/VBD ~:/: “/`` It/PRP rains=rain/VBZ ~./.\n\n"
        "“/`` It/PRP snows=snow/VBZ ~./. ~”/''"
    )
    first = attribution(page, "Dorr", "said", "“ It rains.")
    second = attribution(page, "", "", "“ It snows.”")

    _, speaker = speakers(page, first, second)

    assert speaker is not None
    assert (speaker.name, speaker.by) == ("Dorr", "rule: quote goes on")


def test_a_participle_shares_the_speaker_and_a_passive_has_none() -> None:
    """“Dorr said ..., adding ...” is Dorr twice; “it was reported” is nobody."""
    page = tagged(
        "Dorr/NNP/PERSON said=say/VBD it/PRP rains=rain/VBZ ~,/, "
        "adding=add/VBG it/PRP snows=snow/VBZ ~./.\n"
        "It/PRP was=be/VBD reported=report/VBN that/IN it/PRP hails=hail/VBZ ~./."
    )

    _, added, reported = speakers(
        page,
        attribution(page, "Dorr", "said", "it rains"),
        attribution(page, "", "adding", "it snows"),
        attribution(page, "", "was reported", "that it hails"),
    )

    assert added is not None
    assert added.name == "Dorr"
    assert reported is None


def test_a_seat_of_government_speaks_for_its_country() -> None:
    """“The Kremlin said”: an organisation of Russia."""
    page = tagged("The/DT Kremlin/NNP/ORG said=say/VBD it/PRP rains=rain/VBZ ~./.")

    (speaker,) = speakers(page, attribution(page, "The Kremlin", "said", "it rains"))

    assert speaker is not None
    assert (speaker.kind, speaker.country) == ("organisation", "RUS")


def test_two_governments_that_speak_together_have_no_one_country() -> None:
    """“Both the Kremlin and Norway confirmed”: neither is the speaker's country."""
    page = tagged(
        "both/DT the/DT Kremlin/NNP/ORG and/CC Norway/NNP/GPE confirmed=confirm/VBD it/PRP ~./."
    )

    (speaker,) = speakers(page, attribution(page, "both the Kremlin and Norway", "confirmed", "it"))

    assert speaker is not None
    assert speaker.country is None


def test_a_spokeswoman_is_no_he() -> None:
    """“The spokeswoman, Ilse Marn, said … he said”: her role tells her gender."""
    page = tagged(
        "The/DT spokeswoman/NN ~,/, Ilse/NNP/PERSON Marn/NNP/PERSON ~,/, said=say/VBD it/PRP "
        "rains=rain/VBZ ~./. A/DT friend/NN heard=hear/VBD her/PRP ~./. He/PRP knew=know/VBD "
        "that/IN ~./."
    )

    _, speaker = speakers(
        page,
        attribution(page, "The spokeswoman, Ilse Marn,", "said", "it rains"),
        attribution(page, "He", "knew", "that"),
    )

    assert speaker is None or speaker.name != "Ilse Marn"


def test_an_adjective_of_a_country_is_nobody() -> None:
    """“The French navy seized the ship, which it alleged”: not “French” alleged it."""
    page = tagged(
        "The/DT French/JJ/NORP navy/NN seized=seize/VBD a/DT ship/NN ~,/, which/WDT it/PRP "
        "alleged=allege/VBD was/VBD full/JJ ~./."
    )

    (speaker,) = speakers(page, attribution(page, "it", "alleged", "was full"))

    assert speaker is None or speaker.name != "French"


def test_an_acronym_is_its_long_form() -> None:
    """“HWB” after “Harrow Water Board”: one body."""
    page = tagged(
        "The/DT Harrow/NNP/ORG Water/NNP/ORG Board/NNP/ORG met/VBD ~./.\n"
        "HWB/NNP/ORG said=say/VBD it/PRP rains=rain/VBZ ~./."
    )

    (speaker,) = speakers(page, attribution(page, "HWB", "said", "it rains"))

    assert speaker is not None
    assert speaker.name == "Harrow Water Board"


def test_i_inside_a_quote_is_the_one_quoted() -> None:
    """“I told them it rains,” Dorr said: the inner statement is Dorr's too."""
    page = tagged(
        "“/`` I/PRP told=tell/VBD them/PRP that/IN it/PRP rains=rain/VBZ ~,/, ~”/'' "
        "Dorr/NNP/PERSON said=say/VBD ~./."
    )
    outer = attribution(page, "Dorr", "said", "“ I told them that it rains,”")

    found = find_speakers(page.article, page.sentences, (outer,))

    assert [one.within for one in found] == [None, outer.aid]
    assert all(one.speaker is not None and one.speaker.name == "Dorr" for one in found)
    assert found[1].relay == ()


WORDS = st.sampled_from(
    ["Dorr", "she", "They", "the", "minister", "said", "told", "quoted", "“", "”", ",", "who", "I",
     "according", "to", "Herald", "'s", "two", "A", "(", "-", "of", "is", "been", "citing"]
)  # fmt: skip
TAGS = st.sampled_from(
    ["NNP", "NN", "NNS", "PRP", "DT", "VBD", "VBN", "IN", ",", "POS", "CD", "WP", ""]
)
KINDS = st.sampled_from(["", "", "", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG", "B-NORP", "B-DATE"])


@pytest.mark.slow
@given(st.lists(st.tuples(WORDS, TAGS, KINDS), min_size=1, max_size=24), st.data())
def test_no_words_break_it_and_every_span_lies_in_the_text(
    words: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    """Whatever the words, the tags and the attributions: no error, no span outside."""
    tokens, text = [], ""
    for form, tag, kind in words:
        text += " " if text else ""
        tokens.append(Token(len(text), len(text) + len(form), tag, form.lower(), entity=kind))
        text += form
    cut = data.draw(st.integers(0, len(tokens)))
    halves = [part for part in (tokens[:cut], tokens[cut:]) if part]
    sentences = tuple(
        Sentence(span=Span(part[0].start, part[-1].end), tokens=tuple(part)) for part in halves
    )
    whole = Span(0, len(text))
    article = Article(
        text=text, blocks=(Block(role="paragraph", span=whole),), title=Fact(), outlet=Fact()
    )

    def some(count: int) -> tuple[Span, ...]:
        picks = data.draw(st.lists(st.sampled_from(tokens), min_size=count, max_size=2))
        return tuple(Span(pick.start, pick.end) for pick in picks)

    given_ = tuple(
        Attribution(
            aid=f"a{n}", source=some(0), cue=some(0), content=some(1), quote="mixed", p=0.5, by="x"
        )
        for n in range(1, data.draw(st.integers(1, 4)) + 1)
    )

    found = find_speakers(article, sentences, given_)

    assert [one.aid for one in found[: len(given_)]] == [one.aid for one in given_]
    for one in found:
        spans = [*one.source, *one.cue, *one.content, *(link.span for link in one.relay)]
        if one.speaker is not None:
            spans += [one.speaker.mention, *one.speaker.mentions]
        assert all(span.end <= len(text) for span in spans)
