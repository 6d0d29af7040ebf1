from typing import Any

import pytest

from accordingto.evaluate.score import SCORERS, score
from accordingto.evaluate.tables import CONFUSIONS, render
from accordingto.model import IntegrityError, UsageError
from tests.evaluate.build import TEXT, attribution, statement, voice

QUOTE = attribution("Rozan Teli", "told", "“We hold the dam,”")
GOLD: dict[str, Any] = {"doc": "a", "text": TEXT, "attributions": [QUOTE]}
TELI = statement("“We hold the dam,”", voice("Rozan Teli", "Rozan Teli"), form="direct")


def test_only_primary_rows_and_only_documents_of_the_gold() -> None:
    second = {**GOLD, "attributions": [], "primary": False}
    others = [{"doc": "a", "attributions": [QUOTE]}, {"doc": "z", "attributions": [QUOTE]}]
    found = score("attribution", [second, GOLD], others, draws=0)
    assert (found.documents, found.absent, found.figures["A2"]) == (1, (), 100.0)


def test_a_document_without_a_prediction_is_scored_as_empty_and_named() -> None:
    found = score("contents", [GOLD], [], draws=0)
    assert (found.absent, found.figures["A1"]) == (("a",), 0.0)


@pytest.mark.parametrize("task", SCORERS)
def test_a_prediction_of_another_task_is_named(task: str) -> None:
    gold = {SCORERS[task].gold: [], **GOLD, "statements": [TELI]}
    gold = {**GOLD, "statements": [TELI], SCORERS[task].gold: []}
    with pytest.raises(
        UsageError, match=r"the prediction has no (list )?`.*` for the document a, only `doc`, `blocks`"
    ):
        score(task, [gold], [{"doc": "a", "blocks": []}])


def test_gold_without_annotation_is_named() -> None:
    with pytest.raises(UsageError, match="the gold has no list `statements` for the document a"):
        score("statements", [GOLD], [])
    with pytest.raises(UsageError, match="the gold has no row"):
        score("statements", [], [])


def test_a_span_outside_its_text_is_named() -> None:
    late = {**QUOTE, "content": [[0, len(TEXT) + 1]]}
    with pytest.raises(IntegrityError, match=r"the prediction of a, attribution 2, `content`: the span \[0, 95\]"):
        score("attribution", [GOLD], [{"doc": "a", "attributions": [QUOTE, late]}])


@pytest.mark.parametrize("field", ["content", "form", "act", "factuality", "chain"])
def test_a_missing_field_is_named(field: str) -> None:
    lacking = {key: value for key, value in TELI.items() if key != field}
    gold = {"doc": "a", "text": TEXT, "statements": [TELI]}
    with pytest.raises(IntegrityError, match=f"the prediction of a, statement 1, `{field}` is missing"):
        score("statements", [gold], [{"doc": "a", "statements": [lacking]}])


@pytest.mark.parametrize("wrong", [{"chain": None}, {"chain": ["Rozan Teli"]}, {"act": None}])
def test_a_field_of_the_wrong_kind_is_named(wrong: dict[str, Any]) -> None:
    gold = {"doc": "a", "text": TEXT, "statements": [TELI]}
    with pytest.raises(IntegrityError, match="the prediction of a, statement 1: "):
        score("statements", [gold], [{"doc": "a", "statements": [{**TELI, **wrong}]}])


def test_tasks_without_a_scorer() -> None:
    with pytest.raises(UsageError, match=r"blocks is a task of the contract .* available: attribution"):
        score("blocks", [], [])


def test_a_table_lines_up_and_marks_what_rests_on_nothing() -> None:
    found = score("attribution", [GOLD], [{"doc": "a", "attributions": [QUOTE]}], draws=5)
    text = render(found)
    assert "A2                   100.0  [100.0, 100.0]  100.0  100.0     1" in text
    assert "A1 recall mixed          –" in text
    assert not any(line.endswith(" ") for line in text.splitlines())


def test_confusions_are_listed_most_frequent_first() -> None:
    acts = [f"act{i:02}" for i in range(CONFUSIONS + 5)]
    gold = [{"doc": a, "text": TEXT, "statements": [{**TELI, "act": a}]} for a in acts]
    gold.append({"doc": "more", "text": TEXT, "statements": [{**TELI, "act": acts[-1]}]})
    found = score("statements", gold, [{"doc": row["doc"], "statements": [TELI]} for row in gold], draws=0)
    assert found.confusion[0] == (acts[-1], "state", 2)
    assert len(found.confusion) == len(acts)
    assert render(found).count("      state") == CONFUSIONS


def test_json_has_every_measure() -> None:
    plain = score("statements", [{"doc": "a", "text": TEXT, "statements": [TELI]}], [], draws=3).to_dict()
    assert plain["measures"][0]["name"] == "found"
    assert plain["absent"] == ("a",)
