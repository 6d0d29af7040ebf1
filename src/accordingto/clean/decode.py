"""Bytes to text: byte-order mark, valid UTF-8, what is declared, what the words tell; in this order.

What is repaired is certain, and says so in the flags; the bytes stay in the capture. The text that is archived is the repaired one,
since offsets into wrongly read characters would help nobody.
"""

from __future__ import annotations

import codecs
import html as entities
import re
from dataclasses import dataclass

from accordingto.clean.encodings import Likeness, best_encoding, decoded_whole, impossible, likeness, outdoes
from accordingto.clean.mojibake import repaired, signed, suspicious
from accordingto.model import Capture
from accordingto.resources.cleaning import CleanRules

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
MIN_MULTIBYTE = 3
"""Characters of UTF-8 beyond ASCII, and how many times the stray bytes, from which it is UTF-8 whatever is declared."""
FOREIGN_LINE = 0.4
"""Share of a line's letters that are stray bytes from which the line is in a script of its own, not in Windows-1252."""
MAX_WESTERN = 0.03
"""Share of bytes beyond ASCII up to which text in no other certain encoding is Windows-1252: quotation marks, names."""
_DETECT = 65_536
"""Bytes looked at when the encoding must be told from the bytes."""
_UNSEEN = re.compile(r"<(script|style)\b.*?</\1\s*>|<[^<>]*>", re.I | re.S)
_ENTITY = re.compile(
    r"&(?:amp;)?(?:#\d{2,7}|#x[0-9a-f]{2,6}|quot|apos|amp|nbsp|[lr][sd]quo|[mn]dash|hellip|[a-z](?:acute|grave|circ|uml|cedil|tilde));",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text without its byte-order mark, and how it was read. ``flags`` go into the report."""

    text: str
    encoding: str
    flags: tuple[str, ...] = ()


def decode(capture: Capture, rules: CleanRules, *, repair: bool = True) -> Decoded:
    """Decode a capture. Never fails: bytes that are nothing else are Windows-1252.

    Args:
        capture: the bytes.
        rules: what tells encodings and languages.
        repair: whether characters that were read wrongly before the bytes were saved are put right.

    Returns:
        The text with flags: ``byte-order-mark``; ``re-decoded``, not in the encoding that was declared; ``encoding-guessed``;
        ``encoding-repaired``, stray bytes in UTF-8; ``cut-character`` at the end; ``mojibake-repaired``; ``mojibake``, left as it
        was; ``entities-unescaped``; ``replacement-characters``, lost before it came here.
    """
    found = _decoded(capture, rules)
    return _mended(found, capture, html=capture.media_type == "text/html") if repair else found


def _decoded(capture: Capture, rules: CleanRules) -> Decoded:
    data = capture.data
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            rest = data[len(mark) :]
            return _strict(rest, encoding, ("byte-order-mark",)) or _stray(rest, rules, ("byte-order-mark",))
    wide = _utf16(data) if data[:4096].count(b"\x00") else None
    if wide:
        return _strict(data, wide) or _stray(data, rules)
    html = capture.media_type == "text/html"
    valid = _strict(data, "utf-8") or (None if html else _strict(data, "utf-8", errors="surrogatepass"))
    if valid and (b"\x1b$" not in data):
        return valid
    return _legacy(capture, html, rules)


def _legacy(capture: Capture, html: bool, rules: CleanRules) -> Decoded:
    """Not UTF-8 throughout: UTF-8 with a few stray bytes, the declared encoding where no other is certain, what words tell."""
    if _nearly_utf8(capture.data):
        return _stray(capture.data, rules)
    best = best_encoding(capture.data, rules)
    declared = [e for e in declared_encodings(capture, html=html) if e not in ("utf-8", "utf8")]
    for encoding in declared:
        if found := _strict(capture.data, encoding):
            return _better(capture.data, found, best, rules)
    if best and (told := _strict(capture.data, best.encoding, ("re-decoded",) if declared else ("encoding-guessed",))):
        return told
    return _guessed(capture.data)


def _better(data: bytes, declared: Decoded, best: Likeness | None, rules: CleanRules) -> Decoded:
    """The declared encoding, unless another one is certain and the declared one is none of a text in a language."""
    if best is not None and best.encoding == declared.encoding:
        return declared
    if impossible(declared.text):
        return _strict(data, best.encoding if best else "cp1252", ("re-decoded",)) or declared
    if best is None:
        return declared
    if outdoes(best, likeness(declared.text[:_DETECT], rules)) and (
        found := _strict(data, best.encoding, ("re-decoded",))
    ):
        return found
    return declared


def _nearly_utf8(data: bytes) -> bool:
    """Whether it is UTF-8 but for a few stray bytes, and lines in another script for which it is taken to be the frame."""
    sound = b"\n".join(line for line in data.split(b"\n") if not _foreign(line))
    escaped = sound.decode("utf-8", "surrogateescape")
    stray = sum("\udc80" <= char <= "\udcff" for char in escaped)
    multibyte = sum(char > "\x7f" for char in escaped) - stray
    most = len(sound) >= 0.5 * len(data)
    return most and stray <= MAX_STRAY * len(escaped) and multibyte >= MIN_MULTIBYTE and multibyte > stray


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
    """The text where all bytes fit; a character cut off at the end does not count, and is left out."""
    try:
        return Decoded(data.decode(encoding, errors).removeprefix("\ufeff"), encoding, flags)
    except (UnicodeDecodeError, LookupError):
        text = decoded_whole(data, encoding) if encoding != "utf-8" or _cut(data) else None
        return Decoded(text.removeprefix("\ufeff"), encoding, (*flags, "cut-character")) if text else None


def _cut(data: bytes) -> bool:
    """Whether UTF-8 ends inside a character: two bytes of it are there, or one that begins others of the text too."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        rest = data[error.start :]
        return error.reason == "unexpected end of data" and (len(rest) > 1 or rest in data[: error.start])
    return False


def _stray(data: bytes, rules: CleanRules, flags: tuple[str, ...] = ()) -> Decoded:
    """UTF-8 whose stray bytes are read as Windows-1252, so that no character is lost to U+FFFD.

    Lines that are for the most part stray bytes are in a script of their own, and read by the words in all of them.
    """
    lines = data.split(b"\n")
    foreign = [i for i, line in enumerate(lines) if _foreign(line)]
    best = best_encoding(b"\n".join(lines[i] for i in foreign), rules) if foreign else None
    for i in foreign if best else ():
        lines[i] = lines[i].decode(best.encoding, "replace").encode("utf-8") if best else lines[i]
    text = b"\n".join(lines).decode("utf-8", "surrogateescape")
    fixed = re.sub("[\udc80-\udcff]", lambda m: bytes([ord(m[0]) - 0xDC00]).decode("cp1252", "replace"), text)
    return Decoded(fixed, "utf-8", (*flags, "encoding-repaired"))


def _foreign(line: bytes) -> bool:
    escaped = line.decode("utf-8", "surrogateescape")
    stray = sum("\udc80" <= char <= "\udcff" for char in escaped)
    return stray > FOREIGN_LINE * sum(char.isalpha() or "\udc80" <= char <= "\udcff" for char in escaped)


def _guessed(data: bytes) -> Decoded:
    flags = ("encoding-guessed",)
    western = _strict(data, "cp1252", flags)
    if western and sum(byte > 0x7F for byte in data[:_DETECT]) <= MAX_WESTERN * len(data[:_DETECT]):
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_DETECT]).best()
    for encoding in (best.encoding if best else "cp1252", "cp1252"):
        if found := _strict(data, encoding, flags):
            return found
    return Decoded(data.decode("latin-1"), "latin-1", flags)


def _utf16(data: bytes) -> str | None:
    even, odd = data[0:4096:2].count(0), data[1:4096:2].count(0)
    return "utf-16-le" if odd > 4 * even else "utf-16-be" if even > 4 * odd else None


def _mended(found: Decoded, capture: Capture, *, html: bool) -> Decoded:
    """What was spoilt before the bytes were saved: wrongly read characters, and in plain text entities that were never read.

    Of a page only what its reader sees is looked at; its scripts may spell what they like.
    """
    text, flags = found.text, list(found.flags)
    sign = signed(capture.data if found.encoding == "utf-8" else text.encode("utf-8", "surrogatepass"))
    spoilt = sign and suspicious(text) and (not html or suspicious(_UNSEEN.sub(" ", text)))
    if (spoilt or not html) and (better := repaired(text)) is not None:
        text = better
        flags.append("mojibake-repaired")
        spoilt = suspicious(text)
    if not html and (unescaped := _ENTITY.sub(_unescaped, text)) != text:
        text = unescaped
        flags.append("entities-unescaped")
    if spoilt:
        flags.append("mojibake")
    if "\ufffd" in text:
        flags.append("replacement-characters")
    return Decoded(text, found.encoding, tuple(flags))


def _unescaped(match: re.Match[str]) -> str:
    """The character of an entity in plain text; one that stands for a control character stays."""
    found = entities.unescape(entities.unescape(match.group()))
    return found if found.isprintable() or found == "\u00a0" else match.group()
