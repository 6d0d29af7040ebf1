"""Actors, places and outlets: what the pages say is what the store has, and what reports say in them is inert."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from csv import DictReader
from dataclasses import replace
from html import unescape
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from accordingto.model import Field
from accordingto.store.store import Store
from accordingto.web import stripes
from accordingto.web.app import create_app
from accordingto.web.settings import Settings
from tests.export.claimed import FRONT
from tests.export.test_html import Parsed
from tests.store.made import claimed_entry, invented_entry
from tests.web.odd import HOSTILE

OUTLETS = ("The Harbour Post", "a/b.example?c#d", HOSTILE, "أخبار الفرات")
FILES = ("The Harbour Post.json", "The Harbour Post.csv", "The Harbour Post.html", "The Harbour Post.json.html")
"""Outlets whose names would be addresses of the first one's twins."""


def named_store(path: Path, outlets: Sequence[str] = OUTLETS) -> None:
    """One report at several addresses, each of another outlet, and one of whose outlet nothing is known."""
    with Store.open(path) as store:
        for n, name in enumerate((*outlets, None)):
            entry = claimed_entry(url=f"https://post.example/{n}")
            report = replace(entry.report, outlet=Field(name, "given") if name else None)
            store.put(replace(entry, report=report, reading=replace(entry.reading, report=report)))
        store.put(invented_entry(url="https://post.example/b"))


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A server over such a store."""
    path = tmp_path_factory.mktemp("named") / "named.db"
    named_store(path)
    with TestClient(create_app(Settings(db=str(path), name="ada")), base_url="http://localhost") as made:
        yield made


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A server over a store whose outlets are called like files."""
    path = tmp_path_factory.mktemp("files") / "files.db"
    named_store(path, (OUTLETS[0], *FILES))
    with TestClient(create_app(Settings(db=str(path), name="ada")), base_url="http://localhost") as made:
        yield made


def outlet(name: str, ending: str = "") -> str:
    """The address of an outlet."""
    return f"/outlets/{quote(name, safe=':')}{ending}"


PATHS = ("/actors", f"/actors/{FRONT}", "/places", "/places/world:manshar", "/outlets", outlet(OUTLETS[0]))


@pytest.mark.parametrize("path", PATHS)
def test_headings_go_down_one_by_one_and_links_lead_somewhere(path: str, named: TestClient):
    page = named.get(path).text
    levels = [int(level) for level in re.findall(r"<h(\d)", page)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))
    parsed = Parsed(page)
    ids = parsed.all("id")
    assert len(ids) == len(set(ids))
    inside = {href for href in parsed.all("href") if href.startswith(("/", "#"))}
    assert {href[1:] for href in inside if href.startswith("#")} <= set(ids)
    for href in sorted(href for href in inside if href.startswith(("/actors", "/places", "/outlets", "/reports"))):
        assert named.get(href).status_code == 200, href


@pytest.mark.parametrize("path", PATHS)
def test_whatever_a_report_says_is_inert(path: str, named: TestClient):
    page = named.get(path).text
    parsed = Parsed(page)
    assert not {"img", "style"} & {tag for tag, _ in parsed.elements}
    assert "alert(1)</script>" not in page
    assert not [name for _, attributes in parsed.elements for name in attributes if name.startswith("on")]
    assert not parsed.all("style")


def test_the_actors_page_finds_by_any_name_and_goes_on(named: TestClient):
    told = named.get("/actors.json?name=al-Jabha").json()
    assert [(one["id"], one["reports"]) for one in told["actors"]] == [(FRONT, len(OUTLETS) + 1)]
    assert named.get("/actors.json?name=Hazrun").json()["actors"] == []
    assert named.get(f"/actors.json?after={FRONT}").json()["actors"] == []
    assert named.get("/actors.json?after=nobody").status_code == 404
    assert named.get("/actors.json?kind=state").json()["total"] == 0


def test_the_actor_page_and_its_twins_say_the_same(named: TestClient):
    told = named.get(f"/actors/{FRONT}.json").json()
    page = named.get(f"/actors/{FRONT}").text
    assert told["reports"] == {"count": len(OUTLETS) + 1, "more": False}
    assert f"named in {len(OUTLETS) + 1} reports" in page
    assert [(one["kind"], one["value"], one["reference_url"]) for one in told["facts"]] == [
        ("ally-of", "state:orvenia", "https://reference.example/ally")
    ]
    assert "https://reference.example/ally" in page
    assert told["of"]["count"] == len(OUTLETS) + 1
    rows = list(DictReader(named.get(f"/actors/{FRONT}.csv").text.splitlines()))
    assert [row["id"] for row in rows] == [one["id"] for one in told["of"]["statements"]]
    assert {row["roles"] for row in rows} == {"actor; holder"}
    called = {(one["outlet"], one["words"]) for one in told["wordings"]["words"] if one["kind"] == "name"}
    assert (OUTLETS[3], "Kharan Front") in called
    assert "<mark>the Kharan Front</mark>" in page


def test_the_lists_of_an_actor_go_on(named: TestClient):
    seen: list[str] = []
    query = "limit=2"
    while True:
        part = named.get(f"/actors/{FRONT}.json?{query}").json()["of"]
        seen += [one["report"] for one in part["statements"]]
        if part["next"] is None:
            break
        query = f"limit=2&of={part['next']}"
    assert len(seen) == len(set(seen)) == len(OUTLETS) + 1
    assert named.get(f"/actors/{FRONT}?of=x").status_code == 400


@pytest.mark.parametrize("other", ["person:nadim-hazrun", "Nadim Hazrun", "entity-1", HOSTILE.replace("/", "")])
def test_a_person_outside_the_registry_has_no_page(other: str, named: TestClient):
    got = named.get(f"/actors/{quote(other)}")
    assert got.status_code == 404
    assert "outside the registry are not followed across reports" in got.text
    assert "<script>alert" not in got.text
    assert "Nadim Hazrun" not in named.get("/actors").text


def test_the_place_page_and_its_twins_say_the_same(named: TestClient):
    told = named.get("/places/world:manshar.json").json()
    page = named.get("/places/world:manshar").text
    reports = len(OUTLETS) + 1
    assert told["statements"]["count"] == 2 * reports
    assert [(one["status"], one["asserted"]) for one in told["control"]["records"]] == [("holds", False)] * reports
    assert len(told["events"]["events"]) == min(10, 2 * reports)
    assert told["events"]["events"][0]["victims"][0]["low"] == 12
    for one in told["control"]["records"]:
        assert f'href="/reports/{one["report"]}"' in page
    rows = list(DictReader(named.get("/places/world:manshar.csv").text.splitlines()))
    assert [row["id"] for row in rows if row["record"] == "control"] == [
        one["id"] for one in told["control"]["records"]
    ]
    features = named.get("/places/world:manshar.geojson").json()["features"]
    assert features[0]["geometry"] == {"type": "Point", "coordinates": [38.5, 35.25]}
    assert len(features) == 1 + len(rows)


def test_control_is_drawn_by_source_with_letters_and_told_as_a_table(named: TestClient):
    page = named.get("/places/world:manshar").text
    told = named.get("/places/world:manshar.json").json()["control"]["records"]
    (drawing,) = re.findall(r'<svg class="stripes" aria-hidden="true".*?</svg>', page, re.DOTALL)
    assert drawing.count('class="who"') == len({stripes.source_of(one) for one in told}) == 1
    assert 'class="chip h0 presupposed"' in drawing
    assert "style=" not in drawing
    assert re.search(r"<b>A</b>\s*<bdi>Kharan Front</bdi>", page)
    assert page.count("<tr data-item>") >= len(told)
    assert page.count('<span class="tag">presupposed</span>') == len(told)


def test_a_place_without_claims_and_one_that_is_not_resolved(named: TestClient):
    page = named.get("/places/region:hadra").text
    assert "No report says who holds it." in page
    assert "<svg" not in page
    assert named.get("/places/Dorva").status_code == 404
    assert "not resolved have no page" in named.get("/places/Dorva").text


def test_places_are_found_by_name_and_country_and_drawn_on_a_map(named: TestClient):
    told = named.get("/places.json?name=MANSH").json()
    assert [one["id"] for one in told["places"]] == ["world:manshar"]
    assert named.get("/places.json?country=Orvenia").json()["total"] == 2
    assert named.get("/places.json?country=FR").json()["places"] == []
    features = named.get("/places.geojson").json()["features"]
    assert {one["id"]: one["properties"]["geometry_is"] for one in features} == {
        "world:manshar": "point",
        "region:hadra": "middle",
    }


@pytest.mark.parametrize("name", OUTLETS)
def test_an_outlet_of_any_name_has_its_page(name: str, named: TestClient):
    got = named.get(outlet(name))
    assert got.status_code == 200
    assert f'href="{outlet(name)}"' in named.get("/outlets").text.replace("&#39;", "'").replace("&amp;", "&")
    links = [href for href in re.findall(r'href="([^"]*)"', got.text) if href.endswith(".json")]
    assert [named.get(unescape(href)).json()["outlet"]["name"] for href in links] == [name, name]
    told = named.get(outlet(name, ".json")).json()
    assert told["outlet"]["name"] == name
    assert told["outlet"]["reports"] == len(told["reports"])
    rows = list(DictReader(named.get(outlet(name, ".csv")).text.splitlines()))
    assert [row["id"] for row in rows] == [one["id"] for one in told["reports"]]


@pytest.mark.parametrize("name", FILES)
def test_an_outlet_named_like_a_file_has_an_address_of_its_own(name: str, files: TestClient):
    page = files.get(outlet(name, ".html")).text
    assert f"<h1><bdi>{name}</bdi>" in page
    assert f'href="{outlet(name, ".html")}"' in files.get("/outlets").text
    assert {href for href in re.findall(r'href="([^"]*)"', page) if "Harbour" in href} >= {
        outlet(name, ".json"),
        outlet(name, ".csv"),
    }
    assert files.get(outlet(name, ".json")).json()["outlet"]["name"] == name
    assert f"<h1><bdi>{OUTLETS[0]}</bdi>" in files.get(outlet(OUTLETS[0], ".html")).text


def test_outlets_stand_in_order_of_reports_or_name_with_denominators(named: TestClient):
    told = named.get("/outlets.json").json()["outlets"]
    assert [one["reports"] for one in told] == sorted((one["reports"] for one in told), reverse=True)
    names = [one["name"] for one in named.get("/outlets.json?sort=name").json()["outlets"]]
    assert [name or "" for name in names] == sorted((name or "" for name in names), key=str.casefold)
    assert named.get("/outlets?sort=quality").status_code == 400
    one = next(one for one in told if one["name"] == OUTLETS[3])
    page = named.get("/outlets").text
    assert f'{one["attributed"]} <span class="dim">of {one["statements"]} (100%)' in page
    assert "(outlet not known)" in page
    assert named.get("/outlets/nobody").status_code == 404


@pytest.mark.parametrize(
    ("part", "whole", "told"),
    [(0, 30, "0%"), (1, 201, "under 1%"), (2, 3, "67%"), (999, 1000, "over 99%"), (7, 7, "100%")],
)
def test_a_share_of_something_is_never_none_and_of_less_than_all_never_all(
    named: TestClient, part: int, whole: int, told: str
):
    macros = named.app.state.templates.get_template("said.html").make_module({})  # type: ignore[attr-defined]
    assert macros.percent(part, whole) == told


def test_marks_of_one_day_stand_in_lanes_and_nothing_is_drawn_without_days():
    def record(
        day: str | None, holder: str, status: str = "holds", aux: str | None = None, source: str = "Monitor"
    ) -> dict:
        return {
            "form": "indirect", "outlet": "Post", "source": source, "as_of_start": day, "as_of_end": day, "published_day": None,
            "holders": [{"name": holder}], "status": status, "aux": aux, "asserted": True, "content": HOSTILE,
        }  # fmt: skip

    assert stripes.drawn([record(None, "Front")]) == ""
    drawing = stripes.drawn(
        [
            record("2023-03-01", "Front"),
            record("2023-03-01", "army", "loses"),
            record("2023-03-01", "Front", aux="negated"),
            record("2023-06-01", "army", "gains"),
        ]
    )
    marks = re.findall(r"<rect [^>]*>", drawing)
    lanes = {re.search(r' y="(\d+)"', mark)[1] for mark in marks if 'class="chip' in mark}
    assert len(lanes) == 3
    for words in ("A<", "B−<", "¬A<", "B+<"):
        assert f">{words}" in drawing
    assert "<script" not in drawing
    assert "<img" not in drawing
