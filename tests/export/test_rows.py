"""Rows carry every field of the records, with the words behind each."""

from __future__ import annotations

import dataclasses
import json

import pytest

from accordingto.export.rows import entity_rows, failure_row, mention_rows, report_row, statement_rows
from accordingto.model import Block, Entity, Link, Mention, Report, Run, Source, Statement, Time
from tests.export.invented import ARABIC, TEXT, Lost, bare, reading


def test_rows_are_plain_and_in_reading_order() -> None:
    rows = statement_rows(reading())
    assert json.loads(json.dumps(rows)) == rows
    starts = [row["content"]["spans"][0][0] for row in rows]
    assert starts == sorted(starts)


@pytest.mark.parametrize("number", range(9))
def test_every_span_list_stands_with_its_words(number: int) -> None:
    def check(value: object) -> None:
        if isinstance(value, dict):
            if "spans" in value:
                joined = " … ".join(TEXT[start:end] for start, end in value["spans"])
                assert value["text"] == (joined or None)
            for part in value.values():
                check(part)
        elif isinstance(value, list):
            for part in value:
                check(part)

    check(statement_rows(reading())[number])
    check(report_row(reading()))


def test_a_nested_chain_says_who_and_how_that_is_known() -> None:
    row = next(row for row in statement_rows(reading()) if row["act"] == "intend")
    assert row["chain_text"] == "Northwire → Gen. Nadim Hazrun"
    outlet, wire, general = row["chain"]
    assert outlet["source"]["evidence"] == {
        "kind": "implied",
        "text": None,
        "spans": [],
        "rule": "outlet",
        "from_record": None,
    }
    assert wire["source"]["evidence"]["kind"] == "inherited"
    assert wire["source"]["evidence"]["rule"] == "agency-dateline"
    assert wire["source"]["evidence"]["text"] == "Northwire"
    assert general["source"]["role"] == "chief of staff"
    assert general["said"]["value"] == row["said"] == "2023-03-13"
    assert (row["block"], row["score"]) == ("paragraph", 0.8765)


def test_narration_is_the_outlets_and_an_agentless_voice_has_no_name() -> None:
    rows = statement_rows(reading())
    assert rows[0]["chain_text"] == rows[0]["source"] == "The Harbour Post"
    agentless = next(row for row in rows if row["act"] == "doubt")
    assert agentless["source"] is None
    assert agentless["unnamed"] is True
    assert agentless["chain_text"] == "(no source given)"


def test_brackets_of_the_outlet_and_the_statement_answered_are_kept() -> None:
    rows = statement_rows(reading())
    assert next(row for row in rows if row["form"] == "direct")["editorial"]["text"] == "[of the Asur]"
    denial = next(row for row in rows if row["act"] == "deny")
    assert denial["about"] in {row["id"] for row in rows}


def test_report_row() -> None:
    row = report_row(reading())
    assert row["text"] == TEXT
    assert row["published"]["value"] == "2023-03-13T14:07+02:00"
    assert row["published"]["precision"] == "minute"
    assert row["updated"] == {
        "value": "2023-03",
        "local": "2023-03",
        "offset": None,
        "precision": "month",
        "read_from": "meta:modified",
        "text": None,
        "spans": [],
    }
    assert row["statements"] == 9
    assert ARABIC in [row["text"][block["start"] : block["end"]] for block in row["blocks"]]
    assert report_row(bare())["outlet"] is None


def test_mentions_entities_and_failures() -> None:
    assert [row["text"] for row in mention_rows(reading())] == ["General Nadim Hazrun", "the general"]
    assert entity_rows(reading())[0]["role_words"]["text"] == "General"
    assert failure_row(Lost()) == {
        "type": "failure",
        "where": "reports/empty.txt",
        "error": "EmptyInput",
        "message": "reports/empty.txt is empty",
    }


@pytest.mark.parametrize(
    ("record", "row", "elsewhere"),
    [
        (Report, report_row(reading()), set()),
        (Statement, statement_rows(reading())[0], set()),
        (Link, statement_rows(reading())[0]["chain"][0], set()),
        (Source, statement_rows(reading())[0]["chain"][0]["source"], set()),
        (Time, next(r for r in statement_rows(reading()) if r["said"])["chain"][2]["said"], set()),
        (Mention, mention_rows(reading())[0], {"span"}),
        (Entity, entity_rows(reading())[0], {"role_span"}),
        (Block, report_row(reading())["blocks"][0], {"span"}),
        (Run, report_row(reading())["run"], set()),
    ],
)
def test_no_field_of_a_record_is_left_out(record: type, row: dict[str, object], elsewhere: set[str]) -> None:
    """A field added to a record must be added to its row; spans become text and spans, or start and end."""
    assert {field.name for field in dataclasses.fields(record)} - elsewhere <= set(row)
