"""A mention of an event and its article in, whether it is older than the story out."""

from datetime import date

from readout.records.article import Article
from readout.records.event import EventMention
from readout.records.reading import Sentence, Token

__all__ = ["is_background"]

_OLD = 14  # days
_DAY = 10  # letters of an ISO date
_REACH = 4  # words between an auxiliary and its verb
_DONE = frozenset({"occurred", "denied", "cancelled"})


def is_background(article: Article, mention: EventMention, sentence: Sentence) -> bool:
    """Say whether the event is older than what the article reports.

    By its time where it has one, else by the past before the past ("had met"), which in somebody's
    reported words says nothing: there it is only the past.
    """
    if mention.status not in _DONE:
        return False
    age = _age(article, mention)
    if age is not None:
        return age > _OLD
    return mention.voice.aid is None and _before_the_past(article.text, mention, sentence.tokens)


def _age(article: Article, mention: EventMention) -> int | None:
    """Return how many days before the article the event's time ended."""
    if mention.time is None or mention.time.interval is None:
        return None
    ended = mention.time.interval.end
    published = article.published.value
    if published is None and article.published.interval is not None:
        published = article.published.interval.start
    if not ended or not published:
        return None
    try:
        told, done = date.fromisoformat(published[:_DAY]), date.fromisoformat(ended[:_DAY])
    except ValueError:
        return None
    return (told - done).days


def _before_the_past(text: str, mention: EventMention, tokens: tuple[Token, ...]) -> bool:
    """Say whether "had" is an auxiliary of the trigger."""
    at = next((i for i, t in enumerate(tokens) if t.end > mention.trigger.start), -1)
    if at < 0 or tokens[at].tag != "VBN":
        return False
    return any(
        token.head == at and token.label == "aux" and text[token.start : token.end].lower() == "had"
        for token in tokens[max(0, at - _REACH) : at]
    )
