"""What every test gets: a network that ends at this machine, and Hypothesis without a clock."""

import ipaddress
import os
import socket
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
Address = tuple[str | int, ...] | str | bytes

# A busy machine is slow at random, so no example has a deadline.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


class NetworkOffError(RuntimeError):
    """A test tried to leave this machine; not an OSError, so that no retry or refusal hides it."""


def _is_here(host: str | int | bytes | None) -> bool:
    """Say whether `host` is this machine, by name or by loopback address."""
    name = host.decode() if isinstance(host, bytes) else str(host or "localhost")
    try:
        return ipaddress.ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return name == "localhost"


@pytest.fixture(autouse=True)
def network_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test reach loopback and Unix sockets only; a test's own stubs go on top."""
    connect, resolve = socket.socket.connect, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Address) -> None:
        if self.family != socket.AF_UNIX and not _is_here(address[0]):
            what = f"tests may not reach the network; this one tried {address!r}"
            raise NetworkOffError(what)
        connect(self, address)

    def guarded_resolve(
        host: str | bytes | None, port: str | int | None, *args: int, **kwargs: int
    ) -> list[tuple[object, ...]]:
        if not _is_here(host):
            what = f"tests may not reach the network; this one asked for {host!r}"
            raise NetworkOffError(what)
        return [*resolve(host, port, *args, **kwargs)]

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_resolve)


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def data() -> Path:
    """Return the folder of the evaluation data, or skip where READOUT_DATA names none."""
    named = os.environ.get("READOUT_DATA")
    if not named:
        pytest.skip("READOUT_DATA names no data folder")
    return Path(named)
