"""Search by meaning, with vectors that the tests choose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import delete, func, select, update

from accordingto.language.vectors import SIZE, rounded, unit
from accordingto.model import Act
from accordingto.store import codes, nearest
from accordingto.store.codes import folder_of, segments
from accordingto.store.filters import Filters
from accordingto.store.find import Target, rows
from accordingto.store.schema import metadata
from accordingto.store.schema.search import search_settings, vectors
from accordingto.store.store import Store
from accordingto.store.vectors import fill, missing, name_of
from tests.store.spoken import Said, report


class Encoder:
    """Gives each text the vector of its number: "n 30" points 30 degrees from the first dimension to the second."""

    def packed(self, texts: Sequence[str]) -> dict[str, bytes]:
        return {text: rounded(pointing(text)).tobytes() for text in texts}


def pointing(text: str) -> np.ndarray:
    angle = np.radians(float(text.split()[1]))
    vector = np.full(SIZE, 1e-3, np.float32)
    vector[:192], vector[192:] = np.cos(angle), np.sin(angle)
    return unit(vector)


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def near(store: Store, text: str, *, query: str | None = None, limit: int = 3, offset: int = 0, **asked) -> list[str]:
    wanted = nearest.Asked(pointing(text), query, Filters(**asked))
    with store.looking() as connection:
        found = nearest.nearest(connection, store.url, wanted, limit=limit, offset=offset)
        return [row.content for row in rows(connection, found, Target.STATEMENTS)]


@pytest.fixture
def filled(store: Store) -> Store:
    said = [Said(f"n {n}", "Col. Berend" if n % 4 else None, Act.DENY) for n in range(0, 90, 2)]
    store.put(report(said[:20], title="One"))
    store.put(report(said[20:], title="Two", outlet="Gulf Ledger"))
    fill(store, Encoder())  # type: ignore[arg-type]
    return store


def test_the_nearest_come_first(filled: Store) -> None:
    assert near(filled, "n 31.5") == ["n 32", "n 30", "n 34"]
    assert near(filled, "n 31.5", offset=1, limit=2) == ["n 30", "n 34"]


def test_filters_and_words_narrow_it(filled: Store) -> None:
    assert near(filled, "n 31.5", acts=(Act.DENY,)) == ["n 30", "n 34", "n 26"]
    assert near(filled, "n 31.5", outlets=("gulf",)) == ["n 40", "n 42", "n 44"]
    assert near(filled, "n 31.5", query="-32") == ["n 30", "n 34", "n 28"]
    assert near(filled, "n 31.5", acts=(Act.ACCUSE,)) == []


@pytest.mark.parametrize(("narrow", "sieved"), [(5, 1500), (5, 4), (20_000, 4)])
def test_each_way_of_narrowing_finds_the_same(
    filled: Store, monkeypatch: pytest.MonkeyPatch, narrow: int, sieved: int
) -> None:
    monkeypatch.setattr(nearest, "NARROW", narrow)
    monkeypatch.setattr(nearest, "SIEVED", sieved)
    assert near(filled, "n 31.5", limit=1, acts=(Act.DENY,)) == ["n 30"]
    assert near(filled, "n 61", limit=1, outlets=("harbour",)) == ["n 38"]


def test_equal_words_are_shown_once_and_counted(filled: Store) -> None:
    filled.put(report(["n 32"], title="Reprint", outlet="Lumen"))
    assert missing(filled.engine.connect()) == 0  # tied to the vector that is there
    with filled.looking() as connection:
        found = nearest.nearest(connection, filled.url, nearest.Asked(pointing("n 32")), limit=2)
        assert found.alike == (2, 1)
        only = nearest.Asked(pointing("n 32"), None, Filters(outlets=("lumen",)))
        assert nearest.nearest(connection, filled.url, only, limit=2).alike == (1,)


def test_a_store_without_vectors_has_nothing_near(store: Store) -> None:
    store.put(report(["n 30"]))
    assert near(store, "n 30") == []
    with store.looking() as connection:
        assert missing(connection) == 1
    assert fill(store, Encoder()) == 1  # type: ignore[arg-type]
    assert near(store, "n 30") == ["n 30"]
    assert fill(store, Encoder()) == 0  # type: ignore[arg-type]


def test_vectors_given_with_a_report_are_kept_with_it(store: Store) -> None:
    given = {"vectors": Encoder().packed(["n 10", "n 50"])}
    store.put(replace(report(["n 10", "n 50"]), given=given))
    with store.looking() as connection:
        assert missing(connection) == 0
    assert near(store, "n 45") == ["n 50", "n 10"]


def test_another_encoder_starts_anew(filled: Store) -> None:
    with filled.writing() as connection:
        connection.execute(update(search_settings).where(search_settings.c.name == "encoder").values(value="old"))
        before = connection.scalar(select(search_settings.c.value).where(search_settings.c.name == "name"))
    assert near(filled, "n 30") == []
    assert fill(filled, Encoder()) == 45  # type: ignore[arg-type]
    assert near(filled, "n 31.5")[0] == "n 32"
    with filled.looking() as connection:
        assert name_of(connection) != before


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files after every few vectors."""
    monkeypatch.setattr(codes, "TAIL", 4)
    monkeypatch.setattr(codes, "SETTLED", 2)
    monkeypatch.setattr(codes, "MOST_SEGMENTS", 3)
    monkeypatch.setattr(codes, "_BATCH", 7)


def files(store: Store) -> list[str]:
    with store.looking() as connection:
        folder = folder_of(store.url, name_of(connection) or "")
    return sorted(path.name for path in folder.glob("*"))


def test_files_grow_with_the_store_and_become_one(small: None, store: Store) -> None:
    for n in range(6):
        store.put(report([f"n {n * 10 + m}" for m in range(8)], title=f"Report {n}"))
        fill(store, Encoder())  # type: ignore[arg-type]
        assert near(store, f"n {n * 10 + 4.2}", limit=1) == [f"n {n * 10 + 4}"]
        with store.looking() as connection:
            keys = np.concatenate(
                [
                    one.keys
                    for one in segments(connection, folder_of(store.url, name_of(connection)), name_of(connection))
                ]
            )
            assert keys.tolist() == connection.scalars(select(vectors.c.key).order_by(vectors.c.key)).all()
    assert 1 <= len(files(store)) <= 3
    assert all(name.endswith(".codes") for name in files(store))


def test_a_damaged_or_foreign_file_is_made_anew(small: None, filled: Store) -> None:
    expected = near(filled, "n 31.5")
    (name,) = files(filled)
    with filled.looking() as connection:
        path = folder_of(filled.url, name_of(connection) or "") / name
    for data in (b"", path.read_bytes()[:-8], b"x" + path.read_bytes()[1:]):
        path.write_bytes(data)
        assert near(filled, "n 31.5") == expected
    (path.parent / "3-9.codes").write_bytes(path.read_bytes())
    (path.parent / "junk.codes").write_bytes(b"")
    assert near(filled, "n 31.5") == expected


def test_a_store_put_back_to_an_earlier_state_is_noticed(small: None, filled: Store) -> None:
    near(filled, "n 31.5")
    with filled.writing() as connection:
        last = connection.scalar(select(func.max(vectors.c.key)))
        connection.execute(
            delete(metadata.tables["statement_vectors"]).where(
                metadata.tables["statement_vectors"].c.vector_key > last - 10
            )
        )
        connection.execute(delete(vectors).where(vectors.c.key > last - 10))
    filled.put(report([f"n {100 + n * 5}" for n in range(12)], title="Later"))
    fill(filled, Encoder())  # type: ignore[arg-type]
    assert near(filled, "n 116", limit=1) == ["n 115"]
    assert near(filled, "n 31.5") == ["n 32", "n 30", "n 34"]


def test_where_no_file_can_be_kept_it_works_all_the_same(
    small: None, filled: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be")
    monkeypatch.setattr(nearest, "folder_of", lambda url, name: blocked)
    assert near(filled, "n 31.5") == ["n 32", "n 30", "n 34"]


def test_the_shipped_encoder_finds_what_means_the_same(store: Store) -> None:
    from accordingto.language.vectors import SentenceEncoder
    from accordingto.resources.sentence_encoder import open_sentences

    encoder = SentenceEncoder(open_sentences())
    store.put(report(["Insurgents captured the city.", "The harvest was poor this year.", "The mayor sang."]))
    fill(store, encoder)
    asked = nearest.Asked(encoder.vectors(["The rebels seized the town."])[0])
    with store.looking() as connection:
        found = nearest.nearest(connection, store.url, asked, limit=1)
        assert rows(connection, found, Target.STATEMENTS)[0].content == "Insurgents captured the city."
        assert found.scores[0] > 0.5
