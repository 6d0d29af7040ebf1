"""Two coders who do not see each other, what they say differently, how it is settled, and groups."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from accordingto import review
from accordingto.model.review import Action
from accordingto.store.assigning import Assigning
from accordingto.store.store import Store
from accordingto.web.app import create_app
from accordingto.web.settings import Settings
from tests.web import gates
from tests.web.test_desk import post


@pytest.fixture
def report(kept: Path) -> str:
    """A report that ada and bea have coded, one record otherwise."""
    with Store.open(kept) as store:
        name = next(iter(store.reports()))
        store.assign(Assigning("first", (name,), ("ada", "bea")), by="sami")
        reading = store.reading(name)
        first = reading.statements[0].id
        for coder, decide in (("ada", review.accept), ("bea", review.reject)):
            store.decide(decide(reading, "statements", first, by=coder, batch="first"))
            store.coded(name, by=coder, rest=Action.ACCEPT, batch="first")
    return name


@pytest.fixture
def desk(kept: Path, report: str) -> Iterator[TestClient]:
    app = create_app(Settings(db=str(kept), name="sami", review=True))
    with TestClient(app, base_url="http://localhost", follow_redirects=False) as made:
        yield made


def test_what_two_coders_say_differently_is_listed_with_both(desk: TestClient, report: str):
    (one,) = desk.get("/review/disputes.json").json()["disputes"]
    assert one["report"] == report
    assert {made["by"]: made["action"] for made in one["decisions"]} == {"ada": "accept", "bea": "reject"}
    page = desk.get("/review/disputes").text
    assert "1 record of which coders say different things" in page


def test_agreement_counts_where_records_are_and_what_they_say(desk: TestClient):
    shown = desk.get("/review/agreement.json?batch=first").json()
    row = next(row for row in shown["layers"] if row["layer"] == "statements")
    assert 0 < row["exact_f1"] < 1
    assert row["u_alpha"] < 1
    assert next(row for row in shown["layers"] if row["layer"] == "places")["exact_f1"] == 1.0
    assert "Unitising alpha" in desk.get("/review/agreement").text


def test_matters_are_merged_and_parted_again(desk: TestClient, kept: Path):
    with Store.open(kept, read_only=True) as store, store.looking() as connection:
        ids = [row[0] for row in connection.exec_driver_sql("SELECT id FROM matters ORDER BY key LIMIT 2")]
    made = post(desk, "/review/groups", action="merge", kind="matters", ids=" ".join(ids), next="/review/groups")
    assert made.status_code == 303, made.text
    (told,) = desk.get("/review/groups.json").json()["decisions"]
    assert (told["action"], set(told["ids"]), told["standing"]) == ("merge", set(ids), True)
    assert post(desk, "/review/groups/undo", key=told["key"]).status_code == 303
    assert not any(
        one["standing"] and one["action"] == "merge" for one in desk.get("/review/groups.json").json()["decisions"]
    )


@pytest.fixture
def story(desk: TestClient) -> str:
    """Path of the sample story."""
    return f"/stories/{desk.get('/stories.json').json()['stories'][0]['id']}"


def regroup(desk: TestClient, **form: str) -> int:
    """Make a decision on groups; gives its key."""
    answer = post(desk, "/review/groups", next="/review/groups", **form)
    assert answer.status_code == 303, answer.text
    return int(desk.get("/review/groups.json").json()["decisions"][0]["key"])


def test_what_was_merged_is_one_matter_wherever_it_is_read(desk: TestClient, story: str):
    before = desk.get(f"{story}.json?section=matters").json()["matters"]
    first, other = before["entries"][:2]
    key = regroup(desk, action="merge", kind="matters", ids=f"{first['id']} {other['id']}", note="one order")
    after = desk.get(f"{story}.json?section=matters").json()["matters"]
    assert after["total"] == before["total"] - 1
    one = next(one for one in after["entries"] if one["id"] == first["id"])
    assert other["id"] not in {one["id"] for one in after["entries"]}
    assert one["origins"]["at_least"] == max(first["origins"]["at_least"], other["origins"]["at_least"])
    assert one["origins"]["at_most"] < first["origins"]["at_most"] + other["origins"]["at_most"] + 1
    assert [(made["by"], made["action"], made["note"]) for made in one["decided"]] == [("sami", "merge", "one order")]
    moved = desk.get(f"/matters/{other['id']}")
    assert (moved.status_code, moved.headers["location"]) == (307, f"/matters/{first['id']}")
    assert desk.get(f"/api/v1/matters/{other['id']}").headers["location"] == f"/api/v1/matters/{first['id']}"
    page = desk.get(f"/matters/{first['id']}").text
    assert f"Merged with <bdi>{other['id']}</bdi> by <bdi>sami</bdi>" in page
    assert "one order" in page
    assert "decided by people" in desk.get(story).text
    said = desk.get(f"/matters/{first['id']}.json").json()["said"]
    statement = desk.get(f"/statements/{said[-1]['statement']}.json").json()
    assert first["id"] in {one["id"] for one in statement["matters"]}
    assert "decided by people" in desk.get(f"/statements/{said[-1]['statement']}").text
    assert post(desk, "/review/groups/undo", key=key).status_code == 303
    assert desk.get(f"{story}.json?section=matters").json()["matters"] == before
    assert desk.get(f"/matters/{other['id']}").status_code == 200


def test_what_was_split_off_has_a_page_that_says_from_what(desk: TestClient, story: str):
    matter = desk.get(f"{story}.json?section=matters").json()["matters"]["entries"][0]["id"]
    said = desk.get(f"/matters/{matter}.json").json()["said"]
    key = regroup(desk, action="split", kind="matters", ids=matter, members=said[-1]["statement"])
    target = desk.get("/review/groups.json").json()["decisions"][0]["target"]
    new = desk.get(f"/matters/{target}.json").json()
    assert {one["statement"] for one in new["said"]} == {said[-1]["statement"]}
    assert new["label"] != desk.get(f"/matters/{matter}.json").json()["label"]
    assert f'Split from <a href="/matters/{matter}"' in desk.get(f"/matters/{target}").text
    assert f'1 statement split off to <a href="/matters/{target}"' in desk.get(f"/matters/{matter}").text
    assert post(desk, "/review/groups/undo", key=key).status_code == 303
    assert desk.get(f"/matters/{target}").headers["location"] == f"/matters/{matter}"


def test_quotations_that_are_one_have_one_page(desk: TestClient, kept: Path):
    with Store.open(kept, read_only=True) as store, store.looking() as connection:
        first, other = (
            row[0] for row in connection.exec_driver_sql("SELECT id FROM quote_groups ORDER BY key LIMIT 2")
        )
    parts = [len(desk.get(f"/quotes/{one}.json").json()["variants"]) for one in (first, other)]
    regroup(desk, action="merge", kind="quotes", ids=f"{first} {other}")
    shown = desk.get(f"/quotes/{first}.json").json()
    assert len(shown["variants"]) == sum(parts)
    assert shown["decided"][0]["by"] == "sami"
    assert desk.get(f"/quotes/{other}").headers["location"] == f"/quotes/{first}"
    assert f"Merged with <bdi>{other}</bdi> by <bdi>sami</bdi>" in desk.get(f"/quotes/{first}").text


def test_a_coder_does_not_see_what_others_said(shared: Any):
    for name, status in (("cody", 403), ("judy", 200)):
        client, _ = gates.signed_in(shared, name)
        for path in ("/review/disputes", "/review/agreement"):
            assert client.get(path).status_code == status


def _found(desk: TestClient, path: str, actor: str) -> int:
    """How many of something a page tells of an actor."""
    told = desk.get(path, params={"actor": actor, "show": "places"} if "map" in path else {"actor": actor}).json()
    return int(next(told[name] for name in ("total", "dated", "claims") if name in told))


def test_actors_that_are_one_have_one_page_and_one_entry(desk: TestClient):
    listed = desk.get("/actors.json").json()["actors"]
    first, other = listed[0], listed[1]
    parts = [desk.get(f"/actors/{one['id']}.json").json() for one in (first, other)]
    lists = ("/search.json", "/api/v1/search", "/contradictions.json", "/stories.json", "/timeline.json", "/map.json")
    apart = {path: [_found(desk, path, one["id"]) for one in (first, other)] for path in lists}
    key = regroup(desk, action="merge", kind="actors", ids=f"{first['id']} {other['id']}", note="one force")
    assert desk.get(f"/actors/{other['id']}").headers["location"] == f"/actors/{first['id']}"
    whole = desk.get(f"/actors/{first['id']}.json").json()
    counts = [sum(one[part]["count"] for part in ("says", "passes", "of")) for one in (*parts, whole)]
    assert max(counts[:2]) < counts[2] <= sum(counts[:2])
    assert max(one["reports"]["count"] for one in parts) <= whole["reports"]["count"]
    assert whole["wordings"]["looked"] == whole["reports"]["count"]
    words = [{(one["outlet"], one["words"], one["kind"]) for one in part["wordings"]["words"]} for part in parts]
    assert words[0] != words[1]
    assert {(one["outlet"], one["words"], one["kind"]) for one in whole["wordings"]["words"]} == words[0] | words[1]
    for path in lists:
        met = [_found(desk, path, one["id"]) for one in (first, other)]
        assert met[0] == met[1], path
        assert max(apart[path]) <= met[0] <= sum(apart[path]), path
    assert max(apart["/search.json"]) < _found(desk, "/search.json", other["id"])
    (told,) = whole["decided"]
    assert (told["by"], [one["name"] for one in told["actors"]]) == ("sami", [other["name"]])
    page = desk.get(f"/actors/{first['id']}").text
    assert f"One with <bdi>{other['name']}</bdi>" in page
    assert "one force" in page
    assert post(desk, "/review/groups/undo", key=key).status_code == 303
    assert desk.get(f"/actors/{first['id']}.json").json() == parts[0]
    assert desk.get(f"/actors/{other['id']}.json").json() == parts[1]


def test_the_page_of_an_actor_says_how_far_decisions_on_namings_go(desk: TestClient, kept: Path):
    actor = desk.get("/actors.json").json()["actors"][0]["id"]
    path = f"/actors/{actor}.json"
    with Store.open(kept, read_only=True) as store:
        entity = next(one.id for reading in store.readings() for one in reading.entities if one.actor == actor)
    before = desk.get(path).json()
    regroup(desk, action="split", kind="actors", ids=actor, members=entity)
    after = desk.get(path).json()
    assert after["decided"][0]["named"] == 1
    assert after | {"decided": []} == before
    page = desk.get(f"/actors/{actor}").text
    assert "1 naming in reports said to be of somebody else" in page
    assert "the lists on this page and searches are as the program reads these namings" in page
