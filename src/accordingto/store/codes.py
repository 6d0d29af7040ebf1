"""The first sieve of a search by meaning: one bit a dimension of every vector, in files beside the store that are mapped into memory.

A *segment* is a file that is written once and never changes: keys of vectors in order, and their codes, six columns of 64 bits. What the
segments do not hold yet is read from the database. Everything here is a cache: a segment of another store, or of a store
that was put back to an earlier state, is thrown away and made anew. Two programs may do so at once: equal segments have equal names and
bytes, and take their place in one step.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import URL, Connection, func, select

from accordingto.language.vectors import SIZE, signs
from accordingto.store.schema.search import vectors

COLUMNS = SIZE // 64
TAIL = 8_192
"""Vectors that may lie outside the segments: reading 8,192 from SQLite takes 20 ms, and a segment is not written for every report."""
SETTLED = 1_024
"""The newest vectors never go into a segment: on PostgreSQL a slow transaction may yet put an older key among them."""
MOST_SEGMENTS = 8
"""Beyond so many they are made into one."""
_BATCH = 50_000
_MAGIC = b"atcodes1"
_HEAD = struct.Struct("<8s32s16sqq")
"""Magic, name of the store, digest of the last vector, last key, number of vectors."""
Ints = NDArray[np.int64]
Codes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """Keys, shape (n,), in order, and codes, shape (6, n)."""

    keys: Ints
    codes: Codes


def code_of(vector: NDArray[np.int8] | NDArray[np.float32]) -> Codes:
    """The codes of vectors, shape (n, 384), as columns, shape (6, n)."""
    bits = np.ascontiguousarray(signs(vector))
    return np.ascontiguousarray(bits.view(np.uint64).T)


def distances(segment: Segment, asked: Codes, rows: Ints | None = None) -> NDArray[np.uint16]:
    """How many bits of each code differ from those of one vector, shape (n,); of some rows only, where they are given."""
    found = np.zeros(len(segment.keys) if rows is None else len(rows), np.uint16)
    for start in range(0, len(found), _BATCH):
        part = slice(start, start + _BATCH) if rows is None else rows[start : start + _BATCH]
        for column, word in zip(segment.codes, asked[:, 0], strict=True):
            found[start : start + _BATCH] += np.bitwise_count(column[part] ^ word)
    return found


def folder_of(url: URL, name: str) -> Path:
    """Where the segments of a store lie: beside a file of SQLite, else in the user's cache."""
    if url.get_backend_name() == "sqlite" and url.database:
        return Path(f"{Path(url.database).resolve()}-codes")
    home = os.environ.get("XDG_CACHE_HOME")
    return (Path(home) if home else Path.home() / ".cache") / "accordingto" / "codes" / name


def segments(connection: Connection, folder: Path, name: str) -> list[Segment]:
    """All vectors of a store as segments; what the files lack is added to them, or comes as a last one that is not a file.

    Args:
        connection: to the store.
        folder: where the files lie; where it cannot be written, nothing is kept.
        name: of the store.
    """
    held = [opened for path in _files(folder) if (opened := _opened(path, name))]
    if held and not _true(connection, held[-1]):
        for path in _files(folder):
            _remove(path)
        held = []
    last = held[-1].last if held else 0
    newest = connection.scalar(select(func.max(vectors.c.key))) or 0
    waiting = _waiting(connection, last) if newest > last else 0
    if waiting > TAIL + SETTLED:
        until = connection.scalar(
            select(vectors.c.key).where(vectors.c.key > last).order_by(vectors.c.key.desc()).offset(SETTLED).limit(1)
        )
        held, last = _extended(connection, folder, name, held, until or last)
    tail = _read(connection, last, None)
    found = [one.segment for one in held]
    return [*found, tail[0]] if len(tail[0].keys) else found


def _waiting(connection: Connection, last: int) -> int:
    """How many vectors stand behind a key."""
    return connection.scalar(select(func.count()).select_from(vectors).where(vectors.c.key > last)) or 0


@dataclass(frozen=True, slots=True, eq=False)
class _File:
    path: Path | None
    segment: Segment
    last: int
    digest: bytes


def _files(folder: Path) -> list[Path]:
    """Files of segments, each after the ones before it; those that a wider one holds already are left out and removed."""
    found: list[tuple[int, int, Path]] = []
    with suppress(OSError):
        for path in folder.glob("*.codes"):
            with suppress(ValueError):
                first, last = map(int, path.stem.split("-"))
                found.append((first, last, path))
    chosen, at = [], 0
    for first, last, path in sorted(found, key=lambda one: (one[0], -one[1])):
        if first == at:
            chosen.append(path)
            at = last
        else:
            _remove(path)
    return chosen


def _opened(path: Path, name: str) -> _File | None:
    """A segment of a file, mapped into memory; nothing where it is not one of this store."""
    try:
        with path.open("rb") as file:
            magic, store, digest, last, count = _HEAD.unpack(file.read(_HEAD.size))
        if magic != _MAGIC or store.decode() != name or path.stat().st_size != _HEAD.size + 8 * count * (COLUMNS + 1):
            raise ValueError
        words = np.memmap(path, np.int64, "r", _HEAD.size, (COLUMNS + 1, count))
    except (OSError, ValueError, struct.error):
        _remove(path)
        return None
    return _File(path, Segment(words[0], words[1:].view(np.uint64)), last, digest)


def _true(connection: Connection, file: _File) -> bool:
    """Whether the store still has the last vector of a file."""
    held = connection.scalar(select(vectors.c.digest).where(vectors.c.key == file.last))
    return held is not None and bytes(held) == file.digest


def _extended(
    connection: Connection, folder: Path, name: str, held: list[_File], until: int
) -> tuple[list[_File], int]:
    """One more segment, up to a key; all in one where they have become many."""
    last = held[-1].last if held else 0
    segment, digest = _read(connection, last, until)
    whole = len(held) >= MOST_SEGMENTS
    if whole:
        parts = [*(one.segment for one in held), segment]
        segment = Segment(
            np.concatenate([one.keys for one in parts]), np.concatenate([one.codes for one in parts], axis=1)
        )
    first, end = (0, until) if whole else (last, until)
    path = folder / f"{first}-{end}.codes"
    made = _File(path, segment, end, digest)
    with suppress(OSError):
        _write(made, name)
    if whole:
        for one in held:
            _remove(one.path)
    return ([made] if whole else [*held, made]), end


def _write(made: _File, name: str) -> None:
    assert made.path is not None
    made.path.parent.mkdir(parents=True, exist_ok=True)
    beside = made.path.with_suffix(f".{os.getpid()}.part")
    with beside.open("wb") as file:
        file.write(_HEAD.pack(_MAGIC, name.encode(), made.digest, made.last, len(made.segment.keys)))
        file.write(np.ascontiguousarray(made.segment.keys, np.int64).tobytes())
        file.write(np.ascontiguousarray(made.segment.codes).tobytes())
    beside.replace(made.path)


def _remove(path: Path | None) -> None:
    """A file that is of no use; on Windows one that another program has mapped stays until later."""
    if path is not None:
        with suppress(OSError):
            path.unlink()


def _read(connection: Connection, after: int, until: int | None) -> tuple[Segment, bytes]:
    """The codes of the vectors behind a key, up to another, and the digest of the last."""
    keys: list[Ints] = []
    codes: list[Codes] = []
    digest = b""
    for batch in _batches(connection, after, until):
        keys.append(np.array([row[0] for row in batch], np.int64))
        codes.append(code_of(np.frombuffer(b"".join(bytes(row[2]) for row in batch), np.int8).reshape(-1, SIZE)))
        digest = bytes(batch[-1][1])
    if not keys:
        return Segment(np.zeros(0, np.int64), np.zeros((COLUMNS, 0), np.uint64)), digest
    return Segment(np.concatenate(keys), np.concatenate(codes, axis=1)), digest


def _batches(connection: Connection, after: int, until: int | None) -> Iterator[list[tuple[int, bytes, bytes]]]:
    while True:
        query = select(vectors.c.key, vectors.c.digest, vectors.c.vector).where(vectors.c.key > after)
        if until is not None:
            query = query.where(vectors.c.key <= until)
        batch = [tuple(row) for row in connection.execute(query.order_by(vectors.c.key).limit(_BATCH))]
        if not batch:
            return
        yield batch
        after = batch[-1][0]
