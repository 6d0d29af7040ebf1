import pytest

from accordingto.model import PlaceKind, ResourceError
from accordingto.resources.gazetteer.index import Builder, Index, Role, Row


def town(ident: int, name: str, people: int, *keys: str, **more) -> Row:
    names = {keys[0] if keys else name.lower(): Role.NAME} | dict.fromkeys(keys[1:], Role.OTHER)
    values = {"country": "ZZ", "unit": "ZZ.1", "lat": 10.0, "lon": 20.0} | more
    return Row(ident, f"test:{name}", name, PlaceKind.SETTLEMENT, people=people, keys=names, **values)


@pytest.fixture
def index(tmp_path):
    builder = Builder("test", "none")
    builder.add(
        Row(
            0,
            "admin:ZZ.1",
            "Derba",
            PlaceKind.ADMIN1,
            "ZZ",
            "ZZ.1",
            11,
            21,
            5000,
            {"derba": Role.NAME},
            bounds=(20, 10, 22, 12),
        )
    )
    builder.add(town(7, "Derba", 900))
    builder.add(town(8, "Rusafi", 40_000, "rusafi", "resafe", skeletons=frozenset({"rsf"})))
    builder.add(town(0, "Ẓelén Hór", 12, "zelen hor", lat=-89.99, lon=179.99))
    builder.write(tmp_path / "test.gaz")
    return Index(tmp_path / "test.gaz")


def entries(index, found):
    return [(index.entry(row).id, role) for row, role in found]


def test_names_lead_to_places_largest_first(index):
    assert entries(index, index.exact("derba")) == [("admin:ZZ.1", Role.NAME), ("geonames:7", Role.NAME)]
    assert entries(index, index.exact("resafe")) == [("geonames:8", Role.OTHER)]
    assert entries(index, index.similar("rsf")) == [("geonames:8", Role.TRANSLITERATION)]
    assert index.exact("nowhere") == []


def test_an_entry_has_its_unit_its_bounds_and_about_its_point(index):
    unit, small = index.entry(0), index.entry(3)
    assert (unit.bounds, unit.kind) == ((20.0, 10.0, 22.0, 12.0), PlaceKind.ADMIN1)
    assert (small.name, small.id, small.admin1, small.unit) == ("Ẓelén Hór", "test:Ẓelén Hór", "Derba", "ZZ.1")
    assert small.lat == pytest.approx(-89.99, abs=0.003)
    assert small.lon == pytest.approx(179.99, abs=0.006)
    assert index.entry(2).people == pytest.approx(40_000, rel=0.1)


def test_the_same_places_give_the_same_file(tmp_path):
    for name in ("one.gaz", "two.gaz"):
        builder = Builder("test", "none")
        for number in range(200):
            builder.add(town(number + 1, f"Place {number % 70}", number * 31 % 17))
        builder.write(tmp_path / name)
    assert (tmp_path / "one.gaz").read_bytes() == (tmp_path / "two.gaz").read_bytes()
    index = Index(tmp_path / "one.gaz")
    assert [index.name(row) for row in range(200)] == [f"Place {number % 70}" for number in range(200)]


@pytest.mark.parametrize("at", [3, 200, -40, -1])
def test_a_damaged_file_is_not_opened(index, at):
    data = bytearray(index.path.read_bytes())
    data[at] ^= 1
    index.path.with_name("bad.gaz").write_bytes(data)
    with pytest.raises(ResourceError, match=r"bad\.gaz cannot be opened"):
        Index(index.path.with_name("bad.gaz"))
