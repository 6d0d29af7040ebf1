"""Framing as text and rows: counts by place, examples with their words marked, nothing that depends on colour."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import StringIO

from accordingto.compare.framing import framing
from accordingto.export import framing_rows, framing_terminal
from accordingto.model import MentionKind
from tests.compare.build import account
from tests.compare.words import WORDS

NAMED = account(
    "News\n\nThe convoy waited two days at the river for a pass from the army before it crossed.",
    "North\x1bwire",
    "2023-05-15",
    the_army="army",
)
NAMED = replace(NAMED, mentions=tuple(replace(one, kind=MentionKind.ORGANISATION) for one in NAMED.mentions))
OTHER = account(
    "News\n\nThe convoy waited two days at the river for a pass from regime troops before it crossed.",
    "=Meridian Monitor",
    "2023-05-16",
)
FOUND = framing([NAMED, OTHER], "army", words=WORDS)


def test_text_shows_counts_examples_and_what_stands_there_elsewhere() -> None:
    made = framing_terminal.render(FOUND, FOUND.words, width=88)

    lines = [" ".join(line.split()) for line in made.splitlines()]
    assert lines[0] == "army: in 2 reports of 2 looked through"
    assert "puts in its place headline body source" in lines
    assert "regime troops · 1 ·" in lines
    assert "→regime troops←" in made
    assert "there “the army” in" in " ".join(lines)
    assert "\x1b" not in made
    assert all(len(line) <= 88 for line in made.splitlines())


def test_examples_can_be_left_out() -> None:
    assert "→" not in framing_terminal.render(FOUND, FOUND.words, width=88, examples=False)


def test_colour_adds_no_words() -> None:
    plain = framing_terminal.render(FOUND, FOUND.words, width=88)
    coloured = framing_terminal.render(FOUND, FOUND.words, width=88, colour="standard")

    assert "\x1b[" in coloured
    assert coloured.count("→") == plain.count("→")


def test_json_has_the_spans_of_both_reports() -> None:
    row = json.loads(framing_rows.render(FOUND, FOUND.words))

    (instead,) = [one for one in row["words"] if one["kind"] == "instead"]
    (example,) = instead["examples"]
    ((start, end),) = example["spans"]
    assert OTHER.report.text[start:end] == "regime troops"
    ((start, end),) = example["other"]["spans"]
    assert NAMED.report.text[start:end] == "the army" == example["other"]["words"]


def test_csv_has_one_row_a_word_and_no_cell_that_a_spreadsheet_computes() -> None:
    rows = list(csv.DictReader(StringIO("".join(framing_rows.lines(FOUND.words)))))

    assert [(row["outlet"], row["kind"], row["words"]) for row in rows] == [
        ("'=Meridian Monitor", "instead", "regime troops"),
        ("North\x1bwire", "name", "army"),
    ]
    assert all(set(row) == set(framing_rows.COLUMNS) for row in rows)
