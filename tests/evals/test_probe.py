"""The probe of conflict names: complete, current, and checkable."""

import json
from collections import Counter
from pathlib import Path

import pytest

from accordingto.evaluate.predict import predict
from accordingto.evaluate.probe import COLUMNS, distance, rows_of
from accordingto.evaluate.score import score
from accordingto.resources.regions import open_regions

PROBE = Path(__file__).parents[2] / "evals" / "probe"
TABLE = (PROBE / "places.tsv").read_text(encoding="utf-8")
LINES = [line for line in TABLE.splitlines() if not line.startswith("#")]
CELLS = [dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in LINES[1:]]
WANTED = (
    "Arbin|Eastern Ghouta|Baghouz|Ain Issa|Hodeidah|Severodonetsk|Sievierodonetsk|Deir ez-Zor|Deir Ezzor|Dayr az Zawr|Tal Abyad"
    "|Tell Abyad|Sa'ada|Taiz|Ta'izz|Kharkiv|Kharkov|Mariupol|Bakhmut|Artemivsk|Avdiivka|El Fasher|Geneina|Bunia|Goma"
    "|Mocímboa da Praia|Mekele|Stepanakert|Lashkargah|Kunduz|Sinjar|Tal Afar|Fallujah|Sirte|Derna|Misrata|Marib|Khan Younis"
    "|Jenin|Douma|Idlib|Kobani|Afrin|Azaz|Jarablus"
).split("|")


def test_there_are_enough_names_and_none_twice() -> None:
    names = Counter(cells["name"] for cells in CELLS)
    assert len(names) >= 80
    assert set(names.values()) == {1}
    assert [name for name in WANTED if name not in names] == []


def test_the_rows_are_those_of_the_table() -> None:
    rows = [json.loads(line) for line in (PROBE / "places.jsonl").read_text(encoding="utf-8").splitlines()]
    assert rows == list(rows_of(TABLE))


@pytest.mark.parametrize("cells", CELLS, ids=[cells["name"] for cells in CELLS])
def test_every_name_has_country_point_and_reference(cells: dict) -> None:
    assert all(len(code) == 2 and code.isupper() for code in cells["country"].split("|"))
    assert -60 < float(cells["lat"]) < 70
    assert -180 < float(cells["lon"]) < 180
    assert cells["reference"].startswith("https://en.wikipedia.org/wiki/")
    assert cells["text"].count(cells["name"]) == 1


def test_the_probe_and_the_table_of_regions_agree() -> None:
    by_name = {name: region for region in open_regions().rows for name in region.names}
    shared = [(cells, by_name[cells["name"]]) for cells in CELLS if cells["name"] in by_name]
    assert len(shared) >= 20
    for cells, region in shared:
        point = float(cells["lat"]), float(cells["lon"])
        assert set(region.countries) & set(cells["country"].split("|")), cells["name"]
        assert distance(point, (region.lat, region.lon)) < 30, cells["name"]


def test_the_names_resolve() -> None:
    rows = list(rows_of(TABLE))
    found = score("probe", rows, predict("probe", rows), draws=0)
    assert found.figures["country and admin-1"] >= 95
