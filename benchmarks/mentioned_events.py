"""A mention of an event in a parsed sentence in, what judging looks at out."""

from collections.abc import Iterator, Sequence

from readout.ledger.events.deeds import kinds_of
from readout.ledger.events.told import Side, Told, deeds_of, side_of, weigh_around
from readout.records.reading import Sentence, Token

__all__ = ["tell_mention"]

_PARTS = frozenset({"compound", "amod", "nummod", "nmod", "poss"})
_INHERITS = frozenset({"conj", "xcomp", "advcl", "ccomp", "pcomp"})
_DEEP = 3


def tell_mention(
    ids: tuple[str, str, str], text: str, sentence: Sentence, inside: Sequence[int]
) -> Told:
    """Return the mention of the words `inside`, with those that the parse makes its sides.

    `ids` are those of the mention, its page and its story.
    """
    mention, page, story = ids
    tokens = sentence.tokens
    words = [text[token.start : token.end] for token in tokens]
    own = [tokens[at].lemma or words[at].lower() for at in inside]
    trigger = [word for word in own if word[0].isalpha()] or own
    top = next((at for at in inside if tokens[at].head not in inside), inside[0])
    actors, recipients = _sides(tokens, top, 0)

    def phrases(heads: Sequence[int]) -> tuple[Side, ...]:
        told = [
            at
            for at in dict.fromkeys(heads)
            if at not in inside and not tokens[at].tag.startswith(("PRP", "W"))
        ]
        return tuple(side_of(_phrase(tokens, words, at)) for at in told)

    return Told(
        report_id=mention,
        page=page,
        story=story,
        deeds=deeds_of(trigger),
        kinds=frozenset(kind for word in trigger for kind in kinds_of(word)),
        actors=phrases(actors),
        recipients=phrases(recipients),
        around=weigh_around(words, [*(words[at] for at in inside), *own]),
    )


def _sides(tokens: Sequence[Token], at: int, depth: int) -> tuple[list[int], list[int]]:
    """Return the words that head the actors and those that head the recipients."""
    actors: list[int] = []
    recipients: list[int] = []
    noun = tokens[at].tag.startswith("N")
    for child in _children(tokens, at):
        match tokens[child].label:
            case "nsubj" | "poss" | "csubj":
                actors += _joined(tokens, child)
            case "nsubjpass" | "dobj" | "dative":
                recipients += _joined(tokens, child)
            case "agent":
                actors += [one for pobj in _objects(tokens, child) for one in _joined(tokens, pobj)]
            case "prep":
                objects = _objects(tokens, child)
                recipients += [one for pobj in objects for one in _joined(tokens, pobj)]
            case "compound" | "amod" if noun:
                recipients.append(child)
            case _:
                pass
    head, label = tokens[at].head, tokens[at].label
    if not actors and depth < _DEEP and head != at:
        if label == "acl":
            recipients.append(head)
        elif label in _INHERITS:
            actors = _sides(tokens, head, depth + 1)[0]
    return actors, recipients


def _children(tokens: Sequence[Token], at: int) -> Iterator[int]:
    return (one for one, token in enumerate(tokens) if token.head == at and one != at)


def _objects(tokens: Sequence[Token], at: int) -> list[int]:
    return [one for one in _children(tokens, at) if tokens[one].label == "pobj"]


def _joined(tokens: Sequence[Token], at: int) -> list[int]:
    others = [one for one in _children(tokens, at) if tokens[one].label == "conj"]
    return [at, *(each for one in others for each in _joined(tokens, one))]


def _phrase(tokens: Sequence[Token], words: Sequence[str], at: int) -> str:
    parts = [one for one in _children(tokens, at) if tokens[one].label in _PARTS]
    return " ".join(words[one] for one in sorted({*parts, at}))
