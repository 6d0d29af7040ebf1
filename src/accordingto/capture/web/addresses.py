"""Web addresses: which may be asked for, the form that is asked, and the key under which a page is known once."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urljoin, urlsplit

from accordingto.model import Refused

PORTS = {"http": 80, "https": 443}
"""The schemes that are fetched, each with its default port."""
MAX_LENGTH = 8192
"""Characters of an address at most; servers commonly stop at 8 KB for a request line (RFC 9110 asks for 8,000)."""
TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|igsh"
    r"|mc_cid|mc_eid|mkt_tok|_ga|_gl|_hsenc|_hsmi|at_(?:medium|campaign|custom\d|bbc_team|link_\w+|format|ptr_name)"
    r"|ns_(?:mchannel|source|campaign|linkname|fee)|xtor|cmpid|ocid|soc_(?:src|trk)|guccounter|guce_\w+|ref_src|ref_url",
    re.I,
)
"""Names of query parameters that say how a reader came to a page and never which page it is."""
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_PATH = _UNRESERVED | frozenset("!$&'()*+,;=:@/")
_QUERY = _PATH | frozenset("?")
_TOKEN = re.compile(r"%[0-9A-Fa-f]{2}|.", re.S)
_TRIMMED = "".join(map(chr, range(33)))
_LABELS = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9_-]{1,63}(?<!-))*")


def web_address(text: str, base: str | None = None) -> str:
    """The form in which an address is asked for: scheme and host in small letters, no fragment, no default port.

    The path has no dot segments, and percent-encoding is the canonical one of RFC 3986 (§6.2.2); the query keeps its order.

    Args:
        text: as a feed, a page or a person wrote it; may hold any character.
        base: the address it is relative to, if it may be.

    Raises:
        Refused: where it is no address that is ever asked for: another scheme than http and https, a user name or
            password in it, a host that is none, or an IP address in a form other than the usual one.
    """
    text = text.strip(_TRIMMED).translate({9: None, 10: None, 13: None})
    try:
        joined = urljoin(base, text) if base else text
        parts = urlsplit(joined)
        port = parts.port
    except ValueError as error:
        raise Refused(f"{_shown(text)} is no address: {error}") from error
    scheme = parts.scheme.lower()
    if scheme not in PORTS:
        raise Refused(f"{_shown(text)} is not fetched: only http and https addresses are, written in full")
    if "@" in parts.netloc or "\\" in parts.netloc:
        raise Refused(f"{_shown(text)} is not fetched: an address with a user name or password in it is refused")
    if port == 0:
        raise Refused(f"{_shown(text)} is no address: nothing listens on port 0")
    host = _host(parts.hostname or "", text)
    place = host if port in (None, PORTS[scheme]) else f"{host}:{port}"
    path = _without_dots(_encoded(parts.path or "/", _PATH, text))
    query = f"?{_encoded(parts.query, _QUERY, text)}" if parts.query else ""
    address = f"{scheme}://{place}{path}{query}"
    if len(address) > MAX_LENGTH:
        raise Refused(f"{_shown(text)} is not fetched: it is longer than {MAX_LENGTH} characters")
    return address


def page_key(address: str) -> str:
    """The key under which a page is known: its address without what only says how a reader came to it.

    Args:
        address: as `web_address` gives it; what is asked for keeps these parameters, since some servers want them.
    """
    head, mark, query = address.partition("?")
    kept = [part for part in query.split("&") if part and not TRACKING.fullmatch(part.partition("=")[0])]
    return f"{head}?{'&'.join(kept)}" if mark and kept else head


def host_of(address: str) -> str:
    """The host, without port: whose turns are counted."""
    return urlsplit(address).hostname or ""


def origin_of(address: str) -> str:
    """Scheme, host and port, which share one robots.txt (RFC 9309, §2.3)."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def path_of(address: str) -> str:
    """The path and the query."""
    parts = urlsplit(address)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def _host(host: str, text: str) -> str:
    """The host's canonical form; numbers must be an address in its usual form, since resolvers also take octal and hex."""
    if ":" in host:
        try:
            if "%" in host:
                raise ValueError("it names an interface of this machine")
            return f"[{ipaddress.IPv6Address(host).compressed}]"
        except ValueError:
            raise Refused(f"{_shown(text)} is no address: [{host}] is no IPv6 address") from None
    host = _ascii(host.removesuffix("."), text)
    if re.fullmatch(r"\d+|0x[0-9a-f]*", host.rpartition(".")[2]):
        try:
            return str(ipaddress.IPv4Address(host))
        except ValueError:
            raise Refused(
                f"{_shown(text)} is not fetched: {host} is not an IP address in its usual form, four decimal numbers"
            ) from None
    return host


def _ascii(host: str, text: str) -> str:
    import idna

    try:
        name = host.lower() if host.isascii() else idna.encode(host, uts46=True, transitional=False).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        name = ""
    if len(name) > 253 or not _LABELS.fullmatch(name):
        raise Refused(f"{_shown(text)} is no address: {host!r} is no name of a host")
    return name


def _encoded(text: str, allowed: frozenset[str], whole: str) -> str:
    """Percent-encode what is not allowed, decode what needs no encoding, write the rest in capitals."""

    def one(match: re.Match[str]) -> str:
        token = match[0]
        if len(token) == 3:
            plain = chr(int(token[1:], 16))
            return plain if plain in _UNRESERVED else token.upper()
        return token if token in allowed else "".join(f"%{byte:02X}" for byte in token.encode())

    try:
        return _TOKEN.sub(one, text)
    except UnicodeEncodeError as error:
        raise Refused(f"{_shown(whole)} is no address: it has half a character in it") from error


def _without_dots(path: str) -> str:
    """RFC 3986, §5.2.4."""
    kept: list[str] = []
    segments = path.split("/")[1:]
    for segment in segments:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    return "/" + "/".join(kept)


def _shown(text: str) -> str:
    """As it may stand in a message: a password must not, nor half a character."""
    hidden = re.sub(r"//[^/?#]*@", "//…@", text)
    return (hidden[:200] + "…" if len(hidden) > 200 else hidden).encode("utf-8", "replace").decode() or "the address"
