"""A user's program type-checks against the package's own hints."""

from pathlib import Path

import pytest
from mypy import api

PROGRAM = Path(__file__).with_name("program.py")


@pytest.mark.slow
def test_a_users_program_type_checks() -> None:
    """What the guide promises of `read` and `read_many` is what mypy sees."""
    told, errors, code = api.run(["--strict", str(PROGRAM)])

    assert (code, errors) == (0, ""), told
