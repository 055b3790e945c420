"""`readout schema` and the copy of it in the reference."""

import json
from pathlib import Path

from typer.testing import CliRunner

from readout.cli.main import app


def test_the_schema_in_the_reference_is_current(root: Path) -> None:
    """When a record changes: `readout schema > docs/reference/reading.schema.json`."""
    printed = CliRunner().invoke(app, ["schema"]).stdout

    assert (root / "docs/reference/reading.schema.json").read_text("utf-8") == printed


def test_the_schema_tells_a_reading_from_a_refusal() -> None:
    """Both are in it, told apart by `type`."""
    schema = json.loads(CliRunner().invoke(app, ["schema"]).stdout)

    assert schema["discriminator"]["propertyName"] == "type"
    assert {"Reading", "Refusal", "Attribution", "Timex"} <= set(schema["$defs"])
