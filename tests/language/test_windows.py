from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from accordingto.language.merge import WindowScores, merge, owned
from accordingto.language.windows import windows
from accordingto.language.words import Words


def words(lengths: list[int]) -> Words:
    n = len(lengths)
    first = np.cumsum([0, *lengths])
    at = np.arange(n)
    return Words(at, at + 1, np.zeros((n, 3), np.int64), np.zeros(int(first[-1]), np.int64), first)


@given(st.lists(st.integers(1, 5), min_size=1, max_size=300), st.integers(12, 60), st.integers(0, 8))
def test_windows_cover_every_word_and_fit(lengths: list[int], size: int, overlap: int) -> None:
    given_words = words(lengths)
    cuts = list(windows(given_words, size=size, overlap=overlap))
    assert cuts[0][0] == 0
    assert cuts[-1][1] == len(lengths)
    first = given_words.first_piece
    for begin, end in cuts:
        assert first[end] - first[begin] <= size - 2 or end == begin + 1
    for (a, b), (c, d) in pairwise(cuts):
        assert a < c <= b < d


@given(st.lists(st.integers(1, 5), min_size=1, max_size=200))
def test_every_word_is_answered_for_once(lengths: list[int]) -> None:
    cuts = list(windows(words(lengths), size=20, overlap=6))
    mine = owned(cuts)
    assert [i for a, b in mine for i in range(a, b)] == list(range(len(lengths)))
    assert all(begin <= a and b <= end for (begin, end), (a, b) in zip(cuts, mine, strict=True))


def test_pointers_count_the_mass_inside_candidates_and_nowhere() -> None:
    scores = np.array([[0.1, 0.6, 0.2, 0.1], [0.0, 0.0, 0.5, 0.5], [0.2, 0.2, 0.2, 0.4]], np.float32)
    _, pointers = merge(3, [(0, 3)], [WindowScores(np.zeros((3, 7), np.float32), {"cue_of": scores})])
    found, nowhere = pointers["cue_of"].mass((0, 2), [(1, 3), (0, 1)])
    np.testing.assert_allclose(found, [(0.8 + 0.5) / 2, 0.05], atol=1e-6)
    assert abs(nowhere - 0.3) < 1e-6
