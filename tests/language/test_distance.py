import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from accordingto.language.distance import by_distance


@given(st.integers(1, 20))
def test_each_pair_of_words_has_the_value_of_its_distance(n: int) -> None:
    found = by_distance(np.arange(1 - n, n, dtype=np.float32))
    assert found.tolist() == [[float(other - word) for other in range(n)] for word in range(n)]
