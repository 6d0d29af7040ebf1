"""Scores for estimates and control on rows made by hand."""

from typing import Any

import pytest

from accordingto.evaluate.score import score
from accordingto.model import IntegrityError
from tests.evaluate.build import at, statement

TEXT = "At least 31 people died in Dorva, the monitor said. The army took Dorva and Camp Hadra from the Front."


def estimate(span: str = "At least 31", **given: Any) -> dict[str, Any]:
    row = {"statement": "s1", "span": at(span, TEXT), "low": 31, "high": None, "unit": "people"}
    return {**row, "what": [at("people", TEXT)], "place": [at("Dorva", TEXT)], **given}


def control(trigger: str = "took", place: str = "Dorva and", holder: str = "The army", **given: Any) -> dict[str, Any]:
    roles = {"place": [at(place, TEXT)] if place else [], "holder": [at(holder, TEXT)] if holder else []}
    return {"statement": "s2", "span": at(trigger, TEXT), "status": "gains", "asserted": True, **roles, **given}


def figures(task: str, gold: list[dict[str, Any]], predicted: list[dict[str, Any]], **more: Any) -> dict[str, float]:
    row = {
        "doc": "a",
        "text": TEXT,
        "statements": [statement("At least 31 people died in Dorva", text=TEXT)],
        task: gold,
    }
    return score(task, [row], [{"doc": "a", task: predicted, **more}], draws=0).figures


def test_an_estimate_is_found_by_its_quantity_and_bounds() -> None:
    found = figures("estimates", [estimate()], [estimate("31 people")])
    assert (found["found"], found["span"], found["bounds"], found["what"], found["place"]) == (100.0,) * 5
    other = figures("estimates", [estimate()], [estimate(high=31)])
    assert (other["found"], other["span"], other["bounds"]) == (0.0, 100.0, 0.0)


def test_kinds_of_bounds_are_told_apart() -> None:
    row = {"doc": "a", "text": TEXT, "estimates": [estimate()]}
    found = score("estimates", [row], [{"doc": "a", "estimates": [estimate(high=31)]}], draws=0)
    assert found.confusion == (("at least", "exact", 1),)


def test_unit_what_and_place_count_only_where_an_estimate_is_found() -> None:
    found = figures("estimates", [estimate()], [estimate(unit="men", what=[], place=[])])
    assert (found["found"], found["unit"], found["what"], found["place"]) == (100.0, 0.0, 0.0, 0.0)
    assert figures("estimates", [estimate(unit=None)], [estimate()])["unit"] == 100.0


def test_statements_are_compared_by_their_contents() -> None:
    mine = {**statement("31 people died in Dorva", text=TEXT), "id": "mine"}
    gold = [estimate(statement="At least 31 people died in Dorva")]
    assert figures("estimates", gold, [estimate(statement="mine")], statements=[mine])["statement"] == 100.0
    assert figures("estimates", gold, [estimate(statement=None)], statements=[mine])["statement"] == 0.0


def test_control_is_found_by_status_and_place() -> None:
    assert figures("control", [control()], [control("died")])["found"] == 100.0
    assert figures("control", [control()], [control(place="Camp Hadra")])["found"] == 0.0
    lost = figures("control", [control()], [control(status="loses")])
    assert (lost["found"], lost["trigger"], lost["status"]) == (0.0, 100.0, 0.0)


def test_two_records_of_one_trigger_are_matched_by_their_status() -> None:
    gold = [control(), control(status="loses", holder="the Front")]
    found = figures("control", gold, gold[::-1])
    assert (found["found"], found["status"], found["holder"], found["own trigger"]) == (100.0,) * 4


def test_a_holder_that_is_not_told_must_not_be_given() -> None:
    assert figures("control", [control(holder="")], [control()])["holder"] == 0.0


@pytest.mark.parametrize(
    ("task", "item"),
    [
        ("estimates", {**estimate(), "span": [0, 9999]}),
        ("estimates", {**estimate(), "low": "31"}),
        ("control", {**control(), "place": "Dorva"}),
        ("control", {key: value for key, value in control().items() if key != "status"}),
    ],
)
def test_rows_at_odds_with_the_contract_are_named(task: str, item: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError, match="the prediction of a, "):
        figures(task, [], [item])
