"""CSV that a spreadsheet opens and does not compute."""

from __future__ import annotations

import csv
import dataclasses
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.export.csv import BOM, COLUMNS, defused, lines
from accordingto.model import Field
from tests.export.claimed import claimed
from tests.export.invented import TEXT, Lost, bare, reading


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline="")))


def test_a_row_a_statement_and_none_for_failures() -> None:
    rows = table("".join(lines([reading(), Lost(), bare()])))
    assert len(rows) == 9
    assert list(rows[0]) == list(COLUMNS)
    assert all(None not in row and None not in row.values() for row in rows)


def test_cells() -> None:
    row = table("".join(lines([reading()])))[4]
    assert row["chain_text"] == "Northwire → Gen. Nadim Hazrun"
    assert (row["voices"], row["unnamed"], row["act"], row["factuality"]) == ("2", "false", "state", "CT+")
    parts = [part.split("-") for part in row["content_spans"].split(";")]
    assert row["content"] == " … ".join(TEXT[int(start) : int(end)] for start, end in parts)


def test_what_is_claimed_in_a_statement_is_told_in_words() -> None:
    row = table("".join(lines([claimed()])))[1]
    assert row["events"].startswith("ASSAULT, heavy-weapons “Rockets … hit”: Kharan Front → civilians · Manshar")
    assert row["control"] == "Kharan Front (“Front”) holds Manshar (presupposed) · as of 12 March 2023"


def test_line_ends_and_byte_order_mark() -> None:
    with_mark, *_ = lines([], bom=True)
    assert with_mark.startswith(BOM + "id,report,")
    assert all(line.endswith("\r\n") for line in lines([reading()], bom=False))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r\n=1", " =1", "\u00a0=1", "＝1"])
def test_formulas_get_an_apostrophe(text: str) -> None:
    assert defused(text) == "'" + text


@given(st.text(st.characters()))
def test_no_cell_is_a_formula_and_every_cell_can_be_written(text: str) -> None:
    cell = defused(text)
    cell.encode("utf-8")
    assert not cell.lstrip().startswith(("=", "+", "-", "@"))
    assert len(cell.removeprefix("'")) == len(text.removeprefix("'"))


def test_a_hostile_title_and_outlet_are_defused() -> None:
    report = dataclasses.replace(
        reading().report, title=Field('=HYPERLINK("http://x.example")', "meta"), outlet=Field("@x, \n y", "meta")
    )
    row = table("".join(lines([dataclasses.replace(reading(), report=report)])))[0]
    assert row["title"].startswith("'=")
    assert row["outlet"] == "'@x, \n y"
