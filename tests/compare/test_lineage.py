import itertools

import pytest

from accordingto.compare.footlines import datelines
from accordingto.compare.lineage import edges, handful
from accordingto.compare.outlets import same_outlet
from accordingto.model import Lineage, LineageKind
from accordingto.pipeline.reading import Reading
from tests.compare import crossing, rewrites, stories
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


def ways(*readings: Reading) -> set[tuple[str, str, str]]:
    return {(source, target, kind.value) for source, target, kind, _ in lineage([*readings])}


def test_reprints_take_from_the_wire_and_not_from_each_other() -> None:
    other = rewrites.wire("The Zhelin Herald", "2023-03-09T14:00+03:00")
    assert ways(rewrites.wire(), other, rewrites.reprint()) == {
        ("The Zhelin Herald", "Northwire", "copies"),
        ("Castel Tribune", "Northwire", "copies"),
    }


def test_words_changed_on_the_way_tell_a_rewrite_of_a_rewrite_that_names_only_the_first() -> None:
    assert ways(rewrites.wire(), rewrites.reprint(), rewrites.rewrite(), rewrites.again()) == {
        ("Castel Tribune", "Northwire", "copies"),
        ("Upland Voice", "Northwire", "copies"),
        ("Gulf Ledger", "Upland Voice", "copies"),
        ("Gulf Ledger", "Northwire", "cites"),
    }


def test_what_is_told_after_another_in_other_words_is_found_and_an_account_of_its_own_is_not() -> None:
    found = lineage([rewrites.wire(), rewrites.retold(), rewrites.elsewhere()])
    assert [(source, target, by) for source, target, _, by in found] == [("Radio Asur", "Northwire", "retold")]


def test_an_agency_that_is_not_at_hand_is_a_stub_with_a_day() -> None:
    first, second = (
        rewrites.wire("Gulf Ledger", "2023-03-09T15:00+03:00"),
        rewrites.wire("Castel Tribune", "2023-03-10"),
    )
    found = edges(handful([first, second], WORDS))
    assert [(e.target, e.known, e.kind, e.about) for e in found] == [
        ("Northwire", False, LineageKind.CITES, "2023-03-09"),
        ("Northwire", False, LineageKind.CITES, "2023-03-10"),
    ]


def test_a_report_that_is_taken_back_is_named_by_the_outlet_itself() -> None:
    notice = account(
        "Withdrawal: flour\n\nNorthwire withdraws its report on flour of March 9. No trucks reached the suburb.",
        "Northwire",
        "2023-03-10T09:00+03:00",
    )
    assert ways(rewrites.wire(), notice) == {("Northwire", "Northwire", "cites")}


@pytest.mark.parametrize("when", ["2023-03-09", None])
def test_which_of_two_was_first_is_left_open_where_nothing_tells(when: str | None) -> None:
    one = account(f"A\n\n{rewrites.REWRITE}", "Upland Voice", when)
    other = account(f"B\n\n{rewrites.REWRITE} It rained.", "Gulf Ledger", when)
    found = edges(handful([one, other], WORDS))
    assert [edge.ordered for edge in found] == [False]
    assert edges(handful([other, one], WORDS)) == found


def test_the_order_in_which_reports_are_given_changes_no_edge() -> None:
    readings = [rewrites.wire(), rewrites.reprint(), rewrites.rewrite(), rewrites.again(), rewrites.retold()]
    found = edges(handful(readings, WORDS))
    assert all(
        edges(handful([*order], WORDS)) == found
        for order in itertools.islice(itertools.permutations(readings), 1, 120, 31)
    )


def test_a_report_that_repeats_what_another_changed_in_a_quotation_follows_it() -> None:
    def quoting(words: str, outlet: str, hour: int, rest: str) -> Reading:
        return account(f"Sluice\n\n“{words},” the engineer said.\n\n{rest}", outlet, f"2023-03-09T{hour}:00+03:00")

    first = quoting("Nobody opened the sluice before the water came", "Northwire", 10, "It was a warm night.")
    second = quoting("Nobody opened the gate before the water came", "Upland Voice", 11, "Dogs barked.")
    third = quoting("Nobody opened the gate before the water came", "Gulf Ledger", 12, "We saw three boats.")
    found = [edge for edge in lineage([first, second, third]) if edge[0] == "Gulf Ledger"]
    assert found == [("Gulf Ledger", "Upland Voice", LineageKind.FOLLOWS, "misquote")]
    same = quoting("Nobody opened the sluice before the water came", "Gulf Ledger", 12, "We saw three boats.")
    assert lineage([first, second, same]) == []


def test_a_citation_of_a_report_at_hand_has_passages_on_both_sides() -> None:
    found = edges(handful([rewrites.wire(), rewrites.rewrite(), rewrites.again()], WORDS))
    cited = next(edge for edge in found if edge.kind is LineageKind.CITES)
    texts = {reading.report.id: reading.report.text for reading in (rewrites.wire(), rewrites.again())}
    words = [[span.of(texts[passage.report]) for span in passage.spans] for passage in cited.evidence]
    assert words == [["Northwire"], ["The army said that it knew of no shooting at the gate"]]


def test_an_agency_that_is_only_described_is_told_by_what_it_said() -> None:
    state = account(
        "Plane\n\nSELMAR, June 15 (ONA) – The aircraft never left the airspace of the homeland, a military source said.",
        "ONA",
        "2023-06-15T10:00+03:00",
    )
    text = "Evening\n\nThe state agency’s version, that the aircraft never left Orvenian airspace, is not what our man saw."
    told = account(text, "Radio Asur", "2023-06-15T19:00+03:00")
    assert ways(rewrites.wire(), state, told) == {("Radio Asur", "ONA", "cites")}
    other = account(
        text.replace("aircraft never left Orvenian airspace", "bread is cheap"), "Radio Asur", "2023-06-15T19:00+03:00"
    )
    assert ways(rewrites.wire(), state, other) == set()


def test_troops_that_withdraw_are_no_withdrawn_report_and_a_corrected_version_goes_on_with_the_text() -> None:
    army = account("Army\n\nThe army withdrew from the mill on Friday.", "Northwire", "2023-03-10T09:00+03:00")
    assert ways(rewrites.wire(), army) == set()
    text = rewrites.WIRE.replace("Three trucks", "Two trucks")
    corrected = account(f"CORRECTED: Flour reaches suburb\n\n{text}", "Northwire", "2023-03-10T09:00+03:00")
    assert ways(rewrites.wire(), corrected) == {("Northwire", "Northwire", "copies")}


@pytest.mark.parametrize(
    "words",
    [
        "as Northwire had reported on Thursday",
        "not three, as we reported",
        "contrary to what Northwire wrote that evening",
        "he said.\n\nCorrection: The mill is in Sorat",
    ],
)
def test_an_outlet_that_speaks_of_what_it_reported_before_names_its_own_earlier_report(words: str) -> None:
    outlet = "Agence Lumen"
    text = f"Mill\n\nTwo trucks came to the mill, {words.replace('Northwire', outlet)}."
    later = account(text, outlet, "2023-03-12T09:00+03:00")
    assert ways(rewrites.wire(outlet), later) >= {(outlet, outlet, "cites")}
    assert ways(later) == set()


def test_what_is_told_or_shown_to_an_outlet_is_none_of_its_earlier_reports() -> None:
    later = account("Mill\n\nRoofs were mended, she told Northwire.", "Northwire", "2023-03-12T09:00+03:00")
    assert ways(rewrites.wire(), later) == set()


def test_of_two_reports_that_are_as_near_the_one_that_was_surely_published_before_is_meant() -> None:
    first = account("Mill\n\nTrucks came to the mill gate.", "Northwire", "2023-03-09T09:00+03:00")
    other = account("Mill\n\nTrucks came to the mill gate again.", "Northwire", "2023-03-10")
    cites = account("Mill\n\nTrucks came to the mill, Northwire reported.", "Gulf Ledger", "2023-03-10T07:00+03:00")
    found = edges(handful([first, other, cites], WORDS))
    assert [edge.target for edge in found if edge.source == cites.report.id] == [first.report.id]


def test_a_few_words_of_another_report_of_the_outlet_are_no_copy_of_it() -> None:
    shared = "the last fighters of the Front in the broadcasting tower of the old town of Qasr Omeyn"
    first = account(f"Tower\n\nIt held out: {shared} were still there.", "Northwire", "2023-03-09T09:00+03:00")
    words = "Soldiers took over after elders had brokered an agreement and two cattle trucks were sent up"
    second = account(f"Tower\n\n{words}.", "Northwire", "2023-03-11T09:00+03:00")
    text = f"Tower\n\nOut came {shared}. Elders brokered it, cattle trucks were sent, soldiers took over, Northwire reported."
    later = account(text, "Gulf Ledger", "2023-03-12T09:00+03:00")
    found = edges(handful([first, second, later], WORDS))
    assert [(e.target, e.kind) for e in found if e.source == later.report.id] == [(second.report.id, LineageKind.CITES)]
    alone = edges(handful([first, later], WORDS))
    assert [(e.target, e.kind) for e in alone] == [(first.report.id, LineageKind.COPIES)]


def test_a_report_of_a_later_day_is_not_what_one_with_a_date_alone_means() -> None:
    cites = account("Mill\n\nTrucks came to the mill gate, Northwire reported.", "Gulf Ledger", "2023-03-10")
    late = account("Mill\n\nTrucks came to the mill gate again on Saturday.", "Northwire", "2023-03-11T09:00+03:00")
    found = edges(handful([rewrites.wire(), late, cites], WORDS))
    assert [edge.target for edge in found if edge.source == cites.report.id] == [rewrites.wire().report.id]


def test_a_report_without_a_word_stops_nothing() -> None:
    wordless = account("***", "Basin Live", "2023-05-05T09:00+03:00")
    ways = lineage([rewrites.wire(), rewrites.retold(), rewrites.elsewhere()])
    assert lineage([wordless, rewrites.wire(), rewrites.retold(), rewrites.elsewhere()]) == ways
    assert ways
