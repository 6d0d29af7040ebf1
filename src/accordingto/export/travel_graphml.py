"""Who took what from whom as GraphML, which Gephi, yEd, Cytoscape and networkx open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree import ElementTree

from accordingto.compare.branches import Branch
from accordingto.compare.trace import Trace
from accordingto.compare.travel import Travel
from accordingto.export.csv import spans_text
from accordingto.export.trace_view import Texts
from accordingto.model import Lineage, text_of
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import chain_text, harmless, iso_of, one_line

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NODE = {
    "kind": "string",
    "label": "string",
    "title": "string",
    "published": "string",
    "url": "string",
    "statement": "string",
    "words": "string",
    "according_to": "string",
}
_EDGE = {
    "kind": "string",
    "by": "string",
    "score": "double",
    "share": "double",
    "target_share": "double",
    "ordered": "boolean",
    "edits": "int",
    "evidence": "string",
    "evidence_spans": "string",
}
Value = str | float | bool | None


def render(travel: Travel, readings: Sequence[Reading]) -> str:
    """The lineage of some reports: an edge goes from the report that took to what it took from."""
    texts = Texts(readings)
    graph = _Graph()
    for report in travel.reports:
        graph.node(report, report_values(report, texts))
    for edge in travel.lineage:
        graph.edge(edge.source, _target(edge, graph), edge_values(edge, texts))
    return graph.text()


def render_trace(trace: Trace, readings: Sequence[Reading]) -> str:
    """The tree of a trace with all edges of its reports: occasions and agencies are nodes too."""
    texts = Texts(readings)
    graph = _Graph()
    path: list[str] = []
    for n, branch in enumerate(trace.tree):
        ident = branch.report or branch.occasion or f"{branch.kind}:{n}"
        del path[branch.depth :]
        graph.node(ident, _branch(branch, texts))
        if path and branch.edge is None:
            graph.edge(ident, path[-1], {"kind": "from"})
        path.append(ident)
    for edge in trace.lineage:
        if not edge.known or graph.has(edge.target):
            graph.edge(edge.source, _target(edge, graph), edge_values(edge, texts))
    return graph.text()


def report_values(report: str, texts: Texts) -> dict[str, Value]:
    """What a node of a report holds."""
    record = texts.readings[report].report
    return {
        "kind": "report",
        "label": texts.outlet(report),
        "title": one_line(record.title.value) if record.title else None,
        "published": iso_of(record.published),
        "url": one_line(record.url.value) if record.url else None,
    }


def _branch(branch: Branch, texts: Texts) -> dict[str, Value]:
    if branch.report is None:
        return {"kind": branch.kind, "label": branch.label}
    made = report_values(branch.report, texts)
    if branch.statement is not None:
        found = texts.statements[branch.statement]
        words = text_of(texts.readings[branch.report].report.text, found.content)
        made |= {"statement": branch.statement, "words": words, "according_to": chain_text(found)}
    return made


def _target(edge: Lineage, graph: _Graph) -> str:
    if edge.known:
        return edge.target
    ident = f"outside:{edge.target}"
    graph.node(ident, {"kind": "outside", "label": edge.target, "published": edge.about})
    return ident


def edge_values(edge: Lineage, texts: Texts) -> dict[str, Value]:
    """What an edge between reports holds."""
    shown = [passage for passage in edge.evidence if passage.report == edge.source]
    text = texts.readings[edge.source].report.text
    spans = [span for passage in shown for span in passage.spans]
    return {
        "kind": edge.kind.value,
        "by": edge.by,
        "score": edge.score,
        "share": edge.share,
        "target_share": edge.target_share,
        "ordered": edge.ordered,
        "edits": len(edge.edits),
        "evidence": " | ".join(one_line(text_of(text, passage.spans)) for passage in shown) or None,
        "evidence_spans": spans_text(spans) or None,
    }


class _Graph:
    """A directed graph as it is written; each node once."""

    def __init__(self) -> None:
        self._nodes: dict[str, dict[str, Value]] = {}
        self._edges: list[tuple[str, str, dict[str, Value]]] = []

    def has(self, ident: str) -> bool:
        return ident in self._nodes

    def node(self, ident: str, values: dict[str, Value]) -> None:
        self._nodes.setdefault(ident, values)

    def edge(self, source: str, target: str, values: dict[str, Value]) -> None:
        self._edges.append((source, target, values))

    def text(self) -> str:
        root = ElementTree.Element("graphml", xmlns=NAMESPACE)
        for kind, keys in (("node", _NODE), ("edge", _EDGE)):
            for name, type_ in keys.items():
                ElementTree.SubElement(
                    root, "key", {"id": f"{kind}-{name}", "for": kind, "attr.name": name, "attr.type": type_}
                )
        graph = ElementTree.SubElement(root, "graph", id="lineage", edgedefault="directed")
        for ident, values in self._nodes.items():
            _data(ElementTree.SubElement(graph, "node", id=plain(ident)), "node", values.items())
        for n, (source, target, values) in enumerate(self._edges):
            element = ElementTree.SubElement(graph, "edge", id=f"e{n}", source=plain(source), target=plain(target))
            _data(element, "edge", values.items())
        ElementTree.indent(root, " ")
        return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _data(element: ElementTree.Element, kind: str, values: Iterable[tuple[str, Value]]) -> None:
    for name, value in values:
        if value is not None:
            data = ElementTree.SubElement(element, "data", key=f"{kind}-{name}")
            data.text = str(value).lower() if isinstance(value, bool) else plain(str(value))


def plain(words: str) -> str:
    """Words without the characters that XML cannot hold."""
    return harmless(words).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
