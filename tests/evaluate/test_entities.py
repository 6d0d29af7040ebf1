import pytest

from accordingto.evaluate import entities
from accordingto.evaluate.columns import column_rows
from accordingto.evaluate.score import score
from accordingto.model import IntegrityError

COLUMNS = """\
Lena\tB-politician
Vostrik\tI-politician
met\tO
the\tO
Kharan\tB-organisation
Front\tI-organisation

Manshar\tB-location
Rusafi\tB-location
""".splitlines()


def test_a_column_file_gives_a_row_a_sentence() -> None:
    first, second = column_rows(COLUMNS)
    assert first["text"] == "Lena Vostrik met the Kharan Front"
    assert [first["text"][e["start"] : e["end"]] for e in first["entities"]] == ["Lena Vostrik", "Kharan Front"]
    assert [(e["start"], e["end"], e["type"]) for e in second["entities"]] == [(0, 7, "location"), (8, 14, "location")]
    assert first["doc"] != second["doc"]


def test_types_can_be_renamed() -> None:
    assert [e["type"] for e in next(column_rows(COLUMNS, {"politician": "person"}))["entities"]] == [
        "person",
        "organisation",
    ]


def entity(start: int, end: int, kind: str) -> dict[str, object]:
    return {"start": start, "end": end, "type": kind, "actor": None}


def test_a_hit_is_the_exact_span_with_one_of_four_types() -> None:
    gold = [
        {
            "doc": "a",
            "text": "Lena Vostrik met the Kharan Front",
            "entities": [entity(0, 12, "politician"), entity(21, 33, "election")],
        }
    ]
    found = [{"doc": "a", "entities": [entity(0, 12, "person"), entity(17, 33, "other"), entity(21, 33, "place")]}]
    figures = score("entities", gold, found, draws=0).figures
    assert figures["F1"] == pytest.approx(100 * 2 * 1 / 5)
    assert figures["spans"] == pytest.approx(100 * 2 * 2 / 5)
    assert (figures["person"], figures["place"], figures["rest"]) == (100.0, 0.0, 0.0)


def test_a_span_counts_once() -> None:
    row = {"text": "Manshar", "entities": [entity(0, 7, "place")]}
    counts = entities.count(row, [entity(0, 7, "place"), entity(0, 7, "place")])
    assert (counts["hits"], counts["predicted"]) == (1, 2)


def test_a_span_outside_the_text_is_refused() -> None:
    gold = [{"doc": "a", "text": "Manshar", "entities": []}]
    with pytest.raises(IntegrityError, match="outside the text"):
        score("entities", gold, [{"doc": "a", "entities": [entity(0, 8, "place")]}], draws=0)
