"""Reports of a story side by side: what each says of the same matters, and what one took from another, with every edit marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from sqlalchemy import Connection

from accordingto.compare.accounts import Account, Bare
from accordingto.export.copied_view import copied
from accordingto.export.story_rows import Row, merged_marks, passage_row
from accordingto.export.travel_view import RANK
from accordingto.model import Lineage, LineageKind, RelationKind
from accordingto.pipeline.wording import one_line
from accordingto.store.contradicting import Sought, contradictions
from accordingto.store.fetch import reports_of
from accordingto.store.opposed import Contradiction
from accordingto.store.storygroups import matters_of, tellings_of
from accordingto.store.storyparts import most_against
from accordingto.store.travel import edges_between
from accordingto.web.pages.story_sections import Told, shown

MOST_SIDES = 4
"""Reports that a screen holds beside each other."""
MOST_PAIRS, MOST_MATTERS, MOST_PASSAGES = 300, 30, 12
"""Pairs of statements that are gone through, matters and copied passages that are shown."""
ALL_MATTERS = 1_000


def sides(told: Told, chosen: Sequence[str]) -> Row:
    """Some reports side by side; where none are chosen, which two contradict each other most."""
    if len(chosen) < 2:
        return {"chosen": list(chosen), "suggested": list(most_against(told.connection, told.key) or ())}
    order = sorted(dict.fromkeys(chosen), key=lambda report: told.by_id[report].number)
    pairs = [shown(told, one) for one in _pairs(told, order)]
    rows = sorted(_matters(told, order, pairs), key=lambda row: row["rank"])
    return {
        "chosen": order,
        "suggested": [],
        "matters": rows[:MOST_MATTERS],
        "more_matters": max(0, len(rows) - MOST_MATTERS),
        "copies": [_copy(told, edge) for edge in edges_between(told.connection, told.key, order)],
    }


def _pairs(told: Told, order: Sequence[str]) -> list[Contradiction]:
    sought = Sought(kinds=tuple(RelationKind), limit=MOST_PAIRS, reports=tuple(order), story_key=told.key)
    return contradictions(told.connection, sought)


def _matters(told: Told, order: Sequence[str], pairs: Sequence[Row]) -> list[Row]:
    """What at least two of the reports tell of, those that differ most first."""
    matters = {one.key: one for one in matters_of(told.connection, told.key, limit=ALL_MATTERS)}
    tellings = tellings_of(told.connection, list(matters), only=order)
    made = []
    for key, held in tellings.items():
        if len({one.report for one in held}) < 2:
            continue
        said = {one.statement for one in held}
        between = [row for row in pairs if row["a"]["statement"] in said and row["b"]["statement"] in said]
        rows = [told.telling(one) for one in held]
        made.append(
            {
                "id": matters[key].id,
                "label": matters[key].label,
                "found": [_found(row) for row in between if row["headings"]],
                "sides": [_side(told, report, rows, between) for report in order],
                "rank": min((RANK.index(RelationKind(row["kind"])) for row in between), default=len(RANK)),
            }
        )
    return made


def _found(row: Row) -> Row:
    return {
        "kind": row["kind"],
        "headings": row["headings"],
        "a": {name: row["a"][name] for name in ("report", "number", "statement")},
        "b": {name: row["b"][name] for name in ("report", "number", "statement")},
    }


def _side(told: Told, report: str, rows: Sequence[Row], between: Sequence[Row]) -> Row:
    """What a report says of the matter: the whole sentence where it was compared, else the words."""
    own = sorted((row for row in rows if row["report"] == report), key=lambda row: row["spans"])
    ends = [end for row in between for end in (row["a"], row["b"]) if end["report"] == report]
    held = []
    for row in own:
        sentences = [end for end in ends if end["statement"] == row["statement"]]
        widest = max(sentences, key=lambda end: len(end["text"]), default=None)
        text, start = (widest["text"], widest["start"]) if widest else (row["text"], None)
        held.append({**row, "text": text, "start": start, "marks": merged_marks(text, start, sentences)})
    member = told.by_id[report]
    return {
        "report": report,
        "number": member.number,
        "outlet": one_line(member.outlet),
        "statements": held,
    }


def _copy(told: Told, edge: Lineage) -> Row:
    """What one took from another, passage by passage."""
    accounts = _accounts(told.connection, (edge.source, edge.target))
    found = [] if edge.kind is not LineageKind.COPIES else list(islice(copied(edge, accounts), MOST_PASSAGES + 1))
    return {
        "from": edge.source,
        "to": edge.target,
        "numbers": [told.by_id[edge.source].number, told.by_id[edge.target].number],
        "kind": edge.kind.value,
        "ordered": edge.ordered,
        "share": edge.share,
        "edits": len(edge.edits),
        "passages": [passage_row(one) for one in found[:MOST_PASSAGES]],
        "more": len(found) > MOST_PASSAGES,
    }


def _accounts(connection: Connection, reports: Sequence[str]) -> Mapping[str, Account]:
    return {one.id: Bare(one) for one in reports_of(connection, reports)}
