import random

import pytest

from accordingto.evaluate import places
from accordingto.evaluate.predict import predict, without_demonyms
from accordingto.evaluate.score import score
from accordingto.evaluate.tasks import with_gold_spans
from accordingto.model import UsageError

TEXT = "From Raqqa to Manbij, Syrian towns"
GOLD = {
    "id": "1",
    "text": TEXT,
    "toponyms": [
        {"start": 5, "end": 10, "lat": 35.95, "lon": 39.01, "geonameid": 172955},
        {"start": 14, "end": 20, "lat": 36.53, "lon": 37.95},
    ],
}


def at(start, end, lat=None, lon=None, ident=None, *, demonym=False):
    return {"start": start, "end": end, "lat": lat, "lon": lon, "geonameid": ident, "demonym": demonym}


def figures(predicted, gold=GOLD):
    return {one.name: one.value for one in places.measured(places.count(gold, predicted))}


def test_the_same_id_is_no_error_however_far_the_point():
    found = figures([at(5, 10, 0.0, 0.0, 172955), at(14, 20, 36.0, 38.0)])
    assert (found["exact"], found["e2e161"], found["acc@161"], found["exact id"]) == (100, 100, 100, 100)


def test_what_is_unresolved_or_far_is_found_but_no_hit():
    found = figures([at(4, 10), at(14, 20, 48.0, 2.0)])
    assert (found["exact"], found["overlap"], found["e2e161"], found["acc@161"]) == (50, 100, 0, 0)
    assert 90 < found["AUC"] < 100


def test_one_prediction_is_used_once():
    assert figures([at(5, 20, 35.95, 39.01, 172955)])["overlap"] == pytest.approx(200 / 3)


def test_demonyms_can_be_left_out_of_account():
    found = figures([at(5, 10, ident=172955), at(22, 28, demonym=True)])
    assert found["exact"] == 50
    assert found["exact without demonyms"] == pytest.approx(200 / 3)


def test_gold_without_a_point_counts_for_recognition_only():
    gold = {**GOLD, "toponyms": [*GOLD["toponyms"], {"start": 29, "end": 34}]}
    found = figures([at(5, 10, ident=172955), at(14, 20, 36.5, 38.0)], gold)
    assert found["acc@161"] == 100
    assert found["e2e161 of located"] == 100
    assert found["e2e161"] == 80


def test_the_figures_are_those_of_the_reference_scorer():
    """What the reference printed for these rows: random toponyms, some moved, far off, unresolved or made up."""
    gold, predicted = synthetic(40)
    found = score("places", gold, predicted, draws=0).figures
    assert found["exact"] == pytest.approx(REFERENCE["exact"], abs=0.05)
    assert found["overlap"] == pytest.approx(REFERENCE["overlap"], abs=0.05)
    assert found["e2e161"] == pytest.approx(REFERENCE["e2e161"], abs=0.05)
    assert found["acc@161"] == pytest.approx(REFERENCE["acc@161"], abs=0.05)
    assert found["AUC"] == pytest.approx(REFERENCE["AUC"], abs=0.05)
    assert found["exact id"] == pytest.approx(REFERENCE["exact id"], abs=0.05)


def synthetic(documents: int):
    """Rows with random toponyms, and predictions made from them."""
    draw = random.Random(7)
    gold, predicted = [], []
    for number in range(documents):
        wanted, given = [], []
        for start in range(0, 300, 30):
            point = {"lat": draw.uniform(-60, 60), "lon": draw.uniform(-180, 180)} if draw.random() < 0.9 else {}
            one = {"start": start, "end": start + 10, **point}
            if point and draw.random() < 0.6:
                one["geonameid"] = draw.randrange(1, 9_000_000)
            wanted.append(one)
            fate = draw.random()
            if fate < 0.2:
                continue
            mine = {"start": start, "end": start + 10, "lat": None, "lon": None, "geonameid": None}
            if fate < 0.35:
                mine["start"] += draw.choice([2, 4, 7])
            if point and fate > 0.45:
                mine |= {axis: point[axis] + draw.uniform(-2, 2) for axis in ("lat", "lon")}
            if draw.random() < 0.5:
                mine["geonameid"] = one.get("geonameid")
            given.append(mine)
        gold.append({"id": str(number), "text": "x" * 320, "toponyms": wanted})
        predicted.append({"id": str(number), "toponyms": given})
    return gold, predicted


REFERENCE = {"exact": 72.9, "overlap": 87.5, "e2e161": 43.9, "acc@161": 43.9, "AUC": 56.5, "exact id": 38.9}


def test_a_row_s_own_spans_are_resolved_without_a_model():
    (row,) = predict("resolution", [GOLD])
    raqqa, manbij = row["toponyms"]
    assert (raqqa["start"], raqqa["end"], raqqa["geonameid"], raqqa["country"]) == (5, 10, 172955, "SY")
    assert (manbij["geonameid"], manbij["admin1"]) == (167357, "Aleppo")


def test_gold_spans_go_with_places_only():
    assert with_gold_spans("places") == "resolution"
    with pytest.raises(UsageError, match="--gold-spans goes with places"):
        with_gold_spans("times")


def test_rows_can_leave_demonyms_out():
    rows = [{"id": "1", "toponyms": [at(5, 10), at(22, 28, demonym=True)]}, {"id": "2", "error": "x"}]
    assert [len(row.get("toponyms", ())) for row in without_demonyms(rows)] == [1, 0]
