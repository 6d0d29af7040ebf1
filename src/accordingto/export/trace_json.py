"""A trace as one JSON object: the records, and for every passage its words beside its spans."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from accordingto.compare.accounts import outlet_of
from accordingto.compare.branches import Branch
from accordingto.compare.trace import Trace
from accordingto.model import Difference, Lineage, Matter, Occasion, Passage, Relation, Spans, text_of
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import encodable, iso_of

Row = dict[str, Any]


def render(trace: Trace, readings: Sequence[Reading]) -> str:
    """The object as text that ends with a line end."""
    return encodable(json.dumps(trace_row(trace, readings), ensure_ascii=False, indent=1)) + "\n"


def trace_row(trace: Trace, readings: Sequence[Reading]) -> Row:
    """The object as a plain dictionary; offsets are code points of each report's archived text."""
    return _Rows(readings).trace(trace)


class _Rows:
    """The rows of one trace over its readings."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = {reading.report.id: reading for reading in readings}
        self._statements = {s.id: s for reading in readings for s in reading.statements}

    def trace(self, trace: Trace) -> Row:
        return {
            "type": "trace",
            "claim": trace.claim,
            "summary": trace.summary,
            "reports": [self._report(report) for report in (*trace.matter.reports, *trace.without)],
            "without": list(trace.without),
            "matter": self._matter(trace.matter),
            "tree": [self._branch(branch) for branch in trace.tree],
            "lineage": [self._edge(edge) for edge in trace.lineage],
            "relations": [self._relation(relation) for relation in trace.relations],
            "others": [self._relation(relation) for relation in trace.others],
        }

    def _report(self, report: str) -> Row:
        reading = self._readings[report]
        return {
            "id": report,
            "outlet": outlet_of(reading),
            "published": iso_of(reading.report.published),
            "where": reading.where,
            "text_sha256": reading.report.text_sha256,
        }

    def _matter(self, matter: Matter) -> Row:
        return {
            "id": matter.id,
            "statements": [self._statement(statement) for statement in matter.statements],
            "occasions": [self._occasion(occasion) for occasion in matter.occasions],
            "origins": {"at_least": matter.origins[0], "at_most": matter.origins[1]},
            "echoes": list(matter.echoes),
        }

    def _statement(self, statement: str) -> Row:
        found = self._statements[statement]
        return {"id": statement, **self._passage(found.report, found.content)}

    def _occasion(self, occasion: Occasion) -> Row:
        return {
            "id": occasion.id,
            "kind": occasion.kind,
            "description": occasion.description,
            "date": occasion.date,
            "carried_by": list(occasion.carried_by),
            "evidence": [self._passage_of(passage) for passage in occasion.evidence],
        }

    def _branch(self, branch: Branch) -> Row:
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

    def _edge(self, edge: Lineage) -> Row:
        return {
            "from": edge.source,
            "to": edge.target,
            "known": edge.known,
            "kind": edge.kind.value,
            "share": edge.share,
            "score": edge.score,
            "by": edge.by,
            "evidence": [self._passage_of(passage) for passage in edge.evidence],
        }

    def _relation(self, relation: Relation) -> Row:
        return {
            "a": relation.a,
            "b": relation.b,
            "kind": relation.kind.value,
            "score": relation.score,
            "by": relation.by,
            "differences": [self._difference(difference) for difference in relation.differences],
        }

    def _difference(self, difference: Difference) -> Row:
        return {
            "slot": difference.slot.value,
            "a": {"value": difference.a_value, **self._passage_of(difference.a)},
            "b": {"value": difference.b_value, **self._passage_of(difference.b)},
        }

    def _passage_of(self, passage: Passage) -> Row:
        return self._passage(passage.report, passage.spans)

    def _passage(self, report: str, spans: Spans) -> Row:
        words = text_of(self._readings[report].report.text, spans)
        return {"report": report, "text": words, "spans": [[span.start, span.end] for span in spans]}
