"""Agreement: spans and labels told apart."""

from __future__ import annotations

import pytest

from accordingto.model.review import LAYERS
from accordingto.review import accept, add, correct, reject
from accordingto.review.agreement import LABELS, WORDS, agreement, coding, matched
from tests.export import claimed
from tests.review.test_apply import kept

READING = claimed.claimed("claimed.txt")


def all_of(by: str, layer: str) -> list:
    return [
        accept(READING, layer, one.id, by=by) for one in getattr(READING, layer) if not getattr(one, "derived", False)
    ]


def of(decisions, layer: str):
    (found,) = agreement([coding(READING, kept(*decisions), ("Nura", "Sami"))], layers=(layer,))
    return found


@pytest.mark.parametrize("layer", list(LAYERS))
def test_who_decides_the_same_agrees_wholly(layer: str) -> None:
    found = of([*all_of("Nura", layer), *all_of("Sami", layer)], layer)
    assert (found.unitising, found.exact, found.shared) == (1.0, 1.0, 1.0)
    assert [one.name for one in found.labels] == [*LABELS[layer], *WORDS[layer]]
    assert all(one.equal == 1.0 and one.alpha in (1.0, None) for one in found.labels)


def test_labels_differ_and_spans_do_not() -> None:
    mine = all_of("Nura", "statements")
    theirs = [correct(READING, "statements", one.id, {"act": "warn"}, by="Sami") for one in READING.statements]
    found = of([*mine, *theirs], "statements")
    assert (found.unitising, found.exact) == (1.0, 1.0)
    labels = {one.name: one for one in found.labels}
    assert labels["act"].equal == 0.0
    assert labels["act"].alpha < 0
    assert labels["factuality"].equal == labels["source"].equal == 1.0


def test_spans_differ_and_labels_do_not() -> None:
    mine, theirs = all_of("Nura", "statements"), all_of("Sami", "statements")
    first = READING.statements[0]
    theirs[0] = reject(READING, "statements", first.id, by="Sami")
    other = READING.statements[1]
    cut = [[span.start, span.end] for span in other.content]
    cut[-1][1] -= 4
    theirs[1] = correct(READING, "statements", other.id, {"content": cut}, by="Sami")
    found = of([*mine, *theirs], "statements")
    count = len(READING.statements)
    assert found.exact == pytest.approx(2 * (count - 2) / (2 * count - 1))
    assert found.shared == pytest.approx(2 * (count - 1) / (2 * count - 1))
    assert 0 < found.unitising < 1
    assert all(one.equal == 1.0 for one in found.labels)
    assert found.records == 2 * count - 1


def test_what_only_one_adds_counts_against_agreement() -> None:
    start = READING.report.text.index("market")
    extra = add(READING, "places", {"span": [start, start + 6], "name": "Market"}, by="Sami")
    found = of([*all_of("Nura", "places"), *all_of("Sami", "places"), extra], "places")
    assert found.exact < 1
    assert found.unitising < 1


def test_a_layer_that_nobody_has_anything_in_says_nothing() -> None:
    found = of([], "control")
    assert (found.records, found.unitising, found.exact, found.shared) == (0, None, None, None)
    assert all(one.equal is None and one.alpha is None for one in found.labels)
    assert agreement([], layers=("events",))[0].reports == 0


def test_each_record_is_in_one_pair_and_the_likest_first() -> None:
    a = list(READING.statements)
    pairs = matched(a, list(reversed(a)))
    assert [(x.id, y.id) for x, y in pairs] == [(x.id, x.id) for x in a] or {x.id for x, _ in pairs} == {
        x.id for x in a
    }
    assert all(x.id == y.id for x, y in pairs)
