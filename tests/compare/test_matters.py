"""Matters: which statements of a story are about one thing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.compare.alike import NO_MEANINGS, Meanings, harms, similarities
from accordingto.compare.belonging import near_to
from accordingto.compare.candidates import PAIR_WORDS, weights_of
from accordingto.compare.linkage import average_linkage, joined_apart
from accordingto.compare.matters import matters_of, nearness
from accordingto.compare.normalise import canon_of
from accordingto.compare.said import Said, said_of
from accordingto.compare.thresholds import DEFAULTS
from accordingto.compare.together import Together
from accordingto.pipeline.reading import Reading
from accordingto.resources.comparison import open_comparison
from tests.compare.build import PERSON, account

WORDS = open_comparison()


def test_average_linkage_joins_what_is_alike_on_the_average() -> None:
    alike = np.array([[1, 0.9, 0.5, 0], [0.9, 1, 0.1, 0], [0.5, 0.1, 1, 0], [0, 0, 0, 1]], float)
    assert average_linkage(alike, 0.4) == [[0, 1]]  # 2 reaches 0 by .5 but the two of them by .3 only
    assert average_linkage(alike, 0.25) == [[0, 1, 2]]


@given(st.lists(st.integers(0, 10**6), min_size=45, max_size=45, unique=True), st.permutations(range(10)))
def test_the_order_of_statements_changes_no_cluster(values: list[int], order: list[int]) -> None:
    alike = np.zeros((10, 10))
    alike[np.triu_indices(10, 1)] = np.array(values) / 10**6
    alike += alike.T
    shuffled = alike[np.ix_(order, order)]
    back = sorted(sorted(order[i] for i in cluster) for cluster in average_linkage(shuffled, 0.6))
    assert back == sorted(average_linkage(alike, 0.6))


def test_clusters_are_joined_below_the_likeness_of_one_unless_two_of_their_members_bar_it() -> None:
    alike = np.full((6, 6), 0.2)
    clusters = [[0, 1], [2, 3], [4, 5]]
    barred = np.zeros((6, 6))
    assert joined_apart(clusters, alike, barred, 0.1) == [[0, 1, 2, 3, 4, 5]]
    assert joined_apart(clusters, alike, barred, 0.3) == clusters
    barred[1, 5] = barred[5, 1] = 1.0
    assert joined_apart(clusters, alike, barred, 0.1) == [[0, 1, 2, 3], [4, 5]]
    assert joined_apart([], alike, barred, 0.1) == []


WIRE = account(
    "Shells kill 12 in Lubnik\nAt least 12 people were killed when shells hit Lubnik.\nThe mill is closed.",
    "Northwire",
    "2023-05-16T14:20+00:00",
    ("At least 12 people were killed when shells hit Lubnik.", []),
    ("The mill is closed.", []),
)
LATER = account(
    "Toll in Lubnik rises\nThe number of dead in Lubnik has risen to 19.\nSchools open on Monday.",
    "Harbour Post",
    "2023-05-17T14:20+00:00",
    ("The number of dead in Lubnik has risen to 19.", []),
    ("Schools open on Monday.", []),
)


def together(said: dict[str, list[Said]], meanings: Meanings = NO_MEANINGS) -> Together:
    """Likeness in the place of what was learnt."""
    every = [one for some in said.values() for one in some if len(one.forms) >= PAIR_WORDS]
    weights = weights_of([one for some in said.values() for one in some])
    alike = similarities(every, weights, WORDS, meanings)
    return Together(every, {one.id: n for n, one in enumerate(every)}, alike)


def said_by_report(*accounts: Reading) -> dict[str, list[Said]]:
    canon = canon_of([one.report.text for one in accounts], WORDS)
    return {one.report.id: said_of(one, canon) for one in accounts}


def test_two_counts_of_the_dead_are_one_matter_and_the_rest_is_none() -> None:
    said = said_by_report(WIRE, LATER)
    [group] = matters_of(said, together(said), thresholds=DEFAULTS)
    assert {report: [one.content for one in found] for report, found in group.items()} == {
        WIRE.report.id: ["At least 12 people were killed when shells hit Lubnik."],
        LATER.report.id: ["The number of dead in Lubnik has risen to 19."],
    }


def test_a_number_without_harm_and_a_harm_without_number_count_nothing() -> None:
    kinds = {one.content: harms(one, WORDS) for found in said_by_report(WIRE, LATER).values() for one in found}
    assert kinds["At least 12 people were killed when shells hit Lubnik."] == {"killed"}
    assert kinds["The mill is closed."] == frozenset()


def test_what_two_contents_mean_brings_them_together_without_a_word_in_common() -> None:
    one = account("A\nA clinic went up in flames.", "X", None, ("A clinic went up in flames.", []))
    other = account("B\nFire destroyed the ward.", "Y", None, ("Fire destroyed the ward.", []))
    said = said_by_report(one, other)
    near = np.array([0.6, 0.8], np.float32)
    meanings = {"A clinic went up in flames.": near, "Fire destroyed the ward.": near}
    assert matters_of(said, together(said), thresholds=DEFAULTS) == []
    assert len(matters_of(said, together(said, meanings), thresholds=DEFAULTS)) == 1


HARKI, FERRO = (("Dilan Harki", PERSON, "Dilan Harki", "said"), ("Kamal Ferro", PERSON, "Kamal Ferro", "said"))
NEAR, FAR = np.array([1.0, 0.0, 0.0], np.float32), np.array([0.0, 1.0, 0.0], np.float32)
THIRD, OTHER = np.array([0.55, 0.0, 0.835], np.float32), np.array([0.55, 0.835, 0.0], np.float32)


def told(outlet: str, *contents: str) -> Reading:
    return account(
        "\n".join([outlet, *(f"{one}." for one in contents)]), outlet, None, *((one, []) for one in contents)
    )


def grouped(meanings: dict[str, np.ndarray], *accounts: Reading) -> list[set[str]]:
    """The contents of each matter, joined at likelihoods that vectors of three dimensions reach."""
    said = said_by_report(*accounts)
    groups = matters_of(
        said, together(said, meanings), thresholds=replace(DEFAULTS, lone_similarity=0.1, apart_similarity=0.1)
    )
    return [{one.content for found in group.values() for one in found} for group in groups]


def test_a_claim_and_its_denial_told_by_other_reports_are_one_matter_though_less_alike() -> None:
    claim, denial = "The convoy was plundered", "Nobody touched a single sack"
    reports = [told("A", claim), told("B", f"{claim} today"), told("C", denial), told("D", f"{denial} today")]
    meanings = {claim: NEAR, f"{claim} today": NEAR, denial: THIRD, f"{denial} today": THIRD}
    assert grouped(meanings, *reports) == [{claim, f"{claim} today", denial, f"{denial} today"}]
    both = told("E", f"{claim} again", f"{denial} again")
    meanings |= {f"{claim} again": NEAR, f"{denial} again": THIRD}
    assert len(grouped(meanings, *reports, both)) == 2
    sides = [(f"{claim} again", [HARKI]), (f"{denial} again", [FERRO])]
    heard = account(f"E\n{claim} again, Dilan Harki said.\n{denial} again, Kamal Ferro said.", "E", None, *sides)
    assert len(grouped(meanings, *reports, heard)) == 1


def test_a_statement_of_no_matter_joins_the_one_that_its_report_lacks_where_nothing_else_there_is_as_near() -> None:
    claim, lone, rest = "The convoy was plundered", "Not one sack went missing", "Schools open on Monday"
    wire, paper = told("A", claim), told("B", f"{claim} today")
    meanings = {claim: NEAR, f"{claim} today": NEAR, lone: THIRD, rest: FAR}
    assert grouped(meanings, wire, paper, told("C", lone, rest)) == [{claim, f"{claim} today", lone}]
    assert grouped({**meanings, rest: OTHER}, wire, paper, told("C", lone, rest)) == [{claim, f"{claim} today"}]


def test_nearness_to_a_cluster_is_that_to_the_nearer_half_in_other_reports_and_to_two_at_least() -> None:
    every = [
        one
        for some in said_by_report(*(told(name, f"The convoy of {name} left") for name in "ABCDE")).values()
        for one in some
    ]
    alike = np.zeros((5, 5))
    alike[:4, 4] = [0.9, 0.6, 0.3, 0.1]
    assert near_to([0, 1, 2, 3], alike, every)[4] == pytest.approx(0.75)
    assert near_to([0, 1, 2], alike, every)[4] == pytest.approx(0.75)
    assert near_to([0, 4], alike, every)[4] == pytest.approx(0.9)
    assert near_to([4], alike, every)[4] == 0


def test_what_other_reports_have_too_is_nearer_to_a_matter_than_what_stands_alone() -> None:
    claim, aside = "The convoy was plundered", "The road to the convoy was muddy"
    said = said_by_report(told("A", claim, aside), told("B", f"{claim} today"))
    near = nearness(said, together(said))
    first, second, _ = [one.id for some in said.values() for one in some]
    assert near[first] > near[second]
