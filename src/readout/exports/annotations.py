"""What is to be exported in, W3C Web Annotations out: one a statement, one a report's trigger.

Offsets and quotes are of the article's text as it was kept, which each target names by its digest
as the state they apply to; in a browser the quotes are found on the page itself as well.
"""

from collections.abc import Iterator, Sequence

from readout.exports.addresses import address_of, article_address, digest_address
from readout.exports.chosen import Chosen
from readout.exports.fragments import quoted, text_directive, text_link
from readout.exports.json_tree import Tree
from readout.records.entries import Entered, EnteredReading, Report, Statement
from readout.records.text import Span

__all__ = ["CONTEXT", "annotations"]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_FRAGMENTS = "https://wicg.github.io/scroll-to-text-fragment/"


def annotations(chosen: Chosen) -> Iterator[Tree]:
    """Yield the annotations in order of the articles, statements first."""
    for one in chosen.entered:
        for said in one.statements:
            yield _annotation(
                "statement", said.statement_id, _says(said), _targets(one, said.content_spans)
            )
        for report in one.reports:
            event = chosen.event_of.get(report.report_id)
            yield _annotation(
                "report",
                report.report_id,
                _tells(report, event),
                _targets(one, (report.trigger_span,)),
            )


def _annotation(
    kind: str, name: str, bodies: Sequence[Tree], targets: Sequence[Tree]
) -> dict[str, Tree]:
    address = address_of("statement" if kind == "statement" else "report", name)
    return {
        "id": address,
        "type": "Annotation",
        "motivation": "identifying" if kind == "statement" else "classifying",
        "body": list(bodies),
        "target": targets[0] if len(targets) == 1 else list(targets),
    }


def _says(said: Statement) -> list[Tree]:
    """Return who says it, and what the speaker does with it."""
    who = said.speaker or said.source
    told = f"{who or 'a source that is not named'}: {said.act or 'statement'}, {said.quote}"
    return [_words("describing", told), *([_words("tagging", said.act)] if said.act else [])]


def _tells(report: Report, event: str | None) -> list[Tree]:
    """Return what kind of event it tells, how far it has come, and which one it is."""
    deed = report.type + (f", {report.mode}" if report.mode else "")
    found: list[Tree] = [
        _words("describing", f"{deed}: {report.status}"),
        _words("tagging", report.type),
    ]
    if event:
        found.append({"id": address_of("event", event), "purpose": "identifying"})
    return found


def _words(purpose: str, words: str) -> dict[str, Tree]:
    return {"type": "TextualBody", "value": words, "format": "text/plain", "purpose": purpose}


def _targets(one: Entered, spans: Sequence[Span]) -> list[Tree]:
    """Return a target for each stretch of words."""
    return [_target(one.reading, one.text, span) for span in spans]


def _target(reading: EnteredReading, text: str, span: Span) -> dict[str, Tree]:
    words = quoted(text, span)
    selectors: list[Tree] = [
        {
            "type": "TextQuoteSelector",
            "exact": words.exact,
            "prefix": words.prefix,
            "suffix": words.suffix,
        },
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]
    state: dict[str, Tree] = {"type": "TimeState", "cached": digest_address(reading.text)}
    target: dict[str, Tree] = {
        "source": article_address(reading),
        "state": state,
        "selector": selectors,
    }
    if reading.url is None:
        return target
    selectors.append(
        {
            "type": "FragmentSelector",
            "conformsTo": _FRAGMENTS,
            "value": f":~:{text_directive(text, span)}",
        }
    )
    return {"id": text_link(reading.url, text, span), **target}
