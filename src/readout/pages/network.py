"""Requests in, responses out, over connections that go to checked addresses and end in time.

The check and the connection are one: a host is resolved once, its addresses are judged, and only
those are connected to, so that a name cannot lead elsewhere when it is asked for again. Each wait
for the network is cut to what is left of the page's time, so that a server that sends a byte now
and then, in its headers or its body, cannot hold on to the reader.

Classes here inherit from the HTTP library's, because that is how it takes another network.
"""

import ssl
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache

import httpcore2
import httpx2

from readout.pages.addresses import is_public, resolve
from readout.pages.answer import refuse_address
from readout.records.page import Refusal

__all__ = ["CheckedTransport"]

_PORTS = {"http": 80, "https": 443}


class CheckedTransport(httpx2.BaseTransport):
    """Holds the open connections; `admit` a URL before it is requested."""

    def __init__(self, *, allow_private: bool) -> None:
        self._network = _Network()
        self._allow_private = allow_private
        self._pool = httpcore2.ConnectionPool(ssl_context=_tls(), network_backend=self._network)

    def start_clock(self, seconds: float) -> None:
        """From now on, all that is done must be done in `seconds`."""
        self._network.ends = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """The seconds that are left."""
        return self._network.ends - time.monotonic()

    def admit(self, url: httpx2.URL) -> Refusal | None:
        """Let the URL's host be connected to, or return why it may not be.

        One address that is not public is enough: a public name has no business with it.
        """
        host = url.raw_host.decode("ascii")
        addresses = resolve(host, url.port or _PORTS[url.scheme])
        if not addresses:
            detail = f"the name {host!r} leads to no address"
            return refuse_address(str(url), "fetch_failed", detail, hint="check the address")
        private = [address for address in addresses if not is_public(address)]
        if private and not self._allow_private:
            return refuse_address(
                str(url),
                "private_address",
                f"{host!r} leads to {private[0]}, which is not on the public internet",
                hint="allow private addresses (--allow-private) if you meant it",
            )
        self._network.admitted[host] = addresses
        return None

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request; what goes wrong is told in httpx2's exceptions."""
        url = request.url
        with _errors_of_httpx2():
            response = self._pool.handle_request(
                httpcore2.Request(
                    method=request.method,
                    url=httpcore2.URL(
                        scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                    ),
                    headers=request.headers.raw,
                    extensions=request.extensions,
                )
            )
        return httpx2.Response(
            status_code=response.status,
            headers=response.headers,
            stream=_Body(response),
            extensions=response.extensions,
        )

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


@cache
def _tls() -> ssl.SSLContext:
    """Return the trusted certificates, which take longer to load than a page."""
    return httpx2.create_ssl_context()


class _Body(httpx2.SyncByteStream):
    """The bytes of a response as they arrive."""

    def __init__(self, response: httpcore2.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        with _errors_of_httpx2():
            yield from self._response.iter_stream()

    def close(self) -> None:
        self._response.close()


class _Network(httpcore2.NetworkBackend):
    """Connects to the addresses that were admitted for a host, and to no other."""

    def __init__(self) -> None:
        self.admitted: dict[str, tuple[str, ...]] = {}
        self.ends = 0.0
        self._tcp = httpcore2.SyncBackend()

    def wait(self, timeout: float | None) -> float:
        """Return how long the network may be waited for now."""
        left = self.ends - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout("the page took too long in all")
        return left if timeout is None else min(timeout, left)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        addresses = self.admitted.get(host, ())
        last: Exception = httpcore2.ConnectError(f"{host!r} has no address")
        for address in addresses:
            try:
                stream = self._tcp.connect_tcp(
                    address, port, self.wait(timeout), local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                last = error
            else:
                return _Stream(stream, self)
        raise last


class _Stream(httpcore2.NetworkStream):
    """One connection; it ends when the network's time is up."""

    def __init__(self, inner: httpcore2.NetworkStream, network: _Network) -> None:
        self._inner = inner
        self._network = network

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._network.wait(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._network.wait(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        wait = self._network.wait(timeout)
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, wait), self._network)

    def get_extra_info(self, info: str) -> object:
        return self._inner.get_extra_info(info)


@contextmanager
def _errors_of_httpx2() -> Iterator[None]:
    """Raise what the layer below raises as what httpx2's callers expect."""
    try:
        yield
    except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
        raise httpx2.ConnectError(str(error)) from error
    except httpcore2.TimeoutException as error:
        raise httpx2.ReadTimeout(str(error)) from error
    except httpcore2.NetworkError as error:
        raise httpx2.NetworkError(str(error)) from error
    except (httpcore2.ProtocolError, httpcore2.UnsupportedProtocol) as error:
        raise httpx2.RemoteProtocolError(str(error)) from error
