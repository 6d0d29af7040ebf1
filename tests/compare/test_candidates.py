import pytest

from accordingto.compare.candidates import (
    PAIR_SIMILARITY,
    coverage,
    matching,
    pairs,
    similarities,
    similarity,
    weights_of,
)
from accordingto.compare.normalise import tokens_of
from accordingto.compare.said import said_of
from tests.compare import crossing
from tests.compare.words import frame_of, saying


def sides():
    one, other = crossing.harbour(), crossing.meridian()
    frame = frame_of(one.report.text, other.report.text, crossing.CLAIM)
    return frame, said_of(one, frame.canon), said_of(other, frame.canon)


def test_a_claim_finds_its_rewordings_in_each_report_and_nothing_else() -> None:
    frame, ours, theirs = sides()
    wanted = frozenset(frame.canon.all_of(tokens_of(crossing.CLAIM)))
    weights = weights_of([*ours, *theirs])
    found = [one.text[one.parts[0].start : one.parts[-1].end] for one in matching(wanted, theirs, weights)]
    assert found[0].startswith("The coalition-backed Free Upland Forces")
    assert found[1].startswith("Lorrand coalition will not target")
    assert not any("Port Ansar" in text or "boats" in text for text in found)


def test_one_shared_name_is_no_match() -> None:
    frame, ours, _ = sides()
    wanted = frozenset(frame.canon.all_of(tokens_of("Kharan Front opens a school")))
    weights = weights_of(ours)
    assert all(coverage(wanted, one, weights) < 1 for one in ours)
    assert matching(wanted, ours, weights) == []


def test_pairs_are_each_others_best_and_similar_enough() -> None:
    _, ours, theirs = sides()
    found = pairs(ours, theirs, weights_of([*ours, *theirs]))
    assert all(score >= PAIR_SIMILARITY for _, _, score in found)
    assert len({one.id for one, _, _ in found}) == len({other.id for _, other, _ in found}) == len(found)
    boats = [
        (a.text[a.parts[0].start :][:30], b.text[b.parts[0].start :][:30])
        for a, b, _ in found
        if "boats" in b.text[b.parts[0].start : b.parts[-1].end]
    ]
    assert boats == [("The coalition has no intention", "The coalition does not rule ou")]


def test_similarity_lies_between_nothing_and_the_same() -> None:
    frame = frame_of("the bridge is closed", "nine goats swam")
    one, other = saying("the bridge is closed", frame), saying("nine goats swam", frame)
    weights = weights_of([one, other])
    assert similarity(one, one, weights) == 1
    assert similarity(one, other, weights) == 0


def test_the_similarities_of_many_are_those_of_each_two():
    _, ours, theirs = sides()
    every = [*ours, *theirs]
    weights = weights_of(every)
    made = similarities(every, weights)
    for i, a in enumerate(every):
        for j, b in enumerate(every):
            assert made[i, j] == pytest.approx(similarity(a, b, weights), abs=1e-5)
