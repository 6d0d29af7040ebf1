"""The Arrow table holds the rows."""

from __future__ import annotations

import dataclasses
import sys

import pytest

from accordingto.export.arrow import table
from accordingto.export.layers import Layer, rows_of
from accordingto.export.rows import statement_rows
from accordingto.model import Field, UsageError
from tests.export.claimed import claimed
from tests.export.invented import bare, reading

pyarrow = pytest.importorskip("pyarrow")


def test_the_table_gives_the_rows_back() -> None:
    assert table([reading(), bare()]).to_pylist() == statement_rows(reading())


@pytest.mark.parametrize("layer", list(Layer))
def test_every_layer_gives_its_rows_back(layer: Layer) -> None:
    assert claimed().to_arrow(layer).to_pylist() == rows_of(claimed(), layer)
    assert table([], layer).schema == claimed().to_arrow(layer).schema


def test_no_rows_have_the_same_types() -> None:
    assert table([]).schema == table([reading()]).schema


def test_what_utf_8_cannot_hold_is_replaced() -> None:
    report = dataclasses.replace(reading().report, outlet=Field("a\ud800b", "meta"))
    assert table([dataclasses.replace(reading(), report=report)]).to_pylist()[0]["outlet"] == "a\ufffdb"


def test_without_pyarrow_the_message_is_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"python -m pip install 'accordingto\[arrow\]'"):
        table([reading()])
