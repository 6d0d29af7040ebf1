"""Putting a report into the store: everything of it in one transaction, and only what is new."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from accordingto.model import Report, Run
from accordingto.model.protocols import Checkpoint, Entry, Kept, Outcome
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import encodable, iso_of, value_of
from accordingto.store import hooks
from accordingto.store.captures import write_capture
from accordingto.store.editions import EXTRACTION, Standing, standing, succeed
from accordingto.store.fetch import old_reading
from accordingto.store.forgetting import refuse
from accordingto.store.packing import Packed, digest
from accordingto.store.project import PROJECTION, block_rows, listed, project
from accordingto.store.records import pack_actor, pack_reading, pack_report
from accordingto.store.schema.keeping import case_reports, cases, checkpoints, failures
from accordingto.store.schema.named import actors, report_actors
from accordingto.store.schema.records import blocks, readings, report_captures, reports, runs
from accordingto.store.writer import ensure, insert_new, insert_rows, write_projection

# Statements are built once: building one takes longer than running it.
_REPORT = select(reports.c.key, reports.c.record_sha256).where(reports.c.id == bindparam("id"))
_RUN = select(readings.c.run_key).where(readings.c.report_key == bindparam("report"))
_ACTORS = select(actors.c.digest, actors.c.key).where(actors.c.digest.in_(bindparam("digests", expanding=True)))
_FAILURES = delete(failures).where(failures.c.digest.in_(bindparam("digests", expanding=True)))


@dataclass(slots=True)
class Seen:
    """The capture under which a report is put."""

    capture: int
    sighting: int
    new: bool
    sighting_new: bool


def put(connection: Connection, entry: Entry) -> Outcome:
    """Keep an entry; see `accordingto.store.store.Store.put`."""
    refuse(connection, entry.capture, entry.report)
    seen = _capture(connection, entry)
    held = connection.execute(_REPORT, {"id": entry.report.id}).first()
    if held is None:
        key, found = _new(connection, entry.report, seen)
        kept, previous = _kind(found)
        _cases(connection, key, entry)
        _read(connection, key, entry, new=True)
    else:
        key, previous = held.key, None
        cased = _cases(connection, key, entry)
        changed = _again(connection, key, held.record_sha256, entry, seen)
        kept = Kept.REREAD if changed else Kept.SEEN if seen.new or seen.sighting_new else Kept.KNOWN
        if cased:
            hooks.cased(connection, key)
    _beside(connection, key, entry, seen)
    return Outcome(kept, entry.report.id, previous, seen.new, seen.sighting_new)


def _kind(found: Standing) -> tuple[Kept, str | None]:
    for kind, (_, ident) in found.previous.items():
        return (Kept.EXTRACTION if kind == EXTRACTION else Kept.EDITION), ident
    return Kept.NEW, None


def _capture(connection: Connection, entry: Entry) -> Seen:
    container = write_capture(connection, entry.container)[0] if entry.container else None
    return Seen(*write_capture(connection, entry.capture, container))


def _new(connection: Connection, report: Report, seen: Seen) -> tuple[int, Standing]:
    found = standing(connection, report, seen.capture)
    packed = pack_report(report)
    values = {**_values(report, packed, seen), "id": report.id, "work_key": found.work, "edition": found.edition}
    result = connection.execute(insert(reports).values(values))
    key = int(result.inserted_primary_key[0])  # type: ignore[index]
    _blocks(connection, key, report)
    succeed(connection, key, found)
    return key, found


def _again(connection: Connection, key: int, record_sha256: str, entry: Entry, seen: Seen) -> bool:
    """A report that is there. Its record is that of the capture that gave it first, unless another run reads it anew."""
    if entry.reading is None:
        return False
    run = _run(connection, entry.reading.run)
    if connection.scalar(_RUN, {"report": key}) == run:
        return False
    packed = pack_report(entry.report)
    changed = packed.sha256 != record_sha256
    if not changed:
        return _read(connection, key, entry, new=False)
    before = old_reading(connection, key)
    connection.execute(update(reports).where(reports.c.key == key).values(_values(entry.report, packed, seen)))
    connection.execute(delete(blocks).where(blocks.c.report_key == key))
    _blocks(connection, key, entry.report)
    return _read(connection, key, entry, new=False, before=before) or changed


def _values(report: Report, packed: Packed, seen: Seen) -> dict[str, Any]:
    return {
        "capture_key": seen.capture,
        "sighting_key": seen.sighting,
        **report_values(report),
        "record": packed.data,
        "record_sha256": packed.sha256,
    }


def report_values(report: Report) -> dict[str, Any]:
    """The columns of a report that say what its record says."""
    text = encodable(report.text).replace("\x00", "\ufffd")
    return {
        "text": text,
        "text_exact": None if text == report.text else report.text.encode("utf-8", "surrogatepass"),
        "text_sha256": report.text_sha256,
        "extraction": report.extraction,
        **_field("title", report.title),
        **_field("outlet", report.outlet),
        **_field("url", report.url),
        "published": iso_of(report.published),
        "published_from": report.published.read_from if report.published else None,
        "published_day": report.published.value.date if report.published else None,
        "updated": iso_of(report.updated),
        "updated_from": report.updated.read_from if report.updated else None,
        "authors": listed(author.value for author in report.authors) or "[]",
        **_field("place", report.place),
        "language": value_of(report.language),
        "direction": report.direction,
        "flags": listed(report.flags) or "[]",
    }


def _field(name: str, field: Any) -> dict[str, Any]:
    return {name: value_of(field), f"{name}_from": field.read_from if field else None}


def _blocks(connection: Connection, key: int, report: Report) -> None:
    insert_rows(connection, blocks, block_rows(key, report))


def _read(connection: Connection, key: int, entry: Entry, *, new: bool, before: Reading | None = None) -> bool:
    """Write a reading and the rows made of it; gives whether any of them changed. ``before`` is given where the report changed."""
    changed_report = before is not None
    if entry.reading is None:
        hooks.write(connection, key, None, entry.given)
        return False
    reading = _whole(entry)
    run = _run(connection, reading.run)
    found = dict(pack_actor(actor) for actor in reading.actors)
    packed = pack_reading(reading, found)
    held = None if new else connection.execute(select(readings).where(readings.c.report_key == key)).first()
    values = {"run_key": run, "projection": PROJECTION, "record": packed.data, "record_sha256": packed.sha256}
    if held is not None and (held.record_sha256, held.projection) == (packed.sha256, PROJECTION) and before is None:
        connection.execute(update(readings).where(readings.c.report_key == key).values(run_key=run))
        return False
    if held is None:
        insert_rows(connection, readings, [{"report_key": key, "place": reading.where, **values}])
    else:
        before = before or old_reading(connection, key)
        connection.execute(update(readings).where(readings.c.report_key == key).values(place=reading.where, **values))
    _actors(connection, key, reading, found, new=held is None)
    plain = packed.plain and all(actor.plain for actor in found.values())
    old = project(before) if before else None
    changed = write_projection(connection, key, project(reading), old, plain=plain)
    if new:
        hooks.write(connection, key, reading, entry.given)
    elif changed or changed_report:  # what indexes hold of a report depends on its date and outlet too
        hooks.again(connection, key, reading, entry.given)
    return changed


def _whole(entry: Entry) -> Reading:
    """The reading, of the entry's report."""
    given = entry.reading
    assert given is not None
    if isinstance(given, Reading):
        return given
    names = ("statements", "run", "mentions", "entities", "where", "notes", "events", "estimates", "control")
    held = {name: getattr(given, name) for name in (*names, "places", "times", "actors")}
    return Reading(report=entry.report, **held)


def _run(connection: Connection, run: Run) -> int:
    return ensure(connection, runs, {"id": run.id, **asdict(run)}, unique="id")[0]


def _actors(connection: Connection, key: int, reading: Reading, found: dict[str, Packed], *, new: bool) -> None:
    if not new:
        connection.execute(delete(report_actors).where(report_actors.c.report_key == key))
    if not found:
        return
    held = {row.digest: row.key for row in connection.execute(_ACTORS, {"digests": list(found)})}
    if len(held) < len(found):
        rows = [
            {
                "digest": name,
                "id": actor.id,
                "name": actor.name,
                "kind": actor.kind.value,
                "country": actor.country,
                "reference": actor.reference,
                "origin": actor.origin,
                "record": packed.data,
            }
            for (name, packed), actor in zip(found.items(), dict.fromkeys(reading.actors), strict=True)
            if name not in held
        ]
        rows.sort(key=lambda row: str(row["digest"]))  # in one order, so that two writers cannot wait for each other
        insert_new(connection, actors, rows)
        held = {row.digest: row.key for row in connection.execute(_ACTORS, {"digests": list(found)})}
    insert_rows(connection, report_actors, [{"report_key": key, "actor_key": held[name]} for name in found])


def _cases(connection: Connection, key: int, entry: Entry) -> bool:
    """Put a report into its cases; gives whether it was not in all of them."""
    found = False
    for name in entry.cases:
        case, _ = ensure(connection, cases, {"digest": digest(name), "name": name}, unique="digest")
        values = {"case_key": case, "report_key": key}
        found |= insert_new(connection, case_reports, [values])
    return found


def _beside(connection: Connection, key: int, entry: Entry, seen: Seen) -> None:
    """What stands beside the records: which captures gave it, that it no longer fails, how far the source is."""
    values = {"report_key": key, "capture_key": seen.capture, "sighting_key": seen.sighting}
    insert_new(connection, report_captures, [values])
    places = [digest(sighting.where) for sighting in entry.capture.sightings]
    connection.execute(_FAILURES, {"digests": places})
    hooks.saw(connection, key, entry.given)
    if entry.checkpoint:
        reach(connection, entry.checkpoint)


def reach(connection: Connection, checkpoint: Checkpoint) -> None:
    """Set a checkpoint."""
    values = {"digest": digest(checkpoint.source), **asdict(checkpoint)}
    key, new = ensure(connection, checkpoints, values, unique="digest")
    if not new:
        connection.execute(
            update(checkpoints)
            .where(checkpoints.c.key == key)
            .values(position=checkpoint.position, done=checkpoint.done)
        )
