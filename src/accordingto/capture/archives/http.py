"""An HTTP response as a WARC record holds it: status, headers, and the body with its encodings undone."""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import dataclass
from typing import Any

from accordingto.model import InputError, TooLarge

MAX_HEAD = 2**18
"""Bytes of status line and headers at most."""
_END = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? +(\d{3})")
_CHUNK = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w:.+-]{2,30})", re.I)


@dataclass(frozen=True, slots=True)
class Response:
    """One response; ``raw`` is the body as it was sent."""

    status: int
    headers: tuple[tuple[str, str], ...]
    raw: bytes

    def header(self, name: str) -> str:
        """The first value of a header, or an empty string."""
        return next((value for key, value in self.headers if key.lower() == name), "")

    @property
    def content_type(self) -> str:
        """The media type alone, in lower case."""
        return self.header("content-type").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The charset of the ``Content-Type``, where it names one."""
        match = _CHARSET.search(self.header("content-type"))
        return match[1] if match else None


def response_of(block: bytes) -> Response | None:
    """The response in the block of a record; ``None`` where it is none."""
    status = _STATUS.match(block)
    end = _END.search(block, 0, MAX_HEAD)
    if not status:
        return None
    head, raw = (block[: end.start()], block[end.end() :]) if end else (block[:MAX_HEAD], b"")
    return Response(int(status[1]), _headers(head), raw)


def _headers(head: bytes) -> tuple[tuple[str, str], ...]:
    found = []
    for line in head.split(b"\n")[1:]:
        name, colon, value = line.partition(b":")
        if colon and name.strip():
            found.append((name.strip().decode("latin-1"), value.strip().decode("latin-1")))
    return tuple(found)


def unchunked(response: Response) -> bytes:
    """The body without the marks of chunked transfer. Archives often keep the header but have undone it: then it stays."""
    if "chunked" not in response.header("transfer-encoding").lower():
        return response.raw
    data, at, parts = response.raw, 0, []
    while match := _CHUNK.match(data, at):
        size = int(match[1], 16)
        if not size:
            break
        parts.append(data[match.end() : match.end() + size])
        at = match.end() + size
        at += 2 if data[at : at + 2] == b"\r\n" else 1 if data[at : at + 1] == b"\n" else 0
    return b"".join(parts) if parts else data


def decoded(body: bytes, encodings: str, *, limit: int) -> bytes:
    """The body with its content encodings undone, as far as it comes where it was cut off.

    Raises:
        TooLarge: where it unpacks to more than ``limit``.
        InputError: where an encoding is unknown or broken.
    """
    for name in reversed([part.strip().lower() for part in encodings.split(",")]):
        if name in ("", "identity", "utf-8"):
            continue
        body = _unpacked(body, name, limit)
        if len(body) > limit:
            raise TooLarge(f"its {name} encoding unpacks to more than {limit / 2**20:.0f} MB; raise the limit")
    return body


def _unpacked(body: bytes, name: str, limit: int) -> bytes:
    if name in ("gzip", "x-gzip"):
        return _zlib(body, 31, limit) if body[:2] == b"\x1f\x8b" else body
    if name == "deflate":
        return _zlib(body, 15 if body[:1] == b"\x78" else -15, limit)
    if name in ("br", "zstd"):
        return _streamed(body, name, limit)
    raise InputError(f"its content encoding {name} is not known; save the page again")


def _zlib(body: bytes, bits: int, limit: int) -> bytes:
    unpacker, made = zlib.decompressobj(bits), b""
    try:
        made = unpacker.decompress(body, limit + 1)
    except zlib.error as error:
        raise InputError(f"its compressed body is damaged ({error})") from error
    return made


def _streamed(body: bytes, name: str, limit: int) -> bytes:
    from fastwarc import stream_io

    if name == "zstd" and body[:4] != b"\x28\xb5\x2f\xfd":
        return body
    reader: Any = (stream_io.BrotliReader if name == "br" else stream_io.ZstdReader)(io.BytesIO(body))
    try:
        return bytes(reader.read(limit + 1))
    except OSError as error:
        if name == "br" and body.lstrip()[:1] == b"<":  # undone already, the header was kept
            return body
        raise InputError(f"its compressed body is damaged ({error})") from error
