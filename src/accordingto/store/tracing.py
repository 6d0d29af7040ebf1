"""What an id that is traced stands for: the story that it is in, and the words to be sought there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import Connection, Table, select

from accordingto.compare.grouped import MERGE, SPLIT
from accordingto.model import NotKept, UsageError
from accordingto.model.review import GroupKind, GroupReview
from accordingto.store.groupings import of_kind
from accordingto.store.minting import Change
from accordingto.store.schema.claims import statements
from accordingto.store.schema.stories import stories, story_reports
from accordingto.store.schema.travel import group_ledger, matters, quote_groups

_GROUPS: dict[str, tuple[Table, str, str]] = {
    "quote": (quote_groups, "words", "quotation"),
    "matter": (matters, "label", "matter"),
}
_KINDS = {"quote_groups": GroupKind.QUOTES, "matters": GroupKind.MATTERS}
_MARKS = " \u00a0“”„«»\"‘’'"
KINDS = ("statement", *_GROUPS)
"""Starts of the ids that can be traced."""


def is_id(words: str) -> bool:
    """Whether some words are an id of something that can be traced."""
    kind, dash, rest = words.partition("-")
    return bool(dash) and kind in KINDS and rest.isalnum()


def traced(connection: Connection, ident: str) -> tuple[str, str]:
    """Id of the story, and the words.

    Raises:
        UsageError: where there is nothing of that id, or its report is in no story.
    """
    kind = ident.partition("-")[0]
    return _statement(connection, ident) if kind == "statement" else _group(connection, ident, *_GROUPS[kind])


def _statement(connection: Connection, ident: str) -> tuple[str, str]:
    query = (
        select(stories.c.id, statements.c.content)
        .select_from(statements)
        .outerjoin(story_reports, story_reports.c.report_key == statements.c.report_key)
        .outerjoin(stories, stories.c.key == story_reports.c.story_key)
        .where(statements.c.id == ident)
        .order_by(stories.c.key.is_(None), statements.c.key)
    )
    row = connection.execute(query).first()
    if row is None:
        raise NotKept(f"there is no statement {ident} in this store; accordingto search shows ids")
    if row.id is None:
        raise UsageError(f"the report of {ident} is in no story, so that there is nothing to trace it through")
    return row.id, row.content.strip(_MARKS)


def _group(connection: Connection, ident: str, table: Table, words: str, noun: str) -> tuple[str, str]:
    now = resolved(connection, table, ident)
    query = select(stories.c.id, table.c[words]).join(stories, stories.c.key == table.c.story_key)
    row = connection.execute(query.where(table.c.id == now)).first() if now else None
    if row is None:
        raise NotKept(
            f"there is no {noun} {ident} in this store any more; accordingto story STORY shows those there are"
        )
    return row[0], row[1].strip(_MARKS)


def resolved(connection: Connection, table: Table, ident: str) -> str | None:
    """The id under which a group is kept now: its own, or that of the one that it went up in; ``None`` where it has ended.

    What the program merged leads on by its ledger; what people merged to what is left of the merger, and what they split off, where that
    does not stand any more, to what it was split from.
    """
    seen: set[str] = set()
    ahead = [ident]
    reviews: list[GroupReview] | None = None
    while ahead:
        here = ahead.pop(0)
        if here in seen:
            continue
        seen.add(here)
        if connection.scalar(select(table.c.key).where(table.c.id == here)) is not None:
            return here
        reviews = of_kind(connection, _KINDS[table.name]) if reviews is None else reviews
        ahead += [*ledger_leads(connection, {here}).values(), *_decided(reviews, here)]
    return None


def _decided(reviews: Sequence[GroupReview], ident: str) -> Iterator[str]:
    """Where people's decisions lead from an id, the latest first."""
    for one in reversed(reviews):
        if one.action == MERGE and one.standing and ident in one.ids:
            yield from (other for other in (one.target, *one.ids) if other and other != ident)
        elif one.action == SPLIT and ident == one.target:
            yield one.ids[0]
        elif one.action == SPLIT and one.standing and ident in one.ids and one.target:
            yield one.target


def ledger_leads(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """Where some ids lead that the program itself has merged into others, and where those lead."""
    found: dict[str, str] = {}
    ahead = {one for one in ids if one}
    while ahead:
        merged = group_ledger.c.id.in_(sorted(ahead)) & (group_ledger.c.change == Change.MERGED.value)
        query = select(group_ledger.c.id, group_ledger.c.other).where(merged).order_by(group_ledger.c.key)
        new = {row.id: row.other for row in connection.execute(query) if row.other}
        found |= new
        ahead = set(new.values()) - found.keys()
    return found
