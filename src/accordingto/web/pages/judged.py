"""What people decided on the statements that a page shows, said beside each: who rejected it, or what it was corrected to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from accordingto.model import Statement, text_of
from accordingto.model.review import Action, Review
from accordingto.pipeline.wording import chain_text, one_line
from accordingto.review.apply import winner
from accordingto.store.disputing import disputes
from accordingto.store.judging import on_statements, texts_of
from accordingto.web.page import Row


def judged(connection: Connection, viewer: str, shown: Row) -> Row:
    """What a page shows, with decisions in the rows of its statements: those that have ``statement`` and ``decided``.

    A corrected statement has the voices and the act that it was corrected to; where its words are shown alone, these too.

    Args:
        connection: to the store; it is asked once for all statements, and of a store without decisions only whether there are any.
        viewer: who looks; whoever codes blind sees only their own decisions.
        shown: the page; its rows are changed.
    """
    rows = list(_rows(shown))
    held = on_statements(connection, {row["statement"] for row in rows}, viewer=viewer)
    if not held:
        return shown
    texts = texts_of(connection, {one.text_sha256 for made in held.values() for one in made if _moved(one)})
    for row in rows:
        _judge(row, held.get(row["statement"], ()), texts)
    return shown


def _rows(shown: Any) -> Iterator[Row]:
    if isinstance(shown, dict):
        if shown.get("statement") and "decided" in shown and isinstance(shown["statement"], str):
            yield shown
        for one in shown.values():
            yield from _rows(one)
    elif isinstance(shown, list):
        for one in shown:
            yield from _rows(one)


def _judge(row: Row, held: Sequence[Review], texts: Mapping[str, str]) -> None:
    best = winner(held)
    if best is None:
        return
    row["decided"] = decided_row(best, disputed=bool(disputes(held)))
    value = best.value
    if best.action != Action.CORRECT or not isinstance(value, Statement):
        return
    row |= {"according": one_line(chain_text(value)) if value.voices else ""} if "according" in row else {}
    row |= {"act": value.act.value} if "act" in row else {}
    if _moved(best) and "spans" in row and "marks" not in row:
        row["text"] = one_line(text_of(texts[best.text_sha256], value.content))
        row["spans"] = [[span.start, span.end] for span in value.content]


def _moved(one: Review) -> bool:
    """Whether a correction is of other words."""
    return one.action == Action.CORRECT and isinstance(one.value, Statement) and one.value.content != one.spans


def decided_row(one: Review, *, disputed: bool) -> Row:
    """The decision that counts on a record."""
    return {
        "action": one.action,
        "by": one.by,
        "at": one.at,
        "role": one.role.value if one.role else None,
        "note": one.note,
        "disputed": disputed,
    }
