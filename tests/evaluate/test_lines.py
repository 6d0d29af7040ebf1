from __future__ import annotations

from pathlib import Path

import pytest

from accordingto.evaluate.gate import gate, raise_floors
from accordingto.evaluate.lines import digest, lines_text, told_rows, with_texts
from accordingto.evaluate.predict import predict
from accordingto.evaluate.rows import Row, write_rows
from accordingto.evaluate.score import score
from accordingto.model import IntegrityError, UsageError

ROLES = {
    "Army closes the mill road in the Tarsa valley": "title",
    "By Lena Vostrik": "byline",
    "Soldiers closed the mill road before dawn on Tuesday, residents of the valley said by telephone, and let nobody pass.": "body",
    "Read: Who holds the mills of the Tarsa?": "other",
    "The council has not said who will hold the mill bridge now, and residents were told to stay indoors.": "body",
}
ROW: Row = {"doc": "v/1", "lang": "en", "lines": [{"text": text, "role": role} for text, role in ROLES.items()]}
CHECKED: Row = {
    "doc": "v/1",
    "language": "en",
    "half": "held",
    "lines": [{"role": role, "sha256": digest(text)} for text, role in ROLES.items()],
}


def predicted(row: Row = ROW) -> Row:
    return next(iter(predict("lines", [row])))


def test_a_line_has_the_role_of_its_block() -> None:
    assert [line["role"] for line in predicted()["lines"]] == list(ROLES.values())


def test_a_line_of_two_blocks_has_the_role_of_the_longer() -> None:
    line = "SELMAR, Jan 3 (Northwire) — Soldiers closed the mill road before dawn on Tuesday, residents of the valley said."
    found = predicted({**ROW, "lines": [{"text": "Army closes mill road in Tarsa valley"}, {"text": line}]})["lines"][1]
    assert (found["role"], found["lost"], found["prose"]) == ("body", 0, True)


def test_spans_of_lines_are_their_texts() -> None:
    text, spans = lines_text(ROW)
    assert [text[a:b] for a, b in spans] == list(ROLES)


def test_scores_need_no_text() -> None:
    found = score("lines", [CHECKED], [predicted()], draws=0)
    assert found.figures["body English"] == found.figures["floor body English"] == 100.0
    assert found.figures["body characters read"] == 100.0
    assert {act.name: act.value for act in found.acts} == dict.fromkeys(ROLES.values(), 100.0)


def test_what_is_wrong_is_seen() -> None:
    wrong = predicted()
    wrong["lines"] = [{**line, "role": "body"} for line in wrong["lines"]]
    wrong["lines"][2] |= {"role": "other", "lost": wrong["lines"][2]["characters"]}
    found = score("lines", [CHECKED], [wrong], draws=0)
    assert found.figures["body English"] == pytest.approx(100 * 2 / 6)
    assert found.figures["other out of body"] == 0.0
    assert 40 < found.figures["body characters read"] < 60
    assert ("body", "other", 1) in found.confusion


def test_a_document_without_a_prediction_has_nothing_right() -> None:
    found = score("lines", [CHECKED], [], draws=0)
    assert found.figures["body English"] == 0.0


def test_another_text_is_told() -> None:
    other = {**ROW, "lines": [{**line, "text": line["text"] + "!"} for line in ROW["lines"]]}
    with pytest.raises(IntegrityError, match="line 0"):
        score("lines", [CHECKED], [predicted(other)], draws=0)
    with pytest.raises(IntegrityError, match="line 0"):
        with_texts([CHECKED], [other])
    with pytest.raises(IntegrityError, match="no document"):
        with_texts([CHECKED], [])


def test_rows_of_another_task_are_told() -> None:
    with pytest.raises(UsageError, match="lines"):
        score("lines", [CHECKED], [{"doc": "v/1", "statements": []}], draws=0)


def test_the_gate_reads_the_texts_where_they_lie(tmp_path: Path) -> None:
    floors, gold = tmp_path / "evals" / "floors.json", tmp_path / "gold"
    for folder in (tmp_path / "evals" / "line-roles", gold / "line-roles"):
        folder.mkdir(parents=True)
    write_rows([CHECKED], tmp_path / "evals" / "line-roles" / "checked.jsonl")
    write_rows([ROW], gold / "line-roles" / "weak.jsonl")
    new = raise_floors(gate(floors, gold=gold), floors)
    body = next(floor for floor in new if floor.figure == "body English")
    assert (body.corpus, body.measured) == ("line-roles/checked.jsonl", 100.0)
    assert "predict lines $GOLD/line-roles/weak.jsonl" in body.command
    assert "score lines evals/line-roles/checked.jsonl" in body.command
    assert all(outcome.verdict == "not measured" for outcome in gate(floors).outcomes)


def test_statements_are_counted_by_the_line_they_stand_in() -> None:
    text, spans = lines_text(ROW)
    body, other = spans[2], spans[3]
    lines = told_rows(
        predicted()["lines"], spans, [[list(body)], [[body[0] + 5, body[1]], [other[0], other[0] + 4]], [list(other)]]
    )
    assert [line["statements"] for line in lines] == [0, 0, 2, 1, 0]
    found = score("line-statements", [CHECKED], [{"doc": "v/1", "lines": lines}], draws=0).figures
    assert found["statements in body"] == pytest.approx(200 / 3)
    assert found["statements out of captions"] == 100.0
    assert found["statements out of other lines"] == pytest.approx(200 / 3)
    assert text
