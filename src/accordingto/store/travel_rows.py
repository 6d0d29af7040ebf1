"""From what was found between the reports of a story to the rows of its tables: pure functions, so that rows can be compared and rechecked.

Statements are named as pairs (report, statement): reports of one text share the ids of their statements.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from accordingto.compare.accounts import outlet_of, sentences_of
from accordingto.compare.outlets import outlet_key
from accordingto.compare.travel import Travel
from accordingto.model import (
    Difference,
    EditKind,
    Lineage,
    Matter,
    Mismatch,
    Occasion,
    Passage,
    QuoteGroup,
    Relation,
    RelationKind,
    Span,
    Spans,
    Statement,
    Variant,
    hull,
    text_of,
)
from accordingto.model.review import GroupReview
from accordingto.pipeline.reading import Reading
from accordingto.store.project import Values, listed, pairs

VERSION = 1
"""Version of what this module makes; raised when rows come out differently, so that they are made anew."""
Said = tuple[str, str]
"""Ids of a report and of a statement in it."""


@dataclass(frozen=True, slots=True)
class TravelRow:
    """A row with the rows that belong to it alone; reports and statements are named by id, `key_names` says in which columns."""

    values: Values
    parts: Mapping[str, list[Values]] = field(default_factory=dict)


class Told:
    """The readings of a story, and what is looked up in them for every row."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.readings = {reading.report.id: reading for reading in readings}
        self._sentences: dict[str, list[Span]] = {}

    @cached_property
    def homes(self) -> dict[str, list[str]]:
        """The reports that have a statement of an id, in the order given."""
        found: dict[str, list[str]] = {}
        for report, reading in self.readings.items():
            for statement in reading.statements:
                found.setdefault(statement.id, []).append(report)
        return found

    def said(self, statement: str) -> Said:
        """A statement in the first report that has it."""
        return self.homes[statement][0], statement

    def statement(self, said: Said) -> Statement:
        """The record of a statement."""
        return self.readings[said[0]].by_id[said[1]]

    def words(self, report: str, parts: Spans) -> str:
        """The words of a report at some spans."""
        return text_of(self.readings[report].report.text, parts)

    def sentence(self, said: Said, differing: Iterable[Spans] = ()) -> Span:
        """The sentences around a statement and what differs in it."""
        report = said[0]
        if report not in self._sentences:
            self._sentences[report] = sentences_of(self.readings[report].report)
        whole = hull((*self.statement(said).content, *(span for parts in differing for span in parts)))
        touched = [sentence for sentence in self._sentences[report] if sentence.overlaps(whole)]
        return hull((whole, *touched))

    def outlets(self, reports: Iterable[str]) -> int:
        """Of how many outlets some reports are."""
        return len({outlet_key(outlet_of(self.readings[report])) for report in reports})


def travel_values(travel: Travel, told: Told, attached: int) -> Values:
    """The counts of a story."""
    return {
        "version": VERSION,
        "reports": len(travel.reports),
        "attached": attached,
        "outlets": told.outlets(travel.reports),
        **group_counts(travel),
        "contradictions": sum(found.kind is RelationKind.CONTRADICTS for found in travel.relations),
        "mismatches": len(travel.mismatches),
    }


def group_counts(travel: Travel) -> Values:
    """How many matters and quotations of several reports a story has."""
    return {"matters": len(travel.matters), "quotes": sum(len(group.reports) > 1 for group in travel.quotes)}


def lineage_row(edge: Lineage, told: Told) -> TravelRow:
    """An edge with what shows it."""
    kinds = [edit.kind for edit in edge.edits]
    values = {
        "report_key": edge.source,
        "kind": edge.kind.value,
        "target_key": edge.target if edge.known else None,
        "target": edge.target,
        "known": edge.known,
        "about": edge.about,
        "ordered": edge.ordered,
        "share": edge.share,
        "target_share": edge.target_share,
        "substitutions": kinds.count(EditKind.SUBSTITUTION),
        "cuts": kinds.count(EditKind.CUT),
        "insertions": kinds.count(EditKind.INSERTION),
        **_made(edge),
    }
    return TravelRow(values, {"lineage_evidence": [_passage(passage, told) for passage in edge.evidence]})


def _passage(passage: Passage, told: Told) -> Values:
    return {"report": passage.report, "spans": pairs(passage.spans), "words": told.words(passage.report, passage.spans)}


def quote_row(group: QuoteGroup, told: Told) -> TravelRow:
    """An utterance with its wordings."""
    first = group.variants[0]
    values = {
        "id": group.id,
        "words": told.words(first.report, first.pieces),
        "speakers": listed(group.speakers) or "[]",
        "variants": len(group.variants),
        "reports": len(group.reports),
        **_made(group),
        "decided": _decided(group.decided),
    }
    return TravelRow(values, {"quote_variants": [_variant(variant, told) for variant in group.variants]})


def decided_rows(reviews: Sequence[GroupReview]) -> list[Values]:
    """People's decisions on a group, without the members that went: their number."""
    return [
        {
            "key": one.key,
            "action": one.action,
            "ids": list(one.ids),
            "members": len(one.members),
            "target": one.target,
            "by": one.by,
            "at": one.at,
            "role": one.role.value if one.role else None,
            "note": one.note,
        }
        for one in reviews
    ]


def _decided(reviews: Sequence[GroupReview]) -> str | None:
    return json.dumps(decided_rows(reviews), ensure_ascii=False) if reviews else None


def _variant(variant: Variant, told: Told) -> Values:
    return {
        "report_key": variant.report,
        "statement_key": (variant.report, variant.statement) if variant.statement else None,
        "speaker": variant.speaker,
        "spans": pairs(variant.pieces),
        "words": told.words(variant.report, variant.pieces),
        "edits": len(variant.edits),
    }


def members(matter: Matter, told: Told) -> list[Said]:
    """The statements of a matter, each in every report of the matter that has it."""
    reports = set(matter.reports)
    return [(report, one) for one in matter.statements for report in told.homes.get(one, ()) if report in reports]


def matter_row(matter: Matter, told: Told) -> TravelRow:
    """A matter with its statements and occasions."""
    said, echoes = members(matter, told), set(matter.echoes)
    values = {
        "id": matter.id,
        "label": matter.label,
        "statements": len(said),
        "reports": len(matter.reports),
        "outlets": told.outlets(matter.reports),
        "at_least": matter.origins[0],
        "at_most": matter.origins[1],
        "echoes": len(matter.echoes),
        "decided": _decided(matter.decided),
    }
    parts = {
        "matter_statements": [{"statement_key": one, "echo": one[0] in echoes} for one in said],
        "occasions": [_occasion(occasion, told) for occasion in matter.occasions],
    }
    return TravelRow(values, parts)


def _occasion(occasion: Occasion, told: Told) -> Values:
    shown = [
        {"report": p.report, "spans": [[s.start, s.end] for s in p.spans], "text": told.words(p.report, p.spans)}
        for p in occasion.evidence
    ]
    return {
        "id": occasion.id,
        "kind": occasion.kind,
        "description": occasion.description,
        "date": occasion.date,
        "carried_by": listed(occasion.carried_by) or "[]",
        "evidence": json.dumps(shown, ensure_ascii=False),
    }


def relation_row(found: Relation, told: Told, matter: int | None) -> TravelRow:
    """Two statements compared, with the slots in which they differ."""
    a, b = told.said(found.a), told.said(found.b)
    values = {
        "matter_key": matter,
        "a_key": a,
        "b_key": b,
        "kind": found.kind.value,
        **_sentences(a, b, found.differences, told),
        **_made(found),
    }
    return TravelRow(values, {"differences": [_difference(one, told) for one in found.differences]})


def mismatch_row(found: Mismatch, told: Told) -> TravelRow:
    """A statement held against what its named source says."""
    source, said = told.said(found.source_statement), told.said(found.statement)
    values = {
        "statement_key": said,
        "source_key": source,
        "named": told.words(found.named.report, found.named.spans),
        "named_spans": pairs(found.named.spans),
        **_sentences(source, said, found.differences, told),
        **_made(found),
    }
    return TravelRow(values, {"mismatch_differences": [_difference(one, told) for one in found.differences]})


def _sentences(a: Said, b: Said, differences: Sequence[Difference], told: Told) -> Values:
    one = told.sentence(a, (d.a.spans for d in differences if d.a.report == a[0]))
    other = told.sentence(b, (d.b.spans for d in differences if d.b.report == b[0]))
    return {"a_start": one.start, "a_end": one.end, "b_start": other.start, "b_end": other.end}


def _difference(one: Difference, told: Told) -> Values:
    return {
        "slot": one.slot.value,
        "a_value": one.a_value,
        "b_value": one.b_value,
        "a_spans": pairs(one.a.spans),
        "b_spans": pairs(one.b.spans),
        "a_words": told.words(one.a.report, one.a.spans),
        "b_words": told.words(one.b.report, one.b.spans),
    }


def _made(record: Lineage | QuoteGroup | Relation | Mismatch) -> Values:
    return {"score": float(record.score), "by": record.by}
