"""The pages of a statement, a quotation and a matter, and the list of contradictions, on the sample story."""

from __future__ import annotations

from csv import DictReader
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.web.read import Read
from tests.web.test_story import SWAPPED, _swapped


@pytest.fixture(scope="module")
def story(client: TestClient) -> dict[str, Any]:
    """The story's twin."""
    ident = client.get("/stories.json").json()["stories"][0]["id"]
    return dict(client.get(f"/stories/{ident}.json").json())


@pytest.fixture(scope="module")
def rewrite(story: dict[str, Any]) -> str:
    """Id of the statement in which the actor is swapped."""
    return str(_swapped(story)["b"]["statement"])


def test_a_statement_is_shown_with_its_chain_and_the_words_that_say_so(client: TestClient, rewrite: str):
    shown = client.get(f"/statements/{rewrite}.json").json()
    assert [link["source"]["name"] for link in shown["statement"]["chain"]] == ["Meridian Monitor", "Northwire"]
    page = Read(client.get(f"/statements/{rewrite}").text)
    assert page.all("h1") == [shown["statement"]["content"]["text"]]
    assert any(row.startswith("Northwire") and "reported" in row for row in page.all("tr"))
    sentence = "".join(one["text"] for one in shown["sentence"]["segments"])
    assert sentence in page.all("blockquote")
    roles = {role for one in shown["sentence"]["segments"] for role in one["roles"]}
    assert roles == {"content", "source", "cue"}


def test_a_statement_leads_to_where_it_stands_in_its_report(client: TestClient, rewrite: str):
    shown = client.get(f"/statements/{rewrite}.json").json()
    links = Read(client.get(f"/statements/{rewrite}").text).attributes("a", "href")
    assert f"/reports/{shown['report']['report']}#{rewrite}" in links


def test_a_statement_is_set_against_those_that_it_contradicts(client: TestClient, rewrite: str):
    shown = client.get(f"/statements/{rewrite}.json").json()
    assert shown["relations"][0]["kind"] == "contradicts"
    assert any(SWAPPED in one["headings"] for one in shown["relations"])
    rows = list(DictReader(client.get(f"/statements/{rewrite}.csv").text.splitlines()))
    assert ("contradicts", "actor", "coalition → FUF", "before") in {
        (row["kind"], row["slot"], row["values"], row["order"]) for row in rows
    }


def test_the_way_of_a_statement_marks_what_each_report_changed(client: TestClient, rewrite: str):
    path = client.get(f"/statements/{rewrite}.json").json()["path"]
    assert [one["here"] for one in path].count(True) == 1
    assert [one["number"] for one in path] == sorted(one["number"] for one in path)
    post = next(one for one in path if one["outlet"] == "The Harbour Post")
    marked = [post["text"][start:end] for start, end in post["marks"]]
    assert {"Lorrand-led", "the Kharan Front", "Orvenian government"} <= set(marked)
    mine = next(one for one in path if one["here"])
    assert mine["marks"] == []
    assert any("The Harbour Post" in edge["how"] for edge in mine["took"])


def test_wordings_of_a_quotation_are_aligned_and_their_changes_told_apart(client: TestClient, story: dict[str, Any]):
    ident = story["quotes"]["entries"][0]["id"]
    shown = client.get(f"/quotes/{ident}.json").json()
    first = shown["variants"][0]
    assert [step["kind"] for step in first["steps"]] == [None]
    for one in shown["variants"]:
        kept = "".join(step["text"] for step in one["steps"] if step["kind"] != "cut")
        assert kept == one["text"]
    page = Read(client.get(f"/quotes/{ident}").text)
    kinds = {step["kind"] for one in shown["variants"] for step in one["steps"]}
    assert {"cut", "substitution"} <= kinds
    assert any(words.startswith("cut: ") for words in page.all("del"))
    assert any(words.startswith("by: ") for words in page.all("ins"))
    assert len(list(DictReader(client.get(f"/quotes/{ident}.csv").text.splitlines()))) == len(shown["variants"])


def test_a_matter_lists_its_outlets_and_the_evidence_of_its_origin(client: TestClient, story: dict[str, Any]):
    ident = story["matters"]["entries"][0]["id"]
    shown = client.get(f"/matters/{ident}.json").json()
    assert shown["outlets_listed"] == len(shown["members"]) == 5
    evidence = shown["occasions"][0]["evidence"]
    assert evidence
    assert all(one["text"] for one in evidence)
    page = Read(client.get(f"/matters/{ident}").text)
    assert any(evidence[0]["text"] in words for words in page.all("q"))
    rows = list(DictReader(client.get(f"/matters/{ident}.csv").text.splitlines()))
    assert {row["statement"] for row in rows} == {one["statement"] for one in shown["said"]}


@pytest.mark.parametrize("path", ["/statements/statement-none", "/quotes/quote-none", "/matters/matter-none"])
def test_what_there_is_not_is_told_with_what_to_do(client: TestClient, path: str):
    got = client.get(path)
    assert got.status_code == 404
    assert "pages of" in got.text
    assert client.get(f"{path}.json").json()["error"]["status"] == 404


def test_contradictions_are_narrowed_by_slot_kind_story_matter_place_actor_and_days(
    client: TestClient, story: dict[str, Any]
):
    def found(query: str) -> list[dict[str, Any]]:
        return list(client.get(f"/contradictions.json?{query}").json()["pairs"])

    everything = found("limit=200")
    assert len(everything) == story["kinds"]["contradicts"]
    actors = found("slot=actor")
    assert actors
    assert all("actor" in one["slots"] for one in actors)
    assert {one["key"] for one in actors} < {one["key"] for one in everything}
    assert len(found("kind=rewords&limit=200")) == story["kinds"]["rewords"]
    assert len(found(f"story={story['id']}&limit=200")) == len(everything)
    matter = everything[0]["matter"]
    assert {one["matter"] for one in found(f"matter={matter}")} == {matter}
    assert found("until=2001") == found("actor=nobody") == []
    assert len(found("actor=Kharan%20Front&since=2023-11&until=2023-11-15&case=crossing")) > 0


def test_the_list_of_contradictions_goes_on_where_a_page_ends(client: TestClient):
    whole = [one["key"] for one in client.get("/contradictions.json?limit=200").json()["pairs"]]
    seen: list[int] = []
    after = ""
    while after is not None:
        page = client.get(f"/contradictions.json?limit=4&after={after}").json()
        seen += [one["key"] for one in page["pairs"]]
        after = page["next"]
    assert seen == whole


@pytest.mark.parametrize(("after", "status"), [("x", 400), ("-1", 400), ("9" * 30, 400), ("999999", 404)])
def test_a_place_to_go_on_after_that_is_none_is_told(client: TestClient, after: str, status: int):
    assert client.get(f"/contradictions?after={after}").status_code == status
