"""Plain text that reads without colour and cannot steer a terminal."""

from __future__ import annotations

import dataclasses
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from accordingto.export.terminal import chunks, render
from accordingto.model import Field, Inherited, spans_of
from tests.export.invented import ARABIC, Lost, bare, reading


def test_the_chain_reads_from_the_outlet_down() -> None:
    text = render(reading())
    assert "  2 The Harbour Post ← Northwire ← Gen. Nadim Hazrun (chief of staff)\n" in text
    assert "    intends · certain (CT+) · indirect · intended · said 2023-03-13\n" in text
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
