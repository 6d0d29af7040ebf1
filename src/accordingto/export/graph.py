"""A store as one graph in GraphML: reports, who says what in them, and how it travelled; for networkx, Gephi, yEd and Cytoscape.

Actors of the registry are nodes of the whole graph. Every other voice is a node of its report: two reports may mean two people by one name,
and nobody outside the registry is followed from report to report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from accordingto.compare.outlets import outlet_key
from accordingto.export.about import About, about
from accordingto.export.bare import Carried, unveiled
from accordingto.export.csv import spans_text
from accordingto.export.deciding import made_by
from accordingto.export.exporting import Item, Journey
from accordingto.export.linked.document import dumps
from accordingto.export.sendable import sendable, sent
from accordingto.export.trace_view import Texts
from accordingto.export.travel_graphml import NAMESPACE, Value, edge_values, plain, report_values
from accordingto.model import Lineage, Link, Relation, Statement, content_id, text_of
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import harmless, one_line, voice_name

if TYPE_CHECKING:
    from accordingto.export.exporting import Export

NODE = {
    "kind": ("string", "report, outlet, actor, voice, statement, matter or outside: named, and not at hand"),
    "label": ("string", "for people: an outlet, a name, the words of a statement"),
    "title": ("string", "headline of a report"),
    "published": ("string", "when a report was published, ISO 8601 as far as stated"),
    "url": ("string", "address of a report"),
    "text_sha256": ("string", "SHA-256 of a report's text"),
    "text": ("string", "the text of a report, where it is carried"),
    "voice": ("string", "how a voice is named: person, office, agency, unnamed …"),
    "unnamed": ("boolean", "whether nobody can tell from the report who it is"),
    "words": ("string", "what a statement puts forward"),
    "spans": ("string", "where that stands in its report, `12-40;55-60`"),
    "sha256": ("string", "SHA-256 of those words"),
    "form": ("string", "direct, indirect, mixed or narration"),
    "mood": ("string", "asserted, intended, demanded, conditional or asked"),
    "act": ("string", "what the innermost voice does"),
    "commitment": ("string", "how committed it is: CT+ … CT-"),
    "origins_low": ("int", "occasions of first saying behind a matter, at least"),
    "origins_high": ("int", "the same, at most"),
    "decided_by": ("string", "who made a matter what it is: machine, coder or adjudicator"),
    "score": ("double", "how sure the program is of a statement"),
}
"""What nodes hold: type and meaning."""
EDGE = {
    "kind": (
        "string",
        "copies, cites, follows (report to what it took from); publishes (outlet to report); in (statement to report); says (voice to "
        "statement); about (statement to what it responds to); tells (statement to matter); contradicts, updates, withdraws, repeats, "
        "rewords, agrees, narrows (earlier statement to later)",
    ),
    "position": ("int", "place of a voice in the chain: 0 the outlet, the highest is the innermost"),
    "act": ("string", "what the voice does"),
    "commitment": ("string", "how committed it is"),
    "slots": ("string", "in what two statements differ"),
    "score": ("double", "how sure the program is"),
    "by": ("string", "the rule or part of the model"),
    "share": ("double", "share of the words of the report that took"),
    "target_share": ("double", "share of the words of what it took from"),
    "ordered": ("boolean", "whether it is known which was first"),
    "edits": ("int", "places that were changed on the way"),
    "evidence": ("string", "the words that show it"),
    "evidence_spans": ("string", "where they stand"),
}
"""What edges hold."""

_ABOUT = "graph-about"


def chunks(export: Export) -> Iterator[str]:
    """The document, node by node."""
    told = about(export.store, carried=export.carried, scope=export.scope)
    yield from document(export.items(), export.journeys(), carried=export.carried, told=told)


def document(
    items: Iterable[Item],
    journeys: Iterable[Journey],
    *,
    carried: Carried = Carried.QUOTES,
    told: About | None = None,
) -> Iterator[str]:
    """GraphML of reports and stories, piece by piece; memory grows with the number of nodes, some 100 bytes each.

    Args:
        items: the reports.
        journeys: the stories with reports among them.
        carried: how much of the reports' words there is.
        told: what is said about the export; goes into the graph as JSON.
    """
    writer = _Writer(carried)
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="{NAMESPACE}">\n'
    for kind, keys in (("node", NODE), ("edge", EDGE)):
        for name, (type_, _) in keys.items():
            yield f' <key id="{kind}-{name}" for="{kind}" attr.name="{name}" attr.type="{type_}"/>\n'
    yield f' <key id="{_ABOUT}" for="graph" attr.name="about" attr.type="string"/>\n'
    yield ' <graph id="accordingto" edgedefault="directed">\n'
    if told is not None:
        data = ElementTree.Element("data", key=_ABOUT)
        data.text = plain(dumps(told))
        yield f"  {ElementTree.tostring(data, encoding='unicode')}\n"
    for item in items:
        yield from writer.report(item)
    for journey in journeys:
        yield from writer.journey(sent(journey))
    yield " </graph>\n</graphml>\n"


class _Writer:
    def __init__(self, carried: Carried) -> None:
        self._whole = carried is Carried.FULL
        self._told: set[str] = set()
        self._edges = 0

    def report(self, item: Item) -> Iterator[str]:
        """A report with its outlet, statements and voices."""
        reading = sendable(item.reading)
        report, texts = reading.report, Texts([reading])
        values = report_values(report.id, texts) | {"text_sha256": report.text_sha256}
        yield from self._once(report.id, values | {"text": harmless(report.text) if self._whole else None})
        outlet = self._outlet(texts.outlet(report.id))
        yield from self._once(outlet, {"kind": "outlet", "label": texts.outlet(report.id)})
        yield self._edge(outlet, report.id, {"kind": "publishes"})
        for statement in reading.statements:
            yield from self._statement(statement, reading, item, outlet)

    def _statement(self, statement: Statement, reading: Reading, item: Item, outlet: str) -> Iterator[str]:
        words = unveiled(one_line(text_of(reading.report.text, statement.content)))
        values: dict[str, Value] = {
            "kind": "statement",
            "label": words or statement.id,
            "words": words,
            "spans": spans_text(statement.content),
            "sha256": item.sha256(statement.content),
            "form": statement.form.value,
            "mood": statement.mood.value,
            "act": statement.act.value,
            "commitment": statement.factuality.value,
            "score": round(statement.score, 4),
        }
        yield from self._once(statement.id, values)
        yield self._edge(statement.id, reading.report.id, {"kind": "in"})
        if statement.about in reading.by_id:
            yield self._edge(statement.id, statement.about or "", {"kind": "about"})
        for position, link in enumerate(statement.chain):
            voice = outlet
            if position:
                voice = self._voice_id(link, statement, position, reading)
                yield from self._once(voice, self._voice(link, reading))
            says: dict[str, Value] = {
                "kind": "says",
                "position": position,
                "act": link.act.value,
                "commitment": link.factuality.value,
                "score": round(link.score, 4),
                "by": link.by,
            }
            yield self._edge(voice, statement.id, says)

    def _outlet(self, name: str) -> str:
        return f"outlet:{outlet_key(name)}"

    def _voice_id(self, link: Link, statement: Statement, position: int, reading: Reading) -> str:
        source = link.source
        if source.actor in reading.actors_by_id:
            return f"actor:{source.actor}"
        return f"{reading.report.id}#{source.entity or f'{statement.id}-{position}'}"

    def _voice(self, link: Link, reading: Reading) -> dict[str, Value]:
        source = link.source
        actor = reading.actors_by_id.get(source.actor or "")
        if actor is not None:
            return {"kind": "actor", "label": one_line(actor.name), "voice": actor.kind.value}
        return {"kind": "voice", "label": voice_name(source), "voice": source.kind.value, "unnamed": source.unnamed}

    def journey(self, journey: Journey) -> Iterator[str]:
        """What was found between the reports of a story."""
        texts = Texts(journey.readings)
        for (
            report
        ) in journey.travel.reports:  # where only some reports are exported, those of their stories are bare nodes
            yield from self._once(report, report_values(report, texts))
        for edge in journey.travel.lineage:
            yield from self._lineage(edge, texts)
        for matter in journey.travel.matters:
            least, most = matter.origins
            label = one_line(matter.label) or matter.id
            values: dict[str, Value] = {"kind": "matter", "label": label, "origins_low": least, "origins_high": most}
            values["decided_by"] = made_by(matter.decided)
            yield from self._once(matter.id, values)
            for statement in matter.statements:
                yield from self._once(statement, {"kind": "statement", "label": statement})
                yield self._edge(statement, matter.id, {"kind": "tells"})
        for relation in journey.travel.relations:
            yield from self._relation(relation)

    def _lineage(self, edge: Lineage, texts: Texts) -> Iterator[str]:
        target = edge.target
        if not edge.known:
            target = f"outside:{edge.source}:{outlet_key(edge.target)}"
            label = one_line(edge.target) or "(not among the reports)"
            yield from self._once(target, {"kind": "outside", "label": label, "published": edge.about})
        yield self._edge(edge.source, target, edge_values(edge, texts))

    def _relation(self, found: Relation) -> Iterator[str]:
        for statement in (found.a, found.b):
            yield from self._once(statement, {"kind": "statement", "label": statement})
        slots = ", ".join(dict.fromkeys(one.slot.value for one in found.differences))
        values: dict[str, Value] = {"kind": found.kind.value, "slots": slots or None, "score": round(found.score, 4)}
        yield self._edge(found.a, found.b, values | {"by": found.by})

    def _once(self, ident: str, values: Mapping[str, Value]) -> Iterator[str]:
        """A node, the first time that it is named."""
        key = content_id("node", ident)
        if key not in self._told:
            self._told.add(key)
            yield _written(ElementTree.Element("node", id=plain(ident)), "node", values)

    def _edge(self, source: str, target: str, values: Mapping[str, Value]) -> str:
        self._edges += 1
        element = ElementTree.Element("edge", id=f"e{self._edges}", source=plain(source), target=plain(target))
        return _written(element, "edge", values)


def _written(element: ElementTree.Element, kind: str, values: Mapping[str, Value]) -> str:
    for name, value in values.items():
        shown = unveiled(value)
        if shown is not None:
            data = ElementTree.SubElement(element, "data", key=f"{kind}-{name}")
            data.text = str(shown).lower() if isinstance(shown, bool) else plain(str(shown))
    return f"  {ElementTree.tostring(element, encoding='unicode')}\n"
