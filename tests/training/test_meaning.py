"""What is learnt of the meaning of sentences."""

import numpy as np

from training.meaning import DIRECTIONS, Pairs, average_precision, directions, learnt


def story(seed: int) -> Pairs:
    """Twelve statements on four things: the first three numbers tell which, the others nothing and more loudly."""
    random = np.random.default_rng(seed)
    things = np.arange(12) % 4
    corners = np.array([[1, 1, 1], [1, -1, -1], [-1, 1, -1], [-1, -1, 1]])
    rows = np.concatenate([0.5 * corners[things], random.normal(size=(12, 125))], axis=1)
    same = things[:, None] == things[None, :]
    apart = ~np.eye(12, dtype=bool)
    return Pairs(rows / np.linalg.norm(rows, axis=1, keepdims=True), same & apart, ~same)


def precision(pairs: Pairs, rows: np.ndarray) -> float:
    i, j = np.nonzero(np.tril(pairs.one | pairs.two))
    return average_precision(pairs.one[i, j].astype(float), (rows @ rows.T)[i, j])


def test_what_tells_one_thing_from_another_is_stretched() -> None:
    made = learnt([story(seed) for seed in range(8)])
    kept = directions(made)
    assert kept.shape == (DIRECTIONS, 128)
    assert np.array_equal(kept, directions(learnt([story(seed) for seed in range(8)])))
    unseen = story(99)
    mapped = unseen.vectors @ made.T
    mapped /= np.linalg.norm(mapped, axis=1, keepdims=True)
    assert precision(unseen, mapped) > precision(unseen, unseen.vectors)


def test_pairs_that_were_not_looked_at_are_never_found() -> None:
    assert average_precision(np.array([1.0, 0.0, 1.0]), np.array([0.9, 0.5, 0.1])) == (1 + 2 / 3) / 2
    assert average_precision(np.array([1.0, 0.0]), np.array([0.9, 0.5]), 1) == 0.5
