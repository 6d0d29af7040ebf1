import numpy as np
import pytest

from accordingto.language.vectors import LONGEST, SIZE, STEPS, SentenceEncoder, rounded, signs, unit
from accordingto.resources.sentence_encoder import open_sentences


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    return SentenceEncoder(open_sentences())


def test_a_text_gives_the_same_vector_whatever_stands_beside_it(encoder: SentenceEncoder) -> None:
    one = "The bridge at Tell Harun was hit twice on Monday."
    alone = encoder.vectors([one])[0]
    beside = encoder.vectors(["Rain.", one, "A very long sentence " * 40, one])
    assert (beside[1] == alone).all()
    assert (beside[3] == alone).all()


def test_vectors_are_of_length_one(encoder: SentenceEncoder) -> None:
    made = encoder.vectors(["Two people were killed.", "", "قُتل شخصان", "\ud800 broken", "a" * 5000])
    assert made.shape == (5, SIZE)
    assert np.allclose(np.linalg.norm(made, axis=1), 1, atol=1e-5)


def test_no_text_gives_no_vector(encoder: SentenceEncoder) -> None:
    assert encoder.vectors([]).shape == (0, SIZE)


def test_what_means_the_same_lies_nearer_than_what_shares_the_words(encoder: SentenceEncoder) -> None:
    asked, same, other = encoder.vectors(
        [
            "The rebels seized the town.",
            "Insurgents captured the city.",
            "The town's bakers baked for the rebels' families.",
        ]
    )
    assert asked @ same > asked @ other
    assert asked @ same > 0.5


def test_what_stands_behind_the_window_is_left_out(encoder: SentenceEncoder) -> None:
    long = "shelling " * LONGEST
    assert len(encoder.piece_ids(long)) == LONGEST
    first, second = encoder.vectors([long, long + "A wedding took place."])
    assert (first == second).all()


def test_rounding_hardly_moves_a_cosine() -> None:
    rng = np.random.default_rng(5)
    given = unit(rng.normal(size=(200, SIZE)).astype(np.float32))
    kept = unit(rounded(given).astype(np.float32))
    assert abs(given @ given.T - kept @ kept.T).max() < 0.005
    assert rounded(np.eye(SIZE, dtype=np.float32)).max() == STEPS


def test_signs_of_a_vector_and_of_its_rounding_are_those_of_the_dimensions() -> None:
    given = np.array([[1, -1, 0, 1, 0, 0, 0, -1]], np.int8)
    assert signs(given).tolist() == [[0b10010000]]
