"""Rows carry every field of the records, with the words behind each."""

from __future__ import annotations

import dataclasses
import json

import pytest

from accordingto.export.layers import Layer, rows_of
from accordingto.export.rows import failure_row, report_row, statement_rows
from accordingto.export.rows_named import entity_rows, mention_rows
from accordingto.model import (
    Actor,
    Block,
    Bounds,
    Control,
    Entity,
    Estimate,
    Event,
    Fact,
    Link,
    Mention,
    MentionKind,
    Part,
    Place,
    Report,
    Run,
    Source,
    Statement,
    Time,
    UsageError,
    Victims,
)
from tests.export import claimed as made
from tests.export.claimed import claimed
from tests.export.invented import ARABIC, TEXT, Lost, bare, reading


def test_rows_are_plain_and_in_reading_order() -> None:
    rows = statement_rows(reading())
    assert json.loads(json.dumps(rows)) == rows
    starts = [row["content"]["spans"][0][0] for row in rows]
    assert starts == sorted(starts)


def check_spans(value: object, text: str) -> int:
    """Every span list stands with its words; gives how many there are."""
    if isinstance(value, dict):
        if "spans" in value:
            joined = " … ".join(text[start:end] for start, end in value["spans"])
            assert value["text"] == (joined or None)
        return ("spans" in value) + sum(check_spans(part, text) for part in value.values())
    return sum(check_spans(part, text) for part in value) if isinstance(value, list) else 0


@pytest.mark.parametrize("number", range(9))
def test_every_span_list_stands_with_its_words(number: int) -> None:
    assert check_spans(statement_rows(reading())[number], TEXT)
    assert check_spans(report_row(reading()), TEXT)


@pytest.mark.parametrize("layer", [layer for layer in Layer if layer is not Layer.ACTORS])
def test_every_span_list_of_every_layer_stands_with_its_words(layer: Layer) -> None:
    rows = rows_of(claimed(), layer)
    assert json.loads(json.dumps(rows)) == rows
    assert {row["type"] for row in rows} == {layer.record}
    assert all(check_spans(row, made.TEXT) for row in rows if layer is not Layer.ENTITIES)


@pytest.mark.parametrize("layer", ["events", "estimates", "control"])
def test_what_is_claimed_is_never_a_bare_fact(layer: str) -> None:
    statements = {row["id"]: row for row in claimed().to_dicts()}
    rows = claimed().to_dicts(layer)
    for row in rows:
        claim = statements[row["statement"]]
        assert row["id"] in claim[layer]
        for key in ("report", "outlet", "published", "chain_text", "source", "act", "factuality", "content", "said"):
            assert row[key] == claim[key]
    assert sum(len(claim[layer]) for claim in statements.values()) == len(rows)


def test_an_event_says_who_to_whom_where_and_with_what_harm() -> None:
    row = claimed().to_dicts("events")[1]
    assert (row["event_type"], row["mode"], row["derived"]) == ("ASSAULT", "heavy-weapons", False)
    assert row["trigger"]["text"] == "Rockets … hit"
    (actor,), (place,) = row["actors"], row["places"]
    assert (actor["words"], actor["name"], actor["actor"]) == ("the Kharan Front", "Kharan Front", made.FRONT)
    assert place["place"] in {found["id"] for found in claimed().to_dicts("places")}
    killed, children = row["victims"]
    assert (killed["count"]["low"], killed["count"]["high"], children["part"]) == (12, 15, True)
    assert killed["count"]["evidence"]["text"] == "between\u00a012 and 15"
    assert row["time"]["evidence"]["text"] == "Sunday"


def test_an_estimate_without_a_statement_is_told_as_such() -> None:
    whole = claimed()
    loose = dataclasses.replace(whole, estimates=(dataclasses.replace(whole.estimates[0], statement=None),))
    (row,) = loose.to_dicts("estimates")
    assert (row["statement"], row["chain_text"], row["act"], row["content"]) == (None, None, None, None)
    assert row["outlet"] == "The Harbour Post"


def test_a_place_has_the_statement_that_names_it() -> None:
    rows = {row["id"]: row for row in claimed().to_dicts("places")}
    assert (rows["place-hadra"]["act"], rows["place-hadra"]["factuality"]) == ("deny", "CT-")
    assert rows["place-asur"]["relation_words"]["text"] == "west of"
    assert rows["place-dorva"]["name"] is None


def test_the_outlets_words_for_an_actor_are_kept() -> None:
    (row,) = claimed().to_dicts("actors")
    assert row["words"] == ["the Kharan Front", "Front"]
    assert row["namings"][0] == {"words": "the Kharan Front", "by": None, "times": 1}
    assert row["entities"] == ["entity-front"]


def test_a_word_inside_a_direct_quotation_is_its_voices_and_pronouns_name_nobody() -> None:
    whole = claimed()
    said = [
        Mention("mention-we", made.at("We", made.CAMP), MentionKind.PRONOUN, "We", "entity-front", 0.9, "test"),
        Mention("mention-x", made.at("Dorva"), MentionKind.ORGANISATION, "Dorva", "entity-front", 0.9, "test"),
    ]
    front = dataclasses.replace(whole.entities[0], mentions=(*whole.entities[0].mentions, "mention-we", "mention-x"))
    (row,) = dataclasses.replace(whole, mentions=(*whole.mentions, *said), entities=(front,)).to_dicts("actors")
    assert row["words"] == ["the Kharan Front", "Front", "Dorva"]
    assert row["namings"][2] == {"words": "Dorva", "by": "Nadim Hazrun", "times": 1}


def test_a_time_of_the_saying_stands_in_no_content() -> None:
    sunday, monday = claimed().to_dicts("times")
    assert (sunday["act"], monday["statement"]) == ("state", None)


def test_a_layer_that_is_not_there() -> None:
    with pytest.raises(UsageError, match="no layer facts; there are statements, events"):
        claimed().to_dicts("facts")


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
        (Event, claimed().to_dicts("events")[1], set()),
        (Part, claimed().to_dicts("events")[1]["actors"][0], set()),
        (Victims, claimed().to_dicts("events")[1]["victims"][0], set()),
        (Bounds, claimed().to_dicts("events")[1]["victims"][0]["count"], set()),
        (Estimate, claimed().to_dicts("estimates")[0], {"span"}),
        (Control, claimed().to_dicts("control")[0], set()),
        (Place, claimed().to_dicts("places")[0], {"span", "relation_span"}),
        (Time, claimed().to_dicts("times")[0], set()),
        (Actor, claimed().to_dicts("actors")[0], set()),
        (Fact, claimed().to_dicts("actors")[0]["facts"][0], set()),
    ],
)
def test_no_field_of_a_record_is_left_out(record: type, row: dict[str, object], elsewhere: set[str]) -> None:
    """A field added to a record must be added to its row; spans become text and spans, or start and end."""
    assert {field.name for field in dataclasses.fields(record)} - elsewhere <= set(row)
