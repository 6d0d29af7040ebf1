"""How reports travelled as plain dictionaries: the records, and for every passage its words beside its spans.

Offsets are code points of each report's archived text. The fields stand in `accordingto.export.schema_travel`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from accordingto.compare.accounts import outlet_of, sentence_of
from accordingto.compare.travel import Travel
from accordingto.export.deciding import group_decisions
from accordingto.export.quotes_json import group_rows
from accordingto.model import (
    Difference,
    Edit,
    Lineage,
    Matter,
    Mismatch,
    Occasion,
    Passage,
    Relation,
    Span,
    Spans,
    Statement,
    text_of,
)
from accordingto.model.travel import Story
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import chain_text, encodable, iso_of

Row = dict[str, Any]


def render(row: Row) -> str:
    """A document as text that ends with a line end."""
    return encodable(json.dumps(row, ensure_ascii=False, indent=1)) + "\n"


def story_row(story: Story, *, changed: bool = False) -> Row:
    """A story, without what was found in it."""
    return {
        "id": story.id,
        "title": story.title,
        "first": story.first,
        "last": story.last,
        "reports": list(story.reports),
        "places": list(story.places),
        "actors": list(story.actors),
        "changed": changed,
    }


def travel_row(travel: Travel, readings: Sequence[Reading], *, story: Row | None = None) -> Row:
    """All that was found between some reports, as one document.

    Args:
        travel: what was found.
        readings: of its reports, at least.
        story: the story that they are, where they are one of a store.
    """
    rows = Rows(readings)
    return {
        "type": "travel",
        "story": story,
        "reports": [rows.report(report) for report in travel.reports],
        "lineage": [rows.edge(edge) for edge in travel.lineage],
        "matters": [rows.matter(matter) for matter in travel.matters],
        "quotes": group_rows(travel.quotes, readings),
        "relations": [rows.relation(found) for found in travel.relations],
        "mismatches": [rows.mismatch(found) for found in travel.mismatches],
    }


def comparison_row(travel: Travel, readings: Sequence[Reading]) -> Row:
    """Reports side by side, as one document: what each took from another, and their statements in pairs."""
    rows = Rows(readings)
    return {
        "type": "comparison",
        "reports": [rows.report(report) for report in travel.reports],
        "lineage": [rows.edge(edge) for edge in travel.lineage],
        "pairs": [rows.pair(found) for found in travel.relations],
        "mismatches": [rows.mismatch(found) for found in travel.mismatches],
        "quotes": group_rows([group for group in travel.quotes if len(group.reports) > 1], readings),
    }


class Rows:
    """The rows of what was found between some readings."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = {reading.report.id: reading for reading in readings}
        self._homes: dict[str, Statement] = {}
        for reading in self._readings.values():
            for statement in reading.statements:
                self._homes.setdefault(statement.id, statement)

    def report(self, report: str) -> Row:
        """A report in brief."""
        reading = self._readings[report]
        return {
            "id": report,
            "outlet": outlet_of(reading),
            "title": reading.report.title.value if reading.report.title else None,
            "published": iso_of(reading.report.published),
            "url": reading.report.url.value if reading.report.url else None,
            "where": reading.where,
            "text_sha256": reading.report.text_sha256,
        }

    def statement(self, statement: str) -> Row:
        """A statement in brief; of reports of one text the first."""
        found = self._homes[statement]
        return {"id": statement, **self._passage(found.report, found.content)}

    def said(self, statement: str, differing: Iterable[Spans] = ()) -> Row:
        """A statement with the sentence around it, and according to whom."""
        found = self._homes[statement]
        report = self._readings[found.report].report
        parts = tuple(sorted({*found.content, *(span for spans in differing for span in spans)}))
        return {
            **self.statement(statement),
            "chain_text": chain_text(found),
            "sentence": self._passage(found.report, (sentence_of(report, parts),)),
        }

    def matter(self, matter: Matter) -> Row:
        """A matter with its statements and occasions."""
        return {
            "id": matter.id,
            "label": matter.label,
            "reports": list(matter.reports),
            "statements": [self.statement(statement) for statement in matter.statements],
            "occasions": [self.occasion(occasion) for occasion in matter.occasions],
            "origins": {"at_least": matter.origins[0], "at_most": matter.origins[1]},
            "echoes": list(matter.echoes),
            "decided": group_decisions(matter.decided),
        }

    def occasion(self, occasion: Occasion) -> Row:
        """Where words were first said."""
        return {
            "id": occasion.id,
            "kind": occasion.kind,
            "description": occasion.description,
            "date": occasion.date,
            "carried_by": list(occasion.carried_by),
            "evidence": [self.passage(passage) for passage in occasion.evidence],
        }

    def edge(self, edge: Lineage) -> Row:
        """What a report took from another."""
        return {
            "from": edge.source,
            "to": edge.target,
            "known": edge.known,
            "kind": edge.kind.value,
            "ordered": edge.ordered,
            "about": edge.about,
            "share": edge.share,
            "target_share": edge.target_share,
            "edits": [self._edit(edit, edge.target, edge.source) for edit in edge.edits],
            "score": edge.score,
            "by": edge.by,
            "evidence": [self.passage(passage) for passage in edge.evidence],
        }

    def _edit(self, edit: Edit, a: str, b: str) -> Row:
        return {"kind": edit.kind.value, "a": self._words(a, edit.a), "b": self._words(b, edit.b)}

    def _words(self, report: str, span: Span | None) -> Row | None:
        return None if span is None else self._passage(report, (span,))

    def relation(self, found: Relation) -> Row:
        """Two statements compared."""
        return {
            "a": found.a,
            "b": found.b,
            "kind": found.kind.value,
            "score": found.score,
            "by": found.by,
            "differences": [self.difference(one) for one in found.differences],
        }

    def pair(self, found: Relation) -> Row:
        """Two statements compared, with their sentences and voices."""
        return {
            **self.relation(found),
            "a": self.said(found.a, (d.a.spans for d in found.differences)),
            "b": self.said(found.b, (d.b.spans for d in found.differences)),
        }

    def mismatch(self, found: Mismatch) -> Row:
        """A statement held against what its named source says."""
        return {
            "statement": self.said(found.statement),
            "source_statement": self.said(found.source_statement),
            "named": self.passage(found.named),
            "differences": [self.difference(one) for one in found.differences],
            "score": found.score,
            "by": found.by,
        }

    def difference(self, one: Difference) -> Row:
        """The words on both sides of a slot."""
        return {
            "slot": one.slot.value,
            "a": {"value": one.a_value, **self.passage(one.a)},
            "b": {"value": one.b_value, **self.passage(one.b)},
        }

    def passage(self, passage: Passage) -> Row:
        """Words of a report."""
        return self._passage(passage.report, passage.spans)

    def _passage(self, report: str, spans: Spans) -> Row:
        words = text_of(self._readings[report].report.text, spans)
        return {"report": report, "text": words, "spans": [[span.start, span.end] for span in spans]}
