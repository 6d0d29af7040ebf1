"""What bytes are, told from the bytes alone: a name or a header may be wrong."""

from __future__ import annotations

import io
import re
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

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


def looks_utf16(data: bytes) -> str | None:
    """``utf-16-le`` or ``utf-16-be`` where every other byte is NUL, as in Latin-script UTF-16 without a mark."""
    head = data[: HEAD - HEAD % 2]
    if len(head) < 4 or b"\x00" not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.8 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.8 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


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
    """What a file or folder is, by its bytes.

    Raises:
        InputError: where it is not there.
    """
    if path.is_dir():
        return Kind.FOLDER
    if not path.exists():
        raise InputError(f"{path} is not there; check its name")
    return Kind.DOCUMENT
