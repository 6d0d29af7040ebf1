"""The desk: forms and the API keep decisions, tell of others', take them back, and show what counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from accordingto.pipeline.wording import AGENTLESS
from accordingto.store.store import Store
from accordingto.web.app import create_app
from accordingto.web.desk.forms import fields_from, found, spans_from
from accordingto.web.settings import Settings
from tests.web.read import Read


@pytest.fixture
def desk(kept: Path) -> Iterator[TestClient]:
    """A server on which ada reviews."""
    app = create_app(Settings(db=str(kept), name="ada", review=True))
    with TestClient(app, base_url="http://localhost", follow_redirects=False) as made:
        yield made


def token(client: TestClient) -> str:
    match = re.search(r'name="csrf" value="([^"]+)"', client.get("/review").text)
    assert match
    return match[1]


def post(client: TestClient, path: str, **form: Any) -> Any:
    return client.post(
        path, data={"csrf": token(client), **{name.replace("__", "."): value for name, value in form.items()}}
    )


def first(client: TestClient, **asked: Any) -> Any:
    return client.get("/review.json", params=asked).json()["items"][0]


def on(client: TestClient, item: Any) -> Any:
    shown = client.get(f"/review/reports/{item['report']}.json?layer={item['layer']}").json()
    return next(one for one in shown["records"] if one["spans"] == item["spans"])


def decide(client: TestClient, item: Any, action: str, **more: Any) -> Any:
    given = {"report": item["report"], "layer": item["layer"], "record": item["record"]}
    return post(client, "/review/decide", action=action, **given, **more)


def test_the_queue_begins_with_what_the_program_is_least_sure_of(desk: TestClient):
    items = desk.get("/review.json?limit=100").json()["items"]
    assert [one["score"] for one in items] == sorted(one["score"] for one in items)
    assert len(items) > 20


def test_the_queue_says_according_to_whom(desk: TestClient):
    said = desk.get("/review.json?limit=100").json()["items"]
    lines = Read(desk.get("/review?limit=100").text).all("p")
    for one in said:
        whose = f"according to {one['according']}" if one["according"] else "in its own voice"
        whose = "no source given" if one["according"] == AGENTLESS else whose
        assert any(line.startswith(f"{' '.join(whose.split())} · ") for line in lines), whose
    assert {bool(one["according"]) for one in said} == {True, False}


def test_what_is_accepted_leaves_the_queue_and_comes_back_when_it_is_undone(desk: TestClient):
    item = first(desk)
    made = decide(desk, item, "accept", next="/review?order=score")
    assert (made.status_code, made.headers["location"]) == (303, "/review?order=score")
    assert on(desk, item)["decided"]["by"] == "ada"
    assert first(desk)["record"] != item["record"]
    key = desk.get("/review.json").json()["last"]["key"]
    assert post(desk, "/review/undo", key=key).status_code == 303
    assert first(desk)["record"] == item["record"]
    assert on(desk, item)["decided"] is None


def test_what_is_rejected_is_marked_and_stays_in_the_history(desk: TestClient):
    item = first(desk)
    decide(desk, item, "reject", note="a heading")
    assert on(desk, item)["rejected"]
    (told,) = desk.get("/review/decisions.json").json()["decisions"]
    assert (told["action"], told["note"], told["by"]) == ("reject", "a heading", "ada")


def test_a_source_is_corrected_by_words_of_the_report(desk: TestClient):
    items = desk.get("/review.json?limit=100&order=text").json()["items"]
    item = next(one for one in items if on(desk, one)["values"]["source"])
    shown = on(desk, item)
    report = desk.get(f"/review/reports/{item['report']}.json").json()
    words = " ".join(report["text"].split()[:2])
    was = {f"was__{name}": value for name, value in shown["values"].items()}
    sent = {f"f__{name}": value for name, value in shown["values"].items()}
    got = decide(desk, item, "correct", w__source=words, **was, **sent)
    assert got.status_code == 303, got.text
    now = on(desk, item)
    assert now["decided"]["action"] == "correct"
    assert " ".join(now["quoted"]["source"].split()) == words
    assert now["values"]["act"] == shown["values"]["act"]


def test_what_was_missed_is_added(desk: TestClient):
    report = first(desk)["report"]
    shown = desk.get(f"/review/reports/{report}.json?layer=places").json()
    word = next(word for word in re.findall(r"[A-Za-z]{6,}", shown["text"]) if word not in str(shown["records"]))
    got = post(desk, "/review/decide", action="add", report=report, layer="places", w__span=word)
    assert got.status_code == 303, got.text
    added = [
        one for one in desk.get(f"/review/reports/{report}.json?layer=places").json()["records"] if one["words"] == word
    ]
    assert [one["decided"]["action"] for one in added] == ["add"]


def test_another_coders_decision_that_was_not_seen_is_told_and_both_are_kept(desk: TestClient, kept: Path):
    item = first(desk)
    with Store.open(kept) as store:
        from accordingto import review

        shown = review.applied(store.reading(item["report"]), [])
        store.decide(review.reject(shown, item["layer"], item["record"], by="bea"))
    got = decide(desk, item, "accept")
    assert got.status_code == 200
    assert "Somebody else decided otherwise" in got.text
    assert "bea" in got.text
    assert on(desk, item)["disputed"]


def test_a_report_is_fully_coded_only_when_all_is_decided(desk: TestClient):
    report = first(desk)["report"]
    assert "not decided on yet" in post(desk, "/review/coded", report=report).text
    assert post(desk, "/review/coded", report=report, rest="accept").status_code == 303
    shown = desk.get(f"/review/reports/{report}.json").json()
    assert [one["by"] for one in shown["coded"]] == ["ada"]
    assert all(one["decided"] for one in shown["records"])


def test_the_api_keeps_and_undoes(desk: TestClient):
    item = first(desk)
    headers = {"x-csrf-token": token(desk)}
    asked = {"report": item["report"], "layer": item["layer"], "record": item["record"], "action": "accept"}
    made = desk.post("/api/v1/decisions", json=asked, headers=headers)
    assert made.status_code == 200, made.text
    assert on(desk, item)["decided"]["key"] == made.json()["key"]
    assert desk.post(f"/api/v1/decisions/{made.json()['key']}/undo", headers=headers).status_code == 200
    assert on(desk, item)["decided"] is None
    assert desk.post("/api/v1/decisions", json=asked | {"record": "statement-none"}, headers=headers).status_code in (
        400,
        404,
    )
    assert desk.post("/api/v1/decisions", json=asked | {"mood": "grim"}, headers=headers).status_code == 400


@pytest.mark.parametrize("path", ["decide", "undo", "coded", "groups"])
def test_without_the_token_nothing_is_kept(desk: TestClient, path: str):
    assert desk.post(f"/review/{path}", data={"key": "1"}).status_code == 403


def test_a_server_that_only_shows_takes_no_decision(client: TestClient):
    page = client.get("/review")
    assert "Decisions are not taken here" in page.text
    assert 'action="/review/decide"' not in page.text
    assert client.post("/review/decide", data={}).status_code == 403


@pytest.mark.parametrize("wanted", ["//evil.example", "/\\evil.example", "https://evil.example", ""])
def test_a_form_leads_to_no_other_site(desk: TestClient, wanted: str):
    item = first(desk)
    assert decide(desk, item, "comment", note="seen", next=wanted).headers["location"] == "/review"


@pytest.mark.parametrize(
    ("words", "near", "spans"),
    [
        ("two", 0, [[4, 7]]),
        ("two", 12, [[12, 15]]),
        ("one … three", 0, [[0, 3], [16, 21]]),
        ("one\u00a0two", 0, [[0, 7]]),
    ],
)
def test_words_are_looked_up_where_they_stand_nearest(words: str, near: int, spans: list[list[int]]):
    assert found("one two six\u00a0two three", words, near=near, name="Source") == spans


def test_words_that_do_not_stand_there_are_told():
    with pytest.raises(Exception, match="Source: the words “five” do not stand in this report"):
        found("one two", "five", near=0, name="Source")
    with pytest.raises(Exception, match="write places as 12-40"):
        spans_from("twelve", "Source")


def test_only_what_was_changed_is_sent_on():
    form = {"f.act": "deny", "was.act": "state", "f.factuality": "CT+", "was.factuality": "CT+", "was.unnamed": "false"}
    assert fields_from(form, "statements", "text") == {"act": "deny"}


def test_the_page_of_a_report_has_it_as_people_decided(desk: TestClient):
    item = first(desk)
    decide(desk, item, "reject")
    shown = desk.get(f"/reports/{item['report']}.json").json()
    assert [(one["action"], one["by"]) for one in shown["decided"]] == [("reject", "ada")]
    assert item["record"] not in {one["id"] for one in shown["reading"]["statements"]}
    assert "Decided by people" in desk.get(f"/reports/{item['report']}").text
