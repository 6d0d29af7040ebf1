"""What two statements have in common through all others, and by their meaning beside what all of a story are."""

from __future__ import annotations

import numpy as np

from accordingto.compare.alike import UNRELATED
from accordingto.compare.meant import bearing, meanings_beside
from accordingto.compare.through import through
from accordingto.compare.travel import ready
from accordingto.resources.metric import Metric
from tests.compare.build import account
from tests.compare.words import WORDS

REPORT = np.array([0, 1, 2, 2])


def likelihoods(**pairs: float) -> np.ndarray:
    """Of four statements, the last two of one report: ``_01`` is that of the first two."""
    found = np.eye(4)
    for name, value in pairs.items():
        i, j = int(name[1]), int(name[2])
        found[i, j] = found[j, i] = value
    return found


def of_first_two(likely: np.ndarray) -> dict[str, float]:
    found = through(likely, REPORT, np.array([0]), np.array([1]))
    return {name: float(values[0]) for name, values in found.items()}


def test_two_that_are_likely_about_one_thing_with_a_third_have_it_in_common() -> None:
    apart, joined = (of_first_two(likelihoods(_01=0.2, _02=0.8, _12=value)) for value in (0.0, 0.7))
    assert (apart["common"], joined["common"]) == (0.0, 0.7)
    assert joined["common.cosine"] > apart["common.cosine"] == 0.0


def test_what_the_report_of_the_other_tells_that_is_likelier_takes_the_lead() -> None:
    found = through(likelihoods(_02=0.3, _03=0.9), REPORT, np.array([0, 0]), np.array([2, 3]))
    assert found["lead.more"][1] > 0.0 > found["lead.less"][0]
    assert found["likely.share"].tolist() == [0.333333, 1.0]


def test_a_statement_leads_by_meaning_over_what_stands_beside_it() -> None:
    claim, aside, denial = "The army shelled the mill", "Schools open on Monday", "Nobody fired at the mill"
    wire = account(f"A\n{claim}.\n{aside}.", "A", None, (claim, []), (aside, []))
    paper = account(f"B\n{denial}.", "B", None, (denial, []))
    vectors = {claim: [1.0, 0.0], denial: [0.8, 0.6], aside: [0.0, 1.0]}
    made = ready([wire, paper], words=WORDS, vectors=lambda texts: [vectors.get(text, [0.6, 0.8]) for text in texts])
    at = {one.content: i for i, one in enumerate(made.every)}
    found = meanings_beside(made.every, made.meanings)
    assert found["meaning.lead.less"][at[claim], at[denial]] > 0 > found["meaning.lead.less"][at[aside], at[denial]]
    nothing = meanings_beside(made.every, {})
    assert all(not values.any() for name, values in nothing.items() if not name.startswith("meaning.lead"))


def test_what_the_metric_shrinks_bears_less_on_two_statements() -> None:
    claim, aside, denial = "The army shelled the mill", "Schools open on Monday", "Nobody fired at the mill"
    wire = account(f"A\n{claim}.\n{aside}.", "A", None, (claim, []), (aside, []))
    paper = account(f"B\n{denial}.", "B", None, (denial, []))
    vectors = {claim: [0.6, 0.8], denial: [0.8, 0.6], aside: [0.8, -0.6]}
    made = ready([wire, paper], words=WORDS, vectors=lambda texts: [vectors.get(text, [1.0, 0.0]) for text in texts])
    i, j, k = ([one.content for one in made.every].index(words) for words in (claim, denial, aside))
    same, shrunk = (Metric(np.eye(2), np.array([along, 1.0]), "") for along in (1.0, 0.1))
    as_is, learnt = (bearing(made.every, made.meanings, metric) for metric in (same, shrunk))
    assert (as_is[i, j], as_is[j, k]) == (0.96, 0.28)
    assert learnt[i, j] > 0.96
    assert learnt[j, k] < -0.9
    one_lacks = {words: vector for words, vector in made.meanings.items() if words != aside}
    without = bearing(made.every, one_lacks, shrunk)
    assert (without[i, j], without[j, k]) == (learnt[i, j], UNRELATED)
