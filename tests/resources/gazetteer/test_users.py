import csv
import json

import pytest

from accordingto.model import InputError, PlaceKind, ResourceError, UsageError
from accordingto.resources.gazetteer import users
from accordingto.resources.gazetteer.gazetteer import Gazetteer
from accordingto.resources.userdata import DATA_VARIABLE


@pytest.fixture(autouse=True)
def _cells_of_any_program() -> None:
    """A cell's limit is the whole process's, and other tests read larger tables in the same one."""
    csv.field_size_limit(131_072)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "data"))
    return tmp_path


def opened():
    return Gazetteer(list(users.user_sources()))


def test_places_of_a_table_are_found_by_every_name(folder):
    (folder / "basin.csv").write_text(
        "id,name,names,kind,country,admin1,lat,lon\nd1,Derbazin,Dorvazine|Derbasin,settlement,Orvenia,Tarsa,35.5,41.25\n"
    )
    added = users.add(folder / "basin.csv")
    assert (added.name, added.places) == ("basin", 1)
    hit = opened().find("dorvazine")[0]
    assert (hit.entry.id, hit.entry.country, hit.entry.admin1, hit.rank) == ("basin:d1", "Orvenia", "Tarsa", 0)
    assert (hit.entry.lat, hit.entry.lon, hit.entry.source) == (35.5, 41.25, "basin")


def test_places_of_geojson_have_point_or_bounds(folder):
    square = [[[41, 35], [42, 35], [42, 36], [41, 36], [41, 35]]]
    features = [
        {
            "type": "Feature",
            "properties": {"name": "Rusafi"},
            "geometry": {"type": "Point", "coordinates": [41.5, 35.5]},
        },
        {
            "type": "Feature",
            "properties": {"name": "Tarsa valley", "kind": "region", "colour": "red"},
            "geometry": {"type": "Polygon", "coordinates": square},
        },
    ]
    (folder / "world.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    users.add(folder / "world.geojson")
    assert opened().find("Rusafi")[0].entry.lon == 41.5
    valley = opened().find("Tarsa Valley")[0].entry
    assert (valley.kind, valley.bounds, valley.lat) == (PlaceKind.REGION, (41, 35, 42, 36), None)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "town,lat\nDerbazin,1\n",
            "line 1: the header has unknown columns lat|line 1: the header has unknown columns town",
        ),
        ("id,lat\nd1,1\n", "line 1: the header has no column name"),
        ("name,lat,lon\nDerbazin,35,41\nRusafi,91,41\n", "line 3: lat is 91.0, beyond 90"),
        ("name,lat,lon\nDerbazin,north,41\n", "line 2: lat is 'north'"),
        ("name,lat,lon\nDerbazin,35,\n", "line 2: lat, lon go together"),
        ("name,kind\nDerbazin,hamlet\n", "line 2: hamlet is no kind"),
        ("name,names\nDerbazin,a,b\n", "line 2: more cells"),
        ("name,kind\n,settlement\n", "line 2: the place has no name"),
        ("name\n", "has no place"),
        ("name\nDerbazin\nDerbazin\n", "line 3: .*line 2 has the same id"),
        ('name\n"' + "x" * 200_000 + '"\n', "it is no CSV"),
    ],
)
def test_errors_name_the_line(folder, text, message):
    (folder / "bad.csv").write_text(text)
    with pytest.raises(InputError, match=message):
        users.add(folder / "bad.csv")
    assert users.installed() == []


def feature(coordinates=(41.5, 35.5), kind="Point", **properties):
    return {"properties": {"name": "Rusafi", **properties}, "geometry": {"type": kind, "coordinates": coordinates}}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ({"features": None}, "no GeoJSON"),
        ([], "no GeoJSON"),
        ({"features": [5]}, "feature 1: it is no feature"),
        ({"features": [feature([])]}, "feature 1: it is no feature"),
        ({"features": [feature("ab")]}, "feature 1: it is no feature"),
        ({"features": [feature(), feature(lat=[1])]}, "feature 2: lat is"),
        ({"features": [feature((float("nan"), 1))]}, "feature 1: lon is nan"),
        ({"features": [feature(), feature()]}, "feature 2: .*feature 1 has the same id"),
    ],
)
def test_errors_name_the_feature(folder, content, message):
    (folder / "bad.geojson").write_text(json.dumps(content))
    with pytest.raises(InputError, match=message):
        users.add(folder / "bad.geojson")


def test_names_that_are_no_list_are_one(folder):
    (folder / "own.geojson").write_text(json.dumps({"features": [feature(names=5)]}))
    users.add(folder / "own.geojson")
    assert opened().find("5")[0].entry.name == "Rusafi"


def test_a_name_that_windows_keeps_for_a_device_is_refused():
    for name in ("nul", "COM1.old", "mine."):
        with pytest.raises(UsageError, match="cannot name a gazetteer"):
            users.checked_name(name)


def test_what_is_added_is_listed_and_removed(folder):
    (folder / "one.csv").write_text("name\nDerbazin\n")
    users.add(folder / "one.csv", name="mine")
    assert [(one.name, one.places) for one in users.installed()] == [("mine", 1)]
    users.remove("mine")
    assert users.installed() == []
    with pytest.raises(UsageError, match="no gazetteer is called mine"):
        users.remove("mine")
    with pytest.raises(UsageError, match="cannot name a gazetteer"):
        users.remove("../mine")


def test_a_damaged_gazetteer_is_named(folder):
    (folder / "one.csv").write_text("name\nDerbazin\n")
    users.add(folder / "one.csv").path.write_text("[{}]")
    with pytest.raises(ResourceError, match="one is damaged"):
        opened()
