"""CSV of each layer: read by python's csv, the same numbers as the store, no formula, no word where none is to be."""

from __future__ import annotations

import csv
import io

import pytest

from accordingto.export.bare import Carried
from accordingto.export.formats import FORMATS
from accordingto.export.sheets.columns import WORDS
from accordingto.export.sheets.running import SHEETS
from accordingto.store.store import Store
from tests.export.kept import export, words_of

CSV = FORMATS["csv"]


def written(store: Store, layer: str, carried: Carried = Carried.QUOTES, **settings) -> str:
    made = export(store, carried, layers=(layer,), **settings)
    return b"".join(CSV.chunks(made)).decode("utf-8")


def rows(store: Store, layer: str, carried: Carried = Carried.QUOTES) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(store, layer, carried, hxl=False), newline="")))


@pytest.mark.parametrize("layer", CSV.layers)
def test_every_layer_has_rows_and_a_hashtag_for_every_column(kept_store: Store, layer: str) -> None:
    head, tags, *lines = csv.reader(io.StringIO(written(kept_store, layer, Carried.FULL), newline=""))
    assert lines
    assert {len(line) for line in lines} == {len(head)} == {len(tags)}
    assert all(tag.startswith("#") for tag in tags), dict(zip(head, tags, strict=True))
    assert len(set(head)) == len(head)


@pytest.mark.parametrize("layer", CSV.layers)
def test_hashes_carry_no_word_of_a_report(marked_store: Store, layer: str) -> None:
    assert words_of(written(marked_store, layer, Carried.QUOTES)), "there would be nothing to hide"
    assert not words_of(written(marked_store, layer, Carried.HASHES))
    quotes, hashes = (rows(marked_store, layer, carried) for carried in (Carried.QUOTES, Carried.HASHES))
    assert [list(row) for row in quotes] == [list(row) for row in hashes]
    kept = [name for name in quotes[0] if name.endswith(("_sha256", "spans")) or name in ("id", "statement", "report")]
    assert [[row[name] for name in kept] for row in quotes] == [[row[name] for name in kept] for row in hashes]


def test_columns_of_words_are_marked(marked_store: Store) -> None:
    """In the reference, so that whoever shares an export knows what is in it."""
    found: set[str] = set()
    for layer in CSV.layers:
        made = rows(marked_store, layer, Carried.FULL)
        wordy = {name for name in made[0] if any(words_of(row[name]) for row in made)}
        assert wordy <= {column.name for column in SHEETS[layer].columns if column.worded}, layer
        found |= {name if name in WORDS else name.partition("_")[2] for name in wordy}
    assert found == WORDS
