"""Bytes to text: byte-order mark, valid UTF-8, what is declared, what the bytes look like; in this order."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from accordingto.model import Capture

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,30})", re.I)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w:.-]{2,30})", re.I)
_META_REACH = 8192
_WIDER = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso-8859-9": "cp1254",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "iso-8859-11": "cp874",
}
"""Encodings that browsers read as a wider one, since pages do not mean them strictly (WHATWG Encoding Standard)."""
MAX_STRAY = 0.02
"""Share of bytes that may be no UTF-8 in a text that is still taken for it: a cut page, a pasted-in line."""
_DETECT = 65_536
"""Bytes looked at when the encoding must be told from the bytes."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text without its byte-order mark, and how it was read. ``flags`` go into the report."""

    text: str
    encoding: str
    flags: tuple[str, ...] = ()


def decode(capture: Capture) -> Decoded:
    """Decode a capture. Never fails: bytes that are nothing else are Windows-1252."""
    data = capture.data
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            rest = data[len(mark) :]
            return _strict(rest, encoding, ("byte-order-mark",)) or _stray(rest, ("byte-order-mark",))
    wide = _utf16(data) if data[:4096].count(b"\x00") else None
    if wide:
        return _strict(data, wide) or _stray(data)
    html = capture.media_type == "text/html"
    valid = _strict(data, "utf-8") or (None if html else _strict(data, "utf-8", errors="surrogatepass"))
    if valid and (b"\x1b$" not in data):
        return valid
    return _legacy(capture, html)


def _legacy(capture: Capture, html: bool) -> Decoded:
    """Not UTF-8: the declared encoding where it fits, UTF-8 with stray bytes, else what the bytes look like."""
    declared = declared_encodings(capture, html=html)
    for encoding in (e for e in declared if e not in ("utf-8", "utf8")):
        if found := _strict(capture.data, encoding):
            return found
    escaped = capture.data.decode("utf-8", "surrogateescape")
    stray = sum("\udc80" <= char <= "\udcff" for char in escaped)
    multibyte = sum(char > "\x7f" for char in escaped) - stray
    if stray <= MAX_STRAY * len(escaped) and multibyte > stray:
        return _stray(capture.data)
    return _guessed(capture.data)


def declared_encodings(capture: Capture, *, html: bool) -> list[str]:
    """What the HTTP header and the page declare, widened as browsers do; unknown names are left out."""
    head = capture.data[:_META_REACH]
    named = [capture.declared_encoding or ""]
    if html:
        named += [m[1].decode("ascii", "replace") for m in (_XML.search(head), _META.search(head)) if m]
    found = []
    for name in named:
        wider = _WIDER.get(name.strip().lower(), name.strip().lower())
        try:
            codecs.lookup(wider)
        except (LookupError, ValueError):
            continue
        found.append(wider)
    return found


def _strict(data: bytes, encoding: str, flags: tuple[str, ...] = (), errors: str = "strict") -> Decoded | None:
    try:
        text = data.decode(encoding, errors)
    except (UnicodeDecodeError, LookupError):
        return None
    return Decoded(text.removeprefix("\ufeff"), encoding, flags)


def _stray(data: bytes, flags: tuple[str, ...] = ()) -> Decoded:
    """UTF-8 whose stray bytes are read as Windows-1252, so that no character is lost to U+FFFD."""
    text = data.decode("utf-8", "surrogateescape")
    fixed = re.sub("[\udc80-\udcff]", lambda m: bytes([ord(m[0]) - 0xDC00]).decode("cp1252", "replace"), text)
    return Decoded(fixed, "utf-8", (*flags, "encoding-repaired"))


def _guessed(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_DETECT]).best()
    flags = ("encoding-guessed",)
    for encoding in (best.encoding if best else "cp1252", "cp1252"):
        if found := _strict(data, encoding, flags):
            return found
    return Decoded(data.decode("latin-1"), "latin-1", flags)


def _utf16(data: bytes) -> str | None:
    even, odd = data[0:4096:2].count(0), data[1:4096:2].count(0)
    return "utf-16-le" if odd > 4 * even else "utf-16-be" if even > 4 * odd else None
