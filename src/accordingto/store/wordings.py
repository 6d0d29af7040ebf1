"""The words that outlets have for an actor: names, the verbs that give its words, what they call what it does.

The same as `accordingto.compare.framing` counts in whole readings, out of the rows of the store and only from the reports kept last, so
that it costs the same however often an actor is named. Counts show; they judge nothing.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, exists, func, select

from accordingto.model import BlockKind, MentionKind
from accordingto.store.naming import ACTOR, SOURCE
from accordingto.store.schema.claims import event_parts, events, links, statement_actors, statements
from accordingto.store.schema.named import entities, mentions
from accordingto.store.schema.records import blocks, reports
from accordingto.store.syncing import parted

NEWEST = 500
"""Reports, statements and events, the last kept first, that are looked through for each kind of words."""
CONTEXT = 60
"""Characters on either side of an example, as in `accordingto.compare.framing`."""
_TOP = (BlockKind.HEADLINE.value, BlockKind.STANDFIRST.value)
NAME, VERB, ACT = "name", "verb", "act"


@dataclass(frozen=True, slots=True)
class Use:
    """Some words in a report."""

    outlet: str | None
    kind: str
    words: str
    means: str | None
    """Of a verb the act of the voice, of an act the type of the event."""
    report: int
    start: int
    end: int
    top: bool
    """Whether they stand in a headline or standfirst."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that an outlet uses, how often, and one place where."""

    outlet: str | None
    kind: str
    words: str
    means: str | None
    times: int
    headline: int
    report: str
    before: str
    text: str
    behind: str


def wordings(connection: Connection, ids: Sequence[str], *, most: int) -> list[Wording]:
    """The words of each outlet for an actor: by kind, the most used first, at most so many of a kind.

    Args:
        connection: to the store.
        ids: its ids, of which people may have said that they are one.
        most: how many words of a kind.
    """
    chosen: list[list[Use]] = []
    for uses in (_names(connection, ids), _verbs(connection, ids), _acts(connection, ids)):
        groups: dict[tuple[Any, ...], list[Use]] = {}
        for use in uses:
            groups.setdefault((use.outlet, use.words.lower(), use.means), []).append(use)
        ordered = sorted(groups.values(), key=lambda group: (-len(group), group[0].outlet or "", group[0].words))
        chosen += ordered[:most]
    texts = _texts(connection, {uses[0].report for uses in chosen})
    return [_worded(uses, *texts[uses[0].report]) for uses in chosen]


def _texts(connection: Connection, keys: set[int]) -> dict[int, tuple[str, str]]:
    """Id and text of reports, by key."""
    found: dict[int, tuple[str, str]] = {}
    for part in parted(sorted(keys)):
        query = select(reports.c.key, reports.c.id, reports.c.text).where(reports.c.key.in_(part))
        found |= {row.key: (row.id, row.text) for row in connection.execute(query)}
    return found


def looked_through(connection: Connection, ids: Sequence[str]) -> int:
    """In how many reports names were looked for."""
    held = select(entities.c.report_key).where(entities.c.actor.in_(ids)).distinct().limit(NEWEST)
    return int(connection.scalar(select(func.count()).select_from(held.subquery())) or 0)


def _names(connection: Connection, ids: Sequence[str]) -> Iterator[Use]:
    newest = (
        select(entities.c.report_key, entities.c.position)
        .where(entities.c.actor.in_(ids))
        .order_by(entities.c.report_key.desc())
        .limit(NEWEST)
        .subquery()
    )
    query = (
        select(
            reports.c.outlet, mentions.c.head, mentions.c.report_key, mentions.c.start, mentions.c.end, _top(mentions.c)
        )
        .join(newest, and_(newest.c.report_key == mentions.c.report_key, newest.c.position == mentions.c.entity))
        .join(reports, reports.c.key == mentions.c.report_key)
        .where(mentions.c.kind != MentionKind.PRONOUN.value)
        .order_by(mentions.c.report_key, mentions.c.start, mentions.c.end)
    )
    held: Use | None = None
    for row in connection.execute(query):
        use = Use(row.outlet, NAME, row.head, None, row.report_key, row.start, row.end, row.top)
        if (
            held and held.report == use.report and use.start <= held.end + 1
        ):  # a title and the name behind it are one naming
            held = max(held, use, key=lambda one: one.end - one.start)
            continue
        if held:
            yield held
        held = use
    if held:
        yield held


def _top(at: Any) -> Any:
    inside = and_(blocks.c.report_key == at.report_key, blocks.c.start <= at.start, blocks.c.end >= at.end)
    return exists().where(inside, blocks.c.kind.in_(_TOP)).label("top")


def _verbs(connection: Connection, ids: Sequence[str]) -> Iterator[Use]:
    """The cues of its words, each once, though they may govern several statements."""
    newest = (
        select(statement_actors.c.statement_key)
        .where(statement_actors.c.actor.in_(ids), statement_actors.c.role == SOURCE)
        .order_by(statement_actors.c.statement_key.desc())
        .limit(NEWEST)
        .subquery()
    )
    columns = (
        reports.c.outlet,
        links.c.cue,
        links.c.cue_spans,
        links.c.act,
        statements.c.report_key,
        statements.c.block,
    )
    query = (
        select(*columns)
        .select_from(newest)
        .join(links, and_(links.c.statement_key == newest.c.statement_key, links.c.actor.in_(ids)))
        .join(statements, statements.c.key == newest.c.statement_key)
        .join(reports, reports.c.key == statements.c.report_key)
        .where(links.c.cue.is_not(None), links.c.position > 0)
    )
    seen: set[tuple[int, str]] = set()
    for row in connection.execute(query):
        if (row.report_key, row.cue_spans) not in seen:
            seen.add((row.report_key, row.cue_spans))
            start, end = _hull(row.cue_spans)
            yield Use(row.outlet, VERB, row.cue, row.act, row.report_key, start, end, row.block in _TOP)


def _acts(connection: Connection, ids: Sequence[str]) -> Iterator[Use]:
    newest = (
        select(event_parts.c.event_key)
        .where(event_parts.c.actor.in_(ids), event_parts.c.role == ACTOR)
        .order_by(event_parts.c.event_key.desc())
        .limit(NEWEST)
        .subquery()
    )
    query = (
        select(
            reports.c.outlet, events.c.trigger, events.c.spans, events.c.type, events.c.report_key, statements.c.block
        )
        .select_from(newest)
        .join(events, events.c.key == newest.c.event_key)
        .join(statements, statements.c.key == events.c.statement_key)
        .join(reports, reports.c.key == events.c.report_key)
        .where(~events.c.derived)
    )
    seen: set[tuple[int, str]] = set()
    for row in connection.execute(query):
        if (row.report_key, row.spans) not in seen:
            seen.add((row.report_key, row.spans))
            start, end = _hull(row.spans)
            yield Use(row.outlet, ACT, row.trigger, row.type, row.report_key, start, end, row.block in _TOP)


def _hull(spans: str) -> tuple[int, int]:
    parts = json.loads(spans)
    return parts[0][0], parts[-1][1]


def _worded(uses: list[Use], report: str, text: str) -> Wording:
    written = Counter(" ".join(use.words.split()) for use in uses)
    words = min(written, key=lambda one: (-written[one], one))
    one = uses[0]
    before, behind = text[max(0, one.start - CONTEXT) : one.start], text[one.end : one.end + CONTEXT]
    return Wording(
        one.outlet, one.kind, words, one.means, len(uses), sum(use.top for use in uses),
        report, _cut(before, end=False), text[one.start : one.end], _cut(behind, end=True),
    )  # fmt: skip


def _cut(words: str, *, end: bool) -> str:
    """Words around others, cut at a space and within the block."""
    if end:
        inside = words.split("\n", maxsplit=1)[0]
        return inside if len(inside) < CONTEXT else inside.rsplit(" ", 1)[0] + " …"
    inside = words.rsplit("\n", maxsplit=1)[-1]
    return inside if len(inside) < CONTEXT else "… " + inside.split(" ", 1)[-1]
