"""The canonical form of a report's address, so that its editions are found under one."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_[ce]id|_hs\w+|ns_\w+|at_\w+|cmpid|ocid|"
    r"icid|ref|ref_src|referrer|share|spm|xtor|amp",
    re.I,
)
"""Parameters that say how somebody came to a page and never which page it is."""
_PORTS = {"http": 80, "https": 443}
_SAFE = "/%:@!$&'()*+,;=~-._"


def canonical(url: str) -> str | None:
    """An address without what does not tell pages apart; ``None`` where it is no address of the web.

    Scheme, ``www.`` and ``m.``, the case of the host, default ports, fragments, parameters of tracking, their order, a slash at
    the end: two addresses that differ in nothing else name one page with all publishers that we know of.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in _PORTS or not parts.hostname:
        return None
    host = re.sub(r"^(?:www|m|amp|mobile)\.(?=[^.]+\.)", "", parts.hostname.lower().rstrip("."))
    if port and port != _PORTS[parts.scheme.lower()]:
        host = f"{host}:{port}"
    query = [
        pair
        for pair in parse_qsl(parts.query, keep_blank_values=True, errors="surrogateescape")
        if not _TRACKING.fullmatch(pair[0])
    ]
    path = quote(parts.path, safe=_SAFE, errors="surrogatepass").rstrip("/") or "/"
    return urlunsplit(("https", host, path, urlencode(sorted(query), errors="surrogateescape"), ""))
