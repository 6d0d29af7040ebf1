"""Digests as WARC and WACZ write them: ``sha1:`` in base 32, ``sha256:`` and ``md5:`` in hex."""

from __future__ import annotations

import base64
import binascii
import hashlib
from functools import lru_cache

KNOWN = ("sha1", "sha256", "sha512", "sha3_256", "sha3_512", "md5")


def parsed(stated: str) -> tuple[str, bytes] | None:
    """Algorithm and digest; ``None`` for an algorithm that is not known here, or for what is no digest."""
    name, parted, value = stated.strip().partition(":")
    algorithm = name.strip().lower().replace("-", "").replace("sha3", "sha3_")
    algorithm = algorithm.replace("sha3__", "sha3_")
    if not parted or algorithm not in KNOWN:
        return None
    raw = _read(value.strip(), _size(algorithm))
    return (algorithm, raw) if raw is not None else None


@lru_cache(maxsize=16)
def _size(algorithm: str) -> int:
    return hashlib.new(algorithm, usedforsecurity=False).digest_size


def _read(value: str, size: int) -> bytes | None:
    """A digest of some bytes in hex, base 32 or base 64, told by its length; ``None`` where it is none."""
    plain = value.rstrip("=")
    try:
        if len(plain) == 2 * size:
            return bytes.fromhex(plain)
        if len(plain) == -(-8 * size // 5):
            return base64.b32decode(plain.upper() + "=" * (-len(plain) % 8))
        raw = base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True)
    except (ValueError, binascii.Error):
        return None
    return raw if len(raw) == size else None


def holds(stated: str, *readings: bytes) -> bool | None:
    """Whether a stated digest is that of one of some byte strings; ``None`` where it cannot be checked."""
    known = parsed(stated)
    if known is None:
        return None
    algorithm, digest = known
    return any(hashlib.new(algorithm, data, usedforsecurity=False).digest() == digest for data in readings)
