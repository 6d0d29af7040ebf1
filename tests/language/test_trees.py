from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from accordingto.language.trees import ROOT, best_tree

SCORES = st.integers(1, 4).flatmap(
    lambda m: arrays(np.float32, (m, m + 1), elements=st.floats(-5, 5, width=32, allow_subnormal=False))
)


def leads_to_root(heads: list[int]) -> bool:
    for word in range(len(heads)):
        seen: set[int] = set()
        while word != ROOT:
            if word in seen:
                return False
            seen.add(word)
            word = heads[word]  # noqa: PLW2901 - climbing
    return True


def log_probability(scores: np.ndarray, heads: list[int]) -> float:
    logits = scores.astype(np.float64)
    np.fill_diagonal(logits, -np.inf)
    logits -= np.logaddexp.reduce(logits, axis=1, keepdims=True)
    return float(sum(logits[word, head] for word, head in enumerate(heads)))


def best_of_all(scores: np.ndarray) -> float:
    m = len(scores)
    trees = product(*[[ROOT, *(h for h in range(m) if h != word)] for word in range(m)])
    return max(log_probability(scores, list(tree)) for tree in trees if leads_to_root(list(tree)))


@given(SCORES)
def test_the_tree_is_one_and_the_best_of_all(scores: np.ndarray) -> None:
    tree = best_tree(scores).tolist()
    assert leads_to_root(tree)
    assert abs(log_probability(scores, tree) - best_of_all(scores)) < 1e-6


def test_a_cycle_is_entered_where_it_costs_least() -> None:
    # words 0 and 1 like each other best; 1 would rather be the root than 0 would
    assert best_tree(np.array([[0, 5, 0], [5, 0, 4]], np.float32)).tolist() == [1, ROOT]


def test_no_words_no_tree() -> None:
    assert best_tree(np.zeros((0, 1), np.float32)).tolist() == []
