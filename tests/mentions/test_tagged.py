import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.language.encoder import Encoded
from accordingto.language.wordpiece import WordPiece
from accordingto.language.words import words_of
from accordingto.mentions.tagged import (
    MENTIONED,
    NAMED,
    Named,
    begin,
    best_labels,
    inside,
    joined,
    mentioned,
    named,
    spans_of,
)
from accordingto.model import Span
from tests.language.vectors import LETTERS

LABELS = 1 + 2 * 2


def allowed(path: tuple[int, ...], breaks: np.ndarray) -> bool:
    for i, label in enumerate(path):
        if label and label % 2 == 0 and (i == 0 or breaks[i] or path[i - 1] not in (label, label - 1)):
            return False
    return True


@settings(deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 5))
def test_the_labelling_is_the_best_of_those_that_are_well_formed(seed: int, n: int) -> None:
    rng = np.random.default_rng(seed)
    scores = rng.normal(size=(n, LABELS)).astype(np.float32)
    scores -= np.logaddexp.reduce(scores, axis=1, keepdims=True)
    breaks = rng.random(n) < 0.3
    paths = [p for p in np.ndindex(*(LABELS,) * n) if allowed(p, breaks)]
    best = max(float(scores[np.arange(n), list(p)].sum()) for p in paths)
    path = best_labels(scores, breaks)
    assert allowed(tuple(path), breaks)
    assert abs(float(scores[np.arange(n), path].sum()) - best) < 1e-5


def test_spans_begin_where_a_kind_begins_anew() -> None:
    path = np.array([0, begin(1), inside(1), begin(1), 0, begin(0), begin(2)])
    assert spans_of(path) == [(1, 3, 1), (3, 4, 1), (5, 6, 0), (6, 7, 2)]


def saying(text: str, *labels: list[int], size: int, window: int = 50) -> Encoded:
    """A text whose vectors are the labels that each head is to find, side by side."""
    words = words_of(text, WordPiece.of_lines(LETTERS))
    vectors = np.hstack([np.eye(size, dtype=np.float32)[row] * 20 for row in labels])
    cuts = tuple((a, min(a + window, len(words))) for a in range(0, len(words), window))
    parts = tuple(vectors[a:b] for a, b in cuts)
    return Encoded(text, words, cuts, parts, (vectors[0],) * len(cuts), tuple((part, part[0]) for part in parts))


TEXT = "General Nadim Hazrun left Rusafi."


def texts(found: tuple[Named, ...]) -> list[tuple[str, str]]:
    return [(TEXT[n.span.start : n.span.end], n.kind) for n in found]


@pytest.mark.parametrize("window", [50, 2])
def test_names_are_spans_of_the_text_with_kind_and_score(window: int) -> None:
    size = 1 + 2 * len(NAMED)
    encoded = saying(TEXT, [0, begin(0), inside(0), 0, begin(2), 0], size=size, window=window)
    tables = {"branch.names.weight": np.eye(size, dtype=np.float32), "branch.names.bias": np.zeros(size, np.float32)}
    found = named(encoded, tables)
    assert texts(found) == [("Nadim Hazrun", "person"), ("Rusafi", "place")]
    assert all(0.99 < n.score <= 1 for n in found)


def test_an_inner_mention_follows_its_outer_and_none_stands_twice() -> None:
    size = 1 + 2 * len(MENTIONED)
    person, place = MENTIONED.index("Person"), MENTIONED.index("Location")
    outer = [begin(person), inside(person), inside(person), 0, begin(place), 0]
    inner = [0, begin(person), inside(person), 0, begin(place), 0]
    eye, bias = np.eye(2 * size, dtype=np.float32), np.zeros(size, np.float32)
    tables = {
        "branch.outer.weight": eye[:, :size], "branch.outer.bias": bias,
        "branch.inner.weight": eye[:, size:], "branch.inner.bias": bias,
    }  # fmt: skip
    found = mentioned(saying(TEXT, outer, inner, size=size), tables)
    assert texts(found) == [("General Nadim Hazrun", "Person"), ("Nadim Hazrun", "Person"), ("Rusafi", "Location")]


def test_a_text_without_words_names_nothing() -> None:
    assert named(Encoded("", words_of("", WordPiece.of_lines(LETTERS)), (), (), ()), {}) == ()


def test_a_name_cut_in_two_is_put_together() -> None:
    text = "The Upland Labour Party met the Ministry of Orvenia and Dilan Harki Rozan Teli."
    parts = [
        ("Upland", "organisation"),
        ("Labour Party", "organisation"),
        ("Ministry", "organisation"),
        ("Orvenia", "place"),
    ]
    parts += [("Dilan Harki", "person"), ("Rozan Teli", "person")]
    found = [Named(Span(text.index(w), text.index(w) + len(w)), kind, 0.9) for w, kind in parts]
    assert [name.span.of(text) for name in joined(found, text)] == [
        "Upland Labour Party",
        "Ministry of Orvenia",
        "Dilan Harki",
        "Rozan Teli",
    ]
