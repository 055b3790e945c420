"""A reading in, its statements as a reader is shown them out: numbered, in text order."""

from readout.records.reading import Attribution, Reading
from readout.records.text import Record
from readout.records.time import Timex
from readout.views.wording import Place, quote_words, tell_place, tell_sureness

__all__ = ["StatementRow", "statement_rows"]


class StatementRow(Record, frozen=True, kw_only=True):
    """One attribution with all a view says of it."""

    number: int
    attribution: Attribution
    speaker: str
    """The source as the text has it; "" where the text names none."""
    identity: str
    """Who that is: name, role and country, as far as the page tells more than the source does."""
    relay: str
    """Through whom the words came: "TASS, then Reuters"; "" where from the speaker."""
    cue: str
    words: str
    kind: str
    """The act, where a reader of acts has looked, and the kind of quote; then its hedges."""
    place: Place
    """Where its content stands."""
    sureness: str
    """sure, likely or unsure."""
    times: tuple[tuple[int, Timex], ...]
    """The times inside its content, with their numbers."""
    inside: int | None
    """The number of the statement it is nested in."""


def statement_rows(reading: Reading) -> tuple[StatementRow, ...]:
    """Return a row for each attribution, in the order and with the numbers of the reading."""
    text, blocks = reading.article.text, reading.article.blocks
    numbers = {found.aid: number for number, found in enumerate(reading.attributions, 1)}
    return tuple(
        StatementRow(
            number=number,
            attribution=found,
            speaker=quote_words(text, found.source),
            identity=_identity(found, text),
            relay=", then ".join(link.name for link in found.relay),
            cue=quote_words(text, found.cue),
            words=quote_words(text, found.content),
            kind=_kind(found, text),
            place=tell_place(blocks, found.content),
            sureness=tell_sureness(found.p),
            times=tuple(
                (at, time)
                for at, time in enumerate(reading.times, 1)
                if any(span.overlaps(time.span) for span in found.content)
            ),
            inside=numbers.get(found.within) if found.within else None,
        )
        for number, found in enumerate(reading.attributions, 1)
    )


def _kind(found: Attribution, text: str) -> str:
    hedge = f"hedged “{quote_words(text, found.hedge)}”" if found.hedge else ""
    return " · ".join(part for part in (found.act, found.quote, hedge) if part)


def _identity(found: Attribution, text: str) -> str:
    """Name who speaks; "" where the source itself says all the page knows."""
    speaker = found.speaker
    if speaker is None:
        return ""
    source = quote_words(text, found.source).lower()
    number = f"{speaker.number} people" if speaker.number and speaker.number > 1 else None
    parts = (speaker.name, speaker.role, speaker.country, number)
    told = [part for part in parts if part and part.lower() not in source]
    return ", ".join(
        [speaker.name, *(part for part in told if part != speaker.name)] if told else []
    )
