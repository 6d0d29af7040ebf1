"""A trace as one JSON object: the records, and for every passage its words beside its spans."""

from __future__ import annotations

from collections.abc import Sequence

from accordingto.compare.branches import Branch
from accordingto.compare.trace import Trace
from accordingto.export import travel_json
from accordingto.export.travel_json import Row, Rows
from accordingto.pipeline.reading import Reading


def render(trace: Trace, readings: Sequence[Reading]) -> str:
    """The object as text that ends with a line end."""
    return travel_json.render(trace_row(trace, readings))


def trace_row(trace: Trace, readings: Sequence[Reading]) -> Row:
    """The object as a plain dictionary; offsets are code points of each report's archived text."""
    rows = Rows(readings)
    return {
        "type": "trace",
        "claim": trace.claim,
        "summary": trace.summary,
        "reports": [rows.report(report) for report in (*trace.matter.reports, *trace.without)],
        "without": list(trace.without),
        "matter": rows.matter(trace.matter),
        "tree": [branch_row(branch) for branch in trace.tree],
        "lineage": [rows.edge(edge) for edge in trace.lineage],
        "relations": [rows.relation(relation) for relation in trace.relations],
        "others": [rows.relation(relation) for relation in trace.others],
    }


def branch_row(branch: Branch) -> Row:
    """A line of the tree."""
    return {
        "kind": branch.kind,
        "depth": branch.depth,
        "label": branch.label,
        "how": branch.how or None,
        "taken_from": branch.taken_from,
        "occasion": branch.occasion,
        "report": branch.report,
        "statement": branch.statement,
        "statements": list(branch.statements),
        "against": branch.against,
    }
