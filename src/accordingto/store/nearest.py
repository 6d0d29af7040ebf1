"""Searching a store by meaning: the statements whose contents lie nearest to a sentence, narrowed by words and filters.

A sieve of one bit a dimension (`accordingto.store.codes`) is read whole, the best of it are compared by their vectors, which the
database holds. Nothing is built when a search begins, so that one is as quick as many.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import URL, Connection, select, text

from accordingto.language.vectors import SIZE, rounded, unit
from accordingto.store.codes import Segment, code_of, distances, folder_of, segments
from accordingto.store.filters import Filters
from accordingto.store.find import Found, Index, Order, Target, index_of, matching
from accordingto.store.query import parsed
from accordingto.store.schema.search import statement_vectors, vectors
from accordingto.store.vectors import name_of

SIEVED = 1_500
"""Vectors that pass the sieve and are compared exactly. See evals/search for the recall that this gives."""
MOST_SIEVED = 4 * SIEVED
"""A bound on those that are as near as the last of them."""
NARROW = 20_000
"""Statements that words and filters may leave for these to be looked up first; where they leave more, the nearest are looked at first."""
_CHUNK = 500
Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Near(Found):
    """Hits with how many statements have just the same words, each shown once."""

    alike: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A sentence as a vector of length 1, shape (384,), and what is asked beside it."""

    vector: Floats
    query: str | None = None
    filters: Filters = Filters()  # noqa: RUF009

    @property
    def narrowed(self) -> bool:
        """Whether anything is asked but the meaning."""
        return self.query is not None or self.filters != Filters()


def nearest(connection: Connection, url: URL, asked: Asked, *, limit: int = 20, offset: int = 0) -> Near:
    """The statements whose contents lie nearest, each wording once.

    Args:
        connection: to the store.
        url: of the store: files lie beside it.
        asked: the sentence, words and filters.
        limit: how many hits at most.
        offset: how many to pass over.

    Raises:
        UsageError: where the query has no word.
    """
    name = name_of(connection)
    if name is None:
        return Near((), 0, False, Order.NEAREST)
    wanted = offset + limit
    sieve = segments(connection, folder_of(url, name), name)
    code = code_of(rounded(asked.vector)[None])
    if not asked.narrowed:
        hits = _tied(connection, _compared(connection, _sieved(sieve, code), asked.vector), wanted, None)
        return _near(hits, offset)
    tree = parsed(asked.query) if asked.query is not None else None
    index = index_of(connection, tree, asked.filters, Target.STATEMENTS)
    held = matching(connection, index, NARROW + 1)
    if len(held) > NARROW:
        ranked = _compared(connection, _sieved(sieve, code), asked.vector)
        hits = _tied(connection, ranked, wanted, index)
        if len(hits) >= wanted:
            return _near(hits, offset)
        held = matching(connection, index, 2**62)
    return _near(_inside(connection, sieve, code, asked.vector, held, wanted), offset)


@dataclass(frozen=True, slots=True)
class _Hit:
    key: int
    score: float
    alike: int


def _near(hits: Sequence[_Hit], offset: int) -> Near:
    shown = hits[offset:]
    return Near(
        tuple(hit.key for hit in shown),
        len(hits),
        True,
        Order.NEAREST,
        tuple(hit.score for hit in shown),
        tuple(hit.alike for hit in shown),
    )


def _sieved(sieve: Sequence[Segment], code: NDArray[np.uint64]) -> list[int]:
    """Keys of the vectors of which the fewest bits differ."""
    return _least([segment.keys for segment in sieve], [distances(segment, code) for segment in sieve])


def _sieved_of(sieve: Sequence[Segment], code: NDArray[np.uint64], wanted: Ints) -> list[int]:
    """The same of some vectors only; ``wanted`` are keys in order."""
    keys, far = [], []
    for segment in sieve:
        at = np.searchsorted(segment.keys, wanted)
        inside = at < len(segment.keys)
        rows = at[inside][segment.keys[at[inside]] == wanted[inside]]
        keys.append(segment.keys[rows])
        far.append(distances(segment, code, rows))
    return _least(keys, far)


def _least(keys: Sequence[Ints], far: Sequence[NDArray[np.uint16]]) -> list[int]:
    """The keys of the least distances, and of all that are as near as the last of them."""
    counts = sum((np.bincount(part, minlength=SIZE + 1) for part in far), np.zeros(SIZE + 1, np.int64))
    reached = np.searchsorted(counts.cumsum(), SIEVED)
    return [int(key) for part, own in zip(far, keys, strict=True) for key in own[part <= reached]][:MOST_SIEVED]


def _compared(connection: Connection, keys: Sequence[int], vector: Floats) -> list[tuple[int, float]]:
    """Vectors by their cosine with one, nearest first; ties in the order of keeping."""
    found: list[tuple[int, bytes]] = []
    listed = sorted(keys)
    for at in range(0, len(listed), _CHUNK):
        query = select(vectors.c.key, vectors.c.vector).where(vectors.c.key.in_(listed[at : at + _CHUNK]))
        found += [(row.key, bytes(row.vector)) for row in connection.execute(query)]
    if not found:
        return []
    whole = np.frombuffer(b"".join(data for _, data in found), np.int8).reshape(-1, SIZE)
    cosines = unit(whole.astype(np.float32)) @ vector
    order = np.lexsort((np.array([key for key, _ in found]), -cosines))
    return [(found[at][0], float(cosines[at])) for at in order]


def _tied(connection: Connection, ranked: Sequence[tuple[int, float]], wanted: int, index: Index | None) -> list[_Hit]:
    """The first statement of each vector that matches, and how many there are; until there are enough."""
    hits: list[_Hit] = []
    for at in range(0, len(ranked), _CHUNK):
        chunk = ranked[at : at + _CHUNK]
        own: dict[int, list[int]] = {}
        for statement, vector in _statements(connection, [key for key, _ in chunk]):
            own.setdefault(vector, []).append(statement)
        for vector, cosine in chunk:
            keys = own.get(vector, [])
            if keys and index:
                keys = _matching_of(connection, index, keys)
            if keys:
                hits.append(_Hit(min(keys), cosine, len(keys)))
            if len(hits) == wanted:
                return hits
    return hits


def _statements(connection: Connection, keys: Sequence[int]) -> Iterator[tuple[int, int]]:
    table = statement_vectors.c
    for at in range(0, len(keys), _CHUNK):
        query = select(table.statement_key, table.vector_key).where(table.vector_key.in_(keys[at : at + _CHUNK]))
        yield from ((row.statement_key, row.vector_key) for row in connection.execute(query))


def _matching_of(connection: Connection, index: Index, keys: Sequence[int]) -> list[int]:
    """Which of a few statements match: FTS5 is asked for each, since it looks a row up by its key at once."""
    own = text(f"{index.keys} AND {index.key} = :key")
    return [key for key in keys if connection.scalar(own, {**index.values, "key": key}) is not None]


def _inside(
    connection: Connection,
    sieve: Sequence[Segment],
    code: NDArray[np.uint64],
    vector: Floats,
    held: Sequence[int],
    wanted: int,
) -> list[_Hit]:
    """The nearest of some statements."""
    own: dict[int, list[int]] = {}
    table = statement_vectors.c
    listed = sorted(held)
    for at in range(0, len(listed), _CHUNK):
        query = select(table.statement_key, table.vector_key).where(table.statement_key.in_(listed[at : at + _CHUNK]))
        for row in connection.execute(query):
            own.setdefault(row.vector_key, []).append(row.statement_key)
    keys = np.array(sorted(own), np.int64)
    near = [int(key) for key in keys] if len(keys) <= SIEVED else _sieved_of(sieve, code, keys)
    ranked = _compared(connection, near, vector)[:wanted]
    return [_Hit(min(own[key]), cosine, len(own[key])) for key, cosine in ranked]
