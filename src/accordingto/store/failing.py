"""What could not be read."""

from __future__ import annotations

from sqlalchemy import Connection, update

from accordingto.model.protocols import Unread
from accordingto.store.captures import write_capture
from accordingto.store.forgetting import forgotten
from accordingto.store.packing import digest
from accordingto.store.put import reach
from accordingto.store.schema.keeping import failures
from accordingto.store.writer import ensure


def fail(connection: Connection, unread: Unread) -> None:
    """Keep what could not be read and why; the last reason stands."""
    container = write_capture(connection, unread.container)[0] if unread.container else None
    kept = unread.capture if unread.capture and not forgotten(connection, unread.capture.sha256) else None
    capture = write_capture(connection, kept, container)[0] if kept else None
    values = {
        "digest": digest(unread.where),
        "place": unread.where,
        "error": type(unread.error).__name__,
        "message": str(unread.error),
        "capture_key": capture,
        "at": unread.at,
    }
    key, new = ensure(connection, failures, values, unique="digest")
    if not new:
        connection.execute(update(failures).where(failures.c.key == key).values(values))
    if unread.checkpoint:
        reach(connection, unread.checkpoint)
