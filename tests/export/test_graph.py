"""A store as GraphML, read by networkx."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree

import networkx as nx
import pytest

from accordingto.export.bare import VEIL, Carried
from accordingto.export.exporting import Item
from accordingto.export.graph import EDGE, NODE, document
from accordingto.model import Field, text_of
from tests.export import claimed, invented
from tests.export.journeys import MARKERS, READINGS, TRAVEL, item, journey, marked


def written(carried: Carried = Carried.QUOTES, change=None, items: tuple[Item, ...] | None = None) -> str:
    story = journey(carried, change=change)
    others = (item(invented.reading(), carried, change), item(claimed.claimed(), carried, change))
    return "".join(
        document(
            items if items is not None else (*story.items, *others), (story,), carried=carried, told={"claims": "<b>"}
        )
    )


def graph(made: str) -> nx.MultiDiGraph:
    return nx.read_graphml(BytesIO(made.encode("utf-8")), force_multigraph=True)


def of_kind(found: nx.MultiDiGraph, kind: str) -> list[tuple[str, str, dict]]:
    return [(a, b, data) for a, b, data in found.edges(data=True) if data["kind"] == kind]


@pytest.mark.parametrize("carried", Carried)
def test_every_end_of_an_edge_is_a_node_and_every_key_is_told_of(carried: Carried) -> None:
    made = written(carried)
    root = ElementTree.fromstring(made)
    space = "{http://graphml.graphdrawing.org/xmlns}"
    nodes = [one.get("id") for one in root.iter(f"{space}node")]
    assert len(nodes) == len(set(nodes))
    assert {one.get(end) for one in root.iter(f"{space}edge") for end in ("source", "target")} <= set(nodes)
    keys = {one.get("id") for one in root.iter(f"{space}key")}
    assert keys == {f"node-{name}" for name in NODE} | {f"edge-{name}" for name in EDGE} | {"graph-about"}
    assert {one.get("key") for one in root.iter(f"{space}data")} <= keys


def test_each_statement_hangs_on_its_report_and_its_voices() -> None:
    found = graph(written())
    for reading in (*READINGS, claimed.claimed(), invented.reading()):
        for statement in reading.statements:
            assert reading.report.id in found.successors(statement.id)
            says = sorted(
                ((data["position"], data["act"], data["commitment"]) for _, _, data in found.in_edges(statement.id, data=True)
                 if data["kind"] == "says"),
            )  # fmt: skip
            assert says == [(n, link.act.value, link.factuality.value) for n, link in enumerate(statement.chain)]
            assert found.nodes[statement.id]["words"] == " ".join(
                text_of(reading.report.text, statement.content).split()
            )


def test_what_the_export_is_stands_in_the_graph() -> None:
    assert json.loads(graph(written()).graph["about"]) == {"claims": "<b>"}


def test_lineage_relations_and_matters_are_edges() -> None:
    found = graph(written())
    for edge in TRAVEL.lineage:
        (held,) = (
            data for _, b, data in found.out_edges(edge.source, data=True)
            if data["kind"] == edge.kind.value and (b == edge.target or found.nodes[b]["label"] == edge.target)
        )  # fmt: skip
        assert held["score"] == edge.score
    assert {(a, b, data["kind"]) for a, b, data in found.edges(data=True) if data["kind"] == "contradicts"} == {
        (one.a, one.b, "contradicts") for one in TRAVEL.relations
    }
    (matter,) = TRAVEL.matters
    assert {a for a, b, _ in of_kind(found, "tells") if b == matter.id} == set(matter.statements)
    assert found.nodes[matter.id]["origins_high"] == matter.origins[1]


def test_only_actors_of_the_registry_join_reports() -> None:
    found = graph(written())
    for node, data in found.nodes(data=True):
        if data["kind"] in ("voice", "actor"):
            reports = {
                report
                for statement in found.successors(node)
                for _, report, edge in found.out_edges(statement, data=True)
                if edge["kind"] == "in"
            }
            assert len(reports) == 1 or data["kind"] == "actor"


def test_of_part_of_a_story_the_rest_are_bare_nodes() -> None:
    found = graph(written(items=()))
    assert {node for node, data in found.nodes(data=True) if data["kind"] == "report"} == set(TRAVEL.reports)


def test_hashes_have_no_word_of_the_reports() -> None:
    shown, made = written(change=marked), written(Carried.HASHES, change=marked)
    assert {marker for marker in MARKERS.values() if marker in shown} == set(MARKERS.values())
    assert "zzm" not in made.lower()
    assert VEIL not in made


def test_markup_control_characters_and_overrides_are_inert() -> None:
    evil = "]]></graph><script>\u202e\x00\ufffe\ud800"
    readings = tuple(
        replace(one, report=replace(one.report, title=Field(evil, "x"), outlet=Field(evil, "x"), url=Field(evil, "x")))
        for one in (invented.reading(), claimed.claimed())
    )
    made = written(items=tuple(map(item, readings)))
    assert "<script" not in made
    assert "\u202e" not in made
    graph(made)
