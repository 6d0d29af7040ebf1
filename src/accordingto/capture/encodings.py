"""The encoding of text in files, told by their bytes."""

from __future__ import annotations

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_STRAY = re.compile("[\udc80-\udcff]+")
_SAMPLE = 2**18
_BREAKS = re.compile(r"\r\n?|\n")


def encoding_of(sample: bytes) -> str:
    """The encoding of a text file by its first bytes; UTF-8 unless they cannot be."""
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            return encoding
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(sample).best()
        return best.encoding if best and best.encoding != "ascii" else "cp1252"
    return "utf-8"


def repaired(text: str) -> str:
    """A text whose stray bytes, which are not of its file's encoding, are read as Windows-1252."""
    if not _STRAY.search(text):
        return text
    return _STRAY.sub(lambda m: bytes(ord(c) - 0xDC00 for c in m[0]).decode("cp1252", "replace"), text)


def decoded_lines(data: bytes) -> list[str]:
    """The lines of a text file; form feeds stand for a line's end too."""
    text = data.decode(encoding_of(data[:_SAMPLE]), "surrogateescape")
    return _BREAKS.split(repaired(text).replace("\f", "\n"))
