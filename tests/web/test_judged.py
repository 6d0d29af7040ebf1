"""What people decided on statements, where the statements are read: on their own pages and those of stories, matters and quotations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event
from starlette.testclient import TestClient

from accordingto import review
from accordingto.model.people import Role
from accordingto.model.protocols import Entry
from accordingto.store.assigning import Assigning
from accordingto.store.store import Store
from accordingto.web.app import create_app
from accordingto.web.settings import Settings


@pytest.fixture
def desk(kept: Path) -> Iterator[TestClient]:
    app = create_app(Settings(db=str(kept), name="sami", review=True))
    with TestClient(app, base_url="http://localhost", follow_redirects=False) as made:
        yield made


@pytest.fixture
def story(desk: TestClient) -> str:
    return f"/stories/{desk.get('/stories.json').json()['stories'][0]['id']}"


@pytest.fixture
def teller(desk: TestClient, story: str) -> dict[str, Any]:
    """The first statement that the story's page shows of its first matter, with the id of the matter."""
    matter = desk.get(f"{story}.json").json()["matters"]["entries"][0]
    return {**matter["outlets_told"][0]["reports"][0], "matter": matter["id"]}


def decide(kept: Path, teller: dict[str, Any], how: str, *fields: Any, **more: Any) -> None:
    with Store.open(kept) as store:
        make = getattr(review, how)
        store.decide(make(store.reading(teller["report"]), "statements", teller["statement"], *fields, **more))


def everywhere(desk: TestClient, story: str, teller: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of a statement on the pages of its story and its matter, and of pairs that it stands in."""
    found: list[dict[str, Any]] = []

    def walk(shown: Any) -> None:
        if isinstance(shown, dict):
            if shown.get("statement") == teller["statement"] and "decided" in shown:
                found.append(shown)
            for one in shown.values():
                walk(one)
        elif isinstance(shown, list):
            for one in shown:
                walk(one)

    for path in (f"{story}.json", f"/matters/{teller['matter']}.json", "/contradictions.json?limit=100"):
        walk(desk.get(path).json())
    return found


def test_a_rejected_statement_is_marked_wherever_it_stands(desk: TestClient, kept: Path, story: str, teller: Any):
    plain = everywhere(desk, story, teller)
    assert plain
    assert all(row["decided"] is None for row in plain)
    decide(kept, teller, "reject", by="Nura", note="a misreading")
    rows = everywhere(desk, story, teller)
    assert len(rows) == len(plain)
    assert {(row["decided"]["action"], row["decided"]["by"]) for row in rows} == {("reject", "Nura")}
    for path in (story, f"/matters/{teller['matter']}"):
        assert "rejected by <bdi>Nura</bdi>" in desk.get(path).text
    shown = desk.get(f"/statements/{teller['statement']}.json").json()
    assert (shown["decided"]["action"], shown["decided"]["note"], shown["read"]) == ("reject", "a misreading", None)
    page = desk.get(f"/statements/{teller['statement']}").text
    assert "Rejected by <bdi>Nura</bdi>" in page
    assert "a misreading" in page


def test_a_corrected_statement_is_shown_as_corrected_and_as_it_was_read(
    desk: TestClient, kept: Path, story: str, teller: Any
):
    decide(kept, teller, "correct", {"act": "deny"}, by="Nura")
    telling = next(row for row in everywhere(desk, story, teller) if "act" in row)
    assert (telling["act"], telling["decided"]["action"]) == ("deny", "correct")
    shown = desk.get(f"/statements/{teller['statement']}.json").json()
    assert shown["statement"]["act"] == "deny"
    assert shown["read"]["act"] == teller["act"] != "deny"
    assert "corrected by <bdi>Nura</bdi>" in desk.get(story).text
    assert "it stands here as corrected" in desk.get(f"/statements/{teller['statement']}").text


def test_a_correction_of_its_words_is_shown_with_these(desk: TestClient, kept: Path, story: str, teller: Any):
    start, end = teller["spans"][0]
    decide(kept, teller, "correct", {"content": [[start, end - 4]]}, by="Nura")
    telling = next(row for row in everywhere(desk, story, teller) if "act" in row)
    assert telling["spans"] == [[start, end - 4]]
    assert telling["text"] == teller["text"][: len(telling["text"])] != teller["text"]


def test_an_adjudicator_counts_and_coders_who_differ_are_told(desk: TestClient, kept: Path, story: str, teller: Any):
    decide(kept, teller, "accept", by="Nura", role=Role.CODER)
    decide(kept, teller, "reject", by="Lio", role=Role.CODER)
    assert {row["decided"]["disputed"] for row in everywhere(desk, story, teller)} == {True}
    decide(kept, teller, "accept", by="Judy", role=Role.ADJUDICATOR)
    made = {(row["decided"]["by"], row["decided"]["disputed"]) for row in everywhere(desk, story, teller)}
    assert made == {("Judy", False)}
    assert "Accepted by <bdi>Judy</bdi> (adjudicator)" in desk.get(f"/statements/{teller['statement']}").text


def test_who_codes_blind_sees_no_decision_of_another(desk: TestClient, kept: Path, story: str, teller: Any):
    decide(kept, teller, "reject", by="Nura")
    with Store.open(kept) as store:
        store.assign(Assigning("first", (teller["report"],), ("sami", "Nura")), by="Judy")
    assert all(row["decided"] is None for row in everywhere(desk, story, teller))
    assert desk.get(f"/statements/{teller['statement']}.json").json()["decided"] is None


def test_a_page_asks_once_for_all_decisions(kept: Path, desk: TestClient, story: str, teller: Any):
    """Of a store without any it only asks whether there are some."""
    asked: list[str] = []

    def listen(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", listen)
    try:
        counts = []
        for many in (0, 3):
            with Store.open(kept) as store:
                reading = store.reading(teller["report"])
                for one in reading.statements[:many]:
                    store.decide(review.reject(reading, "statements", one.id, by="Nura"))
            asked.clear()
            desk.get(f"{story}.json")
            counts.append(len(asked))
            decisions = [one for one in asked if "reviews" in one]
            assert len(decisions) == (1 if not many else 2), decisions
        assert counts[1] - counts[0] <= 2
    finally:
        event.remove(Engine, "before_cursor_execute", listen)


@pytest.fixture
def added(kept: Path, teller: dict[str, Any]) -> str:
    """Id of a statement that somebody added to a report: its headline without the last letters."""
    with Store.open(kept) as store:
        reading = store.reading(teller["report"])
        start, end = next((block.span.start, block.span.end) for block in reading.report.blocks)
        fields = {"content": [[start, end - 5]]}
        asked = review.add(reading, "statements", fields, by="Nura", note="it was missed")
        store.decide(asked)
    assert asked.value
    return asked.value.id


def test_a_statement_that_was_added_has_a_page(desk: TestClient, kept: Path, teller: Any, added: str):
    shown = desk.get(f"/statements/{added}.json").json()
    assert (shown["decided"]["action"], shown["decided"]["by"], shown["unread"]) == ("add", "Nura", True)
    assert shown["statement"]["id"] == added
    assert shown["report"]["report"] == teller["report"]
    assert shown["statement"]["content"]["text"] in "".join(one["text"] for one in shown["sentence"]["segments"])
    assert (shown["matters"], shown["relations"], shown["path"], shown["quotes"]) == ([], [], [], [])
    assert shown["story"]
    page = desk.get(f"/statements/{added}").text
    assert "Added by <bdi>Nura</bdi>" in page
    assert "it was missed" in page
    assert "nothing is set against this statement" in page
    assert desk.get(f"/api/v1/statements/{added}").json() == shown
    assert desk.get(f"/statements/{added}.csv").status_code == 200
    assert "unread" not in desk.get(f"/statements/{teller['statement']}").text


@pytest.mark.parametrize("where", ["/reports/{report}", "/review/reports/{report}"])
def test_the_report_and_the_desk_lead_to_what_was_added(desk: TestClient, teller: Any, added: str, where: str):
    page = desk.get(where.format(report=teller["report"])).text
    assert f'href="/statements/{added}?report={teller["report"]}"' in page
    assert desk.get(f"/statements/{added}?report={teller['report']}").status_code == 200
    assert desk.get(f"/statements/{added}?report=report-0").status_code == 404


def test_what_was_added_and_taken_back_says_so(desk: TestClient, kept: Path, teller: Any, added: str):
    with Store.open(kept) as store:
        shown = review.applied(store.reading(teller["report"]), store.decisions_of(teller["report"]))
        store.decide(review.reject(shown, "statements", added, by="Judy", role=Role.ADJUDICATOR))
    rejected = desk.get(f"/statements/{added}")
    assert rejected.status_code == 404
    assert "Judy rejected it on" in rejected.text
    with Store.open(kept) as store:
        for by in ("Judy", "Nura"):
            last = store.last_decision(by)
            assert last
            store.undo(last.key, by=by)
            assert desk.get(f"/statements/{added}.json").status_code == (200 if by == "Judy" else 404)
    gone = desk.get(f"/statements/{added}")
    assert "Nura added it on" in gone.text
    assert "that was taken back" in gone.text
    assert f"/statements/{added}" not in desk.get(f"/reports/{teller['report']}").text


def test_the_id_of_corrected_words_leads_to_the_statement(desk: TestClient, kept: Path, teller: Any):
    (start, end), old = teller["spans"][0], teller["statement"]
    made = []
    for cut in (4, 6):
        decide(kept, teller, "correct", {"content": [[start, end - cut]]}, by="Nura")
        made.append(desk.get(f"/statements/{old}.json").json()["statement"]["id"])
    assert len({old, *made}) == 3
    for one in made:
        assert desk.get(f"/statements/{one}?report={teller['report']}").headers["location"] == (
            f"/statements/{old}?report={teller['report']}"
        )
        assert desk.get(f"/api/v1/statements/{one}").headers["location"] == f"/api/v1/statements/{old}"
    page = desk.get(f"/statements/{old}").text
    assert f"/reports/{teller['report']}#{made[1]}" in page
    assert f'id="{made[1]}"' in desk.get(f"/reports/{teller['report']}").text


def test_a_statement_that_no_run_reads_any_more_stands_as_it_was_corrected(desk: TestClient, kept: Path, teller: Any):
    (start, end), old = teller["spans"][0], teller["statement"]
    decide(kept, teller, "correct", {"content": [[start, end - 4]]}, by="Nura")
    new = desk.get(f"/statements/{old}.json").json()["statement"]["id"]
    with Store.open(kept) as store:
        reading = store.reading(teller["report"])
        layers = ("events", "estimates", "control")
        left = {name: tuple(one for one in getattr(reading, name) if one.statement != old) for name in layers}
        said = tuple(one for one in reading.statements if one.id != old)
        run = replace(reading.run, model_sha256="f" * 64)
        store.put(
            Entry(store.capture(teller["report"]), reading.report, replace(reading, run=run, statements=said, **left))
        )
    assert desk.get(f"/statements/{old}").headers["location"] == f"/statements/{new}"
    shown = desk.get(f"/statements/{new}.json").json()
    assert (shown["decided"]["action"], shown["unread"]) == ("correct", True)
    assert "Corrected by <bdi>Nura</bdi>" in desk.get(f"/statements/{new}").text


def test_who_codes_blind_sees_no_page_of_what_another_added(desk: TestClient, kept: Path, teller: Any, added: str):
    with Store.open(kept) as store:
        store.assign(Assigning("first", (teller["report"],), ("sami", "Nura")), by="Judy")
    answer = desk.get(f"/statements/{added}")
    assert answer.status_code == 404
    assert "Nura" not in answer.text


@pytest.mark.parametrize("other", ["statement-0123456789abcdef", "statement-%", "nothing", "statement-" + "a" * 1_000])
def test_what_nobody_has_is_not_there(desk: TestClient, added: str, other: str):
    answer = desk.get(f"/statements/{other}")
    assert added != other
    assert answer.status_code == 404
    assert "there is no statement" in answer.text
