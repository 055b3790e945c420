"""A reading in, the lists beside and below its article as HTML out.

Statements, times, the witnesses of the metadata, and what was left out.
"""

from collections.abc import Iterator, Sequence

from readout.records.article import Article, Evidence
from readout.records.reading import Reading
from readout.records.time import Timex
from readout.views.safe import Html, element, join_html, safe_html, safe_link
from readout.views.statements import StatementRow, statement_rows
from readout.views.wording import Place, sample_of, tell_place, tell_time

__all__ = ["drop_table", "section_title", "statement_list", "time_table", "witness_table"]

_FIELDS = ("title", "outlet", "authors", "agency", "published", "modified", "language", "url")


def section_title(title: str, note: str, **attributes: str) -> Html:
    """Return a section's heading with a quiet note behind it."""
    quiet = element("span", safe_html(note))
    return element("h2", safe_html(f"{title} "), quiet, class_="label", **attributes)


def statement_list(reading: Reading) -> Html:
    """Return the statements, each with its speaker, words, dates, place and how sure it is."""
    rows = statement_rows(reading)
    text = reading.article.text
    return join_html(
        (
            section_title("Statements", str(len(rows)) if rows else "none found", id="statements"),
            element("ol", *(_statement(row, text) for row in rows), class_="list"),
        )
    )


def _statement(row: StatementRow, text: str) -> Html:
    return element(
        "li",
        element("p", _number(row), element("span", *_speaker(row)), class_="who"),
        *(element("p", safe_html(told), class_="facts") for told in _origin(row)),
        element("blockquote", safe_html(row.words)),
        *(element("p", *_dated(number, time, text), class_="facts") for number, time in row.times),
        element("p", *_facts(row), class_="facts"),
        id=f"s{row.number}",
        class_="inside" if row.inside else None,
    )


def _number(row: StatementRow) -> Html:
    return element(
        "a",
        safe_html(str(row.number)),
        class_="number",
        href=f"#w{row.number}",
        aria_label=f"statement {row.number} in the article",
    )


def _speaker(row: StatementRow) -> Iterator[Html]:
    if row.speaker:
        yield element("bdi", safe_html(row.speaker), class_="source")
    else:
        yield element("span", safe_html("no source named"), class_="nobody")
    if row.cue:
        yield safe_html(" ")
        yield element("bdi", safe_html(row.cue), class_="cue")


def _origin(row: StatementRow) -> Iterator[str]:
    """Say who the source is and through whom the words came."""
    if row.identity:
        yield f"= {row.identity}"
    if row.relay:
        yield f"through {row.relay}"


def _dated(number: int, time: Timex, text: str) -> Iterator[Html]:
    yield element("a", safe_html(time.span.of(text)), class_="time", href=f"#t{number}")
    yield safe_html(f" = {tell_time(time)}")


def _facts(row: StatementRow) -> Iterator[Html]:
    found = row.attribution
    yield safe_html(f"{row.kind} · ")
    yield _place(row.place, f"#w{row.number}")
    yield safe_html(" · ")
    yield element("span", safe_html(row.sureness), class_=row.sureness)
    yield safe_html(f" (p {found.p:.2f}) · found by {found.by}")
    if row.inside:
        yield safe_html(" · inside ")
        yield element("a", safe_html(f"statement {row.inside}"), href=f"#s{row.inside}")


def _place(place: Place, href: str) -> Html:
    return element("a", safe_html(str(place)), href=href)


def time_table(reading: Reading) -> Html:
    """Return every time with its type, value, days, and where it stands."""
    return _table(
        ("Words", "Type", "Value and days", "Place"),
        [_time(number, time, reading) for number, time in enumerate(reading.times, 1)],
    )


def _time(number: int, time: Timex, reading: Reading) -> Html:
    place = tell_place(reading.article.blocks, (time.span,))
    reason = f": {time.interval.reason}" if time.interval and time.interval.reason else ""
    return element(
        "tr",
        _row_head(time.span.of(reading.article.text)),
        element("td", safe_html(time.type.lower())),
        element("td", safe_html(f"{tell_time(time)}{reason}")),
        element("td", _place(place, f"#x{number}")),
        id=f"t{number}",
    )


def witness_table(article: Article) -> Html:
    """Return all that the page says of itself, field by field, the believed first."""
    told = sorted(article.evidence, key=lambda one: (_FIELDS.index(one.field), not one.believed))
    return _table(("Field", "Value", "Who says so", "Where", "In these words"), map(_witness, told))


def _witness(one: Evidence) -> Html:
    link = safe_link(one.value)
    value = element("bdi", safe_html(one.value))
    believed = element("span", safe_html(" believed"), class_="believed")
    return element(
        "tr",
        _row_head(one.field),
        element("td", element("a", value, href=link, rel="noreferrer") if link else value),
        element("td", safe_html(one.witness), *((believed,) if one.believed else ())),
        element("td", element("code", safe_html(one.where))),
        element("td", safe_html(one.quote)),
    )


def drop_table(article: Article) -> Html:
    """Return every piece of the page that was left out, with its kind and first words."""
    rows = [
        element(
            "tr",
            _row_head(drop.kind.replace("_", " ")),
            element("td", safe_html(str(drop.words)), class_="number"),
            element("td", safe_html(sample_of(drop))),
            element("td", element("code", safe_html(drop.xpath))),
        )
        for drop in article.drops
    ]
    return _table(("Kind", "Words", "It begins", "Place in the page"), rows)


def _row_head(words: str) -> Html:
    return element("th", element("bdi", safe_html(words)), scope="row")


def _table(heads: Sequence[str], rows: "Sequence[Html] | map[Html]") -> Html:
    head = element("tr", *(element("th", safe_html(head), scope="col") for head in heads))
    table = element("table", element("thead", head), element("tbody", *rows), class_="facts")
    return element("div", table, class_="scroll", tabindex=0)
