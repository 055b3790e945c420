"""Readings in, self-contained HTML pages out: they need no network and no script."""

from collections.abc import Iterator, Sequence
from importlib.resources import files

from readout.records.article import Article
from readout.records.page import Refusal
from readout.records.reading import Reading
from readout.records.text import Record
from readout.views.html_events import event_list
from readout.views.html_lists import (
    drop_table,
    section_title,
    statement_list,
    time_table,
    witness_table,
)
from readout.views.html_text import marked_text
from readout.views.safe import Html, element, join_html, safe_html, safe_link
from readout.views.wording import count_of, tell_published

__all__ = ["IndexEntry", "index_entry", "index_page", "reading_page"]

# A browser that obeys it loads nothing and runs nothing, should an escape ever be forgotten.
_POLICY = (
    '<meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; style-src 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'\">"
)
_LEGEND = (
    ("source", "source", "who says it"),
    ("cue", "cue", "the word that ties them"),
    ("content", "content", "what is said"),
    ("time", "time", "a date or time"),
    ("trigger", "trigger", "the word for a deed"),
    ("actor", "actor", "who does it"),
    ("recipient", "recipient", "to whom"),
)


class IndexEntry(Record, frozen=True, kw_only=True):
    """One line of an index."""

    file: str
    """The file the reading was written to, "" for a refusal."""
    title: str
    told: str


def reading_page(reading: Reading) -> str:
    """Return the page of one reading: the article with its marks, the lists beside and below."""
    article = reading.article
    body = join_html(
        (
            element("a", safe_html("Skip to the events"), class_="skip", href="#events"),
            element("a", safe_html("Skip to the statements"), class_="skip", href="#statements"),
            _head(article),
            element("div", _main(reading), _side(reading), class_="columns"),
            _foot(reading),
        )
    )
    lit = "\n".join(
        (
            *(_lit("s", "w", number) for number in range(1, len(reading.attributions) + 1)),
            *(_lit("e", "v", number) for number in range(1, len(reading.events) + 1)),
        )
    )
    return _document(article.title.value or "No headline", body, style=lit)


def _document(title: str, body: Html, *, style: str = "") -> str:
    sheet = files("readout.views").joinpath("reading.css").read_text("utf-8")
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{_POLICY}\n{element('title', safe_html(f'{title} · Readout'))}\n"
        f"<style>\n{sheet}{style}\n</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _lit(entries: str, places: str, number: int) -> str:
    """Return the rules that light a find's words and entry when either is pointed at."""
    entry, words = f"#{entries}{number}", f".text .{entries}{number}"
    pointed = f"{entry}:is(:target, :hover, :focus-within), #{places}{number}:target, {words}:hover"
    return (
        f":root:has({pointed}) {words} {{ background: var(--lit); color: var(--ink); }}\n"
        f":root:has({pointed}) {entry} "
        "{ border-color: var(--cue); box-shadow: -4px 0 var(--cue); }"
    )


def _head(article: Article) -> Html:
    outlet = element("strong", element("bdi", safe_html(article.outlet.value or "No outlet named")))
    by = f" · by {', '.join(article.authors)}" if article.authors else " · no author named"
    agency = f" · from {article.agency}" if article.agency else ""
    undated = article.published.value is None
    told = tell_published(article)
    label = () if undated else (element("strong", safe_html("Published ")),)
    legend = (
        element("li", element("span", safe_html(name), class_=kind), safe_html(f" {meaning}"))
        for kind, name, meaning in _LEGEND
    )
    return element(
        "header",
        element("h1", element("bdi", safe_html(article.title.value or "No headline"))),
        element("p", outlet, safe_html(by + agency), class_="by"),
        element("p", *label, safe_html(told), class_="dated undated" if undated else "dated"),
        element("ul", *legend, class_="legend", aria_label="How the words are marked"),
        class_="head",
    )


def _main(reading: Reading) -> Html:
    words = count_of(len(reading.article.text.split()), "word")
    title = section_title("The article", words, id="article")
    return element("main", title, marked_text(reading), aria_labelledby="article")


def _side(reading: Reading) -> Html:
    return element(
        "aside",
        event_list(reading),
        statement_list(reading),
        class_="side",
        tabindex=0,
        aria_label="Events and statements",
    )


def _foot(reading: Reading) -> Html:
    article = reading.article
    left_out = count_of(sum(drop.words for drop in article.drops), "word")
    sections = (
        ("Times", len(reading.times), str(len(reading.times)), time_table(reading)),
        ("What the page says of itself", len(article.evidence), "", witness_table(article)),
        ("Left out of the page", len(article.drops), left_out, drop_table(article)),
    )
    return element(
        "footer",
        *(
            element(
                "section",
                section_title(title, note if count else "none"),
                *((table,) if count else ()),
            )
            for title, count, note, table in sections
        ),
        element("p", *_colophon(reading), class_="colophon"),
        class_="foot",
    )


def _colophon(reading: Reading) -> Iterator[Html]:
    article, reader = reading.article, reading.reader
    for address in dict.fromkeys(filter(None, (article.url, article.address))):
        link = safe_link(address)
        shown = element("bdi", safe_html(address))
        yield element("a", shown, href=link, rel="noreferrer") if link else shown
        yield safe_html(" · ")
    if article.fetched:
        yield safe_html(f"fetched {article.fetched} · ")
    yield safe_html(f"{article.charset} · ")
    if article.digest:
        yield safe_html("sha256 ")
        yield element("code", safe_html(article.digest))
        yield safe_html(" · ")
    yield safe_html(f"read by Readout {reader.version}, model ")
    yield element("code", safe_html(reader.model))


def index_entry(found: Reading | Refusal, file: str) -> IndexEntry:
    """Return the line that stands for what was found, without keeping all of it."""
    if isinstance(found, Refusal):
        hint = f"; try: {found.hint}" if found.hint else ""
        told = f"{found.reason.replace('_', ' ')} ({found.stage}): {found.detail}{hint}"
        return IndexEntry(file="", title=found.address, told=told)
    article = found.article
    events = count_of(len(found.events), "event")
    statements = count_of(len(found.attributions), "statement")
    outlet = article.outlet.value or "no outlet named"
    return IndexEntry(
        file=file,
        title=article.title.value or article.address or "No headline",
        told=" · ".join((outlet, tell_published(article), events, statements)),
    )


def index_page(entries: Sequence[IndexEntry]) -> str:
    """Return a page that lists the readings with links to theirs, and what was refused."""
    read = [_entry(one) for one in entries if one.file]
    refused = [_entry(one) for one in entries if not one.file]
    body = element(
        "main",
        element("h1", safe_html("Pages read")),
        section_title("Read", str(len(read))),
        element("ol", *read, class_="list"),
        section_title("Refused", str(len(refused))),
        element("ol", *refused, class_="list"),
        class_="index",
    )
    return _document("Pages read", body)


def _entry(one: IndexEntry) -> Html:
    title = element("bdi", safe_html(one.title))
    return element(
        "li",
        element("p", element("a", title, href=one.file) if one.file else title),
        element("p", safe_html(one.told), class_="facts"),
    )
