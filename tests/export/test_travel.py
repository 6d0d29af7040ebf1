"""How reports travelled, on a screen, as JSON and as a graph."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator

from accordingto.compare.trace import trace
from accordingto.export import travel_graphml, travel_json, travel_terminal
from accordingto.export.schema import schema
from accordingto.export.travel_view import Laid
from accordingto.model import Block, BlockKind, Field, Matter, Mismatch, Passage, RelationKind, Span
from accordingto.model.review import GroupKind, GroupReview
from accordingto.model.travel import Story
from accordingto.pipeline.attaching import chosen, expanded
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.relating import relate
from tests.compare import crossing
from tests.compare.words import WORDS
from tests.store.test_travel import made

VALIDATOR = Draft202012Validator(schema())
READINGS = tuple(crossing.readings())
FOUND = relate(READINGS).travel
EVERYTHING = made(READINGS).travel
STORY = Story(
    "story-1", FOUND.reports, "Coalition to leave Front alone", "2023-11-14", "2023-11-16", ("Asur",), ("Front",)
)


def screen(**more) -> str:
    return travel_terminal.story(EVERYTHING, READINGS, about=STORY, **more)


def test_contradictions_come_first_with_both_sentences_spans_and_the_slot() -> None:
    lines = screen(width=200).splitlines()
    at = next(i for i, line in enumerate(lines) if "actor: coalition → Upland Forces" in line)
    assert at < next(i for i, line in enumerate(lines) if line.startswith("Reports"))
    heads, sentences = lines[at + 1], lines[at + 3]
    assert len(re.findall(r"\[\d+–\d+\]", heads)) == 2
    a, b = EVERYTHING.relations[0].differences[0].a, EVERYTHING.relations[0].differences[0].b
    texts = {reading.report.id: reading.report.text for reading in READINGS}
    for passage in (a, b):
        assert passage.spans[0].of(texts[passage.report])[:40] in sentences


def test_matters_say_how_many_outlets_and_origins_and_list_who_tells() -> None:
    text = screen(width=120)
    assert "5 outlets, 1–2 origins: a briefing on 14 November 2023, carried by Northwire" in text
    (told,) = Laid(EVERYTHING, READINGS).matters()
    assert [one.report.report for one in told.tellers] == list(EVERYTHING.reports)
    assert [one.echo for one in told.tellers] == [False, True, True, True, True]


def test_a_matter_that_people_made_says_so_without_their_names() -> None:
    (matter,) = EVERYTHING.matters
    merged = GroupReview(3, "merge", GroupKind.MATTERS, (matter.id, "matter-2"), "Nura Sand", "2023", target=matter.id)
    decided = replace(EVERYTHING, matters=(replace(matter, decided=(merged,)),))
    text = travel_terminal.story(decided, READINGS, about=STORY, width=120)
    assert "decided by a coder: merge" in text
    assert "decided by" not in screen(width=120)
    row = travel_json.travel_row(decided, READINGS)
    VALIDATOR.validate(row)
    (told,) = row["matters"][0]["decided"]
    assert (told["action"], told["by"], told["ids"]) == ("merge", "coder", [matter.id, "matter-2"])
    assert "Nura Sand" not in text + json.dumps(row)


def test_every_edge_shows_the_words_that_tell_of_it_and_where() -> None:
    laid = Laid(FOUND, READINGS)
    texts = {reading.report.id: reading.report.text for reading in READINGS}
    shown = [edge for node in laid.tree() for edge in node.edges]
    assert len(shown) == len(FOUND.lineage)
    for edge in shown:
        assert edge.shown is not None
        assert edge.shown.here is not None
        assert " ".join(edge.shown.here.of(texts[edge.edge.source]).split()) == edge.shown.words
        if edge.shown.there is not None and edge.edge.kind == "copies":
            here, there = (
                set(words.casefold().split())
                for words in (edge.shown.words, edge.shown.there.of(texts[edge.edge.target]))
            )
            assert len(here & there) > len(here) / 2


def test_each_report_stands_once_in_the_tree() -> None:
    nodes = Laid(FOUND, READINGS).tree()
    assert sorted(node.report.report for node in nodes if node.report) == sorted(FOUND.reports)


@pytest.mark.parametrize("width", [40, 57, 80, 100, 200])
@pytest.mark.parametrize("everything", [False, True])
def test_no_line_is_wider_than_the_terminal_and_no_escape_code_is_written(width: int, everything: bool) -> None:
    for text in (screen(width=width, everything=everything), travel_terminal.compared(FOUND, READINGS, width=width)):
        assert max(map(len, text.splitlines())) <= width
        assert "\x1b" not in text


def test_colour_adds_codes_and_changes_no_word() -> None:
    coloured = re.sub(r"\x1b\[[0-9;]*m", "", screen(width=90, colour="standard"))
    assert [line.rstrip() for line in coloured.splitlines()] == screen(width=90).splitlines()


def test_what_a_report_says_cannot_steer_the_terminal() -> None:
    evil = "\x1b[31mred\u202e مدينة"
    readings = tuple(
        replace(one, report=replace(one.report, title=Field(evil, "given"), outlet=Field(evil + one.where, "given")))
        for one in READINGS
    )
    story = replace(STORY, title=evil, places=(evil,))
    text = travel_terminal.story(relate(readings).travel, readings, about=story, width=80)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "مدينة" in text


def test_json_fits_the_schema() -> None:
    story = travel_json.story_row(STORY, changed=True)
    for row in (
        travel_json.travel_row(EVERYTHING, READINGS, story=story),
        travel_json.travel_row(FOUND, READINGS),
        travel_json.comparison_row(EVERYTHING, READINGS),
    ):
        VALIDATOR.validate(json.loads(travel_json.render(row)))


def test_the_trace_fits_the_schema() -> None:
    from accordingto.export.trace_json import trace_row

    VALIDATOR.validate(trace_row(trace(READINGS, crossing.CLAIM, words=WORDS), READINGS))


def test_every_passage_of_the_json_is_quoted_from_its_report() -> None:
    texts = {reading.report.id: reading.report.text for reading in READINGS}
    seen = 0

    def walk(part: object) -> None:
        nonlocal seen
        if isinstance(part, dict):
            if {"report", "text", "spans"} <= part.keys() and part["spans"]:
                seen += 1
                assert " … ".join(texts[part["report"]][a:b] for a, b in part["spans"]) == part["text"]
            for one in part.values():
                walk(one)
        elif isinstance(part, list):
            for one in part:
                walk(one)

    walk(travel_json.comparison_row(EVERYTHING, READINGS))
    assert seen > 20


def graph(text: str):
    networkx = pytest.importorskip("networkx")
    return networkx.read_graphml(BytesIO(text.encode()))


def test_networkx_opens_the_graph() -> None:
    made_of = graph(travel_graphml.render(FOUND, READINGS))
    assert set(FOUND.reports) <= set(made_of.nodes)
    labels = {data["label"] for _, data in made_of.nodes(data=True)}
    assert {"Gulf Ledger", "Northwire"} <= labels
    assert {data["kind"] for _, _, data in made_of.edges(data=True)} == {edge.kind.value for edge in FOUND.lineage}


def test_the_graph_is_well_formed_and_has_every_edge() -> None:
    root = ElementTree.fromstring(travel_graphml.render(FOUND, READINGS))
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    nodes = {node.get("id") for node in root.iterfind(".//g:node", space)}
    edges = [(edge.get("source"), edge.get("target")) for edge in root.iterfind(".//g:edge", space)]
    assert len(edges) == len(FOUND.lineage)
    assert {end for pair in edges for end in pair} <= nodes
    assert {key.get("id") for key in root.iterfind("g:key", space)} >= {
        data.get("key") for data in root.iterfind(".//g:data", space)
    }


def test_the_tree_of_a_trace_is_a_graph_too() -> None:
    root = ElementTree.fromstring(travel_graphml.render_trace(trace(READINGS, crossing.CLAIM, words=WORDS), READINGS))
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    kinds = [data.text for data in root.iterfind(".//g:data[@key='node-kind']", space)]
    assert kinds.count("report") == 5
    assert "occasion" in kinds
    nodes = [node.get("id") for node in root.iterfind(".//g:node", space)]
    assert len(nodes) == len(set(nodes))


def test_words_that_xml_cannot_hold() -> None:
    odd = replace(READINGS[0], report=replace(READINGS[0].report, outlet=Field("a\x00\ud800\ufffe<&", "given")))
    ElementTree.fromstring(travel_graphml.render(relate((odd, *READINGS[1:])).travel, (odd, *READINGS[1:])))


def test_a_story_of_one_report() -> None:
    one = (READINGS[0],)
    text = travel_terminal.story(relate(one).travel, one, width=80)
    assert "no report takes text from another" in text or "cites" in text
    VALIDATOR.validate(travel_json.travel_row(relate(one).travel, one))


def reprint(reading: Reading, outlet: str) -> Reading:
    """The same text by another outlet: the ids of its statements are those of the first."""
    report = replace(reading.report, id=f"report-{outlet}", outlet=Field(outlet, "given"))
    statements = tuple(replace(one, report=report.id) for one in reading.statements)
    return replace(reading, report=report, statements=statements)


def test_reprints_are_compared_once_and_told_as_copies() -> None:
    first = READINGS[1]
    copies = [reprint(first, f"Outlet {n}") for n in range(30)]
    choice = chosen([*READINGS, *copies])
    assert len(choice.compared) == len(READINGS)
    assert len(choice.attached) == 30
    head = next(one for one, _ in choice.attached)
    found = relate((*READINGS, *copies)).travel
    assert set(found.reports) == {one.report.id for one in (*READINGS, *copies)}
    edges = [edge for edge in found.lineage if edge.by.startswith("attached")]
    assert len(edges) == 30
    assert all(edge.share == 1.0 for edge in edges)
    assert head.report.id in {edge.source for edge in edges}
    text = travel_terminal.story(found, (*READINGS, *copies), width=80)
    assert "35 reports of 35 outlets" in text


def test_what_stands_by_another_report_is_an_echo_and_quotes_it() -> None:
    copies = [reprint(READINGS[1], f"Outlet {n}") for n in range(3)]
    choice = chosen([*READINGS, *copies])
    found = made(choice.compared).travel
    more = expanded(found, choice)
    assert len(more.matters[0].reports) == len(found.matters[0].reports) + 3
    assert len(more.matters[0].echoes) == len(found.matters[0].echoes) + 3
    assert len(more.quotes[0].variants) == len(found.quotes[0].variants) + 3
    assert more.matters[0].origins == found.matters[0].origins
    texts = {one.report.id: one.report.text for one in (*READINGS, *copies)}
    words = {piece.of(texts[v.report]) for v in more.quotes[0].variants for piece in v.pieces}
    assert words == {piece.of(texts[v.report]) for v in found.quotes[0].variants for piece in v.pieces}


def test_very_many_texts_are_compared_by_a_bounded_number() -> None:
    near = []
    for n in range(20):
        report = READINGS[1].report
        text = f"{report.text}\nMore was heard of it in village number {n}."
        more = Block(BlockKind.PARAGRAPH, Span(len(report.text) + 1, len(text)), "test")
        made_of = replace(report, id=f"report-{n}", text=text, text_sha256=str(n), blocks=(*report.blocks, more))
        near.append(replace(READINGS[1], report=made_of))
    choice = chosen([*READINGS, *near], most=8)
    assert len(choice.compared) == 8
    assert len(choice.attached) + len(choice.left) + 8 == 25
    orders = [chosen(list(order), most=8) for order in ([*near, *READINGS], [*READINGS[::-1], *near[::-1]])]
    assert all(
        [one.report.id for one in order.compared] == [one.report.id for one in choice.compared] for order in orders
    )


def test_a_mismatch_names_its_source() -> None:
    text = screen(width=100)
    assert "1 statement not as the named source has it" in text
    assert isinstance(EVERYTHING.mismatches[0], Mismatch)
    assert isinstance(EVERYTHING.matters[0], Matter)
    assert isinstance(EVERYTHING.mismatches[0].named, Passage)


def test_pairs_with_one_statement_stand_together_and_every_other_is_named_with_slot_and_span() -> None:
    laid = Laid(FOUND, READINGS)
    for kind in RelationKind:
        pairs = laid.pairs([kind])
        groups = laid.grouped(kind)
        assert sum(1 + len(others) for _, others in groups) + laid.doubtful(kind) == len(pairs)
        for _, others in groups:
            assert all(re.match(r"\d+ .+ \[\d+–\d+", other) for other in others)
    whole = travel_terminal.story(FOUND, READINGS, width=100, everything=True)
    assert "also " not in whole


def test_a_long_value_of_a_slot_is_cut_in_the_heading_and_whole_in_the_sentence() -> None:
    relation = EVERYTHING.relations[0]
    long = replace(relation.differences[0], a_value="word " * 40)
    travel = replace(EVERYTHING, relations=(replace(relation, differences=(long,)),))
    heading = Laid(travel, READINGS).pairs([relation.kind])[0].headings[0]
    assert len(heading) < 150
    assert " … → Upland Forces" in heading


def test_tellers_are_held_against_other_reports_and_not_against_their_own_headline() -> None:
    for told in Laid(FOUND, READINGS).matters():
        for one in told.tellers:
            assert not re.search(rf"\b{one.report.number}( \(|$)", one.how)


def test_contradictions_of_sentences_with_little_in_common_are_counted_and_shown_with_all() -> None:
    far = tuple(
        replace(one, score=0.1, kind=RelationKind.CONTRADICTS) for one in EVERYTHING.relations if one.differences
    )
    weak = replace(EVERYTHING, relations=far, mismatches=())
    text = travel_terminal.story(weak, READINGS, width=100)
    assert f"{len(far)} of them between sentences that have little in common" in text
    assert "actor: coalition" not in text.partition("Reports, in order")[0]
    assert "actor: coalition" in travel_terminal.story(weak, READINGS, width=100, everything=True)
