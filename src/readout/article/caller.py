"""Take what the caller knows of an article: his options in, one Evidence each out."""

from readout.article.dates import iso_date
from readout.errors import UsageError
from readout.records.article import Evidence, Field

__all__ = ["from_caller"]


def from_caller(
    *, published: str | None, outlet: str | None, url: str | None
) -> tuple[Evidence, ...]:
    """Return the caller's claims, or raise `UsageError` on a date that is none."""
    claims: list[tuple[Field, str, str]] = []
    if published is not None:
        value = iso_date(published)
        if value is None:
            raise UsageError(f"{published!r} is no publication date", hint="give it as 2018-04-03")
        claims.append(("published", value, published))
    if outlet:
        claims.append(("outlet", outlet, outlet))
    if url:
        claims.append(("url", url, url))
    return tuple(
        Evidence(field=field, value=value, witness="caller", where="", quote=quote)
        for field, value, quote in claims
    )
