"""People's decisions on groups: which actors, quotes and matters are one, and which members of one are another.

As with records, a decision is never refused because of another one and never written over. One on a group of which somebody else decided
something after what was seen is a conflict: both are kept, and it is reported.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Select, insert, select

from accordingto.compare.grouped import MERGE, SPLIT
from accordingto.model import UsageError, content_id
from accordingto.model.people import Role
from accordingto.model.review import GroupDecision, GroupKind, GroupReview
from accordingto.store.reviews import LONGEST_NAME, LONGEST_NOTE, lock, now
from accordingto.store.schema.claims import statements
from accordingto.store.schema.named import actors, entities
from accordingto.store.schema.records import reports
from accordingto.store.schema.reviewing import group_reviews
from accordingto.store.schema.travel import group_ledger, matters, quote_groups
from accordingto.store.standing import standing
from accordingto.store.syncing import parted

COMMENT, UNDO = "comment", "undo"
MOST = 1000
"""Groups or members of one decision."""


def decide(connection: Connection, asked: GroupDecision) -> tuple[int, tuple[GroupReview, ...]]:
    """Keep a decision on groups.

    Returns:
        Its key, and the decisions of others on the same groups that stand and were not seen.

    Raises:
        UsageError: where it is not whole, or there is no such group or member.
    """
    _check(asked)
    lock(connection, "groups", asked.kind)
    _there(connection, asked)
    touched = set(asked.ids)
    later = [
        one
        for one in of_kind(connection, asked.kind)
        if one.standing and one.by != asked.by and one.key > (asked.saw or 0) and one.action in (MERGE, SPLIT)
    ]
    clashes = tuple(one for one in later if touched & {*one.ids, one.target} and not _same(one, asked))
    values = {
        "kind": asked.kind.value,
        "decision": asked.action,
        "ids": json.dumps(_ids(asked)),
        "members": json.dumps(sorted(set(asked.members))) if asked.members else None,
        "target": _target(asked),
        "by": asked.by,
        "at": now(),
        "role": asked.role.value if asked.role else None,
        "note": asked.note,
        "saw": asked.saw,
        "conflicts": max((one.key for one in clashes), default=None),
    }
    made = connection.execute(insert(group_reviews).values(**values))
    return int(made.inserted_primary_key[0]), clashes  # type: ignore[index]


def undo(connection: Connection, key: int, *, by: str, role: Role | None = None, note: str | None = None) -> int:
    """Take a decision on groups back.

    Raises:
        UsageError: where there is no such decision of this person, or it does not stand.
    """
    row = connection.execute(select(group_reviews).where(group_reviews.c.key == key)).first()
    if row is None or row.by != by:
        raise UsageError(f"there is no decision {key} of {by} on groups; only one's own are undone")
    lock(connection, "groups", row.kind)
    if not any(one.key == key and one.standing for one in of_kind(connection, GroupKind(row.kind))):
        raise UsageError(f"decision {key} on groups does not stand any more: it was undone")
    values = {
        "kind": row.kind,
        "decision": UNDO,
        "ids": row.ids,
        "by": by,
        "at": now(),
        "note": note,
        "supersedes": key,
    }
    made = connection.execute(insert(group_reviews).values(**values, role=role.value if role else None))
    return int(made.inserted_primary_key[0])  # type: ignore[index]


def of_kind(connection: Connection, kind: GroupKind | None = None) -> list[GroupReview]:
    """All decisions on groups of a kind, the oldest first, those that were undone too."""
    query: Select[Any] = select(group_reviews).order_by(group_reviews.c.key)
    rows = connection.execute(query.where(group_reviews.c.kind == kind) if kind else query).all()
    stands = standing(rows, lambda row: None)  # noqa: ARG005
    return [_review(row, row.key in stands) for row in rows]


def _review(row: Any, stands: bool) -> GroupReview:
    return GroupReview(
        row.key,
        row.decision,
        GroupKind(row.kind),
        tuple(json.loads(row.ids)),
        row.by,
        row.at,
        Role(row.role) if row.role else None,
        tuple(json.loads(row.members)) if row.members else (),
        row.target,
        row.note,
        row.supersedes,
        row.saw,
        row.conflicts,
        stands,
    )


def _check(asked: GroupDecision) -> None:
    if not asked.by.strip() or len(asked.by) > LONGEST_NAME:
        raise UsageError(f"a decision needs the name of whoever decides, of at most {LONGEST_NAME} characters")
    if asked.role is Role.READER:
        raise UsageError("a reader does not decide; it takes the role of coder, adjudicator or admin")
    if len(asked.note or "") > LONGEST_NOTE or max(len(asked.ids), len(asked.members)) > MOST:
        raise UsageError(f"a note has at most {LONGEST_NOTE:,} characters, and a decision at most {MOST:,} ids")
    if asked.action not in (MERGE, SPLIT, COMMENT):
        raise UsageError(f"{asked.action} is no decision on groups; merge, split and comment are")
    if asked.action == MERGE and len(set(asked.ids)) < 2:
        raise UsageError(f"to merge, name two {asked.kind} at least")
    if asked.action == SPLIT and (len(asked.ids) != 1 or not asked.members):
        raise UsageError(f"to split, name one of the {asked.kind}, and the members that go")
    if asked.action != SPLIT and asked.members:
        raise UsageError("only a split names members")


def _there(connection: Connection, asked: GroupDecision) -> None:
    """Check that groups and members are there.

    Raises:
        UsageError: where one is not, or persons outside the registry would be tied together across reports.
    """
    if asked.kind is GroupKind.ACTORS:
        _actors(connection, asked)
    elif missing := sorted({*asked.ids} - _groups(connection, asked.kind, asked.ids)):
        raise UsageError(f"there is no {asked.kind.value[:-1]} {missing[0]} in this store")
    elif missing := sorted({*asked.members} - _found(connection, statements.c.id, asked.members)):
        raise UsageError(f"there is no statement {missing[0]} in this store; the members of a split are statements")


def _groups(connection: Connection, kind: GroupKind, ids: Sequence[str]) -> set[str]:
    """Those of some ids that mean a group, or did, or that people merged into another or split off."""
    table = matters if kind is GroupKind.MATTERS else quote_groups
    named = {ident for one in of_kind(connection, kind) for ident in (*one.ids, one.target or "")}
    return _found(connection, table.c.id, ids) | _found(connection, group_ledger.c.id, ids) | named & {*ids}


def _actors(connection: Connection, asked: GroupDecision) -> None:
    known = _found(connection, actors.c.id, asked.ids)
    local = sorted({*asked.ids, *asked.members} - known)
    query = select(entities.c.id, reports.c.text_sha256).join(reports, reports.c.key == entities.c.report_key)
    held = connection.execute(query.where(entities.c.id.in_(local))).all()
    if missing := sorted(set(local) - {row.id for row in held}):
        raise UsageError(f"there is no actor or entity {missing[0]} in this store")
    if asked.action == MERGE and not known and len({row.text_sha256 for row in held}) > 1:
        raise UsageError(
            "persons and groups outside the registry stay local to their report; add the actor to your registry with "
            "accordingto actors add, and merge them with it"
        )


def _found(connection: Connection, column: Any, ids: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for part in parted(sorted(set(ids))):
        found |= set(connection.scalars(select(column).where(column.in_(part))))
    return found


def _ids(asked: GroupDecision) -> list[str]:
    return sorted(set(asked.ids))


def _target(asked: GroupDecision) -> str | None:
    """Of a merger the group that is named first; of a split a new id, which follows from who goes. Entities are local again."""
    if asked.action == MERGE:
        return asked.ids[0]
    if asked.action == SPLIT and asked.kind is not GroupKind.ACTORS:
        return content_id(asked.kind.value[:-1], asked.ids[0], extra=["split", *sorted(set(asked.members))])
    return None


def _same(one: GroupReview, asked: GroupDecision) -> bool:
    return (one.action, sorted(one.ids), sorted(one.members)) == (asked.action, _ids(asked), sorted(set(asked.members)))
