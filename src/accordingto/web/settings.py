"""What a server is started with."""

from __future__ import annotations

import getpass
from dataclasses import dataclass, field

PORT = 8474
"""Not taken by anything that IANA lists."""


def login() -> str:
    """The name that this program's user is logged in by."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may run as a number that has no name
        return "local"


@dataclass(frozen=True, slots=True)
class Settings:
    """How a server is to behave; see ``accordingto serve --help``."""

    db: str = "accordingto.db"
    """The store: a path, or an address of PostgreSQL."""
    host: str = "127.0.0.1"
    port: int = PORT
    review: bool = False
    """Whether people may decide; without it nothing in the store is changed by anybody."""
    name: str = field(default_factory=login)
    """Who sits before this machine, where there are no accounts."""
    identity_header: str | None = None
    """The header in which a proxy says who asks."""
    identity_role: str = "reader"
    """What somebody may do whom a proxy names and who has no account; ``nobody`` for nothing."""
    trusted_proxies: tuple[str, ...] = ()
    """Addresses and networks of proxies that are believed."""
    allowed_hosts: tuple[str, ...] = ()
    """Names under which the server may be asked, beside localhost and the one it listens at."""

    patience: float = 30.0
    """Seconds that PostgreSQL may work at one query of a page, so that one who asks for too much does not hold up all others; 0 for any."""
    processes: int = 1
    """How many processes answer."""
    secret: bytes | None = None
    """What tokens of forms are derived from where there is no session; one of this process's own where none is given."""

    @property
    def read_only(self) -> bool:
        """Whether nothing may be changed."""
        return not self.review
