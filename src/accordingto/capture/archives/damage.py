"""Finding the next whole record behind a damaged stretch of a WARC file."""

from __future__ import annotations

import re
import zlib
from typing import BinaryIO

_STEP = 2**20
_OVERLAP = 16
_STARTS = re.compile(rb"\x1f\x8b\x08|\x28\xb5\x2f\xfd|(?<=\n)WARC/[01]\.")
LOOK = 1024
"""Bytes that surely unpack to the first few of a record: a table of codes takes some hundred."""


def next_start(stream: BinaryIO, after: int) -> int | None:
    """The offset of the first record that starts behind ``after``; ``None`` where there is none."""
    at = after + 1
    while True:
        stream.seek(max(0, at - 1))
        data = stream.read(_STEP + _OVERLAP)
        for match in _STARTS.finditer(data, at - max(0, at - 1)):
            if _is_start(stream, max(0, at - 1) + match.start()):
                return max(0, at - 1) + match.start()
        if len(data) < _STEP + _OVERLAP:
            return None
        at += _STEP


def _is_start(stream: BinaryIO, offset: int) -> bool:
    stream.seek(offset)
    head = stream.read(LOOK)
    return starts_record(head)


def starts_record(head: bytes) -> bool:
    """Whether some bytes open a record of a WARC file: plain, or the first of a packed member, cut off perhaps."""
    if head.startswith(b"WARC/"):
        return True
    if head.startswith(b"\x28\xb5\x2f\xfd"):
        return True
    if not head.startswith(b"\x1f\x8b\x08"):
        return False
    try:
        made = zlib.decompressobj(31).decompress(head, 5)
        return made == b"WARC/" or (len(head) < LOOK and b"WARC/".startswith(made))
    except zlib.error:
        return False
