from collections import defaultdict
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from accordingto.model import PlaceKind, ResourceError
from accordingto.resources.regions import COLUMNS, SHIPPED, Region, open_regions

REGIONS = open_regions().rows
ISO = frozenset(
    """AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF
    CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI
    GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ
    LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO
    NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST
    SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW""".split()
)
"""ISO 3166-1 alpha-2, and the code in use for Kosovo."""
POINTLIKE = {PlaceKind.FACILITY, PlaceKind.SETTLEMENT}
WANTED = (
    "Eastern Ghouta|Western Ghouta|Rojava|Euphrates Shield area|al-Tanf|Baghouz|Rukban|al-Hol|Donbas|Sinai|Golan Heights|Darfur"
    "|Bekaa Valley|Wadi Barada|Yarmouk camp|Azovstal|Zaporizhzhia plant|Line of Control|Bab el-Mandeb|Hodeidah port|Tabqa Dam"
    "|Mosul Dam|Bagram|Hmeimim|Incirlik|Ain al-Asad|Philadelphi corridor|Rafah crossing|Netzarim|Jenin camp|Jabalia camp"
).split("|")


def written(*cells: str, columns: tuple[str, ...] = COLUMNS) -> str:
    return "\n".join(["# schema: 1", "\t".join(columns), "\t".join(cells)])


GOOD = (
    "region:low-marsh", "Low Marsh", "the Marsh", "region", "YE", "", "1", "2", "1.5", "0.5", "2.5", "1.5",
    "https://example.org/marsh", "",
)  # fmt: skip


def changed(column: str, value: str) -> str:
    return written(*(value if name == column else cell for name, cell in zip(COLUMNS, GOOD, strict=True)))


def test_the_shipped_table_has_the_regions_that_gazetteers_lack() -> None:
    names = {name for region in REGIONS for name in region.names}
    assert len(REGIONS) >= 200
    assert [name for name in WANTED if name not in names] == []
    assert open_regions() is open_regions()
    assert len(open_regions().sha256) == 64


@pytest.mark.parametrize("region", REGIONS, ids=lambda region: region.id)
def test_every_row_can_be_checked(region: Region) -> None:
    address = urlsplit(region.reference)
    assert address.scheme == "https"
    assert address.path.startswith("/wiki/")
    assert len(address.path) > len("/wiki/")
    assert region.countries
    assert set(region.countries) <= ISO
    west, south, east, north = region.bounds
    assert west < east
    assert south < north
    if region.kind in POINTLIKE:
        assert max(east - west, north - south) < 1, "a place with a point is not as wide as a region"
    assert all(name == name.strip() and "  " not in name for name in region.names)


def test_a_spelling_belongs_to_one_row() -> None:
    owners = defaultdict(set)
    for region in REGIONS:
        for name in region.names:
            owners[name.casefold().replace("-", " ").replace("’", "'")].add(region.id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_what_several_states_claim_says_whose_view_it_follows() -> None:
    settled = {"golan-heights": "SY", "crimea": "UA", "abkhazia": "GE", "western-sahara": "EH", "east-jerusalem": "PS"}
    claimed = "golan-heights crimea kashmir western-sahara abyei nagorno-karabakh abkhazia transnistria northern-cyprus"
    by_id = {region.id: region for region in REGIONS}
    assert [slug for slug in claimed.split() if not by_id[f"region:{slug}"].note] == []
    assert {slug: by_id[f"region:{slug}"].countries for slug in settled} == {s: (c,) for s, c in settled.items()}


def test_the_header_names_schema_origin_and_licence() -> None:
    head = [line for line in SHIPPED.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    assert [any(line.startswith(f"# {word}:") for line in head) for word in ("schema", "origin", "licence")] == [
        True
    ] * 3


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [
        ("id", "low-marsh", "not an id"),
        ("name", " ", "needs a name"),
        ("kind", "swamp", "swamp"),
        ("country", "Yemen", "not a country"),
        ("lat", "north", "north"),
        ("lat", "7", "outside its extent"),
        ("north", "91x", "91x"),
        ("reference", "http://example.org/marsh", "not a reference"),
    ],
)
def test_a_malformed_row_is_refused_by_its_line(tmp_path: Path, column: str, value: str, told: str) -> None:
    path = tmp_path / "regions.tsv"
    path.write_text(changed(column, value), encoding="utf-8")
    with pytest.raises(ResourceError, match=rf"regions\.tsv, line 3: .*{told}"):
        open_regions(path)


def test_a_good_row_is_read(tmp_path: Path) -> None:
    path = tmp_path / "regions.tsv"
    path.write_text(written(*GOOD), encoding="utf-8")
    (region,) = open_regions(path).rows
    assert region.names == ("Low Marsh", "the Marsh")
    assert (region.lat, region.lon, region.bounds) == (1, 2, (1.5, 0.5, 2.5, 1.5))
    assert region.note is None


def test_other_files_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "regions.tsv"
    with pytest.raises(ResourceError, match="not a table of regions"):
        open_regions(path)
    for content, told in (
        ("", "no line of columns"),
        ("id\tname", "the columns are not"),
        (written("region:a"), "line 3"),
        (written(*GOOD) + "\n" + "\t".join(GOOD), "region:low-marsh stands there twice"),
    ):
        path.write_text(content, encoding="utf-8")
        open_regions.cache_clear()
        with pytest.raises(ResourceError, match=told):
            open_regions(path)


def test_the_page_on_places_states_the_columns_and_the_count() -> None:
    page = (Path(__file__).parents[2] / "docs" / "explanation" / "places.md").read_text(encoding="utf-8")
    assert f"has {len(REGIONS)} such places" in page
    assert [column for column in COLUMNS if f"`{column}`" not in page] == []
