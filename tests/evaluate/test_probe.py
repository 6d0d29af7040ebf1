import pytest

from accordingto.evaluate import probe
from accordingto.evaluate.score import score
from accordingto.model import IntegrityError

HEAD = "# schema: 1\n" + "\t".join(probe.COLUMNS) + "\n"
LINE = "Asur\tThe Asur runs past Selmar.\tSelmar\tXA|XB\tUpper Asur|Ar-Rusaf\t10\t20\thttps://example.org/asur"


def row() -> dict:
    (only,) = probe.rows_of(HEAD + LINE)
    return only


def found(**values: object) -> dict:
    return {"start": 4, "end": 8, "lat": 10.1, "lon": 20.1, "country": "XA", "admin1": "Upper Asur", **values}


def figures(*toponyms: dict) -> dict[str, float]:
    counts = probe.count(row(), toponyms)
    return {measure.name: measure.value for measure in probe.measured(counts)}


def test_a_line_becomes_a_row_with_its_context() -> None:
    assert row() == {
        "id": "probe-001",
        "text": "The Asur runs past Selmar.",
        "toponyms": [
            {
                "start": 4, "end": 8, "lat": 10.0, "lon": 20.0, "geonameid": None, "country": ["XA", "XB"],
                "admin1": ["Upper Asur", "Ar-Rusaf"],
            },
            {"start": 19, "end": 25},
        ],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("values", "both", "near"),
    [
        ({}, 100, 100),
        ({"country": "XB", "admin1": "Rusaf Governorate"}, 100, 100),
        ({"country": None}, 100, 100),
        ({"country": "XC"}, 0, 100),
        ({"admin1": "Lower Asur"}, 0, 100),
        ({"admin1": None}, 0, 100),
        ({"admin1": "Elsewhere|Upper Asur"}, 100, 100),
        ({"lat": 12.0}, 100, 0),
        ({"lat": None, "lon": None}, 100, 0),
        ({"lat": None, "lon": None, "country": None}, 0, 0),
    ],
)
def test_what_is_right(values: dict, both: int, near: int) -> None:
    measured = figures(found(**values))
    assert (measured["country and admin-1"], measured["within 161 km"]) == (both, near)


def test_a_name_that_was_not_resolved_is_wrong() -> None:
    assert set(figures({"start": 19, "end": 25, "lat": 10, "lon": 20, "country": "XA"}).values()) == {0.0}


def test_none_is_no_country_where_there_is_only_one() -> None:
    (gold,) = probe.rows_of(HEAD + LINE.replace("XA|XB", "XA"))
    assert probe.count(gold, [found(country=None)])["country"] == 0


def test_a_place_without_a_settled_unit_counts_by_its_country() -> None:
    (gold,) = probe.rows_of(HEAD + LINE.replace("Upper Asur|Ar-Rusaf", ""))
    counts = probe.count(gold, [found(admin1=None)])
    assert (counts["both"], counts["gold_admin1"]) == (1, 0)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ar Raqqah Governorate", "Raqqah"), ("Ta‘izz", "Taizz"), ("Tillabéri", "TILLABERI"), ("Al-Hasakah", "Hasakah")],
)
def test_spellings_of_a_unit_that_are_one(one: str, other: str) -> None:
    assert probe.plain(one) == probe.plain(other)


def test_units_of_other_names_stay_apart() -> None:
    assert len({probe.plain(name) for name in ("North Darfur", "South Darfur", "Darfur", "Red Sea", "Sanaa")}) == 5


def test_the_distance_is_that_of_the_great_circle() -> None:
    assert probe.distance((0, 0), (0, 90)) == pytest.approx(6371 * 3.14159265 / 2)
    assert probe.distance((10, 20), (10, 20)) == 0


@pytest.mark.parametrize(
    ("line", "told"),
    [(LINE.replace("The Asur", "The Nile"), "'Asur' is not in"), (LINE + "\tmore", "9 columns")],
)
def test_a_malformed_line_is_named(line: str, told: str) -> None:
    with pytest.raises(IntegrityError, match=rf"line 3 .*{told}"):
        list(probe.rows_of(HEAD + line))


def test_it_is_scored_as_a_task_of_its_own() -> None:
    predicted = [{"id": "probe-001", "toponyms": [found()]}]
    result = score("probe", [row()], predicted, draws=0)
    assert result.figures["country and admin-1"] == 100
    with pytest.raises(IntegrityError, match="no span"):
        score("probe", [row()], [{"id": "probe-001", "toponyms": [found(end=99)]}], draws=0)
