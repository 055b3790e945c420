"""A reading or refusal in, the lines of its record for a terminal or a pipe out.

Lines are wrapped to the console's width and never cut: a word longer than a line stays whole.
"""

from collections import defaultdict
from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from readout.records.article import Article, Drop
from readout.records.page import Refusal
from readout.records.reading import Reading
from readout.records.time import Timex
from readout.views.events import EventRow, event_rows
from readout.views.safe import safe_terminal
from readout.views.statements import StatementRow, statement_rows
from readout.views.wording import (
    count_of,
    quote_words,
    sample_of,
    tell_other,
    tell_place,
    tell_published,
    tell_time,
    witnesses,
)

__all__ = ["reading_lines", "refusal_lines"]

_SURE_STYLES = {"sure": "green", "likely": "yellow", "unsure": "red"}
_HAPPENED = {"occurred": "green", "ongoing": "green", "denied": "red", "cancelled": "red"}
_Part = str | tuple[str, str]
_Told = tuple[str, Text]  # what stands left of the first line, blank left of the others; and what


def reading_lines(reading: Reading, console: Console) -> Iterator[Text]:
    """Yield the record by lines: the page, its events, statements, times, what was left out."""
    article = reading.article
    for told in (
        *_page(article),
        *_events(reading),
        *_statements(reading),
        *_times(reading),
        *_drops(article),
    ):
        yield from _wrapped(told, console)
    yield Text()


def refusal_lines(refusal: Refusal, console: Console) -> Iterator[Text]:
    """Yield why a page was not read, and what to try."""
    yield from _wrapped(
        _told(0, ("refused ", "bold red"), (refusal.address, "bold")),
        console,
    )
    yield from _wrapped(
        _told(2, f"{refusal.reason.replace('_', ' ')} ({refusal.stage}): {refusal.detail}"), console
    )
    if refusal.hint:
        yield from _wrapped(_told(2, ("try: ", "dim"), refusal.hint), console)
    yield Text()


def _told(indent: int, *parts: _Part, label: str = "", whole: bool = False) -> _Told:
    """Return words to be wrapped, or left `whole` where only the terminal may break them."""
    safe: list[_Part] = [
        safe_terminal(part) if isinstance(part, str) else (safe_terminal(part[0]), part[1])
        for part in parts
    ]
    return label.rjust(indent), Text.assemble(*safe, overflow="ignore", no_wrap=whole)


def _wrapped(told: _Told, console: Console) -> Iterator[Text]:
    left, text = told
    for line in text.wrap(console, max(12, console.width - len(left))):
        line.rstrip()
        yield Text.assemble((left, "cyan"), line) if line else line
        left = " " * len(left)


def _heading(title: str, note: str) -> Iterator[_Told]:
    yield _told(0)
    yield _told(0, (title, "bold cyan"), (f"  {note}", "dim"))


def _page(article: Article) -> Iterator[_Told]:
    yield _told(0, (article.title.value or "(no headline)", "bold"))
    by = f"by {', '.join(article.authors)}" if article.authors else "no author named"
    agency = f"from {article.agency}" if article.agency else ""
    outlet = article.outlet.value or "no outlet named"
    yield _told(0, " · ".join(part for part in (outlet, by, agency) if part))
    undated = article.published.value is None
    label = "" if undated else "published "
    yield _told(0, (label, "dim"), (tell_published(article), "yellow" if undated else ""))
    for other in witnesses(article):
        if not other.believed:
            yield _told(2, ("also ", "dim"), tell_other(other))
    if article.modified:
        yield _told(0, ("changed ", "dim"), article.modified)
    web = article.url if article.url != article.address else None
    for address in filter(None, (article.address, web)):
        yield _told(0, ("page ", "dim"), address, whole=True)
    if article.digest:
        yield _told(0, ("sha256 ", "dim"), (article.digest, "dim"), whole=True)


def _events(reading: Reading) -> Iterator[_Told]:
    rows = event_rows(reading)
    yield from _heading("Events", str(len(rows)) if rows else "none found")
    for row in rows:
        yield from _event(row)


def _event(row: EventRow) -> Iterator[_Told]:
    yield _told(0)
    actors: _Part = (row.actors, "bold") if row.actors else ("nobody named", "italic")
    recipients: _Part = (row.recipients, "bold")
    yield _told(
        5,
        (f"{row.deed}: ", "bold cyan"),
        *((actors, " → ", recipients) if row.recipients else (actors,)),
        label=f"{row.number}  ",
    )
    statement = f" (statement {row.statement})" if row.statement else ""
    yield _told(5, (row.status, _HAPPENED.get(row.event.status, "yellow")), (statement, "dim"))
    for label, told in (("when ", row.when), ("where ", row.where)):
        if told:
            yield _told(5, (label, "dim"), told)
    words = row.evidence
    yield _told(5, "“", words.before, (f"*{words.trigger}*", "bold"), words.after, "”")
    yield _told(
        5,
        (f"{row.notes} · {row.place} · ", "dim"),
        (row.sureness, _SURE_STYLES[row.sureness]),
        (f" (p {row.event.p:.2f})", "dim"),
    )


def _statements(reading: Reading) -> Iterator[_Told]:
    rows = statement_rows(reading)
    yield from _heading("Statements", str(len(rows)) if rows else "none found")
    for row in rows:
        yield from _statement(row, reading.article.text)


def _statement(row: StatementRow, text: str) -> Iterator[_Told]:
    yield _told(0)
    speaker: _Part = (row.speaker, "bold") if row.speaker else ("no source named", "italic")
    cue: _Part = (f" · {row.cue}", "") if row.cue else ""
    yield _told(5, speaker, cue, label=f"{row.number}  ")
    if row.identity:
        yield _told(5, ("= ", "dim"), row.identity)
    if row.relay:
        yield _told(5, ("through ", "dim"), row.relay)
    yield _told(5, row.words)
    inside = f"inside {row.inside} · " if row.inside else ""
    yield _told(
        5,
        (f"{inside}{row.kind} · {row.place} · ", "dim"),
        (row.sureness, _SURE_STYLES[row.sureness]),
        (f" (p {row.attribution.p:.2f})", "dim"),
    )
    for _, time in row.times:
        yield _time(time, text)


def _times(reading: Reading) -> Iterator[_Told]:
    yield from _heading("Times", str(len(reading.times)) if reading.times else "none found")
    for time in reading.times:
        place = tell_place(reading.article.blocks, (time.span,))
        yield _time(time, reading.article.text, note=f" · {place}")


def _time(time: Timex, text: str, *, note: str = "") -> _Told:
    words = quote_words(text, (time.span,))
    return _told(5, (f"“{words}”", "magenta"), f" = {tell_time(time)}", (note, "dim"))


def _drops(article: Article) -> Iterator[_Told]:
    kinds: defaultdict[str, list[Drop]] = defaultdict(list)
    for drop in article.drops:
        kinds[drop.kind].append(drop)
    words = count_of(sum(drop.words for drop in article.drops), "word")
    yield from _heading("Left out of the page", words if kinds else "nothing")
    for kind, drops in sorted(kinds.items(), key=lambda one: -sum(d.words for d in one[1])):
        count = count_of(sum(drop.words for drop in drops), "word")
        more = f" and {len(drops) - 1} more" if len(drops) > 1 else ""
        sample = f"“{sample_of(drops[0])}”"
        yield _told(5, f"{kind.replace('_', ' ')}, {count}: ", (sample + more, "dim"))
