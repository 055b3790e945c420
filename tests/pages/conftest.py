"""A local site for tests that fetch, and retries that do not wait."""

from collections.abc import Iterator

import pytest
import stamina

from pages.local_site import Site


@pytest.fixture
def site() -> Iterator[Site]:
    """Return a site that answers 404 to everything a test did not write down."""
    running = Site()
    yield running
    running.close()


@pytest.fixture(autouse=True)
def no_waiting() -> Iterator[None]:
    """Retry at once, and as often as usual."""
    with stamina.set_testing(True, attempts=3):
        yield
