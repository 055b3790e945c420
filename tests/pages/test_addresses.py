"""Which network addresses are on the public internet."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.pages.addresses import is_public


@pytest.mark.parametrize(
    "address", ["9.9.9.9", "2620:fe::fe", "::ffff:9.9.9.9", "64:ff9b::909:909"]
)
def test_public_addresses_may_be_asked(address: str) -> None:
    """9.9.9.9, also as an IPv6-only network writes it."""
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "64:ff9b::7f00:1",  # 127.0.0.1 behind NAT64
        "2002:a00:1::",  # 10.0.0.1 behind 6to4
        "2001:0:909:909::f5ff:fffe",  # 10.0.0.1 behind Teredo
        "::127.0.0.1",
        "::",
        "fec0::1",
        "ff02::1",
        "255.255.255.255",
        "198.18.0.1",
        "192.0.2.1",
    ],
)
def test_private_addresses_in_another_form_stay_private(address: str) -> None:
    """An IPv6 address that only wraps a private IPv4 one is as private."""
    assert not is_public(address)


@given(st.ip_addresses(v=4))
def test_a_wrapped_address_is_as_public_as_the_bare_one(ip: ipaddress.IPv4Address) -> None:
    """Mapped into IPv6, an address is judged alike."""
    assert is_public(f"::ffff:{ip}") == is_public(str(ip)) == is_public(f"64:ff9b::{ip}")
