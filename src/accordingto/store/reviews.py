"""People's decisions on records: how each is checked, kept, told from what others decided meanwhile, and taken back.

A decision is never refused because of another one, and never written over. Whoever decides says which decision on the same selector they
had before them (``saw``); one of somebody else that came later and says something else is a **conflict**: both are kept, the later names
the other, and it is reported. Rows of ``reviews`` are only ever added; ``standing_reviews`` tells which of them stand.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select, text

from accordingto.model import Spans, UsageError, check_spans
from accordingto.model.people import Role
from accordingto.model.review import (
    AFFIRMING,
    DECIDING,
    LAYERS,
    REPORT,
    Action,
    Decided,
    Decision,
    Record,
    Review,
    selected,
    spans_in,
)
from accordingto.model.spans import spans as spans_from
from accordingto.store import blinding, leases, reviewed
from accordingto.store.codec import decode, encode
from accordingto.store.disputing import says
from accordingto.store.project import pairs
from accordingto.store.schema.reviewing import reviews, standing_reviews
from accordingto.store.standing import standing

LONGEST_NAME = 200
"""Characters of the name of a person: PostgreSQL's indexes hold words of some 2,700 bytes."""
LONGEST_NOTE = 20_000
"""Characters of a note."""
MOST_SPANS = 200
"""Parts of one record; the longest discontinuous content that was ever read has some dozen."""


def now() -> str:
    """Now, ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def decide(connection: Connection, asked: Decision) -> Decided:
    """Keep a decision.

    Args:
        connection: a transaction that writes.
        asked: the decision.

    Raises:
        UsageError: where there is no such text or record, or the decision is not whole.
        EvidenceError: where a span lies outside the text.
    """
    _check(asked)
    lock(connection, asked.text_sha256)
    check_spans((*asked.spans, *spans_in(asked.value)), reviewed.text_of(connection, asked.text_sha256))
    rows = on(connection, *_selector(asked))
    value = _value(connection, asked, rows)
    seen = blinding.visible(connection, asked.text_sha256, asked.by)
    clashes = _unseen(asked, value, [review for review in rows if seen(review.by)])
    own = [row.key for row in rows if row.by == asked.by and row.standing and _replaces(asked.action, row)]
    key = _insert(connection, asked, value, supersedes=own[-1] if own else None, conflicts=clashes)
    _settle(connection, asked.text_sha256, asked.layer, asked.spans)
    if asked.action in DECIDING:
        leases.release(connection, asked.text_sha256, asked.layer, _written(asked.spans), holder=asked.by)
    if asked.action is Action.CODED:
        blinding.finished(connection, asked.text_sha256, asked.by, asked.layers or tuple(LAYERS), at=now())
    return Decided(key, clashes)


def undo(connection: Connection, key: int, *, by: str, role: Role | None = None, note: str | None = None) -> Decided:
    """Take a decision back: what stood before it stands again. Both stay in the history.

    Raises:
        UsageError: where there is no such decision of this person, or it does not stand.
    """
    row = connection.execute(select(reviews).where(reviews.c.key == key)).first()
    if row is None or row.by != by:
        raise UsageError(f"there is no decision {key} of {by}; only one's own are undone, others are decided anew")
    lock(connection, row.text_sha256)
    if connection.scalar(select(standing_reviews.c.review_key).where(standing_reviews.c.review_key == key)) is None:
        raise UsageError(f"decision {key} does not stand any more: it was undone, or a later one took its place")
    spans = _spans(row.spans)
    taken = Decision(Action.UNDO, row.text_sha256, row.layer, spans, by, role, note=note, batch=row.batch)
    made = _insert(connection, taken, None, supersedes=key, conflicts=(), record=row.record)
    _settle(connection, row.text_sha256, row.layer, spans)
    if row.decision == Action.CODED:
        held = [one for one in on(connection, row.text_sha256, REPORT, ()) if one.standing and one.by == by]
        left = {layer for one in held if one.action == Action.CODED for layer in one.layers or LAYERS}
        blinding.reopened(connection, row.text_sha256, by, left, at=now())
    return Decided(made)


def of_text(connection: Connection, text_sha256: str, *, viewer: str | None = None) -> list[Review]:
    """All decisions on a text that somebody may see, the oldest first, those that do not stand too.

    Args:
        connection: a transaction.
        text_sha256: the text.
        viewer: who looks; whoever codes blind sees only their own until all have said that the report is coded.
    """
    seen = blinding.visible(connection, text_sha256, viewer)
    rows = connection.execute(asked_reviews().where(reviews.c.text_sha256 == text_sha256).order_by(reviews.c.key))
    return [review_of(row) for row in rows if seen(row.by)]


def on(connection: Connection, text_sha256: str, layer: str, spans: Spans) -> list[Review]:
    """All decisions on a selector, the oldest first."""
    query = asked_reviews().where(reviews.c.text_sha256 == text_sha256, reviews.c.layer == layer)
    rows = connection.execute(query.where(reviews.c.spans == _written(spans)).order_by(reviews.c.key))
    return [review_of(row) for row in rows]


def asked_reviews() -> Select[Any]:
    """What `review_of` needs of a decision."""
    stands = standing_reviews.c.review_key.is_not(None).label("standing")
    return select(reviews, stands).outerjoin(standing_reviews, standing_reviews.c.review_key == reviews.c.key)


def review_of(row: Any) -> Review:
    """The decision of a row of `asked_reviews`."""
    held = json.loads(row.value) if row.value else None
    coded = row.decision == Action.CODED
    return Review(
        key=row.key,
        action=row.decision,
        text_sha256=row.text_sha256,
        layer=row.layer,
        spans=_spans(row.spans),
        by=row.by,
        at=row.at,
        role=Role(row.role) if row.role else None,
        value=decode(LAYERS[row.layer], held) if held and not coded else None,
        note=row.note,
        layers=tuple(held) if held and coded else (),
        record=row.record,
        supersedes=row.supersedes,
        saw=row.saw,
        conflicts=row.conflicts,
        batch=row.batch,
        standing=bool(row.standing),
    )


def lock(connection: Connection, *what: str) -> None:
    """Have decisions on one text wait for each other, so that none is kept without the one before it being seen.

    SQLite has one writer at a time anyway.
    """
    if connection.dialect.name == "postgresql":
        asked = text("SELECT pg_advisory_xact_lock(hashtextextended(:what, 6))")
        connection.execute(asked, {"what": "\x1f".join(what)})


def _unseen(asked: Decision, value: Record | None, others: Sequence[Review]) -> tuple[Review, ...]:
    """Decisions of others that stand, were made after what was seen, and say something else."""
    if asked.action not in DECIDING:
        return ()
    own = says(asked.action, value)
    later = [
        one for one in others if one.by != asked.by and one.standing and one.decides and one.key > (asked.saw or 0)
    ]
    return tuple(one for one in later if says(one.action, one.value) != own)


def _replaces(action: Action, row: Review) -> bool:
    """Whether a decision takes the place of an earlier one of the same person."""
    return (action in DECIDING and row.decides) or (action is Action.CODED and row.action == Action.CODED)


def _value(connection: Connection, asked: Decision, rows: Sequence[Review]) -> Record | None:
    """What the decision is about: as it is given, or of one that is accepted as it stands.

    Raises:
        UsageError: where there is no record to decide on, or there is one where one is to be added.
    """
    if asked.action not in DECIDING:
        return None
    there = reviewed.id_at(connection, *_selector(asked))
    if asked.action is Action.ADD:
        if there is not None:
            raise UsageError(f"there is a record of {asked.layer} at {pairs(asked.spans)} already; correct it")
        return asked.value
    affirmed = [one.value for one in rows if one.standing and one.affirms]
    if there is None and not affirmed:
        raise UsageError(f"there is no record of {asked.layer} at {pairs(asked.spans)} of this text; add it")
    if asked.action is Action.ACCEPT and asked.value is None:
        return reviewed.record_at(connection, *_selector(asked)) if there is not None else affirmed[-1]
    return asked.value


def _selector(asked: Decision) -> tuple[str, str, Spans]:
    return asked.text_sha256, asked.layer, asked.spans


def _check(asked: Decision) -> None:
    """Check that a decision is whole.

    Raises:
        UsageError: where it is not; says what is missing.
    """
    if not asked.by.strip() or len(asked.by) > LONGEST_NAME:
        raise UsageError(f"a decision needs the name of whoever decides, of at most {LONGEST_NAME} characters")
    if len(asked.note or "") > LONGEST_NOTE:
        raise UsageError(f"a note has at most {LONGEST_NOTE:,} characters")
    if asked.role is Role.READER:
        raise UsageError("a reader does not decide; it takes the role of coder, adjudicator or admin")
    whole = asked.action is Action.CODED or (asked.action is Action.COMMENT and asked.layer == REPORT)
    if asked.action is Action.UNDO:
        raise UsageError("to undo, name the decision that is taken back")
    if whole != (asked.layer == REPORT) or whole == bool(asked.spans):
        raise UsageError(
            f"{asked.action} needs a layer ({', '.join(LAYERS)}) and spans; only a report is coded, without"
        )
    if not whole and asked.layer not in LAYERS:
        raise UsageError(f"records of {asked.layer} cannot be reviewed; those of {', '.join(LAYERS)} can")
    _check_value(asked)


def _check_value(asked: Decision) -> None:
    if len(asked.spans) > MOST_SPANS:
        raise UsageError(f"a record has at most {MOST_SPANS} parts")
    if unknown := [name for name in asked.layers if name not in LAYERS]:
        raise UsageError(f"records of {unknown[0]} cannot be reviewed; those of {', '.join(LAYERS)} can")
    needed = asked.action in (Action.CORRECT, Action.ADD)
    if (asked.value is None) == needed and asked.action is not Action.ACCEPT:
        raise UsageError(f"{asked.action} {'needs a' if asked.value is None else 'takes no'} record")
    if asked.value is not None and not isinstance(asked.value, LAYERS[asked.layer]):
        raise UsageError(f"a {type(asked.value).__name__} is no record of {asked.layer}")
    if asked.action is Action.ADD and asked.value is not None and selected(asked.value) != asked.spans:
        raise UsageError("what is added is told by its own spans")


def _insert(
    connection: Connection,
    asked: Decision,
    value: Record | None,
    *,
    supersedes: int | None,
    conflicts: Sequence[Review],
    record: str | None = None,
) -> int:
    held: Any = encode(value) if value is not None and asked.action in AFFIRMING else None
    if asked.action is Action.CODED:
        held = list(asked.layers or LAYERS)
    if record is None:
        record = reviewed.id_at(connection, *_selector(asked)) or (value.id if value is not None else None)
    values = {
        "text_sha256": asked.text_sha256,
        "layer": asked.layer,
        "spans": _written(asked.spans),
        "decision": asked.action.value,
        "by": asked.by,
        "at": now(),
        "note": asked.note,
        "supersedes": supersedes,
        "value": json.dumps(held) if held is not None else None,
        "record": record,
        "role": asked.role.value if asked.role else None,
        "batch": asked.batch,
        "saw": asked.saw,
        "conflicts": max((one.key for one in conflicts), default=None),
    }
    made = connection.execute(insert(reviews).values(**values))
    return int(made.inserted_primary_key[0])  # type: ignore[index]


def _settle(connection: Connection, text_sha256: str, layer: str, spans: Spans) -> None:
    """Bring what tells which decisions on a selector stand up to the decisions."""
    here = (reviews.c.text_sha256 == text_sha256, reviews.c.layer == layer, reviews.c.spans == _written(spans))
    rows = connection.execute(
        select(reviews.c.key, reviews.c.decision, reviews.c.by, reviews.c.supersedes).where(*here)
    ).all()
    wanted, keys = standing(rows), [row.key for row in rows]
    held = set(connection.scalars(select(standing_reviews.c.review_key).where(standing_reviews.c.review_key.in_(keys))))
    if gone := held - wanted:
        connection.execute(delete(standing_reviews).where(standing_reviews.c.review_key.in_(gone)))
    if new := sorted(wanted - held):
        connection.execute(insert(standing_reviews), [{"review_key": key} for key in new])


def _written(spans: Spans) -> str:
    return pairs(spans) or "[]"


def _spans(written: str) -> Spans:
    held = json.loads(written)
    return tuple(span for pair in held for span in spans_from([pair]))
