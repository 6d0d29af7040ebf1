"""Which IP addresses may be connected to: public ones only, unless told otherwise."""

from __future__ import annotations

import ipaddress

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NEVER = {
    "0.0.0.0/8": "this network",
    "224.0.0.0/4": "multicast",
    "240.0.0.0/4": "reserved",
    "::/128": "unspecified",
    "ff00::/8": "multicast",
}
"""No server has such an address; on some systems the first one reaches the machine itself."""
_NOT_PUBLIC = {
    "10.0.0.0/8": "private",
    "100.64.0.0/10": "shared by a carrier",
    "127.0.0.0/8": "loopback",
    "169.254.0.0/16": "link-local",
    "172.16.0.0/12": "private",
    "192.0.0.0/24": "reserved for protocols",
    "192.0.2.0/24": "for documentation",
    "192.31.196.0/24": "reserved for protocols",
    "192.52.193.0/24": "reserved for protocols",
    "192.88.99.0/24": "reserved for protocols",
    "192.168.0.0/16": "private",
    "192.175.48.0/24": "reserved for protocols",
    "198.18.0.0/15": "for benchmarks",
    "198.51.100.0/24": "for documentation",
    "203.0.113.0/24": "for documentation",
    "::1/128": "loopback",
    "fc00::/7": "private",
    "fe80::/10": "link-local",
    "2001::/23": "reserved for protocols",
    "2001:db8::/32": "for documentation",
    "2002::/16": "reserved for protocols",
    "3fff::/20": "for documentation",
}
"""IANA's registries of special-purpose addresses (RFC 6890 and its updates). They are listed here since `ipaddress` of the
oldest Python that is supported lacks some of them."""
_PUBLIC_6 = ipaddress.IPv6Network("2000::/3")
"""All of IPv6 that is given out as global unicast; the rest is reserved."""
_EMBEDDING = tuple(map(ipaddress.IPv6Network, ("::ffff:0:0/96", "64:ff9b::/96")))
"""An IPv4 address stands in the last 32 bits: IPv4-mapped (RFC 4291), NAT64 (RFC 6052)."""

_NEVER_NETWORKS = [(ipaddress.ip_network(block), why) for block, why in _NEVER.items()]
_NOT_PUBLIC_NETWORKS = [(ipaddress.ip_network(block), why) for block, why in _NOT_PUBLIC.items()]


def refusal(address: Address, *, allow_private: bool = False) -> str | None:
    """Why an address is not connected to; ``None`` where it may be.

    Args:
        address: of a host, as it was resolved.
        allow_private: whether loopback, private and link-local addresses may be; multicast and reserved ones never are.
    """
    if isinstance(address, ipaddress.IPv6Address) and any(address in block for block in _EMBEDDING):
        return refusal(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF), allow_private=allow_private)
    never = _among(address, _NEVER_NETWORKS)
    if never or allow_private:
        return never
    known = _among(address, _NOT_PUBLIC_NETWORKS)
    if known or address.version == 4 or address in _PUBLIC_6:
        return known
    return "reserved"


def _among(address: Address, blocks: list[tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, str]]) -> str | None:
    return next((why for block, why in blocks if address.version == block.version and address in block), None)
