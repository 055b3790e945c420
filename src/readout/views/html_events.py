"""A reading in, the list of its events as HTML out, each linked to its words in the article."""

from collections.abc import Iterator

from readout.records.reading import Reading
from readout.views.events import EventRow, event_rows
from readout.views.html_lists import section_title
from readout.views.safe import Html, element, join_html, safe_html

__all__ = ["event_list"]

_HAPPENED = {"occurred": "sure", "ongoing": "sure", "denied": "unsure", "cancelled": "unsure"}


def event_list(reading: Reading) -> Html:
    """Return the events, each with its parties, status, time, place, words and how sure it is."""
    rows = event_rows(reading)
    return join_html(
        (
            section_title("Events", str(len(rows)) if rows else "none found", id="events"),
            element("ol", *(_event(row) for row in rows), class_="list"),
        )
    )


def _event(row: EventRow) -> Html:
    return element(
        "li",
        element("p", _number(row), element("span", *_deed(row)), class_="who"),
        element("p", *_status(row), class_="facts"),
        *(element("p", safe_html(told), class_="facts") for told in _when_and_where(row)),
        element("blockquote", *_evidence(row)),
        element("p", *_facts(row), class_="facts"),
        id=f"e{row.number}",
        class_="background" if row.event.background else None,
    )


def _number(row: EventRow) -> Html:
    return element(
        "a",
        safe_html(f"E{row.number}"),
        class_="number",
        href=f"#v{row.number}",
        aria_label=f"event {row.number} in the article",
    )


def _deed(row: EventRow) -> Iterator[Html]:
    yield element("strong", safe_html(row.deed))
    yield safe_html(": ")
    if row.actors:
        yield element("bdi", safe_html(row.actors), class_="actor")
    else:
        yield element("span", safe_html("nobody named"), class_="nobody")
    if row.recipients:
        yield element("span", safe_html(" → "), role="img", aria_label=" to ")
        yield element("bdi", safe_html(row.recipients), class_="recipient")


def _status(row: EventRow) -> Iterator[Html]:
    status, according = row.event.status, row.status.removeprefix(row.event.status)
    yield element("span", safe_html(status), class_=_HAPPENED.get(status, "likely"))
    yield element("bdi", safe_html(according))
    if row.statement:
        yield safe_html(" (")
        yield element("a", safe_html(f"statement {row.statement}"), href=f"#s{row.statement}")
        yield safe_html(")")


def _when_and_where(row: EventRow) -> Iterator[str]:
    if row.when:
        yield f"when {row.when}"
    if row.where:
        yield f"where {row.where}"


def _evidence(row: EventRow) -> Iterator[Html]:
    words = row.evidence
    yield safe_html(words.before)
    yield element("mark", safe_html(words.trigger), class_="trigger")
    yield safe_html(words.after)


def _facts(row: EventRow) -> Iterator[Html]:
    yield safe_html(f"{row.notes} · ")
    yield element("a", safe_html(str(row.place)), href=f"#v{row.number}")
    yield safe_html(" · ")
    yield element("span", safe_html(row.sureness), class_=row.sureness)
    yield safe_html(f" (p {row.event.p:.2f}) · found by {row.event.by}")
