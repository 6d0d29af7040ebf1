"""Searching, the map and the timeline."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.web.read import Read


def got(client: TestClient, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_what_was_said_is_found_with_its_words_marked(client: TestClient):
    shown = got(client, "/search.json?q=boats")
    assert shown["total"] == len(shown["statements"]) > 0
    hit = shown["statements"][0]
    assert {hit["content"][start:end].lower() for start, end in hit["matches"]} == {"boats"}
    page = client.get("/search?q=boats").text
    assert '<mark class="hit">boats</mark>' in page
    assert hit["id"] in page


def test_pages_of_hits_follow_each_other_without_a_gap(client: TestClient):
    whole = [hit["id"] for hit in got(client, "/search.json?limit=200")["statements"]]
    found, after = [], ""
    while after is not None:
        shown = got(client, f"/search.json?limit=7&after={after}")
        found += [hit["id"] for hit in shown["statements"]]
        after = shown["next"]
    assert found == whole
    assert len(set(found)) == len(found) > 20


@pytest.mark.parametrize("query", ["q=river", "reports=true", "q=river&reports=true"])
def test_so_do_the_best_and_those_of_reports(client: TestClient, query: str):
    kind = "reports" if "reports" in query else "statements"
    whole = [hit["id"] for hit in got(client, f"/search.json?{query}&limit=200")[kind]]
    found, after = [], ""
    while after is not None:
        shown = got(client, f"/search.json?{query}&limit=2&after={after}")
        found += [hit["id"] for hit in shown[kind]]
        after = shown["next"]
    assert found == whole
    assert len(found) > 2


@pytest.mark.parametrize("after", ["x1", "k", "k1x", "o99999", "k²", "-1"])
def test_a_place_that_no_page_gave_is_told(client: TestClient, after: str):
    assert client.get("/search.json", params={"after": after}).status_code == 400


def test_facets_count_what_the_search_matches_and_lead_to_just_these(client: TestClient):
    shown = got(client, "/search.json?q=river")
    acts = next(facet for facet in shown["facets"]["facets"] if facet["name"] == "act")
    assert sum(number for _, number in acts["values"]) == shown["total"]
    for act, number in acts["values"]:
        assert got(client, f"/search.json?q=river&act={act}")["total"] == number


def test_a_print_says_what_was_searched(client: TestClient):
    page = Read(client.get("/search?q=crossing&act=state&commitment=CT%2B").text)
    assert page.all("h1")[0].startswith("Search crossing ")
    assert {"act states ×", "commitment certain (CT+) ×"} <= set(page.all("a"))


def test_by_meaning_the_same_sentence_comes_first(client: TestClient):
    first = got(client, "/search.json?q=boats")["statements"][0]["content"]
    shown = client.get("/search.json", params={"like": first}).json()
    assert shown["order"] == "nearest"
    assert shown["statements"][0]["content"] == first


@pytest.mark.parametrize("query", ["q=-", "q=(", "act=lie", "since=2023-13", "place=.", "limit=0", "like=!"])
def test_what_cannot_be_asked_is_told(client: TestClient, query: str):
    assert client.get(f"/search?{query}").status_code == 400


def test_the_map_counts_a_statement_once_a_place(client: TestClient):
    shown = got(client, "/map.json?show=places")
    assert shown["places"]
    assert all(place["claims"] == sum(place["acts"].values()) for place in shown["places"])
    first = shown["places"][0]
    named = client.get("/search.json", params={"place": first["id"] or first["name"]}).json()
    assert named["total"] >= first["claims"]
    drawn = client.get("/map.geojson?show=places").json()
    assert len(drawn["features"]) == len(shown["places"])
    point = next(one for one in drawn["features"] if one["geometry"])
    assert -180 <= point["geometry"]["coordinates"][0] <= 180


def test_claimed_events_of_a_type_are_put_where_they_are_said_to_have_happened(client: TestClient):
    whole = got(client, "/map.json")
    kinds = {kind for place in whole["places"] for kind in place["what"]}
    assert kinds
    kind = sorted(kinds)[0]
    shown = got(client, f"/map.json?type={kind}")
    assert {key for place in shown["places"] for key in place["what"]} == {kind}


@pytest.mark.parametrize("by", ["act", "commitment", "origins", "outlet"])
def test_the_timeline_counts_each_statement_once(client: TestClient, by: str):
    shown = got(client, f"/timeline.json?by={by}")
    counted = sum(sum(period["counts"]) for period in shown["periods"])
    assert counted == shown["dated"]
    assert shown["dated"] + shown["undated"] == got(client, "/search.json")["total"]


def test_several_origins_are_told_apart_from_what_is_told_once(client: TestClient):
    assert set(got(client, "/timeline.json?by=origins")["values"]) >= {"1 origin", "told once"}
