"""Plain text that reads without colour and cannot steer a terminal."""

from __future__ import annotations

import dataclasses
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from accordingto.export.layers import Layer
from accordingto.export.terminal import chunks, render
from accordingto.export.terminal_tables import NOUNS
from accordingto.export.terminal_tables import chunks as tables
from accordingto.model import Field, Inherited, spans_of
from tests.export.claimed import claimed
from tests.export.invented import ARABIC, Lost, bare, reading


def test_the_chain_reads_from_the_outlet_down() -> None:
    text = render(reading())
    assert "  2 The Harbour Post ← Northwire ← Gen. Nadim Hazrun (chief of staff)\n" in text
    assert "    intends · certain (CT+) · indirect · intended · said 13 March 2023\n" in text
    assert "    “The army does not plan to cross the Asur”\n" in text
    assert "source “Northwire” inherited by rule agency-dateline · cue “reported”" in text


def test_a_rule_that_carried_source_and_cue_is_named_once() -> None:
    whole = reading()
    statement = next(s for s in whole.statements if len(s.chain) == 2 and s.act == "report")
    wire = statement.chain[1]
    carried = dataclasses.replace(wire, cue=Inherited("link-1", "agency-dateline", spans_of(wire.cue)))
    statement = dataclasses.replace(statement, chain=(statement.chain[0], carried))
    text = render(dataclasses.replace(whole, statements=(statement,)))
    assert "by Northwire: source “Northwire” · cue “reported” inherited by rule agency-dateline\n" in text


def test_head_flags_and_count() -> None:
    text = render(reading())
    assert "The Harbour Post · 13 March 2023, 14:07 (+02:00) · Selmar\nreports/harbour.txt\n" in text
    assert "! short" in text
    assert text.endswith("9 statements: 7 by voices, 2 narrated\n")


def test_unnamed_voices_and_answers_are_marked_in_words() -> None:
    text = render(reading())
    assert "US officials [unnamed]" in text
    assert "(no source given)" in text
    assert re.search(r"denies · certainly not \(CT-\) · indirect · about \d", text)


def test_quotation_marks_are_not_doubled() -> None:
    text = render(reading())
    assert "““" not in text
    assert "“We will hold the west bank [of the Asur],” … “and nobody will drive us out.”" in text


def test_arabic_comes_whole() -> None:
    text = render(reading())
    assert "أبو ليث المسكري" in text
    assert ARABIC.split(" ")[2] in text


def test_plain_has_no_escape_codes_and_colour_says_nothing_more() -> None:
    plain, coloured = render(reading()), render(reading(), colour="standard")
    assert "\x1b" not in plain
    assert "\x1b[" in coloured
    bare_words = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in bare_words.splitlines()] == plain.splitlines()


def test_what_is_claimed_stands_under_its_statement() -> None:
    text = " ".join(render(claimed()).split())
    market = text.split(" 2 The")[1].split(" 3 The")[0]
    assert "event ASSAULT, heavy-weapons “Rockets … hit”: Kharan Front → civilians · Manshar · 12 March 2023" in market
    assert "killed 12–15 civilians, of them 5 children" in market
    assert "control Kharan Front (“Front”) holds Manshar (presupposed) · as of 12 March 2023" in market
    assert "estimate less than 1,000 fighters “fighters remain” · west of the Asur" in text
    assert "event RETREAT, withdraw (negated) “withdraw”: We · Dorva" in text
    assert "control الجبهة gains تل هارون" in text
    assert text.endswith("; in them 4 events, 4 estimates, 2 records of control")


def test_what_says_it_again_comes_with_all() -> None:
    brief, whole = render(claimed()), render(claimed(), everything=True)
    assert "12–15 civilians · Manshar" not in brief
    assert "REJECT" not in brief
    assert "estimate 12–15 civilians · Manshar · as of 12 March 2023" in whole
    assert "event    REJECT (from the act) “denied”: army of Orvenia (“The army”)" in whole


def test_all_lists_actors_places_and_times_in_brief() -> None:
    text = render(claimed(), everything=True)
    assert "Kharan Front  armed-group  “the Kharan Front”, “Front”" in text
    assert text.count("Manshar       Manshar, Kharan, Orvenia  35.250, 38.500") == 1
    assert "west of Asur  Asur                      no point: an area relative to it" in text
    assert "“Sunday”  12 March 2023  counted from publication" in text
    assert "Named in the report\n    army of Orvenia  organisation" in text


@pytest.mark.parametrize("width", [24, 40, 88, 200])
def test_claims_keep_to_the_width(width: int) -> None:
    assert max(map(cell_len, render(claimed(), width=width, everything=True).splitlines())) <= width


@pytest.mark.parametrize("layer", [Layer.EVENTS, Layer.ESTIMATES, Layer.CONTROL, Layer.PLACES, Layer.ACTORS])
@pytest.mark.parametrize("width", [40, 60, 88, 100])
def test_tables_keep_to_the_width_and_count(layer: Layer, width: int) -> None:
    text = "".join(tables([claimed(), Lost(), bare()], layer, width=width))
    assert max(map(cell_len, text.splitlines())) <= width
    count = len(getattr(claimed(), layer.value))
    assert text.endswith(f"{count} {NOUNS[layer][count != 1]} in 1 of 2 reports\n")
    assert "\x1b" not in text


def test_every_row_of_a_table_ends_with_according_to_whom() -> None:
    lines = "".join(tables([claimed()], Layer.EVENTS)).splitlines()
    assert lines[4].split() == ["when", "what", "where", "according", "to"]
    bombed = next(i for i, line in enumerate(lines) if "ASSAULT, aerial" in line)
    assert lines[bombed].endswith("  the army")
    assert lines[bombed + 1].endswith("denies, certainly not")


def test_a_number_and_what_it_counts_are_one_quotation() -> None:
    text = "".join(tables([claimed()], Layer.ESTIMATES))
    assert "“between 12 and 15 civilians”" in " ".join(text.replace("\xa0", " ").split())
    assert "“five … children”" in text


def test_where_nothing_was_read_nothing_is_counted() -> None:
    assert list(tables([Lost()], Layer.EVENTS)) == []
    assert list(tables([bare()], Layer.EVENTS)) == ["0 events in 1 report\n"]


def test_a_place_that_one_voice_names_often_is_one_row() -> None:
    whole = claimed()
    again = dataclasses.replace(whole.places[0], id="place-again")
    text = "".join(tables([dataclasses.replace(whole, places=(whole.places[0], again))], Layer.PLACES))
    assert "\n2 times  " in text
    assert text.endswith("2 places in 1 report\n")


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters()))
def test_nothing_that_is_claimed_steers_the_terminal(words: str) -> None:
    whole = claimed()
    event = dataclasses.replace(
        whole.events[1], type=words, mode=words, actors=(dataclasses.replace(whole.events[1].actors[0], words=words),)
    )
    estimate = dataclasses.replace(whole.estimates[0], unit=words)
    places = tuple(dataclasses.replace(p, toponym=words, name=words, relation=None) for p in whole.places)
    whole = dataclasses.replace(whole, events=(event,), estimates=(estimate,), places=places)
    layers = (Layer.EVENTS, Layer.ESTIMATES, Layer.CONTROL, Layer.PLACES)
    text = render(whole, everything=True) + "".join(piece for one in layers for piece in tables([whole], one))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


@pytest.mark.parametrize("width", [1, 24, 40, 88, 200])
def test_lines_keep_to_the_width(width: int) -> None:
    report = dataclasses.replace(reading().report, title=Field("w" * 300 + " " + "ض" * 90, "meta"))
    text = render(dataclasses.replace(reading(), report=report), width=width, everything=True)
    assert max(cell_len(line) for line in text.splitlines()) <= max(width, 24)
    assert text.count("w" * 20) >= 300 // max(width, 24)


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters()))
def test_nothing_that_a_report_says_steers_the_terminal(words: str) -> None:
    report = dataclasses.replace(
        reading().report, title=Field(words, "meta"), outlet=Field(words, "meta"), flags=(words,)
    )
    text = render(dataclasses.replace(reading(), report=report, where=words))
    text.encode("utf-8")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def test_chunks_leave_failures_out_and_part_readings_by_a_line() -> None:
    first, second = chunks([bare(), Lost(), bare()])
    assert second == "\n" + first
    assert "(no title)" in first
    assert "\x1b" not in first


def test_all_lists_entities() -> None:
    assert "Nadim Hazrun  person  General" in render(reading(), everything=True)
