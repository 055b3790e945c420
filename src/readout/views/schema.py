"""Nothing in, the JSON Schema of what a page becomes out: a reading or a refusal."""

import msgspec

from readout.records.page import Refusal
from readout.records.reading import Reading

__all__ = ["reading_schema"]


def reading_schema() -> str:
    """Return the schema as indented JSON, the same text each time."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "One line of `readout read --json`: a reading, or the refusal in its place",
        **msgspec.json.schema(Reading | Refusal),
    }
    return msgspec.json.format(msgspec.json.encode(schema), indent=2).decode()
