"""How sites are asked, and what they give: plain records, so that whoever only needs these opens no network library."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from accordingto import __version__

MAX_REDIRECTS = 10
"""Redirects that are followed; browsers follow 20, and a page of news needs two or three."""


class Kind(StrEnum):
    """What an address is hoped to give."""

    PAGE = "page"
    FEED = "feed"
    EITHER = "page or feed"


@dataclass(frozen=True, slots=True)
class Manners:
    """How hosts are asked. Durations are seconds, sizes bytes.

    Attributes:
        contact: an address of the web or of mail where whoever runs a site finds out who asks.
        delay: between two requests to one host; a longer Crawl-delay wins.
        together: requests under way at one host at most.
        longest: that one response takes at most, from the first byte to the last.
        patience: that a thread waits for a turn before it does something else.
        page_limit: of a page, unpacked.
        feed_limit: of a feed or sitemap, unpacked; the sitemap protocol allows 50 MB.
        allow_private: whether loopback, private and link-local addresses may be asked.
    """

    contact: str | None = None
    delay: float = 2.0
    together: int = 1
    longest: float = 60.0
    patience: float = 5.0
    page_limit: int = 10 * 2**20
    feed_limit: int = 50 * 2**20
    allow_private: bool = False

    @property
    def agent(self) -> str:
        """The value of ``User-Agent``."""
        return f"accordingto/{__version__}" + (f" (+{self.contact})" if self.contact else "")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave.

    ``url`` is the one that answered in the end, ``asked`` the one that was asked for first; ``data`` is ``None`` where nothing
    changed since the validators that were given (status 304).
    """

    asked: str
    url: str
    headers: tuple[tuple[str, str], ...]
    data: bytes | None
    at: str
    """When, ISO 8601 in UTC."""
    charset: str | None = None
    media_type: str = ""
    etag: str | None = None
    last_modified: str | None = None
    fresh: float | None = None
    """Seconds that it is good for, where the server says so."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A redirect that the caller did not want followed, since it knows the target."""

    asked: str
    url: str
