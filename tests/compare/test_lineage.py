import itertools

from accordingto.compare.credits import datelines, same_outlet
from accordingto.compare.lineage import edges, handful
from accordingto.model import Lineage, LineageKind
from accordingto.pipeline.reading import Reading
from tests.compare import crossing, stories
from tests.compare.build import AGENCY, account
from tests.compare.words import WORDS


def lineage(readings: list[Reading]) -> list[tuple[str, str, LineageKind, str]]:
    names = {r.report.id: r.report.outlet.value for r in readings if r.report.outlet}
    found = edges(handful(readings, WORDS))
    return [(names[e.source], names.get(e.target, e.target), e.kind, e.by) for e in found]


def test_the_ways_of_the_sample_are_found() -> None:
    found = {(source, target, kind) for source, target, kind, _ in lineage(crossing.readings())}
    assert ("Gulf Ledger", "Northwire", LineageKind.CITES) in found
    assert ("The Harbour Post", "Northwire", LineageKind.CITES) in found
    assert ("Basin Live", "The Harbour Post", LineageKind.COPIES) in found
    assert ("Meridian Monitor", "The Harbour Post", LineageKind.COPIES) in found
    assert ("The Harbour Post", "Meridian Monitor", LineageKind.COPIES) not in found
    assert not any(source == "Le Courrier de l’Imbra" and kind is LineageKind.COPIES for source, _, kind in found)


def test_evidence_of_a_copy_are_passages_on_both_sides_and_edits_inside_them() -> None:
    readings = {r.report.id: r for r in crossing.readings()}
    copies = [e for e in edges(handful([*readings.values()], WORDS)) if e.kind is LineageKind.COPIES]
    assert copies
    for edge in copies:
        here, there = edge.evidence[:2]
        assert (here.report, there.report) == (edge.source, edge.target)
        assert edge.share is not None
        assert edge.target_share is not None
        assert 0 < edge.share <= 1
        for edit in edge.edits:
            sides = ((edit.b, here), (edit.a, there))
            assert any(span and any(span.overlaps(part) for part in passage.spans) for span, passage in sides)


def test_there_are_no_cycles() -> None:
    readings = stories.wire_at_hand()
    found = edges(handful(readings, WORDS))
    known = [e for e in found if e.known]
    reports = [r.report.id for r in readings]
    assert not any(_path(known, a, b) and _path(known, b, a) for a, b in itertools.combinations(reports, 2))


def _path(found: list[Lineage], a: str, b: str) -> bool:
    return any(e.target == b or _path([x for x in found if x is not e], e.target, b) for e in found if e.source == a)


def test_two_reports_that_cite_each_other_make_no_cycle() -> None:
    body = "The bridge at Jisr Kamil was closed on Friday, {} reported."
    one = account(
        f"A\n\n{body.format('Radio Asur')}",
        "Upland Voice",
        "2023-05-01",
        ("The bridge at Jisr Kamil was closed on Friday", [("Radio Asur", AGENCY, "Radio Asur", "reported")]),
    )
    other = account(
        f"B\n\n{body.format('Upland Voice')}",
        "Radio Asur",
        "2023-05-01",
        ("The bridge at Jisr Kamil was closed on Friday", [("Upland Voice", AGENCY, "Upland Voice", "reported")]),
    )
    assert len([e for e in edges(handful([one, other], WORDS)) if e.kind is LineageKind.CITES]) == 1


def named(paragraph: str) -> list[str]:
    report = account(f"News\n\n{paragraph}", "Radio Asur", None).report
    return [name for name, _ in datelines(report)]


def test_a_dateline_names_an_agency_and_a_bracket_elsewhere_does_not() -> None:
    assert named("SELMAR, March 9 (Northwire) – It rained.") == ["Northwire"]
    assert named("Petrovar (Orvenia), Nov 14, 2023 (Agence Lumen) — It rained.") == ["Agence Lumen"]
    assert named("The Free Upland Forces (FUF) – once an ally – left.") == []
    assert named("Free Upland Forces (FUF) – once an ally – left.") == []
    assert named("Many of them (Northwire counted) – left.") == []


def test_outlets_are_one_by_the_end_of_their_name() -> None:
    assert same_outlet("The Harbour Post", "Harbour Post")
    assert same_outlet("the Post", "The Harbour Post")
    assert same_outlet("the agency Northwire", "Northwire")
    assert not same_outlet("Harbour", "The Harbour Post")
