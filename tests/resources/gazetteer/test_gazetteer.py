"""The shipped gazetteer: what is in it are facts that can be looked up."""

import pytest

from accordingto.model import PlaceKind
from accordingto.resources.gazetteer.gazetteer import open_gazetteer
from accordingto.resources.gazetteer.index import Role


@pytest.fixture(scope="module")
def gazetteer():
    return open_gazetteer(own=False)


@pytest.mark.parametrize(
    ("name", "ident", "kind"),
    [
        ("Syria", "geonames:163843", PlaceKind.COUNTRY),
        ("Ar-Raqqah", "geonames:172955", PlaceKind.SETTLEMENT),
        ("Louisiana", "geonames:4331987", PlaceKind.ADMIN1),
        ("Europe", "geonames:6255148", PlaceKind.CONTINENT),
        ("Washington, D.C.", "geonames:4140963", PlaceKind.SETTLEMENT),
        ("Lombardy", "admin:IT.09", PlaceKind.ADMIN1),
        ("Euphrates", "region:euphrates", PlaceKind.WATER),
        ("North Sea", "area:north-sea", PlaceKind.WATER),
    ],
)
def test_a_name_finds_its_place(gazetteer, name, ident, kind):
    assert (ident, kind) in [(hit.entry.id, hit.entry.kind) for hit in gazetteer.find(name)]


def test_demonyms_and_abbreviations_are_marked(gazetteer):
    assert [(h.entry.country, h.role) for h in gazetteer.find("Syrians")] == [("SY", Role.DEMONYM)]
    assert ("US.LA", Role.SHORT) in [(hit.entry.unit, hit.role) for hit in gazetteer.find("La.")]


def test_a_romanisation_finds_the_town_behind_a_namesake(gazetteer):
    assert [hit.entry.country for hit in gazetteer.find("Arbin")] == ["FR"]
    alike = {hit.entry.name: hit.entry for hit in gazetteer.resembling("Arbin")}
    assert alike["‘Irbīn"].country == "SY"


def test_a_county_lies_in_its_state_with_bounds(gazetteer):
    parish = next(hit.entry for hit in gazetteer.find("Rapides Parish"))
    assert (parish.kind, parish.unit, parish.admin1) == (PlaceKind.ADMIN2, "US.LA", "Louisiana")
    west, south, east, north = parish.bounds
    assert west < parish.lon < east
    assert south < parish.lat < north


def test_crimea_is_filed_by_the_stated_viewpoint(gazetteer):
    crimea = next(hit.entry for hit in gazetteer.find("Simferopol") if hit.entry.kind is PlaceKind.SETTLEMENT)
    assert (crimea.country, crimea.source) == ("UA", "GeoNames")
