"""Parse a page: its text in, an lxml tree out, or why it cannot be one."""

import re

from lxml import etree, html

__all__ = ["parse"]

_DOCTYPE = re.compile(r"^\s*<!doctype[^>]*>|^\s*<\?xml[^>]*\?>", re.IGNORECASE)
_OF_HEAD = frozenset({"base", "link", "meta", "noscript", "script", "style", "template", "title"})


def parse(text: str) -> html.HtmlElement | str:
    """Return the root element, or the detail of a refusal as a string.

    libxml2 stops reading below 256 levels and keeps only what came before;
    such a page would be read in part, so it is refused.
    """
    text = _DOCTYPE.sub("", text, count=2)
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        return f"no element in the page ({str(error).lower()})"
    for entry in parser.error_log:
        if entry.level == etree.ErrorLevels.FATAL:
            return f"{entry.message.strip().rstrip('.').lower()} (line {entry.line})"
    if root.find("body") is None:
        _add_body(root)
    return root


def _add_body(root: html.HtmlElement) -> None:
    """Give a page without a <body> tag its body.

    HTML5 lets the tag be left out; libxml2, of HTML 4, then leaves <article> in the head.
    """
    body = etree.SubElement(root, "body")
    for head in root.findall("head"):
        body.extend([child for child in head if child.tag not in _OF_HEAD])
    body.extend([child for child in root if child.tag not in {"head", "body"}])
