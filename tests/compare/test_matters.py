"""Matters: which statements of a story are about one thing."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from accordingto.compare.candidates import weights_of
from accordingto.compare.matters import average_linkage, harms, matters_of
from accordingto.compare.normalise import canon_of
from accordingto.compare.said import Said, said_of
from accordingto.pipeline.reading import Reading
from accordingto.resources.comparison import open_comparison
from tests.compare.build import account

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


def said_by_report(*accounts: Reading) -> dict[str, list[Said]]:
    canon = canon_of([one.report.text for one in accounts], WORDS)
    return {one.report.id: said_of(one, canon) for one in accounts}


def test_two_counts_of_the_dead_are_one_matter_and_the_rest_is_none() -> None:
    said = said_by_report(WIRE, LATER)
    weights = weights_of([one for statements in said.values() for one in statements])
    [group] = matters_of(said, (), weights, WORDS, least=0.18, near=0.45)
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
    weights = weights_of([one for statements in said.values() for one in statements])
    near = np.array([0.6, 0.8], np.float32)
    meanings = {"A clinic went up in flames.": near, "Fire destroyed the ward.": near}
    assert matters_of(said, (), weights, WORDS, least=0.18, near=0.45) == []
    assert len(matters_of(said, (), weights, WORDS, least=0.18, near=0.45, meanings=meanings)) == 1
