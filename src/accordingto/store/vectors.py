"""Sentence vectors of the contents of statements: each content once, however many statements share it.

They are made where reports are read (``given`` holds them by content) or later by `fill`. The truth is in the database; what
`accordingto.store.nearest` keeps beside it can be made anew.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from sqlalchemy import Connection, bindparam, delete, func, select, update

from accordingto.language.vectors import SentenceEncoder
from accordingto.pipeline.reading import Reading
from accordingto.resources.sentence_encoder import shipped_sha256
from accordingto.store.schema.claims import statements
from accordingto.store.schema.search import search_settings, statement_vectors, vectors
from accordingto.store.writer import SPAN, ignoring, insert_rows

if TYPE_CHECKING:
    from accordingto.store.store import Store

BATCH = 256
"""Statements whose vectors are made in one transaction of `fill`: less than a second of work to lose."""
_ENCODER, _NAME = "encoder", "name"


def write(connection: Connection, report: int, reading: Reading | None, given: Mapping[str, bytes] | None) -> None:
    """Tie the statements of a report to vectors: those given with it, and those that the store has of equal contents.

    Args:
        connection: inside the report's transaction.
        report: key of the report.
        reading: what was read; ``None`` has no statements.
        given: content → vector, as `accordingto.language.vectors.SentenceEncoder.packed` makes them.
    """
    if reading is None:
        return
    rows = connection.execute(select(statements.c.key, statements.c.content).where(statements.c.report_key == report))
    tie(connection, {row.key: row.content for row in rows}, given or {})


def forget(connection: Connection, report: int) -> None:
    """Untie the statements of a report. Vectors stay: other statements may have the same words."""
    key = statement_vectors.c.statement_key
    connection.execute(delete(statement_vectors).where(key >= report * SPAN, key < (report + 1) * SPAN))


def of_reports(connection: Connection, reports: list[int]) -> dict[str, bytes]:
    """Content → vector of the statements of some reports, as far as there are any that the program's encoder made."""
    if not reports or setting(connection, _ENCODER) != shipped_sha256():
        return {}
    query = (
        select(statements.c.content, vectors.c.vector)
        .join(statement_vectors, statement_vectors.c.statement_key == statements.c.key)
        .join(vectors, vectors.c.key == statement_vectors.c.vector_key)
    )
    found: dict[str, bytes] = {}
    for start in range(0, len(reports), BATCH):
        part = reports[start : start + BATCH]
        rows = connection.execute(query.where(statements.c.report_key.in_(part)))
        found |= {row.content: bytes(row.vector) for row in rows}
    return found


def tie(connection: Connection, contents: Mapping[int, str], given: Mapping[str, bytes]) -> None:
    """Tie statements that have no vector yet to the vectors of their contents, as far as these are given or there."""
    if not contents:
        return
    if given:
        _one_encoder(connection)
    named = {key: digest(content) for key, content in contents.items()}
    held = _held(connection, set(named.values()))
    new = {name: given[contents[key]] for key, name in named.items() if name not in held and contents[key] in given}
    if new:  # in one order, so that two writers cannot wait for each other
        rows = [{"digest": name, "vector": vector} for name, vector in sorted(new.items())]
        connection.execute(ignoring(connection, vectors), rows)
        held |= _held(connection, set(new))
    tied = [{"statement_key": key, "vector_key": held[name]} for key, name in named.items() if name in held]
    insert_rows(connection, statement_vectors, tied)


def digest(content: str, encoder: str | None = None) -> bytes:
    """What a vector is found by: a hash over the words and the encoder."""
    seed = (encoder or shipped_sha256()).encode() + b"\x00" + content.encode("utf-8", "surrogatepass")
    return hashlib.sha256(seed).digest()[:16]


def _held(connection: Connection, digests: set[bytes]) -> dict[bytes, int]:
    query = select(vectors.c.digest, vectors.c.key).where(vectors.c.digest.in_(bindparam("wanted", expanding=True)))
    return {bytes(row.digest): row.key for row in connection.execute(query, {"wanted": sorted(digests)})}


def _one_encoder(connection: Connection) -> None:
    """Vectors of two encoders must not be compared: those of another one than the program's go."""
    used, mine = setting(connection, _ENCODER), shipped_sha256()
    if used == mine:
        return
    if used is None:
        rows = [{"name": _ENCODER, "value": mine}, {"name": _NAME, "value": secrets.token_hex(16)}]
        connection.execute(ignoring(connection, search_settings), rows)
        return
    connection.execute(delete(statement_vectors))
    connection.execute(delete(vectors))
    for name, value in ((_ENCODER, mine), (_NAME, secrets.token_hex(16))):
        connection.execute(update(search_settings).where(search_settings.c.name == name).values(value=value))


def setting(connection: Connection, name: str) -> str | None:
    """What the indexes remember."""
    found: str | None = connection.scalar(select(search_settings.c.value).where(search_settings.c.name == name))
    return found


def name_of(connection: Connection) -> str | None:
    """The name by which files beside the store know it; ``None`` where it has no vectors of the program's encoder."""
    return setting(connection, _NAME) if setting(connection, _ENCODER) == shipped_sha256() else None


def missing(connection: Connection) -> int:
    """How many statements have no vector."""
    if name_of(connection) is None:
        return connection.scalar(select(func.count()).select_from(statements)) or 0
    tied = connection.scalar(select(func.count()).select_from(statement_vectors)) or 0
    return (connection.scalar(select(func.count()).select_from(statements)) or 0) - tied


def fill(store: Store, encoder: SentenceEncoder, tell: Callable[[], object] = lambda: None) -> int:
    """Make the vectors that are missing, batch after batch, each a transaction; gives how many statements got one.

    Args:
        store: to be written.
        encoder: the program's.
        tell: is called for each statement that has got one.
    """
    with store.writing() as connection:
        _one_encoder(connection)
    done, after = 0, -1
    while batch := _lacking(store, after):
        given = encoder.packed(batch.values())
        with store.writing() as connection:
            tie(connection, _still(connection, batch), given)
        done, after = done + len(batch), max(batch)
        for _ in batch:
            tell()
    return done


def _lacking(store: Store, after: int) -> dict[int, str]:
    """The next statements without a vector, in the order of their keys."""
    query = (
        select(statements.c.key, statements.c.content)
        .outerjoin(statement_vectors, statement_vectors.c.statement_key == statements.c.key)
        .where(statements.c.key > after, statement_vectors.c.statement_key.is_(None))
        .order_by(statements.c.key)
        .limit(BATCH)
    )
    with store.looking() as connection:
        return {row.key: row.content for row in connection.execute(query)}


def _still(connection: Connection, batch: Mapping[int, str]) -> dict[int, str]:
    """Those of a batch that are there with the same words and have no vector yet: another program may have been at it."""
    query = (
        select(statements.c.key, statements.c.content)
        .outerjoin(statement_vectors, statement_vectors.c.statement_key == statements.c.key)
        .where(statements.c.key.in_(batch), statement_vectors.c.statement_key.is_(None))
    )
    return {row.key: row.content for row in connection.execute(query) if batch[row.key] == row.content}
