import numpy as np
import pytest

from accordingto.language.encoder import Encoded, encode
from accordingto.language.wordpiece import WordPiece
from accordingto.language.words import words_of
from accordingto.model import UsageError
from accordingto.resources.model import Model, open_model

TEXT = "Orvenian forces entered Rusafi on Monday, the monitor said. " * 40


@pytest.fixture(scope="module")
def model() -> Model:
    return open_model()


def read(model: Model, *, branch: bool) -> Encoded:
    return encode(TEXT, words_of(TEXT, WordPiece.of_lines(model.vocabulary)), model, branch=branch)


def test_the_branch_leaves_what_attribution_reads_as_it_is(model: Model) -> None:
    plain, branched = read(model, branch=False), read(model, branch=True)
    assert len(plain.cuts) > 1
    for ours, theirs in zip((*plain.vectors, *plain.starts), (*branched.vectors, *branched.starts), strict=True):
        assert np.array_equal(ours, theirs)


def test_the_branch_has_a_vector_for_every_word_of_every_window(model: Model) -> None:
    encoded = read(model, branch=True)
    for (begin, end), (vectors, start) in zip(encoded.cuts, encoded.upper(), strict=True):
        assert vectors.shape == (end - begin, 384)
        assert start.shape == (384,)


def test_without_the_branch_its_vectors_cannot_be_had(model: Model) -> None:
    with pytest.raises(UsageError, match="branch=True"):
        read(model, branch=False).upper()
