"""Who passed a statement on: the reports that tell of its matter, each with what it took from another and the words that it changed."""

from __future__ import annotations

from collections.abc import Sequence

from accordingto.export.pairs import merged
from accordingto.export.story_rows import Row, edge_rows, member_row
from accordingto.export.trace_view import changed_words
from accordingto.store.storygroups import Telling, matter_of, matters_with, tellings_of
from accordingto.web.pages.story_sections import Told

MOST = 40
"""Reports on the way; the page of the matter has all."""


def passed_on(told: Told, ident: str) -> list[Row]:
    """In the order of publication: each report's words, what of them the statement has not, and whom the report took from."""
    tellings = _tellings(told, ident)
    mine = next((one for one in tellings if one.statement == ident), None)
    if mine is None:
        return []
    closest = _closest(told, tellings, mine)
    inside = {one.report for one in closest}
    edges = [one for one in told.edges() if one.report in inside]
    rows = edge_rows(edges, [member_row(one) for one in told.members])
    return [_step(told, one, mine, [row for row in rows if row["from"] == one.report]) for one in closest[:MOST]]


def _tellings(told: Told, ident: str) -> list[Telling]:
    matters = [matter_of(told.connection, one) for one in matters_with(told.connection, ident, told.key)]
    found = tellings_of(told.connection, [one.key for one in matters if one])
    held = [one for part in found.values() for one in part]
    return [one for one in held if one.report in told.by_id]


def _closest(told: Told, tellings: Sequence[Telling], mine: Telling) -> list[Telling]:
    """Of each report the statement itself, else the first that is no headline; in the order of publication."""
    best: dict[str, Telling] = {}
    for one in sorted(tellings, key=lambda one: (one.statement != mine.statement, one.headline, one.spans)):
        best.setdefault(one.report, one)
    return sorted(best.values(), key=lambda one: told.by_id[one.report].number)


def _step(told: Told, one: Telling, mine: Telling, edges: Sequence[Row]) -> Row:
    row = told.telling(one)
    here = one.statement == mine.statement
    _, changed = changed_words(told.telling(mine)["text"], row["text"]) if not here else ((), ())
    return {
        **row,
        "here": here,
        "marks": [[span.start, span.end] for span in merged(tuple(changed))],
        "took": [{"to": edge["to"], "known": edge["known"], "how": edge["how"]} for edge in edges],
    }
