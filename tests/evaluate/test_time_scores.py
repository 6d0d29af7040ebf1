from typing import Any

import pytest

from accordingto.evaluate.predict import predict
from accordingto.evaluate.score import score
from accordingto.model import IntegrityError

TEXT = "Troops entered the town on Tuesday after two days of shelling, residents told reporters in the capital."


def timex(words: str, kind: str, value: str, **more: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "type": kind, "value": value, **more}


GOLD = {
    "id": "a",
    "dct": "2023-05-04",
    "text": TEXT,
    "timex": [timex("Tuesday", "DATE", "2023-05-02"), timex("two days", "DURATION", "P2D")],
}


def test_what_is_predicted_for_a_row_is_scored() -> None:
    (row,) = predict("times", [GOLD])
    assert row == {
        "id": "a",
        "timex": [{key: t[key] for key in ("start", "end", "type", "value")} for t in GOLD["timex"]],
    }
    found = score("times", [GOLD], [row], draws=0).figures
    assert {found[name] for name in ("value", "type+value", "strict", "relaxed", "span+value")} == {100.0}


def test_the_day_of_publication_may_be_called_either_way() -> None:
    rows = [{**GOLD, "dct": None, "published": "2023-05-11"}, {"id": "b", "text": TEXT}]
    assert [row["timex"][0]["value"] for row in predict("times", rows)] == ["2023-05-09", "XXXX-WXX-2"]


def test_a_creation_time_is_neither_gold_nor_spurious() -> None:
    gold = {**GOLD, "timex": [timex("Tuesday", "DATE", "2023-05-02", fid="CREATION_TIME"), GOLD["timex"][1]]}
    (row,) = predict("times", [GOLD])
    assert score("times", [gold], [row], draws=0).figures["value"] == 100.0


def test_a_span_outside_its_text_is_named() -> None:
    late = {"start": 0, "end": len(TEXT) + 1, "type": "DATE", "value": "2023"}
    with pytest.raises(IntegrityError, match="lies outside the text"):
        score("times", [GOLD], [{"id": "a", "timex": [late]}])


def test_an_empty_text_has_no_times() -> None:
    assert list(predict("times", [{"doc": "a", "text": " "}])) == [{"doc": "a", "timex": []}]
