"""A user's program that must type-check; it is read by mypy and never run."""

from collections.abc import Iterator
from typing import assert_type

import readout

found = readout.read(b"<p>Hello</p>", url="https://courier.example/a", published="2031-06-03")
assert_type(found, readout.Reading | readout.Refusal)

if isinstance(found, readout.Reading):
    assert_type(found.article.published.value, str | None)
    for attribution in found.attributions:
        assert_type(attribution.source, tuple[readout.Span, ...])
        assert_type(attribution.content[0].of(found.article.text), str)
    for time in found.times:
        assert_type(time.interval, readout.Interval | None)
else:
    assert_type(found, readout.Refusal)
    assert_type(found.detail, str)

many = readout.read_many(
    ["pages"],
    options=readout.ReadOptions(outlet="The Keld Courier"),
    fetch=readout.FetchOptions(total=20),
    processes=2,
)
assert_type(many, Iterator[readout.Reading | readout.Refusal])

readout.read("text", published=20180403)  # type: ignore[arg-type]
readout.read(None)  # type: ignore[arg-type]
