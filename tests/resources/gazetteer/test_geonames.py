import zipfile

import pytest

from accordingto.model import InputError, PlaceKind
from accordingto.resources.gazetteer import users
from accordingto.resources.gazetteer.gazetteer import Gazetteer
from accordingto.resources.gazetteer.geonames import COLUMNS, EVERY, install


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("ACCORDINGTO_DATA", str(tmp_path / "data"))
    return tmp_path


def line(ident, name, others="", *, feature="P", code="PPL", country="SY", unit="04", people=0, lat=35.5, lon=39.5):
    cells = [
        str(ident),
        name,
        name,
        others,
        str(lat),
        str(lon),
        feature,
        code,
        country,
        "",
        unit,
        "",
        "",
        "",
        str(people),
    ]
    return "\t".join([*cells, *[""] * (COLUMNS - len(cells))])


LINES = [
    line(1, "Derbāzīn", "Derbazin,Дербазин,دربازين,DBZ", people=900),
    line(2, "Tarsa", feature="A", code="ADM1", lat=36),
    line(3, "Asur", feature="H", code="STM"),
    line(4, "Wadi Senn", feature="S", code="AIRB"),
    line(5, "Hotel Asur", feature="S", code="HTL"),
    line(6, "Rusafi", country="TR", people=100),
]


def dump(folder, lines=LINES, name="allCountries"):
    path = folder / f"{name}.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "about")
        archive.writestr(f"{name}.txt", "".join(f"{one}\n" for one in lines))
    return path


def found(name):
    return [hit.entry for hit in Gazetteer(list(users.user_sources())).find(name)]


def test_a_dump_is_found_by_every_name(folder):
    added = install(dump(folder))
    assert (added.name, added.places) == ("allCountries", 5)
    (town,) = found("derbazin")
    assert (town.id, town.country, town.unit, town.admin1) == ("geonames:1", "SY", "SY.04", "Tarsa")
    (base,), (river,) = found("Wadi Senn"), found("Asur")
    assert (base.kind, river.kind) == (PlaceKind.FACILITY, PlaceKind.WATER)
    assert found("Hotel Asur") == []
    assert [one.name for one in users.installed()] == ["allCountries"]


def test_romanisations_are_keyed_where_names_come_in_several(folder):
    install(dump(folder))
    alike = Gazetteer(list(users.user_sources())).resembling("Dirbazin")
    assert [hit.entry.id for hit in alike] == ["geonames:1"]


def test_countries_can_be_chosen_and_the_bare_table_be_given(folder):
    path = folder / "TR.txt"
    path.write_text("".join(f"{one}\n" for one in LINES), encoding="utf-8")
    assert install(path, name="turkey", countries={"TR"}).places == 1
    with pytest.raises(InputError, match="no place of these countries"):
        install(path, name="none", countries={"FR"})


def test_progress_is_told(folder):
    told = []
    install(
        dump(folder, [line(n + 1, f"Place {n}") for n in range(2 * EVERY)]),
        tick=lambda done, size: told.append(done / size),
    )
    assert told == [pytest.approx(0.5, abs=0.02), 1.0]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["1\tDerbazin"], "line 1: 2 columns, not the 19"),
        ([LINES[0], line(2, "Rusafi", lat="north")], "line 2: could not convert"),
        ([], "has no place"),
    ],
)
def test_what_is_no_dump_is_named_and_leaves_what_was_there(folder, lines, message):
    install(dump(folder))
    with pytest.raises(InputError, match=message):
        install(dump(folder, lines))
    assert len(found("Derbazin")) == 1
    assert [path.suffix for path in users.gazetteer_folder().iterdir()] == [".gaz"]


def test_a_zip_without_a_table_or_cut_off_is_named(folder):
    empty = folder / "empty.zip"
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("readme.txt", "about")
    with pytest.raises(InputError, match="no table of GeoNames inside"):
        install(empty)
    with pytest.raises(InputError, match="cannot be read"):
        install(folder / "missing.zip")
