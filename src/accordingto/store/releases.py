"""Snapshots that can be cited: hashes of all that a store holds, what made it, how often it is wrong, what changed since the last one.

A snapshot holds no words: what is forgotten later can still be told from what is there. ``compared`` says whether a store still holds it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, func, insert, select

from accordingto.model import NotKept, UsageError
from accordingto.store.packing import digest
from accordingto.store.reviews import now
from accordingto.store.schema.claims import control, estimates, events, statements
from accordingto.store.schema.named import places
from accordingto.store.schema.records import readings, reports, runs
from accordingto.store.schema.releasing import release_reports, releases
from accordingto.store.schema.reviewing import reviews, standing_reviews
from accordingto.store.schema.stories import stories
from accordingto.store.schema.travel import matters, relations

Hashes = tuple[str, str, str | None]
"""Of a report's text, of its record, and of what was read from it."""
_COUNTED = (statements, events, estimates, control, places, stories, matters, relations, reviews)
_CHUNK = 1000


@dataclass(frozen=True, slots=True)
class Released:
    """A snapshot."""

    name: str
    id: str
    at: str
    by: str
    note: str | None
    sha256: str
    record: Mapping[str, Any]
    """Version, runs, counts, decisions, audits, the hash over all reports, and what changed since the one before."""


@dataclass(frozen=True, slots=True)
class Changes:
    """How what a store holds differs from what it held: ids of reports."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]
    """Cleaned or read otherwise."""

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


def release(
    connection: Connection, name: str, *, by: str, version: str, audits: list[dict[str, Any]], note: str | None = None
) -> Released:
    """Make a snapshot.

    Args:
        connection: a transaction that writes.
        name: under which it is cited.
        by: who makes it.
        version: of the program.
        audits: what samples say of the records, in plain values.
        note: what it is for.

    Raises:
        UsageError: where there is one of this name, or the store holds nothing.
    """
    if not name.strip():
        raise UsageError("a release needs a name")
    if connection.scalar(select(releases.c.key).where(releases.c.digest == digest(name))) is not None:
        raise UsageError(f"the release {name} was made already, and never changes; give this one another name")
    held = dict(_held(connection))
    if not held:
        raise UsageError("there is nothing to release: the store holds no reports")
    before = _last(connection)
    record = _record(connection, held, before, version, audits)
    ident = "release-" + sha256(json.dumps([record["reports_sha256"], record["decisions"]]).encode()).hexdigest()[:20]
    if connection.scalar(select(releases.c.key).where(releases.c.id == ident)) is not None:
        ident = "release-" + sha256(f"{ident}|{name}".encode()).hexdigest()[:20]
    text = json.dumps(record, sort_keys=True, ensure_ascii=False)
    values = {"id": ident, "digest": digest(name), "name": name, "at": now(), "by": by, "note": note}
    made = connection.execute(
        insert(releases).values(**values, record=text, sha256=sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    )
    _keep(connection, made.inserted_primary_key[0], held)  # type: ignore[index]
    return found(connection, name)


def _keep(connection: Connection, key: int, held: Mapping[str, Hashes]) -> None:
    names = ("text_sha256", "record_sha256", "reading_sha256")
    rows = [
        {"release_key": key, "report": report, **dict(zip(names, own, strict=True))} for report, own in held.items()
    ]
    for at in range(0, len(rows), _CHUNK):
        connection.execute(insert(release_reports), rows[at : at + _CHUNK])


def _held(connection: Connection) -> Iterator[tuple[str, Hashes]]:
    query = (
        select(reports.c.id, reports.c.text_sha256, reports.c.record_sha256, readings.c.record_sha256.label("reading"))
        .outerjoin(readings, readings.c.report_key == reports.c.key)
        .order_by(reports.c.id)
    )
    for row in connection.execute(query):
        yield row.id, (row.text_sha256, row.record_sha256, row.reading)


def _record(
    connection: Connection, held: Mapping[str, Hashes], before: str | None, version: str, audits: list[dict[str, Any]]
) -> dict[str, Any]:
    lines = "".join(f"{report} {' '.join(part or '-' for part in own)}\n" for report, own in sorted(held.items()))
    counts = {table.name: connection.scalar(select(func.count()).select_from(table)) for table in _COUNTED}
    decided = select(reviews.c.decision, func.count()).join(
        standing_reviews, standing_reviews.c.review_key == reviews.c.key
    )
    used = select(runs).where(runs.c.key.in_(select(readings.c.run_key))).order_by(runs.c.key)
    changes = _changes(dict(_of(connection, before)), held) if before else None
    return {
        "version": version,
        "reports": len(held),
        "counts": counts,
        "runs": [
            {name: value for name, value in row._mapping.items() if name != "key"} for row in connection.execute(used)
        ],
        "decisions": {row[0]: row[1] for row in connection.execute(decided.group_by(reviews.c.decision))},
        "audits": audits,
        "reports_sha256": sha256(lines.encode()).hexdigest(),
        "since": {"release": before, **_told(changes)} if changes is not None else None,
    }


def _told(changes: Changes) -> dict[str, Any]:
    return {name: list(getattr(changes, name)) for name in ("added", "removed", "changed")}


def _changes(was: Mapping[str, Hashes], is_now: Mapping[str, Hashes]) -> Changes:
    return Changes(
        tuple(sorted(set(is_now) - set(was))),
        tuple(sorted(set(was) - set(is_now))),
        tuple(sorted(report for report, own in is_now.items() if report in was and was[report] != own)),
    )


def _last(connection: Connection) -> str | None:
    name: str | None = connection.scalar(select(releases.c.name).order_by(releases.c.key.desc()).limit(1))
    return name


def _of(connection: Connection, name: str) -> Iterator[tuple[str, Hashes]]:
    query = select(release_reports).join(releases, releases.c.key == release_reports.c.release_key)
    for row in connection.execute(query.where(releases.c.digest == digest(name))):
        yield row.report, (row.text_sha256, row.record_sha256, row.reading_sha256)


def compared(connection: Connection, name: str) -> Changes:
    """How what the store holds now differs from a snapshot.

    Raises:
        NotKept: where there is none.
    """
    found(connection, name)
    return _changes(dict(_of(connection, name)), dict(_held(connection)))


def found(connection: Connection, name: str) -> Released:
    """A snapshot by its name or id.

    Raises:
        NotKept: where there is none.
    """
    query = select(releases).where((releases.c.digest == digest(name)) | (releases.c.id == name))
    row = connection.execute(query).first()
    if row is None:
        raise NotKept(f"there is no release {name} in this store; accordingto release lists those there are")
    return _released(row)


def listed(connection: Connection) -> list[Released]:
    """All snapshots, the oldest first."""
    return [_released(row) for row in connection.execute(select(releases).order_by(releases.c.key))]


def _released(row: Any) -> Released:
    return Released(row.name, row.id, row.at, row.by, row.note, row.sha256, json.loads(row.record))
