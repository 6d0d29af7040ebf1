"""Annotations, pages and the collection, as the recommendation of 2017 has them (https://www.w3.org/TR/annotation-model/)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from accordingto.export.addresses import VOCABULARY, Addresses, iri, web
from accordingto.export.annotations.marks import IDENTIFYING, Mark, marks
from accordingto.export.bare import Carried
from accordingto.export.deciding import ADJUDICATOR, CODER
from accordingto.export.exporting import Item
from accordingto.export.linked.document import dumps
from accordingto.model import Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
"""Named, never fetched."""
AROUND = 32
"""Code points before and after a quotation: what Hypothesis and Apache Annotator write."""
_GEONAMES = "geonames:"
_OURS = {
    name: f"{VOCABULARY}{name}" for name in ("layer", "score", "by", "textSha256", "contentSha256", "evidence", "text")
}

_ROLES = {CODER: "a coder", ADJUDICATOR: "an adjudicator"}

Node = dict[str, Any]


def document(
    items: Iterable[Item],
    *,
    carried: Carried,
    base: str | None = None,
    told: dict[str, Any] | None = None,
) -> Iterator[str]:
    """A document with a page a report and, last, the collection that tells which pages there are.

    Args:
        items: the reports, with the records that count.
        carried: how much of the reports' words there is: without any, an annotation has positions and hashes only.
        base: address of a server, under which everything is named; URNs without it.
        told: what is said about the export, see `accordingto.export.about`.

    Raises:
        UsageError: where the base is no web address.
    """
    maker = _Maker(Addresses(base), carried)
    yield '{"@context": ' + dumps([CONTEXT, _OURS]) + ',\n"@graph": [\n'
    last, total, ready = None, 0, None
    for item in items:
        made = maker.page(item, start=total, before=last)
        if ready is not None:
            yield dumps(ready | {"next": made["id"]}) + ",\n"
        total, last, ready = total + len(made["items"]), made["id"], made
    if ready is not None:
        yield dumps(ready) + ",\n"
    yield dumps(maker.collection(total, last, told)) + "\n]}\n"


class _Maker:
    def __init__(self, addresses: Addresses, carried: Carried) -> None:
        self._addresses, self._carried = addresses, carried
        self._collection = addresses.of("annotations", kind="collection")
        self._first: str | None = None

    def collection(self, total: int, last: str | None, told: dict[str, Any] | None) -> Node:
        """The collection; without a page where there is no annotation."""
        made: Node = {
            "id": self._collection,
            "type": "AnnotationCollection",
            "label": "Who says what, according to whom; every annotation tells what a report claims",
            "total": total,
            "evidence": self._carried.value,
        }
        if told is not None:
            made |= {"created": told["at"], "rights": told["texts"], "generator": _software(told["made_by"])}
        return made | ({"first": self._first, "last": last} if last else {})

    def page(self, item: Item, *, start: int, before: str | None) -> Node:
        """The annotations of a report."""
        report = item.reading.report
        ident = self._addresses.part(report.id, "annotations")
        self._first = self._first or ident
        items = [self._annotation(mark, item) for mark in marks(item.reading)]
        made: Node = {
            "id": ident,
            "type": "AnnotationPage",
            "partOf": self._collection,
            "startIndex": start,
            "textSha256": report.text_sha256,
            "items": items,
        }
        if self._carried is Carried.FULL:
            made["text"] = report.text
        return made | ({"prev": before} if before else {})

    def _annotation(self, mark: Mark, item: Item) -> Node:
        targets = [self._target(span, item) for span in mark.spans]
        made: Node = {
            "id": self._addresses.part(item.reading.report.id, mark.id),
            "type": "Annotation",
            "motivation": mark.motivation,
            "body": self._bodies(mark),
            "target": targets[0] if len(targets) == 1 else targets,
            "generator": _software(f"accordingto {item.reading.run.version}"),
            **self._creator(mark, item),
            "layer": mark.layer,
            "by": mark.by,
        }
        return made | ({"score": round(mark.score, 4)} if mark.score is not None else {})

    def _creator(self, mark: Mark, item: Item) -> Node:
        """Whoever is answerable: a person who decided on the record, of whom only the role is told, else the program in its run."""
        run, record = item.reading.run, mark.record or ""
        judged = item.settled.by.get(record)
        if judged is not None and judged.decided is not None:
            name = f"{_ROLES[item.settled.decided_by(record)]}, who decided: {judged.decided.action}"
            return {"creator": {"type": "Person", "name": name}, "created": judged.decided.at}
        return {"creator": {"id": self._addresses.of(run.id), "type": "Software", "name": f"accordingto {run.version}"}}

    def _bodies(self, mark: Mark) -> list[Node]:
        bodies: list[Node] = [_tag(mark.layer), *(_tag(tag) for tag in mark.tags)]
        if mark.words:
            words = {"type": "TextualBody", "value": mark.words, "format": "text/plain"}
            bodies.append({**words, "purpose": "describing"})
        if mark.actor:
            bodies.append(_pointer(self._addresses.of(mark.actor, kind="actor"), IDENTIFYING))
        if mark.gazetteer:
            bodies.append(_pointer(self._place(mark.gazetteer), IDENTIFYING))
        if mark.statement:
            bodies.append(_pointer(self._addresses.of(mark.statement), "linking"))
        return bodies

    def _place(self, gazetteer: str) -> str:
        if gazetteer.startswith(_GEONAMES):
            return f"https://sws.geonames.org/{gazetteer.removeprefix(_GEONAMES)}/"
        return self._addresses.of(gazetteer, kind="place")

    def _target(self, span: Span, item: Item) -> Node:
        report = item.reading.report
        selectors: list[Node] = [{"type": "TextPositionSelector", "start": span.start, "end": span.end}]
        if self._carried is not Carried.HASHES:
            selectors.append(
                {
                    "type": "TextQuoteSelector",
                    "exact": span.of(report.text),
                    "prefix": report.text[max(0, span.start - AROUND) : span.start],
                    "suffix": report.text[span.end : span.end + AROUND],
                }
            )
        made: Node = {
            "type": "SpecificResource",
            "source": self._addresses.of(report.id),
            "selector": selectors,
            "contentSha256": item.sha256((span,)),
        }
        return made | ({"scope": iri(report.url.value)} if report.url and web(report.url.value) else {})


def _tag(value: str) -> Node:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": "tagging"}


def _pointer(source: str, purpose: str) -> Node:
    return {"type": "SpecificResource", "source": source, "purpose": purpose}


def _software(name: str) -> Node:
    return {"type": "Software", "name": name}
