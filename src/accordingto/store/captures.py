"""Captures and sightings in the store."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, bindparam, select

from accordingto.model import Capture, Sighting
from accordingto.store.packing import capture_row, digest, unpack
from accordingto.store.schema.records import captures, sightings
from accordingto.store.writer import insert_new

_CAPTURE = select(captures.c.key).where(captures.c.id == bindparam("id"))
_SIGHTINGS = select(sightings.c.digest, sightings.c.key).where(
    sightings.c.capture_key == bindparam("capture"), sightings.c.digest.in_(bindparam("digests", expanding=True))
)


def write_capture(
    connection: Connection, capture: Capture, container: int | None = None
) -> tuple[int, int, bool, bool]:
    """Keep bytes and where they were seen; what is kept already stays as it is.

    Returns:
        Key of the capture, key of its sighting, whether the bytes are new, whether the sighting is.
    """
    key, new = connection.scalar(_CAPTURE, {"id": capture.id}), False
    if key is None:
        new = insert_new(connection, captures, [capture_row(capture)])
        key = connection.scalars(_CAPTURE, {"id": capture.id}).one()
    if container is None and capture.container:
        container = connection.scalar(_CAPTURE, {"id": capture.container})
    rows = [_sighting(capture, sighting, key, container) for sighting in capture.sightings or (Sighting(capture.id),)]
    rows = list({row["digest"]: row for row in rows}.values())
    known = {} if new else _known(connection, key, rows)
    fresh = [row for row in rows if row["digest"] not in known]
    if fresh:
        insert_new(connection, sightings, fresh)
        known = _known(connection, key, rows)
    return key, known[rows[0]["digest"]], new, bool(fresh)


def _known(connection: Connection, key: int, rows: list[dict[str, Any]]) -> dict[str, int]:
    """Keys of those sightings that are there. Asked by digest: a page may have been seen ten thousand times."""
    digests = [row["digest"] for row in rows]
    return {row.digest: row.key for row in connection.execute(_SIGHTINGS, {"capture": key, "digests": digests})}


def _sighting(capture: Capture, sighting: Sighting, key: int, container: int | None) -> dict[str, Any]:
    return {
        "capture_key": key,
        "digest": digest(sighting.where, sighting.at, capture.url),
        "place": sighting.where,
        "at": sighting.at,
        "url": capture.url,
        "declared_encoding": capture.declared_encoding,
        "headers": json.dumps(capture.headers) if capture.headers else None,
        "hashes": json.dumps(capture.hashes) if capture.hashes else None,
        "container_key": container,
    }


def read_capture(connection: Connection, key: int, sighting: int) -> Capture:
    """A capture with the address and headers of one of its sightings, and all its sightings, the first first.

    Raises:
        IntegrityError: where its bytes are damaged.
    """
    row = connection.execute(select(captures).where(captures.c.key == key)).one()
    asked = select(sightings).where(sightings.c.capture_key == key).order_by(sightings.c.key)
    seen = connection.execute(asked).all()
    at = next(one for one in seen if one.key == sighting)
    container = connection.scalar(select(captures.c.id).where(captures.c.key == at.container_key))
    return Capture(
        id=row.id,
        sha256=row.sha256,
        data=unpack(row.compression, row.data),
        media_type=row.media_type,
        declared_encoding=at.declared_encoding,
        url=at.url,
        sightings=tuple(Sighting(one.place, one.at) for one in seen),
        headers=_pairs(at.headers),
        container=container,
        hashes=_pairs(at.hashes),
    )


def _pairs(text: str | None) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in json.loads(text)) if text else ()
