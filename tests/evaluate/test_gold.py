"""Gold of what people decided: scored as any other, and a reading accepted as it is scores 100."""

from __future__ import annotations

from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest

from accordingto.evaluate.gold import ROWS, gold
from accordingto.evaluate.predict import predict
from accordingto.evaluate.score import SCORERS, Score, score
from accordingto.model.people import Role
from accordingto.model.review import LAYERS, Action
from accordingto.review import accept, applied, correct, reject
from accordingto.store.store import Store
from tests.export import claimed
from tests.review.test_apply import coded, kept
from tests.store.made import entry_of

READING = claimed.claimed("claimed.txt")


def accepted(*layers: str, by: str = "Nura") -> list:
    return [
        accept(READING, layer, one.id, by=by)
        for layer in layers
        for one in getattr(READING, layer)
        if not getattr(one, "derived", False)
    ]


POINTLESS = ("AUC", "e2e161", "e2e161 without demonyms", "e2e161 of located")
"""Figures in which a predicted place that has no point is never right, whatever the gold says; acc@161 leaves those out."""


def short(found: Score) -> dict[str, float]:
    """Figures that are not 100."""
    assert any(one.support for one in found.measures)
    return {
        one.name: one.value for one in found.measures if one.support and one.value < 100 and one.name not in POINTLESS
    }


def test_only_layers_that_are_coded_are_gold() -> None:
    assert gold(READING, kept(*accepted(*LAYERS))).row is None
    made = gold(READING, kept(*accepted(*LAYERS), coded("Nura", "events", "places")))
    assert made.layers == ("events", "places")
    assert set(made.row) == {"doc", "text", "outlet", "published", "events", "toponyms"}
    assert (made.row["doc"], made.row["text"]) == (READING.report.id, READING.report.text)
    assert gold(READING, kept(*accepted(*LAYERS), coded("Nura")), layers=("control",)).layers == ("control",)


def test_what_nobody_decided_on_has_no_part_in_it() -> None:
    first, *others = READING.statements
    held = [accept(READING, "statements", first.id, by="Nura"), reject(READING, "statements", others[0].id, by="Nura")]
    made = gold(READING, kept(*held, coded("Nura", "statements")))
    assert [one["id"] for one in made.row["statements"]] == [first.id]
    elsewhere = replace(READING, statements=(), events=(), places=())
    assert gold(elsewhere, kept(*held, coded("Nura", "statements"))).row["statements"] == made.row["statements"]


def test_a_disputed_layer_is_no_gold_until_it_is_settled() -> None:
    one = READING.statements[0].id
    both = [*accepted("statements"), *accepted("statements", by="Sami"), coded("Nura"), coded("Sami")]
    assert gold(READING, kept(*both)).layers == tuple(LAYERS)
    other = correct(READING, "statements", one, {"act": "warn"}, by="Sami")
    made = gold(READING, kept(*accepted("statements"), coded("Nura", "statements"), other))
    assert (made.row, made.disputed) == (None, {"statements": 1})
    settled = replace(other, by="Ora", role=Role.ADJUDICATOR)
    made = gold(READING, kept(*accepted("statements"), coded("Nura", "statements"), other, settled))
    assert "warn" in {row["act"] for row in made.row["statements"]}


@pytest.mark.parametrize("layer", list(LAYERS))
def test_rows_are_what_the_scorer_of_the_layer_takes(layer: str) -> None:
    pytest.importorskip("scipy")
    row = gold(READING, kept(*accepted(layer), coded("Nura", layer))).row
    found = score(layer, [row], [{"doc": row["doc"], **ROWS[layer](READING)}], draws=0)
    assert SCORERS[layer].gold in row
    assert not short(found)


def test_a_reading_of_the_shipped_model_accepted_as_it_is_scores_100(tmp_path: Path) -> None:
    """From a store to gold to the predictions of the shipped pipeline."""
    pytest.importorskip("scipy")
    from accordingto.pipeline.read import shared_reader

    sample = next(path for path in sorted(Path(str(resources.files("accordingto.samples") / "crossing")).glob("*.txt")))
    reader = shared_reader()
    reading = reader.read_text(sample.read_text("utf-8"))
    with Store.open(tmp_path / "a.db") as store:
        store.put(entry_of(reading))
        (name,) = store.reports()
        store.coded(name, by="Nura", rest=Action.ACCEPT)
        row = gold(store.reading(name), store.decisions_of(name)).row
        shown = applied(store.reading(name), store.decisions_of(name))
    assert all(one.decided for one in shown.judged)
    for layer in LAYERS:
        predicted = list(predict(layer, [row], reader=reader))
        assert not short(score(layer, [row], predicted, draws=0)), layer
