"""Files, streams, bytes and strings in."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from accordingto.capture.names import shown
from accordingto.capture.sniff import advice, binary_kind, document_type, media_type
from accordingto.model import BinaryInput, Capture, EmptyInput, InputError, Sighting, TooLarge, content_id, sha256

LIMIT = 64 * 2**20
"""Bytes read at most unless told otherwise; a long report has some hundred thousand."""
STDIN = "-"


def capture_path(path: Path | str, *, limit: int = LIMIT) -> Capture:
    """Capture a file, or standard input for ``-``. It was seen when it was last changed.

    Args:
        path: where the file is.
        limit: bytes read at most.

    Raises:
        InputError: where there is no such file or it cannot be opened.
        EmptyInput, BinaryInput, TooLarge: as for `capture_bytes`.
    """
    if str(path) == STDIN:
        return capture_stream(sys.stdin.buffer, limit=limit)
    path, where = Path(path), shown(path)
    try:
        status = path.stat()
        if path.is_dir():
            raise InputError(f"{where} is a folder; name the files in it")
        if status.st_size > limit:
            raise TooLarge(_too_large(where, limit, status.st_size))
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise cannot_open(path, error) from error
    return capture_bytes(data, where=where, limit=limit, seen_at=_moment(status.st_mtime))


def cannot_open(path: Path | str, error: Exception) -> InputError:
    """The error for a file that the system does not open."""
    reason = getattr(error, "strerror", None) or error
    return InputError(f"{shown(path)} cannot be opened: {reason}; check its name and your rights")


def cannot_read(path: Path | str, error: Exception) -> InputError:
    """The error for a file that breaks while it is read: the system's, or one of unpacking it."""
    if isinstance(error, OSError) and error.errno:
        return cannot_open(path, error)
    return InputError(f"{shown(path)} is damaged or cut off ({error}); fetch it again")


def changed_at(path: Path | str) -> str:
    """When a file was last changed, ISO 8601 in UTC to the second.

    Raises:
        InputError: where there is no such file.
    """
    try:
        return _moment(os.stat(path).st_mtime)
    except (OSError, ValueError) as error:
        raise cannot_open(path, error) from error


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def capture_stream(stream: BinaryIO, *, where: str = STDIN, limit: int = LIMIT) -> Capture:
    """Capture what a binary stream gives, never holding more than the limit and one byte.

    Raises:
        EmptyInput, BinaryInput, TooLarge: as for `capture_bytes`.
    """
    return capture_bytes(stream.read(limit + 1), where=where, limit=limit)


def capture_text(text: str, where: str = STDIN) -> Capture:
    """Capture a string as UTF-8; it is plain text or HTML by its look.

    Raises:
        EmptyInput, BinaryInput, TooLarge: as for `capture_bytes`.
    """
    return capture_bytes(text.encode("utf-8", "surrogatepass"), where=where, declared_encoding="utf-8")


def capture_bytes(
    data: bytes,
    *,
    where: str,
    url: str | None = None,
    declared_encoding: str | None = None,
    seen_at: str | None = None,
    limit: int = LIMIT,
    headers: tuple[tuple[str, str], ...] = (),
    container: str | None = None,
    hashes: tuple[tuple[str, str], ...] = (),
) -> Capture:
    """Capture bytes as they came.

    Args:
        data: the bytes.
        where: their path or address, for messages and the `Sighting`.
        url: the page's address, where it is known.
        declared_encoding: the charset of the HTTP header, where one was kept.
        seen_at: when they were seen, ISO 8601.
        limit: bytes accepted at most.
        headers: of the HTTP response.
        container: id of the capture of the file that they were cut from.
        hashes: what others said their hash is, and where.

    Raises:
        EmptyInput: where there is nothing but white space.
        BinaryInput: where they are neither text nor HTML, PDF, DOCX or RTF.
        TooLarge: where there are more than ``limit``.
    """
    if len(data) > limit:
        raise TooLarge(_too_large(where, limit, len(data)))
    if not data.removeprefix(b"\xef\xbb\xbf").strip():
        raise EmptyInput(f"{where} is empty: there is no text in it; check that it was saved or downloaded in full")
    document = document_type(data)
    kind = None if document else binary_kind(data)
    if kind is not None:
        raise BinaryInput(f"{where} is {kind}, neither text nor HTML; {advice(kind)}")
    digest = sha256(data)
    return Capture(
        id=content_id("capture", digest),
        sha256=digest,
        data=data,
        media_type=document or media_type(data),
        declared_encoding=declared_encoding,
        url=url,
        sightings=(Sighting(where, seen_at),),
        headers=headers,
        container=container,
        hashes=hashes,
    )


def _too_large(where: str, limit: int, size: int) -> str:
    return (
        f"{where} has {size / 2**20:.0f} MB or more, and the limit is {limit / 2**20:.0f} MB; "
        "split it into single reports, or raise the limit"
    )
