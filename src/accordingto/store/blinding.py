"""Who sees whose decisions, and what becomes of assignments when a report is coded.

Whoever has a blind assignment on a report sees no decision of anybody else on its text until everybody who is to code it in that batch
has said that it is coded. Whoever has none sees all.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection

from sqlalchemy import Connection, select, update

from accordingto.model.review import Duty, State
from accordingto.store.schema.records import reports
from accordingto.store.schema.reviewing import assignments
from accordingto.store.syncing import parted

Seen = Callable[[str], bool]
"""Tells of who decided whether the viewer may see it."""


def visible(connection: Connection, text_sha256: str, viewer: str | None) -> Seen:
    """Whose decisions on a text somebody may see.

    Args:
        connection: a transaction.
        text_sha256: the text.
        viewer: who looks; everything is visible to nobody in particular.
    """
    if viewer is None or not blind(connection, [text_sha256], viewer):
        return lambda by: True  # noqa: ARG005
    return lambda by: by == viewer


def blind(connection: Connection, texts: Collection[str], viewer: str) -> set[str]:
    """Those of some texts that somebody codes blind, and that not all who code them are done with."""
    mine, other = assignments.alias(), assignments.alias()
    query = (
        select(reports.c.text_sha256)
        .select_from(mine)
        .join(reports, reports.c.key == mine.c.report_key)
        .join(other, (other.c.batch == mine.c.batch) & (other.c.report_key == mine.c.report_key))
        .where(
            mine.c.coder == viewer,
            *(side.c.kind == Duty.CODE for side in (mine, other)),
            mine.c.blind,
            mine.c.state != State.WITHDRAWN,
            other.c.state == State.OPEN,
        )
    )
    found: set[str] = set()
    for part in parted(sorted(texts)):
        found |= set(connection.scalars(query.where(reports.c.text_sha256.in_(part))))
    return found


def finished(connection: Connection, text_sha256: str, coder: str, layers: Collection[str], *, at: str) -> None:
    """Note that somebody has coded layers of a text: assignments on no others are done."""
    held = select(assignments.c.key, assignments.c.layers).join(reports, reports.c.key == assignments.c.report_key)
    query = held.where(
        reports.c.text_sha256 == text_sha256, assignments.c.coder == coder, assignments.c.state == State.OPEN
    )
    keys = [row.key for row in connection.execute(query) if set(json.loads(row.layers)) <= set(layers)]
    if keys:
        done = update(assignments).where(assignments.c.key.in_(keys))
        connection.execute(done.values(state=State.DONE.value, done_at=at))


def reopened(connection: Connection, text_sha256: str, coder: str, layers: Collection[str], *, at: str) -> None:
    """Note that somebody has taken back that a text is coded: assignments are open again but those on layers that still are."""
    here = select(reports.c.key).where(reports.c.text_sha256 == text_sha256)
    again = update(assignments).where(
        assignments.c.report_key.in_(here), assignments.c.coder == coder, assignments.c.state == State.DONE
    )
    connection.execute(again.values(state=State.OPEN.value, done_at=None))
    finished(connection, text_sha256, coder, layers, at=at)
