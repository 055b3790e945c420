"""Noun phrases that say a name again: “the tycoon”, “the bureau”, “the second official”."""

import pytest

from readout.reading.speakers import find_speakers
from tagged import attribution, tagged

DELL = "Premier/NNP Oskar/NNP/PERSON Dell/NNP/PERSON spoke/VBD ~./.\n"
FBI = "The/DT FBI/NNP/ORG came/VBD ~./.\n"
OFFICIALS = (
    "An/DT official/NN told=tell/VBD it/PRP ~./.\n"
    "Dell/NNP/PERSON met/VBD the/DT bank/NN official/NN ~./.\n"
)
RIDERS = (
    "Sen./NNP Olaf/NNP/PERSON Brand/NNP/PERSON and/CC Gov./NNP Rita/NNP/PERSON "
    "Holm/NNP/PERSON came/VBD ~./.\n"
)
TRUST = (
    "The/DT Green/NNP/ORG Trust/NNP/ORG sued/VBD Karth/NNP/GPE ~./.\n"
    "The/DT Green/NNP/ORG Trust/NNP/ORG lied/VBD it/PRP ~./.\n"
)


@pytest.mark.parametrize(
    ("before", "phrase", "expected"),
    [
        (DELL, "The/DT tycoon/NN", "Oskar Dell"),
        (DELL, "The/DT boy/NN", "The boy"),
        (FBI, "The/DT bureau/NN", "FBI"),
        (FBI, "The/DT ministry/NN", "The ministry"),
        (OFFICIALS, "The/DT second/JJ official/NN", "An official"),
        (RIDERS, "The/DT governor/NN", "Rita Holm"),
        (TRUST, "The/DT group/NN", "The Green Trust"),
    ],
)
def test_a_noun_phrase_says_the_name_again_that_it_can_stand_for(
    before: str, phrase: str, expected: str
) -> None:
    """“The bureau said” after the FBI came: the FBI; “the ministry”: somebody else."""
    page = tagged(f"{before}{phrase} said=say/VBD it/PRP rains=rain/VBZ ~./.")
    source = " ".join(word.split("/")[0] for word in phrase.split())
    earlier = [
        attribution(page, named, cue, "it")
        for named, cue in (("An official", "told"), ("The Green Trust", "lied"))
        if f"{named} {cue}" in page.article.text
    ]

    found = find_speakers(
        page.article,
        page.sentences,
        [*earlier, attribution(page, source, "said", "it rains")],
    )

    speaker = found[len(earlier)].speaker
    assert speaker is not None
    assert speaker.name == expected


def test_what_a_verb_follows_is_no_role_of_the_name_before() -> None:
    """“In talks with Ilse Marn, the minister said”: Marn is not the minister."""
    page = tagged(
        "In/IN talks/NNS with/IN Ilse/NNP/PERSON Marn/NNP/PERSON ~,/, the/DT minister/NN "
        "said=say/VBD it/PRP rains=rain/VBZ ~./.\n"
        "Marn/NNP/PERSON agreed=agree/VBD it/PRP snows=snow/VBZ ~./."
    )

    found = find_speakers(
        page.article, page.sentences, [attribution(page, "Marn", "agreed", "it snows", nth=2)]
    )

    speaker = found[0].speaker
    assert speaker is not None
    assert speaker.role is None


def test_one_of_a_party_is_somebody_and_not_all_of_it() -> None:
    """“One Democrat said … the Democrats said”: the one is unnamed, the others are a group."""
    page = tagged(
        "One/CD Democrat/NNP/NORP said=say/VBD it/PRP rains=rain/VBZ ~./.\n"
        "Democrats/NNPS/NORP denied=deny/VBD that/IN it/PRP snows=snow/VBZ ~./."
    )

    one, all_ = find_speakers(
        page.article,
        page.sentences,
        [
            attribution(page, "One Democrat", "said", "it rains"),
            attribution(page, "Democrats", "denied", "that it snows"),
        ],
    )

    assert one.speaker is not None
    assert (one.speaker.name, one.speaker.kind, one.speaker.number) == (
        "One Democrat",
        "unnamed",
        1,
    )
    assert all_.speaker is not None
    assert (all_.speaker.name, all_.speaker.kind) == ("Democrats", "group")


def test_nobody_says_what_seems_or_is_worth_noting() -> None:
    """“Dorr said it rains. It is worth noting that it snows”: Dorr notes nothing."""
    page = tagged(
        "Dorr/NNP/PERSON said=say/VBD it/PRP rains=rain/VBZ and/CC it/PRP is=be/VBZ worth/JJ "
        "noting=note/VBG that/IN it/PRP snows=snow/VBZ ~./.\n"
        "Dorr/NNP/PERSON left/VBD and/CC the/DT race/NN seemed=seeme/VBD lost/VBN ~./."
    )

    _, noted, seemed = find_speakers(
        page.article,
        page.sentences,
        [
            attribution(page, "Dorr", "said", "it rains"),
            attribution(page, "", "noting", "that it snows"),
            attribution(page, "", "seemed", "lost"),
        ],
    )

    assert noted.speaker is None
    assert seemed.speaker is None
