"""WACZ: a ZIP archive that holds WARC files and says their hashes. Nothing is unpacked to disk."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO, cast

from accordingto.capture.archives.digests import parsed
from accordingto.capture.archives.warc import Archive, read_archive
from accordingto.capture.files import cannot_open
from accordingto.capture.found import Item, Missed, Options
from accordingto.capture.names import shown
from accordingto.model import InputError, IntegrityError

PACKAGE = "datapackage.json"
DIGEST = "datapackage-digest.json"
MAX_JSON = 32 * 2**20
"""Bytes of a description at most; one of 10,000 resources has 2 MB."""
_STEP = 2**20
_LOCAL_HEAD = 30


def gather_wacz(path: str, options: Options, after: str | None = None) -> Iterator[Item]:
    """The captures in all WARC files of a WACZ, each with the hash that ``datapackage.json`` states for its file.

    A file whose hash does not hold is a `Missed`; its records are given all the same, each checked by its own digests.
    A position is ``archive/data.warc.gz#offset=BYTES``.

    Raises:
        InputError: where the archive is damaged.
    """
    try:
        with open(path, "rb") as stream, zipfile.ZipFile(stream) as package:
            stated, broken = _stated(package, shown(path))
            members = sorted(_archives(package), key=lambda member: member.filename)
            yield from () if after else broken
            for member in members:
                yield from _member(path, package, member, stated, options, after)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, RuntimeError) as error:
        raise InputError(f"{shown(path)} is a damaged WACZ archive ({error}); fetch it again") from error
    except OSError as error:
        raise cannot_open(path, error) from error


def _archives(package: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    return [
        m
        for m in package.infolist()
        if m.filename.startswith("archive/") and m.filename.lower().endswith((".warc", ".warc.gz"))
    ]


def _member(
    path: str,
    package: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    stated: dict[str, str],
    options: Options,
    after: str | None,
) -> Iterator[Item]:
    done, _, inner = (after or "").partition("#")
    if after and member.filename < done:
        return
    where, hash_ = f"{shown(path)}#{member.filename}", stated.get(member.filename)
    if not (after and done == member.filename):
        inner = ""
        if hash_ and not _holds(package, member, hash_):
            error = IntegrityError(
                f"{where}: {PACKAGE} says {hash_}, and the file has another; it was changed or damaged since"
            )
            yield Missed(where, f"{member.filename}#before=0", error)
    hashes = ((hash_, f"{shown(path)}#{PACKAGE}"),) if hash_ else ()
    archive = Archive(where, lambda: _opened(path, member), hashes)
    for item in read_archive(archive, options, inner or None):
        yield replace(item, position=f"{member.filename}#{item.position}")


def _stated(package: zipfile.ZipFile, where: str) -> tuple[dict[str, str], list[Missed]]:
    """Path → hash as the description states them; and what is wrong with the description itself."""
    data = _small(package, PACKAGE, where)
    missed = []
    if DIGEST in package.namelist():
        digest = _json(_small(package, DIGEST, where), where, DIGEST).get("hash")
        known = parsed(str(digest))
        if known and hashlib.new(known[0], data).digest() != known[1]:
            error = IntegrityError(
                f"{where}#{PACKAGE}: {DIGEST} says {digest}, and it has another; it was changed since"
            )
            missed.append(Missed(f"{where}#{PACKAGE}", "", error))
    resources = _json(data, where, PACKAGE).get("resources")
    found = {}
    for resource in resources if isinstance(resources, list) else []:
        if (
            isinstance(resource, dict)
            and isinstance(resource.get("path"), str)
            and isinstance(resource.get("hash"), str)
        ):
            found[resource["path"]] = resource["hash"]
    return found, missed


def _small(package: zipfile.ZipFile, name: str, where: str) -> bytes:
    with package.open(name) as stream:
        data = stream.read(MAX_JSON + 1)
    if len(data) > MAX_JSON:
        raise InputError(f"{where}: its {name} has more than {MAX_JSON / 2**20:.0f} MB; the archive is not sound")
    return data


def _json(data: bytes, where: str, name: str) -> dict[str, Any]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{where}: its {name} is no JSON ({error}); fetch the archive again") from error
    return found if isinstance(found, dict) else {}


def _holds(package: zipfile.ZipFile, member: zipfile.ZipInfo, stated: str) -> bool:
    known = parsed(stated)
    if known is None:
        return True
    hasher = hashlib.new(known[0], usedforsecurity=False)
    try:
        with package.open(member) as stream:
            while data := stream.read(_STEP):
                hasher.update(data)
    except zipfile.BadZipFile:
        return False
    return hasher.digest() == known[1]


def _opened(path: str, member: zipfile.ZipInfo) -> BinaryIO:
    """A stream over one file of the archive that can seek: the bytes themselves where they are stored unpacked, as WACZ wants it."""
    if member.compress_type != zipfile.ZIP_STORED or member.flag_bits & 1:
        return cast(BinaryIO, _Unpacked(path, member))
    stream = open(path, "rb", buffering=0)  # noqa: SIM115 the window closes it
    stream.seek(member.header_offset)
    head = stream.read(_LOCAL_HEAD)
    start = (
        member.header_offset
        + _LOCAL_HEAD
        + int.from_bytes(head[26:28], "little")
        + int.from_bytes(head[28:30], "little")
    )
    return cast(BinaryIO, _Window(stream, start, member.file_size))


class _Unpacked(io.RawIOBase):
    """A packed file of an archive, unpacked as it is read."""

    def __init__(self, path: str, member: zipfile.ZipInfo) -> None:
        self._package = zipfile.ZipFile(path)
        self._stream = self._package.open(member)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._stream.read(len(buffer))
        except (zipfile.BadZipFile, EOFError) as error:
            raise OSError(str(error)) from error
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._stream.close()
        self._package.close()
        super().close()


class _Window(io.RawIOBase):
    """A stretch of a file as a file."""

    def __init__(self, stream: io.FileIO, start: int, size: int) -> None:
        self._stream, self._start, self._size, self._at = stream, start, size, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        self._at = max(0, offset + (0, self._at, self._size)[whence])
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: Any) -> int:
        self._stream.seek(self._start + self._at)
        data = self._stream.read(max(0, min(len(buffer), self._size - self._at)))
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)

    def close(self) -> None:
        self._stream.close()
        super().close()
