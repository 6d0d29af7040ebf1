"""A story as nodes: what was derived from what, matters with where they were first said, quotations, and what contradicts what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accordingto.export.addresses import Addresses
from accordingto.export.bare import Carried
from accordingto.export.csv import spans_text
from accordingto.export.deciding import made_by
from accordingto.export.exporting import Item, Journey
from accordingto.export.linked.agents import Node
from accordingto.export.trace_view import Texts
from accordingto.model import (
    Difference,
    Lineage,
    LineageKind,
    Matter,
    Mismatch,
    Occasion,
    QuoteGroup,
    Relation,
    Variant,
    content_id,
    sha256,
    text_of,
)
from accordingto.pipeline.wording import one_line

_KINDS = {
    LineageKind.COPIES: ("prov:wasQuotedFrom", "isBasedOn", ["prov:Quotation"]),
    LineageKind.CITES: ("prov:wasDerivedFrom", "citation", ["prov:Derivation"]),
    LineageKind.FOLLOWS: ("prov:wasDerivedFrom", "", ["prov:Derivation"]),
}
"""Of each kind the terms of PROV-O and schema.org, and the type of its node."""


class Journeys:
    """Makes the nodes of stories."""

    def __init__(self, addresses: Addresses, carried: Carried) -> None:
        self.addresses = addresses
        self._hidden = carried is Carried.HASHES

    def nodes(self, journey: Journey) -> Iterator[Node]:
        """The story, its lineage, matters, quotations, relations and mismatches."""
        texts, items = Texts(journey.readings), {item.reading.report.id: item for item in journey.items}
        yield self._story(journey)
        for edge in journey.travel.lineage:
            yield from self._edge(edge, texts)
        for matter in journey.travel.matters:
            yield from self._matter(matter)
        for group in journey.travel.quotes:
            yield from self._group(group, items)
        for relation in journey.travel.relations:
            yield self._pair(relation)
        for mismatch in journey.travel.mismatches:
            yield self._mismatch(mismatch)

    def _story(self, journey: Journey) -> Node:
        story = journey.story
        title = {"name": one_line(story.title)} if story.title else {}
        parts = [{"@id": self.addresses.of(report)} for report in story.reports]
        return {
            "@id": self.addresses.of(story.id),
            "@type": ["Collection", "prov:Collection"],
            **title,
            "hasPart": parts,
        }

    def _edge(self, edge: Lineage, texts: Texts) -> Iterator[Node]:
        source = self.addresses.of(edge.source)
        target = self.addresses.of(edge.target) if edge.known else self._outside(edge)
        if not edge.known:
            named = {"name": one_line(edge.target)} if edge.target else {}
            yield {"@id": target, "@type": ["CreativeWork", "prov:Entity"], "known": False, **named}
        if not edge.ordered:
            yield {"@id": source, "sharesTextWith": target}
            yield {"@id": target, "sharesTextWith": source}
            return
        term, schema, types = _KINDS[edge.kind]
        qualified = self._derivation(edge, target, types, texts)
        made: Node = {"@id": source, term: target}
        if schema:
            made[schema] = target
        if term != "prov:wasDerivedFrom":
            made["prov:wasDerivedFrom"] = target
        key = "prov:qualifiedQuotation" if "prov:Quotation" in types else "prov:qualifiedDerivation"
        yield made | {key: qualified["@id"]}
        yield qualified

    def _outside(self, edge: Lineage) -> str:
        """One that is not at hand is local to the report that names it: the same name elsewhere may mean another text."""
        return self.addresses.part(edge.source, f"named-{sha256(edge.target.encode())[:12]}")

    def _derivation(self, edge: Lineage, target: str, types: list[str], texts: Texts) -> Node:
        here = tuple(span for passage in edge.evidence if passage.report == edge.source for span in passage.spans)
        ident = self.addresses.part(edge.source, f"{edge.kind.value}-{sha256(edge.target.encode())[:12]}")
        made: Node = {
            "@id": ident,
            "@type": types,
            "prov:entity": target,
            "kind": edge.kind.value,
            "score": round(edge.score, 4),
            "by": edge.by,
        }
        if edge.share is not None:
            made |= {"share": round(edge.share, 4), "edits": len(edge.edits)}
        if here:
            made["spans"] = spans_text(tuple(sorted(here)))
            if edge.kind is LineageKind.CITES and not self._hidden:
                made["prov:value"] = one_line(text_of(texts.readings[edge.source].report.text, here))
        return made

    def _matter(self, matter: Matter) -> Iterator[Node]:
        least, most = matter.origins
        occasions = [self.addresses.of(occasion.id, kind=None) for occasion in matter.occasions]
        label = {"name": one_line(matter.label)} if matter.label else {}
        yield {
            "@id": self.addresses.of(matter.id),
            "@type": ["Matter", "prov:Collection"],
            **label,
            "prov:hadMember": [self.addresses.of(statement) for statement in matter.statements],
            "originsAtLeast": least,
            "originsAtMost": most,
            "echo": [self.addresses.of(report) for report in matter.echoes],
            "prov:hadPrimarySource": occasions,
            "decidedBy": made_by(matter.decided),
        }
        for occasion, ident in zip(matter.occasions, occasions, strict=True):
            yield self._occasion(occasion, ident)

    def _occasion(self, occasion: Occasion, ident: str) -> Node:
        made: Node = {"@id": ident, "@type": ["Occasion", "prov:Entity"], "kind": occasion.kind}
        if occasion.description:
            made["description"] = one_line(occasion.description)
        return made | ({"said": occasion.date} if occasion.date else {})

    def _group(self, group: QuoteGroup, items: dict[str, Item]) -> Iterator[Node]:
        members = [self.addresses.part(group.id, f"variant-{n}") for n, _ in enumerate(group.variants, 1)]
        yield {
            "@id": self.addresses.of(group.id),
            "@type": ["QuoteGroup", "prov:Collection"],
            "prov:hadMember": members,
            "score": round(group.score, 4),
            "by": group.by,
            "decidedBy": made_by(group.decided),
        }
        for ident, variant in zip(members, group.variants, strict=True):
            yield self._variant(ident, variant, items[variant.report])

    def _variant(self, ident: str, variant: Variant, item: Item) -> Node:
        report = self.addresses.of(variant.report)
        made: Node = {
            "@id": ident,
            "@type": ["Quotation", "prov:Entity"],
            "isPartOf": {"@id": report},
            "prov:wasQuotedFrom": report,
            "spans": spans_text(variant.pieces),
            "contentSha256": item.sha256(variant.pieces),
        }
        if not self._hidden:
            made["text"] = one_line(text_of(item.reading.report.text, variant.pieces))
        if variant.statement:
            made["prov:specializationOf"] = self.addresses.of(variant.statement)
        return made

    def _pair(self, found: Relation) -> Node:
        ident = content_id("relation", found.a, extra=(found.b, found.kind.value))
        return {
            "@id": self.addresses.of(ident),
            "@type": ["Relation", "prov:Entity"],
            "kind": found.kind.value,
            "first": self.addresses.of(found.a),
            "second": self.addresses.of(found.b),
            "score": round(found.score, 4),
            "by": found.by,
            **self._differences(found.differences),
        }

    def _mismatch(self, found: Mismatch) -> Node:
        slots = sorted({one.slot.value for one in found.differences})
        ident = content_id("mismatch", found.source_statement, extra=(found.statement, *slots))
        return {
            "@id": self.addresses.of(ident),
            "@type": ["Mismatch", "prov:Entity"],
            "first": self.addresses.of(found.source_statement),
            "second": self.addresses.of(found.statement),
            "score": round(found.score, 4),
            "by": found.by,
            **self._differences(found.differences),
        }

    def _differences(self, found: Sequence[Difference]) -> Node:
        return {"difference": [_difference(one) for one in found]} if found else {}


def _difference(one: Difference) -> Node:
    made: Node = {
        "@type": "Difference",
        "slot": one.slot.value,
        "firstSpans": spans_text(one.a.spans),
        "secondSpans": spans_text(one.b.spans),
    }
    for key, value in (("firstValue", one.a_value), ("secondValue", one.b_value)):
        if value:
            made[key] = one_line(value)
    return made
