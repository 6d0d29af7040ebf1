"""Who is to decide on which report: batches of assignments, and the decisions that are made in them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, select, update

from accordingto.model import UsageError
from accordingto.model.review import LAYERS, Assignment, Duty, State
from accordingto.store.reviews import LONGEST_NAME, now
from accordingto.store.schema.records import readings, reports
from accordingto.store.schema.reviewing import assignments
from accordingto.store.syncing import parted
from accordingto.store.writer import insert_new


@dataclass(frozen=True, slots=True)
class Assigning:
    """What is to be assigned."""

    batch: str
    reports: tuple[str, ...]
    coders: tuple[str, ...]
    each: int = 2
    """How many of the coders are given each report, in turn."""
    duty: Duty = Duty.CODE
    blind: bool = True
    layers: tuple[str, ...] = tuple(LAYERS)


def assign(connection: Connection, asked: Assigning, *, by: str) -> int:
    """Assign reports to coders; what is assigned already stays as it is.

    Returns:
        How many assignments are new.

    Raises:
        UsageError: where there is no such report or layer, one is not read, or there are fewer coders than are needed.
    """
    _check(asked)
    keys = _keys(connection, asked.reports)
    at, many = now(), len(asked.coders)
    rows = [
        {
            "batch": asked.batch,
            "report_key": key,
            "coder": asked.coders[(number * asked.each + place) % many],
            "kind": asked.duty.value,
            "blind": asked.blind and asked.duty is Duty.CODE,
            "layers": json.dumps(list(asked.layers)),
            "state": State.OPEN.value,
            "by": by,
            "at": at,
        }
        for number, key in enumerate(keys)
        for place in range(asked.each)
    ]
    return sum(insert_new(connection, assignments, [row]) for row in rows)


def withdraw(connection: Connection, batch: str, *, coder: str | None = None, report: str | None = None) -> int:
    """Take assignments of a batch back that are not done; gives how many."""
    here = [assignments.c.batch == batch, assignments.c.state == State.OPEN]
    if coder is not None:
        here.append(assignments.c.coder == coder)
    if report is not None:
        here.append(assignments.c.report_key.in_(select(reports.c.key).where(reports.c.id == report)))
    gone = update(assignments).where(*here).values(state=State.WITHDRAWN.value)
    return connection.execute(gone).rowcount


def listed(
    connection: Connection,
    *,
    batch: str | None = None,
    coder: str | None = None,
    state: State | None = None,
    after: int = 0,
    limit: int | None = None,
) -> list[Assignment]:
    """Assignments in the order in which they were made.

    Args:
        connection: a transaction.
        batch: only of this one.
        coder: only theirs.
        state: only those in it.
        after: key of the last one that was listed.
        limit: how many at most.
    """
    query = _asked().where(assignments.c.key > after).order_by(assignments.c.key).limit(limit)
    for column, wanted in ((assignments.c.batch, batch), (assignments.c.coder, coder), (assignments.c.state, state)):
        if wanted is not None:
            query = query.where(column == wanted)
    return [_assignment(row) for row in connection.execute(query)]


def together(connection: Connection, batch: str) -> Iterator[tuple[str, tuple[Assignment, ...]]]:
    """The reports of a batch that all their coders have coded, each with their assignments, in the order of assigning."""
    found: dict[str, list[Assignment]] = {}
    for one in listed(connection, batch=batch):
        if one.duty is Duty.CODE and one.state is not State.WITHDRAWN:
            found.setdefault(one.report, []).append(one)
    for report, held in found.items():
        if all(one.state is State.DONE for one in held):
            yield report, tuple(held)


def _check(asked: Assigning) -> None:
    if not asked.batch.strip() or len(asked.batch) > LONGEST_NAME:
        raise UsageError(f"a batch needs a name of at most {LONGEST_NAME} characters")
    if not asked.reports or not asked.coders:
        raise UsageError("name at least one report and one coder")
    if not all(name.strip() and len(name) <= LONGEST_NAME for name in asked.coders):
        raise UsageError(f"a coder needs a name of at most {LONGEST_NAME} characters")
    if len(set(asked.coders)) < len(asked.coders) or not 1 <= asked.each <= len(asked.coders):
        raise UsageError(f"{asked.each} different coders a report are needed, and {len(set(asked.coders))} are named")
    if unknown := [name for name in asked.layers if name not in LAYERS]:
        raise UsageError(f"records of {unknown[0]} cannot be reviewed; those of {', '.join(LAYERS)} can")


def _keys(connection: Connection, wanted: Sequence[str]) -> list[int]:
    """Keys of read reports, in the order given."""
    found: dict[str, int] = {}
    for part in parted(list(wanted)):
        held = select(reports.c.id, reports.c.key).join(readings, readings.c.report_key == reports.c.key)
        found |= {row.id: row.key for row in connection.execute(held.where(reports.c.id.in_(part)))}
    if missing := [name for name in wanted if name not in found]:
        raise UsageError(
            f"there is no report {missing[0]} in this store, or it is not read; accordingto reports lists them"
        )
    return [found[name] for name in dict.fromkeys(wanted)]


def _asked() -> Select[Any]:
    return select(assignments, reports.c.id.label("report")).join(reports, reports.c.key == assignments.c.report_key)


def _assignment(row: Any) -> Assignment:
    return Assignment(
        row.key,
        row.batch,
        row.report,
        row.coder,
        Duty(row.kind),
        row.blind,
        tuple(json.loads(row.layers)),
        State(row.state),
        row.by,
        row.at,
        row.done_at,
    )
