import pytest

from accordingto.compare.bare import joined, sides_of
from accordingto.compare.counting import matches
from accordingto.compare.numbers import Stand
from accordingto.compare.timing import Fit, best_fit
from accordingto.compare.verdict import features, judged
from accordingto.compare.wording import wording
from accordingto.resources.comparison import open_comparison
from accordingto.resources.verdict import open_verdict
from tests.compare.words import WORDS


def verdict(claim: str, evidence: str) -> str:
    scores = judged(claim, evidence, words=WORDS, weights=open_verdict())
    assert sum(scores.values()) == pytest.approx(1)
    return max(scores, key=lambda label: scores[label])


@pytest.mark.parametrize(
    ("claim", "evidence", "label"),
    [
        ("More than 40 people died in Rusafi.", "The flood in Rusafi killed 52 people, the council said.", "SUPPORTS"),
        ("More than 60 people died in Rusafi.", "The flood in Rusafi killed 52 people, the council said.", "REFUTES"),
        ("The bridge was opened before 1998.", "The bridge, built by Orsk and Sons, was opened in 1995.", "SUPPORTS"),
        ("The bridge was opened before 1998.", "The bridge, built by Orsk and Sons, was opened in 2004.", "REFUTES"),
        ("Nadim Hazrun was born in Selmar.", "The harbour has two cranes and a lighthouse.", "NOT ENOUGH INFO"),
    ],
)
def test_a_claim_is_judged_by_what_differs(claim: str, evidence: str, label: str) -> None:
    assert verdict(claim, evidence) == label


@pytest.mark.parametrize(
    ("claim", "evidence"), [("", ""), (" ", "Selmar"), ("«»", "“”"), ("نعم", "لا"), ("12", "x\u00a012")]
)
def test_whatever_is_given_gets_an_answer(claim: str, evidence: str) -> None:
    assert verdict(claim, evidence) in ("SUPPORTS", "REFUTES", "NOT ENOUGH INFO")


def test_every_feature_that_the_trees_ask_for_is_read() -> None:
    found = features(*sides_of("Selmar has 12 gates.", "Selmar has no gates.", WORDS))
    assert set(open_verdict().features) <= found.keys()


def test_quantities_are_matched_by_what_they_count() -> None:
    mine, other = sides_of("12 tents and at least 30 goats burnt", "35 goats and 12 tents burnt", WORDS)
    found = matches(mine, other)
    assert [(m.mine.span.of(mine.text), m.other.span.of(other.text), m.stand) for m in found if m] == [
        ("12", "12", Stand.SAME),
        ("at least 30", "35", Stand.WITHIN),
    ]


@pytest.mark.parametrize(
    ("mine", "other", "fit"),
    [
        ("left on 3 May 2023", "left in May 2023", Fit.LOOSE),
        ("left in May 2023", "left on 3 May 2023", Fit.SAME),
        ("left before 3 May 2023", "left on 3 May 2023", Fit.EDGE),
        ("left before 3 May 2023", "left on 2 May 2023", Fit.WITHIN),
        ("left after 3 May 2023", "left on 2 May 2023", Fit.APART),
        ("left by 3 May 2023", "left on 3 May 2023", Fit.WITHIN),
        ("left on 3 May", "left on 4 May 2023", Fit.APART),
    ],
)
def test_times_fit_as_far_as_both_are_told(mine: str, other: str, fit: Fit) -> None:
    one, two = sides_of(mine, other, WORDS)
    found = best_fit(one.times[0], two.times)
    assert found is not None
    assert found[0] is fit


def test_words_are_laid_beside_each_other() -> None:
    laid = wording(*sides_of("Petra Orsk praised the plan", "Petra Vell criticised the plan", WORDS))
    assert [(s.mine.word, s.other.word) for s in laid.substitutions] == [("orsk", "vell")]
    assert [token.word for token in laid.missing] == ["orsk", "praised"]
    assert [token.word for token, _ in laid.opposite] == ["praised"]


def test_words_set_apart_from_their_marks_are_joined() -> None:
    assert (
        joined("It cost $ 12 million , he said , and was n't paid .")
        == "It cost $12 million, he said, and wasn't paid."
    )


def test_the_lexicon_opens_once() -> None:
    assert open_comparison() is WORDS
