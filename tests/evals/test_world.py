"""The sample world's gazetteer and registry: complete and consistent with its page, and of a kind that `gazetteer add` takes."""

import csv
import json
import re
from pathlib import Path

import pytest

from accordingto.model import ActorKind, PlaceKind
from accordingto.resources.gazetteer.users import COLUMNS, add
from accordingto.resources.userdata import DATA_VARIABLE

ROOT = Path(__file__).parents[2]
WORLD = ROOT / "src" / "accordingto" / "samples" / "world"
PAGE = (ROOT / "evals" / "field" / "WORLD.md").read_text(encoding="utf-8").replace("’", "'")
ONE_LINE = re.sub(r"\s+", " ", PAGE)
SOUTH_PACIFIC = (-137.0, -52.0, -110.0, -33.0)
"""West, south, east, north of a part of the ocean without land."""


def read(name: str) -> list[dict[str, str]]:
    with (WORLD / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


PLACES = read("gazetteer.csv")
ACTORS = read("actors.csv")
AREAS = {
    row["name"]: [float(row[edge]) for edge in ("west", "south", "east", "north")] for row in PLACES if row["west"]
}


def names_of(row: dict[str, str], others: str) -> set[str]:
    return {name.replace("’", "'") for name in (row["name"], *row[others].split("|")) if name}


def inside(row: dict[str, str], bounds: list[float] | tuple[float, ...]) -> bool:
    west, south, east, north = bounds
    return west <= float(row["lon"]) <= east and south <= float(row["lat"]) <= north


def test_every_toponym_of_the_corpus_that_the_page_names_is_in_the_gazetteer() -> None:
    rows = [
        json.loads(line) for line in (ROOT / "evals" / "field" / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    named = {toponym["name"] for row in rows for toponym in row["toponyms"]}
    known = {name.casefold() for place in PLACES for name in names_of(place, "names")}
    on_page = {name for name in named if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", ONE_LINE, re.IGNORECASE)}
    assert len(on_page) > 30
    assert sorted(name for name in on_page if name.casefold() not in known) == []


@pytest.mark.parametrize("row", [*PLACES, *ACTORS], ids=lambda row: f"{row['kind']}:{row['name']}")
def test_every_place_and_actor_is_of_the_page(row: dict[str, str]) -> None:
    assert row["name"].replace("’", "'").removeprefix("The ") in ONE_LINE


def test_every_state_force_agency_and_outlet_of_the_page_is_there() -> None:
    cells = [line.split("|")[1].strip() for line in PAGE.splitlines() if line.startswith("|")]
    listed = [cell for cell in cells if cell not in ("name", "---")]
    media = ONE_LINE.split("## Agencies and outlets")[1]
    listed += [re.sub(r"\s*\(.*", "", part) for part in re.split(r",\s(?![^(]*\))|\. ", re.sub(r"\w+: ", "", media))]
    known = {name for actor in ACTORS for name in names_of(actor, "aliases")}
    assert len(listed) > 25
    assert [name for name in listed if name and name.strip(" .") not in known] == []


def test_ids_and_names_are_unique() -> None:
    for rows, others in ((PLACES, "names"), (ACTORS, "aliases")):
        ids = [row["id"] for row in rows]
        names = [name for row in rows for name in names_of(row, others)]
        assert len(ids) == len(set(ids))
        assert sorted({name for name in names if names.count(name) > 1}) == []


def test_the_map_lies_in_the_ocean_and_holds_together() -> None:
    for row in PLACES:
        assert row["kind"] in set(PlaceKind)
        assert inside(row, SOUTH_PACIFIC), row["name"]
        assert row["country"] in AREAS
        assert inside(row, AREAS[row["country"]]), row["name"]
        if row["west"]:
            assert inside(row, AREAS[row["name"]]), row["name"]
    at = {row["name"]: (float(row["lat"]), float(row["lon"])) for row in PLACES}
    assert at["Derbazin"][0] > at["Tell Harun"][0] > at["Rusafi"][0] > at["Manshar"][0] > at["Selmar"][0]
    assert at["Petrovar"][1] > at["Selmar"][1] > at["Castel Brume"][1]
    assert all(
        inside(row, AREAS["Tarsa valley"]) for row in PLACES if row["name"] in ("Rusafi", "Tell Harun", "Qasr Omeyn")
    )


def test_actors_belong_to_actors() -> None:
    ids = {row["id"] for row in ACTORS}
    assert {row["part_of"] for row in ACTORS} - {""} <= ids
    assert {row["kind"] for row in ACTORS} <= set(ActorKind)
    assert {row["country"] for row in ACTORS} - {""} <= set(AREAS)
    states = [row for row in ACTORS if row["kind"] == "state"]
    assert all(f"| {row['name']} | {row['demonyms']} | {row['metonyms']} |" in PAGE for row in states)


def test_the_gazetteer_is_added_as_a_user_would(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path))
    assert tuple(PLACES[0]) == COLUMNS
    assert add(WORLD / "gazetteer.csv", name="world").places == len(PLACES)
