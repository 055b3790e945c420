"""Ids of a ledger in, the addresses by which linked data names the same things out."""

from typing import Literal

from readout.records.entries import EnteredReading

__all__ = ["Kind", "address_of", "article_address", "digest_address"]

Kind = Literal["actor", "event", "report", "statement"]


def address_of(kind: Kind, name: str) -> str:
    """Return the address of an entry or a judgement of the ledger, by its id."""
    return f"urn:readout:{kind}:{name}"


def digest_address(digest: str) -> str:
    """Return the address of bytes by their SHA-256, as RFC 6920 writes it."""
    return f"nih:sha-256;{digest}"


def article_address(reading: EnteredReading) -> str:
    """Return the article's web address; that of its page's bytes where it has none."""
    return reading.url or digest_address(reading.page)
