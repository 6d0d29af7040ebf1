"""What a server was started as: for one person at this machine, or for people with accounts or behind a proxy that knows them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from accordingto.model import UsageError
from accordingto.model.people import Role, role_of
from accordingto.web.settings import Settings

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
LOCALHOSTS = frozenset({"localhost", "127.0.0.1", "::1"})
"""Names under which a browser reaches its own machine, and that no other machine can have."""
NOBODY = "nobody"
"""The role of a name that a proxy gives and no account has, where such people are to be refused."""
_HEADER = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,60}")
_TAKEN = frozenset(
    {"host", "cookie", "authorization", "origin", "content-type", "content-length", "user-agent", "referer"}
)


@dataclass(frozen=True, slots=True)
class Policy:
    """Who is let in, and how they are known."""

    local: str | None
    """The name of the one person at this machine; ``None`` where people have to say who they are."""
    accounts: bool
    """Whether there are accounts to sign in to."""
    hosts: frozenset[str]
    """The names under which the server may be asked, in lower case, without ports."""
    header: str | None
    """The header in which a proxy says who asks, in lower case."""
    trusted: tuple[Network, ...]
    """Where proxies stand that are believed."""
    header_role: Role | None
    """What somebody may do whom a proxy names and who has no account; ``None`` for nothing."""
    read_only: bool

    def trusts(self, peer: str | None) -> bool:
        """Whether what a peer says of others is believed."""
        found = address_of(peer)
        return found is not None and any(found in network for network in self.trusted)


def policy(settings: Settings, *, accounts: bool) -> Policy:
    """What the settings come to.

    Args:
        settings: what the server is started with.
        accounts: whether the store has accounts.

    Raises:
        UsageError: where the server would let in people whom nobody knows, or the settings cannot be.
    """
    header = _header(settings.identity_header)
    trusted = tuple(_network(words) for words in settings.trusted_proxies)
    if header and not trusted:
        raise UsageError(
            "--identity-header is believed from nobody yet: say with --trusted-proxy where the proxy stands, for example 127.0.0.1"
        )
    shared = accounts or header is not None
    if not shared and not is_local(settings.host):
        raise UsageError(
            f"{settings.host} can be reached from other machines, and this store has no accounts: make one first "
            "(accordingto accounts add NAME --role admin), put a proxy before the server that knows who asks "
            "(--identity-header with --trusted-proxy), or listen at 127.0.0.1"
        )
    return Policy(
        local=None if shared else settings.name,
        accounts=accounts,
        hosts=_hosts(settings),
        header=header,
        trusted=trusted,
        header_role=None if settings.identity_role == NOBODY else role_of(settings.identity_role),
        read_only=settings.read_only,
    )


def is_local(host: str) -> bool:
    """Whether only this machine reaches what listens there."""
    found = address_of(host)
    return host.lower() == "localhost" if found is None else found.is_loopback


def address_of(words: str | None) -> Address | None:
    """An address of a computer; one of version 4 that is written as version 6 is the one of version 4."""
    try:
        found = ip_address((words or "").strip().removeprefix("[").removesuffix("]").partition("%")[0])
    except ValueError:
        return None
    return (found.ipv4_mapped or found) if isinstance(found, IPv6Address) else found


def _header(name: str | None) -> str | None:
    if name is None:
        return None
    if not _HEADER.fullmatch(name) or name.lower() in _TAKEN or name.lower().startswith(("sec-", "x-forwarded-for")):
        raise UsageError(f"{name} is no header that a proxy could put a name into; X-Forwarded-User is a usual one")
    return name.lower()


def _network(words: str) -> Network:
    try:
        return ip_network(words.strip(), strict=False)
    except ValueError as error:
        raise UsageError(f"{words} is no address or network of a proxy; write 127.0.0.1 or 10.0.0.0/8") from error


def _hosts(settings: Settings) -> frozenset[str]:
    """The names the server is meant to have. One that listens everywhere has to be told: it cannot know by which names it is reached."""
    given = {bare(name) for name in settings.allowed_hosts}
    found = address_of(settings.host)
    if found is not None and found.is_unspecified:
        if not given:
            raise UsageError(
                f"{settings.host} is every address of this machine: say with --allowed-host under which name people reach it"
            )
        return LOCALHOSTS | given
    return LOCALHOSTS | given | {bare(settings.host)}


def bare(host: str) -> str:
    """A name or address of a host in lower case, without its port, brackets or last dot."""
    words = host.strip().lower()
    if words.startswith("["):
        return words[1:].partition("]")[0]
    return (words if words.count(":") > 1 else words.partition(":")[0]).removesuffix(".")
