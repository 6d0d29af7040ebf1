"""Public addresses only."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.capture.web.reach import refusal

LOCAL = [
    "127.0.0.1",
    "10.1.2.3",
    "172.31.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "::1",
    "fe80::1",
    "fd00::1",
]
NEVER = ["0.0.0.0", "0.1.2.3", "224.0.0.1", "255.255.255.255", "240.0.0.1", "::", "ff02::1"]
RESERVED = [
    "192.0.2.1",
    "198.18.0.1",
    "203.0.113.9",
    "2001:db8::1",
    "2001::1",
    "2002:7f00:1::",
    "64:ff9b:1::1",
    "4000::1",
]
PUBLIC = ["8.8.8.8", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450:4001::1"]


@pytest.mark.parametrize("address", PUBLIC)
def test_public_ones_may_be_connected_to(address: str) -> None:
    assert refusal(ipaddress.ip_address(address)) is None


@pytest.mark.parametrize("address", [*LOCAL, *NEVER, *RESERVED])
def test_others_may_not(address: str) -> None:
    assert refusal(ipaddress.ip_address(address)) is not None


@pytest.mark.parametrize("address", LOCAL)
def test_local_ones_may_where_it_is_said(address: str) -> None:
    assert refusal(ipaddress.ip_address(address), allow_private=True) is None


@pytest.mark.parametrize("address", NEVER)
def test_some_never_may(address: str) -> None:
    assert refusal(ipaddress.ip_address(address), allow_private=True) is not None


@given(st.ip_addresses(v=4))
def test_an_embedded_address_is_judged_as_itself(address: ipaddress.IPv4Address) -> None:
    for block in ("::ffff:0:0", "64:ff9b::"):
        embedded = ipaddress.IPv6Address(int(ipaddress.IPv6Address(block)) | int(address))
        assert (refusal(embedded) is None) == (refusal(address) is None)


@given(st.ip_addresses())
def test_what_the_standard_library_calls_local_is_refused(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    if (
        address.is_private
        or address.is_loopback
        or address.is_link_local
        or address.is_multicast
        or address.is_reserved
    ):
        embeds = address.version == 6 and (address.ipv4_mapped or address in ipaddress.IPv6Network("64:ff9b::/96"))
        assert embeds or refusal(address) is not None
