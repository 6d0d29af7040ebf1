"""Who took what from whom, drawn."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.export.lineage_graph import Arrow, Dot, Graph, graph_of
from accordingto.export.lineage_svg import NARROW, WIDE, figure, in_words, style, svg
from accordingto.model import Field, LineageKind, Moment
from accordingto.pipeline.relating import relate
from tests.compare import crossing

SVG = "{http://www.w3.org/2000/svg}"
READINGS = tuple(crossing.readings())
FOUND = relate(READINGS).travel
GRAPH = graph_of(FOUND, READINGS, href=lambda report: f"#{report}")


def parsed(markup: str) -> ElementTree.Element:
    return ElementTree.fromstring(markup)


def words(root: ElementTree.Element) -> str:
    return (
        " ".join("".join(one.itertext()) for one in root.iter(f"{SVG}text")).replace("\u2068", "").replace("\u2069", "")
    )


def test_every_report_stands_once_in_order_with_its_number() -> None:
    assert [dot.id for dot in GRAPH.reports] == list(FOUND.reports)
    numbers = [one.text for one in parsed(svg(GRAPH)).iter(f"{SVG}text") if "lg-no" in one.get("class", "")]
    assert numbers == [str(n) for n in range(1, len(READINGS) + 1)]


def test_each_edge_is_a_line_and_one_that_is_not_at_hand_a_square() -> None:
    root = parsed(svg(GRAPH))
    (lines,) = (one for one in root.iter(f"{SVG}g") if one.get("class") == "lg-lines")
    drawn = [one for one in lines.iter(f"{SVG}path") if one.get("class") == "lg-line"]
    assert len(drawn) == len(FOUND.lineage) > 0
    outside = {edge.target for edge in FOUND.lineage if not edge.known}
    squares = [one for one in root.iter(f"{SVG}rect") if one.get("class") == "lg-outside"]
    assert len(squares) == len(outside) + bool(outside)  # and that of the legend


def test_it_is_named_and_told_for_those_who_do_not_see_it() -> None:
    root = parsed(svg(GRAPH, anchor="x"))
    assert root.get("aria-labelledby") == root.find(f"{SVG}title").get("id") == "x-t"
    told = root.find(f"{SVG}desc").text
    for arrow in GRAPH.arrows:
        assert GRAPH.how(arrow) in told
        assert GRAPH.how(arrow) in re.sub("<[^>]+>", "", in_words(GRAPH))


def test_a_picture_with_links_is_no_image_and_one_without_is() -> None:
    assert parsed(svg(GRAPH)).get("role") == "group"
    bare = Graph(tuple(replace(dot, href=None) for dot in GRAPH.dots), GRAPH.arrows)
    assert parsed(svg(bare)).get("role") == "img"
    assert parsed(svg(bare)).find(f".//{SVG}a") is None


def test_kinds_differ_without_colour() -> None:
    kinds = [(kind, ordered) for kind in LineageKind for ordered in (True, False)]
    dots = (Dot("a", "A", number=1), Dot("b", "B", number=2))
    heads = {}
    for kind, ordered in kinds:
        graph = Graph(dots, (Arrow("b", "a", kind, ordered=ordered),))
        (lines,) = (one for one in parsed(svg(graph)).iter(f"{SVG}g") if one.get("class") == "lg-lines")
        heads[kind, ordered] = (lines[0][1].tag, lines[0][1].get("class"), lines[0].get("class"))
    assert len({heads[kind, True][:2] for kind in LineageKind} | {heads[LineageKind.COPIES, False][:2]}) == 4
    sheet = style()
    assert ".lg-cites .lg-line{stroke-dasharray" in sheet
    assert ".lg-follows .lg-line{stroke-dasharray" in sheet


def test_a_page_needs_no_inline_style_script_or_other_host_and_its_ids_are_its_own() -> None:
    made = figure(GRAPH) + figure(GRAPH, anchor="other")
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=|<image|<foreignObject|xlink:", made)
    assert re.findall(r"https?://[^\"]+", made) == ["http://www.w3.org/2000/svg"] * 4
    ids = re.findall(r'\sid="([^"]+)"', made)
    assert len(ids) == len(set(ids))
    assert "url(" not in style()
    assert "@import" not in style()


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_what_reports_say_is_inert_and_does_not_turn_the_rest_around(width: int) -> None:
    evil = '</text><script>alert(1)</script>"\u202e\x00 ]]> <b>' + "long " * 60
    readings = tuple(
        replace(
            one,
            report=replace(one.report, title=Field(evil, "given"), outlet=Field(f"{evil}{n}", "given")),
        )
        for n, one in enumerate(READINGS)
    )
    graph = graph_of(relate(readings).travel, readings, href=lambda report: f'#"><script>{report}')
    made = figure(graph)
    assert "<script" not in made
    assert "\u202e" not in made
    assert "\x00" not in made
    root = parsed(svg(graph, width=width))
    assert "</text><script>alert(1)" in words(root)


def test_undated_reports_stand_apart_and_a_longer_time_takes_more_room() -> None:
    days = ("2023-11-14T08:00", "2023-11-14T09:00", "2023-11-14T20:00", None)
    dots = tuple(
        Dot(str(n), f"Outlet {n}", when=Moment(day, "+00:00") if day else None, number=n)
        for n, day in enumerate(days, 1)
    )
    root = parsed(svg(Graph(dots, ())))
    ys = [float(one.get("cy")) for one in root.iter(f"{SVG}circle")]
    assert ys == sorted(ys)
    assert ys[2] - ys[1] > ys[1] - ys[0]
    assert "Date not stated" in words(root)


def test_hundreds_of_reports_stay_within_the_picture() -> None:
    dots = tuple(Dot(str(n), f"Outlet {n}", "A headline", number=n) for n in range(1, 301))
    arrows = tuple(Arrow(str(n), str(max(1, n // 3)), LineageKind.COPIES, 0.5, 3) for n in range(2, 301))
    for width in (WIDE, NARROW):
        root = parsed(svg(Graph(dots, arrows), width=width))
        xs = [float(x) for one in root.iter(f"{SVG}path") for x in re.findall(r"[MHL](-?[\d.]+)", one.get("d"))]
        assert min(xs) >= 0
        assert max(xs) <= width * 0.75


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    count = draw(st.integers(1, 9))
    dots = tuple(
        Dot(str(n), draw(st.text(max_size=30)), draw(st.text(max_size=40)), number=n) for n in range(1, count + 1)
    )
    ends = st.integers(1, count)
    pairs = draw(st.lists(st.tuples(ends, ends, st.sampled_from(LineageKind), st.booleans()), max_size=12))
    arrows = tuple(Arrow(str(a), str(b), kind, ordered=ordered) for a, b, kind, ordered in pairs if a != b)
    return Graph(dots, arrows)


@given(graphs())
def test_lines_of_one_lane_do_not_touch(graph: Graph) -> None:
    root = parsed(svg(Graph(tuple(replace(dot, label="x", title="") for dot in graph.dots), graph.arrows)))
    (lines,) = (one for one in root.iter(f"{SVG}g") if one.get("class") == "lg-lines")
    spans = []
    for trunk in lines:
        numbers = [
            re.match(r"M\S+ (\S+?)H.*?Q(\S+) .*?V.* (\S+)H", p.get("d")) for p in trunk if p.get("class") == "lg-line"
        ]
        ys = [float(match[g]) for match in numbers for g in (1, 3)]
        spans.append((numbers[0][2], min(ys), max(ys)))
    for (lane, low, high), (other, below, above) in combinations(spans, 2):
        assert lane != other or high < below or above < low


@given(graphs())
def test_whatever_outlets_are_called_it_is_well_formed(graph: Graph) -> None:
    from accordingto.pipeline.wording import one_line

    harmless = replace(
        graph, dots=tuple(replace(d, label=one_line(d.label), title=one_line(d.title)) for d in graph.dots)
    )
    parsed(svg(harmless, width=NARROW))
