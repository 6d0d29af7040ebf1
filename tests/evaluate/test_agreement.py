"""Our scorers against the reference scorers: what those gave on the rows in ``agreement/`` is written down here.

The rows are synthetic reports with random annotations and predictions that were moved, relabelled, doubled, left out or made up;
there are discarded stretches, second annotators, straight and curly quotation marks, and a document without a prediction.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from accordingto.evaluate.rows import Row, read_rows
from accordingto.evaluate.score import Score, score

HERE = Path(__file__).parent / "agreement"
ATTRIBUTION = {
    # figure: F1, precision, recall, gold
    "A1": (71.204188, 73.913043, 68.686869, 99),
    "A2": (59.685864, 61.956522, 57.575758, 99),
    "A3": (27.225131, 28.260870, 26.262626, 99),
    "A4": (27.225131, 28.260870, 26.262626, 99),
    "A5": (17.801047, 18.478261, 17.171717, 99),
    "C1": (70.377185, 73.913043, 67.164179, 67),
    "C2": (60.024301, 61.956522, 58.208955, 67),
}
RECALLS = {
    # class: gold, recall of A1, recall of A2
    "direct": (18, 66.666667, 55.555556),
    "indirect": (74, 67.567568, 55.405405),
    "mixed": (7, 85.714286, 85.714286),
    "speech": (44, 65.909091, 56.818182),
    "according": (4, 75.0, 75.0),
    "other": (51, 70.588235, 56.862745),
}
INTERVALS = {"A1": (61.995449, 79.091097), "A2": (51.245498, 67.955814), "A5": (10.957485, 25.0)}
STATEMENTS = {
    # figure: value, of how many; the reference prints three decimals of a share
    "found": (76.6, 102),
    "form": (84.4, 77),
    "act": (83.1, 77),
    "act macro-F1": (82.2, 73),
    "factuality": (81.8, 77),
    "chain": (83.3, 60),
}

TIMES = {
    # figure: F1; the reference prints three decimals of a share
    "strict": 54.0,
    "relaxed": 75.9,
    "type": 63.2,
    "value": 56.3,
    "type+value": 43.7,
    "span+value": 36.8,
    "value recall DATE": 100 * 22 / 38,
    "value recall SET": 100 * 7 / 13,
    "value recall TIME": 100 * 6 / 11,
    "value recall DURATION": 100 * 14 / 21,
}


def rows(name: str) -> Iterator[Row]:
    return read_rows(HERE / f"{name}.jsonl", needed=("doc",))


@pytest.fixture(scope="module")
def attribution() -> Score:
    return score("attribution", rows("attribution.gold"), rows("attribution.pred"))


@pytest.fixture(scope="module")
def statements() -> Score:
    return score("statements", rows("statements.gold"), rows("statements.pred"), draws=0)


@pytest.mark.parametrize("name", ATTRIBUTION)
def test_levels_of_attribution(attribution: Score, name: str) -> None:
    measure = next(m for m in attribution.measures if m.name == name)
    got = (measure.value, measure.precision, measure.recall, measure.support)
    assert got == pytest.approx(ATTRIBUTION[name], abs=1e-5)


@pytest.mark.parametrize("name", RECALLS)
def test_recalls_by_class(attribution: Score, name: str) -> None:
    by_name = {m.name: m for m in attribution.measures}
    a1, a2 = by_name[f"A1 recall {name}"], by_name[f"A2 recall {name}"]
    assert (a1.support, a1.value, a2.value) == pytest.approx(RECALLS[name], abs=1e-5)


@pytest.mark.parametrize("name", INTERVALS)
def test_intervals_with_the_same_seed_and_draws(attribution: Score, name: str) -> None:
    measure = next(m for m in attribution.measures if m.name == name)
    assert measure.interval == pytest.approx(INTERVALS[name], abs=1e-5)


@pytest.mark.parametrize("name", STATEMENTS)
def test_statements(statements: Score, name: str) -> None:
    measure = next(m for m in statements.measures if m.name == name)
    value, support = STATEMENTS[name]
    assert measure.value == pytest.approx(value, abs=0.05)
    assert measure.support == support


def test_found_is_made_of_the_same_statements(statements: Score) -> None:
    found = statements.measures[0]
    assert (found.precision, found.recall) == pytest.approx((77.8, 75.5), abs=0.05)


def test_contents_equal_attribution_without_sources_and_cues() -> None:
    gold = [{**row, "discard": []} for row in rows("attribution.gold")]
    assert score("contents", gold, rows("attribution.pred"), draws=0).figures["A1"] == pytest.approx(
        72.636816, abs=1e-5
    )


def test_the_document_without_a_prediction_is_named(attribution: Score) -> None:
    assert attribution.absent == ("d11",)
    assert attribution.documents == 24


@pytest.mark.parametrize("name", TIMES)
def test_times(name: str) -> None:
    found = score("times", rows("times.gold"), rows("times.pred"), draws=0)
    assert found.figures[name] == pytest.approx(TIMES[name], abs=0.05)
    assert found.measures[0].support == 83
    assert found.absent == ("t9",)
