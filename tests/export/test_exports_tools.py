"""Exports opened by others' tools: libhxl, geopandas, duckdb, pyarrow, Datasette, python's csv."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import re
import sqlite3
from pathlib import Path

import pytest

from accordingto.export.bare import Carried
from accordingto.export.formats import FORMATS, of_layers
from accordingto.export.sheets.datasette import VIEWS
from accordingto.export.writing import to_file, to_folder
from accordingto.store.store import Store
from tests.export.kept import STORY, export

CORE = set("#affected #country #date #description #event #geo #group #indicator #loc #adm1 #meta #status".split())
"""Of the hashtags of HXL 1.1 those that columns have."""


def made(store: Store, name: str, folder: Path, *layers: str, carried: Carried = Carried.QUOTES, **settings) -> Path:
    """An export as a file of a layer, or of the whole."""
    chosen = FORMATS[name]
    path = folder / f"out{chosen.ending}"
    to_file(of_layers(export(store, carried, **settings), *layers), chosen, path)
    return path


def events(store: Store) -> int:
    return sum(not event.derived for reading in store.readings() for event in reading.events)


def test_libhxl_reads_the_hashtags(kept_store: Store, tmp_path: Path) -> None:
    hxl = pytest.importorskip("hxl", exc_type=ImportError)
    for layer in FORMATS["csv"].layers:
        path = made(kept_store, "csv", tmp_path, layer, bom=True)
        source = hxl.data(str(path), hxl.InputOptions(allow_local=True))
        assert all(column.tag for column in source.columns), layer
        assert {column.tag for column in source.columns} <= CORE, layer
        report = hxl.validate(source)
        assert report["is_valid"], json.dumps(report["issues"], indent=1)[:2000]
    source = hxl.data(str(made(kept_store, "csv", tmp_path, "events")), hxl.InputOptions(allow_local=True))
    rows = list(source)
    assert len(rows) == events(kept_store)
    killed = [value for row in rows if (value := row.get("#affected+killed+min-civilians"))]
    assert killed == ["12", "12"]
    assert {row.get("#loc+name+list") for row in rows} >= {"Manshar", "Camp Hadra", "Dorva"}


def test_a_spreadsheet_gets_the_characters_and_computes_nothing(kept_store: Store, tmp_path: Path) -> None:
    text = made(kept_store, "events", tmp_path, bom=True, hxl=False).read_bytes()
    assert text.startswith(b"\xef\xbb\xbfid,")
    rows = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline="")))
    market = next(row for row in rows if row["killed_high"] == "15")
    assert "between\u00a012 and 15" in market["content"]
    assert (market["actors"], market["actors_ids"], market["lat"]) == ("Kharan Front", "group:kharan-front", "35.25")
    assert (market["place_precision"], market["place_viewpoint"]) == ("settlement", "world")
    assert [link["kind"] for link in json.loads(market["chain"])] == ["outlet", "organisation"]
    nowhere = next(row for row in rows if row["id"] == "event-nowhere")
    assert (nowhere["published"], nowhere["outlet"], nowhere["place"], nowhere["geometry_is"]) == ("", "", "", "none")
    spoken = csv.DictReader(io.StringIO(made(kept_store, "csv", tmp_path, "statements", hxl=False).read_text("utf-8")))
    contents = {row["content"] for row in spoken}
    assert "أن الجبهة سيطرت على تل هارون" in contents
    assert "“We will not withdraw from Dorva,”" in contents
    assert not [value for row in rows for value in row.values() if value.startswith(("=", "+", "-", "@"))]


def test_events_of_one_matter_say_how_many_origins_there_may_be(kept_store: Store, tmp_path: Path) -> None:
    rows = list(csv.DictReader(made(kept_store, "csv", tmp_path, "statements", hxl=False).open(encoding="utf-8")))
    told = [row for row in rows if row["matter"]]
    assert {row["story"] for row in told} == {STORY}
    travel = kept_store.travel(STORY)
    assert travel is not None
    ranges = {matter.id: matter.origins for matter in travel.matters}
    assert {(int(row["origins_low"]), int(row["origins_high"])) for row in told} <= set(ranges.values())
    assert all((int(row["origins_low"]), int(row["origins_high"])) == ranges[row["matter"]] for row in told)
    echoes = {(matter.id, report) for matter in travel.matters for report in matter.echoes}
    assert {(row["matter"], row["report"]) for row in told if row["echo"] == "true"} <= echoes


@pytest.mark.parametrize("layer", FORMATS["geojson"].layers)
def test_geopandas_reads_both_and_they_are_the_same(kept_store: Store, tmp_path: Path, layer: str) -> None:
    geopandas = pytest.importorskip("geopandas")
    whole = json.loads(made(kept_store, "geojson", tmp_path, layer).read_text("utf-8"))
    assert whole["about"]["rows"] == {layer: len(whole["features"])}
    ids = [feature["id"] for feature in whole["features"]]
    assert len(set(ids)) == len(ids)
    frame = geopandas.read_parquet(made(kept_store, "geoparquet", tmp_path, layer))
    assert frame.crs.to_epsg() in (None, 4326)
    assert len(frame) == len(ids)
    shapes = [None if shape is None else json.loads(geopandas.GeoSeries([shape]).to_json())["features"][0]["geometry"]
              for shape in frame.geometry]  # fmt: skip
    assert shapes == [feature["geometry"] for feature in whole["features"]]
    assert list(frame["geometry_is"]) == [feature["properties"]["geometry_is"] for feature in whole["features"]]
    assert {"point", "none"} <= set(frame["geometry_is"]) or layer == "control"
    assert frame[frame.geometry.isna()]["geometry_is"].eq("none").all()
    assert geopandas.read_file(io.BytesIO(json.dumps(whole).encode())).shape[0] == len(ids)


def test_geoparquet_says_what_the_standard_asks_for(kept_store: Store, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    held = parquet.read_metadata(made(kept_store, "geoparquet", tmp_path, "places")).metadata
    geo = json.loads(held[b"geo"])
    column = geo["columns"][geo["primary_column"]]
    assert (geo["version"], column["encoding"]) == ("1.1.0", "WKB")
    assert column["geometry_types"] == ["Point", "Polygon"]
    assert column["bbox"] == [38.5, 35.25, 39.25, 35.75]
    assert json.loads(held[b"accordingto"])["rows"]["places"] > 0


def test_duckdb_counts_by_who_says_so(kept_store: Store, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    to_folder(export(kept_store, layers=FORMATS["parquet"].layers), FORMATS["parquet"], tmp_path / "all")
    about = json.loads((tmp_path / "all" / "about.json").read_text())
    for layer, rows in about["rows"].items():
        assert duckdb.sql(f"SELECT count(*) FROM '{tmp_path}/all/{layer}.parquet'").fetchall() == [(rows,)]
    assert about["rows"]["events"] == events(kept_store)
    assert all(about["rows"][layer] for layer in FORMATS["parquet"].layers)
    found = duckdb.sql(
        f"SELECT source, sum(killed_low), min(time_start) FROM '{tmp_path}/all/events.parquet' "
        "WHERE killed_high IS NOT NULL GROUP BY 1"
    ).fetchall()
    assert [(source, killed, str(day)) for source, killed, day in found] == [("Asur Monitor", 12, "2023-03-12")]
    types = dict(
        duckdb.sql(f"SELECT column_name, column_type FROM (DESCRIBE '{tmp_path}/all/events.parquet')").fetchall()
    )
    assert (types["time_start"], types["derived"], types["lat"]) == ("DATE", "BOOLEAN", "DOUBLE")
    joined = f"SELECT count(*) FROM '{tmp_path}/all/events.parquet' e JOIN '{tmp_path}/all/statements.parquet' s"
    assert duckdb.sql(f"{joined} ON (e.report, e.statement) = (s.report, s.id)").fetchall() == [(events(kept_store),)]


def test_sqlite_keys_fit_and_words_are_found(kept_store: Store, tmp_path: Path) -> None:
    base = sqlite3.connect(made(kept_store, "sqlite", tmp_path))
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    rows = json.loads(base.execute("SELECT value FROM about WHERE name = 'rows'").fetchone()[0])
    assert {name: base.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in rows} == rows
    assert all(rows.values())
    assert base.execute("SELECT count(*) FROM relations WHERE a_key IS NULL OR b_key IS NULL").fetchone() == (0,)
    chain = base.execute(
        "SELECT v.position, v.source FROM voices v JOIN statements s ON s.key = v.statement_key "
        "WHERE s.id = (SELECT statement FROM events WHERE killed_high = 15) AND s.outlet IS NOT NULL ORDER BY 1"
    ).fetchall()
    assert chain == [(0, "The Harbour Post"), (1, "Asur Monitor")]
    hits = base.execute("SELECT count(*) FROM statements_fts WHERE statements_fts MATCH 'withdraw'").fetchone()[0]
    assert hits == base.execute("SELECT count(*) FROM statements WHERE content LIKE '%withdraw%'").fetchone()[0] > 0
    base.close()


def test_datasette_serves_it_with_its_descriptions(kept_store: Store, tmp_path: Path) -> None:
    datasette = pytest.importorskip("datasette.app")
    path = made(kept_store, "sqlite", tmp_path)
    asyncio.run(_look(datasette, path, json.loads((tmp_path / "out.metadata.json").read_text("utf-8"))))


async def _look(datasette, path: Path, metadata: dict) -> None:
    served = datasette.Datasette([str(path)], metadata=metadata)
    await served.invoke_startup()

    async def get(page: str) -> str:
        response = await served.client.get(page)
        assert response.status_code == 200, page
        return response.text

    listed = {table["name"]: table for table in json.loads(await get("/out.json"))["tables"]}
    assert {"reports", "statements", "events", "voices", "relations"} <= set(listed)
    assert listed["statements"]["fts_table"] == "statements_fts"
    tables = metadata["databases"]["out"]["tables"]
    for name in (*[name for name in listed if not listed[name]["hidden"]], *VIEWS):
        page = await get(f"/out/{name}?_size=5")
        assert tables[name]["description"].replace("'", "&#39;") in page
        columns = json.loads(await get(f"/out/{name}.json?_size=1"))["columns"]
        assert list(tables[name]["columns"]) == columns
    assert "belong to their publishers" in await get("/")
    labelled = await get("/out/events?_labels=on&_size=max")
    assert "Asur Monitor" in labelled


@pytest.mark.parametrize("names", ["acled", "ucdp"])
def test_columns_under_the_names_of_a_data_set(kept_store: Store, tmp_path: Path, names: str) -> None:
    from accordingto.resources.event_columns import data_set

    given = data_set(names)
    plain = list(csv.DictReader(made(kept_store, "events", tmp_path, hxl=False).open(encoding="utf-8")))
    rows = list(csv.DictReader(made(kept_store, "events", tmp_path, hxl=False, names=names).open(encoding="utf-8")))
    theirs = {mapped.to: mapped for mapped in given.columns}
    assert set(theirs) | set(given.left_out) == set(given.every), "each column is mapped or left out for a reason"
    assert not set(theirs) & set(given.left_out)
    assert list(rows[0])[: len(theirs)] == list(theirs)
    assert not set(given.left_out) & set(rows[0]), "what is left out is not there under another meaning"
    kept = {column.removeprefix("own_") for column in rows[0]} | {mapped.sources[0] for mapped in given.columns}
    assert set(plain[0]) <= kept, "nothing of ours is lost"
    market = next(row for row in rows if row["killed_high"] == "15")
    same = {
        "acled": ("event_date", "location", "actor1", "source"),
        "ucdp": ("date_start", "where_coordinates", "side_a", "source_office"),
    }
    assert [market[name] for name in same[names]] == ["2023-03-12", "Manshar", "Kharan Front", "The Harbour Post"]
    assert (market["year"], market["latitude"]) == ("2023", "35.25")
    head, tags, *_ = csv.reader(made(kept_store, "events", tmp_path, hxl=True, names=names).open(encoding="utf-8"))
    tagged = dict(zip(head, tags, strict=True))
    assert tagged["latitude"] == "#geo+lat"
    assert (tagged["year"], tagged["country"]) == ("", "")
    assert all(tag.startswith("#") for name, tag in tagged.items() if name not in theirs)
    precise = {"acled": ("time_precision", "geo_precision"), "ucdp": ("date_prec", "where_prec")}
    assert [market[name] for name in precise[names]] == ["1", "1"]


def test_the_how_to_page_runs(kept_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    duckdb = pytest.importorskip("duckdb")
    pytest.importorskip("pandas")
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "export.md").read_text(encoding="utf-8")
    (python,), (sql,) = (re.findall(rf"```{name}\n(.*?)```", page, re.S) for name in ("python", "sql"))
    monkeypatch.chdir(tmp_path)
    to_file(of_layers(export(kept_store, bom=True), "events"), FORMATS["csv"], tmp_path / "events.csv")
    held: dict = {}
    exec(python, held)
    echoes = held["events"]["echo"].eq(True).sum()
    assert len(held["events"]) == events(kept_store)
    assert len(held["told_once"]) == events(kept_store) - echoes
    to_folder(export(kept_store, layers=("events",)), FORMATS["parquet"], tmp_path / "crossing")
    found = duckdb.sql(sql).fetchall()
    assert ("Asur Monitor", "state", 2) in found
