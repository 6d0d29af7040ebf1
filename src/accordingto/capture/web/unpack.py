"""Content codings undone piece by piece, so that a few bytes that unpack to gigabytes never do."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from accordingto.model import NotFetched, TooLarge

ACCEPTED = "gzip, deflate"
"""What is asked for. Brotli is not: the decoders that the base install has would unpack a piece whole before it can be cut."""
_PIECE = 2**18
_GZIP = 31
_ZLIB = 15
_RAW = -15


def unpacked(pieces: Iterable[bytes], coding: str, *, limit: int, where: str) -> Iterator[bytes]:
    """The pieces of a body with its content coding undone.

    Args:
        pieces: as they came.
        coding: the value of ``Content-Encoding``.
        limit: bytes at most, after unpacking.
        where: for messages.

    Raises:
        TooLarge: where there is more, once as much as may be was given.
        NotFetched: where it is packed in a way that was not asked for, or is broken.
    """
    left = limit
    for piece in _undone(pieces, coding.strip().lower(), where):
        yield piece[:left]
        left -= len(piece)
        if left < 0:
            raise TooLarge(f"{where} has more than {limit / 2**20:.0f} MB, the limit in force; it was not kept")


def _undone(pieces: Iterable[bytes], coding: str, where: str) -> Iterator[bytes]:
    if coding in ("", "identity"):
        return iter(pieces)
    if coding in ("gzip", "x-gzip"):
        return _inflated(pieces, _GZIP, where)
    if coding == "deflate":
        return _inflated(pieces, _ZLIB, where)
    raise NotFetched(f"{where} came packed as {coding!r}, which was not asked for ({ACCEPTED} was)")


def _inflated(pieces: Iterable[bytes], bits: int, where: str) -> Iterator[bytes]:
    """Inflate gzip (of one or more members) or zlib; where ``deflate`` has no zlib header, the raw stream."""
    engine = zlib.decompressobj(bits)
    fresh = True
    try:
        for piece in pieces:
            data = piece
            while data:
                if engine.eof:
                    if bits != _GZIP or not data.startswith(b"\x1f"):
                        return  # what some servers append is no part of the body
                    engine, fresh = zlib.decompressobj(bits), True
                try:
                    made = engine.decompress(data, _PIECE)
                except zlib.error:
                    if not (fresh and bits == _ZLIB):
                        raise
                    bits, engine = _RAW, zlib.decompressobj(_RAW)
                    made = engine.decompress(data, _PIECE)
                fresh = False
                yield made
                data = engine.unconsumed_tail or engine.unused_data
        yield engine.flush()
    except zlib.error as error:
        raise NotFetched(f"{where} came damaged: what it is packed in is broken ({error})") from error
    if not engine.eof and not fresh:
        raise NotFetched(f"{where} came cut off: its packed body has no end")
