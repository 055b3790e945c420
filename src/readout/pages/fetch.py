"""A web address in, its page or a refusal out; what robots.txt forbids is not fetched.

Proxy settings in the environment (HTTP_PROXY and the like) are not used: through a proxy no one
could check which address a page is fetched from. SSL_CERT_FILE and SSL_CERT_DIR are heeded.
"""

import logging
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import partial
from importlib.metadata import version
from types import TracebackType
from typing import Self, TypeVar

import httpx2
import msgspec
import stamina
from protego import Protego

from readout.pages.answer import body_of, page_of_answer, refuse_address
from readout.pages.network import CheckedTransport
from readout.pages.options import FetchOptions
from readout.records.page import MediaKind, Page, Refusal

__all__ = ["MAX_REDIRECTS", "Fetcher"]

MAX_REDIRECTS = 5
_NAME = "Readout"  # as robots.txt files call the program
_BRIEFLY_UNABLE = {429, 500, 502, 503, 504}
_ROBOTS_BYTES = 512_000  # RFC 9309: at least 500 KiB are parsed
_HOST = re.compile(rb"[\w.:-]+")
_LAST_PORT = 65_535
_T = TypeVar("_T")

# A retry is no news: told to whoever listens, but not by logging's last resort on stderr.
logging.getLogger("stamina").addHandler(logging.NullHandler())


class Fetcher:
    """Fetches pages one after another; holds connections and each site's robots.txt until closed.

    It is a `PageSource`. Cookies are kept from one redirect to the next, not from page to page.
    """

    def __init__(self, options: FetchOptions, *, kind: MediaKind = "html") -> None:
        self._options = options
        self._kind: MediaKind = kind
        self._rules: dict[str, Protego | Refusal] = {}
        self._transport = CheckedTransport(allow_private=options.allow_private)
        self._client = httpx2.Client(
            transport=self._transport,
            trust_env=False,
            timeout=httpx2.Timeout(options.read, connect=options.connect),
            headers={
                "User-Agent": _agent(options.contact),
                "Accept": "text/html, application/xhtml+xml, text/plain;q=0.8",
                "Accept-Encoding": "gzip",  # the one that is undone here, within the size limit
                "Accept-Language": "en",
            },
        )
        self._patiently = stamina.RetryingCaller(
            attempts=options.attempts, timeout=options.total, wait_initial=0.5
        ).on(partial(_pause, self._transport))

    def __enter__(self) -> Self:
        """Return the fetcher, to be closed when the block is left."""
        return self

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close all connections."""
        self._client.close()

    def __call__(self, name: str, /) -> Iterator[Page | Refusal]:
        """Yield the one page, or refusal, that a web address stands for."""
        self._transport.start_clock(self._options.total)
        self._client.cookies.clear()
        try:
            url = httpx2.URL(name)
        except httpx2.InvalidURL as error:
            yield refuse_address(name, "fetch_failed", f"not a web address: {error}".lower())
            return
        take = partial(page_of_answer, limit=self._options.max_bytes, kind=self._kind)
        found = self._follow(url, take, self._forbidden)
        yield msgspec.structs.replace(found, address=name)

    def _follow(
        self,
        url: httpx2.URL,
        take: Callable[[httpx2.Response], _T],
        forbidden: Callable[[httpx2.URL], Refusal | None],
    ) -> _T | Refusal:
        """Go from one address to the next, each checked, until an answer can be taken."""
        for _ in range(MAX_REDIRECTS + 1):
            refusal = self._barred(url) or forbidden(url)
            if refusal is not None:
                return refusal
            try:
                found = self._patiently(self._hop, url, take)
            except httpx2.HTTPStatusError as error:
                detail = f"the server still answers {error.response.status_code}"
                return refuse_address(str(url), "http_status", detail, hint="try again later")
            except httpx2.HTTPError as error:
                detail = str(error).lower() or type(error).__name__
                return refuse_address(str(url), "fetch_failed", detail, hint="try again later")
            if not isinstance(found, httpx2.URL):
                return found
            url = found
        return refuse_address(
            str(url), "too_many_redirects", f"more than {MAX_REDIRECTS} redirects"
        )

    def _hop(self, url: httpx2.URL, take: Callable[[httpx2.Response], _T]) -> _T | httpx2.URL:
        """Ask for one address; return where it leads, or what is taken from its answer."""
        with self._client.stream("GET", url) as response:
            if response.next_request is not None:
                return response.next_request.url
            if response.status_code in _BRIEFLY_UNABLE:
                response.raise_for_status()
            return take(response)

    def _barred(self, url: httpx2.URL) -> Refusal | None:
        """Return why an address is not to be connected to, and let it be otherwise."""
        if url.scheme not in {"http", "https"}:
            detail = f"only http and https addresses are fetched, not {str(url)[:80]!r}"
            return refuse_address(str(url), "fetch_failed", detail)
        if not _HOST.fullmatch(url.raw_host) or (url.port or 0) > _LAST_PORT:
            detail = f"{str(url)[:80]!r} names no host and port there can be"
            return refuse_address(str(url), "fetch_failed", detail, hint="check the address")
        return self._transport.admit(url)

    def _forbidden(self, url: httpx2.URL) -> Refusal | None:
        """Return the site's own refusal of a page, from its robots.txt, asked for once."""
        place = url.join("/robots.txt")
        key = str(place)
        if key not in self._rules:
            self._rules[key] = self._follow(place, _rules_of_answer, lambda _: None)
        rules = self._rules[key]
        if isinstance(rules, Refusal):
            detail = f"its robots.txt cannot be had: {rules.detail}"
            return msgspec.structs.replace(rules, detail=detail, url=str(url))
        if rules.can_fetch(str(url), _NAME):
            return None
        return refuse_address(
            str(url),
            "robots_disallowed",
            f"{key} asks programs not to fetch this page",
            hint="save the page in a browser and read the file",
        )


def _agent(contact: str) -> str:
    """Return the name the program goes by, with where its user can be reached."""
    return f"{_NAME}/{version('readout')}" + (f" (+{contact})" if contact else "")


def _rules_of_answer(response: httpx2.Response) -> Protego:
    """Return a site's rules; a site without a robots.txt allows all (RFC 9309)."""
    body = body_of(response, _ROBOTS_BYTES) if response.is_success else b""
    return Protego.parse(body.decode("utf-8", "replace"))


def _pause(transport: CheckedTransport, error: Exception) -> bool | float:
    """Say whether to try again after an error: yes, no, or after so many seconds."""
    if isinstance(error, httpx2.ConnectError):
        return transport.left > 0
    if not isinstance(error, httpx2.HTTPStatusError):
        return False
    asked = _retry_after(error.response.headers.get("retry-after", ""))
    if asked is None:
        return transport.left > 0
    return asked if asked < transport.left else False


def _retry_after(header: str) -> float | None:
    """Return the seconds a Retry-After header asks to wait, given as a number or as a date."""
    if header.isascii() and header.isdigit():
        return float(header)
    try:
        date = parsedate_to_datetime(header)
    except (ValueError, OverflowError):  # OverflowError: a time zone of twenty digits
        return None
    if date.tzinfo is None:  # "-0000": UTC, from a clock of unknown place
        date = date.replace(tzinfo=UTC)
    return max(0.0, (date - datetime.now(UTC)).total_seconds())
