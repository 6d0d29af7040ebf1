"""What bytes are, told from the bytes alone: a name or a header may be wrong."""

from __future__ import annotations

import io
import re
import zlib
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from accordingto.capture.names import shown
from accordingto.model import InputError

HEAD = 4096
"""Bytes looked at: enough for any magic number, and for the preamble of any page."""
MAX_CONTROL_SHARE = 0.05
"""Share of control characters above which bytes are no text in any 8-bit or UTF-8 encoding; prose has next to none."""

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive (or a Word, Excel or EPUB file)"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office file"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"OggS", "an Ogg audio or video file"),
    (b"ID3", "an MP3 file"),
    (b"WARC/1.", "a WARC archive"),
    (b"PAR1", "a Parquet file"),
)
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
RTF = "application/rtf"
DOCUMENTS = (PDF, DOCX, RTF)
"""Media types whose text is read out of them, beside text and HTML."""
_ADVICE: tuple[tuple[str, str], ...] = (
    ("Word", "unpack it, or save the document as plain text, HTML or DOCX"),
    ("Office", "save it as plain text, HTML or DOCX"),
    ("WARC", "give its path to `accordingto add`"),
    ("Parquet", "give its path to `accordingto add`"),
    ("archive", "unpack it first"),
    ("image", "run text recognition on it first"),
)
_WARC_NAME = re.compile(r"^archive/.*\.warc(?:\.gz)?$", re.I)
_ZSTD = (b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18", b"\x50\x2a\x4d\x18")
EXPORT_HEAD = 2**17
"""Bytes of a text in which the first article of an export ends or begins."""
_EXPORT = re.compile(
    rb"(?:^|\n)\s*(?:\d{1,5} \w{2,3} \d{1,5} (?:DO[CK]UMENT)|(?:DO[CK]UMENT\w* )?1 \w{2,3} \d{1,5}(?: DO[CK]UMENT)|End of Document\s*[\r\n]"
    rb"|(?:AN\s+)?(?:Do[ck]ument|Documento|\xd8\S+) [A-Za-z0-9]{6,10}(?:19|20)\d{6}[A-Za-z0-9]{5,12}\s*[\r\n])",
    re.I,
)
_TABLE = re.compile(r"\.(?:csv|tsv|tab)(?:\.gz)?$")
_JSON_NAME = re.compile(r"\.(?:jsonl|ndjson|json)(?:\.gz)?$")
_UTF16_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1b\x1c\x1d\x1e\x1f\x08")) + b"\x7f"
_SPACE_AND_MARK = b"\xef\xbb\xbf \t\r\n\f\x0b"
_MARKUP = re.compile(
    rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<meta\s|<article[\s>]|<\?xml[^>]*\?>\s*<(?:!doctype\s+)?html",
    re.I,
)
_TAGS = re.compile(rb"</(?:p|div|h[1-6]|section|article|main|a|span)\s*>", re.I)
MIN_TAGS = 3
"""Closing tags in the first bytes from which a text without a preamble counts as a fragment of HTML."""


def binary_kind(data: bytes) -> str | None:
    """What kind of binary data this is, in words for an error message; ``None`` for text in some encoding."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data[4:8] == b"ftyp":
        return "an MP4 or HEIC file"
    if data.startswith(b"RIFF"):
        return "an image, audio or video file"
    if data.startswith(_UTF16_32) or looks_utf16(data):
        return None
    head = data[:HEAD]
    if b"\x00" in data[: HEAD * 16]:
        return "binary data (it has NUL bytes)"
    if len(head.translate(None, _CONTROL)) < len(head) * (1 - MAX_CONTROL_SHARE):
        return "binary data (it has many control characters)"
    return None


_ALPHABETS = (0x03, 0x04, 0x05, 0x06, 0x09)
"""High bytes of Greek, Cyrillic, Hebrew, Arabic and Devanagari in UTF-16."""


def looks_utf16(data: bytes) -> str | None:
    """``utf-16-le`` or ``utf-16-be`` without a mark: every other byte is NUL, or that of one alphabet and sometimes NUL."""
    head = data[: HEAD - HEAD % 2]
    if len(head) < 4 or b"\x00" not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.8 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.8 * half and odd < 0.05 * half:
        return "utf-16-be"
    if even == 0 and _one_alphabet(head[1::2]):
        return "utf-16-le"
    return "utf-16-be" if odd == 0 and _one_alphabet(head[0::2]) else None


def _one_alphabet(high: bytes) -> bool:
    """Whether the high bytes of characters are those of one alphabet, of spaces and of signs: Arabic is all 06 and 00."""
    alphabet, share = max(((byte, high.count(byte)) for byte in _ALPHABETS), key=lambda pair: pair[1])
    return share >= 0.5 * len(high) and share + high.count(0) + high.count(0x20) >= 0.95 * len(high) and alphabet > 0


def advice(kind: str) -> str:
    """What to do with binary data of a kind."""
    return next((words for key, words in _ADVICE if key in kind), "give the report's text or its HTML page")


def media_type(data: bytes) -> str:
    """``text/html`` for a page or a fragment of one, else ``text/plain``."""
    head = data[: HEAD * 4].replace(b"\x00", b"") if data[: HEAD * 4].count(b"\x00") else data[: HEAD * 4]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[2:]
    head = head.lstrip(_SPACE_AND_MARK)
    if not head.startswith(b"<"):
        return "text/plain"
    return "text/html" if _MARKUP.search(head) or len(_TAGS.findall(head)) >= MIN_TAGS else "text/plain"


class Kind(StrEnum):
    """What a file or folder is, as far as it decides who reads it."""

    FOLDER = "folder"
    DOCUMENT = "document"
    """One report: text, HTML, PDF, DOCX, RTF; or something that cannot be read, which capturing it will say."""
    FEED = "feed"
    """A feed or sitemap that lists pages elsewhere."""
    EXPORT = "export"
    """A Word or RTF document, or a text that looks like an export: many articles perhaps, perhaps one report."""
    DELIMITED = "CSV table"
    JSON = "JSON table"
    PARQUET = "Parquet table"
    WARC = "WARC archive"
    WACZ = "WACZ archive"


def document_type(data: bytes) -> str | None:
    """The media type of a PDF, DOCX or RTF file; ``None`` for anything else."""
    if data.startswith(b"%PDF-"):
        return PDF
    if data.startswith(b"{\\rtf"):
        return RTF
    return DOCX if data.startswith(b"PK\x03\x04") and _is_docx(io.BytesIO(data)) else None


def _is_docx(stream: BinaryIO) -> bool:
    return "word/document.xml" in zip_names(stream)


def zip_names(stream: BinaryIO) -> list[str]:
    """The names in a ZIP archive; none where it is broken."""
    import zipfile

    try:
        with zipfile.ZipFile(stream) as archive:
            return archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        return []


def kind_of(path: Path) -> Kind:
    """What a file or folder is, by its bytes; for tables of text by its name too, since prose has commas.

    Raises:
        InputError: where it is not there or cannot be opened.
    """
    if path.is_dir():
        return Kind.FOLDER
    try:
        with path.open("rb") as stream:
            return _kind(stream, path.name.lower())
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"{shown(path)} cannot be opened: {reason}; check its name and your rights") from error


def _kind(stream: BinaryIO, name: str) -> Kind:
    from accordingto.capture.feeds import is_feed

    head = stream.read(HEAD)
    if head.startswith(b"PK\x03\x04"):
        stream.seek(0)
        names = zip_names(stream)
        if "word/document.xml" in names:
            return Kind.EXPORT
        return (
            Kind.WACZ
            if "datapackage.json" in names and any(_WARC_NAME.search(inner) for inner in names)
            else Kind.DOCUMENT
        )
    if head.startswith(b"PAR1"):
        return Kind.PARQUET
    plain = _unpacked(head)
    if plain.startswith(b"WARC/") or (head.startswith(_ZSTD) and name.endswith(".warc.zst")):
        return Kind.WARC
    if _TABLE.search(name) and (binary_kind(plain) is None or plain.startswith(_UTF16_32)):
        return Kind.DELIMITED
    if is_feed(head):
        return Kind.FEED
    if _is_json(plain, name):
        return Kind.JSON
    return (
        Kind.EXPORT
        if head.startswith(b"{\\rtf") or _EXPORT.search((head + stream.read(EXPORT_HEAD)).replace(b"\x00", b""))
        else Kind.DOCUMENT
    )


def _is_json(head: bytes, name: str) -> bool:
    """Whether a file is JSON: by its name, or because its first line is an object or it opens an array of objects."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _JSON_NAME.search(name):
        return start.startswith((b"{", b"["))
    return re.match(rb"(?:\[\s*)?\{\s*\"[^\"\n]{1,100}\"\s*:", start) is not None


def _unpacked(head: bytes) -> bytes:
    """The first bytes, behind gzip if they are packed so."""
    if not head.startswith(b"\x1f\x8b\x08"):
        return head
    try:
        return zlib.decompressobj(31).decompress(head, HEAD)
    except zlib.error:
        return b""
