"""The map: marks where places have a point, a list in step with the table, and nothing that only a pointer can do."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.driving import DESKTOP, PHONE, Watched, axe, plain, serving

PLACES = (
    ("selmar", "Selmar", 12, (-121.6, -44.6), False),
    ("derbazin", "Derbazin", 5, (-120.1, -44.1), False),
    ("orvenia", "Orvenia", 3, (-121.2, -44.2), True),
    ("<b>Ford</b>", "<b>Ford</b>", 4, None, False),
    ("far-bank", "the far bank", 1, None, False),
)


def collection(places: Any = PLACES) -> str:
    return json.dumps(
        {
            "type": "FeatureCollection",
            "features": [
                {
                    "type": "Feature",
                    "id": key,
                    "geometry": at and {"type": "Point", "coordinates": at},
                    "properties": {"id": key, "name": name, "claims": claims, "centroid": centroid},
                }
                for key, name, claims, at, centroid in places
            ],
        }
    )


def body(source: str = "/map.geojson") -> str:
    rows = "".join(
        f'<tr data-item data-feature="{escape(key)}"><th scope="row"><a href="/place/{n}">{escape(name)}</a></th><td>{claims}</td></tr>'
        for n, (key, name, claims, *_) in enumerate(PLACES)
    )
    return f"""<h1>Map</h1><figure data-island="map" data-src="{source}" class="map">
<figcaption class="dim">Places: GeoNames (CC BY 4.0) and Natural Earth; borders: Natural Earth, de facto.</figcaption></figure>
<table><caption>Places</caption><thead><tr><th scope="col">Place</th><th scope="col">Statements</th></tr></thead>
<tbody>{rows}</tbody></table>"""


BOX = [[[22.0, 4.0], [25.0, 4.0], [25.0, 6.0], [22.0, 6.0], [22.0, 4.0]]]
CLAIMED = (
    ("Ridge Camp", "point", {"type": "Point", "coordinates": [20.0, 5.0]}),
    ("Ridge Camp", "point", {"type": "Point", "coordinates": [20.0, 5.0]}),
    ("Lake District", "bounds", {"type": "Polygon", "coordinates": BOX}),
    ("west of the river", "none", None),
)


def claims() -> str:
    """A feature a claim, as the layers of a report are exported."""
    features = [
        {"type": "Feature", "id": f"ev-{n}", "geometry": geometry, "properties": {"place": place, "geometry_is": kind}}
        for n, (place, kind, geometry) in enumerate(CLAIMED)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features})


def place() -> str:
    """A place, and each claim about it at its point, as the page of a place gives them."""
    at = {"type": "Point", "coordinates": [-121.6, -44.6]}
    about = {"id": "selmar", "name": "Selmar", "statements": 7, "centroid": False, "geometry_is": "point"}
    told = [
        {"type": "Feature", "id": f"report/ev-{n}", "geometry": at, "properties": {"act": "says"}} for n in range(3)
    ]
    return json.dumps(
        {
            "type": "FeatureCollection",
            "features": [{"type": "Feature", "id": "selmar", "geometry": at, "properties": about}, *told],
        }
    )


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    places = {f"/place/{n}": plain("<h1>A place</h1>") for n in range(len(PLACES))}
    made = {
        "/": plain(body()),
        "/map.geojson": collection(),
        "/claims": plain(body("/claims.geojson")),
        "/claims.geojson": claims(),
    }
    made |= {"/place": plain(body("/place.geojson")), "/place.geojson": place()}
    with serving({**made, "/broken": plain(body("/none.geojson")), **places}) as address:
        yield address


@pytest.fixture
def drawn(page: Page, site: str) -> Page:
    page.goto(site)
    expect(page.locator(".map-svg .mark")).to_have_count(3)
    return page


def test_a_mark_is_as_large_as_its_claims_and_hollow_where_it_is_a_middle(drawn: Page) -> None:
    radii = [float(mark.get_attribute("r") or 0) for mark in drawn.locator(".mark").all()]
    assert radii == sorted(radii, reverse=True)
    assert radii[0] ** 2 / radii[1] ** 2 == pytest.approx(12 / 5, rel=0.01)
    assert drawn.locator(".mark.middle").count() == 1
    fills = {
        kind: drawn.locator(f".mark.{kind}").first.evaluate("(mark) => getComputedStyle(mark).fill")
        for kind in ("point", "middle")
    }
    assert fills["point"] != fills["middle"]
    expect(drawn.get_by_label("How to read the map")).to_contain_text("middle of an area")


def test_what_has_no_point_is_counted_beside_the_map(drawn: Page) -> None:
    told = drawn.get_by_text("5 statements without a place on the map")
    expect(told).to_be_visible()
    told.click()
    expect(drawn.locator(".map-side details")).to_contain_text("<b>Ford</b> 4 statements")
    assert drawn.locator(".map-side b").count() == 0


def test_list_table_and_map_are_lit_together(drawn: Page) -> None:
    entry = drawn.locator(".map-side ol a", has_text="Derbazin")
    entry.focus()
    expect(drawn.locator("tr.lit")).to_contain_text("Derbazin")
    expect(drawn.locator(".labels text.lit")).to_have_text("Derbazin")
    drawn.locator("tr a", has_text="Selmar").focus()
    expect(drawn.locator(".labels text.lit")).to_have_text("Selmar")
    expect(drawn.locator(".map-side li.lit")).to_contain_text("Selmar")
    drawn.locator(".mark").nth(1).hover()
    expect(drawn.locator("tr.lit")).to_contain_text("Derbazin")


def test_the_list_is_walked_and_opened_by_keys(drawn: Page) -> None:
    drawn.locator(".map-side ol a").first.focus()
    drawn.keyboard.press("Tab")
    expect(drawn.locator(".map-side ol a", has_text="Derbazin")).to_be_focused()
    drawn.keyboard.press("Enter")
    drawn.wait_for_url("**/place/1")


def test_keys_move_and_zoom_and_what_is_lit_comes_into_view(drawn: Page) -> None:
    frame = drawn.get_by_role("group", name=re.compile("^Map:"))
    frame.focus()
    where = "() => document.querySelector('.ground').getAttribute('transform')"
    begun = drawn.evaluate(where)
    for key in ("+", "+", "+", "+", "ArrowLeft", "ArrowLeft"):
        drawn.keyboard.press(key)
    zoomed = drawn.evaluate(where)
    assert "scale(6.55" in zoomed
    assert zoomed != begun
    drawn.locator(".map-side ol a", has_text="Derbazin").focus()
    box = drawn.locator(".map-frame").bounding_box()
    mark = drawn.locator(".mark.lit").bounding_box()
    assert box is not None
    assert mark is not None
    assert box["x"] <= mark["x"] <= box["x"] + box["width"]
    frame.focus()
    drawn.keyboard.press("0")
    assert drawn.evaluate(where) == begun


def test_a_wheel_over_it_scrolls_the_page(drawn: Page) -> None:
    drawn.set_viewport_size({"width": 1280, "height": 400})
    drawn.locator(".map-svg").hover(position={"x": 100, "y": 100})
    before = drawn.evaluate("document.querySelector('.ground').getAttribute('transform')")
    drawn.mouse.wheel(0, 200)
    for _ in range(100):
        if drawn.evaluate("scrollY") > 0:
            break
        drawn.wait_for_timeout(50)
    assert drawn.evaluate("scrollY") > 0
    assert drawn.evaluate("document.querySelector('.ground').getAttribute('transform')") == before


def test_claims_at_one_place_are_one_mark_and_an_area_is_drawn_by_its_bounds(page: Page, site: str) -> None:
    page.goto(f"{site}/claims")
    expect(page.locator(".mark")).to_have_count(2)
    expect(page.locator(".map-side ol")).to_contain_text("Ridge Camp 2 claims")
    expect(page.locator(".areas path")).to_have_count(1)
    box = page.locator(".areas path").bounding_box()
    frame = page.locator(".map-frame").bounding_box()
    assert box is not None
    assert frame is not None
    assert box["width"] < frame["width"]
    assert len(page.locator(".land").get_attribute("d") or "") > 1000
    expect(page.get_by_text("1 claim without a place on the map")).to_be_visible()


@pytest.mark.parametrize(("size", "dark"), [(DESKTOP, False), (PHONE, True)])
def test_nothing_is_found_against_it_and_nothing_overflows(
    pages: Watched, site: str, size: tuple[int, int], dark: bool
) -> None:
    page = pages.open(size=size, dark=dark)
    page.goto(site)
    expect(page.locator(".mark")).to_have_count(3)
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_claims_beside_the_feature_of_their_place_are_not_counted_again(page: Page, site: str) -> None:
    page.goto(f"{site}/place")
    expect(page.locator(".mark")).to_have_count(1)
    expect(page.locator(".map-side ol")).to_have_text(re.compile(r"^Selmar 7 statements"))


def test_without_the_data_the_table_stands_alone(pages: Watched, site: str) -> None:
    page = pages.open()
    page.goto(f"{site}/broken")
    expect(page.locator("[data-island-failed=map]")).to_be_attached()
    expect(page.get_by_role("row")).to_have_count(6)
    assert page.locator(".map-box").count() == 0
    pages.troubles[:] = [one for one in pages.troubles if "404" not in one and "could not be drawn" not in one]
