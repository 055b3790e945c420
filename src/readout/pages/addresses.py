"""A host's name in, its network addresses out; and which of these are on the public internet."""

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

__all__ = ["is_public", "resolve"]

_NAT64 = IPv6Network("64:ff9b::/96")  # its last 32 bits are the IPv4 address that is reached


def resolve(host: str, port: int) -> tuple[str, ...]:
    """Return the addresses `host` has now, as the system resolves it; empty when it has none.

    However a host is written ("127.1", "2130706433", "0x7f000001"), what comes back is numeric.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):  # UnicodeError: a label that is empty or too long
        return ()
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Say whether a numeric address, and any IPv4 address inside it, is on the public internet."""
    ip = ip_address(address)
    if isinstance(ip, IPv6Address):
        inner = _inside(ip)
        if inner is not None:
            return is_public(str(inner))
        if ip.is_site_local:
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _inside(ip: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that packets for `ip` end up at, where it is one of those forms."""
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
