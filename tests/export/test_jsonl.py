"""JSON Lines are lines, whatever a report says."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from accordingto.export.jsonl import dumps, lines
from tests.export.claimed import claimed
from tests.export.invented import Lost, bare, reading

ANY = st.text(st.characters())


def test_a_report_comes_before_its_statements_and_a_failure_in_its_place() -> None:
    types = [json.loads(line)["type"] for line in lines([reading(), Lost(), bare()])]
    assert types == ["report", *["statement"] * 9, "failure", "report"]


def test_all_adds_mentions_and_entities() -> None:
    types = [json.loads(line)["type"] for line in lines([reading()], everything=True)]
    assert types[-3:] == ["mention", "mention", "entity"]


def test_what_is_claimed_follows_layer_by_layer() -> None:
    types = [json.loads(line)["type"] for line in lines([claimed()])]
    assert list(dict.fromkeys(types)) == [
        "report",
        "statement",
        "event",
        "estimate",
        "control",
        "place",
        "time",
        "actor",
    ]


def test_readings_are_written_as_they_come() -> None:
    def items():  # type: ignore[no-untyped-def]
        yield reading()
        raise AssertionError

    assert json.loads(next(lines(items())))["type"] == "report"


@given(ANY)
def test_one_line_of_utf_8_that_gives_the_text_back(text: str) -> None:
    line = dumps({"text": text})
    assert len(line.splitlines()) == 1
    assert json.loads(line.encode("utf-8").decode("utf-8")) == {"text": text}


def test_letters_stay_readable() -> None:
    assert "أبو ليث" in "".join(lines([reading()]))
