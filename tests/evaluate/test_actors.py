"""Reach and B³ on rows small enough to count by hand."""

import json
from pathlib import Path

import pytest

from accordingto.evaluate.actors import clusters, count, coverage, head_end, measured
from accordingto.evaluate.re3d import is_re3d, re3d_rows

TEXT = "The Kharan Front fled. KF men stayed, the Front said. Manshar fell."


def at(words: str, kind: str = "Organisation", after: int = 0) -> dict[str, object]:
    start = TEXT.index(words, after)
    return {"start": start, "end": start + len(words), "type": kind}


def mine(words: str, entity: str | None, actor: str | None, after: int = 0) -> dict[str, object]:
    return {**at(words, after=after), "entity": entity, "actor": actor}


GOLD = {
    "doc": "d",
    "text": TEXT,
    "entities": [at("The Kharan Front"), at("KF"), at("the Front"), at("Manshar", "Location")],
    "synonyms": [[0, 1]],
}


def figures(predicted: list[dict[str, object]]) -> dict[str, float]:
    return {measure.name: measure.value for measure in measured(count(GOLD, predicted))}


def test_what_is_right_scores_a_hundred() -> None:
    predicted = [mine("Kharan Front", "e1", "kf"), mine("KF", "e1", "kf")]
    found = figures(predicted)
    assert (found["B3 synonyms"], found["synonym pairs"]) == (100, 100)
    assert found["reached Organisation"] == pytest.approx(200 / 3)
    assert found["reached Location"] == 0


def test_one_put_with_what_is_another_costs_precision() -> None:
    predicted = [mine("Kharan Front", "e1", None), mine("KF", "e1", None), mine("Manshar", "e1", None)]
    measures = {m.name: m for m in measured(count(GOLD, predicted))}
    assert measures["B3 all"].recall == pytest.approx(100)
    # three of four stand together, two of them rightly: (2/3 + 2/3 + 1 + 1/3) / 4
    assert measures["B3 all"].precision == pytest.approx(100 * (2 / 3 + 2 / 3 + 1 + 1 / 3) / 4, abs=0.1)


def test_mentions_of_the_same_words_are_one_but_pronouns_are_not() -> None:
    text = "Front and Front and it and it"
    spans = [(0, 5), (10, 15), (20, 22), (27, 29)]
    row = {"text": text, "entities": [{"start": a, "end": b, "type": "Organisation"} for a, b in spans]}
    numbers = clusters(row)
    assert numbers[0] == numbers[1]
    assert len(set(numbers)) == 3


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("the Government of Orvenia", "Government"),
        ("President Idris Tamrin", "Tamrin"),
        ("Selmar’s", "Selmar"),
        ("Ferro, the spokesman", "Ferro"),
    ],
)
def test_heads(words: str, head: str) -> None:
    assert words[: head_end(words, 0, len(words))].endswith(head)


def test_coverage_lists_what_is_not_reached() -> None:
    found = coverage([GOLD], [{"mentions": [mine("KF", "e1", "kf")]}])
    assert (found.reached["Organisation"], found.total["Organisation"]) == (1, 3)
    assert dict(found.missed["Organisation"]) == {"kharan front": 1, "front": 1}


def test_re3d_folders_as_rows(tmp_path: Path) -> None:
    ends = {"sourceBegin": 0, "sourceEnd": 3, "targetBegin": 8, "targetEnd": 11}
    files = {
        "documents": [{"_id": "d1", "text": "The one the other"}],
        "entities": [
            {"documentId": "d1", "begin": 0, "end": 3, "type": "Organisation"},
            {"documentId": "d1", "begin": 8, "end": 11, "type": "Organisation"},
        ],
        "relations": [
            {"documentId": "d1", "type": "IsSynonymOf", **ends},
            {"documentId": "d1", "type": "Likes", **ends},
        ],
    }
    for name, rows in files.items():
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert is_re3d(tmp_path / "documents.jsonl")
    (row,) = re3d_rows(tmp_path)
    assert (row["doc"], row["synonyms"]) == ("d1", [[0, 1]])
    assert [(e["start"], e["end"]) for e in row["entities"]] == [(0, 3), (8, 11)]
    assert not is_re3d(tmp_path / "relations.jsonl")
