import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from accordingto.attribute.decode import Scores, attributions, best_tags, spans_of
from accordingto.attribute.scheme import BEGIN, DISTANCE_BUCKETS, INSIDE, OUTSIDE, ROLES, TAGS, distance_bucket
from accordingto.language.merge import Pointed

SURE = {
    "B-source": BEGIN["source"],
    "B-cue": BEGIN["cue"],
    "B-content": BEGIN["content"],
    "I-content": INSIDE["content"],
    "I-source": INSIDE["source"],
    "I-cue": INSIDE["cue"],
    "O": OUTSIDE,
}


def tags(*labels: str) -> np.ndarray:
    scores = np.full((len(labels), TAGS), -5.0, np.float32)
    scores[np.arange(len(labels)), [SURE[label] for label in labels]] = -0.01
    return scores


def pointer(n: int, targets: dict[int, int | None]) -> Pointed:
    scores = np.full((n, n + 1), 1e-3, np.float32)
    for word, target in targets.items():
        scores[word, n if target is None else target] = 1.0
    return Pointed(((0, n),), ((0, n),), (scores,))


def test_a_split_quotation_with_its_cue_and_source() -> None:
    labels = tags("B-content", "I-content", "B-source", "B-cue", "B-content", "O")
    cue_of = pointer(6, {0: 3, 1: 3, 4: 3})
    source_of = pointer(6, {0: 2, 1: 2, 3: 2, 4: 2})
    (found,) = attributions(Scores(labels, cue_of, source_of), np.zeros(6, bool))
    assert (found.content, found.cue, found.source) == ([(0, 2), (4, 5)], (3, 4), (2, 3))
    assert 0.9 < found.probability <= 1.0


def test_a_content_that_points_nowhere_stands_alone() -> None:
    labels = tags("B-content", "I-content", "O", "B-cue", "B-source")
    nowhere = pointer(5, {0: None, 1: None})
    (found,) = attributions(Scores(labels, nowhere, nowhere), np.zeros(5, bool))
    assert (found.content, found.cue, found.source) == ([(0, 2)], None, None)


def test_no_span_runs_over_a_paragraph_break() -> None:
    labels = tags("B-content", "I-content", "I-content", "I-content")
    breaks = np.array([True, False, True, False])
    assert spans_of(best_tags(labels, breaks), "content") == [(0, 2), (2, 4)]


@given(st.integers(0, 40), st.integers(0, 2**32 - 1))
def test_every_labelling_is_well_formed(n: int, seed: int) -> None:
    scores = np.log(np.random.default_rng(seed).dirichlet(np.ones(TAGS), n).astype(np.float32) + 1e-9).reshape(n, TAGS)
    path = best_tags(scores, np.zeros(n, bool))
    for i, label in enumerate(path):
        for role in ROLES:
            if label == INSIDE[role]:
                assert i > 0
                assert path[i - 1] in (BEGIN[role], INSIDE[role])


@given(st.integers(-2000, 2000))
def test_distance_buckets_are_ordered_and_bounded(distance: int) -> None:
    assert 0 <= distance_bucket(distance) < DISTANCE_BUCKETS
    if distance > 0:
        assert distance_bucket(distance) >= distance_bucket(distance - 1) or distance == 1
        assert distance_bucket(distance) != distance_bucket(-distance)
