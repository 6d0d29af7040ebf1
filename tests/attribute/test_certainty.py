import numpy as np
import pytest

from accordingto.attribute.certainty import certainties, certainties_at
from tests.language.vectors import SIZE, branched

TEXT = "Kharan says it left"


@pytest.fixture
def tables() -> dict[str, np.ndarray]:
    rng = np.random.default_rng(3)
    weight = rng.normal(size=(SIZE, 1)).astype(np.float32)
    return {"branch.factuality.weight": weight, "branch.factuality.bias": np.array([0.5], np.float32)}


def test_each_word_has_the_value_of_its_own_vector_whatever_the_windows(tables: dict[str, np.ndarray]) -> None:
    whole = certainties(branched(TEXT, 50, 1), tables)
    assert whole.shape == (4,)
    assert np.allclose(whole, certainties(branched(TEXT, 3, 1), tables))


def test_values_stay_on_the_scale(tables: dict[str, np.ndarray]) -> None:
    steep = tables | {"branch.factuality.weight": tables["branch.factuality.weight"] * 100}
    assert set(np.abs(certainties(branched(TEXT, 50, 1), steep)).tolist()) == {3.0}


def test_an_offset_inside_a_word_asks_for_that_word(tables: dict[str, np.ndarray]) -> None:
    encoded = branched(TEXT, 50, 1)
    whole = certainties(encoded, tables).tolist()
    assert certainties_at(encoded, tables, [0, TEXT.index("says") + 2, len(TEXT)]) == [whole[0], whole[1], whole[3]]
