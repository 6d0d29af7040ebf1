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


def own(wanted: str | None) -> str:
    """A path of this server, or its home where what is wanted is none: never the address of another host."""
    if not wanted or len(wanted) > _LONGEST or not _OWN.fullmatch(wanted):
        return HOME
    try:
        parts = urlsplit(wanted)
    except ValueError:
        return HOME
    if parts.scheme or parts.netloc or parts.path.startswith(("/sign-in", "/sign-out")):
        return HOME
    return wanted
