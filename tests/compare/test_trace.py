import itertools

import pytest

from accordingto.compare.trace import Trace, trace
from accordingto.model import RelationKind, Slot, UsageError
from accordingto.pipeline.reading import Reading
from tests.compare import crossing, stories
from tests.compare.words import WORDS


def tree(found: Trace) -> list[tuple[int, str, str]]:
    return [(branch.depth, branch.label, branch.how) for branch in found.tree]


def traced(readings: list[Reading], claim: str) -> Trace:
    return trace(readings, claim, words=WORDS)


def test_the_sample_goes_back_to_one_briefing_by_one_agency() -> None:
    found = traced(crossing.readings(), crossing.CLAIM)
    assert found.summary == "5 outlets, 1 origin: a briefing carried by one agency"
    assert found.matter.origins == (1, 1)
    assert tree(found) == [
        (0, "a briefing by Owen Thackley", ""),
        (1, "Northwire", ""),
        (2, "Gulf Ledger", "carries"),
        (2, "The Harbour Post", "cites"),
        (3, "Basin Live", "cites"),
        (3, "Meridian Monitor", "rewrites"),
        (2, "Le Courrier de l’Imbra", "cites"),
    ]


def test_the_swapped_actor_is_found_at_the_rewrite_and_in_its_own_headline() -> None:
    readings = {r.report.id: r for r in crossing.readings()}
    found = traced([*readings.values()], crossing.CLAIM)
    differing = [(r, d) for r in found.relations for d in r.differences]
    assert [(d.slot, d.a_value, d.b_value) for _, d in differing] == [
        (Slot.ACTOR, "coalition", "FUF"),
        (Slot.ACTOR, "Lorrand coalition", "FUF"),
    ]
    assert {r.kind for r, _ in differing} == {RelationKind.CONTRADICTS}
    words = [readings[p.report].words(p.spans) for _, d in differing for p in (d.a, d.b)]
    assert words == [
        "Lorrand-led coalition",
        "coalition-backed Free Upland Forces (FUF)",
        "Lorrand coalition",
        "coalition-backed Free Upland Forces (FUF)",
    ]


def test_what_else_changed_between_the_same_reports_is_shown_with_quotations_last() -> None:
    found = traced(crossing.readings(), crossing.CLAIM)
    slots = [(d.slot, d.a_value, d.b_value) for r in found.others for d in r.differences]
    assert slots[:2] == [
        (Slot.NUMBER, "fewer than 800", "800"),
        (Slot.POLARITY, "no intention", "not rule out striking"),
    ]
    assert {slot for slot, _, _ in slots[2:]} == {Slot.QUOTE}


def test_the_order_in_which_reports_are_given_changes_nothing() -> None:
    first = traced(crossing.readings(), crossing.CLAIM)
    for readings in itertools.islice(itertools.permutations(crossing.readings()), 1, 120, 17):
        assert traced([*readings], crossing.CLAIM) == first


def test_two_speakers_are_two_origins_and_the_same_quotation_is_one() -> None:
    found = traced(stories.dam(), "army took the Lake Imbra dam")
    assert found.summary == "3 outlets, 2 origins: a briefing; an interview"
    assert tree(found) == [
        (0, "a briefing by Kamal Ferro", ""),
        (1, "Radio Asur", ""),
        (1, "Ishrat Daily", ""),
        (0, "an interview with Lena Orsk", ""),
        (1, "The Zhelin Herald", ""),
    ]


def test_a_denial_has_its_own_origin_and_contradicts_what_it_answers() -> None:
    found = traced(stories.denial(), "Kharan Front fighters have left Manshar")
    assert found.matter.origins == (2, 2)
    assert [(r.kind, d.slot, d.a_value, d.b_value) for r in found.relations for d in r.differences] == [
        (RelationKind.CONTRADICTS, Slot.POLARITY, "left", "not left")
    ]


def test_an_agency_whose_own_report_is_at_hand_heads_its_reprints_credited_or_not() -> None:
    found = traced(stories.wire_at_hand(), "trucks of flour reached the suburb")
    assert found.summary == "3 outlets, 1 origin: words of relief workers carried by one agency"
    assert sorted(tree(found)) == [
        (0, "words of relief workers", ""),
        (1, "Northwire", ""),
        (2, "Castel Tribune", "carries-uncredited"),
        (2, "Gulf Ledger", "carries"),
    ]


def test_reports_that_name_nobody_make_an_interval() -> None:
    found = traced(stories.silent(), "two bridges over the Asur were destroyed")
    assert found.matter.origins == (1, 2)
    assert found.summary == "2 outlets, 1–2 origins: not stated"


def test_one_report_alone_is_traced_too() -> None:
    found = traced([crossing.harbour()], crossing.CLAIM)
    assert found.summary == "1 outlet, 1 origin: a briefing carried by one agency"
    assert found.relations == found.others == ()


def test_reports_without_the_claim_are_listed_apart() -> None:
    readings = [*crossing.readings(), *stories.silent()]
    found = traced(readings, crossing.CLAIM)
    assert found.summary.startswith("5 outlets")
    assert set(found.without) == {r.report.id for r in stories.silent()}


@pytest.mark.parametrize("claim", ["the price of tea in the capital", "of the", "", "…"])
def test_a_claim_that_nothing_matches_is_told_so(claim: str) -> None:
    with pytest.raises(UsageError, match="claim"):
        traced(crossing.readings(), claim)


def test_no_reports_match_nothing() -> None:
    with pytest.raises(UsageError):
        traced([], "the army left")


def test_every_difference_holds_words_of_the_right_reports() -> None:
    readings = {r.report.id: r for r in crossing.readings()}
    found = traced([*readings.values()], crossing.CLAIM)
    statements = {s.id: s for r in readings.values() for s in r.statements}
    for relation in (*found.relations, *found.others):
        for difference in relation.differences:
            assert difference.a.report == statements[relation.a].report
            assert difference.b.report == statements[relation.b].report
            for passage in (difference.a, difference.b):
                assert all(span.end <= len(readings[passage.report].report.text) for span in passage.spans)


@pytest.mark.parametrize(
    ("second", "origins"), [("2023-04-03T09:00+03:00", (1, 1)), ("2023-04-20T09:00+03:00", (1, 2))]
)
def test_one_persons_briefing_is_one_origin_if_it_was_in_the_same_days(second: str, origins: tuple[int, int]) -> None:
    found = traced(stories.briefing_twice(second), "Sahel Road opened to traffic")
    assert found.matter.origins == origins


def test_the_statement_nearest_to_the_claim_stands_for_its_report() -> None:
    readings = {r.report.id: r for r in crossing.readings()}
    found = traced([*readings.values()], "no plans to work on ground that the government holds")
    shown = {b.label: readings[b.report] for b in found.tree if b.report}
    words = {
        b.label: shown[b.label].words(shown[b.label].by_id[b.statement].content) for b in found.tree if b.statement
    }
    assert words["The Harbour Post"] == "We have no plans to work on ground that the government holds"
    assert words["Meridian Monitor"] == "We have no plans to work on ground that the regime holds"
