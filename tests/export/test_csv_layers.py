"""CSV of the other layers: flat, in text order, every row according to somebody."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from accordingto.export.csv import BOM
from accordingto.export.csv_layers import TABLES, layer_lines
from accordingto.export.layers import Layer, rows_of
from tests.export.claimed import FRONT, TEXT, claimed
from tests.export.invented import Lost, bare


def table(layer: Layer) -> list[dict[str, str]]:
    text = "".join(layer_lines([claimed(), Lost(), bare()], layer))
    return list(csv.DictReader(StringIO(text, newline="")))


@pytest.mark.parametrize("layer", list(TABLES))
def test_a_row_a_record(layer: Layer) -> None:
    rows = table(layer)
    assert [row.get("id") for row in rows] == [row["id"] for row in rows_of(claimed(), layer)]
    assert all(list(row) == list(TABLES[layer]) for row in rows)


@pytest.mark.parametrize("layer", [Layer.EVENTS, Layer.ESTIMATES, Layer.CONTROL])
def test_every_row_says_according_to_whom(layer: Layer) -> None:
    assert all(row["according_to"] and row["act"] and row["factuality"] and row["statement"] for row in table(layer))


def test_cells_of_an_event() -> None:
    row = table(Layer.EVENTS)[1]
    assert (row["actors"], row["actors_words"], row["actors_ids"]) == ("Kharan Front", "the Kharan Front", FRONT)
    assert (row["lat"], row["lon"]) == ("35.25", "38.5")
    assert (row["killed_low"], row["killed_high"], row["injured_low"]) == ("12", "15", "")
    assert (row["civilians_killed_low"], row["civilians_killed_high"]) == ("12", "15")
    assert row["victims"] == "killed 12–15 civilians, of them 5 children"
    assert (row["time"], row["time_words"], row["time_anchor"]) == ("2023-03-12", "Sunday", "published")
    spans = [part.split("-") for part in row["trigger_spans"].split(";")]
    assert row["trigger"] == " … ".join(TEXT[int(start) : int(end)] for start, end in spans)


def test_open_bounds_and_parts_of_estimates() -> None:
    rows = table(Layer.ESTIMATES)
    assert [(row["low"], row["high"]) for row in rows] == [("12", ""), ("12", "15"), ("5", "5"), ("", "999")]
    assert rows[2]["part_of"] == rows[1]["id"]


def test_byte_order_mark() -> None:
    assert next(layer_lines([], Layer.EVENTS, bom=True)).startswith(BOM + "id,event_type,")
