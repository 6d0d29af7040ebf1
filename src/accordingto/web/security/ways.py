"""Ways within the server: what anybody may have, and where one may ask to go on after signing in."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

OPEN = ("/static/", "/assets/", "/style/")
"""Files that are the same for all and say nothing of a store: they need no identity, and shared caches may keep them."""
HOME = "/"
_OWN = re.compile(r"/(?![/\\])[!-\[\]-~]*")
"""A path of our own: one slash, and then nothing that a browser reads as one, strips or cuts: no second slash, no backslash, no white
space, no control character. What is beyond ASCII is percent-encoded in a path."""
_LONGEST = 2000


def own(wanted: str | None, otherwise: str = HOME) -> str:
    """Where to go on: what is wanted where it is a path of this server, never the address of another host.

    Args:
        wanted: as somebody sent it.
        otherwise: a path of ours, for what is none.
    """
    return wanted if wanted and len(wanted) <= _LONGEST and _leads_on(wanted) else otherwise


def _leads_on(wanted: str) -> bool:
    if not _OWN.fullmatch(wanted):
        return False
    try:
        parts = urlsplit(wanted)
    except ValueError:
        return False
    return not (parts.scheme or parts.netloc or parts.path.startswith(("/sign-in", "/sign-out")))
