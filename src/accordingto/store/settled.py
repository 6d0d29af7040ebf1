"""Whether taking bytes in again would change anything: asked of each capture before it is cleaned, so that a rerun is quick."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, and_, bindparam, case, func, or_, select

from accordingto.model import Capture, Sighting
from accordingto.store.packing import digest
from accordingto.store.schema.keeping import case_reports, cases
from accordingto.store.schema.records import captures, readings, report_captures, reports, sightings

GIVEN = "given"
"""Where a value was read that whoever added the report gave."""

# Both statements are built once: they are asked of every capture of a source, most of which are new.
_KNOWN = select(captures.c.key).where(captures.c.id == bindparam("capture"))
_OUTLET = case((reports.c.outlet_from == GIVEN, reports.c.outlet), else_=None)
_GAVE = (
    select(reports.c.key, reports.c.id, readings.c.report_key.label("read"))
    .join(report_captures, report_captures.c.report_key == reports.c.key)
    .join(sightings, sightings.c.capture_key == report_captures.c.capture_key)
    .outerjoin(readings, readings.c.report_key == reports.c.key)
    .where(
        report_captures.c.capture_key == bindparam("key"),
        sightings.c.digest == bindparam("sighting"),
        or_(
            bindparam("outlet") == _OUTLET,
            and_(_OUTLET.is_(None), bindparam("outlet", type_=reports.c.outlet.type).is_(None)),
        ),
        or_(reports.c.url_from.is_(None), reports.c.url_from != "capture", reports.c.url == bindparam("url")),
    )
    .order_by(reports.c.key.desc())
    .limit(1)
)
"""The last report that these bytes gave, seen there, with the same outlet given from outside or with none."""


def settled(
    connection: Connection, capture: Capture, *, outlet: str | None, wanted: Sequence[str], read: bool
) -> str | None:
    """See `accordingto.model.protocols.Keeper.settled`; ``wanted`` are the names of collections."""
    key = connection.scalar(_KNOWN, {"capture": capture.id})
    if key is None:
        return None
    seen = capture.sightings[-1] if capture.sightings else Sighting(capture.id)
    sighting = digest(seen.where, seen.at, capture.url)
    asked = {"key": key, "sighting": sighting, "outlet": outlet, "url": capture.url or ""}
    found: Any = connection.execute(_GAVE, asked).first()
    if found is None or (read and found.read is None):
        return None
    return str(found.id) if _inside(connection, found.key, wanted) else None


def _inside(connection: Connection, report: int, wanted: Sequence[str]) -> bool:
    if not wanted:
        return True
    held = (
        select(func.count())
        .select_from(case_reports.join(cases, cases.c.key == case_reports.c.case_key))
        .where(case_reports.c.report_key == report, cases.c.digest.in_([digest(name) for name in wanted]))
    )
    return connection.scalar(held) == len(set(wanted))
