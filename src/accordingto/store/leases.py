"""Who was given which record to decide on, so that others are given others. A lease keeps nobody from deciding."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable

from sqlalchemy import Connection, delete, select

from accordingto.store.packing import digest
from accordingto.store.schema.reviewing import review_leases
from accordingto.store.syncing import parted
from accordingto.store.writer import ignoring

LEASE = 300.0
"""Seconds for which a record is held for whoever was given it: a page of a queue is decided in some minutes."""


def name(text_sha256: str, layer: str, spans: str) -> str:
    """The digest of a selector."""
    return digest(text_sha256, layer, spans)


def held(connection: Connection, names: Collection[str], *, but: str) -> set[str]:
    """Those of some selectors that somebody else was given."""
    found: set[str] = set()
    for part in parted(sorted(names)):
        query = select(review_leases.c.digest).where(
            review_leases.c.digest.in_(part), review_leases.c.holder != but, review_leases.c.until > time.time()
        )
        found |= set(connection.scalars(query))
    return found


def take(connection: Connection, names: Iterable[str], *, holder: str, seconds: float = LEASE) -> set[str]:
    """Hold selectors for somebody; gives those that nobody else holds meanwhile."""
    wanted = sorted(set(names))
    clock = time.time()
    connection.execute(delete(review_leases).where(review_leases.c.until <= clock))
    for part in parted(wanted):
        mine = review_leases.c.digest.in_(part) & (review_leases.c.holder == holder)
        connection.execute(delete(review_leases).where(mine))
        rows = [{"digest": one, "holder": holder, "until": clock + seconds} for one in part]
        connection.execute(ignoring(connection, review_leases), rows)
    got: set[str] = set()
    for part in parted(wanted):
        query = select(review_leases.c.digest).where(review_leases.c.digest.in_(part), review_leases.c.holder == holder)
        got |= set(connection.scalars(query))
    return got


def release(connection: Connection, text_sha256: str, layer: str, spans: str, *, holder: str) -> None:
    """Let go of a selector that was decided on."""
    mine = review_leases.c.digest == name(text_sha256, layer, spans)
    connection.execute(delete(review_leases).where(mine, review_leases.c.holder == holder))
