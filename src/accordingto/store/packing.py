"""Bytes packed for the database: zlib where it helps, and JSON records with their hash."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import Any

from accordingto.model import Capture, IntegrityError, content_id, sha256
from accordingto.store.codec import dumps

_ODD = re.compile(rb"\\u(?:0000|241b|d[89a-f])")
"""In ASCII JSON: NUL, the sign of escapes, and surrogates, be they alone or in pairs."""
NONE, ZLIB = "none", "zlib"
_LEVEL = 6
"""Of zlib. Level 9 saves 1 % of a page and costs three times the time."""
_WORTH = 0.95
"""Packed bytes are kept where they are at most this share of the bytes: JPEG and PDF are packed already."""


def pack(data: bytes) -> tuple[str, bytes]:
    """How bytes are packed, and the packed bytes."""
    packed = zlib.compress(data, _LEVEL)
    return (ZLIB, packed) if len(packed) <= _WORTH * len(data) else (NONE, data)


def unpack(compression: str, data: bytes) -> bytes:
    """The bytes that were packed.

    Raises:
        IntegrityError: where they are damaged.
    """
    try:
        return zlib.decompress(data) if compression == ZLIB else bytes(data)
    except zlib.error as error:
        raise IntegrityError(f"bytes in the store are damaged: {error}") from error


@dataclass(frozen=True, slots=True)
class Packed:
    """A record as JSON, packed, and the hash of the JSON."""

    data: bytes
    sha256: str
    plain: bool
    """Whether nothing in it needs to be escaped in a column of words; where that is not sure, False."""


def pack_record(plain: Any) -> Packed:
    """A record of plain JSON values, packed; always with zlib, so that one rule reads it."""
    data = dumps(plain)
    return Packed(zlib.compress(data, _LEVEL), sha256(data), _ODD.search(data) is None)


def unpack_record(data: bytes) -> bytes:
    """The JSON of a packed record.

    Raises:
        IntegrityError: where it is damaged.
    """
    return unpack(ZLIB, data)


def digest(*parts: str | None) -> str:
    """A short hash of some words, for unique columns: words themselves may be too long for an index."""
    return content_id(
        "digest", "", extra=["\x00" if part is None else part.encode("utf-8", "surrogatepass").hex() for part in parts]
    )[7:]


def capture_row(capture: Capture) -> dict[str, Any]:
    """The row of a capture."""
    compression, data = pack(capture.data)
    return {
        "id": capture.id,
        "sha256": capture.sha256,
        "size": len(capture.data),
        "media_type": capture.media_type,
        "compression": compression,
        "data": data,
    }
