"""With ``hashes`` no export carries a word of a report, whatever the format; with ``quotes`` it would."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from accordingto.export.bare import VEIL, Carried, bare, unveiled, veiled_in
from accordingto.export.formats import FORMATS, Format, of_layers
from accordingto.export.writing import to_file
from accordingto.store.store import Store
from tests.export.claimed import claimed
from tests.export.kept import WIDE, export, words_of

TABULAR = [FORMATS[name] for name in ("csv", "events", "geojson", "parquet", "geoparquet", "sqlite")]
CASES = [(made, layer) for made in TABULAR for layer in made.layers or ("",)]


def written(made: Format, layer: str, store: Store, carried: Carried, folder: Path) -> str:
    """All that a reader can find in the files of an export, those beside it too."""
    whole = of_layers(export(store, carried), *([layer] if layer else []))
    folder.mkdir()
    to_file(whole, made, folder / f"out{made.ending}")
    return "".join(words for path in sorted(folder.iterdir()) for words in _read(path))


def _read(path: Path) -> Iterator[str]:
    if path.suffix == ".parquet":
        from pyarrow import parquet

        table = parquet.read_table(path)
        yield json.dumps(table.to_pylist(), default=repr, ensure_ascii=False)
        yield from (value.decode() for value in (table.schema.metadata or {}).values())
    else:  # of SQLite every byte of the file, also of pages that nobody uses any more
        yield path.read_bytes().decode("utf-8", "replace")


@pytest.mark.parametrize(("made", "layer"), CASES, ids=lambda value: getattr(value, "name", value) or "-")
def test_hashes_hide_every_word(made: Format, layer: str, marked_store: Store, tmp_path: Path) -> None:
    shown = words_of(written(made, layer, marked_store, Carried.QUOTES, tmp_path / "quotes"))
    assert any(word[0] in WIDE for word in shown), "there would be nothing to hide"
    hidden = written(made, layer, marked_store, Carried.HASHES, tmp_path / "hashes")
    assert not words_of(hidden)
    assert VEIL not in hidden
    assert "a.txt" not in hidden
    assert "claimed.txt" not in hidden


def test_full_carries_texts_and_quotes_do_not(kept_store: Store, tmp_path: Path) -> None:
    alone = "clearing the west bank was a matter for Selmar"  # a whole sentence around it is in no record
    sentence = next(
        line
        for one in kept_store.readings()
        for line in one.report.text.splitlines()
        if alone in line and len(line) > len(alone) + 40
    )
    for made, layer in ((FORMATS["csv"], "reports"), (FORMATS["sqlite"], ""), (FORMATS["parquet"], "statements")):
        folder = tmp_path / made.name
        folder.mkdir()
        assert json.dumps(sentence, ensure_ascii=False)[1:-1][:60] in written(
            made, layer, kept_store, Carried.FULL, folder / "full"
        )
        assert sentence not in written(made, layer, kept_store, Carried.QUOTES, folder / "quotes")


def test_a_bare_reading_keeps_what_is_ours() -> None:
    whole, hidden = claimed(), bare(claimed())
    assert [one.id for one in hidden.statements] == [one.id for one in whole.statements]
    assert [one.content for one in hidden.statements] == [one.content for one in whole.statements]
    assert [one.innermost.source.name for one in hidden.statements][:3] == ["(organisation)"] * 3
    assert [one.chain[0].source.name for one in hidden.statements] == ["The Harbour Post"] * 6
    assert [(one.name, one.lat) for one in hidden.places] == [(one.name, one.lat) for one in whole.places]
    assert [one.unit for one in hidden.estimates] == ["people", "", "", ""]
    assert set(hidden.report.text) == {VEIL}
    assert len(hidden.report.text) == len(whole.report.text)


def test_what_is_veiled_is_nothing() -> None:
    assert unveiled(f"a … {VEIL}") is None
    assert unveiled("") is None
    assert unveiled("ours") == "ours"
    assert unveiled(0) == 0
    assert veiled_in({"a": [1, {"b": VEIL}]})
    assert not veiled_in({"a": [1, {"b": "c"}]})
